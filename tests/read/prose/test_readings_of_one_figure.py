"""Several readings of one printed figure, and which hypothesis a coefficient between two constructs is of."""

import pytest

from evidence.read.partial import Findings, Found
from evidence.read.prose.effects.by_hypothesis import GUESSED
from evidence.read.reconcile.vocabulary import Vocabulary
from evidence.records import Hypothesis, Path
from tests.read.reconcile.test_reconcile import found, n, record

KNOWN = Findings(
    paths=(
        Found(Path("Crust", "Joy", beta=n("0.11")), {}, "Table 1"),
        Found(Path("Salt", "Crust", beta=n("0.12")), {}, "Table 1"),
    )
)
Told = set[tuple[str, str, str | None, str | None, str | None]]


def told(*paths: Found[Path], hypotheses: tuple[Hypothesis, ...] = ()) -> Told:
    """What sentences alone report: ends, mediator, hypothesis, p."""
    prose = Findings(paths=paths, hypotheses=tuple(map(found, hypotheses)))
    own = [p for p in record(prose, KNOWN).paths if p.beta not in ("0.11", "0.12")]
    return {(p.from_, p.to, p.via, p.hypothesis, p.p) for p in own}


FULL = {"beta": (1, 4), "p": (6, 9)}


def test_a_reading_between_unknown_names_does_not_crowd_out_one_that_can_be_named() -> None:
    rain = Found(Path("rain", "umbrellas", beta=n(".41"), p=n(".01")), FULL)
    assert told(rain, found(Path("crust", "joy", beta=n(".41")), beta=(1, 4))) == {("Crust", "Joy", None, None, None)}
    assert told(rain) == set()


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_readings_that_can_be_named_the_fuller_stands(turned: bool) -> None:
    full = Found(Path("salt", "joy", beta=n(".41"), p=n(".01")), FULL)
    bare = found(Path("crust", "joy", beta=n(".41")), beta=(1, 4))
    assert told(*((bare, full) if turned else (full, bare))) == {("Salt", "Joy", None, None, ".01")}


@pytest.mark.parametrize("turned", [False, True])
def test_what_is_understood_stands_before_a_fuller_guess(turned: bool) -> None:
    guess = Found(Path("salt", "joy", beta=n(".41"), p=n(".01")), FULL, confidence=GUESSED)
    understood = found(Path("crust", "joy", beta=n(".41")), beta=(1, 4))
    pair = (understood, guess) if turned else (guess, understood)
    assert told(*pair) == {("Crust", "Joy", None, None, None)}
    assert told(guess) == {("Salt", "Joy", None, None, ".01")}


DIRECT = Hypothesis("H1", from_="salt", to="joy", statement="Salt raises joy")
MEDIATED = Hypothesis("H3", from_="salt", to="joy", via="crust", statement="Crust mediates the effect of salt on joy")


@pytest.mark.parametrize(
    ("hypotheses", "label"),
    [((DIRECT, MEDIATED), "H1"), ((MEDIATED, DIRECT), "H1"), ((MEDIATED,), None), ((DIRECT,), "H1")],
)
def test_a_direct_effect_is_of_the_hypothesis_that_no_mediator_stands_in(
    hypotheses: tuple[Hypothesis, ...], label: str | None
) -> None:
    direct = found(Path("salt", "joy", beta=n(".06")), beta=(1, 4))
    assert told(direct, hypotheses=hypotheses) == {("Salt", "Joy", None, label, None)}


def test_what_a_sentence_reports_for_a_mediation_is_the_indirect_effect() -> None:
    named = found(Path("salt", "joy", beta=n(".06"), hypothesis="H3"), beta=(1, 4))
    assert told(named, hypotheses=(DIRECT, MEDIATED)) == {("Salt", "Joy", "Crust", "H3", None)}


@pytest.mark.parametrize("phrase", ["joy squared", "squared joy", "quadratic joy"])
def test_the_square_of_a_construct_is_another_construct(phrase: str) -> None:
    words = Vocabulary()
    words.add("Joy")
    assert words.find("joy") == "Joy"
    assert words.find(phrase) is None


def test_the_square_that_has_a_name_of_its_own_is_known() -> None:
    words = Vocabulary()
    words.add("Joy")
    words.add("Joy squared")
    assert words.find("joy squared") == "Joy squared"
    assert words.find("Joy") == "Joy"


def test_an_effect_of_a_square_is_none_of_the_construct() -> None:
    assert told(found(Path("crust squared", "joy", beta=n(".41")), beta=(1, 4))) == {
        ("crust squared", "Joy", None, None, None)
    }
    assert told(found(Path("crust", "joy", beta=n(".41")), beta=(1, 4))) == {("Crust", "Joy", None, None, None)}
