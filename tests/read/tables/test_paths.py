"""Paths, hypotheses, regressions and mediation from invented tables of every layout."""

import pytest

from evidence.read.partial import Abbreviations
from evidence.read.tables import understand
from evidence.records import Hypothesis
from tests.read.tables.invented import edges, paths, read, source, verdicts

SMART = """
Hypothesis|Relationship|Original Sample (O)|Sample Mean (M)|Standard Deviation (STDEV)|T Statistics (¦O/STDEV¦)|P Values|Decision
H1|PU -> BI|0.312|0.310|0.051|6.118|0.000|Supported
H2|PEOU -> BI|-0.042|-0.040|0.055|0.764|0.445|Not supported"""


def test_a_bootstrap_table() -> None:
    found = read(SMART)
    assert paths(found) == {
        ("H1", "PU", "BI", "0.312", "6.118", "0.000"),
        ("H2", "PEOU", "BI", "-0.042", "0.764", "0.445"),
    }
    assert verdicts(found) == {"H1": "supported", "H2": "not supported"}
    path = found.paths[0].value
    assert (path.se, path.se_of, path.stat_kind) == ("0.051", "beta", "t")


def test_amos_prints_the_target_first() -> None:
    found = read(
        """
Path|Estimate|S.E.|C.R.|P|Standardized
BI <--- PU|.412|.050|8.240|***|.381
BI <--- PEOU|.101|.048|2.104|.035|.092"""
    )
    assert paths(found) == {(None, "PU", "BI", ".381", "8.240", None), (None, "PEOU", "BI", ".092", "2.104", ".035")}
    first = found.paths[0].value
    assert (first.b, first.beta, first.se_of, first.stars) == (".412", ".381", "b", "***")


def test_amos_over_three_columns() -> None:
    found = read(
        """
|||Estimate|S.E.|C.R.|P
BI|<---|PU|.412|.050|8.240|***
BI|<---|PEOU|.101|.048|2.104|.035""",
        "Regression weights",
    )
    assert {(p.value.from_, p.value.to, p.value.b) for p in found.paths} == {
        ("PU", "BI", ".412"),
        ("PEOU", "BI", ".101"),
    }


def test_sources_and_targets_in_columns_printed_once() -> None:
    found = read(
        """
Independent variable|Dependent variable|β|t|p
Trust|Loyalty|0.41|5.2|<0.001
Satisfaction||0.22|3.1|0.002
Trust|WOM|0.11|1.2|0.231"""
    )
    assert {p[1:4] for p in paths(found)} == {
        ("Trust", "Loyalty", "0.41"),
        ("Satisfaction", "Loyalty", "0.22"),
        ("Trust", "WOM", "0.11"),
    }


def test_the_table_turned() -> None:
    found = read(
        """
|H1|H2|H3
Path|PU→BI|PE→BI|SI→BI
β|0.31|0.22|0.05
t-value|5.11|3.02|0.71
Result|Supported|Supported|Rejected"""
    )
    assert paths(found) == {
        ("H1", "PU", "BI", "0.31", "5.11", None),
        ("H2", "PE", "BI", "0.22", "3.02", None),
        ("H3", "SI", "BI", "0.05", "0.71", None),
    }
    assert verdicts(found)["H3"] == "not supported"


def test_several_statistics_in_one_cell() -> None:
    found = read(
        """
Hypothesis and path|Coefficient (t-value)
H1: SUB → IU|0.203 (6.572)**
H4: LTO → IU|-0.046 (1.983)*"""
    )
    assert paths(found) == {("H1", "SUB", "IU", "0.203", "6.572", None), ("H4", "LTO", "IU", "-0.046", "1.983", None)}
    assert [p.value.stars for p in found.paths] == ["**", "*"]


def test_numbers_that_name_themselves_in_a_cell() -> None:
    found = read("Path|Estimate\nTrust → Loyalty|0.41, t = 5.20, p < .001\nPrice → Loyalty|0.02, t = 0.31, p = .757")
    assert paths(found) == {
        (None, "Trust", "Loyalty", "0.41", "5.20", "<.001"),
        (None, "Price", "Loyalty", "0.02", "0.31", ".757"),
    }


