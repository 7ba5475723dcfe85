"""Squares of path coefficients, squares of the p beside them, and correlations that make no square."""

import pytest

from evidence.read.partial import Abbreviations
from evidence.records import Hypothesis
from tests.read.tables.invented import edges, paths, read, source, understand

SQUARE = "|Salt|Crust\nCrust|0.31|\nJoy|0.12|0.44"
DOWN = {("Crust", "Salt", "0.31", None), ("Joy", "Salt", "0.12", None), ("Joy", "Crust", "0.44", None)}
ALONG = {(b, a, value, of) for a, b, value, of in DOWN}


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("", DOWN),
        ("Columns are predictors.", ALONG),
        ("The variables in the rows are the outcomes.", ALONG),
        ("Predictors in rows, outcomes in columns.", DOWN),
    ],
)
def test_on_which_side_the_sources_stand(notes: str, expected: set[tuple[str, ...]]) -> None:
    assert edges(read(SQUARE, "Path coefficients", notes)) == expected


def test_a_program_that_prints_the_sources_along_the_top() -> None:
    assert edges(read(SQUARE, "Path coefficients", tail="We used WarpPLS 8.0.")) == ALONG


def test_the_hypotheses_tell_on_which_side_the_sources_stand() -> None:
    stated = (Hypothesis("H1", from_="Salt", to="Crust"), Hypothesis("H2", from_="Crust", to="Joy"))
    document = source(SQUARE, captions=["Path coefficients"])
    assert edges(understand(document, Abbreviations({}), stated)) == ALONG


def test_a_square_of_p_values_is_no_square_of_coefficients() -> None:
    found = read("|Salt|Crust\nCrust|<0.01|\nJoy|0.17|<0.01", "P values of the path coefficients")
    assert paths(found) == {
        (None, "Crust", "Salt", None, None, "<0.01"),
        (None, "Joy", "Salt", None, None, "0.17"),
        (None, "Joy", "Crust", None, None, "<0.01"),
    }


def test_correlations_with_one_criterion() -> None:
    (matrix,) = read(
        "Attribute|α|Shop loyalty\nSmell|.84|.46**\nPrice|.79|.08", "Correlations with shop loyalty"
    ).correlations
    assert matrix.value.names == ("Shop loyalty", "Smell", "Price")
    assert matrix.value.lower == ((), (".46",), (".08", None))


@pytest.mark.parametrize("caption", ["Correlations by country", "Means by shop loyalty"])
def test_columns_that_nobody_names_are_no_criteria(caption: str) -> None:
    assert not read("Attribute|Norway|Spain\nSmell|.46**|.30\nPrice|.08|.12", caption).correlations


def test_a_triangle_whose_first_row_is_empty_and_whose_last_column_is_left_out() -> None:
    table = "|1|2\n(1) Smell||\n(2) Price|0.42|\n(3) Joy|0.59|0.44"
    (matrix,) = read(table, "Correlations between the constructs").correlations
    assert matrix.value.names == ("Smell", "Price", "Joy")
    assert matrix.value.lower == ((), ("0.42",), ("0.59", "0.44"))


def test_errors_in_brackets_between_the_rows_of_a_triangle() -> None:
    table = "|Smell|Price|Joy\nSmell|1.00||\nPrice|-0.31|1.00|\n|(0.06)||\nJoy|-0.22|0.47|1.00\n|(0.06)|(0.05)|"
    (matrix,) = read(table, "Correlations of the latent variables (PHI)").correlations
    assert matrix.value.lower == (("1.00",), ("-0.31", "1.00"), ("-0.22", "0.47", "1.00"))
