"""Headings of printed pages with a number and no point, in capitals, close to their paragraphs; names side by side."""

import pytest

from evidence.read import pdf
from evidence.read.model import Source
from evidence.read.pages.paragraphs import HEADING, joined_lines, parts_of
from evidence.read.prose import document_of
from evidence.read.text import to_source
from tests.read.pages.test_pages import HEAD, ROWS
from tests.read.pages.test_printed_paragraphs import PROSE, line
from tests.read.pages.typesetting import Typesetter


def headings(heads: tuple[str, ...], after: float = 8) -> list[str]:
    """What is a heading on a page with these lines over paragraphs, white space of so many points below them."""
    page = Typesetter()
    for head in heads:
        page.paragraph(head, after=after)
        page.paragraph(PROSE)
    source = pdf.to_source(page.pdf())
    return [source.of(block) for block in source.blocks if block.kind == "heading"]


@pytest.mark.parametrize("after", [0, 8])
@pytest.mark.parametrize(
    "heads",
    [
        ("1 Bread and joy", "2 Salt and crust", "3 The bakers we asked"),
        ("2 Bread and joy", "3 Salt and crust", "4 The bakers we asked", "5 What they told"),
    ],
)
def test_numbers_that_follow_one_another_make_headings(heads: tuple[str, ...], after: float) -> None:
    assert headings(heads, after) == list(heads)


@pytest.mark.parametrize(
    "heads",
    [
        ("1 Bread and joy", "2 Salt and crust"),
        ("3 Bread and joy", "4 Salt and crust", "5 The bakers we asked"),
        ("1 Bread and joy", "3 Salt and crust", "5 The bakers we asked"),
        ("1 Bread; joy", "2 Salt = crust", "3 The bakers. We asked"),
        ("1 bread and joy", "2 salt and crust", "3 the bakers we asked"),
    ],
)
def test_a_list_of_two_and_numbers_with_gaps_are_no_headings(heads: tuple[str, ...]) -> None:
    assert headings(heads) == []


@pytest.mark.parametrize(
    "head",
    [
        "1 INTRODUCTION",
        "2 SALT, CRUST & JOY",
        "3 Methods",
        "4 Results and discussion",
        "2 | METHOD",
        "2.1 | Salt in the dough",
        "References",
        "SALT AND ITS MEASURES",
        "LITERATURE REVIEW AND HYPOTHESES",
        "THEORETICAL BACKGROUND",
        "CONCLUSIONS AND IMPLICATIONS",
    ],
)
def test_a_heading_that_needs_no_others(head: str) -> None:
    assert HEADING.match(head)
    assert headings((head,), after=0) == [head]


@pytest.mark.parametrize(
    "said", ["3 methods", "0.85 Crust", "0.85. Crust of rye", "MARY BAKER", "OLD OVENS", "4 Ovens"]
)
def test_values_and_names_are_no_headings(said: str) -> None:
    assert HEADING.match(said) is None
    assert headings((said,)) == []


FULL = "Bread that is baked on the spot makes many of them come again for it"


def parts(*placed: tuple[str, float]) -> list[str]:
    made = parts_of([line(text, top) for text, top in placed], [], 2, None, typed=False)
    return [joined_lines(part.lines) for part in made]


def test_a_heading_with_a_number_ends_where_a_sentence_begins_below_it() -> None:
    rest = "and would bake it so again."
    assert parts(("2 Salt and crust", 60), (FULL, 70), (rest, 80)) == ["2 Salt and crust", f"{FULL} {rest}"]
    low = FULL.lower()
    assert parts(("2 Salt and crust", 60), (low, 70), (rest, 80)) == [f"2 Salt and crust {low} {rest}"]


@pytest.mark.parametrize(
    ("end", "gap", "head", "count"),
    [
        ("as they did.", 13, "3 The bakers we asked", 3),
        ("as they did.", 10, "3 The bakers we asked", 1),
        ("as they did in", 13, "3 The bakers we asked", 1),
        ("as they did.", 13, "The bakers we asked", 1),
    ],
)
def test_a_heading_with_a_number_stands_a_little_further_from_what_ended_above_it(
    end: str, gap: float, head: str, count: int
) -> None:
    found = parts((FULL, 60), (end, 70), (head, 70 + gap), (FULL, 80 + gap))
    assert len(found) == count
    assert (head in found) == (count == 3)


def title_page(*names: str) -> Source:
    """A title page of a text that keeps the places of its words, and a page behind it."""
    table = ["".join(cell.ljust(20) for cell in row).rstrip() for row in [HEAD, *ROWS]]
    front = ["          Salt and joy in small bakeries", "", *names, "", "Abstract", "", PROSE, ""]
    return to_source("\n".join([*front, "Table 1. Paths", "", *table, "", PROSE, f"\f{PROSE}"]).encode())


@pytest.mark.parametrize(
    "lines",
    [
        ("   Anna Roe              Bob Lind             Cy Moe",),
        ("   Anna Roe            Bob Lind            Cy Moe", "Lake University    Hill University    Shore University"),
    ],
)
def test_names_side_by_side_on_a_title_page_are_apart(lines: tuple[str, ...]) -> None:
    source = title_page(*lines)
    assert "Anna Roe\tBob Lind\tCy Moe" in source.text
    assert document_of(source).authors == ("Anna Roe", "Bob Lind", "Cy Moe")


def test_two_spaces_between_words_put_no_names_apart() -> None:
    source = title_page("   Anna  Roe  and  Bob  Lind")
    assert "Anna Roe and Bob Lind" in source.text
    assert document_of(source).authors == ("Anna Roe", "Bob Lind")


@pytest.mark.parametrize("after", [0, 8])
def test_numbered_lines_one_right_behind_another_are_a_list(after: float) -> None:
    page = Typesetter()
    page.paragraph(PROSE)
    for item in ("1 Bread and joy", "2 Salt and crust", "3 The bakers we asked"):
        page.paragraph(item, after=8 + after)
    page.paragraph(PROSE)
    source = pdf.to_source(page.pdf())
    assert [source.of(block) for block in source.blocks if block.kind == "heading"] == []
