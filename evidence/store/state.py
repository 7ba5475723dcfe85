"""The state of a database as plain values: what was read, what persons and checks say of it, what pools to what.

The same evidence gives the same values on SQLite and PostgreSQL: rows are put in order here, not by a database, and
numbers are kept to twelve digits.
"""

import hashlib
import json
import math
from collections.abc import Iterable
from typing import Any

import pandas as pd
from sqlalchemy import Engine, select

from evidence.pooling.contract import FAMILIES, prepared
from evidence.pooling.every_pair import every_pair
from evidence.store.every_effect import every_effect, study_documents
from evidence.store.query import ask
from evidence.store.tables import metadata

__all__ = ["LAYOUT", "pooled_pairs", "state"]

LAYOUT = "evidence-snapshot/1"
_DIGITS = 12
_document = metadata.tables["document"]
_VALUES = """
SELECT study_id, pointer, printed, char_start, char_end, page, table_label, table_row, table_column, confidence
FROM source_span
"""
_QUERIES = {
    "decisions": """
        SELECT de.id, de.study_id AS study, de.pointer, de.finding_id AS finding, de.kind, de.value, de.reason,
            de.coder, de.decided_at, CASE WHEN cd.id IS NULL THEN 0 ELSE 1 END AS stands
        FROM decision AS de LEFT JOIN current_decision AS cd ON cd.id = de.id
    """,
    "statuses": """
        SELECT study_id AS study, status, "use", effective_date, reason_class, as_of, words FROM editorial_status
    """,
    "findings": """
        SELECT f.finding_id AS id, f.study_id AS study, f.check_id AS "check", fi.check_version AS version, f.level,
            f.origin, f.subject, f.message, f.decision, f.decided_by, f.reason
        FROM flag AS f JOIN finding AS fi ON fi.id = f.finding_id
    """,
    "mappings": """
        SELECT m.study_id AS study, c.name AS reported, m.map, k.label AS construct, m.method, m.polarity, m.coder
        FROM construct_mapping AS m
        JOIN construct_report AS c ON c.study_id = m.study_id AND c.no = m.construct_no
        JOIN construct AS k ON k.id = m.construct_id
        WHERE m.superseded_by IS NULL
    """,
}
_EFFECT = (
    "study_id", "pointer", "kind", "source", "target", "reported_source", "reported_target", "sample", "n", "estimand",
    "value", "printed", "yi", "vi", "variance_source", "exclusion", "correction",
)  # fmt: skip


def state(engine: Engine, software: str) -> dict[str, Any]:
    """Everything a later state is compared with; `software` is the program that pooled it."""
    effects = _effects(every_effect(engine))
    found: dict[str, Any] = {"schema": LAYOUT, "software": software, "studies": _studies(engine)}
    found["values"] = _values(engine)
    for name, sql in _QUERIES.items():
        answer = ask(engine, sql, rows=10_000_000, seconds=600)
        found[name] = _in_order(dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    found["effects"] = _in_order(_plain(effects, _EFFECT, {"study_id": "study"}))
    pairs = pooled_pairs(effects)
    found["pooled"] = _in_order(_plain(pairs, list(map(str, pairs.columns))))
    return found


def pooled_pairs(effects: pd.DataFrame) -> pd.DataFrame:
    """Every pair of constructs pooled from its usable effects, a single sample too, as `pool --all` does."""
    used = effects[effects["exclusion"].isna() & effects["estimand"].isin(list(FAMILIES))]
    return every_pair(used.sort_values(["study_id", "kind", "no"]), fewest=1)


def _effects(frame: pd.DataFrame) -> pd.DataFrame:
    """The effects with yi and vi where their kind is pooled."""
    parts = [frame.iloc[:0].assign(yi=0.0, vi=0.0, variance_source="")]
    for estimand, group in frame.groupby("estimand", sort=True):
        family = FAMILIES.get(str(estimand))
        parts.append(
            prepared(group, family.measure) if family else group.assign(yi=math.nan, vi=math.nan, variance_source="")
        )
    return pd.concat([part for part in parts if len(part)] or parts, ignore_index=True)


def _studies(engine: Engine) -> list[dict[str, Any]]:
    """Every document with the hash of its file and of what was read from it."""
    hashes = {}
    with engine.connect().execution_options(stream_results=True) as connection:
        for key, record in connection.execute(select(_document.c.id, _document.c.record)):
            content = json.dumps(json.loads(record), sort_keys=True, ensure_ascii=False)
            hashes[str(key)] = hashlib.sha256(content.encode()).hexdigest()
    names = ("study", "file", "sha256", "part", "kind", "title", "year", "doi", "reader", "reader_version", "coder")
    rows = _plain(study_documents(engine), ("study_id", *names), {"study_id": "id", "study": "label"})
    return _in_order(row | {"record": hashes[row["id"]]} for row in rows)


def _values(engine: Engine) -> dict[str, list[list[Any]]]:
    """Every printed number by study: pointer, as printed, where, how sure the reader was."""
    found: dict[str, list[list[Any]]] = {}
    for study, pointer, printed, start, end, page, table, row, column, sure in ask(
        engine, _VALUES, rows=100_000_000, seconds=600
    ).rows:
        place = {"chars": [start, end] if start is not None else None, "page": page}
        place["cell"] = [table, row, column] if table is not None else None
        held = {name: at for name, at in place.items() if at is not None}
        found.setdefault(str(study), []).append([pointer, printed, held, _number(sure)])
    return {study: sorted(rows, key=lambda row: json.dumps(row, sort_keys=True)) for study, rows in found.items()}


def _plain(frame: pd.DataFrame, names: Iterable[str], renamed: dict[str, str] | None = None) -> list[dict[str, Any]]:
    """The rows of a frame as JSON knows them; numbers that are not defined are nothing, keys of studies are texts."""
    names, renamed = list(names), renamed or {}
    keys = [renamed.get(name, name) for name in names]
    columns = [[_cell(name, value) for value in frame[name].tolist()] for name in names]
    return [dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)]


def _cell(name: str, value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    return str(int(value)) if name == "study_id" else _number(value)


def _number(value: Any) -> Any:
    if value is None or isinstance(value, bool | int) or (hasattr(value, "dtype") and value.dtype.kind in "bi"):
        return value if value is None else int(value)
    if math.isnan(value):
        return None
    short = float(f"{value:.{_DIGITS}g}")
    return int(short) if short.is_integer() and abs(short) < 1e15 else short


def _in_order(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows in the order of their content, with the keys of studies as texts: as JSON a long number loses digits."""
    plain = [{name: str(v) if name == "study" else v for name, v in row.items()} for row in rows]
    return sorted(plain, key=lambda row: json.dumps(row, sort_keys=True, ensure_ascii=False))
