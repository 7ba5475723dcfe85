"""Columns of a cross-lagged table that lead from one wave to the next."""

import pytest

from evidence.read import markdown
from evidence.read.partial import Found
from evidence.read.reconcile.waves import of_waves
from evidence.read.understanding import understand
from evidence.records import Path, Printed
from tests.read.tables.invented import read, reliability


def ends(path: Path) -> tuple[str, str, str | None]:
    moved = of_waves(Found(path, {})).value
    return moved.from_, moved.to, moved.group


@pytest.mark.parametrize(
    ("step", "first", "second"),
    [
        ("T1 → T2", "T1", "T2"),
        ("T2-T3", "T2", "T3"),
        ("Time 1 to Time 2", "Time 1", "Time 2"),
        ("Wave 1 -> Wave 2", "Wave 1", "Wave 2"),
        (" W1 – W2 ", "W1", "W2"),
        ("T1 → T2 β", "T1", "T2"),
        ("T1 → T2 (b)", "T1", "T2"),
    ],
)
def test_each_end_of_a_path_between_waves_is_of_its_wave(step: str, first: str, second: str) -> None:
    path = Path("salt", "salt", group=step, beta=Printed(".31"))
    assert ends(path) == (f"salt {first}", f"salt {second}", None)
    assert of_waves(Found(path, {"beta": (1, 4)})).spans == {"beta": (1, 4)}


@pytest.mark.parametrize("group", [None, "T1", "men → women", "T1 → joy", "T1 → T2 → T3", "low to high"])
def test_what_is_no_step_between_waves_stays_a_group(group: str | None) -> None:
    assert ends(Path("salt", "joy", group=group, beta=Printed(".31"))) == ("salt", "joy", group)


def test_a_way_round_keeps_its_ends() -> None:
    assert ends(Path("salt", "joy", via="crust", group="T1 → T2", beta=Printed(".31"))) == ("salt", "joy", "T1 → T2")


def test_a_cross_lagged_table_has_no_effects_of_a_variable_on_itself() -> None:
    page = (
        "# On bread\n\n## Results\n\nTable 1. Standardized cross-lagged paths\n\n"
        "| Path | T1 → T2 | T2 → T3 |\n|---|---|---|\n| Salt → Joy | .31 | .22 |\n| Joy → Joy | .51 | .42 |\n"
    )
    (record,) = understand(markdown.to_source(page.encode()))
    assert {(p.from_.lower(), p.to.lower(), p.beta or p.b) for p in record.paths} == {
        ("salt t1", "joy t2", ".31"),
        ("salt t2", "joy t3", ".22"),
        ("joy t1", "joy t2", ".51"),
        ("joy t2", "joy t3", ".42"),
    }
    assert all(p.group is None for p in record.paths)


_UNDER = "Construct and wave|n|M|SD|α\nJoy||||\nTime 1|912|3.61|0.60|.85\nTime 2|761|3.64|0.56|.82\nSalt||||\nTime 1|912|3.42|0.63|.89\nTime 2|761|3.37|0.64|.88\n"
_BEHIND = "Construct|Wave|M|SD|α\nJoy|Time 1|3.61|0.60|.85\n|Time 2|3.64|0.56|.82\nSalt|Time 1|3.42|0.63|.89\n|Time 2|3.37|0.64|.88\n"


@pytest.mark.parametrize("table", [_UNDER, _BEHIND, _BEHIND.replace("\n|", "\nJoy|", 1).replace("\n|", "\nSalt|")])
def test_a_wave_under_or_behind_a_name_is_part_of_it(table: str) -> None:
    told = {(name, alpha) for name, alpha, *_ in reliability(read(table, "Descriptive statistics and reliabilities"))}
    assert told == {("Joy Time 1", ".85"), ("Joy Time 2", ".82"), ("Salt Time 1", ".89"), ("Salt Time 2", ".88")}


def test_one_name_with_waves_is_left_to_its_heading() -> None:
    table = "Wave|n|M|SD|α\nTime 1|912|3.61|0.60|.85\nTime 2|761|3.64|0.56|.82\n"
    assert not any("Joy" in str(name) for name, *_ in reliability(read(table, "Reliability")))


_PANEL = "# Joy over two years\n\nAnna Roe\n\n## Results\n\nTable 1. Correlations\n\n| | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|\n{0}\n\nTable 2. Internal consistency\n\n| Measure | Time 1 α | Time 2 α |\n|---|---|---|\n| Joy | .85 | .82 |\n| Salt | .89 | .88 |\n"


def test_alphas_under_waves_are_of_the_constructs_that_other_tables_name() -> None:
    names = ("Joy Time 1", "Joy Time 2", "Salt Time 1", "Salt Time 2")
    cells = ("1 | | |", ".51 | 1 | |", ".22 | .21 | 1 |", ".23 | .24 | .62 | 1")
    rows = "\n".join(f"| {i}. {name} | {cell} |" for i, (name, cell) in enumerate(zip(names, cells, strict=True), 1))
    (record,) = understand(markdown.to_source(_PANEL.format(rows).encode()))
    told = {(c.name, c.group, str(c.alpha)) for c in record.constructs if c.alpha}
    assert told == {(name, None, alpha) for name, alpha in zip(names, (".85", ".82", ".89", ".88"), strict=True)}


def test_alphas_under_waves_stay_of_their_wave_where_nothing_is_named_so() -> None:
    (record,) = understand(markdown.to_source(_PANEL.format("| Rye | 1 | .2 | .3 | .4 |").encode()))
    assert {(c.name, c.group) for c in record.constructs if c.alpha} == {
        ("Joy", "Time 1"), ("Joy", "Time 2"), ("Salt", "Time 1"), ("Salt", "Time 2")
    }  # fmt: skip
