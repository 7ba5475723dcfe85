"""Rows of one table that print the same: which of them ask for an explanation."""

import pytest

from evidence.checks import check


def alike(first: dict[str, str], second: dict[str, str]) -> bool:
    report = {"sample": {"n": "612"}, "paths": [{"table": "Table 3", **row} for row in (first, second)]}
    return "duplicate-rows" in {finding.check for finding in check(report).findings}


def row(start: str, end: str, *numbers: str) -> dict[str, str]:
    return {"from": start, "to": end, **dict(zip(("b", "beta", "se"), numbers, strict=True))}


def test_a_row_of_other_ends_with_the_same_digits_is_told() -> None:
    assert alike(row("Salt", "Joy", ".214", ".19", ".048"), row("Frost", "Joy", ".214", ".19", ".048"))


@pytest.mark.parametrize("numbers", [(".001", ".01", ".006"), (".00", "-.02", ".01")])
def test_a_few_small_digits_are_the_same_by_chance(numbers: tuple[str, str, str]) -> None:
    assert not alike(row("Age", "Joy", *numbers), row("Hours", "Joy", *numbers))


def test_what_is_held_equal_over_time_is_no_copy() -> None:
    numbers = (".214", ".19", ".048")
    assert not alike(row("Salt T1", "Joy T2", *numbers), row("Salt T2", "Joy T3", *numbers))
    assert alike(row("Salt T1", "Joy T2", *numbers), row("Salt T2", "Fear T3", *numbers))
    assert alike(row("Salt T1", "Joy", *numbers), row("Salt T2", "Joy", *numbers))
    assert alike(row("Salt T1", "Joy T2", *numbers), row("Salt T2", "Joy T1", *numbers))
