"""Levels under a row that draws their relation, sorts of effect said once for them, ways through one mediator."""

import pytest

from evidence.read.partial import Abbreviations, Findings
from evidence.read.tables import understand
from evidence.records import Hypothesis
from tests.read.tables.invented import read, source


def told(found: Findings) -> set[tuple[object, ...]]:
    return {
        (p.value.from_, p.value.via, p.value.to, p.value.group, p.value.b or p.value.beta, p.value.effect)
        for p in found.paths
    }


CHAIN = {
    ("Salt", "Crust", "Joy", None, ".20", "indirect"),
    ("Salt", "Crust", "Joy", "Low frost", ".11", "indirect"),
    ("Salt", "Crust", "Joy", "High frost", ".29", "indirect"),
}
LEVELS = "Low frost|.11|.04|[.03, .19]\n{}High frost|.29|.05|[.19, .39]"


@pytest.mark.parametrize(
    "between", ["", "Index of moderated mediation|.09|.02|[.05, .13]\n", "Difference|.18|.02|[.15, .23]\n"]
)
def test_levels_that_follow_a_row_with_a_relation_of_its_own(between: str) -> None:
    drawn = "Path|B|SE|95% CI\nSalt → Crust → Joy|.20|.04|[.12, .28]\n"
    assert told(read(drawn + LEVELS.format(between), "Indirect effects")) == CHAIN


def test_levels_behind_another_row_are_not_of_the_relation_above_it() -> None:
    drawn = "Path|B|SE|95% CI\nSalt → Crust → Joy|.20|.04|[.12, .28]\n"
    found = told(read(drawn + "Oven heat|.05|.04|[.01, .09]\n" + LEVELS.format(""), "Indirect effects"))
    assert ("Salt", "Crust", "Joy", "High frost", ".29", "indirect") not in found
    worded = drawn.replace("Salt → Crust → Joy", "Salt raises joy")
    assert told(read(worded + LEVELS.format(""), "Effects")) == set()


@pytest.mark.parametrize("head", ["Conditional on frost", "At levels of frost", "Moderated by frost"])
def test_what_is_conditional_heads_the_rows_below_it_and_ends_no_name(head: str) -> None:
    rows = "Salt → {}|.31|.05|[.21, .41]\n" + head + "|||\nLow|.11|.05|[.01, .21]\nHigh|.41|.05|[.31, .51]\n"
    found = told(read("Path|B|SE|95% CI\n" + rows.format("Joy") + rows.format("Calm"), "Effects"))
    assert {(x[0], x[2], x[4]) for x in found} == {
        ("Salt", end, b) for end in ("Joy", "Calm") for b in (".31", ".11", ".41")
    }
    assert {(x[3], x[4]) for x in found if x[4] != ".31"} == {("Low", ".11"), ("High", ".41")}


@pytest.mark.parametrize(
    "behind",
    ["at different levels of frost", "when frost is:", "given frost", "conditional on frost", "depending on frost,"],
)
def test_what_a_drawn_heading_says_of_its_levels_is_no_part_of_the_outcome(behind: str) -> None:
    table = f"Level|B|SE|95% CI\nSalt → Crust → Joy {behind}|<|<|<\n" + LEVELS.format("")
    found = told(read(table, "Conditional effects"))
    assert found == {x for x in CHAIN if x[3]}


def test_a_sort_of_effect_said_once_for_the_levels_beside_it() -> None:
    table = (
        "Effect|Frost|B|SE|95% CI\nConditional indirect effect|Low|.11|.04|[.03, .19]\n|High|.29|.05|[.19, .39]\n"
        "Conditional direct effect|Low|.13|.04|[.03, .19]\n|High|.31|.05|[.19, .39]"
    )
    assert told(read(table, "Effects of salt on joy through crust")) == {
        ("salt", "crust", "joy", "Low", ".11", "indirect"),
        ("salt", "crust", "joy", "High", ".29", "indirect"),
        ("salt", None, "joy", "Low", ".13", "direct"),
        ("salt", None, "joy", "High", ".31", "direct"),
    }


