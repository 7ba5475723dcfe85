"""Sidik and Jonkman: an estimate that is always positive where the effects differ."""

import numpy as np

from evidence.pooling.estimators import Estimator
from evidence.pooling.moments import Model, Scalar


def tau2(model: Model) -> tuple[Scalar, Scalar]:
    crude = _spread_of_effects(model)
    m = model.at(crude)
    t = crude * m.q / model.df
    v = model.v
    variance = 2 * m.trace2(v, v) + 4 * t * m.trace2(v) + 2 * t * t * m.trace2()
    return t, crude * np.sqrt(variance) / model.df


def _spread_of_effects(model: Model) -> Scalar:
    """Mean squared distance from the plain mean, also where the model has moderators."""
    if np.ndim(model.k) == 0:
        return np.var(model.y) if np.ptp(model.y) else 0.0
    return model.with_weights(np.ones_like(model.y)).q / model.k


METHOD = Estimator(
    id="SJ",
    title="Sidik-Jonkman",
    formula="tau2 = t0 y'Py / df, t0 = sum (y - mean)^2 / k, P with weights 1/(v + t0)",
    reference="Sidik & Jonkman (2005), Applied Statistics 54, 367",
    tau2=tau2,
)
