"""Names of constructs and of outcomes that ran into the first row below them; intervals cut into two columns."""

from tests.read.tables.invented import edges, loadings, paths, read, reliability

ITEMS = (
    "Construct and item|Loading|α|CR\n"
    "Salt taste ST1 Salty dishes|.81|{0}\nST2 Salt in the soup|.77||\n"
    "Calm joy|{1}\nCJ1 I am calm|.72||\nCJ2 I am glad|.79||\n"
)


def test_the_name_of_a_construct_before_the_code_of_its_first_item() -> None:
    found = read(ITEMS.format(".80|.82", "|.85|.86"), "Factor loadings")
    assert loadings(found) == {
        ("Salt taste", "ST1", ".81"),
        ("Salt taste", "ST2", ".77"),
        ("Calm joy", "CJ1", ".72"),
        ("Calm joy", "CJ2", ".79"),
    }
    assert reliability(found) == {("Salt taste", ".80", ".82", None), ("Calm joy", ".85", ".86", None)}


def test_a_code_within_a_wording_begins_no_item() -> None:
    table = ITEMS.format(".80|.82", "|.85|.86").replace("ST2 Salt in the soup", "Salt in the soup")
    assert not any(item.startswith("ST1") for _, item, _ in loadings(read(table, "Factor loadings")))


OUTCOMES = (
    "Predictor|B (SE)|β|z|p\n"
    "Outcome: Calm joy Salt|.21 (.03)|.32|6.77|<.001\nFrost|.11 (.03)|.12|3.30|.001\n"
    "Outcome: Love of bread Calm joy|.29 (.05)|.31|6.46|<.001\nSalt|.15 (.03)|.24|5.12|<.001\nFrost|.01 (.05)|.02|.64|.519\n"
)


def test_the_outcome_before_the_first_of_its_predictors() -> None:
    found = edges(read(OUTCOMES, "Path coefficients of the structural model"))
    assert {x[:3] for x in found} == {
        ("Salt", "Calm joy", ".32"),
        ("Frost", "Calm joy", ".12"),
        ("Calm joy", "Love of bread", ".31"),
        ("Salt", "Love of bread", ".24"),
        ("Frost", "Love of bread", ".02"),
    }


CUT = "Path|β SE|t|95% CI||Decision\n{0}"
ROWS = (
    "H1 Salt → Joy|.27 .04|7.00|[.19,|.34]|Supported\nH2 Frost → Joy|-.30 .04|7.39|[-.38,|-.22]|Supported\n"
    "H3 Rye → Joy|.18 .04|4.27|[.10,|.26]|Supported\n"
)


def test_an_interval_cut_into_two_columns_is_whole() -> None:
    found = read(CUT.format(ROWS), "Results")
    assert {(f.value.hypothesis, f.value.ci_lo, f.value.ci_hi) for f in found.paths} == {
        ("H1", ".19", ".34"),
        ("H2", "-.38", "-.22"),
        ("H3", ".10", ".26"),
    }


def test_a_column_with_other_cells_is_not_taken_for_the_end_of_an_interval() -> None:
    table = CUT.replace("95% CI||", "95% CI|Far|").format(ROWS)
    found = read(table, "Results")
    assert not any(f.value.ci_hi for f in found.paths)
    assert len(paths(found)) > 0


def test_the_name_of_a_construct_in_bold_before_the_code_of_its_first_item() -> None:
    table = (
        ITEMS.format(".80|.82", "|.85|.86")
        .replace("Salt taste ST1", "**Salt taste (ST)** ST1:")
        .replace("ST2 Salt", "ST2: Salt")
    )
    assert ("Salt taste", "ST1", ".81") in loadings(read(table, "Factor loadings"))


def test_the_first_construct_that_ran_into_the_headings() -> None:
    table = (
        "Item Salt taste (α = .80, AVE = .58)|λ\nI like salty dishes.|.81\nI salt my soup.|.77\n"
        "Calm joy (α = .85, AVE = .61)|\nI am calm.|.72\nI am glad.|.79\n"
    )
    found = read(table, "Items, standardized loadings (λ) and reliability")
    assert {(name, loading) for name, _, loading in loadings(found)} == {
        ("Salt taste", ".81"), ("Salt taste", ".77"), ("Calm joy", ".72"), ("Calm joy", ".79")
    }  # fmt: skip


def test_measures_of_a_construct_beside_its_first_item_are_not_the_items() -> None:
    table = (
        "Item|Loading|α|CR\nSalt taste (ST) ST1 Salty dishes|.81|.80|.82\nST2 Salt in the soup|.77||\n"
        "Calm joy (CJ) CJ1 I am calm|.72|.85|.86\nCJ2 I am glad|.79||\n"
    )
    assert reliability(read(table, "Factor loadings")) == {("Salt taste", ".80", ".82", None), ("Calm joy", ".85", ".86", None)}  # fmt: skip


def test_items_of_the_page_before_stand_above_the_first_construct() -> None:
    table = (
        "Part|Loading|α|CR\nOV7 I heat the oven early|.66||\nSalt taste||.80|.82\nST1 Salty dishes|.81||\n"
        "ST2 Salt in the soup|.77||\nCalm joy||.85|.86\nCJ1 I am calm|.72||\nCJ2 I am glad|.79||\n"
    )
    read_so = loadings(read(table, "Table 2 (Continued) Factor loadings"))
    assert {(name, loading) for name, _, loading in read_so if name in ("Salt taste", "Calm joy")} == {
        ("Salt taste", ".81"), ("Salt taste", ".77"), ("Calm joy", ".72"), ("Calm joy", ".79")
    }  # fmt: skip
