"""Paragraphs go on over columns, pages and tables; a panel beside the title and small raised marks are no part of them."""

import pytest

from evidence.read import pdf
from evidence.read.pages import panel_of
from evidence.read.pages.captions import caption_lines
from evidence.read.pages.cut import mended, unbroken
from evidence.read.pages.heads import Rule
from evidence.read.pages.laid import Region, laid_out
from evidence.read.pages.lines import Line, gutter_of, reading_order
from evidence.read.pages.marks import without_marks
from evidence.read.pages.paragraphs import Part, carried_on, joined_lines, parts_of
from evidence.read.pages.sheet import Sheet
from tests.read.pages.typesetting import Typesetter, width_of
from tests.read.typed.test_layouts import laid, texts, words

PROSE = (
    "We asked shoppers in four towns what they think of bread that is baked on the spot and how often they would "
    "come again for it, and the answers were given on a scale of seven steps, as is usual in such work. "
)
AHEAD = "Of all these shoppers one in three had been asked before and the rest of them were new to us and to"
REST = "the questions that we put to them in the two towns by the sea where bread is dear."


def line(text: str, top: float, x: float = 0, height: float = 8) -> Line:
    return Line(tuple(words(x, top, text, height)))


def test_a_paragraph_goes_on_over_the_page_and_each_page_keeps_its_place() -> None:
    page = Typesetter()
    while page.y < 660:
        page.paragraph(PROSE)
    page.paragraph(AHEAD)
    page.page()
    page.table("Table 1. Paths of the model", [["Path", "Beta"], ["Joy", "0.31"], ["Habit", "0.42"]], [0, 90])
    page.paragraph(REST)
    page.paragraph(PROSE)
    source = pdf.to_source(page.pdf())
    assert f"{AHEAD} {REST}" in source.text
    start = source.text.index(REST)
    assert source.pages[1][0] <= start < source.pages[1][1]
    assert source.text.index(AHEAD) < source.pages[1][0] <= start
    assert (source.grids[0].span or (0, 0))[0] > start


def test_a_paragraph_that_ended_or_a_heading_after_it_stays_apart() -> None:
    ended = Part(1, (line(PROSE.strip(), 700),))
    small = Part(2, (line("and so on", 60),))
    broken = Part(1, (line(AHEAD, 690), line(AHEAD, 700)))
    assert len(carried_on([ended, small])) == 2
    assert len(carried_on([broken, Part(2, (line("2. Methods", 60),))])) == 2
    assert len(carried_on([broken, Part(2, (line("larger type here", 60, height=12),))])) == 2
    assert len(carried_on([broken, Part(3, (line(REST, 60),))])) == 2
    (whole,) = carried_on([broken, Part(2, (line(REST, 60),))])
    assert whole.over == ((2, 2),)
    assert joined_lines(whole.lines).endswith(REST)


def test_what_floats_between_the_pieces_of_a_paragraph_stands_before_or_behind_it() -> None:
    note = Part(1, (line("a Baked within the hour.", 720, height=6),))
    caption = Part(2, (line("Figure 2. Shoppers by town", 60),))
    broken, rest = Part(1, (line(AHEAD, 700),)), Part(2, (line(REST, 90),))
    made = carried_on([broken, note, caption, rest])
    assert [part.lines[0].text[:6] for part in made] == ["a Bake", "Of all", "Figure"]


def test_names_and_addresses_stand_in_lines_of_their_own() -> None:
    lines = [
        line("Shoppers and the bread", 20, height=14),
        line("Anna Roe", 40),
        line("Institute of Bread, University of Northtown, Freeland and", 50),
        line("its dependencies", 60),
        line("Bob Lind", 70),
        line("Institute of Cake, University of Southvale and of the Lakes there", 80),
    ]
    parts = parts_of(lines, [], 1, 13.0, typed=False)
    assert [joined_lines(part.lines)[:9] for part in parts] == [
        "Shoppers ",
        "Anna Roe",
        "Institute",
        "its depen",
        "Bob Lind",
        "Institute",
    ]
    assert len(parts_of(lines, [], 2, None, typed=False)) == 2


def panelled() -> list[tuple[float, float, str, float]]:
    rows = [(200.0, 40.0, "What shoppers think of bread that is baked", 16.0)]
    rows += [(200.0, 70.0 + 12 * i, "shoppers in four towns come again for bread on a scale", 9.5) for i in range(8)]
    rows += [(40.0, 40.0 + 9 * i, "Edited by Nora Quill", 7.0) for i in range(6)]
    return rows


def test_a_panel_beside_title_and_abstract_is_read_apart() -> None:
    below = [
        (40.0, 180.0 + 12 * i, "and so they went on with bread over all of the width of the page we", 9.5)
        for i in range(4)
    ]
    placed = [w for x, y, text, size in [*panelled(), *below] for w in words(x, y, text, size)]
    rest, panel = panel_of(Sheet(placed, [], [], [], 600.0, 800.0))
    assert [x.text for block in panel for x in block] == ["Edited by Nora Quill"] * 6
    assert len(rest.words) == len(placed) - 24


