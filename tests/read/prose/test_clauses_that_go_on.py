"""Clauses that go on about what was named before: `that on`, `its own effect`, `its link with`, `which`, `it`, controls."""

import pytest

from evidence.read.prose.ends.carried import Told, carried
from evidence.read.prose.ends.followed import followed
from evidence.read.prose.ends.resumed import resumed
from evidence.read.prose.ends.roles import roles
from evidence.read.prose.others import of_others
from evidence.read.prose.relations.relation import Relation
from evidence.read.text import to_source
from evidence.read.understanding import understand
from tests.read.prose.test_effects_told import told
from tests.read.prose.test_numbers import said

OF_JOY = Told("crust", "joy", near="to", subject="from", by="of")


@pytest.mark.parametrize(
    "clause",
    [
        "controlling for salt",
        "while controlling for salt",
        "when adjusting for the effect of salt",
        "even after controlling for salt",
        "accounting for the influence of salt",
        "over and above salt",
        "in addition to the contribution of salt",
    ],
)
def test_what_is_controlled_for_affects_the_same(clause: str) -> None:
    assert told(f"Crust raised joy (β = .42), {clause} (β = .11).") == ["crust > joy .42", "salt > joy .11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crust raised joy (β = .42), controlling for salt and rye.", ["crust > joy .42"]),
        (
            "Crust raised joy through calm (β = .42), controlling for salt (β = .11).",
            ["crust > joy .42 via calm"],
        ),
    ],
)
def test_controls_without_a_coefficient_or_beside_a_mediation_tell_no_path(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("own", ["; its own effect", ", and its own influence", ", but their own impact"])
def test_the_own_effect_is_of_what_was_acted_upon(own: str) -> None:
    assert told(f"Joy was raised by crust (β = .42){own} on sales was small (β = .11).") == [
        "crust > joy .42",
        "joy > sales .11",
    ]
    active = f"Crust raised joy (β = .42){own} on sales was small (β = .11)."
    assert not {"crust > sales .11", "joy > sales .11"}.intersection(told(active))  # of which of the two is not said


@pytest.mark.parametrize(
    "text",
    [
        "The effect of crust on joy (β = .42) exceeded that on sales (β = .11).",
        "The effect of crust on joy (β = .42) exceeded the one on sales (β = .11).",
        "Crust had an effect on joy (β = .42), but that on sales was small (β = .11).",
        "Crust had an effect on joy (β = .42), and that upon sales (β = .11) was small.",
    ],
)
def test_that_on_something_is_the_effect_of_the_same(text: str) -> None:
    assert told(text) == ["crust > joy .42", "crust > sales .11"]


@pytest.mark.parametrize("clause", ["and no effect on sales", "but no influence on sales", "but an effect on sales"])
def test_an_effect_beside_an_indirect_one_has_its_own_target(clause: str) -> None:
    paths = told(f"Crust had an indirect effect on joy through calm (β = .42), {clause} (β = .11).")
    assert paths[0] == "crust > joy .42 via calm"
    assert [path.partition(" via ")[0] for path in paths] == ["crust > joy .42", "crust > sales .11"]


@pytest.mark.parametrize("link", ["effect on", "relationship to", "association with", "weak link to"])
@pytest.mark.parametrize("lead", ["However, its", "In contrast, its", "Its", "Moreover, its"])
def test_its_link_is_of_the_source_of_the_sentence_before(lead: str, link: str) -> None:
    text = f"Crust predicted joy (β = .33). {lead} {link} sales did not reach significance (β = .05)."
    assert told(text) == ["crust > joy .33", "crust > sales .05"]


def test_its_own_link_is_left_to_the_clause_it_stands_in() -> None:
    above = Relation("crust", "joy")
    assert resumed("Its link with sales was weak ", None, above) == "the link of crust with sales"
    assert resumed("Its own link with sales was weak ", None, above) == "Its own link with sales was weak "
    assert resumed("Its link with sales was weak ", None, None) == "Its link with sales was weak "


@pytest.mark.parametrize(
    "it", ["It was raised", "It was also raised", "Moreover, it was raised", "On the contrary, it is raised"]
)
def test_it_is_what_was_acted_upon_where_it_undergoes_more(it: str) -> None:
    text = f"Crust predicted joy (β = .33). {it} by salt (β = .25)."
    assert told(text) == ["crust > joy .33", "salt > joy .25"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Crust predicted joy (β = .33). On the contrary, it also lowered fear (β = -.25).",
            ["crust > fear -.25", "crust > joy .33"],
        ),
        (
            "Crust predicted joy (β = .33). Furthermore, it also predicted sales (β = .25).",
            ["crust > joy .33", "crust > sales .25"],
        ),
        ("The bakers were old. It was raised by salt (β = .05).", []),
    ],
)
def test_it_is_who_acted_where_it_acts_again(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("which", ["which raised", "which in turn raised", "who predicted"])
@pytest.mark.parametrize("did", ["raised joy", "contributed to joy", "had an effect on joy"])
def test_which_is_what_several_act_upon(did: str, which: str) -> None:
    text = f"Crust (β = .42) and smell (β = .21) {did}, {which} sales (β = .31)."
    assert told(text) == ["crust > joy .42", "joy > sales .31", "smell > joy .21"]


@pytest.mark.parametrize(
    "stretches",
    [
        ["Crust raises joy ", ", while smell decreases it "],
        ["While crust raises joy ", ", smell lowers it "],
        ["Crust raises joy ", " and smell slightly lowers the same "],
    ],
)
def test_it_is_what_was_acted_upon_in_the_clause_before(stretches: list[str]) -> None:
    ends = [((tie.from_ or "").lower(), tie.to) for tie, _ in roles(stretches, "").values()]
    assert ends == [("crust", "joy"), ("smell", "joy")]


def test_it_behind_a_clause_in_the_passive_is_not_taken_for_an_end() -> None:
    understood = roles(["Joy was raised by crust ", ", and smell lowers it "], "")
    assert [(tie.from_, tie.to) for tie, _ in understood.values()] == [("crust", "Joy")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Crust raised joy (β = .33). The direct effect of crust remained significant (β = .21).",
            ["crust > joy .21", "crust > joy .33"],
        ),
        ("Crust raised joy (β = .33). The effect of crust remained significant (β = .21).", ["crust > joy .33"]),
    ],
)
def test_the_direct_effect_of_the_source_before_is_on_the_same(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_direct_effect_of_another_source_is_of_that() -> None:
    before = "Crust raised joy (b = .3)."
    above = Relation("Crust", "joy")
    assert followed("The direct effect of crust was significant ", above, before) == above
    assert followed("The direct effect of salt was significant ", above, before) == Relation("salt", "joy")


@pytest.mark.parametrize(
    ("text", "of_other"),
    [
        ("Earlier work found an effect of crust on joy of 0.39 [5].", True),
        ("Earlier authors give a path from crust to joy of .39 [12].", True),
        ("Earlier work found an effect of crust on joy of 0.39 [0.1, 0.5].", False),
        ("The effect of crust on joy was 0.39 [5].", False),
    ],
)
def test_a_number_of_a_reference_right_behind_a_coefficient(text: str, of_other: bool) -> None:
    assert [of_others(sentence) for sentence in said(text)] == [of_other]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("but unrelated to sales (β = .11)", "crust > sales .11"),
        ("but not linked to sales (β = .11)", "crust > sales .11"),
        ("and negatively associated with sales (β = .11)", "crust > sales .11"),
        ("and salt to sales (β = .11)", "salt > sales .11"),
        ("and smell to calm (β = .11)", "smell > calm .11"),
        ("and commitment to bread (β = .11)", "crust > commitment to bread .11"),
        ("and exposure to heat (β = .11)", "crust > exposure to heat .11"),
        ("and loyalty to bakers (β = .11)", "crust > loyalty to bakers .11"),
        ("and openness to rye (β = .11)", "crust > openness to rye .11"),
        ("and motivation to bake (β = .11)", "crust > motivation to bake .11"),
        ("and willingness to pay (β = .11)", "crust > willingness to pay .11"),
    ],
)
def test_what_to_leads_on_to_behind_related_to(clause: str, expected: str) -> None:
    assert told(f"Crust was related to joy (β = .42), {clause}.") == sorted(["crust > joy .42", expected])


