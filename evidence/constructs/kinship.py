"""Which constructs live alike in the literature: the similarity of their nomological networks.

A construct is described by what it leads to and what leads to it, each tie weighted by its pooled effect (or, where
nothing is pooled, by its share of supported tests). Two constructs are alike as far as these descriptions point the
same way (cosine). Constructs with other names and one network are candidates for one construct: the inter-nomological
network.
Larsen & Bong (2016), MIS Quarterly 40(3); Cronbach & Meehl (1955), Psychological Bulletin 52(4).
"""

import numpy as np
import pandas as pd
from scipy import sparse

from evidence.constructs.graph import ClaimGraph

__all__ = ["alike"]

BLOCK = 500  # rows compared with all others at once: bounds memory, not the answer


def alike(graph: ClaimGraph, construct: str | None = None, fewest: int = 2, limit: int = 100) -> pd.DataFrame:
    """The pairs of constructs (or the kin of one) with the most similar networks, sharing at least `fewest` neighbours.

    Columns: first, second, similarity, shared (neighbours in the same role), tested (one on the other).
    """
    ties = _ties(graph)
    present = ties.copy()
    present.data = np.ones_like(present.data)
    size = len(graph.nodes)
    parts: list[pd.DataFrame] = []
    rows = range(0, size, BLOCK) if construct is None else [graph.node(construct)]
    for first in rows:
        last = min(first + BLOCK, size) if construct is None else first + 1
        shared = (present[first:last] @ present.T).toarray()
        cosine = (ties[first:last] @ ties.T).toarray()
        cosine[shared < fewest] = 0
        if construct is None:  # each pair once
            cosine[np.arange(first, last)[:, None] >= np.arange(size)[None, :]] = 0
        else:
            cosine[0, first] = 0
        row, column = np.nonzero(cosine > 0)
        values = cosine[row, column]
        if len(values) > limit:
            floor = np.partition(values, len(values) - limit)[len(values) - limit]
            kept = values >= floor
            row, column, values = row[kept], column[kept], values[kept]
        part = {"first": row + first, "second": column, "similarity": values, "shared": shared[row, column].astype(int)}
        parts.append(pd.DataFrame(part))
    out = pd.concat(parts, ignore_index=True)
    out["similarity"] = out["similarity"].astype(np.float64).round(6)
    out = out.sort_values(["similarity", "shared", "first", "second"], ascending=[False, False, True, True])
    out = out.head(limit).reset_index(drop=True)
    pairs = set(zip(*(end.tolist() for end in graph.ends), strict=True))
    out["tested"] = [(a, b) in pairs or (b, a) in pairs for a, b in zip(out["first"], out["second"], strict=True)]
    for end in ("first", "second"):
        out[end] = graph.nodes[out[end].to_numpy(np.int64)]
    return out


def _ties(graph: ClaimGraph) -> "sparse.csr_matrix[np.float32]":
    """Each construct as a row of unit length: its ties as cause, then its ties as effect."""
    source, target = graph.ends
    edges = graph.edges
    support = ((edges["supported"] - edges["reversed"]) / edges["tests"]).to_numpy(np.float64)
    weight = np.where(support == 0, 0.5 / edges["tests"].to_numpy(), support)
    if "estimate" in edges:
        pooled = edges["estimate"].to_numpy(np.float64)
        weight = np.where(np.isnan(pooled), 0.0, pooled)
    size = len(graph.nodes)
    known = weight != 0
    rows = np.concatenate([source[known], target[known]])
    columns = np.concatenate([target[known], source[known] + size])
    values = np.concatenate([weight[known], weight[known]]).astype(np.float32)
    matrix = sparse.csr_matrix((values, (rows, columns)), shape=(size, 2 * size))
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = sparse.diags(np.where(length > 0, 1 / np.where(length > 0, length, 1), 0)).astype(np.float32)
    return sparse.csr_matrix(scale @ matrix)
