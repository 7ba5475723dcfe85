"""Coefficients whose sentence follows no pattern are those of the one hypothesis that the constructs around them fit."""

import pytest

from evidence.read.text import to_source
from evidence.read.understanding import understand

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
