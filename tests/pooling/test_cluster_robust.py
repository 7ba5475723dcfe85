"""Cluster-robust errors: metafor and clubSandwich (shared reference, skipped when absent) and dense matrices."""

import numpy as np
import pandas as pd
import pytest

from evidence.errors import InputError, UsageError
from evidence.pooling import multilevel
from evidence.pooling.cluster_robust import pool_robust
from tests.pooling import clustered_reference as shared
from tests.pooling import dense_models as dense

DATA = shared.datasets("clustered")


@pytest.mark.skipif(not DATA, reason="the shared reference results are not here")
@pytest.mark.parametrize(("name", "data", "reference"), DATA, ids=[d[0] for d in DATA])
def test_two_level_reference(name, data, reference):
    tau2 = data["results"]["REML"]["z"]["tau2"]
    for field, expected in reference["two_level_REML_robust"].items():
        found = pool_robust(*shared.columns(data), tau2=tau2, kind=field[:3])
        for theirs, ours in {"estimate": "estimate", "se": "se", "df": "df", "pval": "p", "ci_ub": "ci_high"}.items():
            assert getattr(found, ours) == pytest.approx(expected[theirs], rel=1e-9), (name, field, theirs)


@pytest.mark.parametrize("kind", ["CR0", "CR1", "CR2"])
@pytest.mark.parametrize("rho", [None, 0.6])
@pytest.mark.parametrize("moderators", [0, 2])
def test_dense_matrices_give_the_same(kind, rho, moderators):
    for seed in range(3):
        y, v, cluster = dense.simulate(seed, clusters=9, largest=6)
        rng = np.random.default_rng(seed)
        x = pd.DataFrame({f"m{i}": rng.normal(size=len(y)) for i in range(moderators)}, index=range(len(y)))
        fitted = multilevel(y, v, cluster, rho=rho, x=x)
        found = fitted.robust(kind).coefficients
        design = np.column_stack([np.ones(len(y)), x.to_numpy()])
        total = dense.covariance(v, cluster, fitted.sigma2_between, fitted.sigma2_within, rho or 0.0)
        se, df = dense.robust(y, design, total, cluster, kind)
        assert found.se.to_numpy() == pytest.approx(se, rel=1e-8)
        assert found.df.to_numpy() == pytest.approx(df, rel=1e-7)


def test_cr2_of_balanced_single_effects_is_the_ordinary_t_test():
    y = np.array([0.1, 0.5, 0.3, 0.9, 0.2])
    found = pool_robust(y, np.full(5, 0.1), range(5))
    assert found.se == pytest.approx(y.std(ddof=1) / np.sqrt(5), rel=1e-12)
    assert found.df == pytest.approx(4, rel=1e-10)


def test_many_clusters_of_one_size_are_worked_on_in_parts(monkeypatch):
    y, v, cluster = dense.simulate(5, clusters=30, largest=3)
    whole = multilevel(y, v, cluster).robust()
    monkeypatch.setattr("evidence.pooling.cluster_robust.CHUNK", 10)
    parts = multilevel(y, v, cluster).robust()
    assert (parts.se, parts.df) == pytest.approx((whole.se, whole.df), rel=1e-12)


def test_a_cluster_that_holds_all_information_is_answered():
    found = pool_robust([0.1, 0.2, 5.0, 4.0], [1e-9, 1e-9, 10.0, 10.0], list("aabb"))
    assert np.isfinite(found.se)
    assert found.df < 2


def test_refusals():
    with pytest.raises(UsageError, match="no robust error is called 'CR3'"):
        pool_robust([0.1, 0.2], [0.1, 0.1], ["a", "b"], kind="CR3")
    with pytest.raises(InputError, match="tau2 is -1"):
        pool_robust([0.1, 0.2], [0.1, 0.1], ["a", "b"], tau2=-1)
    x = pd.DataFrame({"a": [1.0, 2.0, 0.0, 5.0]})
    fitted = multilevel([0.1, 0.2, 0.3, 0.1], [0.1] * 4, list("aabb"), x=x)
    with pytest.raises(InputError, match="2 clusters cannot carry a robust error of 2 coefficients"):
        fitted.robust("CR1")


def test_equal_effects_have_a_robust_error_of_zero():
    found = pool_robust([0.3] * 4, [0.1] * 4, list("aabb"))
    assert found.se == pytest.approx(0, abs=1e-15)
    assert found.p == pytest.approx(0, abs=1e-12)