def test_columns_of_one_type_are_no_panel() -> None:
    placed = [w for x, y, text, _ in panelled() for w in words(x, y, text, 9.0)]
    assert panel_of(Sheet(placed, [], [], [], 600.0, 800.0))[1] == ()


def char(text: str, x: float, size: float = 10.0, up: float = 0.0) -> dict[str, object]:
    top = 100.0 - size * 0.8 - up
    return {
        "text": text, "x0": x, "x1": x + 5, "size": size, "upright": True, "matrix": (1, 0, 0, 1, x, 700 + up),
        "top": top, "bottom": top + size, "doctop": top,
    }  # fmt: skip


def raised(word: str, mark: str) -> str:
    chars = [char(c, 5.0 * i) for i, c in enumerate(word)]
    chars += [char(c, 5.0 * (len(word) + i), 6.0, 4.0) for i, c in enumerate(mark)]
    return "".join(str(c["text"]) for c in without_marks(chars))


def test_raised_marks_are_left_out_and_powers_stand_on_the_line() -> None:
    assert raised("Quill", "a,*") == "Quill"
    assert raised("0.45", "1") == "0.45"
    assert raised("0.45", "**") == "0.45**"
    assert raised("10", "2") == "102"
    square = without_marks([char("R", 0.0), char("2", 5.0, 6.0, 4.0)])
    assert square[0]["top"] == square[1]["top"]


@pytest.mark.parametrize(
    ("word", "mark", "left"), [("Sex", "a", "Sex "), ("0.45", "a", "0.45 a"), ("Sex", "2", "Sex 2")]
)
def test_a_letter_raised_behind_a_word_and_a_space_is_a_mark(word: str, mark: str, left: str) -> None:
    chars = [char(c, 5.0 * i) for i, c in enumerate(f"{word} ")]
    chars.append(char(mark, 5.0 * len(chars), 6.0, 4.0))
    assert "".join(str(c["text"]) for c in without_marks(chars)) == left
    level = [*chars[:-1], char(mark, 5.0 * len(word) + 5)]
    assert "".join(str(c["text"]) for c in without_marks(level)) == f"{word} {mark}"


def test_a_mark_of_almost_the_size_of_its_word() -> None:
    chars = [*(char(c, 5.0 * i) for i, c in enumerate("Sex")), char("a", 15.0, 8.7, 3.0)]
    assert "".join(str(c["text"]) for c in without_marks(chars)) == "Sex"


def test_small_capitals_are_one_word_with_their_capital() -> None:
    made = without_marks(
        [char("M", 0.0), char("A", 5.0, 8.0), char("Y", 10.0, 8.0), char(" ", 15.0), char("A", 20.0, 8.0)]
    )
    assert len({c["top"] for c in made[:3]}) == 1
    assert made[4]["top"] != made[0]["top"]


def test_values_with_letters_behind_them_are_no_headings() -> None:
    head = [(0.0, 10.0, "Step"), (60.0, 10.0, "Path"), (120.0, 10.0, "Error")]
    lettered = [(60.0 * c, 22.0 + 12 * i, f"0.{i}{c}D/0.1{c}A" if c else f"Way{i}") for i in range(4) for c in range(3)]
    assert [row[0] for row in table(*head, *lettered)] == ["Step", *(f"Way{i}" for i in range(4))]


def test_a_caption_with_double_space_and_notes_under_it_has_its_table() -> None:
    lines = [
        line("Table 2. What shoppers think of bread and", 10),
        line("cake in four towns", 24),
        line("Notes: stars mean", 44),
    ]
    lines += [line("that they are sure", 58), line("Path 0.31", 84)]
    head, below = caption_lines(lines, 0, [Rule(0, 90, 80)])
    assert (len(head), below) == (2, lines[3].bottom)
    assert caption_lines(lines, 0, [])[0] == lines[:1]


def test_chinese_pages_of_two_columns_have_a_gutter() -> None:
    said = "面包的价格对购买者的影响研究表明"
    placed = [w for i in range(20) for x in (40.0, 320.0) for w in words(x, 60.0 + 14 * i, said * 2, 8)]
    gutter = gutter_of(placed, 600.0)
    assert gutter is not None
    assert [x.text for x in reading_order(placed, gutter)][:2] == [said * 2] * 2


def table(*cells: tuple[float, float, str], rules: tuple[Rule, ...] = ()) -> list[list[str]]:
    region: Region | None = laid_out(laid(*cells)[0], list(rules))
    assert region is not None
    return texts(region.rows)


BODY = [(0.0, 50.0 + 12 * i, f"Way{i}") for i in range(4)]
BODY += [(60.0 + 60 * c, 50.0 + 12 * i, f"0.{i}{c}") for i in range(4) for c in range(3)]


