"""Where a relation begins and ends, told by headings in other words; what is no predictor, no total and no study."""

import pytest

from tests.read.tables.invented import edges, loadings, paths, read, reliability


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Effect of", "on"),
        ("Influence of", "Upon"),
        ("Path from", "To construct"),
        ("Driver", "Affected variable"),
        ("From variable", "Effect on"),
    ],
)
def test_headings_of_sources_and_targets(source: str, target: str) -> None:
    found = read(
        f"Label|{source}|{target}|Beta|T|Confirmed?\nH1|Humour|Joy|0.31***|5.61|Yes\nH2|Salt|Joy|0.04|0.71|No",
        "Structural estimates",
    )
    assert paths(found) == {("H1", "Humour", "Joy", "0.31", "5.61", None), ("H2", "Salt", "Joy", "0.04", "0.71", None)}


def test_effects_in_words_beside_their_numbers() -> None:
    found = read(
        "Model|Hypothesis|Effect|Std. beta|t statistic\nModel 1|H1|HUM on JOY|0.31|5.60\nModel 1|H2|SAL on JOY|0.22|4.01",
        "Structural estimates",
    )
    assert edges(found) == {("HUM", "JOY", "0.31", "Model 1"), ("SAL", "JOY", "0.22", "Model 1")}


@pytest.mark.parametrize("heading", ["|t|", "| t |", "|T| value"])
def test_a_t_without_its_sign(heading: str) -> None:
    from evidence.read.tables.header import statistic

    assert statistic(heading) == "t"
    assert statistic("|men - women|") == "difference"


def test_an_overall_construct_is_no_total() -> None:
    rows = "Overall trust|.81|.84|OT1|.77\n|||OT2|.81\nStall trust|.85|.88|ST1|.83\n|||ST2|.79"
    found = read(f"Construct|α|CR|Item|Loading\n{rows}\nOverall scale|.93||ALL1|.90", "Measurement")
    assert {name for name, _, _ in loadings(found)} == {"Overall trust", "Stall trust"}


FOOT = "\nNagelkerke R2|0.11||0.26|\nShare correctly classified|61.2%||70.4%|\nTurnout of the ballot|0.08||0.09|"


def test_rows_of_the_model_are_no_predictors() -> None:
    found = read(
        "Predictor|Model 1 B|Model 1 SE|Model 2 B|Model 2 SE\nHumour|0.31|0.06|0.28|0.06\nSalt|0.12|0.05|0.11|0.05\nPride|0.20|0.04|0.19|0.05"
        + FOOT,
        "Logistic regression, dependent variable: joy",
    )
    assert {a for a, *_ in edges(found)} == {"Humour", "Salt", "Pride"}


def test_predictors_whose_errors_are_missing_everywhere_stay() -> None:
    found = read(
        "Predictor|β|t\nHumour|0.31|5.1\nSalt|0.12|\nPride|0.20|\nRain|0.02|",
        "Regression, dependent variable: joy",
    )
    assert {a for a, *_ in edges(found)} == {"Humour", "Salt", "Pride", "Rain"}


def test_the_alpha_of_a_pilot_is_not_that_of_the_study() -> None:
    found = read(
        "Construct|Cronbach's α (pilot, n = 31)|Cronbach's α (survey)\nHumour|.71|.83\nJoy|.74|.86", "Measures"
    )
    assert {(c.value.name, c.value.alpha) for c in found.constructs} == {("Humour", ".83"), ("Joy", ".86")}


def test_effects_under_the_outcomes_that_head_the_rows() -> None:
    found = read(
        "|Indirect effect|t-value|Total effect|t-value\nEffects on joy\nHumour|0.05|1.95|0.39|6.94\nEffects on pride\nHumour|0.22|5.40|0.41|7.10",
        "Indirect and total effects",
    )
    assert {(p.value.to, p.value.effect, p.value.beta or p.value.b, p.value.stat) for p in found.paths} == {
        ("joy", "indirect", "0.05", "1.95"),
        ("joy", "total", "0.39", "6.94"),
        ("pride", "indirect", "0.22", "5.40"),
        ("pride", "total", "0.41", "7.10"),
    }


def test_a_statistic_that_is_named_once_for_several_rows() -> None:
    found = read(
        "Block|Characteristic|Value\nBuyers|Women|62%\n|Men|38%\nCronbach’s α|Humour|.88\n|Joy|.85\n|All items|.91\nModel fit|CFI|.96\n|RMSEA|.05",
        "Sample, scales and fit",
    )
    assert reliability(found) == {("Humour", ".88", None, None), ("Joy", ".85", None, None)}


def test_outcomes_of_captions_end_before_the_samples() -> None:
    table = "Predictor|Study 1 b|Study 1 SE|Study 2 b|Study 2 SE\nHumour|0.31|0.06|0.28|0.06\nSalt|0.12|0.05|0.11|0.05"
    found = read(table, "Regression analyses predicting joy in Studies 1 and 2")
    assert {b for _, b, *_ in edges(found)} == {"joy"}


