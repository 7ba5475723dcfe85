"""Analyses as they were published: figures to the digits printed there."""

import numpy as np
import pandas as pd
import pytest

from evidence.pooling import bias, meta_regression, pool, sensitivity, subgroups
from tests.pooling.published import BCG, bcg, expectancy


def printed(value, text):
    """The number rounds to what was printed."""
    digits = len(text.partition(".")[2])
    assert f"{value:.{digits}f}" == text


def test_bcg_vaccine_random_effects():
    """Viechtbauer (2010), J. Stat. Softw. 36(3), section 3.2: random-effects model of the log risk ratios, REML."""
    got = pool(*bcg(), method="REML", test="z")
    printed(got.tau2, "0.3132")
    printed(got.se_tau2, "0.1664")
    printed(got.i2, "92.22")
    printed(got.h2, "12.86")
    printed(got.q, "152.2330")
    for value, text in zip(
        (got.estimate, got.se, got.stat, got.ci_low, got.ci_high),
        ("-0.7145", "0.1798", "-3.9744", "-1.0669", "-0.3622"),
        strict=True,
    ):
        printed(value, text)


def test_bcg_vaccine_as_risk_ratio():
    """The same section: average risk ratio 0.49 (0.34 to 0.70), 95 % of true ratios between 0.15 and 1.55."""
    got = pool(*bcg(), method="REML", test="z")
    for value, text in zip(
        np.exp([got.estimate, got.ci_low, got.ci_high, got.pi_low, got.pi_high]),
        ("0.49", "0.34", "0.70", "0.15", "1.55"),
        strict=True,
    ):
        printed(value, text)


def test_bcg_interval_of_heterogeneity():
    """The same paper, section 3.3: Q-profile interval of tau-squared 0.1197 to 1.1115."""
    low, high = sensitivity.tau2_interval(*bcg())
    printed(low, "0.1197")
    printed(high, "1.1115")


def test_bcg_latitude_and_year():
    """The same paper, section 3.4: absolute latitude and year explain heterogeneity.

    It prints Q_M(2) = 12.2043, with tau-squared iterated until it moves by less than 1e-5; to the last digit it is
    12.2045.
    """
    table = pd.DataFrame({"latitude": [row[4] for row in BCG], "year": [row[5] for row in BCG]}, dtype=float)
    got = meta_regression(*bcg(), table, method="REML", test="z")
    printed(got.tau2, "0.1108")
    assert got.qm == pytest.approx(12.2043, abs=3e-4)
    printed(got.q, "28.3251")
    assert got.coefficients["estimate"][0] == pytest.approx(-3.5455, abs=3e-4)  # to the last digit -3.54535
    printed(got.coefficients["estimate"][1], "-0.0280")
    printed(got.coefficients["estimate"][2], "0.0019")
    assert got.coefficients["se"][0] == pytest.approx(29.0959, abs=3e-3)
    printed(got.coefficients["se"][1], "0.0102")
    printed(got.coefficients["se"][2], "0.0147")


def test_bcg_fail_safe_number():
    """The same paper, section 3.7 gives 598 by Rosenthal's approach."""
    assert bias.fail_safe_n(*bcg(), kind="rosenthal") == 598


def test_bcg_moments():
    """Colditz et al. (1994), JAMA 271, 698, abstract: risk of tuberculosis times 0.49 (0.34 to 0.70); DL."""
    got = pool(*bcg(), method="DL", test="z")
    for value, text in zip(np.exp([got.estimate, got.ci_low, got.ci_high]), ("0.49", "0.34", "0.70"), strict=True):
        printed(value, text)


def test_bcg_subgroups_by_allocation():
    """Each way of allocation alone has fewer trials; the levels add up to the 13 of table 1."""
    got = subgroups(*bcg(), [row[6] for row in BCG])
    assert got.levels["k"].to_dict() == {"alternate": 2, "random": 7, "systematic": 4}
    assert got.df == 2


@pytest.mark.parametrize(
    ("method", "estimate", "se", "tau2"),
    [("FE", "0.060", "0.036", "0.000"), ("REML", "0.084", "0.052", "0.019"), ("ML", "0.078", "0.047", "0.013")],
)
def test_teacher_expectancy(method, estimate, se, tau2):
    """Raudenbush (2009), Handbook of Research Synthesis, 2nd ed., ch. 16: average effect of expectancy."""
    y, v, _ = expectancy()
    got = pool(y, v, method=method, test="z")
    printed(got.estimate, estimate)
    printed(got.se, se)
    printed(got.tau2, tau2)
    printed(got.q, "35.83")


def test_teacher_expectancy_falls_with_weeks_of_contact():
    """Raudenbush (2009), table 16.2: 0.407 (0.087), weeks -0.157 (0.036), no heterogeneity left."""
    y, v, weeks = expectancy()
    got = meta_regression(y, v, pd.DataFrame({"weeks": weeks.astype(float)}), method="REML", test="z")
    for value, text in zip(got.coefficients["estimate"], ("0.407", "-0.157"), strict=True):
        printed(value, text)
    for value, text in zip(got.coefficients["se"], ("0.087", "0.036"), strict=True):
        printed(value, text)
    printed(got.tau2, "0.000")
    assert got.r2 == 100


def test_teacher_expectancy_by_knapp_and_hartung_is_wider():
    """With few studies the t interval is wider than the normal one."""
    y, v, _ = expectancy()
    z, t = pool(y, v, test="z"), pool(y, v, test="adhoc")
    assert t.ci_low < z.ci_low < z.ci_high < t.ci_high
