"""Hunter and Schmidt: the moment estimator that divides by the sum of the weights."""

import numpy as np

from evidence.pooling.estimators import Estimator
from evidence.pooling.moments import Model, Scalar


def tau2(model: Model) -> tuple[Scalar, Scalar]:
    m = model.at(0.0)
    total = m.total(m.w)
    t = np.maximum(0.0, (m.q - model.k) / total)
    variance = 2 * model.df + 4 * t * m.trace() + 2 * t * t * m.trace2()
    return t, np.sqrt(variance) / total


METHOD = Estimator(
    id="HS",
    title="Hunter-Schmidt",
    formula="tau2 = max(0, (Q - k) / sum(1/v))",
    reference="Hunter & Schmidt (1990), Methods of meta-analysis; Viechtbauer (2005), J. Educ. Behav. Stat. 30, 261",
    tau2=tau2,
    divides_by_v=True,
)
