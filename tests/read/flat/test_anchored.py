"""Rows whose values stand without white space between their columns take their places from the rows that are full."""

import pytest

from evidence.read.flat import anchored
from evidence.read.text import to_source
from tests.read.pages.test_pages import PROSE

STEPS = """
                 Model 1                        Model 2
Variables
             B     SE   b     t     p     B     SE   b     t     p
Age          -0.01 0.01 -0.10 -1.61 0.109 -0.01 0.01 -0.09 -1.52 0.130
Sex          0.12 0.10 0.06 1.20 0.231 0.10 0.09 0.05 1.11 0.268
Salt                                      0.36 0.06 0.33 6.30 <0.001
R2                     0.07                         0.21
"""
OVER = ["", *["Model 1"] * 5, *["Model 2"] * 5]
HEADS = ["Variables", *["B", "SE", "b", "t", "p"] * 2]
AGE = ["Age", "-0.01", "0.01", "-0.10", "-1.61", "0.109", "-0.01", "0.01", "-0.09", "-1.52", "0.130"]
SALT = ["Salt", *[""] * 5, "0.36", "0.06", "0.33", "6.30", "<0.001"]
R2 = ["R2", "0.07", *[""] * 4, "0.21", *[""] * 4]


def rows(text: str) -> list[list[str]]:
    """The cells of each row, one that reaches over several columns in each of them."""
    made = anchored([line for line in text.splitlines() if line.strip()])
    return [[t for c in row for t in [c.text] * c.colspan] for row in made]


def test_a_predictor_of_the_second_model_has_its_values_there() -> None:
    found = rows(STEPS)
    assert found[:3] == [OVER, HEADS, AGE]
    assert found[4:] == [SALT, R2]


def test_a_page_of_text_with_such_a_table() -> None:
    page = "\n".join([PROSE, "", "   Table 1. Regression of joy", STEPS, PROSE, f"\f{PROSE}"])
    (grid,) = to_source(page.encode()).grids
    found = [[cell.text for cell in row] for row in grid.rows]
    assert grid.caption == "Table 1. Regression of joy"
    assert found[:3] == [OVER, HEADS, AGE]
    assert found[4:] == [SALT, R2]


MODELS = """
             M1    M2   M3   M4
Age          -0.01 0.01 0.72 0.87
Salt         0.12  0.10 0.20 0.31
{}
Ovens              0.15
R2           0.12  0.20 0.33 0.34
"""


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Crust        0.15", ["Crust", "0.15", "", "", ""]),
        ("Crust              0.15", ["Crust", "", "0.15", "", ""]),
        ("Crust                   0.30 0.41**", ["Crust", "", "", "0.30", "0.41**"]),
        ("Crust        (0.15)     0.30", ["Crust", "(0.15)", "", "0.30", ""]),
        ("Warm ovens         0.15      <.001", ["Warm ovens", "", "0.15", "", "<.001"]),
        ("Controls", ["Controls"] * 5),
        ("Salt was at 0.15 and at 0.30", ["Salt was at 0.15 and at 0.30"] * 5),
    ],
)
def test_a_value_stands_under_the_column_it_is_nearest_to(line: str, row: list[str]) -> None:
    assert rows(MODELS.format(line))[3] == row


def test_the_names_of_two_outcomes_reach_over_their_models() -> None:
    under = MODELS.format("Crust                   0.30 0.41").replace("M3   M4", "M1   M2")
    assert rows(f"             Joy        Calm\n{under}")[:2] == [
        ["", "Joy", "Joy", "Calm", "Calm"],
        ["", "M1", "M2", "M1", "M2"],
    ]


FULL = "\n".join(line for line in MODELS.splitlines() if line != "{}" and not line.startswith("Ovens"))


@pytest.mark.parametrize(
    "text",
    [
        FULL,
        MODELS.format(f"Crust{' ' * 40}0.15"),
        MODELS.format("Crust        0.15").replace("M1    M2   M3   M4", "Model one, two and all of the others"),
        MODELS.format("Crust        0.15").replace("             M1    M2   M3   M4\n", ""),
        "             M1    M2   M3\nAge          -0.01 0.01 0.72\nSalt         0.12  0.10 0.20\nCrust        0.15",
        "             M1    M2   M3   M4\nAge          -0.01 0.01 0.72 0.87\nCrust        0.15",
        "",
    ],
    ids=["all full", "far off", "other headings", "no headings", "three columns", "one full row", "nothing"],
)
def test_where_nothing_tells_whose_the_values_are_there_are_no_rows(text: str) -> None:
    assert rows(text) == []


def test_what_is_told_of_one_model_stands_in_its_first_columns() -> None:
    table = "             B     SE    t    p\nAge          -0.01 0.01  0.72 0.87\nCrust        0.15\n"
    table += "Salt         0.12  0.10  0.20 0.30\n"
    assert rows(f"{table}R2           0.07  0.21\n")[-1] == ["R2", "0.07", "0.21", "", ""]
