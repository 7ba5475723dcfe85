"""Regressions whose outcome only the caption names, products by a short name, levels in a column, programs' own output."""

import pytest

from evidence.read.partial import Abbreviations
from evidence.read.tables import understand
from evidence.records import Hypothesis
from tests.read.tables.invented import edges, read, source


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


def test_outcomes_with_the_time_they_were_asked_at() -> None:
    rows = "Trust|.31***|.20**\nHabit|.22**|.11\nJoy||.41***"
    for first, second in (("(Time 2)", "(Time 3)"), ("at Time 2", "at Time 3"), ("(wave 2)", "(wave 3)")):
        found = read(f"#Predictor|Joy {first}|Return {second}\n#|Model 1|Model 2\n{rows}", "Regression results")
        assert {p.value.to for p in found.paths} == {"Joy", "Return"}
    crossed = read(
        "#Predictor|Joy Time 2|Trust Time 2\nJoy Time 1|.31***|.20**\nTrust Time 1|.22**|.41***", "Regression results"
    )
    assert {(p.value.from_, p.value.to) for p in crossed.paths} >= {("Joy Time 1", "Joy Time 2")}


def test_what_is_regressed_need_be_no_variable_of_the_matrix() -> None:
    from evidence.read.partial import Abbreviations
    from evidence.read.tables import understand
    from tests.read.tables.invented import source

    matrix = "|1|2|3\n1. Oven|1||\n2. Crust|.31**|1|\n3. Joy|.22**|.42**|1"
    steps = "Predictor|Step 1|Step 2\nAge|0.11* (2.05)|0.10* (1.98)\nOven||0.24*** (4.12)\nCrust||0.17** (2.93)"
    for caption, outcome in (
        ("Hierarchical regression of loaves eaten (t in brackets)", {"loaves eaten"}),
        ("Hierarchical regression of the hypotheses (t in brackets)", set()),
    ):
        found = understand(source(matrix, steps, captions=["Correlations", caption]), Abbreviations({}))
        assert {p.value.to for p in found.paths} == outcome


def test_outcomes_under_a_heading_that_spans_them() -> None:
    table = """
#Independent variable | Dependent variable | < | <
#^ | Joy | Trust in the oven | Return
Crust | 0.37*** (5.42) | 0.33*** (4.61) | —
Smell | 0.14* (2.19) | — | 0.21*** (3.36)
Joy | — | 0.34*** (4.23) | 0.39*** (4.97)
"""
    found = read(table, "Structural model: standardized estimates with t-values in brackets").paths
    assert [(p.value.from_, p.value.to, str(p.value.beta), str(p.value.stat)) for p in found][-2:] == [
        ("Joy", "Trust in the oven", "0.34", "4.23"),
        ("Joy", "Return", "0.39", "4.97"),
    ]
    assert len(found) == 6


def test_chinese_notes_name_the_outcome() -> None:
    table = "#变量|模型1|<|模型2|<\n#^|β|t|β|t\n性别|0.042|0.88|0.031|0.82\n面包热情|||0.602***|15.83"
    for notes in ("注：因变量为满意度；*P<0.05", "注：因变量：满意度。", "被解释变量是满意度，***P<0.001"):
        found = read(table, "层次回归结果", notes).paths
        assert {p.value.to for p in found} == {"满意度"}
        assert len(found) == 3


def test_standardised_effects_on_outcomes_along_the_top() -> None:
    table = "Predictor|Attitude|Habit\nSmell|.38***|.07\nAttitude|–|.44***\nR2|.19|.47"
    assert {e[:3] for e in edges(read(table, "Standardised effects on the endogenous variables"))} == {
        ("Smell", "Attitude", ".38"), ("Smell", "Habit", ".07"), ("Attitude", "Habit", ".44"),
    }  # fmt: skip


def test_one_outcome_in_several_waves() -> None:
    found = read("Predictor|Wave 1|<|Wave 2|<\n^|β|SE|β|SE\nSmell|.44***|.07|.38***|.04", "Prediction of Joy by wave")
    assert edges(found) == {("Smell", "Joy", ".44", "Wave 1"), ("Smell", "Joy", ".38", "Wave 2")}


