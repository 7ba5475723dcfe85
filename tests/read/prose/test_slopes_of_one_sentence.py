"""Slopes whose sentence itself says of what on what, and levels that one preposition leads."""

import pytest

from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.effects.condition import further_level
from evidence.read.prose.effects.slopes import slopes
from tests.read.prose.test_numbers import said

BOTH = [("humour", "oven joy", "low frost", ".65"), ("humour", "oven joy", "high frost", ".31")]


def told(text: str, *, own: bool = False) -> list[tuple[str, str, str | None, str | None]]:
    found = slopes(said(text)) if own else coefficients(said(text))
    return [(p.value.from_.lower(), p.value.to, p.value.group, p.value.beta or p.value.b) for p in found]


@pytest.mark.parametrize(
    "text",
    [
        "Humour was related to oven joy at low frost (β = .65), but the relationship was weaker at high frost (β = .31).",
        "Humour predicted oven joy at low frost (β = .65), while the effect was smaller at high frost (β = .31).",
        "Humour raised oven joy at low frost (β = .65), and the slope was flat at high frost (β = .31).",
    ],
)
def test_a_sentence_that_says_first_what_is_related(text: str) -> None:
    assert told(text, own=True) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Humour was told at low frost (β = .65), but the relationship was weaker at high frost (β = .31).",
        "Humour was related to oven joy at low frost (β = .65), but the relationship of butter was weaker at high frost (β = .31).",
    ],
)
def test_further_clauses_of_something_else_are_no_slopes_of_the_first(text: str) -> None:
    assert told(text, own=True) == []


@pytest.mark.parametrize("sign", ["simple slope = ", "slope = ", "slope: ", "Simple slope = "])
def test_slopes_given_as_such(sign: str) -> None:
    text = f"Frost moderated the effect of humour on oven joy. The effect was positive at low frost ({sign}.65, p < .01) but not at high frost ({sign}.31, p = .4)."
    assert told(text, own=True) == BOTH
    assert told(f"Humour raised oven joy at low frost ({sign}.65, p < .01).") == BOTH[:1]
    assert told("Humour raised oven joy at low frost (slope tests of 1998).") == []


@pytest.mark.parametrize("last", ["high levels of frost", "high level of frost"])
def test_levels_that_one_preposition_leads(last: str) -> None:
    text = f"Salt was related to joy at low (β = .10), medium (β = .20), and {last} (β = .30)."
    assert [(a, b, beta) for a, b, _, beta in told(text)] == [("salt", "joy", beta) for beta in (".10", ".20", ".30")]
    assert [group for *_, group, _ in told(text)][:2] == ["low frost", "medium frost"]


@pytest.mark.parametrize(
    ("clause", "before", "level"),
    [
        (", mean ", "low", "mean"),
        (", and high levels of frost ", "low", "high levels of frost"),
        (" but not the average ", "the low", "average"),
        (", and high levels of frost ", "women", None),
        (", and high levels of frost ", None, None),
        (", and salt ", "low", None),
    ],
)
def test_the_next_of_several_levels(clause: str, before: str | None, level: str | None) -> None:
    assert further_level(clause, before) == level


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("With low frost, the effect of humour on oven joy was positive (b = .65).", "low frost"),
        ("Under high frost, the effect of humour on oven joy was positive (b = .65).", "high frost"),
        ("Humour raised oven joy at the mean (b = .65).", "mean"),
        ("Humour raised oven joy at the average level of frost (b = .65).", "average level of frost"),
        ("With salt, the effect of humour on oven joy was positive (b = .65).", None),
    ],
)
def test_under_which_level_an_effect_holds(text: str, group: str | None) -> None:
    assert told(text) == [("humour", "oven joy", group, ".65")]
