"""Whether a regression goes on with the outcome of the one before, and what its rows of figures of the model are."""

import pytest

from evidence.read.partial import Abbreviations
from evidence.read.tables import understand
from tests.read.tables.invented import edges, read, source, verdicts

FIRST = "Salt|.31|.05|6.2|<.001\nCrust|.22|.05|4.4|<.001"
AGAIN = FIRST.replace(".31", ".28").replace(".22", ".19")
ON_JOY = {("Salt", "joy", ".31"), ("Crust", "joy", ".22")}


def both(caption: str, said: str = "") -> set[tuple[str, str, str | None]]:
    """The paths of a regression on joy and of another of the same predictors."""
    tables = [f"Predictor|B|SE|t|p\n{rows}" for rows in (FIRST, AGAIN)]
    document = source(*tables, captions=("Regression on joy", caption), tail=said)
    return {e[:3] for e in edges(understand(document, Abbreviations({})))}


@pytest.mark.parametrize(
    "caption",
    [
        "Results of Study 2",
        "Regression in the second sample",
        "Results at time 2",
        "Wave 2 results",
        "Results by group",
        "Results in other countries",
    ],
)
def test_the_regression_of_other_people_or_times_has_not_the_outcome_before(caption: str) -> None:
    assert both(caption) == ON_JOY


@pytest.mark.parametrize("caption", ["Final model", "The model with a timeline", "The model of all sampled bakers"])
def test_another_model_goes_on_with_the_outcome_before(caption: str) -> None:
    assert both(caption) == {*ON_JOY, ("Salt", "joy", ".28"), ("Crust", "joy", ".19")}


@pytest.mark.parametrize(
    "said", ["Calm is the outcome variable in Table 2.", "Its dependent variable, see Table 2, is calm."]
)
def test_a_table_of_which_the_text_announces_the_outcome_has_not_the_one_before(said: str) -> None:
    assert not {e for e in both("Final model", said) if e[1] == "joy"} - ON_JOY


@pytest.mark.parametrize("said", ["Of each outcome Table 1 tells more.", "The paths are in Table 2, and all hold."])
def test_what_is_said_of_another_table_or_of_no_outcome_changes_nothing(said: str) -> None:
    assert ("Salt", "joy", ".28") in both("Final model", said)


@pytest.mark.parametrize("row", ["Model statistics", "Model summary", "Model fit", "Step summary", "Block statistics"])
def test_the_row_of_the_model_as_a_whole_is_no_predictor(row: str) -> None:
    found = read(f"Predictor|B|SE|t\nSalt|.31|.05|6.2\nCrust|.22|.05|4.4\n{row}|.41|.05|8.2", "Regression on joy")
    assert {e[:3] for e in edges(found)} == ON_JOY


def test_a_model_that_bakers_have_is_a_predictor() -> None:
    found = read("Predictor|B|SE|t\nSalt|.31|.05|6.2\nModel ovens|.22|.05|4.4", "Regression on joy")
    assert {e[:3] for e in edges(found)} == {("Salt", "joy", ".31"), ("Model ovens", "joy", ".22")}


@pytest.mark.parametrize("head", ["Est./S.E.", "Std. est./S.E.", "Unstd. est./S.E.", "Std./SE", "Unstd./S.E."])
def test_an_estimate_over_its_standard_error_is_a_z(head: str) -> None:
    found = read(f"Path|Estimate|S.E.|{head}\nSalt → Joy|.31|.05|6.2\nCrust → Joy|.22|.05|4.4", "Paths")
    assert [(p.value.from_, p.value.se, p.value.stat, p.value.stat_kind) for p in found.paths] == [
        ("Salt", ".05", "6.2", "z"),
        ("Crust", ".05", "4.4", "z"),
    ]


@pytest.mark.parametrize("head", ["B/SE", "B / S.E."])
def test_a_coefficient_and_its_standard_error_in_one_cell_are_no_z(head: str) -> None:
    found = read(f"Path|{head}\nSalt → Joy|.31 (.05)\nCrust → Joy|.22 (.05)", "Paths")
    assert {(p.value.b, p.value.se, p.value.stat) for p in found.paths} == {(".31", ".05", None), (".22", ".05", None)}


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Not rejected", "supported"),
        ("not-rejected", "supported"),
        ("Is not rejected", "supported"),
        ("was not rejected", "supported"),
        ("Rejected", "not supported"),
        ("Was rejected", "not supported"),
        ("Not accepted", "not supported"),
    ],
)
def test_a_hypothesis_that_was_not_rejected(said: str, verdict: str) -> None:
    table = f"Hypothesis|Path|Beta|t|Decision\nH1|Salt → Joy|.31|6.2|{said}\nH2|Crust → Joy|.22|4.4|Supported"
    assert verdicts(read(table, "Hypothesis tests")) == {"H1": verdict, "H2": "supported"}
