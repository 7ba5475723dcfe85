"""Bounds that a paper says its statistics meet: whose they are, and what is no claim on all of them."""

import pytest

from evidence.read import markdown, text
from evidence.read.prose.fit.thresholds import threshold_claims
from evidence.read.prose.sentences import passages, sentences
from evidence.read.understanding import understand


def claims(sentence: str) -> list[tuple[tuple[str, ...], str | None, str]]:
    found = threshold_claims(sentences(passages(text.source_of(sentence))))
    return [(c.value.refs, c.value.op, str(c.value.value)) for c in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "All AVE values exceeded 0.50 with the exception of salt.",
        "All AVE values exceeded 0.50, except for salt.",
        "All AVE values are above 0.50, apart from that of salt.",
        "All AVE values are above 0.50 save for that of salt.",
        "All AVE values are above 0.50 for constructs other than salt.",
    ],
)
def test_a_bound_with_an_exception_is_no_claim_on_all(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize("verb", ["deleted", "removed", "dropped", "eliminated", "excluded", "omitted"])
def test_a_bound_on_what_was_dropped_is_no_claim_on_what_stayed(verb: str) -> None:
    assert claims(f"We {verb} items whose factor loadings were below 0.50.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Salt was kept since its AVE is above 0.40.",
        "Only the AVE of salt is above 0.50.",
        "One AVE is below 0.50.",
        "Salt, whose AVE is above 0.50, was kept.",
        "AVE is below 0.50 for two constructs.",
        "The AVE of one of the scales is smaller than 0.50.",
        "The AVE of adherence was below 0.50.",
        "The AVE of oven-related joy was below 0.50.",
        "The composite reliability for salt and frost is above 0.70.",
    ],
)
def test_a_bound_on_one_construct_is_no_claim_on_all(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The values of AVE were all above 0.50.", "ave"),
        ("The results for AVE were greater than 0.50.", "ave"),
        ("Values of composite reliability were greater than 0.70.", "cr"),
        ("The values of Cronbach's alpha for our study were above 0.70.", "alpha"),
    ],
)
def test_values_of_a_statistic_are_those_of_all(sentence: str, name: str) -> None:
    assert [refs for refs, _, _ in claims(sentence)] == [(name,)]


def test_what_was_to_be_exceeded_is_no_claim_that_it_was() -> None:
    assert (
        claims("It was regarded as sufficient when CR exceeded 0.70, and validity when the (mean) AVE exceeded 0.50.")
        == []
    )


@pytest.mark.parametrize("whose", ["all constructs", "the five latent variables", "both scales", "every factor"])
def test_a_bound_on_all_that_are_measured_is_a_claim(whose: str) -> None:
    assert claims(f"The AVE of {whose} is above 0.50.") == [(("ave",), ">", "0.50")]


def test_the_statistic_of_the_clause_before_is_not_that_of_the_bound() -> None:
    assert claims("We did not use Cronbach's alpha because composite reliability is above 0.70 for all scales.") == [
        (("cr",), ">", "0.70")
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("All CR and AVE values exceed .70 and .50.", [(("cr",), ">", ".70"), (("ave",), ">", ".50")]),
        ("The AVE and CR values are above .50 and .70.", [(("ave",), ">", ".50"), (("cr",), ">", ".70")]),
        ("The CFI and TLI are greater than .90.", [(("tli", "cfi"), ">", ".90")]),
        ("The CFI, TLI and NFI are greater than .90 and .80.", []),
    ],
)
def test_two_bounds_are_those_of_two_statistics(sentence: str, wanted: list[tuple[tuple[str, ...], str, str]]) -> None:
    assert [(set(refs), op, value) for refs, op, value in claims(sentence)] == [
        (set(refs), op, value) for refs, op, value in wanted
    ]


