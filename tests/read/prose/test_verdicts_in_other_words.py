"""Judgements written for these tests, in the many words in which papers say what became of a hypothesis."""

import pytest

from evidence.read.prose.sentences import sentences
from evidence.read.prose.verdicts.judged import verdicts
from tests.read.prose.test_numbers import said
from tests.read.prose.test_statements import passage

SIGNS = {"supported": "+", "not supported": "-", "partially supported": "p"}
# What is said of H1, H2 and H3: supported +, not supported -, in part p.
JUDGEMENTS = (
    "These figures lead to acceptance of H1 and H3 and to a rejection of H2. | 1+ 2- 3+",
    "One of our guesses was borne out and two, H2 and H3, were not. | 2- 3-",
    "Seven expectations were met; H2 was the only exception. | 2-",
    "H2 can be accepted for the step from salt to joy (β = .37, p < .05). | 2+",
    "H1 could be accepted. | 1+",
    "Salt lowered joy by way of calm (H1), which ran counter to its positive direct relation. | ",
    "This runs counter to H2. | 2-",
    "The first and second of these were verified; Hypothesis 3 was refuted. | 1+ 2+ 3-",
    "The first two hypotheses were supported, the third was not. | 1+ 2+ 3-",
    "Our first hypothesis found support, whereas the second and the third were refuted. | 1+ 2- 3-",
    "We found evidence in favour of H1 but not of H2. | 1+ 2-",
    "There was evidence for H1, H2 and H3. | 1+ 2+ 3+",
    "There was no evidence for H1. | 1-",
    "The evidence does not favour H1. | 1-",
    "The data speak in favour of H1 and against H2. | 1+ 2-",
    "We can retain H1 and must abandon H2. | 1+ 2-",
    "H1 has to be given up. | 1-",
    "H1 had to be abandoned. | 1-",
    "H1 must be discarded. | 1-",
    "H1 received full support, H2 only partial support and H3 none. | 1+ 2p 3-",
    "Support emerged for H1 and H2, but none for H3. | 1+ 2+ 3-",
    "H1 was met with support. | 1+",
    "H1 did not receive support. | 1-",
    "H1 was empirically backed. | 1+",
    "The results back H1 and H2. | 1+ 2+",
    "The results were in favour of H1. | 1+",
    "The results do not bear out H1. | 1-",
    "The findings bore H1 out. | 1+",
    "H1 turned out to be correct. | 1+",
    "H1 was correct, H2 was wrong. | 1+ 2-",
    "Salt cheered the young but had no significant effect among the old, as H2 had it. | 2+",
    "Salt cheered the young but had no effect among the old, as predicted in H2. | 2+",
    "Salt had no effect among the old, as H2 had it. | 2-",
    "Crust is related to joy, as H1 and H2 state. | 1+ 2+",
    "Crust is related to joy, as H1 to H3 state. | 1+ 2+ 3+",
    "Salt was linked to joy, as H1 has it. | 1+",
    "Salt and joy were not linked, as H1 has it. | 1-",
    "Salt and crust differed, as H1 predicts. | 1+",
    "Salt remains associated with joy, as H1 states. | 1+",
    "The interval excluded zero, as H1 predicts. | 1+",
    "Calm is not linked to salt, and crust is linked to joy, as H1 states. | 1+",
    "Nothing came of H1 and H2. | 1- 2-",
    "Nothing served to support H1. | 1-",
    "Nothing was found to bear out H1. | 1-",
    "Nothing, as Table 2 tells, served to bear out H1. | 1-",
    "No figure serves to confirm H1. | 1-",
    "H1 was supported in one of its samples only. | 1p",
    "H1 was supported for half of the samples only. | 1p",
    "The finding that calm partially mediated joy supported H1. | 1+",
    "H1 proved right, H2 proved wrong. | 1+ 2-",
    "H1 is affirmed. | 1+",
    "H1 was endorsed by the data. | 1+",
    "H1 was not endorsed by the data. | 1-",
    "H1 stands. H2 falls. | 1+ 2-",
    "H1 withstood the test. | 1+",
    "H1 did not withstand the test. | 1-",
    "H1 did not survive the test. | 1-",
    "H1 does not stand up to the data. | 1-",
    "H1 failed to reach significance. | 1-",
    "H1 failed. | 1-",
    "H1 was significant. | 1+",
    "H1 was non-significant. | 1-",
    "H1 was statistically significant, while H2 was not. | 1+ 2-",
    "H1 could be demonstrated. | 1+",
    "H1 could not be demonstrated. | 1-",
    "H1 could be shown to hold. | 1+",
    "H1 has been fulfilled. | 1+",
    "H1 was fully met. | 1+",
    "H1 was only partly met. | 1p",
    "H1 met with partial support. | 1p",
    "H1 was in part confirmed. | 1p",
    "H1 was partially confirmed. | 1p",
    "H1 was weakly supported. | 1+",
    "H1 is marginally supported. | 1+",
    "There is partial evidence for H1. | 1p",
    "The results agree with H1 and disagree with H2. | 1+ 2-",
    "The results match H1. | 1+",
    "The results run contrary to H1. | 1-",
    "This refutes H1. | 1-",
    "This disproves H1. | 1-",
    "H1 is disproved. H2 is proven. | 1- 2+",
    "This result contradicts H1. | 1-",
    "The results lend credence to H1. | 1+",
    "The results cast doubt on H1. | 1-",
    "We must therefore reject H1, H2 and H3. | 1- 2- 3-",
    "We therefore cannot accept H1. | 1-",
    "We cannot reject H1. | 1+",
    "We fail to reject H1. | 1+",
    "H1 could not be rejected. | 1+",
    "H1 is not rejected. | 1+",
    "Accordingly, H1 was adopted. | 1+",
    "Consequently, H1 was maintained and H2 was dropped. | 1+ 2-",
    "H1 (supported), H2 (not supported), H3 (supported). | 1+ 2- 3+",
    "H1: supported; H2: rejected; H3: partially supported. | 1+ 2- 3p",
    "Supported were H1 and H2; rejected was H3. | 1+ 2+ 3-",
    "Not supported were H1 and H2. | 1- 2-",
    "Of the three hypotheses, two (H1, H3) were supported and one (H2) was not. | 1+ 2- 3+",
    "Two of the three hypotheses were supported; H2 was not. | 1+ 2- 3+",
    "Only H2 was not supported. | 1+ 2- 3+",
    "All hypotheses except H2 were supported. | 1+ 2- 3+",
    "All three hypotheses were confirmed. | 1+ 2+ 3+",
    "None of the hypotheses was confirmed. | 1- 2- 3-",
    "No hypothesis was supported. | 1- 2- 3-",
    "No hypothesis other than H2 was supported. | 1- 2+ 3-",
    "With the exception of H2, every hypothesis received support. | 1+ 2- 3+",
    "Every one of the three hypotheses held. | 1+ 2+ 3+",
    "The entire set of hypotheses was supported. | 1+ 2+ 3+",
    "Our hypotheses were all borne out. | 1+ 2+ 3+",
    "Thus our three hypotheses are supported. | 1+ 2+ 3+",
    "The hypotheses were confirmed throughout. | 1+ 2+ 3+",
    "H1 and H2 were supported. The remaining one was not. | 1+ 2+ 3-",
    "H1 was supported, as was H2, but not H3. | 1+ 2+ 3-",
    "H1 was supported; H2, however, was not. | 1+ 2-",
    "H1 was supported; this was not the case for H2. | 1+ 2-",
    "H1 was supported; the opposite was true of H2. | 1+ 2-",
    "H1 was supported, unlike H2. | 1+ 2-",
    "Unlike H1, H2 was supported. | 1- 2+",
    "H1, but not H2, was confirmed. | 1+ 2-",
    "Both H1 and H2 were confirmed, though not H3. | 1+ 2+ 3-",
    "Neither H1 nor H2 was confirmed. | 1- 2-",
    "H1 was rejected, and so was H2. | 1- 2-",
    "H1 was not supported, nor was H2. | 1- 2-",
    "The effect of salt was positive, supporting H1. | 1+",
    "The effect of salt was positive and thus in accordance with H1. | 1+",
    "Salt raised joy, which is in keeping with H1. | 1+",
    "Salt raised joy (H1 supported). | 1+",
    "Salt did not raise joy (H1 rejected). | 1-",
    "Salt had no effect on joy, so that H1 has to be rejected. | 1-",
    "Salt did not affect joy, providing no support for H1. | 1-",
    "Salt did not affect joy, lending no support to H1. | 1-",
    "Salt did not affect joy, in contradiction to H1. | 1-",
    "Salt did not affect joy, contrary to what H1 predicted. | 1-",
    "Contrary to H1, salt did not affect joy. | 1-",
    "In line with H1, salt affected joy. | 1+",
    "As predicted in H1, salt affected joy. | 1+",
    "Salt affected joy significantly (H1). | ",
    "H1 was not confirmed at the 5% level. | 1-",
    "The support for H1 is strong. | 1+",
    "Strong support was obtained for H1. | 1+",
    "Little support was obtained for H1. | 1-",
    "No support whatsoever was found for H1. | 1-",
    "Support was lacking for H1. | 1-",
    "Support for H1 was lacking. | 1-",
    "H1 lacked support. | 1-",
    "H1 lacks empirical support. | 1-",
    "H1 enjoys support. | 1+",
    "H1 was tested next. | ",
    "We tested whether H1 is supported. | ",
    "To test H1, we ran a regression. | ",
    "H1 concerns salt. | ",
    "H1 is therefore sustained. | 1+",
    "H1 found confirmation. | 1+",
    "H1 was ratified. | 1+",
    "H1 was backed up by the data. | 1+",
    "We found backing for H1. | 1+",
    "The sign was opposite to that in H1. | 1-",
    "The coefficient has the wrong sign, so H1 is not confirmed. | 1-",
)


