"""What was tested and found: hypotheses, paths, equations, mediated effects, configurations, claims."""

from dataclasses import dataclass, field
from typing import Literal

from evidence.records.printed import Printed
from evidence.records.words import EffectKind, Number, Sign, Text, Verdict


@dataclass(frozen=True)
class Hypothesis:
    """A hypothesis as announced, and what the paper says became of it."""

    label: str
    printed: Text = None
    from_: Text = None
    to: Text = None
    via: Text = None
    moderator: Text = None
    sign: Sign | None = None
    verdict: Verdict | None = None
    statement: Text = None


@dataclass(frozen=True)
class Path:
    """One coefficient from one construct to another, as one table or sentence reports it."""

    from_: str
    to: str
    table: Text = None
    hypothesis: Text = None
    b: Number = None
    beta: Number = None
    printed: Text = None  # the digits on paper where beta was rescaled ("31" on a percent scale)
    se: Number = None
    se_of: Literal["b", "beta", "unknown"] | None = None
    stat_kind: Literal["t", "z", "F", "chi2"] | None = None
    stat: Number = None
    df: Number = None
    p: Number = None
    stars: Text = None
    ci_lo: Number = None
    ci_hi: Number = None
    ci_of: Literal["b", "beta"] | None = None
    ci_kind: Literal["wald", "t", "percentile"] | None = None
    ci_level: Number = None
    sign: Sign | None = None
    verdict: Verdict | None = None
    tails: Literal["two", "one", "unknown"] | None = None
    complete_equation: bool | None = None
    effect: EffectKind = "direct"
    via: Text = None
    group: Text = None
    model: Text = None
    primary: bool = True


@dataclass(frozen=True)
class Structural:
    """One equation: the outcome, its predictors, and how much they explain."""

    outcome: str
    predictors: tuple[str, ...] = ()
    r2: Number = None
    r2_adj: Number = None
    q2: Number = None
    f: Number = None
    f_df1: Number = None
    f_df2: Number = None
    f_p: Number = None
    compared_to: Text = None  # the model of the earlier step that the change is taken from
    r2_change: Number = None
    f_change: Number = None
    f_change_df1: Number = None
    f_change_df2: Number = None
    f_change_p: Number = None
    vif: dict[str, Printed] = field(default_factory=dict)
    tolerance: dict[str, Printed] = field(default_factory=dict)
    f2: dict[str, Printed] = field(default_factory=dict)
    estimator: Text = None
    group: Text = None
    model: Text = None


@dataclass(frozen=True)
class Effect:
    """A mediated effect: its parts, its total, and how the paper reads it."""

    from_: str
    to: str
    via: Text = None
    hypothesis: Text = None
    metric: Text = None
    a: Number = None
    b: Number = None
    se_a: Number = None
    se_b: Number = None
    indirect: Number = None
    direct: Number = None
    direct_p: Number = None
    total: Number = None
    vaf: Number = None
    sobel_z: Number = None
    se: Number = None
    stat: Number = None
    p: Number = None
    ci_lo: Number = None
    ci_hi: Number = None
    ci_level: Number = None
    mediation: Literal["full", "partial", "none"] | None = None
    method: Text = None
    verdict: Verdict | None = None
    printed: dict[str, str] = field(default_factory=dict)  # {"indirect": "26"} where a value was rescaled
    group: Text = None
    model: Text = None


@dataclass(frozen=True)
class Summary:
    """Two groups behind a test."""

    n1: Number = None
    n2: Number = None
    m1: Number = None
    m2: Number = None
    sd1: Number = None
    sd2: Number = None


@dataclass(frozen=True)
class Test:
    """A test statistic that is not a path."""

    __test__ = False  # the name is the paper's word; pytest must not collect it

    kind: Literal["t", "F", "chi2", "r", "z"] | None = None
    stat: Number = None
    df1: Number = None
    df2: Number = None
    p: Number = None
    tails: Literal["two", "one", "unknown"] | None = None
    summary: Summary | None = None


@dataclass(frozen=True)
class Configuration:
    """One sufficient configuration of an fsQCA solution."""

    id: Text = None
    terms: Text = None  # "trust*~risk": conditions joined by *, ~ for absence
    consistency: Number = None
    pri: Number = None
    raw_coverage: Number = None
    unique_coverage: Number = None


@dataclass(frozen=True)
class Calibration:
    """The anchors of one set: where membership is full, half and none."""

    condition: str
    full_in: Number = None
    crossover: Number = None
    full_out: Number = None
    scale_min: Number = None
    scale_max: Number = None


@dataclass(frozen=True)
class Necessity:
    """How necessary one condition, or its absence (`~trust`), is for the outcome."""

    condition: str
    consistency: Number = None
    coverage: Number = None
    ron: Number = None  # relevance of necessity


@dataclass(frozen=True)
class FsQca:
    """An fsQCA solution."""

    outcome: Text = None
    configs: tuple[Configuration, ...] = ()
    solution_consistency: Number = None
    solution_coverage: Number = None
    frequency_cutoff: Number = None
    consistency_cutoff: Number = None
    calibration: tuple[Calibration, ...] = ()
    necessity: tuple[Necessity, ...] = ()


@dataclass(frozen=True)
class Claim:
    """A statement about numbers that can be held against them: a repeated value, or a threshold all should meet."""

    kind: Literal["value", "threshold"]
    value: Number = None
    ref: Text = None
    refs: tuple[str, ...] = ()
    op: Literal["<", "<=", ">", ">=", "="] | None = None
    quote: Text = None
    section: Literal["abstract"] | None = None  # where the text says it, if that matters
