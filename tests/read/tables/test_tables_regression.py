"""Regressions whose outcome only the caption names, products by a short name, levels in a column, programs' own output."""

import pytest
from invented import edges, read


@pytest.mark.parametrize(
    "caption",
    [
        "Hierarchical regression results for joy",
        "Regression results using joy as the criterion",
        "Frost as a moderator of the relationship between humour and joy",
        "Moderating role of frost on the effect of humour on joy",
    ],
)
def test_the_caption_names_the_outcome(caption: str) -> None:
    found = read("Predictor|b|SE|t\nHumour|0.41**|0.05|8.2\nFrost|-0.11*|0.05|-2.2\nR2|.21||", caption)
    assert {e[:3] for e in edges(found)} == {("Humour", "joy", "0.41"), ("Frost", "joy", "-0.11")}


@pytest.mark.parametrize(
    "caption",
    [
        "Hierarchical regression results for the full sample",
        "Results of the regression analysis",
        "Regression estimates for Study 2",
    ],
)
def test_a_caption_that_names_no_variable_leaves_it_open(caption: str) -> None:
    found = read("Predictor|b|SE|t\nHumour|0.41**|0.05|8.2\nFrost|-0.11*|0.05|-2.2", caption)
    assert not found.paths
    assert found.unread


@pytest.mark.parametrize(("label", "notes"), [("Int_1", "Int_1 = Humour × Frost."), ("Interaction", ""), ("X × W", "")])
def test_a_product_by_a_short_name(label: str, notes: str) -> None:
    found = read(
        f"|coeff|se|t|p\nconstant|3.41|0.05|68.2|.000\nHumour|0.40|0.04|10.0|.000\nFrost|-0.11|0.05|-2.2|.028\n{label}|-0.13|0.05|-2.6|.009",
        "Moderating effect of Frost on the relationship between Humour and joy",
        notes,
    )
    assert [(p.value.from_, p.value.effect) for p in found.paths][-1] == ("Humour × Frost", "interaction")


def test_one_relation_for_several_levels_or_groups() -> None:
    found = read(
        """
Path|Level of frost|Effect|Boot SE|95% CI
Humour → Trust → Joy|Low|0.25|0.04|[0.18, 0.33]
|High|0.13|0.03|[0.07, 0.19]""",
        "Conditional indirect effects",
    )
    assert [(p.value.via, p.value.b, p.value.group) for p in found.paths] == [
        ("Trust", "0.25", "Low"),
        ("Trust", "0.13", "High"),
    ]
    grouped = read(
        "Hypothesis|Group|β|t-value|Result\nH5: Humour → Trust|Men|0.31|4.1|Supported\n|Women|0.43|6.2|",
        "Role of gender",
    )
    assert [(p.value.hypothesis, p.value.beta, p.value.group) for p in grouped.paths] == [
        ("H5", "0.31", "Men"),
        ("H5", "0.43", "Women"),
    ]


def test_the_output_of_programs() -> None:
    mplus = read(
        """
|Estimate|S.E.|Est./S.E.|Two-Tailed P-Value
JOY ON||||
HUMOUR|0.430|0.041|10.488|0.000
CALM|0.110|0.050|2.200|0.028""",
        "Unstandardized results",
    )
    assert [(p.value.from_, p.value.to, p.value.stat, p.value.p) for p in mplus.paths] == [
        ("HUMOUR", "JOY", "10.488", "0.000"),
        ("CALM", "JOY", "2.200", "0.028"),
    ]
    lavaan = read(
        "lhs|op|rhs|est|se|z|pvalue|std.all\njoy|~|humour|0.43|0.041|10.488|0.000|0.41\njoy|~~|calm|0.2|0.05|4.0|0.000|0.2"
    )
    assert [(p.value.from_, p.value.to, p.value.effect, p.value.beta) for p in lavaan.paths] == [
        ("humour", "joy", "direct", "0.41"),
        ("joy", "calm", "covariance", "0.2"),
    ]


def test_what_is_regressed_need_be_no_variable_of_the_matrix() -> None:
    from invented import source

    from evidence.read.partial import Abbreviations
    from evidence.read.tables import understand

    matrix = "|1|2|3\n1. Oven|1||\n2. Crust|.31**|1|\n3. Joy|.22**|.42**|1"
    steps = "Predictor|Step 1|Step 2\nAge|0.11* (2.05)|0.10* (1.98)\nOven||0.24*** (4.12)\nCrust||0.17** (2.93)"
    for caption, outcome in (
        ("Hierarchical regression of loaves eaten (t in brackets)", {"loaves eaten"}),
        ("Hierarchical regression of the hypotheses (t in brackets)", set()),
    ):
        found = understand(source(matrix, steps, captions=["Correlations", caption]), Abbreviations({}))
        assert {p.value.to for p in found.paths} == outcome
