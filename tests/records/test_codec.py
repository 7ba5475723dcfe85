"""Records and JSON: what is written is read back, and what is wrong is refused by its pointer."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from evidence import assets
from evidence.errors import InputError
from evidence.records import Document, Path, Printed, Record, from_dict, json_schema, to_dict
from tests.records.strategies import records

jsonschema = pytest.importorskip("jsonschema")
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
REGENERATE = """regenerate it: python -c 'import json; from evidence.records import json_schema
print(json.dumps(json_schema(), indent=2))' > schema/record.schema.json"""
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


@few
@given(records)
def test_a_record_survives_json(record: Record) -> None:
    plain = json.loads(json.dumps(to_dict(record)))
    assert from_dict(plain) == record
    assert Record.from_dict(record.to_dict()) == record
    assert list(VALIDATOR.iter_errors(plain)) == []


def test_the_schema_file_is_current() -> None:
    written = json.loads(assets.read_text(assets.schema("record.schema.json")))
    assert written == json_schema(), REGENERATE
    jsonschema.Draft202012Validator.check_schema(written)


def test_what_was_not_printed_is_left_out_and_the_text_is_no_part() -> None:
    plain = to_dict(Record(paths=(Path("a", "b", beta=Printed(".30"), stars=""),), text="the paper"))
    assert plain["paths"] == [{"from": "a", "to": "b", "beta": ".30", "stars": "", "effect": "direct", "primary": True}]
    assert "text" not in plain
    assert "fit" not in plain
    assert plain["document"] == {"file": "", "sha256": "", "kind": "empirical"}


def test_one_correlation_matrix_is_accepted_for_a_list() -> None:
    one = {"correlations": {"names": ["a", "b"], "lower": [["1"], [".3", None]]}}
    assert from_dict(one) == from_dict({"correlations": [one["correlations"]]})
    assert from_dict(one).correlations[0].lower == (("1",), (".3", None))


PATH = {"from": "a", "to": "b"}
WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"pahts": []}, "/pahts", "unknown field 'pahts'; did you mean 'paths'?"),
    ({"paths": [{**PATH, "bata": ".3"}]}, "/paths/0/bata", "unknown field 'bata'; did you mean 'beta'?"),
    ({"paths": [{"from": "a"}]}, "/paths/0", "field 'to' is missing"),
    ({"paths": [{**PATH, "verdict": "suported"}]}, "/paths/0/verdict", "'suported' is not a known value; known: supp"),
    ({"paths": [{**PATH, "beta": 0.3}]}, "/paths/0/beta", "the number 0.3 is not text; write it in quotes"),
    ({"paths": [{**PATH, "beta": "n.s."}]}, "/paths/0/beta", "'n.s.' is not a number; write the digits as printed"),
    ({"paths": [{**PATH, "primary": "yes"}]}, "/paths/0/primary", "expected true or false, got 'yes'"),
    ({"paths": [{**PATH, "table": 4}]}, "/paths/0/table", "expected text, got 4"),
    ({"paths": {"from": "a"}}, "/paths", "expected a list, got {'from': 'a'}"),
    ({"paths": ["a"]}, "/paths/0", "expected an object, got str"),
    ({"spans": []}, "/spans", "expected an object, got list"),
    ({"spans": {"/paths/0/beta": [1]}}, "/spans/~1paths~10~1beta", "expected a list of 2, got [1]"),
    ({"spans": {"/a": [1, True]}}, "/spans/~1a/1", "expected a whole number, got True"),
    ({"confidence": {"/a": 2}}, "/confidence/~1a", "expected a number from 0 to 1, got 2"),
    ({"confidence": {"/a": True}}, "/confidence/~1a", "expected a number from 0 to 1, got True"),
    ({"document": {"kind": "novel"}}, "/document/kind", "'novel' is not a known value; known: empirical, conceptual"),
    ({"fit": [{"thresholds": {"cfi": 0.9}}]}, "/fit/0/thresholds/cfi", "the number 0.9 is not text"),
    ({"schema": "evidence-record/2"}, "/schema", "'evidence-record/2' is not a known value; known: evidence-record/1"),
]


@pytest.mark.parametrize(("wrong", "pointer", "message"), WRONG)
def test_wrong_records_are_refused_by_codec_and_schema(wrong: dict[str, Any], pointer: str, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        from_dict(wrong)
    assert str(refusal.value).startswith(f"{pointer}: {message}")
    assert list(VALIDATOR.iter_errors(wrong))


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(InputError, match=r"^/: expected an object, got list"):
        from_dict([])


def test_nothing_printed_is_the_same_as_not_given() -> None:
    assert from_dict({"document": {"title": None}, "htmt": None}) == Record(document=Document())
