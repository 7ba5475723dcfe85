"""How an effect varies, and what else is said of it: moderation, groups, importance, prediction."""

from dataclasses import dataclass
from typing import Literal

from evidence.records.words import Number, Text, Verdict


@dataclass(frozen=True)
class ConditionalEffect:
    """An effect at one value of the moderator."""

    at: Text = None  # "low", "-1 SD", "women"
    w: Number = None  # the value of the moderator, in the unit of the coefficients
    effect: Number = None
    se: Number = None
    stat: Number = None
    p: Number = None
    ci_lo: Number = None
    ci_hi: Number = None


@dataclass(frozen=True)
class Moderation:
    """An effect that depends on a moderator: simple slopes, or with `via` conditional indirect effects."""

    from_: str
    to: str
    moderator: Text = None
    via: Text = None
    hypothesis: Text = None
    metric: Text = None
    main: Number = None  # the moderated path where the moderator is 0
    interaction: Number = None
    other: Number = None  # the path of the indirect effect that is not moderated
    index: Number = None  # of moderated mediation
    index_se: Number = None
    index_ci_lo: Number = None
    index_ci_hi: Number = None
    levels: tuple[ConditionalEffect, ...] = ()
    group: Text = None
    model: Text = None


@dataclass(frozen=True)
class Difference:
    """The same path in two groups."""

    from_: str
    to: str
    hypothesis: Text = None
    group1: Text = None
    group2: Text = None
    method: Literal["parametric", "welch", "permutation", "bootstrap"] | None = None
    n1: Number = None
    n2: Number = None
    beta1: Number = None
    beta2: Number = None
    se1: Number = None
    se2: Number = None
    difference: Number = None
    stat: Number = None
    df: Number = None
    p: Number = None
    tails: Literal["two", "one", "unknown"] | None = None
    verdict: Verdict | None = None
    model: Text = None


@dataclass(frozen=True)
class Importance:
    """A construct on an importance-performance map."""

    construct: str
    target: Text = None
    importance: Number = None  # its total effect on the target
    performance: Number = None  # its mean score on a scale from 0 to 100


@dataclass(frozen=True)
class PredictiveTest:
    """The loss of a PLS model against that of a benchmark (CVPAT)."""

    construct: str
    benchmark: Text = None  # "indicator average", "linear model"
    loss: Number = None
    loss_benchmark: Number = None
    difference: Number = None
    stat: Number = None
    p: Number = None
