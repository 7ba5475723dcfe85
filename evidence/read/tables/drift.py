"""Columns that a conversion tore apart (values set now left, now right) or whose headings it ran together."""

import re
from dataclasses import replace
from itertools import combinations, pairwise

from evidence.read.model import Cell
from evidence.read.tables.cells import content
from evidence.read.tables.header import statistic
from evidence.read.tables.lines import Line, is_data, shown, texts

__all__ = ["rejoined", "undrifted"]


def undrifted(lines: list[Line]) -> list[Line]:
    """One column where one was torn in two, one heading over each column where two ran together."""
    top = next((i for i, line in enumerate(lines) if is_data(line)), 0)
    if top == 0 or any(not c.origin for line in lines for c in line):
        return lines  # without a header nothing tells; with spans the columns are those of the markup
    at = 1
    while at < len(lines[0]):
        if _torn(lines, top, at - 1, at):
            lines = [_joined(line, at - 1) for line in lines]
        else:
            at += 1
    return _named_apart(lines, top)


_SHORT = re.compile(r"[(（\[][A-Z][\w\- ]{0,11}[)）\]]")

_REST = re.compile(rf"(?:[^\W\d_][\w'’-]*\s+){{0,4}}{_SHORT.pattern}")  # the end of a name


def rejoined(lines: list[Line]) -> list[Line]:
    """A long name whose abbreviation went to the next line, where its numbers stand, in one row again."""
    out: list[Line] = []
    for line in _inner(_whole_relations(lines)):
        if _split_over_three(out, line):  # its numbers stand between the two lines of the name
            name = replace(line[0], text=f"{shown(out[-2][0])} {shown(line[0])}", span=None)
            out[-2:] = [(name, *out[-1][1:])]
            continue
        lone = bool(out) and texts(out[-1])[0] and not any(texts(out[-1])[1:])
        if lone and _SHORT.fullmatch(shown(line[0])):
            name = replace(line[0], text=f"{shown(out[-1][0])} {shown(line[0])}", span=None)
            out[-1] = (name, *line[1:])
        else:
            out.append(line)
    return out


_SIGNS = frozenset("→⟶⇒>")  # of which each drawn relation has one
_DRAWN = re.compile(r"\S\s*(?:→|⟶|⇒|-{1,2}>|—>|–>)(?:\s*\S|\W*$)")


def _whole_relations(lines: list[Line]) -> list[Line]:
    """`Salt → Crust` over `colour`, the numbers in the first or in the second row, as one row again.

    Only where most of the relations of a table are broken so.
    """
    drawn = {i: at for i, line in enumerate(lines) if (at := _drawn_at(line)) is not None}
    broken = {i: at for i, at in drawn.items() if i + 1 not in drawn and _is_broken(lines[i : i + 2], at)}
    if len(broken) < 2 or 2 * len(broken) <= len(drawn):
        return lines
    out: list[Line] = []
    for i, line in enumerate(lines):
        if i - 1 in broken:
            at, above = broken[i - 1], out.pop()
            numbers = line if is_data(line) else above
            out.append((*above[:at], _in_one(above[at], line[at]), *numbers[at + 1 :]))
        else:
            out.append(line)
    return out


def _is_broken(two: list[Line], at: int) -> bool:
    """Whether a relation goes on in the next row, and one of the two rows holds nothing else."""
    if len(two) < 2 or is_data(two[0]) == is_data(two[1]):
        return False
    first, rest = two
    alone = (rest if is_data(first) else first)[at + 1 :]
    words = len(shown(rest[at]).split())
    heads = _CONDITIONAL.match(shown(rest[at]))
    return 0 < words <= _REST_OF_NAME and not heads and not any(shown(c) for c in (*alone, *rest[:at]))


_CONDITIONAL = re.compile(r"(?:conditional|at|given|when|depending|levels?|by|moderat\w+)\b", re.IGNORECASE)


_REST_OF_NAME = 4  # words


def _drawn_at(line: Line) -> int | None:
    """The column in which a row draws a relation."""
    drawn = (at for at, c in enumerate(line[:3]) if not _SIGNS.isdisjoint(c.text) and _DRAWN.search(c.text))
    return next(drawn, None)


def _inner(lines: list[Line]) -> list[Line]:
    """A cell of words broken over lines, in a column behind the first: what begins small goes on there."""
    out: list[Line] = []
    for i, line in enumerate(lines):
        at = _only(out[-1]) if out else 0
        if at and _goes_on(lines, line, at) and is_data(line):
            out[-1] = (*line[:at], _in_one(out[-1][at], line[at]), *line[at + 1 :])
        elif (at := _only(line)) and out and is_data(out[-1]) and _goes_on(lines, line, at) and shown(out[-1][at]):
            out[-1] = (*out[-1][:at], _in_one(out[-1][at], line[at]), *out[-1][at + 1 :])
        else:
            out.append(lines[i])
    return out


