"""What tables call a construct that a hypothesis names in full; statistics of rows that two tables print."""

import pytest

from evidence.read.partial import Findings, Found
from evidence.records import Construct, Hypothesis, Path, Printed
from tests.read.reconcile.test_reconcile import found, n, record


def test_a_chinese_name_that_tables_shorten_is_one_construct() -> None:
    stated = Hypothesis("H1", from_="香气浓郁度", to="喜悦", sign="+", statement="香气浓郁度正向影响喜悦")
    tables = Findings(
        constructs=(found(Construct("浓郁度", alpha=n(".81"))), found(Construct("喜悦", alpha=n(".84")))),
        paths=(found(Path("香气浓郁度", "喜悦", beta=n(".31"))),),
    )
    made = record(Findings(hypotheses=(found(stated),)), tables)
    assert [(p.from_, p.to) for p in made.paths] == [("浓郁度", "喜悦")]
    assert {c.name for c in made.constructs} == {"浓郁度", "喜悦"}


def test_a_chinese_name_that_a_hypothesis_also_names_short_is_another_construct() -> None:
    prose = Findings(
        hypotheses=(
            found(Hypothesis("H1", from_="香气浓郁度", to="喜悦", statement="香气浓郁度正向影响喜悦")),
            found(Hypothesis("H2", from_="浓郁度", to="喜悦", statement="浓郁度正向影响喜悦")),
        )
    )
    tables = Findings(
        constructs=(found(Construct("浓郁度", alpha=n(".81"))), found(Construct("喜悦", alpha=n(".84")))),
        paths=(
            found(Path("香气浓郁度", "喜悦", hypothesis="H1", beta=n(".31"))),
            found(Path("浓郁度", "喜悦", hypothesis="H2", beta=n(".21"))),
        ),
    )
    assert [p.from_ for p in record(prose, tables).paths] == ["香气浓郁度", "浓郁度"]


@pytest.mark.parametrize(
    ("first", "table", "se"),
    [
        ({"stat": n("3.10")}, "Table 2", None),  # the error may be that of a bootstrap
        ({"stat": n("3.10"), "se": n(".07")}, "Table 2", ".07"),
        ({}, "Table 2", ".04"),
    ],
)
def test_an_error_of_another_table_is_none_of_this_statistic(
    first: dict[str, Printed], table: str, se: str | None
) -> None:
    row = Found(Path("Crust", "Joy", beta=n(".21"), **first), {}, "Table 1")
    again = Found(Path("Crust", "Joy", beta=n(".21"), se=n(".04"), ci_lo=n(".10"), ci_hi=n(".30")), {}, table)
    made = record(Findings(), Findings(paths=(row, again))).paths
    assert (made[0].se, made[0].ci_lo if len(made) == 1 else ".10") == (se, ".10")
