"""Waves of a panel in rows of their own, under or behind the name of what was measured: `Joy`, `Time 1`, `Time 2`."""

import re
from collections import Counter
from dataclasses import replace

from evidence.read.tables.lines import Line, is_data, is_heading, shown
from evidence.read.waves import WAVE

__all__ = ["named_by_wave"]

_LONE = re.compile(rf"{WAVE}\d")
_ABOUT_PATHS = re.compile(  # which lead from one wave to another, or are predicted at one
    r"→|->|\bH\d|\b(?:paths?|hypothes[ie]s|predictors?|outcomes?|dependent|dv|effects?|models?|steps?|blocks?|criterion)\b",
    re.IGNORECASE,
)
_FEWEST = 2  # names that have the same wave below them


def named_by_wave(lines: list[Line]) -> list[Line]:
    """The table with each wave beside its name, `Joy Time 1`, in place of the heading or of a column of waves."""
    lines = _with_second_column(lines)
    waves = Counter(shown(line[0]) for line in lines if _is_wave(line))
    if not waves or max(waves.values()) < _FEWEST or sum(waves.values()) < sum(map(is_data, lines)):
        return lines
    out: list[Line] = []
    name = ""
    for i, line in enumerate(lines):
        if _heads_waves(lines, i):
            name = shown(line[0])
        elif name and _is_wave(line):
            out.append((replace(line[0], text=f"{name} {shown(line[0])}"), *line[1:]))
        else:
            name = ""
            out.append(line)
    return out


def _with_second_column(lines: list[Line]) -> list[Line]:
    """The waves of a second column as part of the names in the first, which stand once for all of their waves."""
    own = [i for i, line in enumerate(lines) if len(line) > 2 and _LONE.fullmatch(shown(line[1])) and is_data(line)]
    waves = Counter(shown(lines[i][1]) for i in own)
    if not own or max(waves.values()) < _FEWEST or len(own) < sum(map(is_data, lines[own[0] :])):
        return lines
    if any(_ABOUT_PATHS.search(shown(c)) for line in lines for c in line[:3]):
        return lines
    out = list(lines)
    name = ""
    for i in range(own[0], len(lines)):
        first, second, *rest = lines[i]
        name = shown(first) or name
        if i not in own:
            continue
        if not name:
            return lines
        out[i] = (replace(first, text=f"{name} {shown(second)}"), replace(second, text="", span=None), *rest)
    return out


def _is_wave(line: Line) -> bool:
    return _LONE.fullmatch(shown(line[0])) is not None and is_data(line)


def _heads_waves(lines: list[Line], i: int) -> bool:
    """Whether a line is a name alone, with waves below it."""
    below = lines[i + 1] if i + 1 < len(lines) else None
    said = shown(lines[i][0])
    named = is_heading(lines[i]) and not any(c.isdigit() for c in said) and _ABOUT_PATHS.search(said) is None
    return below is not None and named and bool(shown(lines[i][0])) and _is_wave(below)