@pytest.mark.parametrize("row", JUDGEMENTS)
def test_a_judgement_is_read_in_whatever_words(row: str) -> None:
    text, _, expected = row.partition(" | ")
    found = verdicts(sentences((passage(text),)), ("H1", "H2", "H3"))
    told = sorted(f"{f.value.label[1:]}{SIGNS[f.value.verdict or '']}" for f in found)
    assert " ".join(told) == expected.strip()


def test_a_statement_of_no_effect_is_no_judgement() -> None:
    text = "H1: There is no significant relationship between salt and joy."
    assert verdicts(sentences((passage(text),)), ("H1",)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All but H4 were confirmed by the data.", {"H1": True, "H2": True, "H3": True, "H4": False}),
        ("Every hypothesis but H4 held.", {"H1": True, "H2": True, "H3": True, "H4": False}),
        ("With the exception of H4, all were supported.", {"H1": True, "H2": True, "H3": True, "H4": False}),
        ("All of them except H4 were supported.", {"H1": True, "H2": True, "H3": True, "H4": False}),
        ("H1 but not H2 was confirmed.", {"H1": True, "H2": False}),
        ("H1 and not H2 was confirmed.", {"H1": True, "H2": False}),
        ("H1 and H3, but not H2, were supported.", {"H1": True, "H2": False, "H3": True}),
        ("All but the first item loaded well.", {}),
    ],
)
def test_what_is_left_out_of_those_that_were_confirmed(text: str, expected: dict[str, bool]) -> None:
    found = {f.value.label: f.value.verdict == "supported" for f in verdicts(said(text), ("H1", "H2", "H3", "H4"))}
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        "H1 is supported (b = .3), but H2 is not (b = .0). | 1+ 2-",
        "H1 was supported (β = .31, p < .01), whereas H2 was not (β = .02, p = .61). | 1+ 2-",
        "H1 was rejected (β = .0, p = .8), and so was H2 (β = .1, p = .6). | 1- 2-",
    ],
)
def test_figures_between_a_hypothesis_and_its_judgement(row: str) -> None:
    test_a_judgement_is_read_in_whatever_words(row)


