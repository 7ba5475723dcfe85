"""Captions in headings, standard errors told by a caption, p beside a verdict."""

import pytest

from evidence.read.partial import Abbreviations
from evidence.read.tables import understand
from tests.read.tables.invented import edges, loadings, paths, read, reliability, source


def test_a_caption_that_ran_into_the_heading_of_the_stub() -> None:
    table = """
{}|Girls (n = 431)|Boys (n = 311)|Wald χ2(1)|p
Crust → Joy|.28*** (.05)|.29*** (.05)|0.01|.941
Smell → Joy|.20*** (.05)|.10 (.06)|1.80|.180"""
    for heading in (
        "Table 6. Standardized path coefficients (SE) by gender",
        "Table 6. Standardized path coefficients (SE) by gender Path",
    ):
        found = read(table.format(heading))
        assert {(p.value.from_, p.value.beta, p.value.se, p.value.group) for p in found.paths} == {
            ("Crust", ".28", ".05", "Girls (n = 431)"),
            ("Crust", ".29", ".05", "Boys (n = 311)"),
            ("Smell", ".20", ".05", "Girls (n = 431)"),
            ("Smell", ".10", ".06", "Boys (n = 311)"),
        }
        assert {p.where for p in found.paths} == {"Table 1"}


def test_the_p_that_stands_with_the_verdict() -> None:
    found = read(
        "Hypothesis|Path|β (t)|Result\nH1|Crust → Joy|0.43 (6.69)|Supported (p < .001)\nH2|Smell → Joy|0.07 (1.12)|Not supported (p = .26)",
        "Test of hypotheses",
    )
    assert paths(found) == {
        ("H1", "Crust", "Joy", "0.43", "6.69", "<.001"),
        ("H2", "Smell", "Joy", "0.07", "1.12", ".26"),
    }


def test_headings_torn_into_words_and_a_note_in_cells() -> None:
    found = read(
        """
Path||Study|1|||Study|2
|b|SE|p||b|SE|p
Crust → Joy|.28|.05|.01||.31|.06|.02
Smell → Joy|.11|.05|.03||.12|.06|.04
Note.|b|=|raw|estimate|||""",
        "Structural equation model estimates",
    )
    assert {(p.value.from_, p.value.b, p.value.se, p.value.p, p.value.group) for p in found.paths} == {
        ("Crust", ".28", ".05", ".01", "Study 1"),
        ("Crust", ".31", ".06", ".02", "Study 2"),
        ("Smell", ".11", ".05", ".03", "Study 1"),
        ("Smell", ".12", ".06", ".04", "Study 2"),
    }


def test_headings_of_four_models_are_not_taken_for_two_torn_ones() -> None:
    found = read(
        """
|Model 1||Model 2||Model 3||Model 4|
|B|β|B|β|B|β|B|β
Smell|.11|.10|.12|.11|.13|.12|.14|.13
Crust|.21|.20|.22|.21|.23|.22|.24|.23""",
        "Regression predicting joy",
    )
    assert {(p.value.from_, p.value.b, p.value.model) for p in found.paths} >= {
        ("Smell", ".11", "Model 1"),
        ("Smell", ".12", "Model 2"),
        ("Crust", ".24", "Model 4"),
    }


@pytest.mark.parametrize("unknown", ["ρ A", "κ"])
def test_a_heading_of_words_gives_no_name_to_the_numbers_beside_it(unknown: str) -> None:
    found = read(
        f"#Construct and items|Mean|SD|Loading|α|{unknown}|CR|AVE\n"
        "Salt (SA)||||0.84|0.85|0.88|0.71\nSA1: It is salt.|4.1|1.2|0.81|||\nSA2: It is white.|4.3|1.1|0.87|||\n"
        "Oven (OV)||||0.80|0.81|0.86|0.68\nOV1: It is hot.|4.4|1.3|0.79|||\nOV2: It is big.|4.0|1.4|0.83|||",
        "Measurement model",
    )
    told = {c.value.name: c.value for c in found.constructs if c.value.alpha}
    assert [(str(told[n].alpha), str(told[n].cr), str(told[n].ave)) for n in ("Salt", "Oven")] == [
        ("0.84", "0.88", "0.71"),
        ("0.80", "0.86", "0.68"),
    ]
    assert [str(x.loading) for c in found.constructs for x in c.value.loadings] == ["0.81", "0.87", "0.79", "0.83"]


def test_a_decision_in_brackets_behind_its_p() -> None:
    for heading in ("p (decision)", "Sig. (result)"):
        found = read(
            f"Hypothesis|Path|β|t|{heading}\nH1|Crust → Joy|0.43|6.69|0.000 (Accepted)\nH2|Smell → Joy|0.07|1.12|0.262 (Rejected)",
            "Results",
        )
        assert [(p.value.p, p.value.verdict) for p in found.paths] == [
            ("0.000", "supported"),
            ("0.262", "not supported"),
        ]


