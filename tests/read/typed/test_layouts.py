"""Layouts that unseen papers use: drawn text tables, tables over pages, wrapped cells, steps of mediation, asides."""

from pathlib import Path

import pytest

from evidence.read import read
from evidence.read.pages import Line, Page, Rule, Word, ends_in_table, joined, lines_of, mended, regions_of
from evidence.read.text import to_source
from evidence.records import Record

SIMPLE = """Table 1: Reliability

  Construct        CR     AVE
  ------------ ------ -------
  Trust           .91     .72
  Habit           .88     .65

After the table.
"""
MULTILINE = """Table 1: Reliability

  -----------------------------
  Construct    Composite    AVE
               reliability
  ------------ ----------- ----
  Trust in       .91        .72
  shops

  Habit          .88        .65
  -----------------------------

After the table.
"""
HEADLESS = """Table 1: Reliability

  ------------ ------ -------
  Construct       CR     AVE
  Trust           .91     .72
  Habit           .88     .65
  ------------ ------ -------

After the table.
"""
BOXED = """Table 1: Reliability

+-----------+-----+-----+
| Construct | CR  | AVE |
+===========+=====+=====+
| Trust     | .91 | .72 |
+-----------+-----+-----+
| Habit     | .88 | .65 |
+-----------+-----+-----+

After the table.
"""


@pytest.mark.parametrize("text", [SIMPLE, MULTILINE, HEADLESS, BOXED])
def test_tables_drawn_with_dashes_are_tables(text: str) -> None:
    source = to_source(text.encode())
    (grid,) = source.grids
    rows = [[cell.text for cell in row] for row in grid.rows]
    assert rows[0][0] == "Construct"
    assert rows[0][-1] == "AVE"
    assert rows[1][0].startswith("Trust")
    assert rows[1][1:] == [".91", ".72"]
    assert rows[2] == ["Habit", ".88", ".65"]
    assert grid.label == "Table 1"
    for row in grid.rows[1:]:
        for cell in row[1:]:
            assert cell.span is not None
            assert source.text[cell.span[0] : cell.span[1]] == cell.text
    assert source.of(source.blocks[-1]) == "After the table."


@pytest.mark.parametrize(
    "text",
    [
        "A line\n\n-----\n\nand another.\n",
        "  --- ---\n  --- ---\n",
        "  ---- ----\n  words_over the edge\n  ---- ----\n",
        "+----+\n\nnothing\n",
        "-----\na\n-----\n",
        "head tail\n---- ----\n\nnothing below.\n",
    ],
)
def test_rules_that_draw_no_table_stay_text(text: str) -> None:
    assert to_source(text.encode()).grids == ()


def test_spaced_rows_are_read_in_order_where_a_page_break_moved_them() -> None:
    text = (
        "Table 2: Loadings\n\n        ID      AQ      PU\nID1     0.84    0.05    0.14\nID2     0.80    0.06    0.10\n"
        "AQ1     0.07    0.69    0.25\n  PU1  0.11  0.26  0.70\n  PU2  0.07  0.09  0.81\n"
    )
    (grid,) = to_source(text.encode()).grids
    assert [c.text for c in grid.rows[0]] == ["", "ID", "AQ", "PU"]
    assert [c.text for c in grid.rows[-1]] == ["PU2", "0.07", "0.09", "0.81"]


def test_a_heading_beside_its_column_comes_over_it() -> None:
    text = (
        "Table 3: Means\n\nScale              Mean       SD         N\nTrust in shops     3.10            0.90     120\n"
        "Habit              2.95            0.71     118\nLoyalty                            0.75     119\n"
    )
    (grid,) = to_source(text.encode()).grids
    assert "SD" in [c.text for c in grid.rows[0]]
    at = [c.text for c in grid.rows[0]].index("SD")
    assert [row[at].text for row in grid.rows[1:]] == ["0.90", "0.71", "0.75"]


