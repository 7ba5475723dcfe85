"""An indirect effect of which no end is named is that of the paths told before it, where these are one chain."""

import pytest

from evidence.read import markdown
from evidence.read.understanding import understand
from tests.read.prose.test_told_of_several_at_once import PAPER, effects

CHAIN = "Salt raised joy (β = .40), and joy raised sales (β = .36). "


def indirect(text: str) -> list[str]:
    return [one for one in effects(text) if " via " in one]


@pytest.mark.parametrize(
    "words",
    [
        "The indirect effect was significant (β = .14, 95% CI [.09, .20]).",
        "The bootstrapped indirect effect was .14 (95% CI [.09, .20]).",
        "This indirect effect amounted to .14.",
    ],
)
def test_the_indirect_effect_of_a_chain(words: str) -> None:
    assert indirect(CHAIN + words) == ["Salt > sales via joy .14"]


@pytest.mark.parametrize(
    "text",
    [
        "Salt raised joy (β = .40). The indirect effect was significant (β = .14).",
        CHAIN + "The indirect effect through calm was significant (β = .14).",
        CHAIN + "The conditional indirect effect was significant (β = .14).",
        "Salt raised joy (β = .40), rye raised joy (β = .30), and joy raised sales (β = .36). The indirect effect was significant (β = .14).",
        "Salt raised joy (β = .40), and joy raised sales (β = .36).\n\nThe indirect effect was significant (β = .14).",
    ],
)  # fmt: skip
def test_of_which_chain_is_not_told(text: str) -> None:
    assert not any("via joy" in one for one in indirect(text))


def test_of_two_chains_that_with_its_direct_effect() -> None:
    text = (
        "Salt raised joy (β = .40), rye raised joy (β = .30), and joy raised sales (β = .36). "
        "The direct effect of salt on sales was small (β = .05). The indirect effect was significant (β = .14)."
    )
    assert indirect(text) == ["Salt > sales via joy .14"]


STATED = "H1: Salt affects joy.\n\nH2: Rye affects joy.\n\nH3: Crust affects joy."


def verdicts(text: str) -> dict[str, str]:
    paper = PAPER.format("Results", text).replace("## Results", f"## Theory\n\n{STATED}\n\n## Results")
    (record,) = understand(markdown.to_source(paper.encode()))
    return {h.label: h.verdict for h in record.hypotheses if h.verdict}


def test_hypotheses_ahead_of_the_verb_that_states_them() -> None:
    found = verdicts("Salt (H1), rye (H2) and crust (H3) all contribute to joy, crust most.")
    assert found == dict.fromkeys(("H1", "H2", "H3"), "supported")


@pytest.mark.parametrize(
    "sentence",
    [
        "Salt (H1), rye (H2) and crust (H3) do not contribute to joy.",
        "We asked whether salt (H1), rye (H2) and crust (H3) all contribute to joy.",
        "Salt (H1), rye (H2) and crust (H3) are looked at together.",
    ],
)
def test_hypotheses_ahead_of_what_states_nothing(sentence: str) -> None:
    assert verdicts(sentence) == {}


def test_a_relation_that_is_not_worth_speaking_of() -> None:
    found = effects("Crust had no direct relation with joy worth speaking of (β = -.06, p = .310).")
    assert found == ["Crust > joy -.06"]
