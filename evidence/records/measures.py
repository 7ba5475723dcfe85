"""How well things were measured: scales, loadings, reliability, correlations, fit."""

from dataclasses import dataclass, field
from typing import Literal

from evidence.records.printed import Printed
from evidence.records.words import Number, Span, Text


@dataclass(frozen=True)
class Descriptive:
    """Mean and standard deviation of a scale."""

    name: str
    items: Number = None
    n: Number = None
    scale_min: Number = None
    scale_max: Number = None
    integer_items: bool | None = None
    mean: Number = None
    sd: Number = None
    se: Number = None  # of the mean
    skew: Number = None
    kurtosis: Number = None
    group: Text = None


@dataclass(frozen=True)
class Binary:
    """Mean and standard deviation of a yes-or-no variable."""

    name: str
    mean: Number = None
    sd: Number = None


@dataclass(frozen=True)
class Loading:
    """One indicator of a construct."""

    item: str
    loading: Number = None
    r2: Number = None
    b: Number = None
    se: Number = None
    z: Number = None
    p: Number = None
    stars: Text = None
    mean: Number = None
    sd: Number = None
    skew: Number = None
    kurtosis: Number = None
    cross: dict[str, Printed] = field(default_factory=dict)  # on other constructs: {"risk": ".31"}


@dataclass(frozen=True)
class Construct:
    """A construct as reported: its names, its items, its reliability."""

    name: str
    abbreviation: Text = None
    aliases: tuple[str, ...] = ()
    role: Literal["exogenous", "mediator", "endogenous", "moderator", "control", "composite"] | None = None
    canonical: Text = None  # the coder's place for it in the shared vocabulary
    definition_at: Span | None = None
    items: Number = None
    loadings: tuple[Loading, ...] = ()
    loading_kind: Literal["exploratory", "confirmatory"] | None = None  # exploratory ones give no AVE and no CR
    alpha: Number = None
    alpha_kind: Literal["raw", "standardised"] | None = None
    mean_r: Number = None
    rho_a: Number = None
    cr: Number = None
    ave: Number = None
    group: Text = None
    model: Text = None


@dataclass(frozen=True)
class Measurement:
    """What the paper says of all its scales together."""

    alpha: Number = None
    kmo: Number = None
    bartlett_p: Number = None
    factors: Number = None
    variance_explained: Number = None
    items: Number = None
    harman_pct: Number = None  # variance of the first unrotated factor of all items
    thresholds: dict[str, Printed] = field(default_factory=dict)  # the paper's own: {"harman_pct": "<50%"}


@dataclass(frozen=True)
class Matrix:
    """A lower triangle with its diagonal (correlations), or without (HTMT)."""

    names: tuple[str, ...] = ()
    lower: tuple[tuple[Printed | None, ...], ...] = ()
    kind: Literal["latent-same-model", "pls-scores", "observed-same-variables", "observed"] | None = None
    diagonal: Literal["one", "sqrt_ave", "ave", "none"] | None = None
    n: Number = None
    p: tuple[tuple[Printed | None, ...], ...] = ()  # cell by cell, as `lower`
    stars: tuple[tuple[Text, ...], ...] = ()  # "" is a cell printed without stars
    table: Text = None
    group: Text = None
    model: Text = None


@dataclass(frozen=True)
class Fit:
    """Global fit of one model; every index of a row belongs to the same estimation."""

    label: Text = None
    kind: Literal["standard", "scaled", "robust"] | None = None
    n: Number = None
    groups: Number = None
    group_n: tuple[Printed, ...] = ()
    chi2: Number = None
    df: Number = None
    p: Number = None
    chi2_df: Number = None
    baseline_chi2: Number = None
    baseline_df: Number = None
    baseline_model: Text = None
    rmsea: Number = None
    rmsea_lo: Number = None
    rmsea_hi: Number = None
    pclose: Number = None
    cfi: Number = None
    tli: Number = None
    nfi: Number = None
    ifi: Number = None
    rfi: Number = None
    gfi: Number = None
    agfi: Number = None
    pgfi: Number = None
    pnfi: Number = None
    pcfi: Number = None
    srmr: Number = None
    rmr: Number = None
    aic: Number = None
    bic: Number = None
    gof: Number = None
    d_uls: Number = None
    d_g: Number = None
    rms_theta: Number = None
    compared_to: Text = None  # the label of the row that the differences are taken from
    delta: dict[str, Printed] = field(default_factory=dict)  # differences to it: chi2, df, p, cfi
    indicators: Number = None
    free_parameters: Number = None
    factors: Number = None
    model_kind: Literal["cfa-simple"] | None = None
    mean_structure: Literal["yes", "no"] | None = None
    rmsea_n: Literal["N", "N-1"] | None = None
    thresholds: dict[str, Printed] = field(default_factory=dict)  # the paper's own: {"cfi": ">.90"}
    model: Text = None
    group: Text = None
    primary: bool = True