def test_models_that_are_only_numbered() -> None:
    table = "|(1)|(2)\nIncome|0.049 (0.041)|0.044 (0.028)\nPrice|-0.261*** (0.060)|-0.209** (0.065)\nPeers||0.246*** (0.049)"
    rows_below = "\nObservations|734|734\nR²|0.186|0.238"
    found = read(table + rows_below, "Determinants of joy", "Standard errors in parentheses. * p < 0.05, ** p < 0.01")
    assert not found.correlations
    told = {(p.value.from_, p.value.to, p.value.b or p.value.beta, p.value.se) for p in found.paths}
    assert told == {
        ("Income", "joy", "0.049", "0.041"), ("Income", "joy", "0.044", "0.028"), ("Price", "joy", "-0.261", "0.060"),
        ("Price", "joy", "-0.209", "0.065"), ("Peers", "joy", "0.246", "0.049"),
    }  # fmt: skip


def test_the_outcome_behind_the_colon_of_a_caption_and_in_a_note() -> None:
    table = "Independent variable|Beta|t|Sig.\nSmell|0.198|3.094|0.002\nPrice|0.068|1.360|0.174"
    assert {e[:2] for e in edges(read(table, "Multiple regression: Bread joy"))} == {
        ("Smell", "Bread joy"), ("Price", "Bread joy"),
    }  # fmt: skip
    tail = "a. Dependent Variable: Bread joy\nFrom the table, price was not significant."
    assert {e[:2] for e in edges(read(table, "Regression coefficients", tail=tail))} == {
        ("Smell", "Bread joy"), ("Price", "Bread joy"),
    }  # fmt: skip


def test_letters_of_process_and_their_product() -> None:
    found = read(
        """
Antecedent|M (Calm)|<|Y (Joy)|<
^|Coeff.|SE|Coeff.|SE
X (Salt)|0.431|0.052|−0.076|0.048
M (Calm)|—|—|−0.352|0.046
W (Heat)|0.118|0.057|—|—
X × W|0.163|0.049|—|—
Constant|1.842|0.214|4.907|0.231""",
        "Moderated mediation",
    )
    assert {e[:3] for e in edges(found)} == {
        ("Salt", "Calm", "0.431"), ("Salt", "Joy", "-0.076"), ("Calm", "Joy", "-0.352"), ("Heat", "Calm", "0.118"),
        ("Salt × Heat", "Calm", "0.163"),
    }  # fmt: skip


def test_outcomes_named_with_their_wave() -> None:
    found = read("Predictor|Wave 2 fear|Wave 2 joy\nSalt|−0.14 (0.05)**|0.17 (0.05)***\nPrice|0.11 (0.04)**|−0.06 (0.04)",
                 "Standardized coefficients (standard errors in parentheses)")  # fmt: skip
    assert {e[:3] for e in edges(found)} == {
        ("Salt", "Wave 2 fear", "-0.14"), ("Salt", "Wave 2 joy", "0.17"),
        ("Price", "Wave 2 fear", "0.11"), ("Price", "Wave 2 joy", "-0.06"),
    }  # fmt: skip


def test_steps_with_their_share_are_no_outcomes() -> None:
    found = read(
        """
Predictor|B|SE|β|t|p
Step 1: R² = .02, F(3, 720) = 4.90, p = .002
Age|−0.086|.031|−.10|−2.76|.006
Step 2: R² = .19, ΔR² = .17, F(1, 719) = 151.02, p < .001
Age|−0.060|.031|−.07|−1.94|.052
Salt|0.068|.006|.41|11.39|<.001""",
        "Hierarchical regression analysis predicting joy (N = 724)",
    )
    told = {(p.value.from_, p.value.to, p.value.beta) for p in found.paths}
    assert told == {("Age", "joy", "-.10"), ("Age", "joy", "-.07"), ("Salt", "joy", ".41")}


def test_indirect_effects_under_a_heading_that_names_the_mediator() -> None:
    found = read(
        """
Path|β|SE|95% CI LL|95% CI UL
Outcome: Calm
Salt|.39|.04|.32|.46
Outcome: Joy
Calm|.36|.04|.29|.43
Salt|.14|.04|.07|.21
Indirect effects via calm
Salt|.142|.021|.101|.185""",
        "Mediation analysis",
    )
    last = found.paths[-1].value
    assert (last.from_, last.via, last.to, last.effect, last.beta) == ("Salt", "calm", "Joy", "indirect", ".142")


