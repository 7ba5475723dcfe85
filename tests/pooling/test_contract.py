"""What may be averaged with what, and where a sampling variance comes from."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.pooling.contract import FAMILIES, family_of, prepared, refusal, with_imputed
from tests.pooling.effects import PATH, effects


def test_unlike_estimands_are_families_of_their_own():
    assert family_of("correlation, latent") is not family_of("correlation, observed")
    assert family_of("direct, standardized").measure == "beta"
    assert "partial" in family_of("direct, standardized").label
    for estimand in ("HTMT ratio", "direct, unstandardized", "indirect, beta", "total, standardized"):
        assert family_of(estimand) is None


@pytest.mark.parametrize(
    ("estimand", "words"),
    [
        ("HTMT ratio", "correlation matrix"),
        ("direct, unstandardized", "standardize with the SDs"),
        ("total, standardized", "another quantity"),
        ("interaction, standardized", "coded"),
        ("covariance, standardized", "correlation only if"),
        ("indirect, beta", "pool its two paths"),
        ("direct, no coefficient", "no coefficient is printed"),
        ("colour", "not an effect"),
    ],
)
def test_a_refusal_says_why_and_where_to_go(estimand, words):
    assert words in refusal(estimand)


@given(r=st.floats(-0.99, 0.99), n=st.integers(4, 10_000))
def test_correlations_are_fisher_z(r, n):
    (row,) = prepared(effects({"value": r, "n": float(n)}), "z").to_dict("records")
    assert row["yi"] == pytest.approx(np.arctanh(r))
    assert row["vi"] == pytest.approx(1 / (n - 3))
    assert (row["variance_source"], row["unusable"]) == ("n", "")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"value": 1.0}, "between -1 and 1"),
        ({"value": -1.2}, "between -1 and 1"),
        ({"n": 3.0}, "three or fewer"),
        ({"n": float("nan")}, "no sample size"),
        ({"value": float("nan")}, "no number"),
    ],
)
def test_a_correlation_without_variance_says_why(row, words):
    (found,) = prepared(effects(row), "z").to_dict("records")
    assert np.isnan(found["vi"])
    assert words in found["unusable"]


LADDER = [
    ({"se": 0.1, "stat": 4.0}, "SE", 0.01),
    ({"stat": 4.0, "ci_low": 0.1, "ci_high": 0.7}, "t", 0.01),
    ({"stat": float("nan"), "ci_low": 0.204, "ci_high": 0.596, "p": 0.5}, "CI", 0.01),
    ({"stat": 0.0, "ci_low": 0.5, "ci_high": 0.6, "p": 0.0455003}, "p", 0.04),
    ({"stat": float("nan"), "p": 0.0, "n": 101.0}, "n, as for an r", 0.84**2 / 100),
]


@pytest.mark.parametrize(("row", "source", "variance"), LADDER)
def test_a_path_takes_its_variance_from_the_best_that_is_printed(row, source, variance):
    (found,) = prepared(effects(PATH | {"value": 0.4} | row), "beta").to_dict("records")
    assert found["variance_source"] == source
    assert found["vi"] == pytest.approx(variance, rel=1e-3)
    assert found["yi"] == 0.4


def test_n_alone_gives_a_path_of_one_no_variance():
    (found,) = prepared(effects(PATH | {"value": 1.0, "stat": float("nan")}), "beta").to_dict("records")
    assert "no sampling variance" in found["unusable"]
    assert found["variance_source"] == ""


def test_a_path_beyond_one_is_usable_with_an_error_of_its_own():
    """Standardized paths can exceed 1 where predictors correlate; only an r cannot."""
    (found,) = prepared(effects(PATH | {"value": 1.06}), "beta").to_dict("records")
    assert found["unusable"] == ""


@given(beta=st.floats(-0.5, 0.5))
def test_imputation_is_a_family_of_its_own_and_says_so(beta):
    frame = with_imputed(effects(PATH | {"value": beta}, {"value": 0.2}))
    made = frame[frame["estimand"].eq("correlation, imputed")]
    assert sorted(made["converted"]) == ["", "r imputed from beta"]
    r = made.loc[made["converted"].ne(""), "value"].item()
    assert r == pytest.approx(0.98 * beta + 0.05 * (beta >= 0))
    assert set(frame["estimand"]) == {"correlation, imputed", "correlation, observed", "direct, standardized"}
    assert set(prepared(made, "z")["variance_source"]) == {"n", "n, as for an r"}
    assert "Peterson and Brown" in FAMILIES["correlation, imputed"].caveat


def test_a_strong_path_is_not_imputed_and_a_printed_correlation_is_not_repeated():
    frame = with_imputed(effects(
        PATH | {"value": 0.6}, PATH | {"value": 0.3, "study": "both"},
        {"study": "both", "value": 0.35, "source": "Loyalty", "target": "Trust"},
    ))  # fmt: skip
    made = frame[frame["estimand"].eq("correlation, imputed")].set_index("study")
    strong = made.loc["a-1"]
    assert "beyond .5" in strong["held"]
    assert (np.isnan(strong["value"]), strong["converted"]) == (True, "")
    both = made.loc["both"].set_index("converted")["held"]
    assert "prints this correlation itself" in both["r imputed from beta"]
    assert both[""] is None


def test_without_paths_nothing_is_imputed():
    frame = effects({})
    assert with_imputed(frame) is frame
