"""Intervals that a conversion cut into two columns: `[0.19, | 0.34]`."""

import re
from dataclasses import replace

from evidence.read.tables.lines import Line, shown

__all__ = ["whole_intervals"]

_VALUE = r"[-−–]?\d*\.\d+"
_LOW = re.compile(rf"[(\[]\s*{_VALUE}\s*[,;]?")
_HIGH = re.compile(rf"{_VALUE}\s*[)\]]")
_FEWEST = 3  # rows that make it sure


def whole_intervals(lines: list[Line]) -> list[Line]:
    """The table with each such interval in one column, and without the column that held its upper end."""
    for at in range(1, len(lines[0]) - 1 if lines else 0):
        cut = [_LOW.fullmatch(shown(x[at])) and _HIGH.fullmatch(shown(x[at + 1])) for x in lines]
        others = [x[at + 1] for x, own in zip(lines, cut, strict=True) if not own and x[at + 1].origin]
        if sum(map(bool, cut)) >= _FEWEST and not any(map(shown, others)):
            return whole_intervals([_joined(x, at, bool(own)) for x, own in zip(lines, cut, strict=True)])
    return lines


def _joined(line: Line, at: int, cut: bool) -> Line:
    low, high = line[at], line[at + 1]
    if not cut:
        return (*line[: at + 1], *line[at + 2 :])
    text = f"{shown(low).rstrip(',; ')}, {shown(high)}"
    span = (low.span[0], high.span[1]) if low.span and high.span else None
    return (*line[:at], replace(low, text=text, span=span), *line[at + 2 :])
