"""Which study to run next: what one more sample would teach about each claim, measured in bits.

    bits = 1/2 log2(V / V'),   1/V' = 1/V + 1/(tau2 + v)

V is what is uncertain about the mean effect now, v the sampling variance of one study of the usual size, tau2 how much
studies of this claim differ. For a pair nobody has measured V is the spread of effects over the graph. A pair is only
asked about when its ends are tied through some third construct (`routes`), since any two names make a pair; the rank is

    score = bits * log2(2 + routes):

what is learned, times how much of the graph waits for it. Where a claim has one sample, or none, tau2 is the usual one:
the median over claims with several. Information: Lindley (1956), Annals of Mathematical Statistics 27(4).
"""

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from evidence.constructs.graph import ClaimGraph
from evidence.errors import UsageError

__all__ = ["KINDS", "gaps"]

KINDS = ("unmeasured", "thin", "disputed")
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
# Rows of the product of the adjacency with itself that are held at once: bounds memory, not the answer.
BLOCK = 500
USUAL_N = 300.0  # a survey sample when no study of the graph says its n
USUAL_SPREAD = 0.2**2  # the spread of effects when none is pooled: between .1 and .5 for most pairs of constructs
THIN = 2  # a claim on at most so many usable samples is thin


def gaps(graph: ClaimGraph, limit: int = 100, kind: str | None = None, focus: str | None = None) -> pd.DataFrame:
    """The pairs of constructs about which one more study would say most.

    `kind`: unmeasured (no test, but ties through others), thin (at most two usable samples) or disputed (more than two,
    yet tests disagree). `focus` keeps the pairs of one construct. Columns: source, target, kind, score, bits, routes,
    samples, variance, tau2. Without pooled effects variance is 1 / (N - 3 k) of Fisher's z and tau2 is taken as zero.
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(f"no kind of gap {kind!r}", todo="kinds: " + ", ".join(KINDS))
    spread, one_more = _usual(graph)
    parts: list[pd.DataFrame] = []
    if kind != "unmeasured":
        parts.append(_measured(graph, spread, one_more))
    if kind in (None, "unmeasured"):
        parts.append(_unmeasured(graph, spread, one_more, limit, focus))
    out: pd.DataFrame = pd.concat(parts, ignore_index=True)
    if kind is not None:
        out = out[out["kind"] == kind]
    if focus is not None:
        i = graph.node(focus)
        out = out[(out["source"] == i) | (out["target"] == i)]
    # Names are sorted, so their numbers break ties the way the names would.
    out = (
        out.sort_values(["score", "source", "target"], ascending=[False, True, True]).head(limit).reset_index(drop=True)
    )
    named = {end: graph.nodes[out[end].to_numpy(np.int64)] for end in ("source", "target")}
    return out.assign(**named)


def _usual(graph: ClaimGraph) -> tuple[float, float]:
    """The spread of pooled effects over the graph, and the sampling variance of one more study."""
    spread = USUAL_SPREAD
    if "estimate" in graph.edges:
        found = graph.edges["estimate"].to_numpy(np.float64)
        found = found[~np.isnan(found)]
        if len(found) > 2 and found.var(ddof=1) > 0:
            spread = float(found.var(ddof=1))
    sizes = graph.evidence["n"].to_numpy()
    sizes = sizes[sizes > 3]
    return spread, 1 / (float(np.median(sizes)) if len(sizes) else USUAL_N)


def _bits(variance: Floats, tau2: Floats, one_more: float) -> Floats:
    return np.asarray(0.5 * np.log2(1 + variance / (tau2 + one_more)))


def _measured(graph: ClaimGraph, spread: float, one_more: float) -> pd.DataFrame:
    edges = graph.edges
    variance, tau2 = _uncertainty(graph, spread)
    bits = _bits(variance, tau2, one_more)
    routes = _routes_of(graph)
    disagree = (np.column_stack([edges[name] > 0 for name in ("supported", "null", "reversed")]).sum(axis=1)) > 1
    few = edges["usable_samples"].to_numpy() <= THIN
    out = pd.DataFrame(
        {
            "source": graph.ends[0],
            "target": graph.ends[1],
            "kind": np.where(few, "thin", "disputed"),
            "score": bits * np.log2(2 + routes),
            "bits": bits,
            "routes": routes,
            "samples": edges["samples"].to_numpy(),
            "variance": variance,
            "tau2": tau2,
        }
    )
    kept: pd.DataFrame = out[few | disagree]
    return kept


def _uncertainty(graph: ClaimGraph, spread: float) -> tuple[Floats, Floats]:
    """The variance of each edge's mean effect, never more than not knowing it at all, and its tau2."""
    edges = graph.edges
    suffix = "_usable" if "se_usable" in edges else ""
    if f"se{suffix}" in edges:
        variance = edges[f"se{suffix}"].to_numpy(np.float64) ** 2
        single = edges[f"k{suffix}"].to_numpy() == 1 if f"k{suffix}" in edges else np.zeros(len(edges), bool)
        tau2 = edges[f"tau2{suffix}"].to_numpy(np.float64) if f"tau2{suffix}" in edges else np.full(len(edges), np.nan)
        tau2 = np.where(single | np.isnan(tau2), _usual_tau2(graph), tau2)
        variance = np.where(single, variance + tau2, variance)
    else:
        known = edges["n"].to_numpy() - 3.0 * edges["samples"].to_numpy()
        variance = np.where(known > 0, 1 / np.where(known > 0, known, 1), np.nan)
        variance = np.where(edges["usable_samples"] == 0, np.nan, variance)
        tau2 = np.zeros(len(edges))
    shrunk = 1 / (1 / spread + 1 / np.maximum(variance, 1e-12))
    return np.where(np.isnan(variance), spread, shrunk), tau2


