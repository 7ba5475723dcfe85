"""More layouts: other languages, torn cells, unusual places for labels and statistics."""

from pathlib import Path

from evidence.read import read as read_paper
from tests.read.tables.invented import correlations, edges, fits, loadings, paths, read, reliability, verdicts


def test_chinese_tables() -> None:
    found = read(
        """
假设|路径|标准化路径系数|S.E.|C.R.|P|结果
H1|满意度<---信任|0.412|0.050|8.240|***|支持
H2|忠诚<---满意度|0.101|0.048|2.104|0.035|不支持""",
        "表5 路径检验结果",
    )
    assert paths(found) == {
        ("H1", "信任", "满意度", "0.412", "8.240", None),
        ("H2", "满意度", "忠诚", "0.101", "2.104", "0.035"),
    }
    assert verdicts(found) == {"H1": "supported", "H2": "not supported"}
    measured = read(
        "潜变量|题项|标准化因子载荷|Cronbach’s α|组合信度(CR)|平均方差萃取量(AVE)\n信任|TR1|0.81|0.88|0.90|0.69\n|TR2|0.85|||\n忠诚|LY1|0.79|0.84|0.87|0.63\n|LY2|0.80|||"
    )
    assert reliability(measured) == {("信任", "0.88", "0.90", "0.69"), ("忠诚", "0.84", "0.87", "0.63")}
    assert len(loadings(measured)) == 4
    fit = read("拟合指标|χ2/df|RMSEA|CFI\n拟合标准|<3|<0.08|>0.9\n实际值|2.11|0.052|0.951\n是否达标|是|是|是")
    assert fits(fit) == [{"chi2_df": "2.11", "rmsea": "0.052", "cfi": "0.951"}]
    regressed = read(
        "变量|模型1|模型2\n性别|0.05|0.04\n信任||0.41***\nR2|0.03|0.21", "表6 回归分析结果（因变量：购买意愿）"
    )
    assert edges(regressed) == {
        ("性别", "购买意愿", "0.05", "模型1"),
        ("性别", "购买意愿", "0.04", "模型2"),
        ("信任", "购买意愿", "0.41", "模型2"),
    }


def test_statements_and_verdicts_without_numbers() -> None:
    for table in (
        "Hypothesis|Statement|Result\nH1|Trust has a positive effect on loyalty|Supported\nH2|Price positively influences loyalty|Rejected",
        "Hypotheses|Results\nH1: Trust has a positive effect on loyalty|Supported\nH2: Price positively influences loyalty|Rejected",
    ):
        found = read(table, "Summary of hypotheses")
        assert {(h.value.label, h.value.from_, h.value.to, h.value.verdict) for h in found.hypotheses} == {
            ("H1", "Trust", "loyalty", "supported"),
            ("H2", "Price", "loyalty", "not supported"),
        }
        assert not found.paths


def test_labels_behind_the_relation() -> None:
    found = read(
        "Structural path|Sign|Estimate|T-ratio|Conclusion\nQuality → Joy (H1)|+|0.51|8.1|Supported\nPrice → Joy (H2)|-|-0.21|-3.1|Supported"
    )
    assert paths(found) == {
        ("H1", "Quality", "Joy", "0.51", "8.1", None),
        ("H2", "Price", "Joy", "-0.21", "-3.1", None),
    }
    apart = read(
        "Relation|Path coefficient|p|Hypothesis|Result\nPU → BI|0.31|0.001|H1|Supported\nPE → BI|0.02|0.701|H2|Not supported"
    )
    assert {p[0] for p in paths(apart)} == {"H1", "H2"}


