"""One-stage models: against metaSEM's osmasem (shared reference) and a likelihood written out study by study."""

import numpy as np
import pandas as pd
import pytest

from evidence.errors import InputError
from evidence.pooling.masem import one_stage, stage1
from evidence.pooling.masem.matrices import read_studies
from evidence.pooling.masem.stage1 import observed_correlations
from tests.pooling.masem.masem_cases import CASES, inputs, random_studies

CHAIN = "v1 ~ a*v0\nv2 ~ b*v1 + c*v0\nind := a*b"
REFERENCE = [name for name in CASES if "osmasem" in CASES[name]]


@pytest.mark.skipif(not REFERENCE, reason="the shared reference results are not here")
@pytest.mark.parametrize("name", REFERENCE)
def test_reference(name):
    expected = CASES[name]["osmasem"]
    found = one_stage(*inputs(name), CASES[name]["model"])
    assert -2 * found.log_likelihood == pytest.approx(expected["minus2LL"], abs=1e-8)
    estimates = found.estimates.set_index("name")
    size = len(found.tau2)
    tau2 = np.log([found.tau2.iloc[i, j] for j in range(size) for i in range(j + 1, size)])
    for term in expected["parameters"]:
        if term["name"].startswith("Tau1_"):
            assert tau2[int(term["name"][5:]) - 1] == pytest.approx(term["est"], abs=1e-6)
        else:
            # the reference calls one covariance f that has no label in its model text
            row = estimates.loc[term["name"] if term["name"] in estimates.index else "Alpha~~Beta"]
            assert (row.est, row.se) == pytest.approx((term["est"], term["se"]), rel=1e-6)


def written_out(matrices, n, theta, tau2, x):
    """Log-likelihood of the chain v0 -> v1 -> v2 whose paths move with x, one study at a time."""
    _, observed, sampling = observed_correlations(read_studies(matrices, n))
    total = 0.0
    for (cells, y), v, value in zip(observed, sampling, x, strict=True):
        a, b, c = theta[0] + theta[3] * value, theta[1], theta[2]
        implied = np.array([a, c + a * b, b + a * c])[cells]
        covariance = v + np.diag(np.asarray(tau2)[cells])
        e = y - implied
        total += np.linalg.slogdet(covariance)[1] + e @ np.linalg.solve(covariance, e) + len(y) * np.log(2 * np.pi)
    return -total / 2


@pytest.fixture(scope="module")
def studies():
    matrices, n = random_studies(11, studies=10, size=3, missing=0.15)
    return matrices, n, pd.DataFrame({"year": np.linspace(1990, 2020, 10)})


def test_moderated_model_against_the_written_out_likelihood(studies):
    matrices, n, x = studies
    found = one_stage(matrices, n, CHAIN, moderators=x, moderated=["a"])
    assert list(found.estimates["name"]) == ["a", "b", "c", "a:year"]
    theta, tau2 = found.estimates["est"].to_numpy(), [found.tau2.iloc[i, j] for i, j in ((1, 0), (2, 0), (2, 1))]

    def slow(values):
        return written_out(matrices, n, values, tau2, x["year"])

    assert found.log_likelihood == pytest.approx(slow(theta), rel=1e-10)
    for nudge in np.vstack([np.eye(4), -np.eye(4)]) * [1e-3, 1e-3, 1e-3, 1e-6]:
        assert slow(theta + nudge) < found.log_likelihood
    for nudge in np.vstack([np.eye(3), -np.eye(3)]) * 1e-4:
        there = written_out(matrices, n, theta, np.maximum(np.array(tau2) + nudge, 0), x["year"])
        assert there <= found.log_likelihood + 1e-9


def test_units_of_a_moderator_do_not_matter(studies):
    matrices, n, x = studies
    years = one_stage(matrices, n, CHAIN, moderators=x)
    decades = one_stage(matrices, n, CHAIN, moderators=(x - 2000) / 10)
    assert decades.log_likelihood == pytest.approx(years.log_likelihood, rel=1e-10)
    assert decades.estimates["z"].to_numpy()[3:] == pytest.approx(years.estimates["z"].to_numpy()[3:], rel=1e-4)
    assert decades.estimates["est"].to_numpy()[3:] == pytest.approx(
        10 * years.estimates["est"].to_numpy()[3:], rel=1e-4
    )
    at_2000 = years.estimates["est"].to_numpy()[:3] + 2000 * years.estimates["est"].to_numpy()[3:]
    assert decades.estimates["est"].to_numpy()[:3] == pytest.approx(at_2000, rel=1e-4)


def test_a_saturated_model_is_the_pool_itself(studies):
    matrices, n, _ = studies
    found = one_stage(matrices, n, CHAIN)
    pooled = stage1(matrices, n)
    assert found.log_likelihood == pytest.approx(pooled.log_likelihood, rel=1e-10)
    assert (found.df, found.p) == (0, None)
    rows = found.estimates.set_index("name")["est"]
    assert rows["a"] == pytest.approx(pooled.pooled.loc["v0", "v1"], abs=1e-6)
    assert found.defined.loc[0, "est"] == pytest.approx(rows["a"] * rows["b"])
    assert found.defined.loc[0, "se"] > 0


def test_leaving_out_a_path_costs_likelihood(studies):
    matrices, n, _ = studies
    found = one_stage(matrices, n, "v1 ~ a*v0\nv2 ~ b*v1")
    assert found.df == 1
    assert found.chi2 > 0
    assert 0 < found.p < 1
    assert len(found.defined) == 0


def test_refusals(studies):
    matrices, n, x = studies
    with pytest.raises(InputError, match="the model leaves out variables of the matrices: v2"):
        one_stage(matrices, n, "v1 ~ v0")
    with pytest.raises(InputError, match="moderator year differs in length"):
        one_stage(matrices, n, CHAIN, moderators=x[:3])
    with pytest.raises(InputError, match="moderator year is the same in every study"):
        one_stage(matrices, n, CHAIN, moderators=x * 0)
    with pytest.raises(InputError, match="the model has no free parameter q"):
        one_stage(matrices, n, CHAIN, moderators=x, moderated=["q"])
    with pytest.raises(InputError, match="moderator year of effect 1 is not a finite number"):
        one_stage(matrices, n, CHAIN, moderators=x * np.nan)
    with pytest.raises(InputError, match="the moderators repeat one another"):
        one_stage(matrices, n, CHAIN, moderators=pd.DataFrame({"x": x["year"], "y": 2 * x["year"]}))


def test_two_studies_and_a_moderator_leave_no_heterogeneity():
    matrices, n = random_studies(3, studies=2, size=3)
    x = pd.DataFrame({"year": [1.0, 2.0]})
    found = one_stage(matrices, n, CHAIN, moderators=x)
    assert (found.tau2.to_numpy()[np.tril_indices(3, -1)] < 1e-6).all()
    assert found.estimates["se"].notna().all()
