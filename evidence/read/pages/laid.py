"""A table of a page laid out: its rows and columns, with its caption and notes, from the words within its bounds."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from evidence.read.compose import RawCell
from evidence.read.pages.counted import counted_rows
from evidence.read.pages.heads import Rule, heads_of
from evidence.read.pages.lines import Line, Word, lines_of
from evidence.read.pages.notes import notes_under, parted
from evidence.read.pages.rows import rows_of
from evidence.read.pages.strips import columns_of
from evidence.settled import settled

__all__ = ["Region", "laid_out", "of_lines", "region_of"]


@settled
class Region:
    """A table: its words, its place, its rows, and the lines of its caption and notes."""

    top: float
    bottom: float
    x0: float
    x1: float
    rows: tuple[tuple[RawCell, ...], ...]
    caption: tuple[Line, ...]
    notes: tuple[Line, ...]
    edges: tuple[float, ...] = ()  # of its columns
    lines: tuple[Line, ...] = ()  # its type, where no box bounds the cells
    rules: tuple[Rule, ...] = ()

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the table, its caption or its notes."""
        return any(word in line.words for line in (*self.caption, *self.notes)) or (
            self.top - 1 <= word.middle <= self.bottom + 1 and self.x0 - 4 <= (word.x0 + word.x1) / 2 <= self.x1 + 4
        )

    def meets(self, other: "Region") -> bool:
        """Whether two tables stand on the same ground."""
        return self.top < other.bottom and other.top < self.bottom and self.x0 < other.x1 and other.x0 < self.x1


def of_lines(head: list[Line], taken: list[Line], words: Sequence[Word], rules: Sequence[Rule]) -> Region | None:
    """The table that some lines make, with the rules among them."""
    top, bottom = taken[0].top - 1, taken[-1].bottom + 1
    x0, x1 = min(line.x0 for line in taken), max(line.x1 for line in taken)
    inner = [r for r in rules if top <= r.y <= bottom and x0 - 12 < r.x0 and r.x1 < x1 + 12]
    return region_of(head, top, bottom, x0, x1, words, inner)


def region_of(
    head: list[Line], top: float, bottom: float, x0: float, x1: float, words: Sequence[Word], rules: Sequence[Rule]
) -> Region | None:
    """The table within some bounds, with its caption above and the notes that stand in it or under it."""
    inside = [w for w in words if top - 1 <= w.middle <= bottom + 1 and x0 - 6 <= (w.x0 + w.x1) / 2 <= x1 + 6]
    lines, ending = parted(lines_of(inside), x0, x1)
    columns = columns_of(lines)
    if len(head) > 1 and len(columns) > 2 and head[-1].bottom < lines[0].bottom and heads_of(head[-1], columns):
        lines.insert(0, head[-1])  # it looked like the caption's last line
        head, top = head[:-1], head[-1].top - 1
    laid = laid_out(lines, rules)
    if laid is None:
        return None
    if head and (rows := counted_rows([head[-1], *lines], len(columns))) and len(head) > 1:
        head = head[:-1]  # the header stood right under the caption
        laid = replace(laid, rows=tuple(tuple(row) for row in rows))
    elif rows := counted_rows(lines, len(columns)):
        laid = replace(laid, rows=tuple(tuple(row) for row in rows))
    notes = (*ending, *notes_under(bottom, x0, x1, words))
    bottom = ending[0].top if ending else bottom
    return replace(laid, top=top, bottom=bottom, x0=x0, x1=x1, caption=tuple(head), notes=notes)


def laid_out(lines: list[Line], rules: Sequence[Rule]) -> Region | None:
    """Lines as the rows and columns of a table, if they are one."""
    columns = columns_of(lines)
    if len(columns) < 2 or len(lines) < 2:
        return None
    rows = rows_of(lines, columns, rules)
    if len(rows) < 2:
        return None
    edges = (columns[0][0], *((a[1] + b[0]) / 2 for a, b in pairwise(columns)), columns[-1][1])
    bounds = (lines[0].top, lines[-1].bottom, columns[0][0], columns[-1][1])
    return Region(*bounds, tuple(tuple(row) for row in rows), (), (), edges, tuple(lines), tuple(rules))
