"""Values that no reading laid out are listed as unread with their caption, sentences are not; codes over values."""

import pytest

from evidence.read.flat.bands import Line, banded
from evidence.read.text import to_source
from evidence.read.understanding import understand

BEFORE = "All ovens stood in four towns.\n\n"
BEHIND = "\n\nThe ovens were visited in spring, and the shops in autumn, by all of us, and all the bakers were asked.\n"
VALUES = "Crust and joy\n0.41\n0.33\n0.25\nTown bread\n0.52\n0.61\n0.47\nRye, salt and joy\n0.11\n0.18\n"


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        (f"Estimate\nSE\n{VALUES}", ""),
        (f"Estimate\nSE\n{VALUES}\nTable 4. Paths of all towns\n", "Table 4. Paths of all towns"),
    ],
)
def test_values_that_fall_into_no_rows_are_listed_with_their_caption(text: str, caption: str) -> None:
    source = to_source((BEFORE + text + BEHIND).encode())
    (grid,) = source.unlaid
    assert not source.grids
    assert grid.caption == caption
    assert {"Estimate", "SE", "Crust and joy", "0.41"} <= {cell.text for row in grid.rows for cell in row}
    start, end = grid.span or (0, 0)
    assert source.text[start:end].startswith("0.41\n0.33")
    assert source.text[start:end].rstrip().endswith("0.18")


def test_a_record_names_the_table_it_could_not_read() -> None:
    source = to_source((BEFORE + f"Path\nβ\nt\n{VALUES}\nTable 4. Path coefficients\n" + BEHIND).encode())
    assert [one.what for one in understand(source)[0].unread] == ["Table 4. Path coefficients"]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(
            f"The bakers of town {i} scored 0.4{i} on crust and 0.3{i} on salt, which is more than we had thought."
            for i in range(1, 9)
        ),
        "\n\n".join(f"Crust was brown, salt was dear.\n0.{i}1" for i in range(1, 6)),
        "\n".join(
            f"Anna Roe, On crust and on salt, in: Oven {i}.{i}, pages 1.1 to 4.{i}, Northtown." for i in range(1, 9)
        ),
    ],
)
def test_sentences_with_figures_and_a_few_values_are_no_table(text: str) -> None:
    source = to_source((BEFORE + text + BEHIND).encode())
    assert source.unlaid == ()


def test_a_table_that_was_read_is_not_listed_again() -> None:
    text = "Table 1. Paths\nPath\tβ\n" + "".join(f"Crust{i} -> Joy\t0.{i}1\n" for i in range(1, 8))
    source = to_source((BEFORE + text + BEHIND).encode())
    assert len(source.grids) == 1
    assert source.unlaid == ()


CRUST = (("CR1", "Thin crust"), ("CR2", "Brown crust"), ("CR3", "Loud crust"))


def test_values_below_the_code_of_an_item_are_its_own() -> None:
    lines = [line for code, said in CRUST for line in (Line("part", (code, "")), Line("row", ("", said)))]
    assert banded(lines, 0) == [[0, 1], [2, 3], [4, 5]]
    assert banded([Line("part", ("Crust", "")), *lines], 1) == [[0], [1, 2], [3, 4], [5, 6]]


def test_values_between_the_code_of_an_item_and_the_end_of_its_statement() -> None:
    lines: list[Line] = []
    for code, end in (("CR1", "thin."), ("CR2", "loud."), ("CR3", "brown.")):
        lines += [Line("part", (code, "")), Line("row", ("", "The crust is")), Line("part", ("", end))]
    assert banded(lines, 0) == [[0, 1, 2], [3, 4, 5], [6, 7, 8]]


def test_a_name_that_is_no_code_may_head_rows() -> None:
    lines = [Line("part", ("Crust", "")), *(Line("row", ("", said)) for _, said in CRUST)]
    assert banded(lines, 1) == [[0], [1], [2], [3]]
