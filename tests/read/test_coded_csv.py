"""Coding sheets: one row per effect, refused by row and column."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.errors import InputError
from evidence.read import read
from evidence.read.coded_columns import COLUMNS
from evidence.read.coded_csv import READER, columns, records, template
from evidence.records import Record, Subsample, TableCell
from evidence.records.places import unplaced

ROW = {"study": "s1", "from": "trust", "to": "loyalty", "beta": ".31", "page": "8"}


def sheet(*rows: dict[str, str], separator: str = ",") -> bytes:
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, restval="", delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def made(*rows: dict[str, str]) -> list[Record]:
    return records(Path("x.csv"), sheet(*rows))


def refusal(*rows: dict[str, str]) -> str:
    return refused(sheet(*rows))


def outcome(data: bytes) -> str | None:
    """None when the sheet is read, else the message."""
    try:
        records(Path("x.csv"), data)
    except InputError as error:
        return str(error)
    return None


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as raised:
        records(Path("x.csv"), data)
    return str(raised.value)


# -- template and guide ----------------------------------------------------------------------------------------


def test_the_template_is_a_sheet_that_can_be_read() -> None:
    (record,) = records(Path("template.csv"), template().encode())
    assert [(p.from_, p.to, p.beta, p.verdict) for p in record.paths] == [
        ("trust", "loyalty", ".31", "supported"),
        ("risk", "loyalty", "-.04", "not supported"),
    ]
    assert record.correlations[0].lower == ((None,), ("-.42", None))
    assert (record.reader.name, record.reader.coder) == ("coded", "AE")
    assert (record.sample.n, record.document.authors) == ("412", ("A. Example", "B. Sample"))
    assert [(c.name, c.alpha) for c in record.constructs] == [("trust", ".88"), ("loyalty", ".91"), ("risk", None)]
    assert record.cells["/paths/1"] == TableCell("Table 4", 2, 0)
    assert record.pages["/sample/n"] == 5
    assert list(unplaced(record)) == []


def test_the_guide_explains_every_column_of_the_template() -> None:
    guide = columns()
    assert [name for name, _, _, _ in guide] == template().splitlines()[0].split(",")
    assert all(holds for _, holds, _, _ in guide)
    assert {name for name, _, required, _ in guide if required} == {"study", "from", "to"}
    assert ("beta", ".31") in [(name, example) for name, _, _, example in guide]


def test_a_sheet_is_opened_by_its_header(tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_text(template())
    (tmp_path / "codes.tsv").write_bytes(sheet(ROW, separator="\t"))
    assert len(read(tmp_path / "codes.csv")[0].paths) == 2
    assert read(tmp_path / "codes.tsv")[0].paths[0].beta == ".31"
    assert READER.sniff(b"\xef\xbb\xbfStudy;From;To;Beta\r\n")
    assert not READER.sniff(b"doi,journal,reason\n")
    assert READER.suffixes == (".csv", ".tsv")


# -- rows to records -------------------------------------------------------------------------------------------


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "study": st.sampled_from(["s1", "s2"]),
                "from": st.sampled_from("abc"),
                "to": st.sampled_from("xyz"),
                "beta": st.integers(-99, 99).map(lambda n: f"{n / 100:.2f}"),
                "p": st.sampled_from(["", "<.001", ".03"]),
                "page": st.integers(1, 30).map(str),
            }
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(",;\t"),
)
def test_every_row_becomes_one_path_with_its_page(rows: list[dict[str, str]], separator: str) -> None:
    found = records(Path("x.csv"), sheet(*rows, separator=separator))
    assert [record.document.title for record in found] == list(dict.fromkeys(row["study"] for row in rows))
    for record in found:
        own = [row for row in rows if row["study"] == record.document.title]
        assert [(p.from_, p.to, p.beta, p.p or "") for p in record.paths] == [
            (row["from"], row["to"], row["beta"], row["p"]) for row in own
        ]
        assert record.pages == {f"/paths/{i}": int(row["page"]) for i, row in enumerate(own)}


def test_each_column_fills_its_field() -> None:
    (record,) = made(
        {
            **ROW, "effect": "indirect", "via": "risk", "hypothesis": "H1", "sign": "+", "verdict": "supported",
            "b": "1.2", "se": ".1", "se_of": "b", "stat_kind": "t", "stat": "3.1", "df": "99", "p": ".002",
            "ci_lo": ".1", "ci_hi": ".5", "ci_level": "95%", "primary": "No", "printed": "31", "group": "men",
            "stars": "**", "model": "M2", "table": "Table 4", "row": "3", "column": "2",
            "start": "10", "end": "14", "n": "50", "n_page": "4",
        }
    )  # fmt: skip
    (path,) = record.paths
    assert (path.effect, path.via, path.hypothesis, path.sign, path.verdict) == (
        "indirect",
        "risk",
        "H1",
        "+",
        "supported",
    )
    assert (path.b, path.beta, path.printed, path.se, path.se_of) == ("1.2", ".31", "31", ".1", "b")
    assert (path.stat_kind, path.stat, path.df, path.p, path.stars) == ("t", "3.1", "99", ".002", "**")
    assert (path.ci_lo, path.ci_hi, path.ci_level, path.primary) == (".1", ".5", "95%", False)
    assert (path.group, path.model, path.table) == ("men", "M2", "Table 4")
    assert record.sample.subsamples == (Subsample("men", "50"),)  # type: ignore[arg-type]
    assert record.sample.n is None
    assert record.pages == {"/sample/subsamples/0/n": 4, "/paths/0": 8}
    assert (record.cells, record.spans) == ({"/paths/0": TableCell("Table 4", 3, 2)}, {"/paths/0": (10, 14)})
    assert [(h.label, h.from_, h.to, h.via, h.verdict) for h in record.hypotheses] == [
        ("H1", "trust", "loyalty", "risk", "supported")
    ]


def test_every_column_is_documented_where_it_goes() -> None:
    kinds = {column.goes.partition(".")[0] for column in COLUMNS}
    assert kinds == {"study", "reader", "document", "sample", "number", "place", "effect", "path", "matrix", "alpha"}


def test_p_and_stars_of_a_row_without_a_path_are_those_of_its_correlation() -> None:
    pair = {"study": "s1", "from": "trust", "to": "loyalty", "r": ".42", "p": "<.001", "stars": "***", "page": "7"}
    other = {"study": "s1", "from": "risk", "to": "loyalty", "r": "-.05", "stars": "", "page": "7"}
    third = {"study": "s1", "from": "risk", "to": "trust", "r": "-.20", "beta": "-.1", "p": ".010", "page": "7"}
    (record,) = made(pair, other, third)
    (matrix,) = record.correlations
    assert matrix.names == ("trust", "loyalty", "risk")
    assert (matrix.p, matrix.stars) == (((None,), ("<.001", None)), ((None,), ("***", None)))
    assert record.paths[0].p == ".010"
    assert list(unplaced(record)) == []
    assert "column 'p'" in refusal({**pair, "p": "low"})


def test_correlations_of_a_group_fill_one_matrix() -> None:
    pair = {"study": "s1", "page": "7", "table": "Table 3", "r": ".4"}
    (record,) = made(
        {**pair, "from": "a", "to": "b"}, {**pair, "from": "c", "to": "a", "r": ".5"},
        {**pair, "from": "a", "to": "b", "group": "men", "r": ".1"},
    )  # fmt: skip
    whole, men = record.correlations
    assert (whole.names, whole.lower) == (("a", "b", "c"), ((None,), (".4", None), (".5", None, None)))
    assert (men.group, men.lower) == ("men", ((None,), (".1", None)))
    assert set(record.pages) == {"/correlations/0/lower/1/0", "/correlations/0/lower/2/0", "/correlations/1/lower/1/0"}


def test_a_hypothesis_of_several_rows_is_one() -> None:
    (record,) = made(
        {**ROW, "hypothesis": "H1", "verdict": ""}, {**ROW, "hypothesis": "H1", "to": "x", "verdict": "supported"}
    )
    assert [(h.label, h.to, h.verdict) for h in record.hypotheses] == [("H1", "loyalty", "supported")]


def test_blank_rows_and_columns_of_spreadsheets_are_skipped() -> None:
    text = 'study,from,to,beta,page,,\ns1,a,b,.3,8,,\n,,,,,,\n\ns1,a,c,"0,4",8\n'
    (record,) = records(Path("x.csv"), text.encode("utf-8-sig"))
    assert [p.beta for p in record.paths] == [".3", "0,4"]


# -- refusals --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"beta": "0.3x"}, "x.csv row 2 column 'beta': '0.3x' is not a number; write the digits as printed"),
        ({"verdict": "suported"}, "x.csv row 2 column 'verdict': 'suported' is not a known value; known: supported, "),
        ({"effect": "partial"}, "x.csv row 2 column 'effect': 'partial' is not a known value; known: direct, indirect"),
        ({"primary": "maybe"}, "x.csv row 2 column 'primary': expected true or false, got 'maybe'"),
        ({"study": ""}, "x.csv row 2 column 'study': the cell is empty: it is required"),
        ({"to": " "}, "x.csv row 2 column 'to': the cell is empty: it is required"),
        ({"beta": ""}, "x.csv row 2: the row holds no effect; give beta, b or r"),
        (
            {"page": ""},
            "x.csv row 2: the effect has no place: nobody could find it; give page, table with row, or start",
        ),
        ({"page": "", "table": "Table 4"}, "x.csv row 2: the effect has no place"),
        ({"page": "eight"}, "x.csv row 2 column 'page': 'eight' is not a whole number; write digits only"),
        ({"row": "3"}, "x.csv row 2 column 'table': the cell is empty: a row needs its table"),
        ({"start": "3"}, "x.csv row 2 column 'end': '' is not a whole number"),
        ({"start": "5", "end": "5"}, "x.csv row 2 column 'end': the span holds no character; end comes after the last"),
        ({"n": "386"}, "x.csv row 2 column 'n_page': the cell is empty: '386' needs the page that prints it"),
        ({"n": "many", "n_page": "3"}, "x.csv row 2 column 'n': 'many' is not a number"),
        ({"to_alpha": ".9"}, "x.csv row 2 column 'alpha_page': the cell is empty: '.9' needs the page that prints it"),
        ({"bata": ".3"}, "x.csv row 1 column 6: unknown column 'bata'; did you mean 'beta'?"),
    ],
)
def test_refusals_name_row_and_column(change: dict[str, str], message: str) -> None:
    assert refusal({**ROW, **change}).startswith(message)


def test_rows_that_contradict_each_other_are_refused() -> None:
    first = {**ROW, "n": "386", "n_page": "3", "year": "2024", "from_alpha": ".9", "alpha_page": "5"}
    assert len(made(first, first)[0].paths) == 2
    message = refusal(first, {**first, "n": "368"})
    assert message == "x.csv row 3 column 'n': '368' contradicts another row: row 2 column 'n' says '386'"
    assert "row 3 column 'year': '2023' contradicts" in refusal(first, {**first, "year": "2023"})
    assert "row 3 column 'from_alpha': '.8' contradicts" in refusal(first, {**first, "from_alpha": ".8"})
    pair = {**ROW, "r": ".4"}
    assert refusal(pair, pair) == "x.csv row 3 column 'r': the correlation is given twice; keep one of the rows"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("study,from,to,beta\n", "x.csv: the sheet holds no effect; `evidence template` writes one to fill in"),
        (
            "study,from,beta,page\ns,a,.3,8\n",
            "x.csv row 1: the column 'to' is missing; add it: the construct that is a",
        ),
        ("study,from,to,to\n", "x.csv row 1 column 4: the column 'to' is given twice; keep one of them"),
        (
            'study,from,to,beta\ns,a,b,"3\n',
            "x.csv row 2: not CSV: unexpected end of data; check the quotes of that row",
        ),
        ('study,from,to,beta\ns,a,"b"c,3\n', "x.csv row 2: not CSV: ',' expected after '\"'; check the quotes"),
        (
            "study,from,to,beta\ns,a,b,0,3\n",
            "x.csv row 2: 5 cells under 4 columns; put a cell that holds the separator",
        ),
    ],
)
def test_broken_sheets_are_refused(text: str, message: str) -> None:
    assert refused(text.encode()).startswith(message)


def test_a_sheet_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence.read.coded_rows._LARGEST", 10)
    assert "million characters; split it" in refusal(ROW)


def test_what_no_column_holds_is_refused_for_the_study(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence.read.coded_csv.READER.version", 2)
    assert refusal(ROW) == "x.csv study 's1': expected text, got 2"


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(template())), st.integers(0, 30), st.text(',;\t"\n x.9', max_size=5))
def test_a_damaged_sheet_is_read_or_refused_in_one_line(at: int, cut: int, put: str) -> None:
    text = template()
    message = outcome((text[:at] + put + text[at + cut :]).encode()) or "x.csv"
    assert message.startswith("x.csv")
    assert "\n" not in message
