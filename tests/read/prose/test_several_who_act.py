"""Hypotheses with labels in brackets whose constructs act `by`, the same way through others, or behind a reason."""

import pytest

from evidence.read.prose.hypotheses.bracketed import behind_constructs

Ends = tuple[str | None, str | None, str | None]


def ends(sentence: str) -> dict[str, Ends]:
    return {
        k: ((t.from_ or "").lower() or None, (t.to or "").lower() or None, t.via)
        for k, t in behind_constructs(sentence).items()
    }


@pytest.mark.parametrize("by", ["and by crust", "and also by crust", "and further by crust"])
def test_by_whom_else_something_is_raised(by: str) -> None:
    assert ends(f"Joy is raised by salt (H1) {by} (H2)") == {"H1": ("salt", "joy", None), "H2": ("crust", "joy", None)}


def test_by_is_no_source_where_the_first_is_no_source_of_a_passive() -> None:
    assert ends("Salt raises joy (H1) and by crust (H2)").get("H2") != ("crust", "joy", None)


@pytest.mark.parametrize(
    "lead",
    [
        "Our hypotheses are that",
        "The hypothesis of this study is that",
        "Our predictions were that",
        "The assumptions we made were that",
        "The main proposition is that",
    ],
)
def test_what_the_hypotheses_are_is_behind_them(lead: str) -> None:
    assert ends(f"{lead} crust raises joy (H1) and lowers fear (H2)") == {
        "H1": ("crust", "joy", None),
        "H2": ("crust", "fear", None),
    }
    assert ends(f"{lead} crust (H1) and smell (H2) raise joy") == {
        "H1": ("crust", "joy", None),
        "H2": ("smell", "joy", None),
    }


@pytest.mark.parametrize(
    "reason", ["If bread is warm", "Since bakers like their bread", "Because bread is warm", "Given that ovens are hot"]
)
def test_the_reason_before_the_hypotheses_is_no_part_of_them(reason: str) -> None:
    assert ends(f"{reason}, crust (H1) and smell (H2) raise joy") == {
        "H1": ("crust", "joy", None),
        "H2": ("smell", "joy", None),
    }


@pytest.mark.parametrize(
    "same", ["salt one through warmth", "salt an indirect effect via warmth", "salt an effect by means of warmth"]
)
def test_another_has_the_same_effect_by_another_way(same: str) -> None:
    assert ends(f"Crust has an indirect effect on joy through calm (H1), and {same} (H2)") == {
        "H1": ("crust", "joy", "calm"),
        "H2": ("salt", "joy", "warmth"),
    }


def test_another_way_of_the_same_source_keeps_it() -> None:
    assert ends("Crust has an indirect effect on joy through calm (H1) and through warmth (H2)") == {
        "H1": ("crust", "joy", "calm"),
        "H2": ("crust", "joy", "warmth"),
    }
