"""Effects listed in turn, one for each level of a moderator or for each mediator: `.41, .30 and .12, respectively`."""

import pytest

from evidence.read.prose.effects.effects_in_turn import effects_in_turn
from evidence.read.prose.effects.path_made import level_of
from evidence.read.text import to_source
from evidence.read.understanding import understand
from tests.read.prose.test_effects_told import told
from tests.read.prose.test_numbers import said

HYPOTHESIS = """Bread and joy

Ada Cole

1 Introduction

H1: Frost moderates the effect of crust on joy.

2 Results"""
THREE = ["crust > joy .12 for high frost", "crust > joy .30 for medium frost", "crust > joy .41 for low frost"]
TWO = ["crust > joy .12 for high frost", "crust > joy .41 for low frost"]
THROUGH_CALM = [path.replace(" for", " via calm for") for path in TWO]


@pytest.mark.parametrize(
    "text",
    [
        "At low, medium and high frost, the effect of crust on joy was .41, .30 and .12, respectively.",
        "At low, medium, and high levels of frost the slope of crust on joy was .41, .30, and .12.",
        "The effect of crust on joy was .41, .30 and .12 at low, medium and high levels of frost.",
        "The effects of crust on joy were β = .41, β = .30 and β = .12 for low, medium and high frost, respectively.",
        "Under low (-1 SD), medium and high (+1 SD) frost the effect of crust on joy amounted to .41, .30 and .12.",
        "At the low, the medium and the high level of frost, the effect of crust on joy reached .41; .30; and .12.",
        "Frost moderated the effect of crust on joy. At low, medium and high frost the slope was .41, .30 and .12.",
    ],
)
def test_effects_in_turn_at_the_levels_of_a_moderator(text: str) -> None:
    assert set(told(text)) >= set(THREE)
    (record,) = understand(to_source(f"{HYPOTHESIS}\n\n{text}\n".encode()))  # each number is told once
    assert {(p.from_.lower(), p.to, str(p.beta), p.group) for p in record.paths} == {
        ("crust", "joy", beta, f"{level} frost") for beta, level in ((".41", "low"), (".30", "medium"), (".12", "high"))
    }


@pytest.mark.parametrize("above", ["", "Bread was warm. ", "Bread was warm. Ovens were hot. "])
@pytest.mark.parametrize(
    ("before", "effect", "expected"),
    [
        ("Frost moderated the effect of crust on joy.", "simple slope", TWO),
        ("Frost moderated the indirect effect of crust on joy through calm.", "indirect effect", THROUGH_CALM),
        ("Calm mediated the effect of crust on joy.", "conditional indirect effect", THROUGH_CALM),
    ],
)
def test_effects_in_turn_of_what_the_sentences_above_told(
    before: str, effect: str, expected: list[str], above: str
) -> None:
    in_turn = f"At low and high frost, the {effect} was .41 and .12, respectively."
    assert told(f"{before} {above}{in_turn}") == expected
    assert told(f"{before}\n\n{above}{in_turn}") == []  # of another paragraph
    assert told(f"{above}{in_turn}") == []


def test_effects_in_turn_of_the_hypothesis_that_the_sentence_before_names() -> None:
    text = "H1 was looked at. At low and high frost, the effect was .41 and .12, respectively."
    (record,) = understand(to_source(f"{HYPOTHESIS}\n\n{text}\n".encode()))
    assert {(p.from_.lower(), p.to, str(p.beta), p.group) for p in record.paths} == {
        ("crust", "joy", ".41", "low frost"),
        ("crust", "joy", ".12", "high frost"),
    }


