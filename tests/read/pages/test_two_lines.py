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


def test_coefficients_with_t_in_brackets_part_rows_as_numbers_do() -> None:
    placed: list[Placed] = [(60, 10, "Path"), (200, 10, "Boys"), (280, 10, "Girls")]
    names = ("H1: Salt → Joy", "H2: Rye → Joy", "H3: Frost → Joy")
    for n, name in enumerate(names, 1):
        placed += [
            (60, 20 + 9.8 * n, name),
            (200, 20 + 9.8 * n, f"0.{n}9 (6.7{n})**"),
            (280, 20 + 9.8 * n, f"0.{n}1 (2.1{n})"),
        ]
    for n, name in enumerate(("R2 Joy", "R2 Calm", "R2 Fear"), 1):
        placed += [(60, 55 + 13 * n, name), (200, 55 + 13 * n, f"0.2{n}"), (280, 55 + 13 * n, f"0.3{n}")]
    read = rows(placed)
    assert ["H2: Rye → Joy", "0.29 (6.72)**", "0.21 (2.12)"] in read
    assert ["R2 Calm", "0.22", "0.32"] in read


def test_labels_and_headings_of_two_lines_about_the_others_are_one_row_with_them() -> None:
    placed: list[Placed] = [
        (150, 14.5, "Salt"), (190, 14.5, "Rye"), (230, 10, "Mean"), (230, 18.2, "(SD)"), (280, 10, "Mean of"), (280, 18.2, "the old")
    ]  # fmt: skip
    for n in (1, 2, 3):
        top = 15 + 18 * n
        placed += [(60, top, f"{n}. Heat of the"), (60, top + 8.2, "old oven")]
        placed += [
            (x, top + 4.1, f"{value}{n}") for x, value in ((150, "0.1"), (190, "0.2"), (230, "3.1"), (280, "3.2"))
        ]
    assert rows(placed)[:2] == [
        ["", "Salt", "Rye", "Mean (SD)", "Mean of the old"],
        ["1. Heat of the old oven", "0.11", "0.21", "3.11", "3.21"],
    ]
