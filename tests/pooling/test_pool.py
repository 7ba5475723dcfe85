"""One pooled result against plain formulas, its laws, and what it refuses."""

import dataclasses
import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from evidence.errors import EvidenceError, InputError, UsageError
from evidence.pooling import Pooled, pool, pool_many, to_correlation
from evidence.pooling.estimators import estimators
from tests.pooling import plain

METHODS = ("FE", "DL", "PM", "REML", "ML", "HE", "SJ", "HS", "EB")
TESTS = ("z", "knha", "adhoc")
CLOSE = 1e-6  # the plain search for tau2 is itself exact to about this where the likelihood is flat

effect = st.floats(-3, 3).map(lambda x: round(x, 3))
variance = st.floats(0.002, 2).map(lambda x: round(x, 4))


def data(least=2, most=9):
    return st.lists(st.tuples(effect, variance), min_size=least, max_size=most).map(
        lambda rows: (np.array([r[0] for r in rows]), np.array([r[1] for r in rows]))
    )


def one_peak(y, v, method):
    """Is there no second maximum of the likelihood? With two, the programs may choose differently."""
    grid = np.geomspace(1e-6, 100, 300) * (np.ptp(y) ** 2 + v.max())
    heights = [plain.log_likelihood(y, v, t, restricted=method == "REML") for t in np.concatenate([[0], grid])]
    signs = np.sign(np.diff(heights))
    return (np.diff(signs[signs != 0]) != 0).sum() <= (1 if signs[0] > 0 else 0)


