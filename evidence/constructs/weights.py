"""The weight table of information-systems reviews: how often each path was tested, and how often it was significant.

    weight = significant tests / tests

A path is well-utilised from five tests on; of these, a best predictor has a weight of at least .80. A promising
predictor has weight 1 in fewer than five tests. Jeyaraj, Rottman & Lacity (2006), Journal of Information Technology
21(1).
"""

import numpy as np
import pandas as pd

from evidence.constructs.claims import significance
from evidence.constructs.graph import ClaimGraph

__all__ = ["NOTE", "weight_table"]

NOTE = (
    "Vote counting hides the size of effects, counts a study of 80 like one of 8,000, takes an underpowered null for "
    "evidence of none, and grows with publication bias: a weight of 1 is what selective reporting also gives. "
    "Read it beside the pooled effect and its interval, not instead of them."
)
WELL_UTILISED = 5
BEST = 0.80


def weight_table(graph: ClaimGraph, usable_only: bool = False) -> pd.DataFrame:
    """Per path: studies, tests, significant, non-significant, weight, range, pooled effect and category.

    A test is significant by p, else by t or z, else by value and standard error, else by the paper's verdict; one that
    has none of these counts in `unknown`, not in the weight. `significant` is either direction; `against` the reversed.
    """
    rows = graph.evidence[graph.evidence["usable"]] if usable_only else graph.evidence
    size, edge = len(graph.edges), rows["edge"].to_numpy()
    significant, known = significance(rows)
    verdict = rows["verdict"]
    significant = np.where(known, significant, (verdict == "supported").to_numpy())
    known = known | verdict.isin(["supported", "not supported"]).to_numpy()

    def count(mask: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> "pd.Series[int]":
        return pd.Series(np.bincount(edge[mask], minlength=size))

    out = graph.edges[["source", "target"]].copy()
    tests = count(np.ones(len(rows), bool))
    # As on the edges, rows that name no study count one each.
    distinct = rows.loc[~rows.duplicated(["edge", "study"]) | (rows["study"] == "").to_numpy(), "edge"]
    out["studies"] = np.bincount(distinct.to_numpy(), minlength=size)
    out["tests"] = tests
    out["significant"] = count(significant & known)
    out["non_significant"] = count(~significant & known)
    out["unknown"] = count(~known)
    out["against"] = count((rows["outcome"] == "reversed").to_numpy())
    voted = out["significant"] + out["non_significant"]
    out["weight"] = out["significant"] / voted.where(voted > 0)
    value = rows.groupby("edge")["value"]
    out["lowest"], out["highest"] = value.min().reindex(out.index), value.max().reindex(out.index)
    out["range"] = out["highest"] - out["lowest"]
    suffix = "_usable" if usable_only else ""
    for name in ("k", "estimate", "se"):
        if f"{name}{suffix}" in graph.edges:
            out[f"pooled_{name}"] = graph.edges[f"{name}{suffix}"]
    out["category"] = _category(voted, out["weight"])
    out = out[out["tests"] > 0]
    return out.sort_values(["tests", "weight", "source", "target"], ascending=[False, False, True, True]).reset_index(
        drop=True
    )


def _category(tests: "pd.Series[int]", weight: "pd.Series[float]") -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    conditions = [tests == 0, (tests >= WELL_UTILISED) & (weight >= BEST), tests >= WELL_UTILISED, weight == 1]
    names = ["not tested", "best predictor", "well-utilised, not consistent", "promising predictor"]
    return np.select([c.to_numpy() for c in conditions], names, default="experimental").astype(object)