def test_degrees_of_freedom_behind_a_scaled_chi_square() -> None:
    for name in ("S-B χ2 (df)", "Satorra-Bentler χ² (df)", "χ2 [df]"):
        found = read(
            f"Model|{name}|CFI|RMSEA\nMeasurement|241.58 (155)|0.96|0.04\nStructural|268.27 (159)|0.95|0.05",
            "Fit indices",
        )
        assert {(f.value.model, str(f.value.chi2), str(f.value.df)) for f in found.fit} == {
            ("Measurement", "241.58", "155"), ("Structural", "268.27", "159"),
        }  # fmt: skip


def test_a_model_and_its_statistics_in_one_heading() -> None:
    found = read(
        "Predictor|Step 1 B (SE)|Step 1 β|Step 2 B (SE)|Step 2 β\nCrust|0.31 (0.05)|.28***|0.29 (0.05)|.26***\nSmell|||0.11 (0.04)|.12**\nR2|.08||.10|",
        "Regression predicting joy",
    )
    assert {(p.value.from_, p.value.to, p.value.b, p.value.se, p.value.beta, p.value.model) for p in found.paths} == {
        ("Crust", "joy", "0.31", "0.05", ".28", "Step 1"),
        ("Crust", "joy", "0.29", "0.05", ".26", "Step 2"),
        ("Smell", "joy", "0.11", "0.04", ".12", "Step 2"),
    }


def test_a_factor_with_the_name_of_a_statistic_among_its_items() -> None:
    found = read(
        "Item|CB|CR|SN\nCB1|0.842|-0.101|0.301\nCB2|0.871|-0.092|0.342\nCR1|-0.093|0.814|-0.131\nCR2|-0.093|0.889|-0.139\nSN1|0.306|-0.147|0.858\nSN2|0.322|-0.147|0.884",
        "Loadings and cross-loadings",
    )
    assert ("CR", "CR1", "0.814") in {
        (c.value.name, x.item, str(x.loading)) for c in found.constructs for x in c.value.loadings
    }
    assert {found_one[0] for found_one in loadings(found)} == {"CB", "CR", "SN"}


def test_the_distances_of_pls_models() -> None:
    found = read(
        "Index|Saturated model|Estimated model\nSRMR|0.045|0.052\nd_ULS|0.719|0.930\nd_G|0.402|0.417\nNFI|0.91|0.90",
        "Model fit",
    )
    assert [(str(f.value.d_uls), str(f.value.d_g), str(f.value.srmr)) for f in found.fit] == [
        ("0.719", "0.402", "0.045"),
        ("0.930", "0.417", "0.052"),
    ]


def test_names_over_several_rows_of_items_that_begin_with_their_codes() -> None:
    found = read(
        """
Construct|Item|Loading|α|CR
|PES1. Other riders warn me|0.756||
Peer support|PES2. Other riders share water|0.831|0.852|0.853
(PES)|PES3. I can count on riders|0.848||
|PWB1. I felt cheerful|0.861||
Riding well-|PWB2. I felt calm|0.834||
being|PWB3. I felt active|0.879|0.913|0.914
(PWB)|PWB4. I woke up fresh|0.742||""",
        "Measurement items",
    )
    assert reliability(found) == {
        ("Peer support", "0.852", "0.853", None),
        ("Riding well-being", "0.913", "0.914", None),
    }
    assert [len(c.value.loadings) for c in found.constructs if c.value.loadings] == [3, 4]


def test_two_items_that_a_page_set_into_one_row() -> None:
    found = read(
        """
Construct|Item|Loading|α
Shop warmth|SM1. It is warm SM2. It is light enough|0.784 0.812|0.864
|SM3. It smells good|0.739|
Peer help|PH1. They help|0.701|0.801
|PH2. They share PH3. They warn|0.722 0.733|""",
        "Measurement items",
    )
    assert {(c.value.name, x.item, str(x.loading)) for c in found.constructs for x in c.value.loadings} == {
        ("Shop warmth", "SM1", "0.784"),
        ("Shop warmth", "SM2", "0.812"),
        ("Shop warmth", "SM3", "0.739"),
        ("Peer help", "PH1", "0.701"),
        ("Peer help", "PH2", "0.722"),
        ("Peer help", "PH3", "0.733"),
    }


WRAPPED = """
Construct|Item|Loading|VIF|α|CR
|SM1. It is warm in|0.842|1.94||
|the shop||||
Shop warmth|SM2. It smells of|0.867|2.21|0.843|0.894
|bread||||
|PH1. They help me|0.858|1.76||
Peer help|||||
|PH2. They share|0.881|1.98|0.807|0.885
(PH)|their bread||||
|PH3. They warn PH4. They sing|0.806|1.60||
|every day|0.811|1.61||"""


