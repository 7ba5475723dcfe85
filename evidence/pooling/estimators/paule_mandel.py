"""Paule and Mandel: the tau-squared at which the generalised Q equals its degrees of freedom."""

import numpy as np

from evidence.pooling.estimators import Estimator
from evidence.pooling.moments import Model, Moments, Scalar
from evidence.pooling.score import Score
from evidence.pooling.scoring import climb


def _score(model: Model, m: Moments) -> Score:
    """The generalised Q is convex and falls with tau-squared: its derivative is -y'PPy."""
    return Score(m.q - model.df, m.ppy, m.ppy)


def tau2(model: Model) -> tuple[Scalar, Scalar]:
    t = climb(model, _score)
    m = model.at(t)
    return t, np.sqrt(2 * model.k**2 / model.df) / m.total(m.w)


METHOD = Estimator(
    id="PM",
    title="Paule-Mandel",
    formula="tau2 solves y'Py = df, P with weights 1/(v + tau2); 0 if Q < df",
    reference="Paule & Mandel (1982), J. Res. Natl. Bur. Stand. 87, 377; DerSimonian & Kacker (2007)",
    tau2=tau2,
    score=_score,
    divides_by_v=True,
)
