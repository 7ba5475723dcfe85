"""The name of a construct that ran into the code of its first item: `Salty crust SC1` above `SC2` and `SC3`."""

import re

from evidence.read.model import Cell
from evidence.read.tables.header import heading
from evidence.read.tables.lines import Line, shown

__all__ = ["first_items_apart"]

_FEWEST = 2  # constructs set so
_ITEM = re.compile(r"(?P<series>[A-Z][A-Za-z]{0,7}[_.-]?)(?P<at>\d{1,2})")
_NAMED = re.compile(r"(?P<name>[^\W\d_][^\d.,;:=]{2,50}?)\s+(?P<series>[A-Z][A-Za-z]{0,7}[_.-]?)(?P<at>\d{1,2})")


def first_items_apart(lines: list[Line]) -> list[Line]:
    """The table with each name in a row of its own, above its items."""
    if not any({"loading", "item"} & set(heading(shown(c)).statistics) for line in lines[:3] for c in line):
        return lines
    names = {i: m for i in range(1, len(lines) - 1) if (m := _before_first(*lines[i - 1 : i + 2]))}
    if len(names) < _FEWEST:
        return lines
    out: list[Line] = []
    for i, line in enumerate(lines):
        if match := names.get(i):
            first = line[0]
            out.append((first.stretch(0, match.end("name")), *(Cell() for _ in line[1:])))
            line = (first.stretch(match.start("series"), len(first.text)), *line[1:])
        out.append(line)
    return out


def _before_first(above: Line, line: Line, below: Line) -> re.Match[str] | None:
    """A name and the first code of a series, which the row below goes on with and the row above does not belong to."""
    match = _NAMED.fullmatch(line[0].text)
    if match is None:
        return None
    before, following = (_ITEM.search(shown(x[0])) for x in (above, below))
    goes_on = following is not None and following[0] == shown(below[0]) and following["series"] == match["series"]
    begins = before is None or before["series"] != match["series"]
    return match if goes_on and begins and following and int(following["at"]) == int(match["at"]) + 1 else None
