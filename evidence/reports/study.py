"""One study on a page: identity, sample, constructs, hypotheses, coefficients with their places, fit, flags."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from evidence.reports.lists import study_id
from evidence.reports.report import Report, Section
from evidence.reports.review import judgement
from evidence.store.query import Answer, ask

_PATHS = """
SELECT e.source, e.target, e.printed AS coefficient, p.stat, e.p, e.stars,
    COALESCE(
        sp.table_label || ' row ' || CAST(sp.table_row AS TEXT),
        'page ' || CAST(sp.page AS TEXT),
        'characters ' || CAST(sp.char_start AS TEXT) || '-' || CAST(sp.char_end AS TEXT)
    ) AS place,
    e.correction, CASE WHEN e.correction LIKE 'corrected%' THEN e.value END AS corrected,
    e.exclusion AS not_pooled_because, e.estimand, e.hypothesis, NULLIF(e.sample, 'all') AS sample,
    NULLIF(e.model, 'all') AS model
FROM effect AS e
JOIN path_coefficient AS p ON p.study_id = e.study_id AND p.no = e.no
JOIN source_span AS sp ON sp.study_id = e.study_id AND sp.no = e.span_no
WHERE e.study_id = :study AND e.kind = 'path' ORDER BY e.no
"""
_MEDIATED = """
SELECT source, via, target, indirect, direct, total, mediation, verdict
FROM (
    SELECT ie.no, ie.study_id, f.name AS source, ie.via, t.name AS target, ie.indirect, ie.direct, ie.total,
        ie.mediation, ie.verdict
    FROM indirect_effect AS ie
    JOIN construct_report AS f ON f.study_id = ie.study_id AND f.no = ie.from_no
    JOIN construct_report AS t ON t.study_id = ie.study_id AND t.no = ie.to_no
) AS mediated WHERE study_id = :study ORDER BY no
"""
_CONSTRUCTS = """
SELECT c.reported AS construct, c.abbreviation, c.role, c.construct AS mapped_to,
    MIN(CASE WHEN r.kind = 'alpha' THEN r.printed END) AS alpha,
    MIN(CASE WHEN r.kind = 'cr' THEN r.printed END) AS cr,
    MIN(CASE WHEN r.kind = 'ave' THEN r.printed END) AS ave
FROM mapped_construct AS c
LEFT JOIN reliability AS r ON r.study_id = c.study_id AND r.construct_no = c.no AND r.sample_no = 0 AND r.model_no = 0
WHERE c.study_id = :study GROUP BY c.no, c.reported, c.abbreviation, c.role, c.construct ORDER BY c.no
"""
_SECTIONS = (
    ("Constructs", _CONSTRUCTS),
    (
        "Hypotheses",
        "SELECT hypothesis, source, target, verdict, coefficient, stars, p, via, sign FROM hypothesis_ledger"
        " WHERE study_id = :study ORDER BY hypothesis_no, path_no",
    ),
    ("Path coefficients", _PATHS),
    ("Mediated effects", _MEDIATED),
    (
        "Fit",
        "SELECT label AS place, NULLIF(model, 'all') AS model, name, printed, threshold,"
        " meets_own_threshold FROM fit_ledger"
        " WHERE study_id = :study ORDER BY no",
    ),
    (
        "Configurations",
        "SELECT label, terms, outcome, consistency, raw_coverage, unique_coverage FROM configuration"
        " WHERE study_id = :study ORDER BY no",
    ),
    (
        "Flags",
        "SELECT level, check_id, message, SUBSTR(finding_id, 1, 8) AS finding, decision, decided_by, reason, coder"
        " FROM flag WHERE study_id = :study ORDER BY rank, check_id, message, finding_id",
    ),
    (
        "Cited work with a notice",
        "SELECT label, title, doi, nature, notice_date FROM contaminated_study WHERE study_id = :study"
        " ORDER BY citation_no",
    ),
    (
        "Read again (our reading errors, repaired)",
        "SELECT pointer AS number, first_reading, second_reading, route AS by_route, cleared AS finding_it_clears"
        " FROM reread WHERE study_id = :study ORDER BY no",
    ),
    (
        "Could not be read",
        "SELECT what, why, page, char_start FROM unread WHERE study_id = :study ORDER BY no",
    ),
)


def make(engine: Engine, wanted: Mapping[str, Any]) -> list[Section]:
    """The sections of one study's report; those without rows are left out."""
    study = study_id(engine, wanted["study"])
    sections = [Section("", _identity(engine, study)), judgement(engine, study)]
    for title, sql in _SECTIONS:
        found = ask(engine, sql, {"study": study})
        if found.rows:
            sections.append(Section(title, _without_empty(found)))
    return sections


def _identity(engine: Engine, study: int) -> Answer:
    """What is known of the study, one line each."""
    found = ask(engine, "SELECT * FROM study_summary WHERE study_id = :study", {"study": study}).records()[0]
    more = ask(
        engine,
        "SELECT st.design, st.population, st.country, st.estimator, sm.distributed, sm.collected, sm.valid, d.sha256,"
        " es.reason_class, es.words FROM study AS st"
        " JOIN document AS d ON d.id = st.id JOIN sample AS sm ON sm.study_id = st.id AND sm.no = 0"
        " LEFT JOIN editorial_status AS es ON es.study_id = st.id WHERE st.id = :study",
        {"study": study},
    ).records()[0]
    names = (
        "study", "title", "authors", "year", "venue", "doi", "kind", "n", "distributed", "collected", "valid",
        "design", "population", "country", "software", "estimator", "editorial_status", "reason_class",
        "file", "sha256", "reader",
    )  # fmt: skip
    known = found | more | {"editorial_status": more["words"] or found["editorial_status"]}
    return Answer(("what", "value"), tuple((n.replace("_", " "), known[n]) for n in names if known[n] is not None))


def _without_empty(answer: Answer) -> Answer:
    """The table without columns that hold nothing."""
    kept = [i for i in range(len(answer.columns)) if any(row[i] is not None for row in answer.rows)]
    return Answer(tuple(answer.columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in answer.rows))


REPORT = Report("study", "One study: its numbers with their places, its flags, its status", make, argument="study")
