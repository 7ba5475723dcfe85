"""Effects at levels of a moderator, outcomes named in the corner, and intervals and diagonals printed tightly."""

import pytest

from evidence.read.partial import Findings
from tests.read.tables.invented import correlations, edges, read, reliability


def told(found: Findings) -> set[tuple[object, ...]]:
    return {
        (p.value.from_, p.value.via, p.value.to, p.value.group, p.value.b or p.value.beta, p.value.ci_lo, p.value.ci_hi)
        for p in found.paths
    }


@pytest.mark.parametrize(
    ("none", "interval"), [("–", "Boot 95% CI"), ("-", "Bootstrapped 95% CI"), ("n/a", "BCa 95% CI")]
)
def test_a_chain_and_its_levels_below_it(none: str, interval: str) -> None:
    found = read(
        f"""
Path|Frost|Effect|BootSE|{interval}
Humour → Warmth → Joy|{none}|.064|.021|[.028, .107]
|M – 1 SD|.093|.029|[.043, .157]
|M + 1 SD|.046|.017|[.011, .080]
Salt → Warmth → Joy|{none}|.136|.029|[.083,.195]
|M – 1 SD|.207|.039|[.132,.281]
|Difference|.113|.040|[.031,.199]""",
        "Indirect and conditional indirect effects on joy",
    )
    assert told(found) == {
        ("Humour", "Warmth", "Joy", None, ".064", ".028", ".107"),
        ("Humour", "Warmth", "Joy", "M – 1 SD", ".093", ".043", ".157"),
        ("Humour", "Warmth", "Joy", "M + 1 SD", ".046", ".011", ".080"),
        ("Salt", "Warmth", "Joy", None, ".136", ".083", ".195"),
        ("Salt", "Warmth", "Joy", "M – 1 SD", ".207", ".132", ".281"),
    }


MEDIATORS = """
Mediator|Frost|Indirect effect|SE|95% CI lower|95% CI upper
Warmth|Low (-1 SD)|.054|.026|.002|.103
^|High (+1 SD)|.126|.029|.074|.187
^|Difference|.072|.027|.025|.133
Fear|Low (-1 SD)|-.088|.022|-.131|-.041
^|High (+1 SD)|-.071|.021|-.117|-.033
^|Difference|.010|.023|-.035|.057"""


def test_mediators_whose_ends_the_paper_draws_elsewhere() -> None:
    drawn = "\nHumour → Warmth → Joy\nHumour → Fear → Joy\n"
    found = read(MEDIATORS, "Conditional indirect effects", tail=drawn)
    assert {x[:5] for x in told(found)} == {
        ("Humour", "Warmth", "Joy", "Low (-1 SD)", ".054"),
        ("Humour", "Warmth", "Joy", "High (+1 SD)", ".126"),
        ("Humour", "Fear", "Joy", "Low (-1 SD)", "-.088"),
        ("Humour", "Fear", "Joy", "High (+1 SD)", "-.071"),
    }
    assert not read(MEDIATORS, "Conditional indirect effects").paths
    twice = drawn + "Salt → Warmth → Joy\nSalt → Fear → Joy\n"
    assert not read(MEDIATORS, "Conditional indirect effects", tail=twice).paths


@pytest.mark.parametrize(
    "corner", ["Outcome: Joy", "Dependent variable: Joy", "Outcome: Joy Predictor", "DV = Joy", "Y: Joy"]
)
def test_an_outcome_in_the_corner(corner: str) -> None:
    found = read(
        f"""
{corner}|coeff|SE|t|p|LLCI|ULCI
constant|1.9031|.2201|8.6465|.0000|1.4702|2.3360
Humour|.1712|.0466|3.7960|.0002|.0825|.2599
Salt|.3388|.0485|6.9856|.0000|.2434|.4342""",
        "Regression of the mediator",
    )
    assert told(found) == {
        ("Humour", None, "Joy", None, ".1712", ".0825", ".2599"),
        ("Salt", None, "Joy", None, ".3388", ".2434", ".4342"),
    }


def test_two_limits_without_a_space_between_them() -> None:
    found = read(
        "Path|Estimate|SE|95% CI\nHumour → Joy|0.090|0.021|[0.050,0.136]\nSalt → Joy|0.083|0.018|(0.04,0.12)", "Paths"
    )
    assert {x[5:] for x in told(found)} == {("0.050", "0.136"), ("0.04", "0.12")}


