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