def test_mediators_below_the_source_of_their_effects() -> None:
    found = read(
        "#Predictor|b|SE|p\nDirect effects|||\nCrust|.31|.05|.001\nRye|.21|.05|.001\nCrust via|||\nCalm|.11|.03|.002\n"
        "Salt|.12|.04|.003\nRye through|||\nCalm|.13|.03|.002\nSalt|.14|.04|.003",
        "Effects on joy",
    )
    told = {(p.effect, p.from_, p.via, p.to, p.b or p.beta) for p in (f.value for f in found.paths)}
    assert told == {
        ("direct", "Crust", None, "joy", ".31"),
        ("direct", "Rye", None, "joy", ".21"),
        ("indirect", "Crust", "Calm", "joy", ".11"),
        ("indirect", "Crust", "Salt", "joy", ".12"),
        ("indirect", "Rye", "Calm", "joy", ".13"),
        ("indirect", "Rye", "Salt", "joy", ".14"),
    }


def test_what_stands_below_the_last_error_is_no_predictor() -> None:
    found = read(
        "#Predictor|Joy|Calm\nCrust|0.14*|0.17*\n|(0.05)|(0.06)\nSalt|0.24*|0.27*\n|(0.05)|(0.06)\nRye|0.44*|0.07\n"
        "|(0.04)|(0.04)\nConstant term|1.33|1.35",
        "Regression. Standard errors in brackets",
    )
    assert {name for name, *_ in edges(found)} == {"Crust", "Salt", "Rye"}


STEPS = """
#Predictor|Calm|Joy|Joy
#|Model 1|Model 2|Model 3
Age|.05|.04|.02
Gender|.04|.03|.02
Crust|.31**|.35**|.25**
Salt|.21**|.22**|.15**
Calm|||.33**"""


@pytest.mark.parametrize(
    ("stated", "mediated"),
    [
        ((), {("Crust", ".35"), ("Salt", ".22")}),
        ((Hypothesis("H1", from_="Crust", to="Joy", via="Calm"),), {("Crust", ".35")}),
    ],
)
def test_controls_are_not_said_to_be_mediated(stated: tuple[Hypothesis, ...], mediated: set[tuple[str, str]]) -> None:
    found = understand(
        source(STEPS, captions=["Mediation by calm; standardized coefficients"]), Abbreviations({}), stated
    )
    assert {(e.value.from_, e.value.total) for e in found.effects} == mediated
    assert {e.value.via for e in found.effects} == {"Calm"}


def test_a_row_on_the_whole_model_is_no_predictor() -> None:
    found = read(
        "|b|SE|t\nHumour|0.40|0.04|10.0\nFrost|-0.11|0.05|-2.2\nModel|R2 = .316, F(7, 429) = 28.37, p < .001||",
        "Regression of joy",
    )
    assert {p.value.from_ for p in found.paths} == {"Humour", "Frost"}
    assert [(s.value.outcome, str(s.value.r2)) for s in found.structural] == [("joy", ".316")]


def test_a_test_of_the_model_with_its_p_is_no_predictor_and_leaves_p_a_p() -> None:
    table = (
        "|Model 1|<|Model 2|<\n|B|p|B|p\nSalt|.31|.001|.30|.002\nFrost|||.20|.004\n"
        "F (p)|12.1 (.001)||14.2 (<.001)|\nF (df)|12.1 (1, 300)||14.2 (2, 299)|\nR2|.12||.18|"
    )
    found = read(table, "Regression of joy")
    assert [(p.value.from_, p.value.b, p.value.p, p.value.model) for p in found.paths] == [
        ("Salt", ".31", ".001", "Model 1"),
        ("Salt", ".30", ".002", "Model 2"),
        ("Frost", ".20", ".004", "Model 2"),
    ]


def test_names_that_begin_with_the_letter_of_a_test_are_predictors() -> None:
    found = read("|B|SE\nF crust|.31|.10\nFrost (F)|.20|.05\nFlour|.12|.05", "Regression of joy")
    assert len(found.paths) == 3


def test_the_row_of_the_model_may_tell_its_adjusted_share() -> None:
    table = "|b|SE|t\nHumour|0.40|0.04|10.0\nFrost|-0.11|0.05|-2.2\nModel|Adj. R2 = .31, F(7, 429) = 28.37||"
    found = read(table, "Regression of joy")
    assert {p.value.from_ for p in found.paths} == {"Humour", "Frost"}
    assert [(str(s.value.r2_adj), s.value.r2) for s in found.structural] == [(".31", None)]


