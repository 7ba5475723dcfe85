"""All studies estimate one effect: tau-squared is zero by assumption."""

import numpy as np

from evidence.pooling.estimators import Estimator
from evidence.pooling.moments import Model, Scalar


def tau2(model: Model) -> tuple[Scalar, Scalar]:
    zero = np.zeros(np.shape(model.k))
    return zero, zero * np.nan


METHOD = Estimator(
    id="FE",
    title="common (fixed) effect, inverse-variance weights",
    formula="tau2 = 0",
    reference="Hedges & Olkin (1985), Statistical methods for meta-analysis, ch. 6",
    tau2=tau2,
    divides_by_v=True,
    common_effect=True,
)
