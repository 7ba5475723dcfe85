"""Codes of items that ran into the names of their constructs, in the middle of these or at their end."""

from dataclasses import replace

import pytest

from evidence.read.tables.codes_apart import codes_apart
from tests.read.tables.invented import loadings, read, reliability, source

JOY = {("Oven Joy", "OJ1", ".81"), ("Oven Joy", "OJ2", ".82"), ("Oven Joy", "OJ3", ".83")}
SALT = {("Salt Trust", "ST1", ".71"), ("Salt Trust", "ST2", ".72")}
FIGURES = {("Oven Joy", ".84", ".87", ".66"), ("Salt Trust", ".80", ".85", ".61")}
BODY = """
Oven OJ1 Joy (OJ)|.81|.84|.87|.66
OJ2|.82|||
OJ3|.83|||
Salt Trust (ST) ST1|.71|.80|.85|.61
ST2|.72|||"""


@pytest.mark.parametrize("head", ["Construct Item", "Constructs Items", "Latent variable Indicator", "Factor Item"])
def test_codes_under_a_heading_of_constructs_and_items(head: str) -> None:
    found = read(f"#{head}|Loading|Alpha|CR|AVE{BODY}", "Measurement model")
    assert loadings(found) == JOY | SALT
    assert reliability(found) == FIGURES


def test_a_code_in_the_midst_of_a_long_name() -> None:
    table = "#Construct Item|Loading|VIF\nPride in warm PR1 ovens|.81|1.2\nPR2|.82|1.3\nPR3|.83|1.4"
    told = loadings(read(table, "Loadings"))
    assert told == {("Pride in warm ovens", f"PR{i}", f".8{i}") for i in (1, 2, 3)}


@pytest.mark.parametrize("head", ["Construct", "Item", "Item wording", "Construct name"])
def test_names_under_one_heading_keep_their_codes(head: str) -> None:
    table = f"#{head}|Loading|VIF\nOJ1 I like ovens|.81|1.2\nOJ2 I hum|.82|1.3\nOJ3 I sing|.83|1.4"
    told = loadings(read(table, "Loadings of oven joy"))
    assert not any(" OJ" in item or item.startswith("like") for _, item, _ in told)
    assert {value for _, _, value in told} <= {".81", ".82", ".83"}


def test_few_rows_with_codes_are_left() -> None:
    table = "#Construct Item|Loading|VIF\nWarm OJ1 ovens|.81|1.2\nWe bake gladly|.82|1.3\nWe sing gladly|.83|1.4"
    assert ("Warm ovens", "OJ1", ".81") not in loadings(read(table, "Loadings"))


MOVED = """
#Construct|Item|Loading|AVE
Oven Joy|OJ1|.81|.66
|OJ2|.82|
|OJ3|.83|
Salt Trust{}|{}|.71|.61
|ST2|.72|"""


@pytest.mark.parametrize(("name", "code"), [(" ST1", ""), ("", "ST1")])
def test_a_code_at_the_end_of_a_name_beside_an_empty_cell(name: str, code: str) -> None:
    found = read(MOVED.format(name, code), "Measurement model")
    assert loadings(found) == JOY | SALT
    assert reliability(found) == {("Oven Joy", None, None, ".66"), ("Salt Trust", None, None, ".61")}


def test_a_name_in_brackets_before_its_code() -> None:
    found = read(MOVED.format(" (SALT) ST1", ""), "Measurement model")
    assert loadings(found) == JOY | SALT


@pytest.mark.parametrize("name", [" H1", " 2", " ST1 of bread"])
def test_what_ends_in_no_code_stays_a_name(name: str) -> None:
    told = loadings(read(MOVED.format(name, ""), "Measurement model"))
    assert not {item for _, item, value in told if value == ".71"} & {"H1", "2", "ST1"}


def test_wordings_beside_names_are_no_codes() -> None:
    table = "#Construct|Item|Loading\nOven Joy|We hum|.81\nSalt Trust ST1||.82\nCrust|We sing|.83\nRye|We rest|.84"
    assert "ST1" not in {item for _, item, _ in loadings(read(table, "Measurement model"))}


def test_hypotheses_in_the_midst_of_paths_are_no_codes() -> None:
    table = "#Path Item|Beta|t\nSalt H1 Joy|.31|6.2\nCrust H2 Joy|.32|6.3\nHeat H3 Joy|.33|6.4"
    assert not loadings(read(table, "Paths"))


