"""The effects a question is about, as a frame, and the answers that are kept."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Engine, select

from evidence.constructs import Vocabulary
from evidence.errors import UsageError, nearest
from evidence.store.query import ask
from evidence.store.study_rows import folded
from evidence.store.tables import metadata
from evidence.store.vocabulary import vocabulary

__all__ = ["all_effects", "effects_between", "keep", "kept", "members_of"]

_estimate = metadata.tables["estimate"]
_COLUMNS = """
    e.kind, e.study_id, e.no, e.source_no, e.target_no, e.study, e.sample, e.n,
    f.construct AS source, t.construct AS target,
    e.source AS reported_source, e.target AS reported_target, f.polarity AS source_polarity,
    t.polarity AS target_polarity, e.model, e.hypothesis, e.estimand, e.value, e.printed, e.se, e.stat, e.exclusion,
    COALESCE(e.editorial_use IN ('exclude', 'hold', 'not-evidence'), FALSE) AS retracted, e.is_impossible AS impossible
"""
_FALLEN = """
    e.editorial_use IN ('exclude', 'hold', 'not-evidence') AND NOT e.is_impossible AND e.is_primary IS TRUE
    AND COALESCE(e.confidence, 1) >= 0.8 AND e.value IS NOT NULL
    AND (e.study_id, e.span_no) NOT IN (SELECT x.study_id, x.span_no FROM rejected_span AS x)
"""
_JOINED = """
    FROM effect AS e
    JOIN mapped_construct AS f ON f.study_id = e.study_id AND f.no = e.source_no
    JOIN mapped_construct AS t ON t.study_id = e.study_id AND t.no = e.target_no
