"""What cannot be true: identities of printed numbers, tested with the intervals their digits stand for."""

from evidence.checks.assess import check, checks
from evidence.checks.catalogue import CheckInfo, catalogue, explain
from evidence.checks.model import Assessment, Candidate, Check, Finding, NotEvaluated

__all__ = [
    "Assessment",
    "Candidate",
    "Check",
    "CheckInfo",
    "Finding",
    "NotEvaluated",
    "catalogue",
    "check",
    "checks",
    "explain",
]
