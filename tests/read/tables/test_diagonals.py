"""Squares that say in their captions, or by brackets alone, what stands on the diagonal and in which half."""

import pytest

from tests.read.tables.invented import correlations, read, reliability

ALPHAS = {("Trust", ".88", None, None), ("Loyalty", ".84", None, None), ("Risk", ".79", None, None)}
SQUARE = (
    "|Mean|SD|1|2|3\n1. Trust|3.1|0.8|(.88)||\n2. Loyalty|3.4|0.7|.41**|(.84)|\n3. Risk|2.2|0.9|-.22**|-.31**|(.79)"
)


@pytest.mark.parametrize(
    ("caption", "notes"),
    [
        ("Descriptive statistics, reliabilities (in brackets) and correlations", ""),
        ("Means, standard deviations and correlations", "Internal consistency estimates are in parentheses."),
        ("Means, SDs, correlations and coefficients alpha", "** p < .01"),
        ("Correlations", "Note. Values in parentheses are Cronbach's alphas."),
    ],
)
def test_a_diagonal_in_brackets_holds_the_reliabilities_the_table_speaks_of(caption: str, notes: str) -> None:
    assert reliability(read(SQUARE, caption, notes)) == ALPHAS


def test_composite_reliabilities_on_a_diagonal_are_no_alphas() -> None:
    found = read(SQUARE, "Correlations", "Composite reliabilities are in parentheses along the diagonal.")
    assert {c[:3] for c in reliability(found)} == {
        ("Trust", None, ".88"),
        ("Loyalty", None, ".84"),
        ("Risk", None, ".79"),
    }


def test_brackets_that_nothing_explains_hold_no_reliability() -> None:
    assert not reliability(read(SQUARE, "Means, standard deviations and correlations"))
    everywhere = SQUARE.replace(".41**", "(.41)").replace("-.22**", "(-.22)").replace("-.31**", "(-.31)")
    assert not reliability(read(everywhere, "Correlations and reliabilities"))


@pytest.mark.parametrize(
    "caption",
    [
        "Correlations of rural pupils (below the diagonal, n = 120) and urban pupils (above the diagonal, n = 132)",
        "Correlations for rural pupils (lower triangle) and urban pupils (upper triangle)",
    ],
)
def test_a_caption_tells_whose_halves_these_are(caption: str) -> None:
    found = read("|1|2|3\n1. Trust|–|.50|.30\n2. Joy|.41|–|.44\n3. Risk|-.22|-.31|–", caption)
    assert [(m.value.group, m.value.lower[2][1]) for m in found.correlations] == [
        ("rural pupils", "-.31"),
        ("urban pupils", ".44"),
    ]


def test_statements_under_the_factors_they_load_on_need_no_codes() -> None:
    found = read(
        "Question|Component|<\n^|Calm|Haste\nI wait|0.81|0.12\nI rest|0.78|0.20\nI run|0.11|0.83\nI skip lunch|0.25|0.74",
        "Rotated component matrix",
    )
    assert [(c.value.name, [x.item for x in c.value.loadings]) for c in found.constructs] == [
        ("Calm", ["I wait", "I rest"]),
        ("Haste", ["I run", "I skip lunch"]),
    ]


def test_short_names_of_constructs_may_be_those_of_statistics() -> None:
    square = """
|OVQ|SE|CI
Oven quality|**0.78**|0.36|0.48
Self-efficacy||**0.84**|0.51
Crust intention|||**0.82**
"""
    matrix = read(square, "Correlations (above the diagonal) and square roots of AVE").correlations[0].value
    assert matrix.names == ("Oven quality", "Self-efficacy", "Crust intention")
    assert {str(v) for row in matrix.lower for v in row if v is not None} >= {"0.36", "0.48", "0.51"}
    beside = "|Mean|SD|CI\nOven|3.1|0.8|0.48\nSalt|3.3|0.7|0.51\nCrust|3.0|0.6|0.52"
    assert not read(beside, "Descriptive statistics and correlations").correlations


TAIL = "As can be seen, the figures on the diagonal of Table 1 are the roots of AVE. They are high."


@pytest.mark.parametrize(
    ("tail", "expected"), [(TAIL, set()), (TAIL.replace("Table 1", "Table 7"), ALPHAS), ("", ALPHAS)]
)
def test_a_diagonal_that_the_running_text_explains(tail: str, expected: set[tuple[str | None, ...]]) -> None:
    assert reliability(read(SQUARE, "Correlations and reliability", tail=tail)) == expected


