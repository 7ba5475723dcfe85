"""A sidebar beside an abstract, above a text in two columns, is a margin: dates and keywords apart from the abstract."""

import pytest

from evidence.read import pdf
from evidence.read.model import Source
from tests.read.pages.typesetting import Typesetter

DATES = ["Received 3 May 2018", "Accepted 4 June 2019", "Online 5 June 2019"]
ABSTRACT = "bread that is baked on the spot makes many of them come again and again to town"
BODY = "ovens of the town were visited in spring by all of us"


def columns(page: Typesetter) -> None:
    top = page.y
    for left in (60, 316):
        page.y = top
        while page.y < 700:
            page.text(left, page.y, BODY, 10)
            page.y += 12
            if round(page.y - top) % 96 == 60:
                page.text(left, page.y + 12, "Ovens of the year", 10)  # a heading
                page.y += 36


def paper(side: list[str], pitch: float = 9.6, rules: str = "", heads: bool = False, down: float = 0) -> Source:
    page = Typesetter()
    page.text(60, 60, "What shoppers in four small towns think of bread", 16)
    page.y = 100
    if "top" in rules:
        page.rule(page.y)
    page.y += 8
    if heads:
        page.text(60, page.y, "ARTICLE INFO", 9)
        page.text(190, page.y, "ABSTRACT", 9)
        page.y += 14
        if "across" in rules:
            page.rule(page.y)
        if "under" in rules:
            page.rule(page.y, 60, 170)
            page.rule(page.y, 190, 552)
        page.y += 6
    for i, line in enumerate(side):
        page.text(60, page.y + down + pitch * i, line, 8)
    for _ in range(8):
        page.text(190, page.y, ABSTRACT, 10)
        page.y += 12
    if "bottom" in rules:
        page.rule(page.y + 6)
    page.y += 16
    page.text(60, page.y, "1. Introduction to bread", 10)
    page.y += 16
    columns(page)
    return pdf.to_source(page.pdf())


@pytest.mark.parametrize("rules", ["", "top bottom", "top across bottom", "top under bottom"])
@pytest.mark.parametrize("heads", [False, True])
@pytest.mark.parametrize(("pitch", "down"), [(9.6, 0), (9.6, 3), (12, 3)])
def test_the_sidebar_of_an_abstract_over_two_columns(rules: str, heads: bool, pitch: float, down: float) -> None:
    source = paper(DATES, pitch, rules, heads, down)
    told = [source.of(block) for block in source.blocks]
    assert " ".join([ABSTRACT] * 8) in told
    assert " ".join(DATES) in told
    assert source.text.count("Ovens of the year") == 10
    assert source.text.rindex("Ovens of the year") < source.text.index(DATES[0])
    assert source.text.rindex(ABSTRACT) < source.text.index("1. Introduction") < source.text.index(BODY)


def test_the_heading_of_the_text_below_is_no_part_of_the_sidebar() -> None:
    source = paper(["Article history:", *DATES])
    (heading,) = [block for block in source.blocks if block.kind == "heading"]
    assert source.of(heading) == "1. Introduction to bread"
    assert source.text.index("Introduction") < source.text.index("Received")


def test_two_columns_under_a_wide_abstract_are_no_sidebar() -> None:
    source = paper([])
    told = [source.of(block) for block in source.blocks]
    assert " ".join([ABSTRACT] * 8) in told
    assert sum(text.count(BODY) for text in told) == source.text.count(BODY) > 40
