"""Meta-regression against matrices written out, its terms, and what it refuses."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from evidence.errors import InputError
from evidence.pooling import meta_regression, pool, subgroups
from tests.pooling import plain
from tests.pooling.published import BCG, bcg
from tests.pooling.test_pool import METHODS, TESTS, data

Y, V = bcg()
TABLE = pd.DataFrame({"latitude": [row[4] for row in BCG], "allocation": [row[6] for row in BCG]})


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("test", TESTS)
def test_agrees_with_the_matrices(method, test):
    X = np.column_stack(
        [np.ones(13), TABLE["latitude"], TABLE["allocation"] == "random", TABLE["allocation"] == "systematic"]
    )
    X = X.astype(float)
    t, se_t = plain.tau2_of(method, Y, V, X)
    W = np.diag(1 / (V + t))
    covariance = np.linalg.inv(X.T @ W @ X)
    b = covariance @ X.T @ W @ Y
    factor = (Y - X @ b) @ W @ (Y - X @ b) / 9
    covariance *= {"z": 1, "knha": factor, "adhoc": max(1, factor)}[test]
    got = meta_regression(Y, V, TABLE, method, test, level=0.9)
    assert list(got.coefficients["term"]) == ["intercept", "latitude", "allocation[random]", "allocation[systematic]"]
    np.testing.assert_allclose(got.coefficients["estimate"], b, rtol=1e-7)
    np.testing.assert_allclose(got.coefficients["se"], np.sqrt(np.diag(covariance)), rtol=1e-7)
    law = stats.norm() if test == "z" else stats.t(9)
    np.testing.assert_allclose(got.coefficients["p"], 2 * law.sf(np.abs(b / np.sqrt(np.diag(covariance)))), rtol=1e-6)
    np.testing.assert_allclose(got.coefficients["ci_high"], b + law.ppf(0.95) * np.sqrt(np.diag(covariance)), rtol=1e-6)
    wald = b[1:] @ np.linalg.inv(covariance[1:, 1:]) @ b[1:]
    assert got.qm == pytest.approx(wald if test == "z" else wald / 3, rel=1e-6)
    assert got.qm_p == pytest.approx(stats.chi2(3).sf(wald) if test == "z" else stats.f(3, 9).sf(wald / 3), rel=1e-5)
    assert (got.tau2, got.se_tau2) == pytest.approx((t, se_t), rel=1e-7, nan_ok=True)
    assert got.q == pytest.approx(plain.generalised_q(Y, V, 0.0, X))
    without = plain.tau2_of(method, Y, V)[0]
    if method != "FE":
        assert got.r2 == pytest.approx(max(0, 100 * (without - t) / without), rel=1e-6)
    assert (got.k, got.q_df, got.level, got.left_out) == (13, 9, 0.9, ())


@settings(max_examples=30, deadline=None)
@given(rows=data(3), method=st.sampled_from(METHODS), test=st.sampled_from(TESTS))
def test_an_intercept_alone_is_pooling(rows, method, test):
    y, v = rows
    assume(np.ptp(y) > 0.01)
    got, pooled = meta_regression(y, v, pd.DataFrame(index=range(y.size)), method, test), pool(y, v, method, test)
    row = got.coefficients.loc[0]
    for name in ("estimate", "se", "p", "ci_low", "ci_high"):
        assert row[name] == pytest.approx(getattr(pooled, name), rel=1e-6, abs=1e-9)
    for name in ("tau2", "se_tau2", "i2", "h2", "q", "q_p"):
        assert getattr(got, name) == pytest.approx(getattr(pooled, name), rel=1e-6, abs=1e-8, nan_ok=True)


@settings(max_examples=25, deadline=None)
@given(shift=st.floats(-3000, 3000), factor=st.floats(0.001, 1000))
def test_units_of_a_moderator_do_not_matter(shift, factor):
    plain_units = meta_regression(Y, V, TABLE[["latitude"]])
    other = meta_regression(Y, V, pd.DataFrame({"x": factor * TABLE["latitude"] + shift}))
    assert other.tau2 == pytest.approx(plain_units.tau2, rel=1e-6)
    assert other.coefficients["estimate"][1] == pytest.approx(
        plain_units.coefficients["estimate"][1] / factor, rel=1e-6
    )
    assert other.qm == pytest.approx(plain_units.qm, rel=1e-6)


def test_without_intercept_each_coefficient_is_the_mean_of_a_level():
    got = meta_regression(Y, V, TABLE[["allocation"]], "FE", "z", intercept=False)
    assert list(got.coefficients["term"]) == [f"allocation[{level}]" for level in ("alternate", "random", "systematic")]
    for level, estimate in zip(("alternate", "random", "systematic"), got.coefficients["estimate"], strict=True):
        rows = (TABLE["allocation"] == level).to_numpy()
        assert estimate == pytest.approx(pool(Y[rows], V[rows], "FE", "z").estimate)
    assert got.qm_df == 3
    assert np.isnan(got.r2)


def test_order_of_a_categorical_and_truth_values_are_kept():
    ordered = pd.Categorical(TABLE["allocation"], categories=["systematic", "random", "alternate", "unused"])
    got = meta_regression(Y, V, pd.DataFrame({"a": ordered, "far": TABLE["latitude"] > 40}))
    assert list(got.coefficients["term"]) == ["intercept", "a[random]", "a[alternate]", "far[True]"]


def test_rows_with_a_missing_moderator_are_left_out_and_named():
    table = TABLE.astype({"latitude": float})
    table.loc[[2, 5], "latitude"] = np.nan
    got = meta_regression(Y, V, table)
    assert (got.k, got.left_out) == (11, (2, 5))
    known = [i for i in range(13) if i not in (2, 5)]
    assert got.qm == pytest.approx(meta_regression(Y[known], V[known], TABLE.iloc[known]).qm)


def test_prints_from_its_fields():
    got = meta_regression(Y, V, TABLE)
    assert got.to_frame().equals(got.coefficients)
    plain_values = got.to_dict()
    assert plain_values["coefficients"][1]["term"] == "latitude"
    assert plain_values["left_out"] == []


def test_variance_of_zero_leaves_q_undefined():
    v = V.copy()
    v[3] = 0
    got = meta_regression(Y, v, TABLE[["latitude"]])
    assert np.isnan([got.q, got.i2, got.h2]).all()
    with pytest.raises(InputError, match="row 3: the sampling variance is zero: method DL"):
        meta_regression(Y, v, TABLE[["latitude"]], method="DL")


def test_a_common_effect_line_through_two_points_is_exact():
    got = meta_regression([0.1, 0.4], [0.02, 0.03], pd.DataFrame({"x": [0.0, 1.0]}), "FE", "z")
    assert list(got.coefficients["estimate"]) == pytest.approx([0.1, 0.3])
    assert (got.q, got.q_df, got.q_p, got.i2, got.h2, got.r2) == (0, 0, 1, 0, 1, 0)


@pytest.mark.parametrize(
    ("table", "named", "message"),
    [
        (TABLE.iloc[:5], {}, "13 effects but 5 rows of moderators"),
        (pd.DataFrame({"x": np.ones(13)}), {}, "x: this moderator says nothing.*constant"),
        (pd.DataFrame({"x": range(13), "z": range(0, 26, 2)}), {}, "z: this moderator says nothing"),
        (pd.DataFrame({"x": np.zeros(13)}), {"intercept": False}, "x: this moderator.*zero throughout"),
        (pd.DataFrame({"x": [np.inf, *range(12)]}), {}, "x: a moderator must be a finite number"),
        (pd.DataFrame(index=range(13)), {"intercept": False}, "there is no moderator"),
        (
            pd.DataFrame({"x": [str(i) for i in range(13)]}),
            {},
            "13 effects are too few for 13 coefficients and tau-squared",
        ),
        (pd.DataFrame({"x": [str(i) for i in range(13)]}), {"method": "FE"}, "ask for the test z"),
    ],
)
def test_refuses(table, named, message):
    with pytest.raises(InputError, match=message):
        meta_regression(Y, V, table, **named)


def test_subgroups_differ_by_their_own_errors():
    got = subgroups(Y, V, TABLE["allocation"], method="DL", test="knha", level=0.9)
    w, m = 1 / got.levels["se"] ** 2, got.levels["estimate"]
    assert got.q_between == pytest.approx((w * m**2).sum() - (w * m).sum() ** 2 / w.sum())
    assert got.p == pytest.approx(stats.chi2(2).sf(got.q_between))
    rows = (TABLE["allocation"] == "random").to_numpy()
    assert got.levels.loc["random", "ci_low"] == pytest.approx(pool(Y[rows], V[rows], "DL", "knha", 0.9).ci_low)
    with pytest.raises(InputError, match="one subgroup"):
        subgroups(Y, V, ["all"] * 13)
