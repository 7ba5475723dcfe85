"""Evidence that a person coded: YAML or JSON in the layout of a record, every number with its place.

A file holds one record, a list of records, or `records:` with a list. Numbers are quoted, because only text keeps the
zero of `"0.90"`. A number without a place is refused: its own pointer, or one above it, must be named under `spans`,
`cells` or `pages`.
"""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

from evidence.errors import InputError
from evidence.read.decode import decode
from evidence.read.located import Located, escape, from_json, from_yaml, marked
from evidence.records import Record, from_dict
from evidence.records.places import look_up, unplaced

__all__ = ["READER", "records"]

_FIELDS = "|".join(sorted(["records", *(f.name for f in fields(Record))]))
_YAML_RECORD = re.compile(
    rf"""
    \A (?:\xef\xbb\xbf)? (?:[ ]*\#.*\n | [ ]*\n)* (?:-[ ]+)? [a-z_]+ [ ]*:(?=\s)  # begins with a word as key
  | ^ (?:-[ ]+)? ["']? (?:{_FIELDS}) ["']? [ ]*:(?=\s)                          # has a field of the layout
    """.encode(),
    re.MULTILINE | re.VERBOSE,
)
_JSON_RECORD = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:\{|\[\s*[{\]])")


class _Coded:
    """The reader of coded records."""

    name = "coded evidence"
    version = "1"
    suffixes = (".yaml", ".yml", ".json")

    def sniff(self, head: bytes) -> bool:
        """Whether the beginning looks like a record: a JSON object, or a field of the layout in YAML."""
        return bool(_JSON_RECORD.match(head) or _YAML_RECORD.search(head))

    def records(self, path: Path, data: bytes) -> list[Record]:
        """The records of a file, each number with its place."""
        return records(path, data)


READER = _Coded()


def records(path: Path, data: bytes) -> list[Record]:
    """The records of a coded file; refuses it with line and column when something in it is not as it should be."""
    is_json = path.suffix.lower() == ".json" or bool(_JSON_RECORD.match(data[:65536]))
    text, located = "", Located(None)
    try:
        text = decode(data)
        located = from_json(text) if is_json else from_yaml(text)
        return [_record(raw, at) for at, raw in _each(located.value)]
    except InputError as refusal:
        if is_json and refusal.where and refusal.where.startswith("/"):
            located = marked(text)
        raise _named(refusal, path, located) from None


def _each(value: Any) -> list[tuple[str, Any]]:
    """The records a file holds, each with the pointer at which it stands in the file."""
    at = ""
    if isinstance(value, dict) and "records" in value:
        for name in value:
            if name not in ("records", "schema"):
                raise InputError(f"unknown field '{name}' beside 'records'", where=f"/{escape(name)}")
        value, at = value["records"], "/records"
    if isinstance(value, list) and value:
        return [(f"{at}/{i}", raw) for i, raw in enumerate(value)]
    if isinstance(value, dict) and not at:
        return [("", value)]
    raise InputError("the file holds no record", where=at or None, todo="see seeds/studies for what one looks like")


def _record(raw: Any, at: str) -> Record:
    try:
        record = from_dict(raw)
        _check_places(record)
    except InputError as refusal:
        refusal.where = at if refusal.where == "/" else at + (refusal.where or "")
        refusal.where = refusal.where or "/"
        raise
    return record


def _check_places(record: Record) -> None:
    """Every number has a place, every place belongs to something, and no place is impossible."""
    for name, places in (("spans", record.spans), ("cells", record.cells), ("pages", record.pages)):
        for pointer in places:
            if pointer and look_up(record, pointer) is None:
                raise InputError(f"'{pointer}' points at nothing in this record", where=f"/{name}/{escape(pointer)}")
    for pointer, (start, end) in record.spans.items():
        if not 0 <= start < end:
            what = f"the span [{start}, {end}] holds no character"
            raise InputError(what, where=f"/spans/{escape(pointer)}", todo="give start and end, end exclusive")
    for pointer, page in record.pages.items():
        if page < 1:
            raise InputError(f"there is no page {page}", where=f"/pages/{escape(pointer)}", todo="count from 1")
    for pointer, printed in unplaced(record):
        todo = f'add "{pointer}" to spans, cells or pages'
        raise InputError(f"'{printed}' has no place", where=pointer, why="nobody could look it up", todo=todo)


def _named(refusal: InputError, path: Path, located: Located) -> InputError:
    """The refusal with the file's name and, where known, line and column in place of the pointer."""
    where = refusal.where or ""
    if where.startswith("/"):
        pointer = "" if where == "/" else where
        mark = located.mark(pointer, key=refusal.what.startswith("unknown field"))
        where = str(mark) if mark else where
    return InputError(refusal.what, where=f"{path} {where}".rstrip(), why=refusal.why, todo=refusal.todo)
