"""Pages as journals set them: tables across two columns, names and cells over lines, tables of an appendix."""

import pytest

from evidence.read import pdf
from evidence.read.pages.heads import Rule
from evidence.read.pages.laid import laid_out
from evidence.read.pages.lines import Line, lines_of
from evidence.read.pages.notes import parted
from evidence.read.pages.running import is_running
from evidence.read.pages.sheet import _parting
from tests.read.pages.typesetting import Typesetter
from tests.read.typed.test_layouts import laid, texts, words

PROSE = (
    "We asked shoppers in four towns what they think of bread that is baked on the spot and how often they would "
    "come again for it, and the answers were given on a scale of seven steps, as is usual in such work. "
) * 3
ROWS = [["Item", "Bread", "Price", "Staff"], *([f"B{i}", f"0.{i}1", f"0.{i}2", f"0.{i}3"] for i in range(1, 7))]


def columns(page: Typesetter) -> None:
    """Prose in two columns from here to the foot."""
    top = page.y
    for left, right in ((60, 296), (316, 552)):
        page.left, page.right, page.y = left, right, top
        while page.y < 640:
            page.paragraph(PROSE)
    page.left, page.right = 60, 552


def set_table(page: Typesetter, caption: str) -> None:
    if caption:
        page.paragraph(caption, 9, after=3)
    page.rule(page.y)
    for i, row in enumerate(ROWS):
        for x, cell in zip((0, 150, 290, 420), row, strict=True):
            page.text(page.left + x + 3, page.y + 2, cell, 9)
        page.y += 12
        if i in (0, len(ROWS) - 1):
            page.rule(page.y)
    page.y += 3


def test_prose_in_two_columns_under_a_wide_table_is_no_part_of_it() -> None:
    page = Typesetter()
    set_table(page, "Table 1. Loadings of the items")
    columns(page)
    (grid,) = pdf.to_source(page.pdf()).grids
    assert [[c.text for c in row] for row in grid.rows] == ROWS


def test_a_table_between_rules_needs_no_caption() -> None:
    page = Typesetter()
    page.paragraph(PROSE)
    page.y += 12
    set_table(page, "")
    page.y += 12
    page.paragraph(PROSE)
    (grid,) = pdf.to_source(page.pdf()).grids
    assert [[c.text for c in row] for row in grid.rows] == ROWS


def test_running_text_fills_its_column() -> None:
    line = Line(tuple(words(0, 0, "bread that is baked on the spot and sold") + words(220, 0, "is liked .41 .38")))
    assert is_running(line, 0, 320, gutter=160)
    row = Line(tuple(words(0, 0, "bread") + words(120, 0, ".41") + words(220, 0, ".38")))
    assert not is_running(row, 0, 320, gutter=160)


def test_notes_inside_the_last_rule_are_no_rows() -> None:
    rows = [("Item", "Beta"), ("Bread", ".41"), ("Price", ".38")]
    every = [w for i, row in enumerate(rows) for x, t in zip((0, 100), row, strict=True) for w in words(x, 12 * i, t)]
    lines, notes = parted(lines_of([*every, *words(0, 36, "Note: all of them at p < .05")]), 0, 200)
    assert (len(lines), [x.text for x in notes]) == (3, ["Note: all of them at p < .05"])


def test_a_blank_that_a_letter_is_set_upon_parts_no_word() -> None:
    def char(text: str, x0: float, width: float) -> dict[str, object]:
        return {"text": text, "x0": x0, "x1": x0 + width, "top": 10.0}

    cut = [char("a", 0, 5), char(" ", 5, 2.5), char("b", 5, 5), char(" ", 10, 2.5), char("c", 12.6, 5)]
    assert [c["text"] for c in _parting(cut)] == ["a", "b", " ", "c"]


def test_a_name_over_several_lines_names_all_rows_of_its_group() -> None:
    items = [("BQ1", ".81"), ("BQ2", ".84"), ("BQ3", ".79"), ("BQ4", ".77"), ("SP1", ".88"), ("SP2", ".86")]
    rows = [(x, 20 + 11 * i, cell) for i, row in enumerate(items) for x, cell in zip((90, 140), row, strict=True)]
    names = [(0, 20, "Bread quality"), (0, 29, "of the"), (0, 38, "bakery"), (0, 64, "Staff")]
    lines, _ = laid((0, 5, "Construct"), (90, 5, "Item"), (140, 5, "Loading"), *names, *rows)
    region = laid_out(lines, [Rule(0, 170, 15)])
    assert region is not None
    named = {row[0].text: row[0].rowspan for row in region.rows[1:] if len(row) == 3}
    assert named == {"Bread quality of the bakery": 4, "Staff": 2}


def test_a_cell_goes_on_where_its_next_word_did_not_fit() -> None:
    cells = [(0, 20, "H1"), (30, 20, "Sweetness of"), (120, 20, ".31"), (30, 29, "crust"), (0, 38, "H2")]
    cells += [
        (30, 38, "Smell of"),
        (120, 38, ".22"),
        (30, 47, "everything"),
        (0, 56, "H3"),
        (30, 56, "Price"),
        (120, 56, ".12"),
    ]
    lines, _ = laid((0, 5, "Label"), (30, 5, "Cause"), (120, 5, "Beta"), *cells)
    region = laid_out(lines, [])
    assert region is not None
    assert texts(region.rows)[1:] == [
        ["H1", "Sweetness of crust", ".31"],
        ["H2", "Smell of everything", ".22"],
        ["H3", "Price", ".12"],
    ]


@pytest.mark.parametrize("pitch", [18, 24])
def test_headings_close_to_the_first_row_are_no_part_of_it(pitch: float) -> None:
    places = (0, 90, 120, 150, 180)
    cells = [(x, 5.0, head) for x, head in zip(places, ("Predictor", "B", "SE", "t", "p"), strict=True)]
    for top, name in ((14, "Crust"), (23 + pitch, "the sea"), (23 + 2 * pitch, "Rye")):
        cells += [(x, top, cell) for x, cell in zip(places, (name, ".31", ".05", "6.2", ".001"), strict=True)]
    cells.append((0, 14 + pitch, "Salt of"))
    region = laid_out(laid(*cells)[0], [])
    assert region is not None
    assert [row[0] for row in texts(region.rows)] == ["Predictor", "Crust", "Salt of the sea", "Rye"]
