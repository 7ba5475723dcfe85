"""Headings, relations, verdicts and notes in the words papers use."""

import pytest

from evidence.read.tables.header import grouped, heading, is_qualifier, is_threshold, sequence, statistic
from evidence.read.tables.legend import legend
from evidence.read.tables.panel import panels
from evidence.read.tables.relations import hypothesis_label, relation, verdict
from evidence.read.tables.view import named
from tests.read.tables.invented import edges, fits, read, reliability, source

SYNONYMS = {
    "beta": "β|Beta|Std. Beta|Path coefficient|Path Coefficient (β)|Standardized Estimate|Standardised coefficient|Original sample (O)|路径系数",
    "b": "Unstd.|Unstandardized Coefficients B|B|Unstandardized estimate|非标准化系数",
    "coef": "Estimate|Coefficient|Coeff.|Effect|Parameters|效应值",
    "se": "S.E.|SE|Std. Error|Standard error|BootSE|Boot SE|标准误",
    "sd": "SD|S.D.|Std. deviation|Standard deviation (STDEV)",
    "t": "t|t-value|T Statistics (|O/STDEV|)|Critical Ratio|T-stat|t statistic",
    "z": "z|Z-value|z-score",
    "p": "p|p-value|P Values|Sig.|Significance|p (2-tailed)",
    "ci_lo": "LLCI|Boot LLCI|2.5%|Lower|95% CI Lower|Lower bound",
    "ci_hi": "ULCI|Boot ULCI|97.5%|Upper|95% CI Upper|Upper limit",
    "ci": "95% CI|CI|95% confidence interval|Confidence intervals",
    "alpha": "Cronbach's Alpha|Cronbach’s α|α|Cronbach alpha|Alpha|Cronbach's alpha (>0.7)|Coefficient alpha|CA",
    "cr": "CR|C.R.|Composite reliability|Composite Reliability (CR)|Construct reliability|CR (above 0.6)|ρc|组合信度",
    "ave": "AVE|Average Variance Extracted|Average variance extracted (AVE)|AVE (>0.5)|Variance extracted",
    "rho_a": "rho_A|Dijkstra-Henseler's rho",
    "loading": "Loading|Factor loadings|Standardized factor loading|Outer loadings|λ|因子载荷",
    "chi2": "χ²|Chi-square|X2|χ2 value|CMIN",
    "chi2_df": "χ²/df|χ2/d.f.|CMIN/DF|Chi-square/df|X² / df|Normed chi-square|Chi square degree of freedom ratio",
    "df": "df|d.f.|Degrees of freedom",
    "rmsea": "RMSEA|Root mean square error of approximation",
    "tli": "TLI|NNFI|TLI (NNFI)|Tucker-Lewis index",
    "threshold": "Recommended value|Threshold|Cut-off|Criterion|Acceptable level|参考值|Suggested value",
    "verdict": "Result|Supported?|Decision|Conclusion|Support|Hypothesis supported|假设结果|Remarks",
    "relation": "Relationship|Paths|Hypothesized path|路径关系|Structural path",
    "hypothesis": "Hypothesis|H|Hypotheses|研究假设|Hyp.",
    "r2": "R²|R2|R-squared|R square",
    "vif": "VIF|Inner VIF values",
    "difference": "Difference|Δχ²|Chi-squared difference|p-value for difference",
}


@pytest.mark.parametrize(("name", "texts"), SYNONYMS.items())
def test_statistics_by_all_their_names(name: str, texts: str) -> None:
    texts = texts.replace("(|O/STDEV|)", "(¦O/STDEV¦)")
    for text in texts.split("|"):
        assert statistic(text.replace("¦", "|")) == name, text


@pytest.mark.parametrize("text", ["Trust", "Perceived usefulness", "Repeaters", "", "PU", "Brand image", "x" * 200])
def test_names_are_no_statistics(text: str) -> None:
    assert statistic(text) is None


def test_headings_of_two_statistics() -> None:
    assert heading("β (t-value)").statistics == ("beta", "t")
    assert heading("Mean ± SD").statistics == ("mean", "sd")
    assert heading("χ2 (df)").statistics == ("chi2", "df")
    assert heading("χ2 (p)").statistics == ("chi2", "p")
    assert heading("RMSEA [90% CI]").statistics == ("rmsea", "ci")
    assert heading("Trust").statistics == ()


def test_fused_headings() -> None:
    assert sequence("Table 2. Regression of loyalty (N = 312) β SE t") == ("beta", "se", "t")
    assert sequence("X² IdfSRMR") == ("chi2_df", "srmr")
    assert sequence("Mean Minimum Maximum") == ("mean", "min", "max")


