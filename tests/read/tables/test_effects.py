"""Mediation and moderation as PROCESS, PLS and growth models are reported; tables a conversion tore apart."""

import pytest

from tests.read.tables.invented import correlations, edges, loadings, paths, read, reliability

Row = tuple[str | None, ...]


def rows(table: str, caption: str = "", notes: str = "") -> list[Row]:
    """(effect, from, via, to, figure, group) of each path."""
    found = read(table, caption, notes)
    return [
        (p.value.effect, p.value.from_, p.value.via, p.value.to, p.value.b or p.value.beta, p.value.group)
        for p in found.paths
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "Total, direct and indirect effects of bread humour on oven joy",
        "Decomposition of the relationship between bread humour and oven joy",
        "Mediation in the association between bread humour (X) and oven joy (Y)",
    ],
)
def test_effects_whose_ends_the_caption_names(caption: str) -> None:
    table = """
Effect|Estimate|Boot SE|Boot LLCI|Boot ULCI
Total effect|0.412|0.041|0.331|0.493
Direct effect (c')|0.203|0.048|0.109|0.297
Indirect effect|0.209|0.030|0.152|0.271"""
    assert rows(table, caption) == [
        ("total", "bread humour", None, "oven joy", "0.412", None),
        ("direct", "bread humour", None, "oven joy", "0.203", None),
        ("indirect", "bread humour", None, "oven joy", "0.209", None),
    ]
    assert rows(table, "Bootstrap results") == []  # nothing names the ends


def test_letters_of_process_have_their_names() -> None:
    table = """
|Effect|SE|LLCI|ULCI
Direct effect of X on Y|0.20|0.05|0.11|0.29
Indirect effect of X on Y|0.21|0.03|0.15|0.27"""
    expected = [
        ("direct", "humour", None, "joy", "0.20", None),
        ("indirect", "humour", "warmth", "joy", "0.21", None),
    ]
    assert rows(table, "Mediation by warmth (M) in the relation between humour (X) and joy (Y)") == expected


def test_mediators_alone_in_their_rows() -> None:
    found = rows(
        """
Mediator|Effect|SE|95% CI
Warmth|0.18|0.03|[0.12, 0.24]
Calm|0.12|0.02|[0.08, 0.16]
Total|0.30|0.04|[0.22, 0.38]""",
        "Indirect effects of humour on joy",
    )
    assert found == [
        ("indirect", "humour", "Warmth", "joy", "0.18", None),
        ("indirect", "humour", "Calm", "joy", "0.12", None),
        ("indirect", "humour", None, "joy", "0.30", None),
    ]


@pytest.mark.parametrize("low", ["Low (-1 SD)", "M - 1SD", "-1 SD", "16th percentile", "2.31", "One SD below the mean"])
def test_effects_at_levels_of_a_moderator(low: str) -> None:
    table = f"""
Frost|Effect|Boot SE|LLCI|ULCI
{low}|0.05|0.02|0.01|0.09
High|0.15|0.03|0.09|0.21"""
    through = rows(table, "Conditional indirect effects of humour on joy through warmth at levels of frost")
    assert through == [
        ("indirect", "humour", "warmth", "joy", "0.05", low),
        ("indirect", "humour", "warmth", "joy", "0.15", "High"),
    ]
    simple = rows(table, "Simple slopes: effect of humour on warmth")
    assert [row[:4] for row in simple] == [("direct", "humour", None, "warmth")] * 2


def test_an_outcome_printed_with_its_r2_and_no_constant() -> None:
    found = read(
        """
Outcome|Predictor|b|SE|t|p
Warmth (R² = .21)|Constant|1.21|0.20|6.05|<.001
^|Humour|0.43|0.04|10.75|<.001
Joy, adj. R2 = .35|(Intercept)|1.11|0.21|5.29|<.001
^|Humour|0.20|0.05|4.00|<.001""",
        "Regression coefficients",
    )
    assert {e[:3] for e in edges(found)} == {("Humour", "Warmth", "0.43"), ("Humour", "Joy", "0.20")}


