"""Columns whose statistic was told by what stands beside them, and that have no heading of their own."""

from evidence.read.tables.columns import Column
from evidence.read.tables.siblings import with_siblings


def test_a_column_of_coefficients_without_words_stays_what_it_is() -> None:
    columns = [Column(0, ("Path",), kind="text"), Column(1, (), ("coef",), kind="number")]
    assert with_siblings(columns) == columns


def test_an_effect_size_beside_a_coefficient_is_no_second_one() -> None:
    columns = [Column(1, ("Beta",), ("beta",), kind="number"), Column(2, ("Effect size",), ("coef",), kind="number")]
    assert with_siblings(columns)[1].statistics == ("f2",)
