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


@pytest.mark.parametrize("head", ["RMSEA (90% CI)", "RMSEA [90% CI]", "RMSEA"])
@pytest.mark.parametrize("cell", [".12 (.10 to .14)", ".12, .10 to .14", ".12 [.10 to .14]"])
def test_an_interval_of_rmsea_with_its_to_in_the_cell(head: str, cell: str) -> None:
    found = fits(read(f"Model|χ2|df|CFI|{head}\nOne factor|812.4|90|.71|{cell}", "Fit of the models"))
    assert [(f.get("rmsea"), f.get("rmsea_lo"), f.get("rmsea_hi")) for f in found] == [(".12", ".10", ".14")]


def test_words_between_the_numbers_of_a_cell_are_no_interval() -> None:
    found = fits(read("Model|χ2|df|CFI|RMSEA\nOne|812.4|90|.71|fell from .14 to .12", "Fit of the models"))
    assert all("rmsea" not in fit for fit in found)


@pytest.mark.parametrize("head", ["[90% CI]", "(90% CI)", "[90% C.I.]", "[CI]"])
def test_an_interval_in_a_column_headed_in_brackets(head: str) -> None:
    found = fits(read(FIT.replace("90% CI", head), "Fit of the models"))
    assert [(f.get("rmsea_lo"), f.get("rmsea_hi")) for f in found] == [(".10", ".14"), (".04", ".06")]


@pytest.mark.parametrize("label", ["Recommended value", "Acceptable range", "Good fit", "Rule of thumb"])
def test_ranges_of_good_fit_are_no_fit_of_a_model(label: str) -> None:
    table = f"#Model|χ2/df|CFI|RMSEA\n{label}|2 to 3|.90 to .95|.05 to .08\nOur model|2.4|.95|.06"
    assert fits(read(table, "Fit of the model")) == [{"chi2_df": "2.4", "cfi": ".95", "rmsea": ".06"}]
