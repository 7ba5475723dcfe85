"""The sign of a moderation that turns a negative effect; items of a list that share what stands behind the last."""

import pytest

from evidence.read.prose.hypotheses.bracketed import behind_constructs
from evidence.read.prose.hypotheses.spelled_out import spelled_out
from evidence.read.prose.relations.moderated_sign import moderated_sign
from evidence.read.prose.relations.relation import relation


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Salt weakens the negative effect of frost on joy", "+"),
        ("Salt buffers the negative relationship between frost and joy", "+"),
        ("Salt strengthens the negative effect of frost on joy", "-"),
        ("Salt amplifies the detrimental effect of frost on joy", "-"),
        ("Salt moderates the negative effect of frost on joy", None),
        ("Salt strengthens the positive effect of crust on joy", "+"),
        ("Salt buffers the adverse effect of frost on joy", "+"),
        ("Salt strengthens the effect of crust on joy", "+"),
        ("Salt weakens the positive effect of crust on joy", "-"),
        ("Salt mitigates the harmful impact of frost on joy", "+"),
        ("Salt moderates the effect of frost on joy, such that it is less negative when salt is high", "+"),
        ("Salt moderates the effect of frost on joy, such that it is more positive when salt is high", "+"),
        ("Salt moderates the effect of frost on joy, such that it is more negative when salt is low", "+"),
        ("Salt moderates the effect of frost on joy, such that it is less positive when salt is high", "-"),
        ("Salt aggravates the negative effects of frost on joy", "-"),
    ],
)
def test_what_weakens_a_negative_effect_has_a_positive_product(text: str, sign: str | None) -> None:
    found = relation(text)
    assert found is not None
    assert found.moderator is not None
    assert found.sign == sign


def test_a_statement_of_both_signs_says_none() -> None:
    text = "Salt weakens the positive effect of crust and the negative effect of frost on joy"
    assert moderated_sign(text, "-") is None
    assert moderated_sign("Salt weakens the effect of crust on joy", "-") == "-"


@pytest.mark.parametrize(
    ("text", "moderator", "sign"),
    [
        ("The negative relationship between frost and joy is weaker for those with high salt", "salt", "+"),
        ("The positive effect of crust on joy is stronger for people with high salt than for those with low salt", "salt", "+"),
        ("The positive effect of crust on joy is stronger among bakers with little salt", "salt", "-"),
        ("The positive effect of crust on joy is weaker under low salt", "salt", "+"),
        ("The effect of crust on joy is stronger under low salt", "salt", None),
        ("The positive effect of crust on joy is stronger for small ovens than for large ovens", "small ovens", None),
        ("The effect of crust on joy is stronger among bakers with children", "bakers with children", None),
    ],
)  # fmt: skip
def test_a_level_at_which_an_effect_is_stronger_names_the_moderator(
    text: str, moderator: str, sign: str | None
) -> None:
    found = relation(text)
    assert found is not None
    assert (found.moderator, found.sign) == (moderator, sign)


@pytest.mark.parametrize("tie", ["with", "on"])
def test_a_mediation_of_several_with_their_letters_in_brackets(tie: str) -> None:
    told = behind_constructs(f"calm will mediate the relations of salt (H1a) and rye (H1b) {tie} joy")
    assert {label: (one.from_, one.to, one.via) for label, one in told.items()} == {
        "H1a": ("salt", "joy", "calm"),
        "H1b": ("rye", "joy", "calm"),
    }


def test_what_stands_behind_the_last_of_a_list_holds_for_all() -> None:
    text = "Oven heat moderates the relationship of (a) joy, (b) calm, and (c) salt with sales"
    found = spelled_out(text, "H2")
    assert [(label, tie.from_, tie.to, tie.moderator) for label, _, tie in found if tie] == [
        ("H2a", "joy", "sales", "Oven heat"),
        ("H2b", "calm", "sales", "Oven heat"),
        ("H2c", "salt", "sales", "Oven heat"),
    ]


def test_items_with_ends_of_their_own_keep_them() -> None:
    text = "Oven heat moderates the relationship of (a) joy with sales and (b) calm with praise"
    assert [(label, tie.from_, tie.to) for label, _, tie in spelled_out(text, "H2") if tie] == [
        ("H2a", "joy", "sales"),
        ("H2b", "calm", "praise"),
    ]


@pytest.mark.parametrize(
    ("behind", "target"),
    [
        ("beyond belonging and support", "joy"),
        ("over and above salt", "joy"),
        ("and explains variance beyond all other predictors", "joy"),
        ("beyond work", "joy beyond work"),
    ],
)
def test_what_an_effect_goes_beyond_is_no_part_of_its_target(behind: str, target: str) -> None:
    told = relation(f"Frost is negatively related to joy {behind}")
    assert told is not None
    assert (told.from_, told.to) == ("Frost", target)
