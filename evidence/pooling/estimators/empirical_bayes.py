"""Empirical Bayes: the same equation as Paule and Mandel, reached by Morris's iteration, so zero variances are allowed."""

from evidence.pooling.estimators import Estimator
from evidence.pooling.estimators.paule_mandel import tau2

METHOD = Estimator(
    id="EB",
    title="empirical Bayes",
    formula="tau2 solves k y'Py / df = k, P with weights 1/(v + tau2)",
    reference="Morris (1983), JASA 78, 47; Berkey et al. (1995), Stat. Med. 14, 395",
    tau2=tau2,
)
