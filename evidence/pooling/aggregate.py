"""Combines the effects of each sample into one, knowing that they depend on one another.

Inside a cluster V_ij = rho sqrt(v_i v_j), V_ii = v_i (compound symmetry); the combined effect is 1'V⁻¹y / 1'V⁻¹1 with
variance 1 / 1'V⁻¹1, or the plain mean with variance 1'V1 / m². Gleser and Olkin 2009, in The Handbook of Research
Synthesis; Borenstein and others 2009, Introduction to Meta-Analysis, chapter 24.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from evidence.errors import InputError, UsageError, nearest

from .blocks import BlockCovariance, clustered_effects

__all__ = ["aggregate"]

WEIGHTINGS = ("inverse-variance", "equal")


def aggregate(
    y: ArrayLike,
    v: ArrayLike,
    cluster: Sequence[object] | ArrayLike,
    rho: float = 0.6,
    weighting: str = "inverse-variance",
) -> pd.DataFrame:
    """One effect per cluster: columns cluster, y, v, k, in the order in which clusters first appear."""
    if weighting not in WEIGHTINGS:
        raise UsageError(f"effects cannot be weighted by {weighting!r}", why=nearest(str(weighting), WEIGHTINGS))
    if not 0 <= rho < 1:
        raise InputError(f"rho is {rho:g}", why="the correlation of sampling errors must be from 0 to below 1")
    effects = clustered_effects(y, v, cluster)
    clusters, sizes = effects.clusters, effects.clusters.sizes
    root = np.sqrt(effects.v)
    if weighting == "equal":
        combined = clusters.sums(effects.y) / sizes
        variance = ((1 - rho) * clusters.sums(effects.v) + rho * clusters.sums(root) ** 2) / sizes**2
    else:
        covariance = BlockCovariance(clusters, (1 - rho) * effects.v, root[:, None], np.array([[rho]]))
        weights = covariance.solve(np.ones(len(root)))
        total = clusters.sums(weights)
        combined, variance = clusters.sums(weights * effects.y) / total, 1 / total
    return pd.DataFrame({"cluster": list(effects.names), "y": combined, "v": variance, "k": sizes})