def test_wordings_over_several_lines_with_values_at_half_height() -> None:
    found = read(WRAPPED, "Results of the measurement model")
    assert {(c.value.name, x.item, str(x.loading)) for c in found.constructs for x in c.value.loadings} == {
        ("Shop warmth", "SM1", "0.842"),
        ("Shop warmth", "SM2", "0.867"),
        ("Peer help", "PH1", "0.858"),
        ("Peer help", "PH2", "0.881"),
        ("Peer help", "PH3", "0.806"),
        ("Peer help", "PH4", "0.811"),
    }
    assert reliability(found) == {("Shop warmth", "0.843", "0.894", None), ("Peer help", "0.807", "0.885", None)}


def test_as_many_codes_as_values_or_nothing_is_moved() -> None:
    lacking = read(WRAPPED.replace("|every day|0.811|1.61||", "|every day||||"), "Results of the measurement model")
    assert ("PH4", "0.811") not in {(x.item, str(x.loading)) for c in lacking.constructs for x in c.value.loadings}
    assert not any(str(x.loading) == "0.806" and x.item == "PH4" for c in lacking.constructs for x in c.value.loadings)


def test_a_caption_that_took_the_first_heading_of_values_with_it() -> None:
    found = read(
        "Table 4. Path coefficients of the model Path B|SE|β|C.R.|p|\nCrust → Joy|0.58|0.06|0.46|9.51|<.001\nSmell → Joy|-0.14|0.04|-0.18|-3.62|<.001"
    )
    assert {(p.value.from_, p.value.b, p.value.se, p.value.beta, p.value.stat, p.value.p) for p in found.paths} == {
        ("Crust", "0.58", "0.06", "0.46", "9.51", "<.001"),
        ("Smell", "-0.14", "0.04", "-0.18", "-3.62", "<.001"),
    }


MATRIX = "||M|SD|1|2|3\n1|Salt|3.1|.7|1||\n2|Joy|3.3|.5|.21|1|\n3|Calm|3.4|.6|.11|.33|1"
BEHIND = "#|{}|Calm|<\n#^|B|SE|B|SE\nSalt|.31|.05|.11|.05\nCrust|.21|.05|.32|.05"


def regressed(caption: str, first: str) -> set[tuple[str, str, str | None]]:
    """What a regression says of two outcomes, behind a matrix of the variables."""
    document = source(MATRIX, BEHIND.format(first), captions=["Correlations", caption])
    return {e[:3] for e in edges(understand(document, Abbreviations({})))}


CALM = {("Salt", "Calm", ".11"), ("Crust", "Calm", ".32")}


@pytest.mark.parametrize("caption", ["Results of the regressions Joy", "Regression models joy"])
def test_an_outcome_that_ran_from_the_first_heading_into_the_caption(caption: str) -> None:
    assert regressed(caption, "|") == {("Salt", "Joy", ".31"), ("Crust", "Joy", ".21"), *CALM}


@pytest.mark.parametrize("caption", ["Results of the regressions", "Regression models Calm", "Regression models Sleep"])
def test_a_caption_that_ends_with_no_further_variable_names_no_outcome(caption: str) -> None:
    assert regressed(caption, "|") == CALM


def test_an_outcome_over_its_columns_is_none_that_the_caption_ends_with() -> None:
    found = regressed("Regression models Joy", "Sleep|<")
    assert found == {("Salt", "Sleep", ".31"), ("Crust", "Sleep", ".21"), *CALM}


@pytest.mark.parametrize(
    ("below", "cells", "what"),
    [
        ("Coeff. (S.E.)", (".31 (.05)", ".22 (.04)"), ("se", ".05", ".04")),
        ("Coefficients (t-value)", (".31 (6.20)", ".22 (5.50)"), ("stat", "6.20", "5.50")),
        ("Estimate [95% CI]", (".31 [.21, .41]", ".22 [.14, .30]"), ("ci_lo", ".21", ".14")),
    ],
)
def test_what_stands_over_two_statistics_takes_none_of_them(
    below: str, cells: tuple[str, str], what: tuple[str, str, str]
) -> None:
    first, second = cells
    table = f"#Predictor|Joy|Calm\n#^|{below}|{below}\nSalt|{first}|{second}\nCrust|{second}|{first}"
    found = read(table, "Results of the regressions")
    assert {e[:3] for e in edges(found)} == {
        ("Salt", "Joy", ".31"),
        ("Salt", "Calm", ".22"),
        ("Crust", "Joy", ".22"),
        ("Crust", "Calm", ".31"),
    }
    name, of_first, of_second = what
    assert {(p.value.beta or p.value.b, getattr(p.value, name)) for p in found.paths} == {
        (".31", of_first),
        (".22", of_second),
    }
