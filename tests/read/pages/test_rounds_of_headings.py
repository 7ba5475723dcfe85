"""Headings over as many rounds of the headings below them, which a conversion put over one column each."""

import pytest

from evidence.read.compose import RawCell
from evidence.read.flat.wide_heading import widened


def heads(*rows: str) -> list[list[tuple[str, int]]]:
    found = widened([[RawCell(text) for text in row.split("|")] for row in rows])
    return [[(cell.text, cell.colspan) for cell in row] for row in found]


def alone(row: str) -> list[tuple[str, int]]:
    return [(text, 1) for text in row.split("|")]


STEPS = [("", 1), ("Step 1", 2), ("Step 2", 2)]
ROW = "Salt|0.31|6.2|0.21|4.2"


@pytest.mark.parametrize("over", ["|Step 1||Step 2|", "||Step 1||Step 2", "|Step 1|||Step 2"])
def test_a_heading_stands_over_its_round_wherever_it_was_put(over: str) -> None:
    assert heads(over, "Predictor|B|t|B|t", ROW) == [STEPS, alone("Predictor|B|t|B|t"), alone(ROW)]


def test_rounds_of_three_and_what_stands_beside_them() -> None:
    under, row = "Predictor|B|SE|t|B|SE|t|Label", "Salt|0.31|.05|6.2|0.21|.05|4.2|H1"
    told = heads("Joy|||||||", "|Step 1|||Step 2|||", under, row)
    assert told == [alone("Joy|||||||"), [("", 1), ("Step 1", 3), ("Step 2", 3), ("", 1)], alone(under), alone(row)]


def test_outcomes_over_numbered_models() -> None:
    under = "Predictor|Model 1|Model 2|Model 3|Model 4"
    told = heads("||Joy|Sales|", under, "Salt|.31 (.05)|.21* (.04)|.11 (.03)|.41** (.05)")
    assert told[0] == [("", 1), ("Joy", 2), ("Sales", 2)]


@pytest.mark.parametrize(
    ("over", "under", "row"),
    [
        ("|Step 1||Step 2|", "Predictor|B|t|B|SE", ROW),  # the second round is another
        ("|Step 1|Step 2||", "Predictor|B|t|B|t", ROW),  # both stand over the first one
        ("|Step 1|||", "Predictor|B|t|B|t", ROW),  # one alone
        ("|Step 1||Step 2|", "Predictor|B|B|B|B", ROW),  # four rounds, and two headings
        ("|Step 1||Step 2||", "Predictor|B|t|B|t|VIF", f"{ROW}|1.2"),
        ("|Step 1||Step 2|", "Predictor|B|t||t", ROW),
    ],
)
def test_headings_that_do_not_come_in_rounds_are_left(over: str, under: str, row: str) -> None:
    assert heads(over, under, row)[:2] == [alone(over), alone(under)]
