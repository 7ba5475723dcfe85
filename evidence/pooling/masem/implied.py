"""The correlations that a printed standardized path model implies, when nothing but its paths is printed.

R = (I - B)^-1 S (I - B)^-T with residual variances that make every variance 1. Residuals are taken to be uncorrelated,
and the model must have one exogenous variable: with several, their correlations would have to be known. Wright 1934,
Annals of Mathematical Statistics 5:161.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

__all__ = ["implied_correlations"]


def implied_correlations(paths: Sequence[tuple[str, str, float]]) -> pd.DataFrame | str:
    """The matrix implied by standardized paths (source, target, beta), or in words why there is none.

    >>> implied_correlations([("a", "b", 0.5), ("b", "c", 0.4)]).loc["a", "c"].round(3)
    np.float64(0.2)
    """
    if any(np.isnan(beta) for _, _, beta in paths):
        return "a path is printed without its coefficient"
    if len({(source, target) for source, target, _ in paths}) < len(paths):
        return "a path stands twice"
    order = _causes_first({(source, target) for source, target, _ in paths})
    if order is None:
        return "the model is not recursive"
    caused = {target for _, target, _ in paths}
    first = [name for name in order if name not in caused]
    if len(first) > 1:
        return f"the correlations of {', '.join(first)} are not known"
    into: dict[str, list[tuple[str, float]]] = {name: [] for name in order}
    for source, target, beta in paths:
        into[target].append((source, beta))
    at = {name: i for i, name in enumerate(order)}
    r = np.eye(len(order))
    for i, name in enumerate(order):
        weights = np.zeros(i)
        for source, beta in into[name]:
            weights[at[source]] = beta
        r[i, :i] = r[:i, i] = r[:i, :i] @ weights
        if float(weights @ r[:i, :i] @ weights) >= 1:
            return f"the paths to {name} explain more than all of it"
    return pd.DataFrame(r, index=order, columns=order)


def _causes_first(edges: set[tuple[str, str]]) -> list[str] | None:
    left = sorted({name for edge in edges for name in edge})
    order: list[str] = []
    while left:
        ready = [name for name in left if not any(b == name and a in left for a, b in edges)]
        if not ready:
            return None
        order += ready
        left = [name for name in left if name not in ready]
    return order
