"""Maximises a likelihood over variances that cannot be negative, to machine accuracy.

Newton steps with the observed information, Fisher scoring where that is not positive definite, step halving,
and a variance that runs into zero stays there while its gradient points below (Bertsekas 1982, SIAM Journal on
Control and Optimization 20:221).
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evidence.errors import EvidenceError

__all__ = ["Curvature", "maximise"]

Array = NDArray[np.float64]

STEP = 1e-11  # Newton converges quadratically: a last step this small leaves an error far below it
NOISE = 1e-13  # relative rounding error of a log-likelihood; a fall within it is no fall
ITERATIONS = 300


class Curvature(NamedTuple):
    """A log-likelihood at one point, with gradient, observed and expected information."""

    value: float
    gradient: Array
    observed: Array
    expected: Array


def maximise(objective: Callable[[Array], Curvature], start: Array) -> tuple[Array, Curvature]:
    """The non-negative variances of highest likelihood, climbing from `start`."""
    theta = np.maximum(start, 0.0)
    here = objective(theta)
    for _ in range(ITERATIONS):
        free = (theta > 0) | (here.gradient > 0)
        if not free.any():
            return theta, here
        step = np.zeros_like(theta)
        step[free] = _step(here, free)
        moved, there = _climb(objective, theta, here, step)
        close = np.abs(moved - theta) <= STEP * np.maximum(np.abs(moved), STEP * moved.sum())
        theta, here = moved, there
        if close.all():
            return theta, here
    raise EvidenceError(
        "the likelihood of the variances has no reachable maximum",
        why=f"still moving after {ITERATIONS} steps",
        todo="look for effects with extreme variances",
    )


def _step(here: Curvature, free: NDArray[np.bool_]) -> Array:
    """Newton's step where the likelihood bends down, otherwise the scoring step."""
    chosen = np.ix_(free, free)
    for information in (here.observed[chosen], here.expected[chosen]):
        try:
            root = np.linalg.cholesky(information)
        except np.linalg.LinAlgError:
            continue
        return np.asarray(np.linalg.solve(root.T, np.linalg.solve(root, here.gradient[free])))
    return np.asarray(here.gradient[free] / np.maximum(np.diag(here.expected)[free], 1e-300))


def _climb(
    objective: Callable[[Array], Curvature], theta: Array, here: Curvature, step: Array
) -> tuple[Array, Curvature]:
    """The longest halved step that does not lose likelihood; no step at all when none is left."""
    floor = here.value - NOISE * (1 + abs(here.value))
    for halving in range(60):
        moved = np.maximum(theta + step * 0.5**halving, 0.0)
        there = objective(moved)
        if np.isfinite(there.value) and there.value >= floor:
            return moved, there
    return theta, here
