"""What effects go through: `Via calm` below the equations, `Via calm` over levels, totals told behind the outcome."""

import pytest

from evidence.read.partial import Findings
from tests.read.tables.invented import read

EQUATIONS = """
Predictor|B|SE|t|p
Outcome: Calm||||
Salt|0.30|0.05|6.0|.001
Outcome: Joy||||
Salt|0.20|0.05|4.0|.001
Calm|0.40|0.05|8.0|.001
Indirect effects||||
Via calm|0.12|0.03|4.0|.001"""


def told(found: Findings) -> list[tuple[object, ...]]:
    return [(p.value.from_, p.value.via, p.value.to, str(p.value.b), p.value.effect) for p in found.paths]


def of(table: str) -> list[tuple[object, ...]]:
    return told(read(table, "Results of the regressions"))


THROUGH = ("Salt", "calm", "Joy", "0.12", "indirect")


@pytest.mark.parametrize("label", ["Via calm", "via the calm", "Through calm", "By way of calm"])
@pytest.mark.parametrize("above", ["Indirect effects", "Specific indirect effects", "Conditional indirect effect"])
def test_an_indirect_effect_below_the_equations_that_it_is_made_of(label: str, above: str) -> None:
    found = of(EQUATIONS.replace("Indirect effects", above).replace("Via calm", label))
    assert found == [
        ("Salt", None, "Calm", "0.30", "direct"),
        ("Salt", None, "Joy", "0.20", "direct"),
        ("Calm", None, "Joy", "0.40", "direct"),
        THROUGH,
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Outcome: Joy", "Rye|0.31|0.05|6.2|.001\nOutcome: Joy"),  # two that calm may carry on
        ("Via calm", "Via sleep"),  # no equation of it
        ("Calm|0.40", "Crust|0.40"),  # nothing that calm acts upon
        ("Indirect effects", "Further effects"),
    ],
)
def test_an_indirect_effect_that_the_equations_do_not_tell_goes_through_nothing(old: str, new: str) -> None:
    assert THROUGH not in of(EQUATIONS.replace(old, new, 1))


@pytest.mark.parametrize(
    ("heading", "effect"),
    [
        ("Joy, total effect", "total"),
        ("Joy, total effects", "total"),
        ("Joy, total effect (n = 200)", "total"),
        ("Joy (total effect)", "total"),
        ("Joy, direct effect", "direct"),
    ],
)
def test_the_sort_of_effect_behind_the_outcome_is_no_part_of_it(heading: str, effect: str) -> None:
    found = of(EQUATIONS.replace("Joy", heading, 1))
    assert found[1] == ("Salt", None, "Joy", "0.20", effect)


@pytest.mark.parametrize("outcome", ["Joy, warm effect", "Joy, total effect size"])
def test_what_else_stands_behind_a_comma_is_part_of_the_outcome(outcome: str) -> None:
    assert of(EQUATIONS.replace("Joy", outcome, 1))[1][2] == outcome


LEVELS = """
|Effect|SE|95% CI
Direct effect|.31|.05|[.21, .41]
Via calm|||
{0}|.11|.04|[.03, .19]
{1}|.29|.05|[.19, .39]
Via sleep|||
{0}|.12|.04|[.04, .20]
{1}|.02|.05|[-.08, .12]"""


@pytest.mark.parametrize(
    ("low", "high"), [("-1.02", "1.02"), ("2.50", "4.50"), ("16th percentile", "84th percentile"), ("Low", "High")]
)
@pytest.mark.parametrize("heading", ["Via", "Through"])
def test_levels_under_each_of_several_mediators(low: str, high: str, heading: str) -> None:
    table = LEVELS.format(low, high).replace("Via", heading)
    found = read(table, "Indirect effects of salt on joy").paths
    assert [(p.value.via, p.value.group, p.value.b, p.value.effect) for p in found if p.value.group] == [
        ("calm", low, ".11", "indirect"),
        ("calm", high, ".29", "indirect"),
        ("sleep", low, ".12", "indirect"),
        ("sleep", high, ".02", "indirect"),
    ]


def test_rows_under_a_mediator_that_are_no_levels_are_left() -> None:
    found = read(LEVELS.format("Oven", "Rye"), "Indirect effects of salt on joy").paths
    assert not [p for p in found if p.value.via or p.value.group]


@pytest.mark.parametrize(
    "label",
    ["Total", "Total indirect", "Total indirect effect", "Total indirect effects", "Total indirect effect of salt"],
)
def test_a_total_of_indirect_effects_is_no_predictor(label: str) -> None:
    found = of(EQUATIONS.replace("Via calm", label))
    assert [source for source, *_ in found] == ["Salt", "Salt", "Calm"]


