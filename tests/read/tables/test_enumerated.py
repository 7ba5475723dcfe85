"""Headings that count, cells that name their statistics, loadings under one name, outcomes that go on behind `in`."""

import pytest

from tests.read.tables.invented import correlations, edges, loadings, paths, read, reliability


def test_letters_that_count_are_no_coefficient() -> None:
    found = read(
        "Variable|Campus A|Campus B|Campus C|F|p\nCrust|3.41|3.72|3.66|5.83|.003\nSalt|2.98|2.91|3.05|0.87|.420",
        "One-way ANOVA",
    )
    assert not found.paths


def test_cells_that_name_their_statistics() -> None:
    found = read(
        "Hypothesis|Relationship|Statistics\nH1|Humour → Joy|β = 0.07, t = 1.29, p = .199\nH2|Salt → Joy|β = 0.27, t = 4.96, p < .001",
        "Overview of hypotheses",
    )
    assert paths(found) == {
        ("H1", "Humour", "Joy", "0.07", "1.29", ".199"),
        ("H2", "Salt", "Joy", "0.27", "4.96", "<.001"),
    }


@pytest.mark.parametrize(("original", "mean"), [("O", "M"), ("(O)", "(M)")])
def test_the_short_headings_of_a_bootstrap(original: str, mean: str) -> None:
    found = read(
        f"Relation|{original}|{mean}|STDEV|T|P\nHumour → Joy|0.34|0.33|0.05|6.80|0.000\nSalt → Joy|0.25|0.26|0.05|5.00|0.000",
        "Direct relationships",
    )
    assert [(p.value.beta, p.value.se, p.value.stat) for p in found.paths] == [
        ("0.34", "0.05", "6.80"),
        ("0.25", "0.05", "5.00"),
    ]


def test_a_sobel_statistic_is_that_of_the_indirect_effect() -> None:
    found = read(
        "Antecedent|Mediator|Consequence|Indirect effect|SE|Sobel z|p\nHumour|Trust|Joy|0.15|0.04|4.03|<.001",
        "Sobel tests",
    )
    (path,) = found.paths
    assert (path.value.via, path.value.stat, path.value.stat_kind) == ("Trust", "4.03", "z")


def test_items_of_two_constructs_side_by_side() -> None:
    found = read("Item|Ease|Item|Effort\nEA1|.85|EF1|.81\nEA2|.87|EF2|.79", "Outer loadings of the items")
    assert loadings(found) == {
        ("Ease", "EA1", ".85"),
        ("Ease", "EA2", ".87"),
        ("Effort", "EF1", ".81"),
        ("Effort", "EF2", ".79"),
    }


def test_dimensions_that_load_on_the_construct_in_the_heading() -> None:
    found = read("Dimension|Loading on oven trust|t-value\nCrust|0.83|18.4\nCrumb|0.77|16.2", "Second-order loadings")
    assert loadings(found) == {("oven trust", "Crust", "0.83"), ("oven trust", "Crumb", "0.77")}


def test_indirect_effects_under_each_outcome_through_what_the_caption_names() -> None:
    found = read(
        "#Predictor|Joy|<|Trust|<\n#^|Indirect effect|95% CI|Indirect effect|95% CI\nHumour|0.14|[0.08, 0.19]|0.11|[0.06, 0.16]\nSalt|-0.02|[-0.06, 0.02]|-0.01|[-0.05, 0.01]",
        "Indirect effects through calm",
    )
    assert {(p.value.from_, p.value.to, p.value.via, p.value.beta) for p in found.paths} == {
        ("Humour", "Joy", "calm", "0.14"),
        ("Humour", "Trust", "calm", "0.11"),
        ("Salt", "Joy", "calm", "-0.02"),
        ("Salt", "Trust", "calm", "-0.01"),
    }


@pytest.mark.parametrize(
    ("caption", "outcome"),
    [
        ("OLS regression of trust in the oven", "trust in the oven"),
        ("OLS regression of joy in small shops", "joy"),
        ("Regression of satisfaction with bread", "satisfaction with bread"),
    ],
)
def test_names_that_go_on_behind_their_preposition(caption: str, outcome: str) -> None:
    found = read("Variable|b|SE|t\nHumour|-0.41**|0.14|-2.93\nSalt|0.37***|0.10|3.70", caption)
    assert {to for _, to, _, _ in edges(found)} == {outcome}


def test_an_equation_in_each_row() -> None:
    table = "Dependent variable|Humour|Salt|R2\nJoy|0.18**|0.37***|0.29\nTrust|-0.07|0.33***|0.27"
    assert edges(read(table, "Regression equations")) == {
        ("Humour", "Joy", "0.18", None),
        ("Salt", "Joy", "0.37", None),
        ("Humour", "Trust", "-0.07", None),
        ("Salt", "Trust", "0.33", None),
    }


