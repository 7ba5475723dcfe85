"""Stars of correlations, shapes of distributions and cross-loadings from invented tables."""

import pytest

from evidence.read.tables.glyphs import is_product, plain, times_meant
from tests.read.tables.invented import read

_STARRED = "|1|2|3\n1. Trust|1||\n2. Risk|-.31**|1|\n3. Loyalty|.42***|-.05|1"
_PLAIN = _STARRED.replace("*", "")


def test_stars_stand_cell_by_cell_beside_the_correlations() -> None:
    (found,) = read(_STARRED, "Correlations", "** p < .01, *** p < .001").correlations
    assert found.value.lower == (("1",), ("-.31", "1"), (".42", "-.05", "1"))
    assert found.value.stars == ((None,), ("**", None), ("***", "", None))


def test_a_table_without_stars_says_nothing_of_them() -> None:
    (found,) = read(_PLAIN, "Correlations").correlations
    assert found.value.stars == ()


def test_skewness_and_kurtosis_beside_means_or_under_a_matrix() -> None:
    beside = read(
        "Variable|Mean|SD|Skewness|Kurtosis\nTrust|3.61|0.93|-0.71|0.12\nRisk|2.20|1.01|0.44|−0.30", "Descriptives"
    )
    assert [(d.value.name, d.value.skew, d.value.kurtosis) for d in beside.descriptives] == [
        ("Trust", "-0.71", "0.12"),
        ("Risk", "0.44", "-0.30"),
    ]
    under = read(
        f"{_PLAIN}\nM|3.6|2.2|3.9\nSD|0.9|1.0|0.8\nSkewness|-0.7|0.4|-0.9\nKurtosis|0.1|-0.3|1.2", "Correlations"
    )
    assert [(d.value.mean, d.value.skew, d.value.kurtosis) for d in under.descriptives] == [
        ("3.6", "-0.7", "0.1"),
        ("2.2", "0.4", "-0.3"),
        ("3.9", "-0.9", "1.2"),
    ]


def test_cross_loadings_by_the_names_along_the_top() -> None:
    table = "||Trust|Loyalty\nTrust|TR1|0.81|0.31\n^|TR2|0.55|0.64\nLoyalty|LY1|0.33|0.79\n^|LY2|0.30|0.80"
    rows = {x.item: x for c in read(table, "Cross loadings").constructs for x in c.value.loadings}
    assert {item: (x.loading, x.cross) for item, x in rows.items()} == {
        "TR1": ("0.81", {"Loyalty": "0.31"}),
        "TR2": ("0.55", {"Loyalty": "0.64"}),
        "LY1": ("0.79", {"Trust": "0.33"}),
        "LY2": ("0.80", {"Trust": "0.30"}),
    }


def test_a_p_beside_the_difference_of_two_models_is_of_the_difference() -> None:
    table = "Model|χ²|df|CFI|Δχ²|Δdf|p|ΔCFI\nConfigural|210.40|96|.962||||\nMetric|222.10|104|.960|11.70|8|.165|-.002"
    free, bound = (f.value for f in read(table, "Measurement invariance").fit)
    assert (free.chi2, free.delta, free.p) == ("210.40", {}, None)
    assert bound.delta == {"chi2": "11.70", "df": "8", "p": ".165", "cfi": "-.002"}
    assert (bound.chi2, bound.df, bound.p) == ("222.10", "104", None)
    (alone,) = read("Model|χ²|df|p|CFI\nCFA|110.3|96|.150|.98", "Model fit").fit
    assert (alone.value.p, alone.value.delta) == (".150", {})


def test_what_a_step_of_a_regression_adds() -> None:
    table = "|Model 1|Model 2\nAge|.10*|.08\nTrust||.31***\nR²|.120|.210\nAdj. R²|.115|.200\nΔR²||.090***\nF|20.1***|22.4***"
    for change, f in (
        ("ΔR²", "ΔF"), ("R² change", "F change"), ("Change in R2", "∆F"),
        ("ΔR²", "F of change"), ("ΔR²", "F of the change"), ("ΔR²", "Change in F"), ("ΔR²", "F for change in R²"),
    ):  # fmt: skip
        rows = f"{table}\n{f}||22.44***".replace("ΔR²", change)
        one, two = (s.value for s in read(rows, "Hierarchical regression predicting loyalty").structural)
        assert (one.model, one.r2, one.r2_change, one.f_change) == ("Model 1", ".120", None, None)
        assert (two.model, two.r2, two.r2_change, two.f_change, two.f) == ("Model 2", ".210", ".090", "22.44", "22.4")
        found = read(rows, "Hierarchical regression predicting loyalty")
        assert {p.value.from_ for p in found.paths} == {"Age", "Trust"}