def test_outcomes_as_headings_with_their_explained_variance() -> None:
    found = read(
        """
Predictor|β|t
Intention (R2 = 0.45)|<|<
Usefulness|0.41|6.1
Ease|0.12|2.1
Usage (R2 = 0.31)|<|<
Intention|0.55|9.9""",
        "Structural model",
    )
    assert {e[:3] for e in edges(found)} == {
        ("Usefulness", "Intention", "0.41"),
        ("Ease", "Intention", "0.12"),
        ("Intention", "Usage", "0.55"),
    }
    named = read(
        "Predictor|β|t\nLoyalty|<|<\nTrust|0.41|6.1\nPrice|0.12|2.1\nAdvocacy|<|<\nLoyalty|0.55|9.9", "Structural model"
    )
    assert {e[:3] for e in edges(named)} == {
        ("Trust", "Loyalty", "0.41"),
        ("Price", "Loyalty", "0.12"),
        ("Loyalty", "Advocacy", "0.55"),  # one heading predicts the other, so both are outcomes
    }
    apart = read(
        "Predictor|β|t\nLoyalty|<|<\nTrust|0.41|6.1\nDemographics|<|<\nLoyalty|0.55|9.9\nAge|0.12|2.1",
        "Structural model",
    )
    assert {e[:3] for e in edges(apart)} == {("Trust", "Loyalty", "0.41")}


def test_coefficients_with_statistics_in_the_row_below() -> None:
    found = read(
        "Path|Coefficient\nPU → BI|0.45***\n|(6.32)\nPE → BI|0.02\n|(0.31)", "Results", "t-values in parentheses"
    )
    assert [(p.value.beta, p.value.stat) for p in found.paths] == [("0.45", "6.32"), ("0.02", "0.31")]
    large = read("Path|Coefficient\nPU → BI|0.45***\n|(6.32)\nPE → BI|0.22\n|(3.31)")
    assert [p.value.stat for p in large.paths] == ["6.32", "3.31"]


def test_groups_with_statistics_below_and_the_size_of_their_difference() -> None:
    for heading in ("¦Δβ¦", "¦β1 − β2¦", "Difference"):
        found = read(
            f"Path|Bakers (n = 90)|Millers (n = 80)|{heading}|p (MGA)\n"
            "PU → BI|0.45***|0.31**|0.14|0.20\n|(6.32)|(2.71)||\nPE → BI|0.02|-0.18*|0.20|0.31\n|(0.31)|(2.11)||",
            "Comparison of groups",
            "t-values in parentheses. * p < 0.05, ** p < 0.01, *** p < 0.001",
        )
        assert [(p.value.group, p.value.beta, p.value.stat) for p in found.paths] == [
            ("Bakers (n = 90)", "0.45", "6.32"),
            ("Millers (n = 80)", "0.31", "2.71"),
            ("Bakers (n = 90)", "0.02", "0.31"),
            ("Millers (n = 80)", "-0.18", "2.11"),
        ]


def test_the_size_of_a_group_in_the_line_below_its_name() -> None:
    rows = "PU → BI|0.45***|0.31**\n|(6.32)|(2.71)\nPE → BI|0.02|-0.18*\n|(0.31)|(2.11)"
    for first, second in (("(n = 90)", "(n = 80)"), ("n = 90", "n = 80"), ("(N=1,090)", "(N=980)")):
        found = read(f"#Path|Bakers|Millers\n#|{first}|{second}\n{rows}", "Path coefficients", "t in parentheses")
        sizes = [f"({size.strip('()')})" for size in (first, second)]
        assert [p.value.group for p in found.paths] == [f"Bakers {sizes[0]}", f"Millers {sizes[1]}"] * 2
    alone = read(f"#Path|Bakers|Millers\n#|β|β\n{rows}", "Path coefficients", "t in parentheses")
    assert [p.value.group for p in alone.paths] == ["Bakers", "Millers"] * 2


