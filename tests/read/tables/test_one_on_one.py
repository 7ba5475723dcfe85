"""Effects of one thing on another that rows and caption name in parts; sections that are models; headings over words."""

import pytest

from tests.read.tables.invented import read

SORTS = """
#Effect|B|SE|95% CI
Total effect of {}|.50|.10|[.30, .70]
Direct effect of {}|.30|.10|[.10, .50]
Indirect effect via trust|.20|.05|[.10, .30]"""


def lines(table: str, caption: str, notes: str = "") -> list[tuple[str | None, ...]]:
    found = (f.value for f in read(table, caption, notes).paths)
    return [(p.from_, p.to, p.via, p.beta or p.b, p.effect) for p in found]


@pytest.mark.parametrize(
    "caption", ["Direct and indirect effects on joy", "Influences (direct and indirect) on the joy"]
)
def test_effects_of_one_thing_on_what_the_caption_names(caption: str) -> None:
    assert lines(SORTS.format("salt", "Salt"), caption) == [
        ("salt", "joy", None, ".50", "total"),
        ("salt", "joy", None, ".30", "direct"),
        ("salt", "joy", "trust", ".20", "indirect"),
    ]


def test_sorts_of_effects_are_no_predictors() -> None:
    assert lines(SORTS.format("salt", "rye"), "Direct and indirect effects on joy") == []
    assert lines(SORTS.replace(" of {}", "").replace(" via trust", ""), "Regression on joy") == []


@pytest.mark.parametrize(
    ("section", "sort"),
    [("Joy (total effect model)", "total"), ("Joy [total effect]", "total"), ("Joy (direct effect)", "direct")],
)
def test_a_model_of_the_total_effect_under_its_outcome(section: str, sort: str) -> None:
    table = "#Predictor|B|SE|t|p\nOutcome: Trust\nSalt|.40|.10|4.0|.001\nOutcome: {}\nSalt|.38|.10|3.8|.001"
    assert lines(table.format(section), "Regression") == [
        ("Salt", "Trust", None, ".40", "direct"),
        ("Salt", "Joy", None, ".38", sort),
    ]


@pytest.mark.parametrize("on", [" on joy", ""])
def test_slopes_below_equations_are_of_the_last_outcome(on: str) -> None:
    table = (
        "#Predictor|B|SE|t|p\nOutcome: Trust\nSalt|.40|.10|4.0|.001\nOutcome: Joy\nSalt|.38|.10|3.8|.001\n"
        f"Salt × Frost|.20|.10|2.0|.046\nConditional effects of salt{on}\nFrost low|.18|.12|1.5|.134\nFrost high|.58|.12|4.8|.001"
    )
    found = [f.value for f in read(table, "Moderated mediation").paths]
    assert [(p.from_.lower(), p.to.lower(), p.group) for p in found[3:]] == [
        ("salt", "joy", "Frost low"),
        ("salt", "joy", "Frost high"),
    ]
    assert len(found) == 5


@pytest.mark.parametrize(
    ("heading", "share"),
    [
        ("Effect", "% of total"),
        ("Indirect effect", "% of total"),
        ("Indirect effects", "% of total"),
        ("b", "% of total effect"),
        ("b", "Proportion mediated"),
    ],
)
def test_a_heading_over_paths_leaves_the_others_where_they_are(heading: str, share: str) -> None:
    table = f"#Path|{{}}|Boot SE|95% CI|{share}\nSalt → Trust → Joy|.20|.05|[.10, .30]|40.0\nSalt → Calm → Joy|.10|.04|[.02, .18]|20.0"
    found = [f.value for f in read(table.format(heading), "Indirect effects").paths]
    assert [(p.via, p.beta or p.b, p.se, p.ci_lo, p.ci_hi) for p in found] == [
        ("Trust", ".20", ".05", ".10", ".30"),
        ("Calm", ".10", ".04", ".02", ".18"),
    ]


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("Moderating Effect 1", "Note: Moderating Effect 1 = Salt × Frost."),
        ("Moderating Effect 1", "Moderating Effect 1: Salt * Frost; n = 300"),
        ("Moderating effect A", "Moderating effect A denotes the interaction between Salt and Frost."),
        ("Interaction term", "Interaction term is the product of Salt and Frost."),
    ],
)
def test_a_product_called_by_a_number_is_named_by_its_factors(name: str, notes: str) -> None:
    table = f"#Path|β|t|p\nSalt → Joy|.20|4.1|.001\nFrost → Joy|.30|4.1|.001\n{name} → Joy|.12|2.2|.03"
    assert lines(table, "Path coefficients", notes)[-1] == ("Salt × Frost", "Joy", None, ".12", "interaction")
    assert lines(table, "Path coefficients", "Note: n = 300.")[-1][0] == name


