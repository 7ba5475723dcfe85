"""What no heading says: numbers beside and under coefficients, whose numbers a column holds, what is no predictor."""

import pytest

from evidence.read.compose import Composer, RawCell
from tests.read.tables.invented import edges, paths, read


def _beside(found: object, what: str) -> list[str | None]:
    return [getattr(p.value, what) for p in found.paths]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("opened", "closed"), [(" (", ")"), (" / ", "")])
def test_a_standard_error_is_known_by_the_stars(opened: str, closed: str) -> None:
    cells = [("0.31**", "0.10"), ("0.24***", "0.05"), ("0.08", "0.06")]
    rows = "\n".join(
        f"{name}|{b}{opened}{se}{closed}" for name, (b, se) in zip(("Humour", "Salt", "Age"), cells, strict=True)
    )
    found = read(f"Predictor|Model A\n{rows}\nR2|.21", "Linear models of joy")
    assert _beside(found, "se") == ["0.10", "0.05", "0.06"]
    assert _beside(found, "stat") == [None] * 3


def test_a_t_value_is_known_by_the_stars_or_by_its_size() -> None:
    starred = read("Predictor|Model A\nHumour|.31** (3.10)\nSalt|.24** (2.90)\nAge|.08 (1.10)", "Regression of joy")
    assert _beside(starred, "stat") == ["3.10", "2.90", "1.10"]
    plain = read(
        "Path|Estimate\nHumour → Joy|.31 (6.83)\nSalt → Joy|.24 (3.00)\nAge → Joy|.06 (0.86)", "Path coefficients"
    )
    assert _beside(plain, "stat") == ["6.83", "3.00", "0.86"]


def test_where_two_readings_stay_possible_none_is_taken() -> None:
    found = read("Predictor|Model A\nHumour|.04* (.02)\nSalt|.03* (.015)\nAge|.01 (.06)", "Regression of joy")
    assert _beside(found, "se") == [None] * 3
    assert _beside(found, "p") == [None] * 3


def test_errors_under_the_coefficients_are_known_too() -> None:
    table = "|(1)|(2)\n|Joy|Trust\nHumour|0.21***|0.16**\n|(0.04)|(0.05)\nSalt|0.03|0.12**\n|(0.03)|(0.04)\nObservations|811|811"
    found = read(table, "OLS estimates")
    assert _beside(found, "se") == ["0.04", "0.05", "0.03", "0.04"]


def test_columns_of_different_samples_are_groups_where_the_caption_names_the_outcome() -> None:
    table = (
        "|(1) Bakers|(2) Millers\nHumour|-0.20 (0.05)***|-0.16 (0.05)**\nSalt|0.31 (0.05)***|0.22 (0.05)***\nN|346|281"
    )
    assert {(g, t) for _, t, _, g in edges(read(table, "OLS regressions of joy"))} == {
        ("Bakers", "joy"),
        ("Millers", "joy"),
    }
    same = table.replace("281", "346").replace("Bakers", "Pride").replace("Millers", "Calm")
    assert {t for _, t, _, _ in edges(read(same, "OLS regressions of joy"))} == {"Pride", "Calm"}  # outcomes


def test_means_beside_a_regression_are_those_of_its_predictors() -> None:
    found = read(
        "Predictor|M|SD|b|SE b|β\nHumour|2.41|0.73|0.24|0.06|.26\nSalt|2.87|0.64|0.32|0.07|.30", "Regression on joy"
    )
    assert _beside(found, "se") == ["0.06", "0.07"]


def test_variance_components_are_no_predictors() -> None:
    table = "|Model A|Model B\nIntercept|2.91 (0.05)***|2.90 (0.05)***\nHumour|0.31 (0.04)***|0.30 (0.04)***\nClass-level variance|0.07|0.05\nDeviance|2794.6|2771.3"
    found = read(table, "Two-level models of joy")
    assert {p.value.from_ for p in found.paths} == {"Humour"}
    assert {p.value.model for p in found.paths} == {"Model A", "Model B"}


def test_a_criterion_beside_its_predictor_is_what_is_predicted() -> None:
    found = read("Predictor|Criterion|Estimate|S.E.\nHumour|Joy|0.28|0.06\nJoy|Trust|-0.40|0.05", "Regression weights")
    assert paths(found) == {(None, "Humour", "Joy", "0.28", None, None), (None, "Joy", "Trust", "-0.40", None, None)}


@pytest.mark.parametrize("mark", ["n.s.", " n.s.", "ns", " (n.s.)"])
def test_a_coefficient_without_significance_stands(mark: str) -> None:
    found = read(
        f"Path|Coefficient|t\nHumour → Joy|0.26***|4.46\nSalt → Joy|0.09{mark}|1.47", "Structural coefficients"
    )
    assert paths(found) >= {(None, "Salt", "Joy", "0.09", "1.47", None)}


@pytest.mark.parametrize("name", ["Social comparison", "Climate change", "Upward comparison"])
def test_names_that_speak_of_comparison_or_change_are_names(name: str) -> None:
    found = read(
        f"Predictor|coeff|se|t|p\n{name}|<|<|<|<\nHumour|.29|.04|7.25|.001\nSalt|.10|.05|2.00|.046",
        "Regressions, by outcome",
    )
    assert {p.value.to for p in found.paths} in ({name}, set())
    assert "coeff se" not in {p.value.to for p in found.paths}