def test_an_unnamed_number_in_brackets() -> None:
    noted = read(
        "Path|β\nTrust → Loyalty|0.41 (0.05)\nPrice → Loyalty|0.02 (0.06)", notes="Standard errors in parentheses."
    )
    assert [p.value.se for p in noted.paths] == ["0.05", "0.06"]
    silent = read("Path|β\nTrust → Loyalty|0.41 (0.05)\nPrice → Loyalty|0.02 (0.06)")
    assert [(p.value.beta, p.value.se, p.value.stat) for p in silent.paths] == [
        ("0.41", None, None),
        ("0.02", None, None),
    ]
    large = read("Path|β\nTrust → Loyalty|0.41 (5.20)\nPrice → Loyalty|0.02 (3.31)")
    assert [p.value.stat for p in large.paths] == ["5.20", "3.31"]


def test_intervals() -> None:
    one = read("Path|β|95% CI|p\nTrust → Loyalty|0.41|[0.31, 0.51]|<0.001\nPrice → Loyalty|−0.12|[−0.24, −0.01]|0.041")
    assert [(p.value.ci_lo, p.value.ci_hi) for p in one.paths] == [("0.31", "0.51"), ("-0.24", "-0.01")]
    two = read("|||95% Confidence Interval|<|\nPath|β|SE|Lower|Upper|p\nTrust → Loyalty|0.41|0.05|0.31|0.51|<0.001")
    assert [(p.value.ci_lo, p.value.ci_hi) for p in two.paths] == [("0.31", "0.51")]
    wrong = read("Path|β|95% CI\nTrust → Loyalty|0.41|[0.51, 0.31]")
    assert wrong.paths[0].value.ci_lo is None


GROUPED = {
    ("Trust", "Loyalty", "0.41"),
    ("Trust", "Loyalty", "0.22"),
    ("Price", "Loyalty", "-0.10"),
    ("Price", "Loyalty", "-0.31"),
}


def test_groups_as_columns() -> None:
    found = read(
        """
Path|Male (n=120)|<|Female (n=132)|<|Difference
|β|t|β|t|
Trust → Loyalty|0.41***|5.1|0.22**|2.9|0.19*
Price → Loyalty|-0.10|1.2|-0.31***|4.4|0.21*"""
    )
    assert {e[:3] for e in edges(found)} == GROUPED
    assert {e[3] for e in edges(found)} == {"Male (n=120)", "Female (n=132)"}


def test_groups_as_columns_whose_span_was_lost() -> None:
    found = read(
        """
Path|Male||Female|
|β|t|β|t
Trust → Loyalty|0.41***|5.1|0.22**|2.9
Price → Loyalty|-0.10|1.2|-0.31***|4.4"""
    )
    assert {(e[0], e[3]) for e in edges(found)} == {
        ("Trust", "Male"),
        ("Trust", "Female"),
        ("Price", "Male"),
        ("Price", "Female"),
    }


def test_groups_in_one_heading_and_a_difference_behind_them() -> None:
    found = read(
        """
Path|Male β|Female β|p-value for difference|Result
Trust → Loyalty|0.41***|0.22**|0.03|Significant
Price → Loyalty|-0.10|-0.31***|0.52|Not significant"""
    )
    assert {e[:3] for e in edges(found)} == GROUPED
    assert all(p.value.p is None and p.value.verdict is None for p in found.paths)


def test_groups_and_models_as_spanning_rows() -> None:
    found = read(
        """
|Path|Coefficient|t-value|p-value|Result
Model 1|<|<|<|<|<
H1|A → B|0.311|5.600|***|Supported
Model 2|<|<|<|<|<
H1|A → B|0.133|1.610|0.109|Not supported"""
    )
    assert edges(found) == {("A", "B", "0.311", "Model 1"), ("A", "B", "0.133", "Model 2")}
    assert verdicts(found) == {"H1": None}  # its models disagree
    assert len(found.hypotheses) == 1


