"""The graph of claims: constructs, the edges between them, and behind each edge every test that was reported.

Edges are a frame, evidence is a frame sorted by edge, and an index says which rows lie behind which edge. A million
tests fit so in memory and are built in seconds; `networkx` makes a MultiDiGraph of them, or a DiGraph of the edges.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd

from evidence.constructs.claims import DIRECT, OUTCOMES, categorical, prepare
from evidence.errors import InputError, UsageError, nearest

__all__ = ["ClaimGraph", "Pooler", "build"]

Pooler = Callable[[Any, npt.NDArray[np.float64], npt.NDArray[np.float64]], pd.DataFrame]
Ints = npt.NDArray[np.int64]

POOLED = ("k", "estimate", "se", "tau2")


@dataclass(frozen=True, eq=False)
class ClaimGraph:
    """Constructs and claims.

    - `nodes`: names, sorted;
    - `edges`: one row per ordered pair, sorted, with counts of tests, studies, samples, outcomes and flags;
    - `evidence`: one row per direct test, sorted by `edge` (the row of `edges`);
    - `moderation`, `mediation`: rows of interactions and of indirect effects;
    - `undirected`: correlations, which claim no direction and make no edge.
    """

    nodes: npt.NDArray[np.object_]
    edges: pd.DataFrame
    evidence: pd.DataFrame
    starts: Ints
    moderation: pd.DataFrame
    mediation: pd.DataFrame
    undirected: pd.DataFrame

    @cached_property
    def place(self) -> dict[str, int]:
        """The number of each construct."""
        return {str(name): i for i, name in enumerate(self.nodes)}

    @cached_property
    def ends(self) -> tuple[Ints, Ints]:
        """The numbers of source and target of every edge."""
        return self.edges["source_no"].to_numpy(np.int64), self.edges["target_no"].to_numpy(np.int64)

    @cached_property
    def outgoing(self) -> Ints:
        """Where the edges of each construct start in `edges`: those of node i are outgoing[i]:outgoing[i + 1]."""
        return np.searchsorted(self.ends[0], np.arange(len(self.nodes) + 1))

    @cached_property
    def incoming(self) -> tuple[Ints, Ints]:
        """The edges in order of their target, and where those of each construct start in that order."""
        order = np.argsort(self.ends[1], kind="stable")
        return order, np.searchsorted(self.ends[1][order], np.arange(len(self.nodes) + 1))

    @cached_property
    def doubtful(self) -> npt.NDArray[np.bool_]:
        """Which edges have nothing but flagged evidence."""
        return (self.edges["flagged"] == self.edges["tests"]).to_numpy()

    def node(self, name: str) -> int:
        """The number of a construct, refused with the nearest name when it is not in the graph."""
        if name not in self.place:
            raise UsageError(f"{name!r} is not in the graph", todo=nearest(name, list(self.place)))
        return self.place[name]

    def edge(self, source: str, target: str) -> int:
        """The row of `edges` from one construct to another, refused when nobody claimed it."""
        at = self.outgoing[self.node(source)] + np.searchsorted(self.successors(source), self.node(target))
        if at >= self.outgoing[self.node(source) + 1] or self.ends[1][at] != self.node(target):
            raise UsageError(f"nobody tested {source} -> {target}", todo="see `antecedents` and `consequents`")
        return int(at)

    def successors(self, name: str) -> Ints:
        """The numbers of the constructs a construct is claimed to lead to."""
        i = self.node(name)
        return self.ends[1][self.outgoing[i] : self.outgoing[i + 1]]

    def behind(self, source: str, target: str) -> pd.DataFrame:
        """Every test behind an edge, as reported."""
        at = self.edge(source, target)
        return self.evidence.iloc[self.starts[at] : self.starts[at + 1]]

    def around(self, constructs: Sequence[str], steps: int = 1) -> "ClaimGraph":
        """The part of the graph within so many steps of some constructs, either way, with all edges between."""
        keep = np.zeros(len(self.nodes), dtype=bool)
        keep[[self.node(each) for each in constructs]] = True
        source, target = self.ends
        for _ in range(steps):
            grown = keep.copy()
            grown[target[keep[source]]] = True
            grown[source[keep[target]]] = True
            keep = grown
        return self.among([str(name) for name in self.nodes[keep]])

    def among(self, constructs: Sequence[str]) -> "ClaimGraph":
        """The part of the graph that has only these constructs, with everything known about the edges between them."""
        keep = np.zeros(len(self.nodes), dtype=bool)
        keep[[self.node(each) for each in constructs]] = True
        number = np.cumsum(keep) - 1
        inside = keep[self.ends[0]] & keep[self.ends[1]]
        edges = self.edges[inside].reset_index(drop=True)
        edges["source_no"], edges["target_no"] = number[edges["source_no"]], number[edges["target_no"]]
        rows = inside[self.evidence["edge"].to_numpy()]
        renumbered = np.cumsum(inside) - 1
        evidence = self.evidence[rows].reset_index(drop=True)
        evidence["edge"] = renumbered[evidence["edge"].to_numpy()]
        starts = np.concatenate([[0], np.cumsum(np.diff(self.starts)[inside])]).astype(np.int64)
        names = set(self.nodes[keep])
        others = {
            part: rows[rows["source"].isin(names) & rows["target"].isin(names)].reset_index(drop=True)
            for part, rows in (
                ("moderation", self.moderation),
                ("mediation", self.mediation),
                ("undirected", self.undirected),
            )
        }
        return replace(self, nodes=self.nodes[keep], edges=edges, evidence=evidence, starts=starts, **others)

    def networkx(self, parallel: bool = True) -> "nx.MultiDiGraph[str] | nx.DiGraph[str]":
        """The graph as networkx has it: one edge per test (MultiDiGraph), or one per pair (DiGraph)."""
        rows = self.evidence if parallel else self.edges
        graph: nx.MultiDiGraph[str] | nx.DiGraph[str] = nx.MultiDiGraph() if parallel else nx.DiGraph()
        graph.add_nodes_from(str(name) for name in self.nodes)
        plain = rows.drop(columns=[c for c in ("source", "target", "source_no", "target_no", "edge") if c in rows])
        columns = [_plain(plain[name]) for name in plain.columns]
        names = [str(name) for name in plain.columns]
        sources, targets = rows["source"].astype(str).tolist(), rows["target"].astype(str).tolist()
        graph.add_edges_from(
            (s, t, {k: v for k, v in zip(names, values, strict=True) if v is not None and v != ""})
            for s, t, *values in zip(sources, targets, *columns, strict=True)
        )
        return graph

    def pool(self, pooler: Pooler, estimand: str | None = None) -> "ClaimGraph":
        """The graph with each edge pooled by `pooler(group, y, v)`, over all tests and over the usable ones.

        Effects of several estimands are not mixed: name one. Those that one sample gives to one edge are
        averaged first, with their average variance, so that k counts samples. The standard error is the printed one,
        else value / stat.
        A standardized effect or a correlation printed with neither gets the large-sample variance
        (1 - y^2)^2 / (n - 1); `from_n` counts those.
        """
        rows = self.evidence
        kinds = sorted(set(rows.loc[rows["value"].notna(), "estimand"].astype(str)))
        if estimand is None and len(kinds) > 1:
            raise UsageError(
                "the effects are of several estimands, which are not mixed",
                why=", ".join(kinds),
                todo="name the estimand",
            )
        if estimand is not None and estimand not in kinds:
            raise UsageError(f"no effect with estimand {estimand!r}", todo=nearest(estimand, kinds))
        variance, from_n = _variance(rows)
        ready = rows["value"].notna().to_numpy() & (variance > 0)
        if estimand is not None:
            ready &= (rows["estimand"] == estimand).to_numpy()
        edges = self.edges.copy()
        for suffix, chosen in (("", ready), ("_usable", ready & rows["usable"].to_numpy())):
            pooled = _pooled(pooler, rows, variance, chosen)
            for name in POOLED:
                column = pooled[name] if name in pooled else pd.Series(dtype=float)
                edges[name + suffix] = column.reindex(edges.index).to_numpy(np.float64)
            edges["k" + suffix] = np.nan_to_num(edges["k" + suffix].to_numpy()).astype(np.int64)
        edges["from_n"] = np.bincount(rows["edge"].to_numpy()[ready & from_n], minlength=len(edges))
        edges["estimand"] = estimand if estimand is not None else (kinds[0] if kinds else "")
        return replace(self, edges=edges)

    def with_pooled(self, pooled: pd.DataFrame) -> "ClaimGraph":
        """The graph with effects pooled elsewhere: a frame of source, target, estimate, se and, if known, k, tau2."""
        for name in ("source", "target", "estimate", "se"):
            if name not in pooled.columns:
                raise InputError(f"no column {name!r}", where="frame of pooled effects")
        if pooled.duplicated(["source", "target"]).any():
            raise InputError(
                "an edge is pooled twice", where="frame of pooled effects", todo="one row per source and target"
            )
        own = [name for name in pooled.columns if name in (*POOLED, *(f"{each}_usable" for each in POOLED), "estimand")]
        keys = pd.MultiIndex.from_frame(self.edges[["source", "target"]].astype(str))
        found = pooled.set_index(["source", "target"])[own].reindex(keys)
        return replace(
            self, edges=self.edges.drop(columns=own, errors="ignore").assign(**{n: found[n].to_numpy() for n in own})
        )


def build(frame: pd.DataFrame, nodes: Sequence[str] = ()) -> ClaimGraph:
    """The graph of a frame of claims (columns: see `claims`); `nodes` adds constructs nobody has tested.

    >>> graph = build(pd.DataFrame({"source": ["trust", "trust"], "target": ["loyalty"] * 2, "study": ["a", "b"]}))
    >>> graph.edges[["source", "target", "studies"]].values.tolist()
    [['trust', 'loyalty', 2]]
    """
    claims = prepare(frame)
    names = np.array(
        sorted({*map(str, claims["source"].cat.categories), *map(str, claims["target"].cat.categories), *nodes}),
        dtype=object,
    )
    place = {name: i for i, name in enumerate(names)}
    codes = {}
    for end in ("source", "target"):
        table = np.array([place[str(each)] for each in claims[end].cat.categories], dtype=np.int64)
        codes[end] = table[claims[end].cat.codes.to_numpy()] if len(table) else np.zeros(0, np.int64)
        claims[end] = categorical(codes[end], names.tolist())
    kind = claims["kind"]
    direct = kind.isin(DIRECT).to_numpy()
    key = codes["source"] * len(names) + codes["target"]
    # By study and numbers within an edge: sums and exports do not depend on the order the rows came in.
    texts = [claims[name].cat.codes.to_numpy()[direct] for name in ("estimand", "hypothesis", "sample", "study")]
    order = np.flatnonzero(direct)[np.lexsort([claims["value"].to_numpy()[direct], *texts, key[direct]])]
    evidence = claims.iloc[order].reset_index(drop=True)
    unique, starts, edge = np.unique(key[order], return_index=True, return_inverse=True)
    evidence["edge"] = edge
    starts = np.append(starts, len(order)).astype(np.int64)
    edges = _summarise(evidence, edge, len(unique))
    edges.insert(0, "target_no", unique % max(1, len(names)))
    edges.insert(0, "source_no", unique // max(1, len(names)))
    edges.insert(0, "target", names[unique % max(1, len(names))] if len(unique) else [])
    edges.insert(0, "source", names[unique // max(1, len(names))] if len(unique) else [])
    return ClaimGraph(
        nodes=names,
        edges=edges,
        evidence=evidence,
        starts=starts,
        moderation=claims[(kind == "interaction").to_numpy()].reset_index(drop=True),
        mediation=claims[kind.isin(["indirect", "mediated", "total"]).to_numpy()].reset_index(drop=True),
        undirected=claims[kind.isin(["correlation", "covariance"]).to_numpy()].reset_index(drop=True),
    )


def _summarise(rows: pd.DataFrame, edge: Ints, size: int) -> pd.DataFrame:
    """The counts of each edge; distinct studies and samples are counted once however many tests they ran."""
    usable = rows["usable"].to_numpy()
    out = pd.DataFrame(index=pd.RangeIndex(size))
    out["tests"] = np.bincount(edge, minlength=size)
    study = rows["study"].cat.codes.to_numpy(np.int64)
    # Rows that name no study cannot be told apart from each other's study: each counts as its own.
    nameless = (rows["study"] == "").to_numpy()
    study = np.where(nameless, len(rows["study"].cat.categories) + np.arange(len(rows)), study)
    sample, _ = pd.factorize(
        study * (len(rows["sample"].cat.categories) + 1) + rows["sample"].cat.codes.to_numpy(np.int64)
    )
    out["studies"] = _distinct(edge, study, size)
    out["samples"] = _distinct(edge, sample, size)
    out["usable_samples"] = _distinct(edge[usable], sample[usable], size)
    out["n"] = _sample_sizes(edge, sample, rows["n"].to_numpy(), size)
    for name in OUTCOMES:
        out[name] = np.bincount(edge[(rows["outcome"] == name).to_numpy()], minlength=size)
    out["flagged"] = np.bincount(edge[~usable], minlength=size)
    out["flags"] = np.bincount(edge[rows["level"].isin(["critical", "error", "warn"]).to_numpy()], minlength=size)
    out["retracted"] = np.bincount(edge[(rows["status"].str.lower() == "retracted").to_numpy()], minlength=size)
    value = rows["value"].to_numpy()
    has = ~np.isnan(value)
    low, high = np.full(size, np.inf), np.full(size, -np.inf)
    np.minimum.at(low, edge[has], value[has])
    np.maximum.at(high, edge[has], value[has])
    out["lowest"], out["highest"] = np.where(np.isinf(low), np.nan, low), np.where(np.isinf(high), np.nan, high)
    return out


def _distinct(edge: Ints, what: npt.NDArray[Any], size: int) -> Ints:
    if not len(edge):
        return np.zeros(size, np.int64)
    width = int(what.max()) + 1
    key = np.sort(edge * width + what)  # nearly in order already: sorting is quicker than hashing
    first = np.concatenate([[True], key[1:] != key[:-1]])
    return np.bincount(key[first] // width, minlength=size)


def _sample_sizes(edge: Ints, sample: Ints, n: npt.NDArray[np.float64], size: int) -> npt.NDArray[np.float64]:
    """The sum over samples of the largest n each is reported with."""
    if not len(edge):
        return np.zeros(size)
    groups, where = np.unique(edge * (int(sample.max()) + 1) + sample, return_inverse=True)
    largest = np.zeros(len(groups))
    np.maximum.at(largest, where, np.nan_to_num(n))
    return np.bincount(groups // (int(sample.max()) + 1), weights=largest, minlength=size).astype(np.float64)


def _variance(rows: pd.DataFrame) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    value, n = rows["value"].to_numpy(), rows["n"].to_numpy()
    se, stat = rows["se"].to_numpy(), np.abs(rows["stat"].to_numpy())
    # A t or z printed beside the estimate gives its standard error back.
    variance = np.where(se > 0, se, np.abs(value) / np.where(stat > 0, stat, np.nan)) ** 2
    label = rows["estimand"].astype(str).str.lower()
    bounded = (label.eq("r") | label.str.contains(r"(?<!un)standardi[sz]ed|correlation")).to_numpy() & (
        np.abs(value) < 1
    )
    from_n = ~(variance > 0) & bounded & (n > 3)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(from_n, (1 - value**2) ** 2 / (n - 1), variance), from_n


def _pooled(
    pooler: Pooler, rows: pd.DataFrame, variance: npt.NDArray[np.float64], chosen: npt.NDArray[np.bool_]
) -> pd.DataFrame:
    if not chosen.any():
        return pd.DataFrame()
    part = rows.loc[chosen, ["edge", "study", "sample"]]
    edge = part["edge"].to_numpy(np.int64)
    # Rows that name no study cannot be told apart from each other's: each counts as its own.
    studies, samples = len(part["study"].cat.categories), len(part["sample"].cat.categories)
    nameless = (part["study"] == "").to_numpy()
    study = np.where(nameless, studies + np.arange(len(part)), part["study"].cat.codes.to_numpy(np.int64))
    key = (edge * (studies + len(part)) + study) * samples + part["sample"].cat.codes.to_numpy(np.int64)
    _, first, group, size = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
    y = np.bincount(group, rows["value"].to_numpy()[chosen]) / size
    v = np.bincount(group, variance[chosen]) / size
    return pooler(edge[first], y, v)


def _plain(column: "pd.Series[Any]") -> list[Any]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.astype(object).tolist()
    values = column.tolist()
    return [None if value != value else value for value in values] if column.dtype.kind == "f" else values