@pytest.mark.parametrize("how", ["weakly", "negatively", "strongly", "inversely", "marginally"])
def test_another_does_so_in_its_own_way(how: str) -> None:
    assert told(f"Crust raised joy (β = .42), and salt {how} so (β = .11).") == ["crust > joy .42", "salt > joy .11"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("was a predictor of joy", "joy, of sales"),
        ("had an effect on joy", "joy, on sales"),
        ("was related to joy", "joy, to sales"),
        ("was associated with joy", "joy, with sales"),
    ],
)
def test_a_comma_may_stand_for_the_verb_of_the_clause_before(first: str, second: str) -> None:
    assert told(f"Crust {first} (β = .42), and {second} (β = .11).") == ["crust > joy .42", "joy > sales .11"]


@pytest.mark.parametrize(
    "words", ["regardless of age, of sales", "in winter, of sales", "beyond salt, of sales", "mostly bread, of sales"]
)
def test_an_aside_before_a_comma_is_not_who_acts(words: str) -> None:
    found = carried(words, OF_JOY, frozenset())
    assert found is None or found.start == "crust"
    assert told(f"Crust was a predictor of joy (β = .42), and {words} (β = .11).")[0] == "crust > joy .42"


@pytest.mark.parametrize("noun", ["link with", "association with", "relationship to", "relation to", "effect on"])
def test_what_was_acted_upon_has_its_own_link(noun: str) -> None:
    passive = Told("crust", "joy", near="from", subject="to", kind="passive", by="by")
    found = carried(f"its own {noun} sales", passive, frozenset())
    assert found is not None
    assert (found.start, found.end) == ("joy", "sales")
    assert carried(f"its own {noun} sales", OF_JOY, frozenset()) is None or "own" not in str(found.start)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("and no effect on sales (β = .11)", "crust > sales .11"),
        ("but an effect on sales (β = .11)", "crust > sales .11"),
        ("but had no influence on sales (β = .11)", "crust > sales .11"),
    ],
)
def test_a_plain_effect_beside_an_indirect_one_goes_through_nothing(clause: str, expected: str) -> None:
    text = f"Crust had an indirect effect on joy through calm (β = .42), {clause}."
    assert told(text) == ["crust > joy .42 via calm", expected]
    that = "Crust had an indirect effect on joy through calm (β = .42), and that on sales was small (β = .11)."
    assert told(that) == ["crust > joy .42 via calm", "crust > sales .11 via calm"]


