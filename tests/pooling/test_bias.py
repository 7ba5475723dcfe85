"""Tests and corrections for selective publication, each against another way to the same number."""

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from evidence.errors import InputError, UsageError
from evidence.pooling import bias, meta_regression, pool
from evidence.pooling.bias.step_likelihood import StepLikelihood
from tests.pooling.published import bcg, expectancy
from tests.pooling.test_pool import data

Y, V = bcg()


def test_egger_is_weighted_least_squares():
    from statsmodels.api import WLS

    for predictor, x in (("sei", np.sqrt(V)), ("vi", V)):
        line = WLS(Y, np.column_stack([np.ones(13), x]), weights=1 / V).fit()
        got = bias.egger(Y, V, predictor=predictor, level=0.9)
        assert (got.stat, got.p, got.df) == pytest.approx((line.tvalues[1], line.pvalues[1], 11))
        assert (got.limit_low, got.limit_high) == pytest.approx(tuple(line.conf_int(0.1)[0]))
        own = bias.pet(Y, V, level=0.9) if predictor == "sei" else bias.peese(Y, V, level=0.9)
        assert (own.intercept, own.intercept_se, own.intercept_p) == pytest.approx(
            (line.params[0], line.bse[0], line.pvalues[0])
        )
        assert (own.slope, own.slope_se, own.slope_p) == pytest.approx((line.params[1], line.bse[1], line.pvalues[1]))
        assert (own.intercept_low, own.residual_variance) == pytest.approx((line.conf_int(0.1)[0][0], line.scale))


def test_egger_with_a_method_is_meta_regression():
    import pandas as pd

    for method in ("REML", "PM", "FE"):
        table = meta_regression(Y, V, pd.DataFrame({"se": np.sqrt(V)}), method, "z").coefficients
        got = bias.egger(Y, V, model=method)
        assert (got.stat, got.p) == pytest.approx(tuple(table.loc[1, ["stat", "p"]]))
        assert (got.limit_estimate, got.limit_high) == pytest.approx(tuple(table.loc[0, ["estimate", "ci_high"]]))
        assert np.isnan(got.df)


def test_egger_of_two_effects_is_a_line_without_error():
    got = bias.egger([0.1, 0.5], [0.01, 0.04])
    assert got.limit_estimate == pytest.approx(-0.3)
    assert np.isnan([got.stat, got.p, got.limit_low]).all()
    with pytest.raises(InputError, match="2 effects are too few for 2 coefficients and tau-squared"):
        bias.egger([0.1, 0.5], [0.01, 0.04], model="REML")


@pytest.mark.parametrize("function", [bias.egger, bias.pet, bias.peese])
def test_small_study_tests_refuse(function):
    with pytest.raises(InputError, match="all effects have the same standard error"):
        function([0.1, 0.2, 0.3], [0.1, 0.1, 0.1])
    with pytest.raises(InputError, match="a slope needs two effects or more"):
        function([0.1], [0.1])
    with pytest.raises(InputError, match="row 0: the sampling variance is zero"):
        function([0.1, 0.2], [0.0, 0.1])


def test_egger_refuses_unknown_names():
    with pytest.raises(UsageError, match="known: sei, vi"):
        bias.egger(Y, V, predictor="ninv")
    with pytest.raises(UsageError, match="there is no model 'rma'"):
        bias.egger(Y, V, model="rma")


def test_begg_counts_permutations():
    y, v = Y[:6], V[:6]
    got = bias.begg(y, v)
    w = 1 / v
    ranks = stats.rankdata((y - (w * y).sum() / w.sum()) / np.sqrt(v - 1 / w.sum()))
    other = stats.rankdata(v)
    pairs = [(i, j) for i in range(6) for j in range(i)]

    def concordance(order):
        return sum(np.sign((order[i] - order[j]) * (other[i] - other[j])) for i, j in pairs)

    observed = concordance(ranks)
    extreme = [abs(concordance(order)) >= abs(observed) for order in permutations(range(6))]
    assert got.tau == pytest.approx(observed / 15)
    assert got.p == pytest.approx(np.mean(extreme))
    assert got.exact


def test_begg_with_ties_uses_the_normal_approximation():
    got = bias.begg([0.1, 0.4, 0.2, 0.6], [0.01, 0.02, 0.02, 0.04])
    assert not got.exact
    assert 0 < got.p <= 1
    with pytest.raises(InputError, match="all effects have the same rank"):
        bias.begg([0.1, 0.2], [0.1, 0.1])
    with pytest.raises(InputError, match="two effects or more"):
        bias.begg([0.1], [0.1])


