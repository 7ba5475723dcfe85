"""Rules across a typed table are no rows; rules that mark columns or draw frames are left to those who read them."""

import pytest

from evidence.read.text import to_source
from evidence.read.typed.ruled import without_rules

RULE = "-" * 60
TYPED = f"""Table 2. Paths to joy
{RULE}
Predictor      B      SE     t
{RULE}
Crust         0.31   0.05   6.20
Salt          0.42   0.06   7.00
Rye           0.11   0.05   2.20
{RULE}

The ovens were visited in spring by all of us.
"""
ROWS = [
    ["Predictor", "B", "SE", "t"],
    ["Crust", "0.31", "0.05", "6.20"],
    ["Salt", "0.42", "0.06", "7.00"],
    ["Rye", "0.11", "0.05", "2.20"],
]


def rows_of(text: str) -> list[list[str]]:
    (grid,) = to_source(text.encode()).grids
    return [[cell.text for cell in row] for row in grid.rows]


@pytest.mark.parametrize("mark", "-─━═=_—")
def test_rules_above_and_below_the_headings_part_them_from_no_row(mark: str) -> None:
    assert rows_of(TYPED.replace("-", mark)) == ROWS


@pytest.mark.parametrize("before", ["Salt ", "Rye "])
def test_a_rule_between_two_steps_is_no_row(before: str) -> None:
    assert rows_of(TYPED.replace(before, f"{RULE}\n{before}")) == ROWS


def test_what_stands_behind_a_rule_keeps_its_place() -> None:
    source = to_source(TYPED.encode())
    (cell,) = [c for row in source.grids[0].rows for c in row if c.text == "7.00"]
    assert cell.span is not None
    assert source.text[slice(*cell.span)] == "7.00"


@pytest.mark.parametrize(
    "lines",
    [
        ["Construct      CR     AVE", "----------- ------ ------", "Trust         .91    .76", RULE],
        [RULE, "| Trust | .91 |"],
        [RULE, "+-------+-----+"],
        [RULE, "│ Trust │ .91 │"],
        ["Trust in bakers", "---------------", "bread"],
    ],
)
def test_lines_that_a_rule_of_columns_or_a_frame_stands_among_are_left(lines: list[str]) -> None:
    assert without_rules(lines) == lines


def test_rules_are_blanks_of_their_length() -> None:
    assert without_rules(["Joy", RULE, "| and calm"]) == ["Joy", " " * 60, "| and calm"]
