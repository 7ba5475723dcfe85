"""Tables of one column of a page beside those of the other, with captions above them."""

import pytest

from evidence.read.pages import Line, Page, Rule, reading_order, regions_of
from tests.read.typed.test_layouts import words

GUTTER = 300.0
PROSE = "bakers like the crust of warm bread on a day of frost"
Placed = tuple[float, float, str]


def grid(x: float, y: float, number: int, *, step: float = 12.0) -> list[Placed]:
    """A caption and four rows of figures."""
    head = [(x, y, f"Table {number}. Salt and joy"), (x + 80, y + 16, "M"), (x + 130, y + 16, "SD")]
    return head + [
        cell
        for i in range(4)
        for cell in (
            (x, y + 30 + step * i, f"Oven{i}"),
            (x + 80, y + 30 + step * i, f"{number}.{i}1"),
            (x + 130, y + 30 + step * i, f"0.{number}{i}"),
        )
    ]


def page(placed: list[Placed], rules: list[Rule]) -> Page:
    every = [w for x, y, text in placed for w in words(x, y, text)]
    return Page(reading_order(every, GUTTER), every, rules, (), GUTTER)


def ruled(x: float, y: float) -> list[Rule]:
    return [Rule(x, x + 200, y + 12), Rule(x, x + 200, y + 27), Rule(x, x + 200, y + 78)]


def figures(lines: tuple[Line, ...]) -> set[str]:
    return {w.text for line in lines for w in line.words if "." in w.text}


@pytest.mark.parametrize("lower", [104.0, 110.0, 131.0])
@pytest.mark.parametrize("rules", [True, False])
def test_a_table_takes_no_rows_of_the_other_column(lower: float, *, rules: bool) -> None:
    left, right = grid(60, lower, 1), grid(310, 60, 2)
    text = [(60.0, 40 + 12.0 * i, PROSE) for i in range(5)] + [(310.0, 160 + 12.0 * i, PROSE) for i in range(9)]
    drawn = [*ruled(60, lower), *ruled(310, 60)] if rules else []
    found = regions_of(page([*left, *right, *text], drawn))
    told = {r.caption[0].text[:7]: figures(r.lines) for r in found if r.caption}
    assert told == {f"Table {n}": {f"{n}.{i}1" for i in range(4)} | {f"0.{n}{i}" for i in range(4)} for n in (1, 2)}


def test_a_table_over_both_columns_is_whole_under_a_caption_at_its_left() -> None:
    cells = [
        cell
        for i in range(5)
        for cell in (
            (60.0, 90 + 12.0 * i, f"Oven{i}"),
            (180.0, 90 + 12.0 * i, f"1.{i}1"),
            (400.0, 90 + 12.0 * i, f"0.1{i}"),
        )
    ]
    head = [(60.0, 60.0, "Table 1. Salt and joy"), (180.0, 76.0, "M"), (400.0, 76.0, "SD")]
    (found,) = regions_of(page([*head, *cells], []))
    assert figures(found.lines) >= {f"0.1{i}" for i in range(5)} | {f"1.{i}1" for i in range(5)}
