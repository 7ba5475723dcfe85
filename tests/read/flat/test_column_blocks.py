"""Tables that `pdftotext` took apart where white space parts their rows or columns: bands, triangles, a stub first."""

import pytest

from evidence.read.text import to_source
from evidence.read.understanding import understand

END = "\nThe ovens were visited in spring by all of us.\n"


def blocks(*lines: str) -> str:
    """Blocks of lines, a line to a cell: `Salt|Crust` are two lines of one block."""
    return "\n\n".join(block.replace("|", "\n") for block in lines) + "\n"


def rows(table: str, caption: str = "Table 2. Results") -> list[list[str]]:
    """The rows of a table, and that each cell is where its place says."""
    source = to_source(f"{caption}\n\n{table}{END}".encode())
    assert source.text.count("The ovens were visited") == 1
    cells = [c for grid in source.grids for row in grid.rows for c in row if c.span]
    assert [source.text[a:b] for a, b in (c.span for c in cells if c.span)] == [c.text for c in cells]
    return [[c.text for c in row] for grid in source.grids for row in grid.rows]


HEADS = ("Path", "β", "SE", "p")
FIRST = ("Salt -> Joy|Crust -> Joy", "0.41|0.02", "0.05|0.06", "<0.001|0.755")
SECOND = ("Salt -> Calm|Crust -> Calm|Heat -> Calm", "0.20|0.31|0.11", "0.07|0.08|0.09", "0.004|0.002|0.221")
THIRD = ("Heat -> Joy", "0.19", "0.04", "0.001")
OF_BANDS = [
    list(HEADS),
    ["Salt -> Joy", "0.41", "0.05", "<0.001"],
    ["Crust -> Joy", "0.02", "0.06", "0.755"],
    ["Salt -> Calm", "0.20", "0.07", "0.004"],
    ["Crust -> Calm", "0.31", "0.08", "0.002"],
    ["Heat -> Calm", "0.11", "0.09", "0.221"],
]


def test_rows_in_bands_of_one_block_for_each_column() -> None:
    assert rows(blocks(*HEADS, *FIRST, *SECOND)) == OF_BANDS
    assert rows(blocks(*HEADS, *FIRST, *SECOND, *THIRD)) == [
        *OF_BANDS,
        ["Heat -> Joy", "0.19", "0.04", "0.001"],
    ]


def test_the_paths_of_rows_in_bands() -> None:
    (record,) = understand(to_source(f"Table 2. Results\n\n{blocks(*HEADS, *FIRST, *SECOND)}{END}".encode()))
    assert [(p.from_, p.to, p.beta, p.se, p.p) for p in record.paths][::2] == [
        ("Salt", "Joy", "0.41", "0.05", "<0.001"),
        ("Salt", "Calm", "0.20", "0.07", "0.004"),
        ("Heat", "Calm", "0.11", "0.09", "0.221"),
    ]


@pytest.mark.parametrize(
    "behind",
    [
        (*SECOND[:3], "0.004|0.002"),  # one value short
        (SECOND[1], SECOND[0], *SECOND[2:]),  # names where values were
        (*SECOND, "0.44|0.46"),  # goes on
        SECOND[:3],
    ],
)
def test_bands_that_do_not_fit_their_columns_are_not_guessed(behind: tuple[str, ...]) -> None:
    assert OF_BANDS[3] not in rows(blocks(*HEADS, *FIRST, *behind))


NAMES = ("Construct", "OVN", "CRS", "JOY", "SLT")
TRIANGLE = ("0.81|0.31|0.42|0.22", "0.79|0.33|0.21", "0.84|0.19", "0.88")
STUB = "OVN|CRS|JOY|SLT"
OF_TRIANGLE = [
    list(NAMES),
    ["OVN", "0.81", "", "", ""],
    ["CRS", "0.31", "0.79", "", ""],
    ["JOY", "0.42", "0.33", "0.84", ""],
    ["SLT", "0.22", "0.21", "0.19", "0.88"],
]


def test_columns_of_a_triangle_that_are_one_row_shorter_each() -> None:
    assert rows(blocks(*NAMES, STUB, *TRIANGLE), "Table 2. Correlations") == OF_TRIANGLE


