"""Maximum likelihood of the mean and tau-squared together."""

import numpy as np

from evidence.pooling.estimators import Estimator
from evidence.pooling.likelihood import full
from evidence.pooling.moments import Model, Moments, Scalar
from evidence.pooling.score import Score
from evidence.pooling.scoring import climb


def _score(model: Model, m: Moments) -> Score:  # noqa: ARG001 - the likelihoods share one signature
    expected = m.total(m.w * m.w)
    return Score(m.ppy - m.total(m.w), expected, 2 * m.pppy - expected)


def tau2(model: Model) -> tuple[Scalar, Scalar]:
    t = climb(model, _score, likelihood=full)
    m = model.at(t)
    return t, np.sqrt(2 / m.total(m.w * m.w))


METHOD = Estimator(
    id="ML",
    title="maximum likelihood",
    formula="tau2 solves y'PPy = sum(w), w = 1/(v + tau2)",
    reference="Hardy & Thompson (1996), Stat. Med. 15, 619; Viechtbauer (2005)",
    tau2=tau2,
    score=_score,
)