def regressions(*rows: str, captions: tuple[str, ...]) -> set[tuple[str, str, str | None]]:
    tables = [f"Predictor|B|SE|t|p\n{lines}" for lines in rows]
    return {e[:3] for e in edges(understand(source(*tables, captions=captions), Abbreviations({})))}


FIRST = "Salt|.31|.05|6.2|<.001\nCrust|.22|.05|4.4|<.001"
ON_JOY = {("Salt", "joy", ".31"), ("Crust", "joy", ".22")}


@pytest.mark.parametrize("caption", ["Final model", "Regression results, step 2", "The model without controls"])
@pytest.mark.parametrize("controls", ["", "\nAge|.11|.05|2.2|.031\nSex|.12|.05|2.4|.021"])
def test_a_model_of_the_same_predictors_has_the_outcome_of_the_one_before(caption: str, controls: str) -> None:
    again = "Salt|.28|.05|5.6|<.001\nCrust|.19|.05|3.8|<.001"
    told = regressions(FIRST + controls, again, captions=("Regression on joy", caption))
    assert told >= {*ON_JOY, ("Salt", "joy", ".28"), ("Crust", "joy", ".19")}


def test_what_a_caption_names_is_predicted_whatever_the_model_before_it_predicted() -> None:
    again = FIRST.replace(".31", ".28")
    told = regressions(FIRST, again, captions=("Regression on joy", "Dependent variable: calm"))
    assert told == {*ON_JOY, ("Salt", "calm", ".28"), ("Crust", "calm", ".22")}


@pytest.mark.parametrize(
    "again",
    [
        "Salt|.28|.05|5.6|<.001\nOven|.19|.05|3.8|<.001\nHeat|.14|.05|2.8|.005",  # one of the two predictors alone
        "Salt|.28|.05|5.6|<.001\nCrust|.19|.05|3.8|<.001\nJoy|.14|.05|2.8|.005",  # the outcome predicts
        "Rye|.28|.05|5.6|<.001\nOven|.19|.05|3.8|<.001",
    ],
)
def test_other_predictors_have_another_outcome_which_stays_open(again: str) -> None:
    assert regressions(FIRST, again, captions=("Regression on joy", "Final model")) == ON_JOY


def test_few_of_many_predictors_are_not_the_model_before() -> None:
    many = "\n".join([FIRST, *(f"{name}|.11|.05|2.2|.031" for name in ("Age", "Sex", "Rye"))])
    told = regressions(many, FIRST.replace(".31", ".28"), captions=("Regression on joy", "Final model"))
    assert ("Salt", "joy", ".31") in told
    assert ("Salt", "joy", ".28") not in told


def test_two_outcomes_before_leave_it_open() -> None:
    before = "Outcome: joy||||\n" + FIRST + "\nOutcome: calm||||\n" + FIRST.replace(".22", ".24")
    told = regressions(before, FIRST.replace(".31", ".28"), captions=("Regressions", "Final model"))
    assert {(a, b) for a, b, value in told if value != ".28"} == {
        (x, y) for x in ("Salt", "Crust") for y in ("joy", "calm")
    }
    assert ".28" not in {value for _, _, value in told}


@pytest.mark.parametrize(
    "caption",
    [
        "Multiple regression of joy: standardised coefficients",
        "Regression analysis for joy: the final model",
        "Hierarchical regression on joy: step 2",
    ],
)
def test_what_follows_a_colon_is_no_part_of_the_outcome(caption: str) -> None:
    assert regressions(FIRST, captions=(caption,)) == ON_JOY


@pytest.mark.parametrize(
    ("caption", "outcome"),
    [
        ("Models Predicting Momentary Joy From Salt, Rye, and Frost", "Momentary Joy"),
        ("Models Predicting Absence From Work", "Absence From Work"),
        ("Logistic regression of adherence (4 h per night)", "adherence"),
        ("Models Predicting Detachment From Fro", "Detachment From Fro"),
    ],
)
def test_what_an_outcome_is_predicted_from_is_no_part_of_its_name(caption: str, outcome: str) -> None:
    table = "Predictor|b|SE\nSalt (within)|.21|.02\nRye (within)|.15|.02\nFrost|-.07|.02\n"
    assert {p.value.to for p in read(table, caption).paths} == {outcome}