def words(x: float, y: float, text: str, height: float = 8) -> list[Word]:
    out = []
    for word in text.split():
        out.append(Word(word, x, x + 4 * len(word), y, y + height))
        x += 4 * len(word) + 2
    return out


def laid(*cells: tuple[float, float, str]) -> tuple[list[Line], list[Word]]:
    every = [word for x, y, text in cells for word in words(x, y, text)]
    return lines_of(every), every


def texts(rows: tuple[tuple[object, ...], ...]) -> list[list[str]]:
    return [[mended(str(getattr(cell, "text")), ()) for cell in row] for row in rows]  # noqa: B009


def test_labels_over_two_lines_belong_to_the_numbers_beside_them() -> None:
    cells = [(60.0, 40.0, "Table 1: Reliability of scales")]
    for i, (first, second, cr) in enumerate([("Perceived", "usefulness", ".91"), ("Trust", "in shops", ".88")]):
        top = 80 + 24 * i
        cells += [(60, top, first), (60, top + 9, second), (200, top + 4.5, cr), (260, top + 4.5, ".70")]
    cells += [
        (60, 66, "Scale"),
        (200, 66, "CR"),
        (260, 66, "AVE"),
        (60, 128, "Habit"),
        (200, 128, ".80"),
        (260, 128, ".60"),
    ]
    lines, every = laid(*cells)
    (region,) = regions_of(Page(lines, every, [Rule(60, 300, 60), Rule(60, 300, 140)]))
    assert texts(region.rows) == [
        ["Scale", "CR", "AVE"],
        ["Perceived usefulness", ".91", ".70"],
        ["Trust in shops", ".88", ".70"],
        ["Habit", ".80", ".60"],
    ]


def test_a_table_goes_on_over_the_page() -> None:
    lines, every = laid(
        (60, 700, "Table 1: Paths"), (60, 720, "Path"), (200, 720, "Beta"), (60, 734, "A to B"), (200, 734, ".31")
    )
    first = regions_of(Page(lines, every))
    assert len(first) == 1
    before = ends_in_table(lines, first)
    assert before == first[0]
    lines, every = laid((60, 60, "B to C"), (200, 60, ".42"), (60, 74, "A to C"), (200, 74, ".18"))
    (rest,) = regions_of(Page(lines, every), before)
    assert texts(rest.rows) == [["B to C", ".42"], ["A to C", ".18"]]
    whole = joined(first[0], rest)
    assert whole is not None
    assert [row[0] for row in texts(whole.rows)] == ["Path", "A to B", "B to C", "A to C"]
    assert regions_of(Page(lines, every)) == []
    prose, every = laid((60, 60, "The next page begins with a sentence."))
    assert regions_of(Page(prose, every), before) == []


def test_the_rules_of_a_header_do_not_end_its_table() -> None:
    lines, every = laid(
        (60, 40, "Table 1: Paths"), (60, 66, "Path"), (200, 66, "Beta"),
        (60, 84, "A to B"), (200, 84, ".31"), (60, 98, "B to C"), (200, 98, ".42"),
    )  # fmt: skip
    (region,) = regions_of(Page(lines, every, [Rule(60, 300, 60), Rule(60, 300, 78)]))
    assert texts(region.rows)[-1] == ["B to C", ".42"]


def paper(tmp_path: Path, text: str) -> Record:
    file = tmp_path / "paper.md"
    file.write_text(f"# A paper about shops and the people in them\n\n{text}\n", encoding="utf-8")
    return read(file)[0]


