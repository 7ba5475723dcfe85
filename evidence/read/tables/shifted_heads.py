"""Headings that stand beside their columns: `[90% CI]` before the next statistic, groups over the middle of theirs.

RMSEA            | [90% CI] SRMR          |   | Girls |   |   | Boys |
.016 [.01, .02]  | .025              Path | β | SE    | p | β | SE   | p
"""

import re
from dataclasses import replace
from itertools import pairwise

from evidence.read.model import Cell
from evidence.read.tables.header import heading
from evidence.read.tables.lines import Line, is_data, shown

__all__ = ["over_their_columns"]

_INTERVAL = re.compile(r"[(\[]?\s*\d\d\s?%\s?(?:CI|confidence interval)\s*[)\]]?\s+(?=\S)", re.IGNORECASE)
_WITH_INTERVAL = re.compile(r"\S+\s*[(\[][^()\[\]]*[,;–][^()\[\]]*[)\]].*")


def over_their_columns(lines: list[Line]) -> list[Line]:
    """The table with each heading over what it heads."""
    data = next((i for i, line in enumerate(lines) if is_data(line)), 0)
    told = (i + 1 for i in reversed(range(data)) if sum(bool(shown(c)) for c in lines[i] if c.origin) > 1)
    first = next(told, 0)  # the row below the headings: of data, or one that heads some
    if not first:
        return lines
    lines = _run_together(_series(_intervals(_counted(lines, first), first), first), first)
    return _groups(lines, first) if first > 1 else lines


_COUNT = re.compile(r"[(\[]?\s*[nN]\s*=\s*\d[\d,]*\s*[)\]]?")


def _counted(lines: list[Line], first: int) -> list[Line]:
    """How many people a group has, in a line of its own below their name: over all columns that the name is over."""
    out = list(lines)
    for i in range(1, first):
        over, line = lines[i - 1], list(lines[i])
        told = [at for at, c in enumerate(line) if c.origin and shown(c)]
        if len(told) < 2 or not all(_COUNT.fullmatch(shown(line[at])) for at in told):
            continue
        for at in told:
            start = next((k for k in range(at, 0, -1) if over[k].origin), at)
            stop = next((k for k in range(start + 1, len(over)) if over[k].origin), len(over))
            if shown(over[start]) and not any(shown(line[k]) for k in range(start, stop) if line[k].origin and k != at):
                line[start:stop] = [replace(line[at], origin=k == start) for k in range(start, stop)]
        out[i] = tuple(line)
    return out


_NEXT_NAME = re.compile(r"(?<=[a-z])\s+(?=[A-Z][a-z])")


def _run_together(lines: list[Line], first: int) -> list[Line]:
    """`Salt taste Crust joy` over twice as many models, of which the second half goes on as the first: a name each."""
    over = lines[first - 2] if first > 1 else ()
    width = len(over) - 1
    if width < 4 or not over[1].origin or any(c.origin for c in over[2:]):
        return lines
    cuts = [m.end() for m in _NEXT_NAME.finditer(over[1].text)]
    names = len(cuts) + 1
    part = width // names
    filled = [[bool(shown(c)) for c in line[1:]] for line in lines[first:] if is_data(line)]
    stepwise = any(any(row) and not all(row[:part]) for row in filled)
    if names < 2 or width % names or part < 2 or not stepwise or any(row != row[:part] * names for row in filled):
        return lines
    row = [over[0]]
    for start, end in pairwise([0, *cuts, len(over[1].text)]):
        head = over[1].stretch(start, end)
        row += [head, *(replace(head, origin=False) for _ in range(part - 1))]
    return [*lines[: first - 2], tuple(row), *lines[first - 1 :]]


_AT = re.compile(r"(?P<letters>T|W|Time|Wave)\s?(?P<n>\d)", re.IGNORECASE)


def _series(lines: list[Line], first: int) -> list[Line]:
    """A statistic over the first of several times: its heading over them all, where the others have none."""
    over, under = (lines[first - 2], lines[first - 1]) if first > 1 else (lines[0], lines[0])
    at = next((i for i, c in enumerate(over) if i and c.origin and shown(c)), 0)
    told = [_AT.fullmatch(shown(c)) for c in under[at:]]
    alone = at and not any(shown(c) for c in over[at + 1 :]) and heading(shown(over[at])).statistics
    counted = [int(m["n"]) for m in told if m]
    if not alone or len(counted) != len(told) or len(told) < 2 or counted != list(range(1, len(told) + 1)):
        return lines
    row = (*over[: at + 1], *(replace(over[at], origin=False) for _ in told[1:]))
    return [*lines[: first - 2], row, *lines[first - 1 :]]


def _intervals(lines: list[Line], first: int) -> list[Line]:
    """An interval's heading goes to the column before it, whose cells have one in brackets."""
    heads = list(lines[first - 1])
    body = [line for line in lines[first:] if is_data(line)]
    for at in range(2, len(heads)):
        led = _INTERVAL.match(shown(heads[at]))
        behind = heading(shown(heads[at])[led.end() :]).statistics if led else ()
        if not led or not behind or not heading(shown(heads[at - 1])).statistics:
            continue
        bracketed = sum(_WITH_INTERVAL.fullmatch(shown(line[at - 1])) is not None for line in body)
        if 2 * bracketed > len(body) and not any("[" in shown(line[at]) or "(" in shown(line[at]) for line in body):
            text = shown(heads[at])
            heads[at - 1] = replace(
                heads[at - 1], text=f"{shown(heads[at - 1])} {text[: led.end()].strip()}", span=None
            )
            heads[at] = replace(heads[at], text=text[led.end() :], span=None)
    return [*lines[: first - 1], tuple(heads), *lines[first:]]


def _groups(lines: list[Line], first: int) -> list[Line]:
    """Names over statistics that come again and again, as many as there are rounds: each over its whole round."""
    over, under = lines[first - 2], lines[first - 1]
    named = [i for i, c in enumerate(over) if i and c.origin and shown(c)]
    rounds = len(named)
    width, rest = divmod(len(under) - 1, rounds) if rounds > 1 else (0, 0)
    told = [heading(shown(c)).statistics for c in under[1:]]
    if width < 2 or rest or not all(told) or any(told[i] != told[i % width] for i in range(len(told))):
        return lines
    if len(set(told[:width])) < width or heading(shown(over[named[0]])).statistics:
        return lines
    starts = [1 + k * width for k in range(rounds)]
    inside = all(start <= at < start + width for start, at in zip(starts, named, strict=True))
    whole = all(any(not c.origin for c in over[start : start + width]) for start in starts)
    if not inside or whole or named == starts:
        return lines
    row = [over[0], *(Cell() for _ in under[1:])]
    for start, at in zip(starts, named, strict=True):
        row[start : start + width] = [over[at], *(replace(over[at], origin=False) for _ in range(width - 1))]
    return [*lines[: first - 2], tuple(row), *lines[first - 1 :]]
