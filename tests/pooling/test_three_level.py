"""Three-level models: against metafor and clubSandwich (shared reference, skipped when absent) and a dense version."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.errors import InputError, UsageError
from evidence.pooling import multilevel
from evidence.pooling.blocks import clustered_effects
from evidence.pooling.three_level import _Model
from tests.pooling import clustered_reference as shared
from tests.pooling import dense_models as dense

# metafor's optimisers agree among themselves to 1e-8; what they find is flat to about 1e-6
FOUND, SMALL = 2e-6, 2e-8
NAMES = {
    "estimate": "estimate", "se": "se", "stat": "stat", "ci_lb": "ci_low", "ci_ub": "ci_high",
    "logLik": "log_likelihood",
    "sigma2_between_cluster": "sigma2_between", "sigma2_within_cluster": "sigma2_within", "QE": "q", "QE_df": "q_df",
    "pi_lb": "pi_low", "pi_ub": "pi_high", "I2_between_cluster": "i2_between", "I2_within_cluster": "i2_within",
}  # fmt: skip
MODELS = {
    "three_level_REML": {"method": "REML"},
    "three_level_ML": {"method": "ML"},
    "che_rho_0.6_REML": {"method": "REML", "rho": 0.6},
}
ROBUST = {"CR0_metafor": "CR0", "CR1_metafor": "CR1", "CR2_clubSandwich": "CR2"}
DATA = shared.datasets("clustered")
needs_reference = pytest.mark.skipif(not DATA, reason="the shared reference results are not here")


def close(got, expected, what):
    # shares of variance are in percent
    assert got == pytest.approx(expected, rel=FOUND, abs=SMALL * (100 if "I2" in str(what) else 1)), what


@needs_reference
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(("name", "data", "reference"), DATA, ids=[d[0] for d in DATA])
def test_reference(name, data, reference, model):
    expected = reference[model]
    found = multilevel(*shared.columns(data), **MODELS[model])
    for field, ours in NAMES.items():
        if expected.get(field) is not None:
            close(getattr(found, ours), expected[field], (name, field))
    assert found.p == pytest.approx(expected["pval"], rel=1e-5)
    for field, kind in ROBUST.items():
        if field in expected.get("robust", {}):
            errors = found.robust(kind)
            for theirs, ours in {"se": "se", "stat": "stat", "df": "df", "pval": "p", "ci_lb": "ci_low"}.items():
                close(getattr(errors, ours), expected["robust"][field][theirs], (name, field, theirs))


@needs_reference
@pytest.mark.parametrize(("name", "data", "reference"), DATA, ids=[d[0] for d in DATA])
def test_reference_with_a_moderator(name, data, reference):
    expected = reference["three_level_REML"].get("meta_regression_numeric")
    if not expected:
        pytest.skip("this data set has no moderator")
    moderator = data["moderator_numeric"]
    rows = [q["moderators"].get(moderator) for q in data["data"]]
    keep = [i for i, value in enumerate(rows) if value is not None]
    y, v, cluster = shared.columns(data)
    x = pd.DataFrame({moderator: [rows[i] for i in keep]})
    found = multilevel(y[keep], v[keep], [cluster[i] for i in keep], x=x)
    robust = found.robust("CR2").coefficients
    for i, term in enumerate(expected["coefficients"]):
        close(found.coefficients.estimate[i], term["estimate"], name)
        close(found.coefficients.se[i], term["se"], name)
        close(robust.se[i], expected["CR2"]["se"][i], name)
        close(robust.df[i], expected["CR2"]["df"][i], name)
    close(found.qm, expected["QM"], name)
    assert found.qm_df == expected["QM_df"]


def model(seed, rho=0.0, restricted=True, moderator=False):
    y, v, cluster = dense.simulate(seed)
    effects = clustered_effects(y, v, cluster)
    rng = np.random.default_rng(seed)
    x = np.column_stack([np.ones(len(y)), rng.normal(size=len(y))])[:, : 1 + moderator]
    sorted_clusters = [cluster[i] for i in effects.order]
    return _Model(effects, x, rho, restricted, (True, True)), sorted_clusters


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("rho", [0.0, 0.6])
@pytest.mark.parametrize("restricted", [True, False])
@pytest.mark.parametrize("moderator", [False, True])
def test_likelihood_and_derivatives_are_those_of_dense_matrices(seed, rho, restricted, moderator):
    blocks, cluster = model(seed, rho, restricted, moderator)

    def plain(theta):
        total = dense.covariance(blocks.effects.v, cluster, *theta, rho)
        return dense.log_likelihood(blocks.effects.y, blocks.x, total, restricted)

    for theta in ([0.1, 0.05], [0.0, 0.2], [0.3, 0.0]):
        here = np.array(theta)
        found = blocks.curvature(here)
        assert found.value == pytest.approx(plain(here), rel=1e-12)
        assert found.value == pytest.approx(blocks.value(here), rel=1e-12)
        middle = here + 1e-3
        found, step = blocks.curvature(middle), 1e-5
        slope = [(plain(middle + m) - plain(middle - m)) / (2 * step) for m in step * np.eye(2)]
        assert found.gradient == pytest.approx(slope, rel=1e-6, abs=1e-6)
        gradients = [
            blocks.curvature(middle + m).gradient - blocks.curvature(middle - m).gradient for m in step * np.eye(2)
        ]
        assert -np.array(gradients) / (2 * step) == pytest.approx(found.observed, rel=1e-5, abs=1e-5)


@pytest.mark.parametrize("rho", [0.0, 0.4])
@pytest.mark.parametrize("restricted", [True, False])
def test_expected_information_is_that_of_dense_matrices(rho, restricted):
    blocks, cluster = model(4, rho, restricted, moderator=True)
    theta = np.array([0.1, 0.05])
    w = np.linalg.inv(dense.covariance(blocks.effects.v, cluster, *theta, rho))
    z = dense.membership(cluster)
    moves = [z @ z.T, np.eye(len(w))]
    if restricted:
        w = w - w @ blocks.x @ np.linalg.solve(blocks.x.T @ w @ blocks.x, blocks.x.T @ w)
    expected = [[np.trace(w @ a @ w @ b) / 2 for b in moves] for a in moves]
    assert blocks.curvature(theta).expected == pytest.approx(np.array(expected), rel=1e-10)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("method", ["REML", "ML"])
def test_no_other_variances_are_likelier(seed, method):
    rho = [0.0, 0.7][seed % 2]
    between, within = [(0.1, 0.05), (0.0, 0.1), (0.2, 0.0)][seed % 3]
    y, v, cluster = dense.simulate(seed, between=between, within=within)
    found = multilevel(y, v, cluster, method=method, rho=rho)
    x = np.ones((len(y), 1))

    def plain(theta):
        return dense.log_likelihood(y, x, dense.covariance(v, cluster, *theta, rho), method == "REML")

    best = np.array([found.sigma2_between, found.sigma2_within])
    assert found.log_likelihood == pytest.approx(plain(best), rel=1e-12)
    grid = np.concatenate([[0.0], np.geomspace(1e-4, 1, 12)])
    assert max(plain((b, w)) for b in grid for w in grid) <= found.log_likelihood + 1e-10
    for nudge in np.array([[1, 0], [-1, 0], [0, 1], [0, -1]]) * 1e-4:
        assert plain(np.maximum(best + nudge, 0)) <= found.log_likelihood + 1e-12


def test_a_climb_from_the_second_start_wins_when_the_likelihood_has_two_peaks():
    rng = np.random.default_rng(0)
    for _ in range(40):
        k = int(rng.integers(3, 9))
        y, v = rng.normal(0, 1, k), rng.uniform(0.001, 2, k)
        cluster = rng.integers(0, 3, k)
        if len(set(cluster)) in (1, k):
            continue
        found = multilevel(y, v, cluster)
        x = np.ones((k, 1))
        grid = np.concatenate([[0.0], np.geomspace(1e-3, 10, 9)])
        totals = [dense.log_likelihood(y, x, dense.covariance(v, cluster, b, w)) for b in grid for w in grid]
        assert max(totals) <= found.log_likelihood + 1e-9


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.floats(-5, 5), st.floats(-3, 3))
def test_shift_scale_and_order_do_not_matter(seed, shift, power):
    y, v, cluster = dense.simulate(seed, clusters=5)
    scale = 10.0**power
    first = multilevel(y, v, cluster)
    moved = multilevel((y + shift)[::-1] * scale, v[::-1] * scale**2, [f"x{c}" for c in cluster[::-1]])
    # near a flat top the two searches stop at points whose likelihoods agree to rounding
    assert moved.estimate / scale - shift == pytest.approx(first.estimate, rel=1e-6, abs=1e-6)
    assert moved.se / scale == pytest.approx(first.se, rel=1e-6)
    assert moved.sigma2_between / scale**2 == pytest.approx(first.sigma2_between, rel=1e-5, abs=1e-6)


def test_one_cluster_has_no_variance_between_clusters():
    y, v, _ = dense.simulate(3)
    found = multilevel(y, v, ["only"] * len(y))
    assert found.sigma2_between == 0
    assert "one cluster" in found.notes[0]
    with pytest.raises(InputError, match="1 cluster cannot carry a robust error of 1 coefficient"):
        found.robust()


def test_one_effect_per_cluster_is_a_two_level_model():
    y, v, _ = dense.simulate(3)
    found = multilevel(y, v, range(len(y)))
    assert found.sigma2_within == 0
    assert "one effect per cluster" in found.notes[0]
    x = np.ones((len(y), 1))
    values = [dense.log_likelihood(y, x, np.diag(v + t)) for t in found.sigma2_between + np.array([-1e-3, 0, 1e-3])]
    assert values[1] == max(values)


def test_equal_effects_have_no_heterogeneity():
    found = multilevel([0.2] * 6, [0.1] * 6, list("aabbcc"))
    assert (found.sigma2_between, found.sigma2_within) == (0, 0)
    assert found.estimate == pytest.approx(0.2)
    assert found.i2_between == found.i2_within == 0
    assert found.se == pytest.approx(np.sqrt(0.1 / 6))


def test_two_effects_of_one_sample():
    found = multilevel([0.1, 0.9], [0.1, 0.2], ["a", "a"])
    assert found.k == 2
    assert found.n_clusters == 1


def test_result_travels_as_plain_values():
    found = multilevel(*dense.simulate(1), rho=0.3)
    assert found.to_dict()["rho"] == 0.3
    assert list(found.to_frame()["k"]) == [found.k]
    assert "coefficients" not in found.to_dict()


def test_confidence_level_widens_the_interval():
    narrow, wide = (multilevel(*dense.simulate(1), level=level) for level in (0.8, 0.99))
    assert wide.ci_low < narrow.ci_low < narrow.ci_high < wide.ci_high
    assert wide.robust().ci_low < narrow.robust().ci_low


Y, V, C = [0.1, 0.2, 0.4], [0.1, 0.1, 0.1], ["a", "a", "b"]


@pytest.mark.parametrize(
    ("arguments", "keywords", "message"),
    [
        (([0.1, float("nan"), 0.2], V, C), {}, "effect size y of effect 2 is not a finite number"),
        ((Y, [0.1, 0, 0.1], C), {}, "sampling variance of effect 2 is 0: a variance must be above zero"),
        ((Y, [0.1, -1, 0.1], C), {}, "sampling variance of effect 2 is -1"),
        ((Y, V, ["a", None, "b"]), {}, "effect 2 names no cluster"),
        ((Y, V, ["a", "b"]), {}, "y, v and cluster differ in length: 3, 3 and 2 rows"),
        ((["x", 1, 2], V, C), {}, "effect size y must hold numbers"),
        (([Y], V, C), {}, "effect size y must be one column"),
        (([0.1], [0.1], ["a"]), {}, "1 effect cannot tell 1 coefficient and two variances apart"),
        (([], [], []), {}, "no effects were given"),
        ((Y, V, C), {"rho": 1.0}, "rho is 1"),
        ((Y, V, C), {"rho": -0.1}, "rho is -0.1"),
        ((Y, V, C), {"x": pd.DataFrame({"year": [1.0, 2.0]})}, "moderator year differs in length"),
        ((Y, V, C), {"x": pd.DataFrame({"year": [1.0, 1.0, 1.0]})}, "the moderators repeat one another"),
        ((Y, V, C), {"x": pd.DataFrame({"year": [1.0, float("nan"), 1.0]})}, "moderator year of effect 2"),
    ],
)
def test_refusals(arguments, keywords, message):
    with pytest.raises(InputError) as caught:
        multilevel(*arguments, **keywords)
    assert message in str(caught.value)


@pytest.mark.parametrize("keywords", [{"method": "DL"}, {"level": 95}])
def test_unknown_choices(keywords):
    with pytest.raises(UsageError):
        multilevel(Y, V, C, **keywords)
