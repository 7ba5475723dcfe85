"""One line of headings over the two halves of a table that runs across a page of two columns."""

from evidence.read.pages.lines import Word, reading_order

GUTTER = 303.0


def across(text: str, top: float) -> list[Word]:
    return [Word(text, x * 30.0, x * 30.0 + 26, top, top + 10) for x in range(20)]


def order(*, below: float, heads: tuple[str, str]) -> list[str]:
    left, right = heads
    words = [*across("caption", 10), Word(left, 100, 160, 24, 34), Word(right, 420, 480, 24, 34)]
    return [line.text for line in reading_order([*words, *across("model", below)], GUTTER)]


def test_headings_on_one_line_close_between_two_lines_across_are_one_line() -> None:
    assert order(below=38, heads=("Joy", "Sales"))[1] == "Joy Sales"


def test_a_line_far_above_the_next_one_across_is_two() -> None:
    assert order(below=80, heads=("Joy", "Sales"))[1:3] == ["Joy", "Sales"]
