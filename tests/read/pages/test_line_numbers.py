"""The numbers that a manuscript sets beside its lines are no words of them."""

from dataclasses import replace

import pytest

from evidence.read import pdf
from evidence.read.pages import Sheet, Word, without_line_numbers
from tests.read.pages.typesetting import Typesetter

_LINE = "bread that is baked on the spot makes them come again"


def _sheets(step: int, pages: int = 3, *, right: bool = False, anew: bool = False, numbers: int = 12) -> list[Sheet]:
    made = []
    number = 0
    for _ in range(pages):
        words: list[Word] = []
        number = 0 if anew else number
        for i in range(numbers * step):
            top = 60.0 + 14 * i
            x = 100.0
            for text in _LINE.split():
                words.append(Word(text, x, x + 5 * len(text), top, top + 10))
                x += 5 * len(text) + 4
            number += 1
            if number % step == 0:
                end = 560.0 if right else 90.0
                words.append(Word(str(number), end - 5 * len(str(number)), end, top + 2, top + 8))
        made.append(Sheet(words, [], [], [], 612.0, 792.0))
    return made


@pytest.mark.parametrize(("step", "right", "anew"), [(1, False, False), (1, True, True), (5, False, False)])
def test_numbers_beside_lines_go(step: int, right: bool, anew: bool) -> None:
    sheets = without_line_numbers(_sheets(step, right=right, anew=anew))
    assert not [w.text for sheet in sheets for w in sheet.words if w.text.isdigit()]


def test_numbers_of_one_page_or_without_order_stay() -> None:
    listed = [*_sheets(1, pages=1), *[Sheet(s.words[:9], [], [], [], 612.0, 792.0) for s in _sheets(1, pages=2)]]
    assert without_line_numbers(listed) == listed
    shuffled = _sheets(1)
    years = [
        Word(str(int(w.text) ** 2), w.x0, w.x1, w.top, w.bottom) if w.text.isdigit() else w for w in shuffled[0].words
    ]
    odd = [Sheet(years, [], [], [], 612.0, 792.0)] * 3
    assert without_line_numbers(odd) == odd


def test_a_sentence_and_a_wide_table_keep_their_own_numbers() -> None:
    page = Typesetter(left=120)
    number = 0
    for _ in range(3):
        for i in range(14):
            number += 1
            page.text(100, page.y + 2, str(number), 5)
            page.text(
                120,
                page.y,
                "the model fitted well (CFI = 0.96, TLI =" if i % 2 == 0 else "0.95) in every town and week",
                10,
            )
            page.y += 12
        page.left = 70  # reaches out beyond the numbers
        page.table("Table 1. Fit of the models", [["Model", "CFI"], ["First", "0.91"], ["Second", "0.93"]], [0, 120])
        page.left = 120
        page.page()
    source = pdf.to_source(page.pdf())
    assert "TLI = 0.95) in every" in source.text
    assert "42" not in source.text
    assert [c.text for c in source.grids[0].rows[1]] == ["First", "0.91"]


@pytest.mark.parametrize(("bare_before", "bare_behind"), [(3, 0), (0, 3), (2, 4)])
def test_a_title_page_and_tables_without_numbers_keep_no_others_from_going(bare_before: int, bare_behind: int) -> None:
    bare = [replace(s, words=[w for w in s.words if not w.text.isdigit()]) for s in _sheets(1, pages=1)]
    numbered = _sheets(1)
    sheets = without_line_numbers([*bare * bare_before, *numbered, *bare * bare_behind])
    assert not [w.text for sheet in sheets for w in sheet.words if w.text.isdigit()]
    assert sheets[0].words == bare[0].words


def test_numbers_on_a_few_pages_far_apart_stay() -> None:
    first, *_, last = _sheets(1, pages=6)
    bare = replace(first, words=[w for w in first.words if not w.text.isdigit()])
    sheets = [first, *[bare] * 6, last]
    assert without_line_numbers(sheets) == sheets
