"""Every effect of the database, those held out too, with its constructs, its place and what speaks against it."""

import pandas as pd
from sqlalchemy import Engine

from evidence.store.pooling import _COLUMNS, _of_studies, _turned, _with_flags, _with_predictors, _with_reliability
from evidence.store.query import ask

__all__ = ["every_effect", "study_documents"]

# the columns and the steps are those of one question (store/pooling.py), so that both give the same effects
_EVERY = f"""
SELECT {_COLUMNS}, d.doi, sp.pointer, sp.page, e.editorial_status, e.is_primary
FROM effect AS e
JOIN mapped_construct AS f ON f.study_id = e.study_id AND f.no = e.source_no
JOIN mapped_construct AS t ON t.study_id = e.study_id AND t.no = e.target_no
JOIN document AS d ON d.id = e.study_id
LEFT JOIN path_coefficient AS pc ON e.kind = 'path' AND pc.study_id = e.study_id AND pc.no = e.no
LEFT JOIN source_span AS sp ON sp.study_id = e.study_id AND sp.no = e.span_no
WHERE e.study_id IN ({{}})
"""
_DOCUMENTS = """
SELECT d.id AS study_id, s.label AS study, d.file, d.sha256, d.part, d.kind, d.title, d.authors, d.year, d.venue, d.doi,
    d.keywords, d.published, d.reader, d.reader_version, d.coder
FROM document AS d LEFT JOIN study AS s ON s.id = d.id
"""


def study_documents(engine: Engine) -> pd.DataFrame:
    """Every document with the label of its study; a notice has none. In the order of their content hashes."""
    found = ask(engine, _DOCUMENTS, rows=10_000_000, seconds=600)
    frame = pd.DataFrame(found.rows, columns=list(found.columns), dtype=object)
    return frame.sort_values(["sha256", "part"], ignore_index=True)


def every_effect(engine: Engine) -> pd.DataFrame:
    """One row per effect, as `effects_between` gives them, of all pairs; numbers of reversed scales are turned.

    `exclusion` is why view effect holds one out, `held` the same but for doubt about the evidence (retracted,
    impossible), which a pooled answer is shown with and without.
    """
    studies = ask(engine, "SELECT id AS study_id FROM study", rows=10_000_000)
    frame = _of_studies(engine, _EVERY, pd.DataFrame(studies.rows, columns=["study_id"]))
    frame = _turned(frame.sort_values(["study", "study_id", "kind", "no"], ignore_index=True))
    for column in ("retracted", "impossible", "is_primary"):
        frame[column] = frame[column].astype(bool)
    for column in ("exclusion", "held"):
        frame[column] = frame[column].astype(object).where(frame[column].notna(), None)
    frame = _with_reliability(engine, _with_flags(engine, frame))
    return _with_predictors(engine, frame).drop(columns=["sample_no", "model_no"])
