"""Reliability, loadings, fit indices and matrices from invented tables of every layout."""

import pytest

from tests.read.tables.invented import correlations, fits, loadings, read, reliability

BOTH = {("Trust", "0.88", "0.90", "0.69"), ("Loyalty", "0.84", "0.87", "0.63")}
ITEMS = {("Trust", "TR1", "0.81"), ("Trust", "TR2", "0.85"), ("Loyalty", "LY1", "0.79"), ("Loyalty", "LY2", "0.80")}


@pytest.mark.parametrize(
    "table",
    [
        "Construct|Cronbach's alpha (>0.7)|CR (>0.7)|AVE (>0.5)\nTrust|0.88|0.90|0.69\nLoyalty|0.84|0.87|0.63",
        "|Trust|Loyalty\nCronbach's α|0.88|0.84\nCR|0.90|0.87\nAVE|0.69|0.63",
        "Variable|Items|AVE|Composite Reliability|Alpha\nTrust (4 items)|4|0.69|0.90|0.88\nLoyalty|3|0.63|0.87|0.84",
        "Construct|Alpha|CR|AVE\n1. Trust (TR)|0.88|0.90|0.69\n2. Loyalty (LY)|0.84|0.87|0.63",
        "|Cronbach's|Composite|Average\n|Alpha|Reliability|Variance Extracted\nTrust|0.88|0.90|0.69\nLoyalty|0.84|0.87|0.63",
        "Construct|CR|AVE|MSV|Trust|Loyalty|Alpha\nTrust|0.90|0.69|0.21|0.83||0.88\nLoyalty|0.87|0.63|0.21|0.46|0.79|0.84",
        "Construct|Alpha|CR|AVE\nTrust|0,88|0,90|0,69\nLoyalty|0,84|0,87|0,63",
        "Construct|Alpha|CR|AVE|Thresholds\nTrust|0.88|0.90|0.69|>0.7\nLoyalty|0.84|0.87|0.63|>0.7",
    ],
)
def test_reliability_however_it_is_laid_out(table: str) -> None:
    assert reliability(read(table, "Reliability and validity")) == BOTH


@pytest.mark.parametrize(
    "table",
    [
        "Construct|Item|Loading|α|CR|AVE\nTrust|TR1|0.81|0.88|0.90|0.69\n|TR2|0.85|||\nLoyalty|LY1|0.79|0.84|0.87|0.63\n|LY2|0.80|||",
        "Construct|Item|Loading|α|CR|AVE\nTrust|TR1|0.81|0.88|0.90|0.69\n^|TR2|0.85|^|^|^\nLoyalty|LY1|0.79|0.84|0.87|0.63\n^|LY2|0.80|^|^|^",
        "Construct|Item|Loading|α|CR|AVE\n|TR1|0.81|||\nTrust|TR2|0.85|0.88|0.90|0.69\n|LY1|0.79|||\nLoyalty|LY2|0.80|0.84|0.87|0.63",
        "Construct|Item|Loading|α|CR|AVE\n0.1|TR1|0.81|||\nTrust|TR2|0.85|0.88|0.90|0.69\nD 1|LY1|0.79|||\nLoyalty|LY2|0.80|0.84|0.87|0.63",
        "Variable|Loading|α|CR|AVE\nTrust||0.88|0.90|0.69\nTR1|0.81|||\nTR2|0.85|||\nLoyalty||0.84|0.87|0.63\nLY1|0.79|||\nLY2|0.80|||",
        "Construct|Item|Loading|α|CR|AVE\nTrust|TR1: Honest|0.81|0.88|0.90|0.69\n^|TR2: Keeps promises|0.85|^|^|^\nLoyalty|LY1: Buys|0.79|0.84|0.87|0.63\n^|LY2: Recommends|0.80|^|^|^",
        "Construct|Item|Std. loading|t-value|Mean|SD|α|CR|AVE\nTrust|TR1|0.81|12.2|4.1|0.8|0.88|0.90|0.69\n|TR2|0.85|13.1|4.2|0.9|||\nLoyalty|LY1|0.79|11.0|3.9|1.0|0.84|0.87|0.63\n|LY2|0.80|11.5|3.8|1.1|||",
        "Item|Loading|α|CR|AVE\nTrust|<|<|<|<\nTR1|0.81|0.88|0.90|0.69\nTR2|0.85|||\nLoyalty|<|<|<|<\nLY1|0.79|0.84|0.87|0.63\nLY2|0.80|||",
        "Construct|Item|Loading|α|CR|AVE\nTrust|TR1|0.81|0.88|0.90|0.69\n|TR2|0.85|1|1|1\nLoyalty|LY1|0.79|0.84|0.87|0.63\n|LY2|0.80|1|一|1",
    ],
)
def test_items_and_constructs_in_one_table(table: str) -> None:
    found = read(table, "Measurement model")
    assert reliability(found) == BOTH
    assert loadings(found) == ITEMS


