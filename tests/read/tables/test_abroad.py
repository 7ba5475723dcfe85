"""Tables of other languages and countries: their words for statistics and outcomes, decimal marks, dividers, cited limits."""

import pytest

from evidence.read import markdown
from tests.read.tables.invented import edges, fits, loadings, paths, read, reliability, verdicts


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Hipotesis|Pengaruh|Koefisien Jalur|T-Statistik|Keputusan", "Diterima"),
        ("Hypothese|Pfad|Pfadkoeffizient|t-Wert|Befund", "bestätigt"),
        ("Hypothèses|Relations|Coefficients standardisés|t de Student|Validation", "Validée"),
        ("Hipótesis|Relaciones|Coeficientes estandarizados|Valor t|Decisión", "Aceptada"),
    ],
)
def test_paths_under_headings_of_other_languages(head: str, told: str) -> None:
    found = read(f"{head}\nH1|Humor → Joy|0,39|6,27|{told}\nH2|Salt → Joy|0,24|3,81|{told}", "Table 3")
    assert paths(found) == {("H1", "Humor", "Joy", "0.39", "6.27", None), ("H2", "Salt", "Joy", "0.24", "3.81", None)}
    assert verdicts(found) == {"H1": "supported", "H2": "supported"}


def test_reliability_in_portuguese() -> None:
    found = read(
        "Construto|Alfa de Cronbach|Confiabilidade composta|Variância média extraída (AVE)\nHumor|0,871|0,906|0,658\nSal|0,812|0,889|0,728",
        "Confiabilidade",
    )
    assert reliability(found) == {("Humor", "0.871", "0.906", "0.658"), ("Sal", "0.812", "0.889", "0.728")}


@pytest.mark.parametrize(
    "said",
    [
        "Dependent variable: joy.",
        "La variable dependiente fue el joy.",
        "Variabel dependen: joy.",
        "The dependent variable of Table 9 is joy.",
        "Abhängige Variable: joy.",
    ],
)
def test_an_outcome_told_beside_the_table(said: str) -> None:
    table = "Predictor|B|SE|t\nKonstanta|1.20|0.34|3.53\nHumour|0.42|0.08|5.25\nSalt|0.31|0.09|3.44"
    found = read(table, "Table 9. Multiple regression", tail=f"\n\n{said}\n\nMore text.")
    assert {e[:2] for e in edges(found)} == {("Humour", "joy"), ("Salt", "joy")}


def test_two_outcomes_told_beside_a_table_are_none() -> None:
    table = "Predictor|B|SE|t\nHumour|0.42|0.08|5.25\nSalt|0.31|0.09|3.44"
    found = read(table, "Multiple regression", tail="\n\nDependent variable: joy. Dependent variable: trust.")
    assert not found.paths


def test_raised_decimal_points() -> None:
    found = read(
        "Predictor|Coefficient (SE)|p\nHumour|0·21 (0·05)|<0·001\nSalt|−0·18 (0·06)|0·003", "Regression of joy"
    )
    assert [(p.value.beta or p.value.b, p.value.se, p.value.p) for p in found.paths] == [
        ("0.21", "0.05", "<0.001"),
        ("-0.18", "0.06", "0.003"),
    ]


@pytest.mark.parametrize("divider", ["|:-:|:-:|:-:|", "|---|:-:|-:|", "| :- | :-: | -: |"])
def test_dividers_of_one_dash_are_no_rows(divider: str) -> None:
    source = markdown.to_source(
        f"Table 1. Regression\n\n| Predictor | Joy | Trust |\n{divider}\n| Humour | .29** | .34** |\n".encode()
    )
    assert [[c.text for c in row] for row in source.grids[0].rows] == [
        ["Predictor", "Joy", "Trust"],
        ["Humour", ".29**", ".34**"],
    ]


def test_cited_works_beside_limits_hold_no_values() -> None:
    found = read(
        "Fit index|Recommended criterion|Source|Model value\nχ2/df|≤ 3.00|Roe et al. (1998)|2.14\nCFI|≥ 0.90|Doe (1990)|0.962\nRMSEA|≤ 0.08|Doe and Roe (1993)|0.065",
        "Fit indices",
    )
    assert fits(found) == [{"chi2_df": "2.14", "cfi": "0.962", "rmsea": "0.065"}]


def test_effects_told_behind_their_arrows() -> None:
    table = "Effect|Relation|b|SE\nc|Humour → Joy (total)|0.25|0.06\nc'|Humour → Joy (direct)|0.14|0.06\nab|Humour → Calm → Joy|0.11|0.03"
    assert {(p.value.to, p.value.beta or p.value.b, p.value.effect) for p in read(table, "Mediation").paths} == {
        ("Joy", "0.25", "total"),
        ("Joy", "0.14", "direct"),
        ("Joy", "0.11", "indirect"),
    }


def test_methods_of_estimation_are_no_outcomes() -> None:
    table = "Variables|(1) Fixed effects|(2) Random effects\nHumour|0.09***|0.08***\n|[3.48]|[3.20]\nSalt|0.04|0.05*\n|[1.64]|[2.17]\nFirm-years|1184|1184"
    found = read(table, "Panel regressions of joy", "t-statistics in brackets")
    assert {e[:2] for e in edges(found)} == {("Humour", "joy"), ("Salt", "joy")}
    assert found.paths[0].value.stat == "3.48"


def test_loadings_of_two_samples_beside_their_factor() -> None:
    found = read(
        "Factor|Item|Chile|Spain\nGrit|G1|.72|.69\n^|G2|.77|.81\nCalm|G3|.83|.79\n^|G4|.75|.73",
        "Standardized factor loadings in each country",
    )
    assert loadings(found) >= {
        ("Grit", "G1", ".72"),
        ("Grit", "G1", ".69"),
        ("Calm", "G4", ".75"),
        ("Calm", "G4", ".73"),
    }


def test_unstandardised_loadings_are_not_the_loadings() -> None:
    found = read(
        "Factor|Indicator|Unstandardized loading|SE|Standardized loading\nGrit|G1|1.00|–|.74\n^|G2|1.12|0.07|.79\nCalm|G3|1.00|–|.82\n^|G4|0.95|0.05|.77",
        "Parameter estimates of the CFA",
    )
    assert {x for *_, x in loadings(found)} == {".74", ".79", ".82", ".77"}


def test_a_unit_in_brackets_is_no_minimum() -> None:
    found = read(
        "|M|SD|1|2\n1 Gender (0 = male)|0.58|0.49||\n2 Way to work (min)|34.2|21.8|−.12|\n3 Load|3.4|0.9|.05|.16",
        "Means and correlations",
    )
    assert len(found.correlations) == 1
    assert len(found.correlations[0].value.names) == 3
