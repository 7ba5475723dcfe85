"""Effect sizes: laws, ranges, and slow versions of what no formula gives directly. No shared files are needed."""

from decimal import Decimal, getcontext

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from evidence.errors import InputError
from evidence.pooling import effect_sizes as es

correlation = st.floats(-0.99, 0.99)
size = st.integers(5, 5000)


def hypergeometric(a, b, c, z):
    """2F1 by its series, with forty digits."""
    getcontext().prec = 40
    term = total = Decimal(1)
    k = 0
    while term > Decimal(10) ** -20:
        term *= (a + k) * (b + k) / (c + k) / (k + 1) * z
        total += term
        k += 1
    return total


@pytest.mark.parametrize(("r", "n"), [("0.02", 10), ("-0.05", 10), ("0.3", 8), ("0.9", 200), ("0.02", 60)])
def test_unbiased_r_against_the_series(r, n):
    exact, size = Decimal(r), Decimal(n)
    rest = 1 - exact**2
    half = Decimal("0.5")
    expected = exact * hypergeometric(half, half, (size - 2) / 2, rest)
    square = hypergeometric(Decimal(1), Decimal(1), size / 2, rest)
    found = es.r_to_unbiased_r(float(r), n, unbiased_variance=True)
    assert found.estimate == pytest.approx(float(expected), rel=1e-12)
    variance = expected**2 - 1 + (size - 3) / (size - 2) * rest * square
    assert found.variance == pytest.approx(float(variance), rel=1e-10)


@given(correlation, size)
def test_z_and_back(r, n):
    z = es.r_to_z(r, n)
    assert es.z_to_r(z.estimate).estimate == pytest.approx(r, abs=1e-12)
    assert z.variance_source == "n"
    assert z.se == pytest.approx(1 / np.sqrt(n - 3))


@given(correlation)
def test_d_and_back(r):
    assert es.d_to_r(es.r_to_d(r).estimate).estimate == pytest.approx(r, abs=1e-12)


@given(st.floats(-20, 20), st.integers(1, 1000))
def test_statistics_agree_on_r(t, df):
    through_t = es.t_to_r(t, df)
    assert es.f_to_r(t**2, df, sign=np.sign(t)).estimate == pytest.approx(through_t.estimate, abs=1e-12)
    assert es.t_to_partial_r(t, df + 2, 1).estimate == pytest.approx(through_t.estimate, abs=1e-12)
    assert -1 <= through_t.estimate <= 1


@given(correlation, st.integers(4, 500))
def test_p_leads_back_to_r(r, n):
    t = r * np.sqrt((n - 2) / (1 - r**2))
    p = 2 * stats.t.sf(abs(t), n - 2)
    if p > 1e-200:
        assert es.p_to_r(p, n, sign=np.sign(r)).estimate == pytest.approx(r, abs=1e-8)


@given(correlation, st.floats(0.3, 1), st.floats(0.3, 1))
def test_unreliability_only_shrinks(r, rxx, ryy):
    found = es.r_to_rho(r, rxx, ryy)
    assert abs(found.estimate) >= abs(r) - 1e-15
    assert bool(found.notes) == (abs(found.estimate) > 1)


@pytest.mark.parametrize(("z", "tau2"), [(0.0, 0.5), (0.4, 0.0), (1.5, 0.3), (-2.0, 1.0)])
def test_mean_r_against_plain_quadrature(z, tau2):
    grid = np.linspace(-10, 10, 200_001)
    density = stats.norm.pdf(grid)
    expected = np.trapezoid(np.tanh(z + np.sqrt(tau2) * grid) * density, grid)
    assert es.z_to_mean_r(z, tau2).estimate == pytest.approx(expected, abs=1e-9)


TABLES = [(10, 20, 5, 25), (40, 10, 12, 30), (5, 45, 12, 30), (25, 25, 10, 40), (25, 10, 25, 40), (30, 20, 20, 30)]