def test_hypotheses_as_spanning_rows() -> None:
    found = read(
        """
Hypothesis|Day guests|<|Night guests|<
|Path-value|t-value|Path-value|t-value
H1a: Crowding→Boredom|<|<|<|<
CW→BO|-0.22*|2.51|-0.37**|5.18
H1b-1: Crowding→Regret|<|<|<|<
CW→RG|-0.08|0.91|-0.33**|4.72
CW→RGN|0.02|0.21|-0.36**|4.95"""
    )
    assert ("CW", "RGN", "0.02", "Day guests") in edges(found)
    assert len(found.paths) == 6
    assert {(h.value.label, h.value.from_, h.value.to) for h in found.hypotheses} == {
        ("H1a", "Crowding", "Boredom"),
        ("H1b-1", "Crowding", "Regret"),
    }


def test_a_header_again_for_other_groups() -> None:
    table = """
Hypothesis|Relation||Parameters|Chi-squared difference|p-Value|Results
_Moderator: age_||_Under 30 (N=141)_|_Over 60 (N=126)_|||
H1a|Signs - habit|0.14*|0.05|3.02|0.08|Significant
H1b|Signs - norm|0.48***|0.45***|0.31|0.58|Not significant
_Moderator: sex_||_Men (N=133)_|_Women (N=134)_|||
H1a|Signs - habit|0.15**|0.12*|0.54|0.46|Not significant
H1b|Signs - norm|0.53***|0.51***|0.11|0.74|Not significant"""
    found = read(table)
    assert len(found.paths) == 8
    assert ("Signs", "norm", "0.51", "Women (N=134)") in edges(found)
    assert {h.value.verdict for h in found.hypotheses} == {None}


def test_rows_that_lost_their_end() -> None:
    table = """
Path|β|t||||
Trust → A|0.41|5.1|Price → E|0.11|1.5
Trust → B|0.42|5.2
Trust → C|0.43|5.3
Trust → D|0.44|5.4"""
    found = read(table)
    assert ("Price", "E", "0.11", None) in edges(found)
    assert len(found.paths) == 5


def test_scanned_labels_and_a_lost_number() -> None:
    found = read(
        """
Assumption|Path|Standardized coefficient|t-value|Supported?
Hla|Trust→A|0.80|8.63***|Yes
НЗЬ|Trust→B|O.50|4.42***|No"""
    )
    assert paths(found) == {("H1a", "Trust", "A", "0.80", "8.63", None), ("H3b", "Trust", "B", "0.50", "4.42", None)}
    assert found.paths[1].confidence < found.paths[0].confidence
    lost = read("Path|β|T\nH1: A → B|0.5|7.9\nH: C → B|0.2|4.4\nH3: D → B|\\|\\\nH4: D → A|0.8|7.1")
    assert {p[0] for p in paths(lost)} == {"H1", "H2", "H4"}
    unsure = read("Path|β|T\nH1: A → B|0.5|7.9\nH: C → B|0.2|4.4\nH5: D → A|0.8|7.1")
    assert {p[0] for p in paths(unsure)} == {"H1", None, "H5"}


def test_a_table_that_goes_on_without_header() -> None:
    from evidence.read.partial import Abbreviations
    from evidence.read.tables import understand
    from tests.read.tables.invented import check_spans, source

    tables = ("H|Path|β|t|Result\nH1|A → B|0.31|5.1|Yes\nH2|A → C|0.21|4.1|Yes", "H3|B → C|0.11|1.2|No")
    document = source(*tables, captions=["Paths", "Paths (continued)"])
    found = understand(document, Abbreviations({}))
    check_spans(document, found)
    assert ("H3", "B", "C", "0.11", "1.2", None) in paths(found)


