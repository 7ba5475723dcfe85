"""What one table calls shorter than the paper's hypotheses do; names that only look like the beginning of another."""

import pytest

from evidence.read.partial import Findings, Found
from evidence.records import Construct, Hypothesis, Matrix, Path, Structural
from tests.read.reconcile.test_reconcile import found, n, record


def hypotheses(*ends: tuple[str, str]) -> tuple[Found[Hypothesis], ...]:
    return tuple(
        found(Hypothesis(f"H{i}", from_=a, to=b, statement=f"{a} raises {b}")) for i, (a, b) in enumerate(ends)
    )


HELPING = hypotheses(("perceived crust quality", "helping behaviour"), ("oven pride", "helping behaviour"))


def drawn(*rows: Path, stated: tuple[Found[Hypothesis], ...] = HELPING, also: Findings | None = None) -> list[str]:
    """`from → to`, or `from → via → to`, of each path that one table prints."""
    prose = Findings(hypotheses=stated, constructs=also.constructs if also else ())
    paths = tuple(Found(row, where="Table 3") for row in rows)
    made = record(prose, Findings(paths=paths, correlations=also.correlations if also else ()))
    return [" → ".join(filter(None, (p.from_, p.via, p.to))) for p in made.paths]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("Oven pride", "Helping"), "Oven pride → Helping behaviour"),
        (("oven pride", "helping"), "oven pride → helping behaviour"),
        (("Crust quality", "Helping behaviour"), "Perceived crust quality → Helping behaviour"),
        (("Crust quality", "Helping"), "Perceived crust quality → Helping behaviour"),
    ],
)
def test_a_shorter_name_in_a_table_is_the_construct_of_the_hypotheses(row: tuple[str, str], told: str) -> None:
    assert drawn(Path(*row, beta=n(".31"))) == [told]


def test_a_mediator_and_an_outcome_of_an_equation_are_called_in_full_too() -> None:
    stated = (
        found(Hypothesis("H1", from_="salt", to="joy", via="helping behaviour", statement="through helping behaviour")),
    )
    row = Path("Salt", "Joy", via="Helping", beta=n(".12"), effect="indirect")
    assert drawn(row, stated=stated) == ["Salt → Helping behaviour → Joy"]
    made = record(Findings(hypotheses=HELPING), Findings(structural=(found(Structural("Helping", r2=n(".21"))),)))
    assert [s.outcome for s in made.structural] == ["Helping behaviour"]


@pytest.mark.parametrize(
    ("row", "stated"),
    [
        (("Experience", "Joy"), (("experience of frost", "joy"),)),  # of everybody
        (("Sour", "Joy"), (("sour dough", "joy"), ("sour rye", "joy"))),  # either
        (("Joy", "Sour"), (("sour dough", "joy"),)),  # hypothesised as a source, not as an outcome
        (("PRIDE", "Joy"), (("oven pride", "joy"),)),  # an abbreviation
        (("Rye", "Joy"), (("rye bread", "joy"),)),  # of three letters
        (("Pride × Salt", "Joy"), (("oven pride × frost", "joy"),)),
        (("Oven", "Joy"), (("ovens built here", "joy"), ("oven", "joy"))),  # has hypotheses of its own
        (("Ride", "Joy"), (("oven pride", "joy"),)),  # the end of a word
    ],
)
def test_a_name_that_only_looks_shorter_stays(row: tuple[str, str], stated: tuple[tuple[str, str], ...]) -> None:
    assert drawn(Path(*row, beta=n(".31")), stated=hypotheses(*stated)) == [" → ".join(row)]


@pytest.mark.parametrize(
    "also",
    [
        Findings(constructs=(found(Construct("Helping", alpha=n(".81"))),)),
        Findings(correlations=(found(Matrix(("Helping", "Joy"), ((), (n(".3"),)))),)),
    ],
)
def test_what_is_measured_under_its_short_name_keeps_it(also: Findings) -> None:
    assert drawn(Path("Oven pride", "Helping", beta=n(".31")), also=also) == ["Oven pride → Helping"]