def test_products_with_the_source_of_the_caption() -> None:
    table = "Interaction|b|SE|t\nRain × Pride|-0.09|0.03|-3.2\nRain × Age|0.02|0.03|0.7"
    found = read(table, "Moderators of the association between rain fall and joy")
    assert {(a, b) for a, b, *_ in edges(found)} == {("Rain × Pride", "joy"), ("Rain × Age", "joy")}


def test_relations_along_the_top_and_samples_down_the_side() -> None:
    found = read(
        "Study|a path: humour → trust|b path: trust → joy|Indirect effect (ab)\nStudy 1|0.35 (0.04)***|0.56 (0.05)***|0.20 [0.14, 0.26]\nStudy 2|0.29 (0.06)***|0.51 (0.06)***|0.15 [0.08, 0.23]",
        "Mediation of the association between humour and joy by trust",
        "Values are unstandardized coefficients with standard errors in parentheses.",
    )
    told = {(p.value.group, p.value.from_, p.value.via, p.value.to, p.value.se or p.value.ci_lo) for p in found.paths}
    assert told >= {
        ("Study 1", "humour", None, "trust", "0.04"),
        ("Study 1", "trust", None, "joy", "0.05"),
        ("Study 2", "humour", "trust", "joy", "0.08"),
    }


BAYES = "Path|Mdn|Posterior SD|2.5%|97.5%\nHumour → Trust|0.44|0.04|0.36|0.52\nTrust → Joy|-0.06|0.01|-0.08|-0.04\nHumour → Joy|-0.11|0.02|-0.15|-0.07\nIndirect effect|-0.03|0.01|-0.04|-0.01"


def test_medians_of_a_posterior_and_the_effect_its_rows_make_up() -> None:
    found = read(BAYES, "Results of the Bayesian model")
    told = {
        (p.value.from_, p.value.via, p.value.to, p.value.b or p.value.beta, p.value.se, p.value.ci_lo)
        for p in found.paths
    }
    assert ("Humour", None, "Trust", "0.44", "0.04", "0.36") in told
    assert ("Humour", "Trust", "Joy", "-0.03", "0.01", "-0.04") in told


def test_an_indirect_effect_of_two_ways_is_of_neither() -> None:
    two = BAYES.replace("Humour → Joy", "Humour → Rest|0.2|0.04|0.1|0.3\nRest → Joy|0.2|0.04|0.1|0.3\nHumour → Joy")
    assert not [p for p in read(two, "Results of the Bayesian model").paths if p.value.via]


def test_the_items_of_one_scale_that_only_the_caption_names() -> None:
    table = "Item|Study 1|Study 2\nI like crusts|.78|.80\nI keep crusts|.74|.77\nCrusts bore me (R)|.71|.69"
    found = read(table, "Items of the Crust Joy Scale and standardized factor loadings")
    assert loadings(found) >= {("Crust Joy", "I like crusts", ".78"), ("Crust Joy", "I like crusts", ".80")}
    assert {c.value.group for c in found.constructs} == {"Study 1", "Study 2"}
    assert not loadings(read(table, "Factor loadings of the Crust Joy Scale and the Crumb Scale"))


def test_one_scale_at_several_times_has_the_loadings_of_each() -> None:
    table = " |T1|T2\nCJS1. I like the crust|.63|.65\nCJS2. I eat the crust first|.67|.69"
    found = [c.value for c in read(table, "Standardized factor loadings of the CJS-9 at two waves").constructs]
    assert [(c.name, c.group, [(x.item, x.loading) for x in c.loadings]) for c in found] == [
        ("CJS-9", "T1", [("CJS1", ".63"), ("CJS2", ".67")]),
        ("CJS-9", "T2", [("CJS1", ".65"), ("CJS2", ".69")]),
    ]
    assert not read(table.replace("CJS2", "QRS2"), "Factor loadings of the CJS-9 at two waves").constructs


def test_letters_behind_names_that_the_notes_explain() -> None:
    table = "Predictor|b|SE\nHumour|0.31|0.06\nGender a|0.12|0.05\nVitamin b|0.10|0.05"
    found = read(table, "Regression predicting joy", "a 0 = male, 1 = female.")
    assert {a for a, *_ in edges(found)} == {"Humour", "Gender", "Vitamin b"}


def test_levels_of_an_indirect_effect_that_the_paper_draws_elsewhere() -> None:
    table = "Pride|Effect|Boot SE|95% CI\nLow (M − 1 SD)|0.143|0.028|[0.093, 0.200]\nMean|0.104|0.020|[0.066, 0.143]"
    caption = "Conditional indirect effects through trust"
    found = read(table, caption, tail="\nHumour → trust → joy\n")
    assert {(p.value.from_, p.value.via, p.value.to) for p in found.paths} == {("Humour", "trust", "joy")}
    assert not read(table, caption, tail="\nHumour → trust → joy\nRain → trust → joy\n").paths