@pytest.mark.parametrize(
    "notes",
    [
        "Correlations below the diagonal are between persons; correlations above the diagonal are within persons.",
        "Between-person correlations are shown below the diagonal, within-person correlations above.",
    ],
)
def test_correlations_between_and_within_persons(notes: str) -> None:
    square = "Variable|1|2|3\n1. Trust|-|.19*|.10\n2. Loyalty|.27*|-|.12\n3. Risk|.05|.04|-"
    found = read(square, "Correlations", notes).correlations
    assert {(m.value.group or "").replace("-", " ").rstrip("s")[:6].lower() for m in found} == {"within", "betwee"}


HALVES = "Variable|LT|EJ|WI\n1. Trust|.81|.62|.63\n2. Loyalty|.41|.84|.64\n3. Risk|.38|.52|.88"
NAMES = {"LT": "Trust", "EJ": "Loyalty", "WI": "Risk"}
LOWER = {("Loyalty", "Trust", ".41"), ("Risk", "Trust", ".38"), ("Loyalty", "Risk", ".52")}


@pytest.mark.parametrize(
    "notes",
    [
        "Note. Square roots of AVE on, correlations below, and HTMT ratios above the diagonal.",
        "Note. Covariances above the diagonal.",
        "Note. Zero-order correlations are below the diagonal, partial correlations above.",
        "Note. Correlations of scores are below, correlations of latent variables above the diagonal.",
        "Note. p values are above the diagonal.",
    ],
)
def test_what_stands_in_the_halves_of_a_square(notes: str) -> None:
    assert correlations(read(HALVES, "Correlations", notes, **NAMES)) == LOWER


TOLD = [
    "The diagonal of Table 1 holds the roots of AVE; HTMT ratios are above the diagonal of Table 1.",
    "We compared, in Table 1, the correlations below the diagonal with the HTMT ratios above the diagonal.",
]


@pytest.mark.parametrize("tail", TOLD)
def test_halves_that_the_running_text_explains(tail: str) -> None:
    assert correlations(read(HALVES, "Discriminant validity", tail=tail, **NAMES)) == LOWER


def test_limits_and_comparisons_tell_nothing_of_halves() -> None:
    tail = "All AVE on the diagonal of Table 1 are above .50, and the roots of AVE (diagonal) are larger than the correlations (off-diagonal elements)."
    lower = "Variable|LT|EJ|WI\n1. Trust|.81||\n2. Loyalty|.41|.84|\n3. Risk|.38|.52|.88"
    assert correlations(read(lower, "Discriminant validity", tail=tail, **NAMES)) == LOWER


RATIOS = "|LT|EJ|WI\nTrust|||\nLoyalty|.41||\nRisk|.38|.52|"


def test_ratios_that_only_the_running_text_calls_so() -> None:
    told = read(RATIOS, "Discriminant validity", tail="All HTMT ratios stay below .85 (Table 1).", **NAMES)
    assert not told.correlations
    assert correlations(told, "htmt") == LOWER
    assert correlations(read(RATIOS, "Discriminant validity", tail="All are low (Table 1).", **NAMES)) == LOWER


@pytest.mark.parametrize("between", ["**Heterotrait-monotrait ratio (HTMT)**|||", "HTMT|LT|EJ|WI"])
def test_a_second_square_below_the_first(between: str) -> None:
    table = (
        f"|LT|EJ|WI\nTrust|.81||\nLoyalty|.41|.84|\nRisk|.38|.52|.88\n{between}\nTrust|||\nLoyalty|.61||\nRisk|.62|.63|"
    )
    found = read(table, "Discriminant validity", **NAMES)
    assert correlations(found) == LOWER
    assert len(correlations(found, "htmt")) == 3


def test_roots_of_the_average_are_no_averages() -> None:
    table = "|BA|BL\nBA|0.822|\nBL|0.507|0.807"
    found = read(table, "Fornell–Larcker criterion", tail="Only AVE roots are shown on the diagonal of Table 1.")
    assert not reliability(found)


