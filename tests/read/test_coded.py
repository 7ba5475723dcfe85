"""Coded evidence in YAML and JSON: read back as written, and refused by file, line and column."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.errors import InputError
from evidence.read import read
from evidence.read.coded import READER, records
from evidence.records import Record, TableCell, to_dict
from tests.records.strategies import placed_records

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

STUDY = """\
document:
  title: An invented study
  year: "2024"
hypotheses:
  - {label: H1, from: trust, to: loyalty, verdict: supported}
paths:
  - from: trust
    to: loyalty
    beta: ".31"
    p: "<.001"
spans:
  /paths/0: [100, 140]
"""


def outcome(data: bytes, name: str = "x.yaml") -> str | None:
    """None when the file is read, else the message."""
    try:
        records(Path(name), data)
    except InputError as error:
        return str(error)
    return None


def refusal(text: str | bytes, name: str = "x.yaml") -> str:
    with pytest.raises(InputError) as raised:
        records(Path(name), text.encode() if isinstance(text, str) else text)
    assert raised.value.exit_code == 1
    assert "\n" not in str(raised.value)
    return str(raised.value)


# -- what is read ----------------------------------------------------------------------------------------------


@few
@given(st.lists(placed_records(), min_size=1, max_size=2), st.sampled_from(["one", "list", "records"]), st.booleans())
def test_what_is_written_is_read(written: list[Record], shape: str, as_json: bool) -> None:
    plain = [to_dict(record) for record in written]
    if shape == "one":
        plain, written = plain[0], written[:1]  # type: ignore[assignment]
    value = {"records": plain} if shape == "records" else plain
    text = json.dumps(value) if as_json else yaml.safe_dump(value, sort_keys=False, allow_unicode=True)
    assert records(Path("x.json" if as_json else "x.yaml"), text.encode()) == written


def test_a_file_is_read_by_its_look_and_knows_its_name(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text(STUDY)
    (tmp_path / "study.json").write_text(json.dumps(yaml.safe_load(STUDY)))
    (tmp_path / "study").write_text(json.dumps(yaml.safe_load(STUDY)))
    by_yaml, by_json, by_look = (read(tmp_path / name)[0] for name in ("study.yaml", "study.json", "study"))
    assert by_yaml.paths == by_json.paths == by_look.paths
    assert (by_yaml.document.file, by_json.document.file) == ("study.yaml", "study.json")
    assert (READER.name, READER.suffixes) == ("coded evidence", (".yaml", ".yml", ".json"))


def test_pages_and_table_cells_are_places_too() -> None:
    text = STUDY.replace(
        "spans:\n  /paths/0: [100, 140]", "pages: {/paths: 8}\ncells:\n  /paths/0: {table: T, row: 1, column: 0}"
    )
    (record,) = records(Path("x.yaml"), text.encode())
    assert (record.pages, record.cells) == ({"/paths": 8}, {"/paths/0": TableCell("T", 1, 0)})


def test_words_that_yaml_1_1_would_change_stay_words() -> None:
    text = STUDY.replace("An invented study", "no").replace('"2024"', "2024-01-05").replace("trust", "yes")
    (record,) = records(Path("x.yaml"), ("\ufeff" + text).encode())
    assert (record.document.title, record.document.year, record.paths[0].from_) == ("no", "2024-01-05", "yes")


@pytest.mark.parametrize(
    ("head", "ours"),
    [
        (STUDY.encode(), True),
        (b"- document: {title: x}\n", True),
        (b'\xef\xbb\xbf {"records": []}', True),
        (b'[{"paths": []}]', True),
        (b"# a comment\n\ndocment:\n  title: x\n", True),
        (b"{document: {title: x}", True),
        (b"[1] A reference list\n", False),
        (b"Abstract: a paper in plain text\n", False),
        (b"%PDF-1.7", False),
    ],
)
def test_records_are_known_by_their_look(head: bytes, ours: bool) -> None:
    assert READER.sniff(head) is ours


# -- what is refused -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("verdict: supported", "verdict: suported", "line 5 column 52: 'suported' is not a known value; known: "),
        ('beta: ".31"', "bata: '.31'", "line 9 column 5: unknown field 'bata'; did you mean 'beta'?"),
        ("document:", "docment:", "line 1 column 1: unknown field 'docment'; did you mean 'document'?"),
        ('beta: ".31"', "beta: .31", "line 9 column 11: the number 0.31 is not text; write it in quotes, as prin"),
        ('"2024"', "2024", "line 3 column 9: expected text, got 2024"),
        ('".31"', '"n.s."', "line 9 column 11: 'n.s.' is not a number; write the digits as printed, or leave"),
        ("    to: loyalty\n", "", "line 7 column 5: field 'to' is missing"),
        ("/paths/0:", "/paths/1:", "line 12 column 13: '/paths/1' points at nothing in this record"),
        ("/paths/0:", "/fit:", "line 12 column 9: '/fit' points at nothing in this record"),
        ("[100, 140]", "[140, 100]", "line 12 column 13: the span [140, 100] holds no character; give start and"),
        ("[100, 140]", "[100]", "line 12 column 13: expected a list of 2, got [100]"),
        ("/paths/0:", "/paths/0/p:", "line 9 column 11: '.31' has no place: nobody could look it up; add \"/paths/"),
        ("spans:\n  /paths/0: [100, 140]\n", "", "line 9 column 11: '.31' has no place"),
        ("spans:\n  /paths/0: [100, 140]\n", "pages: {/paths/0: 0}", "line 11 column 19: there is no page 0; count"),
        ("from: trust, to", "from: &a trust, to", "line 5 column 23: anchors and aliases are not read; write the"),
        ("from: trust, to", "from: *a, to", "line 5 column 23: anchors and aliases are not read"),
        ('".31"', "!!python/object/apply:os.getcwd []", "line 9 column 11: the tag tag:yaml.org,2002:python/obj"),
        ("to: loyalty\n", "to: loyalty\n    to: risk\n", "line 9 column 5: 'to' is given twice; keep one of them"),
        ("to: loyalty\n", "to: loyalty\n   beta\n", "line 9 column 4: not YAML: "),
        ("spans:", "spans: [", "line 13 column 1: not YAML: did not find expected ',' or ']' in what begins in line"),
        ("spans:", "---\nspans:", "line 12 column 1: a second document begins here; put the records into one list"),
        ("title: An", "? [a, b]\n  : An", "line 2 column 5: a field's name must be a word"),
        ("An invented", "An \x01 invented", "line 2 column 13: not YAML: a character that is not allowed; delete it"),
    ],
)  # fmt: skip
def test_refusals_name_line_and_column(old: str, new: str, message: str) -> None:
    assert old in STUDY
    assert refusal(STUDY.replace(old, new, 1)).startswith(f"x.yaml {message}")


def test_json_is_refused_by_line_and_column_too() -> None:
    text = json.dumps(yaml.safe_load(STUDY), indent=2)
    line = next(i for i, s in enumerate(text.splitlines(), 1) if '"beta"' in s)
    assert refusal(text.replace('".31"', ".31"), "x.json").startswith(f"x.json line {line} column 15: not JSON: expect")
    assert refusal(text.replace('".31"', "0.31"), "x.json").startswith(f"x.json line {line} column 15: the number 0.31")
    assert refusal(text.replace('"beta"', '"bata"'), "x.json").startswith(f"x.json line {line} column 7: unknown field")
    twice = text.replace('"beta"', '"to": "risk", "beta"')
    assert refusal(twice, "x.json") == f"x.json line {line} column 7: 'to' is given twice; keep one of them"
    # a JSON text that is no YAML still has its pointers, if not its lines
    odd = '{"document": {"title": "\\ud83d\\ude00", "kind": "novel"}}'
    assert refusal(odd, "x.json").startswith("x.json /document/kind: 'novel' is not a known value")
    odd = '{"document": {"title": "\\ud83d\\ude00", "title": "b"}}'
    assert refusal(odd, "x.json") == "x.json: 'title' is given twice; keep one of them"
    assert refusal("9" * 5000, "x.json").startswith("x.json: a number is too long; write it in quotes")


def test_places_inside_lists_of_records_are_found() -> None:
    second = STUDY.replace("supported", "maybe").replace("\n", "\n    ").rstrip()
    text = "records:\n  - " + STUDY.replace("\n", "\n    ").rstrip() + "\n  - " + second
    assert refusal(text).startswith("x.yaml line 18 column 56: 'maybe' is not a known value")
    assert refusal("records:\n  - {paths: []}\n  - 4\n").startswith(
        "x.yaml line 3 column 5: expected an object, got int"
    )
    assert refusal("records: []\ncoder: me\n").startswith(
        "x.yaml line 2 column 1: unknown field 'coder' beside 'records'"
    )


@pytest.mark.parametrize("text", ["# nothing\n", "[]", "records: []", "records: {}", "just words", "~", '""', "7"])
def test_a_file_without_a_record_says_so(text: str) -> None:
    assert "the file holds no record" in refusal(text)


def test_one_object_of_correlations_is_refused_where_it_stands() -> None:
    text = "correlations:\n  names: [a, b]\n  lower: [[null], ['x', null]]\n"
    assert refusal(text).startswith("x.yaml line 2 column 3: 'x' is not a number")


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_what_is_too_deep_or_too_large_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "nested too deeply" in refusal("[" * 100_000 + "]" * 100_000, name)
    monkeypatch.setattr("evidence.read.located._LARGEST", 50)
    assert "x" * 3 not in refusal(STUDY, name)
    assert "million characters: no study's evidence is that long" in refusal(STUDY, name)


def test_aliases_cannot_make_a_small_file_large() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    assert refusal(bomb) == "x.yaml line 1 column 4: anchors and aliases are not read; write the value out"


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)), st.sampled_from(["x.yaml", "x.json"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    assert (outcome(data, name) or name).startswith(name)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(STUDY)), st.integers(0, 5), st.text("{}[]:-&*!|>'\"%@#?,\n\t ax0.", max_size=4))
def test_a_damaged_study_is_read_or_refused_in_one_line(at: int, cut: int, put: str) -> None:
    message = outcome((STUDY[:at] + put + STUDY[at + cut :]).encode()) or "x.yaml"
    assert message.startswith("x.yaml")
    assert "\n" not in message
