"""Flattened tables whose headings stand on two levels, groups over their statistics; the first rows have a heading."""

import pytest

from evidence.read.flat.counted import by_counting
from evidence.read.text import to_source
from evidence.read.understanding import understand

SALTED = ("Crust → Joy", "0.31", "4.10", "0.22", "2.90"), ("Salt → Joy", "0.25", "3.10", "0.12", "1.90")
RYE = ("Rye → Joy", "0.11", "1.10", "0.28", "3.90"), ("Sour → Joy", "0.21", "2.10", "0.18", "2.50")
CALM = ("Crust → Calm", "0.41", "5.10", "0.32", "3.90"), ("Salt → Calm", "0.15", "2.10", "0.19", "2.30")


@pytest.mark.parametrize(
    "rows",
    [
        [*SALTED, *RYE, ("Paths to calm",), *CALM],
        [*SALTED, RYE[0], RYE[1][:4], ("Paths to calm",), *CALM],  # a value is missing
    ],
)
@pytest.mark.parametrize("coefficient", ["b", "β"])
def test_groups_over_their_statistics_over_the_heading_of_the_first_rows(
    rows: list[tuple[str, ...]], coefficient: str
) -> None:
    head = ["Hypothesis", "Boys", "Girls", coefficient, "t", coefficient, "t", "Paths to joy"]
    cells = [*head, *(cell for row in rows for cell in row)]
    text = "Table 3. Two ovens\n" + "\n".join(cells) + "\n\nThe ovens were visited in spring by all of us.\n"
    found = [(p.from_, p.to, p.beta or p.b, p.stat, p.group) for p in understand(to_source(text.encode()))[0].paths]
    assert found[:2] == [("Crust", "Joy", "0.31", "4.10", "Boys"), ("Crust", "Joy", "0.22", "2.90", "Girls")]
    assert found[-1] == ("Salt", "Calm", "0.19", "2.30", "Girls")


def test_rows_of_one_length_are_counted_below_both_levels() -> None:
    head = ["Hypothesis", "Boys", "Girls", "b", "t", "b", "t", "Paths to joy"]
    cells = [*head, *(cell for row in (*SALTED, *RYE, ("Paths to calm",), *CALM) for cell in row)]
    rows = [[cell.text for cell in row] for row in by_counting([(cell, 20 * i) for i, cell in enumerate(cells)], 0)]
    assert [row[0] for row in rows[:4]] == ["Hypothesis", "", "Paths to joy", "Crust → Joy"]
    assert rows[1] == ["", "b", "t", "b", "t"]


def test_a_heading_of_all_rows_is_not_made_up() -> None:
    cells = ["Hypothesis", "Boys", "Girls", "b", "t", "b", "t", *(cell for row in (*SALTED, *RYE) for cell in row)]
    text = "Table 3. Two ovens\n" + "\n".join(cells) + "\n\nThe ovens were visited in spring by all of us.\n"
    (grid,) = to_source(text.encode()).grids
    assert [cell.text for cell in grid.rows[0]] == ["Hypothesis", "Boys", "Boys", "Girls", "Girls"]
    assert [cell.text for cell in grid.rows[2]] == list(SALTED[0])
