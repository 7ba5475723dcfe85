"""Constructs whose name has the word interaction, and analyses named for mediation: neither makes an effect of that sort."""

import pytest

from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.ends.named import a_name
from evidence.read.prose.ends.roles import roles
from tests.read.prose.test_effects_told import told
from tests.read.prose.test_numbers import said


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("learner interaction", "learner interaction"),
        ("interaction quality", "interaction quality"),
        ("interaction with bakers", "interaction with bakers"),
        ("guests' interactions", "guests' interactions"),
        ("the interaction", ""),
        ("interaction", ""),
        ("interactions", ""),
        ("this interaction", ""),
        ("a two-way interaction", ""),
        ("interaction of crust and salt", ""),
        ("interactions between crust and salt", ""),
        ("the interaction term", ""),
        ("crust interacting with salt", ""),
    ],
)
def test_an_interaction_may_be_a_construct_or_a_term(phrase: str, name: str) -> None:
    assert a_name(phrase) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Learner interaction raised joy (β = .42).", ["learner interaction > joy .42"]),
        ("Joy was raised by learner interaction (β = .42).", ["learner interaction > joy .42"]),
        ("Crust raised learner interaction (β = .42).", ["crust > learner interaction .42"]),
        (
            "Learner interaction (β = .42) and crust (β = .21) raised joy.",
            ["crust > joy .21", "learner interaction > joy .42"],
        ),
        ("This interaction (β = .42) raised joy.", []),
        ("The crust by salt interaction raised joy (β = .42).", []),
        ("A two-way interaction raised joy (β = .42).", []),
        ("The latent interaction of crust raised joy (β = .42).", []),
        ("Interactions between bakers raised joy (β = .42).", []),
    ],
)
def test_an_effect_of_a_construct_with_interaction_in_its_name(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("Learner interaction raised joy ", [("Learner interaction", "joy")]),
        ("Crust was linked to learner interaction ", [("Crust", "learner interaction")]),
        ("Interaction with bakers was tied to joy ", [("Interaction with bakers", "joy")]),
        ("Interactions were there, crust raised joy ", []),
        ("The effect of crust on joy had an interaction ", []),
    ],
)
def test_a_clause_on_an_interaction_is_left_and_one_on_a_construct_is_not(
    words: str, ends: list[tuple[str, str]]
) -> None:
    assert [(tie.from_, tie.to) for tie, _ in roles([words], "").values()] == ends


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Learner interaction raised joy (β = .42).", "direct"),
        ("The effect of learner interaction on joy was strong (β = .42).", "direct"),
        ("The interaction of crust and salt raised joy (β = .42).", "interaction"),
        ("Crust × salt raised joy (β = .42).", "interaction"),
    ],
)
def test_the_sort_of_an_effect_is_told_by_terms_and_not_by_names(text: str, effect: str) -> None:
    assert [f.value.effect for f in coefficients(said(text))] == [effect]


@pytest.mark.parametrize(
    "words",
    [
        "The mediation analysis gave an effect of crust on joy ",
        "Moderation analysis revealed a direct effect of crust on joy ",
        "Crust was linked to joy in the moderation model ",
        "In a mediation model the effect of crust on joy was strong ",
    ],
)
def test_an_analysis_of_mediation_or_moderation_has_plain_effects(words: str) -> None:
    assert [(tie.from_.lower(), tie.to, tie.via) for tie, _ in roles([words], "").values() if tie.from_] == [
        ("crust", "joy", None)
    ]
    for other in ("moderated effect", "conditional model", "moderation by rye"):
        for sort in ("mediation analysis", "Moderation analysis", "moderation model", "mediation model"):
            if sort in words:
                assert roles([words.replace(sort, other)], "") == {}
