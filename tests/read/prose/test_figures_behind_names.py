"""Reliability in brackets behind names: without an alpha, without a sign, as equations, for parts, and under a colon."""

import pytest

from evidence.read.prose.reliability.reliabilities import reliabilities
from tests.read.prose.test_numbers import said

Figures = tuple[str | None, str | None, str | None]
PAIR: dict[str, Figures] = {"trust": (None, ".91", ".68"), "calm": (None, ".88", ".61")}


def told(text: str) -> dict[str, Figures]:
    found = (f.value for f in reliabilities(said(text, section="Measures")))
    return {c.name.lower(): (c.alpha, c.cr, c.ave) for c in found}


@pytest.mark.parametrize(
    "text",
    [
        "Trust (CR = .91, AVE = .68) and calm (CR = .88, AVE = .61) were reliable.",
        "We measured trust (CR = .91; AVE = .68) and calm (CR = .88; AVE = .61).",
        "They were reliable: trust (CR: .91, AVE: .68) and calm (composite reliability = .88, AVE = .61).",
        "The CR and AVE of trust (CR = .91, AVE = .68), of calm (CR = .88, AVE = .61) were good.",
    ],
)
def test_cr_and_ave_without_an_alpha_behind_their_names(text: str) -> None:
    assert told(text) == PAIR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trust (AVE = .68) was reliable.", {"trust": (None, None, ".68")}),
        ("Trust [4] (CR = .91) was reliable.", {"trust": (None, ".91", None)}),
        ("All values were good (CR = .91, AVE = .68).", {}),
        ("Table 2 (CR = .91, AVE = .68) says so.", {}),
    ],
)
def test_one_figure_alone_and_figures_of_nobody(text: str, expected: dict[str, Figures]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("alpha", ["Cronbach's alpha .81", "α .81", "six items, alpha .81", "alpha .81; Roe, 2001"])
def test_an_alpha_without_a_sign(alpha: str) -> None:
    assert told(f"Joy was measured with six items ({alpha}).") == {"joy": (".81", None, None)}


def test_and_leads_the_next_name_of_a_list() -> None:
    text = "We rated oven joy with four items (alpha .81) and fear of crowds (alpha .84)."
    assert told(text) == {"oven joy": (".81", None, None), "fear of crowds": (".84", None, None)}


@pytest.mark.parametrize("other", ["alpha 81", "alpha below .05", "alpha level .05"])
def test_other_numbers_behind_the_word_alpha(other: str) -> None:
    assert told(f"Joy was measured with six items ({other}).") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All AVE values exceeded .50 (joy = .61; calm = .66).", {"joy": (None, None, ".61"), "calm": (None, None, ".66")}),
        ("The CRs were high (joy = .81, calm = .86).", {"joy": (None, ".81", None), "calm": (None, ".86", None)}),
        ("All alphas were good (joy = .81; calm = .86).", {"joy": (".81", None, None), "calm": (".86", None, None)}),
        (
            "The AVEs were fine (oven joy = .61; oven calm = .66; all above .50).",
            {"oven joy": (None, None, ".61"), "oven calm": (None, None, ".66")},
        ),
        (
            "The AVEs were fine (joy = .61; calm = .66 and salt = .71).",
            {"joy": (None, None, ".61"), "calm": (None, None, ".66"), "salt": (None, None, ".71")},
        ),
        ("The AVE values were good (joy = .61).", {}),
        ("The AVE values were good (men = .61; women = .66).", {}),
        ("The AVE values were good (p = .61; t = .66).", {}),
        ("Correlations were low (joy = .61; calm = .66).", {}),
        ("AVE was fine in all; loadings were, too (joy = .61; calm = .66).", {}),
    ],
)  # fmt: skip
def test_names_with_their_figures_as_equations_in_one_bracket(text: str, expected: dict[str, Figures]) -> None:
    assert told(text) == expected


def test_two_brackets_of_equations_are_each_of_the_statistic_before() -> None:
    text = "CR was fine in both (joy = .81; calm = .86), and AVE was too (joy = .61; calm = .66)."
    found = [f.value for f in reliabilities(said(text, section="Measures"))]
    assert [(c.name, c.cr, c.ave) for c in found] == [
        ("joy", ".81", None),
        ("calm", ".86", None),
        ("joy", None, ".61"),
        ("calm", None, ".66"),
    ]


@pytest.mark.parametrize("comprised", ["comprised", "consisted of", "contained", "included", "comprises"])
def test_what_is_comprised_has_the_figure_and_not_the_whole(comprised: str) -> None:
    for parts in (
        "pace (alpha .81) and noise (alpha .84)",
        "pace (e.g., 'I run'; α = .81), noise (e.g., 'Oh'; α = .84)",
    ):
        assert told(f"Work demands {comprised} {parts}.") == {
            "pace": (".81", None, None),
            "noise": (".84", None, None),
        }
    assert told(f"Work demands {comprised} trust (CR = .91, AVE = .68) and calm (CR = .88, AVE = .61).") == PAIR
    assert told(f"Work demands {comprised} four short items (alpha .81).") == {"work demands": (".81", None, None)}


@pytest.mark.parametrize(
    "lead",
    [
        "For joy we used six items",
        "For joy, we used six items",
        "For measuring joy, six items were used",
        "For the assessment of joy participants answered six items",
    ],
)
def test_what_it_was_used_for_stands_first(lead: str) -> None:
    assert told(f"{lead} (α = .81).") == {"joy": (".81", None, None)}


@pytest.mark.parametrize("lead", ["For all bakers we used six items", "For each, we used six items"])
def test_for_whom_it_was_used_is_no_construct(lead: str) -> None:
    assert told(f"{lead} (α = .81).") == {}


@pytest.mark.parametrize("head", ["Calm", "Calm of bakers", "Oven-calm"])
def test_a_measure_headed_with_a_colon_goes_on_in_its_sentence(head: str) -> None:
    assert told(f"{head}: Participants answered seven items. Alpha was .71.") == {head.lower(): (".71", None, None)}
    assert told(f"{head}: seven items. Alpha was .71.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "The items were collapsed (α = .81).",
        "Joy was measured with six items. They were collapsed (α = .81).",
        "The items of joy were summed (α = .81).",
        "Items were aggregated into parcels (α = .81).",
    ],
)
def test_what_is_done_with_items_is_no_name(text: str) -> None:
    assert not any(word in name for name in told(text) for word in ("collapsed", "summed", "aggregated"))
