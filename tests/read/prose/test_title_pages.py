"""Title pages: names side by side, the month of a version, how to cite, the licence with the DOI; no line is empty."""

import pytest

from evidence.read import markdown
from evidence.read.prose import document_of
from evidence.read.prose.front.authors import are_names, authors_in
from evidence.read.text import to_source
from evidence.read.understanding import understand
from evidence.records import Document

PAGE = """# Salt and joy in small bakeries

Anna Roe

{}

## 1 Introduction

In 2001 it was dark.

## References

Doe, B. (2011). Ovens. https://doi.org/10.5555/other.1

{}"""


def document(front: str = "", end: str = "") -> Document:
    return document_of(markdown.to_source(PAGE.format(front, end).encode()))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Cole† Bob Lind‡", ("Ada Cole", "Bob Lind")),
        ("Ada Cole* Bob Lind† Cy Moe‡", ("Ada Cole", "Bob Lind", "Cy Moe")),
        ("Ada B. Cole†   Bob C. Lind‡", ("Ada B. Cole", "Bob C. Lind")),
        ("Ada Cole†, Bob Lind‡", ("Ada Cole", "Bob Lind")),
        ("Ada Cole\tBob Lind", ("Ada Cole", "Bob Lind")),
        ("Ada Cole\tBob Lind\tMira Oak", ("Ada Cole", "Bob Lind", "Mira Oak")),
    ],
)
def test_people_side_by_side_are_parted_by_their_marks(line: str, names: tuple[str, ...]) -> None:
    assert are_names(line)
    assert authors_in([line]) == names


@pytest.mark.parametrize(
    "line",
    [
        "Working Papers",
        "Oven Paper",
        "Author Note",
        "Author Contributions",
        "Authors’ Details",
        "Lake Shore Department of Ovens",
    ],
)
def test_words_and_addresses_under_a_title_are_no_people(line: str) -> None:
    assert not are_names(line)
    assert authors_in([line]) == ()


def test_the_last_of_several_people_may_stand_before_an_address() -> None:
    assert authors_in(["Ada Cole, Bob Lind Department of Ovens"]) == ("Ada Cole", "Bob Lind")


def test_single_words_with_marks_are_no_people() -> None:
    assert not are_names("Joy† Calm‡")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("This version: March 2022", "2022-03"),
        ("Current version: 3 March 2022", "2022-03-03"),
        ("This version: March 2022. First version: May 2019", "2022-03"),
    ],
)
def test_a_paper_appeared_with_this_version_of_it(line: str, published: str) -> None:
    found = document(line)
    assert (found.year, found.dates) == ("2022", {"published": published})


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Please cite as: Roe, A. (2023). Salt and joy. Oven Letters.", "2023"),
        ("To cite this article: Roe, A. (2023) Salt and joy", "2023"),
        ("Suggested citation: Roe, A. (2023). Salt and joy.", "2023"),
        ("Please cite as: Roe, A. (2023). Salt and joy. © 2022 The Author", "2022"),
        ("© The Author(s), 2021", "2021"),
        ("© The Author(s) 2021", "2021"),
        ("Copyright © The Author, 2021", "2021"),
        ("Oven Letters, 12, 10345 (2020)", "2020"),
        ("2014 47th Oven Conference on Bread", "2014"),
        ("2014 International Symposium on Ovens", "2014"),
        ("In 2014 a congress was held", None),
        ("Salt was studied by Roe, A. (2023).", None),
        ("Version 2022 of the form", None),
    ],
)
def test_the_year_in_which_a_paper_asks_to_be_cited(line: str, year: str | None) -> None:
    assert document(line).year == year


@pytest.mark.parametrize(
    ("foot", "year"),
    [
        ("© 2021 The Author", "2021"),
        ("Copyright 2021 Oven Press", "2021"),
        ("© 2021 The Author\n\n© 2021 Oven Press", "2021"),
        ("© 2021 The Author\n\n© 2020 Oven Press", None),
        ("ACM Reference Format: Anna Roe. 2021. Salt and joy. Oven Letters.", "2021"),
        ("To cite this article: Roe, A. (2021) Salt and joy.", "2021"),
        ("The photographs are © 2010 of Doe.", None),
    ],
)
def test_the_year_at_the_foot_of_a_later_page(foot: str, year: str | None) -> None:
    later = PAGE.format("", "").replace("## References", f"{foot}\n\nMore words.\n\n## References")
    assert document_of(markdown.to_source(later.encode())).year == year
    assert document(end="© 2012 Oven Press").year is None  # of a work cited


@pytest.mark.parametrize(
    ("line", "doi"),
    [
        (
            "© 2020 The Author. This is an open-access article under the CC licence. https://doi.org/10.5555/inv.77",
            "10.5555/inv.77",
        ),
        ("This is an open access article distributed under the terms of CC BY. doi: 10.5555/inv.77", "10.5555/inv.77"),
        ("The open access article of Doe is at https://doi.org/10.5555/inv.77", None),
    ],
)
def test_the_doi_behind_the_licence_of_the_paper(line: str, doi: str | None) -> None:
    assert document(end=line).doi == doi