PAPER = """# Salt and joy in small bakeries

Ada Cole

## Introduction

H1: Salt raises joy.

H2: Frost weakens the effect of salt on joy.

## Method

We asked 300 bakers.

## Results

{}

Table 1. Paths

| Path | β | t | p |
|---|---|---|---|
| Salt → Joy | 0.173 | 4.03 | 0.001 |
| Frost → Joy | 0.210 | 4.50 | 0.001 |

## Discussion

This is all.
"""


@pytest.mark.parametrize(
    ("sentence", "again"),
    [
        ("Salt had a positive effect on joy (β = 0.284, p < .001).", ["0.284"]),
        ("The simple slope of salt on joy is β = 0.284 for bakers one standard deviation below the mean of frost.", []),
        ("The influence of salt on joy is 0.284 with high frost (+1 SD) and 0.092 with low frost (-1 SD).", []),
    ],
)
def test_a_slope_at_a_level_repeats_no_coefficient_of_a_table(sentence: str, again: list[str]) -> None:
    (record,) = understand(markdown.to_source(PAPER.format(sentence).encode()))
    assert [str(claim.value) for claim in record.claims if claim.kind == "value"] == again


TWO_MODELS = """# Salt and joy in small bakeries

Ada Cole

## Results

{}

Table 1. Regression on joy

| Variable | Model 1 β (t) | Model 2 β (t) |
|---|---|---|
| Salt | 0.24 (4.35) | 0.24 (4.81) |
| Frost | 0.11 (2.10) | 0.09 (1.99) |

## Discussion

This is all.
"""


@pytest.mark.parametrize(
    ("sentence", "again"),
    [
        ("Salt had a positive effect on joy (β = 0.24, t = 4.81, p < .001).", []),
        ("Salt had a positive effect on joy (β = 0.24, t = 4.96, p < .001).", ["4.96"]),
    ],
)
def test_what_another_model_of_the_table_prints_is_no_slip(sentence: str, again: list[str]) -> None:
    (record,) = understand(markdown.to_source(TWO_MODELS.format(sentence).encode()))
    told = [str(claim.value) for claim in record.claims if claim.kind == "value" and str(claim.ref).endswith("stat")]
    assert told == again


def test_what_the_table_prints_of_another_path_may_be_a_slip() -> None:
    page = TWO_MODELS.replace("0.24 (4.81)", "0.25 (4.61)").replace("0.11 (2.10)", "0.24 (4.81)")
    said = "Salt had a positive effect on joy (β = 0.24, t = 4.81, p < .001)."
    (record,) = understand(markdown.to_source(page.format(said).encode()))
    assert [str(c.value) for c in record.claims if str(c.ref).endswith("stat")] == ["4.81"]


@pytest.mark.parametrize(
    ("sentence", "again"),
    [
        ("In the equation without frost, salt had a positive effect on joy (β = 0.31, t = 5.02, p < .001).", []),
        ("Salt had a positive effect on joy (β = 0.31, t = 4.03, p < .001).", ["0.31", "4.03"]),
        ("Salt had a positive effect on joy (β = 0.31, t = 5.02, p < .001).", ["0.31", "5.02"]),
        ("We ran the model in Mplus. Salt had a positive effect on joy (β = 0.16, p < .001).", ["0.16"]),
        ("We used a robust estimator. Salt had a positive effect on joy (β = 0.16, p < .001).", ["0.16"]),
        ("Among bakers, salt had a positive effect on joy (β = 0.16, p < .001).", ["0.16"]),
        ("As a further check, we left some out. Salt had a positive effect on joy (β = 0.16, p < .001).", []),
        ("The effect of salt on joy was similar in girls, β = 0.22, and in boys, β = 0.18.", []),
    ],
)
def test_an_effect_of_another_model_or_of_some_is_no_slip(sentence: str, again: list[str]) -> None:
    (record,) = understand(markdown.to_source(PAPER.format(sentence).encode()))
    assert [str(claim.value) for claim in record.claims if claim.kind == "value"] == again