def test_a_name_over_two_rows() -> None:
    found = read(
        "Construct|Item|Loading\nRelationship|RD1|0.84\nDeepening|RD2|0.73\nTrust|TR1|0.81\n|TR2|0.85", "Loadings"
    )
    assert {x[0] for x in loadings(found)} == {"Relationship Deepening", "Trust"}
    chinese = read("维度|代码|因子载荷\n亲旅游|SU1|0.786\n行为|SU2|0.781\n依恋|AE1|0.860\n|AE2|0.851")
    assert {x[0] for x in loadings(chinese)} == {"亲旅游行为", "依恋"}


def test_statements_under_headings_that_carry_the_reliability() -> None:
    found = read(
        """
Construct and items|Loading|t-value
Trust (α = 0.88; CR = 0.90; AVE = 0.69)
The seller is honest|0.81|12.1
The seller keeps promises|0.85|13.0
Loyalty (α = 0.84; CR = 0.87; AVE = 0.63)
I will buy again|0.79|11.2
I will recommend it|0.80|11.4""",
        "Measurement items",
    )
    assert reliability(found) == BOTH
    assert ("Loyalty", "I will buy again", "0.79") in loadings(found)


def test_labels_in_the_middle_of_statements_are_not_guessed() -> None:
    found = read(
        "Construct|Item|Loading\n|The seller is honest|0.81\nTrust|The seller keeps promises|0.85\n|I will buy|0.79\nLoyalty|I recommend|0.80"
    )
    assert not loadings(found)


def test_groups_and_models_beside_each_other() -> None:
    groups = read(
        "Variable|First-timers|<|<|Repeaters|<|<\n|AVE|CR|Alpha|AVE|CR|Alpha\nOC|0.80|0.89|0.76|0.86|0.92|0.83\nEE|0.79|0.88|0.74|0.75|0.86|0.67",
        "Construct reliability",
    )
    assert {(c.value.name, c.value.alpha, c.value.group) for c in groups.constructs} == {
        ("OC", "0.76", "First-timers"),
        ("OC", "0.83", "Repeaters"),
        ("EE", "0.74", "First-timers"),
        ("EE", "0.67", "Repeaters"),
    }
    models = read(
        "Construct|Item|Initial model|<|Final model|<\n||Loading|t|Loading|t\nTrust|TR1|-0.38|3.9|-|-\n^|TR2|0.81|9.1|0.83|9.9\nLoyalty|LY1|0.79|8.8|0.80|9.0\n^|LY2|0.82|9.4|0.82|9.5"
    )
    assert {(c.value.model, len(c.value.loadings)) for c in models.constructs} == {
        ("Initial model", 2),
        ("Final model", 1),
        ("Final model", 2),
    }
    stacked = read(
        "Measure|Items|AVE|Cronbach’s α\nModel 1|<|<|<\nGap (KG)|4|0.526|0.750\nRisk|4|0.832|0.933\nModel 2|<|<|<\nGap (KG)|4|0.526|0.750\nRisk|4|0.831|0.932"
    )
    assert {(c.value.abbreviation, c.value.model) for c in stacked.constructs} == {
        ("KG", "Model 1"),
        (None, "Model 1"),
        ("KG", "Model 2"),
        (None, "Model 2"),
    }


def test_a_critical_ratio_is_no_reliability() -> None:
    found = read(
        "Item|Estimate|S.E.|C.R.|P\nTR1 <--- Trust|0.81|0.05|16.2|***\nTR2 <--- Trust|0.85|0.05|17.0|***",
        "Standardized loadings",
    )
    assert not reliability(found)
    assert loadings(found) == {("Trust", "TR1", "0.81"), ("Trust", "TR2", "0.85")}
    assert not found.paths