def test_groups_in_headings() -> None:
    assert grouped("Male β") == ("beta", "Male")
    assert grouped("β Repeaters") == ("beta", "Repeaters")
    assert grouped("t-value (Female)") == ("t", "Female")
    for text in (
        "Cronbach's alpha",
        "AVE (above 0.5)",
        "Path coefficient",
        "Mean Minimum Maximum",
        "CR (composite reliability)",
    ):
        assert grouped(text) is None, text


def test_qualifiers() -> None:
    assert is_qualifier("Model 2") == "model"
    assert is_qualifier("Repeaters (n=107)") == "group"
    assert is_qualifier("Trust") is None
    assert is_threshold("Recommended value")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("H1: SUB → IU", ("SUB", "IU")),
        ("BI <--- PU", ("PU", "BI")),
        ("PU ---> BI", ("PU", "BI")),
        ("PU -> BI", ("PU", "BI")),
        ("A \\rightarrow B", ("A", "B")),
        ("A ⇒ B", ("A", "B")),
        ("γ11: Trust→Loyalty", ("Trust", "Loyalty")),
        ("BI ← PU", ("PU", "BI")),
    ],
)
def test_arrows(text: str, ends: tuple[str, str]) -> None:
    found = relation(text.replace("γ11: ", "") if text.startswith("BI") else text)
    assert found is not None
    assert (found.source, found.target) == ends
    assert found.sure


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Bread quality towards morning joy", ("Bread quality", "morning joy")),
        ("Trust to loyalty", ("Trust", "loyalty")),
        ("Trust positively affects loyalty", ("Trust", "loyalty")),
        ("Trust has a significant positive effect on loyalty", ("Trust", "loyalty")),
        ("The effect of trust on loyalty", ("trust", "loyalty")),
        ("Friends - attitude", ("Friends", "attitude")),
        ("Bread use and morning joy", ("Bread use", "morning joy")),
        ("PU-BI", ("PU", "BI")),
    ],
)
def test_relations_in_words_only_where_announced(text: str, ends: tuple[str, str]) -> None:
    assert relation(text) is None
    found = relation(text, announced=True)
    assert found is not None
    assert (found.source, found.target) == ends


def test_other_shapes_of_relations() -> None:
    assert relation("A → M1 → M2 → B").via == ("M1", "M2")  # type: ignore[union-attr]
    assert relation("A → M1 → B").kind == "indirect"  # type: ignore[union-attr]
    assert relation("A × B → C").kind == "interaction"  # type: ignore[union-attr]
    assert relation("A <-> B").kind == "covariance"  # type: ignore[union-attr]
    assert relation("Trust - satisfaction - loyalty", announced=True).via == ("satisfaction",)  # type: ignore[union-attr]
    for text in ("Trust", "EV us EC", "p < 0.05", "12 → 13", "self-efficacy", ""):
        assert relation(text) is None, text
    assert relation("A → B ← C") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("H1", "H1"),
        ("H1b-1: A → B", "H1b-1"),
        ("НЗЬ", "H3b"),
        ("Hla", "H1a"),
        ("H3 a: X", "H3a"),
        ("Hypothesis 2a: X", "H2a"),
        ("(H4)", "H4"),
        ("H5 (+) A → B", "H5"),
        ("H: A → B", "H"),
        ("Household income", None),
        ("Trust", None),
        ("", None),
    ],
)
def test_hypothesis_labels(text: str, label: str | None) -> None:
    assert hypothesis_label(text)[0] == label


def test_verdicts() -> None:
    for text in ("Supported", "Yes", "Accepted", "Significant", "支持", "H1 supported", "✓", "Diterima"):
        assert verdict(text) == "supported", text
    for text in ("Not supported", "No", "Rejected", "Not significant", "unsupported", "不支持", "n.s.", "Ditolak"):
        assert verdict(text) == "not supported", text
    assert verdict("Partially supported") == "partially supported"
    for text in ("***", "-", "0.45", "", "Strong"):
        assert verdict(text) is None, text


def test_stars_and_meanings_in_notes() -> None:
    assert legend("*p < 0.05; **p < 0.01; ***p < 0.001").stars == {"*": "0.05", "**": "0.01", "***": "0.001"}
    assert legend("** Correlation is significant at the 0.01 level (2-tailed).").stars == {"**": "0.01"}
    assert legend("Note: ** Significant at the 1% significance level").stars == {"**": "1%"}
    assert legend("Note. BT = bread trust, MJ = morning joy").meanings == {
        "BT": "bread trust",
        "MJ": "morning joy",
    }


def test_what_stands_on_and_beside_the_diagonal() -> None:
    found = legend(
        "AVE is shown on the diagonal, correlations are shown above the diagonal, squared correlations below the diagonal."
    )
    assert (found.diagonal, found.above, found.below) == ("ave", "correlation", "squared")
    found = legend("Square roots of AVE are on the diagonal; HTMT ratios above the diagonal.")
    assert (found.diagonal, found.above) == ("sqrt_ave", "htmt")
    assert legend("Standard errors in parentheses").in_brackets == "se"
    assert legend("t-values are in brackets").in_brackets == "t"
    assert legend("Items in parentheses").in_brackets is None


