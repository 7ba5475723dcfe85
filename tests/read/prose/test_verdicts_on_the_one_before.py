"""Results that judge `this hypothesis`, hypotheses that are only tested, and letters of statistics beside a label."""

import pytest

from evidence.read.prose.labels import labels
from evidence.read.prose.sentences import sentences
from evidence.read.prose.verdicts.judged import verdicts
from tests.read.prose.test_statements import passage


def judged(text: str) -> dict[str, str | None]:
    return {f.value.label: f.value.verdict for f in verdicts(sentences((passage(text),)), ("H1", "H2"))}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The results supported this hypothesis (b = .4).", "supported"),
        ("Overall, the findings clearly confirm that prediction.", "supported"),
        ("Our data did not support this hypothesis.", "not supported"),
        ("These analyses failed to support this expectation.", "not supported"),
    ],
)
def test_results_that_judge_this_hypothesis_judge_the_one_before(text: str, verdict: str) -> None:
    assert judged(f"H1 says that crust raises joy. {text}") == {"H1": verdict}
    assert judged(text) == {}


@pytest.mark.parametrize(
    "text", ["Earlier results supported this hypothesis.", "We ask whether the results support this hypothesis."]
)
def test_results_of_others_and_questions_judge_nothing(text: str) -> None:
    assert judged(f"H1 says that crust raises joy. {text}") == {}


@pytest.mark.parametrize(
    "text",
    [
        "As predicted, crust raised joy (b = .4), and H2 was tested in the same model.",
        "As expected, H1 was tested with a regression, and crust raised joy.",
        "As predicted, H1 was examined first and crust raised joy (b = .31, p < .01).",
    ],
)
def test_a_hypothesis_that_is_only_tested_is_not_judged(text: str) -> None:
    assert judged(text) == {}
    assert judged("As expected in H1, crust raised joy (b = .4, p < .01).") == {"H1": "supported"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("H2 (b = .1, p = .3) was not supported.", ["H2"]),
        ("H2 (p < .01) and H3 (d = .2)", ["H2", "H3"]),
        ("H2 (b) was supported.", ["H2b"]),
        ("H2(b) and H2(c) were supported.", ["H2b", "H2c"]),
    ],
)
def test_a_letter_that_has_a_value_is_none_of_a_label(text: str, named: list[str]) -> None:
    assert [label.label for label in labels(text)] == named


@pytest.mark.parametrize("whose", ["The hypothesis", "Thus, our hypothesis", "Our main hypothesis"])
def test_the_hypothesis_is_the_one_that_was_named_before(whose: str) -> None:
    text = f"H2 says that salt raises joy. {whose} was not supported."
    assert judged(text) == {"H2": "not supported"}
    assert judged(f"{whose} was not supported.") == {}


def test_our_hypotheses_are_all_of_them() -> None:
    text = "H2 says that salt raises joy. Our hypotheses were all supported."
    assert judged(text) == {"H1": "supported", "H2": "supported"}