def test_the_whole_sample_is_no_group_of_it(tmp_path: Path) -> None:
    page = tmp_path / "paper.md"
    for name in ("Full sample", "Total sample (n = 120)", "Pooled"):
        page.write_text(
            f"Table 1. Path coefficients\n\n| Path | {name} | | Women | |\n|---|---|---|---|---|\n| | β | SE | β | SE |\n"
            "| Habit → Joy | 0.41 | 0.05 | 0.36 | 0.07 |\n| Trust → Joy | 0.22 | 0.05 | 0.19 | 0.08 |\n\n"
            "Table 2. Direct and indirect effects on joy\n\n| Predictor | Direct [95% CI] | Indirect [95% CI] |\n|---|---|---|\n"
            "| Habit | 0.41 [0.31, 0.51] | 0.05 [0.01, 0.09] |\n| Trust | 0.22 [0.12, 0.32] | 0.03 [0.01, 0.05] |\n"
        )
        (record,) = read_paper(page)
        assert sorted((p.from_, str(p.beta), str(p.ci_lo)) for p in record.paths if p.effect == "direct") == [
            ("Habit", "0.36", "None"),
            ("Habit", "0.41", "0.31"),
            ("Trust", "0.19", "None"),
            ("Trust", "0.22", "0.12"),
        ]


def test_columns_headed_by_models_alone() -> None:
    found = read("Path|TAM|TPB|Both\nPU → BI|0.45***||0.31***\nSN → BI||0.22**|0.18**", "Results of three models")
    assert edges(found) == {
        ("PU", "BI", "0.45", "TAM"),
        ("PU", "BI", "0.31", "Both"),
        ("SN", "BI", "0.22", "TPB"),
        ("SN", "BI", "0.18", "Both"),
    }
    assert not read("Path|TAM|TPB\nPU → BI|0.45|0.40\nSN → BI|0.20|0.22", "Effect size of each relation").paths


def test_numbers_set_into_one_cell() -> None:
    table = "Path|β|SE|t\nPU → BI|0.45 0.05 9.00||\nPE → BI|0.12|0.05|2.40\nSN → BI|0.22|0.05|4.40"
    assert (None, "PU", "BI", "0.45", "9.00", None) in paths(read(table))
    table = "Path|β|SE|t\nPU → BI 0.45|||\nPE → BI|0.12|0.05|2.40\nSN → BI|0.22|0.05|4.40\nIM → BI 0.25|0.05|5.00|"
    assert {(p.value.from_, p.value.to, p.value.beta, p.value.stat) for p in read(table).paths} == {
        ("PU", "BI", "0.45", None),
        ("PE", "BI", "0.12", "2.40"),
        ("SN", "BI", "0.22", "4.40"),
        ("IM", "BI", "0.25", "5.00"),
    }
    two = read("Path|β|Result\nPU → BI|0.45 0.35|Yes\nPE → BI|0.12|Yes\nSN → BI|0.22|Yes")
    assert {p.value.from_ for p in two.paths} == {"PE", "SN"}  # which of two numbers it is nobody says


def test_one_verdict_for_each_level() -> None:
    found = read(
        """
Hypothesis|Relationship|Coefficient (β)|p-Value|Decision|<|<
^|^|^|^|0.10|0.05|0.01
H1|A -> B|0.338|0.000|Accepted|Accepted|Accepted
H2|C -> B|-0.079|0.071|Accepted|Rejected|Rejected"""
    )
    assert verdicts(found) == {"H1": "supported", "H2": "not supported"}


def test_path_coefficients_called_loadings() -> None:
    found = read(
        "Hypothesis|Standardized loading|CR value|P-value\nH1: Trust → Joy|0.41|5.1|0.000\nH2: Price → Joy|0.02|0.4|0.690",
        "SEM results",
    )
    assert paths(found) == {
        ("H1", "Trust", "Joy", "0.41", "5.1", "0.000"),
        ("H2", "Price", "Joy", "0.02", "0.4", "0.690"),
    }
    assert not found.constructs


def test_a_regression_as_spss_prints_it() -> None:
    found = read(
        """
Model||Unstandardized Coefficients|<|Standardized Coefficients|t|Sig.
||B|Std. Error|Beta||
1|(Constant)|1.21|.21||5.76|.000
|Trust|.41|.05|.38|8.20|.000
|Price|-.12|.05|-.11|-2.40|.017""",
        "Regression coefficients",
        "Dependent variable: Loyalty",
    )
    assert {(p.value.from_, p.value.to, p.value.b, p.value.beta, p.value.se_of, p.value.p) for p in found.paths} == {
        ("Trust", "Loyalty", ".41", ".38", "b", ".000"),
        ("Price", "Loyalty", "-.12", "-.11", "b", ".017"),
    }


