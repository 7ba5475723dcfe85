"""The effects a question is about, as a frame."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, select, text

from evidence.constructs import Vocabulary
from evidence.errors import UsageError, nearest
from evidence.store.dialect import for_dialect
from evidence.store.maps import AS_REPORTED, DEFAULT_MAP, named_by, names_under, require_map
from evidence.store.query import ask
from evidence.store.study_rows import folded
from evidence.store.tables import metadata
from evidence.store.vocabulary import vocabulary

__all__ = ["all_effects", "effects_between", "flags_on", "known_with", "members_of", "records_of"]

_document = metadata.tables["document"]
_CHUNK, _STUDIES = 50_000, 5_000  # rows fetched, and studies named, at once

# what gives a path its variance; statistics other than t and z, p values that are bounds and intervals other than 95 %
# give none
_INTERVAL = """(pc.ci_of = 'beta' OR pc.ci_of IS NULL AND pc.b IS NULL)
        AND (SUBSTR(COALESCE(pc.ci_level, '95'), 1, 2) = '95' OR pc.ci_level IN ('.95', '0.95'))"""
_VARIANCE = f"""
    CASE WHEN COALESCE(pc.stat_kind, 't') IN ('t', 'z') THEN e.stat END AS stat,
    CASE WHEN {_INTERVAL} THEN e.ci_low END AS ci_low,
    CASE WHEN {_INTERVAL} THEN e.ci_high END AS ci_high,
    CASE WHEN SUBSTR(e.p, 1, 1) IN ('0', '.') THEN CASE WHEN pc.tails = 'one' THEN 2 ELSE 1 END * e.p_value END AS p
"""
# the reasons of view effect that are no doubt about the evidence: `exclusion` names one reason, the first
_HELD = """
    CASE
        WHEN (e.study_id, e.span_no) IN (SELECT x.study_id, x.span_no FROM rejected_span AS x)
            THEN 'rejected by a reviewer'
        WHEN e.value IS NULL THEN 'no coefficient printed'
        WHEN e.is_primary IS NOT TRUE THEN 'another report of the same coefficient counts'
        WHEN e.exclusion = 'two reviewers correct it differently' THEN e.exclusion
        WHEN e.confidence < 0.8
            AND (e.kind, e.study_id, e.no) NOT IN (SELECT x.kind, x.study_id, x.no FROM settled_row AS x)
            THEN 'read with low confidence; waits for review'
    END AS held
"""
_RETRACTED = "COALESCE(e.editorial_use IN ('exclude', 'hold', 'not-evidence'), FALSE) AS retracted"
_FALLEN = """
    e.editorial_use IN ('exclude', 'hold', 'not-evidence') AND NOT e.is_impossible AND e.is_primary IS TRUE
    AND (COALESCE(e.confidence, 1) >= 0.8
        OR (e.kind, e.study_id, e.no) IN (SELECT x.kind, x.study_id, x.no FROM settled_row AS x))
    AND e.value IS NOT NULL
    AND (e.study_id, e.span_no) NOT IN (SELECT x.study_id, x.span_no FROM rejected_span AS x)
"""
_JOINED = """
    FROM effect AS e
    JOIN {named} AS f ON f.study_id = e.study_id AND f.no = e.source_no
    JOIN {named} AS t ON t.study_id = e.study_id AND t.no = e.target_no
    JOIN document AS d ON d.id = e.study_id
    LEFT JOIN path_coefficient AS pc ON e.kind = 'path' AND pc.study_id = e.study_id AND pc.no = e.no
"""
_COLUMNS = f"""
    e.kind, e.study_id, e.no, e.source_no, e.target_no, e.study, e.sample, e.n, d.year, f.construct AS source,
    t.construct AS target, f.reported AS reported_source, t.reported AS reported_target,
    f.polarity AS source_polarity, t.polarity AS target_polarity, e.model, pc.sample_no, pc.model_no, e.hypothesis,
    e.estimand, e.value, e.printed, e.se, {_VARIANCE}, e.exclusion, e.correction, {_HELD},
    {_RETRACTED}, e.is_impossible AS impossible
