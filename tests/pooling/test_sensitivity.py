"""Leaving effects out, intervals of tau-squared, predicted effects: against doing it by hand."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from scipy import stats

from evidence.errors import InputError, UsageError
from evidence.pooling import pool, sensitivity
from tests.pooling import plain
from tests.pooling.published import bcg
from tests.pooling.test_pool import METHODS, TESTS, data

Y, V = bcg()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("test", TESTS)
def test_leaving_one_out_is_pooling_the_others(method, test):
    got = sensitivity.leave_one_out(Y, V, method, test, level=0.9)
    for i in range(Y.size):
        one = pool(np.delete(Y, i), np.delete(V, i), method, test, level=0.9)
        for name in got.columns:
            assert got[name][i] == pytest.approx(getattr(one, name), rel=1e-9, abs=1e-12, nan_ok=True), name


def test_leaving_one_out_in_slices_changes_nothing(monkeypatch):
    whole = sensitivity.leave_one_out(Y, V), sensitivity.influence(Y, V), sensitivity.cumulative(Y, V)
    monkeypatch.setattr(sensitivity, "BLOCK", 30)
    parts = sensitivity.leave_one_out(Y, V), sensitivity.influence(Y, V), sensitivity.cumulative(Y, V)
    for a, b in zip(whole, parts, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-12, equal_nan=True)


def test_cumulative_ends_with_all_effects():
    got = sensitivity.cumulative(Y, V, "DL", "z")
    assert got["estimate"][1] == Y[0]
    for k in (2, 7, 13):
        assert got["estimate"][k] == pytest.approx(pool(Y[:k], V[:k], "DL", "z").estimate, rel=1e-12)
        assert got["ci_high"][k] == pytest.approx(pool(Y[:k], V[:k], "DL", "z").ci_high, rel=1e-12)


@pytest.mark.parametrize("method", ["FE", "DL", "REML"])
@pytest.mark.parametrize("test", TESTS)
def test_influence_by_hand(method, test):
    got = sensitivity.influence(Y, V, method, test)
    whole = pool(Y, V, method, test)
    w = 1 / (V + whole.tau2)
    for i in range(Y.size):
        others = np.arange(Y.size) != i
        one = pool(Y[others], V[others], method, test)
        weights = 1 / (V + one.tau2)
        factor = one.se**2 * weights[others].sum()
        moved, hat = whole.estimate - one.estimate, w[i] / w.sum()
        row = got.loc[i]
        assert row["hat"] == pytest.approx(hat)
        assert row["weight_pct"] == pytest.approx(whole.weights[i])
        assert row["rstudent"] == pytest.approx((Y[i] - one.estimate) / np.sqrt(V[i] + one.tau2 + one.se**2))
        assert row["dffits"] == pytest.approx(moved / np.sqrt(factor * hat * (V[i] + one.tau2)))
        assert row["cooks_distance"] == pytest.approx(moved**2 / whole.se**2)
        assert row["cov_ratio"] == pytest.approx(one.se**2 / whole.se**2)
        assert row["dfbetas"] == pytest.approx(moved / np.sqrt(factor / weights.sum()))
        assert (row["tau2_deleted"], row["q_deleted"]) == pytest.approx((one.tau2, one.q))


def test_influence_of_each_of_two_effects():
    got = sensitivity.influence([0.1, 0.5], [0.02, 0.03], "REML", "knha")
    assert got["rstudent"].to_numpy() == pytest.approx([-0.4 / np.sqrt(0.05), 0.4 / np.sqrt(0.05)])
    assert list(got["tau2_deleted"]) == [0, 0]


def test_predicted_effects_lie_between_effect_and_mean():
    got, whole = sensitivity.predicted_effects(Y, V), pool(Y, V, test="z")
    low, high = np.minimum(Y, whole.estimate), np.maximum(Y, whole.estimate)
    assert ((got["prediction"] >= low) & (got["prediction"] <= high)).all()
    assert (got["se"] < np.sqrt(V + whole.se**2)).all()
    assert got["residual"].to_numpy() == pytest.approx(Y - whole.estimate)


@settings(max_examples=40, deadline=None)
@given(rows=data(2))
def test_q_profile_is_where_q_meets_chi_squared(rows):
    y, v = rows
    assume(np.ptp(y) > 0.01)
    low, high = sensitivity.tau2_interval(y, v, level=0.9)
    law = stats.chi2(y.size - 1)
    at_zero = plain.generalised_q(y, v, 0.0)
    assert 0 <= low <= high
    if low > 0:
        assert plain.generalised_q(y, v, low) == pytest.approx(law.ppf(0.95), rel=1e-6)
    else:
        assert at_zero <= law.ppf(0.95) * (1 + 1e-9)
    if high > 0:
        assert plain.generalised_q(y, v, high) == pytest.approx(law.ppf(0.05), rel=1e-6)
    else:
        assert at_zero <= law.ppf(0.05) * (1 + 1e-9)


@settings(max_examples=40, deadline=None)
@given(rows=data(3))
def test_profile_is_where_the_likelihood_has_fallen_enough(rows):
    y, v = rows
    assume(np.ptp(y) > 0.01)
    low, high = sensitivity.tau2_interval(y, v, kind="profile", level=0.9)
    best = plain.log_likelihood(y, v, pool(y, v).tau2)
    fallen = stats.chi2(1).ppf(0.9) / 2
    assert best - plain.log_likelihood(y, v, high) == pytest.approx(fallen, abs=1e-6)
    if low > 0:
        assert best - plain.log_likelihood(y, v, low) == pytest.approx(fallen, abs=1e-6)
    else:
        assert best - plain.log_likelihood(y, v, 0.0) <= fallen + 1e-9


def test_effects_more_equal_than_chance_leave_only_zero():
    assert sensitivity.tau2_interval([0.2] * 6, [0.1] * 6) == (0, 0)


def test_refusals():
    with pytest.raises(InputError, match="nothing is left without it"):
        sensitivity.leave_one_out([0.1], [0.1])
    with pytest.raises(InputError, match="row 1: the sampling variance is zero: leaving effects out"):
        sensitivity.influence([0.1, 0.2], [0.1, 0.0])
    with pytest.raises(InputError, match="one effect says nothing about how effects differ"):
        sensitivity.tau2_interval([0.1], [0.1])
    with pytest.raises(UsageError, match="did you mean 'profile'"):
        sensitivity.tau2_interval([0.1, 0.2], [0.1, 0.1], kind="profil")


def test_baujat_splits_q_among_the_effects():
    got, whole = sensitivity.baujat(Y, V, "FE"), pool(Y, V, "FE", "z")
    assert got["contribution"].sum() == pytest.approx(whole.q)
    one = pool(Y[1:], V[1:], "FE", "z")
    assert got["influence"][0] == pytest.approx((whole.estimate - one.estimate) ** 2 / one.se**2)
