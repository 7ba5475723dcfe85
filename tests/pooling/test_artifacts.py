"""Hunter and Schmidt: against psychmeta (shared reference, skipped when absent) and worked by hand."""

import numpy as np
import pytest

from evidence.errors import InputError
from evidence.pooling import hunter_schmidt
from evidence.pooling.artifacts import artifact_distributions
from tests.pooling import clustered_reference as shared

DATA = shared.datasets("hunter_schmidt")
SAME = {"CI_LL_95": "ci_low", "CI_UL_95": "ci_high", "CR_LL_80": "cr_low", "CR_UL_80": "cr_high", "N": "n"}
CHOICES = [(bias, unbiased) for bias in (False, True) for unbiased in (False, True)]


def agrees(found, expected):
    for field, value in expected.items():
        ours = SAME.get(field, field)
        if hasattr(found, ours):
            assert getattr(found, ours) == pytest.approx(value, rel=1e-10, abs=1e-13), field


@pytest.mark.skipif(not DATA, reason="the shared reference results are not here")
@pytest.mark.parametrize(("bias", "unbiased"), CHOICES)
@pytest.mark.parametrize(("data", "reference"), [d[1:] for d in DATA], ids=[d[0] for d in DATA])
def test_reference(data, reference, bias, unbiased):
    rows = [q for q in data["data"] if q.get("ri") is not None and q.get("ni")]
    r, n = np.array([q["ri"] for q in rows]), np.array([q["ni"] for q in rows])
    rxx, ryy = (np.array([q.get(c) or np.nan for q in rows]) for c in ("rxx", "ryy"))
    choice = f"bias{str(bias).upper()}_unbiasedvar{str(unbiased).upper()}"
    agrees(hunter_schmidt(r, n, bias_correct=bias, unbiased_variance=unbiased), reference[f"psychmeta_bb_{choice}"])
    if f"psychmeta_ic_{choice}" in reference:
        both = ~np.isnan(rxx * ryy)
        found = hunter_schmidt(r[both], n[both], rxx[both], ryy[both], bias, unbiased)
        agrees(found, reference[f"psychmeta_ic_{choice}"]["true_score"])
    if f"psychmeta_ad_int_{choice}" in reference:
        found = artifact_distributions(r, n, rxx, ryy, bias, unbiased)
        agrees(found, reference[f"psychmeta_ad_int_{choice}"]["true_score"])


def test_bare_bones_by_hand():
    found = hunter_schmidt([0.2, 0.4], [100, 300])
    assert found.mean_r == pytest.approx(0.35)
    assert found.var_r == pytest.approx((100 * 0.15**2 + 300 * 0.05**2) / 400)
    assert found.var_e == pytest.approx((100 / 99 + 300 / 299) * (1 - 0.35**2) ** 2 / 400)
    assert found.mean_rho is None
    assert found.method == "bare-bones"
    assert found.to_frame().loc[0, "k"] == 2


def test_negative_residual_variance_is_reported_and_its_root_is_zero():
    found = hunter_schmidt([0.2, 0.2], [50, 50])
    assert found.var_res < 0
    assert found.sd_res == 0
    assert found.cr_low == found.cr_high == pytest.approx(0.2)


def test_perfect_reliability_changes_nothing():
    r, n, one = [0.1, 0.3, 0.5], [50, 100, 80], [1.0, 1.0, 1.0]
    bare, corrected, spread = hunter_schmidt(r, n), hunter_schmidt(r, n, one, one), artifact_distributions(r, n, one)
    for found in (corrected, spread):
        assert found.mean_rho == pytest.approx(bare.mean_r)
        assert found.var_rho == pytest.approx(bare.var_res)


def test_one_reliability_corrects_one_side():
    found = hunter_schmidt([0.2, 0.4], [100, 100], ryy=[0.64, 0.64])
    assert found.mean_rho == pytest.approx(0.3 / 0.8)
    exact = artifact_distributions([0.2, 0.4], [100, 100], ryy=[0.65, np.nan], decimals=None)
    assert exact.mean_rho == pytest.approx(0.3 / np.sqrt(0.65))
    assert exact.method == "artifact distributions"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([0.2], [100]), "one correlation has no spread"),
        (([0.2, 1.2], [100, 100]), "correlation 2 is 1.2"),
        (([0.2, 0.3], [100, 1]), "sample size 2 is 1"),
        (([0.2, 0.3], [100]), "r and n differ in length"),
        (([0.2, 0.3], [100, 100], [0.8]), "rxx differs in length"),
        (([0.2, 0.3], [100, 100], [0.8, 1.1]), "rxx of correlation 2 is 1.1"),
        (([0.2, 0.3], [100, 100], [0.8, np.nan]), "correct with artifact_distributions"),
    ],
)
def test_refusals(arguments, message):
    with pytest.raises(InputError) as caught:
        hunter_schmidt(*arguments)
    assert message in str(caught.value)


def test_artifact_distributions_need_reliabilities():
    with pytest.raises(InputError, match="no reliabilities were given"):
        artifact_distributions([0.1, 0.2], [50, 50])
    with pytest.raises(InputError, match="no ryy is known"):
        artifact_distributions([0.1, 0.2], [50, 50], ryy=[np.nan, np.nan])
