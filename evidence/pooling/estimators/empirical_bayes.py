"""Empirical Bayes: the equation of Paule and Mandel by Morris's iteration, so zero variances are allowed."""

import numpy as np

from evidence.pooling.estimators import Estimator
from evidence.pooling.moments import Model, Moments, Scalar
from evidence.pooling.score import Score
from evidence.pooling.scoring import climb


def _score(model: Model, m: Moments) -> Score:
    return Score(m.q - model.df, m.total(m.w) * model.df / model.k, m.ppy)


def tau2(model: Model) -> tuple[Scalar, Scalar]:
    t = climb(model, _score)
    m = model.at(t)
    return t, np.sqrt(2 * model.k**2 / model.df) / m.total(m.w)


METHOD = Estimator(
    id="EB",
    title="empirical Bayes",
    formula="tau2 solves k y'Py / df = k, P with weights 1/(v + tau2)",
    reference="Morris (1983), JASA 78, 47; Berkey et al. (1995), Stat. Med. 14, 395",
    tau2=tau2,
    score=_score,
)