def test_necessary_conditions_of_an_outcome_and_of_its_absence() -> None:
    table = (
        "Condition|High loyalty|<|~ High loyalty|<\n|Consistency|Coverage|Consistency|Coverage\n"
        "Trust|.80|.75|.60|.41\nNot trust|.45|.52|.66|.70\nNote|||1.20|"
    )
    high, low = (f.value for f in read(table, "Analysis of necessary conditions").fsqca)
    assert (high.outcome, low.outcome) == ("High loyalty", "~ High loyalty")
    assert [(n.condition, n.consistency, n.coverage) for n in high.necessity] == [
        ("Trust", ".80", ".75"),
        ("~trust", ".45", ".52"),
    ]
    assert [n.coverage for n in low.necessity] == [".41", ".70"]
    assert not read(table, "Sufficient configurations: truth table").fsqca or not high.configs


def test_anchors_of_calibration_in_any_order() -> None:
    for table in (
        "Set|Fully in|Crossover point|Fully out\nTrust|6.5|4.5|2.0\nRisk|6.0|4.0|1.5",
        "Set|Full non-membership (5%)|Crossover (50%)|Full membership (95%)\nTrust|2.0|4.5|6.5\nRisk|1.5|4.0|6.0",
    ):
        (found,) = read(table, "Calibration of the sets").fsqca
        assert [(c.condition, c.full_in, c.crossover, c.full_out) for c in found.value.calibration] == [
            ("Trust", "6.5", "4.5", "2.0"),
            ("Risk", "6.0", "4.0", "1.5"),
        ]
    assert not read("Set|Fully in|Fully in|Fully out\nTrust|6.5|4.5|2.0", "Calibration").fsqca


def test_vif_and_tolerance_where_the_outcome_is_named() -> None:
    told = read(
        "Predictor|B|Tolerance|VIF\n(Constant)|1.2||\nTrust|.31|.467|2.14\nPerceived risk|-.11|.81|1.23",
        "Collinearity statistics",
        "a. Dependent variable: Loyalty",
    )
    (equation,) = (s.value for s in told.structural)
    assert (equation.outcome, equation.vif) == ("Loyalty", {"Trust": "2.14", "Perceived risk": "1.23"})
    assert equation.tolerance == {"Trust": ".467", "Perceived risk": ".81"}
    stated = read("Path|VIF\nTrust -> Loyalty|1.63\nRisk -> Loyalty|1.70\nLoyalty -> Use|1.00", "Inner VIF values")
    assert [(s.value.outcome, s.value.vif) for s in stated.structural] == [
        ("Loyalty", {"Trust": "1.63", "Risk": "1.70"}),
        ("Use", {"Loyalty": "1.00"}),
    ]


def test_vif_of_items_or_of_unnamed_outcomes_is_left() -> None:
    assert not read("Item|VIF\nTR1|1.9\nTR2|2.0\nLY1|1.5", "Outer VIF. Dependent variable: Loyalty").structural
    assert not read("Construct|VIF\nTrust|1.9\nRisk|2.0", "Collinearity").structural


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("_R_2", "R2"),
        ("*R*2", "R2"),
        ("Δ*R*²", "ΔR²"),
        ("_F_(3, 180)", "F(3, 180)"),
        ("a_b_2", "a_b_2"),
        ("joy_a_2", "joy_a_2"),
    ],
)
def test_a_letter_set_apart_from_its_figure(written: str, shown: str) -> None:
    assert plain(written) == shown


@pytest.mark.parametrize("product", ["脆度x 香气", "脆度 x 香气", "脆度X香气"])
def test_a_product_of_chinese_names(product: str) -> None:
    assert is_product(product)
    assert times_meant(product) == "脆度 × 香气"
    found = read(f"变量|β|t\n脆度|.31|4.1\n香气|.21|3.1\n{product}|.22|3.2", "回归分析结果；因变量：喜悦")
    (made,) = (p.value for p in found.paths if p.value.effect == "interaction")
    assert (made.from_, made.to) == ("脆度 × 香气", "喜悦")
    found = read(f"From|To|β|t\n脆度|喜悦|.31|4.1\n香气|喜悦|.21|3.1\n{product}|喜悦|.22|3.2", "Path coefficients")
    assert [p.value.effect for p in found.paths] == ["direct", "direct", "interaction"]


def test_a_letter_x_within_a_name_is_no_product() -> None:
    assert not is_product("Mixed rye")
    assert times_meant("Oven x 脆度") == "Oven x 脆度"
