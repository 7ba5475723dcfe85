"""Markdown whose tables a converter left as bare lines, and the anchors its links lead to."""

from pathlib import Path

import pytest

from evidence.read import markdown, read
from evidence.read.flat.packed import is_value


def test_rows_without_bars_under_a_caption_are_a_table() -> None:
    page = (
        "# On bread\n\nWords before the table, and more of them.\n\n"
        "**Table 2.** Reliability of the scales.\n\nAlpha CR AVE\n\n"
        "CRU 0.811 0.873 0.634\nSMELL 0.790 0.861 0.608\nPRICE **0.744** 0.852 0.657\n\nWords behind the table.\n"
    )
    source = markdown.to_source(page.encode())
    (grid,) = source.grids
    assert grid.label == "Table 2"
    assert [[c.text for c in row] for row in grid.rows][-1] == ["PRICE", "0.744", "0.852", "0.657"]
    assert source.text.index("Words before") < source.text.index("CRU") < source.text.index("Words behind")


def test_sentences_with_figures_are_no_table() -> None:
    page = "# On bread\n\nCrust (b = 0.31, p < 0.01) and smell (b = 0.22, p < 0.05) matter.\n\n- one 0.3 0.4\n"
    assert not markdown.to_source(page.encode()).grids


def test_a_table_behind_an_anchor_is_a_table() -> None:
    bars = "| Path | β | t |\n|---|---|---|\n| Crust -> Joy | 0.31 | 4.10 |\n| Smell -> Joy | 0.22 | 2.90 |\n"
    for anchor in ('<span id="page-3-0"></span>', '<a name="t1"></a>', '<a id="x"> </a>'):
        (grid,) = markdown.to_source(f"# On bread\n\nWords.\n\n{anchor}{bars}".encode()).grids
        assert len(grid.rows) == 3


def test_headings_that_ran_into_a_title_and_end_in_one_word() -> None:
    page = (
        "# On bread\n\nWords.\n\nTable 4. Comparison of shops. Path Small shops Large shops p (difference)\n\n"
        "Crust -> Joy 0.31 0.12 0.020\nSmell -> Joy 0.22 0.25 0.610\nPrice -> Joy -0.10 -0.33 0.004\n"
    )
    (grid,) = markdown.to_source(page.encode()).grids
    assert [c.text for c in grid.rows[0]] == ["Path", "Small shops", "Large shops", "p (difference)"]


@pytest.mark.parametrize(
    ("caption", "effect"),
    [("Total effects", "total"), ("Indirect effects.", "indirect"), ("Path coefficients", "direct")],
)
def test_a_column_without_heading_holds_what_the_caption_names(tmp_path: Path, caption: str, effect: str) -> None:
    page = f"# On bread\n\nTable 3. {caption}\n\nCrust on joy 0.31\nSmell on joy 0.22\nPrice on joy -0.10\nCrust on return 0.15\n"
    file = tmp_path / "bread.md"
    file.write_text(page)
    (record,) = read(file)
    first = record.paths[0]
    assert (first.from_, first.to, first.beta, first.effect) == ("Crust", "joy", "0.31", effect)
    assert len(record.paths) == 4


def test_a_table_cut_by_a_page_goes_on_under_the_same_headings() -> None:
    head = "| Item | Loading | CR | AVE |\n|---|---|---|---|\n"
    page = (
        f"# On bread\n\nTable 1. Loadings\n\n{head}| CR1 | 0.81 | | |\n| CR2 | 0.84 | | |\n\nJournal of Bread\n\n"
        f"{head}| SM1 | 0.77 | | |\n| SM2 | 0.79 | | |\n\nTable 2. Discriminant validity\n\n"
        "| | CR | SM |\n|---|---|---|\n| CR | 0.82 | |\n| SM | 0.41 | 0.78 |\n"
    )
    whole, square = markdown.to_source(page.encode()).grids
    assert [r[0].text for r in whole.rows] == ["Item", "CR1", "CR2", "SM1", "SM2"]
    assert square.label == "Table 2"


def test_a_table_of_one_column_has_its_own_line_below_the_heading() -> None:
    page = "# On bread\n\n| Ovens of the town |\n|---|\n| Crust is brown |\n| Salt is dear |\n\nWords.\n"
    (grid,) = markdown.to_source(page.encode()).grids
    assert [[c.text for c in row] for row in grid.rows] == [["Ovens of the town"], ["Crust is brown"], ["Salt is dear"]]


@pytest.mark.parametrize(
    ("text", "value"), [(".05-.10", True), ("0.41–0.52", True), ("3-4", False), ("rye.05-.10", False)]
)
def test_a_range_of_decimals_is_a_value(text: str, value: bool) -> None:
    assert is_value(text) is value
