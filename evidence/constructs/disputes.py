"""Claims that disagree, and claims that stand on little: what a reviewer asks before citing an arrow.

A feature of the studies separates the outcomes of a claim as far as knowing it removes doubt about the outcome: the
uncertainty coefficient 1 - H(outcome | feature) / H(outcome), with a p-value from permuting the outcomes, since with
few studies any feature seems to separate.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from evidence.constructs.claims import features
from evidence.constructs.graph import ClaimGraph

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

__all__ = ["contested", "fragile", "separating"]

PERMUTATIONS = 999
TABLES = 2_000_000  # cells of permuted tables held at once
SEED = 20010  # any fixed number: the same data give the same answer


def contested(graph: ClaimGraph, limit: int = 50, usable_only: bool = False) -> pd.DataFrame:
    """Edges whose tests disagree (supported, null, reversed), the most disputed first, with what separates them best.

    `dispute` is the entropy of the outcomes in bits times the square root of the number of tests.
    """
    evidence = graph.evidence[graph.evidence["usable"]] if usable_only else graph.evidence
    counts = np.column_stack(
        [
            np.bincount(evidence["edge"][(evidence["outcome"] == name).to_numpy()], minlength=len(graph.edges))
            for name in ("supported", "null", "reversed")
        ]
    ).reshape(len(graph.edges), 3)
    at = np.flatnonzero((counts > 0).sum(axis=1) > 1)
    out = graph.edges.iloc[at][["source", "target", "studies", "samples", "flagged", "lowest", "highest"]].copy()
    out.insert(2, "dispute", _entropy(counts[at]) * np.sqrt(counts[at].sum(axis=1)))
    for i, name in enumerate(("supported", "null", "reversed")):
        out.insert(3 + i, name, counts[at, i])
    out = out.sort_values(["dispute", "source", "target"], ascending=[False, True, True]).head(limit)
    nothing = pd.DataFrame({"feature": [""], "separation": [np.nan], "p": [np.nan], "how": [""]})
    best = [nothing]
    for source, target in zip(out["source"], out["target"], strict=True):
        ranked = separating(graph, str(source), str(target), usable_only)
        best.append(ranked.head(1) if len(ranked) else nothing)
    told = pd.concat(best, ignore_index=True).iloc[1:].reset_index(drop=True)
    named = {"feature": "differs_by", "p": "separation_p"}
    return pd.concat([out.reset_index(drop=True), told.rename(columns=named)], axis=1)


def separating(graph: ClaimGraph, source: str, target: str, usable_only: bool = False) -> pd.DataFrame:
    """The features of the studies behind a claim, ranked by how well they separate its outcomes.

    Numbers are cut at the place that separates best, and the permutations look for the best place too.
    """
    rows = graph.behind(source, target)
    rows = rows[rows["outcome"].isin(["supported", "null", "reversed"]) & (rows["usable"] | (not usable_only))]
    outcome = pd.factorize(rows["outcome"].astype(str), sort=True)[0]
    found = []
    for name in [*features(rows), "estimand", "n"]:
        column = rows[name]
        keep = column.notna().to_numpy() & (column.astype(str) != "").to_numpy()
        codes, names = pd.factorize(column[keep], sort=True)
        # A feature with a value of its own for every test separates anything, and says nothing.
        numeric = pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)
        if keep.sum() < 3 or len(names) < 2 or (not numeric and len(names) == keep.sum()):
            continue
        separation, cut, p = _separation(codes, outcome[keep], cuts=numeric)
        if separation > 0:
            groups = (
                np.where(codes <= cut, f"up to {names[cut]}", f"above {names[cut]}")
                if numeric
                else column[keep].astype(str)
            )
            found.append((name, round(separation, 3), round(p, 3), _said(np.asarray(groups), rows["outcome"][keep])))
    out = pd.DataFrame(found, columns=["feature", "separation", "p", "how"])
    return out.sort_values(["p", "separation", "feature"], ascending=[True, False, True]).reset_index(drop=True)


def fragile(graph: ClaimGraph) -> pd.DataFrame:
    """Claims that rest on one sample, or lose their support without flagged or retracted evidence, and why."""
    edges = graph.edges
    evidence = graph.evidence
    good = evidence["usable"].to_numpy() & (evidence["outcome"] == "supported").to_numpy()
    supported_usable = np.bincount(evidence["edge"].to_numpy()[good], minlength=len(edges))
    reasons = {
        "only flagged evidence": (edges["flagged"] == edges["tests"]).to_numpy(),
        "support only from flagged evidence": ((edges["supported"] > 0) & (supported_usable == 0)).to_numpy()
        & (edges["flagged"] < edges["tests"]).to_numpy(),
        "one usable sample": ((edges["usable_samples"] == 1) & (edges["samples"] > 1)).to_numpy(),
        "one sample": (edges["samples"] == 1).to_numpy(),
    }
    severity = np.select(list(reasons.values()), list(range(len(reasons))), default=len(reasons))
    why = np.array([*reasons, ""], dtype=object)[severity]
    shown = [
        "source",
        "target",
        "tests",
        "samples",
        "usable_samples",
        "n",
        "supported",
        "null",
        "reversed",
        "flagged",
        "retracted",
    ]
    out = edges[shown].assign(supported_usable=supported_usable, why=why, severity=severity)[severity < len(reasons)]
    return out.sort_values(["severity", "source", "target"]).drop(columns="severity").reset_index(drop=True)


def _separation(codes: Ints, outcome: Ints, cuts: bool) -> tuple[float, int, float]:
    """The uncertainty coefficient, the best cut of ordered codes, and the share of permutations that do as well."""
    rng = np.random.default_rng(SEED)
    observed, cut = _explained(codes, outcome[None, :], cuts)
    as_good, step = 0, max(1, TABLES // ((int(codes.max()) + 1) * (int(outcome.max()) + 1)))
    for first in range(0, PERMUTATIONS, step):
        shuffled = rng.permuted(np.tile(outcome, (min(step, PERMUTATIONS - first), 1)), axis=1)
        as_good += int((_explained(codes, shuffled, cuts)[0] >= observed - 1e-12).sum())
    return float(observed[0]), int(cut[0]), (1 + as_good) / (1 + PERMUTATIONS)


def _explained(codes: Ints, outcomes: Ints, cuts: bool) -> tuple[Floats, Ints]:
    """The uncertainty coefficient of each row of outcomes given the codes, and where the best cut is."""
    rows, levels, kinds = len(outcomes), int(codes.max()) + 1, int(outcomes.max()) + 1
    cell = (np.arange(rows)[:, None] * levels + codes) * kinds + outcomes
    table = np.bincount(cell.ravel(), minlength=rows * levels * kinds).reshape(rows, levels, kinds)
    total = table.sum(axis=1)
    doubt = _entropy(total)
    if cuts:
        below = np.cumsum(table, axis=1)[:, :-1]
        above = total[:, None] - below
        left = (_entropy(below) * below.sum(axis=-1) + _entropy(above) * above.sum(axis=-1)) / len(codes)
        cut = left.argmin(axis=1)
        left = np.take_along_axis(left, cut[:, None], axis=1)[:, 0]
    else:
        left = (_entropy(table) * table.sum(axis=-1)).sum(axis=1) / len(codes)
        cut = np.zeros(rows, np.int64)
    return np.where(doubt > 0, 1 - left / np.where(doubt > 0, doubt, 1), 0.0), cut


def _entropy(counts: Ints) -> Floats:
    """The entropy in bits of the counts along the last axis."""
    share = counts / np.maximum(counts.sum(axis=-1, keepdims=True), 1)
    return np.asarray(-(share * np.log2(np.where(share > 0, share, 1))).sum(axis=-1), dtype=np.float64)


def _said(groups: npt.NDArray[np.object_], outcome: "pd.Series[str]") -> str:
    """CN: 3 supported; US: 2 null, 1 supported."""
    table = pd.crosstab(groups, outcome.astype(str).to_numpy())
    lines = []
    for group, row in table.iterrows():
        counted = ", ".join(
            f"{int(count)} {name}" for name, count in sorted(row.items(), key=lambda x: (-x[1], x[0])) if count
        )
        lines.append(f"{group}: {counted}")
    return "; ".join(lines)