def test_cross_loadings() -> None:
    named = read(
        "Item|Trust|Loyalty\nTR1|0.81|0.31\nTR2|0.85|0.35\nLY1|0.33|0.79\nLY2|0.30|0.80",
        "Cross loadings",
        TR="Trust",
        LY="Loyalty",
    )
    assert loadings(named) == ITEMS
    assert not named.correlations
    grouped = read(
        "||Trust|Loyalty\nTrust|TR1|0.81|0.31\n^|TR2|0.85|0.35\nLoyalty|LY1|0.33|0.79\n^|LY2|0.30|0.80",
        "Cross loadings",
    )
    assert loadings(grouped) == ITEMS
    rotated = read(
        "|Component|<\n|1|2\nTR1|.81|\nTR2|.85|\nLY1||.79\nLY2||.80\nEigenvalue|3.2|2.1", "Rotated component matrix"
    )
    assert loadings(rotated) == {("TR", "TR1", ".81"), ("TR", "TR2", ".85"), ("LY", "LY1", ".79"), ("LY", "LY2", ".80")}
    nameless = read(
        "Construct|Loadings||\nTrust\nTR1|-0.05|0.71|0.12\nTR2|-0.08|0.61|0.05\nLoyalty\nLY1|-0.24|0.24|0.92\nLY2|-0.29|0.30|0.93",
        "Loadings",
    )
    assert loadings(nameless) == {
        ("Trust", "TR1", "0.71"),
        ("Trust", "TR2", "0.61"),
        ("Loyalty", "LY1", "0.92"),
        ("Loyalty", "LY2", "0.93"),
    }
    torn = read("Item|Trust|Loyalty|Risk\nXA1|0.81|0.31|0.2\nXA2|0.31|0.85|0.1\nXB1|0.3|0.2|0.7", "Cross loadings")
    assert not {x for x in loadings(torn) if x[1].startswith("XA")}


def test_loadings_over_several_header_rows_in_one_table() -> None:
    found = read(
        """
#Items|Loadings|<
#Adoption|Infrastructure (ITI)|Alignment (SA)
ITI1|0.87|
ITI2|0.88|
SA1||0.81
SA2||0.82
#Practices|Process (PRI)|Product (PDI)
PRI1|0.86|
PRI2|0.82|
PDI1||0.88
PDI2||0.94"""
    )
    assert {x[0] for x in loadings(found)} == {"Infrastructure", "Alignment", "Process", "Product"}
    assert {c.value.abbreviation for c in found.constructs} == {"ITI", "SA", "PRI", "PDI"}
    assert len(loadings(found)) == 8


def test_statistics_named_in_the_rows() -> None:
    found = read(
        """
Category|Indicator|Coefficient
People|Gender: female|62%
Reliability|Trust alpha coefficient|88%
|Alpha coefficient of loyalty|85%
Fit|Chi square degree of freedom ratio|2
|RMSEA|5%""",
        "Sample, reliability and validity",
    )
    assert reliability(found) == {("Trust", "88%", None, None), ("loyalty", "85%", None, None)}
    assert fits(found) == [{"chi2_df": "2", "rmsea": "5%"}]


@pytest.mark.parametrize(
    "table",
    [
        "Fit index|χ²/df|CFI|RMSEA\nRecommended|<3|>0.90|<0.08\nResult|2.11|0.951|0.052",
        "Fit index|Recommended value|Result\nχ²/df|<3|2.11\nCFI|>0.90|0.951\nRMSEA|<0.08|0.052",
        "Fit indices|Value|Cut-off|Result\nCMIN/DF|2.11|3.00|Good\nCFI|0.951|0.90|Good\nRMSEA|0.052|0.08|Good",
        "拟合指标||X² IdfCFI|RMSEA\n参考值|<3|>0.90|<0.08\n检验值|2.11|0.951|0.052",
        "Index|χ²/df|CFI|RMSEA\n|2-5|>0.9|<0.08\nObtained value|2.11|0.951|0.052",
    ],
)
def test_fit_beside_its_limits(table: str) -> None:
    assert fits(read(table, "Model fit")) == [{"chi2_df": "2.11", "rmsea": "0.052", "cfi": "0.951"}]


