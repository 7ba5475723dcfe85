"""Headings that stand a word space apart over columns of their own."""

from collections.abc import Sequence

from evidence.read.pages.heads import Rule
from evidence.read.pages.laid import laid_out
from evidence.read.text import to_source
from tests.read.typed.test_layouts import laid, texts

Placed = tuple[float, float, str]


ROWS = [
    (x, 22 + 12 * n, text)
    for n in (1, 2, 3)
    for x, text in ((60, f"Oven {n}"), (200, f"0.{n}1"), (232, f"0.{n}2"), (264, f"0.{n}3"))
]


def header(*heads: Placed, more: tuple[Placed, ...] = (), rules: Sequence[float] = ()) -> list[list[str]]:
    region = laid_out(laid(*heads, *more, *ROWS)[0], [Rule(60, 300, y) for y in (9, *rules, 400)])
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


def rows_of(heads: list[Placed], xs: tuple[float, ...], cells: list[str], more: list[Placed]) -> list[list[str]]:
    """The rows of a table of three bakeries whose cells stand at some places."""
    body = [(x, 22 + 12 * n, cell.format(n)) for n in (1, 2, 3) for x, cell in zip(xs, cells, strict=True)]
    stub = [(60.0, 22.0 + 12 * n, f"Oven-{n}") for n in (1, 2, 3)]
    region = laid_out(laid(*heads, *body, *stub, *more)[0], [])
    assert region is not None
    return texts(region.rows)


def test_a_narrow_heading_of_three_columns_does_not_run_them_together() -> None:
    """It stands over the middle one and reaches into the white space beside that, over no cell of the others."""
    over = [(60.0, 10.0, "Bakery"), (221.0, 10.0, "Warmth of ovens")]
    steps = [(x, 22.0, f"Step {n}") for n, x in enumerate((200.0, 238.0, 276.0), 1)]
    rows = rows_of([*over, *steps], (202, 240, 278), ["0.{}1", "0.{}2", "0.{}3"], [])
    assert rows[-1] == ["Oven-3", "0.31", "0.32", "0.33"]


def test_stars_that_reach_under_the_next_value_do_not_run_columns_together() -> None:
    heads = [(204.0, 22.0, "B"), (230.0, 22.0, "SE"), (264.0, 22.0, "t")]
    more = [(60, 70, "Change"), (194, 70, "0.44"), (214, 70, "***"), (262, 70, "0.45")]
    more += [(60, 82, "Frost"), (202, 82, "0.46"), (224, 82, "-0.47"), (262, 82, "0.48")]
    rows = rows_of(heads, (202, 228, 248, 262), ["0.{}1", "0.{}2", "**", "0.{}3"], more)
    assert rows[1] == ["Oven-1", "0.11", "0.12 **", "0.13"]


def test_a_column_of_stars_alone_is_one() -> None:
    heads = [(204.0, 22.0, "B"), (242.0, 22.0, "p"), (270.0, 22.0, "SE")]
    assert rows_of(heads, (202, 240, 270), ["0.{}1", "***", "0.{}2"], [])[1] == ["Oven-1", "0.11", "***", "0.12"]


_TYPED = """Ovens and joy: a survey of bakers

Anna Roe and Bert Doe

We asked bakers in two towns about their ovens, and what these have to do with their joy, over the whole of a long summer.
\f
Table 7. Serial indirect effects on joy.

                                                                       Patient ovenkeeper                     {}
Indirect path                                                   Estimate                95% CI            Estimate          95% CI
Warm salt → Crust → Calm → Joy of bread and rye                    .148            [.092, .221]             .051           [.015, .099]
Frost → Crust → Calm → Joy of bread and rye                        .051            [.014, .094]             .118           [.065, .188]
Old guilt → Crust → Calm → Joy of bread and rye                    .112            [.062, .168]             .016          [−.019, .054]
"""


def test_headings_of_a_kind_stay_whole_over_their_columns() -> None:
    (grid,) = to_source(_TYPED.format("Seasoned ovenkeeper").encode()).grids
    over = [cell.text for cell in grid.rows[0]]
    assert over == ["", *["Patient ovenkeeper"] * 2, *["Seasoned ovenkeeper"] * 2]
