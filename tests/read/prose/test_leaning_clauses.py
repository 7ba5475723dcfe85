"""Clauses that take an end from the one before, names that go on with `of`, outcomes that a sentence announces."""

import pytest

from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.ends.named import a_name, turned_ends
from evidence.read.prose.ends.same_source import leaning_on
from evidence.read.prose.hypotheses.announced import hypotheses
from evidence.read.prose.relations.relation import relation
from evidence.read.prose.relations.the_more import the_more
from tests.read.prose.test_effects_told import told
from tests.read.prose.test_numbers import said
from tests.read.prose.test_statements import passage


@pytest.mark.parametrize(
    "leaning",
    [
        "but its link to joy was not significant",
        "but their weak effect on joy was not",
        "whereas it was unrelated to joy",
        "and it was also strongly associated with joy",
    ],
)
def test_what_else_the_source_of_the_clause_before_is_tied_to(leaning: str) -> None:
    assert told(f"Salt raised calm (β = .4), {leaning} (β = .05).") == ["salt > calm .4", "salt > joy .05"]
    assert leaning_on(None, leaning, "") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joy rose with salt (β = .3), whereas fear fell (β = -.2).", ["salt > fear -.2", "salt > joy .3"]),
        ("Joy increased with salt (β = .3), and calm grew (β = .2).", ["salt > calm .2", "salt > joy .3"]),
        ("Joy was high (β = .3), whereas fear fell (β = -.2).", []),
    ],
)
def test_what_fell_or_rose_as_well(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "one", ["price a weak negative one", "price was a negative one", "price a very weak, negative one"]
)
def test_one_more_predictor_of_the_same_outcome(one: str) -> None:
    text = f"Salt was a strong positive predictor of joy (β = .3), and {one} (β = -.1)."
    expected = ["salt > joy .3"] if "," in one else ["price > joy -.1", "salt > joy .3"]
    assert [x for x in told(text) if x in ("price > joy -.1", "salt > joy .3")] == expected


@pytest.mark.parametrize(
    ("on", "whole"),
    [
        ("quality of life", True),
        ("positive word of mouth", True),
        ("ease of use", True),
        ("fear of fire", True),
        ("sense of calm", True),
    ],
)
def test_names_that_go_on_with_of(on: str, whole: bool) -> None:
    assert (turned_ends(f"the effect on {on}") is None) is whole
    assert told(f"Salt had an effect on {on} (β = .2).") == [f"salt > {on} .2"]


@pytest.mark.parametrize(
    "text", ["The effect on joy of salt was strong (β = .2).", "The path to joy from salt was strong (β = .2)."]
)
def test_ends_that_are_told_the_other_way_round(text: str) -> None:
    assert told(text) == ["salt > joy .2"]


@pytest.mark.parametrize(
    "phrase", ["the model", "model", "equation", "the regressions", "control variables", "control variable"]
)
def test_models_and_controls_are_no_names(phrase: str) -> None:
    assert a_name(phrase) == ""


@pytest.mark.parametrize("phrase", ["role model", "control", "business models", "modelling"])
def test_names_with_a_model_in_them_are_names(phrase: str) -> None:
    assert a_name(phrase) == phrase


@pytest.mark.parametrize(
    "aside", [", in turn,", ", in its turn,", ", by contrast,", ", on the other hand,", ", for its part,"]
)
def test_asides_between_a_name_and_its_verb(aside: str) -> None:
    assert told(f"Salt raised calm (β = .4), and calm{aside} raised joy (β = .3).") == [
        "calm > joy .3",
        "salt > calm .4",
    ]


def test_the_prediction_of_an_outcome_is_the_outcome() -> None:
    assert told("Salt contributed to the prediction of oven joy (β = .3).") == ["salt > oven joy .3"]