def test_indices_that_name_themselves() -> None:
    found = read(
        "Fit|Value|Criterion\nChi-square|χ2/df = 2.11|<3\nOthers|CFI = 0.95|>0.9\n|RMSEA = 0.06|<0.08", "Model fit"
    )
    assert fits(found) == [{"chi2_df": "2.11", "rmsea": "0.06", "cfi": "0.95"}]


def test_factors_without_names_are_called_by_their_items() -> None:
    found = read(
        "Item|Mean|SD|Factor 1|Factor 2|Communality\nTR1|4.1|0.8|0.81|0.12|0.66\nTR2|4.0|0.9|0.85|0.15|0.71\nLY1|3.9|1.0|0.22|0.79|0.64\nLY2|3.8|1.1|0.19|0.80|0.65",
        "Factor analysis",
    )
    assert loadings(found) == {
        ("TR", "TR1", "0.81"),
        ("TR", "TR2", "0.85"),
        ("LY", "LY1", "0.79"),
        ("LY", "LY2", "0.80"),
    }


def test_outcomes_and_predictors_as_psychologists_print_them() -> None:
    found = read(
        """
结果变量|预测变量|R|R2|F|β|t
抑郁|压力|0.45|0.20|80.1***|0.37|9.42***
|性别||||0.01|0.05
网络使用|压力|0.30|0.09|20.1***|0.02|0.21""",
        "中介模型检验",
    )
    assert {e[:3] for e in edges(found)} == {
        ("压力", "抑郁", "0.37"),
        ("性别", "抑郁", "0.01"),
        ("压力", "网络使用", "0.02"),
    }
    named = read(
        "Predictor|Outcome|β|SE|z|p\nStress|Depression|0.37|0.04|9.25|<.001\nStress|Anxiety|0.27|0.04|6.75|<.001",
        "Path model",
    )
    assert {e[:3] for e in edges(named)} == {("Stress", "Depression", "0.37"), ("Stress", "Anxiety", "0.27")}


def test_bootstrapped_effects_in_rows() -> None:
    found = read(
        """
|Effect|Boot SE|Boot LLCI|Boot ULCI|Relative effect
Total effect|0.43|0.05|0.33|0.53|
Direct effect|0.31|0.05|0.21|0.41|72.1%
Ind1: Stress → Depression → Use|0.07|0.02|0.03|0.11|16.3%
Ind2: Stress → Anxiety → Use|0.05|0.02|0.02|0.09|11.6%""",
        "Bootstrap analysis of mediation",
    )
    assert {(p.value.from_, p.value.via, p.value.to, p.value.b, p.value.ci_lo) for p in found.paths} == {
        ("Stress", None, "Use", "0.43", "0.33"),
        ("Stress", None, "Use", "0.31", "0.21"),
        ("Stress", "Depression", "Use", "0.07", "0.03"),
        ("Stress", "Anxiety", "Use", "0.05", "0.02"),
    }
    said = read(
        """
Effect|B|SE|95% CI
Direct effect of stress on use|0.31|0.05|[0.21, 0.41]
Indirect effect of stress on use via depression|0.12|0.03|[0.06, 0.19]
Total effect of stress on use|0.43|0.05|[0.33, 0.53]""",
        "Effects",
    )
    assert [(p.value.effect, p.value.via, p.value.b) for p in said.paths] == [
        ("direct", None, "0.31"),
        ("indirect", "depression", "0.12"),
        ("total", None, "0.43"),
    ]


