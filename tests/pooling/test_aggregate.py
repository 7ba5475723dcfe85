"""Combining effects of one sample: metafor's `aggregate` (shared reference, skipped when absent) and by hand."""

import numpy as np
import pytest

from evidence.errors import InputError, UsageError
from evidence.pooling.aggregate import aggregate
from tests.pooling import clustered_reference as shared
from tests.pooling import dense_models as dense

DATA = shared.datasets("clustered")


@pytest.mark.skipif(not DATA, reason="the shared reference results are not here")
@pytest.mark.parametrize(("name", "data", "reference"), DATA, ids=[d[0] for d in DATA])
def test_reference(name, data, reference):
    expected = reference["aggregated_rho_0.6"]
    found = aggregate(*shared.columns(data), rho=0.6).set_index("cluster").loc[[str(c) for c in expected["cluster"]]]
    assert list(found.y) == pytest.approx(expected["yi"], rel=1e-12, abs=1e-14), name
    assert list(found.v) == pytest.approx(expected["vi"], rel=1e-12), name


@pytest.mark.parametrize("rho", [0.0, 0.3, 0.9])
def test_dense_matrices_give_the_same(rho):
    y, v, cluster = dense.simulate(1)
    best, plain = aggregate(y, v, cluster, rho), aggregate(y, v, cluster, rho, weighting="equal")
    assert list(best.cluster) == list(dict.fromkeys(cluster))
    for row, equal in zip(best.itertuples(), plain.itertuples(), strict=True):
        inside = np.array(cluster) == row.cluster
        total = dense.covariance(v[inside], ["a"] * row.k, 0, 0, rho)
        w = np.linalg.inv(total)
        assert row.v == pytest.approx(1 / w.sum(), rel=1e-11)
        assert row.y == pytest.approx((w @ y[inside]).sum() / w.sum(), rel=1e-10)
        assert equal.y == pytest.approx(y[inside].mean())
        assert equal.v == pytest.approx(total.mean(), rel=1e-11)


def test_refusals():
    with pytest.raises(UsageError, match="effects cannot be weighted by 'size'"):
        aggregate([0.1], [0.1], ["a"], weighting="size")
    with pytest.raises(InputError, match="rho is 1"):
        aggregate([0.1], [0.1], ["a"], rho=1)