def _usual_tau2(graph: ClaimGraph) -> float:
    """The median tau2 of the claims pooled from several samples."""
    edges = graph.edges
    suffix = "_usable" if "tau2_usable" in edges else ""
    if f"tau2{suffix}" not in edges or f"k{suffix}" not in edges:
        return 0.0
    several = edges.loc[(edges[f"k{suffix}"] > 1) & edges[f"tau2{suffix}"].notna(), f"tau2{suffix}"]
    return float(several.median()) if len(several) else 0.0


def _adjacency(graph: ClaimGraph) -> "sparse.csr_matrix[np.float32]":
    size = len(graph.nodes)
    # A construct said to cause itself (two names, one construct) is no third construct on the way to another.
    ones = (graph.ends[0] != graph.ends[1]).astype(np.float32)
    return sparse.csr_matrix((ones, graph.ends[1], graph.outgoing), shape=(size, size))


def _routes_of(graph: ClaimGraph) -> Floats:
    """For each edge the number of third constructs through which its source leads to its target."""
    adjacency = _adjacency(graph)
    routes = np.zeros(len(graph.edges))
    for first in range(0, len(graph.nodes), BLOCK):
        last = min(first + BLOCK, len(graph.nodes))
        low, high = graph.outgoing[first], graph.outgoing[last]
        if low < high:
            product = (adjacency[first:last] @ adjacency).toarray()
            routes[low:high] = product[graph.ends[0][low:high] - first, graph.ends[1][low:high]]
    return routes


def _unmeasured(graph: ClaimGraph, spread: float, one_more: float, limit: int, focus: str | None) -> pd.DataFrame:
    """The unmeasured pairs with most routes; all have the same bits, so the routes rank them."""
    adjacency = _adjacency(graph)
    size = len(graph.nodes)
    centre = None if focus is None else graph.node(focus)
    best_source, best_target, best_routes = (np.zeros(0, np.int64) for _ in range(3))
    for first in range(0, size, BLOCK):
        last = min(first + BLOCK, size)
        routes = (adjacency[first:last] @ adjacency).toarray()
        routes[adjacency[first:last].nonzero()] = 0
        routes[np.arange(last - first), np.arange(first, last)] = 0
        # A pair tested the other way round is measured.
        routes[adjacency[:, first:last].T.nonzero()] = 0
        if centre is not None:
            keep = np.zeros_like(routes, dtype=bool)
            keep[:, centre] = True
            keep[np.arange(first, last) == centre] = True
            routes[~keep] = 0
        row, column = _largest(routes, limit)
        best_source = np.concatenate([best_source, row + first])
        best_target = np.concatenate([best_target, column])
        best_routes = np.concatenate([best_routes, routes[row, column].astype(np.int64)])
    tau2 = _usual_tau2(graph)
    bits = float(_bits(np.array([spread]), np.array([tau2]), one_more)[0])
    return pd.DataFrame(
        {
            "source": best_source,
            "target": best_target,
            "kind": "unmeasured",
            "score": bits * np.log2(2 + best_routes),
            "bits": bits,
            "routes": best_routes.astype(np.float64),
            "samples": 0,
            "variance": spread,
            "tau2": tau2,
        }
    )


def _largest(values: npt.NDArray[np.float32], limit: int) -> tuple[Ints, Ints]:
    """The places of the `limit` largest positive values, ties to the first place."""
    flat = values.ravel()
    at = np.flatnonzero(flat > 0)
    if len(at) > limit:
        floor = np.partition(flat[at], len(at) - limit)[len(at) - limit]
        above, equal = at[flat[at] > floor], at[flat[at] == floor]
        at = np.sort(np.concatenate([above, equal[: limit - len(above)]]))
    return at // values.shape[1], at % values.shape[1]
