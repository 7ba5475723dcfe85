"""Trim and fill: what would the mean be if the funnel were symmetric?"""

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from evidence.errors import InputError
from evidence.pooling.estimators import Estimator
from evidence.pooling.estimators import estimator as tau2_estimator
from evidence.pooling.inference import TESTS
from evidence.pooling.inputs import Floats, chosen, confidence, effects, positive
from evidence.pooling.moments import Design, Model, Scalar, Single
from evidence.pooling.pooled import Pooled
from evidence.pooling.random_effects import pool_with
from evidence.pooling.scoring import settle

__all__ = ["TrimFill", "trim_fill"]

COUNTS = ("L0", "R0", "Q0")
SIDES = ("left", "right")
ROUNDS = 100
ROUNDING = 1e-14  # an effect this near the mean is at the mean: neither side
CONVERGENCE = 1e-5  # the default of metafor's Fisher scoring, with which trim-and-fill results are published


@dataclass(frozen=True, slots=True)
class TrimFill:
    """How many effects are missing, on which side, the effects filled in, and the pooled result with them.

    The fields of `Pooled` are read from it directly: `result.estimate`.
    """

    k0: int
    side: str
    filled: tuple[float, ...]
    pooled: Pooled

    def __getattr__(self, name: str) -> Any:
        if name in {f.name for f in fields(Pooled)}:
            return getattr(self.pooled, name)
        raise AttributeError(f"a trim-and-fill result has no {name!r}")

    def to_dict(self) -> dict[str, Any]:
        """Plain values: k0, side and filled, then the fields of `Pooled`."""
        return {"k0": self.k0, "side": self.side, "filled": list(self.filled)} | self.pooled.to_dict()


def trim_fill(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    method: str = "REML",
    estimator: str = "L0",
    side: str | None = None,
    test: str = "z",
    level: float = 0.95,
    convergence: float = CONVERGENCE,
) -> TrimFill:
    """Estimate how many effects are missing on one side of the funnel and pool with their mirror images.

    With r the ranks of |y - m| and S the sum of those on the full side: L0 = (4 S - k (k + 1)) / (2 k - 1); R0 =
    length of the longest run of outermost ranks - 1; Q0 = k - 1/2 - sqrt(2 k^2 - 4 S + 1/4); m without the k0
    outermost, until k0 is stable. The side is the one opposite to the slope of effects on their standard errors.
    Duval & Tweedie (2000), Biometrics 56, 455; JASA 95, 89.

    With effects filled in, REML, ML and EB stop when tau2 moves by no more than `convergence`, as the program does with
    which such figures are published; 0 iterates to the last digit, as `pool` does.
    """
    y, v = effects(y, v)
    positive(v, "trim and fill")
    chosen("count of missing effects", estimator, COUNTS)
    chosen("test", test, TESTS)
    exact = tau2_estimator(method)
    how = _stopping(exact, convergence)
    side = _empty_side(y, v, how) if side is None else chosen("side", side, SIDES)
    sign = -1.0 if side == "right" else 1.0
    order = np.argsort(sign * y, kind="stable")
    flipped, variance = sign * y[order], v[order]
    k0, mean = _missing(flipped, variance, how, estimator)
    first = y.size - k0
    filled = sign * (2 * mean - flipped[first:])
    all_y, all_v = np.concatenate([y, filled]), np.concatenate([v, variance[first:]])
    result = pool_with(how if k0 else exact, all_y, all_v, test, confidence(level), "default")
    return TrimFill(k0=k0, side=side, filled=tuple(filled.tolist()), pooled=result)


def _stopping(how: Estimator, convergence: float) -> Estimator:
    """The estimator with a limit of convergence, if it iterates to a likelihood or to Morris's equation."""
    if how.score is None or how.divides_by_v or convergence <= 0:
        return how
    score = how.score

    def tau2(model: Model) -> tuple[Scalar, Scalar]:
        return settle(model, score, convergence), how.tau2(model)[1]

    return replace(how, tau2=tau2)


def _empty_side(y: Floats, v: Floats, how: Estimator) -> str:
    if y.size < 2 + (not how.common_effect):
        raise InputError(f"{y.size} effects are too few to see on which side some are missing", todo="name the side")
    se = np.sqrt(v)
    if np.ptp(se) <= 1e-12 * se.max():
        raise InputError("all effects have the same standard error", why="no side can be told", todo="name the side")
    model = Design(y, v, np.column_stack([np.ones_like(y), se]))
    return "right" if model.at(float(how.tau2(model)[0])).coefficients[1] < 0 else "left"


def _missing(y: Floats, v: Floats, how: Estimator, count: str) -> tuple[int, float]:
    """The number of missing effects on the left of ascending effects, and the mean without their counterparts."""
    k, k0 = y.size, 0
    for _ in range(ROUNDS):
        kept = k - k0
        if kept < 1:
            break
        mean = _mean(y[:kept], v[:kept], how)
        distance = y - mean
        distance[np.abs(distance) <= ROUNDING * np.abs(y).max()] = 0.0
        found = _count(distance, count)
        if found == k0:
            return k0, mean
        k0 = found
    raise InputError(
        "the number of missing effects did not settle",
        why="trimming removed every effect or went round in circles",
        todo="use another of L0, R0, Q0, or report that trim and fill does not apply",
    )


def _mean(y: Floats, v: Floats, how: Estimator) -> float:
    part = Single(y, v)
    return float(y[0]) if y.size == 1 else float(part.at(float(how.tau2(part)[0])).mean)


def _count(centred: Floats, count: str) -> int:
    k = centred.size
    rank = np.empty(k)
    rank[np.argsort(np.abs(centred), kind="stable")] = np.arange(1, k + 1)
    full = float(rank[centred > 0].sum())
    if count == "R0":
        left = rank[centred < 0]
        if not left.size:
            return 0  # every effect is at the mean: nothing is left over on the other side
        estimate = k - left.max() - 1
    elif count == "L0":
        estimate = (4 * full - k * (k + 1)) / (2 * k - 1)
    else:
        inside = 2 * k**2 - 4 * full + 0.25
        if inside < 0:
            raise InputError(
                "Q0 has no value here",
                why="the ranks on one side are so large that its square root is of a negative number",
                todo="use L0 or R0",
            )
        estimate = k - 0.5 - float(np.sqrt(inside))
    return max(0, round(float(estimate)))