def test_chains_that_end_before_the_outcome_of_their_heading() -> None:
    table = "{}|Estimate|95% CI\nSalt → Crust → Calm|.07|[.04, .11]\nSmell → Crust → Calm|.04|[.02, .07]"
    found = read(table.format("Indirect path to joy"), "Serial indirect effects")
    assert [(p.value.from_, p.value.to, p.value.via, p.value.effect) for p in found.paths] == [
        ("Salt", "joy", "Crust; Calm", "indirect"),
        ("Smell", "joy", "Crust; Calm", "indirect"),
    ]
    whole = read(table.format("Indirect path to Calm"), "Serial indirect effects")
    assert {(p.value.to, p.value.via) for p in whole.paths} == {("Calm", "Crust")}


@pytest.mark.parametrize("path", ["Salt → H2a", "Rye → H2", "Low → Joy", "-1 SD → Joy"])
def test_labels_and_levels_are_no_ends_of_a_path(path: str) -> None:
    found = read(f"#Path|β|t\nCrust → Joy|.31|4.1\n{path}|.21|3.1\nSalt → Joy|.22|3.2", "Path coefficients")
    assert {(a, b) for a, b, *_ in edges(found)} == {("Crust", "Joy"), ("Salt", "Joy")}
    assert found.unread


@pytest.mark.parametrize("heading", ["Direct effects", "Structural model paths", "Hypothesized relationships"])
def test_a_heading_that_ran_into_the_first_row_is_no_part_of_the_name(heading: str) -> None:
    found = read(
        f"#From|To|β|t\n{heading} Crust|Joy|.31|4.1\nSalt|Joy|.21|3.1\nCrust|Salt|.22|3.2", "Path coefficients"
    )
    assert edges(found) == {("Crust", "Joy", ".31", None), ("Salt", "Joy", ".21", None), ("Crust", "Salt", ".22", None)}


def test_a_name_that_only_begins_as_a_heading_does_stays() -> None:
    found = read(
        "#From|To|β|t\nSide effects crust|Joy|.31|4.1\nSalt|Joy|.21|3.1\nRye|Salt|.22|3.2", "Path coefficients"
    )
    assert ("Side effects crust", "Joy", ".31", None) in edges(found)


@pytest.mark.parametrize(
    "heading", ["Indirect effect on joy via mediators", "Indirect path to joy through both of them"]
)
def test_what_a_heading_says_behind_the_outcome_of_its_chains_is_no_part_of_it(heading: str) -> None:
    table = f"{heading}|Estimate|95% CI\nSalt → Crust|.07|[.04, .11]\nSmell → Calm|.04|[.02, .07]"
    found = read(table, "Mediation").paths
    assert [(p.value.from_, p.value.via, p.value.to) for p in found] == [
        ("Salt", "Crust", "joy"),
        ("Smell", "Calm", "joy"),
    ]


@pytest.mark.parametrize("row", ["Effect on", "Conditional effect on", "Total effects on", "Simple effect on"])
def test_a_sort_of_effect_is_no_source(row: str) -> None:
    table = f"Effect|Estimate|SE|p\nEffect of salt on calm|.11|.04|.010\n{row} joy|.21|.04|.001"
    assert edges(read(table, "Path estimates")) == {("salt", "calm", ".11", None)}


def test_effects_of_a_sort_of_their_own_are_a_source() -> None:
    table = "Effect|Estimate|SE|p\nEffect of salt on calm|.11|.04|.010\nSide effects on joy|.21|.04|.001"
    assert ("Side effects", "joy", ".21", None) in edges(read(table, "Path estimates"))


@pytest.mark.parametrize("arrow", ["→", "->", "⇒", "=>"])
def test_chains_under_a_heading_that_says_mediation(arrow: str) -> None:
    rows = "Salt → Crust → Joy|.12|.03|.002\nSalt → Calm → Joy|.08|.02|.004".replace("→", arrow)
    found = read(f"Mediation|Indirect effect|SE|p\n{rows}", "Results").paths
    assert [(p.value.from_, p.value.via, p.value.to, p.value.effect) for p in found] == [
        ("Salt", "Crust", "Joy", "indirect"),
        ("Salt", "Calm", "Joy", "indirect"),
    ]


def test_how_far_something_mediates_is_no_chain() -> None:
    rows = "Salt → Crust → Joy|.12|.03|full\nSalt → Calm → Joy|.08|.02|partial"
    found = read(f"Path|Indirect effect|SE|Mediation\n{rows}", "Mediation").paths
    assert [(p.value.via, p.value.to) for p in found] == [("Crust", "Joy"), ("Calm", "Joy")]


@pytest.mark.parametrize("share", ["R²", "R2", "Adjusted R²", "R2 (adj.)"])
def test_how_much_of_an_outcome_is_explained_is_no_path(share: str) -> None:
    table = f"#Predictor|Outcome|β|SE|p\nSalt|Joy|.31|.05|.001\nCrust|Joy|.21|.05|.001\nJoy|{share}|.32||"
    found = read(table, "Structural model")
    assert edges(found) == {("Salt", "Joy", ".31", None), ("Crust", "Joy", ".21", None)}
