"""Unstandardized weights in one table and standardized ones in another: each path is told once, with both."""

from collections.abc import Iterable

import pytest

from evidence.read.partial import Findings, Found
from evidence.records import Path
from tests.read.reconcile.test_reconcile import n, record

FULL = (("Salt", "Joy", "0.52"), ("Crust", "Joy", "0.31"), ("Frost", "Calm", "-0.24"))
BARE = (("Salt", "Joy", ".41"), ("Crust", "Joy", ".22"), ("Frost", "Calm", "-.19"))
Row = tuple[str, str, str]


def weights(full: Iterable[Row], bare: Iterable[Row], group: str | None = None) -> list[tuple[str, str | None, str]]:
    """(from, B, β) of each path, with B and its error in Table 2 and β alone in Table 3."""
    rows = [Found(Path(a, b, b=n(x), se=n("0.05")), {}, "Table 2") for a, b, x in full]
    rows += [Found(Path(a, b, beta=n(x), group=group), {"beta": (1, 3)}, "Table 3") for a, b, x in bare]
    made = record(Findings(), Findings(paths=tuple(rows)))
    assert all(p.beta is None or f"/paths/{i}/beta" in made.spans for i, p in enumerate(made.paths))
    return [(p.from_, p.b, str(p.beta)) for p in made.paths]


def test_standardized_weights_stand_beside_their_own() -> None:
    whole = [("Salt", "0.52", ".41"), ("Crust", "0.31", ".22"), ("Frost", "-0.24", "-.19")]
    assert weights(FULL, BARE) == whole
    assert weights(FULL, BARE[::-1]) == whole
    assert weights((*FULL, ("Rye", "Calm", "0.10")), BARE) == [*whole, ("Rye", "0.10", "None")]


@pytest.mark.parametrize(
    "bare",
    [
        BARE[:2],  # two alike may be chance
        (*BARE[:2], ("Frost", "Calm", ".19")),  # another sign
        (*BARE, ("Rye", "Joy", ".12")),  # a model with a further predictor
        (*BARE[:2], ("Frost", "Joy", "-.19")),
    ],
)
def test_weights_of_another_model_stay_apart(bare: tuple[Row, ...]) -> None:
    assert len(weights(FULL, bare)) == len(FULL) + len(bare)
    assert {beta for _, b, beta in weights(FULL, bare) if b} == {"None"}


def test_weights_of_a_group_are_not_those_of_everybody() -> None:
    assert len(weights(FULL, BARE, "Bakers")) == 6


def test_a_table_of_weights_that_has_errors_of_its_own_is_another_model() -> None:
    rows = [Found(Path(a, b, b=n(x), se=n("0.05")), {}, "Table 2") for a, b, x in FULL]
    rows += [Found(Path(a, b, beta=n(x), se=n("0.04")), {}, "Table 3") for a, b, x in BARE]
    assert len(record(Findings(), Findings(paths=tuple(rows))).paths) == 6


@pytest.mark.parametrize(
    ("again", "count"),
    [
        ({}, 1),
        ({"stars": "**"}, 2),
        ({"se": n("0.09")}, 2),
        ({"p": n(".001")}, 2),
    ],
)
def test_a_bare_coefficient_that_another_table_prints_as_b_is_no_beta(again: dict[str, object], count: int) -> None:
    whole = Path("Salt", "Joy", b=n("0.52"), beta=n(".41"), se=n("0.05"), stat=n("10.4"))
    drawn = Path("Salt", "Joy", beta=n("0.52"), **again)  # type: ignore[arg-type]
    made = record(Findings(), Findings(paths=(Found(whole, {}, "Table 2"), Found(drawn, {}, "Figure 2")))).paths
    assert len(made) == count
    assert (made[0].b, made[0].beta) == ("0.52", ".41")


def test_a_bare_coefficient_leaves_a_path_without_beta_as_it_is() -> None:
    whole, drawn = Path("Salt", "Joy", b=n("0.52"), se=n("0.05")), Path("Salt", "Joy", beta=n("0.52"))
    (made,) = record(Findings(), Findings(paths=(Found(whole, {}, "Table 2"), Found(drawn, {}, "Table 3")))).paths
    assert (made.b, made.beta) == ("0.52", None)