@pytest.mark.parametrize(
    "announced",
    [
        "A multiple regression was calculated to predict joy based on salt and crust.",
        "Two analyses were conducted to predict joy.",
        "A stepwise model of the data was run to predict joy from salt.",
        "Joy was entered as the dependent variable.",
        "Joy was treated as the outcome.",
    ],
)
def test_the_outcome_of_a_regression_that_was_calculated(announced: str) -> None:
    assert told(f"{announced} Salt was a significant predictor (β = .3, p < .01).") == ["salt > joy .3"]
    other = announced.replace("to predict joy", "to test all data").replace("Joy was", "Joy was not")
    assert told(f"{other} Salt was a significant predictor (β = .3, p < .01).") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The higher the salt, the more frequent is the use of sugar", ("the salt", "the use of sugar", "+")),
        ("The higher the salt, the lower is the joy of baking", ("the salt", "the joy of baking", "-")),
        ("The more salt, the more frequent visits", ("salt", "visits", "+")),
        (
            "The higher the salt, the more frequent will be the visits of guests",
            ("the salt", "the visits of guests", "+"),
        ),
        ("The higher the salt, the more positive the mood", ("the salt", "the mood", "+")),
        ("The higher the salt, the more joy is told", None),
    ],
)
def test_verbs_ahead_of_what_is_the_more(text: str, expected: tuple[str, str, str] | None) -> None:
    assert the_more(text) == expected


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("H1: Relatedness raises joy.", "Relatedness"),
        ("H1 Relatedness raises joy.", "Relatedness"),
        ("Hypothesis 1: Positive affect raises joy.", "Positive affect"),
        ("H1: Concerns about salt raise joy.", "Concerns about salt"),
        ("H1: Proposals of bakers raise joy.", "Proposals of bakers"),
        ("H1 Test anxiety raises joy.", "Test anxiety"),
        ("Hypothesis 1. Suggestions of guests raise joy.", "Suggestions of guests"),
        ("H1: Predictability raises joy.", "Predictability"),
    ],
)
def test_names_that_begin_as_verbs_do(statement: str, source: str) -> None:
    assert [(h.value.from_, h.value.to) for h in hypotheses((passage(statement),))] == [(source, "joy")]


@pytest.mark.parametrize(
    "mention",
    [
        "H1 concerns the effect of salt on joy.",
        "H1 predicts that salt raises joy.",
        "H1 posited that salt raises joy.",
        "H1 related salt to joy.",
        "H1 tests whether salt raises joy.",
        "H1 suggested an effect of salt on joy.",
    ],
)
def test_what_a_hypothesis_does_is_no_name(mention: str) -> None:
    assert hypotheses((passage(mention),)) == ()


@pytest.mark.parametrize(
    ("behind", "stat"), [("CR = 4.05", "4.05"), ("CR = -2.31", "-2.31"), ("C.R. = 3.1", "3.1"), ("CR = .85", None)]
)
def test_a_critical_ratio_without_points(behind: str, stat: str | None) -> None:
    (found,) = coefficients(said(f"Salt raised joy (β = .30, {behind}, p < .01)."))
    assert found.value.stat == stat


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        ("Salt contributes to increasing behaviour of bakers", "behaviour of bakers"),
        ("Salt leads to increasing intention to bake", "intention to bake"),
        ("Salt contributes to reducing climate change", "climate change"),
        ("Salt contributes to helping behaviour", "helping behaviour"),
    ],
)
def test_what_changes_an_outcome_is_no_part_of_its_name(statement: str, outcome: str) -> None:
    found = relation(statement)
    assert found is not None
    assert (found.from_, found.to) == ("Salt", outcome)


@pytest.mark.parametrize(
    "statement",
    [
        "Frost moderates the relationship between salt and joy in such a way that it is weaker when frost is high",
        "The effect of salt on joy does not depend on frost",
    ],
)
def test_how_something_is_moderated_is_no_part_of_a_name(statement: str) -> None:
    found = relation(statement)
    assert found is not None
    assert ((found.from_ or "").lower(), found.to, (found.moderator or "").lower()) == ("salt", "joy", "frost")


@pytest.mark.parametrize(
    ("between", "whose"),
    [
        ("Salt is linked to joy.", "salt"),
        ("Salt did not raise joy.", "salt"),
        ("H2 proposed that rye raises joy.", "rye"),
        ("The model explained much of fear.", "crust"),
        ("This was expected.", "crust"),
    ],
)
@pytest.mark.parametrize("its", ["Its effect on calm was weak", "However, its link with calm was significant"])
def test_whose_effect_is_told_where_the_sentence_before_has_no_coefficients(between: str, whose: str, its: str) -> None:
    text = f"Crust raised fear (β = .22). {between} {its} (β = .10)."
    assert told(text) == sorted(["crust > fear .22", f"{whose} > calm .10"])


def test_its_effect_of_what_the_only_sentence_before_speaks_of() -> None:
    assert told("Salt is linked to joy. Its effect on calm was strong (β = .31).") == ["salt > calm .31"]
    assert told("Bakers get up early. Its effect on calm was strong (β = .31).") == []


@pytest.mark.parametrize(
    "between", ["Frost moderates the effect of salt on joy.", "Calm mediates the effect of salt on joy."]
)
def test_its_effect_behind_a_sentence_on_three_constructs_is_that_of_the_effect_before(between: str) -> None:
    text = f"Crust raised fear (β = .22). {between} Its effect on calm was weak (β = .10)."
    assert told(text) == ["crust > calm .10", "crust > fear .22"]
