"""The graph of claims out of the database, each edge pooled over its samples."""

from typing import Any

import numpy as np
from sqlalchemy import Engine

from evidence.constructs.graph import ClaimGraph, build
from evidence.pooling import pool_many
from evidence.store.claims import claims, names
from evidence.store.maps import DEFAULT_MAP

__all__ = ["claim_graph"]


def claim_graph(engine: Engine, *, map: str = DEFAULT_MAP, estimand: str | None = None) -> ClaimGraph:
    """The graph of every claim under a map of names onto constructs, each edge pooled over its samples (REML).

    Unlike estimands are not mixed: standardized direct effects are pooled, or those named.
    """
    made = build(claims(engine, map), names(engine, map))
    rows = made.evidence
    held = rows.loc[rows["value"].notna(), "estimand"].value_counts()
    counts = {str(kind): int(count) for kind, count in held.items() if count}
    if not counts and estimand is None:
        return made
    usual = "direct, standardized"
    chosen = estimand or (usual if usual in counts else max(counts, key=lambda each: (counts[each], each)))

    def pooler(group: Any, y: Any, v: Any) -> Any:
        return pool_many(np.asarray(group), y, v, method="REML", test="z")

    return made.pool(pooler, chosen)