def test_fit_of_several_models() -> None:
    found = read(
        """
Model|χ²|df|χ²/df|p|RMSEA (90% CI)|CFI|SRMR|Δχ²
Four-factor|345.2|120|2.88|<.001|0.06 (0.05-0.07)|0.95|0.04|
Three-factor|545.9|123|4.44|<.001|0.09 [0.08, 0.10]|0.88|0.07|200.7***"""
    )
    first, second = fits(found)
    assert first == {
        "chi2": "345.2",
        "df": "120",
        "p": "<.001",
        "chi2_df": "2.88",
        "rmsea": "0.06",
        "rmsea_lo": "0.05",
        "rmsea_hi": "0.07",
        "cfi": "0.95",
        "srmr": "0.04",
    }
    assert (second["chi2"], second["rmsea_hi"]) == ("545.9", "0.10")
    assert [f.value.model for f in found.fit] == ["Four-factor", "Three-factor"]
    turned = read(
        "Index|Limit|Measurement model|Structural model\nχ²/df|<3|2.11|2.35\nCFI|>0.90|0.951|0.943", "Model fit"
    )
    assert [(f.value.model, f.value.cfi) for f in turned.fit] == [
        ("Measurement model", "0.951"),
        ("Structural model", "0.943"),
    ]


def test_chi_square_with_its_degrees_of_freedom_in_the_cell() -> None:
    assert fits(read("Model|χ2 (df)|CFI|RMSEA\nBase|345.2 (120)|0.95|0.06")) == [
        {"chi2": "345.2", "df": "120", "rmsea": "0.06", "cfi": "0.95"}
    ]
    spelled = read("Model|χ2|CFI|RMSEA\nBase|345.2 (df = 120, p < .001)|0.95|0.06")
    assert fits(spelled) == [{"chi2": "345.2", "df": "120", "p": "<.001", "rmsea": "0.06", "cfi": "0.95"}]
    apart = read("Model|χ2|df|p|CFI|RMSEA|90% CI\nBase|345.2|120|.000|0.95|0.06|[0.05, 0.07]")
    assert fits(apart)[0]["rmsea_lo"] == "0.05"


def test_impossible_indices_are_not_read() -> None:
    assert fits(read("Model|CFI|RMSEA|SRMR\nBase|9.5|0.06|4.0")) == [{"rmsea": "0.06"}]


def test_fit_side_by_side() -> None:
    found = read(
        "Index|Criteria|Value|Index|Criteria|Value\nχ2/df|<3|2.11|CFI|>0.9|0.951\nRMSEA|<0.08|0.052|TLI|>0.9|0.941",
        "Fit",
    )
    assert fits(found) == [{"chi2_df": "2.11", "rmsea": "0.052"}, {"cfi": "0.951", "tli": "0.941"}]
    assert found.fit[0].value.thresholds == {"chi2_df": "<3", "rmsea": "<0.08"}


TRIANGLE = {("Loyalty", "Trust", "0.41"), ("Risk", "Trust", "-0.22"), ("Loyalty", "Risk", "-0.31")}


@pytest.mark.parametrize(
    "table",
    [
        "Variable|1|2|3\n1. Trust|1||\n2. Loyalty|0.41**|1|\n3. Risk|−0.22**|−0.31**|1",
        "|Trust|Loyalty|Risk\nTrust|(0.83)||\nLoyalty|0.41|(0.79)|\nRisk|-0.22|-0.31|(0.77)",
        "|Trust|Loyalty|Risk\nTrust|1|0.41|-0.22\nLoyalty||1|-0.31\nRisk|||1",
        "|Trust|Loyalty|Risk\nTrust|1|0.41|-0.22\nLoyalty|0.41|1|-0.31\nRisk|-0.22|-0.31|1",
        "|Trust|Loyalty|Risk\nTrust|0.83|1|1\nLoyalty|0.41|0.79|1\nRisk|-0.22|-0.31|0.77",
        "Construct|Mean|SD|AVE|(1)|(2)|(3)\nTrust (1)|4.1|0.8|0.69|0.83\nLoyalty (2)|3.9|1.0|0.63|0.41|0.79\nRisk (3)|2.2|0.9|0.60|-0.22|-0.31|0.77",
        "1|2|3|\n1. Trust|-||\n2. Loyalty|0.41**|-|\n3. Risk|−0.22**|−0.31**|-\nM|4.1|3.9|2.2\nSD|0.8|1.0|0.9",
        "Construct|(3)|(1)|(2)\n1. Trust||1|\n2. Loyalty||0.41|1\n3. Risk|1|-0.22|-0.31",
        "||Trust|Loyalty|Risk\nTrust|Pearson Correlation|1|.|.\n|Sig. (2-tailed)||.000|.000\nLoyalty|Pearson Correlation|0.41**|1|\n|Sig. (2-tailed)|.000||.000\nRisk|Pearson Correlation|-0.22**|-0.31**|1\n|Sig. (2-tailed)|.000|.000|\n|N|312|312|312",
        "|CR|AVE|Trust|Loyalty|Risk\nTrust|0.9|0.69|0.83||\nLoyalty|0.9|0.63|0.41***|0.79|\nRisk|0.8|0.60|-0.22**|-0.31***|0.77",
        "|Trust|Loyalty|Risk\nTrust|0.69|0.168|0.048\nLoyalty|0.41|0.63|0.096\nRisk|-0.22|-0.31|0.60",
    ],
)
def test_correlations_however_they_are_laid_out(table: str) -> None:
    assert correlations(read(table, "Correlations and discriminant validity")) == TRIANGLE


