"""Statements of items beside relations, construct rows that hold reliability, outcomes in headings; invented tables."""

import pytest

from evidence.read.tables.relations import relation
from tests.read.tables.invented import edges, loadings, paths, read, reliability, verdicts

ITEMS = """
Construct/item|Loading|α|CR|AVE
Trust||.88|.89|.66
TR1. I would lend to them|.82|||
TR2. They lead us to good shops|.86|||
Loyalty||.81|.82|.60
LO1. I go on to buy here|.80|||
LO2. We return to this shop|.75|||
LO3. I tell friends to come|.77|||"""


def test_a_row_that_holds_the_reliability_of_a_construct_heads_its_items() -> None:
    found = read(ITEMS, "Items, loadings and reliability")
    assert not found.paths
    assert reliability(found) == {("Trust", ".88", ".89", ".66"), ("Loyalty", ".81", ".82", ".60")}
    assert loadings(found) == {
        ("Trust", "TR1", ".82"),
        ("Trust", "TR2", ".86"),
        ("Loyalty", "LO1", ".80"),
        ("Loyalty", "LO2", ".75"),
        ("Loyalty", "LO3", ".77"),
    }


def test_items_without_codes_under_the_row_of_their_construct() -> None:
    found = read(
        """
Scale|Cronbach's alpha|Composite reliability|Std. loading
Habit (HB)|0.91|0.92|
It happens by itself|||0.88
It would be hard to stop|||0.90
Price (PR)|0.80|0.83|
The price is fair|||0.71
The price leads to doubt|||0.79"""
    )
    assert not found.paths
    assert len(loadings(found)) == 4
    assert reliability(found) == {("Habit", "0.91", "0.92", None), ("Price", "0.80", "0.83", None)}


@pytest.mark.parametrize(
    "text",
    [
        "Social influence (SI)",
        "PU1. I intend to check",
        "SAT_2: Displeased / pleased",
        "The shop matters to me",
        "TR3 Sellers lead to trouble",
    ],
)
def test_a_statement_or_a_name_is_no_relation(text: str) -> None:
    assert relation(text, announced=True) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Social influence to loyalty", ("Social influence", "loyalty")),
        ("Peer influence has an effect on loyalty", ("Peer influence", "loyalty")),
        ("Trust influences loyalty", ("Trust", "loyalty")),
        ("Trust on Loyalty", ("Trust", "Loyalty")),
        ("Dependence on shops to loyalty", ("Dependence on shops", "loyalty")),
        ("Harga terhadap Loyalitas", ("Harga", "Loyalitas")),
        ("X1 to Y1", ("X1", "Y1")),
    ],
)
def test_relations_in_words(text: str, ends: tuple[str, str]) -> None:
    found = relation(text, announced=True)
    assert found is not None
    assert (found.source, found.target) == ends


@pytest.mark.parametrize(
    "heading",
    [
        "Dependent variable: Loyalty (R² = .38)",
        "Dependent variable: Loyalty, adj. R2 = .36",
        "Outcome variable – Loyalty; F(2, 180) = 21.4",
        "Model 2: dependent variable = Loyalty",
        "Loyalty as dependent variable",
        "Loyalty (DV)",
    ],
)
def test_the_outcome_of_an_equation_stands_in_its_heading(heading: str) -> None:
    table = f"Variable|B|SE B|Beta|t\n{heading}|<|<|<|<\nTrust|.31|.06|.29|5.17\nPrice|.44|.06|.43|7.33"
    found = read(table, "Regression analyses")
    assert {e[:3] for e in edges(found)} == {("Trust", "Loyalty", ".29"), ("Price", "Loyalty", ".43")}


def test_rows_about_the_whole_model_are_no_predictors() -> None:
    found = read(
        "Predictor|Joy|Loyalty\nTrust|0.39***|0.12\nPrice|0.21**|0.06\nR2|0.38|0.50\nQ²|0.26|0.39\nSRMR|0.05|0.04\nVIF|1.2|1.3",
        "Path coefficients",
    )
    assert {e[0] for e in edges(found)} == {"Trust", "Price"}
    assert len(paths(found)) == 4


def test_propositions_have_labels_in_tables_too() -> None:
    found = read(
        "Proposition|Relationship|β|t|Result\nP1|Trust → Loyalty|0.41|5.1|Supported\nP2|Price → Loyalty|0.02|0.3|Not supported"
    )
    assert [(p[0], p[1]) for p in sorted(paths(found), key=str)] == [("P1", "Trust"), ("P2", "Price")]
    assert verdicts(found) == {"P1": "supported", "P2": "not supported"}


def test_a_column_of_verdicts_is_known_by_what_stands_in_it() -> None:
    found = read(
        "H|Structural path|Std. β|C.R.|Test\n1|Trust --> Loyalty|0.41|8.1|Supported\n2|Price --> Loyalty|-0.03|0.6|Not supported"
    )
    assert verdicts(found) == {"H1": "supported", "H2": "not supported"}


