"""Cells one a line above their captions, as some journals' pages become plain text."""

from pathlib import Path

import pytest

from evidence.read import markdown, read
from evidence.read.model import Grid, Source
from evidence.read.text import to_source

_PROSE = (
    "Shoppers were asked about bread that is baked on the spot, and they answered on a\n"
    "scale of seven steps, as is usual in such work. They liked what they were given and\n"
    "would come again.\n"
)
_HEAD = "Baking of\nbread\n\n{}\n\n"


def _paper(*tables: tuple[str, str]) -> Source:
    text = f"Bread and joy\n\n{_PROSE}\n"
    for page, (cells, caption) in enumerate(tables, 11):
        text += _HEAD.format(page) + f"{cells}\n{caption}\n\n{_PROSE}\n"
    return to_source(text.encode())


def _cells(grid: Grid) -> list[list[str]]:
    return [[c.text for c in row] for row in grid.rows]


COLUMNS = "\n".join(["Model", "One", "Two", "Three", "CFI", "0.91", "0.92", "0.95", "RMSEA", "0.09", "0.08", "0.04"])
SQUARE = (
    "Variable\nMean\n1\n2\n3\n4\n1. Age\n38.1\n2. Sex\n0.47\n0.04\n3. Joy\n3.71\n-0.08\n0.01\n(0.84)\n"
    "4. Trust\n3.60\n0.02\n0.05\n0.38**\n(0.88)"
)
ITEMS = "Item\nLoading\nJoy\nI like bread\n0.81\n\nI am glad of it\n0.77\n\nTrust\nI trust bakers\n0.74\n\nThey tell me all\n0.70\n\nThey know me\n0.72\n\nThey bake well\n0.71\n"


def test_tables_above_their_captions_are_laid_out() -> None:
    source = _paper(
        (COLUMNS + "\nNotes: N = 90. *p < 0.05;\n**p < 0.01\n", "Table 1.\nFit of\nthe models"),
        (SQUARE + "\n", "Table 2.\nMeans and\ncorrelations"),
        (ITEMS, "Table A1.\nItems and\nloadings"),
    )
    assert [g.caption for g in source.grids] == [
        "Table 1. Fit of the models", "Table 2. Means and correlations", "Table A1. Items and loadings",
    ]  # fmt: skip
    fit, square, items = map(_cells, source.grids)
    assert fit == [
        ["Model", "CFI", "RMSEA"],
        ["One", "0.91", "0.09"],
        ["Two", "0.92", "0.08"],
        ["Three", "0.95", "0.04"],
    ]
    assert square[1:] == [
        ["1. Age", "38.1", "", "", "", ""],
        ["2. Sex", "0.47", "0.04", "", "", ""],
        ["3. Joy", "3.71", "-0.08", "0.01", "(0.84)", ""],
        ["4. Trust", "3.60", "0.02", "0.05", "0.38**", "(0.88)"],
    ]
    assert items[:3] == [["Item", "Loading"], ["Joy", ""], ["I like bread", "0.81"]]
    assert ["Trust", ""] in items


def test_captions_over_tables_stay_over_them() -> None:
    text = f"Bread and joy\n\n{_PROSE}\nTable 1. Fit of the models\n{COLUMNS}\n\n{_PROSE}\nTable 2. Correlations\n{SQUARE}\n\n{_PROSE}"
    source = to_source(text.encode())
    assert [g.caption for g in source.grids][:1] == ["Table 1. Fit of the models"]
    assert _cells(source.grids[0])[0] == ["Model", "CFI", "RMSEA"]


def test_a_square_with_a_lost_value_is_not_guessed() -> None:
    torn = SQUARE.replace("0.01\n(0.84)", "(0.84)")
    source = _paper((COLUMNS + "\n", "Table 1.\nFit"), (torn + "\n", "Table 2.\nCorrelations"))
    assert [g.label for g in source.grids] == ["Table 1"]


STEPS = (
    "Joy\nLoyalty\nM1\nM2\nM3\nM4\nControls\nAge\n0.01\n-0.02\n-0.14*\n-0.11\n(0.15)\n(-0.31)\n(-2.33)\n(-1.71)\n\n"
    "Sex\n0.02\n0.01\n-0.09\n-0.08\n(0.39)\n(0.20)\n(-1.77)\n(-1.58)\n\nMain effects\nTrust\n0.45***\n0.40***\n(9.63)\n(8.45)\n\n"
    "R2\n0.02\n0.22\n{}\n0.19\n"
)


def test_regressions_in_steps_keep_the_rows_that_every_model_has() -> None:
    source = _paper((STEPS.format("0.03"), "Table 4.\nResults of\nregression"), (COLUMNS + "\n", "Table 5.\nFit"))
    assert _cells(source.grids[0]) == [
        ["", "Joy", "Joy", "Loyalty", "Loyalty"],
        ["", "M1", "M2", "M3", "M4"],
        ["Age", "0.01", "-0.02", "-0.14*", "-0.11"],
        ["", "(0.15)", "(-0.31)", "(-2.33)", "(-1.71)"],
        ["Sex", "0.02", "0.01", "-0.09", "-0.08"],
        ["", "(0.39)", "(0.20)", "(-1.77)", "(-1.58)"],
        ["R2", "0.02", "0.22", "0.03", "0.19"],
    ]


def test_where_no_fall_of_the_explained_variance_parts_the_outcomes_nothing_is_read() -> None:
    source = _paper((STEPS.format("0.25"), "Table 4.\nResults of\nregression"), (COLUMNS + "\n", "Table 5.\nFit"))
    assert [g.label for g in source.grids] == ["Table 5"]


