"""Statistics that are not those of the number beside them: squares of z, errors of what is not printed, differences."""

import pytest

from tests.read.tables.invented import read

LOGIT = "#Predictor|B|SE|{}|p\nCrust|-0.50|0.20|{}|.012\nSalt|0.60|0.20|{}|.003\nRye|0.30|0.20|{}|.134"


@pytest.mark.parametrize("heading", ["Wald", "Wald statistic", "Wald test", "Wald value"])
def test_wald_in_a_logistic_regression_is_the_square_of_z(heading: str) -> None:
    found = read(LOGIT.format(heading, "6.25", "9.00", "2.25"), "Logistic regression on joy")
    assert [(p.value.stat, p.value.stat_kind) for p in found.paths] == [
        ("6.25", "chi2"),
        ("9.00", "chi2"),
        ("2.25", "chi2"),
    ]


@pytest.mark.parametrize("heading", ["Wald", "Wald z", "z"])
def test_wald_that_is_the_coefficient_over_its_error_is_z(heading: str) -> None:
    found = read(LOGIT.format(heading, "-2.50", "3.00", "1.50"), "Logistic regression on joy")
    assert [(p.value.stat, p.value.stat_kind) for p in found.paths] == [("-2.50", "z"), ("3.00", "z"), ("1.50", "z")]


AMOS = """
#Path|Standardized estimate|S.E.|C.R.|p
Crust → Joy|.31|{}|4.10|.001
Salt → Joy|.42|{}|5.20|.001
Rye → Joy|.22|{}|3.10|.002"""


def test_errors_of_coefficients_that_a_table_does_not_print() -> None:
    found = read(AMOS.format(".151", ".133", ".160"), "Standardized path coefficients")
    assert {p.value.se_of for p in found.paths} == {"unknown"}


def test_an_error_that_alone_does_not_fit_stays_that_of_its_coefficient() -> None:
    found = read(AMOS.format(".0756", ".0808", ".160"), "Standardized path coefficients")
    assert "unknown" not in {p.value.se_of for p in found.paths[:2]}
    assert [p.value.stat for p in found.paths] == ["4.10", "5.20", "3.10"]


def test_a_p_behind_a_difference_of_chi_squares_is_not_that_of_the_model() -> None:
    table = "#Model|χ²|df|CFI|{}|p\nOne crust|410.2|120|.91|–|–\nTwo crusts|310.2|118|.95|100.0 (2)|<.001"
    for heading in ("Chi-squared difference (d.f.)", "Chi-squared difference", "Chi2 difference (df)", "Δχ² (Δdf)"):
        found = read(table.format(heading), "Fit of the models")
        assert [(f.value.chi2, f.value.p) for f in found.fit] == [("410.2", None), ("310.2", None)]


@pytest.mark.parametrize("heading", ["Difference", "Δβ"])
def test_a_verdict_behind_a_difference_of_groups_is_none_of_the_paths(heading: str) -> None:
    rows = ["H1: supported|Salt → Joy|.20|4.1|.22|4.2|.02|H4a: not supported"]
    rows.append("H2: supported|Rye → Joy|.30|4.3|.12|2.2|.18|H4b: supported")
    head = f"#Hypothesis|Path|Bakers β|Bakers t|Buyers β|Buyers t|{heading}|Hypothesis"
    found = read("\n".join([head, *rows]), "Multi-group analysis")
    assert {(p.value.hypothesis, p.value.verdict) for p in found.paths} == {("H1", "supported"), ("H2", "supported")}
    only = read(
        "\n".join([head, *rows])
        .replace("#Hypothesis|", "#")
        .replace("H1: supported|", "")
        .replace("H2: supported|", "")
    )
    assert {p.value.verdict for p in only.paths} == {None}


@pytest.mark.parametrize(("p", "kind"), [(".435", "chi2"), (".542", "z")])
def test_the_p_beside_it_tells_whether_wald_is_a_square_where_the_estimate_is_rounded(p: str, kind: str) -> None:
    table = f"Variable|B|SE|Wald|p\nSalt|.01|.01|.61|{p}\nFrost|.21|.05|{'17.64' if kind == 'chi2' else '4.20'}|<.001\n"
    found = read(table, "Logistic regression of joy (yes or no)").paths
    assert {str(f.value.stat_kind) for f in found if f.value.from_ == "Salt"} == ({"z"} if kind == "z" else {"chi2"})