def test_headings_fused_with_the_caption_and_two_outcomes_in_a_cell() -> None:
    found = read(
        """
Table 2. Conditional process analysis (N = 512) β SE t||p||
Mediator variable model Gender|0.01D/0.15A|0.08D/0.08A|0.05D/1.85A|.96D/.06A
Stress|0.37D/0.27A|0.04D/0.04A|9.42D/6.74A|<.001D/<.001A
Stress × Resilience|−0.09D/−0.08A|0.04D/0.04A|−2.36D/−2.02A|<.05D/<.05A""",
        notes="D: depression; A: anxiety.",
    )
    assert (None, "Stress", "depression", "0.37", "9.42", "<.001") in paths(found)
    assert (None, "Gender", "anxiety", "0.15", "1.85", ".06") in paths(found)
    assert {p.value.effect for p in found.paths if "×" in p.value.from_} == {"interaction"}
    assert len(found.paths) == 6


def test_marks_explained_below_and_the_outcome_left_over() -> None:
    from evidence.read.partial import Abbreviations
    from evidence.read.tables import understand
    from tests.read.tables.invented import check_spans, source

    matrix = "|1|2|3|4\n1. Stress|-|||\n2. Depression|.4|-||\n3. Anxiety|.3|.6|-|\n4. SNS use|.1|.2|.2|-"
    table = """
Table 2. Conditional process analysis β SE t||p||
Mediator variable model Gender|0.01D/0.15A|0.08D/0.08A|0.05D/1.85A|.96D/.06A
Stress|0.37D/0.27A|0.04D/0.04A|9.42D/6.74A|<.001D/<.001A
Dependent variable model Gender|0.02|0.09|0.25|.80
Stress|0.01|0.04|0.21|.83
Depression|0.14|0.05|2.58|<.05
Anxiety|0.12|0.05|2.38|<.05"""
    document = source(matrix, table, tail="Note. D: depression; A: anxiety; more.")
    found = understand(document, Abbreviations({}))
    check_spans(document, found)
    assert (None, "Anxiety", "SNS use", "0.12", "2.38", "<.05") in paths(found)
    assert (None, "Stress", "anxiety", "0.27", "6.74", "<.001") in paths(found)


def test_regressions_with_errors_in_brackets_below() -> None:
    found = read(
        """
|(1)|(2)
|Loyalty|Trust
Satisfaction|0.45***|0.31***
|(0.05)|(0.06)
Price|-0.12*|0.02
|(0.06)|(0.05)
Constant|1.21***|0.98***
|(0.21)|(0.20)
Observations|312|312
R-squared|0.41|0.22""",
        "OLS regression results",
        "Standard errors in parentheses. *** p<0.01, * p<0.1",
    )
    assert {(p.value.from_, p.value.to, p.value.b, p.value.se) for p in found.paths} == {
        ("Satisfaction", "Loyalty", "0.45", "0.05"),
        ("Satisfaction", "Trust", "0.31", "0.06"),
        ("Price", "Loyalty", "-0.12", "0.06"),
        ("Price", "Trust", "0.02", "0.05"),
    }
    assert {(s.value.outcome, s.value.r2) for s in found.structural} == {("Loyalty", "0.41"), ("Trust", "0.22")}


def test_hierarchical_regression_with_the_outcome_in_the_caption() -> None:
    found = read(
        """
Variables|Model 1|Model 2
Gender|0.05|0.04
Trust||0.41***
Trust × Risk||-0.12*
R2|0.03|0.21
ΔR2|0.03|0.18***
F|2.1|15.4***""",
        "Hierarchical regression (dependent variable: purchase intention)",
        "Standardized coefficients are shown.",
    )
    assert ("Trust", "purchase intention", "0.41", "Model 2") in edges(found)
    assert len(found.paths) == 4
    assert {(s.value.r2, s.value.model) for s in found.structural if s.value.r2} == {
        ("0.03", "Model 1"),
        ("0.21", "Model 2"),
    }


