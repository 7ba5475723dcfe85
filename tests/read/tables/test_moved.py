"""Rows and headings that moved because a conversion dropped spanning cells; cells broken over lines or run together."""

import pytest

from evidence.read.tables.drift import undrifted
from evidence.read.tables.glyphs import label_meant
from evidence.read.tables.reach import parted
from tests.read.tables.invented import correlations, edges, fits, loadings, paths, read, reliability, source


def test_rows_without_the_cell_that_reaches_down_into_them():
    found = read(
        """
#Construct|Item|Loading|t
Joy|JO1|0.81|9.10
JO2|0.85|9.80
JO3|0.79|8.70
Care|CA1|0.77|7.70
CA2|0.80|8.30
CA3|0.74|7.20""",
        "Table 1. Loadings",
    )
    assert {(c, i) for c, i, _ in loadings(found)} >= {("Joy", "JO2"), ("Care", "CA3")}
    assert {v for _, i, v in loadings(found) if i == "CA2"} == {"0.80"}


def test_a_second_line_of_headings_that_moved_left():
    found = read(
        """
#Construct|Town||Village|
Alpha|AVE|Alpha|AVE|
Joy|.81|.61|.82|.62
Care|.79|.59|.78|.58
Sun|.84|.64|.85|.65""",
        "Table 2. Reliability of two samples",
    )
    assert reliability(found) >= {("Joy", ".81", None, ".61"), ("Joy", ".82", None, ".62")}


@pytest.mark.parametrize("below", ["Beta|t|Beta|t|", "|Beta|t|Beta|t"])
def test_headings_whose_reach_was_dropped(below):
    found = read(
        f"""
#Path|Town|Village||
{below}
Joy -> Care|0.31|4.10|0.12|1.30
Sun -> Care|0.21|3.10|0.22|2.30
Sun -> Joy|0.41|5.10|0.33|3.30""",
        "Table 3. Path coefficients of two groups",
    )
    assert ("Joy", "Care", "0.31", "Town") in edges(found)
    assert ("Joy", "Care", "0.12", "Village") in edges(found)


def test_groups_are_cut_only_where_their_headings_repeat():
    assert parted(["Loading", "t", "Loading", "t", "AVE", "CR", "AVE", "CR"], 4) == [2, 2, 2, 2]
    assert parted(["Loading", "t", "Loading", "t", "Alpha", "CR", "AVE", "Alpha", "CR", "AVE"], 4) == [2, 2, 3, 3]
    assert parted(["Loading", "t", "AVE", "CR"], 2) is None


@pytest.mark.parametrize("head", ["#1|2|3|", "#Joy|Care|Sun|"])
def test_headings_of_a_square_without_the_one_over_its_names(head):
    names = ("1. Joy", "2. Care", "3. Sun") if "1" in head else ("Joy", "Care", "Sun")
    found = read(f"{head}\n{names[0]}|1||\n{names[1]}|.41**|1|\n{names[2]}|.22*|.31**|1", "Table 4. Correlations")
    assert correlations(found) == {("Care", "Joy", ".41"), ("Joy", "Sun", ".22"), ("Care", "Sun", ".31")}


def test_figures_of_a_construct_are_no_item():
    found = read(
        """
#Construct|Item|Loading|t
Joy|JO1|0.81|9.10
|JO2|0.85|9.80
AVE|0.62||
Care|CA1|0.77|7.70
|CA2|0.80|8.30
AVE|0.58||""",
        "Table 5. Loadings",
    )
    assert not {i for _, i, _ in loadings(found)} & {"AVE"}


def test_a_relation_broken_over_lines_goes_on_where_it_begins_small():
    found = read(
        """
#Hypothesis|Relation|Beta|t
|Garden||
H1|joy -> Care|0.31|4.10
H2|Sun -> Care|0.21|3.10
|Rainy||
H3|days -> Care|-0.11|2.10""",
        "Table 6. Paths",
    )
    assert {(h, a) for h, a, *_ in paths(found)} == {("H1", "Garden joy"), ("H2", "Sun"), ("H3", "Rainy days")}


def test_columns_that_ran_together_are_not_read():
    found = read(
        """
#Item|JOY CARE SUN|RAIN
JO1|0.81 0.32 0.11|0.21
JO2|0.85 0.31 0.12|0.22
CA1|0.27 0.77 0.13|0.23
CA2|0.20 0.80 0.14|0.24""",
        "Table 7. Loadings and cross-loadings",
    )
    assert not {v for *_, v in loadings(found)} & {"0.81", "0.32", "0.77", "0.80"}


def test_a_label_with_its_number_as_a_subscript():
    assert label_meant("H[3a]") == "H3a"


def test_indices_of_fit_that_moved_left_over_the_names_of_their_models() -> None:
    found = read(
        """
#Model|Indices of fit||||Difference
χ2|df|CFI|RMSEA|Δχ2|
One factor|412.3|90|.71|.14|
Two factors|312.3|89|.81|.11|100.0
Three factors|112.3|87|.95|.05|200.0""",
        "Fit of the models",
    )
    assert fits(found)[0] == {"chi2": "412.3", "df": "90", "cfi": ".71", "rmsea": ".14"}
    assert len(fits(found)) == 3


