"""Tables that pages, narrow cells and the middle of headings take apart: captions at the foot, cut words, torn rows."""

from dataclasses import replace

import pytest

from evidence.read import pdf
from evidence.read.pages.breaks import joined
from evidence.read.pages.cut import as_one, mended, uncut, words_of
from evidence.read.pages.heads import Rule
from evidence.read.pages.laid import Region, laid_out
from evidence.read.pages.lattice import Stroke, boxes_of
from evidence.read.pages.lines import Line, Word, gutter_of, lines_of
from evidence.read.pages.running import is_running
from evidence.read.pages.strips import columns_of, is_value
from tests.read.pages.test_pages import COLUMNS, HEAD, PROSE, ROWS, set_rows, the_table
from tests.read.pages.typesetting import Typesetter
from tests.read.typed.test_layouts import laid, texts, words


def test_a_caption_said_again_in_full_goes_on_with_its_table() -> None:
    page = Typesetter()
    page.paragraph(PROSE)
    for rows in (ROWS[:3], ROWS[3:]):
        page.y = 640 if rows is not ROWS[3:] and len(page.pages) == 1 else page.y
        page.paragraph("Table 1. Paths of the model", 9, after=4)
        set_rows(page, [HEAD, *rows], COLUMNS, "full", 280)
        if len(page.pages) == 1:
            page.page()
    assert the_table(pdf.to_source(page.pdf())) == [HEAD, *ROWS]


def test_a_caption_at_the_foot_heads_the_table_of_the_next_page() -> None:
    page = Typesetter()
    while page.y < 660:
        page.paragraph(PROSE)
    page.y += 12
    page.paragraph("Table 1. Paths of the model", 9, after=4)
    page.page()
    set_rows(page, [HEAD, *ROWS], COLUMNS, "none", 280)
    page.y += 20
    page.paragraph(PROSE)
    (grid,) = pdf.to_source(page.pdf()).grids
    assert grid.caption == "Table 1. Paths of the model"
    assert [[c.text for c in row] for row in grid.rows] == [HEAD, *ROWS]


def test_a_caption_at_the_foot_before_running_text_heads_nothing() -> None:
    page = Typesetter()
    while page.y < 660:
        page.paragraph(PROSE)
    page.y += 12
    page.paragraph("Table 1. Paths of the model", 9, after=4)
    page.page()
    page.paragraph(PROSE)
    assert not pdf.to_source(page.pdf()).grids


def rows_under(*head: tuple[float, float, str]) -> list[list[str]]:
    body = [(0.0, 60.0 + 14 * i, f"Scale{i}") for i in range(4)]
    body += [(60.0 + 50 * c, 60.0 + 14 * i, f"0.{i}{c}") for i in range(4) for c in range(4)]
    region = laid_out(laid(*head, *body)[0], [])
    assert region is not None
    return texts(region.rows)


def test_two_rows_of_headings_are_told_apart_by_the_space_between_them() -> None:
    head = [(0.0, 10.0, "Scale"), (0.0, 19.0, "name"), (60.0, 14.5, "Load"), (110.0, 14.5, "Error"), (160.0, 14.5, "t")]
    below = [(0.0, 34.0, "Group"), (60.0, 34.0, "Men"), (110.0, 34.0, "Women")]
    rows = rows_under(*head, *below)
    assert rows[:2] == [["Scale name", "Load", "Error", "t", ""], ["Group", "Men", "Women", "", ""]]


def test_a_heading_in_the_middle_of_headings_parts_their_columns() -> None:
    lines = laid(
        (112, 10, "Everybody"), (90, 20, "Path"), (150, 20, "Error"),
        *[(90.0 + 60 * c, 34.0 + 12 * i, f".{i}{c}") for i in range(4) for c in range(2)],
        *[(0.0, 34.0 + 12 * i, f"Way{i}") for i in range(4)],
    )[0]  # fmt: skip
    assert len(columns_of(lines)) == 3


def test_a_heading_reaches_over_the_columns_without_one() -> None:
    body = [(0.0, 40.0 + 12 * i, f"Item{i}") for i in range(20)]
    body += [(60.0 + 50 * c, 40.0 + 12 * i, f"0.{i % 9}{c}") for i in range(20) for c in range(4)]
    region = laid_out(laid((0, 20, "Item"), (125, 20, "Loadings"), *body)[0], [])
    assert region is not None
    assert [(c.text, c.colspan) for c in region.rows[0]] == [("Item", 1), ("Loadings", 4)]


