"""Sentences from papers (written for these tests) and what they state: labels, relations, hypotheses, verdicts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.read.clear import Clear
from evidence.read.prose.hypotheses import hypotheses
from evidence.read.prose.labels import labels
from evidence.read.prose.relation import construct_phrase, relation, sign_of
from evidence.read.prose.sentences import Passage, sentences
from evidence.read.prose.verdicts import verdicts


def passage(text: str, section: str = "", kind: str = "paragraph") -> Passage:
    return Passage(Clear(text, range(len(text))), section, None, kind)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("H1 and H2 hold", ["H1", "H2"]),
        ("hypotheses 2a, 2b and 3", ["H2a", "H2b", "H3"]),
        ("H1a–c", ["H1a", "H1b", "H1c"]),
        ("H3 through H5", ["H3", "H4", "H5"]),
        ("H1a to H1c", ["H1a", "H1b", "H1c"]),
        ("H1b-2: a thing", ["H1b-2"]),
        ("H1aH1bH2", ["H1a", "H1b", "H2"]),
        ("H4b、H4c", ["H4b", "H4c"]),
        ("Hypothesis 1 (H1).", ["H1", "H1"]),
        ("h2 is a heading, pH7 is not acid, H2O is water", []),
    ],
)
def test_hypotheses_are_named_in_many_ways(text: str, named: list[str]) -> None:
    assert [x.label for x in labels(text)] == named


@given(st.text(alphabet="H123abc (),-–andto", max_size=60))
def test_labels_lie_inside_the_text_in_order(text: str) -> None:
    found = labels(text)
    assert all(0 <= x.start < x.end <= len(text) for x in found)
    assert [x.start for x in found] == sorted(x.start for x in found)


@pytest.mark.parametrize(
    ("statement", "ends"),
    [
        ("There is a significant positive effect of trust on loyalty", ("trust", "loyalty", None, None, "+")),
        ("Trust will have a direct, negative relationship with churn", ("Trust", "churn", None, None, "-")),
        ("The higher the level of trust, the lower the churn", ("trust", "churn", None, None, "-")),
        ("Loyalty is determined by trust and habit", ("trust and habit", "Loyalty", None, None, None)),
        ("Trust is a strong predictor of loyalty", ("Trust", "loyalty", None, None, None)),
        ("Trust is positively related to loyalty", ("Trust", "loyalty", None, None, "+")),
        ("Trust affects loyalty through habit", ("Trust", "loyalty", "habit", None, None)),
        ("Trust is related to loyalty via habit", ("Trust", "loyalty", "habit", None, None)),
        ("Habit mediates the effect of trust on loyalty", ("trust", "loyalty", "Habit", None, None)),
        ("The effect of trust on loyalty is mediated by habit", ("trust", "loyalty", "habit", None, None)),
        ("The indirect effect of trust on loyalty via habit was large", ("trust", "loyalty", "habit", None, None)),
        ("Age moderates the relationship between trust and loyalty", ("trust", "loyalty", None, "Age", None)),
        ("The relationship between trust and loyalty will be stronger for older users", ("trust", "loyalty", None, "older users", None)),
        ("In turn, the answers show that trust increases loyalty", ("trust", "loyalty", None, None, "+")),
        ("社区关系对经济效益具有显著正向影响", ("社区关系", "经济效益", None, None, "+")),
        ("信任正向影响忠诚", ("信任", "忠诚", None, None, "+")),
        ("依恋正向调节社区关系与经济效益的关系", ("社区关系", "经济效益", None, "依恋", "+")),
        ("信任在服务与忠诚之间起中介作用", ("服务", "忠诚", "信任", None, None)),
    ],
)  # fmt: skip
def test_a_statement_ties_constructs(statement: str, ends: tuple[str | None, ...]) -> None:
    found = relation(statement)
    assert found is not None
    assert (found.from_, found.to, found.via, found.moderator, found.sign) == ends


@pytest.mark.parametrize(
    "statement", ["The sky is blue", "Number of visits moderates the above relationships", "", "Trust affects trust"]
)
def test_no_relation_is_made_up(statement: str) -> None:
    assert relation(statement) is None


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the level of perceived usefulness (PU) of newspapers, which", "perceived usefulness of newspapers"),
        ("the interaction term of stress and resilience", "stress × resilience"),
        ("β = 0.3", ""),
        ("live streaming self-efficacy coefficient", "live streaming self-efficacy"),
    ],
)
def test_a_construct_phrase_loses_what_is_not_its_name(phrase: str, name: str) -> None:
    assert construct_phrase(phrase) == name


def test_a_sign_needs_words_that_commit() -> None:
    assert (sign_of("positively"), sign_of("reduces"), sign_of("affects")) == ("+", "-", None)


def test_listed_items_are_hypotheses_of_their_own() -> None:
    found = hypotheses((passage("H1: Trust positively affects (a) loyalty and (b) habit."),))
    assert [(h.value.label, h.value.from_, h.value.to, h.value.sign) for h in found] == [
        ("H1a", "Trust", "loyalty", "+"),
        ("H1b", "Trust", "habit", "+"),
    ]


def test_listed_subjects_are_hypotheses_of_their_own() -> None:
    found = hypotheses((passage("H2: (a) Trust and (b) habit positively affect loyalty."),))
    assert [(h.value.label, h.value.from_, h.value.to) for h in found] == [
        ("H2a", "Trust", "loyalty"),
        ("H2b", "habit", "loyalty"),
    ]


def test_hypotheses_in_brackets_are_read_from_their_sentence() -> None:
    text = (
        "We hypothesize that trust will be related to loyalty (H1) and habit (H2), and that habit affects churn (H3)."
    )
    found = hypotheses((passage(text),))
    assert [(h.value.label, h.value.from_, h.value.to) for h in found] == [
        ("H1", "trust", "loyalty"),
        ("H2", "trust", "habit"),
        ("H3", "habit", "churn"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "H1 was supported.",
        "As H2 states, trust matters.",
        "H3 predicted a positive effect of trust on loyalty.",
        "See Table 1 (H1).",
    ],
)
def test_a_mention_is_not_a_statement(text: str) -> None:
    assert hypotheses((passage(text),)) == ()


def judged(text: str, known: tuple[str, ...] = ()) -> dict[str, str | None]:
    found = verdicts(sentences((passage(text),)), known)
    return {f.value.label: f.value.verdict for f in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H1 was supported.", {"H1": "supported"}),
        ("H1 was not supported, whereas H2 was confirmed.", {"H1": "not supported", "H2": "supported"}),
        ("Trust raised loyalty (β = .3), supporting H1.", {"H1": "supported"}),
        ("We did not find support for hypothesis 4.", {"H4": "not supported"}),
        ("H2 is partially supported.", {"H2": "partially supported"}),
        ("Hypotheses H1 and H2 passed the test, hypothesis H3 did not pass the test.", {"H1": "supported", "H2": "supported", "H3": "not supported"}),
        ("To test whether H1 holds, we ran a model.", {}),
        ("The result supports earlier studies (H3a: β = .2).", {}),
        ("H8 to H9 rest on earlier work (Ames, 2003; Bede, 2009) and both were supported.", {"H8": "supported", "H9": "supported"}),
        ("H3 to H5 concern culture. With the exception of H4, which was supported, none of the paths were supported.",
         {"H3": "not supported", "H5": "not supported", "H4": "supported"}),
        ("假设H4a不成立", {"H4a": "not supported"}),
    ],
)  # fmt: skip
def test_a_verdict_goes_to_the_hypotheses_it_names(text: str, expected: dict[str, str]) -> None:
    assert judged(text) == expected


def test_all_but_the_exceptions() -> None:
    found = judged("All hypotheses were supported except H2 and H3.", ("H1", "H2", "H3", "H4"))
    assert found == {"H1": "supported", "H4": "supported", "H2": "not supported", "H3": "not supported"}
