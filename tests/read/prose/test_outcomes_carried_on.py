"""The outcome of a regression goes on through a passage: named sentences before, at the step before, or by a heading."""

import pytest

from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.ends.named import no_name, prepared
from evidence.read.prose.ends.roles import roles
from tests.read.prose.test_effects_told import told
from tests.read.prose.test_numbers import said

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


@pytest.mark.parametrize(
    "proposed",
    [
        "Hypothesis 1 proposed a positive relationship between crust and joy.",
        "Hypothesis 2a predicted that crust raises joy.",
        "H1 stated that crust is related to joy.",
        "H3 posits an effect of crust on joy.",
        "Our first hypothesis had suggested that crust raises joy.",
    ],
)
def test_the_outcome_of_the_hypothesis_restated_right_before(proposed: str) -> None:
    assert told(f"{proposed} Crust was a significant predictor (β = .42).") == ["crust > joy .42"]
    assert told(f"{proposed} Bread was warm. Crust was a significant predictor (β = .42).") == []


@pytest.mark.parametrize(
    "other",
    [
        "Bakers proposed a positive relationship between crust and joy.",
        "Hypothesis 1 predicted that calm mediates the effect of crust on joy.",
        "Hypothesis 1 predicted that frost moderates the effect of crust on joy.",
        "Hypothesis 1 was about crust and joy.",
    ],
)
def test_what_no_hypothesis_proposes_or_goes_through_another_names_no_outcome(other: str) -> None:
    assert told(f"{other} Crust was a significant predictor (β = .42).") == []


@pytest.mark.parametrize(
    "weight",
    [
        "had the largest positive weight",
        "had a large and positive beta coefficient",
        "showed a large but not unexpected effect",
        "made the largest unique and positive contribution",
    ],
)
def test_who_has_a_weight_has_it_on_what_the_heading_names(weight: str) -> None:
    assert told(f"Salt {weight} (β = .34).", "Predictors of joy") == ["salt > joy .34"]
    assert told(f"Salt {weight} (β = .34).") == []


@pytest.mark.parametrize("added", ["", ", and rye (β = .03)"])
def test_those_that_fail_to_reach_significance_are_of_the_outcome_before(added: str) -> None:
    paths = told(f"Crust (β = .42) predicted joy, but salt (β = .02){added} failed to reach significance.")
    assert paths == sorted(["crust > joy .42", "salt > joy .02", *(["rye > joy .03"] if added else [])])


def test_an_effect_on_nothing_that_is_named_is_no_path() -> None:
    assert told("Salt (β = .22) and rye (β = .33) had an effect.") == []
    assert roles(["Salt ", " and rye "], " had an effect") == {}
    understood = roles(["Salt ", " and rye "], " had an effect", "joy")
    assert [(tie.from_, tie.to) for tie, _ in understood.values()] == [("Salt", "joy"), ("rye", "joy")]


@pytest.mark.parametrize("all_of_them", ["each", "both", ", nonetheless, both", ", nevertheless, jointly", "together"])
def test_several_who_act_each_or_together(all_of_them: str) -> None:
    assert told(f"Crust (β = .42) and salt (β = .21) {all_of_them} raised joy.".replace(" ,", ",")) == _BOTH
    understood = roles(["Crust ", " and salt "], f" {all_of_them} raised joy")
    assert [(tie.from_, tie.to) for tie, _ in understood.values()] == [("Crust", "joy"), ("salt", "joy")]


@pytest.mark.parametrize("turn", ["which in turn", "which, in turn,", "which in its turn"])
def test_what_several_act_upon_acts_in_its_turn(turn: str) -> None:
    text = f"Crust (β = .42) and salt (β = .21) raised joy, {turn} raised sales (β = .31)."
    assert told(text) == ["crust > joy .42", "joy > sales .31", "salt > joy .21"]


@pytest.mark.parametrize(
    "lead",
    [
        "After controlling for age and sex",
        "Even after controlling for salt and rye",
        "Controlling for age",
        "When adjusting for the size of the town",
        "While accounting for age",
        "After controlling for age, sex, and income",
        "After adjusting for the size of the town, sex, and income",
        "When controlling for age and sex as well as income",
    ],
)
def test_what_is_controlled_for_first_is_no_source(lead: str) -> None:
    assert prepared(f"{lead}, crust ") == "crust"
    assert told(f"{lead}, crust raised joy (β = .42).") == ["crust > joy .42"]
    assert told(f"{lead}, crust was linked to joy (β = .42), and salt was not (β = .21).") == _BOTH


def test_controls_behind_what_is_told_are_not_taken_away_as_a_lead() -> None:
    assert prepared("Crust raised joy, controlling for age, sex") == "Crust raised joy, controlling for age, sex"


@pytest.mark.parametrize("aside", ["nonetheless", "nevertheless", "conversely"])
def test_a_word_between_commas_behind_a_name_is_no_part_of_it(aside: str) -> None:
    text = f"Crust raised joy (β = .42), and salt, {aside}, lowered sales (β = -.21)."
    assert told(text) == ["crust > joy .42", "salt > sales -.21"]


@pytest.mark.parametrize(
    "name", ["its", "their", "so", "its own", "some of the bakers", "neither of these", "most of it"]
)
def test_a_word_that_points_to_a_name_is_none(name: str) -> None:
    assert no_name(name)
    assert not no_name(f"{name.split()[0]}uff")


@pytest.mark.parametrize("end", ["to a low value", "to insignificance", ", once calm was added, to .10"])
def test_an_effect_that_dropped_is_of_the_same_two(end: str) -> None:
    assert told(f"The effect of crust on joy dropped {end} (β = .42).".replace(" ,", ",")) == ["crust > joy .42"]


def test_several_who_act_behind_controls_are_no_controls() -> None:
    assert (
        prepared("Controlling for age and sex, crust, salt, and rye raised joy ") == "crust, salt, and rye raised joy"
    )


@pytest.mark.parametrize(
    "found",
    [
        "The antecedents of joy were all significant.",
        "All antecedents of joy were significant.",
        "All predictors of joy proved highly significant.",
        "Both determinants of joy were confirmed.",
        "Our two drivers of joy turned out to be important.",
        "Finally, the correlates of joy reached significant weights.",
    ],
)
def test_the_outcome_of_predictors_that_were_all_significant(found: str) -> None:
    assert told(f"{found} {_PREDICT}") == _BOTH


@pytest.mark.parametrize(
    "other",
    [
        "The antecedents of joy were asked for.",
        "The antecedents of joy, all significant, were old.",
        "Joy was significant.",
    ],
)
def test_antecedents_of_which_nothing_was_found_name_no_outcome(other: str) -> None:
    assert told(f"{other} {_PREDICT}") == []
