"""Tables of converted pages: captions in headings, headings of two columns in one, columns in one."""

from evidence.read.markdown import READER
from evidence.read.understanding import understand
from evidence.records import Record

PAPER = "# Why bakers stay: a survey\n\nAda Cole\n\n## Method\n\nWe asked 240 bakers.\n\n## Results\n\nWords.\n\n{}\n\n## Discussion\n\nThis is all.\n"


def record(table: str) -> Record:
    return understand(READER.to_source(PAPER.format(table).encode()))[0]


MATRIX = """| Table 2 Means and correlations of the ovens 1 | 2     | 3     | 4   |    |
|-----------------------------------------------|-------|-------|-----|----|
| 1. Salt                                       | –     |       |     |    |
| 2. Crust                                      | .31** | –     |     |    |
| 3. Joy                                        | .22** | .41** | –   |    |
| 4. Frost                                      | −.12  | .05   | .08 | –  |
| M                                             | 3.10  | 3.20  | 3.30 | 2.50 |
"""


def test_the_number_of_the_first_column_is_found_behind_the_caption() -> None:
    (matrix,) = record(MATRIX).correlations
    assert matrix.names == ("Salt", "Crust", "Joy", "Frost")
    assert [[str(v) if v else None for v in row][:i] for i, row in enumerate(matrix.lower)][1:] == [
        [".31"],
        [".22", ".41"],
        ["-.12", ".05", ".08"],
    ]


SQUEEZED = """TABLE 3 | Means and correlations of the ovens.

|          | M    | SD 1 | 2       | 3       | 4      |   |
|----------|------|------|---------|---------|--------|---|
| 1. Salt  | 3.54 | 0.72 | 1       |         |        |   |
| 2. Crust | 3.07 | 0.69 | −0.31** | 1       |        |   |
| 3. Joy   | 3.31 | 0.85 | 0.43**  | −0.41** | 1      |   |
| 4. Frost | 2.70 | 0.82 | −0.30** | 0.50**  | 0.05   | 1 |
"""


def test_headings_run_together_are_each_over_their_column() -> None:
    (matrix,) = record(SQUEEZED).correlations
    assert matrix.names == ("Salt", "Crust", "Joy", "Frost")
    assert [str(v) for v in matrix.lower[3][:3]] == ["-0.30", "0.50", "0.05"]


RELIABILITY = """| TABLE 2 | Reliability of the ovens. Construct Item | Loading | α     | CR AVE |       |
|--------------------------------------------------|---------|-------|--------|-------|
| Salt SA1                                         | 0.767   | 0.841 | 0.843  | 0.575 |
| SA2                                              | 0.843   |       |        |       |
| Crust CR1                                        | 0.622   | 0.797 | 0.800  | 0.506 |
| CR2                                              | 0.795   |       |        |       |
"""


def test_the_bar_of_a_caption_parts_no_cells() -> None:
    salt, crust = record(RELIABILITY).constructs
    assert (salt.name, str(salt.alpha), str(salt.cr), str(salt.ave)) == ("Salt", "0.841", "0.843", "0.575")
    assert [(x.item, str(x.loading)) for x in crust.loadings] == [("CR1", "0.622"), ("CR2", "0.795")]


PATHS = """| TABLE 4 | Results of the structural model. Path | Std.   | Unstd. S.E. | C.R.  | p      |        |     |
|-------------------------------------------------|----------------|--------|-------|--------|--------|-----|
| H1                                              | Salt → Joy     | −0.370 | −0.277 | 0.038 | −7.316 | *** |
| H2                                              | Crust → Joy    | 0.365  | 0.450  | 0.056 | 8.021  | *** |
| H3                                              | Frost → Salt   | −0.369 | −0.606 | 0.079 | −7.633 | *** |
"""


def test_headings_left_of_their_columns_move_right() -> None:
    first = record(PATHS).paths[0]
    assert (first.from_, first.to, str(first.beta), str(first.b), str(first.se)) == (
        "Salt",
        "Joy",
        "-0.370",
        "-0.277",
        "0.038",
    )


TRIANGLE = """Table 1. Means and correlations

| Variable | M    | SD   | 1 2         | 3    | 4 |
|----------|------|------|-------------|------|---|
| 1. Salt  | 3.54 | 0.72 | –           |      |   |
| 2. Crust | 3.07 | 0.69 | −.31** –    |      |   |
| 3. Joy   | 3.31 | 0.85 | .43** −.41** | –    |   |
| 4. Frost | 2.70 | 0.82 | −.30** .50** | .05  | – |
"""