def test_a_title_page_without_empty_lines() -> None:
    lines = [
        "OVEN LETTERS",
        "Oven Letters 12 (2021) 101-119",
        "Contents lists available at Oven Direct",
        "Salt, crust and joy: what bakers in",
        "small towns think of their bread",
        "Anna Roe a, *, Bea Doe b, Carl Moe a",
        "a School of Bread, Lake University, Northtown, Freeland",
        "b School of Salt, Shore University, Southtown, Freeland",
        "c School of Ovens, Hill University, Westtown, Freeland",
        "ARTICLE INFO",
        "Received 3 May 2020",
        "Accepted 4 June 2020",
        "ABSTRACT",
        "Bakers were asked what they think of bread.",
        "1. Introduction",
    ]
    body = ["Bread is old and it is eaten by nearly all the people of the towns that we visited."] * 30
    found = document_of(to_source("\n".join([*lines, *body]).encode()))
    assert found.title == "Salt, crust and joy: what bakers in small towns think of their bread"
    assert found.authors == ("Anna Roe", "Bea Doe", "Carl Moe")


def test_a_doi_with_a_gap_is_joined_where_the_paper_prints_it_whole() -> None:
    front = "Bread 12, 3-9. https://doi.org/10.5555/ inv.77"
    assert document(front, "To be cited as 10.5555/inv.77").doi == "10.5555/inv.77"
    assert document(front, "To be cited as 10.5555/inv.78").doi != "10.5555/inv.77"


TITLE = "Salt and joy in small bakeries"
MARKED = "Anna Roe1, Bea Doe2"


def title_of(head: str, names: str = MARKED) -> tuple[str | None, tuple[str, ...]]:
    page = f"{head}\n\n{names}\n\nAbstract\n\nBakers bake.\n\n## 1 Introduction\n\nIn 2001 it was dark."
    found = document_of(markdown.to_source(page.encode()))
    return found.title, found.authors


@pytest.mark.parametrize(
    "above",
    [
        "2014 47th International Conference on Ovens",
        "The 3rd National Workshop on Bread and Salt",
        "IEEE Symposium on Ovens",
        "Letters on the oven, volume 12",
        "35(3) Letters on bread (2020)",
        "12: Letters on bread (2020)",
        "Page 1 of 12",
        "Letters on bread and ovens\n\nArticle",
        "Letters on bread and ovens\n\nResearch paper",
    ],
)
@pytest.mark.parametrize("names", [MARKED, "Anna Roe, Bea Doe"])
def test_a_title_below_the_name_of_a_conference_a_volume_or_a_journal(above: str, names: str) -> None:
    assert title_of(f"{above}\n\n{TITLE}", names) == (TITLE, ("Anna Roe", "Bea Doe"))


@pytest.mark.parametrize("mark", ["## ", ""])
def test_what_stands_over_names_with_numbers_is_the_title(mark: str) -> None:
    head = f"{mark}Letters on bread and ovens\n\n{TITLE}"
    assert title_of(head) == (TITLE, ("Anna Roe", "Bea Doe"))
    below = head + "\n\nWe asked bakers what they think of it."
    assert title_of(below)[0] == "Letters on bread and ovens"


