"""One sentence for several effects or scales: controls in a bracket, the strongest of them, places, alphas of this study."""

import pytest

from evidence.read import markdown
from evidence.read.understanding import understand

PAPER = "# On bread and those who bake it\n\nAda Cole\n\n## {}\n\n{}\n\n## Discussion\n\nThis is all.\n"


def effects(text: str) -> list[str]:
    (record,) = understand(markdown.to_source(PAPER.format("Results", text).encode()))
    shown = [(p.from_, p.to, p.via, p.group, p.beta) for p in record.paths]
    return [f"{a} > {b}" + (f" via {m}" if m else "") + (f" [{g}]" if g else "") + f" {v}" for a, b, m, g, v in shown]


def alphas(text: str) -> dict[str, str]:
    (record,) = understand(markdown.to_source(PAPER.format("Method", text).encode()))
    return {c.name: str(c.alpha) for c in record.constructs if c.alpha}


@pytest.mark.parametrize(
    "words",
    [
        "Neither of the control variables had a significant effect on joy",
        "None of the controls affected joy",
        "The controls were unrelated to joy",
        "Both of the paths to joy were significant",
    ],
)
@pytest.mark.parametrize("letter", ["β", "path"])
def test_what_is_said_of_all_holds_for_each_in_the_bracket(words: str, letter: str) -> None:
    found = effects(f"{words} (oven age: {letter} = -0.06, t = 1.02; number of ovens: {letter} = 0.04, t = 0.71).")
    assert found == ["oven age > joy -0.06", "number of ovens > joy 0.04"]


@pytest.mark.parametrize(
    "above",
    [
        "The three antecedents of joy were all significant.",
        "All predictors of joy were significant.",
        "Joy was regressed on crust and salt.",
    ],
)
@pytest.mark.parametrize(
    "strongest", ["the strongest of them", "the strongest", "the strongest one", "the strongest of these"]
)
def test_the_strongest_of_them_acts_on_what_they_were_said_to_act_on(above: str, strongest: str) -> None:
    found = effects(f"{above} Crust was {strongest} (β = 0.42), followed by salt (β = 0.23).")
    assert [one.lower() for one in found] == ["crust > joy 0.42", "salt > joy 0.23"]


@pytest.mark.parametrize(
    "test",
    [
        "With the test of Sobel (1982)",
        "According to the Sobel (1982) test,",
        "Using the Sobel test,",
        "By Sobel's test,",
    ],
)
def test_an_effect_by_a_test_with_a_name(test: str) -> None:
    text = f"{test} the indirect effect of crust on joy through intention to bake is 0.21 (z = 4.10), and that of salt is 0.12 (z = 2.90)."
    assert effects(text) == ["crust > joy via intention to bake 0.21", "salt > joy via intention to bake 0.12"]


def test_an_end_of_a_path_is_no_joining_word() -> None:
    found = effects("Salt raised joy (β = .41), and the direct effect on sales was weak (β = .11).")
    assert found[0] == "Salt > joy .41"
    assert not any(one.startswith("and ") for one in found)


def test_places_that_share_one_preposition_are_groups() -> None:
    found = effects("Crust was related to joy in Denmark (β = .33), Finland (β = .22) and Norway (β = .11).")
    assert found == ["Crust > joy [Denmark] .33", "Crust > joy [Finland] .22", "Crust > joy [Norway] .11"]


def test_the_same_was_true_for_a_further_sample() -> None:
    found = effects(
        "Crust was related to joy in the Danish sample (β = .33), and the same was true for the Polish sample (β = .22)."
    )
    assert found == ["Crust > joy [Danish sample] .33", "Crust > joy [Polish sample] .22"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Joy was measured with four items of Roe et al. (2007), and its Cronbach's alpha was .88.", {"Joy": ".88"}),
        ("Joy was measured with four items from Roe et al. (2007), with a Cronbach's alpha of .88.", {"Joy": ".88"}),
        ("Joy was assessed with eight items (Roe et al., 2017; here: α = .87).", {"Joy": ".87"}),
        ("Joy was assessed with eight items (Roe et al., 2017; present study: α = .87).", {"Joy": ".87"}),
        ("Joy. Three items were taken from Roe (2010), who reported an alpha of .88; here it was .76.", {"Joy": ".76"}),
        ("Joy was measured with four items after Roe and Doe [10], whose alpha was .81.", {}),
        ("Joy was measured with six items; alpha = .91. In the norm sample alpha was .90.", {"Joy": ".91"}),
        ("Joy was rated on four items, e.g. 'I sing at work' (Cronbach's α = 0.83).", {}),
        ("Joy was measured with Roe's (2009) scale. Roe found an alpha of .90 for bakers.", {}),
    ],
)
def test_alphas_are_those_of_this_study(text: str, told: dict[str, str]) -> None:
    assert alphas(text) == told
