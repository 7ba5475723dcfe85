"""Log-likelihoods of a random-effects model as a function of tau-squared."""

import numpy as np

from evidence.pooling.moments import Model, Scalar

__all__ = ["full", "restricted"]


def full(model: Model, tau2: Scalar) -> Scalar:
    """Log-likelihood with the mean at its best value: -(k log 2 pi + sum log(v + tau2) + y'Py) / 2."""
    m = model.at(tau2)
    return -(model.k * np.log(2 * np.pi) - model.sum(np.log(m.w)) + m.q) / 2


def restricted(model: Model, tau2: Scalar) -> Scalar:
    """Restricted log-likelihood: also less log |X'WX| / 2, plus log |X'X| / 2 (Harville, 1977)."""
    m = model.at(tau2)
    plain = model.with_weights(np.ones_like(model.y))
    fixed = m.log_det_xwx - plain.log_det_xwx
    return -(model.df * np.log(2 * np.pi) - model.sum(np.log(m.w)) + fixed + m.q) / 2