@pytest.mark.parametrize("corner", ["From / To", "Predictor/Outcome", "Exogenous / Endogenous"])
def test_a_square_of_sources_and_targets(corner: str) -> None:
    found = read(
        f"{corner}|Joy|Loyalty\nTrust|0.41 (6.2)***|0.21 (3.0)**\nPrice|-0.22 (3.1)**|\nJoy||0.45 (7.7)***",
        "Path coefficients (t-values in parentheses)",
    )
    assert {e[:3] for e in edges(found)} == {
        ("Trust", "Joy", "0.41"),
        ("Trust", "Loyalty", "0.21"),
        ("Price", "Joy", "-0.22"),
        ("Joy", "Loyalty", "0.45"),
    }


def test_the_syntax_of_lavaan_and_mplus() -> None:
    lavaan = read(
        "lhs|op|rhs|est|se|z|pvalue|std.all\nLOY|~|TRU|0.412|0.051|8.078|0.000|0.391\nJOY|~|TRU|0.512|0.041|12.488|0.000|0.471"
    )
    assert {(p.value.from_, p.value.to, p.value.b, p.value.beta) for p in lavaan.paths} == {
        ("TRU", "LOY", "0.412", "0.391"),
        ("TRU", "JOY", "0.512", "0.471"),
    }
    mplus = read(
        "|Estimate|S.E.|Est./S.E.|Two-Tailed P-Value\nLOYAL ON|<|<|<|<\nTRUST|0.412|0.051|8.078|0.000\nPRICE|-0.101|0.050|-2.020|0.043",
        "Mplus results (STDYX)",
    )
    assert paths(mplus) == {
        (None, "TRUST", "LOYAL", "0.412", "8.078", "0.000"),
        (None, "PRICE", "LOYAL", "-0.101", "-2.020", "0.043"),
    }


def test_outcomes_with_a_letter_in_brackets() -> None:
    found = read(
        "|Outcome: Joy (M)|<|Outcome: Loyalty (Y)|<\nAntecedent|Coeff.|p|Coeff.|p\nTrust (X)|0.41|<.001|0.20|.001\nJoy (M)|—|—|0.39|<.001",
        "Coefficients of the mediation model",
    )
    assert {e[:3] for e in edges(found)} == {
        ("Trust", "Joy", "0.41"),
        ("Trust", "Loyalty", "0.20"),
        ("Joy", "Loyalty", "0.39"),
    }


def test_a_construct_is_called_without_the_source_of_its_scale() -> None:
    found = read("Construct|Cronbach's α|CR\nTrust (Doe & Roe, 2010)|.88|.89\nLoyalty (Roe et al., 2012)|.84|.85")
    assert {r[0] for r in reliability(found)} == {"Trust", "Loyalty"}


def test_a_cell_may_list_the_items_of_a_construct_and_their_loadings() -> None:
    found = read(
        "Construct|Items|Loadings|CA|CR\nTrust|TR1, TR2, TR3|0.81, 0.85, 0.79|0.88|0.89\nLoyalty|LO1–LO2|0.77; 0.84|0.84|0.85\nHabit|HA1, HA2, HA3|0.71, 0.80|0.74|0.78"
    )
    assert loadings(found) == {
        ("Trust", "TR1", "0.81"),
        ("Trust", "TR2", "0.85"),
        ("Trust", "TR3", "0.79"),
        ("Loyalty", "LO1", "0.77"),
        ("Loyalty", "LO2", "0.84"),
    }


def test_factors_called_f1_and_f2() -> None:
    found = read(
        "Item|F1|F2|Communality\nTR1|.81|.12|.67\nTR2|.85|.09|.73\nLO1|.10|.77|.60\nLO2|.14|.84|.72",
        "Rotated component matrix",
    )
    assert {x[1:] for x in loadings(found)} == {("TR1", ".81"), ("TR2", ".85"), ("LO1", ".77"), ("LO2", ".84")}


def test_models_by_number_are_no_matrix() -> None:
    found = read(
        "Dependent variable|Joy|Joy|Loyalty\nModel|(1)|(2)|(3)\nAge|.05|.04|.03\nTrust||.41***|.21**",
        "Regression results (standardised)",
    )
    assert not found.correlations
    assert {e[:3] for e in edges(found)} >= {("Trust", "Joy", ".41"), ("Trust", "Loyalty", ".21")}


def test_the_last_words_of_a_caption_name_the_outcome() -> None:
    found = read(
        "Variables|Model 1|Model 2\nAge|.05|.04\nTrust||.41***\nR²|.01|.18",
        "Results of the regression analysis for loyalty",
        "Standardized coefficients.",
    )
    assert {e[1] for e in edges(found)} == {"loyalty"}


@pytest.mark.parametrize(
    "statement",
    [
        "Crust joy plays a mediating role between oven pride and return",
        "Crust joy acts as a mediator in the relationship between oven pride and return",
        "Crust joy partially mediates the effect of oven pride on return",
        "There is a mediating effect of crust joy between oven pride and return",
        "The relationship between oven pride and return is mediated by crust joy",
    ],
)
def test_a_third_between_two(statement: str) -> None:
    found = relation(statement, announced=True)
    assert found is not None
    assert (found.source, found.target, found.kind) == ("oven pride", "return", "indirect")
    assert [m.lower() for m in found.via] == ["crust joy"]


