"""Measurement and verdicts printed for several samples side by side."""

import pytest

from evidence.read.partial import Abbreviations
from evidence.read.tables import understand
from tests.read.tables.invented import correlations, edges, loadings, read, reliability, source, verdicts

LISTED = """
#Item|{a}|{b}
Trust|<|<
TR1 The baker is honest|.81|.78
TR2 The baker keeps his word|.77|.82
{alpha}|.80|.79
AVE|.58|.57
Loyalty|<|<
LY1 I buy again|.84|.81
LY2 I tell friends|.88|.86
{alpha}|.87|.85
AVE|.65|.64
"""


@pytest.mark.parametrize(
    ("a", "b", "alpha"),
    [
        ("Bakers (n = 120)", "Millers (n = 98)", "Cronbach's alpha"),
        ("Bakers", "Millers", "α"),
        ("Study 1", "Study 2", "Cronbach's α"),
    ],
)
def test_items_under_their_construct_with_a_column_for_each_sample(a: str, b: str, alpha: str) -> None:
    found = read(LISTED.format(a=a, b=b, alpha=alpha), "Standardised factor loadings and reliabilities")
    assert loadings(found) == {
        (construct, item, value)
        for construct, item, values in (
            ("Trust", "TR1", (".81", ".78")),
            ("Trust", "TR2", (".77", ".82")),
            ("Loyalty", "LY1", (".84", ".81")),
            ("Loyalty", "LY2", (".88", ".86")),
        )
        for value in values
    }
    told = {(c.name, c.group or c.model, c.alpha, c.ave) for c in (f.value for f in found.constructs) if c.alpha}
    assert told == {
        ("Trust", a, ".80", ".58"),
        ("Trust", b, ".79", ".57"),
        ("Loyalty", a, ".87", ".65"),
        ("Loyalty", b, ".85", ".64"),
    }


def test_reliability_under_the_items_of_one_sample() -> None:
    table = "#Construct|Item|Loading\nTrust|TR1|.81\n^|TR2|.77\n^|AVE|.58\nLoyalty|LY1|.84\n^|LY2|.88\n^|Cronbach's alpha|.87"
    found = read(table, "Measurement model")
    assert reliability(found) == {("Trust", None, None, ".58"), ("Loyalty", ".87", None, None)}
    assert loadings(found) == {
        ("Trust", "TR1", ".81"),
        ("Trust", "TR2", ".77"),
        ("Loyalty", "LY1", ".84"),
        ("Loyalty", "LY2", ".88"),
    }


def test_columns_headed_by_the_constructs_hold_cross_loadings() -> None:
    table = "#Item|Trust|Loyalty\nTrust|<|<\nTR1 Honest|.81|.30\nTR2 Keeps his word|.77|.21\nLoyalty|<|<\nLY1 Buys|.25|.84\nLY2 Tells|.31|.88"
    found = read(table, "Factor loadings")
    assert not any(c.value.group for c in found.constructs)
    assert not {("Trust", "LY1", ".25"), ("Loyalty", "TR1", ".30")} & loadings(found)


TRIANGLES = "#|1|2|3\n1. Trust|–|.50|.30\n2. Joy|.41|–|.44\n3. Risk|-.22|-.31|–\nM (SD), bakers|3.4 (0.9)|3.1 (0.8)|2.8 (1.0)\nM (SD), millers|3.0 (0.9)|3.6 (0.7)|2.4 (0.9)"


def test_two_samples_in_one_square_named_in_one_bracket() -> None:
    caption = "Correlations (bakers below, millers above the diagonal), means and standard deviations"
    found = read(TRIANGLES, caption)
    assert [(m.value.group, m.value.lower[2]) for m in found.correlations] == [
        ("bakers", ("-.22", "-.31")),
        ("millers", (".30", ".44")),
    ]


@pytest.mark.parametrize(("last", "short"), [("Joyful mood", "JOY"), ("Joyful mood", "MOOD")])
def test_a_column_headed_by_a_short_form_of_its_own_row(last: str, short: str) -> None:
    table = f"#Construct|AVE|TR|RI|{short}\nTrust|.70|.84||\nRisk|.66|-.22|.81|\n{last}|.60|.41|-.31|.77"
    found = read(table, "Correlations (square roots of AVE on the diagonal)", TR="Trust", RI="Risk")
    assert correlations(found) == {("Risk", "Trust", "-.22"), (last, "Trust", ".41"), (last, "Risk", "-.31")}
    assert [m.value.names for m in found.correlations] == [("Trust", "Risk", last)]


@pytest.mark.parametrize(("yes", "no"), [("Yes", "No"), ("✓", "✗"), ("confirmed", "rejected")])
def test_a_verdict_for_each_sample_counts_where_they_agree(yes: str, no: str) -> None:
    head = "#|Hypothesis|Bakers|Millers\n"
    table = f"{head}H1a|Trust raises joy.|{yes}|{yes}\nH1b|Risk lowers joy.|{yes}|{no}\nH2|Risk lowers trust.|{no}|{no}"
    told = verdicts(read(table, "Are the hypotheses supported?"))
    assert told == {"H1a": "supported", "H1b": None, "H2": "not supported"}


