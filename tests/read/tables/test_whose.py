"""Whose the numbers of a table are, where a heading, a note or a short name alone tells it."""

import pytest

from evidence.read import markdown
from evidence.read.understanding import understand
from tests.read.tables.invented import loadings, read, reliability


def told(table: str, caption: str, notes: str = "") -> set[tuple[str, str, str | None, str, str | None, str | None]]:
    return {
        (p.from_, p.to, p.via, p.effect, p.group, p.beta or p.b)
        for p in (f.value for f in read(table, caption, notes).paths)
    }


def test_a_relation_over_the_first_column_is_that_of_all_rows() -> None:
    table = """#Path: salt → joy|Effect|Boot SE|LLCI|ULCI
Total effect|0.451|0.055|0.344|0.560
Direct effect|0.186|0.052|0.085|0.289
Indirect effect via crust|0.196|0.032|0.134|0.259"""
    assert told(table, "Total, direct, and indirect effects") == {
        ("salt", "joy", None, "total", None, "0.451"),
        ("salt", "joy", None, "direct", None, "0.186"),
        ("salt", "joy", "crust", "indirect", None, "0.196"),
    }


def test_conditional_indirect_effects_at_levels() -> None:
    table = """#Level of frost|Conditional indirect effect|Boot SE|95% CI
Low (−1 SD)|0.241|0.041|[0.161, 0.323]
High (+1 SD)|0.133|0.033|[0.069, 0.199]"""
    found = told(table, "Conditional indirect effects of salt on joy via crust")
    assert found == {
        ("salt", "joy", "crust", "indirect", "Low (-1 SD)", "0.241"),
        ("salt", "joy", "crust", "indirect", "High (+1 SD)", "0.133"),
    }


def test_groups_with_their_size_before_the_letter_of_the_coefficient() -> None:
    table = """#Path|Bakers (n = 331) β|t|Guests (n = 281) β|t|Δχ²(1)
Salt → Joy|0.38***|6.88|0.32***|5.45|0.47
Crust → Joy|0.18***|3.39|0.47***|7.94|8.76**"""
    found = read(table, "Results of the multi-group analysis").paths
    assert {(p.value.from_, p.value.group, p.value.beta, p.value.stat) for p in found} == {
        ("Salt", "Bakers", "0.38", "6.88"),
        ("Salt", "Guests", "0.32", "5.45"),
        ("Crust", "Bakers", "0.18", "3.39"),
        ("Crust", "Guests", "0.47", "7.94"),
    }


def test_a_triangle_is_one_whatever_its_short_names_abbreviate() -> None:
    table = """#|HU|SE|CX|OJ
Humour|0.86|||
Salt efficacy|0.43|0.74||
Crust|0.15|0.30|0.76|
Oven joy|0.21|0.44|0.36|0.84"""
    found = read(table, "Discriminant validity", "Square roots of AVE on the diagonal").correlations
    assert [m.value.names for m in found] == [("Humour", "Salt efficacy", "Crust", "Oven joy")]
    assert found[0].value.lower[3][:3] == ("0.21", "0.44", "0.36")


def test_a_column_of_alphas_before_a_triangle_is_none_of_it() -> None:
    table = """#|α|1.|2.|3.
1. Humour|.81|||
2. Salt|.85|-.34||
3. Crust|.79|.16|.12|
4. Joy|.92|-.09|.38|.27"""
    found = read(table, "Reliability and correlations")
    assert reliability(found) == {
        ("Humour", ".81", None, None),
        ("Salt", ".85", None, None),
        ("Crust", ".79", None, None),
        ("Joy", ".92", None, None),
    }


FACTORS = """#Code|Item|I|II|III|IV
HU1|I laugh with bakers|.74|||
HU2|Bakers make me laugh|.71|||
SA1|I like my bread with salt||.81||
SA2|I add salt to bread||.72||
CR1|I eat the crust first|||.79|
CR2|I keep the crust|||.83|
JO1|I enjoy the oven||||.76
JO2|I wait beside the oven||||.82
|Eigenvalue|4.87|2.93|2.11|1.58
|Cronbach's alpha|.83|.80|.84|.81"""
NOTE = "I = Humour; II = Salt; III = Crust; IV = Oven joy."


