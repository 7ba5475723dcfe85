"""The claims of the database as the frame the graph is made from, under any map of names onto constructs."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from evidence.errors import UsageError
from evidence.store.frames import frame
from evidence.store.maps import AS_REPORTED, DEFAULT_MAP, require_map
from evidence.store.query import ask
from evidence.store.study_rows import folded

__all__ = ["claims", "endless_hypotheses", "names", "under"]

_TEXTS = (
    "source_kind", "sample", "source", "target", "hypothesis", "kind", "moderator", "via", "sign", "verdict",
    "estimand", "p", "status", "exclusion",
)  # fmt: skip
_NUMBERS = (
    "study_id", "no", "source_no", "target_no", "source_polarity", "target_polarity", "value", "se", "stat", "p_value",
    "n",
)  # fmt: skip
_STUDIES = """
SELECT s.id AS study_id, s.label AS study, d.year, s.country, s.design, s.sampling, s.software, s.estimator
FROM study AS s JOIN document AS d ON d.id = s.id
"""
_FEATURES = ("country", "design", "sampling", "software", "estimator")
_FLAGS = """
SELECT fr.kind AS source_kind, fr.study_id, fr.no, MIN(f.rank) AS rank
FROM finding_row AS fr JOIN flag AS f ON f.finding_id = fr.finding_id
WHERE f.rank <= 3 AND COALESCE(f.decision, '') <> 'dismissed'
GROUP BY fr.kind, fr.study_id, fr.no
"""
_LEVELS = ("", "critical", "error", "warn")
# A claim without a number is a claim all the same: it cannot be pooled, but nothing speaks against counting it.
_NO_NUMBER = ("no coefficient printed", "no indirect effect printed")


def claims(engine: Engine, map: str = DEFAULT_MAP) -> pd.DataFrame:
    """Every test of a claim in the columns the graph wants, named by the constructs of a map.

    The numbers of a construct that was mapped as the opposite pole are turned, with the sign of the claim.
    """
    wanted = ", ".join((*_TEXTS, *_NUMBERS))
    if map == AS_REPORTED:
        wanted = wanted.replace("source, target,", "reported_source AS source, reported_target AS target,")
    found = frame(engine, f"SELECT {wanted} FROM claim_test", _TEXTS)
    studies = frame(engine, _STUDIES, ("study", *_FEATURES))
    if map == AS_REPORTED:
        found[["source_polarity", "target_polarity"]] = 1.0
        for end in ("source", "target", "moderator", "via"):
            found[end] = _casefolded(found[end])
    else:
        found = _turned(under(engine, map, found))
        found = _with_third_constructs(engine, found)
    at = pd.Index(studies["study_id"]).get_indexer(found["study_id"])
    for name in ("study", *_FEATURES):
        column = studies[name].cat
        found[name] = pd.Categorical.from_codes(
            column.codes.to_numpy()[at].astype(np.intp), categories=pd.Index(column.categories)
        )
    found["year"] = studies["year"].to_numpy(np.float64)[at] if len(studies) else np.zeros(0)
    found["p"] = _p(found)
    found["exclusion"] = found["exclusion"].cat.remove_categories(
        [each for each in _NO_NUMBER if each in found["exclusion"].cat.categories]
    )
    found["level"] = _levels(engine, found)
    used = ("source_kind", "no", "source_no", "target_no", "source_polarity", "target_polarity", "p_value", "study_id")
    return found.drop(columns=list(used))


def names(engine: Engine, map: str = DEFAULT_MAP) -> list[str]:
    """Every construct that a study reports, tested or not, by its name in a map."""
    column = "reported" if map == AS_REPORTED else "construct"
    found = [
        str(row[0]) for row in ask(engine, f"SELECT DISTINCT {column} FROM mapped_construct", rows=10_000_000).rows
    ]
    return sorted({each.casefold() for each in found} if map == AS_REPORTED else found)


def _casefolded(column: "pd.Series[Any]") -> Any:
    """A column of categories in lower case; two spellings that differ in nothing else become one."""
    codes, lower = pd.factorize(np.array([each.casefold() for each in column.cat.categories], dtype=object))
    own = column.cat.codes.to_numpy()
    return pd.Categorical.from_codes(
        np.where(own < 0, -1, codes[own] if len(codes) else -1).astype(np.intp), categories=pd.Index(lower)
    )


def endless_hypotheses(engine: Engine) -> int:
    """How many hypotheses name no two constructs, and so make no edge."""
    return int(ask(engine, "SELECT COUNT(*) FROM hypothesis WHERE from_no IS NULL OR to_no IS NULL").rows[0][0])


def under(engine: Engine, map: str, found: pd.DataFrame) -> pd.DataFrame:
    """The names of another map laid over the default ones; where it says nothing the default map holds."""
    if map == DEFAULT_MAP:
        return found
    if map == AS_REPORTED:
        raise UsageError(f"map '{map}' has no constructs", todo="name one of 'evidence constructs map'")
    require_map(engine, map)
    rows = ask(
        engine,
        "SELECT m.study_id, m.construct_no, k.label, m.polarity FROM construct_mapping AS m"
        " JOIN construct AS k ON k.id = m.construct_id WHERE m.map = :map AND m.superseded_by IS NULL",
        {"map": map},
        rows=10_000_000,
    ).rows
    places = pd.MultiIndex.from_tuples([(study, no) for study, no, *_ in rows], names=["study_id", "no"])
    labels, turns = np.array([row[2] for row in rows], dtype=object), np.array([row[3] for row in rows], np.float64)
    for end in ("source", "target"):
        at = places.get_indexer(pd.MultiIndex.from_arrays([found["study_id"], found[f"{end}_no"]]))
        names = found[end].astype(object).to_numpy(copy=True)
        names[at >= 0] = labels[at[at >= 0]]
        polarity = pd.to_numeric(found[f"{end}_polarity"]).to_numpy(np.float64, copy=True)
        polarity[at >= 0] = turns[at[at >= 0]]
        found[end], found[f"{end}_polarity"] = pd.Categorical(names), polarity
    return found


def _turned(found: pd.DataFrame) -> pd.DataFrame:
    turn = np.ones(len(found))
    for end in ("source_polarity", "target_polarity"):
        turn = turn * np.nan_to_num(found[end].to_numpy(np.float64), nan=1.0)
    found["value"], found["stat"] = found["value"] * turn, found["stat"] * turn
    if (turn < 0).any():
        opposite = found["sign"].astype(object).map({"+": "-", "-": "+"})
        found["sign"] = pd.Categorical(np.where(turn < 0, opposite, found["sign"].astype(object)))
    return found


def _with_third_constructs(engine: Engine, found: pd.DataFrame) -> pd.DataFrame:
    """Mediators and moderators under the name their study's constructs are mapped to; as reported where none is."""
    third = found["moderator"].notna() | found["via"].notna()
    if not third.any():
        return found
    rows = ask(engine, "SELECT study_id, reported, construct FROM mapped_construct", rows=100_000_000).rows
    named = {(study, folded(reported)): construct for study, reported, construct in rows}
    for column in ("moderator", "via"):
        words = found[column].astype(object).to_numpy(copy=True)
        for i in np.flatnonzero(found[column].notna().to_numpy()):
            words[i] = named.get((int(found["study_id"].iloc[i]), folded(words[i])), words[i])
        found[column] = pd.Categorical(words)
    return found


