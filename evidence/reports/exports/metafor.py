"""Every effect for metafor: a table, and a script that pools a pair of constructs as `evidence pool` does."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from evidence.pooling.answer import let_in
from evidence.pooling.contract import FAMILIES, prepared, refusal
from evidence.pooling.dependence import RHO
from evidence.pooling.same_people import candidates
from evidence.reports.exports.export import Export, csv_bytes, r_text
from evidence.reports.exports.metafor_script import SCRIPT
from evidence.status import overlap
from evidence.store.every_effect import every_effect
from evidence.store.pooling import records_of
from evidence.store.vocabulary import vocabulary

_COLUMNS = (
    "study_id", "kind", "no", "study", "doi", "year", "sample", "model", "n", "source", "target", "reported_source",
    "reported_target", "hypothesis", "estimand", "measure", "family", "value", "printed", "yi", "vi",
    "variance_source", "se", "rxx", "ryy", "adjusted_for", "reversed", "correction", "flags", "use", "exclusion",
    "held", "retracted", "impossible", "editorial_status", "not_used_because", "pointer", "page",
)  # fmt: skip


def with_variances(effects: pd.DataFrame) -> pd.DataFrame:
    """The effects of every kind with `measure`, `family`, yi, vi, and `not_used_because`: why not, or nothing."""
    parts = []
    for estimand, group in effects.groupby("estimand", sort=True):
        family = FAMILIES.get(str(estimand))
        if family is None:
            part = group.assign(measure="", family="", yi=np.nan, vi=np.nan, variance_source="", use=False)
            part["not_used_because"] = f"not pooled: {refusal(str(estimand))}"
        else:
            part = prepared(group, family.measure).assign(measure=family.measure, family=family.label)
            part["use"] = let_in(part)
            why = part["exclusion"].where(part["exclusion"].notna(), part["held"])
            part["not_used_because"] = why.where(why.notna(), part.pop("unusable"))
        parts.append(part)
    if not parts:
        return effects.assign(**dict.fromkeys(("measure", "family", "variance_source", "not_used_because"), "")).assign(
            yi=np.nan, vi=np.nan, use=False
        )
    whole = pd.concat(parts, ignore_index=True)
    return whole.sort_values(["study", "study_id", "kind", "no"], ignore_index=True)


def make(engine: Engine) -> Mapping[str, bytes]:
    """effects.csv, what each construct takes in, which studies share respondents, and the script."""
    effects = with_variances(every_effect(engine))
    if effects.empty:
        return {}
    rows = zip(*(effects[name].astype(object).tolist() for name in _COLUMNS), strict=True)
    columns = [name if name != "study_id" else "study_key" for name in _COLUMNS]
    plain = (("s" + str(row[0]), *row[1:]) for row in rows)  # R would round so long a number
    shared = _sharing(engine, effects)
    source, target = _first_pair(effects)
    script = SCRIPT.replace("{source}", r_text(source)).replace("{target}", r_text(target)).replace("{rho}", f"{RHO}")
    return {
        "effects.csv": csv_bytes(columns, plain),
        "terms.csv": csv_bytes(("name", "takes_in"), _terms(engine, effects)),
        "shared.csv": csv_bytes(("study", "other", "relation"), shared),
        "metafor.R": script.encode(),
    }


def _terms(engine: Engine, effects: pd.DataFrame) -> list[tuple[str, str]]:
    """Each name that can be asked for with every construct it takes in: itself and those below it."""
    words = vocabulary(engine)
    known = {*effects["source"], *effects["target"]}
    rows = {(name, name) for name in known}
    for construct in words:
        below = {words[key].label for key in (construct.id, *words.descendants(construct.id))} & known
        rows |= {(construct.label, name) for name in below}
    return sorted(rows)


def _sharing(engine: Engine, effects: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Studies that print the same results, or results of the same respondents."""
    label = dict(zip(effects["study_id"].tolist(), effects["study"].tolist(), strict=True))
    pairs = candidates(effects)
    records: dict[int, dict[str, Any]] = records_of(engine, sorted({key for pair in pairs for key in pair}))
    found = ((label[a], label[b], overlap(records[a], records[b]).relation) for a, b in pairs)
    return sorted(row for row in found if row[2] != "none")


def _first_pair(effects: pd.DataFrame) -> tuple[str, str]:
    """The pair with most studies whose effects can be used; of effects that all are held out, of all."""
    used = effects[effects["use"]] if effects["use"].any() else effects
    counts = used.groupby(["source", "target"])["study"].nunique()
    best = min(counts.index, key=lambda pair: (-int(counts[pair]), pair))
    return str(best[0]), str(best[1])


EXPORT = Export("metafor", "every effect with yi and vi, and a script that pools a pair as 'evidence pool' does", make)
