"""Outcomes that ran into the heading of the first column, over numbered models."""

import pytest

from evidence.read.partial import Abbreviations
from evidence.read.tables import understand
from tests.read.tables.invented import source

SQUARE = "Name|M|1|2|3|4\n1. Salt|3.1|1|||\n2. Rye|3.3|.31|1||\n3. Joy|3.6|.22|.41|1|\n4. Oven calm|3.2|.21|.11|.32|1"
MODELS = "#{}|Model 1|Model 2|Model 3|Model 4\nSalt|.31 (4.1)|.32 (4.2)|.11 (1.1)|.12 (1.2)\nRye||.22 (2.2)||.42 (5.2)\nR2|.10|.22|.05|.21"


def outcomes(head: str) -> set[tuple[str, str]]:
    captions = ["Correlations", "Hierarchical regression results"]
    found = understand(source(SQUARE, MODELS.format(head), captions=captions), Abbreviations({}))
    return {(p.value.to, str(p.value.beta or p.value.b or p.value.coef)) for p in found.paths}


@pytest.mark.parametrize("lead", ["Variable", "Variables", "Predictors:"])
def test_each_outcome_in_the_first_heading_has_its_share_of_the_models(lead: str) -> None:
    assert outcomes(f"{lead} Joy Oven calm") == {
        ("Joy", ".31"),
        ("Joy", ".32"),
        ("Joy", ".22"),
        ("Oven calm", ".11"),
        ("Oven calm", ".12"),
        ("Oven calm", ".42"),
    }


@pytest.mark.parametrize("head", ["Variable Joy Calm of ovens", "Variable Joy Oven calm Salt", "Variable"])
def test_a_first_heading_that_holds_other_words_or_no_even_share_names_no_outcomes(head: str) -> None:
    assert not {o for o, _ in outcomes(head)} & {"Joy", "Oven calm"}
