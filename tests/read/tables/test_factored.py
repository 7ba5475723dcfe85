"""Statements of items in rows and factors along the top, as an exploratory analysis prints them."""

from dataclasses import replace

import pytest

from evidence.read.partial import Abbreviations
from evidence.read.tables import understand
from tests.read.tables.invented import correlations, loadings, read, reliability, source

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


def test_items_with_one_number_each_under_the_names_they_belong_to_need_no_caption() -> None:
    table = (
        "Item|Oven joy|Crust hunger\nI bake at night|0.71|\nI bake alone|0.66|\nI eat crusts||0.84\nI buy crusts||0.88"
    )
    found = read(table).constructs
    assert [(c.value.name, [str(x.loading) for x in c.value.loadings]) for c in found] == [
        ("Oven joy", ["0.71", "0.66"]),
        ("Crust hunger", ["0.84", "0.88"]),
    ]
    mixed = table.replace("I eat crusts|", "I eat crusts|0.12")
    assert not read(mixed).constructs
    shares = table.replace("Item", "Town")
    assert not read(shares).constructs


WORDINGS = "Item|{}\nI like bread in the morning|.81\nBread makes me glad|.77\nI would miss my bread|.84"


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Table 2. Bread joy: the three items", "Bread joy"),
        ("Bread joy: items and their wording", "Bread joy"),
        ("Morning bread joy – statements", "Morning bread joy"),
        ("Bread joy: nine reasons", "Bread joy"),
    ],
)
@pytest.mark.parametrize("heading", ["Loading", "Factor loading", "SFL"])
def test_wordings_under_the_construct_that_the_caption_begins_with(caption: str, name: str, heading: str) -> None:
    assert loadings(read(WORDINGS.format(heading), caption)) == {
        (name, "I like bread in the morning", ".81"),
        (name, "Bread makes me glad", ".77"),
        (name, "I would miss my bread", ".84"),
    }


@pytest.mark.parametrize(
    "caption",
    ["Measurement model: items and wording", "Results: the three items", "Scale: statements", "Bread joy: 2024"],
)
def test_a_caption_that_begins_with_no_construct_names_none(caption: str) -> None:
    assert loadings(read(WORDINGS.format("Loading"), caption)) == set()


def test_a_caption_names_no_construct_where_the_rows_have_their_own() -> None:
    rows = "Oven trust|I trust my oven|.81\n|My oven never burns a loaf|.77\nCrust joy|Crust is joy|.84"
    found = loadings(read(f"Construct|Item|Loading\n{rows}", "Bread joy: items and their wording"))
    assert {name for name, _, _ in found} == {"Oven trust", "Crust joy"}
    parted = "Oven trust|<\nI trust my oven|.81\nIt never burns|.77\nCrust joy|<\nCrust is joy|.84\nI bake for it|.80"
    found = loadings(read(f"Item|Loading\n{parted}", "Bread joy: items and their wording"))
    assert "Bread joy" not in {name for name, _, _ in found}


@pytest.mark.parametrize("sort", ["Factor:", "Construct:", "Dimension:"])
def test_a_heading_that_says_factor_before_the_name(sort: str) -> None:
    bread = f"{sort} Bread joy|<|.85\nI like bread|.81|\nI eat bread|.77|"
    ovens = f"{sort} Oven pride|<|.81\nI like ovens|.81|\nI heat ovens|.77|"
    found = read(f"#Item|Loading|α\n{bread}\n{ovens}", "Measurement model")
    assert {name for name, *_ in loadings(found)} == {"Bread joy", "Oven pride"}
    assert reliability(found) == {("Bread joy", ".85", None, None), ("Oven pride", ".81", None, None)}


NUMBERED = ROWS + "\nEigenvalue|4.1|1.9"


@pytest.mark.parametrize(
    "caption",
    [
        "Factor loadings (Factor 1 = Oven trust, Factor 2 = Crust joy)",
        "Factor loadings; Factor 1: Oven trust; Factor 2: Crust joy",
        "Factor loadings: Oven trust (Factor 1) and Crust joy (Factor 2)",
        "Factor loadings. F1 = Oven trust, F2 = Crust joy",
    ],
)
@pytest.mark.parametrize("head", ["Factor 1|Factor 2", "F1|F2"])
def test_factors_that_the_caption_names(caption: str, head: str) -> None:
    assert loadings(read(f"Item|{head}\n{NUMBERED}", caption)) == ITEMS


@pytest.mark.parametrize("caption", ["Table F1: Factor loadings. Table F2: Items", "Table F1. Loadings (F2 rotated)"])
def test_the_number_of_a_table_is_that_of_no_factor(caption: str) -> None:
    document = source(f"Item|F1|F2\n{NUMBERED}", captions=[caption])
    grid = replace(document.grids[0], label="Table F1")
    assert not loadings(understand(replace(document, grids=(grid,)), Abbreviations({})))


def test_a_caption_that_gives_two_names_to_one_factor_names_none() -> None:
    caption = "Factor loadings (F1 = Oven trust, F2 = Crust joy; in Study 2, F1 = Rye, F2 = Salt)"
    assert not loadings(read(f"Item|F1|F2\n{NUMBERED}", caption))


def test_items_that_load_on_one_numbered_factor_each_are_no_correlations() -> None:
    words = ("trust", "heat", "clean", "eat", "smell", "love", "salt", "grind", "pinch")
    rows = [f"I {word} it{'|' * (at // 3 + 1)}.7{at}{'|' * (2 - at // 3)}" for at, word in enumerate(words)]
    found = read("\n".join(["Item|1|2|3", *rows]), "Factor loadings")
    assert not found.correlations


def test_a_triangle_of_which_half_is_printed_is_still_one() -> None:
    table = "Name|M|SD|1|2|3\nSalt|3.1|.7|||\nCrust|3.3|.8|.31||\nJoy|3.6|.9||.41|\nCalm|3.2|.6|||.33"
    found = correlations(read(table, "Means, standard deviations and correlations"))
    assert found == {("Crust", "Salt", ".31"), ("Crust", "Joy", ".41"), ("Calm", "Joy", ".33")}