def test_names_with_abbreviations() -> None:
    assert named("Bread gap (BGap)") == ("Bread gap", "BGap")
    assert named("Chores (Mean = 2.5)") == ("Chores", None)
    assert named("2. Trust") == ("Trust", None)
    assert named("ITI (1)") == ("ITI", None)
    assert named("Trust (seller)") == ("Trust (seller)", None)
    assert named("Verification (VER)") == ("Verification", "VER")
    assert named("Standard error (SE)") == ("Standard error (SE)", None)
    assert named("Factor: Bread joy") == ("Bread joy", None)
    assert named("Factor trust") == ("Factor trust", None)
    assert named("Factor:trust") == ("Factor:trust", None)


def test_arrows_of_symbol_fonts_and_what_becomes_of_them() -> None:
    assert relation("PU \uf0e0 BI") is not None
    for text in ("PU à BI", "PU ® BI", "Trust ! Joy", "PU > BI", "PU » BI"):
        assert relation(text) is None, text
        assert relation(text, announced=True) is not None, text


def test_labels_and_headings_in_mathematics() -> None:
    for text in ("$\\mathrm { H } _ { 1 a }$", "H_{1a}: A → B", "H1(a): A → B", "H 1 a"):
        assert hypothesis_label(text)[0] == "H1a", text
    for text, name in (
        ("$\\chi ^ { 2 } / d f$", "chi2_df"),
        ("$S R M R$", "srmr"),
        ("$R ^ { 2 }$", "r2"),
        ("β<sup>a</sup>", "beta"),
        ("SE<br>(boot)", "se"),
    ):
        assert statistic(text) == name, text


def test_headings_that_lost_their_spaces_or_a_letter() -> None:
    for text, name in (
        ("Compositereliability", "cr"),
        ("Averagevarianceextracted", "ave"),
        ("Pathcoefficient", "beta"),
        ("Explainedby", "from"),
        ("Expectedeffects", "sign"),
        ("Posteriormean", "coef"),
        ("StandardError", "se"),
        ("Chronbach's alpha", "alpha"),
        ("Indirect efect", "indirect"),
        ("Path coefcient", "beta"),
        ("Coe cient", "coef"),
        ("95% confdence interval", "ci"),
        ("Signi cance", "p"),
    ):
        assert statistic(text) == name, text
    for text in ("Perceivedusefulness", "Satisfaction", "Responsiveness"):
        assert statistic(text) is None, text


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Crust joy (CJ), Cronbach’s α = .86", ("Crust joy", "CJ")),
        ("Crust joy, Cronbach's alpha coefficient = 0.86", ("Crust joy", None)),
        ("Crust joy – composite reliability (CR): .88", ("Crust joy", None)),
        ("Crust joy (McDonald’s ω = .90)", ("Crust joy", None)),
        ("Crust joy: eigenvalue = 3.2", ("Crust joy", None)),
        ("Oven reliability (α = .80)", ("Oven reliability", None)),
        ("Perceived reliability", ("Perceived reliability", None)),
        ("Internal consistency", ("Internal consistency", None)),
    ],
)
def test_figures_of_a_construct_behind_its_name_are_no_part_of_it(heading: str, name: tuple[str, str | None]) -> None:
    assert named(heading) == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Corroborated", "supported"),
        ("Not corroborated", "not supported"),
        ("Disconfirmed", "not supported"),
        ("Upheld", "supported"),
        ("Retained", "supported"),
        ("Supported in part", "partially supported"),
        ("Partly upheld", "partially supported"),
        ("Supported for the young only", "partially supported"),
        ("supported only among bakers", "partially supported"),
        ("Confirmed in Spain only.", "partially supported"),
        ("Supported for the young", None),
        ("Supported only", None),
        ("Not supported for the young only", None),
        ("Kabul edildi", "supported"),
        ("Suportada", "supported"),
        ("Se rechaza", "not supported"),
        ("Holding", "supported"),
        ("Income", None),
        ("Discount", None),
        ("Reduction", None),
    ],
)
def test_verdicts_in_many_words(text: str, said: str | None) -> None:
    assert verdict(text) == said