def test_a_title_below_the_number_of_its_table_belongs_to_the_caption() -> None:
    composer = Composer()
    composer.block("caption", "Table 3")
    composer.block("paragraph", "Results of the regressions")
    composer.table([[RawCell("Predictor"), RawCell("β")], [RawCell("Humour"), RawCell(".31")]])
    assert composer.source().grids[0].caption == "Table 3 Results of the regressions"


def test_what_stands_beside_a_star_at_its_own_level_is_read_with_the_notes() -> None:
    table = "Predictor|Model A\nHumour|.31*** (.004)\nSalt|.10* (.07)\nAge|.02 (.45)"
    assert _beside(read(table, "Regression of joy", "* p < .10, ** p < .05, *** p < .01"), "p") == [
        ".004",
        ".07",
        ".45",
    ]
    assert _beside(read(table, "Regression of joy"), "p") == [None] * 3  # a p of .07 has no star by itself


def test_a_conversion_that_dropped_the_cell_above_the_names_moves_no_statistic() -> None:
    found = read(
        "#Construct|Spain|<|<|Chile|<|<\n#α|CR|AVE|α|CR|AVE|\nTrust|.86|.90|.70|.81|.88|.64\nJoy|.77|.86|.68|.74|.85|.66",
        "Reliability",
    )
    assert {(f.value.name, f.value.alpha, f.value.ave, f.value.group) for f in found.constructs} == {
        ("Trust", ".86", ".70", "Spain"),
        ("Trust", ".81", ".64", "Chile"),
        ("Joy", ".77", ".68", "Spain"),
        ("Joy", ".74", ".66", "Chile"),
    }


def test_names_that_ran_together_with_numbers_are_no_ends() -> None:
    found = read("Predictor|β|t\nHumour 0.214***|0.31|4.10\nSalt|0.12|1.30", "Regression of joy")
    assert [p.value.from_ for p in found.paths] == ["Salt"]
    assert [u.why for u in found.unread] == ["names and numbers ran together"]


LIMITS = "#Path|β|SE|{}\nSalt → Joy|.31|.05|.21|.41\nCrust → Joy|.12|.05|.02|.22"


@pytest.mark.parametrize(
    "head", ["95% CI|<", "95% CI|95% CI", "CI|<", "95% confidence interval|<", "Confidence interval (95%)|<"]
)
def test_one_heading_over_both_limits_of_an_interval(head: str) -> None:
    found = read(LIMITS.format(head), "Path coefficients")
    assert _beside(found, "ci_lo") == [".21", ".02"]
    assert _beside(found, "ci_hi") == [".41", ".22"]


def test_limits_under_each_of_two_outcomes() -> None:
    table = "#|Joy|<|<|Calm|<|<\n#Predictor|B|95% CI|<|B|95% CI|<\nSalt|.31|.21|.41|.11|.01|.21\nRye|.12|.02|.22|.32|.22|.42"
    found = read(table, "Regression")
    assert {(p.value.to, p.value.b, p.value.ci_lo, p.value.ci_hi) for p in found.paths} == {
        ("Joy", ".31", ".21", ".41"),
        ("Calm", ".11", ".01", ".21"),
        ("Joy", ".12", ".02", ".22"),
        ("Calm", ".32", ".22", ".42"),
    }


@pytest.mark.parametrize("head", ["95% CI|90% CI", "95% CI|99% CI"])
def test_numbers_under_the_headings_of_two_intervals_are_no_limits_of_one(head: str) -> None:
    found = read(LIMITS.format(head), "Path coefficients")
    assert _beside(found, "ci_lo") == _beside(found, "ci_hi") == [None, None]


def test_whole_intervals_under_one_heading_keep_their_limits() -> None:
    table = "#Path|β|95% CI|<\nSalt → Joy|.31|[.21, .41]|[.20, .42]\nRye → Joy|.12|[.02, .22]|[.01, .23]"
    found = read(table, "Path coefficients")
    assert (_beside(found, "ci_lo"), _beside(found, "ci_hi")) == ([".21", ".02"], [".41", ".22"])


@pytest.mark.parametrize("last", ["F (df)", "F (2, 97)", "N", "Constant"])
def test_what_is_of_the_whole_equation_is_no_predictor_beside_the_others(last: str) -> None:
    table = f"#Dependent variable|Humour|Salt|R2|{last}\nJoy|.31**|.22*|.21|12.1\nCalm|.11|.32**|.25|10.1"
    found = read(table, "Regression")
    assert {e[:3] for e in edges(found)} == {
        ("Humour", "Joy", ".31"),
        ("Salt", "Joy", ".22"),
        ("Humour", "Calm", ".11"),
        ("Salt", "Calm", ".32"),
    }


def test_two_intervals_in_four_columns_are_not_one() -> None:
    table = "#Path|β|95% CI|<|95% CI|<\nSalt → Joy|.31|.21|.41|.20|.42\nRye → Joy|.12|.02|.22|.01|.23"
    found = read(table, "Path coefficients").paths
    assert [(p.value.ci_lo, p.value.ci_hi) for p in found] == [(".21", ".41"), (".02", ".22")]
