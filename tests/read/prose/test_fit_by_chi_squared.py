"""The fit of a model told by its chi-squared alone, the ratio in words, and the interval of RMSEA told apart from it."""

import pytest

from evidence.read.prose.fit.fits import fits
from tests.read.prose.test_numbers import said


def told(text: str, *names: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(f.value, name) for name in names) for f in fits(said(text))[0]]


@pytest.mark.parametrize(
    "text",
    [
        "For the structural model, χ2 was 241.2 with 120 degrees of freedom.",
        "In the measurement model the chi-square was 241.2 with 120 degrees of freedom.",
        "The model had a chi-square of 241.2 with 120 degrees of freedom.",
        "The model yielded χ2(120) = 241.2.",
        "The confirmatory factor analysis with six correlated factors yielded a scaled chi-squared of 241.2 with 120 degrees of freedom.",
    ],
)
def test_the_chi_squared_of_a_model_is_its_fit(text: str) -> None:
    assert told(text, "chi2", "df") == [("241.2", "120")]


@pytest.mark.parametrize(
    "text",
    [
        "For men, χ2 was 241.2 with 120 degrees of freedom.",
        "The groups had a chi-square of 241.2 with 120 degrees of freedom.",
        "In the second town the chi-square was 241.2 with 120 degrees of freedom.",
    ],
)
def test_the_chi_squared_of_groups_is_no_fit(text: str) -> None:
    assert told(text, "chi2") == []


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("χ2 was 241.2 with 120 degrees of freedom, so that the ratio is 2.01 to one, and CFI = .95.", "2.01"),
        ("χ2(120) = 241.2, a ratio of 2.01; CFI = .95.", "2.01"),
        ("χ2 was 241.2 with 120 degrees of freedom, a response ratio of 20.1%, and CFI = .95.", None),
        ("χ2 was 241.2, a ratio of 2.01 to one, and CFI = .95.", None),  # of what to what?
    ],
)
def test_the_ratio_of_chi_squared_to_its_degrees_of_freedom(text: str, ratio: str | None) -> None:
    assert told(text, "chi2", "chi2_df", "cfi") == [("241.2", ratio, ".95")]


@pytest.mark.parametrize(
    "interval",
    [
        "The 90% confidence interval of the RMSEA was .04 to .06.",
        "The 90% confidence interval for the RMSEA ranged from .04 to .06.",
        "The 90% CI around the RMSEA is [.04, .06].",
    ],
)
def test_the_interval_of_rmsea_is_not_another_rmsea(interval: str) -> None:
    names = ("rmsea", "rmsea_lo", "rmsea_hi", "cfi")
    assert told(f"RMSEA = .05, CFI = .95. {interval}", *names) == [(".05", ".04", ".06", ".95")]
    assert told(f"{interval[:-1]} and CFI = .95.", *names) == [(None, ".04", ".06", ".95")]


@pytest.mark.parametrize(
    ("behind", "ends"),
    [
        ("90% interval .04 to .06", (".04", ".06")),
        ("90% interval: .04, .06", (".04", ".06")),
        ("90 % interval from .04 to .06", (".04", ".06")),
        ("90% confidence interval .04 to .06", (".04", ".06")),
        ("the usual interval .04 to .06", (None, None)),
        ("test-retest interval .04 to .06", (None, None)),
    ],
)
def test_an_interval_by_its_share_alone(behind: str, ends: tuple[str | None, str | None]) -> None:
    names = ("rmsea", "rmsea_lo", "rmsea_hi", "cfi")
    assert told(f"The model fits (CFI = .95, RMSEA = .05, {behind}).", *names) == [(".05", *ends, ".95")]
