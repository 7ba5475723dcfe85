"""Squares that say in their captions, or by brackets alone, what stands on the diagonal and in which half."""

import pytest
from invented import read, reliability

ALPHAS = {("Trust", ".88", None, None), ("Loyalty", ".84", None, None), ("Risk", ".79", None, None)}
SQUARE = (
    "|Mean|SD|1|2|3\n1. Trust|3.1|0.8|(.88)||\n2. Loyalty|3.4|0.7|.41**|(.84)|\n3. Risk|2.2|0.9|-.22**|-.31**|(.79)"
)


@pytest.mark.parametrize(
    ("caption", "notes"),
    [
        ("Descriptive statistics, reliabilities (in brackets) and correlations", ""),
        ("Means, standard deviations and correlations", "Internal consistency estimates are in parentheses."),
        ("Means, SDs, correlations and coefficients alpha", "** p < .01"),
        ("Correlations", "Note. Values in parentheses are Cronbach's alphas."),
    ],
)
def test_a_diagonal_in_brackets_holds_the_reliabilities_the_table_speaks_of(caption: str, notes: str) -> None:
    assert reliability(read(SQUARE, caption, notes)) == ALPHAS


def test_composite_reliabilities_on_a_diagonal_are_no_alphas() -> None:
    found = read(SQUARE, "Correlations", "Composite reliabilities are in parentheses along the diagonal.")
    assert {c[:3] for c in reliability(found)} == {
        ("Trust", None, ".88"),
        ("Loyalty", None, ".84"),
        ("Risk", None, ".79"),
    }


def test_brackets_that_nothing_explains_hold_no_reliability() -> None:
    assert not reliability(read(SQUARE, "Means, standard deviations and correlations"))
    everywhere = SQUARE.replace(".41**", "(.41)").replace("-.22**", "(-.22)").replace("-.31**", "(-.31)")
    assert not reliability(read(everywhere, "Correlations and reliabilities"))


@pytest.mark.parametrize(
    "caption",
    [
        "Correlations of rural pupils (below the diagonal, n = 120) and urban pupils (above the diagonal, n = 132)",
        "Correlations for rural pupils (lower triangle) and urban pupils (upper triangle)",
    ],
)
def test_a_caption_tells_whose_halves_these_are(caption: str) -> None:
    found = read("|1|2|3\n1. Trust|–|.50|.30\n2. Joy|.41|–|.44\n3. Risk|-.22|-.31|–", caption)
    assert [(m.value.group, m.value.lower[2][1]) for m in found.correlations] == [
        ("rural pupils", "-.31"),
        ("urban pupils", ".44"),
    ]


def test_statements_under_the_factors_they_load_on_need_no_codes() -> None:
    found = read(
        "Question|Component|<\n^|Calm|Haste\nI wait|0.81|0.12\nI rest|0.78|0.20\nI run|0.11|0.83\nI skip lunch|0.25|0.74",
        "Rotated component matrix",
    )
    assert [(c.value.name, [x.item for x in c.value.loadings]) for c in found.constructs] == [
        ("Calm", ["I wait", "I rest"]),
        ("Haste", ["I run", "I skip lunch"]),
    ]


def test_short_names_of_constructs_may_be_those_of_statistics() -> None:
    square = """
|OVQ|SE|CI
Oven quality|**0.78**|0.36|0.48
Self-efficacy||**0.84**|0.51
Crust intention|||**0.82**
"""
    matrix = read(square, "Correlations (above the diagonal) and square roots of AVE").correlations[0].value
    assert matrix.names == ("Oven quality", "Self-efficacy", "Crust intention")
    assert {str(v) for row in matrix.lower for v in row if v is not None} >= {"0.36", "0.48", "0.51"}
    beside = "|Mean|SD|CI\nOven|3.1|0.8|0.48\nSalt|3.3|0.7|0.51\nCrust|3.0|0.6|0.52"
    assert not read(beside, "Descriptive statistics and correlations").correlations


TAIL = "As can be seen, the figures on the diagonal of Table 1 are the roots of AVE. They are high."


@pytest.mark.parametrize(
    ("tail", "expected"), [(TAIL, set()), (TAIL.replace("Table 1", "Table 7"), ALPHAS), ("", ALPHAS)]
)
def test_a_diagonal_that_the_running_text_explains(tail: str, expected: set[tuple[str | None, ...]]) -> None:
    assert reliability(read(SQUARE, "Correlations and reliability", tail=tail)) == expected