def test_models_with_outcomes_in_a_header_of_three_lines() -> None:
    found = read(
        """
Variable|Model 1||Model 2|
|Engagement||Gain|
|β|T|β|T
Usefulness|0.712***|12.364|0.793***|12.729
Fun|0.691***|13.707||""",
        "Mediation of value",
    )
    assert edges(found) == {
        ("Usefulness", "Engagement", "0.712", "Model 1"),
        ("Usefulness", "Gain", "0.793", "Model 2"),
        ("Fun", "Engagement", "0.691", "Model 1"),
    }


def test_a_regression_without_an_outcome_is_left_unread() -> None:
    found = read("Variable|β|t|p\nTrust|0.41|5.1|.000\nPrice|0.02|0.3|.757", "Regression results")
    assert not found.paths
    assert "Regression results" in found.unread[0].what


def test_outcomes_as_headings_or_in_the_notes() -> None:
    found = read(
        "Predictor|B|SE|t\nDependent variable: Loyalty|<|<|<\nTrust|0.41|0.05|8.20\nPrice|0.02|0.05|0.40",
        "Regression analysis",
    )
    assert {(p.value.to, p.value.b, p.value.se_of) for p in found.paths} == {
        ("Loyalty", "0.41", "b"),
        ("Loyalty", "0.02", "b"),
    }
    noted = read(
        "Predictor|β|t\nTrust|0.41|8.20\nPrice|0.02|0.40", "Regression analysis", "Dependent variable: Loyalty."
    )
    assert {p.value.to for p in noted.paths} == {"Loyalty"}


def test_a_square_of_path_coefficients() -> None:
    found = read("|BI|Trust|Use\nPU|0.31|0.22|\nPEOU|0.12||\nBI|||0.55", "Path coefficients")
    assert {e[:3] for e in edges(found)} == {
        ("PU", "BI", "0.31"),
        ("PU", "Trust", "0.22"),
        ("PEOU", "BI", "0.12"),
        ("BI", "Use", "0.55"),
    }
    assert not found.correlations


def test_indirect_effects() -> None:
    found = read(
        """
Indirect path|Effect|Boot SE|LLCI|ULCI
Trust → Sat → Loyalty|0.12|0.03|0.06|0.19
Price → Sat → Loyalty|-0.02|0.02|-0.06|0.02""",
        "Mediation analysis",
    )
    first = found.paths[0].value
    assert (first.effect, first.via, first.se, first.ci_lo, first.ci_hi) == ("indirect", "Sat", "0.03", "0.06", "0.19")
    three = read(
        "IV|Mediator|DV|Indirect effect|95% CI\nTrust|Sat|Loyalty|0.12|[0.06, 0.19]\nPrice|Sat|Loyalty|0.02|[-0.06, 0.09]"
    )
    assert [(p.value.effect, p.value.via) for p in three.paths] == [("indirect", "Sat")] * 2
    headed = read(
        "Path|β|p\nDirect effects|<|<\nA → B|0.4|.001\nIndirect effects|<|<\nA → C|0.1|.020\nTotal effects|<|<\nA → D|0.5|.001"
    )
    assert [p.value.effect for p in headed.paths] == ["direct", "indirect", "total"]


def test_direct_indirect_and_total_side_by_side() -> None:
    found = read(
        """
Hypothesis|Path|Direct effect|Indirect effect|p|95% CI|Total effect|VAF|Mediation
H6|Trust → Sat → Loyalty|0.31|0.12|0.001|[0.06, 0.19]|0.43|27.9%|Partial mediation
H7|Price → Sat → Loyalty|0.01|0.15|0.002|[0.05, 0.21]|0.16|93.8%|Full mediation
H8|Risk → Sat → Loyalty|0.21|0.01|0.602|[-0.05, 0.08]|0.22|4.5%|No mediation"""
    )
    assert {(p.value.beta, p.value.effect) for p in found.paths} == {(b, "direct") for b in ("0.31", "0.01", "0.21")}
    first = found.effects[0].value
    assert (first.direct, first.indirect, first.total, first.vaf, first.via) == ("0.31", "0.12", "0.43", "27.9%", "Sat")
    assert (first.p, first.ci_lo, first.ci_hi, first.hypothesis) == ("0.001", "0.06", "0.19", "H6")
    assert [e.value.mediation for e in found.effects] == ["partial", "full", "none"]