@pytest.mark.parametrize("sort", ["Survey", "Questionnaire", "Scale", "Measurement", "Question", "Interview", "Test"])
def test_items_of_a_survey_are_not_names_before_their_codes(sort: str) -> None:
    table = "{} items|Loading|CR\nTrust TR1|.81|.90\nTrust TR2|.85|\nCrust CR1|.79|.88\nCrust CR2|.80|"
    assert {construct for construct, _, _ in loadings(read(table.format("Latent"), "Loadings"))} == {"Trust", "Crust"}
    assert not {item for _, item, _ in loadings(read(table.format(sort), "Loadings"))} & {"TR1", "CR2"}


BESIDE = """
#Code|Item|Loading
OJ1|I like ovens|.81
OJ2|I hum at ovens|.82
OJ3|I sing|.83
{}|.71
{}|.72"""


@pytest.mark.parametrize("beside", ["<", ""])
def test_codes_that_ran_into_wordings_where_others_stand_apart(beside: str) -> None:
    found = read(BESIDE.format(f"ST1 I love salt|{beside}", f"ST_2 I buy salt|{beside}"), "Loadings")
    told = {(item, value) for _, item, value in loadings(found)}
    assert told == {("OJ1", ".81"), ("OJ2", ".82"), ("OJ3", ".83"), ("ST1", ".71"), ("ST_2", ".72")}


@pytest.mark.parametrize(
    "first",
    ["ST1 salt|<", "H1 I love salt|<", "Salt I love it|<"],  # a name, a label, no number
)
def test_what_begins_as_a_code_and_is_none_stays(first: str) -> None:
    found = read(BESIDE.format(first, "ST2 I buy salt|<"), "Loadings")
    assert ("ST1", ".71") not in {(item, value) for _, item, value in loadings(found)}
    assert "H1" not in {item for _, item, _ in loadings(found)}


def test_what_has_a_cell_of_its_own_beside_it_is_not_parted() -> None:
    rows = source(BESIDE.format("ST1 I love|salt", "ST2 I buy salt|<")).grids[0].rows
    assert [[cell.text for cell in line[:2]] for line in codes_apart(list(rows))[-2:]] == [
        ["ST1 I love", "salt"],
        ["ST2", "I buy salt"],
    ]


def test_few_codes_apart_leave_wordings_as_they_are() -> None:
    few = BESIDE.replace("OJ3|I sing|.83\n", "")
    found = read(few.format("ST1 I love salt|<", "ST2 I buy salt|<"), "Loadings")
    assert not {"ST1", "ST2"} & {item for _, item, _ in loadings(found)}


@pytest.mark.parametrize(("cut", "name"), [("Salt|love", "Salt love"), ("Bread and salt|love", "Bread and salt love")])
def test_the_name_of_a_scale_that_was_cut_where_codes_end(cut: str, name: str) -> None:
    rows = f"{cut}|\nST1|I love salt"
    found = read(BESIDE.format(rows, "ST2|I buy salt"), "Loadings")
    assert {(name, "ST1", ".71"), (name, "ST2", ".72")} <= loadings(found)


def test_a_word_that_was_cut_is_whole_again() -> None:
    rows = source(BESIDE.format("Sal|t love|\nST1|I love salt", "ST2|I buy salt")).grids[0].rows
    halves, at = rows[4][:2], rows[4][0].span[1]
    touching = (halves[0], replace(halves[1], span=(at, at + 6)), *rows[4][2:])
    assert codes_apart([*rows[:4], touching, *rows[5:]])[4][0].text == "Salt love"


@pytest.mark.parametrize("row", ["Salt|Love|", "Salt|love|.60"])
def test_two_cells_that_are_no_cut_name_are_not_joined(row: str) -> None:
    found = read(BESIDE.format(f"{row}\nST1|I love salt", "ST2|I buy salt"), "Loadings")
    assert "Salt love" not in {name.lower().capitalize() for name, *_ in loadings(found)}


def test_a_name_that_was_cut_keeps_its_place() -> None:
    document = source(BESIDE.format("Salt|love (SL): α = .84|\nST1|I love salt", "ST2|I buy salt"))
    name = codes_apart(list(document.grids[0].rows))[4][0]
    assert name.span
    assert document.text[slice(*name.span)].split() == name.text.split() == ["Salt", "love", "(SL):", "α", "=", ".84"]