def _p(found: pd.DataFrame) -> Any:
    """p as a number; "<.05" is a little less than .05, which decides significance as the print does."""
    texts = found["p"].cat
    parsed = pd.to_numeric(pd.Series(texts.categories).str.replace(r"^\s*[<≤=]\s*", "", regex=True), errors="coerce")
    below = pd.Series(texts.categories).str.match(r"^\s*<").to_numpy(bool)
    bounds = np.where(below, np.nextafter(parsed.to_numpy(np.float64), 0), parsed.to_numpy(np.float64))
    printed = np.append(bounds, np.nan)[texts.codes.to_numpy()]
    value = found["p_value"].to_numpy(np.float64)
    return np.where(np.isnan(printed), value, printed)


def _levels(engine: Engine, found: pd.DataFrame) -> Any:
    """The worst flag above a note at each row, dismissed findings left out."""
    flags = frame(engine, _FLAGS, ("source_kind",))
    rank = np.zeros(len(found), dtype=np.int8)
    if len(flags):
        keys = ["source_kind", "study_id", "no"]
        flags["source_kind"], own = flags["source_kind"].astype(str), found[keys].astype({"source_kind": str})
        at = pd.MultiIndex.from_frame(flags[keys]).get_indexer(pd.MultiIndex.from_frame(own))
        rank[at >= 0] = flags["rank"].to_numpy(np.int8)[at[at >= 0]]
    return pd.Categorical.from_codes(rank.astype(np.intp), categories=pd.Index(_LEVELS))