@pytest.mark.parametrize("table", [*TABLES, (3, 27, 24, 6)])
def test_tetrachoric_against_the_bivariate_normal(table):
    a, b, c, _ = table
    n = sum(table)
    found = es.table_to_tetrachoric_r(*table)
    cuts = stats.norm.ppf([(a + b) / n, (a + c) / n])

    def cells(theta):
        r, x, y = theta
        both = stats.multivariate_normal([0, 0], [[1, r], [r, 1]]).cdf([x, y])
        row, column = stats.norm.cdf(x), stats.norm.cdf(y)
        return np.array([both, row - both, column - both, 1 - row - column + both])

    theta = np.array([found.estimate, *cuts])
    assert cells(theta) == pytest.approx(np.array(table) / n, abs=1e-9)
    step = 1e-5
    slopes = np.array([(cells(theta + m) - cells(theta - m)) / (2 * step) for m in step * np.eye(3)]).T
    information = n * slopes.T @ (slopes / cells(theta)[:, None])
    assert found.variance == pytest.approx(np.linalg.inv(information)[0, 0], rel=1e-4)


def test_tables_turned_over_change_sign_only():
    for function in (es.table_to_phi, es.table_to_log_odds_ratio, es.table_to_d, es.table_to_tetrachoric_r):
        one, other = function(10, 20, 5, 25), function(20, 10, 25, 5)
        assert one.estimate == pytest.approx(-other.estimate, rel=1e-9)
        assert one.variance == pytest.approx(other.variance, rel=1e-9)


def test_empty_cells():
    found = es.table_to_log_odds_ratio(0, 10, 5, 5)
    assert found.estimate == pytest.approx(np.log(0.5 * 5.5 / (10.5 * 5.5)))
    assert "half a person" in found.notes[0]
    assert es.table_to_d(0, 10, 5, 5).notes == found.notes
    with pytest.raises(InputError, match="use phi"):
        es.table_to_tetrachoric_r(0, 10, 5, 5)
    with pytest.raises(InputError, match="one variable does not vary"):
        es.table_to_phi(0, 10, 0, 5)
    with pytest.raises(InputError, match="a table of no persons"):
        es.table_to_phi(0, 0, 0, 0)
    with pytest.raises(InputError, match="one table at a time"):
        es.table_to_tetrachoric_r([1, 2], [1, 2], [1, 2], [1, 2])


def test_variances_follow_the_effect():
    rng = np.random.default_rng(1)
    r = 0.4
    draws = rng.normal(r, 1e-4, 200_000)
    spread = np.std(2 * draws / np.sqrt(1 - draws**2)) / 1e-4
    v_r = (1 - r**2) ** 2 / 99
    assert es.r_to_d(r, 100).variance == pytest.approx(spread**2 * v_r, rel=0.02)
    found = es.odds_ratio_to_r(2.0, variance=0.1)
    step = 1e-6
    up, down = (es.odds_ratio_to_r(2.0 * np.exp(s)).estimate for s in (step, -step))
    assert found.variance == pytest.approx(0.1 * ((up - down) / (2 * step)) ** 2, rel=1e-6)
    assert found.variance_source == "se"
    assert es.d_to_r(0.5, 30, 30).variance == pytest.approx(
        ((es.d_to_r(0.5 + step, 30, 30).estimate - es.d_to_r(0.5 - step, 30, 30).estimate) / (2 * step)) ** 2
        * (2 / 30 + 0.25 / 120), rel=1e-6,
    )  # fmt: skip


def test_semipartial_columns_keep_their_gaps():
    found = es.t_to_semipartial_r([1.0, 4.61], 30, 2, 0.1)
    assert np.isnan(found.variance[1])
    assert not np.isnan(found.variance[0])
    assert "exceeds R²" in found.notes[0]


def test_unsigned_statistics_say_so():
    for found in (es.f_to_r(4, 18), es.chi2_to_r(4, 100), es.p_to_r(0.04, 30)):
        assert found.notes == ("size only: the statistic carries no direction",)
    assert es.chi2_to_r(4, 100, sign=-1).estimate == pytest.approx(-0.2)
    assert es.beta_to_r(0.2).notes == ("imputed from beta (Peterson and Brown 2005)",)
    assert es.d_to_r(0.2).notes == ("groups taken to be of equal size",)


