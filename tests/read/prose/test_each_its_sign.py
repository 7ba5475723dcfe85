"""Constructs of one outcome with a sign each, told before the verb that is said once."""

import pytest

from evidence.read.prose.hypotheses.bracketed import behind_constructs


def signs(sentence: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(label, tie.from_, tie.to, tie.sign) for label, tie in behind_constructs(sentence).items()]


@pytest.mark.parametrize(
    "sentence",
    [
        "We expected salt (H1) to be positively and frost (H2) to be negatively related to joy",
        "We expected salt to be positively (H1) and frost to be negatively (H2) related to joy",
        "We expected salt to be positively (H1), and frost negatively (H2) associated with joy",
        "We expect that salt will be positively (H1) but frost will be negatively (H2) linked to joy",
    ],
)
def test_each_has_its_own(sentence: str) -> None:
    assert signs(sentence) == [("H1", "salt", "joy", "+"), ("H2", "frost", "joy", "-")]


def test_one_sign_may_be_that_of_several_before_it() -> None:
    told = signs("We expected salt (H1) and rye (H2) to be positively, and frost (H3) to be negatively related to joy")
    assert told == [("H1", "salt", "joy", "+"), ("H2", "rye", "joy", "+"), ("H3", "frost", "joy", "-")]


def test_a_sign_said_once_is_that_of_all() -> None:
    told = signs("We expected salt (H1) and frost (H2) to be negatively related to joy")
    assert told == [("H1", "salt", "joy", "-"), ("H2", "frost", "joy", "-")]
