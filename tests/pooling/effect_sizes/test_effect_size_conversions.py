"""Every case of the conversions computed by metafor, effectsize and psychmeta.

The cases are read from `<repo root>/../shared/reference/conversions.json`; without that file these tests are skipped.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from evidence.errors import InputError
from evidence.pooling import effect_sizes as es

FILE = Path(__file__).resolve().parents[4] / "shared" / "reference" / "conversions.json"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the shared reference results are not here")

CLOSED = 1e-10
# the reference quadrature is good; pmvnorm and a numerical Hessian are not
INTEGRAL, BIVARIATE = 1e-10, 1e-4
# The hypergeometric function behind these two reference values stopped early; `test_effect_sizes.py` sums its series
# with forty digits and agrees with ours.
WRONG_HYPERGEOMETRIC = [(0.02, 10), (-0.05, 10)]


@pytest.fixture(scope="module")
def reference():
    return json.loads(FILE.read_text("utf-8"))


def close(got, expected, tolerance=CLOSED):
    assert got == pytest.approx(expected, rel=tolerance, abs=tolerance)


def test_correlations(reference):
    for c in reference["correlation"]["cases"]:
        z = es.r_to_z(c["ri"], c["ni"])
        close(z.estimate, c["ZCOR_yi"])
        close(z.variance, c["ZCOR_vi"])
        close(es.r_to_variance(c["ri"], c["ni"]), c["COR_vi"])
        if (c["ri"], c["ni"]) in WRONG_HYPERGEOMETRIC:
            continue
        unbiased = es.r_to_unbiased_r(c["ri"], c["ni"])
        close(unbiased.estimate, c["UCOR_yi"])
        close(unbiased.variance, c["UCOR_vi"])
        close(es.r_to_unbiased_r(c["ri"], c["ni"], unbiased_variance=True).variance, c["UCOR_UB_vi"])


def test_variance_at_the_mean_correlation(reference):
    c = reference["cor_average_variance"]
    mean = np.average(c["ri"], weights=c["ni"])
    close(es.r_to_variance(c["ri"], c["ni"], mean_r=mean), np.array(c["vi"]))


def test_partial_correlations(reference):
    for c in reference["partial"]["cases"]:
        found = es.t_to_partial_r(c["ti"], c["ni"], c["mi"])
        close(found.estimate, c["PCOR_yi"])
        close(found.variance, c["PCOR_vi"])
        found = es.t_to_partial_z(c["ti"], c["ni"], c["mi"])
        close(found.estimate, c["ZPCOR_yi"])
        close(found.variance, c["ZPCOR_vi"])
        found = es.t_to_semipartial_r(c["ti"], c["ni"], c["mi"], c["r2i"])
        close(found.estimate, c["SPCOR_yi"])
        if c["SPCOR_vi"] is None:
            assert found.variance is None
            assert "exceeds R²" in found.notes[0]
        else:
            close(found.variance, c["SPCOR_vi"])


def test_test_statistics(reference):
    for c in reference["t_to_r"]["cases"]:
        close(es.t_to_r(c["t"], c["df"]).estimate, c["r"])
    for c in reference["F_to_r"]["cases"]:
        close(es.f_to_r(c["F"], c["df_error"], c["df_effect"]).estimate, c["r_abs"])
    for c in reference["chi2_to_r"]["cases"]:
        close(es.chi2_to_r(c["chi2"], c["n"]).estimate, c["r_abs"])
    for c in reference["p_to_r"]["cases"]:
        close(es.p_to_r(c["p_two_sided"], c["n"]).estimate, c["r_abs"])


def test_differences(reference):
    for c in reference["d_to_r"]["cases"]:
        close(es.d_to_r(c["d"], c["n1"], c["n2"]).estimate, c["r_a"])
        close(es.d_to_r(c["d"]).estimate, c["r_a4"])
        close(es.d_to_r(c["d"], c["n1"], c["n2"], through_t=True).estimate, c["r_exact_df"])
    block = reference["r_to_d"]
    close(es.r_to_d(block["r"]).estimate, np.array(block["d"]))
    block = reference["OR_to_d_and_r"]
    close(es.odds_ratio_to_d(block["OR"]).estimate, np.array(block["d"]))
    close(es.odds_ratio_to_r(block["OR"]).estimate, np.array(block["r"]))


MEANS = {
    "SMD": es.means_to_g,
    "SMDH": es.means_to_separate_g,
    "RPB": es.means_to_point_biserial_r,
    "RBIS": es.means_to_biserial_r,
}


@pytest.mark.parametrize("measure", MEANS)
def test_group_means(reference, measure):
    for c in reference["group_means"]["cases"]:
        found = MEANS[measure](c["m1i"], c["sd1i"], c["n1i"], c["m2i"], c["sd2i"], c["n2i"])
        close(found.estimate, c[f"{measure}_yi"])
        close(found.variance, c[f"{measure}_vi"])


TABLES = {
    "OR": es.table_to_log_odds_ratio,
    "PHI": es.table_to_phi,
    "OR2DL": es.table_to_d,
    "RTET": es.table_to_tetrachoric_r,
}


@pytest.mark.parametrize("measure", TABLES)
def test_two_by_two(reference, measure):
    tolerance = BIVARIATE if measure == "RTET" else CLOSED
    for c in reference["two_by_two"]["cases"]:
        found = TABLES[measure](c["ai"], c["bi"], c["ci"], c["di"])
        close(found.estimate, c[f"{measure}_yi"], tolerance)
        close(found.variance, c[f"{measure}_vi"], tolerance)


def test_beta(reference):
    block = reference["beta_to_r_peterson_brown"]
    for beta, r, inside in zip(block["beta"], block["r"], block["in_range"], strict=True):
        if inside:
            close(es.beta_to_r(beta).estimate, r)
        else:
            with pytest.raises(InputError, match=r"outside its range \[-0.5, 0.5\]"):
                es.beta_to_r(beta)


def test_fisher_z(reference):
    block = reference["fisher_z"]
    close(es.r_to_z(block["r"]).estimate, np.array(block["z"]))
    close(es.z_to_r(block["z"]).estimate, np.array(block["back"]))
    block = block["integral_back_transform"]
    close(es.z_to_mean_r(block["z"], block["tau2"]).estimate, np.array(block["r"]), INTEGRAL)


def test_disattenuation(reference):
    for c in reference["spearman_disattenuation"]["cases"]:
        found = es.r_to_rho(c["r"], c["rxx"], c["ryy"], c["n"])
        close(found.estimate, c["rho"])
        close(found.variance, c["v_rho"])
        assert bool(found.notes) == (c["rho"] > 1)
        close(es.r_to_rho(c["r"], rxx=c["rxx"]).estimate, c["rho_x_only"])
        close(es.r_to_rho(c["r"], ryy=c["ryy"]).estimate, c["rho_y_only"])
        close(es.r_to_variance(c["r"], c["n"]), c["v_r"])


def test_coefficients(reference):
    interval, coefficient = reference["wald"]["cases"]
    se = es.ci_to_se(interval["ci_lb"], interval["ci_ub"], interval["level"] / 100)
    close(se, interval["se"])
    close(es.beta_to_t(interval["beta"], se), interval["z"])
    t = es.beta_to_t(coefficient["beta"], coefficient["se"])
    close(t, coefficient["t"])
    close(es.t_to_partial_r(t, coefficient["n"], coefficient["predictors"]).estimate, coefficient["partial_r"])