@pytest.mark.parametrize(
    "row",
    [
        "Neither interval includes zero, and H1 and H2 are supported. | 1+ 2+",
        "None of the intervals contained zero, and H1 is supported. | 1+",
        "Both intervals include zero, and H1 is rejected. | 1-",
    ],
)
def test_an_interval_without_zero_says_nothing_against_a_hypothesis(row: str) -> None:
    test_a_judgement_is_read_in_whatever_words(row)


@pytest.mark.parametrize(
    "row",
    [
        "As hypothesized, calm mediated the effect of crust on joy (b = .2; H1). | 1+",
        "As expected, crust raised joy (b = .2; H1) and salt lowered fear (b = -.3; H2). | 1+ 2+",
        "In line with our expectations, crust was linked to joy (H1). | 1+",
        "As we had predicted, crust was related to joy (H1). | 1+",
        "As hypothesized, crust did not raise joy (b = .0; H1). | ",
        "As hypothesized, H1 and H2 concern crust. | ",
    ],
)
def test_what_was_found_as_it_was_expected_supports_its_hypothesis(row: str) -> None:
    test_a_judgement_is_read_in_whatever_words(row)


@pytest.mark.parametrize(
    "row",
    [
        "Crust is related to joy, as stated in H1. | 1+",
        "Crust is positively associated with joy, as H1 predicts. | 1+",
        "Joy is higher among bakers, as stated in H1. | 1+",
        "Crust is not related to joy, as stated in H1. | ",
        "Crust is a kind of joy, as stated in H1. | ",
    ],
)
def test_a_finding_in_the_present_tense_agrees_with_what_was_stated(row: str) -> None:
    test_a_judgement_is_read_in_whatever_words(row)


@pytest.mark.parametrize("verb", ["supposed", "presumed", "foresaw", "had foreseen", "supposes", "presumes"])
def test_what_a_hypothesis_supposed_and_was_found(verb: str) -> None:
    test_a_judgement_is_read_in_whatever_words(f"Salt was linked to joy, as H1 {verb}. | 1+")
    test_a_judgement_is_read_in_whatever_words(f"Salt was not linked to joy, as H1 {verb}. | 1-")
    test_a_judgement_is_read_in_whatever_words(f"H1 {verb} that salt is linked to joy. | ")


