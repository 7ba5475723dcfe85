"""The likelihood of effects that are published with a chance that depends on their p value."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import special

from evidence.pooling.inputs import Floats

__all__ = ["StepLikelihood"]

STRIDE = 1e-4  # relative step of the four-point differences that make the information matrix out of the exact gradient
ROOT_TWO_PI = np.sqrt(2 * np.pi)


class StepLikelihood:
    """Log-likelihood of (mean, tau2, delta_2 ... delta_J), with gradient, for effects expected to be positive."""

    def __init__(self, y: Floats, v: Floats, cuts: Sequence[float], random: bool) -> None:
        self.y, self.v, self.random = y, v, random
        se = np.sqrt(v)
        p = special.ndtr(-y / se)
        self.interval: npt.NDArray[np.intp] = np.searchsorted(np.asarray(cuts), p, side="left")
        self.intervals = len(cuts) + 1
        # the effects at which p crosses from one interval to the next, from plus to minus infinity
        quantile = -special.ndtri(np.asarray(cuts))
        self.edges = np.concatenate(
            [np.full((1, y.size), np.inf), quantile[:, None] * se, np.full((1, y.size), -np.inf)]
        )

    def _parts(self, at: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        delta = np.concatenate([[1.0], at[2:]])
        s = np.sqrt(self.v + at[1])
        u = (self.edges - at[0]) / s
        chance = _between(u)
        return delta, s, u, chance, delta @ chance

    def value(self, at: Floats) -> float:
        """The log-likelihood."""
        delta, s, _, _, share = self._parts(at)
        z = (self.y - at[0]) / s
        terms = np.log(delta[self.interval]) - z * z / 2 - np.log(s * ROOT_TWO_PI) - np.log(share)
        return float(terms.sum())

    def gradient(self, at: Floats) -> Floats:
        """Its derivatives by mean, tau2 and each delta."""
        delta, s, u, chance, share = self._parts(at)
        z = (self.y - at[0]) / s
        density = np.exp(-u * u / 2) / ROOT_TWO_PI
        finite = np.where(np.isfinite(u), u, 0.0)
        # d chance_j / d mean = (phi(lower) - phi(upper)) / s
        # d chance_j / d tau2 = (lower phi(lower) - upper phi(upper)) / 2 s^2
        by_mean = delta @ (density[1:] - density[:-1]) / s
        by_tau2 = delta @ ((finite * density)[1:] - (finite * density)[:-1]) / (2 * s * s)
        slope = np.empty(at.size)
        slope[0] = (z / s - by_mean / share).sum()
        slope[1] = ((z * z - 1) / (2 * s * s) - by_tau2 / share).sum() if self.random else 0.0
        counts = np.bincount(self.interval, minlength=self.intervals)[1:]
        slope[2:] = counts / at[2:] - (chance[1:] / share).sum(axis=1)
        return slope

    def information(self, at: Floats, free: npt.NDArray[np.intp]) -> Floats:
        """Minus the second derivatives of the free parameters, by differences of the gradient."""
        size = np.maximum(np.abs(at), float(np.sqrt(self.v.min())))
        size[1] = at[1] + float(self.v.min())
        size[2:] = at[2:]
        matrix = np.empty((free.size, free.size))
        for column, j in enumerate(free):
            step = np.zeros(at.size)
            step[j] = STRIDE * size[j]
            near = self.gradient(at + step) - self.gradient(at - step)
            far = self.gradient(at + 2 * step) - self.gradient(at - 2 * step)
            matrix[:, column] = -((8 * near - far) / (12 * step[j]))[free]
        return (matrix + matrix.T) / 2


def _between(u: Floats) -> Floats:
    """P(lower < normal < upper) for falling edges u, without cancellation in the upper tail."""
    upper, lower = u[:-1], u[1:]
    swap = lower > 0
    plain = special.ndtr(np.where(swap, -lower, upper)) - special.ndtr(np.where(swap, -upper, lower))
    return np.asarray(np.maximum(plain, np.finfo(float).tiny))
