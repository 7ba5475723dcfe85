"""DerSimonian and Laird: the method of moments from Q."""

import numpy as np

from evidence.pooling.estimators import Estimator
from evidence.pooling.moments import Model, Scalar


def tau2(model: Model) -> tuple[Scalar, Scalar]:
    m = model.at(0.0)
    trace = m.trace()
    t = np.maximum(0.0, (m.q - model.df) / trace)
    variance = 2 * model.df + 4 * t * trace + 2 * t * t * m.trace2()
    return t, np.sqrt(variance) / trace


METHOD = Estimator(
    id="DL",
    title="DerSimonian-Laird",
    formula="tau2 = max(0, (Q - df) / tr(P)), P with weights 1/v",
    reference="DerSimonian & Laird (1986), Control. Clin. Trials 7, 177; error: Biggerstaff & Tweedie (1997)",
    tau2=tau2,
    divides_by_v=True,
)