def test_models_named_after_their_outcomes() -> None:
    found = read(
        """
Predictors|B|SE|t
Model 1: Warmth|<|<|<
Humour|0.43|0.04|10.49
Model 2: Joy|<|<|<
Humour|0.20|0.05|4.23
Warmth|0.49|0.05|9.37""",
        "Mediation analysis",
    )
    assert {e[:3] for e in edges(found)} == {
        ("Humour", "Warmth", "0.43"),
        ("Humour", "Joy", "0.20"),
        ("Warmth", "Joy", "0.49"),
    }


def test_squares_of_paths_and_of_total_effects() -> None:
    table = "|Joy|Warmth\nHumour|0.41|0.43\nWarmth|0.49|"
    assert [r[0] for r in rows(table, "Path coefficients")] == ["direct"] * 3
    assert [r[0] for r in rows(table, "Total effects")] == ["total"] * 3


def test_groups_in_a_column_and_headings_that_are_none() -> None:
    assert [
        r[1:]
        for r in rows("""
Sample|Path|Estimate|S.E.
Bakers|Humour → Warmth|0.43|0.06
|Warmth → Joy|0.52|0.06
Millers|Humour → Warmth|0.31|0.07""")
    ] == [
        ("Humour", None, "Warmth", "0.43", "Bakers"),
        ("Warmth", None, "Joy", "0.52", "Bakers"),
        ("Humour", None, "Warmth", "0.31", "Millers"),
    ]
    lagged = rows("""
Path|b|SE
Autoregressive paths|<|<
Calm T1 → Calm T2|0.52|0.04
Covariances|<|<
Calm T1 ↔ Joy T1|0.21|0.03""")
    assert lagged == [
        ("direct", "Calm T1", None, "Calm T2", "0.52", None),
        ("covariance", "Calm T1", None, "Joy T1", "0.21", None),
    ]


def test_columns_torn_in_two() -> None:
    found = read(
        """
Hypothesis Path||β|SE||t p||Result
H1|Humour → Warmth|0.43||0.04|10.75|***|Supported
H2|Warmth → Joy|0.49|0.05||9.37|***|Supported
H3|Humour → Joy|0.04||0.05|0.81|0.42|Rejected"""
    )
    assert paths(found) == {
        ("H1", "Humour", "Warmth", "0.43", "10.75", None),
        ("H2", "Warmth", "Joy", "0.49", "9.37", None),
        ("H3", "Humour", "Joy", "0.04", "0.81", "0.42"),
    }
    assert [str(p.value.se) for p in found.paths] == ["0.04", "0.05", "0.05"]


@pytest.mark.parametrize("top", ["|HU WA||JO|FR", "||HU WA|JO|FR", "|HU|WA JO FR||"])
def test_names_run_together_over_a_square(top: str) -> None:
    found = read(f"{top}\nHU|.81||| \nWA|.31|.82||\nJO|.22|.41|.83|\nFR|.11|.12|.13|.84", "Discriminant validity")
    assert {(*sorted(c[:2]), c[2]) for c in correlations(found)} == {
        ("HU", "WA", ".31"), ("HU", "JO", ".22"), ("JO", "WA", ".41"), ("FR", "HU", ".11"), ("FR", "WA", ".12"), ("FR", "JO", ".13"),
    }  # fmt: skip


def test_two_models_side_by_side_are_not_one_column() -> None:
    found = read("Predictor|Model 1|Model 2\nHumour|0.31**|\nWarmth||0.44**", "OLS regression predicting joy")
    assert {(e[0], e[3]) for e in edges(found)} == {("Humour", "Model 1"), ("Warmth", "Model 2")}


def test_a_square_filled_with_zeros_has_its_outcomes_down_the_side() -> None:
    found = rows("|Humour|Warmth|Joy\nWarmth|.43|.00|.00\nJoy|.20|.49|.00", "Standardized direct effects")
    assert [(r[1], r[3], r[4]) for r in found] == [
        ("Humour", "Warmth", ".43"), ("Humour", "Joy", ".20"), ("Warmth", "Joy", ".49"),
    ]  # fmt: skip


def test_sorts_of_effects_along_the_top() -> None:
    found = rows("""
Relationship|Direct effect|<|Indirect effect|<|Total effect|<
|β|95% CI|β|95% CI|β|95% CI
Humour → Joy|0.20|[0.10, 0.30]|0.21|[0.15, 0.27]|0.41|[0.33, 0.49]""")
    assert [(r[0], r[4]) for r in found] == [("direct", "0.20"), ("indirect", "0.21"), ("total", "0.41")]
    stacked = rows("Effect|Path|β\nDirect|Humour → Joy|0.20\nTotal|Humour → Joy|0.41\nTotal effect|Calm → Joy|0.30")
    assert [r[0] for r in stacked] == ["direct", "total", "total"]