def test_alphas_on_a_diagonal_that_has_ones_for_age_and_gender() -> None:
    found = read(
        """
变量|均值|标准差|1|2|3|4
1.性别|0.52|0.50|1|||
2.年龄|34.1|9.20|-0.04|1||
3.面包信任|3.74|0.72|0.03|-0.05|(0.881)|
4.面包喜悦|3.55|0.81|0.02|0.07|0.23**|(0.914)""",
        "描述性统计与相关系数",
        "注：括号内为Cronbach's α系数；**表示p<0.01",
    )
    assert {(c[0], c[1]) for c in reliability(found)} == {("面包信任", "0.881"), ("面包喜悦", "0.914")}
    assert len(correlations(found)) == 6


def test_what_a_statement_adds_of_its_moderation_is_no_outcome() -> None:
    found = read(
        """
Hypothesis||Result
H1|Humour is positively related to joy.|Supported
H2|Salt moderates the relationship between humour and joy, such that it is weaker when salt is high.|Supported
H3|Salt moderates the effect of frost on joy so that the effect is stronger with much salt.|Not supported""",
        "Overview of the hypotheses",
    )
    assert {(h.value.label, h.value.from_.lower(), h.value.to) for h in found.hypotheses if h.value.from_} == {
        ("H1", "humour", "joy"),
        ("H2", "humour × salt", "joy"),
        ("H3", "frost × salt", "joy"),
    }


def test_mediators_printed_once_for_their_levels_and_an_index_below() -> None:
    found = read(
        """
Mediator|Frost|Effect|BootSE|BootLLCI|BootULCI
Warmth|-1 SD|.05|.02|.01|.10
|+1 SD|.13|.03|.07|.19
Index of moderated mediation||.04|.01|.02|.07""",
        "Conditional indirect effects of humour on joy",
    )
    assert {x[:5] for x in told(found)} == {
        ("humour", "Warmth", "joy", "-1 SD", ".05"),
        ("humour", "Warmth", "joy", "+1 SD", ".13"),
    }


@pytest.mark.parametrize(
    ("notes", "alphas"),
    [
        ("Note. Cronbach's alphas are in parentheses.", {("Crust", ".89"), ("Joy", ".92")}),
        ("Square roots of AVE in parentheses; reliability of all scales exceeded .80", set()),
        ("注：括号内为AVE的平方根；信度均大于0.8", set()),
        ("Standard errors in parentheses; all alphas were good", set()),
    ],
)
def test_brackets_on_a_diagonal_hold_what_the_notes_say(notes: str, alphas: set[tuple[str, str]]) -> None:
    table = "Variable|1|2|3\nAge|1||\nCrust|.10|(.89)|\nJoy|.21*|.31**|(.92)"
    assert {(c[0], c[1]) for c in reliability(read(table, "Correlations", notes)) if c[1]} == alphas


def test_rows_that_are_levels_though_the_caption_does_not_say_so() -> None:
    table = "Frost|Effect|Boot SE|Boot 95% CI\n{0}|.10|.03|[.05,.16]\n{1}|.20|.04|[.13,.28]"
    caption = "Indirect effects of crust on joy through warmth"
    assert {x[:5] for x in told(read(table.format("Low", "High"), caption))} == {
        ("crust", "warmth", "joy", "Low", ".10"),
        ("crust", "warmth", "joy", "High", ".20"),
    }
    assert not read(table.format("Low", "Oven"), caption).paths


def test_slopes_of_one_predictor_on_the_outcome_of_each_row() -> None:
    found = read(
        """
Outcome|Level of moderator|Effect|SE|t|p
Joy|Low salt (-1 SD)|.47|.07|6.88|< .001
Joy|High salt (+1 SD)|.11|.07|1.52|.128
Calm|Low salt (-1 SD)|.54|.07|7.98|< .001""",
        "Simple slopes of humour at levels of salt",
    )
    assert edges(found) == {
        ("humour", "Joy", ".47", "Low salt (-1 SD)"),
        ("humour", "Joy", ".11", "High salt (+1 SD)"),
        ("humour", "Calm", ".54", "Low salt (-1 SD)"),
    }


