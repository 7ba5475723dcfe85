"""Statements that wrap around the height of their values on a printed page, in rows of one line or several."""

import pytest

from evidence.read.pages.halfway import beside_values
from evidence.read.pages.heads import Rule
from evidence.read.pages.laid import Region, laid_out
from evidence.read.pages.wrapping import Piece
from tests.read.typed.test_layouts import laid, texts

ONE, TWO = ("The crust is brown.",), ("The oven keeps the heat that", "it has been given.")
RYE = ("The rye is from the", "fields by the sea.")
Placed = tuple[float, float, str]
HEAD: list[Placed] = [(60, 10, "Code"), (100, 10, "Item"), (300, 10, "Loading")]


def rows_below_head(statements: list[tuple[str, ...]], top: float, pitch: float, first: int = 1) -> list[Placed]:
    """Each statement on its lines, its code and its loading in the middle of their height."""
    placed: list[Placed] = []
    for number, lines in enumerate(statements, first):
        middle = top + pitch * (len(lines) - 1) / 2
        placed += [(100, top + pitch * i, line) for i, line in enumerate(lines)]
        placed += [(60, middle, f"IT{number}"), (300, middle, f"0.8{number}")]
        top += pitch * len(lines)
    return placed


def region_of(placed: list[Placed]) -> Region:
    found = laid_out(laid(*placed)[0], [Rule(0, 400, 22)])
    assert found is not None
    return found


@pytest.mark.parametrize("pitch", [9, 12])
@pytest.mark.parametrize("statements", [[TWO, RYE, TWO], [TWO, ONE, ONE, RYE, ONE]])
def test_words_above_and_below_their_values_come_into_one_row(statements: list[tuple[str, ...]], pitch: float) -> None:
    region = region_of([*HEAD, *rows_below_head(statements, 30, pitch)])
    assert texts(region.rows)[1:] == [
        [f"IT{number}", " ".join(lines), f"0.8{number}"] for number, lines in enumerate(statements, 1)
    ]


@pytest.mark.parametrize("pitch", [9, 11])
@pytest.mark.parametrize(
    "scales",
    [
        {"Crust": [TWO, ONE, ONE], "Joy": [ONE, TWO, RYE]},
        {"Crust": [TWO, ONE, ONE, ONE], "Joy": [ONE, TWO], "Salt": [TWO, ONE, RYE]},
    ],
)
def test_a_value_in_the_middle_of_rows_of_unequal_height_holds_for_all_of_them(
    scales: dict[str, list[tuple[str, ...]]], pitch: float
) -> None:
    placed: list[Placed] = [(0, 10, "Scale"), *HEAD, (360, 10, "Alpha")]
    top, number = 30.0, 1
    for alpha, (name, statements) in enumerate(scales.items(), 1):
        height = pitch * sum(map(len, statements))
        placed += rows_below_head(statements, top, pitch, number)
        placed += [(x, top + (height - pitch) / 2, text) for x, text in ((0, name), (360, f"0.9{alpha}"))]
        top, number = top + height, number + len(statements)
    cells = [cell for row in region_of(placed).rows[1:] for cell in row]
    spans = {cell.text: cell.rowspan for cell in cells}
    assert {name: spans[name] for name in scales} == {name: len(items) for name, items in scales.items()}
    assert [spans[f"0.9{alpha}"] for alpha in range(1, len(scales) + 1)] == [len(items) for items in scales.values()]
    assert " ".join(TWO) in spans


def band(top: float, *cells: tuple[int, str]) -> list[Piece]:
    (line,) = laid(*((100.0 * column, top, text) for column, text in cells))[0]
    made = []
    for column, text in cells:
        (chunk,) = laid((100.0 * column, top, text))[0]
        made.append(Piece(chunk, column, line, text[0].isdigit()))
    return made


def test_words_as_far_from_two_rows_stay_where_they_are() -> None:
    bands = [
        band(0, (0, "IT1"), (2, "0.81")), band(8, (1, "the heat that")), band(16, (0, "IT2"), (2, "0.82")),
        band(24, (1, "it was given")), band(32, (0, "IT3"), (2, "0.83")),
    ]  # fmt: skip
    assert beside_values(bands, 3) == bands


def test_words_in_the_lines_of_their_values_stay_there() -> None:
    bands = [band(12.0 * i, (0, f"IT{i}"), (1, "the crust"), (2, f"0.8{i}")) for i in range(4)]
    assert beside_values(bands, 3) == bands
    assert beside_values([band(0, (0, "Crust"), (1, "words"))], 2) == [band(0, (0, "Crust"), (1, "words"))]


def test_items_of_one_family_hold_for_the_value_that_stands_anywhere_beside_them() -> None:
    placed: list[Placed] = [(0, 10, "Scale"), *HEAD, (360, 10, "Alpha")]
    for i, code in enumerate(["CR1", "CR2", "CR3", "SA1", "SA2"]):
        top = 30.0 + 12 * i
        placed += [(60, top, code), (100, top, "The crust is brown."), (300, top, f"0.8{i}")]
    placed += [(0, 30, "Crust"), (360, 30, "0.91"), (0, 78, "Salt"), (360, 78, "0.92")]
    spans = {cell.text: cell.rowspan for row in region_of(placed).rows[1:] for cell in row}
    assert (spans["0.91"], spans["0.92"]) == (3, 2)
