"""What waits for a person, what persons decided, and the judgement of a study with who decided what."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Engine

from evidence.reports import findings as sections
from evidence.reports.lists import study_id
from evidence.reports.report import Section
from evidence.store.decisions import Decided
from evidence.store.query import Answer, ask

__all__ = ["ID", "decided", "history", "judgement", "waiting"]

ID = 8  # signs of a finding's id that are shown; enough to name it among millions

_VALUES = """
SELECT st.label AS study, w.what, w.subject, w.detail, w.confidence, w.page
FROM waiting_review AS w JOIN study AS st ON st.id = w.study_id WHERE {} ORDER BY st.label, w.what, w.no
"""
_FINDINGS = """
SELECT study, level, SUBSTR(finding_id, 1, 8) AS finding, check_id, message, decision
FROM flag WHERE rank <= 3 AND COALESCE(decision, 'disputed') = 'disputed' AND {}
ORDER BY rank, study, check_id, message, finding_id
"""
_REREAD = """
SELECT st.label AS study, r.pointer AS subject, r.first_reading, r.second_reading, r.route AS by_route,
    r.cleared AS finding_it_clears
FROM reread AS r JOIN study AS st ON st.id = r.study_id
WHERE {} AND NOT EXISTS (SELECT 1 FROM decision AS de WHERE de.study_id = r.study_id AND de.pointer = r.pointer)
ORDER BY st.label, r.no
"""
_HISTORY = """
SELECT st.label AS study, COALESCE(de.pointer, SUBSTR(de.finding_id, 1, 8)) AS subject, de.kind AS decision,
    de.value AS corrected, de.coder, SUBSTR(de.decided_at, 1, 10) AS on_day,
    CASE
        WHEN sp.no IS NULL AND fi.id IS NULL AND COALESCE(de.pointer, '') NOT LIKE '/unread/%'
            THEN 'its subject is not in the database now'
        WHEN cd.id IS NULL THEN 'replaced by this person'
        ELSE 'stands'
    END AS now,
    de.reason, COALESCE(sp.printed, fi.message) AS about, de.decided_at, de.id
FROM decision AS de
LEFT JOIN study AS st ON st.id = de.study_id
LEFT JOIN source_span AS sp ON sp.study_id = de.study_id AND sp.pointer = de.pointer
LEFT JOIN finding AS fi ON fi.id = de.finding_id
LEFT JOIN current_decision AS cd ON cd.id = de.id
WHERE {} ORDER BY de.decided_at, de.id
"""


def waiting(engine: Engine, study: str | None = None) -> list[Section]:
    """Doubtful readings, things not read, numbers a second reading repaired, findings nobody has decided about."""
    which, key = _which(engine, study)
    values = ask(engine, _VALUES.format(which.replace("study_id", "w.study_id")), key)
    found = ask(engine, _FINDINGS.format(which), key)
    again = ask(engine, _REREAD.format(which.replace("study_id", "r.study_id")), key)
    numbers = "Then: evidence review accept, correct or reject STUDY SUBJECT --reason TEXT --coder NAME"
    findings = "Then: evidence review confirm, dismiss or explain FINDING --reason TEXT --coder NAME"
    repaired = [Section("Read again: our reading errors, repaired", again, numbers)] if again.rows else []
    return [
        Section("Numbers read with low confidence, and things not read", values, numbers if values.rows else ""),
        *repaired,
        Section("Findings without a decision", found, findings if found.rows else ""),
    ]


def history(engine: Engine, study: str | None = None) -> Section:
    """Every decision in its order: who, when, what, why, and whether it stands."""
    which, key = _which(engine, study)
    return Section("", ask(engine, _HISTORY.format(which.replace("study_id", "de.study_id")), key))


def _which(engine: Engine, study: str | None) -> tuple[str, dict[str, Any]]:
    return ("1 = 1", {}) if study is None else ("study_id = :study", {"study": study_id(engine, study)})


def decided(made: list[Decided]) -> Section:
    """What was decided just now, beside what is printed."""
    rows = tuple((d.subject, d.printed, d.kind, d.value, "recorded" if d.new else "said before") for d in made)
    return Section("", Answer(("subject", "printed", "decision", "corrected", "what happened"), rows))


# -- judgement ---------------------------------------------------------------------------------------------------


def judgement(engine: Engine, study: int) -> Section:
    """A study in the domains of INSPECT-SR, the findings behind each, and who has decided about them; never a score.

    Findings that every reader dismissed do not count. The overall judgement is that of the worst domain.
    """
    from evidence.checks.model import Finding

    found = ask(
        engine,
        "SELECT level, check_id, message, subject, decision, decided_by FROM flag WHERE study_id = :study"
        " ORDER BY rank, check_id, message, finding_id",
        {"study": study},
    ).records()
    counted = [f for f in found if f["decision"] != "dismissed"]
    at = [tuple(json.loads(f["subject"] or "[]")) for f in counted]
    as_findings = [
        Finding(f["check_id"], f["level"], cells, (), f["message"], "", "", "", "", group=cause)
        for f, cells, cause in zip(counted, at, _causes([cells[1:] for cells in at]), strict=True)
    ]
    decided_by = {i: f["decided_by"] for i, f in enumerate(counted)}
    section = sections.judgement(as_findings, decided_by, _notices(engine, study))
    left_out = len(found) - len(counted)
    said = f" {left_out} findings, dismissed by their readers, are left out." if left_out else ""
    return replace(section, remark=section.remark + said)


def _causes(cells: Sequence[Sequence[str]]) -> list[int]:
    """The number of the cause of each finding: findings that share a printed cell have one (rule R6)."""
    cause: dict[str, int] = {}
    numbers = list(range(1, len(cells) + 1))
    for i, at in enumerate(cells):
        joined = {numbers[cause[cell]] for cell in at if cell in cause} | {numbers[i]}
        numbers = [min(joined) if number in joined else number for number in numbers]
        for cell in at:
            cause.setdefault(cell, i)
    return numbers


_NOTICED = {
    "exclude": "serious concerns", "hold": "serious concerns", "not-evidence": "serious concerns",
    "sensitivity": "some concerns", "keep-check-correction": "some concerns", "keep-check-history": "some concerns",
}  # fmt: skip


def _notices(engine: Engine, study: int) -> list[tuple[Any, ...]]:
    """Post-publication notices, the first domain; nothing where the status has not been asked for."""
    rows = ask(engine, "SELECT use, words FROM editorial_status WHERE study_id = :study", {"study": study}).rows
    return [("post-publication notices", _NOTICED.get(use, "no concerns"), None, words, None) for use, words in rows]
