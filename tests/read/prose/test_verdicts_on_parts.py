"""Judgements on ranges of hypotheses, on parts of them, on all but some, and in words that take a sentence before."""

import pytest

from evidence.read import markdown
from evidence.read.prose import understand
from evidence.read.prose.labels import labels
from evidence.read.prose.verdicts.judged import verdicts
from tests.read.prose.test_numbers import said

SIGNS = {"supported": "+", "not supported": "-", "partially supported": "p"}
FOUR = ("H1", "H2", "H3", "H4")


def judged(text: str, known: tuple[str, ...] = FOUR) -> str:
    """`1+ 2-`: what became of each hypothesis."""
    found = {f.value.label: SIGNS[f.value.verdict or ""] for f in verdicts(said(text), known)}
    return " ".join(f"{label[1:]}{found[label]}" for label in sorted(found))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hypotheses 1–3", ["H1", "H2", "H3"]),
        ("Hypotheses 1-3 and 5", ["H1", "H2", "H3", "H5"]),
        ("Hypothesis 1-3", ["H1-3"]),
        ("Hypotheses 2-1", ["H2-1"]),
        ("Hypotheses 1.3", ["H1.3"]),
    ],
)
def test_a_dash_between_the_numbers_of_several_hypotheses(text: str, named: list[str]) -> None:
    assert [label.label for label in labels(text)] == named
    assert judged(f"{text} were supported.", tuple(named)) == " ".join(f"{label[1:]}+" for label in named)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Model 2 shows that this was the case (b = .4).", "2+"),
        ("The data of Table 3 indicate that such is indeed the case.", "2+"),
        ("This was clearly the case (b = .4).", "2+"),
        ("This was not the case (b = .0).", "2-"),
        ("Table 3 reveals that this is not the case.", "2-"),
        ("Whether this is so remains a case to study.", ""),
    ],
)
def test_what_was_the_case_is_what_the_hypothesis_before_says(text: str, verdict: str) -> None:
    assert judged(f"H2 states that salt raises joy. {text}") == verdict
    assert judged(f"Salt raises joy. {text}") == ""


@pytest.mark.parametrize(
    ("text", "verdicts_told"),
    [
        ("All but two of the four hypotheses were supported: the paths from salt (H3) and rye (H4) were not significant.", "1+ 2+ 3- 4-"),
        ("All but two of our hypotheses were confirmed (not H1 and H3).", "1- 2+ 3- 4+"),
        ("All but one hypotheses were rejected; H2 was not.", "1- 2+ 3- 4-"),
        ("All but two of the four hypotheses were supported (H3).", ""),
        ("All but two of the four loaves were baked (H3).", ""),
    ],
)  # fmt: skip
def test_all_hypotheses_but_as_many_as_are_named(text: str, verdicts_told: str) -> None:
    assert judged(text) == verdicts_told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("H1 was supported.", "1+ 1a+ 1b+"),
        ("H1 was rejected, but H1a was supported.", "1- 1a+ 1b-"),
        ("H1 was partially supported.", "1p"),
    ],
)
def test_the_judgement_of_a_whole_is_that_of_its_parts(text: str, told: str) -> None:
    assert judged(text, ("H1a", "H1b")) == told
    assert judged(text, ("H1", "H1a", "H1b")) in (told[:2], "1- 1a+")  # a whole that is stated itself


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("H1 was supported, yet support for Hypothesis 2 was lacking and it was rejected.", "1+ 2-"),
        ("H1 was rejected, yet H2 held.", "1- 2+"),
        ("H1 was supported, yet the effect was not large.", "1+"),
        ("In contrast to the others, H2 was not supported.", "2-"),
        ("In line with the others, H2 was supported.", "2+"),
        ("H1 and H4 were supported, and H2 and H3 are not.", "1+ 2- 3- 4+"),
        ("H2 was supported; the others were rejected.", "1- 2+ 3- 4-"),
    ],
)
def test_whom_a_judgement_is_about(text: str, told: str) -> None:
    assert judged(text) == told


