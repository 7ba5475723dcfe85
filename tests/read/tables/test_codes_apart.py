"""Codes of items that ran into the names of their constructs, in the middle of these or at their end."""

import pytest

from tests.read.tables.invented import loadings, read, reliability

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
