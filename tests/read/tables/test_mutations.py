"""Laws: how a table is set must not change what it says, or the reader abstains; and no table breaks the reader."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.read.model import Cell, Grid, Source
from evidence.read.partial import Abbreviations, Findings
from evidence.read.tables import understand
from tests.read.tables.invented import check_spans, correlations, fits, loadings, paths, read, reliability, source

PATHS = """
Hypothesis|Path|β|S.E.|t-value|p|Result
H1|Trust → Loyalty|0.412***|0.050|8.240|0.000|Supported
H2|Price → Loyalty|-0.121*|0.048|-2.521|0.012|Supported
H3|Price → Trust|-0.022|0.051|-0.431|0.667|Not supported"""
MEASURES = """
Construct|Item|Loading|Alpha|CR|AVE
Trust|TR1|0.812|0.881|0.902|0.691
|TR2|0.853|||
Loyalty|LY1|0.791|0.842|0.873|0.632
|LY2|0.804|||"""
MATRIX = """
|Trust|Loyalty|Risk
Trust|0.831||
Loyalty|0.412**|0.794|
Risk|-0.221**|-0.313**|0.772"""
FIT = """
Model|χ²/df|CFI|TLI|RMSEA|SRMR
Measurement|2.112|0.951|0.942|0.052|0.041
Structural|2.353|0.943|0.931|0.058|0.047"""


def said(found: Findings) -> tuple[object, ...]:
    """What a reader would quote, without order."""
    return (
        frozenset((p[1], p[2], p[3], p[4], p[5]) for p in paths(found)),
        frozenset(reliability(found)),
        frozenset(loadings(found)),
        frozenset(correlations(found)),
        frozenset(tuple(sorted(f.items())) for f in fits(found)),
    )


TABLES = {
    "paths": (PATHS, "Path analysis"),
    "measures": (MEASURES, "Measurement model"),
    "matrix": (MATRIX, "Discriminant validity"),
    "fit": (FIT, "Model fit"),
}
WHOLE = {name: said(read(table, caption)) for name, (table, caption) in TABLES.items()}


def lines(table: str) -> list[list[str]]:
    return [line.split("|") for line in table.strip().split("\n")]


def text(rows: list[list[str]]) -> str:
    return "\n".join("|".join(row) for row in rows)


@pytest.mark.parametrize("name", TABLES)
def test_each_table_says_something(name: str) -> None:
    assert any(WHOLE[name])


@settings(deadline=None, max_examples=25)
@given(st.randoms(use_true_random=False), st.sampled_from(["paths", "measures", "fit"]))
def test_the_order_of_columns(rng: random.Random, name: str) -> None:
    table, caption = TABLES[name]
    rows = lines(table)
    stub = 2 if name != "fit" else 1
    order = list(range(stub, len(rows[0])))
    rng.shuffle(order)
    assert said(read(text([[*r[:stub], *(r[i] for i in order)] for r in rows]), caption)) == WHOLE[name]


@settings(deadline=None, max_examples=15)
@given(st.randoms(use_true_random=False), st.sampled_from(["paths", "fit"]))
def test_the_order_of_rows(rng: random.Random, name: str) -> None:
    table, caption = TABLES[name]
    head, *rows = lines(table)
    rng.shuffle(rows)
    assert said(read(text([head, *rows]), caption)) == WHOLE[name]


SYNONYMS = {
    "β": ["Path coefficient", "Standardized estimate", "Std. Beta", "Standardised coefficient", "路径系数"],
    "S.E.": ["SE", "Std. error", "Standard error", "标准误"],
    "t-value": ["t", "T statistics", "Critical ratio", "t-stat.", "t值"],
    "p": ["p-value", "Sig.", "P Values", "Significance", "显著性"],
    "Result": ["Supported?", "Decision", "Conclusion", "Hypothesis supported", "检验结果"],
    "Path": ["Relationship", "Hypothesized path", "Structural path", "路径"],
    "Loading": ["Factor loading", "Std. loadings", "Outer loading", "λ", "因子载荷"],
    "Alpha": ["Cronbach's alpha", "Cronbach’s α", "α", "Cronbach's α (>0.7)"],
    "CR": ["Composite reliability", "C.R.", "Construct reliability (CR)", "组合信度"],
    "AVE": ["Average variance extracted", "AVE (>0.5)", "Average Variance Extracted (AVE)"],
    "χ²/df": ["CMIN/DF", "χ2/d.f.", "Chi-square/df", "Normed chi-square"],
    "TLI": ["NNFI", "Tucker-Lewis index", "TLI (NNFI)"],
    "CFI": ["Comparative fit index"],
}


@settings(deadline=None, max_examples=40)
@given(st.data(), st.sampled_from(list(TABLES)))
def test_headings_by_other_names(data: st.DataObject, name: str) -> None:
    table, caption = TABLES[name]
    head, *rows = lines(table)
    head = [data.draw(st.sampled_from([h, *SYNONYMS.get(h, [])])) for h in head]
    assert said(read(text([head, *rows]), caption)) == WHOLE[name]


@pytest.mark.parametrize("name", ["paths", "fit"])
def test_the_table_turned(name: str) -> None:
    table, caption = TABLES[name]
    turned = [list(column) for column in zip(*lines(table), strict=True)]
    assert said(read(text(turned), caption)) == WHOLE[name]


@settings(deadline=None, max_examples=20)
@given(st.sampled_from("−–—‐﹣－"), st.sampled_from(list(TABLES)))
def test_every_minus(sign: str, name: str) -> None:
    table, caption = TABLES[name]
    head, *rows = lines(table)
    changed = [[c.replace("-", sign) if any(x.isdigit() for x in c) else c for c in r] for r in rows]
    assert said(read(text([head, *changed]), caption)) == WHOLE[name]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("*", ""),
        ("*", "∗"),
        ("*", " *"),
        ("0.", "."),
        (".", ","),
        ("→", "-->"),
        ("→", "->"),
        ("→", " ---> "),
        ("→", "⇒"),
    ],
)
def test_signs_and_stars(name: str, old: str, new: str) -> None:
    table, caption = TABLES[name]
    head, *rows = lines(table)
    changed = [[c if old == "." and not any(x.isdigit() for x in c) else c.replace(old, new) for c in r] for r in rows]
    found = said(read(text([head, *changed]), caption))
    if old == "0.":
        assert [len(x) for x in found] == [len(x) for x in WHOLE[name]]  # type: ignore[arg-type]
    else:
        assert found == WHOLE[name]


@settings(deadline=None, max_examples=40)
@given(st.data(), st.sampled_from(["paths", "measures", "matrix", "fit"]))
def test_scanning_noise_changes_nothing_or_loses_the_value(data: st.DataObject, name: str) -> None:
    """A letter for a digit is repaired, or the number is left out; it never becomes another number."""
    table, caption = TABLES[name]
    head, *rows = lines(table)
    numbers = [(i, j) for i, r in enumerate(rows) for j, c in enumerate(r) if "." in c and any(x.isdigit() for x in c)]
    i, j = data.draw(st.sampled_from(numbers))
    letter, digit = data.draw(st.sampled_from([("O", "0"), ("o", "0"), ("l", "1"), ("I", "1")]))
    rows[i][j] = rows[i][j].replace(digit, letter, 1)
    found = said(read(text([head, *rows]), caption))
    for now, before in zip(found, WHOLE[name], strict=True):
        values = {str(v) for item in before for v in (item if isinstance(item, tuple) else (item,))}  # type: ignore[attr-defined]
        assert {str(v) for item in now for v in (item if isinstance(item, tuple) else (item,))} <= values | {
            "None"
        } or name == "fit"


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(list(TABLES)), st.booleans(), st.booleans())
def test_without_caption_or_heading_marks(name: str, caption: bool, marks: bool) -> None:
    table, said_above = TABLES[name]
    head, *rows = table.strip().split("\n")
    plain = "\n".join(["#" + head if marks else head, *rows])
    found = said(read(plain, said_above if caption else ""))
    assert found == WHOLE[name]


@pytest.mark.parametrize("name", TABLES)
def test_a_heading_over_two_lines(name: str) -> None:
    table, caption = TABLES[name]
    head, *rows = lines(table)
    long = {
        "β": "Path coefficient",
        "AVE": "Average variance extracted",
        "CR": "Composite reliability",
        "t-value": "t value",
    }
    full = [long.get(h, h) for h in head]
    upper = [h.split(" ", 1)[0] if " " in h else "" for h in full]
    lower = [h.split(" ", 1)[-1] for h in full]
    assert said(read(text([upper, lower, *rows]), caption)) == WHOLE[name]


def test_limits_are_never_read_as_values() -> None:
    for limits in ("Recommended|<3|>0.90|>0.90|<0.08|<0.08", "Cut-off|3|0.90|0.90|0.08|0.08", "|≤3|≥.9|≥.9|≤.08|≤.08"):
        table = FIT.strip().split("\n")
        found = read("\n".join([table[0], limits, *table[1:]]), "Model fit")
        assert said(found) == WHOLE["fit"]


def test_stacked_tables_read_like_single_ones() -> None:
    document = source(PATHS.strip() + "\n" + FIT.strip(), captions=["Results"])
    found = understand(document, Abbreviations({}))
    check_spans(document, found)
    assert said(found)[0] == WHOLE["paths"][0]
    assert said(found)[4] == WHOLE["fit"][4]


WORDS = st.sampled_from(
    [
        "β",
        "t",
        "AVE",
        "CR",
        "Trust",
        "PU → BI",
        "H1",
        "0.45***",
        "(6.3)",
        "[0.1, 0.2]",
        "1",
        "2",
        "Model 1",
        "Loading",
        "χ2/df",
        "RMSEA",
        "<0.08",
        "-",
        "",
        "yes",
        "Mean",
        "SD",
        "TR1",
        "α = .88",
        "Note: x",
        "HTMT",
        "0.37D/0.27A",
        "$0 . 5$",
        "\\",
        "%",
        "●",
        "Consistency",
        "(Constant)",
        "R2",
        "Dependent variable: X",
        "信任",
        "0.12 0.05",
        "CFI = 0.9",
        "Solution coverage",
        "Frequency",
    ]
)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.lists(st.one_of(WORDS, st.text(max_size=12)), min_size=1, max_size=6), min_size=1, max_size=8),
    st.sampled_from(["", "Regression results", "Discriminant validity", "Path coefficients (dependent variable: Y)"]),
    st.randoms(use_true_random=False),
)
def test_no_table_breaks_the_reader(rows: list[list[str]], caption: str, rng: random.Random) -> None:
    words = "".join(w + "\n" for row in rows for w in row)
    cells, at = [], 0
    for row in rows:
        line = []
        for word in row:
            line.append(Cell(word, (at, at + len(word)), rng.random() < 0.2, rng.random() < 0.9))
            at += len(word) + 1
        cells.append(tuple(line))
    grid = Grid(tuple(cells), "Table 1", caption, notes="*p<.05", span=(0, at))
    found = understand(Source(words, grids=(grid,)), Abbreviations({}))
    for name in ("paths", "constructs", "correlations", "fit"):
        for piece in getattr(found, name):
            assert all(0 <= a < b <= len(words) for a, b in piece.spans.values())
            assert piece.where == "Table 1"


def test_places_survive_cells_whose_text_was_tidied() -> None:
    printed = "Path β t A→B **0.45**\n  5.1 "
    cells = (
        (Cell("Path", (0, 4)), Cell("β", (5, 6)), Cell("t", (7, 8))),
        (Cell("A→B", (9, 12)), Cell("0.45", (13, 21)), Cell("5.1", (21, 28))),
    )
    document = Source(printed, grids=(Grid(cells, "Table 1"),))
    found = understand(document, Abbreviations({}))
    check_spans(document, found)
    assert found.paths[0].spans["beta"] == (15, 19)
    lost = replace(
        document, grids=(Grid((cells[0], (cells[1][0], Cell("0.45", None), Cell("9.9", (0, 2)))), "Table 1"),)
    )
    assert understand(lost, Abbreviations({})).paths[0].spans == {}


def test_hostile_cells_take_no_time() -> None:
    for part in ("a", "1", "1,", "0.1 ", "**", "A → ", "lower ", "the effect of a ", "(", "x = "):
        long = part * (12000 // len(part))
        grid = Grid(
            ((Cell("Path"), Cell("β")), (Cell(long), Cell("0.4")), (Cell("A → B"), Cell(long))),
            "T",
            long[:3000],
            notes=long,
        )
        understand(Source(long, grids=(grid,)), Abbreviations({}))


def test_loadings_with_the_items_along_the_top() -> None:
    turned = "|TR1|TR2|LY1|LY2\nTrust|0.81|0.85|0.33|0.30\nLoyalty|0.31|0.35|0.79|0.80"
    found = loadings(read(turned, "Cross loadings", TR="Trust", LY="Loyalty"))
    assert found == {
        ("Trust", "TR1", "0.81"),
        ("Trust", "TR2", "0.85"),
        ("Loyalty", "LY1", "0.79"),
        ("Loyalty", "LY2", "0.80"),
    }
