"""The plain lists a reviewer asks for: studies, hypotheses, flags, questions and views."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from evidence.errors import UsageError, nearest
from evidence.reports.report import Section, reports
from evidence.store.query import Answer, ask, refuse_writing
from evidence.store.questions import answer, questions
from evidence.store.tables import metadata
from evidence.store.views import view_files

__all__ = ["asked", "catalogue", "hypotheses", "questions_and_views", "studies", "study_id"]


def study_id(engine: Engine, name: str) -> int:
    """The study a label, the beginning of one, or a DOI names; refuses what names none or several."""
    found = ask(
        engine,
        "SELECT study_id, study FROM study_summary"
        " WHERE LOWER(study) = :name OR LOWER(doi) = :name OR SUBSTR(study, 1, :length) = :name ORDER BY study",
        {"name": name.lower(), "length": len(name)},
    ).rows
    exact = [row for row in found if row[1] == name.lower()] or list(found)
    if len(exact) == 1:
        return int(exact[0][0])
    labels = [row[0] for row in ask(engine, "SELECT study FROM study_summary ORDER BY study").rows]
    if not exact:
        todo = nearest(name, labels) if labels else "ingest something first"
        raise UsageError(f"there is no study '{name}'", todo=todo)
    raise UsageError(f"'{name}' is the beginning of several studies", todo=", ".join(row[1] for row in exact[:5]))


def studies(engine: Engine) -> Section:
    """One line per study."""
    found = ask(
        engine,
        "SELECT study, year, n, editorial_status, paths, supported, critical, errors, warnings,"
        " hypotheses, not_supported, constructs, correlations, unread, kind, title FROM study_summary ORDER BY study",
    )
    return Section("", found)


def hypotheses(
    engine: Engine, *, study: str | None = None, construct: str | None = None, verdict: str | None = None
) -> Section:
    """Hypotheses with their verdicts and the coefficients they rest on."""
    conditions: list[str] = ["1 = 1"]
    values: dict[str, Any] = {}
    if study is not None:
        conditions.append("study_id = :study")
        values["study"] = study_id(engine, study)
    if construct:
        contained = construct.lower().replace("!", "!!").replace("%", "!%").replace("_", "!_")
        conditions.append("(LOWER(source) LIKE :construct ESCAPE '!' OR LOWER(target) LIKE :construct ESCAPE '!')")
        values["construct"] = f"%{contained}%"
    if verdict:
        conditions.append("verdict = :verdict")
        values["verdict"] = verdict
    found = ask(
        engine,
        "SELECT study, hypothesis, source, target, verdict, coefficient, stars, p, stat, sign, via, scale,"
        f" editorial_status FROM hypothesis_ledger WHERE {' AND '.join(conditions)}"
        " ORDER BY study, hypothesis_no, path_no",
        values,
    )
    return Section("", found)


def asked(
    engine: Engine, sql: str | None, named: str | None, values: Mapping[str, Any], *, rows: int, seconds: float
) -> Section:
    """The answer to a query as typed, or to a worked question."""
    if named is not None:
        return Section("", answer(engine, named, values, rows=rows, seconds=seconds))
    refuse_writing(sql or "")
    return Section("", ask(engine, sql or "", values, rows=rows, seconds=seconds, translate=False))


def questions_and_views() -> list[Section]:
    """The worked questions with their parameters, the views with what a row is, the tables."""
    asked_ = [(q.name, q.title, ", ".join(f"{k}={v}" for k, v in q.parameters.items())) for q in questions()]
    views = [(v.name, v.title, v.grain) for v in sorted(view_files(), key=lambda v: v.name)]
    tables = [(name,) for name in sorted(metadata.tables)]
    return [
        Section("Worked questions (--named NAME)", Answer(("question", "asks", "parameters"), tuple(asked_))),
        Section("Views", Answer(("view", "title", "a row is"), tuple(views))),
        Section("Tables (described in schema/dictionary.md)", Answer(("table",), tuple(tables))),
    ]


def catalogue() -> Section:
    """The reports there are."""
    rows = tuple((r.name, r.argument, r.title) for r in sorted(reports().values(), key=lambda r: r.name))
    return Section("", Answer(("report", "argument", "shows"), rows))