@pytest.mark.parametrize(
    "section",
    [
        "Conditional effects of salt",
        "Conditional direct effects of salt on joy",
        "Simple slopes of salt at levels of frost",
    ],
)
def test_levels_below_conditional_effects_are_slopes_of_what_the_heading_names(section: str) -> None:
    rows = ["Salt|.30**|.10", "Frost|.20**|.05", "Salt × Frost|.20**|.05", section]
    levels = ["Frost low|.10*|.05", "Frost mean|.20*|.05", "Frost high|.30**|.05"]
    found = [
        f.value for f in read("\n".join(["#Predictor|joy|<", "#|B|SE", *rows, *levels]), "Regression on joy").paths
    ]
    assert [(p.from_, p.to, p.group) for p in found[3:]] == [
        ("salt", "joy", "Frost low"),
        ("salt", "joy", "Frost mean"),
        ("salt", "joy", "Frost high"),
    ]
    assert [(p.from_, p.group) for p in found[:3]] == [("Salt", None), ("Frost", None), ("Salt × Frost", None)]


def test_predictors_below_conditional_effects_that_are_no_levels_stay_predictors() -> None:
    rows = ["Salt|.30**|.10", "Frost|.20**|.05", "Conditional effects of salt", "Rye|.10*|.05", "Wheat|.30**|.05"]
    found = [f.value for f in read("\n".join(["#Predictor|joy|<", "#|B|SE", *rows]), "Regression on joy").paths]
    assert [(p.from_, p.group) for p in found] == [("Salt", None), ("Frost", None), ("Rye", None), ("Wheat", None)]


@pytest.mark.parametrize("sort", ["Unconditional", "Simple", "Average", "Overall", "Unconditional standardized"])
def test_a_whole_effect_by_another_word(sort: str) -> None:
    table = f"#Effect|B|SE|95% CI\n{sort} indirect effect|.20|.05|[.10, .30]\n{sort} total effect|.50|.10|[.30, .70]"
    assert lines(table, "Effects of salt on joy through trust") == [
        ("salt", "joy", "trust", ".20", "indirect"),
        ("salt", "joy", None, ".50", "total"),
    ]


UNDER = "#Effect|B|SE|95% CI\n{}: joy|<|<|<\n{}|.20|.05|[.10, .30]\n{}: calm|<|<|<\n{}|.11|.05|[.01, .21]"


@pytest.mark.parametrize("sort", ["Outcome", "Outcome variable", "Dependent variable", "DV", "Criterion"])
def test_effects_of_what_the_caption_names_on_the_outcome_above_them(sort: str) -> None:
    table = UNDER.format(sort, "Indirect effect through trust", sort, "Direct effect")
    assert lines(table, "Indirect and direct effects of the salt") == [
        ("salt", "joy", "trust", ".20", "indirect"),
        ("salt", "calm", None, ".11", "direct"),
    ]


def test_headings_below_an_outcome_leave_it_to_their_rows_until_the_next() -> None:
    table = (
        "#Predictor|B|SE\nOutcome: joy|<|<\nControls|<|<\nAge|.11|.04\nPredictors|<|<\nSalt|.29|.05\n"
        "Outcome: calm|<|<\nControls|<|<\nAge|.13|.04\nPredictors|<|<\nSalt|.23|.05"
    )
    assert [line[:2] for line in lines(table, "Regression")] == [
        ("Age", "joy"),
        ("Salt", "joy"),
        ("Age", "calm"),
        ("Salt", "calm"),
    ]


def test_the_next_outcome_ends_the_headings_of_the_one_before() -> None:
    table = "#Predictor|B|SE\nOutcome: joy|<|<\nModel 1|<|<\nSalt|.13|.04\nRye|.23|.05\nOutcome: calm|<|<\nSalt|.14|.04"
    found = [f.value for f in read(table, "Regression").paths]
    assert [(p.from_, p.to, p.model) for p in found] == [
        ("Salt", "joy", "Model 1"),
        ("Rye", "joy", "Model 1"),
        ("Salt", "calm", None),
    ]


def test_a_predictor_named_like_its_kind_is_no_outcome() -> None:
    table = "#Predictor|B|SE\nOutcome hopes|.11|.04\nCriterion salt|.29|.05"
    assert lines(table, "Regression on joy") == [
        ("Outcome hopes", "joy", None, ".11", "direct"),
        ("Criterion salt", "joy", None, ".29", "direct"),
    ]