"""
_NUMBERS = ("value", "n", "se", "stat", "ci_low", "ci_high", "p")


# -- constructs ------------------------------------------------------------------------------------------------


def members_of(engine: Engine, name: str, map: str = DEFAULT_MAP) -> list[str]:
    """The constructs a name stands for: one of the vocabulary with all below it, or a name as reported."""
    require_map(engine, map)
    words = vocabulary(engine)
    found = None if map == AS_REPORTED else _in_vocabulary(words, name)
    if found:
        return [words[i].label for i in (found, *words.descendants(found))]
    named, parameters = named_by(map)
    asked = f"SELECT DISTINCT construct FROM {named} AS c ORDER BY construct"
    rows = ask(engine, asked, parameters, rows=1_000_000).rows
    reported = [row[0] for row in rows]
    same = [construct for construct in reported if folded(construct) == folded(name)]
    if same:
        return same
    known = {folded(label): label for label in (*(c.label for c in words), *reported)}
    todo = nearest(folded(name), list(known)[:20_000])
    if todo.startswith("known"):
        todo = "'evidence constructs list' names them"
    raise UsageError(f"no construct is called '{name}'", todo=todo)


def _in_vocabulary(words: Vocabulary, name: str) -> str | None:
    wanted = folded(name)
    for construct in words:
        if wanted in (folded(construct.id.replace("_", " ")), folded(construct.label)):
            return construct.id
    meant = {a.construct for a in words.aliases if folded(a.alias) == wanted and a.kind != "abbreviation"}
    return meant.pop() if len(meant) == 1 else None


# -- one question ----------------------------------------------------------------------------------------------


def effects_between(
    engine: Engine, sources: Sequence[str], targets: Sequence[str], map: str = DEFAULT_MAP
) -> pd.DataFrame:
    """Every effect from one set of constructs of a map to another; correlations in either order."""
    named, parameters = named_by(map)
    names: dict[str, Any] = dict(parameters)
    names |= {f"s{i}": name for i, name in enumerate(sources)} | {f"t{i}": name for i, name in enumerate(targets)}
    one = ", ".join(f":s{i}" for i in range(len(sources)))
    other = ", ".join(f":t{i}" for i in range(len(targets)))
    asked = ask(
        engine,
        f"SELECT DISTINCT study_id FROM {named} AS a WHERE construct IN ({one})"
        f" INTERSECT SELECT DISTINCT study_id FROM {named} AS b WHERE construct IN ({other})",
        names,
        rows=10_000_000,
        seconds=600,
    )
    frame = _of_studies(
        engine,
        f"SELECT {_COLUMNS} {_JOINED.format(named=named)} WHERE e.study_id IN ({{}})"
        f" AND (f.construct IN ({one}) AND t.construct IN ({other})"
        f" OR e.kind = 'correlation' AND f.construct IN ({other}) AND t.construct IN ({one}))",
        pd.DataFrame(asked.rows, columns=list(asked.columns)),
        names,
    )
    frame = _turned(frame.sort_values(["study", "study_id", "kind", "no"], ignore_index=True))
    for column in ("retracted", "impossible"):
        frame[column] = frame[column].astype(bool)
    for column in ("exclusion", "held"):
        frame[column] = frame[column].astype(object).where(frame[column].notna(), None)
    swapped = frame["kind"].eq("correlation") & ~(frame["source"].isin(sources) & frame["target"].isin(targets))
    for a, b in (("source", "target"), ("reported_source", "reported_target"), ("source_no", "target_no")):
        frame.loc[swapped, [a, b]] = frame.loc[swapped, [b, a]].to_numpy()
    frame = _with_reliability(engine, _with_flags(engine, frame))
    return _with_predictors(engine, frame).drop(columns=["sample_no", "model_no"])


def known_with(engine: Engine, constructs: Sequence[str], map: str = DEFAULT_MAP, most: int = 5) -> list[str]:
    """Some constructs that have an effect with one of these: where to look when a question has no answer."""
    named, parameters = named_by(map)
    names: dict[str, Any] = parameters | {f"c{i}": name for i, name in enumerate(constructs)}
    those = ", ".join(f":c{i}" for i in range(len(constructs)))
    ends = (("path_coefficient", "from_no", "to_no"), ("correlation", "a_no", "b_no"))
    found: set[str] = set()
    for table, one, other in ends:
        for here, there in ((one, other), (other, one)):
            sql = (
                f"SELECT DISTINCT t.construct FROM {table} AS e"
                f" JOIN {named} AS f ON f.study_id = e.study_id AND f.no = e.{here}"
                f" JOIN {named} AS t ON t.study_id = e.study_id AND t.no = e.{there}"
                f" WHERE f.construct IN ({those}) AND t.construct NOT IN ({those}) ORDER BY t.construct"
            )
            found |= {row[0] for row in ask(engine, sql, names, rows=most).rows}
    return sorted(found)[:most]


def _turned(frame: pd.DataFrame) -> pd.DataFrame:
    """Effects of reversed-worded scales turned by their mapping; never by hand, and the printed value stays beside."""
    frame = frame.rename(columns={"source_polarity": "polarity"})
    frame["polarity"] = frame["polarity"].fillna(1).astype(float) * frame.pop("target_polarity").fillna(1).astype(float)
    frame["reversed"] = frame["polarity"] < 0
    for column in _NUMBERS:
        frame[column] = pd.to_numeric(frame[column], errors="coerce").astype(float)
    for column in ("value", "stat", "ci_low", "ci_high"):
        frame[column] = frame[column] * frame["polarity"]
    ends = frame["ci_low"].to_numpy(), frame["ci_high"].to_numpy()
    frame["ci_low"], frame["ci_high"] = np.minimum(*ends), np.maximum(*ends)  # a turned interval changes its ends
    return frame.drop(columns="polarity")


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
        "SELECT study_id, construct_no, alpha, cr FROM construct_reliability WHERE study_id IN ({})",
        frame,
    )
    numbers = found[["alpha", "cr"]].apply(pd.to_numeric, errors="coerce")
    found["reliability"] = numbers["alpha"].where(numbers["alpha"].notna(), numbers["cr"])
    found = found.groupby(["study_id", "construct_no"])["reliability"].mean().reset_index()
    for end, name in (("source_no", "rxx"), ("target_no", "ryy")):
        one = found.rename(columns={"construct_no": end, "reliability": name})
        frame = frame.merge(one.astype({end: "int64"}), on=["study_id", end], how="left")
    return frame


def _with_predictors(engine: Engine, frame: pd.DataFrame) -> pd.DataFrame:
    """The other predictors in the equation of each path, by the names the study gives them."""
    found = _of_studies(
        engine,
        "SELECT DISTINCT p.study_id, p.sample_no, p.model_no, p.to_no AS target_no, p.from_no, c.name"
        " FROM path_coefficient AS p JOIN construct_report AS c ON c.study_id = p.study_id AND c.no = p.from_no"
        " WHERE p.effect = 'direct' AND p.study_id IN ({})",
        frame,
    )
    equations: dict[tuple[Any, ...], list[tuple[int, str]]] = {}
    for *equation, number, name in found.sort_values("from_no").itertuples(index=False):
        equations.setdefault(tuple(equation), []).append((number, name))
    keys = frame[["study_id", "sample_no", "model_no", "target_no", "source_no", "estimand"]]
    others = [
        ", ".join(name for number, name in equations.get(tuple(key), ()) if number != source) or "none printed"
        if estimand == "direct, standardized"
        else None
        for *key, source, estimand in keys.itertuples(index=False)
    ]
    return frame.assign(adjusted_for=pd.Series(others, index=frame.index, dtype=object))


def _of_studies(
    engine: Engine, sql: str, frame: pd.DataFrame, parameters: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """A query about the studies of a frame; `{}` stands for their numbers."""
    keys = sorted({int(key) for key in frame["study_id"]})
    parts = []
    for start in range(0, max(len(keys), 1), _STUDIES):
        named = ", ".join(map(str, keys[start : start + _STUDIES])) or "NULL"
        found = ask(engine, sql.format(named), parameters, rows=10_000_000, seconds=600)
        parts.append(pd.DataFrame(found.rows, columns=list(found.columns)))
    return pd.concat(parts, ignore_index=True)


def flags_on(engine: Engine, effects: pd.DataFrame) -> list[tuple[str, str, str, str]]:
    """What the flags on these effects say: check, level, study, message; each once."""
    if effects.empty:
        return []
    found = _of_studies(
        engine,
        "SELECT DISTINCT f.rank, f.check_id, f.level, f.study, f.message, fr.kind, fr.study_id, fr.no"
        " FROM finding_row AS fr JOIN flag AS f ON f.finding_id = fr.finding_id"
        " WHERE f.rank <= 3 AND COALESCE(f.decision, '') <> 'dismissed' AND fr.study_id IN ({})",
        effects,
    )
    asked = found.merge(effects[["kind", "study_id", "no"]].drop_duplicates(), on=["kind", "study_id", "no"])
    rows = asked[["rank", "study", "check_id", "level", "message"]].drop_duplicates()
    rows = rows.sort_values(["rank", "study", "check_id", "message"])
    return [tuple(row) for row in rows[["check_id", "level", "study", "message"]].itertuples(index=False)]


def records_of(engine: Engine, studies: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The records of some studies, by their numbers."""
    keys = [int(key) for key in studies]
    d, found = _document.c, dict[int, dict[str, Any]]()
    with engine.connect() as connection:
        for start in range(0, len(keys), _STUDIES):
            query = select(d.id, d.record).where(d.id.in_(keys[start : start + _STUDIES]))
            found |= {row.id: json.loads(row.record) for row in connection.execute(query)}
    return found


