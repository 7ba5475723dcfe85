"""Effects in their parts: the outcome in the caption, the mediator in the heading, levels of a moderator by name."""

import pytest

from tests.read.tables.invented import read
from tests.read.tables.test_effects import rows

PARTS = """
#Predictor|Direct effect|{indirect}|Total effect
Humour|–|0.14 (5.55)|0.14 (5.55)
Frost|0.17 (3.23)|-0.07 (-3.32)|0.10 (2.54)"""


@pytest.mark.parametrize(
    ("caption", "indirect"),
    [
        ("Decomposition of standardised effects on oven joy (t-values in brackets)", "Indirect effect via warmth"),
        ("Direct, indirect and total effects on oven joy. t-values in parentheses", "Indirect effect (through warmth)"),
        ("Effects on oven joy, with t-values in brackets", "Indirect effect by way of warmth"),
    ],
)
def test_parts_whose_outcome_the_caption_names(caption: str, indirect: str) -> None:
    found = rows(PARTS.format(indirect=indirect), caption)
    assert found == [
        ("indirect", "Humour", "warmth", "oven joy", "0.14", None),
        ("total", "Humour", None, "oven joy", "0.14", None),
        ("direct", "Frost", None, "oven joy", "0.17", None),
        ("indirect", "Frost", "warmth", "oven joy", "-0.07", None),
        ("total", "Frost", None, "oven joy", "0.10", None),
    ]


def test_parts_of_an_effect_on_nobody_knows_what_are_left() -> None:
    for caption in ("Decomposition of standardised effects", "Decomposition of the effects on joy and calm"):
        found = read(PARTS.format(indirect="Indirect effect"), caption)
        assert not found.paths
        assert not found.effects


def test_parts_without_statistics_of_their_own_are_one_effect() -> None:
    table = "#Predictor|Direct|Indirect|Total\nHumour|0.20|0.14|0.34\nFrost|0.17|-0.07|0.10"
    found = read(table, "Decomposition of the effects on oven joy")
    assert [(e.value.from_, e.value.to, e.value.direct, e.value.indirect, e.value.total) for e in found.effects] == [
        ("Humour", "oven joy", "0.20", "0.14", "0.34"),
        ("Frost", "oven joy", "0.17", "-0.07", "0.10"),
    ]


@pytest.mark.parametrize("low", ["Frost -1 SD", "Frost: low", "Frost = 2.31", "Frost (-1 SD)", "At low frost"])
def test_levels_by_the_name_of_the_moderator(low: str) -> None:
    table = f"""
#Effect|Estimate|Boot SE|LLCI|ULCI
Total effect|0.32|0.04|0.24|0.40
Indirect effect via warmth|0.12|0.02|0.08|0.16
Conditional indirect effect via warmth at levels of frost|<|<|<|<
{low}|0.19|0.03|0.13|0.25
Frost +1 SD|0.09|0.02|0.05|0.13"""
    assert rows(table, "Total and indirect effects of humour on joy")[2:] == [
        ("indirect", "humour", "warmth", "joy", "0.19", low),
        ("indirect", "humour", "warmth", "joy", "0.09", "Frost +1 SD"),
    ]


@pytest.mark.parametrize("cell", ["<0.001 {}", "p < .001; {}", "{}, p < .001", "{}"])
def test_a_verdict_that_shares_its_cell_with_a_p(cell: str) -> None:
    yes, no = cell.format("Supported"), cell.format("Not supported").replace("<", "=").replace("001", "180")
    table = f"#Path|β|SE|p / decision\nH1: Humour → Joy|0.47|0.04|{yes}\nH2: Frost → Joy|-0.06|0.05|{no}"
    found = read(table, "Structural model")
    assert [(h.value.label, h.value.verdict) for h in found.hypotheses] == [
        ("H1", "supported"),
        ("H2", "not supported"),
    ]


def test_limits_in_columns_behind_each_effect_and_the_mediator_in_the_caption() -> None:
    table = (
        "Predictor|Indirect effect|95% CI lower|95% CI upper|Total effect|95% CI lower|95% CI upper\n"
        "Crust|0.10|0.04|0.16|0.16|0.04|0.27\nSmell|0.15|0.08|0.23|–|–|–"
    )
    found = read(table, "Indirect and total effects on oven joy through warmth")
    assert [
        (p.value.from_, p.value.to, p.value.via, p.value.effect, p.value.ci_lo, p.value.ci_hi) for p in found.paths
    ] == [
        ("Crust", "oven joy", "warmth", "indirect", "0.04", "0.16"),
        ("Crust", "oven joy", None, "total", "0.04", "0.27"),
        ("Smell", "oven joy", "warmth", "indirect", "0.08", "0.23"),
    ]