def test_rows_without_labels_follow_the_columns() -> None:
    found = read(
        "CR|AVE|Trust|Loyalty|Risk\n0.9|0.69|0.83||\n0.9|0.63|0.41|0.79|\n0.8|0.60|-0.22|-0.31|0.77",
        "Discriminant validity",
    )
    assert correlations(found) == TRIANGLE
    assert not reliability(found)  # whose they are is nowhere printed


def test_what_stands_above_and_below_as_the_notes_say() -> None:
    both = read(
        "|1|2|3\n1. Trust|0.83|0.50|0.30\n2. Loyalty|0.41|0.79|0.44\n3. Risk|-0.22|-0.31|0.77",
        "Discriminant validity",
        "Diagonal: square root of AVE; below the diagonal: correlations; above the diagonal: HTMT ratios.",
    )
    assert correlations(both) == TRIANGLE
    assert correlations(both, "htmt") == {
        ("Loyalty", "Trust", "0.50"),
        ("Risk", "Trust", "0.30"),
        ("Loyalty", "Risk", "0.44"),
    }
    assert both.correlations[0].value.diagonal == "sqrt_ave"
    squared = read(
        "Variable|BT|MJ|SL|Composite reliability\nBread trust|0.67|0.34|0.61|0.86\nMorning joy|0.12|0.58|0.31|0.85\nShop loyalty|0.37|0.10|0.62|0.89",
        notes="AVE is on the diagonal, correlations are above the diagonal, squared correlations below the diagonal.",
    )
    assert {x[2] for x in correlations(squared)} == {"0.34", "0.61", "0.31"}
    assert ("Shop loyalty", None, None, "0.62") in reliability(squared)
    unknown = read("|Trust|Loyalty|Risk\nTrust|1|0.51|0.30\nLoyalty|0.41|1|0.44\nRisk|-0.22|-0.31|1", "Matrix")
    assert not correlations(unknown)


def test_arithmetic_tells_what_stands_on_the_diagonal() -> None:
    rows = "\nTrust|0.69|0.83||\nLoyalty|0.63|0.41|0.79|\nRisk|0.60|-0.22|-0.31|0.77"
    assert read("|AVE|Trust|Loyalty|Risk" + rows, "Matrix").correlations[0].value.diagonal == "sqrt_ave"
    rows = "\nTrust|0.69|0.69||\nLoyalty|0.63|0.41|0.63|\nRisk|0.60|-0.22|-0.31|0.60"
    assert read("|AVE|Trust|Loyalty|Risk" + rows, "Correlations").correlations[0].value.diagonal == "ave"
    alphas = read(
        "|1|2|3\n1. Trust|(.88)||\n2. Loyalty|.41|(.84)|\n3. Risk|-.22|-.31|(.79)",
        "Correlations",
        "Cronbach alphas in parentheses on the diagonal.",
    )
    assert reliability(alphas) == {
        ("Trust", ".88", None, None),
        ("Loyalty", ".84", None, None),
        ("Risk", ".79", None, None),
    }