"""


def members_of(engine: Engine, name: str) -> list[str]:
    """The constructs a name stands for: one of the vocabulary with all below it, or a name as reported."""
    words = vocabulary(engine)
    found = _in_vocabulary(words, name)
    if found:
        return [words[i].label for i in (found, *words.descendants(found))]
    rows = ask(engine, "SELECT DISTINCT construct FROM mapped_construct ORDER BY construct").rows
    reported = [row[0] for row in rows]
    same = [construct for construct in reported if folded(construct) == folded(name)]
    if same:
        return same
    labels = [*reported, *(c.label for c in words)]
    raise UsageError(f"no construct is called '{name}'", todo=nearest(name, labels[:3000]))


def _in_vocabulary(words: Vocabulary, name: str) -> str | None:
    wanted = folded(name)
    for construct in words:
        if wanted in (folded(construct.id.replace("_", " ")), folded(construct.label)):
            return construct.id
    meant = {a.construct for a in words.aliases if folded(a.alias) == wanted and a.kind != "abbreviation"}
    return meant.pop() if len(meant) == 1 else None


def effects_between(engine: Engine, sources: Sequence[str], targets: Sequence[str]) -> pd.DataFrame:
    """Every effect from one set of constructs to another; correlations in either order."""
    names = {f"s{i}": name for i, name in enumerate(sources)} | {f"t{i}": name for i, name in enumerate(targets)}
    one = ", ".join(f":s{i}" for i in range(len(sources)))
    other = ", ".join(f":t{i}" for i in range(len(targets)))
    found = ask(
        engine,
        f"SELECT {_COLUMNS} {_JOINED} WHERE (f.construct IN ({one}) AND t.construct IN ({other}))"
        f" OR (e.kind = 'correlation' AND f.construct IN ({other}) AND t.construct IN ({one}))"
        " ORDER BY e.study, e.kind, e.no",
        names,
        rows=1_000_000,
    )
    frame = _turned(pd.DataFrame(found.rows, columns=list(found.columns)))
    frame = _with_reliability(engine, _with_flags(engine, frame))
    swapped = frame["kind"].eq("correlation") & ~frame["source"].isin(list(sources))
    frame.loc[swapped, ["source", "target"]] = frame.loc[swapped, ["target", "source"]].to_numpy()
    return frame


def _with_flags(engine: Engine, frame: pd.DataFrame) -> pd.DataFrame:
    """The checks that find something above a note in each effect, dismissed findings left out."""
    found = _of_studies(
        engine,
        "SELECT DISTINCT fr.kind, fr.study_id, fr.no, f.check_id FROM finding_row AS fr"
        " JOIN flag AS f ON f.finding_id = fr.finding_id WHERE f.rank <= 3 AND COALESCE(f.decision, '') <> 'dismissed'"
        " AND fr.study_id IN ({})",
        frame,
    )
    keys = ["kind", "study_id", "no"]
    named = found.sort_values("check_id").groupby(keys)["check_id"].agg(", ".join).rename("flags").reset_index()
    return frame.merge(named, on=keys, how="left")


def _with_reliability(engine: Engine, frame: pd.DataFrame) -> pd.DataFrame:
    """Alpha, else composite reliability, of both ends as the study itself prints them."""
    found = _of_studies(
        engine,
        "SELECT study_id, construct_no, MAX(COALESCE(alpha, cr)) AS reliability FROM construct_reliability"
        " WHERE study_id IN ({}) GROUP BY study_id, construct_no",
        frame,
    )
    for end, name in (("source_no", "rxx"), ("target_no", "ryy")):
        one = found.rename(columns={"construct_no": end, "reliability": name})
        frame = frame.merge(one, on=["study_id", end], how="left")
        frame[name] = pd.to_numeric(frame[name])
    return frame


def _of_studies(engine: Engine, sql: str, frame: pd.DataFrame) -> pd.DataFrame:
    keys = {f"k{i}": int(key) for i, key in enumerate(sorted(set(frame["study_id"])))} or {"k0": -1}
    found = ask(engine, sql.format(", ".join(f":{name}" for name in keys)), keys, rows=10_000_000)
    return pd.DataFrame(found.rows, columns=list(found.columns))


def all_effects(engine: Engine, *, fallen: bool = False) -> pd.DataFrame:
    """Every usable effect with a value, between constructs of the vocabulary or as reported.

    With `fallen`, also those that nothing but the editorial status of their study holds out.
    """
    held = f"(e.exclusion IS NULL OR ({_FALLEN}))" if fallen else "e.exclusion IS NULL"
    found = ask(
        engine,
        f"SELECT {_COLUMNS} {_JOINED} WHERE {held} AND e.estimand IN"
        " ('direct, standardized', 'correlation, observed', 'correlation, latent', 'correlation, composite')",
        rows=100_000_000,
        seconds=600,
    )
    return _turned(pd.DataFrame(found.rows, columns=list(found.columns)))


def _turned(frame: pd.DataFrame) -> pd.DataFrame:
    """Effects of reversed-worded scales turned by their mapping; never by hand, and the printed value stays beside."""
    polarity = frame["source_polarity"].fillna(1).astype(float) * frame["target_polarity"].fillna(1).astype(float)
    frame["reversed"] = polarity < 0
    for column in ("value", "n", "se", "stat"):
        frame[column] = pd.to_numeric(frame[column])
    frame["value"] = frame["value"] * polarity
    frame["stat"] = frame["stat"] * polarity
    for column in ("retracted", "impossible"):
        frame[column] = frame[column].astype(bool)
    frame["exclusion"] = frame["exclusion"].where(frame["exclusion"].notna(), None)
    return frame


# -- kept answers ----------------------------------------------------------------------------------------------


def keep(engine: Engine, query: dict[str, Any], members: pd.DataFrame, result: Any, software: str) -> str:
    """Keep an answer under its content id: the same question of the same data is the same row."""
    data = hashlib.sha256(members.to_csv(index=False).encode()).hexdigest()[:20]
    asked = json.dumps(query, sort_keys=True, ensure_ascii=False)
    content = json.dumps([asked, data, "default", query.get("model"), software])
    key = hashlib.sha256(content.encode()).hexdigest()[:16]
    row = {
        "id": key,
        "query": asked,
        "data_version": data,
        "map": "default",
        "model": str(query.get("model")),
        "software": software,
        "result": json.dumps(result, ensure_ascii=False),
    }
    with engine.begin() as connection:
        if connection.execute(select(_estimate.c.id).where(_estimate.c.id == key)).scalar() is None:
            connection.execute(_estimate.insert().values(**row))
    return key


def kept(engine: Engine, key: str) -> dict[str, Any]:
    """A kept answer by its id or the beginning of it."""
    with engine.connect() as connection:
        rows = connection.execute(select(_estimate).where(_estimate.c.id.startswith(key)).limit(2)).all()
    if len(rows) != 1:
        why = "several begin so" if rows else "none has this id"
        raise UsageError(f"there is no single estimate '{key}'", why=why, todo="evidence sql 'SELECT id FROM estimate'")
    return {"id": rows[0].id, "query": json.loads(rows[0].query), "sections": json.loads(rows[0].result)}
