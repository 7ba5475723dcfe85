"""Headings that stand a word space apart over columns of their own."""

from collections.abc import Sequence

from evidence.read.pages.heads import Rule
from evidence.read.pages.laid import laid_out
from tests.read.typed.test_layouts import laid, texts

Placed = tuple[float, float, str]


def header(*heads: Placed, more: tuple[Placed, ...] = (), rules: Sequence[float] = ()) -> list[list[str]]:
    rows = [
        (x, 22 + 12 * n, text)
        for n in (1, 2, 3)
        for x, text in ((60, f"Oven {n}"), (200, f"0.{n}1"), (232, f"0.{n}2"), (264, f"0.{n}3"))
    ]
    region = laid_out(laid(*heads, *more, *rows)[0], [Rule(60, 300, y) for y in (9, *rules, 400)])
    assert region is not None
    return texts(region.rows)


def test_each_word_is_over_its_own_column() -> None:
    assert header((60, 10, "Bakery"), (186, 10, "Loading Alpha Variance"))[0] == [
        "Bakery",
        "Loading",
        "Alpha",
        "Variance",
    ]


def test_a_small_word_goes_on_with_the_heading_before_it() -> None:
    assert header((60, 10, "Bakery"), (190, 10, "Oven heat Salt Joy"))[0] == ["Bakery", "Oven heat", "Salt", "Joy"]


def test_a_heading_of_columns_that_have_headings_under_it_stays_whole() -> None:
    """As a rule parts it from them, they stand among the rows: `b`, `SE` and `95% CI` are no heading's words."""
    more = ((200, 22, "b"), (232, 22, "SE"), (264, 22, "95%"))
    rows = header((60, 10, "Bakery"), (196, 10, "Warmth of Ovens"), more=more, rules=[21])
    assert "Warmth of Ovens" in rows[0]
    assert rows[1][1:] == ["b", "SE", "95%"]
