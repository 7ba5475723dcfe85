"""YAML and JSON as plain values, with the line and column of each: a refusal can name where to look.

Only what a record needs is read: mappings, lists, text, numbers, true, false and nothing. Anchors, aliases and tags
are refused, so a small file cannot stand for a large one and no file can name an object to be made.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from evidence.errors import InputError
from evidence.settled import settled

__all__ = ["Located", "Mark", "escape", "from_json", "from_yaml", "marked"]

_DEEPEST = 40  # a record nests eight deep
_LARGEST = 20_000_000  # characters; the evidence of one paper takes some ten thousand
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What every YAML tool takes for a number, so that what such a tool writes without quotes is read as it was meant.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"(?:[-+]?[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]+)?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Mark(NamedTuple):
    """A place in the file, counted from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"line {self.line} column {self.column}"


@settled
class Located:
    """A value and the marks of everything in it, by JSON pointer: where values begin, and where their keys do."""

    value: Any
    marks: dict[str, Mark] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)

    def mark(self, pointer: str, key: bool = False) -> Mark | None:
        """Where the value (or its key) stands, or the nearest thing around it that is in the file."""
        if key and pointer in self.keys:
            return self.keys[pointer]
        while pointer and pointer not in self.marks:
            pointer = pointer.rpartition("/")[0]
        return self.marks.get(pointer)


def escape(key: str) -> str:
    """A key as a step of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")


def from_json(text: str) -> Located:
    """The value of a JSON text; its marks are made only when something is wrong with it."""
    _check_size(text)
    try:
        value = json.loads(text, object_pairs_hook=_pairs)
    except json.JSONDecodeError as error:
        raise _refuse(f"not JSON: {error.msg.lower()}", Mark(error.lineno, error.colno), "correct it there") from None
    except _TwiceError as twice:
        marked(text)  # raises the same with its line
        raise InputError(f"'{twice}' is given twice", todo="keep one of them") from None
    except RecursionError:
        raise InputError("nested too deeply", why="no record is") from None
    except ValueError:  # Python reads no integer of more than 4300 digits
        raise InputError("a number is too long", todo="write it in quotes, as printed") from None
    return Located(value)


def marked(text: str) -> Located:
    """The marks of a JSON text, which is nearly always YAML too; empty when it is not."""
    try:
        return from_yaml(text)
    except InputError as refusal:
        if "is given twice" in refusal.what:
            raise
        return Located(None)


class _TwiceError(Exception):
    pass


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return held


# -- YAML ------------------------------------------------------------------------------------------------------


def from_yaml(text: str) -> Located:
    """The value of a YAML text, of its core schema: dates and yes or no are text, as they stand."""
    _check_size(text)
    try:
        return _build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        if "nesting depth" in (error.problem or ""):  # PyYAML looks for it itself since 6.0.4
            raise _deep(_mark(at) if at else None) from None
        begun = f" in what begins in line {error.context_mark.line + 1}" if error.context_mark else ""
        raise _refuse(f"not YAML: {error.problem}{begun}", _mark(at) if at else None, "correct it there") from None
    except yaml.YAMLError as error:  # a control character has a position but no mark
        before = text[: getattr(error, "position", 0)]
        at_line = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise _refuse("not YAML: a character that is not allowed", at_line, "delete it") from None


def _deep(mark: Mark | None) -> InputError:
    return _refuse("nested too deeply", mark, "a record nests eight deep")


@dataclass
class _Open:
    """A mapping or list that is being read."""

    pointer: str
    value: dict[str, Any] | list[Any]
    key: str | None = None


def _build(events: Iterable[Any]) -> Located:
    located = Located(None)
    stack: list[_Open] = [_Open("", [])]
    for event in events:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refuse("anchors and aliases are not read", _mark(event.start_mark), "write the value out")
        if getattr(event, "tag", None) not in (None, "!"):
            raise _refuse(f"the tag {event.tag} is not read", _mark(event.start_mark), "leave it out")
        if isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        if isinstance(stack[-1].value, dict) and stack[-1].key is None:
            _key(event, stack[-1], located)
            continue
        if not stack[0].value or len(stack) > 1:
            _value(event, stack, located)
            continue
        raise _refuse("a second document begins here", _mark(event.start_mark), "put the records into one list")
    top = stack[0].value
    return Located(top[0] if isinstance(top, list) and top else None, located.marks, located.keys)


def _key(event: Any, holder: _Open, located: Located) -> None:
    mark = _mark(event.start_mark)
    if not isinstance(event, yaml.ScalarEvent):
        raise _refuse("a field's name must be a word", mark)
    if event.value in holder.value:
        raise _refuse(f"'{event.value}' is given twice", mark, "keep one of them")
    holder.key = event.value
    located.keys[f"{holder.pointer}/{escape(event.value)}"] = mark


def _value(event: Any, stack: list[_Open], located: Located) -> None:
    holder = stack[-1]
    mark = _mark(event.start_mark)
    value: Any
    if isinstance(event, yaml.ScalarEvent):
        value = _scalar(event)
    else:
        value = {} if isinstance(event, yaml.MappingStartEvent) else []
    if isinstance(holder.value, dict):
        assert holder.key is not None
        pointer = f"{holder.pointer}/{escape(holder.key)}"
        holder.value[holder.key] = value
        holder.key = None
    else:
        pointer = f"{holder.pointer}/{len(holder.value)}" if len(stack) > 1 else ""
        holder.value.append(value)
    located.marks[pointer] = mark
    if isinstance(value, dict | list) and not isinstance(event, yaml.ScalarEvent):
        if len(stack) > _DEEPEST:
            raise _deep(mark)
        stack.append(_Open(pointer, value))


def _scalar(event: Any) -> Any:
    text = event.value
    if event.style or event.tag:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _check_size(text: str) -> None:
    if len(text) > _LARGEST:
        size = f"{len(text) // 1_000_000} million characters"
        raise InputError(f"the file has {size}", why="no study's evidence is that long", todo="one file per study")


def _refuse(what: str, mark: Mark | None, todo: str | None = None) -> InputError:
    return InputError(what, where=mark, todo=todo)
