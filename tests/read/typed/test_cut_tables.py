"""Tables of a text that pages cut: rows behind a page number and a running head, headings once more behind them."""

import pytest

from evidence.read import html
from evidence.read.text import to_source

_PAGE = "\n\n120\n\nA. Roe, B. Doe\nWhat bread does to us\n\n"
_HEAD = "Label\tPath\tβ\tt\n"
_ROWS = "H1\tTrust → Joy\t0.31\t4.1\nH2\tHabit → Joy\t0.22\t3.3\n"
_REST = "H3\tPrice → Joy\t-0.08\t1.1\nH4\tSmell → Joy\t0.19\t2.9\n"
_NEXT = "\nWords about bread and joy in between.\n\nTable 2. Means\n\nName\tMean\tSD\nJoy\t4.1\t0.9\nTrust\t3.9\t0.8\n"


def test_rows_behind_a_page_belong_to_the_table_before_it() -> None:
    source = to_source(f"Table 1. Paths\n\n{_HEAD}{_ROWS}{_PAGE}{_REST}{_NEXT}".encode())
    assert [(g.caption, len(g.rows)) for g in source.grids] == [("Table 1. Paths", 5), ("Table 2. Means", 3)]


def test_headings_that_come_again_behind_a_page_are_those_of_one_table_with_its_caption_below() -> None:
    source = to_source(f"{_HEAD}{_ROWS}{_PAGE}{_HEAD}{_REST}\nTable 1. Paths\n{_NEXT}".encode())
    assert [(g.caption, len(g.rows)) for g in source.grids] == [("Table 1. Paths", 5), ("Table 2. Means", 3)]


def test_rows_of_another_kind_are_a_table_of_their_own() -> None:
    other = "4.1\t0.9\tJoy\tlow\n3.9\t0.8\tTrust\thigh\n"
    source = to_source(f"Table 1. Paths\n\n{_HEAD}{_ROWS}{_PAGE}{other}{_NEXT}".encode())
    assert len(source.grids[0].rows) == 3


_TABLE = [["Path", "B", "SE"], ["Salt", "0.31", "0.05"], ["Crust", "0.22", "0.04"]]
_BELOW = [["Warm ovens", "0.12", "0.05"], ["Price", "-0.22", "0.04"]]


def _table(rows: list[list[str]]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{c}</td>' for c in row) + '</tr>' for row in rows)}</table>"


def _read(*parts: str) -> list[tuple[str, list[list[str]]]]:
    page = f"<html><body><h1>On bread</h1>{''.join(parts)}<p>They were glad of it.</p></body></html>"
    return [(g.caption, [[c.text for c in row] for row in g.rows]) for g in html.to_source(page.encode()).grids]


@pytest.mark.parametrize(
    "between",
    ["<p>What bread does to us 121</p>", "<p>What bread does to us</p><p>121</p>", "<p>A. Roe, B. Doe</p>"],
)
def test_bare_rows_behind_a_running_head_are_those_of_the_table_before_it(between: str) -> None:
    found = _read("<p>Table 1. Paths</p>", _table(_TABLE), between, _table(_BELOW))
    assert found == [("Table 1. Paths", [*_TABLE, *_BELOW])]


def test_the_note_behind_bare_rows_is_that_of_the_whole_table() -> None:
    parts = "<p>Table 1. Paths</p>", _table(_TABLE), "<p>On bread 121</p>", _table(_BELOW), "<p>Note. N = 210.</p>"
    source = html.to_source(f"<html><body><h1>On bread</h1>{''.join(parts)}</body></html>".encode())
    assert [grid.notes for grid in source.grids] == ["Note. N = 210."]


def test_bare_rows_that_go_on_over_two_pages_are_of_one_table() -> None:
    head = "<p>What bread does to us 121</p>"
    last = [["Joy", "0.41", "0.06"], ["Calm", "0.09", "0.06"]]
    found = _read("<p>Table 1. Paths</p>", _table(_TABLE), head, _table(_BELOW), head, _table(last))
    assert found == [("Table 1. Paths", [*_TABLE, *_BELOW, *last])]


@pytest.mark.parametrize(
    ("between", "below"),
    [
        ("<p>Among the women it was as follows:</p>", _BELOW),
        ("<p>Among the women it was another matter.</p>", _BELOW),
        ("<p>Women and men who bake at home differ in how they take to salt and crust</p>", _BELOW),
        ("<p>Table 2. Paths of women</p>", _BELOW),
        ("<p>Bread</p><p>Ovens</p><p>Salt</p>", _BELOW),
        ("<p>What bread does to us 121</p>", [["Warm", "0.12", "0.05", "2.40"], ["Price", "-0.22", "0.04", "5.50"]]),
        ("<p>What bread does to us 121</p>", [["0.12", "0.05", "Warm"], ["-0.22", "0.04", "Price"]]),
    ],
    ids=["announced", "sentence", "long", "caption", "paragraphs", "wider", "other kinds"],
)
def test_bare_rows_behind_anything_else_or_of_another_kind_stay_apart(between: str, below: list[list[str]]) -> None:
    found = _read("<p>Table 1. Paths</p>", _table(_TABLE), between, _table(below))
    assert [rows for _, rows in found] == [_TABLE, below]


def test_bare_rows_do_not_go_on_with_rows_that_have_no_headings_either() -> None:
    found = _read("<p>Table 1. Paths</p>", _table(_TABLE[1:]), "<p>What bread does to us 121</p>", _table(_BELOW))
    assert [rows for _, rows in found] == [_TABLE[1:], _BELOW]


@pytest.mark.parametrize(
    "below",
    [[["Salt", "0.12", "0.05"], ["Crust", "-0.22", "0.04"]], [["Heat", "0.12", "0.05"], ["SALT", "0.1", "0.2"]]],
)
def test_bare_rows_with_the_labels_of_those_before_are_of_another_group(below: list[list[str]]) -> None:
    found = _read("<p>Table 1. Paths</p>", _table(_TABLE), "<p>Women</p>", _table(below))
    assert [rows for _, rows in found] == [_TABLE, below]
