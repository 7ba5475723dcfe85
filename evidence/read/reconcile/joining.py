"""Two reports of one thing made one: what the first leaves out comes from the second, with its place."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from evidence.read.partial import Found
from evidence.records import Printed

__all__ = ["agree", "conflicts", "fill", "same_number"]

T = TypeVar("T")

_NAMES = frozenset(
    ("label", "table", "name", "from_", "to", "model", "group", "primary", "kind", "quote", "printed", "confidence")
)


def same_number(a: str | None, b: str | None) -> bool:
    """Whether two printed numbers can be one value: their intervals overlap and one may be the other, rounded.

    >>> same_number("0.3", "0.311"), same_number(".31", ".32"), same_number("<.001", "0.000")
    (True, False, True)
    """
    x, y = Printed(a or "").parsed, Printed(b or "").parsed
    if x is None or y is None:
        return False
    if x.operator != "=" or y.operator != "=":
        return x.low <= y.high and y.low <= x.high
    return x.value == y.value or max(x.low, y.low) < min(x.high, y.high) - 1e-12  # to touch is not to agree


def agree(a: object, b: object, names: tuple[str, ...]) -> bool:
    """Whether no field that both give differs."""
    return not conflicts(a, b, names)


def conflicts(a: object, b: object, names: tuple[str, ...]) -> list[str]:
    """The numeric fields both give with different values."""
    return [
        name
        for name in names
        if getattr(a, name) is not None
        and getattr(b, name) is not None
        and not same_number(getattr(a, name), getattr(b, name))
    ]


def fill(first: Found[T], second: Found[T], skip: tuple[str, ...] = ()) -> Found[T]:
    """`first`, with what it lacks taken from `second`."""
    changes: dict[str, Any] = {}
    spans = dict(first.spans)
    for f in fields(first.value):  # type: ignore[arg-type]
        mine, yours = getattr(first.value, f.name), getattr(second.value, f.name)
        if f.name in skip or mine not in (None, (), {}) or yours in (None, (), {}):
            continue
        changes[f.name] = yours
        spans |= {k: v for k, v in second.spans.items() if k == f.name or k.startswith(f.name + "/")}
    if not changes:
        return first
    return replace(first, value=replace(first.value, **changes), spans=spans)  # type: ignore[type-var]