def test_levels_that_are_percentiles_with_the_statistics_of_each() -> None:
    text = (
        "At the 16th, 50th and 84th percentiles of frost, the effect of crust on joy was .41 (95% CI [.31, .51]), "
        ".30 (SE = .04) and .12 (p = .04)."
    )
    paths = [f.value for f in effects_in_turn(said(text), (), ())]
    assert [(str(p.beta), p.group) for p in paths] == [
        (".41", "16th percentile of frost"),
        (".30", "50th percentile of frost"),
        (".12", "84th percentile of frost"),
    ]
    assert [(p.ci_lo, p.ci_hi, p.se, p.p) for p in paths] == [
        (".31", ".51", None, None),
        (None, None, ".04", None),
        (None, None, None, ".04"),
    ]
    assert level_of("low levels", "frost") == "low levels of frost"
    assert level_of("84th", "frost") == "84th percentile of frost"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The indirect effects of salt on joy via calm and via sleep were .11 (95% CI [.02, .20]) and .07 (n.s.).",
            ["salt > joy .07 via sleep", "salt > joy .11 via calm"],
        ),
        (
            "The indirect effects of salt on joy through calm, sleep, and trust were .11, .07, and .02.",
            ["salt > joy .02 via trust", "salt > joy .07 via sleep", "salt > joy .11 via calm"],
        ),
    ],
)
def test_effects_in_turn_through_each_of_several_mediators(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "At low and high frost, the effect of crust on joy was .41, .30 and .12, respectively.",
        "At low, medium and high frost, the effect of crust on joy was .41 and .12, respectively.",
        "At low and high frost, the effect of crust on joy was 41 and 12, respectively.",
        "At low and high frost, the effect of crust on joy was .41% and .12%, respectively.",
        "At low and high frost, the share of glad bakers was .41 and .12, respectively.",
        "In winter and summer, the effect of crust on joy was .41 and .12, respectively.",
        "Cole et al. (2011) found that at low and high frost the effect of crust on joy was .41 and .12, respectively.",
        "The indirect effects of salt on joy through calm and sleep were .11, .07 and .02, respectively.",
        "The indirect effects of salt on joy and of rye on sales were .11 and .07, respectively.",
    ],
)
def test_lists_of_another_length_or_of_other_figures_are_not_taken_in_turn(text: str) -> None:
    assert effects_in_turn(said(text), (), ()) == ()


def test_effects_that_were_read_with_their_level_are_not_read_again() -> None:
    sentence = said("At low and high frost, the effect of crust on joy was .41 and .12, respectively.")
    first = effects_in_turn(sentence, (), ())
    assert len(first) == 2
    assert effects_in_turn(sentence, (), first) == ()
    assert effects_in_turn(sentence, (), first[:1]) == first[1:]


@pytest.mark.parametrize(
    ("text", "through"),
    [
        ("The slope of crust on joy was .41 where frost is low, and .12 where it is high.", ""),
        ("The slope of crust on joy was .41 (p < .001) if frost was low and .12 (p = .31) if frost was high.", ""),
        (
            "The effect of crust on joy via calm was .41 (p < .001) when frost was low and .12 when this was high.",
            "calm",
        ),
        (
            "The indirect effect of crust on joy through calm was .41 when frost was low and .12 when it was high.",
            "calm",
        ),
        (
            "Frost moderated the effect of crust on joy. The effect was .41 when frost was low and .12 when it was high.",
            "",
        ),
    ],
)
def test_each_effect_with_its_level_in_a_clause_of_its_own(text: str, through: str) -> None:
    assert told(text) == (THROUGH_CALM if through else TWO)


def test_levels_of_two_moderators_in_clauses_of_their_own() -> None:
    text = "The slope of crust on joy was .41 when frost was low and .12 when salt was high."
    assert [f.value.group for f in effects_in_turn(said(text), (), ())] == ["low frost", "high salt"]


@pytest.mark.parametrize(
    "text",
    [
        "The slope of crust on joy was .41 (p < .001) when frost was low.",  # one alone
        "The crust was .41 (p < .001) when frost was low and .12 (p = .31) when it was high.",
        "The effect of crust on joy was 41% when frost was low and 12% when it was high.",
        "The slope of crust on joy was 41 when frost was low and 12 when it was high.",
        "The slope of crust on joy was p = .41 when frost was low and p = .12 when it was high.",
        "The slope of crust on joy was .41 when bread was sold and .12 when it was given.",
        "The slope of crust on joy was .41 when frost was low; it was .12 at the mean.",
        "Cole et al. (2011) found that the slope of crust on joy was .41 when frost was low and .12 when it was high.",
    ],
)
def test_figures_without_a_level_each_are_no_effects_in_clauses_of_their_own(text: str) -> None:
    assert effects_in_turn(said(text), (), ()) == ()