def test_causal_steps_make_effects(tmp_path: Path) -> None:
    record = paper(
        tmp_path,
        "Table 5. Mediation of trust\n\n<table><tr><th></th><th>Model 1</th><th>Model 2</th><th>Model 3</th></tr>"
        "<tr><th></th><th>Loyalty</th><th>Trust</th><th>Loyalty</th></tr><tr><th></th><th>β</th><th>β</th><th>β</th></tr>"
        "<tr><td>Price</td><td>.50**</td><td>.60**</td><td>.32**</td></tr>"
        "<tr><td>Service</td><td>.40**</td><td>.50**</td><td>.25**</td></tr>"
        "<tr><td>Trust</td><td></td><td></td><td>.30**</td></tr></table>\n",
    )
    assert [(e.from_, e.to, e.via, e.a, e.b, e.direct, e.total) for e in record.effects] == [
        ("Price", "Loyalty", "Trust", ".60", ".30", ".32", ".50"),
        ("Service", "Loyalty", "Trust", ".50", ".30", ".25", ".40"),
    ]
    start, end = record.spans["/effects/0/total"]
    assert record.text[start:end] == ".50"


def test_shares_in_words_are_groups_when_they_make_the_whole(tmp_path: Path) -> None:
    record = paper(
        tmp_path,
        "## Sample\n\nThe sample had 300 respondents. Of all respondents 57.8% were women, 42.2% were men. "
        "Some users had come for 60.5% within a year, 21.8% for two years, and 7.9% for longer.",
    )
    assert record.sample is not None
    (group,) = record.sample.groups
    assert group.variable == "gender"
    assert [(c.label, c.percent) for c in group.cells] == [("women", "57.8%"), ("men", "42.2%")]


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("Of the 600 questionnaires handed out, 462 came back, of which 431 were usable.", "431"),
        ("We sent 500 questionnaires; 347 were returned and 312 were retained for analysis.", "312"),
    ],
)
def test_the_size_that_was_analysed_is_n(said: str, n: str, tmp_path: Path) -> None:
    record = paper(tmp_path, f"## Method\n\n{said}")
    assert record.sample is not None
    assert record.sample.n == n


def test_a_judgement_left_out_is_that_before_turned(tmp_path: Path) -> None:
    record = paper(
        tmp_path,
        "H1: Price affects trust.\n\nH2: Service affects trust.\n\nH3: Habit affects trust.\n\n## Results\n\n"
        "H1 was supported, whereas H2 was not. H3 was not supported.",
    )
    assert [h.verdict for h in record.hypotheses] == ["supported", "not supported", "not supported"]


def test_a_scaled_statistic_beside_the_standard_one_gives_two_fits(tmp_path: Path) -> None:
    record = paper(
        tmp_path,
        "## Results\n\nThe fit was good (chi-squared = 600, 200 d.f.; Satorra-Bentler scaled chi-square = 450, 200 d.f.; "
        "CFI = .95; RMSEA = .05; normed chi-squared = 3.0).",
    )
    assert [(f.kind, f.chi2, f.chi2_df, f.cfi) for f in record.fit] == [
        ("standard", "600", "3.0", None), ("scaled", "450", None, ".95")
    ]  # fmt: skip


def test_initial_and_final_model_are_told_apart(tmp_path: Path) -> None:
    record = paper(
        tmp_path,
        "Table 4: Reliability\n\n<table><tr><th rowspan=2>Construct</th><th colspan=2>Estimates (initial model)</th>"
        "<th colspan=2>Estimates (final model)</th></tr><tr><th>CR</th><th>AVE</th><th>CR</th><th>AVE</th></tr>"
        "<tr><td>Trust</td><td>.74</td><td>.45</td><td>.87</td><td>.63</td></tr>"
        "<tr><td>Habit</td><td>.81</td><td>.53</td><td>.82</td><td>.54</td></tr></table>\n",
    )
    assert {(c.model, c.ave) for c in record.constructs} == {
        ("Initial model", ".45"), ("Final model", ".63"), ("Initial model", ".53"), ("Final model", ".54")
    }  # fmt: skip


