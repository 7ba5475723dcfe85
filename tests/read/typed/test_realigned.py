"""Tables of typed pages whose columns drift, or whose headings stand a single space apart."""

import pytest

from evidence.read.text import to_source

PROSE = """The bakers of the valley were asked about their crust and their joy, and most of them answered at once,
although the ovens were warm and the dough had to be watched by somebody else for as long as it took.
"""


def grid(table: str) -> list[list[str]]:
    """The only table of a page that has text over and under it."""
    source = to_source(f"{PROSE}\n{table}\n\n{PROSE}\f{PROSE}".encode())
    assert len(source.grids) == 1
    return [[cell.text for cell in row] for row in source.grids[0].rows]


DRIFTING = """                     Table 2: What leads to joy

                     Path            Estimate    S.E. t p
   Salt → Joy         0.412      0.051 8.08 *** 0.001
   Crust → Joy        -0.233 0.049 -4.76 *** 0.001
   Frost → Joy          0.087       0.048 1.81 0.071
   Salt → Crust      0.301    0.060 5.02 *** 0.001
   Salt → Frost         -0.150 0.061 -2.46 0.014
"""


def test_the_cells_of_each_line_are_counted_off() -> None:
    assert [row[-4:] for row in grid(DRIFTING)[1:]] == [
        ["0.412", "0.051", "8.08***", "0.001"],
        ["-0.233", "0.049", "-4.76***", "0.001"],
        ["0.087", "0.048", "1.81", "0.071"],
        ["0.301", "0.060", "5.02***", "0.001"],
        ["-0.150", "0.061", "-2.46", "0.014"],
    ]
    assert grid(DRIFTING)[0] == ["Path", "Estimate", "S.E.", "t", "p"]


TRIANGLE = """                Table 3: Correlations

                        M SD        1        2      3       4       AVE
   1. Salt              3.10 0.80   –                               0.61
   2. Crust             3.22 0.71 0.12*      –                      0.62
   3. Joy               3.35 0.92 0.23** 0.31**     –               0.63
   4. Frost             2.48 1.03 -0.14* -0.05 -0.20**      –       0.64
"""


def test_a_triangle_is_filled_from_the_left_and_keeps_what_stands_apart_at_the_right() -> None:
    rows = grid(TRIANGLE)
    assert rows[0] == ["", "M", "SD", "1", "2", "3", "4", "AVE"]
    assert rows[1] == ["1. Salt", "3.10", "0.80", "–", "", "", "", "0.61"]
    assert rows[4] == ["4. Frost", "2.48", "1.03", "-0.14*", "-0.05", "-0.20**", "–", "0.64"]


SIGNS = """            Table 4: Fit of the models

             Index             Recommended Measurement model Structural model
   Chi-squared                             206.22            209.57
   CFI                            > 0.90     0.99            0.98
   TLI                            > 0.90     0.98            0.97
   RMSEA                          < 0.08     0.03            0.04
"""


def test_headings_a_space_apart_are_each_over_its_column_and_a_sign_belongs_to_its_number() -> None:
    assert grid(SIGNS)[0] == ["Index", "Recommended", "Measurement model", "Structural model"]
    assert grid(SIGNS)[2] == ["CFI", "> 0.90", "0.99", "0.98"]


SENTENCE = """            Table 5: Joy by salt

              Predictor b SE t p
   Outcome: joy (R2 = 0.062, F(4, 347) = 5.70, p < 0.001)
   Constant      1.772   0.389 4.55 < 0.001
   Salt    0.229     0.051 4.51 < 0.001
   Crust        0.010 0.046 0.21 0.832
   Frost   -0.033    0.047 -0.70 0.481
"""


def test_a_sentence_over_the_rows_has_no_cells() -> None:
    rows = grid(SENTENCE)
    salt = next(row for row in rows if row[0] == "Salt")
    assert salt[1:] == ["0.229", "0.051", "4.51", "< 0.001"]
    assert any("F(4, 347) = 5.70" in row[0] for row in rows)


@pytest.mark.parametrize("heading", ["Loadings of the items", "Standardised estimates"])
def test_a_heading_of_all_columns_is_not_cut_into_theirs(heading: str) -> None:
    table = f"""          Table 6: Joy in two towns

                          {heading}
                      North      South      West
   Salt                0.41       0.39       0.38
   Crust               0.22       0.25       0.24
   Frost              -0.13      -0.11      -0.12
"""
    rows = grid(table)
    assert ["", "North", "South", "West"] in rows
    assert not any(cell and cell != heading and cell in heading for row in rows for cell in row)
