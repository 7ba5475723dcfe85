"""Runs the catalogue over one report."""

import re
from functools import cache
from typing import Any

from evidence.checks.model import LOUD, Answer, Assessment, Check, Conflict, Finding, Missing, NotEvaluated, Relation
from evidence.checks.repair import Blame, blame
from evidence.checks.sheet import Sheet
from evidence.registry import members

__all__ = ["check", "checks"]

_CUT = "; it holds if the digits were cut off instead of rounded"
_NOT_CUT = "; it would hold for digits cut off, but those of {} are rounded"

Broken = tuple[Check, Relation, Conflict]


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
    broken: list[Broken] = []
    missing: list[NotEvaluated] = []
    answers: dict[str, Answer] = {}
    for known in checks():
        answer: Answer = "not applicable"
        for item in known.relations(sheet):
            conflict = None
            if isinstance(item, Relation):
                try:
                    conflict = item.test(*[c.reading for c in item.cells])
                except (ArithmeticError, ValueError):  # odd digits beyond what the formula can take
                    item = Missing(item.at, "digits within the range of the formula")
            if isinstance(item, Missing):
                missing.append(NotEvaluated(known.id, item.at, item.what))
                answer = "not evaluated" if answer == "not applicable" else answer
                continue
            tried.append((known, item))
            if conflict is None:
                answer = "ok"
                continue
            broken.append((known, item, conflict))
            answer = "ok"  # until its level is known
        answers[known.id] = answer
    broken = _read_as_truncated(broken, tried)
    for known, _, conflict in broken:
        if conflict.level in LOUD:
            answers[known.id] = "inconsistent"
    blames = blame([(r, c) for _, r, c in broken], [r for _, r in tried]) if broken else []
    findings = [_finding(k, r, _about(sheet, r, c), b) for (k, r, c), b in zip(broken, blames, strict=True)]
    evaluated = tuple(k for k, a in answers.items() if a in ("ok", "inconsistent"))
    return Assessment(tuple(findings), evaluated, tuple(missing), answers)


def _read_as_truncated(broken: list[Broken], tried: list[tuple[Check, Relation]]) -> list[Broken]:
    """Rule R5: a conflict that vanishes when the digits are read as cut off is a note.

    Unless the report rules that reading out (rule R3): another of its identities holds for rounded digits and fails for
    digits that were cut off. Then neither reading satisfies all of them: a warning, as one value alone may be cut off.
    """
    spared = [r for _, r, c in broken if c.level in LOUD and not _fails_truncated(r)]
    if not spared:
        return broken
    wrong = {id(relation) for _, relation, _ in broken}
    rounded = next((r for _, r in tried if r.witness and id(r) not in wrong and _fails_truncated(r)), None)
    cut = {id(r) for r in spared}
    read = []
    for known, relation, conflict in broken:
        if id(relation) in cut and rounded is None:
            conflict = conflict._replace(level="note", message=conflict.message + _CUT)
        elif id(relation) in cut and rounded is not None:
            conflict = conflict._replace(level="warn", message=conflict.message + _NOT_CUT.format(rounded.at or "/"))
        read.append((known, relation, conflict))
    return read


def _fails_truncated(relation: Relation) -> bool:
    try:
        again = relation.test(*[c.truncated for c in relation.cells])
    except (ArithmeticError, ValueError):
        return False
    return again is not None and again.level in LOUD


def _about(sheet: Sheet, relation: Relation, conflict: Conflict) -> Conflict:
    """The message with the item, construct or path it is about, so that two of a kind read differently."""
    name = sheet.named(relation.at)
    known = (rf"(?<!\w){re.escape(part)}(?!\w)" for part in name.split(" -> "))
    if not name or any(re.search(part, conflict.message, re.IGNORECASE) for part in known):
        return conflict
    return conflict._replace(message=f"{name}: {conflict.message}")


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