def test_a_header_in_one_cell_with_the_numbers_of_a_matrix() -> None:
    found = read(
        "Variables M SD 1 2 3|||||\n1. Stress|4.11|0.82|1||\n2. Gloom|3.92|1.01|.41**|1|\n3. Use|2.20|0.91|.22**|.31**|1",
        "Correlations",
    )
    assert len(found.correlations[0].value.lower) == 3
    assert [d.value.mean for d in found.descriptives] == ["4.11", "3.92", "2.20"]
    split = read("|Variable|1|2|3\n1|Stress|–||\n2|Gloom|.41***|–|\n3|Use|.22**|.31***|–", "Correlations")
    assert split.correlations[0].value.names == ("Stress", "Gloom", "Use")


def test_a_table_without_any_heading_is_known_by_its_arithmetic() -> None:
    rows = "Trust → Joy|0.41|0.05|8.20|***\nPrice → Joy|-0.12|0.05|-2.40|0.017\nRisk → Joy|-0.22|0.05|-4.40|***"
    found = read(rows, "Structural paths")
    assert [(p.value.b, p.value.se, p.value.stat) for p in found.paths] == [
        ("0.41", "0.05", "8.20"),
        ("-0.12", "0.05", "-2.40"),
        ("-0.22", "0.05", "-4.40"),
    ]
    assert not read(rows.replace("8.20", "3.20"), "Structural paths").paths


def test_statistics_paired_in_cells_know_their_scale() -> None:
    found = read(
        "Parameter|Unstandardized (SE)|Standardized|p\nStress → Gloom|0.41 (0.05)|0.37|<.001\nGloom → Use|0.22 (0.06)|0.18|.002",
        "SEM",
    )
    assert {(p.value.b, p.value.beta, p.value.se, p.value.se_of) for p in found.paths} == {
        ("0.41", "0.37", "0.05", "b"),
        ("0.22", "0.18", "0.06", "b"),
    }


def test_statements_by_the_factor_they_load_on() -> None:
    found = read(
        "Item|Factor|<\n|Trust|Joy\nThe seller is honest|.81|.12\nThe seller keeps promises|.85|.10\nI will buy again|.22|.79\nI recommend it|.15|.80",
        "Exploratory factor analysis",
    )
    assert {(x[0], x[2]) for x in loadings(found)} == {
        ("Trust", ".81"),
        ("Trust", ".85"),
        ("Joy", ".79"),
        ("Joy", ".80"),
    }
    mixed = read(
        "Item|Factor|<\n|Trust|Joy\nOne of them|.81|.12\nTwo of them|.25|.70\nThree of them|.82|.19",
        "Exploratory factor analysis",
    )
    assert not loadings(mixed)


def test_omega_is_not_called_composite_reliability() -> None:
    assert reliability(
        read("Scale|Cronbach’s α|McDonald’s ω\nStress|0.73|0.74\nGloom|0.85|0.86", "Reliability of scales")
    ) == {
        ("Stress", "0.73", None, None),
        ("Gloom", "0.85", None, None),
    }


def test_two_groups_in_the_halves_of_one_matrix() -> None:
    table = "|1|2|3\n1. Trust|–|.50|.30\n2. Joy|.41|–|.44\n3. Risk|-.22|-.31|–"
    found = read(
        table,
        "Correlations",
        "Note. Correlations for men (n = 120) are below the diagonal; correlations for women (n = 132) are above the diagonal.",
    )
    assert [(m.value.group, m.value.lower[1][0], m.value.lower[2][1]) for m in found.correlations] == [
        ("men", ".41", "-.31"),
        ("women", ".50", ".44"),
    ]
    silent = read(table, "Correlations", "Note. Correlations are below and above the diagonal.")
    assert len(silent.correlations) <= 1


def test_hypotheses_known_by_their_labels_alone() -> None:
    found = read("Hypothesis|β|t|Result\nH1|0.41|5.1|Supported\nH2|0.02|0.3|Rejected", "Results of hypothesis tests")
    assert verdicts(found) == {"H1": "supported", "H2": "not supported"}
    assert not found.paths
    assert "labels" in found.unread[0].why
    assert not read("Hypothesis|Result\nH1|Supported\nH2|Rejected", "Results").unread


