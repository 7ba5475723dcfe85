"""Tables that a conversion to plain text flattened: rows without gaps, a cell to a line, columns one after the other."""

import pytest

from evidence.read.flat import furniture
from evidence.read.flat.headings import cut, tail
from evidence.read.flat.packed import is_value, packed
from evidence.read.text import to_source
from evidence.read.typed.scanned import figures, without_specks
from evidence.read.understanding import understand


def grids(text):
    return [(grid.label, [[cell.text for cell in row] for row in grid.rows]) for grid in to_source(text.encode()).grids]


def record(text):
    return understand(to_source(text.encode()))[0]


def shown(text, found):
    """What the document prints at the place of every number of a record."""
    return {pointer: text[a:b] for pointer, (a, b) in found.spans.items()}


LOADINGS = """Table 1. Loadings and reliability
Construct Item Loading Alpha CR AVE
Garden joy GJ1 0.81 0.88 0.90 0.69
GJ2 0.85
GJ3 0.79
Soil care SC1 0.77 0.84 0.86 0.61
SC2 0.80
SC3 0.74

The gardens were visited in spring.
"""


def test_rows_without_gaps_under_their_header():
    found = record(LOADINGS)
    read = {(c.name, c.alpha, c.cr, c.ave) for c in found.constructs}
    assert read == {("Garden joy", "0.88", "0.90", "0.69"), ("Soil care", "0.84", "0.86", "0.61")}
    items = {x.item: x.loading for c in found.constructs for x in c.loadings}
    assert items == {"GJ1": "0.81", "GJ2": "0.85", "GJ3": "0.79", "SC1": "0.77", "SC2": "0.80", "SC3": "0.74"}
    assert shown(LOADINGS, found)["/constructs/1/loadings/2/loading"] == "0.74"


def test_a_header_that_ran_into_the_caption():
    [(label, rows)] = grids(
        "Table 2 Fit of the model Index Value Threshold\n\nCFI 0.97 > 0.95\nTLI 0.96 > 0.95\ndf 80\n"
    )
    assert label == "Table 2"
    assert rows == [
        ["Index", "Value", "Threshold"],
        ["CFI", "0.97", "> 0.95"],
        ["TLI", "0.96", "> 0.95"],
        ["df", "80", ""],
    ]


def test_paths_with_verdicts_and_a_label_broken_over_lines():
    text = """Table 3. Tests of hypotheses
Hypothesis Path Estimate (t) Result
H1 Sun -> Garden joy 0.41*** (6.20) Supported
H2 Sun ->
Soil care O.33** (4.10) Supported
HB Rain -> Soil care 0.04 (0.51) Not supported
H4 Rain -> Garden joy 0.12 (1.10) Not supported
"""
    found = record(text)
    assert [(p.hypothesis, p.from_, p.to, p.beta, p.stat, p.verdict) for p in found.paths] == [
        ("H1", "Sun", "Garden joy", "0.41", "6.20", "supported"),
        ("H2", "Sun", "Soil care", "0.33", "4.10", "supported"),
        ("H3", "Rain", "Soil care", "0.04", "0.51", "not supported"),
        ("H4", "Rain", "Garden joy", "0.12", "1.10", "not supported"),
    ]


def test_groups_over_the_statistics_of_each():
    [(_, rows)] = grids("""Table 4
Gardeners of two cities
North South
Mean SD AVE Mean SD AVE
Joy 3.1 0.7 0.61 3.4 0.8 0.63
Care 3.3 0.6 0.55 3.0 0.9 0.58
""")
    assert rows[0] == ["", "North", "North", "North", "South", "South", "South"]
    assert rows[1][1:4] == ["Mean", "SD", "AVE"]
    assert rows[2] == ["Joy", "3.1", "0.7", "0.61", "3.4", "0.8", "0.63"]


@pytest.mark.parametrize(
    ("rows", "second"),
    [
        ("1. Joy 3.1 0.7 -\n2. Care 3.3 0.6 .41** -\n3. Sun 2.9 0.9 .22* .31** -", ["2. Care", "3.3", "0.6", ".41**", "-", ""]),
        ("1. Joy 3.1 0.7\n2. Care 3.3 0.6 .41**\n3. Sun 2.9 0.9 .22* .31**", ["2. Care", "3.3", "0.6", ".41**", "", ""]),
        ("1. Joy 3.1 0.7 - .41** .22*\n2. Care 3.3 0.6 - .31**\n3. Sun 2.9 0.9 -", ["2. Care", "3.3", "0.6", "", "-", ".31**"]),
    ],
)  # fmt: skip
def test_triangles_beside_means(rows, second):
    [(_, found)] = grids(f"Table 5. Means and correlations\nVariable M SD 1 2 3\n{rows}\n")
    assert found[0] == ["Variable", "M", "SD", "1", "2", "3"]
    assert found[2] == second


