"""Coefficients whose sentence follows no pattern are those of the one hypothesis that the constructs around them fit."""

from dataclasses import replace

import pytest

from evidence.read.prose.effects.by_hypothesis import GUESSED, told_by_hypotheses
from evidence.read.prose.hypotheses.announced import hypotheses
from evidence.read.text import to_source
from evidence.read.understanding import understand
from tests.read.prose.test_numbers import said as sentences_of
from tests.read.prose.test_statements import passage

_PAPER = """Bread and joy

Ada Cole

1 Introduction

H1: Crust increases joy.

H2: Kneading interaction increases crust.

H3: Crust mediates the effect of kneading interaction on joy.

H4: Frost moderates the effect of crust on joy.

2 Method

We asked bakers.

3 Results

{}

4 Discussion

This is all.
"""


def _told(said: str) -> list[tuple[str, str, str, str | None, str | None]]:
    (record,) = understand(to_source(_PAPER.format(said).encode()))
    return [(p.from_.lower(), p.to, str(p.beta or p.b), p.via, p.hypothesis) for p in record.paths]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("As to joy, one has to look at crust first (β = .41, p < .001).", [("crust", "joy", ".41", None, "H1")]),
        (
            "Crust profits where kneading interaction is at work (β = .22, p = .01).",
            [("kneading interaction", "Crust", ".22", None, "H2")],
        ),
        (
            "Bootstrapping gave an indirect effect of .17 (95% CI [.10, .25]), so that H3 was borne out.",
            [("kneading interaction", "joy", ".17", "Crust", "H3")],
        ),
        (
            "So it was with salt, whose weight for joy fell when crust was entered (z = 3.22; indirect effect = .06, SE = .02).",
            [("kneading interaction", "joy", ".06", "Crust", "H3")],
        ),
        ("The product term of crust and frost was significant (b = -.12, SE = .04).", [("crust × frost", "joy", "-.12", None, "H4")]),
        ("As to joy, one has to look at salt first (β = .41, p < .001).", []),
        ("As to joy, one has to look at crust first; the difference was large (β = .41, p < .001).", []),
        ("As to joy, one has to look at crust (β = .41), yes, at crust (β = .38).", []),
        ("Where joy is at work it raises one thing above all, crust (β = .22, p = .01).", []),
        ("Going by the p value, the indirect effect through crust has a probability of 0.041.", []),
    ],
)  # fmt: skip
def test_a_coefficient_is_that_of_the_hypothesis_around_it(
    said: str, expected: list[tuple[str, str, str, str | None, str | None]]
) -> None:
    assert _told(said) == expected


def test_a_direct_effect_is_not_that_of_the_mediation_with_the_same_ends() -> None:
    said = "The direct effect of kneading interaction on joy was not significant (β = .06, p = .28)."
    assert _told(said) == [("kneading interaction", "joy", ".06", None, None)]


_TWO = """
H1: Crust mediates the effect of salt on joy.

H2: Calm mediates the effect of salt on joy.
"""
_BOTH_WAYS = """
H1: Crust increases joy.

H2: Joy increases crust.
"""
_ABBREVIATED = """
Home oven warmth (HOW) matters to bakers.

H1: Home oven warmth increases joy.

H2: Crust increases joy.
"""


def _of(stated: str, said: str) -> list[tuple[str, str, str, str | None, str | None]]:
    head, _, rest = _PAPER.partition("H1:")
    page = f"{head}{stated.strip()}\n\n2 Method{rest.partition('2 Method')[2]}"
    (record,) = understand(to_source(page.format(said).encode()))
    return [(p.from_.lower(), p.to.lower(), str(p.beta or p.b), p.via, p.hypothesis) for p in record.paths]


@pytest.mark.parametrize(
    ("stated", "said", "expected"),
    [
        (_TWO, "The indirect effect was .17 (SE = .02).", []),
        (_TWO, "The indirect effect by calm was .17 (SE = .02).", [("salt", "joy", ".17", "Calm", "H2")]),
        (_TWO, "The indirect effect was .17 (SE = .02). H2 was thus supported.", [("salt", "joy", ".17", "Calm", "H2")]),
        (_BOTH_WAYS, "As to joy, one has to look at crust (β = .41). So H1 was supported.", [("crust", "joy", ".41", None, "H1")]),
        (_BOTH_WAYS, "As to joy, one has to look at crust (β = .41), as H2 has it.", [("joy", "crust", ".41", None, "H2")]),
        (_ABBREVIATED, "As to joy, one has to look at HOW first (β = .41).", [("home oven warmth", "joy", ".41", None, "H1")]),
        (_ABBREVIATED, "As to joys, one has to look at crusts first (β = .41).", [("crust", "joy", ".41", None, "H2")]),
    ],
)  # fmt: skip
def test_labels_mediators_and_short_names_tell_which_hypothesis_is_meant(
    stated: str, said: str, expected: list[tuple[str, str, str, str | None, str | None]]
) -> None:
    assert _of(stated, said) == expected


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("As to joy, one has to look at crust first among men (β = .41).", "men"),
        ("As to joy, one has to look at crust first (β = .41).", None),
    ],
)
def test_of_whom_a_coefficient_is_goes_with_it(said: str, group: str | None) -> None:
    (record,) = understand(to_source(_PAPER.format(said).encode()))
    assert [(str(p.beta), p.group) for p in record.paths] == [(".41", group)]