def test_a_heading_of_rows_keeps_its_words_together() -> None:
    body: list[tuple[float, float, str]] = []
    for i in range(4):
        body += [(0.0, 30.0 + 24 * i, f"W{i}"), *((40.0 + 40 * c, 30.0 + 24 * i, f"0.{i}{c}") for c in range(3))]
        body.append((4.0, 42.0 + 24 * i, "Taste of bread: hunger and visits"))
    region = laid_out(laid((0, 15, "Way"), (40, 15, "Est"), (80, 15, "SE"), (120, 15, "t"), *body)[0], [])
    assert region is not None
    assert "Taste of bread: hunger and visits" in [c.text for row in region.rows for c in row]


def test_rows_are_no_running_text_where_figures_stand_on_one_side() -> None:
    line = Line(
        tuple(
            w for x, t in ((0, "The taste of bread shapes how often"), (160, ".42 .05 8.4 Yes")) for w in words(x, 0, t)
        )
    )
    assert not is_running(line, 0, 260, 150)
    assert is_value("0.42∗∗")


def test_the_gutter_is_where_fewer_lines_cross() -> None:
    left, right = "the taste of fresh bread is what shoppers come for", "and they say so in each of four towns we saw"
    page = [w for i in range(30) for x, t in ((0, left), (300, right)) for w in words(x, 12 * i, t)]
    page += [
        w
        for i in range(34)
        for x, t in ((0, "Bread of four kinds"), (120, f".{i} .{i} .{i}"))
        for w in words(x, 400 + 12 * i, t)
    ]
    gutter = gutter_of(page, 560)
    assert gutter is not None
    assert max(w.x1 for w in page if w.x0 < 250) <= gutter <= 300


def cell(*lines: str, width: float = 26) -> str:
    made = [Line((Word(t, 0, 5 * len(t), 10 * i, 10 * i + 8),)) for i, t in enumerate(lines)]
    return as_one([line.text for line in uncut(made, width)])


def test_numbers_that_a_cell_cut_are_whole() -> None:
    assert cell("12.61", "4**") == "12.614**"
    assert cell("-", "0.214") == "-0.214"
    assert cell("0.855", "0.912") == "0.855 0.912"  # two values under one another
    assert cell("0.8", "5") == "0.8 5"  # there was room


def test_words_that_a_cell_cut_are_whole_where_the_document_knows_them() -> None:
    known = {"reliability", "taste", "quality"}
    assert mended(cell("Relia", "bilit", "y"), known) == "Reliability"
    assert mended(cell("taste", "quali", "ty"), known) == "taste quality"
    assert mended(cell("Umami", "ness"), known) == "Umaminess"
    assert cell("Taste", "Quality") == "Taste Quality"


def test_words_are_those_of_running_text() -> None:
    lines, every = laid((0, 0, "Shoppers’ bread f (sold)"), (0, 20, "Relia"))
    assert words_of(lines, lambda w: w is every[-1]) == {"shoppers", "bread", "sold"}


def test_lines_of_a_cell_run_on() -> None:
    assert as_one(["Compen-", "sation", "and pay"]) == "Compensation and pay"
    assert as_one(["t-", "value"]) == "t- value"
    assert as_one(["信任", "感", "Trust"]) == "信任感 Trust"


def box(rows: list[list[str]], top: float = 0, around: list[Word] | None = None) -> list[Region]:
    ys = [top + 20.0 * i for i in range(len(rows) + 1)]
    xs = [100.0 * i for i in range(len(rows[0]) + 1)]
    inside = [
        w
        for y, row in zip(ys, rows, strict=False)
        for x, t in zip(xs, row, strict=False)
        for w in words(x + 3, y + 5, t)
    ]
    across, down = [Stroke(y, 0, xs[-1]) for y in ys], [Stroke(x, ys[0], ys[-1]) for x in xs]
    found = boxes_of(across, down, [*inside, *(around or [])])
    return [Region(b.top, b.bottom, b.x0, b.x1, b.rows, (), (), b.edges) for b in found]


