"""Hypotheses that results simply state as found, `Salt reduces joy (H1)`; judgements on as many as stand above."""

import pytest

from evidence.read.prose.verdicts.judged import verdicts
from tests.read.prose.test_numbers import said

KNOWN = ("H1", "H2", "H3", "H4")
YES, NO = "supported", "not supported"


def judged(text: str, section: str = "Results") -> dict[str, str | None]:
    return {f.value.label: f.value.verdict for f in verdicts(said(text, section=section), KNOWN)}


@pytest.mark.parametrize(
    "section",
    ["Results", "4.2 Findings", "Hypothesis testing", "Tests of the model", "Structural model", "Path analysis"],
)
def test_what_results_state_of_a_label_in_brackets_is_found(section: str) -> None:
    assert judged("Salt reduces joy (H1), and joy raises sales (H2).", section) == {"H1": YES, "H2": YES}


@pytest.mark.parametrize("section", ["Introduction", "Theory", "2 The taste of bread", "Discussion", "Method"])
def test_what_other_parts_state_is_no_finding(section: str) -> None:
    assert judged("Salt reduces joy (H1), and joy raises sales (H2).", section) == {}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Salt reduces joy (H1), then raises sales (H2), followed by calm (H3).", ["H1", "H2", "H3"]),
        ("The effect of salt on joy was highly significant (H1).", ["H1"]),
        ("The path from salt to joy proved significant (H1), and so on.", ["H1"]),
        ("The slope reached significance (H1).", ["H1"]),
        ("Joy depends upon salt (H1), and sales rest on joy (H2).", ["H1", "H2"]),
        ("Joy relies quite strongly on salt (H1).", ["H1"]),
        ("Calm mediates the effect of salt on joy (H1).", ["H1"]),
        ("Sleep carried part of the effect of salt (H1).", ["H1"]),
        ("Salt reduces joy (H1), but joy does not raise sales (H2).", ["H1"]),
        ("Salt does not reduce joy (H1); crust raises sales (H2).", ["H2"]),
        ("Salt reduces joy (H1) and raises sales (H2), but it hardly touches fear (H3).", ["H1", "H2"]),
        ("Salt reduces joy (H1), whereas crust lacks any effect (H2), and sales (H3).", ["H1"]),
    ],
)
def test_each_label_stands_for_the_effect_before_it(text: str, labels: list[str]) -> None:
    assert judged(text) == dict.fromkeys(labels, YES)


@pytest.mark.parametrize(
    "text",
    [
        "Salt does not reduce joy (H1), and joy raises sales (H2).",
        "We tested whether salt reduces joy (H1).",
        "We posit that salt reduces joy (H1).",
        "Salt may reduce joy (H1) and raise sales (H2).",
        "Crust, according to H1, reduces joy (H1).",
        "Frost moderates what salt does to joy (H1).",
        "If salt reduces joy (H1), bread is sold.",
        "Salt reduces joy (see H1).",
        "Salt reduces joy (H1, the first).",
        "Salt reduces joy, H1.",
        "Salt is warm (H1), and bread is brown (H2).",
        "The crust of the bread (H1).",
    ],
)
def test_what_is_supposed_denied_or_only_named_is_not_found(text: str) -> None:
    assert judged(text) == {}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Salt reduces joy (H1). H1 was rejected.", NO),
        ("H1 was rejected. Salt reduces joy (H1).", NO),
        ("Salt reduces joy (H1). None of the hypotheses was supported.", NO),
        ("Salt reduces joy (H1). H1 was partially supported.", "partially supported"),
    ],
)
def test_a_judgement_stands_over_what_is_only_stated(text: str, verdict: str) -> None:
    assert judged(text)["H1"] == verdict


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H1 and H2 are on bread. The two hypotheses were supported.", {"H1": YES, "H2": YES}),
        ("H1, H2 and H4 are on bread. All three hypotheses were supported.", {"H1": YES, "H2": YES, "H4": YES}),
        ("H1, H2 and H4 are on bread. The three hypotheses were rejected.", {"H1": NO, "H2": NO, "H4": NO}),
        ("H1 and H2 are on bread. All four hypotheses were supported.", dict.fromkeys(KNOWN, YES)),
        ("H1 and H2 are on bread. All three hypotheses were supported.", {}),
        ("H1, H2 and H4 are on bread. The two hypotheses were supported.", {}),
        ("All three hypotheses were supported.", {}),
    ],
)
def test_as_many_hypotheses_as_the_sentence_before_names_are_these(text: str, expected: dict[str, str]) -> None:
    assert judged(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No hypotheses had been formulated on calm, and the tests were all rejected.",
        "For calm no hypothesis was stated since support was lacking.",
        "No hypotheses have been proposed, so that all paths were rejected.",
        "No hypothesis was specified; support was not found.",
        "No hypotheses had been formulated on calm, all were rejected.",
        "All hypotheses were set up to be supported.",
        "None of the hypotheses was made to be rejected.",
    ],
)
def test_hypotheses_that_were_not_formulated_are_not_judged(text: str) -> None:
    assert judged(text) == {}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("No hypothesis was supported.", NO),
        ("No hypotheses had been supported.", NO),
        ("No hypotheses had been formulated on calm. All hypotheses were supported.", YES),
    ],
)
def test_hypotheses_that_were_judged_are_judged(text: str, verdict: str) -> None:
    assert judged(text) == dict.fromkeys(KNOWN, verdict)