def test_htmt_with_or_without_its_first_row() -> None:
    expected = {("BI", "PEOU", "0.512"), ("BI", "PU", "0.634"), ("PEOU", "PU", "0.701")}
    assert (
        correlations(
            read("|BI|PEOU|PU\nBI|||\nPEOU|0.512||\nPU|0.634|0.701|", "Heterotrait-monotrait ratio (HTMT)"), "htmt"
        )
        == expected
    )
    assert correlations(read("|BI|PEOU\nPEOU|0.512|\nPU|0.634|0.701", "HTMT"), "htmt") == expected
    stacked = read(
        "|BI|PEOU|PU\nFornell-Larcker criterion\nBI|0.889||\nPEOU|0.455|0.863|\nPU|0.571|0.622|0.871\nHTMT\nBI|||\nPEOU|0.512||\nPU|0.634|0.701|",
        "Discriminant validity",
    )
    assert correlations(stacked, "htmt") == expected
    assert correlations(stacked) == {("BI", "PEOU", "0.455"), ("BI", "PU", "0.571"), ("PEOU", "PU", "0.622")}


def test_a_matrix_for_each_group() -> None:
    found = read(
        "|DA|DN|OC\nFirst-timers|<|<|<\nDA|0.90||\nDN|0.43|0.91|\nOC|0.00|-0.06|0.90\nRepeaters|<|<|<\nDA|0.93||\nDN|0.56|0.91|\nOC|-0.30|-0.39|0.92",
        "Discriminant validity",
    )
    assert [m.value.group for m in found.correlations] == ["First-timers", "Repeaters"]
    missing = read(
        "|A1x|Bx|Cx|Dx\nModel 1|<|<|<|<\nA1x|1|||\nBx|0.2|1||\nDx|0.3|0.4||1\nModel 2|<|<|<|<\nA1x|1|||\nBx|0.2|1||\nCx|0.5|0.6|1|\nDx|0.3|0.4|0.7|1",
        "Correlations",
    )
    assert [(m.value.model, m.value.names) for m in missing.correlations] == [
        ("Model 1", ("A1x", "Bx", "Dx")),
        ("Model 2", ("A1x", "Bx", "Cx", "Dx")),
    ]


def test_statistics_under_a_matrix() -> None:
    found = read(
        "|1|2|3\n1 Trust|1||\n2 Loyalty|.41**|1|\n3 Risk|-.22**|-.31**|1\nMean|4.11|3.92|2.20\nSD|0.82|1.01|0.91\nCronbach's alpha|.88|.84|.79\nAVE|.69|.63|.60",
        "Descriptives and correlations",
    )
    assert ("Trust", ".88", None, ".69") in reliability(found)
    assert {(d.value.name, d.value.mean, d.value.sd) for d in found.descriptives} == {
        ("Trust", "4.11", "0.82"),
        ("Loyalty", "3.92", "1.01"),
        ("Risk", "2.20", "0.91"),
    }
    assert len(correlations(found)) == 3


def test_abbreviated_headings_by_the_papers_own_names() -> None:
    found = read(
        "|PU|BI\nPerceived usefulness|0.83|\nIntention|0.41|0.79",
        "Correlations",
        PU="Perceived usefulness",
        BI="Intention",
    )
    assert correlations(found) == {("Intention", "Perceived usefulness", "0.41")}


def test_constructs_abbreviated_like_statistics() -> None:
    found = read("|CR|SE|T\nCR|0.83||\nSE|0.41|0.79|\nT|-0.22|-0.31|0.77", "Discriminant validity")
    assert correlations(found) == {("CR", "SE", "0.41"), ("CR", "T", "-0.22"), ("SE", "T", "-0.31")}
    assert not reliability(found)
    spelled = read(
        "|AVE|CR|SE|T\nCustomer rapport (CR)|0.69|0.83||\nSelf-efficacy (SE)|0.63|0.41|0.79|\nTrust (T)|0.60|-0.22|-0.31|0.77",
        "Discriminant validity",
    )
    assert {c[0] for c in reliability(spelled)} == {"Customer rapport", "Self-efficacy", "Trust"}
    assert all(c[2] is None for c in reliability(spelled))
    assert len(correlations(spelled)) == 3


@pytest.mark.parametrize(
    ("tail", "caption", "kind"),
    [
        ("", "Measurement model", None),
        ("\nEigenvalues|4.1|1.9\n% of variance|41.0|19.0", "Factor loadings", "exploratory"),
        ("", "Loadings after varimax rotation", "exploratory"),
        ("", "Results of the exploratory factor analysis", "exploratory"),
    ],
)
def test_loadings_of_an_exploratory_analysis_are_said_to_be_so(tail: str, caption: str, kind: str | None) -> None:
    table = "Item|Trust|Loyalty\nTR1|0.81|\nTR2|0.85|\nTR3|0.77|\nLY1||0.79\nLY2||0.80\nLY3||0.74"
    found = read(table + tail, caption)
    assert {c.value.loading_kind for c in found.constructs} == {kind}
    assert len(loadings(found)) == 6


