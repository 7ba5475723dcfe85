"""Names of rows over two lines, with the label and the values of the row between them."""

from tests.read.tables.invented import paths, read, verdicts

HEAD = "Hypothesis Path|B|C.R.|Result\n"
ROWS = (
    "Salt → Baking|||\nH1|.31|4.10|Supported\nJoy|||\n"
    "Warm Rye → Bread|||\nH2|.25|3.30|Supported\nLove|||\n"
    "Frost → Long Self-|||\nH3|-.18|2.90|Supported\nPity|||\n"
)


def test_the_name_is_put_together_around_its_values() -> None:
    found = paths(read(HEAD + ROWS, "Direct effects"))
    assert {x[:4] for x in found} == {
        ("H1", "Salt", "Baking Joy", ".31"),
        ("H2", "Warm Rye", "Bread Love", ".25"),
        ("H3", "Frost", "Long Self-Pity", "-.18"),
    }


def test_a_verdict_that_ran_into_both_lines_goes_back_to_its_column() -> None:
    rows = ROWS.replace("Rye → Bread|||", "Rye → Bread Not|||").replace("|3.30|Supported", "|1.30|")
    found = read(HEAD + rows.replace("Love|||", "Love supported|||"), "Direct effects")
    assert ("H2", "Warm Rye", "Bread Love", ".25") in {x[:4] for x in paths(found)}
    assert verdicts(found)["H2"] == "not supported"


def test_headings_over_rows_of_labels_stay_headings() -> None:
    rows = "Paths to joy|||\nH1|.31|4.10|Supported\nH2|.25|3.30|Supported\nPaths to love|||\nH3|.18|2.90|Supported\n"
    stated = "H1: Salt raises joy. "
    assert not any("Paths" in str(x) for x in paths(read(HEAD + rows, "Direct effects", tail=stated)))
