"""Headings that only their type tells: in bold or italics, close to their paragraphs, without number or capitals."""

import pytest

from evidence.read import pdf
from tests.read.pages.test_printed_paragraphs import PROSE
from tests.read.pages.typesetting import Typesetter


def headings(heading: str, face: int, after: float = 0) -> list[str]:
    page = Typesetter()
    page.paragraph("1. Method", after=6)
    page.paragraph(PROSE, after=after)
    page.paragraph(heading, after=after, face=face)
    page.paragraph(PROSE)
    source = pdf.to_source(page.pdf())
    return [source.of(block) for block in source.blocks if block.kind == "heading"][1:]


@pytest.mark.parametrize("after", [0, 8])
@pytest.mark.parametrize("face", [2, 3])
@pytest.mark.parametrize("heading", ["Fear of frost", "Joy at work", "The bakers whom we asked in four towns"])
def test_a_line_in_bold_or_italics_is_a_heading(heading: str, face: int, after: float) -> None:
    assert headings(heading, face, after) == [heading]


def test_the_same_line_in_the_type_of_the_text_is_none() -> None:
    assert headings("Fear of frost", 1) == []


@pytest.mark.parametrize(
    "line",
    [
        "This was the case in all of the towns.",
        "H1: Salt raises joy",
        "Hypothesis 2",
        "Research Question 1",
        "N = 300",
        "of bakers and the bread they like",
        "Salt, rye, wheat and all that is put into the bread of the towns we went to in that year",
    ],
)
@pytest.mark.parametrize("face", [2, 3])
def test_what_is_set_off_for_another_reason_is_none(line: str, face: int) -> None:
    assert headings(line, face, 8) == []


def test_names_on_the_first_page_are_no_headings() -> None:
    page = Typesetter()
    page.paragraph("Bread and joy in four small towns", size=16)
    page.paragraph("Ada Cole and Ben Rye", face=2)
    page.paragraph("1. Introduction", after=6)
    page.paragraph(PROSE)
    source = pdf.to_source(page.pdf())
    assert [source.of(b) for b in source.blocks if b.kind == "heading"] == ["1. Introduction"]