def test_two_rows_of_headings_that_begin_at_the_top_are_two() -> None:
    head = [(0.0, 10.0, "Tested"), (120.0, 10.0, "Values"), (180.0, 10.0, "Chi"), (0.0, 18.0, "way")]
    below = [
        (0.0, 26.0, "Group"),
        (60.0, 26.0, "Young"),
        (120.0, 26.0, "Old"),
        (60.0, 34.0, "(n=9)"),
        (120.0, 34.0, "(n=8)"),
    ]
    rows = table(*head, *below, *BODY, rules=(Rule(0, 210, 46),))
    assert rows[:2] == [["Tested way", "", "Values", "Chi"], ["Group", "Young (n=9)", "Old (n=8)", ""]]


def test_a_value_beside_the_second_of_two_rows_is_that_of_the_second() -> None:
    rules = (Rule(0, 210, 48), Rule(0, 90, 60), Rule(0, 210, 72), Rule(0, 210, 84), Rule(0, 210, 96))
    triangle = [cell for cell in BODY if cell[2] != "0.01" and cell[2] != "0.02" and cell[2] != "0.12"]
    rows = table((0.0, 30.0, "Name"), *[(60.0 + 60 * c, 30.0, f"({c})") for c in range(3)], *triangle, rules=rules)
    assert rows[1:3] == [["Way0", "0.00", "", ""], ["Way1", "0.10", "0.11", ""]]


def test_rows_that_miss_the_rule_between_them_are_two() -> None:
    body = [(60.0 * c, 50.0 + 12 * i, f"0.{i}{c}" if c else f"Way{i}") for i in range(7) for c in range(3)]
    rules = tuple(Rule(0, 210, 48.0 + 12 * i) for i in range(8) if i != 6)
    rows = table((0.0, 30.0, "Name"), (60.0, 30.0, "Path"), (120.0, 30.0, "Error"), *body, rules=rules)
    assert [row[0] for row in rows] == ["Name", *(f"Way{i}" for i in range(7))]


def test_what_narrow_columns_cut_without_edges_is_whole_again() -> None:
    cut = [line("0.603*", 10), line("*", 20)]
    assert unbroken(cut, 0, 30) == ["0.603**"]
    assert unbroken([line("0.60", 10), line("12", 20)], 0, 20) == ["0.60", "12"]
    (word,) = unbroken([line("Relia", 10), line("bility", 20)], 0, 24)
    assert mended(word, {"reliability"}) == "Reliability"
    assert mended(word, {"relia", "bility"}) == "Relia bility"
    assert unbroken([line("Trust", 10), line("in bakers", 20)], 0, 60) == ["Trust", "in bakers"]


AGAIN = (
    "Others came once, since bread is dear to them in the towns by the sea, where ovens are cold for much of the year. "
)


@pytest.mark.parametrize(("leading", "indent", "after"), [(24, 36, 0), (24, 0, 12), (28, 36, 0)])
def test_the_lines_of_a_manuscript_that_is_double_spaced_are_paragraphs(
    leading: float, indent: float, after: float
) -> None:
    page = Typesetter(right=500)
    paragraphs = [PROSE * 2, AGAIN * 3, PROSE + AGAIN]
    for said in paragraphs:
        text, x = said.split(), page.left + indent
        while text:
            count = max(n for n in range(1, len(text) + 1) if x + width_of(" ".join(text[:n]), 12) <= page.right)
            page.text(x, page.y, " ".join(text[:count]), 12)
            text, x, page.y = text[count:], page.left, page.y + leading
        page.y += after
    source = pdf.to_source(page.pdf())
    assert [source.of(block) for block in source.blocks] == [" ".join(said.split()) for said in paragraphs]


def test_lines_that_stand_apart_on_a_page_with_few_of_them_are_no_paragraph() -> None:
    lines = [line("Bread of four kinds", 60), line("Northtown bakers", 80), line("Salt and crust", 100)]
    assert len(parts_of(lines, [], 2, None, typed=False)) == 3


@pytest.mark.parametrize(
    "heads",
    [
        ("1 Introduction", "2 Bread and joy", "3 The bakers we asked", "4 Results"),
        ("1 INTRODUCTION", "2 METHOD", "3 RESULTS", "4 DISCUSSION"),
        ("1 | INTRODUCTION", "2 | BREAD AND JOY", "2.1 | Salt in the dough", "3 | RESULTS"),
        ("INTRODUCTION", "BREAD THEORY", "RESEARCH METHOD", "RESULT AND DISCUSSION"),
    ],
)
def test_headings_of_many_journals(heads: tuple[str, ...]) -> None:
    page = Typesetter()
    for head in heads:
        page.paragraph(head)
        page.paragraph(PROSE)
    source = pdf.to_source(page.pdf())
    assert [source.of(b) for b in source.blocks if b.kind == "heading"] == list(heads)


def test_a_number_at_the_start_of_a_line_is_no_heading() -> None:
    page = Typesetter()
    for text in ("1 Two of the loaves", "0.85. It is good that bread", "3 Salt", "MARY BAKER"):
        page.paragraph(text)
        page.paragraph(PROSE)
    source = pdf.to_source(page.pdf())
    assert not [source.of(b) for b in source.blocks if b.kind == "heading"]