@pytest.mark.parametrize(
    "lead",
    [
        "When crust was added in Model 5, it was related to",
        "After crust had been entered, it predicted",
        "Once the crust was included in the model, it raised",
        "Crust was included as a second predictor. It raised",
        "Crust was entered as an independent variable. It raised",
        "Crust was then added as a predictor. It predicted",
    ],
)
def test_it_is_what_was_added_to_the_model(lead: str) -> None:
    assert told(f"{lead} joy (β = .42).") == ["crust > joy .42"]


@pytest.mark.parametrize(
    "lead",
    ["When crust was warm, it raised", "When crust was eaten, it raised", "Crust was used as a topping. It raised"],
)
def test_it_behind_what_was_not_added_to_a_model_is_open(lead: str) -> None:
    assert told(f"{lead} joy (β = .42).") == []


@pytest.mark.parametrize("lead", ["Lastly", "Furthermore", "Moreover", "In addition", "Additionally"])
def test_the_effect_of_another_behind_a_word_that_adds_it(lead: str) -> None:
    text = f"Crust raised joy (β = .42). {lead}, the effect of salt was weaker (β = .11)."
    assert told(text) == ["crust > joy .42", "salt > joy .11"]


@pytest.mark.parametrize(
    "lead",
    [
        "The analysis showed that the indirect effect via calm was",
        "We found that an indirect effect through calm was",
        "The indirect effect via calm was",
    ],
)
def test_another_effect_of_the_same_behind_words_that_report_it(lead: str) -> None:
    text = f"Crust raised joy (β = .42). {lead} significant (β = .11)."
    assert told(text) == ["crust > joy .11 via calm", "crust > joy .42"]


