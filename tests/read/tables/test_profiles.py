"""Profiles of respondents: whose columns they are, which rows belong to which variable, and rows that fell apart."""

import pytest

from tests.read.tables.invented import read

Cells = list[tuple[str, str | None, str | None]]
CAPTION = "Demographic profile of respondents"


def profile(table: str, caption: str = CAPTION) -> dict[str, Cells]:
    found = read(table, caption)
    return {g.variable: [(c.label, c.count, c.percent) for c in g.cells] for s in found.samples for g in s.value.groups}


WHOLE: dict[str, Cells] = {
    "Gender": [("Male", "160", "51.3"), ("Female", "152", "48.7")],
    "Age": [("18-25", "100", "32.1"), ("26-35", "112", "35.9"), (">35", "100", "32.0")],
}


@pytest.mark.parametrize(
    "names",
    [("Gender", "", "Age", "", ""), ("Gender", "", "", "Age", ""), ("Gender", "", "", "", "Age")],
)
def test_variables_in_the_middle_of_their_categories(names: tuple[str, ...]) -> None:
    cells = [cell for group in WHOLE.values() for cell in group]
    rows = [f"{name}|{'|'.join(map(str, cell))}" for name, cell in zip(names, cells, strict=True)]
    assert profile("\n".join(["#Variable|Category|Frequency|Percent", *rows])) == WHOLE


def test_a_variable_over_a_slip_of_rounding_keeps_its_categories() -> None:
    rows = ["Gender|Male|160|51.3", "|Female|152|49.9", "Age|18-25|100|32.1", "|26-35|112|35.9", "|>35|100|32.0"]
    found = profile("\n".join(["#Variable|Category|Frequency|Percent", *rows]))
    assert [len(cells) for cells in found.values()] == [2, 3]


TWO = """
#Variable|Category|{0}|<|{1}|<
#||n|%|n|%
Gender|Male|160|51.3|80|40.0
|Female|152|48.7|120|60.0
Age|18-25|100|32.1|50|25.0
|>35|212|67.9|150|75.0"""


def test_the_columns_of_two_samples_are_not_all_respondents() -> None:
    assert profile(TWO.format("Bakers", "Buyers")) == {}


@pytest.mark.parametrize("total", ["Total", "Full sample", "All respondents", "Whole sample"])
def test_of_several_samples_that_of_all_is_read(total: str) -> None:
    assert profile(TWO.format(total, "Bakers"))["Gender"] == [("Male", "160", "51.3"), ("Female", "152", "48.7")]
    assert profile(TWO.format("Bakers", total))["Gender"] == [("Male", "80", "40.0"), ("Female", "120", "60.0")]


OVENS = "Oven|Gas|104|33.3\n|Wood|208|66.7"


@pytest.mark.parametrize(
    "rows",
    [
        ["Gender|Male|160|51.3", "|Female|152|18.7", "Age|18-25|100|32.1", "|>35|212|17.9", OVENS],
        ["Gender|Male|160|51.3", "|Female|152|148.7", "Age|18-25|100|32.1", "|>35|212|127.9", OVENS],
        ["Gender|Male|160|51.3%", "|Female|152|18.7%", "Age|18-25|100|32.1%", "|>35|212|17.9%", OVENS],
    ],
)
def test_a_profile_whose_rows_fell_apart_is_listed_as_unread(rows: list[str]) -> None:
    found = read("\n".join(["#Variable|Category|Frequency|Percent", *rows]), CAPTION)
    assert not found.samples
    assert ["fell apart" in unread.why for unread in found.unread] == [True]


def test_a_slip_in_one_variable_of_several_leaves_the_profile() -> None:
    rows = ["Gender|Male|160|51.3", "|Female|152|41.7", "Age|18-25|100|32.1", "|>35|212|67.9"]
    assert list(profile("\n".join(["#Variable|Category|Frequency|Percent", *rows]))) == ["Gender", "Age"]


def test_an_impossible_share_or_a_lone_variable_stays_to_be_flagged() -> None:
    head = "#Variable|Category|Frequency|Percent\n"
    rows = "Gender|Male|160|51.3\n|Female|152|148.7\nAge|18-25|100|32.1\n|>35|212|67.9\n" + OVENS
    assert profile(head + rows)["Gender"] == [("Male", "160", "51.3"), ("Female", "152", "148.7")]
    assert profile(head + "Gender|Male|160|51.3\n|Female|152|18.7") != {}


def test_counts_that_come_to_a_different_sum_in_each_variable_fell_apart() -> None:
    rows = ["Gender|Male|160", "|Female|152", "Age|18-25|100", "|>35|112", "Oven|Gas|31", "|Wood|62"]
    found = read("\n".join(["#Variable|Category|Frequency", *rows]), CAPTION)
    assert not found.samples
    assert found.unread
    rows[3:] = ["|>35|212", "Oven|Gas|31", "|Wood|62"]
    assert list(profile("\n".join(["#Variable|Category|Frequency", *rows]))) == ["Gender", "Age", "Oven"]


def test_the_fuller_of_further_columns_of_words_names_the_categories() -> None:
    rows = ["Gender||Male|160|51.3", "||Female|152|48.7", "Age|Years|18-25|100|32.1", "||>35|212|67.9"]
    assert profile("\n".join(["#Variable|Unit|Category|Frequency|Percent", *rows])) == {
        "Gender": [("Male", "160", "51.3"), ("Female", "152", "48.7")],
        "Age": [("18-25", "100", "32.1"), (">35", "212", "67.9")],
    }
