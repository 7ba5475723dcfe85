"""Decimal points that British journals raise: `0·21`; what else stands between figures and units stays."""

import pytest

from evidence.read.clear import clear
from evidence.read.text import to_source
from evidence.read.understanding import understand


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("β = 0·21, p < 0·001", "β = 0.21, p < 0.001"),
        ("r = ·31, and (·22)", "r = .31, and (.22)"),
        ("–0·21 to -·05", "–0.21 to -.05"),
        ("aged 36·5 years (SD 8·2)", "aged 36.5 years (SD 8.2)"),
        ("61·2% of 0·05–0·10", "61.2% of 0.05–0.10"),
        ("0·105 and 2·101", "0.105 and 2.101"),
        ("95% CI 0·10–0·31", "95% CI 0.10–0.31"),
        ("0·10-0·20, 0·10 − 0·20", "0.10-0.20, 0.10 − 0.20"),
    ],
)
def test_a_raised_point_is_a_decimal_point(printed: str, shown: str) -> None:
    told = clear(printed)
    assert told.text == shown
    assert told.span(0, len(shown)) == (0, len(printed))


@pytest.mark.parametrize(
    "printed",
    [
        "kg·m",
        "bread·joy 3",
        "salt·2",
        "H·2",
        "2019·4",
        "0.3·10",
        "1.5·2",
        "0·21·",
        "1·5·10",
        "2·10-3",
        "2·10−3",
        "5·10^-3",
        "7·10 – 4",
    ],
)
def test_a_dot_between_words_or_behind_a_decimal_is_no_point(printed: str) -> None:
    assert clear(printed).text == printed


def test_numbers_with_raised_points_are_read_where_they_stand() -> None:
    page = """Bread and joy

Ada Cole

1 Introduction

H1: Crust increases joy.

2 Results

The effect of crust on joy was significant (β = 0·41, SE = 0·05, p = 0·002).
"""
    source = to_source(page.encode())
    (record,) = understand(source)
    (path,) = record.paths
    assert (path.from_.lower(), path.to, path.beta, path.se, path.p) == ("crust", "joy", "0.41", "0.05", "0.002")
    start, end = record.spans["/paths/0/beta"]
    assert source.text[start:end] == "0·41"
