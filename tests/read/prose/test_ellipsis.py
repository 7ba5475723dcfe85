"""Clauses that leave out what the clause before has said; fit told beside tables."""

import pytest

from evidence.read import prose
from evidence.read.compose import Composer
from evidence.read.prose.effects.coefficients import coefficients
from tests.read.prose.test_numbers import said


def paths(text: str) -> list[tuple[str, str, str | None]]:
    return [(p.value.from_, p.value.to, p.value.beta) for p in coefficients(said(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Humour is positively related to the mood (β = .34, t = 7.4), frost negatively (β = -.16).",
        "Humour was positively associated with the mood (β = .34), and frost negatively (β = -.16).",
        "Humour strongly affects the mood (β = .34), while frost to a lesser extent (β = -.16).",
    ],
)
def test_a_second_subject_takes_the_verb_of_the_first(text: str) -> None:
    assert paths(text) == [("Humour", "mood", ".34"), ("frost", "mood", "-.16")]


def test_how_behind_the_object_says_nothing_of_the_subject() -> None:
    text = "Humour affects mood positively (β = .34), and frost negatively (β = -.16)."
    assert paths(text) == [("Humour", "mood", ".34"), ("Humour", "frost", "-.16")]


def test_an_end_that_is_said_again_begins_the_next_relation() -> None:
    text = "Humour was related to mood (β = .34) and mood to sleep (β = .21), and humour to calm (β = .11)."
    assert paths(text) == [("Humour", "mood", ".34"), ("mood", "sleep", ".21"), ("humour", "calm", ".11")]
    longer = "Humour was related to mood (β = .34) and intention to bake (β = .21)."
    assert paths(longer) == [("Humour", "mood", ".34"), ("Humour", "intention to bake", ".21")]


@pytest.mark.parametrize(("kind", "lead"), [("note", "Note: "), ("caption", "Figure 2. Results. ")])
def test_fit_in_notes_and_under_figures(kind: str, lead: str) -> None:
    composer = Composer()
    composer.block("paragraph", "We asked bakers about their ovens.")
    composer.block(kind, f"{lead}Structural model fit: χ2 = 371.94, df = 178; CFI = .960; RMSEA = .049.")
    (fit,) = prose.understand(composer.source({})).fit
    assert (fit.value.chi2, fit.value.df, fit.value.cfi, fit.value.rmsea) == ("371.94", "178", ".960", ".049")
    assert fit.value.model == "Structural model"


def test_limits_in_notes_are_no_fit() -> None:
    composer = Composer()
    composer.block("note", "Note: CFI > .90 and RMSEA < .08 are good; RMSEA = root mean square error.")
    assert not prose.understand(composer.source({})).fit
