"""Begg and Mazumdar's rank correlation of effects with their variances."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from evidence.errors import InputError
from evidence.pooling.inputs import effects, positive

__all__ = ["RankTest", "begg"]


@dataclass(frozen=True, slots=True)
class RankTest:
    """Kendall's tau-b with its two-sided p; `exact` where no ranks are tied."""

    tau: float
    p: float
    exact: bool


def begg(y: npt.ArrayLike, v: npt.ArrayLike) -> RankTest:
    """Are standardized effects related to their variances?

    Kendall's tau between (y - m) / sqrt(v - 1 / sum(1/v)), m the common-effect mean, and v; exact p without ties,
    else the normal approximation. Begg & Mazumdar (1994), Biometrics 50, 1088.
    """
    y, v = effects(y, v)
    positive(v, "the rank test")
    if y.size < 2:
        raise InputError("a correlation needs two effects or more", why="k is 1")
    w = 1 / v
    centred = (y - (w * y).sum() / w.sum()) / np.sqrt(v - 1 / w.sum())
    tied = np.unique(centred).size < y.size or np.unique(v).size < y.size
    if np.unique(v).size == 1 or np.unique(centred).size == 1:
        raise InputError(
            "all effects have the same rank",
            why="their variances (or standardized effects) are equal",
            todo="report that the rank test does not apply",
        )
    found = stats.kendalltau(centred, v, method="asymptotic" if tied else "exact")
    return RankTest(tau=float(found.statistic), p=float(found.pvalue), exact=not tied)
