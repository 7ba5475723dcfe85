"""The whole database on a page: what it holds, what may be pooled, what is flagged, what the literature disputes."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from evidence.reports.report import Report, Section
from evidence.store.query import Answer, ask

_FLAGGED = """
SELECT level, COUNT(*) AS findings, COUNT(DISTINCT study_id) AS studies, COUNT(DISTINCT check_id) AS checks
FROM flag WHERE level <> 'note' GROUP BY level, rank ORDER BY rank
"""
_GRAVEST = """
SELECT level, study, check_id, message FROM flag WHERE rank <= :rank AND decision IS NULL
ORDER BY rank, study, check_id, message
"""
_EXCLUDED = """
SELECT exclusion AS reason, COUNT(*) AS effects, COUNT(DISTINCT study_id) AS studies
FROM excluded_effect GROUP BY exclusion ORDER BY effects DESC, reason
"""
_CLAIMS = """
WITH named AS MATERIALIZED (SELECT study_id, no, construct FROM mapped_construct)
SELECT f.construct AS source, t.construct AS target, COUNT(DISTINCT h.study_id) AS studies,
    SUM(CASE WHEN h.verdict = 'supported' THEN 1 ELSE 0 END) AS supported,
    SUM(CASE WHEN h.verdict = 'not supported' THEN 1 ELSE 0 END) AS not_supported
FROM hypothesis AS h
JOIN named AS f ON f.study_id = h.study_id AND f.no = h.from_no
JOIN named AS t ON t.study_id = h.study_id AND t.no = h.to_no
GROUP BY f.construct, t.construct
HAVING COUNT(DISTINCT h.study_id) > 1
    OR (SUM(CASE WHEN h.verdict = 'supported' THEN 1 ELSE 0 END) > 0
        AND SUM(CASE WHEN h.verdict = 'not supported' THEN 1 ELSE 0 END) > 0)
ORDER BY studies DESC, source, target
"""
_SHARED = """
SELECT construct, COUNT(DISTINCT study_id) AS studies, MIN(reported) AS reported_as,
    CASE WHEN MIN(reported) <> MAX(reported) THEN MAX(reported) END AS also_as
FROM mapped_construct GROUP BY construct HAVING COUNT(DISTINCT study_id) > 1 ORDER BY studies DESC, construct
"""


def make(engine: Engine, _wanted: Mapping[str, Any]) -> list[Section]:
    """The sections of the summary."""
    return [
        Section("Evidence summary", remark=_opening(engine)),
        Section("Studies", _studies(engine)),
        Section(
            "Effects by estimand",
            ask(
                engine,
                "SELECT estimand, COUNT(*) AS printed, SUM(CASE WHEN exclusion IS NULL THEN 1 ELSE 0 END) AS usable,"
                " COUNT(DISTINCT study_id) AS studies FROM effect GROUP BY estimand ORDER BY printed DESC, estimand",
            ),
            "Unlike estimands are never pooled together.",
        ),
        Section("Held out of pooling", ask(engine, _EXCLUDED), "Kept and shown, with the reason; not deleted."),
        Section("Flags above note", ask(engine, _FLAGGED), "About printed numbers, not about persons."),
        *_gravest(engine),
        Section("Claims tested in several studies, or disputed", ask(engine, _CLAIMS)),
        Section("Constructs that several studies measure", ask(engine, _SHARED)),
        Section("What waits for a person", _waiting(engine)),
    ]


def _opening(engine: Engine) -> str:
    counts = {
        name: ask(engine, f"SELECT COUNT(*) FROM {name}").rows[0][0]
        for name in ("document", "study", "source_span", "construct_report", "hypothesis")
    }
    people = ask(engine, "SELECT SUM(n_value) FROM sample WHERE no = 0").rows[0][0] or 0
    as_of = ask(engine, "SELECT MIN(as_of) FROM editorial_status").rows[0][0]
    status = f"Editorial status as of {as_of}." if as_of else "Editorial status has not been asked for."
    return (
        f"{counts['document']} documents, {counts['study']} studies, {people:.0f} respondents,"
        f" {counts['construct_report']} constructs as reported, {counts['hypothesis']} hypotheses,"
        f" {counts['source_span']} printed numbers, each with its place. {status}"
    )


def _studies(engine: Engine) -> Answer:
    return ask(
        engine,
        "SELECT study, n, hypotheses AS hyp, supported AS yes, not_supported AS no, paths,"
        " critical + errors AS flags, editorial_status AS status FROM study_summary ORDER BY study",
    )


def _gravest(engine: Engine) -> list[Section]:
    """The critical findings; where there are none, the errors."""
    for rank, title in ((1, "Critical findings"), (2, "Errors")):
        found = ask(engine, _GRAVEST, {"rank": rank}, rows=25)
        if found.rows:
            columns = ("study", "check", "finding")
            rows = tuple(row[1:] for row in found.rows)
            return [Section(title, Answer(columns, rows, found.truncated), "All of them: evidence flags")]
    return []


def _waiting(engine: Engine) -> Answer:
    rows = (
        (
            "numbers read with low confidence, or not at all",
            ask(engine, "SELECT COUNT(*) FROM waiting_review").rows[0][0],
        ),
        (
            "reported constructs without a place in the vocabulary",
            ask(engine, "SELECT COUNT(*) FROM mapped_construct WHERE construct_id IS NULL").rows[0][0],
        ),
        (
            "checks that could not be evaluated for want of a printed number",
            ask(engine, "SELECT COUNT(*) FROM check_answer WHERE answer = 'not evaluated'").rows[0][0],
        ),
    )
    return Answer(("what", "how many"), rows)


REPORT = Report("summary", "The whole database on a page", make)
