"""Sentences from papers (written for these tests) and what they state: labels, relations, hypotheses, verdicts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.read.clear import Clear
from evidence.read.markdown import READER
from evidence.read.prose.hypotheses.announced import hypotheses
from evidence.read.prose.labels import labels
from evidence.read.prose.relations.relation import construct_phrase, relation, sign_of
from evidence.read.prose.sentences import Passage, sentences
from evidence.read.prose.verdicts.judged import verdicts
from evidence.read.understanding import understand


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
        ("H1.2: a thing", ["H1.2"]),
        ("H1.1, H1.2, and H2.1", ["H1.1", "H1.2", "H2.1"]),
        ("H1–2 and H3-1", ["H1-2", "H3-1"]),
        ("H1.25 and H1.5% are no labels", []),
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
        ("Social influence positively influences intention", ("Social influence", "intention", None, None, "+")),
        ("Trust and loyalty are positively related", ("Trust", "loyalty", None, None, "+")),
        ("Loyalty depends on trust", ("trust", "Loyalty", None, None, None)),
        ("Calm carries the effect of exposure to heat on joy", ("exposure to heat", "joy", "Calm", None, None)),
        ("The effect of exposure to heat on joy is mediated by calm", ("exposure to heat", "joy", "calm", None, None)),
        ("Calm mediates the relationship between ties to bread and joy", ("ties to bread", "joy", "Calm", None, None)),
        ("The effect between ties to bread and joy is explained by calm", ("ties to bread", "joy", "calm", None, None)),
        ("Calm mediates the relationship between bread with joy", ("bread", "joy", "Calm", None, None)),
        ("Salt contributes to helping behaviour", ("Salt", "helping behaviour", None, None, None)),
        ("Salt leads to caring practice", ("Salt", "caring practice", None, None, None)),
        ("Salt contributes to increasing trust", ("Salt", "trust", None, None, "+")),
        ("Promotion focus affects joy", ("Promotion focus", "joy", None, None, None)),
        ("Encouragement affects joy", ("Encouragement", "joy", None, None, None)),
        ("Improvement of ovens is related to joy", ("Improvement of ovens", "joy", None, None, None)),
        ("Salt enhances joy", ("Salt", "joy", None, None, "+")),
        ("Users with higher trust will show stronger loyalty", ("trust", "loyalty", None, None, "+")),
        ("Age strengthens the positive effect of trust on loyalty", ("trust", "loyalty", None, "Age", "+")),
        ("Age moderates the relationship between trust and loyalty, such that it is stronger for women", ("trust", "loyalty", None, "Age", None)),
        ("Trust contributes positively to loyalty in the retail sector", ("Trust", "loyalty", None, None, "+")),
        ("The more trust buyers have, the greater their loyalty", ("trust", "loyalty", None, None, "+")),
        ("The more positive the attitude, the stronger the intention", ("attitude", "intention", None, None, "+")),
        ("Status → effort (-)", ("Status", "effort", None, None, "-")),
        ("La confianza tiene un efecto positivo sobre la lealtad", ("confianza", "lealtad", None, None, "+")),
        ("Harga berpengaruh terhadap loyalitas", ("Harga", "loyalitas", None, None, None)),
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


def test_a_second_consequence_in_brackets_keeps_its_subject() -> None:
    found = hypotheses((passage("We predict that privacy will increase mood (H9a) and reduce noise (H9b)."),))
    assert [(h.value.label, h.value.from_, h.value.to, h.value.sign) for h in found] == [
        ("H9a", "privacy", "mood", "+"),
        ("H9b", "privacy", "noise", "-"),
    ]


def test_a_statement_may_begin_with_its_place() -> None:
    found = hypotheses((passage("H7: In small shops, pay leads to effort."),))
    assert [(h.value.from_, h.value.to) for h in found] == [("pay", "effort")]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H1 and H2 are thus rejected and the remaining hypotheses are supported.", {"H1": "not supported", "H2": "not supported", "H3": "supported", "H4": "supported"}),
        ("Hypotheses 2 and 4 were disconfirmed; the rest were upheld.", {"H2": "not supported", "H4": "not supported", "H1": "supported", "H3": "supported"}),
        ("Only H1 was supported.", {"H1": "supported", "H2": "not supported", "H3": "not supported", "H4": "not supported"}),
        ("Three of the four hypotheses were supported. H2 was not supported.", {"H2": "not supported", "H1": "supported", "H3": "supported", "H4": "supported"}),
        ("None of the hypotheses was borne out.", dict.fromkeys(("H1", "H2", "H3", "H4"), "not supported")),
        ("All four hypotheses were confirmed. However, H3 was rejected.", {"H1": "supported", "H2": "supported", "H4": "supported", "H3": "not supported"}),
        ("All hypotheses but H3 were confirmed.", {"H1": "supported", "H2": "supported", "H4": "supported", "H3": "not supported"}),
        ("All three hypotheses were supported.", {}),  # which three?
        ("Most of the hypotheses were supported.", {}),
        ("All are significant, as proposed in Hypotheses 1 and 2, which are therefore supported.", {"H1": "supported", "H2": "supported"}),
    ],
)  # fmt: skip
def test_phrases_that_stand_for_many_hypotheses(text: str, expected: dict[str, str]) -> None:
    assert judged(text, ("H1", "H2", "H3", "H4")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Habit had a strong effect, which bears out Hypotheses 1 and 3.", {"H1": "supported", "H3": "supported"}),
        ("The slope was steeper for nurses, as H2 proposes.", {"H2": "supported"}),
        ("Pay did not raise effort, as H2 had predicted.", {"H2": "not supported"}),
        ("As stated in H1, pay affects effort.", {}),
        ("H1 and H2, but not H3, were supported.", {"H1": "supported", "H2": "supported", "H3": "not supported"}),
        ("H1 was supported; so was H2.", {"H1": "supported", "H2": "supported"}),
        ("H1 was not supported, nor was H2.", {"H1": "not supported", "H2": "not supported"}),
        ("Neither H3 nor H4 found support.", {"H3": "not supported", "H4": "not supported"}),
        ("Hence we accept H1 and reject H2.", {"H1": "supported", "H2": "not supported"}),
        ("H1 was supported and H2 was not.", {"H1": "supported", "H2": "not supported"}),
        ("H2 proposed that pay raises effort. This was confirmed.", {"H2": "supported"}),
        ("Contrary to H2, pay lowered effort.", {"H2": "not supported"}),
        ("The effect of social support (H1) was examined.", {}),
        ("H1 was tested with a regression.", {}),
        ("H3 was significant, whereas H4 was not significant.", {"H3": "supported", "H4": "not supported"}),
        ("Support was found for H1, but H4 had to be rejected.", {"H1": "supported", "H4": "not supported"}),
        ("As regards H3, no significant effect emerged, so the hypothesis is rejected.", {"H3": "not supported"}),
        ("The exception is H3, for which no link was found.", {"H3": "not supported"}),
        ("Hipotesis 1 diterima.", {"H1": "supported"}),
        ("Hypothese 3 wurde nicht bestätigt.", {"H3": "not supported"}),
        ("H1 was supported only among the bakers, and H4 only in the north.", {"H1": "partially supported", "H4": "partially supported"}),
        ("H3 was only confirmed when trust was high.", {"H3": "partially supported"}),
        # words of judgement that are constructs
        ("H1: Verification self-efficacy affects acceptance. H2: Confirmation raises validation.", {}),
        ("According to H1 we added the effect of confirmation and an acceptable scale of H2.", {}),
        ("H1 found confirmation. This led to the acceptance of hypothesis H2.", {"H1": "supported", "H2": "supported"}),
        ("H1 was verified. H2 could not be verified.", {"H1": "supported", "H2": "not supported"}),
        # not in line with
        ("The path was not significant, in contrast to H1.", {"H1": "not supported"}),
        ("Half of it stayed direct, which is not consistent with the full mediation stated in H2.", {"H2": "not supported"}),
        ("The result is incompatible with H1 and not in line with H2.", {"H1": "not supported", "H2": "not supported"}),
    ],
)  # fmt: skip
def test_the_words_of_a_verdict(text: str, expected: dict[str, str]) -> None:
    assert judged(text) == expected


def test_the_first_hypothesis_by_its_rank() -> None:
    assert judged("The first hypothesis was supported.", ("H1", "H2")) == {"H1": "supported"}
    assert judged("The first hypothesis was supported.") == {}


@pytest.mark.parametrize("word", ["P{}.", "Proposition {0} (P{0}).", "Proposition {0} (P{0}):"])
def test_propositions_are_hypotheses_where_the_paper_announces_them_so(word: str) -> None:
    first, second = word.format(1), word.format(2)
    text = f"{first} Light has a positive effect on mood.\n\n{second} Noise has a negative effect on mood.\n\n## Results\n\nP1 was supported; P2 was rejected. Person P2 left."
    record = understand(READER.to_source(text.encode()))[0]
    assert [(h.label, h.from_, h.to, h.verdict) for h in record.hypotheses] == [
        ("P1", "Light", "mood", "supported"),
        ("P2", "Noise", "mood", "not supported"),
    ]
    other = READER.to_source(b"H1: Light has a positive effect on mood.\n\nP1. Anna said so.\n\nP2. Bea said so.")
    assert [h.label for h in understand(other)[0].hypotheses] == ["H1"]


def test_all_but_the_exceptions() -> None:
    found = judged("All hypotheses were supported except H2 and H3.", ("H1", "H2", "H3", "H4"))
    assert found == {"H1": "supported", "H4": "supported", "H2": "not supported", "H3": "not supported"}


def test_what_an_earlier_study_found_is_not_this_papers() -> None:
    text = (
        "# Plants and calm in small libraries\n\nAnna Roe and Bea Doe\n\n## 1 Introduction\n\n"
        "In a survey of 210 nurses, Poe (2011) rejected H1 (plants affected calm, β = .41, p < .01).\n\n"
        "## 2 Hypotheses\n\nH1: Plants have a positive effect on calm.\n\nH2: Quiet has a positive effect on calm.\n\n"
        "## 3 Results\n\nAfter the gaps were dropped, 415 were left. Plants increased calm (β = .33, p < .001), so H1 and H2 hold."
    )
    record = understand(READER.to_source(text.encode()))[0]
    assert [(h.label, h.verdict) for h in record.hypotheses] == [("H1", "supported"), ("H2", "supported")]
    assert [p.beta for p in record.paths] == [".33"]
    assert record.sample is not None
    assert record.sample.n == "415"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H1a/b: Crust is positively related to (a) joy and (b) return.", [("H1a", "Crust", "joy"), ("H1b", "Crust", "return")]),
        ("H8a–c. Crust will be related to (a) joy, (b) return and (c) praise.", [("H8a", "Crust", "joy"), ("H8b", "Crust", "return"), ("H8c", "Crust", "praise")]),
        ("H2a-b: Crust and smell are related to joy and return.", [("H2a", None, None), ("H2b", None, None)]),
        ("假设1：脆度正向影响忠诚。", [("H1", "脆度", "忠诚")]),
    ],
)  # fmt: skip
def test_labels_that_share_their_number(text: str, expected: list[tuple[str | None, ...]]) -> None:
    passage = Passage(Clear(text, range(len(text))), "Theory", None, "paragraph")
    found = hypotheses((passage,))
    assert [(h.value.label, h.value.from_, h.value.to) for h in found] == expected


def test_two_ways_through_which_one_thing_affects_another() -> None:
    text = "Taken together, we expect two effects: Crust should be related to joy through calm (H5) and through lower doubt (H6)."
    passage = Passage(Clear(text, range(len(text))), "Theory", None, "paragraph")
    found = hypotheses((passage,))
    assert [(h.value.label, h.value.from_, h.value.via, h.value.to) for h in found] == [
        ("H5", "Crust", "calm", "joy"),
        ("H6", "Crust", "doubt", "joy"),
    ]


def test_a_part_of_a_moderation_is_a_moderation() -> None:
    text = (
        "We hypothesize that frost moderates the links between crust and joy/return (H3). Specifically, we expect that the "
        "associations between crust and joy (H3a) as well as return (H3b) will be stronger for those with more frost."
    )
    passage = Passage(Clear(text, range(len(text))), "Theory", None, "paragraph")
    found = {h.value.label: h.value for h in hypotheses((passage,))}
    assert {label: (h.from_, h.moderator) for label, h in found.items()} == {
        "H3": ("crust", "frost"),
        "H3a": ("crust", "frost"),
        "H3b": ("crust", "frost"),
    }


def test_words_that_open_a_sentence_are_no_construct() -> None:
    for opener in ("Hence", "Thus", "As expected", "In addition", "Finally"):
        assert construct_phrase(f"{opener}, crust") == "crust"
    text = "We argued above. Hence, crust (H1b) and smell (H2b) were expected to be positively related to joy (Oven, 2011)."
    found = hypotheses((passage(text),))
    assert [(f.value.label, f.value.from_, f.value.to) for f in found] == [
        ("H1b", "crust", "joy"),
        ("H2b", "smell", "joy"),
    ]


def test_a_bracket_that_closes_behind_a_label_holds_no_statement() -> None:
    text = "We hypothesized that crust affects joy (H1a). Finally, we hypothesized that smell affects return (H1b)."
    found = hypotheses((passage(text),))
    assert [(f.value.label, f.value.from_, f.value.to) for f in found] == [
        ("H1a", "crust", "joy"),
        ("H1b", "smell", "return"),
    ]
