"""Cells one a line, the empty ones too: a row is as many lines as the table has columns.

Word processors write tables so when they save plain text. A line between two rows that is none of their cells
is a heading between rows, whose cell reached over all columns.
"""

import re
from collections.abc import Sequence

from evidence.read.captioned import CAPTION, NOTE
from evidence.read.compose import RawCell
from evidence.read.flat.cell_heads import leveled, numbered, whole
from evidence.read.flat.headings import known
from evidence.read.flat.packed import cell, is_value
from evidence.read.tables.header import heading
from evidence.read.tables.relations import verdict
from evidence.settled import settled

__all__ = ["by_counting"]

Place = tuple[str, int]
Rows = list[list[RawCell]]

_WIDEST = 20
_STUBS = 4
_FEWEST = 3
_MOST = 600  # lines of one table
_LONGEST = 300  # characters of a cell
_HEADS = 3  # rows of headings
_LONGEST_HEAD = 12  # words
_NO_HEAD = RawCell("", header=True)
_WORDED = frozenset(
    {"hypothesis", "relation", "from", "to", "via", "item", "construct", "category", "source", "verdict"}
)


@settled
class _Laid:
    width: int
    stubs: int
    rows: tuple[tuple[int, int], ...]  # first line and how many: a whole row, or the one line of a heading
    stop: int

    @property
    def full(self) -> int:
        return sum(size > 1 for _, size in self.rows)


def by_counting(lines: Sequence[Place], start: int) -> Rows:
    """The table that begins at a line, or nothing where its lines do not fall into rows, or in more ways than one."""
    cells = _cells(lines, start)
    kinds = [_kind(c.text) for c in cells]
    first = next((i for i, c in enumerate(cells) if kinds[i] == "value" and any(p in c.text for p in ".,")), None)
    if first is None:
        return []
    while first and kinds[first - 1] == "value":
        first -= 1
    found = [
        laid
        for stubs in range(1, min(_STUBS, first) + 1)
        for width in range(stubs + 1, _WIDEST)
        if (laid := _laid(cells, kinds, first - stubs, width, stubs))
    ]
    best = max(found, key=_worth, default=None)
    if best is None or any(_worth(other) == _worth(best) and other.width != best.width for other in found):
        return []
    head = _head(cells[: best.rows[0][0]], cells, best)
    if head is None:
        return []
    heads, sections = head
    return [
        *heads,
        *(_alone(c, best.width) for c in sections),
        *(_row(cells, at, size, best) for at, size in best.rows),
    ]


def _worth(laid: _Laid) -> tuple[int, int, int]:
    """The reading that explains most lines, as rows rather than as headings between them."""
    return laid.stop, laid.full, laid.full - len(laid.rows)


def _row(cells: Sequence[RawCell], at: int, size: int, laid: _Laid) -> list[RawCell]:
    return list(cells[at : at + size]) if size > 1 else _alone(cells[at], laid.width)


def _alone(found: RawCell, width: int) -> list[RawCell]:
    return [found, *[RawCell("")] * (width - 1)]


def _cells(lines: Sequence[Place], start: int) -> list[RawCell]:
    out: list[RawCell] = []
    for text, at in lines[start : start + _MOST]:
        if CAPTION.match(text.strip()) or len(text.strip()) > _LONGEST:
            break
        out.append(cell((text, at), 0, len(text)))
    return out


def _kind(text: str) -> str:
    if not is_value(text):
        return "words" if text else ""
    several = sum(piece[0] not in "([*" for piece in text.replace("( ", "(").split()) > 1
    return "several" if several and not re.fullmatch(r"[(\[][^()\[\]]*[)\]]", text) else "value"


def _laid(cells: Sequence[RawCell], kinds: Sequence[str], start: int, width: int, stubs: int) -> _Laid | None:
    """The rows of a width from a line on, to the last that is one."""
    told = any(verdict(c.text) for c in cells[start + width - 1 : start + 3 * width : width])
    while start >= width and _fits(cells, kinds, start - width, width, stubs, told):
        if numbered(cells[start - width : start]):
            break
        start -= width
    rows: list[tuple[int, int]] = []
    at = start
    while at < len(cells):
        if _fits(cells, kinds, at, width, stubs, told):
            rows.append((at, width))
            at += width
        elif rows and kinds[at] == "words" and _fits(cells, kinds, at + 1, width, stubs, told):
            rows.append((at, 1))
            at += 1
        elif rows and _names(kinds, at, width) and _fits(cells, kinds, at + width, width, stubs, told):
            rows.append((at, width))
            at += width
        else:
            break
    full = [at for at, size in rows if size > 1]
    if len(full) < _FEWEST or not all(any(kinds[at + c] for at in full) for c in range(width)):
        return None
    if not any(kinds[full[0] + c] == "words" for c in range(stubs)) or {"value", "several"} & {
        *kinds[at : at + 2 * width]
    }:
        return None  # no label, or values that no row holds
    return _Laid(width, stubs, tuple(rows), at)