@pytest.mark.parametrize("by", ["via", "through"])
def test_indirect_effects_named_by_their_mediators_below_the_paths(by: str) -> None:
    paths = "Salt → Trust|.11|.04\nSalt → Calm|.12|.04\nTrust → Joy|.13|.04\nCalm → Joy|.14|.04\nSalt → Joy|.15|.04"
    table = f"Path|B|SE\n{paths}\nIndirect effect {by} Trust|.02|.01\nIndirect effect {by} Calm|.03|.01\n"
    found = told(read(table + "Indirect effect|.04|.01\n" + f"Indirect effect {by} Rye|.06|.01", "Paths"))
    assert {x for x in found if x[5] == "indirect"} == {
        ("Salt", "Trust", "Joy", None, ".02", "indirect"),
        ("Salt", "Calm", "Joy", None, ".03", "indirect"),
    }
    assert len(found) == 7


SLOPES = (
    "Outcome|Level of salt|Effect|SE|p\nJoy|Low (-1 SD)|.47|.07|.01\n|High (+1 SD)|.11|.07|.12\n"
    "Calm|Low (-1 SD)|.54|.07|.01\n|High (+1 SD)|.21|.07|.01"
)


def test_slopes_whose_predictor_only_the_note_names() -> None:
    note = "Note. Simple slopes of humour at levels of salt."
    assert {x[:5] for x in told(read(SLOPES, "Moderation", note))} == {
        ("humour", None, "Joy", "Low (-1 SD)", ".47"),
        ("humour", None, "Joy", "High (+1 SD)", ".11"),
        ("humour", None, "Calm", "Low (-1 SD)", ".54"),
        ("humour", None, "Calm", "High (+1 SD)", ".21"),
    }
    assert told(read(SLOPES, "Moderation", "Note. Simple slopes at levels of salt.")) == set()


@pytest.mark.parametrize("heads", ["Outcome|Level of salt", "Dependent variable|Salt", "DV|Moderator level"])
def test_slopes_on_each_outcome_are_no_regression(heads: str) -> None:
    table = f"{heads}|B|SE|t|p\n" + SLOPES.split("\n", 1)[1].replace("|.07|", "|.07|6.1|")
    found = told(read(table, "Regression: simple slopes", "Note. Conditional effects of humour at levels of salt"))
    assert {(x[0], x[2]) for x in found} == {("humour", "Joy"), ("humour", "Calm")}
    assert len(found) == 4


PROCESS = """
||Crust|<|<||Joy|<|<
||Coeff.|SE|p||Coeff.|SE|p
X (Salt)|a|.31|.05|.001|c′|.12|.05|.020
M (Crust)|||||b|.41|.06|.001
Constant|iM|1.20|.20|.001|iY|2.10|.30|.001"""


@pytest.mark.parametrize(
    "letters", [("a", "c′", "b", "iM", "iY"), ("a1", "c'", "b1", "i", "i2"), ("a", "c", "b", "iM", "iY")]
)
def test_the_letters_of_paths_are_no_part_of_the_names_beside_them(letters: tuple[str, ...]) -> None:
    table = PROCESS
    for old, new in zip(("|a|", "|c′|", "|b|", "|iM|", "|iY|"), letters, strict=True):
        table = table.replace(old, f"|{new}|")
    assert {x[:5] for x in told(read(table, "Model coefficients"))} == {
        ("Salt", None, "Crust", None, ".31"),
        ("Salt", None, "Joy", None, ".12"),
        ("Crust", None, "Joy", None, ".41"),
    }


def test_what_stands_behind_equal_labels_is_no_piece_of_them() -> None:
    table = "||B|SE|p\nSalt|men|.31|.05|.001\nSalt|women|.12|.05|.020\nCrust|men|.41|.06|.001\nCrust|women|.20|.08|.001"
    assert {x[0] for x in told(read(table, "Regression on joy"))} == {"Salt", "Crust"}
    parts = "||B|SE|p\nSalt|love|.31|.05|.001\nCrust|pride|.41|.06|.001"
    assert {x[0] for x in told(read(parts, "Regression on joy"))} == {"Salt love", "Crust pride"}


@pytest.mark.parametrize(
    ("salt", "crust"), [("Salt (felt|Love)", "Crust of|bread"), ("Salt (the|Sea)", "Crust (of|Rye)")]
)
def test_a_capital_letter_in_a_bracket_that_was_cut_is_a_piece(salt: str, crust: str) -> None:
    table = f"||B|SE|p\n{salt}|.31|.05|.001\n{crust}|.41|.06|.001"
    names = {salt.replace("|", " "), crust.replace("|", " ")}
    assert {x[0] for x in told(read(table, "Regression on joy"))} == names


