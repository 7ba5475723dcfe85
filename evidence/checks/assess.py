"""Runs the catalogue over one report."""

from functools import cache
from typing import Any

from evidence.checks.model import LOUD, Answer, Assessment, Check, Conflict, Finding, Missing, NotEvaluated, Relation
from evidence.checks.repair import Blame, blame
from evidence.checks.sheet import Sheet
from evidence.registry import members

__all__ = ["check", "checks"]

_CUT = "; it holds if the digits were cut off instead of rounded"


@cache
def checks() -> tuple[Check, ...]:
    """Every check of the package, by section and name."""
    found = [c for _, family in members("evidence.checks", "CHECKS") for c in family]
    return tuple(sorted(found, key=lambda c: (c.section, c.id)))


def check(report: dict[str, Any]) -> Assessment:
    """Every check of the catalogue over one report, findings with the likeliest wrong cell first.

    The report is a plain dict in the layout of `evidence-record/1`. Never raises on odd records: a check that
    cannot be evaluated says what is missing.
    """
    sheet = Sheet(report)
    tried: list[tuple[Check, Relation]] = []
    broken: list[tuple[Check, Relation, Conflict]] = []
    missing: list[NotEvaluated] = []
    answers: dict[str, Answer] = {}
    for known in checks():
        answer: Answer = "not applicable"
        for item in known.relations(sheet):
            conflict = None
            if isinstance(item, Relation):
                try:
                    conflict = item.test(*[c.reading for c in item.cells])
                except (ArithmeticError, ValueError) as why:  # odd digits beyond what the formula can take
                    item = Missing(item.at, f"values the formula can take ({why})")
            if isinstance(item, Missing):
                missing.append(NotEvaluated(known.id, item.at, item.what))
                answer = "not evaluated" if answer == "not applicable" else answer
                continue
            tried.append((known, item))
            if conflict is None:
                answer = "ok" if answer != "inconsistent" else answer
                continue
            conflict = _read_as_truncated(item, conflict)
            broken.append((known, item, conflict))
            answer = "inconsistent" if conflict.level in LOUD else "ok" if answer != "inconsistent" else answer
        answers[known.id] = answer
    blames = blame([(r, c) for _, r, c in broken], [r for _, r in tried]) if broken else []
    findings = [_finding(k, r, c, b) for (k, r, c), b in zip(broken, blames, strict=True)]
    evaluated = tuple(k for k, a in answers.items() if a in ("ok", "inconsistent"))
    return Assessment(tuple(findings), evaluated, tuple(missing), answers)


def _read_as_truncated(relation: Relation, conflict: Conflict) -> Conflict:
    """Rule R5: a conflict that vanishes when the digits are read as cut off is a note."""
    if conflict.level not in LOUD:
        return conflict
    try:
        again = relation.test(*[c.truncated for c in relation.cells])
    except (ArithmeticError, ValueError):
        return conflict
    if again is None or again.level not in LOUD:
        return conflict._replace(level="note", message=conflict.message + _CUT)
    return conflict


def _finding(known: Check, relation: Relation, conflict: Conflict, blamed: Blame) -> Finding:
    return Finding(
        check=known.id,
        level=conflict.level,
        at=(relation.at, *dict.fromkeys(c.at for c in relation.cells)),
        blames=blamed.cells,
        message=conflict.message,
        observed=conflict.observed,
        expected=conflict.expected,
        formula=known.formula,
        reference=known.reference,
        candidates=blamed.candidates,
        group=blamed.group,
    )
