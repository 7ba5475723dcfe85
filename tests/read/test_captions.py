"""Which words beside a table are its caption: in two languages, in its first cell, and sentences that only speak of it."""

import pytest

from evidence.read import markdown
from evidence.read.model import Grid

SCALES = "| Scale | α | AVE |\n|---|---|---|\n| Salt | .81 | .61 |\n| Joy | .84 | .64 |\n"


def grids(above: str, table: str = SCALES, below: str = "") -> tuple[Grid, ...]:
    return markdown.to_source(f"# Bread\n\nWords.\n\n{above}\n\n{table}\n{below}".encode()).grids


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("表2 信度分析", "Table 2 Reliability of the scales", "表2"),
        ("Table 2 Reliability of the scales", "表2 信度分析", "Table 2"),
        ("表2-1 信度分析", "Table 2-1 Reliability of the scales", "表2-1"),
        ("Tabla 2. Fiabilidad de las escalas", "Table 2. Reliability of the scales", "Tabla 2"),
        ("Tabelle 2. Güte der Skalen", "Table 2. Reliability of the scales", "Tabelle 2"),
        ("**表2 信度分析**", "Table 2 Reliability of the scales", "表2"),
    ],
)
def test_a_caption_in_two_languages_is_one(first: str, second: str, label: str) -> None:
    (grid,) = grids(f"{first}\n\n{second}")
    assert (grid.label, grid.caption) == (label, f"{first.strip('*')} {second}")


@pytest.mark.parametrize(
    "above",
    [
        "表1 信度分析",  # another number
        "Table 2 Reliability",  # no other language
        "表2显示了各量表的信度。",
        "表2为各量表的信度。",
        "The scales are good.",
        "表2 " + "信度" * 100,
    ],
)
def test_what_else_stands_above_a_caption_is_no_part_of_it(above: str) -> None:
    (grid,) = grids(f"{above}\n\nTable 2 Reliability of the scales")
    assert grid.caption == "Table 2 Reliability of the scales"


@pytest.mark.parametrize(
    "said",
    [
        "为",
        "是",
        "显示了",
        "列出了",
        "列示了",
        "给出了",
        "报告了",
        "呈现了",
        "展示了",
        "汇总了",
        "反映了",
        "说明",
        "可见,",
        "可知,",
        "中可以看出",
        "中的",
    ],
)
def test_a_sentence_on_a_table_is_no_caption(said: str) -> None:
    (grid,) = grids(f"表2{said}各量表的信度。")
    assert (grid.label, grid.caption) == ("", "")


@pytest.mark.parametrize(
    "title",
    [
        "信度分析",
        "中介效应检验",
        "中国样本的信度",
        "中学生样本的信度",
        "是否购买面包的差异",
        "为何盐分重要",
        "各量表的信度",
    ],
)
def test_a_title_that_begins_as_a_sentence_may_is_a_caption(title: str) -> None:
    (grid,) = grids(f"表2 {title}")
    assert (grid.label, grid.caption) == ("表2", f"表2 {title}")


FITS = "| Model | CFI | RMSEA |\n|---|---|---|\n| One | .81 | .11 |\n| Two | .95 | .05 |\n"


def test_a_table_whose_first_cell_is_a_caption_takes_none_of_its_neighbours() -> None:
    held = SCALES.replace("Scale", "Table 2. Reliability")
    first, second = grids("Table 3. Fit of the models", held, f"Words of it, and more of them.\n\n{FITS}")
    assert (first.label, first.caption) == ("", "")
    assert second.rows[0][0].text == "Model"


@pytest.mark.parametrize("cell", ["Scale", "Table 2 shows the scales", "Table"])
def test_a_table_whose_first_cell_is_none_takes_the_caption_above_it(cell: str) -> None:
    (grid,) = grids("Table 3. Reliability", SCALES.replace("Scale", cell))
    assert (grid.label, grid.caption) == ("Table 3", "Table 3. Reliability")


HEADED = "<table><caption>Table 2. Regression analyses</caption><tr><td></td><td colspan='2'>Joy</td></tr><tr><td>Variable</td><td>β</td><td>t</td></tr><tr><td>Salt</td><td>.31</td><td>4.10</td></tr><tr><td>Rye</td><td>.12</td><td>1.90</td></tr></table>"


def test_a_heading_over_all_columns_but_the_first_stays_in_the_table() -> None:
    (grid,) = grids("", HEADED)
    assert [c.text for c in grid.rows[0]] == ["", "Joy", "Joy"]
    (titled,) = grids("", HEADED.replace("<td></td><td colspan='2'>", "<td colspan='3'>"))
    assert titled.caption == "Table 2. Regression analyses Joy"


@pytest.mark.parametrize(
    ("below", "noted"),
    [
        ("Below the diagonal: bakers of 18 to 34 (n = 274); above the diagonal: 55 and over.", True),
        ("Values on the diagonal, in bold, are roots of the AVE.", True),
        ("Above the ovens, we found salt: and more of it.", False),
    ],
)
def test_what_stands_on_either_side_of_a_diagonal_is_a_note(below: str, noted: bool) -> None:
    (grid,) = grids("Table 2 Correlations of the scales", below=f"\n{below}\n")
    assert (grid.notes == below) is noted
