"""Flattened tables: intervals under a heading of their own, headings of shares and bootstraps, names that got lost."""

import pytest

from evidence.read.compose import RawCell
from evidence.read.flat.headings import cut
from evidence.read.flat.packed import intervals_apart, packed
from evidence.read.flat.sound import sound
from evidence.read.text import to_source
from evidence.read.understanding import understand

END = "\n\nThe ovens were visited in spring by all of us.\n"
ROWS = """
Crust → Joy 0.39 0.07 5.22 [0.25, 0.53]
Salt → Joy 0.21 0.07 3.00 [0.07, 0.35]
Rye → Joy 0.11 0.07 1.57 [-0.03, 0.25]
Sour → Joy 0.31 0.07 4.43 [0.17, 0.45]"""


def rows_of(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for grid in to_source((text + END).encode()).grids for row in grid.rows]


@pytest.mark.parametrize("heading", ["95% CI", "CI"])
def test_intervals_under_a_heading_of_their_own(heading: str) -> None:
    text = f"Table 3. Paths\nPath β SE t {heading}{ROWS}"
    assert rows_of(text)[:2] == [
        ["Path", "β", "SE", "t", heading],
        ["Crust → Joy", "0.39", "0.07", "5.22", "[0.25, 0.53]"],
    ]
    path = understand(to_source((text + END).encode()))[0].paths[0]
    assert (path.stat, path.ci_lo, path.ci_hi) == ("5.22", "0.25", "0.53")


def test_intervals_without_a_heading_stay_behind_their_value() -> None:
    assert rows_of(f"Table 3. Paths\nPath β SE t{ROWS}")[1] == ["Crust → Joy", "0.39", "0.07", "5.22 [0.25, 0.53]"]


def test_an_interval_set_apart_keeps_its_place() -> None:
    line = "Crust → Joy 0.39 5.22 [0.25, 0.53] .01"
    apart = intervals_apart(packed((line, 100)))
    assert [cell.text for cell in apart.values][:3] == ["0.39", "5.22", "[0.25, 0.53]"]
    for cell in apart.values:
        assert cell.span is not None
        assert line[cell.span[0] - 100 : cell.span[1] - 100] == cell.text


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Path Effect Boot SE 95% CI % of total", ["Path", "Effect", "Boot SE", "95% CI", "% of total"]),
        ("Effect Boot SE 95% CI % of total effect", ["Effect", "Boot SE", "95% CI", "% of total effect"]),
        ("Path b Bootstrap SE % mediated", ["Path", "b", "Bootstrap SE", "% mediated"]),
    ],
)
def test_headings_of_shares_and_of_bootstraps(text: str, cells: list[str]) -> None:
    found = cut(text, 0, len(cells))
    assert [cell.text for cell in found or []] == cells


def test_effects_over_their_names_are_no_values() -> None:
    rows = "Crust → Calm → Joy 0.39 0.07 [0.25, 0.53]\nSalt → Calm → Joy 0.21 0.07 [0.07, 0.35]"
    found = rows_of(
        f"Table 3. Indirect effects\nEffect b Boot SE 95% CI\n{rows}\nRye → Calm → Joy 0.11 0.07 [-0.03, 0.25]"
    )
    assert found[:2] == [["Effect", "b", "Boot SE", "95% CI"], ["Crust → Calm → Joy", "0.39", "0.07", "[0.25, 0.53]"]]


def test_the_outcome_over_its_predictors_with_the_test_of_its_model() -> None:
    line = "Outcome: Joy, F(3, 544) = 16.09, p < .001"
    assert packed((line, 0)).label.text == line
    assert [cell.text for cell in packed(("Joy p < .001", 0)).values] == ["< .001"]


@pytest.mark.parametrize(
    ("heads", "whole"),
    [
        (["Path", "Girls β", "t", "β", "t"], False),
        (["Path", "Girls b", "SE", "b", "SE"], False),
        (["Path", "Girls β", "t", "Boys β", "t"], True),
        (["Path", "β", "t", "β", "t"], True),
        (["Path", "Std. β", "t", "β", "t"], True),
        (["Path", "Unstandardized β", "t", "β", "t"], True),
        (["Path", "Girls β", "t"], True),
    ],
)
def test_statistics_whose_group_got_lost(heads: list[str], whole: bool) -> None:
    body = [RawCell("Crust → Joy"), *[RawCell(".31")] * (len(heads) - 1)]
    assert sound([[RawCell(head, header=True) for head in heads], body]) is whole


def test_a_table_that_lost_the_name_of_a_group_is_listed_as_unread() -> None:
    rows = "Crust → Joy 0.39 5.22 0.21 3.00\nSalt → Joy 0.21 3.00 0.31 4.43\nRye → Joy 0.11 1.57 0.21 3.00"
    lost = understand(to_source(f"Table 3. Two groups\nPath Girls β t β t\n{rows}{END}".encode()))
    assert not any(record.paths for record in lost)
    (kept,) = understand(to_source(f"Table 3. Two groups\nPath Girls β t Boys β t\n{rows}{END}".encode()))
    assert {path.group for path in kept.paths} == {"Girls", "Boys"}
