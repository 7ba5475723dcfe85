"""Where evidence comes from: the document, its reader, the respondents, and what else the document says of itself."""

from dataclasses import dataclass, field
from typing import Literal

from evidence.records.printed import Printed
from evidence.records.words import Kind, Level, Number, Span, Text


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
class RequiredSample:
    """The least sample a paper says its model needs: the rule, what was put into it, what came out."""

    method: Literal["ten-times", "inverse-square-root", "g-power"] | None = None
    n: Number = None
    arrows: Number = None  # most paths into one construct, or indicators of a formative one
    beta: Number = None  # the smallest path to be found
    f2: Number = None
    predictors: Number = None
    tested: Number = None  # predictors whose R2 increase is tested; all where not given
    alpha: Number = None
    power: Number = None


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
    field_start: Text = None  # 2021-03-14, or 2021-03
    field_end: Text = None
    required: tuple[RequiredSample, ...] = ()


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
class Reread:
    """A number that was read wrongly at first: what it was taken for, what it is, and the checks that this clears."""

    at: str
    first: str
    second: str
    route: str
    cleared: tuple[str, ...] = ()


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
