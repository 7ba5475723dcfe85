"""Rows of a page whose numbers do not stand under their headings, and headings over several columns that tell of groups."""

import pytest

from evidence.read.pages.laid import laid_out
from evidence.read.text import to_source
from evidence.read.understanding import understand
from tests.read.typed.test_layouts import laid, texts

STEP = 24.0
HEADS = ("Beta", "SE", "t", "p", "LL")


def last_row(*places: float, rows: int = 8, columns: int = 0) -> list[str]:
    """How a row is read whose numbers stand at these places below some rows with theirs in columns at 70, 94, 118, ..."""
    at = [70 + STEP * c for c in range(columns or len(places))]
    cells = [(0.0, 10.0, "Path"), *((x, 10.0, head) for x, head in zip(at, HEADS, strict=False))]
    for i in range(rows):
        cells += [(0.0, 24.0 + 12 * i, f"Way{i}"), *((x, 24.0 + 12 * i, f"0.{i}{c}") for c, x in enumerate(at))]
    y = 24.0 + 12 * rows
    region = laid_out(laid(*cells, (0, y, "Oven"), *((x, y, f"-.9{i}") for i, x in enumerate(places)))[0], [])
    assert region is not None
    assert len(region.rows[0]) == len(at) + 1
    return texts(region.rows)[-1]


@pytest.mark.parametrize(
    ("places", "rows"),
    [
        ((82, 112, 130), 20),
        ((77, 107, 131, 157), 4),
        ((79, 105, 131, 155), 20),
        ((72, 102, 132, 153, 174), 8),
        ((78, 108, 129, 147, 165), 4),
        ((61, 82, 108, 134, 155), 4),
        ((63, 84, 110, 128, 158), 20),
    ],
)
def test_numbers_pushed_together_go_over_as_many_columns_as_they_reach_across(
    places: tuple[float, ...], rows: int
) -> None:
    assert last_row(*places, rows=rows) == ["Oven", *(f"-.9{i}" for i in range(len(places)))]


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ((70, 94, 118), ["-.90", "-.91", "-.92", "", ""]),
        ((70, 118, 166), ["-.90", "", "-.91", "", "-.92"]),
        ((94, 118), ["", "-.90", "-.91", "", ""]),
        ((70, 94, 108, 126), ["-.90", "-.91", "-.92 -.93", "", ""]),
        ((70, 94, 104, 126), ["-.90", "-.91 -.92", "-.93", "", ""]),
    ],
)
def test_numbers_that_are_more_or_fewer_than_the_columns_they_reach_across_stay(
    places: tuple[float, ...], told: list[str]
) -> None:
    assert last_row(*places, columns=5) == ["Oven", *told]


ACROSS = (80, 110, 140, 170, 200, 230)


def headings(stats: tuple[str, ...], heads: tuple[tuple[float, str], ...]) -> list[list[tuple[str, int]]]:
    """The headings of a table of six columns, and over how many columns each reaches."""
    body = [(0.0, 40.0 + 12 * i, f"Way{i}") for i in range(4)]
    body += [(x, 40.0 + 12 * i, f"0.{i}{c}") for i in range(4) for c, x in enumerate(ACROSS)]
    over = [(x, 10.0, text) for x, text in heads]
    names = [(0.0, 24.0, "Path"), *((x, 24.0, text) for x, text in zip(ACROSS, stats, strict=True))]
    region = laid_out(laid(*over, *names, *body)[0], [])
    assert region is not None
    return [[(c.text, c.colspan) for c in row] for row in region.rows[:2]]


@pytest.mark.parametrize("starts", [(90, 150, 212), (80, 140, 200), (84, 144, 204)])
@pytest.mark.parametrize("last", [("z", "p"), ("Chi2", "p"), ("B", "SE")])
def test_groups_over_statistics_that_come_again_and_over_those_of_their_difference(
    last: tuple[str, str], starts: tuple[float, ...]
) -> None:
    heads = tuple(zip(starts, ("Girls", "Boys", "Gap"), strict=True))
    over, names = headings(("B", "SE", "B", "SE", *last), heads)
    assert over == [("", 1), ("Girls", 2), ("Boys", 2), ("Gap", 2)]
    assert [text for text, _ in names] == ["Path", "B", "SE", "B", "SE", *last]


@pytest.mark.parametrize("stats", [("B", "SE", "t", "p", "LL", "UL"), ("B", "SE", "z", "p", "B", "SE")])
def test_headings_over_statistics_that_do_not_come_again_are_over_one_column(stats: tuple[str, ...]) -> None:
    over, _ = headings(stats, ((80, "Girls"), (140, "Boys"), (200, "Gap")))
    assert {span for text, span in over if text} == {1}


def test_two_headings_over_other_statistics_are_no_group_and_its_difference() -> None:
    over, _ = headings(("B", "SE", "t", "z", "p", "df"), ((80, "Girls"), (170, "Gap")))
    assert {span for text, span in over if text} == {1}


def test_the_groups_of_a_page_set_with_spaces_and_their_difference() -> None:
    table = [
        "                   Girls            Boys             Gap",
        "Path               B      SE        B      SE        z      p",
        *(f"{name} -> Joy{'':9}.{i}1    .0{i}       .{i}2    .0{i}       1.{i}1   .{i}11"[:70]
          for i, name in enumerate(("Salt", "Rust", "Heat", "Oven"), 1)),
    ]  # fmt: skip
    prose = "Bread that is baked on the spot makes many of them come again."
    text = "\n".join([prose, "", "Table 1. Paths by group", "", *table, "", prose, "\f" + prose, prose])
    (record,) = understand(to_source(text.encode()))
    assert [(p.from_, p.b, p.se, p.group) for p in record.paths[:4]] == [
        ("Salt", ".11", ".01", "Girls"),
        ("Salt", ".12", ".01", "Boys"),
        ("Rust", ".21", ".02", "Girls"),
        ("Rust", ".22", ".02", "Boys"),
    ]
