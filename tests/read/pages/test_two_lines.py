"""Values on two lines, with the label of their row at half their height, as Word sets them in the middle of cells."""

import pytest

from evidence.read.pages.heads import Rule
from evidence.read.pages.laid import laid_out
from tests.read.typed.test_layouts import laid, texts

Placed = tuple[float, float, str]
HEAD: list[Placed] = [(200, 10, "Model 1"), (260, 10, "Model 2")]
NAMES = ("Salt", "Warm crust", "Rye")


def rows(placed: list[Placed]) -> list[list[str]]:
    region = laid_out(laid(*placed)[0], [Rule(60, 320, 9), Rule(60, 320, 400)])
    assert region is not None
    return texts(region.rows)


def about(first: float, pitch: float, below: str = "(4.{n}1)") -> list[Placed]:
    """Each value half a `pitch` above its label, and what belongs to it half a pitch below."""
    placed = []
    for n, name in enumerate(NAMES, 1):
        at = first + 2 * pitch * (n - 1)
        for x in (200, 260):
            placed += [(x, at, f"0.{n}1**"), (x, at + pitch, below.format(n=n))]
        placed.append((60, at + pitch / 2, name))
    return placed


@pytest.mark.parametrize("pitch", [9.0, 10.0, 12.0])
def test_what_stands_above_and_below_a_label_is_its_row(pitch: float) -> None:
    read = rows([*HEAD, *about(30, pitch)])
    assert read[1:] == [[name, f"0.{n}1** (4.{n}1)", f"0.{n}1** (4.{n}1)"] for n, name in enumerate(NAMES, 1)]


def test_headings_of_rows_and_rows_of_one_line_stay_as_they_are() -> None:
    placed = [*HEAD, (60, 30, "Ovens"), *about(45, 9), (60, 110, "R2"), (200, 110, "0.31"), (260, 110, "0.42")]
    read = rows(placed)
    assert read[1] == ["Ovens", "", ""]
    assert read[2] == ["Salt", "0.11** (4.11)", "0.11** (4.11)"]
    assert read[-1] == ["R2", "0.31", "0.42"]


def test_a_label_that_goes_on_beside_what_is_in_brackets_is_one() -> None:
    long = [(60, 90, "Salt in"), (260, 90, "0.51*"), (60, 100, "the crust"), (260, 100, "(2.11)")]
    assert rows([*HEAD, *about(30, 9), *long])[-1] == ["Salt in the crust", "", "0.51* (2.11)"]


def test_values_under_values_without_brackets_are_rows_of_their_own() -> None:
    read = rows([*HEAD, *about(30, 10, below="4.{n}1")])
    assert not any("0.11** 4.11" in cell for row in read for cell in row)


def test_a_label_beside_the_first_of_two_lines_keeps_them_apart() -> None:
    placed: list[Placed] = [*HEAD]
    for n, name in enumerate(NAMES, 1):
        top = 30 + 20 * n
        placed += [(60, top, name), *((x, top, f"0.{n}1**") for x in (200, 260))]
        placed += [(x, top + 10, f"(4.{n}1)") for x in (200, 260)]
    read = rows(placed)
    assert ["Salt", "0.11**", "0.11**"] in read
    assert ["", "(4.11)", "(4.11)"] in read
