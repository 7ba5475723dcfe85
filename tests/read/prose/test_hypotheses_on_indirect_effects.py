"""Hypotheses on an indirect effect that is called by what it goes through; its ends stand in another hypothesis."""

import pytest

from evidence.read.prose.hypotheses.announced import hypotheses
from tests.read.prose.test_statements import passage

FIRST = "H1: Calm mediates the effect of salt on joy."


def stated(*texts: str) -> dict[str, tuple[str | None, ...]]:
    found = (f.value for f in hypotheses(tuple(map(passage, texts))))
    return {h.label: (h.from_, h.to, h.via, h.moderator) for h in found}


@pytest.mark.parametrize(
    "second",
    [
        "H2: The indirect effect via calm is weaker when frost is high.",
        "H2: The indirect effect through calm will be larger for bakers with high frost.",
        "H2: The mediating effect of calm is moderated by frost.",
        "H2: The conditional indirect effect via calm is stronger the higher the frost.",
        "H2: Mediation by calm is contingent on frost.",
    ],
)
def test_it_has_the_ends_of_the_mediation_that_is_stated(second: str) -> None:
    assert stated(FIRST, second)["H2"] == ("salt", "joy", "calm", "frost")


def test_what_goes_through_something_else_or_from_two_sources_has_no_ends() -> None:
    assert stated(FIRST, "H2: The indirect effect via pride is weaker when frost is high.")["H2"][:2] == (None, None)
    other = "H3: Calm mediates the effect of rye on joy."
    told = stated(FIRST, other, "H2: The indirect effect via calm is weaker when frost is high.")
    assert told["H2"][:2] == (None, None)


def test_an_indirect_effect_with_ends_of_its_own_keeps_them() -> None:
    told = stated(FIRST, "H2: The indirect effect of rye on fear via calm is stronger when frost is high.")
    assert told["H2"][:2] == ("rye", "fear")


def test_an_indirect_effect_that_names_its_outcome_takes_no_ends_of_another() -> None:
    told = stated(FIRST, "H2: The indirect effect of calm to fear is weaker when frost is high.")
    assert told["H2"] == ("calm", "fear", None, "frost")


@pytest.mark.parametrize(
    "second",
    [
        "H2: The indirect effect proposed in H1 is stronger when frost is high.",
        "H2: The indirect effect of H1 will be weaker for bakers with high frost.",
        "H2: The mediation hypothesized in Hypothesis 1 is moderated by frost.",
        "H2: The mediation (H1) is contingent on frost.",
        "H2: The indirect association described under H1 would be larger when frost is high.",
    ],
)
def test_an_indirect_effect_that_is_called_by_the_label_of_its_hypothesis(second: str) -> None:
    assert stated(FIRST, second)["H2"] == ("salt", "joy", "Calm", "frost")


@pytest.mark.parametrize("noun", ["association", "relation", "relationship", "path", "influence", "effects"])
@pytest.mark.parametrize("sort", ["", "specific ", "serial ", "sequential ", "conditional specific "])
def test_indirect_effects_by_other_words(noun: str, sort: str) -> None:
    second = f"H2: The {sort}indirect {noun} through calm is stronger when frost is high."
    assert stated(FIRST, second)["H2"] == ("salt", "joy", "calm", "frost")


@pytest.mark.parametrize(
    "second",
    [
        "H2: The mediation (H3) is moderated by frost.",
        "H2: The indirect effect (through the crust) is stronger when frost is high.",
        "H2: The indirect effects of H1 and H3 are stronger when frost is high.",
    ],
)
def test_a_bracket_or_label_of_no_one_mediation_gives_no_ends(second: str) -> None:
    third = "H3: Pride mediates the effect of rye on fear."
    assert stated(FIRST, *([third] if "effects" in second else []), second)["H2"][:2] == (None, None)


@pytest.mark.parametrize("through", ["(through the crust)", "through it", "of it"])
def test_an_indirect_effect_through_nothing_that_is_named_has_no_ends(through: str) -> None:
    other = "H2: The indirect effect {} is stronger when frost is high."
    assert stated(FIRST, other.format(through))["H2"][:2] == (None, None)
    assert stated(FIRST, other.format("through calm"))["H2"][:2] == ("salt", "joy")


@pytest.mark.parametrize("through", ["(through the crust)", "through it", "of it", "(see above)"])
def test_an_indirect_effect_through_nothing_is_not_that_of_a_direct_effect(through: str) -> None:
    second = f"H2: The indirect effect {through} is stronger when frost is high."
    assert stated("H1: Salt raises joy.", second)["H2"][:2] == (None, None)