def test_headings_over_two_columns_set_into_the_second() -> None:
    path = read("Path|B|Unstandardized S.E.|C.R.|p|Standardized β\nA → B|0.68|0.07|9.71|<0.001|0.58").paths[0].value
    assert (path.b, path.se, path.stat, path.beta) == ("0.68", "0.07", "9.71", "0.58")
    bounds = read("Path|β|BC 95% CI LL|BC 95% CI UL\nA → B|0.58|0.41|0.75").paths[0].value
    assert (bounds.ci_lo, bounds.ci_hi) == ("0.41", "0.75")


def test_every_model_has_an_outcome() -> None:
    found = read(
        "|Warmth|<|Joy||\nVariable|Model 1|Model 2|Model 3|Model 4|Model 5\nHumour|.41|.43|.38|.22|.20\nCalm|.11*|.12*|.13|.14|.15",
        "Hierarchical regression",
    )
    assert [(e[1], e[3]) for e in sorted(edges(found), key=lambda e: e[3]) if e[0] == "Calm"] == [
        ("Warmth", "Model 1"), ("Warmth", "Model 2"), ("Joy", "Model 3"), ("Joy", "Model 4"), ("Joy", "Model 5"),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["Study", "Author(s)", "Authors (year)", "Source"])
def test_what_other_studies_found_is_not_this_papers(head: str) -> None:
    found = read(
        f"{head}|n|Relation|β\nNilsen (2018)|212|Humour → joy|0.43\nPark et al. (2020)|104|Calm → joy|0.19",
        "Findings on path coefficients",
    )
    assert not found.paths
    assert not found.unread
    own = read(f"{head}|n|Relation|β\nStudy 1|212|Humour → joy|0.43\nStudy 2|104|Calm → joy|0.19")
    assert len(own.paths) == 2


def test_fit_under_the_paths_it_belongs_to() -> None:
    found = read(
        """
Hyp.|From|To|All (n = 612)|<|Bakers (n = 274)|<|Decision
^|^|^|β|t-value|β|t-value|^
H1|Humour|Joy|0.31|6.12***|0.22|2.90**|Accepted
H2|Calm|Joy|0.28|5.47***|0.30|4.00***|Accepted
Fit indices|||||||
|χ2||689.3||371.5||
|df||261||259||
|CFI||0.951||0.944||
|RMSEA||0.052||0.039||
|R2 joy||0.341||0.309||""",
        "Structural models for the full sample and one group",
    )
    assert {(p.value.from_, p.value.group, p.value.beta) for p in found.paths} == {
        ("Humour", "All (n = 612)", "0.31"), ("Humour", "Bakers (n = 274)", "0.22"),
        ("Calm", "All (n = 612)", "0.28"), ("Calm", "Bakers (n = 274)", "0.30"),
    }  # fmt: skip
    assert [(f.value.model, f.value.chi2, f.value.df, f.value.cfi, f.value.rmsea) for f in found.fit] == [
        ("All (n = 612)", "689.3", "261", "0.951", "0.052"),
        ("Bakers (n = 274)", "371.5", "259", "0.944", "0.039"),
    ]
    one = read("Path|β|SE\nA → B|0.41|0.04\nB → C|0.31|0.04\nR² (C)|0.10|\nCFI|0.95|\nSRMR|0.04|", "Structural model")
    assert len(one.paths) == 2
    assert [(f.value.cfi, f.value.srmr) for f in one.fit] == [("0.95", "0.04")]


def test_constructs_among_the_codes_of_their_items() -> None:
    found = read(
        """
Construct/Item|Wording|Loading|α|CR|AVE
Bread joy (BJ)|||0.86|0.87|0.62
BJ1|I like bread.|0.81|||
BJ2|Bread lifts me.|0.79|||
Oven fear (OF)|||0.88|0.89|0.73
OF1|Ovens frighten me.|0.87|||
OF2|I avoid ovens.|0.82|||""",
        "Measurement model",
    )
    assert reliability(found) == {("Bread joy", "0.86", "0.87", "0.62"), ("Oven fear", "0.88", "0.89", "0.73")}
    assert len(loadings(found)) == 4


