"""Names set justified in a narrow column, whose last words stand apart from the first and close to the values."""

import pytest

from evidence.read.pages.laid import laid_out
from tests.read.typed.test_layouts import laid, texts

Placed = tuple[float, float, str]
HEAD: list[Placed] = [(60, 10, "Name"), (146, 10, "Beta"), (190, 10, "SE")]


def rows(*, last: str = "of", first: str = "Frost") -> list[list[str]]:
    """A row whose name is justified below rows of names that fill their column."""
    placed = [*HEAD]
    for i, name in enumerate(("Salt of the brown crust", "Joys of the ovens there", "Warmth of bakers there")):
        placed += [(60, 24 + 12 * i, name), (146, 24 + 12 * i, f"0.{i}1"), (190, 24 + 12 * i, f"0.{i}2")]
    placed += [(60, 60, first), (136, 60, last), (146, 60, "0.41"), (190, 60, "0.42")]
    region = laid_out(laid(*placed)[0], [])
    assert region is not None
    return texts(region.rows)


@pytest.mark.parametrize("last", ["of", "on"])
def test_the_last_word_of_a_justified_name_is_no_part_of_the_value_behind_it(last: str) -> None:
    assert rows(last=last)[4] == [f"Frost {last}", "0.41", "0.42"]


def test_a_word_close_to_a_value_stays_with_it_where_no_name_begins_before_it() -> None:
    assert rows(first="")[4][-2:] == ["of 0.41", "0.42"]
