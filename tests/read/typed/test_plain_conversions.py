"""Plain text of several converters: cells in their places, in frames, one a line with the empty ones; what stays unread."""

import pytest

from evidence.read.clear import clear
from evidence.read.compose import RawCell
from evidence.read.flat.sound import sound
from evidence.read.text import to_source
from evidence.read.understanding import understand


def grids(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in grid.rows] for grid in to_source(text.encode()).grids]


def record(text: str):
    return understand(to_source(text.encode()))[0]


def printed(text: str, found) -> set[str]:
    """What the document prints at the places of the numbers."""
    return {text[a:b] for a, b in found.spans.values()}


def test_columns_one_space_apart_are_told_by_their_values() -> None:
    text = (
        "          Table 1: Reliability of the scales of gardens\n"
        "             and of yards\n"
        "        Scale        Mean Standard deviation Composite reliability\n"
        "Garden joy           4.21 1.65               0.941\n"
        "Soil care, the care  4.60 1.61               0.910\n"
        "of the ground\n"
        "Sun                  4.66 1.76               0.900\n\n"
        "The gardens were visited in spring.\n"
    )
    [rows] = grids(text)
    assert rows[0] == ["Scale", "Mean", "Standard deviation", "Composite reliability"]
    assert rows[2] == ["Soil care, the care of the ground", "4.60", "1.61", "0.910"]
    assert len(rows) == 4


def test_codes_beside_the_names_of_their_constructs_and_sections_in_the_middle() -> None:
    text = (
        "Table 2. Loadings\n"
        "            JOY   CARE\n"
        "             Town\n"
        "JOY  JOY1  0.892 0.636\n"
        "     JOY2  0.853 0.609\n"
        "CARE CARE1 0.622 0.840\n"
        "     CARE2 0.679 0.912\n"
        "            Village\n"
        "JOY  JOY1  0.812 0.436\n"
        "     JOY2  0.823 0.409\n\nWords.\n"
    )
    [rows] = grids(text)
    assert rows[0] == ["", "", "JOY", "CARE"]
    assert rows[1] == ["Town", "", "", ""]
    assert rows[4] == ["CARE", "CARE1", "0.622", "0.840"]
    assert rows[6][0] == "Village"


def test_labels_that_stay_apart_give_no_rows_and_are_listed() -> None:
    text = (
        "Table 3. Path coefficients of the hypotheses\n"
        "          Path          Beta    t\n"
        "     Garden joy to\n"
        "H1                      0.31  4.10\n"
        "     Town pride\n"
        "     Soil care to\n"
        "H2                      0.21  3.10\n"
        "     Town pride\n"
        "     Rain to\n"
        "H3                      0.11  1.10\n"
        "     Town pride\n"
        "     Wind to\n"
        "H4                      0.12  1.20\n"
        "     Town pride\n\nWords.\n"
    )
    assert not record(text).paths


@pytest.mark.parametrize("bars", ["┌┬┐├┼┤└┴┘│─", "+++++++++|-"])
def test_frames_whose_cells_reach_over_rows_and_columns(bars: str) -> None:
    drawn = (
        "┌──────┬────────────┐\n"
        "│      │  Loadings  │\n"
        "│      ├─────┬──────┤\n"
        "│      │ One │ Two  │\n"
        "├──────┼─────┼──────┤\n"
        "│ JOY  │ J1  │ 0.81 │\n"
        "│      ├─────┼──────┤\n"
        "│      │ J2  │ 0.85 │\n"
        "├──────┼─────┼──────┤\n"
        "│ CARE │ C1  │ 0.77 │\n"
        "└──────┴─────┴──────┘\n"
    ).translate(str.maketrans("┌┬┐├┼┤└┴┘│─", bars))
    [rows] = grids(f"Table 4. Loadings\n{drawn}\nWords.\n")
    assert rows[0] == ["", "Loadings", "Loadings"]
    assert rows[2:] == [["JOY", "J1", "0.81"], ["JOY", "J2", "0.85"], ["CARE", "C1", "0.77"]]


CELLS = """Table 5. Tests of hypotheses
Hypothesis
Path
Beta
t
Result
Town
H1
Sun -> Joy
0.41***
6.20
Supported
H2
Sun -> Care
0.33**
4.10
Supported
Village
H1
Sun -> Joy
0.04
0.51
Not supported
H2
Sun -> Care


Not supported
The gardens were visited in spring, and all of their owners answered the questions that we asked them about joy and care.
"""


def test_cells_one_a_line_are_counted_into_rows() -> None:
    [rows] = grids(CELLS)
    assert rows[0] == ["Hypothesis", "Path", "Beta", "t", "Result"]
    assert [r[0] for r in rows[1:]] == ["Town", "H1", "H2", "Village", "H1"]
    found = record(CELLS)
    assert {(p.hypothesis, p.beta, p.group or p.model) for p in found.paths} == {
        ("H1", "0.41", "Town"),
        ("H2", "0.33", "Town"),
        ("H1", "0.04", "Village"),
    }
    assert {"0.41", "6.20"} <= printed(CELLS, found)