def test_a_numbered_name_that_goes_on_beside_its_values() -> None:
    found = read(
        """
#Variable|M|SD|1|2|3
1. Crust|3.1|0.8|||
2. Salt|3.2|0.7|.12||
3. Prior oven|||||
experience|3.4|0.47|.22|.31|""",
        "Correlations",
    )
    assert correlations(found) == {
        ("Crust", "Salt", ".12"),
        ("Crust", "Prior oven experience", ".22"),
        ("Prior oven experience", "Salt", ".31"),
    }


BROKEN = """
#Predictor|Joy|Calm
Crust|0.14*|0.17*
|(0.05)|(0.06)
Salt|0.24*|0.27*
|(0.05)|(0.06)
{}|0.34*|0.37*
{}|(0.03)|(0.02)"""


def test_a_product_that_goes_on_beside_its_errors() -> None:
    found = read(BROKEN.format("Crust ×", "Salt"), "Regression. Standard errors in brackets")
    assert [(p.value.from_, p.value.b or p.value.beta, p.value.se) for p in found.paths][-2:] == [
        ("Crust × Salt", "0.34", "0.03"),
        ("Crust × Salt", "0.37", "0.02"),
    ]


def test_names_beside_errors_are_rows_of_their_own_where_no_errors_stand_alone() -> None:
    table = "#Predictor|Joy\nCrust|0.14*\nSalt|(0.05)\nRye|0.24*\nSour|(0.06)\nOven|0.34*\nHeat|(0.03)"
    found = read(table, "Regression, nonsignificant coefficients in brackets")
    assert not {p.value.from_ for p in found.paths} & {"Crust Salt", "Rye Sour", "Oven Heat"}


INTERACTION = "#Predictor|B|SE|p\nSalt|.31|.05|.001\nCrust|.12|.05|.020\n{}\nR2|.31||"


@pytest.mark.parametrize("first", ["Salt ×", "Salt x", "Salt *", "Salt ✕", "Salt×"])
def test_a_product_that_is_open_goes_on_beside_its_values(first: str) -> None:
    found = read(INTERACTION.format(f"{first}|||\nCrust|.09|.03|.003"), "Regression of joy").paths
    assert [(p.value.from_, str(p.value.b or p.value.beta), p.value.effect) for p in found[2:]] == [
        (f"{first} Crust", ".09", "interaction")
    ]


def test_a_product_of_three_over_two_lines() -> None:
    found = read(INTERACTION.format("Salt × Crust ×|||\nFrost|.09|.03|.003"), "Regression of joy")
    assert ("Salt × Crust × Frost", "joy", ".09", None) in edges(found)


@pytest.mark.parametrize("heading", ["Box", "Salt by", "Products:", "Max"])
def test_a_line_that_opens_no_product_is_no_part_of_the_next_name(heading: str) -> None:
    found = read(INTERACTION.format(f"{heading}|||\nFrost|.09|.03|.003"), "Regression of joy")
    assert {a for a, *_ in edges(found)} == {"Salt", "Crust", "Frost"}


def test_a_product_that_is_open_takes_no_row_without_values() -> None:
    found = read(INTERACTION.format("Salt ×|||\nControls|||\nFrost|.09|.03|.003"), "Regression of joy")
    assert {a for a, *_ in edges(found)} == {"Salt", "Crust", "Frost"}


BESIDE = "#Path|{}|t\nSalt → Joy|{}|6.2\nCrust → Joy|{}|4.1\nRye → Joy|{}|2.1"


@pytest.mark.parametrize(("head", "cell"), [("β|", "|{}"), ("|β", "{}|")])
@pytest.mark.parametrize("last", [".12", "–"])
def test_a_heading_beside_the_values_that_have_none(head: str, cell: str, last: str) -> None:
    cells = [cell.format(value) for value in (".31", ".22", last)]
    told = edges(read(BESIDE.format(head, *cells), "Path coefficients"))
    expected = {("Salt", "Joy", ".31", None), ("Crust", "Joy", ".22", None), ("Rye", "Joy", ".12", None)}
    assert told == {e for e in expected if e[2] != ".12" or last == ".12"}


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("β|", ("|good", "|good", "|poor")),  # words have no statistic
        ("β|Remark", ("|.31", "|.22", "|.12")),  # a heading of their own
    ],
)
def test_a_heading_beside_what_it_does_not_head(head: str, cells: tuple[str, str, str]) -> None:
    assert not read(BESIDE.format(head, *cells), "Path coefficients").paths


@pytest.mark.parametrize(
    ("cells", "width"), [((".31", "–", ".12"), 3), (("good", "good", "poor"), 4), (("", "", ""), 4)]
)
def test_a_heading_is_moved_over_numbers_only(cells: tuple[str, ...], width: int) -> None:
    rows = source(BESIDE.format("β|", *(f"|{cell}" for cell in cells))).grids[0].rows
    assert {len(line) for line in undrifted(list(rows))} == {width}