@pytest.mark.parametrize(
    ("reported", "source", "variance"),
    [
        ({"se": 0.1, "t": 3.0}, "se", 0.01),
        ({"ci": (0.2, 0.4), "p": 0.03}, "ci", (0.1 / stats.norm.ppf(0.975)) ** 2),
        ({"t": 3.0, "n": 50}, "t", 0.01),
        ({"p": 0.05}, "p", (0.3 / stats.norm.isf(0.025)) ** 2),
        ({"n": 101}, "n", (1 - 0.09) ** 2 / 100),
    ],
)
def test_best_reported_thing_gives_the_variance(reported, source, variance):
    found = es.with_variance("r", 0.3, **reported)
    assert found.variance_source == source
    assert found.variance == pytest.approx(variance)


def test_variance_of_z_and_refusals():
    assert es.with_variance("z", 0.3, n=103).variance == pytest.approx(0.01)
    with pytest.raises(InputError, match="nothing reported gives b a sampling variance"):
        es.with_variance("b", 0.3, n=100)
    with pytest.raises(InputError, match="lies outside its interval"):
        es.with_variance("b", 0.3, ci=(0.4, 0.5))
    with pytest.raises(InputError, match="says nothing about its error"):
        es.t_to_se(0.3, 0)
    assert es.p_to_se(0.3, 0.05, df=20) == pytest.approx(0.3 / stats.t.isf(0.025, 20))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: es.r_to_z(1), r"r = 1 is outside its range (-1, 1)"),
        (lambda: es.r_to_z(0.1, 3), r"n = 3 is outside its range (3, inf)"),
        (lambda: es.r_to_z(float("nan")), "r = nan is outside"),
        (lambda: es.r_to_z("a"), "r must be a number"),
        (lambda: es.r_to_rho(0.3, rxx=0), "rxx = 0 is outside"),
        (lambda: es.r_to_rho(0.3, rxx=1.2), "rxx = 1.2 is outside"),
        (lambda: es.f_to_r(4, 20, df_effect=2), "more than one numerator df"),
        (lambda: es.f_to_r(-1, 20), "F = -1 is outside"),
        (lambda: es.chi2_to_r(50, 40), "chi-squared of one df cannot exceed n"),
        (lambda: es.p_to_r(0, 40), "p = 0 names no t value"),
        (lambda: es.t_to_partial_r(2, 5, 4), "n - predictors - 1 = 0 is outside"),
        (lambda: es.t_to_partial_z(2, 6, 4), "n - predictors - 1 = 1 is outside"),
        (lambda: es.t_to_semipartial_r(2, 50, 4, 1.2), "R squared = 1.2 is outside"),
        (lambda: es.means_to_g(1, 0, 10, 2, 1, 10), "sd1 = 0 is outside"),
        (lambda: es.odds_ratio_to_d(0), "odds ratio = 0 is outside"),
        (lambda: es.ci_to_se(0.5, 0.4), "high minus low = -0.1 is outside"),
        (lambda: es.se_to_variance(0), "standard error = 0 is outside"),
        (lambda: es.z_to_mean_r(0.1, -1), "tau2 = -1 is outside"),
    ],
)
def test_ranges(call, message):
    with pytest.raises(InputError) as caught:
        call()
    assert message in str(caught.value)


def test_columns_stay_columns():
    found = es.r_to_z(np.array([0.1, 0.2]), np.array([50, 60]))
    assert list(found.estimate) == pytest.approx([np.arctanh(0.1), np.arctanh(0.2)])
    assert found.variance.shape == (2,)
    assert es.r_to_z(0.1).se is None
    assert isinstance(es.t_to_r(2, 20).estimate, float)


def test_every_conversion_names_its_source():
    for name in es.__all__:
        if "_to_" in name:
            text = getattr(es, name).__doc__
            assert text.splitlines()[0].endswith("."), name
            assert any(c.isdigit() for c in text) or "definition" in text or "Any text" in text or "chapter" in text, (
                name
            )
