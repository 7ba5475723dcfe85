"""What a journal sets in the margin is parted from the text, and its captions find their tables."""

import pytest

from evidence.read import pdf
from evidence.read.prose.relations.relation import relation
from evidence.read.text import to_source
from tests.read.pages.typesetting import Typesetter

_PROSE = (
    "We asked shoppers in four towns what they think of bread that is baked on the spot and how often they would "
    "come again for it, and the answers were given on a scale of seven steps, as is usual in such work. "
)


def _justified(page: Typesetter, lines: int) -> None:
    """Lines that all end at one place, as a justified column has them."""
    for _ in range(lines):
        page.text(page.left, page.y, "bread that is baked on the spot makes many of them come again and", 10)
        page.y += 12


def _beside(page: Typesetter, x: float, y: float, *lines: str) -> None:
    for i, line in enumerate(lines):
        page.text(x, y + 9 * i, line, 8)


ROWS = [["Trust", "0.31", "0.05"], ["Habit", "0.42", "0.06"], ["Price", "-0.08", "0.05"]]


@pytest.mark.parametrize("left", [False, True])
def test_captions_in_the_margin_are_those_of_the_tables_beside_them(left: bool) -> None:
    page = Typesetter(left=170 if left else 60, right=(170 if left else 60) + 296)
    margin = 60.0 if left else 380.0
    _justified(page, 14)
    _beside(page, margin, 70, "Received 3 May 2018", "Accepted 4 June 2019")
    for label in ("Table I.", "Table II."):
        page.y += 8
        page.rule(page.y)
        page.y += 3
        for i, row in enumerate([["Predictor", "Joy", "SE"], *ROWS]):
            for x, cell in zip([0, 120, 200], row, strict=True):
                page.text(page.left + x, page.y, cell, 9)
            page.y += 14
            if i == 0:
                page.rule(page.y)
        page.rule(page.y)
        _beside(page, margin, page.y - 12, label, "Results of the", "regression of joy")
        page.y += 20
    _justified(page, 4)
    source = pdf.to_source(page.pdf())
    assert [g.caption for g in source.grids] == [
        "Table I. Results of the regression of joy",
        "Table II. Results of the regression of joy",
    ]
    assert [[c.text for c in row] for row in source.grids[1].rows] == [["Predictor", "Joy", "SE"], *ROWS]
    assert "come again and bread" in source.text
    assert "again and Received" not in source.text
    assert "Accepted 4 June 2019" in source.text


def test_a_column_of_a_table_is_no_margin() -> None:
    page = Typesetter(left=60, right=356)
    _justified(page, 10)
    page.y += 6
    page.text(60, page.y, "Table 1. Items", 9)
    page.y += 14
    page.rule(page.y, 60, 500)
    for number in range(1, 6):
        page.text(60, page.y + 3, f"I like bread that is baked on the spot {'again ' * number}", 9)
        page.text(400, page.y + 3, "Trust in bakers", 9)
        page.text(480, page.y + 3, f"0.7{number}", 9)
        page.y += 14
    page.rule(page.y, 60, 500)
    (grid,) = pdf.to_source(page.pdf()).grids
    assert [c.text for c in grid.rows[0]][-2:] == ["Trust in bakers", "0.71"]


def test_what_is_done_often_or_closely_is_no_construct() -> None:
    assert relation("The more closely bakers are watched, the better the bread") is None
    told = relation("The more trust bakers enjoy, the better the bread")
    assert told is not None
    assert told.to == "bread"


@pytest.mark.parametrize("turn", ["0 1 -1 0", "0 -1 1 0"])
def test_what_is_set_sideways_in_the_margin_is_no_part_of_the_page(turn: str) -> None:
    page = Typesetter()
    _justified(page, 20)
    page.table("Table 1. Paths of the model", [["Predictor", "Joy", "SE"], *ROWS], [0, 120, 200])
    _justified(page, 14)
    page.pages[-1].append(
        f"BT /F1 7 Tf {turn} 588 300 Tm (Taken on 3 May 2021 from 12 ovens by Northtown Library) Tj ET"
    )
    source = pdf.to_source(page.pdf())
    assert [[c.text for c in row] for row in source.grids[0].rows] == [["Predictor", "Joy", "SE"], *ROWS]
    assert not {"Taken", "nekaT", "2021", "1202", "Library"} & set(source.text.split())
    assert source.text.count("come again and") == 34


@pytest.mark.parametrize("last", ["baked", "baked at home"])
def test_the_last_line_of_a_title_over_the_margin_is_no_part_of_it(last: str) -> None:
    page = Typesetter(left=170, right=466)
    page.text(60, 60, "What shoppers in four small towns think of bread that is", 16)
    page.text(60, 78, last, 16)
    page.y = 150
    _justified(page, 14)
    _beside(page, 60, 160, "Received 3 May 2018", "Accepted 4 June 2019")
    source = pdf.to_source(page.pdf())
    assert [source.of(block) for block in source.blocks if block.kind == "title"] == [
        f"What shoppers in four small towns think of bread that is {last}"
    ]
    assert source.of(source.blocks[-1]) == "Received 3 May 2018 Accepted 4 June 2019"


_FIGURES = [["B", "SE", "t", "p"], *([f"0.{i}1", f"0.0{i}", f"{i}.12", ".001"] for i in range(1, 5))]


def _figures(page: Typesetter, rows: list[list[str]]) -> None:
    for row in rows:
        for x, cell in zip([0, 70, 130, 190, 250], row, strict=False):
            page.text(page.left + x, page.y, cell, 9)
        page.y += 12


