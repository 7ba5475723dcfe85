"""Headings in the middle of wide columns, whose cells begin at the left: as a browser prints a table over the page."""

import pytest

from evidence.read.pages.laid import laid_out
from tests.read.typed.test_layouts import laid, texts

Placed = tuple[float, float, str]
LABELS = ("Crust", "Salt", "Joy", "Frost", "Ovens", "Warmth")
LOW = [[f"0.{i}{c}" for c in range(i + 1)] for i in range(6)]


def rows(heads: list[Placed], at: tuple[float, ...], values: list[list[str]]) -> list[list[str]]:
    placed = [*heads]
    for i, (label, own) in enumerate(zip(LABELS, values, strict=True)):
        placed += [(60, 24 + 12.0 * i, label), *((x, 24 + 12.0 * i, v) for x, v in zip(at, own, strict=False))]
    region = laid_out(laid(*placed)[0], [])
    assert region is not None
    return texts(region.rows)


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("step", [50.0, 70.0])
def test_headings_are_those_of_the_columns_in_whose_middle_they_stand(step: float, *, named: bool) -> None:
    at = tuple(120 + step * c for c in range(6))
    heads = [(x + 0.45 * step, 10.0, label) for x, label in zip(at, ("CR", "AVE", "1", "2", "3", "4"), strict=True)]
    read = rows([*([(82.0, 10.0, "Scale")] if named else []), *heads], at, LOW)
    assert read[0] == ["Scale" if named else "", "CR", "AVE", "1", "2", "3", "4"]
    assert [[cell for cell in row if cell] for row in read[1:]] == [[n, *v] for n, v in zip(LABELS, LOW, strict=True)]
    assert {len(row) for row in read} == {7}


def test_headings_over_their_values_stay_there() -> None:
    at = tuple(120 + 50.0 * c for c in range(6))
    read = rows([(x, 10.0, f"M{c}") for c, x in enumerate(at)], at, LOW)
    assert read[0] == ["", *(f"M{c}" for c in range(6))]


def test_a_heading_over_two_columns_is_not_put_over_one() -> None:
    at = (120.0, 180.0, 240.0, 300.0)
    heads = [(150.0, 10.0, "Salt of bread"), (262.0, 10.0, "Fit"), (322.0, 10.0, "t")]
    read = rows(heads, at, [[f"0.{i}{c}" for c in range(4)] for i in range(6)])
    assert not any(cell == "Salt of bread" for cell in read[0][:1])
    assert [cell for cell in read[-1] if cell] == ["Warmth", "0.50", "0.51", "0.52", "0.53"]