def test_the_levels_of_one_effect_are_no_group_of_the_next() -> None:
    levels = "Conditional on frost|<|<\nLow (-1 SD)|{}|.02\nHigh (+1 SD)|{}|.03"
    table = f"Effect|b|SE\nSalt → Joy|.20|.04\n{levels.format('.11', '.29')}\nSalt → Calm|.30|.05\n{levels.format('.12', '.31')}"
    found = {(p.value.to, p.value.b): p.value.group for p in read(table, "Conditional effects").paths}
    assert (found["Joy", ".20"], found["Calm", ".30"]) == (None, None)
    assert (found["Joy", ".11"], found["Calm", ".31"]) == ("Low (-1 SD)", "High (+1 SD)")


def test_a_heading_of_levels_over_whole_effects_is_their_group() -> None:
    table = "Path|b|SE\nConditional on low frost|<|<\nSalt → Joy|.20|.04\nCrust → Joy|.21|.04"
    assert {p.value.group for p in read(table, "Effects").paths} == {"Conditional on low frost"}


LEVELS_BESIDE = "Level|Effect|SE|95% CI\n{}|.20|.04|[.12, .28]\nLow|.11|.04|[.03, .19]\nHigh|.29|.05|[.19, .39]"


@pytest.mark.parametrize(
    ("whole", "via", "effect"),
    [("Total effect", None, "total"), ("Direct effect", None, "direct"), ("Indirect effect", "crust", "indirect")],
)
def test_levels_beside_the_effect_as_a_whole(whole: str, via: str | None, effect: str) -> None:
    found = read(LEVELS_BESIDE.format(whole), "Indirect effect of salt on joy through crust")
    assert told(found) == {
        ("salt", via, "joy", None, ".20", effect),
        ("salt", "crust", "joy", "Low", ".11", "indirect"),
        ("salt", "crust", "joy", "High", ".29", "indirect"),
    }


@pytest.mark.parametrize("row", ["Oven heat", "Crust", "Effects of ovens"])
def test_levels_beside_other_rows_are_not_levels_alone(row: str) -> None:
    assert not read(LEVELS_BESIDE.format(row), "Effect of salt on joy").paths


@pytest.mark.parametrize(
    ("whole", "effect"),
    [("Indirect effect", "indirect"), ("Total indirect effect", "indirect"), ("Direct effect", "direct")],
)
def test_levels_are_of_the_sort_of_the_whole_effect_beside_them(whole: str, effect: str) -> None:
    found = told(read(LEVELS_BESIDE.format(whole), "Effects of salt on joy"))
    assert found == {
        ("salt", None, "joy", level, value, effect) for level, value in ((None, ".20"), ("Low", ".11"), ("High", ".29"))
    }


def test_levels_beside_a_direct_and_an_indirect_effect_are_not_called_indirect() -> None:
    table = LEVELS_BESIDE.format("Indirect effect") + "\nDirect effect|.10|.04|[.02, .18]"
    found = told(read(table, "Effects of salt on joy"))
    assert {x[5] for x in found if x[3]} == {"direct"}


AT = "Low (-1 SD)|.02|.02|[-.02, .06]\nMean|.06|.02|[.02, .10]\nHigh (+1 SD)|.11|.02|[.07, .15]\n"
OUTCOMES = "Outcome and level of frost|Indirect effect|SE|95% CI\nJoy|||\n{0}Calm|||\n{0}"


@pytest.mark.parametrize("caption", ["Through Crust", "via Crust at Levels of Frost"])
def test_levels_under_each_outcome_are_of_the_effect_that_the_caption_names(caption: str) -> None:
    found = told(read(OUTCOMES.format(AT), f"Conditional Indirect Effects of Salt {caption}"))
    assert {x[:3] for x in found} == {("Salt", "Crust", "Joy"), ("Salt", "Crust", "Calm")}
    assert {(x[2], x[3], x[5]) for x in found} == {
        (end, at, "indirect") for end in ("Joy", "Calm") for at in ("Low (-1 SD)", "Mean", "High (+1 SD)")
    }


