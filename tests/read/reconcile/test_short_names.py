"""Constructs that all tables of results call in short."""

from evidence.read.partial import Findings
from evidence.records import Construct, Loading, Matrix, Path
from tests.read.reconcile.test_full_names import hypotheses
from tests.read.reconcile.test_reconcile import found, n, record


def called(*printed: str, full: str = "Oven humming") -> list[tuple[str, str | None]]:
    """Names and short names of the constructs, where the tables print these names and the items another."""
    items = Construct(full, loadings=(Loading("HU1", n(".71")), Loading("HU2", n(".75"))))
    tables = Findings(
        paths=tuple(found(Path(name, "Joy", beta=n(".31"))) for name in printed),
        correlations=(found(Matrix(names=(*printed, "Joy"), lower=())),),
        constructs=(found(items),),
    )
    return [(c.name, c.abbreviation) for c in record(Findings(), tables).constructs]


def test_a_name_without_its_first_word_is_short_for_the_construct() -> None:
    assert called("Humming") == [("Oven humming", "Humming")]


def test_a_name_of_a_wave_is_short_for_the_construct_of_that_wave() -> None:
    assert ("Oven humming W1", "Humming W1") in called("Humming W1", "Humming W2")


def test_what_results_are_printed_of_under_both_names_is_two() -> None:
    assert ("Oven humming", "Humming") not in called("Humming", "Oven humming")


def test_names_that_begin_with_other_words_are_no_longer_names() -> None:
    assert called("Humming", full="Less humming")[0] == ("Less humming", None)
    assert called("Humming", full="Humming of ovens")[0] == ("Humming of ovens", None)


def test_one_hypothesis_alone_makes_no_longer_name() -> None:
    tables = Findings(paths=(found(Path("Humming", "Joy", beta=n(".31"))),))
    once = record(Findings(hypotheses=hypotheses(("oven humming", "joy"))), tables)
    assert not any(c.abbreviation for c in once.constructs)


def test_two_words_in_front_but_not_who_has_it() -> None:
    assert called("Humming", full="Steady oven humming") == [("Steady oven humming", "Humming")]
    assert called("Humming", full="Bakers' humming")[0] == ("Bakers' humming", None)
    assert called("Ma'am's humming", full="Bakers' ma'am's humming")[0] == ("Bakers' ma'am's humming", None)
