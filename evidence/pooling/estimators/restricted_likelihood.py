"""Restricted maximum likelihood: what remains of the likelihood after the mean is taken out."""

import numpy as np

from evidence.pooling.estimators import Estimator
from evidence.pooling.likelihood import restricted
from evidence.pooling.moments import Model, Moments, Scalar
from evidence.pooling.score import Score
from evidence.pooling.scoring import climb


def _score(model: Model, m: Moments) -> Score:  # noqa: ARG001 - the likelihoods share one signature
    expected = m.trace2()
    return Score(m.ppy - m.trace(), expected, 2 * m.pppy - expected)


def tau2(model: Model) -> tuple[Scalar, Scalar]:
    t = climb(model, _score, likelihood=restricted)
    return t, np.sqrt(2 / model.at(t).trace2())


METHOD = Estimator(
    id="REML",
    title="restricted maximum likelihood",
    formula="tau2 solves y'PPy = tr(P), P with weights 1/(v + tau2)",
    reference="Viechtbauer (2005), J. Educ. Behav. Stat. 30, 261; Raudenbush (2009)",
    tau2=tau2,
    score=_score,
)