def test_a_triangle_with_its_empty_cells() -> None:
    text = "Table 6. Correlations\n\nJoy\nCare\nSun\nJoy\n0.81\n\n\nCare\n.41**\n0.78\n\nSun\n.22*\n.31**\n0.84\n\nWords follow.\n"
    [rows] = grids(text)
    assert rows == [
        ["", "Joy", "Care", "Sun"],
        ["Joy", "0.81", "", ""],
        ["Care", ".41**", "0.78", ""],
        ["Sun", ".22*", ".31**", "0.84"],
    ]


def test_a_square_without_empty_cells_under_the_names_of_its_rows() -> None:
    text = "Table 7. Correlations\nScale\nJoy\nCare\nSun\nRain\nJoy\n1\nCare\n.41**\n1\nSun\n.22*\n.31**\n1\nRain\n.11\n.12\n.13\n1\n"
    [rows] = grids(text)
    assert rows[0][1:] == ["Joy", "Care", "Sun", "Rain"]
    assert rows[3] == ["Sun", ".22*", ".31**", "1", ""]


def test_headings_broken_over_lines_and_groups_over_the_same_statistics() -> None:
    text = (
        "Table 8. Paths of two groups\nPath\nTown\nVillage\nPath-\nvalue\nt-value\nPath-\nvalue\nt-value\n"
        "A -> B\n0.31\n4.10\n0.12\n1.30\nA -> C\n0.21\n3.10\n0.22\n2.30\nB -> C\n0.41\n5.10\n0.33\n3.30\n"
    )
    found = record(text)
    assert ("A", "B", "0.31", "Town") in {(p.from_, p.to, p.beta, p.group) for p in found.paths}
    assert ("A", "B", "0.12", "Village") in {(p.from_, p.to, p.beta, p.group) for p in found.paths}


def test_what_cannot_be_laid_out_is_listed_with_its_place() -> None:
    text = (
        "Table 9. Path coefficients\n\nPath\n\nBeta\n\nA -> B\nA -> C\n\nB -> C\n\n0.31\n\n0.21\n0.41\n\n4.10\n\n3.10\n\n"
        "p\n\n0.01\n\n0.02\n0.03\n\nThe gardens were visited in spring, and all of their owners answered what we asked.\n"
    )
    found = record(text)
    assert not found.paths
    [unread] = found.unread
    assert unread.what == "Table 9. Path coefficients"
    assert "do not fall into rows" in unread.why
    assert text[slice(*unread.at)].startswith("Table 9")


def test_statistics_hold_numbers_and_shares_stay_below_one() -> None:
    def table(*rows: str) -> list[list[RawCell]]:
        return [[RawCell(c, header=not i) for c in row.split("|")] for i, row in enumerate(rows)]

    assert sound(table("Path|Beta|p", "A -> B|1.02|.04", "A -> C|.31|.01"))
    assert not sound(table("Path|Beta|t", "A -> B|4.1|Yes", "A -> C|3.1|No"))
    assert not sound(table("Scale|AVE|CR", "Joy|4|.81", "Care|4|.83"))
    assert not sound(table("Path|Beta|SE", "A -> B|.31|-.21", "A -> C|.22|-.12"))
    assert not sound(table("Path|Beta|LLCI ULCI", "A -> B|.31|.11", "A -> C|.22|.12"))
    assert sound(table("Path|LLCI|ULCI", "A -> B|.11|.31", "A -> C|-.12|.22"))
    assert not sound(table("Path|LLCI|ULCI", "A -> B|2.11|.31", "A -> C|1.22|.12"))


def test_names_of_rows_head_a_square_whatever_heads_its_labels() -> None:
    text = "Table 3. Correlations\nCoefficient JOY CARE SUN RAIN\nJOY 1\nCARE 0.41 ** 1\nSUN 0.22 * 0.31 ** 1\nRAIN 0.11 0.12 0.13 1\n"
    [rows] = grids(text)
    assert rows[0] == ["Coefficient", "JOY", "CARE", "SUN", "RAIN"]
    assert rows[3] == ["SUN", "0.22 *", "0.31 **", "1", ""]


def test_bracketed_numbers_of_columns_are_a_header() -> None:
    text = "Table 4. Correlations\nScale (1) (2) (3)\nJoy 0.81\nCare 0.41 0.78\nSun 0.22 0.31 0.84\n"
    [rows] = grids(text)
    assert rows[0] == ["Scale", "(1)", "(2)", "(3)"]


def test_radicals_that_pdf_conversions_put_for_characters() -> None:
    assert clear("居⺠⾏为").text == "居民行为"


def test_rows_that_share_their_cells_come_apart() -> None:
    from evidence.read.markdown import to_source

    text = """
| Path | Estimate | 95% CI |
|------|----------|--------|
| Oven → Joy<br>Salt → Joy | .209<br>.036 | [.171, .250]<br>[.020, .056] |
| Crust → Joy | .097<br>(5.21) | [.057, .139] |
| Smell of<br>bread → Joy | .164 | [.116, .214] |
"""
    rows = [[c.text for c in row] for row in to_source(text.encode()).grids[0].rows]
    assert rows[1:] == [
        ["Oven → Joy", ".209", "[.171, .250]"],
        ["Salt → Joy", ".036", "[.020, .056]"],
        ["Crust → Joy", ".097 (5.21)", "[.057, .139]"],
        ["Smell of bread → Joy", ".164", "[.116, .214]"],
    ]
