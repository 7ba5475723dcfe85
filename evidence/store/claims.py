"""The claims of the database as the frame the graph is made from, under any map of names onto constructs."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from evidence.store.frames import bundle, frame, unbundled
from evidence.store.maps import AS_REPORTED, DEFAULT_MAP, Names, names_under
from evidence.store.query import ask
from evidence.store.study_rows import WHOLE, folded

__all__ = ["claims", "endless_hypotheses", "names"]

_FEW = ("source_kind", "sample", "kind", "moderator", "via", "sign", "verdict", "estimand", "status", "exclusion")
_KEYS = ("study_id", "no", "source_no", "target_no")
_NUMBERS = ("value", "se", "stat", "p_value", "n")
# p in words only where it is a bound, or where nothing parsed it
_P = "CASE WHEN p_value IS NULL OR SUBSTR(p, 1, 1) NOT IN ('0', '.') THEN p END AS p"
_TESTS = f"SELECT {bundle(_FEW)} AS few, hypothesis, {_P}, {', '.join((*_KEYS, *_NUMBERS))} FROM claim_row"
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
    found = frame(engine, _TESTS, ("few", "hypothesis", "p"))
    found = found.assign(**unbundled(found.pop("few"), _FEW))
    found = _turned(_named(found, names_under(engine, map), map))
    if map != AS_REPORTED:
        found = _with_third_constructs(engine, found)
    studies = frame(engine, _STUDIES, ("study", *_FEATURES))
    at = pd.Index(studies["study_id"]).get_indexer(found["study_id"])
    for name in ("study", *_FEATURES):
        column = studies[name].cat
        found[name] = pd.Categorical.from_codes(
            column.codes.to_numpy()[at].astype(np.intp), categories=pd.Index(column.categories)
        )
    found["sample"] = _whole_samples(found)
    found["year"] = studies["year"].to_numpy(np.float64)[at] if len(studies) else np.zeros(0)
    found["p"] = _p(found)
    found["exclusion"] = found["exclusion"].cat.remove_categories(
        [each for each in _NO_NUMBER if each in found["exclusion"].cat.categories]
    )
    found["level"] = _levels(engine, found)
    return found.drop(columns=["source_kind", "no", "source_no", "target_no", "turn", "p_value", "study_id"])


def _named(found: pd.DataFrame, names: Names, map: str) -> pd.DataFrame:
    """The tests with the names of their ends, and whether these turn their numbers."""
    turn, labels = np.ones(len(found)), names.names
    if map == AS_REPORTED:
        labels = _casefolded(pd.Series(labels))
    study = found["study_id"].to_numpy(np.int64)
    for end in ("source", "target"):
        at = names.place(study, found[f"{end}_no"].to_numpy(np.int64))
        found[end] = labels[at]
        turn = turn * names.polarity[at]
    for end in ("moderator", "via") if map == AS_REPORTED else ():
        found[end] = _casefolded(found[end])
    return found.assign(turn=turn)


def _whole_samples(found: pd.DataFrame) -> Any:
    """The sample of each test; groups of respondents whose study tests the claim on all of them are no other sample."""
    sample = found["sample"].cat
    if WHOLE not in sample.categories or len(sample.categories) == 1:
        return found["sample"]
    place = list(sample.categories).index(WHOLE)
    whole = sample.codes.to_numpy() == place
    ends = [found[end].cat.codes.to_numpy(np.int64) for end in ("source", "target")]
    study = found["study"].cat.codes.to_numpy(np.int64)
    wide = len(found["target"].cat.categories), len(found["source"].cat.categories)
    claim = (study * wide[1] + ends[0]) * wide[0] + ends[1]
    part = np.isin(claim, claim[whole])
    codes = np.where(part, place, sample.codes.to_numpy())
    return pd.Categorical.from_codes(codes.astype(np.intp), categories=sample.categories)


def names(engine: Engine, map: str = DEFAULT_MAP) -> list[str]:
    """Every construct that a study reports, tested or not, by its name in a map."""
    found = [str(each) for each in names_under(engine, map).names.categories]
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


def _turned(found: pd.DataFrame) -> pd.DataFrame:
    turn = found["turn"].to_numpy()
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