def test_values_that_cannot_be_what_the_heading_says_are_left_out() -> None:
    found = read("Path|β|SE|t|p\nTrust → Loyalty|0.41|-0.05|5.1|3.2\nPrice → Loyalty|0.12|0.05|2.4|.017")
    assert (found.paths[0].value.se, found.paths[0].value.p) == (None, None)
    assert found.paths[1].confidence > read("Path|β|SE|t\nA → B|0.41|0.05|2.1\nC → B|0.1|0.1|1.0").paths[0].confidence


def test_tables_of_something_else_hold_no_paths() -> None:
    for table, caption in (
        ("Variable|Male Mean|Female Mean|t|p\nTrust|4.1|4.0|1.2|0.23\nLoyalty|3.9|4.2|-2.1|0.04", "Gender differences"),
        ("|BI|Use\nPU|0.15|0.05\nPEOU|0.02|", "Effect sizes f2"),
        ("Construct|VIF\nLoyalty|1.45\nTrust|1.22", "Collinearity"),
        (
            "Construct|Items|Source\nTrust|The seller is honest|Smith (2010)\nLoyalty|I will buy again|Jones (2012)",
            "Measures",
        ),
        ("Search|Home|About", ""),
        ("1|2\n3|4", ""),
    ):
        found = read(table, caption)
        assert (found.paths, found.constructs, found.correlations, found.fit) == ((), (), (), ()), caption


def test_headings_whose_cells_say_what_they_are() -> None:
    """`Effects` over arrows names relations, `Hypothesis` or `Information` over verdicts judges."""
    found = read("""
Hypotheses|Effects|Standardised parameter|t-value|Information
H1 (+)|Smell → Joy|0.37**|5.29|Accepted
H2 (−)|Price → Joy|-0.23**|4.60|Accepted""")
    assert paths(found) == {("H1", "Smell", "Joy", "0.37", "5.29", None), ("H2", "Price", "Joy", "-0.23", "4.60", None)}
    assert verdicts(found) == {"H1": "supported", "H2": "supported"}
    judged = read(
        "|Path|Original Sample Estimate|Hypothesis\nH1|Smell → Joy|0.37|Corroborated\nH2|Price → Joy|0.02|Refuted"
    )
    assert {(p[0], p[3]) for p in paths(judged)} == {("H1", "0.37"), ("H2", "0.02")}
    assert verdicts(judged) == {"H1": "supported", "H2": "not supported"}


def test_an_interval_where_the_other_rows_give_p() -> None:
    found = read("""
Path|Estimate|SE|p
Smell → Joy|−.44|.05|<.001
Smell → Calm → Joy|−.17|.04|[−.25, −.09]""")
    last = found.paths[-1].value
    assert (last.effect, last.ci_lo, last.ci_hi, last.p) == ("indirect", "-.25", "-.09", None)


def test_the_hypothesis_behind_a_predictor() -> None:
    found = read(
        "Predictor (hypothesis)|β|t|Sig.\nSmell (H1)|.33|5.50|***\nPrice (H2)|.05|1.25|n.s.", "Regression on joy"
    )
    assert {(p[0], p[1], p[2]) for p in paths(found)} == {("H1", "Smell", "joy"), ("H2", "Price", "joy")}


def test_a_verdict_beside_words_that_draw_no_relation() -> None:
    found = read("""
Hypothesis|Relationship|Supported in Norway?|Supported in Spain?
H1|Smell → Joy|Yes|Yes
H2|Smell → Calm|Yes|No
H3|Mediation by calm|Yes|Yes""")
    assert verdicts(found) == {"H1": "supported", "H3": "supported"}