def naive_trim_fill(y, v, method, count, side):
    """Duval and Tweedie (2000) step by step, with the heap of ranks written out."""
    sign = -1 if side == "right" else 1
    rows = sorted(zip(sign * y, v, strict=True))
    k, k0 = len(rows), 0
    for _ in range(50):
        kept = rows[: k - k0]
        mean = pool([r[0] for r in kept], [r[1] for r in kept], method, "z").estimate
        distance = sorted(range(k), key=lambda i: abs(rows[i][0] - mean))
        rank = {i: place + 1 for place, i in enumerate(distance)}
        right = sum(rank[i] for i in range(k) if rows[i][0] > mean)
        left = max((rank[i] for i in range(k) if rows[i][0] < mean), default=k)
        size = {"L0": (4 * right - k * (k + 1)) / (2 * k - 1), "R0": k - left - 1}
        if 2 * k**2 - 4 * right + 0.25 >= 0:
            size["Q0"] = k - 0.5 - np.sqrt(2 * k**2 - 4 * right + 0.25)
        before, k0 = k0, max(0, round(size[count]))
        if k0 == before:
            return k0, [sign * (2 * mean - r[0]) for r in rows[k - k0 :]]
    return None


@pytest.mark.parametrize("method", ["FE", "DL", "REML"])
@pytest.mark.parametrize("count", ["L0", "R0", "Q0"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_trim_and_fill_step_by_step(method, count, side):
    y, v, _ = expectancy()
    for effects, variances in ((Y, V), (y, v)):
        got = bias.trim_fill(effects, variances, method, count, side=side, convergence=0, test="knha", level=0.9)
        k0, filled = naive_trim_fill(effects, variances, method, count, side)
        assert (got.k0, got.side) == (k0, side)
        assert got.filled == pytest.approx(filled, rel=1e-6)
        order = np.argsort((1 if side == "left" else -1) * effects)[len(effects) - k0 :]
        all_v = np.concatenate([variances, variances[order]])
        again = pool(np.concatenate([effects, got.filled]), all_v, method, "knha", 0.9)
        assert got.pooled.to_frame().equals(again.to_frame())
        assert got.pooled.weights == again.weights


def test_trim_and_fill_reads_like_a_pooled_result():
    got = bias.trim_fill(Y, V)
    assert got.estimate == got.pooled.estimate
    assert got.to_dict()["k0"] == got.k0
    assert got.to_dict()["ci_low"] == got.ci_low
    assert got.side == "right"
    with pytest.raises(AttributeError, match="no 'slope'"):
        got.slope  # noqa: B018


def test_trim_and_fill_finds_nothing_in_a_symmetric_funnel():
    y, v = [-0.2, -0.1, 0.0, 0.1, 0.2], [0.04, 0.02, 0.01, 0.02, 0.04]
    for count in ("L0", "R0", "Q0"):
        for side in ("left", "right"):
            got = bias.trim_fill(y, v, "FE", count, side=side)
            assert (got.k0, got.filled) == (0, ())
            assert got.pooled.to_frame().equals(pool(y, v, "FE", "z").to_frame())
    for count in ("L0", "R0", "Q0"):
        assert bias.trim_fill([0.2] * 4, [0.1, 0.2, 0.3, 0.4], "FE", count, side="left").k0 == 0


def test_trim_and_fill_stops_where_it_is_told():
    y, v, _ = expectancy()
    for method in ("REML", "ML"):
        coarse, exact = (bias.trim_fill(y, v, method, side="left", convergence=c) for c in (1e-3, 0))
        assert coarse.k0 == exact.k0 > 0
        assert 0 < abs(coarse.tau2 - exact.tau2) < 0.02
    assert bias.trim_fill(y, v, "DL", side="left", convergence=1e-3) == bias.trim_fill(y, v, "DL", side="left")


def test_trim_and_fill_refuses(monkeypatch):
    with pytest.raises(InputError, match="too few to see on which side"):
        bias.trim_fill([0.1, 0.2], [0.1, 0.2])
    with pytest.raises(InputError, match=r"same standard error.*name the side"):
        bias.trim_fill([0.1, 0.2, 0.4], [0.1, 0.1, 0.1])
    with pytest.raises(InputError, match="Q0 has no value here"):
        bias.trim_fill([0, 0.1, 0.2, 3, 4, 5], [0.001, 0.002, 0.003, 1, 1, 1], "FE", "Q0", side="left")
    monkeypatch.setattr(bias.filling, "ROUNDS", 1)
    with pytest.raises(InputError, match="the number of missing effects did not settle"):
        bias.trim_fill(Y, V, "FE")
    with pytest.raises(UsageError, match="there is no count of missing effects 'S0'"):
        bias.trim_fill(Y, V, estimator="S0")


@settings(max_examples=30, deadline=None)
@given(rows=data(3, 8), kind=st.sampled_from(["rosenthal", "rosenberg"]))
def test_fail_safe_number_is_the_first_that_is_enough(rows, kind):
    y, v = rows
    n = bias.fail_safe_n(y, v, kind=kind)
    assume(n < 5000)

    def p(added):
        if kind == "rosenthal":
            return stats.norm.sf(abs((y / np.sqrt(v)).sum()) / np.sqrt(y.size + added))
        total = (1 / v).sum() * (1 + added / y.size)
        return 2 * stats.norm.sf(abs((y / v).sum()) / np.sqrt(total))

    assert p(n) >= 0.05 - 1e-9
    if n:
        assert p(n - 1) < 0.05 + 1e-9


def test_orwin_brings_the_mean_to_the_target():
    y, v = [0.2, 0.4, 0.6], [0.1, 0.1, 0.1]
    assert bias.fail_safe_n(y, v, "orwin") == 3
    assert bias.fail_safe_n(y, v, "orwin", target=0.1) == 9
    assert bias.fail_safe_n(y, v, "orwin", target=0.5) == 0
    assert bias.fail_safe_n(y, v, "orwin", target=-0.1) == 0
    assert bias.fail_safe_n([-0.2, 0.2], [0.1, 0.1], "orwin") == 0
    with pytest.raises(UsageError, match="no number of null results brings a mean to zero"):
        bias.fail_safe_n(y, v, "orwin", target=0.0)
    with pytest.raises(UsageError, match="did you mean 'rosenthal'"):
        bias.fail_safe_n(y, v, "rosental")


def test_many_null_results_are_a_whole_number():
    assert bias.fail_safe_n([1e6, 1e6], [1.0, 1.0]) > 1e9


@settings(max_examples=20, deadline=None)
@given(rows=data(2, 8))
def test_excess_significance_enumerates_all_outcomes(rows):
    y, v = rows
    got = bias.excess_significance(y, v)
    mean = (y / v).sum() / (1 / v).sum()
    crit = stats.norm.ppf(0.975)
    power = stats.norm.sf(crit, mean / np.sqrt(v)) + stats.norm.cdf(-crit, mean / np.sqrt(v))
    assert got.expected == pytest.approx(power.sum(), abs=1e-12)
    assert got.observed == (np.abs(y) >= crit * np.sqrt(v)).sum()
    chance = sum(
        np.prod(np.where(outcome, power, 1 - power))
        for outcome in product([0, 1], repeat=y.size)
        if sum(outcome) >= got.observed
    )
    assert got.kind == "exact"
    assert got.p == pytest.approx(chance, abs=1e-9)


def test_excess_significance_of_many_studies_is_tested_by_chi_squared():
    y, v = np.tile(Y, 4), np.tile(V, 4)
    got = bias.excess_significance(y, v, theta=-0.4)
    o, e = got.observed, got.expected
    chi2 = (o - e) ** 2 / e + (o - e) ** 2 / (52 - e)
    assert got.kind == "chi2"
    assert got.p == pytest.approx(stats.chi2(1).sf(chi2) / 2 if o > e else 1 - stats.chi2(1).sf(chi2) / 2)
    assert len(got.power) == 52


def selective(y, v, mean, tau2, delta, cuts):
    """Log-likelihood with the share that is published found by integration of the weighted density."""
    total = 0.0
    for yi, vi in zip(y, v, strict=True):
        se, law = np.sqrt(vi), stats.norm(mean, np.sqrt(vi + tau2))
        edges = [np.inf, *(stats.norm.isf(c) * se for c in cuts), -np.inf]
        share = sum(
            d * integrate.quad(law.pdf, max(low, mean - 12 * law.std()), min(high, mean + 12 * law.std()))[0]
            for d, high, low in zip(delta, edges[:-1], edges[1:], strict=True)
            if max(low, mean - 12 * law.std()) < min(high, mean + 12 * law.std())
        )
        chance = delta[np.searchsorted(cuts, stats.norm.sf(yi / se))]
        total += np.log(chance) + law.logpdf(yi) - np.log(share)
    return total


@pytest.mark.parametrize("cuts", [(0.025,), (0.025, 0.5)])
def test_selection_likelihood_is_a_density(cuts):
    surface = StepLikelihood(-Y, V, cuts, random=True)
    at = np.array([0.6, 0.2, *(0.5, 0.8)[: len(cuts)]])
    assert surface.value(at) == pytest.approx(selective(-Y, V, 0.6, 0.2, [1, *at[2:]], cuts), abs=1e-6)
    for j in range(at.size):
        step = np.zeros(at.size)
        step[j] = 1e-5
        slope = (surface.value(at + step) - surface.value(at - step)) / 2e-5
        assert surface.gradient(at)[j] == pytest.approx(slope, rel=1e-5, abs=1e-5)
    free = np.arange(at.size)
    information = surface.information(at, free)
    for j in range(at.size):
        step = np.zeros(at.size)
        step[j] = 1e-5
        np.testing.assert_allclose(
            information[:, j], -(surface.gradient(at + step) - surface.gradient(at - step)) / 2e-5, rtol=1e-4, atol=1e-3
        )


def test_selection_model_stands_on_the_top():
    got = bias.selection_model(Y, V, steps=(0.025, 0.5))
    surface = StepLikelihood(-Y, V, (0.025, 0.5), random=True)
    top = np.array([-got.estimate, got.tau2, *got.delta[1:]])
    assert surface.value(top) == pytest.approx(got.log_likelihood)
    assert np.abs(surface.gradient(top)).max() < 1e-5
    around = np.random.default_rng(0).normal(0, 0.05, (300, 4))
    assert all(surface.value(np.abs(top) * np.exp(a)) <= got.log_likelihood + 1e-9 for a in around)
    assert got.lrt_p == pytest.approx(stats.chi2(2).sf(got.lrt))
    assert (got.alternative, got.lrt_df, got.steps) == ("less", 2, (0.025, 0.5, 1.0))
    assert got.ci_low < got.estimate < got.ci_high


def test_selection_model_finds_the_selection_that_was_made():
    rng = np.random.default_rng(5)
    v = rng.uniform(0.01, 0.1, 20000)
    y = rng.normal(0.2, np.sqrt(v + 0.02))
    shown = (stats.norm.sf(y / np.sqrt(v)) < 0.025) | (rng.uniform(size=v.size) < 0.3)
    got = bias.selection_model(y[shown], v[shown])
    naive = pool(y[shown], v[shown])
    assert abs(got.estimate - 0.2) < 3 * got.se < naive.estimate - 0.2
    assert abs(got.tau2 - 0.02) < 3 * got.se_tau2
    assert abs(got.delta[1] - 0.3) < 3 * got.se_delta[1]
    assert bias.selection_model(-y[shown], v[shown], alternative="less").estimate == pytest.approx(
        -got.estimate, rel=1e-6
    )


def test_selection_model_without_heterogeneity():
    got = bias.selection_model(Y, V, method="FE")
    assert got.tau2 == 0
    assert np.isnan(got.se_tau2)
    assert got.se > pool(Y, V, "FE", "z").se


def test_selection_model_refuses():
    with pytest.raises(InputError, match="2 effects are too few for 3 parameters"):
        bias.selection_model([0.1, 0.9], [0.1, 0.1])
    with pytest.raises(InputError, match="interval 3 of 3: no result falls in this interval"):
        bias.selection_model([0.1, 0.2, 0.3, 0.9], [0.1, 0.1, 0.1, 0.1], steps=(0.025, 0.5))
    for steps in ((), (1,), (0.5, 0.025), (0.0,), (1.2,)):
        with pytest.raises(UsageError, match="not rising values of p"):
            bias.selection_model(Y, V, steps=steps)
    with pytest.raises(UsageError, match="there is no method 'REML'"):
        bias.selection_model(Y, V, method="REML")
    with pytest.raises(UsageError, match=r"there is no alternative 'two.sided'"):
        bias.selection_model(Y, V, alternative="two.sided")