def same(got, expected, tolerance=CLOSE):
    for name, value in expected.items():
        assert getattr(got, name) == pytest.approx(value, rel=tolerance, abs=1e-8, nan_ok=True), name


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=25, deadline=None)
@given(rows=data(), test=st.sampled_from(TESTS), level=st.sampled_from([0.8, 0.95, 0.99]))
def test_agrees_with_the_plain_formulas(method, rows, test, level):
    y, v = rows
    assume(np.ptp(y) > 0.01)
    if method in ("REML", "ML"):
        assume(one_peak(y, v, method))
    got = pool(y, v, method=method, test=test, level=level)
    same(got, plain.pooled(y, v, method, test, level))
    assert (got.k, got.level, got.method, got.test, got.q_df) == (y.size, level, method, test, y.size - 1)
    assert sum(got.weights) == pytest.approx(100)


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=20, deadline=None)
@given(rows=data(3), shift=st.floats(-5, 5), factor=st.floats(0.01, 100), seed=st.integers(0, 99))
def test_laws_of_scale_shift_and_order(method, rows, shift, factor, seed):
    y, v = rows
    assume(np.ptp(y) > 0.01)
    got = pool(y, v, method=method)
    moved = pool(y + shift, v, method=method)
    assert moved.estimate == pytest.approx(got.estimate + shift, rel=1e-6, abs=1e-7)
    assert moved.tau2 == pytest.approx(got.tau2, rel=1e-6, abs=1e-8)
    larger = pool(factor * y, factor**2 * v, method=method)
    assert larger.estimate == pytest.approx(factor * got.estimate, rel=1e-6, abs=1e-7 * factor)
    assert larger.tau2 == pytest.approx(factor**2 * got.tau2, rel=1e-6, abs=1e-9 * factor**2)
    assert larger.i2 == pytest.approx(got.i2, rel=1e-6, abs=1e-6)
    order = np.random.default_rng(seed).permutation(y.size)
    again = pool(y[order], v[order], method=method)
    assert again.estimate == pytest.approx(got.estimate, rel=1e-7, abs=1e-9)
    assert again.weights == pytest.approx(np.array(got.weights)[order], rel=1e-6, abs=1e-7)
    mirrored = pool(-y, v, method=method)
    assert (mirrored.ci_low, mirrored.p) == pytest.approx((-got.ci_high, got.p), rel=1e-7, abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(
    groups=st.lists(data(1, 6), min_size=1, max_size=6),
    method=st.sampled_from(METHODS),
    test=st.sampled_from(TESTS),
    prediction=st.sampled_from(["default", "riley"]),
    seed=st.integers(0, 99),
)
def test_many_groups_are_each_pooled_as_one(groups, method, test, prediction, seed):
    names = np.repeat([f"pair {i}" for i in range(len(groups))], [len(y) for y, _ in groups])
    y, v = (np.concatenate([group[i] for group in groups]) for i in (0, 1))
    order = np.random.default_rng(seed).permutation(y.size)
    many = pool_many(names[order], y[order], v[order], method=method, test=test, prediction=prediction, level=0.9)
    assert list(many.columns) == list(pool([0.1], [0.1]).to_frame().columns)
    for i, (ys, vs) in enumerate(groups):
        one = pool(ys, vs, method=method, test=test, prediction=prediction, level=0.9).to_dict()
        one.pop("weights")
        row = many.loc[f"pair {i}"].to_dict()
        assert {name: row[name] for name in ("method", "test", "k")} == {n: one[n] for n in ("method", "test", "k")}
        numbers = {name: value for name, value in one.items() if isinstance(value, float)}
        # a symmetric set may round to a mean of 1e-18 one way and to 0 the other: compare no ratio of such a mean
        if abs(one["estimate"]) < 1e-12 or one["se"] < 1e-12:
            numbers = {name: numbers[name] for name in ("tau2", "i2", "q", "q_p")}
        assert {name: row[name] for name in numbers} == pytest.approx(numbers, rel=1e-7, abs=1e-9, nan_ok=True)


def test_riley_prediction_has_k_minus_two_degrees_of_freedom_but_at_least_one():
    y, v = [0.1, 0.5, 0.9, -0.2], [0.02, 0.05, 0.03, 0.04]
    got = pool(y, v, prediction="riley")
    from scipy import stats

    assert got.pi_high == pytest.approx(got.estimate + stats.t(2).ppf(0.975) * math.sqrt(got.tau2 + got.se**2))
    two = pool(y[:2], v[:2], test="z", prediction="riley")
    assert two.pi_high == pytest.approx(two.estimate + stats.t(1).ppf(0.975) * math.sqrt(two.tau2 + two.se**2))


@pytest.mark.parametrize("method", METHODS)
def test_a_single_effect_is_itself(method):
    got = pool([0.3], [0.04], method=method, test="knha")
    assert (got.estimate, got.se, got.tau2, got.i2, got.h2, got.q, got.q_df, got.q_p) == (0.3, 0.2, 0, 0, 1, 0, 0, 1)
    assert (got.method, got.test, got.weights) == ("FE", "z", (100.0,))
    assert got.p == pytest.approx(0.13361440253771584)  # 2 pnorm(-1.5)
    assert math.isnan(got.pi_low)
    assert math.isnan(got.se_tau2)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("v", [[0.01, 0.03], [0.01, 0.02, 0.03, 0.04], [0.02] * 5])
def test_equal_effects_show_no_heterogeneity(method, v):
    y = [0.2] * len(v)
    got = pool(y, v, method=method, test="z")
    assert (got.tau2, got.i2) == (0, 0)
    assert got.estimate == pytest.approx(0.2)
    assert got.q == pytest.approx(0, abs=1e-25)
    # Knapp and Hartung's error is that of the effects around their mean: none. The bound keeps the error of z.
    assert pool(y, v, method=method, test="knha").se == 0
    assert pool(y, v, method=method, test="knha").p == 0
    assert pool(y, v, method=method, test="adhoc").se == pytest.approx(got.se)


def test_effects_that_are_all_zero_leave_the_t_test_undefined():
    got = pool([0.0, 0.0, 0.0], [0.1, 0.2, 0.1])
    assert (got.estimate, got.se) == (0, 0)
    assert math.isnan(got.p)


@pytest.mark.parametrize("method", METHODS)
def test_one_huge_variance_takes_no_weight(method):
    y, v = [0.1, 0.2, 0.3, 9.0], [0.01, 0.02, 0.01, 1e12]
    got, without = pool(y, v, method=method, test="z"), pool(y[:3], v[:3], method="FE", test="z")
    assert got.estimate == pytest.approx(without.estimate, abs=1e-9)
    assert got.weights[3] < 1e-8


@pytest.mark.parametrize("method", ["HE", "SJ", "ML", "REML", "EB"])
def test_a_variance_of_zero_is_answered_where_effects_differ(method):
    y, v = np.array([0.1, 0.2, 0.3, 0.9]), np.array([0.01, 0.02, 0.01, 0.0])
    got, near = pool(y, v, method=method, test="z"), pool(y, np.maximum(v, 1e-12), method=method, test="z")
    assert got.estimate == pytest.approx(near.estimate, rel=1e-6)
    assert got.tau2 == pytest.approx(near.tau2, rel=1e-6)
    assert math.isnan(got.i2)
    assert math.isnan(got.q)
    assert pool([0.1, 0.2, 0.3], [0, 0, 0], method=method).tau2 == pytest.approx(
        0.02 / (3 if method in "ML SJ" else 2), rel=0.51
    )


@pytest.mark.parametrize("method", ["HE", "SJ", "ML", "REML", "EB"])
@pytest.mark.parametrize("v", [[0.1, 0.0, 0.1], [0.0, 0.0, 0.0]])
def test_a_variance_of_zero_is_refused_where_effects_do_not_differ(method, v):
    with pytest.raises(InputError, match=r"the sampling variance is zero.*found no variance between studies"):
        pool([0.2, 0.2, 0.2], v, method=method)


@pytest.mark.parametrize("method", ["FE", "DL", "PM", "HS"])
def test_a_variance_of_zero_is_refused_where_it_is_divided_by(method):
    with pytest.raises(InputError, match=f"row 1: the sampling variance is zero: method {method}"):
        pool([0.2, 0.3, 0.4], [0.1, 0.0, 0.1], method=method)
    with pytest.raises(InputError, match="row 0: the sampling variance is zero"):
        pool([0.2], [0.0])


@pytest.mark.parametrize(
    ("y", "v", "message"),
    [
        ([], [], "there is no effect to pool"),
        ([0.1, 0.2], [0.1], "2 effects but 1 sampling variances"),
        ([0.1, np.nan], [0.1, 0.1], "row 1: an effect and its variance must both be finite.*y is nan"),
        ([0.1, 0.2], [np.inf, 0.1], "row 0: .*v is inf"),
        ([0.1, -np.inf], [0.1, 0.1], "row 1: .*y is -inf"),
        ([0.1, 0.2], [0.1, -0.1], "row 1: a sampling variance cannot be negative"),
        (["a"], [0.1], "the effects y are not numbers"),
        ([[0.1]], [[0.1]], "2 dimensions"),
    ],
)
def test_refuses_what_is_not_an_effect(y, v, message):
    with pytest.raises(InputError, match=message):
        pool(y, v)


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ({"method": "RELM"}, "there is no method 'RELM'.*did you mean 'REML'"),
        ({"test": "t"}, "there is no test 't'"),
        ({"prediction": "ryley"}, "did you mean 'riley'"),
        ({"level": 95}, "did you mean 0.95"),
        ({"level": 0.0}, "the usual value is 0.95"),
    ],
)
def test_refuses_names_it_does_not_know(named, message):
    with pytest.raises(UsageError, match=message):
        pool([0.1, 0.2], [0.1, 0.1], **named)