def test_a_name_that_holds_a_to() -> None:
    found = read("""
Relationship between constructs|Hypothesis|Path coefficient|Remark
Smell to Joy|H1|0.526|Significant, accepted
Joy to Willingness to pay more|H2|0.054|Insignificant, rejected""")
    assert {(p[0], p[1], p[2], p[3]) for p in paths(found)} == {
        ("H1", "Smell", "Joy", "0.526"), ("H2", "Joy", "Willingness to pay more", "0.054"),
    }  # fmt: skip
    assert verdicts(found) == {"H1": "supported", "H2": "not supported"}


def test_a_verdict_behind_the_label_of_its_hypothesis() -> None:
    found = read("Path|β|t|Hypothesis\nSmell → Joy|0.38***|7.60|H1: supported\nPrice → Joy|0.02|0.25|H2: not supported")
    assert verdicts(found) == {"H1": "supported", "H2": "not supported"}


def test_groups_in_brackets_behind_each_statistic() -> None:
    found = read("""
Relationship|Path coefficients original (Town)|Path coefficients original (Land)|t-value (Town)|t-value (Land)|Path coefficient difference
Smell -> Joy|0.407|0.224|6.167|4.226|0.183
Price -> Joy|0.252|0.372|4.500|6.098|0.120""")
    told = {(p.value.from_, p.value.group, p.value.beta, p.value.stat) for p in found.paths}
    assert told == {
        ("Smell", "Town", "0.407", "6.167"), ("Smell", "Land", "0.224", "4.226"),
        ("Price", "Town", "0.252", "4.500"), ("Price", "Land", "0.372", "6.098"),
    }  # fmt: skip


def test_relations_broken_over_two_rows() -> None:
    below = read("Hypothesis|Relation|Path coefficient|Remark\nH1|Smell → Bread|0.412|Accepted\n|joy|||\n"
                 "H2|Price → Bread|0.233|Rejected\n|joy|||")  # fmt: skip
    above = read("Relationship|Std. estimate|S.E.\nSmell → Bread||\njoy|.332|.057\nPrice →||\njoy|-.148|.052")
    assert {(p[1], p[2], p[3]) for p in paths(below)} == {
        ("Smell", "Bread joy", "0.412"),
        ("Price", "Bread joy", "0.233"),
    }
    assert {(p[1], p[2], p[3]) for p in paths(above)} == {("Smell", "Bread joy", ".332"), ("Price", "joy", "-.148")}


def test_an_effect_size_beside_a_coefficient_is_none() -> None:
    found = read("Path|Coefficient|p-value|Effect size\nSmell → Joy|0.38|<0.01|0.167\nPrice → Joy|0.07|0.14|0.011")
    assert {p[3] for p in paths(found)} == {"0.38", "0.07"}
    alone = read(
        "Path|Effect size|SE\nSmell → Calm → Joy|0.167|0.02\nPrice → Calm → Joy|0.011|0.01", "Mediation effects"
    )
    assert {p[3] for p in paths(alone)} == {"0.167", "0.011"}


def test_the_label_of_a_hypothesis_beside_its_verdict() -> None:
    found = read(
        "Hypothesis|Original Sample (O)|P Values|Information\nSmell -> Joy|0.274|0.000|H1 accepted\nPrice -> Joy|0.052|0.362|H2 rejected"
    )
    assert verdicts(found) == {"H1": "supported", "H2": "not supported"}
    assert {(p[0], p[1]) for p in paths(found)} == {("H1", "Smell"), ("H2", "Price")}


def test_numbered_rows_are_no_hypotheses() -> None:
    found = read("序号|路径|路径系数|t|显著性\n1|香味→喜悦|0.328|5.964|显著\n2|价格→喜悦|0.065|1.204|不显著")
    assert not found.hypotheses
    assert len(found.paths) == 2