@pytest.mark.parametrize(
    ("low", "high"),
    [("Low (M - 1 SD)", "High (M + 1 SD)"), ("Low - 1SD", "High + 1SD"), ("Low (mean – 1 SD)", "High (mean + 1 SD)")],
)
def test_the_dash_of_a_level_is_no_arrow(low: str, high: str) -> None:
    table = f"Path|B|SE|95% CI\nHumour → Joy|<|<|<\n{low}|.11|.04|[.03, .19]\n{high}|.29|.05|[.19, .39]"
    assert {x[:5] for x in told(read(table, "Conditional effects"))} == {
        ("Humour", None, "Joy", low, ".11"),
        ("Humour", None, "Joy", high, ".29"),
    }


def test_a_dash_between_two_names_beside_levels_is_an_arrow() -> None:
    found = read("Path|B|SE\nSalt - Joy|.30|.10\nRye - Salt|.20|.10\nLow - 1 SD|.11|.04", "Path coefficients")
    assert {(p.value.from_, p.value.to) for p in found.paths} == {("Salt", "Joy"), ("Rye", "Salt")}


OUTCOMES = (
    "Outcome|Level of salt|Effect|SE|95% CI\nJoy|Low (-1 SD)|.11|.04|[.03, .19]\nCalm|High (+1 SD)|.23|.05|[.13, .33]"
)


@pytest.mark.parametrize(
    ("caption", "via"),
    [
        ("Conditional indirect effects of humour through trust at levels of salt", "trust"),
        ("Conditional indirect effects of humour via trust", "trust"),
        ("Conditional effects of humour at levels of salt", None),
        ("Conditional direct effects of humour at levels of salt", None),
    ],
)
def test_effects_at_levels_on_the_outcome_of_each_row(caption: str, via: str | None) -> None:
    found = read(OUTCOMES, caption)
    assert {x[:5] for x in told(found)} == {
        ("humour", via, "Joy", "Low (-1 SD)", ".11"),
        ("humour", via, "Calm", "High (+1 SD)", ".23"),
    }
    assert {p.value.effect for p in found.paths} == {"indirect" if via else "direct"}


ALONG = """
|Salt → Joy|<|<|Salt → Crust → Joy|<|<
Frost|B|SE|p|B|SE|p
{}|.11|.04|.006|.21|.05|<.001
{}|.12|.04|.003|.22|.05|<.001
{}|.13|.04|.001|.23|.05|<.001"""


def of_both(*levels: str) -> set[tuple[object, ...]]:
    return {
        ("Salt", via, "Joy", level, f".{tens}{ones}")
        for via, tens in ((None, 1), ("Crust", 2))
        for ones, level in enumerate(levels, 1)
    }


@pytest.mark.parametrize(
    "levels",
    [
        ("Low", "Mean", "High"),
        ("-1 SD", "Mean", "+1 SD"),
        ("Low frost (-1 SD)", "Average frost", "High frost (+1 SD)"),
        ("16th percentile", "50th percentile", "84th percentile"),
    ],
)
def test_effects_drawn_along_the_top_hold_at_the_levels_down_the_side(levels: tuple[str, str, str]) -> None:
    found = read(ALONG.format(*levels), "Conditional effects")
    assert {x[:5] for x in told(found)} == of_both(*levels)
    assert {(p.value.via, p.value.effect) for p in found.paths} == {(None, "direct"), ("Crust", "indirect")}
    assert {(p.value.se, p.value.p) for p in found.paths if p.value.group == levels[0]} == {
        (".04", ".006"),
        (".05", "<.001"),
    }


@pytest.mark.parametrize("row", ["Difference", "High – low", "Index of moderated mediation", "Contrast"])
def test_a_difference_below_such_levels_is_none_of_them(row: str) -> None:
    table = ALONG.format("Low", "Mean", "High") + f"\n{row}|.02|.01|.046|.02|.01|.046"
    assert {x[:5] for x in told(read(table, "Conditional effects"))} == of_both("Low", "Mean", "High")