def _names(kinds: Sequence[str], at: int, width: int) -> bool:
    """A row of headings between rows."""
    row = kinds[at : at + width]
    return "value" not in row and row.count("words") > 1


def _fits(cells: Sequence[RawCell], kinds: Sequence[str], at: int, width: int, stubs: int, told: bool) -> bool:
    """Words first, the last of them not empty; values behind them, and a verdict in the last column."""
    row = kinds[at : at + width]
    if (
        len(row) < width
        or "several" in row
        or "value" in row[:stubs]
        or (stubs > 1 and verdict(cells[at].text))
        or not row[stubs - 1]
        or "value" not in row[stubs:]
    ):
        return False
    behind = [i for i in range(stubs, width) if row[i] == "words"]
    return not behind or (behind == [width - 1] and told and verdict(cells[at + width - 1].text) is not None)


def _head(above: Sequence[RawCell], cells: Sequence[RawCell], laid: _Laid) -> tuple[Rows, list[RawCell]] | None:
    """The lines above the rows: as many headings as there are columns, before them such that span columns.

    The last line may head the first rows instead, as others do further down; then the headings fit better without it.
    """
    while above and (len(above[0].text.split()) > _LONGEST_HEAD or NOTE.match(above[0].text)):
        above = above[1:]
    if not 0 < len(above) <= (_HEADS + 1) * laid.width or any(len(c.text.split()) > _LONGEST_HEAD for c in above):
        return None
    told = any(verdict(cells[at + laid.width - 1].text) for at, size in laid.rows if size > 1)
    named = whole([_as_head(c) for c in above if c.text])
    sections = [above[-1]] if any(size == 1 for _, size in laid.rows) and not known(above[-1].text) else []
    for over, heading_rows in ((named, []), (named[:-1], sections)):
        levels = leveled(over, laid.stubs, laid.width - laid.stubs - told, told)
        if levels and (heading_rows or over is named):
            return levels, heading_rows
    if _spans_and_section(above, laid):
        spanning = [*map(_as_head, above[:-1]), *[_NO_HEAD] * (laid.width - len(above) + 1)]
        return [spanning], [above[-1]]
    full, less = (_last(lines, laid.width) for lines in (above, above[:-1]))
    names = frozenset(cells[at + c].text.lower() for at, _ in laid.rows for c in range(laid.stubs)) - {""}
    apart = not all(c.text for c in full) or (len(above) == laid.width + 1 and all(c.text for c in above))
    parted = len(above) > 1 and apart and any(size == 1 for _, size in laid.rows)
    again = {_mask(cells[at].text) for at, size in laid.rows if size == 1}
    sectioned = parted and (_fit(less, laid, names) > _fit(full, laid, names))
    sectioned = sectioned or (len(above) > 2 and _mask(above[-1].text) in again)
    last, sections = (less, [above[-1]]) if sectioned else (full, [])
    rest = above[: -laid.width - sectioned]
    while rest and not rest[0].text:
        rest = rest[1:]
    heads = [last]
    if rest and any(c.text for c in rest):
        heads.insert(0, [*map(_as_head, rest[: laid.width]), *[_NO_HEAD] * (laid.width - len(rest))])
    return heads, sections


def _spans_and_section(above: Sequence[RawCell], laid: _Laid) -> bool:
    """Fewer headings than columns, the last of which heads rows as others do further down: one spans the columns."""
    sections = sum(size == 1 for _, size in laid.rows)
    named = all(c.text for c in above) and not known(above[-1].text)
    return sections > 0 and laid.stubs == 1 and named and len(above) == 3 < laid.width and known(above[1].text)


def _mask(text: str) -> str:
    """A heading but for its number: `Model 1` and `Model 2` head rows alike."""
    return re.sub(r"\d+", "#", text)


def _last(above: Sequence[RawCell], width: int) -> list[RawCell]:
    kept = [_as_head(c) for c in above[-width:]]
    return [_NO_HEAD] * (width - len(kept)) + kept


def _fit(heads: Sequence[RawCell], laid: _Laid, names: frozenset[str]) -> int:
    """How many headings stand over what they can head: statistics and names over values, no statistics over words."""
    over = sum(_of_values(c.text) or c.text.lower() in names for c in heads[laid.stubs :])
    return over - sum(_of_values(c.text) for c in heads[: laid.stubs]) - sum(not c.text for c in heads[laid.stubs :])


def _of_values(text: str) -> bool:
    return known(text) and not _WORDED.intersection(heading(text).statistics)


def _as_head(found: RawCell) -> RawCell:
    return RawCell(found.text, header=True, span=found.span)