def test_two_numbered_columns_of_a_triangle_in_one_come_apart() -> None:
    (matrix,) = record(TRIANGLE).correlations
    assert matrix.names == ("Salt", "Crust", "Joy", "Frost")
    assert [str(v) for v in matrix.lower[3][:3]] == ["-.30", ".50", ".05"]


FIT = """Table 1. Comparison of models

| Model        | χ2      | df  | CFI   | RMSEA SRMR  |
|--------------|---------|-----|-------|-------------|
| Three ovens  | 177.66  | 125 | 0.991 | 0.026 0.031 |
| Two ovens    | 664.32  | 129 | 0.906 | 0.081 0.066 |
| One oven     | 1018.00 | 132 | 0.845 | 0.103 0.078 |
"""


def test_two_columns_in_one_come_apart() -> None:
    assert [(str(f.rmsea), str(f.srmr)) for f in record(FIT).fit] == [
        ("0.026", "0.031"),
        ("0.081", "0.066"),
        ("0.103", "0.078"),
    ]


LIMITS = """Table 5. Regression of joy

| Predictor | B     | SE    | p      | LLCI ULCI    |
|-----------|-------|-------|--------|--------------|
| Salt      | 0.329 | 0.041 | < .001 | 0.248 0.411  |
| Crust     | 0.219 | 0.029 | < .001 | 0.162 0.276  |
| Frost     | 0.042 | 0.054 | .435   | −0.064 0.149 |
"""


def test_the_limits_of_an_interval_stay_together() -> None:
    first = record(LIMITS).paths[0]
    assert (str(first.b), str(first.ci_lo), str(first.ci_hi)) == ("0.329", "0.248", "0.411")


PROCESS = """Table 6. Moderated mediation (Model 8)

|                        | B      | SE    | t     | p      |
|------------------------|--------|-------|-------|--------|
| Mediator model: Crust  |        |       |       |        |
| Salt (X)               | −0.329 | 0.041 | −7.94 | < .001 |
| Warmth (W)             | 0.219  | 0.029 | 7.52  | < .001 |
| X × W                  | 0.183  | 0.049 | 3.76  | < .001 |
| Outcome model: Joy     |        |       |       |        |
| Salt (X)               | 0.228  | 0.033 | 6.92  | < .001 |
| Crust (M)              | −0.300 | 0.033 | −9.04 | < .001 |
"""


def test_models_name_their_outcome_and_letters_their_variables() -> None:
    assert [(p.from_, p.to, str(p.b)) for p in record(PROCESS).paths] == [
        ("Salt", "Crust", "-0.329"),
        ("Warmth", "Crust", "0.219"),
        ("Salt × Warmth", "Crust", "0.183"),
        ("Salt", "Joy", "0.228"),
        ("Crust", "Joy", "-0.300"),
    ]


TORN = """| Table 4 Effects of salt on joy at levels of warmth Warmth | Effect | SE    | LLCI  | ULCI  |
|------|--------|-------|-------|-------|
| Low  | 0.223  | 0.049 | 0.127 | 0.320 |
| Mean | 0.228  | 0.033 | 0.163 | 0.293 |
| High | 0.233  | 0.041 | 0.153 | 0.313 |

Low 0.223 0.049 0.127 0.320

Mean 0.228 0.033 0.163 0.293

High 0.233 0.041 0.153 0.313
"""


def test_lines_left_under_a_table_do_not_take_its_heading_for_their_caption() -> None:
    (grid,) = READER.to_source(PAPER.format(TORN).encode()).grids
    assert len(grid.rows) == 4


WORDS_FIRST = """Table 3. Effects on joy

| Path  | 95% CI       | β    | SE   |     |
|-------|--------------|------|------|-----|
| Salt  | 0.11 to 0.30 | 0.21 | 0.05 | *** |
| Crust | 0.10 to 0.36 | 0.23 | 0.06 | *** |
| Frost | 0.01 to 0.13 | 0.07 | 0.03 | *   |
"""


def test_headings_stay_where_names_stand_first() -> None:
    assert [(p.from_, str(p.beta), str(p.se)) for p in record(WORDS_FIRST).paths] == [
        ("Salt", "0.21", "0.05"),
        ("Crust", "0.23", "0.06"),
        ("Frost", "0.07", "0.03"),
    ]


def test_a_caption_that_numbers_a_study_numbers_no_column() -> None:
    upper = """| Table 1. Correlations in Study 1 | 2    | 3    | 4    |   |
|----------------------------------|------|------|------|---|
| 1. Salt                          | .31  | .22  | .11  | a |
| 2. Crust                         |      | .41  | .12  |   |
| 3. Joy                           |      |      | .23  | a |
| 4. Frost                         |      |      |      |   |
"""
    (matrix,) = record(upper).correlations
    assert str(matrix.lower[1][0]) == ".31"
