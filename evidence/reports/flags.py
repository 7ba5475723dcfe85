"""Findings as a reviewer lists them: one by one, or counted by study, effect or level."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from evidence.checks import checks
from evidence.errors import UsageError, nearest
from evidence.reports.lists import study_id
from evidence.reports.report import Section
from evidence.store.query import ask

__all__ = ["flags"]

_ONE_BY_ONE = """
SELECT f.level, f.study, f.check_id, f.message, SUBSTR(f.finding_id, 1, 8) AS finding, f.decision, f.decided_by
FROM flag AS f WHERE {} ORDER BY f.rank, f.study, f.check_id, f.message, f.finding_id
"""
_COUNTS = """
    SUM(CASE WHEN f.level = 'critical' THEN 1 ELSE 0 END) AS critical,
    SUM(CASE WHEN f.level = 'error' THEN 1 ELSE 0 END) AS error,
    SUM(CASE WHEN f.level = 'warn' THEN 1 ELSE 0 END) AS warn,
    SUM(CASE WHEN f.level = 'note' THEN 1 ELSE 0 END) AS note,
    SUM(CASE WHEN f.decision IS NOT NULL THEN 1 ELSE 0 END) AS decided
"""
_BY = {
    "study": f"SELECT f.study, {_COUNTS} FROM flag AS f WHERE {{}} GROUP BY f.study ORDER BY f.study",
    "severity": "SELECT f.level, COUNT(*) AS findings, COUNT(DISTINCT f.study_id) AS studies,"
    " COUNT(DISTINCT f.check_id) AS checks, SUM(CASE WHEN f.decision IS NOT NULL THEN 1 ELSE 0 END) AS decided"
    " FROM flag AS f WHERE {} GROUP BY f.level, f.rank ORDER BY f.rank",
    "effect": f"SELECT f.study, e.kind, e.source, e.target, e.printed, e.exclusion AS held_out, {_COUNTS}"
    " FROM flag AS f"
    " JOIN finding_row AS fr ON fr.finding_id = f.finding_id"
    " JOIN effect AS e ON e.study_id = fr.study_id AND e.kind = fr.kind AND e.no = fr.no"
    " WHERE {} GROUP BY f.study, e.study_id, e.kind, e.no, e.source, e.target, e.printed, e.exclusion"
    " ORDER BY f.study, e.kind DESC, e.no",
}
_REMARKS = {"effect": "Findings that speak of no effect (a loading, a fit index, a percentage) are not counted here."}


def flags(
    engine: Engine,
    *,
    study: str | None = None,
    levels: Sequence[str] = (),
    check_id: str | None = None,
    by: str | None = None,
) -> Section:
    """Findings, the gravest first, or how many there are by study, effect or severity."""
    conditions: list[str] = ["1 = 1"]
    values: dict[str, Any] = {}
    if study is not None:
        conditions.append("f.study_id = :study")
        values["study"] = study_id(engine, study)
    if levels:
        names = {f"level{i}": level for i, level in enumerate(levels)}
        conditions.append(f"f.level IN ({', '.join(f':{name}' for name in names)})")
        values |= names
    if check_id is not None:
        _know_check(engine, check_id)
        conditions.append("f.check_id = :check")
        values["check"] = check_id
    asked = _BY[by] if by else _ONE_BY_ONE
    return Section("", ask(engine, asked.format(" AND ".join(conditions)), values), _REMARKS.get(by or "", ""))


def _know_check(engine: Engine, check_id: str) -> None:
    """Refuse the id of a check that neither the program nor a coder has."""
    known = {check.id for check in checks()}
    if check_id not in known:
        known |= {row[0] for row in ask(engine, "SELECT DISTINCT check_id FROM finding").rows}
    if check_id not in known:
        todo = nearest(check_id, sorted(known))
        raise UsageError(f"there is no check '{check_id}'", todo=todo if len(todo) < 200 else "see 'evidence flags'")
