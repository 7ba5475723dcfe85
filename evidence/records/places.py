"""Where each number of a record was printed: the pointers of all numbers, and the place of a pointer.

A place is a span of characters, a table cell or a page. A pointer without a place of its own has that of the
nearest pointer above it: `/paths/3` may name the row for `/paths/3/beta` and `/paths/3/stat`.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from evidence.records.layout import Record, Span, TableCell
from evidence.records.printed import Printed

__all__ = ["Place", "look_up", "numbers", "numbers_of", "place", "unplaced"]

Walker = Callable[[Any, str], Iterator[tuple[str, Printed]]]
Value = TypeVar("Value")


class Place(NamedTuple):
    """Characters of the document's text, a cell of a table, a page: whichever the reader or coder noted."""

    span: Span | None = None
    cell: TableCell | None = None
    page: int | None = None


def numbers(record: Record) -> Iterator[tuple[str, Printed]]:
    """Every printed number of a record with its JSON pointer; those of a thing itself before those of its parts."""
    walk = _walker(Record)
    assert walk is not None
    return walk(record, "")


def numbers_of(part: Any, at: str) -> Iterator[tuple[str, Printed]]:
    """Every printed number of one part of a record, which stands at the pointer `at`."""
    if isinstance(part, Printed):
        yield at, part
    elif is_dataclass(part) and not isinstance(part, type):
        walk = _walker(type(part))
        yield from walk(part, at) if walk else ()
    elif isinstance(part, tuple):
        for i, item in enumerate(part):
            yield from numbers_of(item, f"{at}/{i}")
    elif isinstance(part, dict):
        yield from _mapping(_leaf)(part, at)


def place(record: Record, pointer: str) -> Place | None:
    """The place of a pointer, its own or that of the nearest pointer above; None when nobody noted one."""
    found = Place(_nearest(record.spans, pointer), _nearest(record.cells, pointer), _nearest(record.pages, pointer))
    return None if found == _NOWHERE else found


def unplaced(record: Record) -> Iterator[tuple[str, Printed]]:
    """The numbers of a record that nobody gave a place."""
    return ((pointer, printed) for pointer, printed in numbers(record) if place(record, pointer) is None)


def look_up(record: Record, pointer: str) -> Any:
    """What a JSON pointer names in a record; None when it names nothing, or something that was not printed."""
    value: Any = record
    for step in pointer.split("/")[1:]:
        if isinstance(value, tuple):
            value = value[int(step)] if step.isdecimal() and int(step) < len(value) else None
        elif isinstance(value, dict):
            value = value.get(step.replace("~1", "/").replace("~0", "~"))
        elif is_dataclass(value):
            value = vars(value).get("from_" if step == "from" else step)
        else:
            return None
        if value is None or value == ():
            return None
    return value


_NOWHERE = Place()


def _nearest(places: Mapping[str, Value], pointer: str) -> Value | None:
    if not places:
        return None
    while pointer not in places:
        if not pointer:
            return None
        pointer = pointer[: pointer.rfind("/")] if "/" in pointer else ""
    return places[pointer]


# -- walking ---------------------------------------------------------------------------------------------------
# One walker per type, made once; a record of a million paths is walked without looking at a type again.


@cache
def _walker(hint: Any) -> Walker | None:
    """The function that yields the numbers below a value of this type; None for types that hold no numbers."""
    if hint is Printed:
        return _leaf
    if is_dataclass(hint) and isinstance(hint, type):
        return _object(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _walker(next(a for a in args if a is not type(None)))
    if origin is tuple:
        return _sequence(_walker(args[0]))
    if origin is dict:
        inner = _walker(args[1])
        return None if inner is None else _mapping(inner)
    return None


def _leaf(value: Printed, at: str) -> Iterator[tuple[str, Printed]]:
    yield at, value


def _object(cls: type) -> Walker | None:
    hints = get_type_hints(cls)
    walkers = [(f.name, "/" + f.name.rstrip("_"), _walker(hints[f.name])) for f in fields(cls)]
    own = [(name, key) for name, key, walk in walkers if walk is _leaf]
    deeper = [(name, key, walk) for name, key, walk in walkers if walk is not None and walk is not _leaf]
    if not own and not deeper:
        return None

    def walk(value: Any, at: str) -> Iterator[tuple[str, Printed]]:
        held = value.__dict__
        for name, key in own:
            printed = held[name]
            if printed is not None:
                yield at + key, printed
        for name, key, below in deeper:
            inside = held[name]
            if inside is not None:
                yield from below(inside, at + key)

    return walk


def _sequence(inner: Walker | None) -> Walker | None:
    if inner is None:
        return None

    def walk(value: Any, at: str) -> Iterator[tuple[str, Printed]]:
        for i, item in enumerate(value):
            if item is not None:
                yield from inner(item, f"{at}/{i}")

    return walk


def _mapping(inner: Walker) -> Walker:
    def walk(value: Any, at: str) -> Iterator[tuple[str, Printed]]:
        for key, item in value.items():
            yield from inner(item, f"{at}/{key.replace('~', '~0').replace('/', '~1')}")

    return walk