@pytest.mark.parametrize("left", [False, True])
def test_labels_beside_rows_of_figures_are_no_margin_though_they_stand_beyond_the_text(left: bool) -> None:
    page = Typesetter(left=170 if left else 60, right=(170 if left else 60) + 296)
    _justified(page, 10)
    page.text(60, page.y + 10, "Table 1. Paths to joy", 9)
    page.y += 24
    labels = ["", "Warm ovens", "Salt in dough", "Crust of rye", "Price of bread"]
    for i, label in enumerate(labels[1:], 1):
        page.text(60 if left else 400, page.y + 12 * i, label, 9)
    _figures(page, _FIGURES)
    page.y += 10
    _justified(page, 10)
    (grid,) = pdf.to_source(page.pdf()).grids
    told = [[label, *row] if left else [*row, label] for label, row in zip(labels, _FIGURES, strict=True)]
    assert [[c.text for c in row] for row in grid.rows] == told


@pytest.mark.parametrize(("left", "down"), [(False, 0), (False, 12), (False, 48), (True, 0), (True, 12), (True, 48)])
def test_a_caption_that_begins_beside_the_headings_or_the_last_row_is_in_the_margin(left: bool, down: float) -> None:
    page = Typesetter(left=170 if left else 60, right=(170 if left else 60) + 296)
    margin = 60.0 if left else 380.0
    _justified(page, 14)
    page.y += 8
    page.rule(page.y)
    page.y += 3
    _beside(page, margin, page.y + down, "Table I.", "Results of the", "regression of joy")
    rows = [
        [label, *row] for label, row in zip(("Predictor", "Salt", "Crust", "Warmth", "Price"), _FIGURES, strict=True)
    ]
    page.rule(page.y + 12)
    _figures(page, rows)
    page.rule(page.y)
    page.y += 20
    _justified(page, 4)
    (grid,) = pdf.to_source(page.pdf()).grids
    assert grid.caption == "Table I. Results of the regression of joy"
    assert [[c.text for c in row] for row in grid.rows] == rows


def _typed(page: Typesetter, rows: list[list[str]], gap: float = 14) -> None:
    for row in rows:
        for x, cell in zip([0, 120, 200], row, strict=True):
            page.text(page.left + x, page.y, cell, 9)
        page.y += gap


@pytest.mark.parametrize("left", [False, True])
@pytest.mark.parametrize(("space", "down"), [(12, 0), (12, 14), (12, 28), (0, 0), (0, 14), (0, -12)])
def test_a_caption_in_the_margin_is_that_of_the_rows_beside_it_on_a_page_without_rules(
    left: bool, space: float, down: float
) -> None:
    page = Typesetter(left=170 if left else 60, right=(170 if left else 60) + 296)
    margin = 60.0 if left else 380.0
    _justified(page, 14)
    for label in ("Table I.", "Table II."):
        page.y += space
        _beside(page, margin, page.y + down, label, "Results of the", "regression of joy")
        _typed(page, [["Predictor", "Joy", "SE"], *ROWS])
        page.y += space
        _justified(page, 4)
    source = pdf.to_source(page.pdf())
    assert [g.caption for g in source.grids] == [
        "Table I. Results of the regression of joy",
        "Table II. Results of the regression of joy",
    ]
    for grid in source.grids:
        assert [[c.text for c in row] for row in grid.rows] == [["Predictor", "Joy", "SE"], *ROWS]
    assert source.text.count("come again and") == 22


def test_rows_beyond_white_space_are_no_part_of_the_table_beside_a_caption() -> None:
    page = Typesetter(left=60, right=356)
    _justified(page, 14)
    page.y += 12
    _beside(page, 380, page.y, "Table I.", "Results of the", "regression of joy")
    _typed(page, [["Predictor", "Joy", "SE"], *ROWS])
    page.y += 30
    _typed(page, [["Oven", "0.71", "0.09"], ["Rye", "0.72", "0.08"]])
    page.y += 12
    _justified(page, 4)
    grid = pdf.to_source(page.pdf()).grids[0]
    assert [[c.text for c in row] for row in grid.rows] == [["Predictor", "Joy", "SE"], *ROWS]


def test_a_caption_in_the_margin_beside_running_text_has_no_rows() -> None:
    page = Typesetter(left=60, right=356)
    _justified(page, 8)
    _beside(page, 380, page.y, "Table I.", "Results of the", "regression of joy")
    _justified(page, 20)
    source = pdf.to_source(page.pdf())
    assert source.grids == ()
    assert "Table I. Results of the regression of joy" in source.text
    assert source.text.count("come again and") == 28


@pytest.mark.parametrize("left", [False, True])
@pytest.mark.parametrize("down", [0, 1, 2])
def test_a_caption_in_the_margin_of_a_page_set_with_spaces(left: bool, down: int) -> None:
    prose = "bread that is baked on the spot makes many of them come again and"
    shown = [
        "".join(c.ljust(w) for c, w in zip(row, (19, 9, 4), strict=True)) for row in [["Path", "Joy", "SE"], *ROWS]
    ]
    caption = [*[""] * down, "Table I.", "Results of the", "regression of joy"]
    beside = [
        f"{said:22}{row}" if left else f"{row:72}{said}"
        for row, said in zip([*shown, ""], [*caption, "", ""][:5], strict=True)
    ]
    text = [f"{'':22}{prose}" if left else prose] * 14
    source = to_source("\n".join([*text, "", *beside, "", *text, "\f" + prose, prose]).encode())
    (grid,) = source.grids
    assert grid.caption == "Table I. Results of the regression of joy"
    assert [[c.text for c in row] for row in grid.rows] == [["Path", "Joy", "SE"], *ROWS]