def test_hypotheses_and_verdicts_beside_predictors() -> None:
    table = (
        "Hypothesis|Predictor|β|t|p|Result\nH1|Humour|0.29|5.63|<.001|Supported\nH2|Salt|0.07|1.27|.204|Not supported"
    )
    found = read(table, "Regression of joy on its predictors")
    assert {(p.value.hypothesis, p.value.from_, p.value.to, p.value.verdict) for p in found.paths} == {
        ("H1", "Humour", "joy", "supported"),
        ("H2", "Salt", "joy", "not supported"),
    }


def test_what_a_model_estimates_besides_is_no_predictor() -> None:
    table = "|Coef.|Std. Err.|z|P>|z|\nHumour|0.54|0.07|7.71|0.000\nYear of study|0.03|0.06|0.55|0.583\n/cut1|-1.84|0.21||\nSigma|0.24|0.01||"
    found = read(table.replace("P>|z|", "P > z"), "Ordered logit model of support for bread")
    assert {p.value.from_ for p in found.paths} == {"Humour", "Year of study"}
    assert {p.value.to for p in found.paths} == {"support for bread"}
    assert found.paths[0].value.p == "0.000"


def test_outcomes_named_by_test_words() -> None:
    found = read(
        "Predictors|B|SE|t\nSleep|-0.27|0.05|-5.40\nSalt|0.41|0.06|6.83",
        "Linear regression with test anxiety as outcome variable",
    )
    assert {to for _, to, _, _ in edges(found)} == {"test anxiety"}


def test_a_pattern_matrix_of_one_scale() -> None:
    found = read(
        "Item|Peer ties|Place ties\nCB1|.78|\nCB2|.74|.31\nCB3||.83\nCB4||.76\nEigenvalue|3.12|1.74", "Pattern matrix"
    )
    assert loadings(found) == {
        ("Peer ties", "CB1", ".78"),
        ("Peer ties", "CB2", ".74"),
        ("Place ties", "CB3", ".83"),
        ("Place ties", "CB4", ".76"),
    }


@pytest.mark.parametrize("heading", ["Contrast", "Decision", "Check"])
def test_a_column_of_verdicts_whatever_it_is_called(heading: str) -> None:
    found = read(
        f"Hypothesis|Inner path|β|t|{heading}\nH1|Humour -> Joy|0.31|4.33|Accepted\nH2|Salt -> Joy|0.05|0.73|Rejected",
        "Path coefficients",
    )
    assert {f.value.label: f.value.verdict for f in found.hypotheses} == {"H1": "supported", "H2": "not supported"}


def test_hypotheses_in_words_that_end_in_to() -> None:
    table = "Hypothesis|β|t|Outcome\nH1: Humour positively affects intention to use.|0.49|9.80|Confirmed\nH2: Salt reduces willingness to pay.|0.08|1.14|Not confirmed"
    assert {e[:2] for e in edges(read(table, "Hypotheses"))} == {
        ("Humour", "intention to use"),
        ("Salt", "willingness to pay"),
    }


@pytest.mark.parametrize("sign", ["~", "ON", "ON:"])
def test_outcomes_above_their_predictors_as_programs_print_them(sign: str) -> None:
    table = f"|Estimate|Std.Err|z-value|P(>¦z¦)\nTrust {sign}|<|<|<|<\nHumour|0.35|0.05|7.00|0.000\nJoy {sign}|<|<|<|<\nTrust|0.46|0.04|11.50|0.000\nHumour|0.06|0.05|1.20|0.230"
    assert {e[:2] for e in edges(read(table, "Regressions"))} == {
        ("Humour", "Trust"),
        ("Trust", "Joy"),
        ("Humour", "Joy"),
    }


def test_reliability_behind_the_names_beside_the_items() -> None:
    found = read(
        "Construct|Item|Loading\nTrust (α = .87; CR = .88; AVE = .64)|TR1|.78\n^|TR2|.84\nJoy (α = .81; CR = .82; AVE = .60)|JO1|.74\n^|JO2|.83",
        "Constructs, items and loadings",
    )
    assert reliability(found) == {("Trust", ".87", ".88", ".64"), ("Joy", ".81", ".82", ".60")}


@pytest.mark.parametrize(
    "caption",
    ["Heterotrait-monotrait ratio of correlations", "HTMT", "The heterotrait-monotrait ratios of the correlations"],
)
def test_ratios_of_correlations_are_no_correlations(caption: str) -> None:
    found = read("|Joy|Trust\nTrust|0.53|\nSalt|0.15|0.28", caption)
    assert not found.correlations
    assert correlations(found, "htmt")


