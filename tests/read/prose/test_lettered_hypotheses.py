"""Hypotheses that list (a), (b), (c) in one sentence: each has its own name, and all have what is said of all."""

import pytest

from evidence.read.prose.hypotheses.announced import hypotheses
from evidence.read.prose.hypotheses.of_one_moderator import moderated_effects
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


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("H1: Frost moderates the effects on joy: that of salt (H1a) is stronger, that of rye (H1b) weaker.", ["salt", "rye"]),
        ("H1: Frost moderates the effects on joy, such that the one of salt (H1a) is stronger and that of love of bread (H1b) is weaker.", ["salt", "love of bread"]),
        ("H1: Frost moderates relationships with joy: the effect of salt (H1a), of rye (H1b) and of oats (H1c) becomes weaker.", ["salt", "rye", "oats"]),
        ("H1: Frost negatively moderates the influences on the joy; the influence of salt is weaker when frost is high (H1a), and that of rye is stronger (H1b).", ["salt", "rye"]),
    ],
)  # fmt: skip
def test_effects_of_several_on_one_outcome_with_one_moderator(text: str, sources: list[str]) -> None:
    assert stated(text) == [(source, "joy", None, "Frost") for source in sources]


def test_effects_of_one_moderator_that_name_both_ends_are_read_as_before() -> None:
    text = "H1: Frost moderates the effects of salt (H1a) and rye (H1b) on joy."
    assert stated(text) == [("salt", "joy", None, "Frost"), ("rye", "joy", None, "Frost")]


def test_one_effect_alone_below_a_moderator_is_no_series() -> None:
    text = "Frost moderates the effects on joy: that of salt (H1a) is stronger."
    (found,) = hypotheses((passage(f"H1: {text}"),))
    assert found.value.label == "H1"
    assert moderated_effects(text) == {}


def test_effects_of_one_moderator_that_are_of_two_hypotheses_are_no_series_of_one() -> None:
    text = "H1: Frost moderates the effects on joy: that of salt (H1a) is stronger, that of rye (H2a) weaker."
    assert {found.value.label for found in hypotheses((passage(text),))} == {"H1"}


@pytest.mark.parametrize("end", ["on calm", "upon calm", "with calm", "to calm"])
def test_effects_with_an_end_of_their_own_are_not_on_the_one_outcome(end: str) -> None:
    text = "Frost moderates the effects on joy: that of salt (H1a) is stronger, that of rye {}(H1b) weaker."
    assert moderated_effects(text.format(f"{end} ")) == {}
    assert [tie.to for tie in moderated_effects(text.format("")).values()] == ["joy", "joy"]