def test_the_short_name_in_the_row_itself_tells_its_column() -> None:
    found = read(
        "|Crust|Salt|IN\nCrust|||\nSalt|.31||\nIntegrity (IN)|.42|.22|\nIntent (INT)|.41|.21|.33", "Correlations"
    )
    assert ("Integrity", "Salt", ".22") in correlations(found)
    assert ("Integrity", "Intent", ".33") in correlations(found)


def test_a_lone_one_above_the_diagonal_is_a_line_that_was_misread() -> None:
    found = read("|Crust|Salt|Joy\nCrust|.81|1|\nSalt|.31|.84|\nJoy|.42|.22|.79", "Correlations")
    assert correlations(found) == {("Crust", "Salt", ".31"), ("Crust", "Joy", ".42"), ("Joy", "Salt", ".22")}


@pytest.mark.parametrize(
    "table",
    [
        "|JOY|IV|DV\nJOY|1||\nIV|.31|1|\nDV|.42|.22|1",
        "|JOY|IV|DV\nOven joy (JOY)|1||\nIron vigour (IV)|.31|1|\nDough vigour (DV)|.42|.22|1",
        "|M|SD|JOY|IV|DV\nJOY|3.1|0.8|1||\nIV|3.2|0.7|.31|1|\nDV|3.3|0.9|.42|.22|1",
    ],
)
def test_short_names_along_the_top_may_be_those_of_the_ends_of_a_path(table: str) -> None:
    (matrix,) = read(table, "Correlations").correlations
    assert [[str(value) for value in line] for line in matrix.value.lower] == [
        ["1"],
        [".31", "1"],
        [".42", ".22", "1"],
    ]


def test_ends_in_words_under_such_headings_are_no_matrix() -> None:
    found = read("IV|DV|β|t\nSalt|Joy|.31|3.1\nFrost|Joy|.20|2.1", "Correlations and regression")
    assert not found.correlations
    assert {(p.value.from_, p.value.to) for p in found.paths} == {("Salt", "Joy"), ("Frost", "Joy")}


@pytest.mark.parametrize(
    "head",
    [
        "|Crust r (p)|Salt r (p)|Joy r (p)",
        "|Crust r(p value)|Salt r(p value)|Joy r(p value)",
        "#|Crust|Salt|Joy\n#|r (p)|r (p)|r (p)",
        "#|Crust|Salt|Joy\n#|r|r|r",
    ],
)
def test_what_is_printed_below_each_name_of_a_matrix_is_no_part_of_it(head: str) -> None:
    table = f"{head}\nCrust|1||\nSalt|.31 (.001)|1|\nJoy|.42 (<.001)|.22 (.010)|1"
    found = read(table, "Correlations")
    assert correlations(found) == {("Crust", "Salt", ".31"), ("Crust", "Joy", ".42"), ("Joy", "Salt", ".22")}
    assert found.correlations[0].value.names == ("Crust", "Salt", "Joy")


@pytest.mark.parametrize("heading", ["Girls, mean (SD)", "Girls"])
def test_means_behind_the_names_of_a_matrix_are_no_correlations(heading: str) -> None:
    table = f"|Crust|Salt|Joy|{heading}\nCrust|1|||3.1 (0.8)\nSalt|.31|1||3.2 (0.7)\nJoy|.42|.22|1|3.5 (0.9)"
    found = read(table, "Correlations")
    assert correlations(found) == {("Crust", "Salt", ".31"), ("Crust", "Joy", ".42"), ("Joy", "Salt", ".22")}


@pytest.mark.parametrize(
    "notes",
    [
        "Below the diagonal: 16 to 29 years (n = 140); above the diagonal: 60 years and over (n = 155).",
        "Above the diagonal: 60 years and over; below the diagonal: 16 to 29 years.",
        "Note. Lower triangle = 16 to 29 years; upper triangle = 60 years and over.",
        "Below the main diagonal: 16 to 29 years and above the main diagonal: 60 years and over.",
    ],
)
def test_groups_in_more_words_have_a_half_each(notes: str) -> None:
    found = read("|1|2|3\n1. Trust|–|.50|.30\n2. Joy|.41|–|.44\n3. Risk|-.22|-.31|–", "Correlations", notes)
    assert [(m.value.group, m.value.lower[2][1]) for m in found.correlations] == [
        ("16 to 29 years", "-.31"),
        ("60 years and over", ".44"),
    ]