@pytest.mark.parametrize("head", ["Direct effect: Salt → Joy", "Effect of Salt → Joy", "Salt → Joy at levels of frost"])
def test_what_is_said_around_a_drawn_effect_along_the_top(head: str) -> None:
    table = ALONG.format("Low", "Mean", "High").replace("Salt → Joy", head, 1)
    assert {x[:5] for x in told(read(table, "Conditional effects"))} == of_both("Low", "Mean", "High")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Low", "Oven"),
        ("Salt → Joy", "Salt and joy"),
        ("Salt → Crust → Joy", "Calm"),
    ],
)
def test_rows_that_are_no_levels_or_columns_that_draw_nothing_are_left(old: str, new: str) -> None:
    table = ALONG.format("Low", "Mean", "High").replace(old, new, 1)
    assert not {p.value.group for p in read(table, "Conditional effects").paths} & {"Low", "Mean", "High"}


def test_one_level_alone_is_not_read() -> None:
    table = "|Salt → Joy|<|<\nFrost|B|SE|p\nLow|.11|.04|.006"
    assert not read(table, "Conditional effects").paths


@pytest.mark.parametrize(
    ("direct", "indirect"),
    [
        ("Salt → Joy direct effect", "Salt → Crust → Joy indirect effect"),
        ("Salt → Joy effect", "Salt → Crust → Joy conditional indirect effects"),
        ("Salt → Joy Conditional direct effects", "Salt → Crust → Joy Effect"),
        ("Salt → Joy total effects", "Salt → Crust → Joy conditional effects"),
    ],
)
def test_the_sort_of_a_drawn_effect_along_the_top_is_no_part_of_its_outcome(direct: str, indirect: str) -> None:
    table = ALONG.format("Low", "Mean", "High").replace("Salt → Joy", direct).replace("Salt → Crust → Joy", indirect)
    found = read(table, "Conditional effects")
    assert {x[:5] for x in told(found)} == of_both("Low", "Mean", "High")
    assert {(p.value.via, p.value.effect) for p in found.paths} == {(None, "direct"), ("Crust", "indirect")}


@pytest.mark.parametrize("outcome", ["Network effects", "Warm effects"])
def test_effects_of_a_name_that_are_of_no_sort_are_an_outcome(outcome: str) -> None:
    found = read(ALONG.format("Low", "Mean", "High").replace("→ Joy", f"→ {outcome}"), "Conditional effects")
    assert {p.value.to for p in found.paths} == {outcome}


@pytest.mark.parametrize(
    ("direct", "indirect"),
    [
        ("盐→喜悦的直接效应", "盐→面包→喜悦的间接效应"),
        ("盐→喜悦效应", "盐→面包→喜悦的中介效应"),
        ("盐→喜悦直接效应", "盐→面包→喜悦条件间接效应值"),
    ],
)
def test_the_sort_of_a_drawn_effect_in_chinese_is_no_part_of_its_outcome(direct: str, indirect: str) -> None:
    table = ALONG.format("Low", "Mean", "High").replace("Salt → Joy", direct).replace("Salt → Crust → Joy", indirect)
    found = read(table, "Conditional effects")
    assert {(p.value.from_, p.value.via, p.value.to) for p in found.paths} == {
        ("盐", None, "喜悦"),
        ("盐", "面包", "喜悦"),
    }


@pytest.mark.parametrize("name", ["High-rise bakery", "Low-cost oven", "Middle school", "high-street bakery"])
def test_a_variable_that_begins_like_a_level_is_a_predictor(name: str) -> None:
    found = read(f"Predictor|B|SE\nSalt|0.31|0.05\n{name}|0.12|0.04\nRye|0.22|0.06", "Regression of joy")
    assert [p.value.from_ for p in found.paths] == ["Salt", name, "Rye"]


@pytest.mark.parametrize(
    "coding", ["(ref. day work)", "(reference group: day work)", "(vs. day work)", "(dummy)", "(1 = yes)"]
)
def test_how_a_predictor_was_coded_is_no_part_of_its_name(coding: str) -> None:
    found = read(f"Predictor|B|SE\nSalt|0.31|0.05\nNight work {coding}|0.12|0.04\nRye|0.22|0.06", "Regression of joy")
    assert [p.value.from_ for p in found.paths] == ["Salt", "Night work", "Rye"]


def test_a_level_with_its_counterpart_is_no_predictor() -> None:
    found = read("Predictor|B|SE\nSalt|0.31|0.05\nHigh-rise|0.12|0.04\nLow-rise|0.22|0.06", "Regression of joy")
    assert [p.value.from_ for p in found.paths] == ["Salt"]
