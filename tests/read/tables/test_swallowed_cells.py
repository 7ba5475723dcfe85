"""Cells that swallowed the one beside them, headings that stand beside their columns."""

from dataclasses import replace

import pytest

from evidence.read.model import Cell
from evidence.read.tables.lines import shown
from evidence.read.tables.swallowed_cells import with_cells_apart
from tests.read.tables.invented import correlations, edges, fits, read, reliability

MATRIX = (
    "Variable|α|M (SD)|1|2|3\n1. Salt W1|.74|2.23 (0.81)|-||\n2. Salt W2{0}|2.13 (0.78)|.56|-|\n"
    "3. Joy W1|.83|2.63 (0.90)|.34|.27|-\n4. Joy W2|.85|2.81 (0.95)|.37|.33|.65\n5. Calm W1|.81|2.60 (0.91)|.12|.15|.11\n"
)


@pytest.mark.parametrize("cells", ["|.77", " .77|"])
def test_a_value_in_the_name_of_its_row(cells: str) -> None:
    found = read(MATRIX.format(cells), "Correlations")
    assert ("Salt W2", ".77", None, None) in reliability(found)
    assert ("Salt W1", "Salt W2", ".56") in correlations(found)


def test_a_name_that_ends_in_a_figure_keeps_it() -> None:
    table = MATRIX.format("|.77").replace("Salt W2", "Salt 2.0")
    assert ("Salt 2.0", ".77", None, None) in reliability(read(table, "Correlations"))


FIT = (
    "Model|χ2|df|CFI|RMSEA{0}SRMR\nOne|395.03|339|.994|.016 [.007, .023]|.025\nTwo|416.08|353|.993|.017 [.009, .023]|.027\n"
    "Three|{1}|.993|{2}\nFour|452.32|376|.991|.018 [.011, .024]|.029\n"
)


@pytest.mark.parametrize("head", [" [90% CI]|", "|[90% CI] "])
@pytest.mark.parametrize("three", ["425.47|367", "425.47 367|"])
@pytest.mark.parametrize("rmsea", [".016 [.007, .022]|.027", ".016 [.007, .022] .027|"])
def test_values_and_headings_go_to_their_columns(head: str, three: str, rmsea: str) -> None:
    found = {
        (m["chi2"], m["df"], m["rmsea"], m["rmsea_hi"], m["srmr"])
        for m in fits(read(FIT.format(head, three, rmsea), "Fit"))
    }
    assert found == {
        ("395.03", "339", ".016", ".023", ".025"),
        ("416.08", "353", ".017", ".023", ".027"),
        ("425.47", "367", ".016", ".022", ".027"),
        ("452.32", "376", ".018", ".024", ".029"),
    }


@pytest.mark.parametrize("groups", ["|Girls|||Boys||", "||Girls|||Boys|", "|||Girls|||Boys"])
def test_groups_stand_over_the_round_of_statistics_they_are_in(groups: str) -> None:
    rows = "Salt → Joy|.14|.05|.002|.11|.05|.014\nRye → Joy|.08|.05|.087|.01|.05|.801\nFrost → Joy|-.14|.05|.003|-.16|.05|.001\n"
    found = edges(read(f"#{groups}\n#Path|β|SE|p|β|SE|p\n{rows}", "Estimates"))
    assert ("Salt", "Joy", ".14", "Girls") in found
    assert ("Salt", "Joy", ".11", "Boys") in found


def test_a_cell_over_two_columns_that_holds_the_values_of_both() -> None:
    rows = [[Cell(text) for text in line.split("|")] for line in (
        "Path|b (SE)|z", "Salt → Joy|.609 (.052)|11.75", "Frost → Joy|.032 (.042)|0.78",
        "Rye → Joy|.516 (.043) 11.98|", "Age → Joy|.147 (.039)|3.80", "Calm → Joy|.086 (.051)|1.62",
    )]  # fmt: skip
    rows[3][2] = replace(rows[3][1], origin=False)
    parted = with_cells_apart([tuple(row) for row in rows])
    assert [(shown(cell), cell.origin) for cell in parted[3]] == [
        ("Rye → Joy", True), (".516 (.043)", True), ("11.98", True)
    ]  # fmt: skip
