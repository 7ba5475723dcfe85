"""Tables that a converter left in a paragraph, in a description, or in one cell to a row."""

import pytest

from evidence.read.flat.inline import inline
from evidence.read.tei import to_source
from evidence.read.understanding import understand

HEAD = "Path β SE t p 95% CI"
ROWS = (
    "OVEN -> CRUST -> JOY 0.16 0.03 5.07 <0.001 [0.10; 0.22] "
    "RENT -> CRUST -> JOY −0.08 0.02 3.55 <0.001 [−0.13; −0.04] "
    "SALT -> CRUST -> JOY 0.15 0.03 4.50 <0.001 [0.09; 0.21]"
)
BEHIND = "Ovens thus bring joy, as expected (0.16)."


def document(body: str) -> bytes:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><head>Results</head>{body}</div></body></text></TEI>'.encode()


def table(*cells: tuple[str, ...], caption: str) -> bytes:
    rows = "".join("<row>" + "".join(f"<cell>{c}</cell>" for c in row) + "</row>" for row in cells)
    return document(
        f'<figure type="table"><head>Table 1.</head><figDesc>{caption}</figDesc><table>{rows}</table></figure>'
    )


@pytest.mark.parametrize("title", ["Table 4 Indirect effects", "Table 4. Indirect effects of three places."])
def test_a_table_in_the_middle_of_a_paragraph(title: str) -> None:
    text = f"They were as follows. {title} {HEAD} {ROWS} {BEHIND}".replace(">", "&gt;").replace("<", "&lt;")
    source = to_source(document(f"<p>{text}</p>"))
    (record,) = understand(source)
    found = [(p.from_, p.via, p.to, p.beta, p.se, p.stat, p.p, p.ci_lo, p.ci_hi) for p in record.paths]
    assert found == [
        ("OVEN", "CRUST", "JOY", "0.16", "0.03", "5.07", "<0.001", "0.10", "0.22"),
        ("RENT", "CRUST", "JOY", "-0.08", "0.02", "3.55", "<0.001", "-0.13", "-0.04"),
        ("SALT", "CRUST", "JOY", "0.15", "0.03", "4.50", "<0.001", "0.09", "0.21"),
    ]
    assert [source.of(b) for b in source.blocks if b.kind == "paragraph"] == ["They were as follows.", BEHIND]
    for pointer, (start, end) in record.spans.items():
        if pointer.startswith("/paths/0/"):
            assert source.text[start:end] in ROWS


@pytest.mark.parametrize("head", [("Variable", "A1 B1 C1 D1"), ("A1 B1 C1 D1",), ("", "Ovens Crusts Rents Salts")])
def test_a_square_with_its_numbers_in_one_cell(head: tuple[str, ...]) -> None:
    names = head[-1].split()
    rows = [
        (names[0], "0.86"),
        (names[1], "0.25 0.83"),
        (names[2], "0.31 −0.30 0.87"),
        (names[3], "0.24 0.26 0.29 0.84"),
    ]
    (record,) = understand(to_source(table(head, *rows, caption="Correlations. Square root of AVE on the diagonal.")))
    (matrix,) = record.correlations
    assert matrix.names == tuple(names)
    assert [[str(v) for v in row] for row in matrix.lower][1:] == [
        ["0.25", "0.83"],
        ["0.31", "-0.30", "0.87"],
        ["0.24", "0.26", "0.29", "0.84"],
    ]


def test_a_square_in_a_description() -> None:
    told = "Heterotrait-monotrait ratio (HTMT). OV CU RE CU 0.28 RE 0.35 0.34 SA 0.27 0.29 0.32"
    (record,) = understand(to_source(table(caption=told)))
    matrix = record.htmt
    assert matrix is not None
    assert matrix.names == ("OV", "CU", "RE", "SA")


@pytest.mark.parametrize(
    "text",
    [
        "Table 2 Ovens are old. Trust predicted joy (β = 0.31, p = .001), and rent did not (β = 0.02, p = .70). Salt did (β = 0.20).",
        "Table 2 Share of ovens in Malta 0.31 and in Crete 0.42 and in Gozo 0.51",
        "In 2019 we sold 4.1 breads, in 2020 5.2 breads, in 2021 6.3 breads.",
    ],
)
def test_sentences_are_no_tables(text: str) -> None:
    assert inline(text) is None


@pytest.mark.parametrize("first", ["Measurement model", "One-factor model", "Items parcelled"])
@pytest.mark.parametrize("last", ["Cut-off value - - &gt;0.90 &lt;0.08", "Cut-off values -- -- .90 .08"])
def test_rows_that_begin_with_the_name_of_a_model_and_dashes_for_values(first: str, last: str) -> None:
    rows = f"{first} 310.12 150 0.96 0.05 Ovens and crusts in one 402.50 154 0.90 0.07 {last}"
    source = to_source(document(f"<p>Table 2 Fit of the models compared. Model χ 2 d.f. CFI RMSEA {rows}</p>"))
    (grid,) = source.grids
    assert grid.caption == "Table 2 Fit of the models compared"
    assert [[cell.text for cell in row][:2] for row in grid.rows][1:] == [
        [first, "310.12"],
        ["Ovens and crusts in one", "402.50"],
        [last.split(" -")[0], last.split()[2]],
    ]