# -- every pair ------------------------------------------------------------------------------------------------

_FAMILIES = "'correlation, observed', 'correlation, latent', 'correlation, composite'"
_EVERY = f"""
SELECT e.study_id, e.sample, e.source_no, e.target_no, e.estimand, {_RETRACTED}, e.value, e.n, e.se, {_VARIANCE}
FROM path_effect AS e JOIN path_coefficient AS pc ON pc.study_id = e.study_id AND pc.no = e.no
WHERE {{held}} AND e.estimand = 'direct, standardized'
UNION ALL
SELECT e.study_id, e.sample, e.source_no, e.target_no, e.estimand, {_RETRACTED}, e.value, e.n, NULL, NULL, NULL, NULL,
    NULL
FROM correlation_effect AS e
WHERE {{held}} AND e.estimand IN ({_FAMILIES})
"""


def all_effects(engine: Engine, *, fallen: bool = False, map: str = DEFAULT_MAP) -> pd.DataFrame:
    """Every usable effect of the families that are pooled, between constructs of a map or as reported.

    With `fallen`, also those that nothing but the editorial status of their study holds out.
    """
    held = f"(e.exclusion IS NULL OR ({_FALLEN}))" if fallen else "e.exclusion IS NULL"
    texts = {"sample": _Words(), "estimand": _Words()}
    names = ("study_id", "sample", "source_no", "target_no", "estimand", "retracted", *_NUMBERS)
    parts: dict[str, list[Any]] = {name: [np.empty(0, dtype=float if name in _NUMBERS else np.int64)] for name in names}
    for rows in _streamed(engine, _EVERY.format(held=held)):
        for name, column in zip(names, zip(*rows, strict=True), strict=True):
            if name in texts:
                parts[name].append(texts[name].codes(column))
            else:
                parts[name].append(np.array(column, dtype=float if name in _NUMBERS else np.int64))
    columns: dict[str, Any] = {name: np.concatenate(parts.pop(name)) for name in names}
    frame = pd.DataFrame(columns | {name: words.category(columns[name]) for name, words in texts.items()})
    return _turned(_between_constructs(engine, frame.astype({"retracted": bool}), map))


