"""Headings of fit in further words: degrees of freedom of the residuals, the interval of RMSEA spelled out."""

import pytest

from tests.read.tables.invented import fits, read

FIT = "Model|χ2|df|CFI|RMSEA|90% CI\nOne factor|812.4|90|.71|.12|[.10, .14]\nTwo factors|212.4|89|.95|.05|[.04, .06]"


@pytest.mark.parametrize(
    "head", ["d f", "Residual d.f.", "Residual df", "Error d.f.", "d.f. error", "df (residual)", "Residuals d f"]
)
def test_degrees_of_freedom_however_they_are_headed(head: str) -> None:
    found = fits(read(FIT.replace("|df|", f"|{head}|"), "Fit of the models"))
    assert [fit.get("df") for fit in found] == ["90", "89"]


@pytest.mark.parametrize(
    "head",
    [
        "90% confidence interval of RMSEA",
        "90% confidence interval for the RMSEA",
        "90% conf. int. of RMSEA",
        "90% C.I. for RMSEA",
        "90% CI of the RMSEA",
    ],
)
def test_the_interval_of_rmsea_however_it_is_headed(head: str) -> None:
    found = fits(read(FIT.replace("90% CI", head), "Fit of the models"))
    assert [(f["rmsea"], f.get("rmsea_lo"), f.get("rmsea_hi")) for f in found] == [
        (".12", ".10", ".14"),
        (".05", ".04", ".06"),
    ]


def test_a_difference_of_degrees_is_none_of_the_model() -> None:
    found = fits(read(FIT.replace("|df|", "|Δdf|"), "Fit of the models"))
    assert all("df" not in fit for fit in found)
