"""Judgements on the hypotheses of one sort only, `all mediation hypotheses`, and on what has an effect, as a label says."""

import pytest

from evidence.read import markdown
from evidence.read.prose.verdicts.judged import verdicts
from evidence.read.understanding import understand
from tests.read.prose.test_numbers import said

KNOWN = ("H1", "H2", "H3", "H4")
SORTS = {"H2": "mediat", "H3": "mediat", "H4": "moderat"}
YES = "supported"
NO = "not supported"


def judged(text: str) -> dict[str, str | None]:
    return {f.value.label: f.value.verdict for f in verdicts(said(text), KNOWN, SORTS)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All mediation hypotheses were supported.", {"H2": YES, "H3": YES}),
        ("Both mediation hypotheses were supported.", {"H2": YES, "H3": YES}),
        ("The mediation hypotheses were confirmed.", {"H2": YES, "H3": YES}),
        ("All indirect hypotheses were rejected.", {"H2": NO, "H3": NO}),
        ("None of the mediating hypotheses was supported.", {"H2": NO, "H3": NO}),
        ("All moderation hypotheses were rejected.", {"H4": NO}),
        ("All hypotheses were supported.", dict.fromkeys(KNOWN, YES)),
    ],
)
def test_hypotheses_of_one_sort_are_judged_together(text: str, expected: dict[str, str]) -> None:
    assert judged(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Both moderation hypotheses were supported.",
        "All three mediation hypotheses were supported.",
        "All four indirect hypotheses were supported.",
    ],
)
def test_another_count_than_there_are_of_the_sort_judges_none(text: str) -> None:
    assert judged(text) == {}


def test_a_judgement_on_one_alone_stands_over_that_on_its_sort() -> None:
    assert judged("H2 was rejected. All mediation hypotheses were supported.") == {"H2": NO, "H3": YES}


def test_which_are_on_mediation_is_told_by_what_the_paper_states() -> None:
    page = (
        "# On bread\n\n## Theory\n\nH1: Salt raises joy.\n\nH2: Calm mediates the effect of salt on joy.\n\n"
        "H3: Warmth mediates the effect of salt on joy.\n\nH4: Frost moderates the effect of salt on joy.\n\n"
        "## Results\n\nBoth mediation hypotheses were supported. All moderation hypotheses were rejected.\n"
    )
    (record,) = understand(markdown.to_source(page.encode()))
    assert {h.label: h.verdict for h in record.hypotheses} == {"H1": None, "H2": YES, "H3": YES, "H4": NO}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salt has a positive effect on joy, as H1 states.", {"H1": YES}),
        ("Salt has an effect on joy, as H1 predicts.", {"H1": YES}),
        ("Salt and rye have a strong positive influence on joy, as H1 predicts.", {"H1": YES}),
        ("Salt and joy were linked, as H1 would have it.", {"H1": YES}),
        ("Salt has no effect on joy, as H1 predicts.", {}),
        ("Salt could have an effect on joy, as H1 predicts.", {}),
        ("Salt has a taste, as H1 predicts.", {}),
    ],
)
def test_what_has_an_effect_as_a_hypothesis_says(text: str, expected: dict[str, str]) -> None:
    assert judged(text) == expected