class _Words:
    """Texts of a column as small numbers, in the order in which they first come."""

    def __init__(self) -> None:
        self.known: dict[Any, int] = {}

    def codes(self, column: Sequence[Any]) -> Any:
        known = self.known
        return np.array([known.setdefault(text, len(known)) for text in column], dtype=np.int64)

    def category(self, codes: Any) -> Any:
        return pd.Categorical.from_codes(codes, categories=pd.Index([str(text) for text in self.known], dtype=object))


def _streamed(engine: Engine, sql: str) -> Iterator[Sequence[Any]]:
    """The rows of a query, a chunk at a time; no more than a chunk is in memory."""
    with engine.connect().execution_options(stream_results=True, max_row_buffer=_CHUNK) as connection:
        # text() hands a % on as it is; psycopg would take the one of '95%' for a parameter
        result = connection.execute(text(for_dialect(sql, engine.dialect.name)))
        yield from result.partitions(_CHUNK)


def _between_constructs(engine: Engine, frame: pd.DataFrame, map: str) -> pd.DataFrame:
    """The effects with what their two ends are called under a map, and the polarity of the names."""
    names = names_under(engine, map)
    study = frame["study_id"].to_numpy()
    for end in ("source", "target"):
        at = names.place(study, frame.pop(f"{end}_no").to_numpy())
        frame[end] = names.names[at]
        frame[f"{end}_polarity"] = names.polarity[at]
    return frame