def test_a_name_beside_its_longer_namesake_in_one_table_is_another() -> None:
    rows = (Path("Oven pride", "Helping", beta=n(".31")), Path("Oven pride", "Helping behaviour", beta=n(".22")))
    assert drawn(*rows) == ["Oven pride → Helping", "Oven pride → Helping behaviour"]


def test_without_hypotheses_two_words_of_a_name_are_enough_and_one_is_not() -> None:
    also = Findings(correlations=(found(Matrix(("Felt crust joy", "Oven pride"), ((), (n(".3"),)))),))
    rows = (Path("Crust joy", "Pride", beta=n(".31")),)
    assert drawn(*rows, stated=(), also=also) == ["Felt crust joy → Pride"]


@pytest.mark.parametrize(
    ("product", "told"),
    [
        ("Crust quality × Age", "Perceived crust quality × Age"),
        ("Age × Crust quality", "Age × Perceived crust quality"),
        ("Crust × Age", "Crust × Age"),  # in the middle of the name
        ("Perceived crust quality × Age", "Perceived crust quality × Age"),
    ],
)
def test_the_factors_of_a_product_are_called_in_full(product: str, told: str) -> None:
    alone = Path("Perceived crust quality", "Joy", beta=n(".20"))
    assert drawn(alone, Path(product, "Joy", beta=n(".11"), effect="interaction"))[1] == f"{told} → Joy"


def test_a_factor_that_has_an_effect_under_its_short_name_keeps_it() -> None:
    rows = (
        Path("Perceived crust quality", "Joy", beta=n(".20")),
        Path("Crust quality", "Joy", beta=n(".22")),
        Path("Crust quality × Age", "Joy", beta=n(".11"), effect="interaction"),
    )
    assert drawn(*rows)[2] == "Crust quality × Age → Joy"


@pytest.mark.parametrize(
    ("said", "count"),
    [
        (("oven copying", "calm at work"), 2),  # the end of the name that the table prints
        (("felt oven copying", "calm"), 2),  # the beginning of its outcome
        (("salt copying", "calm at work"), 3),
        (("oven copying", "calm"), 3),  # both ends at once
    ],
)
def test_a_sentence_that_shortens_an_end_repeats_the_tables_path(said: tuple[str, str], count: int) -> None:
    rows = (
        found(Path("Felt oven copying", "Calm at work", beta=n(".311"))),
        found(Path("Seen oven copying", "Calm at work", beta=n(".122"))),
    )
    names = ("Oven copying", "Salt copying", "Calm")
    prose = Findings(paths=(found(Path(*said, beta=n(".311"))),))
    tables = Findings(paths=rows, constructs=tuple(found(Construct(name)) for name in names))
    assert len(record(prose, tables).paths) == count


def measured(*names: str) -> Findings:
    return Findings(constructs=tuple(found(Construct(name, alpha=n(".81"))) for name in names))


@pytest.mark.parametrize("when", ["Momentary", "Daily", "Later", "Concurrent"])
def test_a_name_with_its_time_is_the_variable_that_is_measured(when: str) -> None:
    assert drawn(Path("Salt", f"{when} joy", beta=n(".31")), stated=(), also=measured("Joy", "Salt")) == ["Salt → Joy"]


def test_a_variable_of_another_time_beside_it_is_another() -> None:
    rows = (Path("Joy", "Later joy", beta=n(".31")), Path("Salt", "Later joy", beta=n(".11")))
    assert drawn(*rows, stated=(), also=measured("Joy", "Salt")) == ["Joy → Later joy", "Salt → Later joy"]
    own = drawn(Path("Salt", "Daily joy", beta=n(".31")), stated=(), also=measured("Joy", "Daily joy", "Salt"))
    assert own == ["Salt → Daily joy"]


def test_one_variable_at_two_times_of_one_table_keeps_both() -> None:
    rows = (Path("Current joy", "later joy", beta=n(".50")), Path("Salt", "later joy", beta=n(".20")))
    assert drawn(*rows, stated=(), also=measured("Joy", "Salt")) == ["Current joy → later joy", "Salt → later joy"]
