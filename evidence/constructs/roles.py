"""What role a construct plays: what leads to it, what it leads to, what moderates, and where claims run in circles."""

from itertools import islice

import networkx as nx
import pandas as pd

from evidence.constructs.graph import ClaimGraph
from evidence.errors import UsageError

__all__ = ["antecedents", "consequents", "cycles", "moderators"]

SHOWN = [
    "tests",
    "studies",
    "samples",
    "n",
    "supported",
    "null",
    "reversed",
    "flagged",
    "flags",
    "retracted",
    "lowest",
    "highest",
]


def antecedents(graph: ClaimGraph, construct: str) -> pd.DataFrame:
    """What is claimed to lead to a construct, the most studied first, with `support`: supported tests of all tests."""
    order, starts = graph.incoming
    i = graph.node(construct)
    return _ranked(graph, graph.edges.iloc[order[starts[i] : starts[i + 1]]], "source")


def consequents(graph: ClaimGraph, construct: str) -> pd.DataFrame:
    """What a construct is claimed to lead to, the most studied first, with `support`: supported tests of all tests."""
    i = graph.node(construct)
    return _ranked(graph, graph.edges.iloc[graph.outgoing[i] : graph.outgoing[i + 1]], "target")


def _ranked(graph: ClaimGraph, edges: pd.DataFrame, end: str) -> pd.DataFrame:
    pooled = [
        name for name in ("k", "estimate", "se", "k_usable", "estimate_usable", "se_usable") if name in graph.edges
    ]
    out = edges[[end, *SHOWN, *pooled]].rename(columns={end: "construct"})
    out.insert(1, "support", out["supported"] / out["tests"])
    return out.sort_values(["samples", "support", "construct"], ascending=[False, False, True]).reset_index(drop=True)


def moderators(graph: ClaimGraph, source: str | None = None, target: str | None = None) -> pd.DataFrame:
    """The constructs reported to moderate a claim (or any claim), with how their tests came out."""
    rows = graph.moderation[graph.moderation["moderator"] != ""]
    for end, name in (("source", source), ("target", target)):
        if name is not None:
            graph.node(name)
            rows = rows[rows[end] == name]
    keys = ["source", "target", "moderator"]
    counted = rows.assign(
        supported=rows["outcome"] == "supported",
        against=rows["outcome"].isin(["null", "reversed"]),
        flagged=~rows["usable"],
    )
    out = counted.groupby(keys, observed=True).agg(
        tests=("outcome", "size"),
        studies=("study", "nunique"),
        supported=("supported", "sum"),
        against=("against", "sum"),
        flagged=("flagged", "sum"),
        lowest=("value", "min"),
        highest=("value", "max"),
    )
    out = out.reset_index().astype(dict.fromkeys(keys, str))
    return out.sort_values(["studies", *keys], ascending=[False, True, True, True]).reset_index(drop=True)


def cycles(graph: ClaimGraph, length: int = 4, limit: int = 1000) -> list[tuple[str, ...]]:
    """Claims that lead back to where they began, the shortest first; each cycle starts with its first name.

    A cycle is not an error: it says that the literature claims both directions, in one study or in several.
    """
    if length < 2:
        raise UsageError("a cycle has at least two edges", where=f"length {length}")
    plain: nx.DiGraph[int] = nx.DiGraph()
    plain.add_edges_from(zip(*(each.tolist() for each in graph.ends), strict=True))
    found: list[tuple[str, ...]] = []
    for bound in range(2, length + 1):
        ways = (each for each in nx.simple_cycles(plain, length_bound=bound) if len(each) == bound)
        found += sorted(_from_first(graph, each) for each in islice(ways, limit - len(found)))
        if len(found) >= limit:
            break
    return found


def _from_first(graph: ClaimGraph, cycle: list[int]) -> tuple[str, ...]:
    names = [str(graph.nodes[i]) for i in cycle]
    first = names.index(min(names))
    return (*names[first:], *names[:first])