def test_one_row_is_a_table_only_where_a_page_ends_or_begins() -> None:
    head = [["Scale", "Mean", "SD", "CR"]]
    over, under = words(0, 0, "We asked shoppers"), words(0, 200, "We asked shoppers")
    assert box(head, 100, over)
    assert not box(head, 100, [*over, *under])


def test_a_row_that_a_page_cut_is_one() -> None:
    (above,) = box([["Scale", "CR", "AVE"], ["Freshness of", ".91", ".66"]])
    (below,) = box([["bread", "", ""], ["Trust", ".88", ".61"], ["Price", ".87", ".60"]])
    (rest,) = box([["Bread", "", ""]], around=words(0, 200, "We asked"))
    (group,) = box([["Women", "", ""], ["Trust", ".88", ".61"], ["Price", ".87", ".60"]])
    whole, last, apart = joined(above, below), joined(above, rest), joined(above, group)
    assert whole is not None
    assert last is not None
    assert apart is not None
    assert [mended(row[0].text, {"bread", "of"}) for row in whole.rows] == [
        "Scale",
        "Freshness of bread",
        "Trust",
        "Price",
    ]
    assert len(last.rows) == 2
    assert [row[0].text for row in apart.rows] == ["Scale", "Freshness of", "Women", "Trust", "Price"]


def test_ends_of_words_are_no_column() -> None:
    cells = [(0.0, 40.0 + 12 * i, f"Item{i}") for i in range(40)]
    cells += [(80.0 if i < 20 else 160.0, 40.0 + 12 * i, f".{i + 10}") for i in range(40)]
    heads = [(60.0, 0.0, "Freshness"), (95.2, 10.0, "Everyday"), (88.0, 20.0, "Wu")]
    heads += [(160.0, float(y), "Price") for y in (0, 10, 20)]
    assert len(columns_of(laid(*heads, *cells)[0])) == 3
    assert lines_of([]) == []


SCALES = ["Item", "Mean", "Loading"]


def part(columns: tuple[float, float, float], caption: str, *rows: list[str]) -> Region:
    """A table below its caption, its columns at these places."""
    cells = [(x, 60.0 + 12 * i, text) for i, row in enumerate(rows) for x, text in zip(columns, row, strict=True)]
    found = laid_out(laid(*cells)[0], [])
    assert found is not None
    return replace(found, caption=tuple(laid((columns[0], 40, caption))[0]))


def test_a_part_that_says_its_header_again_may_have_its_columns_elsewhere() -> None:
    above = [["CR1", "3.1", ".81"], ["CR2", "3.2", ".82"], ["CR3", "3.3", ".83"]]
    below = [["SA1", "3.4", ".84"], ["SA2", "3.5", ".85"], ["SA3", "3.6", ".86"]]
    first = part((60, 160, 220), "Table 1. Items", SCALES, *above)
    whole = joined(first, part((60, 260, 400), "Table 1 (Cont.)", SCALES, *below))
    assert whole is not None
    assert texts(whole.rows) == [SCALES, *above, *below]
    assert [line.text for line in whole.lines][-1] == "SA3 3.6 .86"
    same = joined(first, part((60, 160, 220), "Table 1 (Cont.)", *below))
    assert same is not None
    assert texts(same.rows) == [SCALES, *above, *below]
    assert joined(first, part((60, 260, 400), "Table 2. Items", SCALES, *below)) is None


PAIRS = [(".31", ".05"), (".22", ".06"), (".12", ".07"), (".42", ".08"), (".19", ".04")]


def columns_over(pairs: list[tuple[str, ...]], wide: int) -> int:
    """How many columns a table has where two numbers stand side by side in rows over wide values between them."""
    placed: list[tuple[float, float, str]] = [(0, 20, "Item"), (60, 20, "B"), (90, 20, "SE"), (140, 20, "p")]
    for i in range(len(pairs) + wide):
        placed += [(0, 40 + 12 * i, f"Item{i}"), (140, 40 + 12 * i, f"0.{i}9")]
    for i, cells in enumerate(pairs):
        x = 60
        for cell in cells:
            placed.append((x, 40 + 12 * i, cell))
            x += 4 * len(cell) + 14 // (len(cells) - 1)
    placed += [(66, 40 + 12 * i, "12.41") for i in range(len(pairs), len(pairs) + wide)]
    return len(columns_of(laid(*placed)[0]))