@pytest.mark.parametrize("word", ["M{}", "Model {}", "Eq. {}", "Mod. {}", "模型{}", "方程{}"])
def test_models_go_on_being_counted_beyond_nine(word: str) -> None:
    heads = "|".join(word.format(n) for n in (9, 10, 11))
    table = f"Variable|Joy|<|<\n|{heads}\nAge|.04|.05|.06\nSalt||.23***|.21***\nRye|||.31***\nR2|.02|.09|.15"
    found = edges(read(table, "Results of regression"))
    assert {e[:3] for e in found} == {
        ("Age", "Joy", ".04"), ("Age", "Joy", ".05"), ("Age", "Joy", ".06"), ("Salt", "Joy", ".23"),
        ("Salt", "Joy", ".21"), ("Rye", "Joy", ".31"),
    }  # fmt: skip


_STEPS = (
    "Predictors|B|β|R2|ΔR2\nStep 1|||0.035|0.035\nAge|-0.02|-0.22*||\nGender|-0.18|-0.11||\n"
    "Step 2|||0.276***|0.241***\nAge|-0.02|-0.19*||\nGender|-0.16|-0.10||\nSalt|0.48|0.34***||\n"
)


def test_steps_with_what_they_explain_are_the_models_of_the_predictors_below() -> None:
    found = read(_STEPS, "Hierarchical regression of readiness").paths
    assert [(p.value.from_, p.value.model, str(p.value.beta)) for p in found] == [
        ("Age", "Step 1", "-0.22"), ("Gender", "Step 1", "-0.11"), ("Age", "Step 2", "-0.19"),
        ("Gender", "Step 2", "-0.10"), ("Salt", "Step 2", "0.34"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("caption", "outcome"),
    [
        ("Hierarchical regression coefficients of bakers' readiness to use dark rye", "Readiness"),
        ("Hierarchical regression coefficients of bakers' fear of dark rye", None),
    ],
)
def test_longer_words_of_a_caption_name_the_one_variable_in_them(caption: str, outcome: str | None) -> None:
    matrix = "|1|2|3|4\nAge|1|||\nGender|.11|1||\nSalt|.12|.13|1|\nReadiness|.21|.22|.23|1\n"
    document = source(matrix, _STEPS, captions=["Correlations", caption])
    assert {p.value.to for p in understand(document, Abbreviations({})).paths} == ({outcome} if outcome else set())


@pytest.mark.parametrize(
    "caption",
    [
        "Multiple regression: dependent variable joy",
        "Multiple regression (dependent variable joy)",
        "Regression on the dependent variable joy",
        "Multiple regression, outcome variable joy",
    ],
)
def test_a_caption_names_the_dependent_variable_without_a_colon(caption: str) -> None:
    table = "Independent variable|B|Std. error|Beta|t|Sig.\nSalt|0.337|0.060|0.335|5.62|0.000\nRye|0.271|0.058|0.271|4.69|0.000\n"
    assert {p.value.to for p in read(table, caption).paths} == {"joy"}


def test_what_is_predicted_from_several_is_cut_where_one_of_them_is_in_a_row() -> None:
    table = "Predictor|b|SE|t|p\nWithin-person salt|.24|.03|8.31|<.001\nFear of frost|.11|.05|2.32|.020\n"
    found = read(table, "Predicting Evening Joy From Salt and Fear of Frost").paths
    assert {p.value.to for p in found} == {"Evening Joy"}
    other = read(table, "Predicting Absence From Work").paths
    assert {p.value.to for p in other} == {"Absence From Work"}


def test_an_outcome_that_ran_into_its_first_predictor_heads_the_rows() -> None:
    table = (
        "Estimates of the model β|SE|z|p\nOutcome: Fear of frost Early salt 0.21|0.045|4.67|<.001\nCalm −0.24|0.044|−5.45|<.001\n"
        "Age −0.13|0.037|−3.51|<.001\nOutcome: Joy Early salt 0.05|0.043|1.16|.245\nFear of frost 0.24|0.047|5.11|<.001\nCalm −0.16|0.049|−3.27|.001\n"
    )
    matrix = "|1|2|3|4\n1. Early salt|1|||\n2. Fear of frost|.21|1||\n3. Calm|.12|.13|1|\n4. Joy|.21|.22|.23|1\n"
    document = source(matrix, table, captions=["Correlations", "Table 4. Standardized estimates of the model"])
    found = {(p.value.from_, p.value.to, str(p.value.beta)) for p in understand(document, Abbreviations({})).paths}
    assert {("Early salt", "Fear of frost", "0.21"), ("Calm", "Joy", "-0.16")} <= found
    assert len(found) == 6
