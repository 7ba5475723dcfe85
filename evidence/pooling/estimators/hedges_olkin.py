"""Hedges and Olkin: the variance of the effects less the mean sampling variance."""

import numpy as np

from evidence.pooling.estimators import Estimator
from evidence.pooling.moments import Model, Scalar

__all__ = ["METHOD", "untruncated"]


def untruncated(model: Model) -> Scalar:
    """The estimate before it is cut off at zero, also the start of the iterated estimators."""
    m = model.with_weights(np.ones_like(model.y))
    return (m.q - m.trace(model.v)) / model.df


def tau2(model: Model) -> tuple[Scalar, Scalar]:
    m = model.with_weights(np.ones_like(model.y))
    trace = m.trace(model.v)
    t = np.maximum(0.0, (m.q - trace) / model.df)
    variance = 2 * m.trace2(model.v, model.v) + 4 * t * trace + 2 * t * t * model.df
    return t, np.sqrt(variance) / model.df


METHOD = Estimator(
    id="HE",
    title="Hedges-Olkin",
    formula="tau2 = max(0, (RSS - tr(PV)) / df), P with equal weights",
    reference="Hedges & Olkin (1985), ch. 9",
    tau2=tau2,
)
