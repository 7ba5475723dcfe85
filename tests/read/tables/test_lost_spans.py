"""Headings whose spans a conversion lost: one over all that holds two names, one over the first of several times."""

from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.lines import Line, shown
from evidence.read.tables.shifted_heads import over_their_columns


def _line(text: str) -> Line:
    """Cells between bars; `"` goes on with the cell before."""
    cells: list[Cell] = []
    for part in text.split("|"):
        cells.append(replace(cells[-1], origin=False) if part == '"' else Cell(part))
    return tuple(cells)


def _heads(table: str) -> list[str]:
    return [shown(cell) for cell in over_their_columns([_line(row) for row in table.splitlines()])[0]]


MODELS = (
    '|{}|"|"|"\nVariable|Model 1|Model 2|Model 3|Model 4\n'
    "Salt|.12 (.04)|.10 (.04)|.22 (.05)|.20 (.05)\nFrost||.31 (.05)||{}\nRye|.02 (.03)|.01 (.03)|.05 (.03)|.04 (.03)"
)


def test_two_names_over_models_that_begin_anew_are_parted() -> None:
    assert _heads(MODELS.format("Oven joy Bakers calm", "-.15 (.05)")) == ["", "Oven joy", "Oven joy", "Bakers calm", "Bakers calm"]  # fmt: skip


def test_one_name_and_models_that_go_on_stay_as_they_are() -> None:
    assert set(_heads(MODELS.format("Oven joy", "-.15 (.05)"))) == {"", "Oven joy"}
    assert set(_heads(MODELS.format("Oven joy Bakers calm", ""))) == {"", "Oven joy Bakers calm"}


TIMES = "|{}||\nItem|{}|{}|{}\nST1|.81|.82|.80\nST2|.77|.75|.76"


def test_a_statistic_over_the_first_of_several_times_is_over_them_all() -> None:
    assert _heads(TIMES.format("Factor loading", "T1", "T2", "T3")) == ["", "Factor loading", "Factor loading", "Factor loading"]  # fmt: skip
    assert _heads(TIMES.format("Factor loading", "T1", "Joy", "Calm")) == ["", "Factor loading", "", ""]
