"""Statements of items in rows and factors along the top, as an exploratory analysis prints them."""

import pytest
from invented import loadings, read, reliability

ROWS = (
    "I trust my oven|.81|.12\nMy oven never burns a loaf|.77|-.20\nThe crust gives me joy|.05|.84\n"
    "I change my recipes for the crust|.21|.70"
)
ITEMS = {
    ("Oven trust", "I trust my oven", ".81"),
    ("Oven trust", "My oven never burns a loaf", ".77"),
    ("Crust joy", "The crust gives me joy", ".84"),
    ("Crust joy", "I change my recipes for the crust", ".70"),
}


@pytest.mark.parametrize(
    "head", ["Oven trust|Crust joy", "F1 Oven trust|F2 Crust joy", "Factor 1: Oven trust|Factor 2: Crust joy"]
)
@pytest.mark.parametrize(
    "below",
    [
        "",
        "\nEigenvalue|4.87|0.97\n% of variance|33.2|12.4",
        "\nEigenvalues|1.04|1.02\nVariance explained (%)|31.9|11.9\nCumulative variance|31.9|43.8\nCronbach's α|.84|.79",
    ],
)
def test_items_known_by_their_wording(head: str, below: str) -> None:
    found = read(f"Item|{head}\n{ROWS}{below}", "Exploratory factor analysis: pattern matrix")
    assert loadings(found) == ITEMS
    assert {(c[0], c[1]) for c in reliability(found) if c[1]} == (
        {("Oven trust", ".84"), ("Crust joy", ".79")} if "Cronbach" in below else set()
    )


def test_factors_that_only_sections_name() -> None:
    first, second = ROWS.split("\n")[:2], ROWS.split("\n")[2:]
    found = read(
        "\n".join(["Item|Factor 1|Factor 2", "Oven trust", *first, "Crust joy", *second, "Eigenvalue|3.1|1.9"]),
        "Rotated component matrix",
    )
    assert loadings(found) == ITEMS
    assert not loadings(read(f"Item|Factor 1|Factor 2\n{ROWS}", "Rotated component matrix"))
    for again in ("^", ""):
        labels = ["Oven trust", again, "Crust joy", again]
        beside = "\n".join(f"{name}|{row}" for name, row in zip(labels, ROWS.split("\n"), strict=True))
        table = f"Construct|Item|Factor 1|Factor 2\n{beside}\nEigenvalue||3.1|1.9"
        assert loadings(read(table, "Rotated component matrix")) == ITEMS


def test_items_that_do_not_stand_together_are_left() -> None:
    a, b, c, d = ROWS.split("\n")
    mixed = "\n".join([c, a, d, b])
    assert not loadings(read(f"Item|Oven trust|Crust joy\n{mixed}\nEigenvalue|4.1|1.9", "Factor analysis"))


def test_communalities_are_no_factor() -> None:
    rows = "\n".join(f"{row}|.9{at}" for at, row in enumerate(ROWS.split("\n")))
    assert loadings(read(f"Item|Oven trust|Crust joy|Communality\n{rows}", "Factor analysis")) == ITEMS
    assert loadings(read(f"Item|Oven trust|Crust joy|Uniqueness\n{rows}", "Factor analysis")) == ITEMS


def test_statements_beside_numbers_beyond_loadings_are_left() -> None:
    assert not loadings(
        read("Item|Town|Village\nI trust my oven|3.81|3.12\nI like crust|2.20|4.40", "Factor scores, EFA")
    )


def test_samples_side_by_side_are_no_factors() -> None:
    rows = "I trust my oven|.81|.71\nIt never burns|.77|.70\nThe crust is fine|.62|.84\nI smile|.63|.70"
    assert not loadings(read(f"Statement|Women|Men\n{rows}", "Factor loadings by group"))


def test_the_alpha_without_an_item_is_not_the_reliability_of_the_item() -> None:
    table = "Item|Loading|Alpha if item deleted\nI trust my oven|.81|.81\nIt never burns|.77|.80"
    assert not reliability(read(table, "Factor loadings"))
