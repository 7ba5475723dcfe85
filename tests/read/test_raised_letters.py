"""Raised letters behind names in a DOCX lead to notes and addresses and are no part of them; powers keep theirs."""

import io

import docx as python_docx
import pytest
from lxml import etree

from evidence.read import docx
from evidence.read.raised import leads_to_note
from evidence.read.tables.header import statistic
from evidence.read.xml import text_of


def paper(*runs: tuple[str, bool]) -> str:
    """The text of a paragraph of runs, each with whether it is raised."""
    file = python_docx.Document()
    paragraph = file.add_paragraph()
    for text, raised in runs:
        paragraph.add_run(text).font.superscript = raised
    stream = io.BytesIO()
    file.save(stream)
    return docx.to_source(stream.getvalue()).text.strip()


def test_letters_behind_names_are_left_out() -> None:
    names = paper(("Ada Cole", False), ("a,*", True), (", Bob Lind", False), ("b", True), (" and Cy Moe", False))
    assert names == "Ada Cole, Bob Lind and Cy Moe"


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ((("R", False), ("2", True), (" was .31", False)), "R2 was .31"),
        ((("χ", False), ("2", True), ("(4) = 9.1", False)), "χ2(4) = 9.1"),
        ((("the 3", False), ("rd", True), (" oven", False)), "the 3rd oven"),
        ((("crust", False), ("a", False)), "crusta"),
        ((("bread", False), (" that is raised", True)), "bread that is raised"),
    ],
)
def test_powers_and_other_raised_words_stay(runs: tuple[tuple[str, bool], ...], shown: str) -> None:
    assert paper(*runs) == shown


@pytest.mark.parametrize(
    ("before", "said", "leads"),
    [
        ("Ida Holm", "a,*", True),
        ("Gender", "b", True),
        ("Crust (%)", "a", True),
        ("Crust", "that", False),
        ("R", "2", False),
        ("2", "n", False),
    ],
)
def test_a_raised_mark_leads_to_a_note(before: str, said: str, leads: bool) -> None:
    assert leads_to_note(before, said) is leads


@pytest.mark.parametrize(
    "name",
    [
        'Oven<xref ref-type="table-fn" rid="n1"><sup>a</sup></xref>',
        "Oven<sup>a</sup>",
        "<b>Oven</b><a><sup>a</sup></a>",
    ],
)
def test_letters_that_lead_to_a_note_may_stand_in_a_link(name: str) -> None:
    cell = etree.fromstring(f"<td>{name}</td>")
    assert text_of(cell) == "Oven"
    assert text_of(etree.fromstring("<td>R<a><sup>2</sup></a></td>")) == "R2"


def test_limits_by_their_shares() -> None:
    heads = ["Lower 2.5%", "Upper 97.5%", "Lower (2.5%)", "2.5%"]
    assert [statistic(head) for head in heads] == ["ci_lo", "ci_hi", "ci_lo", "ci_lo"]
