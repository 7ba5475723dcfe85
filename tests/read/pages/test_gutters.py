"""Where a page of two columns is divided, and that the labels of a table beside its rows make no second column."""

import pytest

from evidence.read.pages import Sheet
from evidence.read.pages.lines import Word, gutter_of
from evidence.read.pages.printed import _bodies
from tests.read.typed.test_layouts import words

ITEMS = "warm bread makes them glad each day they come by"
WIDTH, ELSEWHERE = 560.0, 280.0  # of the page, and where the other pages have their columns parted


def labelled(every: int) -> list[Word]:
    """Forty rows of items, and at their left a label for every few of them."""
    rows = [w for i in range(40) for w in words(180, 12.0 * i, ITEMS)]
    return [*rows, *(w for i in range(0, 40, every) for w in words(0, 12.0 * i, "Joy of bakers"))]


@pytest.mark.parametrize("every", [2, 3, 4, 5])
def test_labels_of_several_rows_are_no_column(every: int) -> None:
    assert gutter_of(labelled(every), WIDTH) is None


def test_lines_that_follow_one_another_are_a_column() -> None:
    gutter = gutter_of(labelled(1), WIDTH)
    assert gutter is not None
    assert 60 < gutter <= 180


def beside(left: int, right: int) -> list[Word]:
    """Lines of running text that end, and that begin, where the other pages have their columns parted."""
    made = [w for i in range(left) for w in words(82, 12.0 * i, ITEMS)]
    return [*made, *(w for i in range(right) for w in words(290, 12.0 * i, ITEMS))]


@pytest.mark.parametrize(("left", "right"), [(1, 12), (6, 0), (6, 6)])
def test_a_few_lines_are_a_column_where_the_other_pages_have_theirs(left: int, right: int) -> None:
    assert gutter_of(beside(left, right), WIDTH, ELSEWHERE) is not None


@pytest.mark.parametrize("labels", [(), ("Salt", "Crust", "Warm ovens")])
def test_items_with_nothing_but_labels_at_their_left_are_no_second_column(labels: tuple[str, ...]) -> None:
    named = [w for i, label in enumerate(labels) for w in words(180, 48.0 * i, label)]
    assert gutter_of([*beside(0, 12), *named], WIDTH, ELSEWHERE) is None


@pytest.mark.parametrize(
    ("ends", "column"), [((250, 250), True), ((262, 255, 258), True), ((262,), False), ((), False)]
)
def test_short_lines_that_end_at_the_place_of_the_other_pages_are_a_column(
    ends: tuple[float, ...], column: bool
) -> None:
    short = [w for i, x in enumerate(ends) for w in words(x, 48.0 * i, "Salt")]
    assert (gutter_of([*beside(0, 12), *short], WIDTH, ELSEWHERE) is not None) is column


def sheet(*, wide: int) -> Sheet:
    """Two columns of running text, below a table whose names and statements are parted elsewhere."""
    rows = [w for i in range(wide) for x in (20, 215) for w in words(x, 12.0 * i, ITEMS[: 40 if x == 20 else 49])]
    text = [w for i in range(14) for x in (100, 290) for w in words(x, 12.0 * (wide + 2 + i), ITEMS)]
    return Sheet([*rows, *text], [], [], [], WIDTH, 900.0)


@pytest.mark.parametrize(("tables", "told"), [((0, 0, 30), True), ((0, 30, 0), True), ((0, 30, 30), False)])
def test_two_pages_of_three_tell_where_the_third_is_divided(tables: tuple[int, ...], *, told: bool) -> None:
    gutters = [page.gutter or 0.0 for page in _bodies([sheet(wide=wide) for wide in tables], set())]
    assert all(abs(gutter - gutters[tables.index(0)]) < 10 for gutter in gutters) is told