def test_a_name_whose_abbreviation_went_to_the_next_line() -> None:
    found = read(
        "Construct|Loading|α|AVE\nBread joy|||\n(BJ)||0.86|0.62\nBJ1|0.81||\nBJ2|0.79||\nOven fear (OF)||0.88|0.73\nOF1|0.87||\nOF2|0.82||",
        "Loadings",
    )
    assert {(c.value.name, c.value.abbreviation) for c in found.constructs} == {
        ("Bread joy", "BJ"),
        ("Oven fear", "OF"),
    }


@pytest.mark.parametrize(("first", "second"), [("Bread joy", "(BJ)"), ("Bread", "joy (BJ)")])
def test_a_name_set_over_two_lines_around_its_numbers(first: str, second: str) -> None:
    found = read(
        f"Construct|Loading|α|AVE\n{first}|||\n||0.86|0.62\n{second}|||\nBJ1|0.81||\nBJ2|0.79||\nOven fear (OF)||0.88|0.73\nOF1|0.87||\nOF2|0.82||",
        "Loadings",
    )
    assert {(c.value.name, c.value.alpha) for c in found.constructs if c.value.alpha} == {
        ("Bread joy", "0.86"),
        ("Oven fear", "0.88"),
    }


@pytest.mark.parametrize(
    "order", [("Direct", "Indirect", "Total"), ("Total effect", "Direct effect", "Indirect effect")]
)
def test_effects_under_each_outcome_along_the_top(order: tuple[str, ...]) -> None:
    humour = {"D": ("0.31", "0.12"), "I": ("-", "0.14"), "T": ("0.31", "0.26")}
    head = "|".join(order)
    first, second = ("|".join(humour[name[0]][i] for name in order) for i in (0, 1))
    found = read(
        f"Predictor|Calm|<|<|Sleep (R² = .30)|<|<\n^|{head}|{head}\nHumour|{first}|{second}\nTea|0.05|0.01|0.06|0.02|0.01|0.03",
        "Standardized effects",
    )
    told = {(e.value.from_, e.value.to): (e.value.direct, e.value.indirect, e.value.total) for e in found.effects}
    assert told["Humour", "Calm"] == ("0.31", None, "0.31")
    assert told["Humour", "Sleep"] == ("0.12", "0.14", "0.26")
    assert len(told) == 4
    direct = {(p.value.from_, p.value.to): p.value.beta for p in found.paths if p.value.effect == "direct"}
    assert len(direct) == len(found.paths) == 4  # the direct effects are the paths of the model
    assert (direct["Humour", "Calm"], direct["Humour", "Sleep"]) == ("0.31", "0.12")


@pytest.mark.parametrize("sort", ["Original sample (β)", "Estimate (β)", "Coefficient (β)"])
def test_a_coefficient_in_words_with_its_letter(sort: str) -> None:
    table = f"""
Path|{sort}|STDEV|t
Crust -> Joy|0.31|0.05|6.20
Smell -> Joy|0.12|0.04|3.00"""
    assert rows(table) == [
        ("direct", "Crust", None, "Joy", "0.31", None),
        ("direct", "Smell", None, "Joy", "0.12", None),
    ]


def test_indirect_and_total_effects_each_with_an_interval() -> None:
    table = """
Effect|Indirect [95% CI]|Total [95% CI]
Crust → Joy|0.15 [0.08, 0.21]|0.52 [0.43, 0.63]
Smell → Joy|0.18 [0.11, 0.25]|0.25 [0.16, 0.34]"""
    assert rows(table) == [
        ("indirect", "Crust", None, "Joy", "0.15", None),
        ("total", "Crust", None, "Joy", "0.52", None),
        ("indirect", "Smell", None, "Joy", "0.18", None),
        ("total", "Smell", None, "Joy", "0.25", None),
    ]
    assert [(p.value.ci_lo, p.value.ci_hi) for p in read(table).paths][:2] == [("0.08", "0.21"), ("0.43", "0.63")]


