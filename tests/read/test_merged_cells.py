"""Cells of several columns that GROBID made of neighbours come apart where they hold something for each column."""

import pytest

from evidence.read.compose import RawCell
from evidence.read.spread import spread
from evidence.read.tei import to_source
from evidence.read.understanding import understand

HEAD = [RawCell("Path"), RawCell("B"), RawCell("SE"), RawCell("t"), RawCell("p")]


def parts(text: str, columns: int, *above: list[RawCell]) -> list[str]:
    """What a cell over some columns becomes, in the row under some others."""
    return [c.text for c in spread([*above, [RawCell(text, colspan=columns)]])[-1]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0.31 0.05", ["0.31", "0.05"]),
        ("0.31** (0.05)", ["0.31**", "(0.05)"]),
        ("0.31 [0.21, 0.41] <.001", ["0.31", "[0.21, 0.41]", "<.001"]),
        ("-0.31 - 0.05", ["-0.31", "-", "0.05"]),
        ("Warm salt 0.31", ["Warm salt", "0.31"]),
        ("Salt -> Joy 0.31 0.05", ["Salt -> Joy", "0.31", "0.05"]),
        ("H2a: Salt brings joy", ["H2a", "Salt brings joy"]),
        ("H 2. Salt brings joy", ["H 2", "Salt brings joy"]),
    ],
)
def test_a_cell_that_holds_one_thing_for_each_of_its_columns(text: str, told: list[str]) -> None:
    assert parts(text, len(told), HEAD) == told
    assert {c.colspan for c in spread([[RawCell(text, colspan=len(told))]])[0]} == {1}


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("0.31 0.05", 1),
        ("0.31 0.05", 4),
        ("0.31 0.05 0.01", 2),
        ("Salt 0.31 0.05", 2),
        ("Salt and crust", 3),
        ("H2a Salt brings joy", 3),
        ("0.31", 3),
        ("", 2),
    ],
)
def test_a_cell_that_holds_more_or_less_than_its_columns_stays_whole(text: str, columns: int) -> None:
    assert parts(text, columns, *[[*HEAD, RawCell("0.11")]] * 3) == [text]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Path Estimate", ["Path", "Estimate"]),
        ("Std. estimate t-value Result", ["Std. estimate", "t-value", "Result"]),
        ("Cronbach's alpha CR AVE", ["Cronbach's alpha", "CR", "AVE"]),
    ],
)
def test_headings_of_several_columns_in_one_cell(text: str, told: list[str]) -> None:
    assert parts(text, len(told)) == told


@pytest.mark.parametrize("text", ["Warm ovens", "Bakers in Malta"])
def test_words_over_several_columns_below_the_headings_stay_whole(text: str) -> None:
    assert parts(text, len(text.split()), HEAD[:1], HEAD[:1], HEAD[:1]) == [text]


def test_a_heading_of_fewer_words_than_columns_stays_whole() -> None:
    assert parts("Warm ovens", 3) == ["Warm ovens"]


def test_words_beside_results_are_no_headings() -> None:
    row = [RawCell("Std. estimate t-value", colspan=2), RawCell("0.31")]
    assert [c.text for c in spread([row])[0]] == ["Std. estimate t-value", "0.31"]


def tei(
    *rows: str, inside: str = '<figure type="table"><head>Table 1.</head><figDesc>Paths</figDesc>{}</figure>'
) -> bytes:
    made = "<table>" + "".join(f"<row>{row}</row>" for row in rows) + "</table>"
    return f"<TEI><text><body><div>{inside.format(made)}</div></body></text></TEI>".encode()


@pytest.mark.parametrize("wrapped", [True, False])
def test_the_paths_of_a_table_whose_cells_were_merged(wrapped: bool) -> None:
    rows = (
        "<cell>Hypothesis</cell><cell>Path</cell><cell>β</cell><cell>SE</cell><cell>t</cell>",
        '<cell cols="2">H1 Salt -> Joy</cell><cell cols="2">0.31 0.05</cell><cell>6.20</cell>',
        '<cell>H2</cell><cell cols="3">Crust -> Joy 0.22 0.06</cell><cell>3.67</cell>',
        '<cell>H3</cell><cell>Heat -> Joy</cell><cell cols="3">0.02 0.05 0.40</cell>',
    )
    source = to_source(tei(*rows) if wrapped else tei(*rows, inside="{}"))
    (record,) = understand(source)
    assert [(p.hypothesis, p.from_, p.to, p.beta, p.se, p.stat) for p in record.paths] == [
        ("H1", "Salt", "Joy", "0.31", "0.05", "6.20"),
        ("H2", "Crust", "Joy", "0.22", "0.06", "3.67"),
        ("H3", "Heat", "Joy", "0.02", "0.05", "0.40"),
    ]
    for pointer, (start, end) in record.spans.items():
        if pointer.endswith("/se"):
            assert source.text[start:end] in ("0.05", "0.06")


@pytest.mark.parametrize(
    ("first", "second", "columns"),
    [
        ("Small ovens", "Large ovens", 2),
        ("Women (n = 90)", "Men (n = 80)", 2),
        ("Bakers in Malta", "Bakers in Gozo", 3),
        ("Everybody", "Nobody", 3),
    ],
)
def test_the_groups_over_columns_that_were_not_merged_by_mistake(first: str, second: str, columns: int) -> None:
    over = f'<cell cols="{columns}">{first}</cell><cell cols="{columns}">{second}</cell>'
    names = "".join(f"<cell>{name}</cell>" for name in ("β", "SE", "t")[:columns] * 2)
    values = ["".join(f"<cell>0.{i}{c}</cell>" for c in range(2 * columns)) for i in (1, 2)]
    rows = [f"<cell>{name} -> Joy</cell>{cells}" for name, cells in zip(("Salt", "Crust"), values, strict=True)]
    (record,) = understand(to_source(tei(f"<cell></cell>{over}", f"<cell>Path</cell>{names}", *rows)))
    assert [(p.from_, p.to, p.beta, p.group) for p in record.paths] == [
        (name, "Joy", f"0.{i}{c}", group)
        for i, name in ((1, "Salt"), (2, "Crust"))
        for c, group in ((0, first), (columns, second))
    ]


@pytest.mark.parametrize("text", ["Bread oven", "Estimate Joy", "Warm bread t", "0.31 .42"])
def test_words_that_are_not_all_known_headings_or_values_that_are_too_few_stay_whole(text: str) -> None:
    columns = 3 if text[0] == "0" else 2
    assert parts(text, columns) == [text]