def test_an_abbreviation_in_capitals_is_no_scanned_label() -> None:
    found = read("Hypothesis|Path|β|t\nH7|HIA x SAL → JOY|-0.08|2.00\nH8|HIA → JOY|0.31|5.10", "Structural model")
    assert {p.value.from_ for p in found.paths} == {"HIA x SAL", "HIA"}


@pytest.mark.parametrize(
    ("said", "sort"),
    [
        ("Total indirect effect (A → B)", "indirect"),
        ("Total effect (A → B)", "total"),
        ("Direct effect: A → B", "direct"),
    ],
)
def test_sorts_of_effects_around_their_arrows(said: str, sort: str) -> None:
    found = read(f"Path|Estimate|SE|95% CI\n{said}|0.17|0.03|[0.12, 0.22]\nA → M → B|0.14|0.02|[0.10, 0.18]", "Effects")
    assert (found.paths[0].value.from_, found.paths[0].value.to, found.paths[0].value.effect) == ("A", "B", sort)


def test_a_heading_that_ran_into_the_first_predictor() -> None:
    found = read("|β|SE|t\nControls Gender|0.03|0.04|0.75\nHumour|0.31|0.04|7.75", "Regression of joy")
    assert {p.value.from_ for p in found.paths} == {"Gender", "Humour"}


@pytest.mark.parametrize("head", ["#Variable|<|Alpha|CR|AVE", "#Variable||Alpha|CR|AVE"])
def test_one_heading_over_the_numbers_and_the_names_of_the_rows(head: str) -> None:
    found = read(
        f"{head}\n1|Crust|0.81|0.88|0.61\n2|Salt|0.84|0.86|0.63\n3|Joy|0.79|0.83|0.58", "Reliability of the scales"
    )
    assert {name for name, *_ in reliability(found)} == {"Crust", "Salt", "Joy"}


def test_numbers_beside_the_names_of_a_square_are_no_names() -> None:
    found = read(
        "#Variable||Mean|SD|1|2|3\n1|Crust|3.1|0.8|1||\n2|Salt|3.3|0.9|.31|1|\n3|Joy|3.5|0.7|.42|.22|1", "Correlations"
    )
    assert correlations(found) == {("Crust", "Salt", ".31"), ("Crust", "Joy", ".42"), ("Joy", "Salt", ".22")}


TWICE = (
    "{0}#Path|β|p|{1}Path|β|p\nSalt → Joy|.31|.01|{1}Salt → Calm|.11|.04\nCrust → Joy|.21|.02|{1}Crust → Calm|.12|.03"
)
BOTH_HALVES = {
    ("Salt", "Joy", ".31", ".01"),
    ("Crust", "Joy", ".21", ".02"),
    ("Salt", "Calm", ".11", ".04"),
    ("Crust", "Calm", ".12", ".03"),
}


@pytest.mark.parametrize("gap", ["", "|"])
@pytest.mark.parametrize("titles", ["", "#Outcome: joy|<|<|{}Outcome: calm|<|<\n", "#A. Ovens|<|<|{}B. Beds|<|<\n"])
def test_two_tables_side_by_side_with_titles_or_an_empty_column_between_them(titles: str, gap: str) -> None:
    found = read(TWICE.format(titles.format(gap), gap), "Path coefficients")
    assert {(p.value.from_, p.value.to, p.value.beta, p.value.p) for p in found.paths} == BOTH_HALVES


def test_one_title_over_both_tables_fills_no_empty_column() -> None:
    found = read(TWICE.format("#Results of both models|<|<|<|<|<|<\n", "|"), "Path coefficients")
    assert {(p.value.from_, p.value.to, p.value.beta, p.value.p) for p in found.paths} == BOTH_HALVES


def test_numbers_between_two_halves_stay_with_the_first() -> None:
    found = read("#Path|β|p|Path|β\nSalt → Joy|.31|.01|Rye → Calm|.11\nCrust → Joy|.21|.02|Oil → Calm|.12", "Paths")
    assert ("Salt", "Joy", ".31", ".01") in {(p.value.from_, p.value.to, p.value.beta, p.value.p) for p in found.paths}