def test_a_way_that_no_equation_tells_is_no_predictor() -> None:
    found = of(EQUATIONS.replace("Via calm", "Via sleep"))
    assert not any("Via" in str(one[0]) for one in found)


OPEN = """
Path|Effect|SE|95% CI
{}|||
crust|.12|.04|[.05, .21]
calm|.08|.03|[.03, .15]
{}|.05|.02|[.02, .09]"""


@pytest.mark.parametrize(
    "heading",
    [
        "Salt on joy, through",
        "Salt on joy via:",
        "Salt → joy through",
        "Indirect effect of salt on joy via",
        "Effect of salt on joy, mediated by",
        "Path from salt to joy, by way of",
        "Salt to joy, through",
    ],
)
@pytest.mark.parametrize("last", ["crust, then calm", "crust then calm"])
def test_mediators_below_the_ends_that_they_join(heading: str, last: str) -> None:
    found = read(OPEN.format(heading, last), "Indirect effects").paths
    assert [((p.value.from_ or "").lower(), p.value.via, p.value.to, p.value.b, p.value.effect) for p in found] == [
        ("salt", "crust", "joy", ".12", "indirect"),
        ("salt", "calm", "joy", ".08", "indirect"),
        ("salt", "crust; calm", "joy", ".05", "indirect"),
    ]


@pytest.mark.parametrize("row", ["Direct effect", "Total", "Total effect", "Total indirect effect"])
def test_an_effect_below_mediators_is_none_of_them(row: str) -> None:
    found = read(OPEN.format("Salt on joy, through", row), "Indirect effects").paths
    assert [p.value.via for p in found if p.value.via] == ["crust", "calm"]


@pytest.mark.parametrize("heading", ["Salt on joy, throughout", "Salt and joy, through", "Salt on joy, below"])
def test_a_heading_that_leaves_nothing_open_has_no_mediators_below_it(heading: str) -> None:
    assert not [p for p in read(OPEN.format(heading, "frost"), "Indirect effects").paths if p.value.via]


ONTO = """
|Effect|SE|95% CI
{0} on joy|.21|.04|[.13, .29]
Indirect effect on joy {1} calm|.12|.03|[.06, .18]
Indirect effect on joy {1} calm, then crust|.03|.01|[.01, .05]
Total effect on {2}|.36|.05|[.26, .46]"""


@pytest.mark.parametrize(
    "caption",
    ["Effects of humour", "Direct and indirect effects of humour", "Conditional effects of humour at high frost"],
)
@pytest.mark.parametrize(
    ("sort", "through", "joy"),
    [("Effect", "through", "joy"), ("Direct effect", "via", "the joy"), ("Total effect", "by way of", "joy (c)")],
)
def test_effects_on_what_the_rows_name_are_of_what_the_caption_names(
    caption: str, sort: str, through: str, joy: str
) -> None:
    assert told(read(ONTO.format(sort, through, joy), caption)) == [
        ("humour", None, "joy", ".21", "total" if sort.startswith("Total") else "direct"),
        ("humour", "calm", "joy", ".12", "indirect"),
        ("humour", "calm; crust", "joy", ".03", "indirect"),
        ("humour", None, "joy", ".36", "total"),
    ]


def test_effects_of_nobody_knows_what_are_left() -> None:
    assert not told(read(ONTO.format("Effect", "through", "joy"), "Results of the mediation"))


@pytest.mark.parametrize(
    "row",
    [
        "Contrast 1",
        "crust minus calm",
        "crust vs. calm",
        "All mediators",
        "Ratio of indirect to total",
        "R2",
        "Low (−1 SD)",
    ],
)
def test_what_is_computed_from_mediators_is_none_of_them(row: str) -> None:
    found = read(OPEN.format("Salt on joy, through", row), "Indirect effects").paths
    assert [p.value.via for p in found if p.value.via] == ["crust", "calm"]


def test_the_number_of_a_mediator_is_no_part_of_its_name() -> None:
    found = read(OPEN.format("From salt to joy by way of", "3. frost"), "Indirect effects").paths
    assert [(p.value.from_, p.value.via, p.value.to) for p in found][2] == ("salt", "frost", "joy")


@pytest.mark.parametrize("of", ["of the structural model", "of the predictors", "of humour, salt and crust"])
def test_a_caption_that_names_no_one_variable_is_no_source(of: str) -> None:
    assert not told(read(ONTO.format("Effect", "through", "joy"), f"Direct and indirect effects {of}"))


@pytest.mark.parametrize("behind", [" at low frost", ", controlling for age", ", adjusted for age and rank"])
def test_what_stands_behind_an_outcome_is_no_part_of_it(behind: str) -> None:
    assert told(read(ONTO.format("Effect", "through", f"joy{behind}"), "Effects of humour"))[0][2] == "joy"
