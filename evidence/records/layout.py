"""The layout of a record: frozen dataclasses, one per thing a paper reports.

Field names are those of the JSON; `from` is a Python keyword, so it is `from_` here. Every number is `Printed`.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from evidence.records.contrasts import ConditionalEffect, Difference, Importance, Moderation, PredictiveTest
from evidence.records.measures import Binary, Construct, Descriptive, Fit, Loading, Matrix, Measurement
from evidence.records.results import (
    Calibration,
    Claim,
    Configuration,
    Effect,
    FsQca,
    Hypothesis,
    Necessity,
    Path,
    Structural,
    Summary,
    Test,
)
from evidence.records.source import (
    CodedFinding,
    Conventions,
    Document,
    Reader,
    Reference,
    RequiredSample,
    Reread,
    Retraction,
    Sample,
    SampleCell,
    SampleGroup,
    Subsample,
    TableCell,
    Unread,
)
from evidence.records.words import EffectKind, Kind, Level, Number, Sign, Span, Text, Verdict

__all__ = [
    "SCHEMA",
    "Binary",
    "Calibration",
    "Claim",
    "CodedFinding",
    "ConditionalEffect",
    "Configuration",
    "Construct",
    "Conventions",
    "Descriptive",
    "Difference",
    "Document",
    "Effect",
    "EffectKind",
    "Fit",
    "FsQca",
    "Hypothesis",
    "Importance",
    "Kind",
    "Level",
    "Loading",
    "Matrix",
    "Measurement",
    "Moderation",
    "Necessity",
    "Number",
    "Path",
    "PredictiveTest",
    "Reader",
    "Record",
    "Reference",
    "RequiredSample",
    "Reread",
    "Retraction",
    "Sample",
    "SampleCell",
    "SampleGroup",
    "Sign",
    "Span",
    "Structural",
    "Subsample",
    "Summary",
    "TableCell",
    "Test",
    "Text",
    "Unread",
    "Verdict",
]

SCHEMA = "evidence-record/1"


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
    moderation: tuple[Moderation, ...] = ()
    differences: tuple[Difference, ...] = ()
    ipma: tuple[Importance, ...] = ()
    cvpat: tuple[PredictiveTest, ...] = ()
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
    reread: tuple[Reread, ...] = ()
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
