"""Parts of a sample by when they answered or what they call themselves; who was asked, by the rate of return."""

import pytest

from tests.read.prose.test_sample_sizes import _sizes as sizes_told
from tests.read.prose.test_sample_sizes import size


@pytest.mark.parametrize(
    "text",
    [
        "Bakers answered the form. Early respondents (n = 306) did not differ from late ones.",
        "We compared the early (n = 306) with the late (n = 306) respondents.",
        "Late returns (n = 306) did not differ.",
    ],
)
def test_early_and_late_respondents_are_parts(text: str) -> None:
    assert size(text) is None
    assert size(f"In total, 612 bakers answered. {text}") == "612"


@pytest.mark.parametrize(
    "text",
    [
        "Of the bakers, 371 identified as women.",
        "371 participants identified as women.",
        "371 bakers identified themselves as women.",
        "371 bakers described themselves as women.",
        "371 participants self-identified as women.",
    ],
)
def test_who_calls_themselves_something_is_a_part(text: str) -> None:
    assert size(text) is None
    assert size(f"In total, 612 bakers answered. {text}") == "612"


@pytest.mark.parametrize(
    "text",
    [
        "Participants were 548 students who did not bake bread.",
        "The respondents were 548 bakers who were not excluded from the guild.",
        "Our subjects are 548 bakers that never refused to answer.",
    ],
)
def test_what_participants_did_not_do_leaves_them_the_sample(text: str) -> None:
    assert size(text) == "548"


def test_those_who_completed_it_are_not_the_sample_where_some_were_excluded_then() -> None:
    text = "Of 700 bakers invited, 612 completed the survey."
    assert size(text) == "612"
    assert size(f"{text} Of these, 31 were excluded because they failed a check.") is None
    assert size("The final sample was 612 bakers who completed the survey. 31 bakers were excluded.") == "612"


def test_those_whose_share_came_back_were_asked() -> None:
    text = (
        "We drew 3,200 bakers from a register of 9,000 bakers. 800 bakers were sent a questionnaire and 312 bakers "
        "answered, a response rate of {}%."
    )
    assert sizes_told(text.format("39"))["distributed"] == "800"
    assert sizes_told(text.format("9.75"))["distributed"] == "3200"
    assert sizes_told(text.format("71"))["distributed"] == "9000"  # the share of none