@pytest.mark.parametrize(
    "notes",
    [
        "Below the diagonal: correlations and their errors; above the diagonal: p values of these.",
        "Below the diagonal: bakers of bread; above the diagonal: bakers of bread.",
        "Below the diagonal: bakers and millers.",
    ],
)
def test_kinds_of_numbers_and_one_group_alone_are_no_two_groups(notes: str) -> None:
    found = read("|1|2|3\n1. Trust|–|.50|.30\n2. Joy|.41|–|.44\n3. Risk|-.22|-.31|–", "Correlations", notes)
    assert [m.value.group for m in found.correlations] == [None]


WORDS = "{}\nSweet salt|1||\nBread crust|.31|1|\nJoy of rye|.42|.22|1"
IN_WORDS = {
    ("Bread crust", "Sweet salt", ".31"),
    ("Joy of rye", "Sweet salt", ".42"),
    ("Bread crust", "Joy of rye", ".22"),
}


@pytest.mark.parametrize("top", ["|SLT|CRS|RYE", "|SWS|CRU|JOR", "|SLT|BCR|RYE"])
def test_a_short_name_along_the_top_may_begin_with_any_word_of_the_name(top: str) -> None:
    assert correlations(read(WORDS.format(top), "Correlations")) == IN_WORDS


@pytest.mark.parametrize("top", ["|ALT|RUS|OY", "|WET|EAD|YE", "|TLS|SRC|EYR"])
def test_letters_from_the_middle_of_words_or_out_of_order_are_no_short_names(top: str) -> None:
    assert not read(WORDS.format(top), "Correlations").correlations


ABBREVIATED = "{}\nOven quality|{}1||\nCrust taste|{}.31|1|\n{}|{}.42|.22|1"


@pytest.mark.parametrize(
    ("short", "name"), [("SD", "Sweet dough"), ("SE", "Self-efficacy"), ("CI", "Crust intention"), ("M", "Malt")]
)
def test_a_last_construct_may_be_called_as_what_stands_before_the_square(short: str, name: str) -> None:
    table = ABBREVIATED.format(f"|Mean|SD|OQ|CT|{short}", "3.1|0.8|", "3.2|0.7|", name, "3.3|0.6|")
    found = read(table, "Descriptive statistics and correlations")
    assert [m.value.names for m in found.correlations] == [("Oven quality", "Crust taste", name)]
    assert {str(v) for m in found.correlations for line in m.value.lower for v in line} == {"1", ".31", ".42", ".22"}
    assert {(d.value.mean, d.value.sd) for d in found.descriptives} >= {("3.1", "0.8"), ("3.2", "0.7"), ("3.3", "0.6")}


def test_means_and_deviations_behind_two_names_are_no_constructs() -> None:
    beside = "|OQ|CI|M|SD\nOven quality|1||3.1|0.8\nCrust intention|.31|1|3.2|0.7\nSweet dough|.42|.22|3.3|0.6"
    found = read(beside, "Descriptive statistics and correlations")
    assert {(d.value.name, d.value.mean, d.value.sd) for d in found.descriptives} == {
        ("Oven quality", "3.1", "0.8"),
        ("Crust intention", "3.2", "0.7"),
        ("Sweet dough", "3.3", "0.6"),
    }
    assert not any("SD" in m.value.names for m in found.correlations)


LEFT = "|Trust|Joy|{}|{}\nTrust|1|||\nJoy|.31|1||\n{}|.42|.22|1|\n{}|.43|.23|.33|1"


@pytest.mark.parametrize("tops", [("SB", "SBU"), ("SBR", "SB"), ("SLB", "SDB")])
def test_short_names_that_fit_several_rows_are_those_they_cross(tops: tuple[str, str]) -> None:
    (matrix,) = read(LEFT.format(*tops, "Salted bread", "Salted butter"), "Correlations").correlations
    assert matrix.value.names == ("Trust", "Joy", "Salted bread", "Salted butter")
    assert matrix.value.lower[3] == (".43", ".23", ".33", "1")


def test_short_names_in_another_order_than_their_rows_are_still_theirs() -> None:
    table = LEFT.format("CT", "BQ", "Bread quality", "Crust taste").replace(".22|1|", ".22||").replace(".33|1", ".33|")
    assert ("Bread quality", "Crust taste", ".33") not in correlations(read(table, "Correlations"))
    assert not read(LEFT.format("XY", "ZV", "Bread quality", "Crust taste"), "Correlations").correlations
