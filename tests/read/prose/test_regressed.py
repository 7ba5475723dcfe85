"""The outcome of a regression is named once, and the coefficients that follow are of it."""

import pytest

from evidence.read.text import to_source
from evidence.read.understanding import understand

_PAPER = """Bread and joy

Ada Cole

1 Introduction

H1: Crust increases joy.

H2: Salt increases joy.

2 Method

We asked bakers.

3 Results

{}

4 Discussion

This is all.
"""


def _paths(said: str) -> list[tuple[str, str, str, str | None, str | None]]:
    (record,) = understand(to_source(_PAPER.format(said).encode()))
    return [(p.from_.lower(), p.to, str(p.beta or p.b), p.effect, p.via) for p in record.paths]


@pytest.mark.parametrize(
    "said",
    [
        "Joy was regressed on crust and salt; both crust (B = 0.41) and salt (B = 0.25) were significant.",
        "In the regression on joy, crust (B = 0.41, p < .001) and salt (B = 0.25, p = .01) were significant.",
        "A regression was run with joy as the dependent variable. Crust (B = 0.41) and salt (B = 0.25) were significant.",
    ],
)
def test_the_outcome_is_named_before_its_predictors(said: str) -> None:
    assert [p[:3] for p in _paths(said)] == [("crust", "joy", "0.41"), ("salt", "joy", "0.25")]


def test_a_chain_in_brackets_says_what_the_effect_runs_through() -> None:
    said = (
        "The serial indirect effect (crust → calm → sleep → joy) was significant (effect = 0.03, 95% CI [0.01, 0.06])."
    )
    assert _paths(said) == [("crust", "joy", "0.03", "indirect", "calm and sleep")]


@pytest.mark.parametrize(
    "said",
    [
        "The total effect of crust on joy (β = .37) consists of a direct (β = .25) and an indirect part (β = .12).",
        "Crust had a direct (β = .25) and an indirect (β = .12) effect on joy.",
    ],
)
def test_sorts_of_effects_are_no_ends(said: str) -> None:
    assert {(start, end) for start, end, *_ in _paths(said)} == {("crust", "joy")}


def test_a_statistic_set_apart_behind_two_groups_is_of_neither() -> None:
    said = "Crust was related to joy in both groups (boys: β = .21; girls: β = .40; C.R. = 3.1)."
    (record,) = understand(to_source(_PAPER.format(said).encode()))
    assert [(p.group, p.beta, p.stat) for p in record.paths] == [("boys", ".21", None), ("girls", ".40", None)]