def test_a_triangle_of_three() -> None:
    found = rows(blocks(*NAMES[:4], "OVN|CRS|JOY", "0.81|0.31|0.42", "0.79|0.33", "0.84"), "Table 2. Correlations")
    assert found == [row[:4] for row in OF_TRIANGLE[:4]]


def test_whole_columns_before_a_triangle() -> None:
    heads = ("Construct", "CR", "AVE", *NAMES[1:])
    found = rows(blocks(*heads, STUB, "0.91|0.92|0.93|0.94", "0.66|0.62|0.71|0.77", *TRIANGLE))
    assert [row[:3] for row in found[1:]] == [
        ["OVN", "0.91", "0.66"],
        ["CRS", "0.92", "0.62"],
        ["JOY", "0.93", "0.71"],
        ["SLT", "0.94", "0.77"],
    ]
    assert [[row[0], *row[3:]] for row in found] == OF_TRIANGLE


def test_a_triangle_below_its_diagonal_begins_one_row_lower() -> None:
    heads = ("Construct", "Mean", "OVN", "CRS", "JOY")
    found = rows(blocks(*heads, STUB, "3.91|3.92|3.93|3.94", "0.31|0.42|0.22", "0.33|0.21", "0.19"))
    assert found == [
        list(heads),
        ["OVN", "3.91", "", "", ""],
        ["CRS", "3.92", "0.31", "", ""],
        ["JOY", "3.93", "0.42", "0.33", ""],
        ["SLT", "3.94", "0.22", "0.21", "0.19"],
    ]


def test_the_correlations_of_a_triangle() -> None:
    text = f"Table 2. Correlations\n\n{blocks(*NAMES, STUB, *TRIANGLE)}{END}"
    (matrix,) = understand(to_source(text.encode()))[0].correlations
    assert [[str(v) for v in row[:i]] for i, row in enumerate(matrix.lower)] == [
        [],
        ["0.31"],
        ["0.42", "0.33"],
        ["0.22", "0.21", "0.19"],
    ]


@pytest.mark.parametrize(
    "columns",
    [
        (STUB, *TRIANGLE[:2], "0.19", "0.88"),  # a row is missing
        (STUB, *TRIANGLE, "0.51|0.52"),  # more values behind it
        (STUB, *TRIANGLE[:3], "high"),
    ],
)
def test_columns_that_fall_unevenly_are_no_triangle(columns: tuple[str, ...]) -> None:
    assert OF_TRIANGLE[-1] not in rows(blocks(*NAMES, *columns), "Table 2. Correlations")


OF_STUB = [
    ["Scale", "Alpha", "CR", "AVE"],
    ["Oven pride", "0.81", "0.91", "0.66"],
    ["Crust joy", "0.82", "0.92", "0.62"],
    ["Salt trust", "0.83", "0.93", "0.71"],
]
NAMED = "Scale|Oven pride|Crust joy|Salt trust"
VALUES = ("0.81|0.82|0.83", "0.91|0.92|0.93", "0.66|0.62|0.71")


def test_names_under_their_heading_before_the_other_headings() -> None:
    assert rows(blocks(NAMED, "Alpha", "CR", "AVE", *VALUES), "Table 2. Reliability") == OF_STUB
    decided = rows(blocks(NAMED, "Alpha", "CR", "Fit", *VALUES[:2], "good|fair|good"), "Table 2. Reliability")
    assert [row[-1] for row in decided] == ["Fit", "good", "fair", "good"]


@pytest.mark.parametrize(
    "behind",
    [
        ("Alpha", "CR", "AVE", *VALUES[:2], "0.66|0.62"),
        ("Alpha", "CR", "AVE", *VALUES, "0.51|0.52|0.53"),
        ("Alpha", "CR", "AVE", *VALUES[:2]),
        ("Alpha", "CR", *VALUES),
    ],
)
def test_values_that_do_not_fit_the_names_are_not_guessed(behind: tuple[str, ...]) -> None:
    assert OF_STUB[1] not in rows(blocks(NAMED, *behind), "Table 2. Reliability")