@pytest.mark.parametrize("title", ["Moral Distress and Baking Joy", "Salt Literacy, Oven Concern, and Baking Joy"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_title_that_could_be_names_over_names_with_numbers(title: str, between: str) -> None:
    page = f"{title}{between}{MARKED}\n\nAbstract\n\nBakers bake.\n\nIntroduction\n\nIn 2001 it was dark."
    found = document_of(to_source(page.encode()))
    assert (found.title, found.authors) == (title, ("Anna Roe", "Bea Doe"))


@pytest.mark.parametrize("mark", ["# ", ""])
@pytest.mark.parametrize("names", [MARKED, "Anna Roe, Bea Doe"])
@pytest.mark.parametrize(
    "title", ["International conference visits and joy of bakers", "International workshop climate raises joy"]
)
def test_a_title_that_speaks_of_a_conference_is_none_of_its_name(title: str, names: str, mark: str) -> None:
    assert title_of(f"{mark}{title}", names) == (title, ("Anna Roe", "Bea Doe"))


@pytest.mark.parametrize("names", [MARKED, "Anna Roe1, Bea Doe2"])
def test_a_heading_of_the_first_rank_stays_the_title_over_a_line_above_the_names(names: str) -> None:
    assert title_of(f"# {TITLE}\n\nBread and Salt", names)[0] == TITLE


@pytest.mark.parametrize(
    "lines",
    [
        ("Salt, crust and the", "joy of bakers in small towns"),
        ("Salt and joy:", "what bakers think of bread"),
        ("Salt and joy –", "what bakers think of bread"),
        ("Salt, crust and the joy of", "bakers who bake their bread in", "very small northern towns"),
        ("Does salt raise the joy of bakers, or", "does their joy raise salt?"),
    ],
)
@pytest.mark.parametrize("above", ["", "Letters on bread and ovens\n\n", "Letters on bread and ovens\n\nArticle\n\n"])
def test_a_title_typed_over_several_paragraphs(lines: tuple[str, ...], above: str) -> None:
    assert title_of(above + "\n\n".join(lines)) == (" ".join(lines), ("Anna Roe", "Bea Doe"))


@pytest.mark.parametrize("above", ["Letters on bread and ovens", "Baked in Northtown", "Page 1 of", "To appear in"])
def test_a_line_that_does_not_go_on_is_no_part_of_the_title_below_it(above: str) -> None:
    assert title_of(f"{above}\n\n{TITLE}") == (TITLE, ("Anna Roe", "Bea Doe"))


@pytest.mark.parametrize("behind", ["Received 17 August 2022; Accepted 3 May 2023", "Available online 3 May 2023"])
@pytest.mark.parametrize("before", ["", "Oven Letters 12, 3-9. ", "* Corresponding author: Anna Roe. "])
def test_the_doi_before_the_dates_at_the_foot_of_a_page(behind: str, before: str) -> None:
    foot = f"{before}https://doi.org/10.5555/inv.77 {behind}"
    later = PAGE.format("", "").replace("## References", f"{foot}\n\nMore words.\n\n## References")
    assert document_of(markdown.to_source(later.encode())).doi == "10.5555/inv.77"


@pytest.mark.parametrize(
    "behind", ["is where the data are.", "was written by Doe, who received a price.", "Doe baked."]
)
def test_the_doi_of_something_else_within_a_later_page(behind: str) -> None:
    foot = f"The code of 10.5555/inv.77 {behind}"
    later = PAGE.format("", "").replace("## References", f"{foot}\n\nMore words.\n\n## References")
    assert document_of(markdown.to_source(later.encode())).doi is None


@pytest.mark.parametrize(
    "above",
    [
        "This is a version of the",
        "Submitted to the journal of",
        "Special issue on ovens and",
        "A thesis on bread, presented to the",
        "Preprint of a paper to the",
        "Running head: Salt and",
        "Original research and",
    ],
)
def test_what_is_said_of_the_version_above_a_title_is_no_part_of_it(above: str) -> None:
    assert title_of(f"{above}\n\n{TITLE}") == (TITLE, ("Anna Roe", "Bea Doe"))


@pytest.mark.parametrize("behind", ["Received 17 August 2022", "Accepted: 3 May 2023", "Available online 3 May 2023"])
def test_the_doi_of_a_reference_before_a_date_is_not_their_own(behind: str) -> None:
    listed = f"Roe, A. (2012). Bread. https://doi.org/10.5555/inv.77 {behind}"
    assert document(end=listed).doi is None
    foot = f"Oven Letters 12, 3-9. https://doi.org/10.5555/inv.77 {behind}"
    later = PAGE.format("", "").replace("## References", f"{foot}\n\nMore words.\n\n## References")
    assert document_of(markdown.to_source(later.encode())).doi == "10.5555/inv.77"


@pytest.mark.parametrize(
    "behind", ["received a price", "accepted by all bakers", "received 17 replies", "revised in May"]
)
def test_a_doi_before_something_else_that_was_received_is_not_their_own(behind: str) -> None:
    text = f"The recipe at https://doi.org/10.5555/inv.77 {behind}"
    later = PAGE.format("", "").replace("## References", f"{text}\n\nMore words.\n\n## References")
    assert document_of(markdown.to_source(later.encode())).doi is None


VERSION = (
    "This is an Accepted Manuscript of an article published by {} in the Journal of Bread on 2 September 2021, online."
)
FRONT = """What shoppers in four small towns think of bread

{}

Ada Cole and Ben Miller

University of Bread, Northtown

Abstract

Bread is warm. It was baked in 2017.

Introduction

Bread is old (Cole, 2015).
"""


def of_text(line: str) -> Document:
    return understand(to_source(FRONT.format(line).encode()))[0].document


@pytest.mark.parametrize(
    "line",
    ["Accepted Manuscript", "Accepted author manuscript", "Accepted version", VERSION.format("Baker and Sons")],
)
def test_a_line_on_the_version_does_not_end_what_stands_before_the_authors(line: str) -> None:
    assert of_text(line).authors == ("Ada Cole", "Ben Miller")


@pytest.mark.parametrize("line", ["Accepted 4 June 2019", "Accepted: 4 June 2019", "Accepted for Bread"])
def test_names_behind_a_date_are_no_authors(line: str) -> None:
    assert of_text(line).authors == ()


def test_a_manuscript_that_was_accepted_is_of_the_year_it_was_published() -> None:
    assert of_text(VERSION.format("Baker and Sons")).year == "2021"
    assert of_text("Accepted Manuscript. The ovens were lit on 2 September 2021.").year != "2021"
