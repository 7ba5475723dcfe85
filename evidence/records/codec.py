"""Between a record and JSON: to_dict, from_dict and the JSON Schema, all from the dataclasses themselves."""

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from evidence.errors import InputError, nearest
from evidence.records.layout import Record
from evidence.records.printed import Printed

__all__ = ["from_dict", "json_schema", "to_dict"]

Decoder = Callable[[Any, str], Any]
Encoder = Callable[[Any], Any]


def _json_name(name: str) -> str:
    return name.rstrip("_")


@cache
def _json_fields(cls: type) -> tuple[tuple[str, str, Any, bool], ...]:
    """(attribute, JSON name, type, required) of a dataclass."""
    hints = get_type_hints(cls)
    return tuple(
        (f.name, _json_name(f.name), hints[f.name], f.default is MISSING and f.default_factory is MISSING)
        for f in fields(cls)
        if f.metadata.get("json", True)
    )


# -- to JSON ---------------------------------------------------------------------------------------------------


def to_dict(record: Record) -> dict[str, Any]:
    """The record as plain JSON values; what was not printed is left out."""
    encode = _encoder(Record)
    assert encode is not None
    plain: dict[str, Any] = encode(record)
    return plain


@cache
def _encoder(hint: Any) -> Encoder | None:
    """The function that makes a JSON value of the annotated type; None where the value is JSON already."""
    if is_dataclass(hint) and isinstance(hint, type):
        parts = tuple((a, n, _encoder(h)) for a, n, h, _ in _json_fields(hint))
        return lambda thing: _encoded(thing, parts)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _encoder(next(a for a in args if a is not type(None)))
    if origin is tuple:
        item = _encoder(args[0])
        return list if item is None else lambda values: [None if v is None else item(v) for v in values]
    if origin is dict:
        value = _encoder(args[1])
        return dict if value is None else lambda items: {k: value(v) for k, v in items.items()}
    return str if hint is Printed else None


def _encoded(thing: Any, parts: tuple[tuple[str, str, Encoder | None], ...]) -> dict[str, Any]:
    found = {}
    for attribute, name, encode in parts:
        value = getattr(thing, attribute)
        if value is None or value == () or value == {}:
            continue
        found[name] = value if encode is None else encode(value)
    return found


# -- from JSON -------------------------------------------------------------------------------------------------


def from_dict(data: Any) -> Record:
    """A record from JSON values; refuses unknown fields and words outside the vocabulary by name."""
    if isinstance(data, dict) and isinstance(data.get("correlations"), dict):  # one object is accepted too
        data = {**data, "correlations": [data["correlations"]]}
    record: Record = _decoder(Record)(data, "")
    return record


def _refuse(pointer: str, what: str, todo: str | None = None) -> InputError:
    return InputError(what, where=pointer or "/", todo=todo)


@cache
def _decoder(hint: Any) -> Decoder:
    """The function that turns a JSON value into the annotated type, or refuses it with its pointer."""
    if is_dataclass(hint) and isinstance(hint, type):
        return _object(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _decoder(next(a for a in args if a is not type(None)))
        return lambda value, at: None if value is None else inner(value, at)
    if origin is Literal:
        return _word(args)
    if origin is tuple:
        return _list(_decoder(args[0]), length=None if Ellipsis in args else len(args))
    if origin is dict:
        return _mapping(_decoder(args[1]))
    return _SCALARS[hint]


def _object(cls: type) -> Decoder:
    def decode(value: Any, at: str) -> Any:
        if not isinstance(value, dict):
            raise _refuse(at, f"expected an object, got {type(value).__name__}")
        known = _json_fields(cls)
        names = {name for _, name, _, _ in known}
        for name in value:
            if name not in names:
                raise _refuse(f"{at}/{name}", f"unknown field '{name}'", nearest(str(name), sorted(names)))
        for _, name, _, required in known:
            if required and name not in value:
                raise _refuse(at, f"field '{name}' is missing")
        found = {attr: _decoder(hint)(value[name], f"{at}/{name}") for attr, name, hint, _ in known if name in value}
        return cls(**found)

    return decode


def _list(inner: Decoder, length: int | None) -> Decoder:
    def decode(value: Any, at: str) -> Any:
        if not isinstance(value, list | tuple) or (length is not None and len(value) != length):
            size = "" if length is None else f" of {length}"
            raise _refuse(at, f"expected a list{size}, got {value!r:.60}")
        return tuple(inner(v, f"{at}/{i}") for i, v in enumerate(value))

    return decode


def _mapping(inner: Decoder) -> Decoder:
    def decode(value: Any, at: str) -> Any:
        if not isinstance(value, dict):
            raise _refuse(at, f"expected an object, got {type(value).__name__}")
        return {str(k): inner(v, f"{at}/{str(k).replace('~', '~0').replace('/', '~1')}") for k, v in value.items()}

    return decode


def _word(known: tuple[str, ...]) -> Decoder:
    def decode(value: Any, at: str) -> Any:
        if value not in known:
            raise _refuse(at, f"'{value}' is not a known value", "known: " + ", ".join(known))
        return value

    return decode


def _number(value: Any, at: str) -> Printed:
    if not isinstance(value, str):
        raise _refuse(at, f"the number {value!r:.40} is not text", 'write it in quotes, as printed: "0.90"')
    printed = Printed(value)
    if printed.parsed is None:
        raise _refuse(at, f"'{value:.40}' is not a number", "write the digits as printed, or leave the field out")
    return printed


def _scalar(kind: type, name: str) -> Decoder:
    def decode(value: Any, at: str) -> Any:
        good = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
        if not good:
            raise _refuse(at, f"expected {name}, got {value!r:.40}")
        return value

    return decode


def _confidence(value: Any, at: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _refuse(at, f"expected a number from 0 to 1, got {value!r:.40}")
    return float(value)


_SCALARS: dict[Any, Decoder] = {
    Printed: _number,
    str: _scalar(str, "text"),
    int: _scalar(int, "a whole number"),
    bool: _scalar(bool, "true or false"),
    float: _confidence,
}


# -- JSON Schema -----------------------------------------------------------------------------------------------


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record; `schema/record.schema.json` is this, written down."""
    definitions: dict[str, Any] = {}
    root = _schema(Record, definitions)
    title = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "evidence-record/1"}
    return {**title, **root, "$defs": dict(sorted(definitions.items()))}


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}  # holds the place against recursion
            known = _json_fields(hint)
            definitions[hint.__name__] = {
                "description": (hint.__doc__ or "").partition("\n")[0],
                "type": "object",
                "properties": {name: _schema(h, definitions) for _, name, h, _ in known},
                "required": [name for _, name, _, required in known if required],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{hint.__name__}"}
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(a, definitions) for a in args]}
    if origin is Literal:
        return {"enum": list(args)}
    if origin is tuple:
        items = _schema(args[0], definitions)
        size = {} if Ellipsis in args else {"minItems": len(args), "maxItems": len(args)}
        return {"type": "array", "items": items, **size}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(args[1], definitions)}
    return dict(_SCALAR_SCHEMAS[hint])


_SCALAR_SCHEMAS: dict[Any, dict[str, Any]] = {
    Printed: {"type": "string", "description": "a number as printed", "pattern": "[0-9]"},
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    float: {"type": "number", "minimum": 0, "maximum": 1},
    type(None): {"type": "null"},
}
