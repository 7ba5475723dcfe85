"""Tables in a frame of characters, whose cells may reach over several rows or columns.

┌────────┬───────────┐        +--------+-----+------+
│        │ Loadings  │        | Trust  | T1  | .81  |
│ Trust  ├─────┬─────┤        |        +-----+------+
│        │ T1  │ .81 │        |        | T2  | .79  |
└────────┴─────┴─────┘        +--------+-----+------+
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from evidence.read.compose import RawCell
from evidence.read.late import late
from evidence.read.typed.places import Place, cell_of, columns_of

__all__ = ["framed_end", "framed_rows"]

_JOINTS = "+├┤┬┴┼┌┐└┘╔╗╚╝╠╣╦╩╬╞╡╪╒╕╘╛"
_UPRIGHT = "|│┃║" + _JOINTS
_WIDEST = 2_000  # characters of a line
_FIRST = 40  # lines in which a frame holds something
_LEVEL = "-─━═="
_BEGINS = late(rf"\s*[+┌╔├╒][{_LEVEL}:]{{2,}}")
_GOES_ON = re.compile(rf"\s*[{re.escape(_UPRIGHT)}]")
_RULED = late(rf"[{re.escape(_JOINTS)}][{_LEVEL}:]{{2,}}|[{_LEVEL}:]{{2,}}[{re.escape(_JOINTS)}]")


@dataclass
class _Cell:
    row: int
    column: int
    last_row: int
    last_column: int
    pieces: list[Place] = field(default_factory=list)


class _Line:
    """One line of a frame by its columns of print."""

    def __init__(self, line: Place) -> None:
        self.text, self.start = line
        at = columns_of(self.text)
        self.at = {column: i for i, column in enumerate(at)}
        self.joints = [at[i] for i, c in enumerate(self.text) if c in _JOINTS] if _RULED.search(self.text) else []

    def upright(self, column: int) -> bool:
        """Whether an edge of a cell stands here."""
        i = self.at.get(column)
        return i is not None and self.text[i] in _UPRIGHT

    def ruled(self, left: int, right: int) -> bool:
        """Whether a rule fills the stretch between two edges."""
        text = self.between(left, right)[0]
        return bool(text) and all(c in _LEVEL + _JOINTS + ":" for c in text)

    def between(self, left: int, right: int) -> Place:
        """The characters between two edges, and where they stand."""
        inside = [i for c in range(left + 1, right) if (i := self.at.get(c)) is not None]
        return (self.text[inside[0] : inside[-1] + 1], self.start + inside[0]) if inside else ("", self.start)


def framed_end(lines: Sequence[Place], start: int) -> int:
    """The line after the frame that begins at a line; `start` where none does."""
    if not _BEGINS.match(lines[start][0]) or not any(
        re.search(r"\w", text) for text, _ in lines[start : start + _FIRST]
    ):
        return start
    stop = start
    while stop < len(lines) and len(lines[stop][0]) < _WIDEST and _GOES_ON.match(lines[stop][0]):
        stop += 1
    return stop if stop - start > 2 else start


def framed_rows(lines: Sequence[Place]) -> list[list[RawCell]]:
    """The rows of a frame; what stands above a double rule, which is not the first, is header."""
    drawn = [_Line(line) for line in lines]
    edges = sorted({c for line in drawn for c in line.joints})
    spans = list(pairwise(edges))
    cells: list[_Cell] = []
    held: list[_Cell | None] = [None] * len(spans)
    row, under = -1, -1
    for n, line in enumerate(drawn):
        rules = [line.ruled(a, b) for a, b in spans]
        if any(rules):
            cut = {id(cell) for rule, cell in zip(rules, held, strict=True) if rule and cell}
            held = [None if cell is None or id(cell) in cut else cell for cell in held]
            row += 1
            under = row if n and re.search("[=═╞]", line.text) and under < 0 else under
            for cell in held:
                if cell:
                    cell.last_row = row
        for left, right in _stretches(line, spans, rules):
            cell = held[left]
            if cell is None:
                cell = _Cell(max(row, 0), left, max(row, 0), right)
                cells.append(cell)
                held[left : right + 1] = [cell] * (right + 1 - left)
            cell.pieces.append(line.between(spans[left][0], spans[right][1]))
    return _rows(cells, under)


def _stretches(line: _Line, spans: Sequence[tuple[int, int]], rules: Sequence[bool]) -> list[tuple[int, int]]:
    """The columns that each cell of a line fills: to the next edge or rule."""
    found = []
    left = 0
    for c in range(len(spans)):
        open_ = c + 1 < len(spans) and not rules[c] and not rules[c + 1] and not line.upright(spans[c][1])
        if open_:
            continue
        if not rules[c]:
            found.append((left, c))
        left = c + 1
    return found


def _rows(cells: Sequence[_Cell], under: int) -> list[list[RawCell]]:
    count = max((cell.last_row for cell in cells), default=-1) + 1
    rows: list[list[RawCell]] = [[] for _ in range(count)]
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        tall, wide = cell.last_row - cell.row + 1, cell.last_column - cell.column + 1
        rows[cell.row].append(cell_of(cell.pieces, cell.row < under, tall, wide))
    return rows