@pytest.mark.parametrize("verb", ["supposed", "presumed", "surmised"])
def test_what_was_supposed_in_a_hypothesis_and_was_found(verb: str) -> None:
    test_a_judgement_is_read_in_whatever_words(f"Salt was linked to joy, as {verb} in H1. | 1+")
    test_a_judgement_is_read_in_whatever_words(f"We {verb} a link of salt with joy in H1. | ")


@pytest.mark.parametrize(
    "row",
    [
        "Salt raised joy in the north but not in the south, so that H1 was supported. | 1+",
        "Salt raised joy in the north but not in the south; H1 was supported. | 1+",
        "H1 was supported for bakers but not for millers. | 1p",
        "H1 was supported among the young; among the old it was not. | 1p",
        "H1 was supported for men, but it was not for women. | 1p",
        "While H1 held for bakers, it did not for millers. | 1p",
        "H1 was rejected for joy but confirmed for calm. | 1p",
        "H1 was not supported for men but was for women. | 1p",
        "H1 did not hold in the south but did in the north. | 1p",
        "H1 was confirmed in the first wave; in addition, it was not affected by age. | 1+",
        "Salt raised joy for men; for women it did not, so that H1 was supported. | 1+",
        "H1 was supported in the north, but not in the south. | 1p",
        "H1 holds in the north and fails in the south. | 1p",
        "H1 was confirmed for bakers and rejected for millers. | 1p",
        "H1 was confirmed for bakers, and H2 was rejected for millers. | 1+ 2-",
        "Salt raised joy but not calm: H1 was supported. | 1+",
        "Salt raised joy but not calm, which supports H1. | 1+",
        "Salt raised joy but not calm, hence H1 is supported and H2 is rejected. | 1+ 2-",
        "H1 was supported but not H2, so that H3 was rejected. | 1+ 2- 3-",
        "H1 was supported, but not the weaker and rather old H2. | 1+ 2-",
        "All hypotheses were supported except for the following: H2. | 1+ 2- 3+",
    ],
)
def test_what_is_concluded_from_an_effect_here_but_not_there(row: str) -> None:
    test_a_judgement_is_read_in_whatever_words(row)


@pytest.mark.parametrize(
    "row",
    [
        "The first hypothesis was confirmed: salt raised joy. So is the second: rye raised calm. | 1+ 2+",
        "The first hypothesis was confirmed. So was the last. | 1+ 3+",
        "The first hypothesis was confirmed. So were the second and the third. | 1+ 2+ 3+",
        "The first hypothesis was rejected. So was the second. | 1- 2-",
        "The first hypothesis was confirmed. So was the second oven. | 1+",
        "The first oven was hot. So was the second: it burned. | ",
        "Bakers were asked. So was the second. | ",
    ],
)
def test_so_is_the_next_of_the_hypotheses(row: str) -> None:
    test_a_judgement_is_read_in_whatever_words(row)


@pytest.mark.parametrize(
    "row",
    [
        "We can confirm the first of these hypotheses and the second: rye raised calm. | 1+ 2+",
        "This confirms the third hypothesis and rejects the second: rye raised nothing. | 2- 3+",
        "The ovens confirm the third hypothesis; here is the second one: hot. | 3+",
    ],
)
def test_a_colon_behind_the_rank_of_a_hypothesis(row: str) -> None:
    test_a_judgement_is_read_in_whatever_words(row)


@pytest.mark.parametrize(
    "row",
    [
        "H1 was supported but not, therefore, H2. | 1+ 2-",
        "All hypotheses were supported but not the one which is last, H3. | 1+ 2+ 3-",
        "Salt raised joy but not calm; thus H1 was supported. | 1+",
        "Salt raised joy but not calm, which confirms H1. | 1+",
    ],
)
def test_an_exception_is_one_unless_a_judgement_of_its_own_follows(row: str) -> None:
    test_a_judgement_is_read_in_whatever_words(row)


@pytest.mark.parametrize(
    "row",
    [
        "The first hypothesis was not supported. Neither was the second: salt did not raise joy. | 1-",
        "The first hypothesis was supported. Nor is the second: rye was cold. | 1+",
        "The first hypothesis was supported. So has the second, rye. | 1+",
        "The first hypothesis was supported. So were the second: rye. | 1+ 2+",
    ],
)
def test_neither_is_the_next_says_nothing_of_hypotheses(row: str) -> None:
    test_a_judgement_is_read_in_whatever_words(row)