def test_bounds_on_other_statistics_are_no_claims_about_these(tmp_path: Path) -> None:
    record = paper(
        tmp_path,
        "Table 1: Validity\n\n| Construct | CR | AVE |\n| --- | --- | --- |\n| Trust | .91 | .72 |\n| Habit | .88 | .65 |\n\n"
        "## Results\n\nAll AVE values exceed 0.5 and all HTMT ratios are below 0.85.",
    )
    assert [(c.value, c.op) for c in record.claims] == [("0.5", ">")]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("A. Berg and C. Holm Department of Trade, Far University, Norhaven", ("A. Berg", "C. Holm")),
        ("Ana Berg^1^, Carl Holm^2^ and Eva Lund^1,2^", ("Ana Berg", "Carl Holm", "Eva Lund")),
        (
            "Ana Berg a,*, Carl Holm b, Eva Lund c a School of Baking, Norhaven b Institute of Tea",
            ("Ana Berg", "Carl Holm", "Eva Lund"),
        ),
    ],
)
def test_authors_before_their_addresses(line: str, authors: tuple[str, ...], tmp_path: Path) -> None:
    assert paper(tmp_path, f"{line}\n\n## Abstract\n\nWords.").document.authors == authors


def test_a_triangle_set_with_spaces_keeps_its_columns() -> None:
    text = (
        "Table 4: Correlations\n\nConstruct      Mean    1        2        3\nTrust          3.10\nHabit          2.95    0.41\n"
        "Loyalty        3.40    0.52     0.33\nPrice          2.80    0.11     -0.20    0.05\n"
    )
    (grid,) = to_source(text.encode()).grids
    rows = [[c.text for c in row] for row in grid.rows]
    assert rows[0] == ["Construct", "Mean", "1", "2", "3"]
    assert rows[2] == ["Habit", "2.95", "0.41", "", ""]
    assert rows[4] == ["Price", "2.80", "0.11", "-0.20", "0.05"]


def test_a_caption_in_the_last_row_is_the_caption(tmp_path: Path) -> None:
    path = tmp_path / "paper.html"
    rows = "".join(f"<tr><td>{n}</td><td>{a}</td></tr>" for n, a in (("Calm", "0.81"), ("Haste", "0.77")))
    path.write_text(
        f"<html><body><h1>On haste</h1><table><tr><th>Scale</th><th>Alpha</th></tr>{rows}"
        "<tr><td colspan='2'><b>Table 4. Reliability of the scales</b></td></tr></table></body></html>"
    )
    (record,) = read(path)
    assert [(c.name, c.alpha) for c in record.constructs] == [("Calm", "0.81"), ("Haste", "0.77")]


def test_direct_effects_of_a_decomposition_are_paths(tmp_path: Path) -> None:
    table = (
        "Table 3. Direct, indirect and total effects\n\n"
        "| Outcome | Predictor | Direct | Indirect | Total |\n|---|---|---|---|---|\n"
        "| Calm | Humour | 0.31** | – | 0.31** |\n| Sleep | Humour | 0.12 | 0.14** | 0.26** |\n| Sleep | Calm | 0.45** | – | 0.45** |\n"
    )
    record = paper(tmp_path, table)
    assert {(p.from_, p.to, p.beta) for p in record.paths if p.effect == "direct"} == {
        ("Humour", "Calm", "0.31"),
        ("Humour", "Sleep", "0.12"),
        ("Calm", "Sleep", "0.45"),
    }
    for pointer, (start, end) in record.spans.items():
        if pointer.startswith("/paths/") and pointer.endswith("/beta"):
            assert record.paths[int(pointer.split("/")[2])].beta in record.text[start:end]


def test_pages_that_begin_with_tables_keep_their_captions_and_rows() -> None:
    page = (
        "{number}         Journal of Invented Trades\n\nTable {number}\nReliability of the scales.\n\n Construct      CR      AVE\n\n"
        " Trust          0.91    0.72\n Habit          0.8{number}    0.65\n\n{text}"
    )
    text = "".join(f"The bakers of the town were asked about their trade in round {i}.\n" for i in range(50))
    pages = [page.format(number=number, text=text) for number in (1, 2, 3)]
    found = to_source("\f".join(pages).encode())
    assert [grid.label for grid in found.grids] == ["Table 1", "Table 2", "Table 3"]
    assert "Journal of Invented Trades" not in found.text