@pytest.mark.parametrize("said", ["sets out the correlations", "has the means", "holds an overview of the scales"])
def test_a_sentence_that_begins_with_a_table_is_no_caption(tmp_path: Path, said: str) -> None:
    file = tmp_path / "bread.html"
    file.write_text(f"<h1>On bread</h1><h2>Results</h2><p>Table 1 {said} of all variables (N = 219).</p>")
    assert read(file)[0].sample.n == "219"


def test_the_fit_in_the_last_row_of_a_table(tmp_path: Path) -> None:
    file = tmp_path / "bread.html"
    rows = "<tr><th>Item</th><th>Loading</th></tr><tr><td>JO1</td><td>0.72</td></tr><tr><td>JO2</td><td>0.81</td></tr>"
    last = '<tr><td colspan="2">Fit: χ² = 54.327 (df = 24), CFI = 0.978, RMSEA = 0.061</td></tr>'
    file.write_text(f"<h1>On bread</h1><h2>Results</h2><table>{rows}{last}</table>")
    (fit,) = read(file)[0].fit
    assert (fit.chi2, fit.df, fit.cfi, fit.rmsea) == ("54.327", "24", "0.978", "0.061")


def test_a_line_above_a_table_is_its_title(tmp_path: Path) -> None:
    file = tmp_path / "bread.md"
    square = "|  | Smell | Crust |\n|---|---|---|\n| Crust | {} |  |\n| Joy | {} | {} |\n"
    file.write_text(
        "# On bread\n\n## Results\n\nRows are affected by columns. We asked 210 bakers.\n\nPath coefficients\n\n"
        + square.format("0.452", "0.213", "0.377")
        + "\nP values\n\n"
        + square.format("<0.001", "0.002", "0.184")
    )
    told = {(p.from_, p.to, p.beta or p.b, p.p) for p in read(file)[0].paths}
    assert told == {
        ("Smell", "Crust", "0.452", "<0.001"), ("Smell", "Joy", "0.213", "0.002"), ("Crust", "Joy", "0.377", "0.184"),
    }  # fmt: skip


def test_the_outcome_and_what_is_printed_of_it_in_one_heading(tmp_path: Path) -> None:
    file = tmp_path / "bread.md"
    file.write_text(
        "# On bread\n\n## Results\n\nTable 2. Adjusted associations with joy\n\n| | Joy, B (95% CI) | p |\n|---|---|---|\n"
        "| Smell | 0.64 (0.47, 0.81) | <0.001 |\n| Price | −0.38 (−0.60, −0.16) | 0.001 |\n"
    )
    told = {(p.from_, p.to, p.b or p.beta, p.ci_lo, p.p) for p in read(file)[0].paths}
    assert told == {("Smell", "Joy", "0.64", "0.47", "<0.001"), ("Price", "Joy", "-0.38", "-0.60", "0.001")}


_ROWS = "| Path | B | SE |\n|---|---|---|\n| Salt | 0.31 | 0.05 |\n| Crust | 0.22 | 0.04 |\n"
_TABBED = "Path\tB\tSE\nSalt\t0.31\t0.05\nCrust\t0.22\t0.04\n"


@pytest.mark.parametrize(
    ("over", "under"),
    [
        ("TABLE 3", "Table 3. Regression of joy"),
        ("Table 3.", "Table 3. Regression of joy"),
        ("**TABLE 3**", "**Table 3.** Regression of joy"),
        ("TABLE 3", "Note. N = 210.\n\nTable 3. Regression of joy"),
    ],
)
def test_a_number_alone_over_a_table_has_its_words_below_it(over: str, under: str) -> None:
    page = f"# On bread\n\nBakers were asked.\n\n{over}\n\n{_ROWS}\n{under}\n\nThey were glad.\n"
    (grid,) = markdown.to_source(page.encode()).grids
    assert (grid.label, grid.caption) == ("Table 3", "Table 3. Regression of joy")


def test_words_below_that_number_another_table_are_the_caption_of_that_table() -> None:
    page = f"# On bread\n\nTABLE 3\n\n{_ROWS}\nTable 4. Regression of joy\n\n{_ROWS}\nThey were glad.\n"
    assert [g.caption for g in markdown.to_source(page.encode()).grids] == ["TABLE 3", "Table 4. Regression of joy"]


@pytest.mark.parametrize(
    "said", ["Table 3 shows the paths to joy.", "They were glad of it. " * 20 + "\n\nTable 3. Joy"]
)
def test_a_sentence_on_the_table_and_words_far_below_are_no_caption(said: str) -> None:
    page = f"# On bread\n\nTABLE 3\n\n{_ROWS}\n{said}\n\nThey were glad.\n"
    assert [g.caption for g in markdown.to_source(page.encode()).grids] == ["TABLE 3"]


def test_a_caption_in_words_over_a_table_stays_its_caption() -> None:
    page = f"# On bread\n\nTable 3. Paths to joy\n\n{_ROWS}\nTable 3. Paths, once more\n\nThey were glad.\n"
    assert [g.caption for g in markdown.to_source(page.encode()).grids] == ["Table 3. Paths to joy"]


def test_a_number_in_bold_type_takes_the_title_below_it() -> None:
    source = to_source(
        f"Bakers were asked.\n\n**Table 3**\n\nRegression of joy\n\n{_TABBED}\nThey were glad.\n".encode()
    )
    assert [(g.label, g.caption) for g in source.grids] == [("Table 3", "**Table 3** Regression of joy")]