def _only(line: Line) -> int:
    """Where the only filled cell stands, behind the first column; 0 where none is alone there."""
    filled = [i for i, text in enumerate(texts(line)) if text]
    return filled[0] if len(filled) == 1 else 0


def _goes_on(lines: list[Line], line: Line, at: int) -> bool:
    """Whether a cell begins in the middle of a text: small, where those of its column begin large."""
    if not shown(line[at])[:1].islower():
        return False
    begins = [t[0] for row in lines if (t := shown(row[at])) and t[0].isalpha()]
    return 2 * sum(c.isupper() for c in begins) >= len(begins)


def _in_one(above: Cell, below: Cell) -> Cell:
    span = (above.span[0], below.span[1]) if above.span and below.span else None
    return replace(above, text=f"{above.text} {below.text}", span=span)


def _split_over_three(above: list[Line], line: Line) -> bool:
    """A name, then numbers without a name, then the abbreviation of the name alone."""
    return (
        len(above) > 1
        and not any(texts(line)[1:])
        and not any((*texts(above[-2])[1:], texts(above[-1])[0]))
        and bool(texts(above[-2])[0])
        and _REST.fullmatch(texts(line)[0]) is not None
        and any(content(c.text).numeric for c in above[-1][1:])
    )


def _torn(lines: list[Line], top: int, left: int, right: int) -> bool:
    """Two columns of results under one heading of which each row fills one only."""
    if all(bool(shown(line[left])) == bool(shown(line[right])) for line in lines[:top]):
        return False
    if not all(any(shown(line[i]) for line in lines[top:]) for i in (left, right)):
        return _beside_its_heading(lines, top, left, right)
    if any(shown(line[left]) and shown(line[right]) for line in lines):
        return False
    headed = [any(shown(line[i]) for line in lines[:top]) for i in (left, right)]
    results = [line[i].text for line in lines[top:] for i in (left, right) if shown(line[i])]
    filled = sum(bool(shown(line[left]) or shown(line[right])) for line in lines[top:])
    return (
        sum(headed) == 1
        and filled >= 0.8 * (len(lines) - top)
        and all(content(t).numeric or content(t).only_stars or content(t).blank for t in results)
    )


def _beside_its_heading(lines: list[Line], top: int, left: int, right: int) -> bool:
    """Results without a heading, and right beside them a heading over nothing."""
    told = [(_used(lines[:top], i), _used(lines[top:], i)) for i in (left, right)]
    if sorted(told) != [(False, True), (True, False)]:
        return False
    at = left if told[0][1] else right
    results = [content(line[at].text) for line in lines[top:] if shown(line[at])]
    return any(c.numeric for c in results) and all(c.numeric or c.blank for c in results)


def _joined(line: Line, at: int) -> Line:
    """The cells at a place and right of it as one."""
    one = line[at] if shown(line[at]) else line[at + 1]
    return (*line[:at], one, *line[at + 2 :])


_NUMBERING = re.compile(r"^\W*\d+\W+")


def _named_apart(lines: list[Line], top: int) -> list[Line]:
    """The last line of the header with a name over each column: `PE EE` over two columns of rows named so."""
    header = list(lines[top - 1])
    labels = {_fold(shown(line[0])) for line in lines[top:]} | {
        _fold(_NUMBERING.sub("", shown(line[0]))) for line in lines[top:]
    }
    for at in range(1, len(header)):
        words = shown(header[at]).split()
        if not 2 <= len(words) <= 12:
            continue
        run = [at]
        for step in (1, -1):
            beside = at + step
            while 0 < beside < len(header) and not shown(header[beside]) and _used(lines[top:], beside):
                run.append(beside)
                beside += step
        parts = _parts(words, len(run), labels - {""})
        if parts and len(run) > 1:
            for place, part in zip(sorted(run), parts, strict=True):
                header[place] = _piece(lines[top - 1][at], part)
    return [*lines[: top - 1], tuple(header), *lines[top:]]


def _used(rows: list[Line], at: int) -> bool:
    return any(shown(row[at]) for row in rows)


def _parts(words: list[str], count: int, labels: set[str]) -> list[str] | None:
    """The words in so many names, each that of a row or of a statistic; None where that goes in no or several ways."""
    if count < 2 or count > len(words):
        return None
    ways = []
    for cuts in combinations(range(1, len(words)), count - 1):
        ends = [0, *cuts, len(words)]
        parts = [" ".join(words[a:b]) for a, b in pairwise(ends)]
        if all(_fold(p) in labels or statistic(p) for p in parts):
            ways.append(parts)
    return ways[0] if len(ways) == 1 else None


_NO_WORD = re.compile(r"\W")


def _fold(text: str) -> str:
    return _NO_WORD.sub("", text).lower()


def _piece(cell: Cell, part: str) -> Cell:
    return replace(cell, text=part)