def test_an_index_below_the_levels_and_the_effect_above_them() -> None:
    rows = "Indirect effect (Model 4)|.07|.02|[.03, .11]\n" + AT + "Index of moderated mediation|.04|.01|[.02, .06]\n"
    found = told(read(OUTCOMES.format(rows), "Indirect and Conditional Indirect Effects of Salt via Crust"))
    assert {x[:3] for x in found} == {("Salt", "Crust", "Joy"), ("Salt", "Crust", "Calm")}
    assert {x[3] for x in found} == {None, "Low (-1 SD)", "Mean", "High (+1 SD)"}


def test_groups_over_levels_are_no_outcomes() -> None:
    table = OUTCOMES.format(AT).replace("Outcome and level of frost", "Level of frost")
    assert told(read(table, "Conditional Indirect Effects of Salt Through Crust")) == set()


BESIDE = "#Frost|Effect of salt on joy|<|{0}|<\n#Frost|{1}|SE|Effect|Boot SE\nLow (-1 SD)|-.07|.01|-.03|.01\nHigh (+1 SD)|-.02|.01|-.01|.01\n"


@pytest.mark.parametrize("what", ["Effect", "β"])
@pytest.mark.parametrize(
    ("heading", "way"),
    [
        ("Indirect effect on calm", ("salt", "joy", "calm")),
        ("Conditional indirect effect of rye via salt", ("rye", "salt", "joy")),
    ],
)
def test_two_effects_side_by_side_at_each_level(what: str, heading: str, way: tuple[str, ...]) -> None:
    found = told(read(BESIDE.format(heading, what), "Conditional effects at values of frost"))
    assert {x[:3] for x in found} == {("salt", None, "joy"), way}
    assert {(x[4], x[5]) for x in found} == {
        ("-.07", "direct"),
        ("-.02", "direct"),
        ("-.03", "indirect"),
        ("-.01", "indirect"),
    }


def test_a_product_beside_its_hypothesis_acts_on_the_outcome_of_the_caption() -> None:
    table = "Hypothesis|Interaction|β|t|Decision\nH1|Salt × Frost|-.16|-4.19|Supported\nH2|Rye × Frost|-.01|-.27|Not supported\n"
    found = told(read(table, "Moderation analysis (dependent variable: joy)"))
    assert {(x[0], x[2], x[4]) for x in found} == {("Salt × Frost", "joy", "-.16"), ("Rye × Frost", "joy", "-.01")}
    assert told(read(table, "Moderation analysis")) == set()


def test_a_product_whose_first_factor_ends_in_a_bracket_goes_on_in_the_next_row() -> None:
    table = "Predictor|b|SE\nSalt (within)|.21|.02\nSalt (within) ×||\nFrost|-.07|.02\nAge|.01|.02\n"
    found = told(read(table, "Models predicting joy"))
    assert {x[0] for x in found} == {"Salt (within)", "Salt (within) × Frost", "Age"}


STATED = (Hypothesis("H1", from_="Salt", to="Crust"), Hypothesis("H2", from_="Crust", to="Joy"))


@pytest.mark.parametrize(("section", "count"), [("Joy", 3), ("Crust", 0)])
def test_what_hypotheses_end_and_do_not_begin_in_is_an_outcome_over_levels(section: str, count: int) -> None:
    table = f"Level of frost|Indirect effect|SE|95% CI\n{section}|||\n{AT}"
    document = source(table, captions=["Conditional Indirect Effects of Salt Through Rye"])
    assert len(understand(document, Abbreviations(), STATED).paths) == count


def test_predictors_beside_their_hypotheses_among_products_act_on_the_outcome_of_the_caption() -> None:
    table = "Hypothesis|Variable|β|t\nH1|Salt|.42|8.40\nH2|Frost|.31|6.10\nH3|Salt × Frost|-.18|-4.19\n"
    found = told(read(table, "Moderated regression (dependent variable: joy)"))
    assert {(x[0], x[2]) for x in found} == {("Salt", "joy"), ("Frost", "joy"), ("Salt × Frost", "joy")}


def test_an_indirect_effect_on_what_the_other_effect_ends_in_has_no_mediator() -> None:
    heading = BESIDE.format("Indirect effect on joy", "Effect").replace("Effect of salt", "Direct effect of salt")
    assert not any(x[1] == "joy" for x in told(read(heading, "Effects at values of frost")))