def test_answers_of_people_are_no_verdicts() -> None:
    table = "#Item|Bakers|Millers\nOwns an oven|Yes|No\nBakes daily|Yes|Yes\nSells bread|No|Yes"
    assert not read(table, "Profile of the shops").hypotheses


@pytest.mark.parametrize(
    "note",
    [
        "Note. Below diagonal = bakers; above diagonal = millers.",
        "Bakers' correlations are presented below the diagonal and millers' above the diagonal.",
        "Coefficients below the diagonal refer to the sample of bakers, those above to the sample of millers.",
        "Values below the diagonal are for bakers, values above for millers.",
    ],
)
def test_notes_tell_whose_halves_these_are(note: str) -> None:
    found = read(TRIANGLES, "Correlations", note)
    assert [((m.value.group or "").lower(), m.value.lower[2]) for m in found.correlations] == [
        ("bakers", ("-.22", "-.31")),
        ("millers", (".30", ".44")),
    ]


def test_halves_of_husbands_and_wives() -> None:
    table = "|1|2\n1. Strain|—|.53\n2. Joy|.48|—"
    for caption in (
        "Correlations for husbands (below) and wives (above)",
        "Correlations in husbands (below the diagonal, n = 281) and wives (above the diagonal, n = 443)",
    ):
        found = read(table, caption).correlations
        assert {(m.value.group, m.value.lower[1][0]) for m in found} == {("husbands", ".48"), ("wives", ".53")}


@pytest.mark.parametrize("test", ["Wald", "Wald χ2", "z", "t"])
def test_what_is_tested_between_two_groups_belongs_to_neither(test: str) -> None:
    head = f"|Girls (n = 431)|<|Boys (n = 517)|<||\n#Path|β|SE|β|SE|{test}|p\n"
    rows = "Calm → Joy|.10*|.04|.09*|.04|0.01|.91\nJoy → Salt|.12**|.04|.14***|.03|0.21|.65"
    found = read("#" + head + rows, "Paths by gender")
    assert [(str(p.value.beta), str(p.value.se), p.value.stat, p.value.p) for p in found.paths] == [
        (".10", ".04", None, None),
        (".09", ".04", None, None),
        (".12", ".04", None, None),
        (".14", ".03", None, None),
    ]
    own = read(
        "#|Girls (n = 431)|<|<|Boys (n = 517)|<|<\n#Path|β|SE|p|β|SE|p\n"
        "Calm → Joy|.10|.04|.013|.09|.04|.024\nJoy → Salt|.12|.04|.003|.14|.03|.001",
        "Paths by gender",
    )
    assert [str(p.value.p) for p in own.paths] == [".013", ".024", ".003", ".001"]


COUNTRIES = "#Predictor|Norway|<|Peru|<\n#|B|SE|B|SE\nSalt|.31|.05|.11|.05\nCrust|.21|.05|.32|.05"


@pytest.mark.parametrize("caption", ["Regression on joy", "Regression. Dependent variable: joy"])
@pytest.mark.parametrize("sizes", ["(n = 214) {} (n = 198)", "( N=214 ), and those of {} (N= 198)"])
def test_countries_that_are_counted_are_groups_of_one_regression(caption: str, sizes: str) -> None:
    found = read(COUNTRIES, caption, tail=f"We asked bakers of Norway {sizes.format('Peru')}.")
    assert edges(found) == {
        ("Salt", "joy", ".31", "Norway"),
        ("Crust", "joy", ".21", "Norway"),
        ("Salt", "joy", ".11", "Peru"),
        ("Crust", "joy", ".32", "Peru"),
    }


@pytest.mark.parametrize(
    ("caption", "tail"),
    [
        ("Regression on joy", "Bread of Norway and Peru."),
        ("Regression on joy", "Norway (α = .84) and Peru (α = .82)."),
        ("Regression on joy", "Southnorway (n = 214) and Peruvia (n = 198)."),
        ("Regression", "We asked bakers of Norway (n = 214) and Peru (n = 198)."),  # no outcome is named
    ],
)
def test_headings_that_are_not_counted_or_head_no_one_outcome_are_no_groups(caption: str, tail: str) -> None:
    assert {group for *_, group in edges(read(COUNTRIES, caption, tail=tail))} == {None}


def test_variables_that_were_correlated_are_no_groups_whatever_is_counted() -> None:
    square = "#Variable|1|2|3\n1. Norway|–||\n2. Peru|.31|–|\n3. Joy|.22|.12|–"
    document = source(square, COUNTRIES, captions=["Correlations", "Regression on joy"], tail="Norway (n = 14)")
    assert {group for *_, group in edges(understand(document, Abbreviations({})))} == {None}