def test_models_as_columns_over_t_in_brackets() -> None:
    found = read("Path|Model A|Model B\nSmell → Joy|0.394|0.371\n|(7.12)|(6.58)\nPrice → Joy|0.176|0.169\n|(3.20)|(3.04)",
                 "SEM results with t-values in parentheses")  # fmt: skip
    assert {(p.value.from_, p.value.model, p.value.beta, p.value.stat) for p in found.paths} == {
        ("Smell", "Model A", "0.394", "7.12"), ("Smell", "Model B", "0.371", "6.58"),
        ("Price", "Model A", "0.176", "3.20"), ("Price", "Model B", "0.169", "3.04"),
    }  # fmt: skip


_GROUPS = "Path|Boys|Girls|Δχ2 (1 df)\nSalt → Joy|-0.39*** (-5.30)|-0.14 (-1.82)|7.02**\nRye → Joy|0.33*** (4.48)|0.39*** (5.06)|0.52\n"


@pytest.mark.parametrize(
    "aside", ["equal loadings", "loadings held equal", "invariant loadings", "free factor loadings"]
)
def test_loadings_that_are_held_equal_are_not_what_a_table_shows(aside: str) -> None:
    found = read(_GROUPS, f"Structural paths by group (Model B, {aside})").paths
    assert len(found) == 4
    assert ("Salt", "Boys", "-0.39") in {(p.value.from_, p.value.group, str(p.value.beta)) for p in found}


def test_an_effect_size_is_no_coefficient() -> None:
    table = "Hypothesis|Path|Coefficient|t-value|Effect size (f2)|Supported?\nH1|Salt → Joy|0.37**|4.87|0.165|Yes\nH2|Rye → Joy|0.29**|3.69|0.094|Yes\n"
    assert {str(p.value.beta or p.value.b) for p in read(table, "Results of hypotheses testing").paths} == {
        "0.37",
        "0.29",
    }


def test_wordings_of_items_beside_their_loadings_are_no_paths() -> None:
    table = (
        "Statement|Mean|Loading|t\nIn our oven bakers pass on salt without being asked|4.97|0.67|fixed\n"
        "The bakers and the board exchange salt regularly|4.27|0.71|8.20\nGood rye leads to joy in the oven|4.77|0.74|8.39\n"
    )
    assert not read(table, "Measurement model: means, standardized loadings and reliability").paths


def test_propositions_lead_as_the_text_states_them() -> None:
    table = "Proposition|Small ovens (n = 121)|<|Large ovens (n = 105)|<\n^|Coefficient|Robust t|Coefficient|Robust t\nP1|0.25|1.89|0.13|1.01\nP2|0.24|1.91|0.57|4.13\n"
    stated = (Hypothesis("P1", from_="salt", to="joy"), Hypothesis("P2", from_="rye", to="calm"))
    document = source(table, captions=["Standardized coefficients by size of the oven"])
    found = understand(document, Abbreviations({}), stated).paths
    assert {(p.value.from_, p.value.to, str(p.value.beta)) for p in found} == {
        ("salt", "joy", "0.25"), ("salt", "joy", "0.13"), ("rye", "calm", "0.24"), ("rye", "calm", "0.57"),
    }  # fmt: skip


def test_a_label_that_ran_into_the_source_is_the_hypothesis() -> None:
    table = "From|To|Estimate|t-value\nH1 Salt|Joy|-0.31***|-3.80\nH2 Rye|Joy|-0.08|-1.01\nH3 Crust|Calm|0.43***|6.53\n"
    found = read(table, "Completely standardized estimates for Model 3").paths
    assert [(p.value.from_, p.value.to, p.value.hypothesis) for p in found] == [
        ("Salt", "Joy", "H1"), ("Rye", "Joy", "H2"), ("Crust", "Calm", "H3"),
    ]  # fmt: skip


def test_headings_of_fit_that_ran_together_are_no_outcome() -> None:
    table = (
        "Model|χ2|d.f.|CFI|NNFI SRMR Comparison|<\nMeasurement model|463.58|231|0.93|0.92|0.046\n"
        "Model 1: separate routes|517.22|240|0.92|0.91|0.063\nModel 2: linked routes|482.49|238|0.93|0.92|0.053\n"
    )
    assert not read(table, "Goodness of fit of the measurement model and of the structural models").paths
