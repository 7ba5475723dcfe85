"""Labels cut into columns without headings; items that ran into the header of their table or over all its columns."""

import pytest

from tests.read.tables.invented import correlations, edges, loadings, read, reliability

NUMBERS = ("|3.1|0.8|1||", "|3.2|0.7|.31|1|", "|3.4|0.9|.42|.22|1")


def named(*labels: str) -> tuple[str, ...]:
    """What the rows of a matrix are called whose labels stand in two columns."""
    rows = "\n".join(label + numbers for label, numbers in zip(labels, NUMBERS, strict=True))
    (matrix,) = read(f"||M|SD|1|2|3\n{rows}", "Correlations").correlations
    return matrix.value.names


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (("Felt code|ownership", "Oven|pride", "Calm|"), ("Felt code ownership", "Oven pride", "Calm")),
        (("Psychological (PSY)|safety", "Oven (OP)|pride", "Calm|"), ("Psychological safety", "Oven pride", "Calm")),
        (("Felt code|(FC)", "Oven pride|(OP)", "Calm|"), ("Felt code", "Oven pride", "Calm")),
    ],
)
def test_the_rest_of_a_label_in_a_column_without_heading(labels: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert named(*labels) == names


def test_the_signs_of_a_level_in_columns_of_their_own() -> None:
    rows = "Low (M|−|1|sd)|.11|.04|.03|.19\nMean||||.20|.04|.12|.28\nHigh (M|+|1|sd)|.29|.05|.19|.39"
    found = read(f"||||Effect|SE|LLCI|ULCI\n{rows}", "Conditional effects of humour on joy at levels of salt")
    assert edges(found) == {
        ("humour", "joy", ".11", "Low (M - 1 sd)"),
        ("humour", "joy", ".20", "Mean"),
        ("humour", "joy", ".29", "High (M + 1 sd)"),
    }


@pytest.mark.parametrize(
    "table",
    [
        "||α|CR|AVE\nTrust|Millers|.81|.83|.60\nJoy|Bakers|.82|.84|.61",  # words that begin on their own
        "|Who|α|CR|AVE\nTrust|millers|.81|.83|.60\nJoy|bakers|.82|.84|.61",  # a heading
        "||α|CR|AVE\nTrust||.81|.83|.60\nJoy||.82|.84|.61",
    ],
)
def test_what_is_no_piece_of_a_label_stays_beside_it(table: str) -> None:
    assert reliability(read(table, "Reliability")) == {("Trust", ".81", ".83", ".60"), ("Joy", ".82", ".84", ".61")}


def test_numbers_without_a_heading_are_no_pieces() -> None:
    table = "||1|2|3\nCrust|4.25|1||\nSalt|3.75|.31|1|\nJoy|3.25|.42|.22|1"
    found = read(table, "Correlations")
    assert correlations(found) == {("Crust", "Salt", ".31"), ("Crust", "Joy", ".42"), ("Joy", "Salt", ".22")}


ITEMS = {
    ("Crust support", "CS1", "0.76"),
    ("Crust support", "CS2", "0.81"),
    ("Crust support", "CS3", "0.74"),
    ("Oven pride", "OP1", "0.71"),
    ("Oven pride", "OP2", "0.79"),
}
REST = (
    "{}|0.81\n|CS3. We share our|0.74\n|ovens|\nOven pride|OP1. We are proud|0.71\n|of our ovens|\n|OP2. We shine|0.79"
)


@pytest.mark.parametrize("head", ["Item {}|Loading 0.76", "Items {}|Std. loading 0.76"])
def test_the_first_item_ran_into_the_header(head: str) -> None:
    item = head.format("CS1. We help each other")
    table = f"Construct|{item}\n" + REST.format("Crust support|CS2. We bake together")
    assert loadings(read(table, "Measurement model")) == ITEMS


def test_an_item_too_long_for_its_column() -> None:
    long = "CS2. We bake together and we share with all the others what we have baked|<|<\n|"
    table = "Construct|Item|Loading\nCrust support|CS1. We help each other|0.76\n" + REST.format(long)
    assert loadings(read(table, "Measurement model")) == ITEMS


def test_a_heading_over_all_columns_that_is_no_item_stays_one() -> None:
    table = "Construct|Item|Loading\nFactor one of the bakers|<|<\nCrust support|CS1. We help each other|0.76\n"
    table += REST.format("|CS2. We bake together")
    assert loadings(read(table, "Measurement model")) == ITEMS