@pytest.mark.parametrize(
    "said",
    [
        "As to joy, one has to look at crust first at T2 (β = .41).",
        "As to joy, the total effect with crust was there (β = .41).",
        "As to joy, crust has a correlation (β = .41).",
        "A mediation has joy at its end, and crust in it (β = .41).",
        "The conditional indirect effect was .17 (SE = .02).",
        "The difference in the indirect effect was .17 (SE = .02).",
        "The indirect effect was 17 (SE = .02).",
        "The indirect effect of salt and kneading interaction was .17 (SE = .02).",
    ],
)
def test_other_sorts_of_coefficients_are_of_no_hypothesis(said: str) -> None:
    assert _told(said) == []


@pytest.mark.parametrize("by", ["by", "due to", "related to"])
def test_what_undergoes_may_stand_first(by: str) -> None:
    said = f"Where joy is at work it is raised {by} one thing above all, crust (β = .22, p = .01)."
    assert _told(said) == [("crust", "joy", ".22", None, "H1")]


def test_a_path_that_was_understood_is_told_once_and_a_guess_counts_less() -> None:
    stated = hypotheses((passage("H1: Crust raises joy."),))
    guessed = sentences_of("As to joy, one has to look at crust first (β = .41).")
    (path,) = told_by_hypotheses(guessed, stated, {}, ())
    assert path.confidence == GUESSED < 0.8
    assert told_by_hypotheses(guessed, stated, {}, (path,)) == ()
    assert told_by_hypotheses(guessed, (), {}, ()) == ()


@pytest.mark.parametrize(
    ("stated", "said", "labels"),
    [
        (("Crust raises joy", "Joy raises crust"), "As to joy, one has to look at crust (β = .41), as in H2.", ["H2"]),
        (("Crust raises joy", "Crust raises sales"), "As to joy, one looks at crust (β = .41), sales aside.", ["H1"]),
        (("Crust raises joy", "Crust raises sales"), "As to joy and sales, one looks at crust (β = .41).", []),
        (("Crust raises joy", "Crust raises sales"), "As to joy and sales, look at crust (β = .41). H2 held.", ["H2"]),
        (("Crust raises joy", "Salt raises sales"), "Joy and crust aside, one looks at sales (β = .41).", []),
        (
            ("Frost moderates the effect of crust on joy", "Salt raises crust"),
            "As to H1, the product term of crust and salt was significant (b = -.12).",
            [],
        ),
        (("Crust raises joy",), "In the pretest, as to joy, one looks at crust (β = .41).", []),
        (("Crust raises joy",), "As to joy, look one SD above the mean at crust (β = .41).", []),
        (("Crust raises joy",), "As to joy, one looks at crust; its alpha is there (β = .41).", []),
    ],
)
def test_which_of_several_hypotheses_is_meant(stated: tuple[str, ...], said: str, labels: list[str]) -> None:
    known = tuple(f for i, words in enumerate(stated, 1) for f in hypotheses((passage(f"H{i}: {words}."),)))
    assert [f.value.hypothesis for f in told_by_hypotheses(sentences_of(said), known, {}, ())] == labels


def test_an_effect_that_depends_on_something_and_goes_through_another_is_left() -> None:
    (found,) = hypotheses((passage("H1: Crust mediates the effect of salt on joy."),))
    said = sentences_of("The indirect effect was .17 (SE = .02).")
    assert [f.value.hypothesis for f in told_by_hypotheses(said, (found,), {}, ())] == ["H1"]
    both = replace(found, value=replace(found.value, moderator="frost"))
    assert told_by_hypotheses(said, (both,), {}, ()) == ()


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("The indirect effect was .17 (SE = .02).", "H3"),
        ("The indirect effect by crust was .17 (SE = .02).", "H3"),
        ("The indirect effect through butter was .17 (SE = .02).", None),
        ("The indirect effect via butter and rye was .17 (SE = .02).", None),
        ("The product term was significant (b = -.12, SE = .04).", "H4"),
        ("The product term of salt and rye was significant (b = -.12, SE = .04).", None),
        ("The interaction between salt and butter was significant (b = -.12, SE = .04).", None),
        ("The moderation was significant (b = -.12, SE = .04).", "H4"),
        ("The moderation of salt was significant (b = -.12, SE = .04).", None),
        ("Salt × rye was significant, an interaction term (b = -.12, SE = .04).", None),
        ("Salt x rye was significant, an interaction term (b = -.12, SE = .04).", None),
    ],
)
def test_an_effect_of_constructs_that_no_hypothesis_names_is_of_none(said: str, label: str | None) -> None:
    assert [path[-1] for path in _told(said)] == ([label] if label else [])


@pytest.mark.parametrize("words", ["with controls", "controlling for age", "as the index of bread has it"])
def test_words_on_other_effects_count_outside_of_brackets_only(words: str) -> None:
    inside = f"As to joy, one has to look at crust first ({words}) (β = .41)."
    assert _told(inside) == [("crust", "joy", ".41", None, "H1")]
    assert _told(inside.replace(f" ({words})", f", {words}")) == []


@pytest.mark.parametrize("words", ["the total effect", "conditional on frost", "the difference of two"])
def test_words_on_totals_and_conditions_count_in_brackets_too(words: str) -> None:
    assert _told(f"As to joy, one has to look at crust first ({words}) (β = .41).") == []
