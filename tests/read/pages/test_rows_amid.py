"""Values in the middle of labels of several lines, on a printed page whose lines are all equally far apart."""

import pytest

from evidence.read.pages.heads import Rule
from evidence.read.pages.laid import laid_out
from tests.read.typed.test_layouts import laid, texts

Placed = tuple[float, float, str]
HEAD: list[Placed] = [(200, 10, "M"), (250, 10, "SD"), (300, 10, "Joy")]
LONG = [
    ("1. Warmth of", "the ovens"),
    ("2. Salt in", "the crust"),
    ("3. Joy",),
    ("4. The fear", "of any frost", "in the field"),
]
PITCH = 11.0


def below_head(labels: list[tuple[str, ...]], *, shift: float = 0.5) -> list[Placed]:
    """Labels line by line, and the values of each in the middle of its height, or beside another of its lines."""
    placed: list[Placed] = []
    top = 10 + PITCH
    for n, lines in enumerate(labels, 1):
        placed += [(60, top + PITCH * i, line) for i, line in enumerate(lines)]
        at = top + PITCH * (len(lines) - 1) * shift
        placed += [(200, at, f"3.{n}0"), (250, at, f"0.{n}1"), (300, at, f"0.{n}2**")]
        top += PITCH * len(lines)
    return placed


def rows(placed: list[Placed]) -> list[list[str]]:
    region = laid_out(laid(*HEAD, *placed)[0], [Rule(60, 340, 9), Rule(60, 340, 400)])
    assert region is not None
    return texts(region.rows)


def told(labels: list[tuple[str, ...]]) -> list[list[str]]:
    return [[" ".join(lines), f"3.{n}0", f"0.{n}1", f"0.{n}2**"] for n, lines in enumerate(labels, 1)]


@pytest.mark.parametrize(
    "labels", [LONG, LONG[::-1], [LONG[0], LONG[2], LONG[1]], [LONG[2], LONG[1], LONG[3], LONG[2]]]
)
def test_values_are_of_the_label_in_the_middle_of_which_they_stand(labels: list[tuple[str, ...]]) -> None:
    assert rows(below_head(labels)) == [["", "M", "SD", "Joy"], *told(labels)]


def test_a_heading_of_rows_stays_a_row_of_its_own() -> None:
    labels = [LONG[0], LONG[2], LONG[1]]
    placed = [
        *below_head(labels),
        (60, 10 + PITCH * 6, "Ovens"),
        *[(x, 10 + PITCH * 7, t) for x, t in ((60, "Crust"), (200, "3.40"), (250, "0.41"), (300, "0.42**"))],
    ]
    assert rows(placed)[-2:] == [["Ovens", "", "", ""], ["Crust", "3.40", "0.41", "0.42**"]]


def test_values_beside_the_first_line_are_not_of_the_label_above() -> None:
    labels = [LONG[0], LONG[1], LONG[2]]
    read = rows(below_head(labels, shift=0.0))
    assert [row[1:] for row in read if row[1][:1] == "3"] == [row[1:] for row in told(labels)]
    assert not any("ovens 2. Salt" in row[0] for row in read)


def test_the_end_of_a_label_stands_under_its_beginning_though_only_a_heading_tells_the_column() -> None:
    placed: list[Placed] = [(60, 10, "Hypothesis"), (190, 10, "Path"), (300, 10, "B"), (350, 10, "t")]
    for n, (first, second) in enumerate(
        (("Salt of rye → Warm", "joy"), ("Frost → Long cold", "fear"), ("Rye → Mild", "pity"))
    ):
        top = 30 + 28 * n
        placed += [(130, top, first), (130, top + 11, second)]
        placed += [(75, top + 5.5, f"H{n + 1}"), (300, top + 5.5, f"0.{n + 1}1"), (350, top + 5.5, f"3.{n + 1}4")]
    region = laid_out(laid(*placed)[0], [Rule(60, 380, 9), Rule(60, 380, 400)])
    assert region is not None
    assert [row[:2] for row in texts(region.rows)[1:]] == [
        ["H1", "Salt of rye → Warm joy"],
        ["H2", "Frost → Long cold fear"],
        ["H3", "Rye → Mild pity"],
    ]