def test_sources_alone_in_their_rows_of_effects_on_one_target() -> None:
    table = """
Effect of|Indirect effect|Total effect
Crust|.29 (4.98)|.31 (5.69)
Smell|.19 (3.16)|.24 (3.77)"""
    assert rows(table, "Indirect and total effects on joy (t-values in parentheses)") == [
        ("indirect", "Crust", None, "joy", ".29", None),
        ("total", "Crust", None, "joy", ".31", None),
        ("indirect", "Smell", None, "joy", ".19", None),
        ("total", "Smell", None, "joy", ".24", None),
    ]
    assert [p.value.stat for p in read(table, "Total effects on joy (t-values in parentheses)").paths][:1] == ["4.98"]
    fused = table.replace("Effect of|Indirect effect|Total effect", "Effect of Indirect effect Total effect||")
    assert rows(fused, "Indirect and total effects on joy") == rows(table, "Indirect and total effects on joy")
    assert rows(table, "Indirect and total effects on joy and rest") == []  # which of the two?
    assert rows(table.replace("Effect of", "Outcome"), "Indirect and total effects on joy") == []


def test_one_row_names_the_ends_of_the_others_and_what_conditional_effects_go_through() -> None:
    table = (
        "Effect|Coefficient|Boot SE|LLCI|ULCI\nTotal effect of frost on oven joy|0.414|0.049|0.318|0.510\n"
        "Direct effect|0.262|0.052|0.160|0.364\nIndirect effect via warmth|0.152|0.029|0.098|0.212\n"
        "Conditional indirect effect||||\nLow trust (-1 SD)|0.171|0.034|0.108|0.241\n"
        "High trust (+1 SD)|0.077|0.027|0.027|0.134\nIndex of moderated mediation|-0.055|0.019|-0.094|-0.019"
    )
    found = read(table, "Indirect and conditional effects", "Unstandardised coefficients")
    assert [
        (p.value.from_, p.value.to, p.value.via, p.value.effect, p.value.group, p.value.b) for p in found.paths
    ] == [
        ("frost", "oven joy", None, "total", None, "0.414"),
        ("frost", "oven joy", None, "direct", None, "0.262"),
        ("frost", "oven joy", "warmth", "indirect", None, "0.152"),
        ("frost", "oven joy", "warmth", "indirect", "Low trust (-1 SD)", "0.171"),
        ("frost", "oven joy", "warmth", "indirect", "High trust (+1 SD)", "0.077"),
    ]
    two = table.replace("Direct effect|", "Indirect effect via trust|")  # of two ways nobody says which is conditional
    assert {p.value.via for p in read(two, "Effects").paths if p.value.group} == {None}


def test_levels_under_headings_that_draw_their_relation() -> None:
    rows = (
        "|Estimate|SE|95% CI\n{}|<|<|<\nLow frost (-1 SD)|.31***|.05|[.21, .41]\nHigh frost (+1 SD)|.11|.04|[.03, .19]"
    )
    for heading, kind, via in (
        ("Salt → Crust → Joy", "indirect", "Crust"),
        ("Conditional indirect effects: Salt → Crust → Joy", "indirect", "Crust"),
        ("Effects of Salt -> Joy", "direct", None),
    ):
        found = read(rows.format(heading), "Conditional effects at levels of frost")
        assert [(p.value.from_, p.value.to, p.value.via, p.value.effect) for p in found.paths] == [
            ("Salt", "Joy", via, kind)
        ] * 2
        assert [p.value.group for p in found.paths] == ["Low frost (-1 SD)", "High frost (+1 SD)"]


def test_an_interval_goes_to_the_effect_that_its_heading_names() -> None:
    found = read(
        """
Path|Direct|Indirect|Total|95% CI (indirect) lower|95% CI (indirect) upper
Taste → Habit → Visits|0.29|0.16|0.45|0.11|0.22
Price → Habit → Visits|0.26|0.12|0.38|0.08|0.18""",
        "Direct, indirect and total effects",
        "",
    )
    told = [*(e.value for e in found.effects), *(p.value for p in found.paths if p.value.effect == "indirect")]
    assert [(x.ci_lo, x.ci_hi) for x in told] == [("0.11", "0.22"), ("0.08", "0.18")]
    assert not [p for p in found.paths if p.value.effect == "total" and p.value.ci_lo]
