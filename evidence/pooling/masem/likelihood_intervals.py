"""Intervals from the discrepancy itself: every value of a quantity that the data do not reject.

The bounds are the smallest and largest g(theta) with F(theta) <= F(min) + c, c the chi-squared point of one df. They
need no symmetry, which suits products of paths (Neale and Miller 1997, Behavior Genetics 27:113; Cheung 2009,
Structural Equation Modeling 16:267).
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

__all__ = ["likelihood_interval", "slope"]

Array = NDArray[np.float64]
Function = Callable[[Array], float]

REACHED = 1e-6  # how closely, relative to c, the discrepancy at a bound must meet its limit


def slope(value: Function, theta: Array) -> Array:
    """The derivative of a defined quantity, by central differences."""
    step = 1e-6
    return np.array([(value(theta + m) - value(theta - m)) / (2 * step) for m in step * np.eye(len(theta))])


def likelihood_interval(
    discrepancy: Function,
    gradient: Callable[[Array], Array],
    value: Function,
    theta: Array,
    vcov: Array,
    critical: float,
) -> tuple[float, float]:
    """The bounds of `value`; NaN where no point on the limit was reached."""
    floor, direction = discrepancy(theta), slope(value, theta)
    spread = float(np.sqrt(direction @ vcov @ direction))
    if not spread > 0:
        return math.nan, math.nan
    towards = vcov @ direction / spread * np.sqrt(critical)
    # in units of standard errors the problem is round and the search well scaled
    root = np.linalg.cholesky(vcov)
    search: Any = optimize.minimize
    bounds = []
    for sign in (-1, 1):
        found = search(
            lambda z, s=sign: -s * value(theta + root @ z) / spread,
            np.linalg.solve(root, sign * towards),
            jac=lambda z, s=sign: -s * (root.T @ slope(value, theta + root @ z)) / spread,
            method="SLSQP",
            constraints={
                "type": "ineq",
                "fun": lambda z: floor + critical - discrepancy(theta + root @ z),
                "jac": lambda z: -root.T @ gradient(theta + root @ z),
            },
            options={"maxiter": 200, "ftol": 1e-12},
        )
        point = theta + root @ found.x
        reached = abs(discrepancy(point) - floor - critical) <= REACHED * critical
        bounds.append(value(point) if reached else math.nan)
    return bounds[0], bounds[1]
