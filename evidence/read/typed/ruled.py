"""Tables that plain text draws with dashes: columns under a ruled line, rows apart by blank lines or by rules.

Construct      CR     AVE            +-----------+------+
----------- ------ ------            | Construct | CR   |
Trust         .91    .76             +===========+======+
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from evidence.read.compose import RawCell
from evidence.read.typed.framed import framed_end, framed_rows
from evidence.read.typed.places import Place, cell_of, columns_of
from evidence.settled import settled

__all__ = ["Drawn", "drawn_at", "without_rules"]

_RULE = re.compile(r"^\s*-{3,}(?:\s+-{2,})*\s*$|^\s*-{2,}(?:\s+-{2,})+\s*$")
_COLUMNS = re.compile(r"^\s*-{2,}(?:\s+-{2,})+\s*$")
_HEADER_LINES = 14
_LONGEST = 600


_ACROSS = re.compile(r"\s*(?:-{20,}|─{20,}|━{20,}|═{20,}|={20,}|_{20,}|—{12,})\s*")
_DRAWS = re.compile(r"\s*[|+│┃║├╞┌╔]")


@settled
class Drawn:
    """A drawn table: its rows and the number of the line after it."""

    rows: list[list[RawCell]]
    stop: int


def drawn_at(lines: Sequence[Place], start: int) -> Drawn | None:
    """The drawn table that begins at a line, if one does."""
    first = lines[start][0]
    if (stop := framed_end(lines, start)) > start:
        return Drawn(framed_rows(lines[start:stop]), stop)
    if _COLUMNS.match(first):
        return _closed(lines, start, [])
    if _RULE.match(first):
        return _under_rule(lines, start)
    if start + 1 < len(lines) and first.strip() and _COLUMNS.match(lines[start + 1][0]):
        return _open(lines, start)
    return None


def _under_rule(lines: Sequence[Place], start: int) -> Drawn | None:
    """A rule over everything, a header of some lines, and a rule that marks the columns."""
    for at in range(start + 1, min(start + _HEADER_LINES, len(lines))):
        if _COLUMNS.match(lines[at][0]):
            return _closed(lines, at, list(range(start + 1, at)))
        if _RULE.match(lines[at][0]):
            return None
    return None


def _closed(lines: Sequence[Place], rule: int, header: list[int]) -> Drawn | None:
    """Rows down to the next rule; apart by blank lines where there are any."""
    stop = next((i for i in range(rule + 1, min(rule + _LONGEST, len(lines))) if _RULE.match(lines[i][0])), None)
    if stop is None or stop == rule + 1:
        return None
    bounds = _bounds(lines[rule][0])
    body = list(range(rule + 1, stop))
    parted = any(not lines[i][0].strip() for i in body)
    groups = _groups(lines, body) if parted else [[i] for i in body]
    if not all(_keeps(lines[i][0], bounds) for group in groups for i in group):
        return None
    rows = [_row(lines, header, bounds, True)] if header else []
    return Drawn(rows + [_row(lines, group, bounds) for group in groups], stop + 1)


def _open(lines: Sequence[Place], start: int) -> Drawn | None:
    """A header, a rule that marks the columns, and rows down to a blank line."""
    bounds = _bounds(lines[start + 1][0])
    stop = start + 2
    while stop < len(lines) and lines[stop][0].strip() and not _RULE.match(lines[stop][0]):
        stop += 1
    body = range(start + 2, stop)
    if not body or not all(_keeps(lines[i][0], bounds) for i in body):
        return None
    closed = stop < len(lines) and bool(_RULE.match(lines[stop][0]))
    rows = [_row(lines, [start], bounds, True), *(_row(lines, [i], bounds) for i in body)]
    return Drawn(rows, stop + closed)


def _groups(lines: Sequence[Place], body: list[int]) -> list[list[int]]:
    groups: list[list[int]] = [[]]
    for i in body:
        if lines[i][0].strip():
            groups[-1].append(i)
        elif groups[-1]:
            groups.append([])
    return [g for g in groups if g]


def _bounds(rule: str) -> list[tuple[int, int]]:
    """Where each column begins and the next one does, in columns of print."""
    starts = [m.start() for m in re.finditer(r"-+", rule)]
    return list(pairwise([0, *starts[1:], 100_000]))


def _keeps(line: str, bounds: list[tuple[int, int]]) -> bool:
    """Whether no word runs over the edge of a column."""
    columns = columns_of(line)
    edges = {start for start, _ in bounds[1:]}
    return all(
        not (columns[i] in edges and i > 0 and line[i - 1] not in " \t" and line[i] not in " \t")
        for i in range(len(line))
    )


def _row(
    lines: Sequence[Place], group: list[int], bounds: list[tuple[int, int]], header: bool = False
) -> list[RawCell]:
    """The cells of one row, each of the pieces its lines hold."""
    pieces: list[list[Place]] = [[] for _ in bounds]
    for i in group:
        text, at = lines[i]
        columns = columns_of(text)
        for n, (low, high) in enumerate(bounds):
            inside = [j for j, c in enumerate(columns) if low <= c < high]
            if inside:
                pieces[n].append((text[inside[0] : inside[-1] + 1], at + inside[0]))
    return [cell_of(p, header) for p in pieces]


def without_rules(lines: Sequence[str]) -> list[str]:
    """The lines, those that are only a rule across the page as blanks, where no rule tells of columns or frames."""
    if not any(_ACROSS.fullmatch(line) for line in lines) or any(
        _COLUMNS.match(line) or (_DRAWS.match(line) and line.count(line.strip()[0]) > 1) for line in lines
    ):
        return list(lines)
    return [" " * len(line) if _ACROSS.fullmatch(line) else line for line in lines]
