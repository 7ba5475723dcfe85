"""Headings that count, cells that name their statistics, loadings under one name, outcomes that go on behind `in`."""

import pytest

from tests.read.tables.invented import edges, loadings, paths, read


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
