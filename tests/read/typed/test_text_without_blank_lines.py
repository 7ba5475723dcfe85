"""Text that a program took out of a PDF, without empty lines: its paragraphs and headings, and what only looks so."""

import pytest

from evidence.read.text import to_source

PROSE = (
    "We asked the bakers of four towns what they think of a crust that is baked twice and",
    "how often they would bake it so again, and they answered on seven steps as is usual.",
    "Of all these bakers one in three had been asked before, and the rest of them were new",
    "to us and to the questions that we put to them in the two towns by the sea where salt",
)
SHORT = "is dear and crust is thin."


def body(paragraphs: int = 6) -> list[str]:
    return [line for _ in range(paragraphs) for line in (*PROSE, SHORT)]


def kinds(lines: list[str]) -> list[tuple[str, str]]:
    source = to_source("\n".join(lines).encode())
    return [(block.kind, source.of(block)) for block in source.blocks]


def headings(lines: list[str]) -> list[str]:
    return [text for kind, text in kinds(lines) if kind == "heading"]


@pytest.mark.parametrize(
    "heading", ["Results", "4.2 Crust and joy", "IV. Crust and joy", "Crust and the joy of bakers", "Salt as a buffer"]
)
def test_a_short_line_between_two_paragraphs_is_a_heading(heading: str) -> None:
    assert heading in headings(["1. Introduction", *body(), heading, *body()])


def test_the_heading_of_a_part_stands_over_that_of_its_first_section() -> None:
    found = headings(["1. Introduction", *body(), "4. Results", "4.1 Crust and joy", *body()])
    assert found == ["1. Introduction", "4. Results", "4.1 Crust and joy"]


def test_a_paragraph_ends_where_its_last_line_stops_short() -> None:
    found = [text for kind, text in kinds(["1. Introduction", *body()]) if kind == "paragraph"]
    assert found == ["\n".join((*PROSE, SHORT))] * 6


@pytest.mark.parametrize("code", ["DI1", "DI1 Crust", "Table 3. Crust and joy", "Loading 0.83", "0.71"])
def test_codes_of_items_values_and_captions_are_no_headings(code: str) -> None:
    assert code not in headings(["1. Introduction", *body(), code, *body()])


@pytest.mark.parametrize("line", ["Joy of the", "bakers of the town", "Of crust, salt; and joy"])
def test_a_short_line_within_a_sentence_is_no_heading(line: str) -> None:
    assert line not in headings(["1. Introduction", *body(), line, *body()])


def test_entries_below_the_heading_of_the_references_are_no_headings() -> None:
    entries = [
        "Baker, A. (2001). Crust and what",
        "people think of it in the towns",
        "Joy of bakers",
        "of the sea. Salt.",
    ]
    found = headings(["1. Introduction", *body(), "References", *entries * 8])
    assert found == ["1. Introduction", "References"]


def test_text_with_empty_lines_stays_as_it_is_told() -> None:
    lines = ["1. Introduction", "", *PROSE, SHORT, "", "Crust and the joy of bakers", *PROSE, SHORT, "", *PROSE, SHORT]
    assert headings(lines) == ["1. Introduction"]
    assert kinds(lines)[2] == ("paragraph", "\n".join(("Crust and the joy of bakers", *PROSE, SHORT)))


@pytest.mark.parametrize(
    "line",
    [
        "A total of 312 bakers filled in the form and sent it back to us.",
        "I asked all the bakers of the town by the sea about their ovens.",
        "12 Northtown bakers filled in the form and sent it back to us.",
        "A Northtown baker filled in the form and sent it back to us.",
    ],
)
def test_a_sentence_on_one_line_is_no_heading(line: str) -> None:
    assert kinds(["1. Introduction", "", line, "", *PROSE])[1] == ("paragraph", line)


@pytest.mark.parametrize("line", ["a few bakers in town", "2 bakers of the town", "A. Crust and joy"])
def test_only_a_capital_opens_a_heading_behind_its_number(line: str) -> None:
    kind = kinds(["1. Introduction", "", line, "", *PROSE])[1][0]
    assert (kind == "heading") == (line == "A. Crust and joy")
