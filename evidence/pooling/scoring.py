"""Solves the estimating equation of tau-squared for all groups at once.

Fisher scoring from the Hedges-Olkin estimate, so that of several maxima the one is found that the usual programs
find; Newton steps with the observed information when near (quadratic convergence to the last digits). A step below
zero is halved. Groups that are done leave the arrays.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from evidence.errors import InputError
from evidence.pooling.estimators.hedges_olkin import untruncated
from evidence.pooling.inputs import Floats
from evidence.pooling.moments import Model, Moments, Scalar
from evidence.pooling.score import Score

__all__ = ["climb", "settle"]

NEAR = 0.1  # a step this small against tau2 plus the typical variance: the likelihood is nearly a parabola, use Newton
LAST_NEWTON = 1e-8  # the error after a Newton step is of the order of its square, below the last digit
LAST_STEP = 1e-13
SETTLED = 1e-3  # below this share of the typical variance a falling likelihood falls all the way to zero
SETTLED_UNTRIED = 1e-6  # the same where tau2 cannot be tried at zero; far below, weights of 1/tau2 swamp the sums
START_WITHOUT_ZERO = 0.01  # where tau2 cannot be tried at zero, start at this share of the typical variance
PATIENCE = 100  # steps before every step is halved, in case two points take turns
LIMIT = 1000


def climb(
    model: Model,
    score: Callable[[Model, Moments], Score],
    likelihood: Callable[[Model, Scalar], Scalar] | None = None,
) -> Scalar:
    """The root of the score in tau-squared, zero where the best value is at the boundary; one value per group."""
    shape = np.shape(model.k)
    with np.errstate(all="ignore"):
        t = np.atleast_1d(np.maximum(0.0, untruncated(model)))
        at_zero, scale = _boundary(model, score, t.shape)
        t[(t == 0) & np.isinf(at_zero)] = START_WITHOUT_ZERO * scale[0]
        _iterate(model, score, t, at_zero, scale)
        if likelihood is not None:
            # the score may vanish at a second, lower maximum while the likelihood is highest at zero
            doubtful = (t > 0) & (at_zero <= 0)
            if doubtful.any():
                part = model.subset(doubtful)
                lower = likelihood(part, t[doubtful]) < likelihood(part, np.zeros(int(doubtful.sum())))
                t[doubtful] = np.where(lower, 0.0, t[doubtful])
    return t if shape else float(t[0])


def settle(model: Model, score: Callable[[Model, Moments], Score], threshold: float) -> float:
    """Fisher scoring for one data set that stops as soon as tau-squared moves by no more than a threshold."""
    with np.errstate(all="ignore"):
        t = float(np.maximum(0.0, untruncated(model)))
        for _ in range(LIMIT):
            value, expected, _ = score(model, model.at(t))
            move = float(value / expected)
            while t + move < 0:
                move = move / 2 if t > 0 else 0.0
            t += move
            if abs(move) <= threshold:
                return t
    raise InputError("tau-squared did not settle", why=f"after {LIMIT} steps it still moves", todo="use DL")


def _boundary(model: Model, score: Callable[[Model, Moments], Score], shape: tuple[int, ...]) -> tuple[Floats, Floats]:
    """The score at tau-squared zero, and a typical sampling variance per group."""
    if model.v.min() > 0:
        m = model.at(np.zeros(shape))
        value = np.broadcast_to(score(model, m).value, shape)
        return value, np.broadcast_to(model.df / m.trace(), shape)
    # with a variance of zero the score has no value at zero: never settle there
    return np.full(shape, np.inf), np.broadcast_to(model.sum(model.v) / model.k, shape)


def _iterate(model: Model, score: Callable[[Model, Moments], Score], t: Floats, at_zero: Floats, scale: Floats) -> None:
    """Improve `t` in place until each group is done."""
    active = np.flatnonzero((t > 0) | (np.isfinite(at_zero) & (at_zero > 0)))
    part: Model = model.subset(_mask(active, t.size)) if 0 < active.size < t.size else model
    for step in range(LIMIT):
        if not active.size:
            return
        old = t[active]
        value, expected, observed = score(part, part.at(old))
        move = np.atleast_1d(value / expected)
        near = (observed > 0) & (np.abs(move) < NEAR * (old + scale[active]))
        move = np.where(near, value / observed, move)
        if step > PATIENCE:
            move = move / 2
        new = old + move
        below = new < 0
        if below.any():
            below &= _settled(old, at_zero[active], scale[active])
            new = _halved(old, move, new, below)
        size = np.abs(new - old)
        done = below | (near & (size <= LAST_NEWTON * new)) | (size <= LAST_STEP * (new + LAST_STEP * scale[active]))
        t[active] = new
        if done.any():
            active = active[~done]
            if active.size:
                part = part.subset(~done)
    raise InputError(
        "tau-squared did not settle",
        where=f"group {int(active[0])}" if t.size > 1 else None,
        why=f"after {LIMIT} steps it still moves",
        todo="look at the variances (one many times smaller than the rest?) or use DL",
    )


def _settled(old: Floats, at_zero: Floats, scale: Floats) -> Any:
    """Is a group whose step lands below zero on its way to zero?"""
    return ((at_zero <= 0) & (old <= SETTLED * scale)) | (np.isinf(at_zero) & (old <= SETTLED_UNTRIED * scale))


def _halved(old: Floats, move: Floats, new: Floats, settle: Any) -> Floats:
    """A step that lands below zero is halved until it does not; a group that has settled is set to zero."""
    halvings = np.ceil(np.log2(np.maximum(-move, old) / old))
    kept = np.where(new < 0, old + move * 0.5**halvings, new)
    return np.where(settle, 0.0, np.maximum(kept, 0.0))


def _mask(positions: Any, size: int) -> Any:
    mask = np.zeros(size, dtype=bool)
    mask[positions] = True
    return mask
