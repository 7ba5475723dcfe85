"""Effects of one thing on another that rows and caption name in parts; sections that are models; headings over words."""

import pytest
from invented import read

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
