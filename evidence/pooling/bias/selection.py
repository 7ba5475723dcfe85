"""Step-function selection models: results without a star may be published less often."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import special

from evidence.errors import InputError, UsageError
from evidence.pooling.bias.step_likelihood import StepLikelihood
from evidence.pooling.estimators import estimator
from evidence.pooling.inference import p_and_limit
from evidence.pooling.inputs import Floats, chosen, confidence, effects, positive
from evidence.pooling.likelihood import full
from evidence.pooling.moments import Single

__all__ = ["SelectionModel", "selection_model"]

DELTA_MOST = 100.0  # a relative chance of publication above this says no more than "far more often"
STARTS = (1.0, 0.2, 5.0)  # several first guesses of the chances, for likelihoods with more than one peak
NO_TAU2 = 1e-4  # tau2 below this (and a tenth of the smallest variance) is held at the boundary for standard errors
ROUNDS, HALVINGS = 200, 40
LONGEST = 2.0  # of a step, in units of a typical standard error, its square, and powers of e
FLATTEST = 1e-7  # curvature along a ridge, against the sharpest
SETTLED = 1e-9


@dataclass(frozen=True, slots=True)
class SelectionModel:
    """The mean effect had all results been published, and how likely publication is by p.

    `delta`: relative chances of each interval of p (the first is 1, the limit 100); `lrt` tests them against none.
    """

    estimate: float
    se: float
    stat: float
    p: float
    ci_low: float
    ci_high: float
    level: float
    tau2: float
    se_tau2: float
    delta: tuple[float, ...]
    se_delta: tuple[float, ...]
    steps: tuple[float, ...]
    lrt: float
    lrt_df: int
    lrt_p: float
    log_likelihood: float
    alternative: str
    method: str


def selection_model(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    steps: Sequence[float] = (0.025,),
    method: str = "ML",
    alternative: str | None = None,
    level: float = 0.95,
) -> SelectionModel:
    """Estimate effect, tau-squared and selection together (3PSM: one step, 4PSM: two; method FE: no tau-squared).

    log L = sum log(delta_i) + log phi((y - m) / s) / s - log sum_j delta_j P_ij, s^2 = v + tau2, P_ij the chance that
    study i has its one-sided p in interval j. The side is that of the common-effect mean unless `alternative` is
    greater or less. Hedges (1992), Stat. Sci. 7, 246; Vevea & Hedges (1995), Psychometrika 60, 419.
    """
    y, v = effects(y, v)
    positive(v, "a selection model")
    chosen("method", method, ("ML", "FE"))
    level = confidence(level)
    if alternative is None:
        alternative = "greater" if float((y / v).sum()) >= 0 else "less"
    sign = 1.0 if chosen("alternative", alternative, ("greater", "less")) == "greater" else -1.0
    random, cuts = method == "ML", _cuts(steps)
    if y.size < len(cuts) + 1 + random:
        raise InputError(
            f"{y.size} effects are too few for {len(cuts) + 1 + random} parameters",
            todo="collect more, or take fewer steps",
        )
    surface = StepLikelihood(sign * y, v, cuts, random)
    _occupied(surface)
    plain = Single(sign * y, v)
    without = float(estimator(method).tau2(plain)[0])
    best, height = _highest(surface, np.array([float(plain.at(without).mean), without]))
    se = _errors(surface, best)
    lrt = max(0.0, 2 * (height - float(full(plain, without))))
    mean, delta = sign * float(best[0]), best[2:]
    stat = mean / se[0]
    p, limit = p_and_limit("z", stat, np.nan, level)
    return SelectionModel(
        estimate=mean,
        se=float(se[0]),
        stat=float(stat),
        p=float(p),
        ci_low=float(mean - limit * se[0]),
        ci_high=float(mean + limit * se[0]),
        level=level,
        tau2=float(best[1]),
        se_tau2=float(se[1]),
        delta=(1.0, *delta.tolist()),
        se_delta=(np.nan, *se[2:].tolist()),
        steps=(*cuts, 1.0),
        lrt=lrt,
        lrt_df=len(cuts),
        lrt_p=float(special.chdtrc(len(cuts), lrt)),
        log_likelihood=height,
        alternative=alternative,
        method=method,
    )


def _cuts(steps: Sequence[float]) -> tuple[float, ...]:
    cuts = tuple(float(s) for s in steps if s != 1)
    if not cuts or any(not 0 < s < 1 for s in cuts) or list(cuts) != sorted(set(cuts)):
        raise UsageError(
            f"steps {tuple(steps)} are not rising values of p between 0 and 1", todo="for example (0.025, 0.5)"
        )
    return cuts


def _occupied(surface: StepLikelihood) -> None:
    """The relative chance of an interval (but the first) without results would fall to zero."""
    for j in range(1, surface.intervals):
        if not (surface.interval == j).any():
            raise InputError(
                "no result falls in this interval of p",
                where=f"interval {j + 1} of {surface.intervals}",
                why="how often such results are published cannot be told",
                todo="take fewer or other steps",
            )


def _highest(surface: StepLikelihood, start: Floats) -> tuple[Floats, float]:
    """The best of several climbs."""
    best, height = np.empty(0), -np.inf
    for guess in STARTS:
        found = _climb(surface, np.concatenate([start, np.full(surface.intervals - 1, guess)]))
        value = surface.value(found)
        if value > height + 1e-9:
            best, height = found, value
    return best, height


def _bounds(surface: StepLikelihood) -> tuple[Floats, Floats]:
    steps = surface.intervals - 1
    tau2_most = np.inf if surface.random else 0.0
    return np.r_[-np.inf, 0.0, np.full(steps, 1e-12)], np.r_[np.inf, tau2_most, np.full(steps, DELTA_MOST)]


def _free(surface: StepLikelihood, at: Floats) -> npt.NDArray[np.intp]:
    """Parameters that are not held by a limit toward which the likelihood still rises."""
    low, high = _bounds(surface)
    uphill = surface.gradient(at)
    held = ((at <= low) & (uphill <= 0)) | ((at >= high) & (uphill >= 0)) | (low == high)
    return np.flatnonzero(~held)


def _climb(surface: StepLikelihood, at: Floats) -> Floats:
    """Newton steps in units of a typical variance and logarithms of the chances, where the surface is nearly round.

    Along directions in which the surface is not a peak the step goes uphill all the same (the size of curvature counts,
    not its sign); a step that does not lead higher is halved.
    """
    typical = float(np.median(surface.v))
    for _ in range(ROUNDS):
        free = _free(surface, at)
        if not free.size:
            return at
        unit = np.concatenate([[np.sqrt(typical), typical], at[2:]])[free]
        slope = surface.gradient(at)[free]
        information = surface.information(at, free) * np.outer(unit, unit)
        information -= np.diag(np.where(free > 1, slope * unit, 0.0))  # the second derivative by a logarithm
        size, direction = np.linalg.eigh(information)
        firm = np.maximum(np.abs(size), FLATTEST * np.abs(size).max())
        move = direction @ ((direction.T @ (slope * unit)) / firm)
        new = _uphill(surface, at, free, unit, move * (LONGEST / max(LONGEST, float(np.linalg.norm(move)))))
        if new is None:
            return at
        at, done = new, float(np.abs(move).max()) < SETTLED
        if done:
            return at
    return at


def _uphill(
    surface: StepLikelihood, at: Floats, free: npt.NDArray[np.intp], unit: Floats, move: Floats
) -> Floats | None:
    """The end of the step, or of the first of its halves that is not lower; None if there is none."""
    low, high = _bounds(surface)
    here = surface.value(at)
    for halving in range(HALVINGS):
        step = move * 0.5**halving
        new = at.copy()
        new[free] = np.where(free > 1, at[free] * np.exp(step), at[free] + unit * step)
        new = np.clip(new, low, high)
        if surface.value(new) >= here - 1e-13 * abs(here):
            return new
    return None


def _errors(surface: StepLikelihood, at: Floats) -> Floats:
    """Standard errors from the observed information; NaN where a variance or a chance is zero.

    A chance at its upper limit is not known exactly: it stays among the free parameters, which widens the error of
    the mean.
    """
    low, _ = _bounds(surface)
    held = at <= low
    held[1] = held[1] or at[1] < min(float(surface.v.min()) / 10, NO_TAU2)
    free = np.flatnonzero(~held)
    errors = np.full(at.size, np.nan)
    with np.errstate(invalid="ignore"):
        errors[free] = np.sqrt(np.diag(np.linalg.pinv(surface.information(at, free), hermitian=True)))
    return errors