def test_alphas_below_the_factors_that_a_note_names() -> None:
    found = read(FACTORS, "Rotated factor matrix", NOTE)
    assert reliability(found) == {
        ("Humour", ".83", None, None),
        ("Salt", ".80", None, None),
        ("Crust", ".84", None, None),
        ("Oven joy", ".81", None, None),
    }
    assert ("Oven joy", "JO2", ".82") in loadings(found)


def test_one_alpha_below_all_factors_is_of_none() -> None:
    assert reliability(read(FACTORS.replace("|.83|.80|.84|.81", "||.83||"), "Rotated factor matrix", NOTE)) == set()


def test_items_worded_beside_their_codes_are_no_constructs() -> None:
    table = """#Code|Wording|Loading
<b>Humour|<|<
HU1|I laugh with bakers|.74
HU2|Bakers make me laugh|.71
<b>Salt – Crumb et al. (2010)|<|<
SA1|I like my bread with salt|.81
SA2|I add salt to bread|.72""".replace("<b>", "")
    assert {name for name, _, _ in loadings(read(table, "Standardized factor loadings"))} == {"Humour", "Salt"}


@pytest.mark.parametrize("row", ["Max. VIF|1.21|1.56", "Highest VIF|1.21|1.56", "VIF (max)|1.21|1.56"])
def test_a_row_of_collinearity_is_no_predictor(row: str) -> None:
    table = f"#Variable|Model 1|Model 2\nSalt|0.31**|0.28**\nCrust||0.11*\nR²|.21|.24\n{row}"
    found = read(table, "Regression with the dependent variable: joy")
    assert {p.value.from_ for p in found.paths} == {"Salt", "Crust"}


def test_short_names_explained_with_commas() -> None:
    table = "#Path|β|t\nHU → JO|0.31|5.61\nSA → JO|0.22|4.01"
    notes = "Note: All paths are standardized. HU, humour; SA, salt in bread; JO, oven joy."
    assert read(table, "Path coefficients", notes).abbreviations == {
        "HU": "humour",
        "SA": "salt in bread",
        "JO": "oven joy",
    }
    assert read(table, "Path coefficients", "Note: One comma, and no list of names.").abbreviations == {}


def test_a_box_that_holds_a_note_takes_no_caption() -> None:
    page = """# On bread

## Results

Table 1 Paths.

| Path | β | t |
|---|---|---|
| Salt → Joy | 0.31*** | 5.61 |
| Crust → Joy | 0.22** | 3.01 |

| Note. β = standardized estimate. |
|----|

Table 2 Direct, indirect and total effects on joy (t-values in parentheses).

| Effect on joy of | Direct | Indirect | Total |
|---|---|---|---|
| Salt | 0.31*** | 0.10*** (4.62) | 0.41*** (7.08) |
| Crust | 0.22** | 0.06* (2.51) | 0.28*** (5.27) |
"""
    record = understand(markdown.to_source(page.encode()))[0]
    totals = {(p.from_, p.beta, p.stat) for p in record.paths if p.effect == "total"}
    assert totals == {("Salt", "0.41", "7.08"), ("Crust", "0.28", "5.27")}


@pytest.mark.parametrize(("said", "verdict"), [("Yes|No", "not supported"), ("Full|Partial", None)])
def test_whether_something_mediates_judges_the_hypothesis_only_with_yes_or_no(said: str, verdict: str | None) -> None:
    first, second = said.split("|")
    table = f"#Hypothesis|Indirect effect|β|t|Mediation\nH1|Salt → Crust → Joy|0.08|3.77|{first}\nH2|Milk → Crust → Joy|0.01|0.31|{second}"
    found = {h.value.label: h.value.verdict for h in read(table, "Specific indirect effects").hypotheses}
    assert found.get("H2") == verdict


def test_the_interval_of_an_odds_ratio_is_not_that_of_the_coefficient() -> None:
    table = "#Variable|B|SE|OR|95% CI\nSalt|0.53**|0.20|1.70|[1.15, 2.49]\nCrust|-0.83***|0.15|0.44|[0.33, 0.58]"
    found = read(table, "Logistic regression predicting joy").paths
    assert {(p.value.from_, p.value.b, p.value.se, p.value.ci_lo) for p in found} == {
        ("Salt", "0.53", "0.20", None),
        ("Crust", "-0.83", "0.15", None),
    }
    found = read(table.replace("OR|", "t|").replace("1.15, 2.49", "0.14, 0.92"), "Regression predicting joy").paths
    assert {p.value.ci_lo for p in found} >= {"0.14"}