@pytest.mark.parametrize("mood", ["may", "might", "could", "can", "would", "should", "is thought to"])
def test_an_effect_that_something_may_have_is_none_that_was_found(mood: str) -> None:
    assert judged(f"Salt {mood} have an effect on joy, as H1 predicts.") == {}
    assert judged("Salt and rye have an effect on joy, as H1 predicts.") == {"H1": YES}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Salt raises joy (Hypothesis 1).", ["H1"]),
        ("Salt raises joy (Hypothesis 1) and lowers calm (Hypothesis 2).", ["H1", "H2"]),
        ("Salt had the expected effect on joy (H1).", ["H1"]),
        ("Salt showed the expected association with joy (H1).", ["H1"]),
        ("The expected relation between salt and joy was significant (H1).", ["H1"]),
        ("Salt raises joy (H1), calm (H2), and sales (H3).", ["H1", "H2", "H3"]),
        ("Salt raises joy (H1), the deep sleep (H2), and sales (H3).", ["H1", "H2", "H3"]),
    ],
)
def test_hypotheses_named_in_full_or_listed_are_stated_as_found(text: str, labels: list[str]) -> None:
    assert judged(text) == dict.fromkeys(labels, YES)


@pytest.mark.parametrize(
    "text",
    [
        "We expected salt to raise joy (H1).",
        "It is expected that salt raises joy (H1).",
        "The hypothesis that salt raises joy (H1).",
        "We hypothesise that salt raises joy (Hypothesis 1).",
        "The sign of salt is expected to be positive (H1).",
    ],
)
def test_what_is_expected_or_hypothesised_is_not_yet_found(text: str) -> None:
    assert judged(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H1, H2 and H4 are on bread. These three hypotheses were supported.", {"H1": YES, "H2": YES, "H4": YES}),
        ("H1 and H2 are on bread. Those two hypotheses were rejected.", {"H1": NO, "H2": NO}),
        ("These three hypotheses were supported.", {}),
        ("The four hypotheses were formulated and supported.", dict.fromkeys(KNOWN, YES)),
        ("All four hypotheses had been formulated beforehand and were rejected.", dict.fromkeys(KNOWN, NO)),
        ("The four hypotheses were formulated and are to be supported.", {}),
        ("The four hypotheses were formulated in spring.", {}),
        ("No hypotheses were formulated on rye; all other hypotheses were supported.", dict.fromkeys(KNOWN, YES)),
        ("No hypotheses were formulated on rye; all paths were supported.", {}),
    ],
)
def test_hypotheses_that_were_formulated_and_then_judged(text: str, expected: dict[str, str]) -> None:
    assert judged(text) == expected