def test_a_moderator_is_part_of_the_source() -> None:
    found = relation("Rent moderates the effect of oven pride on return", announced=True)
    assert found is not None
    assert (found.source, found.target, found.kind) == ("oven pride × Rent", "return", "interaction")


def test_statements_of_which_few_name_their_ends_are_judged_by_label() -> None:
    found = read(
        "|Hypothesis|Supported?\nH1|The more closely bakers are watched, the better the bread|Yes\n"
        "H2|The more closely bakers are watched, the dearer|No\nH3|Watching is costly|No\nH4|Trust raises joy|Yes",
        "Summary of hypothesis tests",
    )
    assert [(h.value.label, h.value.verdict) for h in found.hypotheses] == [
        ("H1", "supported"), ("H2", "not supported"), ("H3", "not supported"), ("H4", "supported"),
    ]  # fmt: skip


@pytest.mark.parametrize("first", ["H1 Crust", "H1: Crust has an effect on"])
def test_verdicts_in_a_column_for_each_part_of_a_hypothesis(first: str) -> None:
    found = read(
        f"#Hypothesis|(a) Joy|(b) Calm\n{first}|Supported|Not supported\nH2 Salt|Supported|Supported", "Results"
    )
    assert verdicts(found) == {"H1a": "supported", "H1b": "not supported", "H2a": "supported", "H2b": "supported"}


def test_verdicts_in_columns_without_letters_are_of_no_parts() -> None:
    found = read("#Hypothesis|Joy|Calm\nH1|Supported|Not supported\nH2|Supported|Supported", "Results")
    assert set(verdicts(found)) == {"H1", "H2"}


@pytest.mark.parametrize(
    "table",
    [
        "#Hypothesis|Path|Sign\nH1|Crust quality → Joy|+\nH2|Salt → Joy|-",
        "#No.|Hypothesis\nH1|Crust quality increases joy\nH2|Salt lowers joy",
        "#Hypotheses\nH1: Crust quality increases joy\nH2: Salt lowers joy",
    ],
)
def test_hypotheses_that_a_table_lists_before_anything_is_estimated(table: str) -> None:
    found = [f.value for f in read(table, "Hypotheses of the study").hypotheses]
    assert [(h.label, h.from_, (h.to or "").lower(), h.sign, h.verdict) for h in found] == [
        ("H1", "Crust quality", "joy", "+", None),
        ("H2", "Salt", "joy", "-", None),
    ]


def test_items_with_codes_like_labels_are_no_hypotheses() -> None:
    assert not read("#Item|Statement\nH1|The crust is brown\nH2|The salt is dear", "Items").hypotheses


PARTS = "#Hypothesis|{}|{}\nH1: Salt raises both outcomes|Supported|Not supported\nH2: Rye lowers both outcomes|Supported|Supported"


@pytest.mark.parametrize(
    ("first", "second"),
    [("(a) Joy", "(b) Calm"), ("Joy (a)", "Calm (b)"), ("a. Joy", "b. Calm"), ("a) Joy", "b) Calm")],
)
def test_a_part_is_of_what_its_statement_says_on_what_its_column_names(first: str, second: str) -> None:
    found = [f.value for f in read(PARTS.format(first, second), "Results").hypotheses]
    assert [(h.label, h.from_, h.to, h.sign, h.verdict) for h in found] == [
        ("H1a", "Salt", "Joy", "+", "supported"),
        ("H1b", "Salt", "Calm", "+", "not supported"),
        ("H2a", "Rye", "Joy", "-", "supported"),
        ("H2b", "Rye", "Calm", "-", "supported"),
    ]


def test_a_part_whose_statement_names_no_source_has_no_ends() -> None:
    found = [
        f.value
        for f in read(PARTS.format("Joy (a)", "Calm (b)").replace("Salt raises both", "All"), "Results").hypotheses
    ]
    assert [(h.label, h.from_, h.to) for h in found][:2] == [("H1a", None, None), ("H1b", None, None)]


@pytest.mark.parametrize(("first", "second"), [("Joy (a)", "Calm"), ("Joy (T1)", "Calm (T2)"), ("Joy (x)", "Calm (y)")])
def test_columns_that_not_all_have_letters_are_of_no_parts(first: str, second: str) -> None:
    assert not {label[2:] for label in verdicts(read(PARTS.format(first, second), "Results"))} - {""}


@pytest.mark.parametrize(
    ("first", "second"), [("Study 1 (a)", "Study 2 (b)"), ("(a) Men", "(b) Women"), ("Decision (a)", "Decision (b)")]
)
def test_samples_and_decisions_with_letters_are_no_ends(first: str, second: str) -> None:
    assert not [
        h
        for h in read(PARTS.format(first, second), "Results").hypotheses
        if h.value.to in ("Men", "Study 1", "Decision")
    ]
