"""The outcome of a regression goes on through a passage: named sentences before, at the step before, or by a heading."""

import pytest

from evidence.read.prose.coefficients import coefficients
from evidence.read.prose.roles import roles
from tests.read.test_effects_told import told
from tests.read.test_prose_numbers import said

_BOTH = ["crust > joy .42", "salt > joy .21"]
_PREDICT = "Crust (β = .42) and salt (β = .21) were significant predictors."


@pytest.mark.parametrize(
    "named",
    [
        "Joy was regressed on crust and salt.",
        "With regard to joy, crust and salt were looked at.",
        "With respect to joy, the bakers were of one mind.",
        "As for joy, the bakers were of one mind.",
        "Concerning joy, the bakers were of one mind.",
    ],
)
@pytest.mark.parametrize(
    "between", ["", "The model fitted. ", "The model fitted. Few data were lost. All went in at once. "]
)
def test_an_outcome_named_some_sentences_before(named: str, between: str) -> None:
    assert told(f"{named} {between}{_PREDICT}") == _BOTH


@pytest.mark.parametrize(
    "between",
    [
        "\n\n",
        " The model fitted. Few data were lost. All went in at once. Bread is warm. Ovens are hot. Bakers sleep. ",
    ],
)
def test_an_outcome_of_another_paragraph_or_far_above_is_not_carried_on(between: str) -> None:
    assert told(f"Joy was regressed on crust and salt.{between}{_PREDICT}") == []


def test_of_two_outcomes_before_the_nearest_is_carried_on() -> None:
    text = (
        "Joy was regressed on crust. Sales were regressed on crust. The model fitted. Crust was a predictor (β = .42)."
    )
    assert told(text) == ["crust > sales .42"]


@pytest.mark.parametrize("step", ["second step", "next step", "second model", "last block", "step 2", "final stage"])
def test_what_is_added_at_the_next_step_predicts_the_same(step: str) -> None:
    lead = " " if step == "step 2" else " the "
    added = f"In{lead}{step}, salt (β = .21) and rye (β = .11) were added."
    assert told(f"Crust predicted joy (β = .42). {added}") == ["crust > joy .42", "rye > joy .11", "salt > joy .21"]
    assert told(added) == []


def test_what_is_added_elsewhere_than_at_a_step_is_of_no_known_outcome() -> None:
    text = "Crust predicted joy (β = .42). In the dough, salt (β = .21) and rye (β = .11) were added."
    assert told(text) == ["crust > joy .42"]


@pytest.mark.parametrize("weight", ["regression weight", "beta weight", "path coefficient", "regression coefficients."])
def test_a_weight_behind_its_coefficient_is_of_the_outcome_that_is_known(weight: str) -> None:
    text = f"Crust had the highest (β = .42), salt the lowest (β = .21) {weight}"
    assert told(text, "Predictors of joy") == _BOTH
    assert told(f"Joy was regressed on crust and salt. {text}") == _BOTH


@pytest.mark.parametrize(
    "words",
    [
        "contributed significantly to the model",
        "contributed to the overall prediction",
        "added significantly to the prediction",
    ],
)
def test_what_adds_to_a_model_affects_its_outcome(words: str) -> None:
    understood = roles(["Crust ", " and salt "], f" {words}", "joy")
    assert [(tie.from_, tie.to) for tie, _ in understood.values()] == [("Crust", "joy"), ("salt", "joy")]
    assert "joy" not in [tie.to for tie, _ in roles(["Crust ", " and salt "], f" {words}").values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salt showed hardly any effect (β = .04).", ["salt > joy .04"]),
        ("Salt had a strong effect (β = .34), but rye had no effect (β = .04).", ["rye > joy .04", "salt > joy .34"]),
        ("Salt made the largest contribution (β = .34).", ["salt > joy .34"]),
        ("Salt exerts little influence (β = .04).", ["salt > joy .04"]),
    ],
)
def test_who_has_an_effect_has_it_on_what_the_heading_names(text: str, expected: list[str]) -> None:
    assert told(text, "Predictors of joy") == expected
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Predictors of joy turned out to be crust (β = .42) and salt (β = .21).",
        "Significant predictors of joy emerged as crust (β = .42) and salt (β = .21).",
        "The strongest predictors of joy proved to be crust (β = .42) and salt (β = .21).",
        "The drivers of joy seemed to be crust (β = .42) and salt (β = .21).",
    ],
)
def test_what_the_predictors_of_an_outcome_turn_out_to_be(text: str) -> None:
    assert told(text) == _BOTH


@pytest.mark.parametrize("aside", ["Bread was sold out", "In step 1", "First: rye"])
def test_the_name_behind_the_last_colon_or_semicolon_has_the_coefficient(aside: str) -> None:
    understood = roles([f"{aside}; crust ", " and salt "], " raised joy")
    assert [(tie.from_, tie.to) for tie, _ in understood.values()] == [("crust", "joy"), ("salt", "joy")]


def test_a_colon_within_a_ratio_parts_no_name() -> None:
    found = coefficients(said("At a ratio of 3:1 crust (β = .42) and salt (β = .21) raised joy."))
    assert [f.value.from_ for f in found if f.value.from_ != "salt"] == []