@pytest.mark.parametrize("by", ["both mediated by", "each fully mediated by", "all transmitted by", "both carried by"])
def test_what_mediates_both_stands_at_the_end(by: str) -> None:
    text = f"Crust had an indirect effect on joy (β = .42) and on sales (β = .11), {by} calm."
    assert told(text) == ["crust > joy .42 via calm", "crust > sales .11 via calm"]
    assert told(text.replace("indirect ", "")) == ["crust > joy .42", "crust > sales .11"]


@pytest.mark.parametrize("figures", ["(β = .42 and .11)", "(b = .42 and −.11, p < .05)"])
def test_of_two_figures_in_one_bracket_it_is_not_told_which_is_whose(figures: str) -> None:
    assert told(f"Crust raised joy {figures}.") == []
    for interval in ("95% CI [.20 and .64]", "[.20, .64], respectively"):
        assert told(f"Crust raised joy (β = .42, {interval}).") == ["crust > joy .42"]


@pytest.mark.parametrize(
    "again", ["that of salt is", "the one for salt was", "the effect of salt was", "the role of salt was"]
)
def test_the_effect_of_another_goes_through_the_same(again: str) -> None:
    text = f"The indirect effect of crust on joy via calm is .42 (p < .001), and {again} .11 (p = .02)."
    assert told(text) == ["crust > joy .42 via calm", "salt > joy .11 via calm"]


def test_effects_found_for_what_leads_to_what() -> None:
    text = (
        "Indirect associations were significant for salt on joy through crust, β = -.107, SE = .019; "
        "and for rye on calm through joy, β = .044, SE = .020."
    )
    assert told(text) == ["rye > calm .044 via joy", "salt > joy -.107 via crust"]


def test_effects_found_for_people_have_the_same_ends() -> None:
    assert told("The effect of salt on joy was significant for bakers (β = .31).") == ["salt > joy .31"]


def test_a_coefficient_that_lost_its_letter_stands_before_its_error() -> None:
    text = (
        "The indirect effect of salt on joy through crust was significant, -.107, SE = .019, 95% CI = [-.145, -.074]."
    )
    assert told(text) == ["salt > joy -.107 via crust"]
    assert told("The mean of joy rose with salt, .30, and SE was .04.") == []
    whole = f"Why bakers stay: a survey\n\nAda Cole\n\n3 Results\n\n{text}\n"
    source = to_source(whole.encode())
    record = understand(source)[0]
    places = {
        name.rpartition("/")[2]: source.text[start:end]
        for name, (start, end) in record.spans.items()
        if "/paths/0" in name
    }
    assert places == {"beta": "-.107", "se": ".019", "ci_lo": "-.145", "ci_hi": "-.074", "ci_level": "95"}


def test_an_effect_through_one_mediator_alone() -> None:
    text = "The indirect effects of salt on joy through crust alone, b = 0.06, and through frost alone, b = -0.01, were not."
    assert told(text) == ["salt > joy -0.01 via frost", "salt > joy 0.06 via crust"]


@pytest.mark.parametrize(
    ("behind", "sort"),
    [
        ("The direct effect was smaller but remained significant, b = 0.11, SE = 0.05.", "salt > joy 0.11"),
        ("The direct effect was weaker, though still significant, b = 0.11, SE = 0.05.", "salt > joy 0.11"),
        ("The total effect did not reach significance, b = 0.25, SE = 0.16.", "salt > joy 0.25"),
    ],
)
def test_another_effect_of_the_same_ends(behind: str, sort: str) -> None:
    text = f"The indirect effect of salt on joy through crust was significant, b = 0.17, SE = 0.03. {behind}"
    assert told(text) == sorted([sort, "salt > joy 0.17 via crust"])


@pytest.mark.parametrize("aside", ["less strongly", "somewhat more weakly", "to a lesser degree"])
def test_how_strong_an_effect_is_names_no_end(aside: str) -> None:
    text = f"Salt was associated with joy (β = .42, p < .001) and, {aside}, with calm (β = .21, p < .01)."
    assert told(text) == ["salt > calm .21", "salt > joy .42"]