@pytest.mark.parametrize("gap", ["", "|"])
def test_regressions_side_by_side_are_of_the_outcome_in_their_title(gap: str) -> None:
    found = read(
        f"#Outcome: Joy|<|<|{gap}Outcome: Calm|<|<\n#Predictor|B|SE|{gap}Predictor|B|SE\n"
        f"Salt|.31|.05|{gap}Rye|.11|.05\nCrust|.21|.05|{gap}Crust|.32|.05",
        "Results of the regressions",
    )
    assert edges(found) == {
        ("Salt", "Joy", ".31", None),
        ("Crust", "Joy", ".21", None),
        ("Rye", "Calm", ".11", None),
        ("Crust", "Calm", ".32", None),
    }


def test_matrices_side_by_side_with_an_empty_column_between_them() -> None:
    found = read(
        "#Bakers|<|<|<||Millers|<|<|<\n#Name|1|2|3||Name|1|2|3\n1. Salt|1||||1. Salt|1||\n"
        "2. Crust|.31|1|||2. Crust|.51|1|\n3. Joy|.22|.41|1||3. Joy|.52|.61|1",
        "Correlations",
    )
    assert [[str(x) for x in m.value.lower[2]] for m in found.correlations] == [
        [".22", ".41", "1"],
        [".52", ".61", "1"],
    ]


def test_one_name_for_the_rows_of_two_titles_makes_no_two_tables() -> None:
    found = read("#|Joy|<|Calm|<\n#Predictor|B|SE|B|SE\nSalt|.31|.05|.11|.05\nRye|.21|.05|.32|.05", "Regression")
    assert {e[:3] for e in edges(found)} == {
        ("Salt", "Joy", ".31"),
        ("Rye", "Joy", ".21"),
        ("Salt", "Calm", ".11"),
        ("Rye", "Calm", ".32"),
    }


def test_a_triangle_with_an_odd_number_of_columns_is_no_two_tables() -> None:
    found = read("Name|M|1|2|3\n1. Salt|3.1|1||\n2. Crust|3.3|.31|1|\n3. Joy|3.6|.22|.41|1", "Correlations")
    assert correlations(found) == {("Crust", "Salt", ".31"), ("Joy", "Salt", ".22"), ("Crust", "Joy", ".41")}


def test_a_heading_over_the_rows_of_both_tables_heads_the_rows_of_each() -> None:
    table = TWICE.format("", "|").replace("\nSalt", "\nBakers|<|<|<|<|<|<\nSalt", 1)
    found = read(table, "Path coefficients")
    assert {(p.value.from_, p.value.to, p.value.beta, p.value.p) for p in found.paths} == BOTH_HALVES
    assert {p.value.group for p in found.paths} == {"Bakers"}


@pytest.mark.parametrize("gap", ["", "|", "<|"])
@pytest.mark.parametrize(("first", "second"), [("Bakers", "Millers"), ("Study 1", "Study 2")])
def test_titles_of_tables_side_by_side_that_name_samples_tell_their_groups(first: str, second: str, gap: str) -> None:
    between = gap.replace("<", "")
    found = read(
        f"#{first}|<|<|{gap}{second}|<|<\n#Path|β|p|{between}Path|β|p\nSalt → Joy|.31|.01|{between}Salt → Joy|.11|.04\n"
        f"Crust → Joy|.21|.02|{between}Crust → Joy|.12|.03",
        "Path coefficients",
    )
    assert {(p.value.from_, p.value.beta, p.value.group) for p in found.paths} == {
        ("Salt", ".31", first),
        ("Crust", ".21", first),
        ("Salt", ".11", second),
        ("Crust", ".12", second),
    }


def test_items_that_load_on_one_of_two_numbered_factors_are_no_matrix() -> None:
    rows = "\n".join(f"Salt is {i}|.7{i}|" if i < 4 else f"Salt is {i}||.8{i}" for i in range(1, 7))
    assert not read(f"Item|1|2\n{rows}", "Factor loadings").correlations


def test_a_construct_whose_name_ends_in_influence_is_no_statistic_of_a_group() -> None:
    found = read(
        "#|Salt|Social Influence|Joy\nSA1|.81||\nSA2|.82||\nSI1||.73|\nSI2||.74|\nJO1|||.91\nJO2|||.92",
        "Outer loadings",
    )
    assert {("Social Influence", "SI1", ".73"), ("Social Influence", "SI2", ".74")} <= set(loadings(found))


@pytest.mark.parametrize("role", ["control", "covariate", "control variable"])
def test_the_role_of_a_variable_is_no_part_of_the_end_of_an_arrow(role: str) -> None:
    found = read(f"#Path|β|p\nAge ({role}) → Joy|.31|.01\nSalt → Joy|.21|.02", "Path coefficients")
    assert {(p.value.from_, p.value.to) for p in found.paths} == {("Age", "Joy"), ("Salt", "Joy")}
