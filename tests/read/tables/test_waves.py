"""Columns of a cross-lagged table that lead from one wave to the next."""

import pytest

from evidence.read import markdown
from evidence.read.partial import Found
from evidence.read.reconcile.waves import of_waves
from evidence.read.understanding import understand
from evidence.records import Path, Printed


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