def test_a_diagonal_in_brackets_and_a_column_behind_the_square():
    [(_, rows)] = grids("""Table 6: Correlations
JOY CARE SUN CR
JOY (0.83) 0.90
CARE 0.41 (0.78) 0.86
SUN 0.22 0.31 (0.81) 0.88
""")
    assert rows[2] == ["CARE", "0.41", "(0.78)", "", "0.86"]
    assert rows[3] == ["SUN", "0.22", "0.31", "(0.81)", "0.88"]


def test_values_on_the_line_below_their_label():
    [(_, rows)] = grids("""Table 7. Reliability
Construct Alpha AVE
Garden joy in the city
0.88 0.61
Care 0.84 0.58
Sun and rain
0.81 0.55
""")
    assert rows[1] == ["Garden joy in the city", "0.88", "0.61"]


def test_a_cell_to_a_line_with_a_running_head_between():
    text = """Gardens and Joy | www.gardens.example

1

TABLE 1 | Paths of the model.
From

To

β

SE

95% CI

p

Sun

Joy

0.41

0.05

[0.31, 0.51]

<0.001

Gardens and Joy | www.gardens.example

2

Rain

Joy

-0.12

0.06

[-0.24, -0.01]

0.044

Rain

Soil

0.20

0.07

[0.06, 0.34]

0.004

The paths were discussed with the gardeners of the city."""
    found = record(text)
    assert [(p.from_, p.to, p.beta, p.se, p.ci_lo, p.ci_hi, p.p) for p in found.paths] == [
        ("Sun", "Joy", "0.41", "0.05", "0.31", "0.51", "<0.001"),
        ("Rain", "Joy", "-0.12", "0.06", "-0.24", "-0.01", "0.044"),
        ("Rain", "Soil", "0.20", "0.07", "0.06", "0.34", "0.004"),
    ]
    assert shown(text, found)["/paths/1/ci_lo"] == "-0.24"


def test_a_cell_to_a_line_without_blank_lines_with_verdicts():
    [(_, rows)] = grids("""Table 2. Hypotheses
Path
β
t
Decision
Sun -> Joy
0.41
6.20
Supported
Rain -> Joy
0.02
0.31
Rejected
Rain -> Soil
0.20
2.90
Supported
""")
    assert rows[0] == ["Path", "β", "t", "Decision"]
    assert rows[2] == ["Rain -> Joy", "0.02", "0.31", "Rejected"]


def test_columns_one_after_the_other():
    blocks = "Path\nSun -> Joy\nRain -> Joy\nRain -> Soil\n\nβ\n0.41\n0.02\n0.20\n\np\n<0.001\n0.755\n0.004\n"
    [(_, rows)] = grids(f"Table 3. Paths\n\n{blocks}")
    assert rows[1] == ["Sun -> Joy", "0.41", "<0.001"]
    heads = "Path\n\nβ\n\np\n\nSun -> Joy\nRain -> Joy\nRain -> Soil\n\n0.41\n0.02\n0.20\n\n<0.001\n0.755\n0.004\n"
    assert grids(f"Table 3. Paths\n\n{heads}")[0][1] == rows
    assert grids("Table 3. Paths\n" + blocks.replace("\n\n", "\n"))[0][1] == rows


def test_constructs_in_columns_with_their_figures():
    text = """Table 1. Measurement
Construct

Item

Loading

Alpha / AVE

Garden joy

GJ1
GJ2
GJ3
GJ4

0.81
0.85
0.79
0.70

0.88
0.62

Soil care

SC1
SC2

0.77
0.80

0.84
0.61

The rest was weeded."""
    found = record(text)
    assert {(c.name, c.alpha, c.ave, len(c.loadings)) for c in found.constructs} == {
        ("Garden joy", "0.88", "0.62", 4),
        ("Soil care", "0.84", "0.61", 2),
    }