def test_arrows_drawn_with_a_chinese_one() -> None:
    found = read(
        "假设|路径|标准化系数|P|结果\nH1|信任一>忠诚|0.41|0.001|支持\nH2|价格一>忠诚|0.02|0.701|不支持", "路径检验"
    )
    assert {e[:3] for e in edges(found)} == {("信任", "忠诚", "0.41"), ("价格", "忠诚", "0.02")}


def test_hypotheses_known_by_their_labels_and_stated_in_the_text() -> None:
    table = "Hypothesis|β|t|Result\nH1|0.41|5.1|Supported\nH2|0.02|0.3|Rejected\nH3|0.12|2.3|Supported"
    text = (
        "H1: Trust has a positive effect on loyalty. H2. Price is negatively related to loyalty. "
        "H3: There is a positive relationship between joy and loyalty."
    )
    found = read(table, "Results of hypothesis tests", tail=text)
    assert paths(found) == {
        ("H1", "Trust", "loyalty", "0.41", "5.1", None),
        ("H2", "Price", "loyalty", "0.02", "0.3", None),
        ("H3", "joy", "loyalty", "0.12", "2.3", None),
    }
    torn = read(table, "Results", tail="H1: Trust affects loyalty. H1: Trust affects joy.")
    assert not torn.paths


def test_the_meaning_of_stars_and_the_expected_sign() -> None:
    found = read(
        "Path|Expected sign|β|t\nTrust → Joy|+|0.41***|8.1\nPrice → Joy|–|-0.21**|-3.1",
        "Paths",
        "**p < .01, ***p < .001",
    )
    assert found.conventions[0].value.star_legend == {"**": ".01", "***": ".001"}
    assert [p.value.sign for p in found.paths] == ["+", "-"]
    assert not read("Path|β|t\nTrust → Joy|0.41|8.1\nPrice → Joy|0.2|3.1").conventions


def test_percentiles_as_headings() -> None:
    found = read(
        """
|Original Sample (O)|Sample Mean (M)|2.5%|97.5%|P Values
PU -> BI|0.312|0.310|0.211|0.411|0.000
PE -> BI|-0.042|-0.040|-0.151|0.066|0.445""",
        "Confidence intervals of path coefficients",
    )
    assert [(p.value.beta, p.value.ci_lo, p.value.ci_hi, p.value.p) for p in found.paths] == [
        ("0.312", "0.211", "0.411", "0.000"),
        ("-0.042", "-0.151", "0.066", "0.445"),
    ]


def test_correlations_pair_by_pair() -> None:
    listed = read("|||Estimate\nPU|<-->|PE|.54\nPU|<-->|BI|.64\nPE|<-->|BI|.51", "Correlations: (Group number 1)")
    assert correlations(listed) == {("PE", "PU", ".54"), ("BI", "PU", ".64"), ("BI", "PE", ".51")}
    assert not listed.paths
    ratios = read(
        "|Original sample (O)|Sample mean (M)|5.0%|95.0%\nPU <-> BI|0.634|0.633|0.551|0.711\nPE <-> BI|0.512|0.511|0.421|0.601",
        "HTMT ratios",
    )
    assert correlations(ratios, "htmt") == {("BI", "PU", "0.634"), ("BI", "PE", "0.512")}
    assert not ratios.paths


def test_how_many_a_group_has_stands_below_its_name_once_for_all_of_its_columns() -> None:
    table = (
        "|Boys|<|Girls|<|Difference|<\n|(n = 381)|<|(n = 253)||\nPath|β|t|β|t|Wald χ2(1)|p\n"
        "Salt → Joy|.44***|7.73|.20**|2.87|3.71|.054\nRye → Joy|.15**|2.85|.45***|6.21|12.43|<.001\n"
    )
    told = {(p.value.from_, str(p.value.beta), str(p.value.stat)) for p in read(table, "Multi-group analysis").paths}
    assert told == {("Salt", ".44", "7.73"), ("Salt", ".20", "2.87"), ("Rye", ".15", "2.85"), ("Rye", ".45", "6.21")}
