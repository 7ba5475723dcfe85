"""The tables: what documents say (document, study, measurement, effect) and what we think of it (judgement)."""

from sqlmodel import SQLModel

from evidence.store.tables.document import Citation, Document, IngestFailure, IngestRun, Reread, SourceSpan, Unread
from evidence.store.tables.effect import Configuration, Correlation, IndirectEffect, PathCoefficient
from evidence.store.tables.judgement import (
    CheckAnswer,
    Construct,
    ConstructAlias,
    ConstructMapping,
    Decision,
    EditorialNotice,
    EditorialStatus,
    Estimate,
    Finding,
    FindingRow,
    NoticeAsked,
    NoticeSource,
)
from evidence.store.tables.measurement import Claim, Equation, FitIndex, Loading, Reliability
from evidence.store.tables.study import ConstructReport, Descriptive, Hypothesis, Model, Sample, Study

metadata = SQLModel.metadata

__all__ = [
    "CheckAnswer",
    "Citation",
    "Claim",
    "Configuration",
    "Construct",
    "ConstructAlias",
    "ConstructMapping",
    "ConstructReport",
    "Correlation",
    "Decision",
    "Descriptive",
    "Document",
    "EditorialNotice",
    "EditorialStatus",
    "Equation",
    "Estimate",
    "Finding",
    "FindingRow",
    "FitIndex",
    "Hypothesis",
    "IndirectEffect",
    "IngestFailure",
    "IngestRun",
    "Loading",
    "Model",
    "NoticeAsked",
    "NoticeSource",
    "PathCoefficient",
    "Reliability",
    "Reread",
    "Sample",
    "SourceSpan",
    "Study",
    "Unread",
    "metadata",
]
