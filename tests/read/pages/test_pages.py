"""Printed tables: the same table is read whatever rules it has, wherever it stands, and where a page ends in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.read import pdf
from evidence.read.model import Grid, Source
from evidence.read.pages import Line, Stroke, Word, boxes_of, gutter_of, is_typed, joined, lines_of, sheets_of
from evidence.read.pages.blocks import blocks_of
from evidence.read.pages.counted import counted_rows
from evidence.read.pages.laid import Region, laid_out
from evidence.read.pages.running import is_running
from evidence.read.pages.wrapping import Piece
from evidence.read.text import to_source
from tests.read.pages.typesetting import Typesetter, width_of

PROSE = (
    "We asked shoppers in four towns what they think of bread that is baked on the spot and how often they would "
    "come again for it, and the answers were given on a scale of seven steps, as is usual in such work."
)
HEAD = ["Path", "Beta", "t", "Result"]
ROWS = [
    ["Trust to use", "0.31", "4.10", "yes"],
    ["Habit to use", "0.42", "5.20", "yes"],
    ["Price to use", "-0.08", "1.10", "no"],
    ["Trust to habit", "0.25", "3.30", "yes"],
    ["Price to trust", "0.12", "1.90", "no"],
    ["Place to habit", "0.19", "2.40", "yes"],
]


def cells(grid: Grid) -> list[list[str]]:
    return [[c.text for c in row] for row in grid.rows]


def the_table(source: Source) -> list[list[str]]:
    (grid,) = source.grids
    assert grid.label == "Table 1"
    shown = [source.text[c.span[0] : c.span[1]] for row in grid.rows for c in row if c.origin and c.span]
    assert shown == [c.text for row in grid.rows for c in row if c.origin and c.span]
    return cells(grid)


def set_rows(page: Typesetter, rows: list[list[str]], columns: list[float], rules: str, right: float) -> None:
    """Rows with full boxes, a rule under each, rules at top and bottom, or none."""
    top = page.y
    for i, row in enumerate(rows):
        if rules in ("full", "rows") or (rules == "weak" and i < 2):
            page.rule(page.y, page.left, right)
        for x, cell in zip(columns, row, strict=True):
            page.text(page.left + x + 3, page.y + 3, cell, 9)
        page.y += 15
    if rules != "none":
        page.rule(page.y, page.left, right)
    if rules == "full":
        for x in [*(page.left + c for c in columns), right]:
            low, high = 792 - page.y, 792 - top
            page.pages[-1].append(f"0.5 w {x:.2f} {low:.2f} m {x:.2f} {high:.2f} l S")
    page.y += 12


COLUMNS = [0.0, 88.0, 130.0, 170.0]


@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize("place", ["page", "left", "right"])
@pytest.mark.parametrize("rules", ["full", "rows", "weak", "none"])
def test_a_table_is_the_same_with_any_rules_in_any_column(rules: str, place: str, below: bool) -> None:
    page = Typesetter()
    if place == "page":
        page.paragraph(PROSE)
    else:
        for left, right in ((50, 290), (320, 560)):
            page.column(left, right, 60)
            for _ in range(4):
                page.paragraph(PROSE)
        page.column(*((50, 290) if place == "left" else (320, 560)), page.y + 10)
    right = page.left + 220
    if not below:
        page.paragraph("Table 1. Paths of the model", 9, after=6)
    set_rows(page, [HEAD, *ROWS], COLUMNS, rules, right)
    if below:
        page.y -= 8
        page.paragraph("Table 1. Paths of the model", 9, after=6)
    page.y += 14
    page.paragraph(PROSE)
    assert the_table(pdf.to_source(page.pdf())) == [HEAD, *ROWS]


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("rules", ["full", "weak", "none"])
def test_a_table_broken_over_a_page_is_whole(rules: str, again: bool) -> None:
    page = Typesetter()
    page.paragraph(PROSE)
    page.y = 600
    page.paragraph("Table 1. Paths of the model", 9, after=6)
    set_rows(page, [HEAD, *ROWS[:4]], COLUMNS, rules, 280)
    page.page()
    set_rows(page, [HEAD, *ROWS[4:]] if again else ROWS[4:], COLUMNS, "none" if rules == "weak" else rules, 280)
    page.y += 20
    page.paragraph(PROSE)
    assert the_table(pdf.to_source(page.pdf())) == [HEAD, *ROWS]


def test_a_table_set_sideways_is_turned() -> None:
    page = Typesetter()
    rows = [HEAD, *ROWS, *[[f"{a} again", b, c, d] for a, b, c, d in ROWS]]

    def turned(x: float, y: float, text: str) -> None:
        page.pages[-1].append(f"BT /F1 9 Tf 0 1 -1 0 {y:.2f} {x:.2f} Tm ({text}) Tj ET")

    turned(80, 100, "Table 1. Paths of the model")
    for i, row in enumerate(rows):
        for x, cell in zip(COLUMNS, row, strict=True):
            turned(80 + 1.5 * x, 124 + 16 * i, cell)
    assert the_table(pdf.to_source(page.pdf())) == rows


def test_headings_reach_over_what_they_head() -> None:
    page = Typesetter()
    page.paragraph(PROSE)
    page.paragraph("Table 1. Groups", 9, after=6)
    columns = [0.0, 120.0, 160.0, 220.0, 260.0]
    for text, first, last in (("Students", 1, 2), ("Teachers", 3, 4)):
        middle = page.left + (columns[first] + columns[last] + width_of("0.31", 9)) / 2
        page.text(middle - width_of(text, 9) / 2, page.y, text, 9)
    page.y += 14
    rows = [["Path", "Beta", "SE", "Beta", "SE"]] + [[r[0], r[1], ".05", "0.28", ".06"] for r in ROWS]
    for row in rows:
        for x, cell in zip(columns, row, strict=True):
            page.text(page.left + x, page.y, cell, 9)
        page.y += 14
    assert the_table(pdf.to_source(page.pdf()))[:2] == [["", "Students", "Students", "Teachers", "Teachers"], rows[0]]


def typed(rows: list[list[str]], gaps: list[int]) -> str:
    """Rows as `pdftotext -layout` sets them, with a page of prose around them."""
    widths = [max(len(row[c]) for row in rows) + gaps[c] for c in range(len(rows[0]))]
    shown = ["".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([PROSE, "", "      Table 1. Paths of the model", "", *shown, "", PROSE, "\f" + PROSE])


@settings(max_examples=30, deadline=None)
@given(gaps=st.lists(st.integers(2, 9), min_size=4, max_size=4), indent=st.integers(0, 12))
def test_a_typed_table_is_the_same_with_any_gaps(gaps: list[int], indent: int) -> None:
    gaps[0] = max(gaps[0], 3)
    text = typed([[" " * indent + row[0], *row[1:]] for row in [HEAD, *ROWS]], gaps)
    assert is_typed(text)
    assert the_table(to_source(text.encode())) == [HEAD, *ROWS]


def test_text_without_pages_or_places_keeps_its_offsets() -> None:
    assert not is_typed("One line.\nAnother     line.")
    assert not is_typed("\f".join(["Running text of a page."] * 3))
    assert [len(s.words) for s in sheets_of("a b\f\f表 c")] == [2, 2]


def test_rows_that_lost_their_white_space_are_read_by_order() -> None:
    lines = [["Item", "F1", "F2", "F3"], ["A1", ".81", ".20", ".10"], ["A2", ".77", ".21", ".11"]]
    lines += [["B", "one", ".20", ".70", ".10"]]
    laid = lines_of(w for i, line in enumerate(lines) for w in crowded(line, 14.0 * i))
    rows = counted_rows(laid, 2)
    assert rows is not None
    assert [[c.text for c in row] for row in rows][3] == ["B one", ".20", ".70", ".10"]
    triangle = [["A", "B", "C"], ["A", "1"], ["B", ".2", "1"], ["C", ".3", ".4", "1"]]
    laid = lines_of(w for i, line in enumerate(triangle) for w in crowded(line, 14.0 * i))
    rows = counted_rows(laid, 2)
    assert rows is not None
    assert [[c.text for c in row] for row in rows] == [
        ["", "A", "B", "C"], ["A", "1", "", ""], ["B", ".2", "1", ""], ["C", ".3", ".4", "1"],
    ]  # fmt: skip


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_a_row_with_another_number_of_numbers_is_not_guessed(missing: int) -> None:
    lines = [["Item", "F1", "F2", "F3"], *([f"A{i}", ".81", ".20", ".10"] for i in range(4))]
    lines[2] = lines[2][: 4 - missing] if missing < 3 else [*lines[2], ".9"]
    laid = lines_of(w for i, line in enumerate(lines) for w in crowded(line, 14.0 * i))
    assert counted_rows(laid, 2) is None or missing == 3
    assert counted_rows(laid[:1], 2) is None


def crowded(words: list[str], top: float) -> list[Word]:
    made, x = [], 0.0
    for word in words:
        made.append(Word(word, x, x + 5 * len(word), top, top + 12))
        x += 5 * len(word) + 5
    return made


@settings(max_examples=40, deadline=None)
@given(sizes=st.lists(st.integers(1, 5), min_size=2, max_size=6))
def test_values_in_the_middle_of_their_rows_find_them(sizes: list[int]) -> None:
    bands: list[tuple[float, list[tuple[int, str]]]] = []
    at = 0.0
    for size in sizes:
        bands += [(at + 20 * i, [(1, f"I{i}"), (2, "0.70")]) for i in range(size)]
        bands.append((at + 10 * (size - 1), [(0, "Name"), (3, "0.80")]))
        at += 20 * size
    words = [Word(t, 100.0 * c, 100.0 * c + 20, y, y + 10) for y, row in bands for c, t in row]
    lines = lines_of(words)
    pieces = [[Piece(Line((w,)), int(w.x0 // 100), line, w.text[0] == "0") for w in line.words] for line in lines]
    found = blocks_of(pieces, 4)
    if all(size == 1 for size in sizes) or sum(sizes) * 0.6 < len(sizes):
        assert found is None
    else:
        assert found is not None
        assert [b - a for a, b in found[1][3]] == sizes


def test_boxes_need_lines_across_and_down() -> None:
    words = [Word("a", 10, 15, 10, 20)] * 4
    assert boxes_of([Stroke(0, 0, 100)], [Stroke(0, 0, 100)], words) == []
    across, down = [Stroke(y, 0, 100) for y in (0, 30, 60)], [Stroke(x, 0, 60) for x in (0, 50, 100)]
    assert boxes_of(across, down, words) == []
    filled = [Word(t, x, x + 10, y, y + 10) for t, x, y in (("A", 5, 10), ("B", 55, 10), ("C", 5, 40), ("D", 55, 40))]
    (box,) = boxes_of(across, down, filled)
    assert [[c.text for c in row] for row in box.rows] == [["A", "B"], ["C", "D"]]
    more = [Stroke(90, 0, 100)]
    below = [Word("E", 5, 15, 70, 80), Word("F", 55, 65, 70, 80)]
    standing = [Stroke(0, 0, 90), Stroke(50, 30, 90), Stroke(100, 0, 90)]
    (wide,) = boxes_of([*across, *more], standing, [*filled, *below])
    assert [c.colspan for c in wide.rows[0]] == [2]


def test_two_tables_are_not_one() -> None:
    lines = lines_of(w for i, row in enumerate([HEAD, *ROWS]) for w in spaced(row, 20.0 * i))
    first = laid_out(lines, [])
    assert first is not None
    caption = tuple(lines_of([Word("Table", 0, 20, 0, 10), Word("2", 25, 30, 0, 10)]))
    other = Region(20, 90, 0, 300, first.rows, caption, ())
    assert joined(first, other) is None
    assert joined(first, Region(0, 90, 900, 990, first.rows, (), ())) is None


def spaced(row: list[str], top: float) -> list[Word]:
    return [Word(t.replace(" ", "_"), x, x + 30, top, top + 10) for t, x in zip(row, (0, 100, 200, 300), strict=True)]


def test_a_page_of_figures_has_no_gutter() -> None:
    words = [Word(f"0.{i}{j}", 50 + 80 * j, 70 + 80 * j, 20.0 * i, 20.0 * i + 10) for i in range(30) for j in range(6)]
    assert gutter_of(words, 600) is None
    assert gutter_of(words[:10], 600) is None


def set_page(*placed: tuple[float, float, str]) -> list[list[str]]:
    """The rows of lines set at places under a caption, by white space alone."""
    words = []
    for x, y, text in placed:
        at = x
        for word in text.split():
            words.append(Word(word, at, at + 5 * len(word), y, y + 9))
            at += 5 * len(word) + 2.5
    laid = laid_out(lines_of(words), [])
    assert laid is not None
    return [[t for c in row for t in [c.text, *[c.text] * (c.colspan - 1)]] for row in laid.rows]


def test_headings_at_the_left_of_what_they_head() -> None:
    models = [(100.0 + 60 * i, 12.0, f"Model {i + 1}") for i in range(4)]
    numbers = [(100.0 + 60 * i, 24.0 + 12 * j, f"0.{i}{j}") for i in range(4) for j in range(3)]
    names = [(0.0, 24.0 + 12 * j, name) for j, name in enumerate(("Age", "Trust", "Habit"))]
    rows = set_page((100, 0, "Safety"), (220, 0, "Voice"), (0, 12, "Variable"), *models, *names, *numbers)
    assert rows[0] == ["", "Safety", "Safety", "Voice", "Voice"]
    assert rows[1] == ["Variable", "Model 1", "Model 2", "Model 3", "Model 4"]


def test_a_heading_in_the_middle_heads_the_rows_under_it() -> None:
    head = [(0.0, 0.0, "Scale"), (100.0, 0.0, "A"), (160.0, 0.0, "B"), (220.0, 0.0, "C")]
    body = [(0.0, 24.0 + 12 * i, n) for i, n in enumerate("ABC")]
    body += [(100.0 + 60 * j, 24.0 + 12 * i, f"0.{i}{j}") for i in range(3) for j in range(3)]
    rows = set_page(*head, (105, 12, "First time"), *body)
    assert rows[1] == ["First time"] * 4


def test_headings_at_half_height_are_one_row() -> None:
    head = [
        (0.0, 6.0, "Scale"),
        (100.0, 0.0, "CR"),
        (160.0, 0.0, "AVE"),
        (100.0, 12.0, "above"),
        (160.0, 12.0, "least"),
    ]
    body = [(0.0, 30.0 + 12 * i, n) for i, n in enumerate(("Trust", "Habit", "Price"))]
    body += [(100.0 + 60 * j, 30.0 + 12 * i, f"0.{i}{j}") for i in range(3) for j in range(2)]
    assert set_page(*head, *body)[0] == ["Scale", "CR above", "AVE least"]


def test_a_box_whose_rows_no_line_parts_has_a_row_for_each_line() -> None:
    across, down = [Stroke(y, 0, 150) for y in (0, 20, 80)], [Stroke(x, 0, 80) for x in (0, 50, 100, 150)]
    words = [Word(t, x, x + 20, 5, 15) for t, x in (("Item", 5), ("Beta", 55), ("SE", 105))]
    for i in range(3):
        y = 24.0 + 18 * i
        words += [
            Word(f"A{i}", 5, 15, y, y + 10),
            Word(f"0.{i}1", 55, 75, y, y + 10),
            Word(f"0.{i}2", 105, 125, y, y + 10),
        ]
    (box,) = boxes_of(across, down, words)
    assert [[c.text for c in row] for row in box.rows] == [
        ["Item", "Beta", "SE"], ["A0", "0.01", "0.02"], ["A1", "0.11", "0.12"], ["A2", "0.21", "0.22"],
    ]  # fmt: skip


def test_a_table_that_says_it_is_continued_is_one_and_a_bare_label_takes_its_title() -> None:
    page = Typesetter()
    page.paragraph(PROSE)
    page.y = 640
    page.text(60, page.y, "Table 1", 9)
    page.y += 18
    page.paragraph("Paths of the model", 9, after=4)
    set_rows(page, [HEAD, *ROWS[:3]], COLUMNS, "full", 280)
    page.page()
    page.paragraph("Table 1 (continued)", 9, after=4)
    set_rows(page, [HEAD, *ROWS[3:]], COLUMNS, "full", 280)
    source = pdf.to_source(page.pdf())
    assert the_table(source) == [HEAD, *ROWS]
    assert source.grids[0].caption == "Table 1 Paths of the model"


def test_rules_that_part_groups_do_not_end_a_table() -> None:
    page = Typesetter()
    page.paragraph(PROSE)
    page.paragraph("Table 1. Paths of the model", 9, after=6)
    page.rule(page.y, 60, 280)
    for i, row in enumerate([HEAD, *ROWS]):
        for x, cell in zip(COLUMNS, row, strict=True):
            page.text(60 + x, page.y + 3, cell, 9)
        page.y += 15
        if i in (0, 3):
            page.rule(page.y, 60, 280)
    assert the_table(pdf.to_source(page.pdf())) == [HEAD, *ROWS]


def test_tables_that_begin_with_a_rule_over_their_caption_end_without_one() -> None:
    page = Typesetter()
    page.paragraph(PROSE)
    for number in (1, 2):
        page.rule(page.y)
        page.y += 3
        page.paragraph(f"Table {number}. Paths of the model", 9, after=2)
        page.rule(page.y)
        for i, row in enumerate([HEAD, *ROWS]):
            for x, cell in zip(COLUMNS, row, strict=True):
                page.text(60 + x, page.y + 3, cell, 9)
            page.y += 15
            if i == 0:
                page.rule(page.y)
        page.y += 20
        page.paragraph(PROSE)
        page.paragraph("Hypothesis 1 was supported.")
    source = pdf.to_source(page.pdf())
    assert [cells(g) for g in source.grids] == [[HEAD, *ROWS]] * 2
    assert sum("Hypothesis 1 was supported." in source.of(b) for b in source.blocks) == 2  # between tables, not in one


def test_a_first_row_of_dashes_is_no_heading() -> None:
    rows = [["1. Age", "-", "-", ""], ["2. Trust", "4.10", ".31", "-"], ["3. Habit", "3.90", ".12", ".25"]]
    page = Typesetter()
    page.paragraph(PROSE)
    page.table("Table 1. Correlations", [["Variable", "Mean", "1", "2"], *rows], [0, 100, 180, 260])
    page.paragraph(PROSE)
    assert the_table(pdf.to_source(page.pdf()))[1] == rows[0]


def test_what_the_end_of_a_line_cuts_is_whole_again() -> None:
    page = Typesetter()
    for line in ("MATERIALS AND METHODS", "Measures"):
        page.text(60, page.y, line, 10)
        page.y += 12
    lines = (
        "Trust was measured with four items of Doe (2010), and its relia-",
        "bility was good. Its composite reliability was .",
        "88. The paths are in line with",
        "Hypothesis 2 and show that trust matters.",
    )
    for line in lines:
        page.text(60, page.y, line, 10)
        page.y += 12
    source = pdf.to_source(page.pdf())
    assert [(b.kind, source.of(b)) for b in source.blocks] == [
        ("heading", "MATERIALS AND METHODS"),
        ("heading", "Measures"),
        (
            "paragraph",
            "Trust was measured with four items of Doe (2010), and its reliability was good. Its composite reliability"
            " was .88. The paths are in line with Hypothesis 2 and show that trust matters.",
        ),
    ]


@pytest.mark.parametrize("behind", ["", "(continued on next page)", "Table continues"])
@pytest.mark.parametrize("title", ["Table 1 (continued)", "Table 1. Continued", "Table 1 (cont.)"])
def test_a_typed_table_that_goes_on_over_the_page_is_whole(behind: str, title: str) -> None:
    lines = ["".join(c.ljust(20) for c in row).rstrip() for row in [HEAD, *ROWS]]
    first, rest = lines[:4], [lines[0], *lines[4:]]
    foot = ["", " " * 40 + behind, "", "", " " * 40 + "7"]
    text = "\n".join(
        [PROSE, "", "Table 1", "Paths of the model", "", *first, *foot, f"\f{title}", "", *rest, "", PROSE]
    )
    assert is_typed(text)
    assert the_table(to_source(text.encode())) == [HEAD, *ROWS]


def test_a_heading_without_a_number_is_no_part_of_its_paragraph() -> None:
    page = Typesetter()
    for line in ("The Mediating Role of Oven Pride", "Oven pride means that bakers like to speak of their ovens a lot"):
        page.text(60, page.y, line, 10)
        page.y += 12
    page.text(60, page.y, "and seldom of their bread.", 10)
    page.y += 40
    for line in ("Bakers in Malta like Ovens", "That are new, whatever other bakers may think of the matter."):
        page.text(60, page.y, line, 10)
        page.y += 12
    source = pdf.to_source(page.pdf())
    assert [source.of(b) for b in source.blocks] == [
        "The Mediating Role of Oven Pride",
        "Oven pride means that bakers like to speak of their ovens a lot and seldom of their bread.",
        "Bakers in Malta like Ovens That are new, whatever other bakers may think of the matter.",
    ]


def test_the_wording_of_an_item_is_no_line_of_a_column() -> None:
    def line(*words: tuple[float, float, str]) -> Line:
        return Line(tuple(Word(text, a, b, 100, 110) for a, b, text in words))

    wording = [(50.0 + 45 * i, 91.0 + 45 * i, "ovens") for i in range(5)]
    assert not is_running(line(*wording, (520, 535, ".81")), 50, 550, 290)
    assert is_running(line(*wording, *((a + 250, b + 250, t) for a, b, t in wording)), 50, 550, 290)


def test_a_sentence_about_a_table_is_no_caption_and_cells_keep_their_words_whole() -> None:
    page = Typesetter(right=290)
    page.paragraph(PROSE)
    page.text(60, page.y, "Most loadings are shown in", 10)
    page.y += 12
    page.text(60, page.y, "Table 1 and lie above 0.70 (SRMR = 0.058).", 10)
    page.y += 12
    page.text(60, page.y, "Table 1 confirms that no item loads low.", 10)
    page.y += 24
    rows = [
        ["Trust in ba-", "0.31", "4.10"],
        ["kers to use", "", ""],
        ["Short-", "0.22", "3.10"],
        ["and long to use", "", ""],
    ]
    page.table("Table 1. Paths of the model", [["Path", "Beta", "t"], *rows], [0, 120, 180])
    source = pdf.to_source(page.pdf())
    assert not [source.of(b) for b in source.blocks if b.kind == "caption" and "SRMR" in source.of(b)]
    assert "are shown in Table 1 and lie" in source.text
    assert [row[0] for row in the_table(source)][1:] == ["Trust in bakers to use", "Short- and long to use"]