def test_loadings_beside_their_own_ave_are_taken_for_those_it_was_computed_from() -> None:
    found = read(
        "Construct|Item|Loading|CR|AVE\nTrust|TR1|0.81|0.81|0.69\n|TR2|0.85||", "Exploratory factor analysis, varimax"
    )
    assert {c.value.loading_kind for c in found.constructs} == {None}


def test_alphas_on_the_diagonal_where_age_and_gender_have_none() -> None:
    found = read(
        """
Variable|M|1|2|3|4
1. Age|31.2|-|||
2. Gender|-|.02|-||
3. Oven trust|3.1|.12|.08|(.84)|
4. Crust joy|3.4|.05|.11|.43**|(.87)""",
        "Descriptive statistics, reliabilities and correlations",
    )
    assert reliability(found) == {("Oven trust", ".84", None, None), ("Crust joy", ".87", None, None)}


def test_a_name_that_runs_over_the_columns_of_codes_and_wording() -> None:
    found = read(
        """
Construct and item||Loading|α|CR
Oven|pride (OP)||.81|.82
OP1|It is hot|.78||
OP2|It is big|.83||
Crust (CR)|||.88|.89
CR1|It is brown|.84||
CR2|It is thick|.86||""",
        "Measurement model",
    )
    assert reliability(found) == {("Oven pride", ".81", ".82", None), ("Crust", ".88", ".89", None)}
    assert loadings(found) >= {("Oven pride", "OP1", ".78"), ("Crust", "CR2", ".86")}


def test_codes_that_go_on_from_one_construct_to_the_next() -> None:
    found = read("""
Construct|Indicator|Standardized loading|Construct reliability|Variance extracted
Oven heat|X1|.78|.79|.55
|X2|.73||
Crust colour|X3|.77|.82|.61
|X4|.84||
Joy|Y1|.79|.83|.72
|Y2|.90||""")
    assert {c[0] for c in loadings(found)} == {"Oven heat", "Crust colour", "Joy"}
    assert reliability(found) == {
        ("Oven heat", None, ".79", ".55"), ("Crust colour", None, ".82", ".61"), ("Joy", None, ".83", ".72"),
    }  # fmt: skip


def test_errors_of_prediction_are_no_loadings() -> None:
    table = """
Indicator|Q²predict|PLS-SEM|<|LM|<
^|^|RMSE|MAE|RMSE|MAE
LOY1|0.312|0.941|0.722|0.958|0.741
WOM1|0.334|0.887|0.691|0.903|0.702
WOM2|0.301|0.921|0.713|0.940|0.726"""
    assert not loadings(read(table, "PLSpredict"))


def test_facets_of_a_second_order_construct() -> None:
    found = read("""
Second-order construct|First-order facet|Item|Loading|CR|AVE
Joy of bread|Smell|SM1|0.820|0.860|0.673
^|^|SM2|0.843||
^|Crust|CR1|0.759|0.859|0.671
^|^|CR2|0.897||""")
    assert reliability(found) == {("Smell", None, "0.860", "0.673"), ("Crust", None, "0.859", "0.671")}


def test_a_ratio_by_another_name() -> None:
    table = "Index|Level of acceptance|Index value\nRMSEA|≤ 0.08|0.064\nCFI|≥ 0.90|0.953\nChisq/df|≤ 5.0|1.893"
    assert any(f.value.chi2_df == "1.893" for f in read(table, "Goodness of fit").fit)


def test_loadings_of_several_times_are_of_the_construct_at_each() -> None:
    table = "|Loading|\nItem|T1|T2\nSalt taste||\nST1|.81|.82\nST2|.77|.75\nCalm joy||\nCJ1|.71|.72\nCJ2|.67|.65\n"
    found = read(table, "Items and factor loadings")
    assert {(c.value.name, c.value.group, len(c.value.loadings)) for c in found.constructs} == {
        (name, time, 2) for name in ("Salt taste", "Calm joy") for time in ("T1", "T2")
    }