def test_many_groups_refuse_what_one_does():
    with pytest.raises(InputError, match="2 effects but 1 group names"):
        pool_many(["a"], [0.1, 0.2], [0.1, 0.1])
    with pytest.raises(InputError, match="row 1: the group is not named"):
        pool_many(["a", None], [0.1, 0.2], [0.1, 0.1])
    with pytest.raises(InputError, match="row 1: the sampling variance is zero"):
        pool_many(["a", "b"], [0.1, 0.2], [0.1, 0.0])


def test_a_second_lower_peak_gives_way_to_zero():
    # Fisher scoring climbs to a peak at a positive tau2 although the likelihood is higher at zero
    y, v = np.array([0.0, 0.0, 0.0, 4.0]), np.array([1e-4, 1e-4, 1e-4, 9.0])
    for method in ("REML", "ML"):
        got = pool(y, v, method=method).tau2
        best = max((0.0, got), key=lambda t: plain.log_likelihood(y, v, t, restricted=method == "REML"))
        assert got == best


def test_each_estimator_says_what_it_is():
    assert set(estimators()) == set(METHODS)
    for name, method in estimators().items():
        assert method.id == name
        assert method.title
        assert "tau2" in method.formula
        assert any(character.isdigit() for character in method.reference)


def test_result_is_frozen_and_prints_from_one_row():
    got = pool([0.1, 0.5, 0.9], [0.02, 0.05, 0.03])
    with pytest.raises(dataclasses.FrozenInstanceError):
        got.estimate = 1.0
    plain_values = got.to_dict()
    assert plain_values["weights"] == list(got.weights)
    assert Pooled(**(plain_values | {"weights": tuple(plain_values["weights"])})) == got
    frame = got.to_frame()
    assert frame.shape == (1, len(plain_values) - 1)
    assert frame.loc[0].to_dict() == {name: value for name, value in plain_values.items() if name != "weights"}


def test_fisher_z_is_read_as_a_correlation():
    got = pool(np.arctanh([0.3, 0.5, 0.1]), [0.01, 0.02, 0.01])
    r = to_correlation(got)
    assert (r.estimate, r.ci_low, r.level) == (math.tanh(got.estimate), math.tanh(got.ci_low), 0.95)
    assert r.pi_high == math.tanh(got.pi_high)
    common = to_correlation(pool([0.3, 0.5], [0.01, 0.02], method="FE"))
    assert math.isnan(common.pi_low)


def test_names_are_found_where_the_design_says():
    import evidence.pooling as package

    assert callable(package.pool)
    assert callable(package.meta_regression)
    assert callable(package.sensitivity.leave_one_out)
    assert callable(package.bias.egger)
    assert "multilevel" in dir(package)
    with pytest.raises(AttributeError, match="no attribute 'average'"):
        package.average  # noqa: B018
    assert issubclass(InputError, EvidenceError)
