"""Every number is found with its pointer, and every pointer with its place."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings

from evidence.records import Matrix, Path, Printed, Record, Sample, TableCell, json_schema, to_dict
from evidence.records.places import Place, look_up, numbers, place, unplaced
from tests.records.strategies import placed_records, records

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
P = Printed


def resolve(plain: Any, pointer: str) -> Any:
    """RFC 6901, written from the standard and not from the code under test."""
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        plain = plain[int(key)] if isinstance(plain, list) else plain[key]
    return plain


def schema_numbers(plain: Any, schema: dict[str, Any], at: str, definitions: dict[str, Any]) -> list[tuple[str, str]]:
    """The numbers of a plain record by its JSON Schema: an independent way to find them."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        found = [schema_numbers(plain, s, at, definitions) for s in schema["anyOf"] if s.get("type") != "null"]
        return found[0] if plain is not None else []
    if schema.get("description") == "a number as printed":
        return [(at, plain)]
    if schema.get("type") == "array":
        return [n for i, x in enumerate(plain) for n in schema_numbers(x, schema["items"], f"{at}/{i}", definitions)]
    if schema.get("type") == "object":
        parts = schema.get("properties") or dict.fromkeys(plain, schema["additionalProperties"])
        return [
            n
            for key in plain
            for n in schema_numbers(
                plain[key], parts[key], f"{at}/{key.replace('~', '~0').replace('/', '~1')}", definitions
            )
        ]
    return []


@few
@given(records)
def test_numbers_are_exactly_those_of_the_schema_at_their_pointers(record: Record) -> None:
    plain, schema = json.loads(json.dumps(to_dict(record))), json_schema()
    found = [(pointer, str(printed)) for pointer, printed in numbers(record)]
    assert sorted(found) == sorted(schema_numbers(plain, schema, "", schema["$defs"]))
    assert all(resolve(plain, pointer) == printed for pointer, printed in found)
    assert all(look_up(record, pointer) == printed for pointer, printed in found)


@few
@given(placed_records())
def test_a_record_without_its_spans_has_only_unplaced_numbers(record: Record) -> None:
    assert list(unplaced(record)) == []
    assert list(unplaced(replace(record, spans={}))) == list(numbers(record))


def test_a_place_is_the_own_one_or_the_nearest_above() -> None:
    paths = (Path("a", "b", beta=P(".3"), stat=P("2.1")), Path("a", "c", beta=P(".1")))
    cell = TableCell("Table 4", 1, 2)
    record = Record(paths=paths, spans={"/paths/0/beta": (5, 7), "/paths/0": (0, 9)}, cells={"/paths/1": cell})
    assert place(record, "/paths/0/beta") == Place(span=(5, 7))
    assert place(record, "/paths/0/stat") == Place(span=(0, 9))
    assert place(record, "/paths/1/beta") == Place(cell=cell)
    assert place(record, "/paths/10/beta") is None
    assert place(replace(record, pages={"": 3}), "/sample/n") == Place(page=3)
    assert place(replace(record, pages={"/paths": 8}), "/paths/0/beta") == Place(span=(5, 7), page=8)
    assert place(record, "nonsense") is None


def test_empty_cells_of_a_matrix_are_no_numbers() -> None:
    matrix = Matrix(names=("a", "b"), lower=((None,), (P(".3"), None)))
    assert list(numbers(Record(correlations=(matrix,)))) == [("/correlations/0/lower/1/0", ".3")]


def test_look_up_finds_what_was_printed_and_nothing_else() -> None:
    record = Record(paths=(Path("a", "b", stars="**"),), sample=Sample(n=P("9")), spans={"/a~b": (1, 2)})
    assert look_up(record, "") is record
    assert look_up(record, "/paths/0/from") == "a"
    assert look_up(record, "/paths/0/stars") == "**"
    assert look_up(record, "/spans/~1a~0b") == (1, 2)
    nothing = [
        "/paths/1",
        "/paths/x",
        "/paths/0/beta",
        "/paths/0/beta/x",
        "/fit",
        "/sample/n/x",
        "/to_dict",
        "/paths/0/to/x",
    ]
    assert [look_up(record, pointer) for pointer in nothing] == [None] * len(nothing)
