"""The layout of a record: frozen dataclasses, one per thing a paper reports.

Field names are those of the JSON; `from` is a Python keyword, so it is `from_` here. Every number is `Printed`.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from evidence.records.printed import Printed

SCHEMA = "evidence-record/1"

Number = Printed | None
Text = str | None
Span = tuple[int, int]
Kind = Literal["empirical", "conceptual", "notice"]
Verdict = Literal["supported", "not supported", "partially supported"]
Sign = Literal["+", "-"]
EffectKind = Literal["direct", "indirect", "total", "interaction", "covariance"]
Level = Literal["critical", "error", "warn", "note"]


@dataclass(frozen=True)
class Document:
    """The file the evidence comes from and the work it holds."""

    file: str = ""
    sha256: str = ""
    media_type: Text = None
    kind: Kind = "empirical"
    title: Text = None
    authors: tuple[str, ...] = ()
    year: Text = None
    venue: Text = None
    doi: Text = None
    pmid: Text = None
    article_id: Text = None
    language: Text = None
    keywords: tuple[str, ...] = ()
    dates: dict[str, str] = field(default_factory=dict)  # received, revised, accepted, published


@dataclass(frozen=True)
class Reader:
    """Who turned the document into this record: a reader and its version, or a person (`coded`)."""

    name: str = "coded"
    version: str = "1"
    coder: Text = None


@dataclass(frozen=True)
class Conventions:
    """What the paper says about its own reporting."""

    decimals: int | None = None
    alpha: Number = None
    tails: Literal["two", "one", "unknown"] | None = None
    ci_level: Number = None
    software: Text = None
    estimator: Text = None
    abs_stat: bool | None = None
    bootstrap: Number = None
    star_legend: dict[str, Printed] = field(default_factory=dict)  # {"***": ".001"}
    scale_points: Number = None


@dataclass(frozen=True)
class SampleCell:
    """One category of a demographic table."""

    label: str
    count: Number = None
    percent: Number = None


@dataclass(frozen=True)
class SampleGroup:
    """One variable of a demographic table, its cells, and their total where it is not n."""

    variable: str
    cells: tuple[SampleCell, ...] = ()
    total: Number = None


@dataclass(frozen=True)
class Subsample:
    """A group that is analysed on its own (multi-group model, second study)."""

    label: str
    n: Number = None


@dataclass(frozen=True)
class Sample:
    """Who answered: the number that was analysed, and how it came about."""

    n: Number = None
    distributed: Number = None
    collected: Number = None
    valid: Number = None
    valid_rate_pct: Number = None
    groups: tuple[SampleGroup, ...] = ()
    subsamples: tuple[Subsample, ...] = ()
    design: Text = None
    population: Text = None
    country: Text = None
    sampling: Text = None
    field_period: Text = None


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


@dataclass(frozen=True)
class Matrix:
    """A lower triangle with its diagonal (correlations), or without (HTMT)."""

    names: tuple[str, ...] = ()
    lower: tuple[tuple[Printed | None, ...], ...] = ()
    kind: Literal["latent-same-model", "pls-scores", "observed-same-variables", "observed"] | None = None
    diagonal: Literal["one", "sqrt_ave", "ave", "none"] | None = None
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
    vif: dict[str, Printed] = field(default_factory=dict)
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
class FsQca:
    """An fsQCA solution."""

    outcome: Text = None
    configs: tuple[Configuration, ...] = ()
    solution_consistency: Number = None
    solution_coverage: Number = None
    frequency_cutoff: Number = None
    consistency_cutoff: Number = None


@dataclass(frozen=True)
class Claim:
    """A statement about numbers that can be held against them: a repeated value, or a threshold all should meet."""

    kind: Literal["value", "threshold"]
    value: Number = None
    ref: Text = None
    refs: tuple[str, ...] = ()
    op: Literal["<", "<=", ">", ">=", "="] | None = None
    quote: Text = None


@dataclass(frozen=True)
class Retraction:
    """An editorial notice that the document itself carries."""

    nature: Literal["retraction", "correction", "expression of concern", "reinstatement", "withdrawal", "removal"]
    date: Text = None
    reason: Text = None
    notice_doi: Text = None
    of: Text = None  # DOI or title of the work it is about
    publisher: Text = None


@dataclass(frozen=True)
class Reference:
    """An entry of the reference list."""

    label: Text = None
    text_at: Span | None = None
    doi: Text = None
    title: Text = None
    year: Text = None


@dataclass(frozen=True)
class Unread:
    """Something that looks relevant and could not be read."""

    what: str
    why: str
    at: Span | None = None
    page: int | None = None


@dataclass(frozen=True)
class CodedFinding:
    """What only a person can see, with the coder's reasoning in the coder's words."""

    check: str
    level: Level
    message: str
    at: tuple[str, ...] = ()
    at_text: tuple[Span, ...] = ()
    coder: Text = None


@dataclass(frozen=True)
class TableCell:
    """A place in a table, for documents whose numbers have no character offsets.

    Rows and columns are counted from 1 below and beside the headers; column 0 is the whole row.
    """

    table: str
    row: int
    column: int


@dataclass(frozen=True)
class Record:
    """One document's evidence, `evidence-record/1`.

    `spans`, `cells` and `pages` say where each number was printed, by JSON pointer into this record; a pointer
    without a place of its own has that of the nearest pointer above it. `text` is what the reader read; it is
    an attribute for the scorers and the reviewer, not part of the JSON.
    """

    schema: Literal["evidence-record/1"] = "evidence-record/1"
    document: Document = field(default_factory=Document)
    reader: Reader = field(default_factory=Reader)
    conventions: Conventions = field(default_factory=Conventions)
    sample: Sample = field(default_factory=Sample)
    descriptives: tuple[Descriptive, ...] = ()
    binary: tuple[Binary, ...] = ()
    constructs: tuple[Construct, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    paths: tuple[Path, ...] = ()
    correlations: tuple[Matrix, ...] = ()
    htmt: Matrix | None = None
    fit: tuple[Fit, ...] = ()
    structural: tuple[Structural, ...] = ()
    effects: tuple[Effect, ...] = ()
    tests: tuple[Test, ...] = ()
    fsqca: tuple[FsQca, ...] = ()
    claims: tuple[Claim, ...] = ()
    retraction: Retraction | None = None
    references: tuple[Reference, ...] = ()
    findings: tuple[CodedFinding, ...] = ()
    measurement: Measurement | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    cells: dict[str, TableCell] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    text: str = field(default="", repr=False, compare=False, metadata={"json": False})

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON values; what was not printed is left out."""
        from evidence.records.codec import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Record":
        """A record from JSON values; refuses unknown fields and words outside the vocabulary by name."""
        from evidence.records.codec import from_dict

        return from_dict(data)
