"""Hypotheses that list (a), (b), (c) in one sentence: each has its own name, and all have what is said of all."""

import pytest

from evidence.read.prose.hypotheses.announced import hypotheses
from tests.read.prose.test_statements import passage

Ends = tuple[str | None, ...]


def stated(text: str) -> list[Ends]:
    found = [f.value for f in hypotheses((passage(text),))]
    assert [h.label for h in found] == [f"H1{letter}" for letter in "abc"[: len(found)]]
    return [(h.from_, h.to, h.via, h.moderator) for h in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("H1: Salt raises (a) joy and (b) vigor.", ["joy", "vigor"]),
        ("H1: Salt raises (a) vigor, (b) joy, or (c) love of brand.", ["vigor", "joy", "love of brand"]),
        ("H1: Salt raises (a) joy, and (b) demand.", ["joy", "demand"]),
    ],
)
def test_names_that_end_like_and_or_or_stay_whole(text: str, names: list[str]) -> None:
    assert [to for _, to, *_ in stated(text)] == names


def test_what_stands_behind_the_last_is_said_of_all() -> None:
    found = [
        f.value
        for f in hypotheses((passage("H1: Calm mediates the effects of (a) crust, (b) salt and (c) rye on joy."),))
    ]
    assert [(h.from_, h.to, h.via) for h in found] == [(name, "joy", "Calm") for name in ("crust", "salt", "rye")]
    assert [h.statement for h in found] == [
        f"Calm mediates the effects of {name} on joy" for name in ("crust", "salt", "rye")
    ]


def test_an_item_may_be_a_statement_of_its_own() -> None:
    text = "H1: Salt raises (a) joy, (b) calm and (c) pride mediates the relationship of salt with joy."
    assert stated(text) == [
        ("Salt", "joy", None, None),
        ("Salt", "calm", None, None),
        ("salt", "joy", "pride", None),
    ]
    last = [f.value for f in hypotheses((passage(text),))][-1]
    assert last.statement == "pride mediates the relationship of salt with joy"


def test_items_with_a_letter_before_and_a_label_behind() -> None:
    found = [f.value for f in hypotheses((passage("H1. (a) Salt (H1a) and (b) rye (H1b) raise joy."),))]
    assert [(h.label, h.from_, h.to) for h in found] == [("H1a", "Salt", "joy"), ("H1b", "rye", "joy")]
    assert all("raise joy" in (h.statement or "") for h in found)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("H1. Pride mediates the effect of salt on joy (H1a) and on hope (H1b).", ("salt", "hope", "Pride", None)),
        (
            "H1. The effects of salt on joy (H1a) and on hope (H1b) via pride are weaker when frost is high.",
            ("salt", "hope", "pride", "frost"),
        ),
        (
            "We expect that the effects of salt on joy (H1a) and hope (H1b) are weaker when frost is high.",
            ("salt", "hope", None, "frost"),
        ),
        (
            "H1. Frost weakens the relationship between salt and joy (H1a), and the one between rye and hope (H1b).",
            ("rye", "hope", None, "Frost"),
        ),
        (
            "We expect that pride mediates the relationship between salt and joy (H1a) and the relationship between "
            "rye and hope (H1b).",
            ("rye", "hope", "pride", None),
        ),
        ("H1. Pride mediates the effect of salt on joy (H1a) and hope (H1b).", ("salt", "hope", "Pride", None)),
        ("H1. A salt has an effect on joy through pride (H1a) and on hope (H1b).", ("salt", "hope", "pride", None)),
        ("H1. We expect salt to affect joy via pride (H1a) and hope (H1b).", ("salt", "joy", "hope", None)),
    ],
)
def test_a_second_label_shares_what_is_said_once(text: str, second: Ends) -> None:
    first, told = stated(text)
    assert told == second
    assert first[:2] == ("salt", "joy")
    assert (first[3] or "").lower() == (second[3] or "").lower()


def test_whom_effects_are_stronger_for_is_no_moderator_of_labels_in_brackets() -> None:
    text = "H1. The effects of salt on joy (H1a) and on hope (H1b) are stronger for those with old ovens."
    assert stated(text) == [("salt", "joy", None, None), ("salt", "hope", None, None)]