def test_captions_below_the_tables():
    text = """Results were as follows.
Construct Items Alpha CR
Garden joy (GJ) 4 0.88 0.90
Soil care (SC) 3 0.84 0.86
Sunny days (SD) 3 0.81 0.83
Table 1. Reliability of the scales

Path Estimate t-value
GJ -> SC 0.41** 6.20
SD -> GJ 0.20* 2.40
SD -> SC 0.33** 4.10
Table 2. Paths of the model
"""
    assert [label for label, _ in grids(text)] == ["Table 1", "Table 2"]
    found = record(text)
    assert {(c.name, c.alpha) for c in found.constructs} == {
        ("Garden joy", "0.88"),
        ("Soil care", "0.84"),
        ("Sunny days", "0.81"),
    }
    assert len(found.paths) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Table 2 shows that the joy of gardens was 0.41 and that of soil was 0.31\nin the north, while 0.20\nwas found.\n",
        "Table 3. Regression\nModel 1 Model 2 Model 3\nSun 0.31** 0.30**\nRain 0.11 0.10 0.12\nSoil 0.20\nJoy 0.41 0.40 0.39\n",
        "Table 4. Notes only\n\nNothing is printed here.\n",
        "Table 5\n",
    ],
)
def test_what_cannot_be_laid_out_is_left_alone(text):
    for _, rows in grids(text):
        assert not any(row[0] in ("Sun", "Soil") for row in rows)


def test_running_heads_are_told_from_cells():
    lines = [
        "Joy",
        "0.31",
        "4 of 17",
        "Int. J. Gard. 2021, 18, 44",
        "Joy",
        "0.32",
        "5 of 17",
        "Int. J. Gard. 2021, 18, 45",
        "Joy",
    ]
    places, at = [], 0
    for line in lines:
        places.append((line, at))
        at += len(line) + 1
    assert furniture(places) == {2, 3, 6, 7}
    assert furniture([("Joy", 0), ("0.31", 4)]) == frozenset()


def test_lines_are_cut_behind_their_words():
    cutting = packed(("Model 1 402.2 203 .05 Supported", 10))
    assert packed(("Variable M SD 1 2 3", 0)).values == () == packed(("Model 1 Model 2", 0)).values
    assert [c.text for c in cutting.values] == ["1", "402.2", "203", ".05"]
    assert cutting.verdict.text == "Supported"
    assert packed(("Joy (GJ) alpha = 0.88, CR = O.90", 0)).values == ()
    assert all(map(is_value, ("l.28", "0.05 (2.1)")))
    assert not any(map(is_value, ("H1", "GJ1")))


def test_headings_are_cut_by_what_is_known():
    assert [c.text for c in cut("Construct Cronbach's alpha Composite reliability AVE", 0, 4)] == [
        "Construct",
        "Cronbach's alpha",
        "Composite reliability",
        "AVE",
    ]
    assert [c.text for c in cut("Path Bootstrap test SE t p", 0, 4)] == ["Path", "SE", "t", "p"]
    assert cut("the gardens of the north were seen by many", 0, 3) is None
    assert tail("Table 1 Gardens", 0, 2) is None


def test_a_header_repeated_after_a_page_break_is_no_running_head():
    lines = ["Model 1 Model 2", "0.31 0.30", "Plots and Joys 11", "Model 1 Model 2", "0.20 0.21", "Plots and Joys 12"]
    places = [(line, 100 * at) for at, line in enumerate(lines)]
    assert furniture(places) == {2, 5}


SCANNED = """The loadings of all items are shown in
Table I.

TABLE I
Measurement model

Construct and item Loading t-value
Garden joy (alpha = .81)
GJ1 Weeding is fun ......... . 85 l7.43 .
GJ2 Digging is fun ........ ,8O . l7,93
GJ3 Mulch is fun ...... .77 16.7O
Soil care (alpha = .83)
SC1 I sieve it ...... .81 l3.57
SC2 I turn it ...... .76 16.O3

TABLE II
Means, standard deviations and correlations

Mean S.D. 2 3 4
1. Garden joy 5.2l 1.18 .35 .49 .53
2. Soil care 4.06 1.42 .42 .38
3. Rain luck 4.88 1.27 .63
4. Visits 4.7l 1.22

The gardens were visited in spring.
"""


def test_rows_with_specks_of_dust_and_letters_for_digits():
    assert [label for label, _ in grids(SCANNED)] == ["TABLE I", "TABLE II"]  # the end of a sentence is no caption
    found = record(SCANNED)
    assert {(x.item, x.loading) for c in found.constructs for x in c.loadings} == {
        ("GJ1", ".85"),
        ("GJ2", ".80"),
        ("GJ3", ".77"),
        ("SC1", ".81"),
        ("SC2", ".76"),
    }
    assert found.text[found.spans["/constructs/0/loadings/1/loading"][0] :].startswith(",80")
    (matrix,) = found.correlations
    assert [[str(v) for v in row if v] for row in matrix.lower] == [[], [".35"], [".49", ".42"], [".53", ".38", ".63"]]


def test_letters_that_are_no_digits_stay():
    words = "H1 Hl O2 I.2 Il lO P.O. A.l 5.O1a all. Ol lol.5"
    assert figures(words) == words
    assert without_specks("Prices rose, too . The rest fell.") == "Prices rose, too . The rest fell."