@pytest.mark.parametrize(
    "construct", ["Time pressure", "Initial trust", "Group cohesion", "Study skills", "Final exam joy", "Role model"]
)
def test_a_construct_is_no_part_of_the_sample_and_no_model(construct: str) -> None:
    assert is_qualifier(construct) is None
    found = read(
        f"#Predictor|{construct}|Joy\nCrust|.31**|.21*\nSalt|.12*|.33**\nRye|.22*|.11", "Standardized coefficients"
    )
    assert ("Crust", construct, ".31", None) in edges(found)


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("Time 2", "group"),
        ("Time", "group"),
        ("Study 2", "group"),
        ("Group of boys", "group"),
        ("Initial", "model"),
        ("Initial model", "model"),
        ("Final loading", "model"),
        ("Revised measurement model", "model"),
    ],
)
def test_a_heading_that_sets_values_apart_is_no_construct(heading: str, what: str) -> None:
    assert is_qualifier(heading) == what


@pytest.mark.parametrize("construct", ["Acceptance", "Requirements", "Ideal", "Recommendation"])
def test_a_heading_over_coefficients_is_a_construct_and_no_limit(construct: str) -> None:
    found = read(
        f"#Predictor|{construct}|Joy\nCrust|.31**|.21*\nSalt|.12*|.33**\nRye|.22*|.11", "Standardized coefficients"
    )
    assert ("Crust", construct, ".31", None) in edges(found)


@pytest.mark.parametrize("heading", ["Acceptance", "Recommendation", "Ideal", "Guidelines"])
def test_a_heading_over_bounds_is_a_limit(heading: str) -> None:
    table = f"#Index|{heading}|Value\nCFI|> .90|.95\nTLI|> .90|.94\nRMSEA|< .08|.05"
    assert fits(read(table, "Fit of the model")) == [{"cfi": ".95", "tli": ".94", "rmsea": ".05"}]
    (panel,) = panels(source(f"#Construct|Alpha|{heading}\nCrust|.81|> .70\nSalt|.84|> .70").grids[0])
    assert panel.columns[2].statistics == ("threshold",)


@pytest.mark.parametrize("heading", ["Acceptance level", "Recommended value", "Values of acceptance", "Ideal range"])
def test_limits_that_are_named_as_values_need_no_bounds(heading: str) -> None:
    table = f"#Index|{heading}|Value\nCFI|.90|.95\nTLI|.90|.94\nRMSEA|.08|.05"
    assert fits(read(table, "Fit of the model")) == [{"cfi": ".95", "tli": ".94", "rmsea": ".05"}]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Age (years)", ("Age", None)),
        ("Use (hours a day)", ("Use", None)),
        ("Use (in minutes per week)", ("Use", None)),
        ("Share (%)", ("Share", None)),
        ("年龄 (岁)", ("年龄", None)),
        ("Loaf number (ln)", ("Loaf number (ln)", None)),
        ("Bread (3 years)", ("Bread (3 years)", None)),
        ("Job years (JY)", ("Job years", "JY")),
    ],
)
def test_a_unit_behind_a_name_is_no_part_of_it(label: str, name: tuple[str, str | None]) -> None:
    assert named(label) == name


@pytest.mark.parametrize("heading", ["标准载荷", "标准负荷量", "标准化因子载荷"])
def test_a_standard_loading_in_chinese(heading: str) -> None:
    assert statistic(heading) == "loading"
    assert statistic("标准值") == "threshold"


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("ρv", "ave"),
        ("ρ_v", "ave"),
        ("ρvc", "ave"),
        ("Average variance extracted (ρv)", "ave"),
        ("Variance extracted ρ", "ave"),
        ("ρc", "cr"),
        ("ρ_A", "rho_a"),
        ("Cronb. α", "alpha"),
        ("Cronb α", "alpha"),
        ("SE/Boot SE", "se"),
        ("S.E. / bootstrap SE", "se"),
        ("[95% CI]", "ci"),
        ("Criterion", "threshold"),
        ("Recommended criteria", "threshold"),
        ("Quality criteria", None),
        ("Crons", None),
    ],
)
def test_statistics_in_their_shorter_words(heading: str, meant: str | None) -> None:
    assert statistic(heading) == meant


def test_quality_criteria_over_their_columns_are_no_limits() -> None:
    found = read("#Scale|Quality criteria|<|<\n#^|α|CR|AVE\nSalt|.81|.85|.61\nJoy|.88|.90|.66", "Reliability")
    assert reliability(found) == {("Salt", ".81", ".85", ".61"), ("Joy", ".88", ".90", ".66")}


@pytest.mark.parametrize(
    ("head", "statistics"),
    [
        ("Oven heat (X2)", ()),
        ("Oven Control System (X2)", ()),
        ("Chi-square (X2)", ("chi2",)),
        ("Test of fit (X2)", ("chi2",)),
        ("Pearson (X2)", ("chi2",)),
        ("Yuan-Bentler scaled (X2)", ("chi2",)),
        ("X2", ("chi2",)),
        ("X2 (df)", ("chi2", "df")),
    ],
)
def test_the_second_of_several_variables_is_no_chi_square(head: str, statistics: tuple[str, ...]) -> None:
    assert heading(head).statistics == statistics