@pytest.mark.parametrize(("pairs", "wide"), [(3, 1), (4, 1), (3, 2), (5, 3)])
def test_a_wide_value_between_two_columns_does_not_run_them_together(pairs: int, wide: int) -> None:
    assert columns_over([*PAIRS[:pairs]], wide) == 4


@pytest.mark.parametrize(
    ("pairs", "wide"),
    [
        (PAIRS[:2], 1),
        (PAIRS[:4], 3),  # values between them are as usual
        ([(".31", "lo0"), (".22", "hi0"), (".12", "lo1"), (".42", "hi1")], 1),
        ([(".31", "(.05)"), (".22", "(.06)"), (".12", "(.07)"), (".42", "(.08)")], 1),
        ([*PAIRS[:4], (".1", "2", "3")], 1),
        ([(".31", ".05"), ("1222.31", ".06"), (".12", ".07"), (".42", ".08")], 1),  # no white space goes through
    ],
)
def test_a_few_pairs_or_words_beside_numbers_are_no_two_columns(pairs: list[tuple[str, ...]], wide: int) -> None:
    assert columns_over([*pairs], wide) == 3


def test_an_f_between_coefficients_and_their_errors_on_a_page() -> None:
    page = Typesetter()
    rows = [[name, f".{i}1", f".0{i}", f".00{i}"] for i, name in enumerate(("Salt", "Crust", "Heat", "Rye"), 1)]
    page.table(
        "Table 1. Regression on joy", [["Predictor", "B", "SE", "p"], *rows, ["F", "", "", ""]], [0, 100, 133, 180]
    )
    page.text(page.left + 111, page.y - 10 - 9 * 1.5, "12.41", 9)
    page.paragraph(PROSE)
    (grid,) = pdf.to_source(page.pdf()).grids
    assert [[c.text for c in row] for row in grid.rows][1:5] == rows


@pytest.mark.parametrize("end", [220, 212, 202])
def test_a_heading_beyond_the_end_of_a_rule_heads_the_rows_below_it(end: float) -> None:
    cells = [(0.0, 10.0, "Predictor"), (100.0, 10.0, "Beta"), (150.0, 10.0, "Explained variance")]
    cells += [(x, 30.0 + 12 * i, text) for i in range(6) for x, text in ((0.0, f"Scale{i}"), (100.0, f"0.{i}1"))]
    region = laid_out(laid(*cells)[0], [Rule(0, 220, 5), Rule(0, end, 24), Rule(0, 220, 105)])
    assert region is not None
    assert [(c.text, c.rowspan) for c in region.rows[0]] == [("Predictor", 1), ("Beta", 1), ("Explained variance", 1)]
    assert texts(region.rows)[1:] == [[f"Scale{i}", f"0.{i}1", ""] for i in range(6)]


def test_a_value_between_rules_that_hardly_reach_over_its_column_holds_for_the_rows_beside_it() -> None:
    cells = [
        (0.0, 10.0, "Scale"),
        (100.0, 10.0, "Beta"),
        (150.0, 10.0, "Alpha"),
        (150.0, 54.0, ".91"),
        (150.0, 90.0, ".84"),
    ]
    cells += [(x, 30.0 + 12 * i, text) for i in range(7) for x, text in ((0.0, f"Scale{i}"), (100.0, f"0.{i}1"))]
    whole = [Rule(0, 170, y) for y in (5, 24, 114)]
    region = laid_out(laid(*cells)[0], [*whole, Rule(0, 158, 40), Rule(0, 158, 100), Rule(0, 168, 76)])
    assert region is not None
    assert {c.text: c.rowspan for row in region.rows for c in row if c.text in (".91", ".84")} == {".91": 4, ".84": 3}


def test_a_summary_of_hypotheses_without_figures_stands_over_its_caption() -> None:
    page = Typesetter()
    page.paragraph(PROSE)
    rows = [["H1", "Supported in part"], ["H2", "Supported"], ["H3", "Not supported"], ["H4a", "Supported"]]
    page.y += 12
    page.rule(page.y, page.left, 280)
    set_rows(page, [["Hypothesis", "Result"], *rows], [0, 90], "ends", 280)
    page.y -= 8
    page.paragraph("Table 1: Summary of results", 9, after=16)
    page.paragraph(PROSE)
    assert the_table(pdf.to_source(page.pdf())) == [["Hypothesis", "Result"], *rows]