def test_two_parts_that_are_not() -> None:
    parts = ("H2a", "H2b", "H2c")
    for text in ("H2a was supported and H2b and H2c are not.", "H2a was supported, H2b and H2c are not."):
        assert judged(text, parts) == "2a+ 2b- 2c-"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("H1 was largely, though not entirely, supported.", "1p"),
        ("H1 was mostly (but not fully) supported.", "1p"),
        ("The data lend limited support to H1.", "1p"),
        ("H1 received only some support.", "1p"),
        ("There was only modest empirical support for H1.", "1p"),
        ("H1 is supported for the young bakers only.", "1p"),
        ("H1 was confirmed in one of its rye samples only.", "1p"),
        ("H1 was therefore supported at one of the two lags only.", "1p"),
        ("H1 was confirmed in only one of the three studies.", "1p"),
        ("H1 was supported in two of the three samples.", "1p"),
        ("H1 was supported in all three samples.", "1+"),
        ("H1 was supported at both lags.", "1+"),
        ("H1 was one of the two hypotheses that were supported.", "1+"),
        ("The evidence for H1 was mixed.", "1p"),
        ("The difference is not significant, and H1 cannot be upheld.", "1-"),
        ("H1 could not be verified.", "1-"),
        ("H1 can be upheld.", "1+"),
        ("The results for hypothesis 1 were mixed.", "1p"),
        ("H1 was supported for the young bakers.", "1+"),
        ("H1 was largely supported.", "1+"),
    ],
)
def test_a_support_with_its_limits_is_partial(text: str, told: str) -> None:
    assert judged(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The null hypothesis of H1 was rejected.", "1+"),
        ("The null hypothesis for H1 could thus be rejected.", "1+"),
        ("The null hypothesis of H1 could not be rejected.", "1-"),
        ("H1 was rejected in favour of the null hypothesis.", "1-"),
        ("There is little to support H1.", "1-"),
    ],
)
def test_a_null_hypothesis_that_falls_and_little_that_is_no_lack(text: str, told: str) -> None:
    assert judged(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The effect of salt on joy (H1) did not materialise.", "1-"),
        ("The effect of salt on joy (H1) failed to emerge.", "1-"),
        ("The link between salt and joy (H1) could not be replicated.", "1-"),
        ("The link between salt and joy (H1) was found.", "1+"),
        ("The link between salt and joy (H1) was also observed (b = .3).", "1+"),
        ("No link between salt and joy (H1) was found.", "1-"),
        ("Neither mediation by calm (H1) was detected.", "1-"),
        ("The link between salt and joy (H1) was found in old books.", ""),
    ],
)
def test_what_was_found_or_could_not_be_found(text: str, told: str) -> None:
    assert judged(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("H1 was supported; the same cannot be said of H2.", "1+ 2-"),
        ("H1 was rejected; the same could not be said of H2.", "1- 2+"),
        ("H1 was rejected; H2 did no better.", "1- 2-"),
        ("H1 was rejected, and H2 fares no better.", "1- 2-"),
    ],
)
def test_a_judgement_that_is_turned_or_kept_for_the_next(text: str, told: str) -> None:
    assert judged(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Salt was related to joy (b = .3), which is what we hypothesized in H3.", "3+"),
        ("Salt was related to joy (b = .3), which was exactly what was predicted by H3.", "3+"),
        ("Salt was related to joy, as we had predicted in H3.", "3+"),
        ("Salt was, as hypothesized, associated with joy (b = .3; H1).", "1+"),
        ("Salt had, as we had expected, a positive effect on joy and raised calm (b = .3; H1).", "1+"),
        ("Salt was, as hypothesized, not associated with joy (b = .0; H1).", ""),
        ("Salt, as expected, costs little, and H1 concerns joy.", ""),
    ],
)
def test_what_was_hypothesised_said_within_the_finding(text: str, told: str) -> None:
    assert judged(text) == told


def test_hypotheses_with_a_point_are_stated_and_judged_under_one_label() -> None:
    text = "H1.1: Salt raises joy.\n\nH1.2: Rye raises calm.\n\n## Results\n\nH1.1 was supported, H1.2 was not.\n"
    record = understand(markdown.to_source(f"# Bread\n\n{text}".encode()))
    stated = [(found.value.label, found.value.to) for found in record.hypotheses if found.value.to]
    assert stated == [("H1.1", "joy"), ("H1.2", "calm")]
    assert judged("H1.1 was supported, H1.2 was not.", ("H1.1", "H1.2")) == "1.1+ 1.2-"


@pytest.mark.parametrize(
    "told",
    [
        "Although prior evidence for H1 was mixed, H1 was supported.",
        "As the null hypothesis cannot be retained, H1 is accepted.",
        "Although causality cannot be verified, H1 was supported.",
        "H1 was supported, and validity was confirmed in two of the three samples.",
    ],
)
def test_limits_of_something_else_leave_a_support_whole(told: str) -> None:
    assert judged(told, ("H1",)) == "1+"
