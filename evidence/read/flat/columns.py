"""Columns one after the other: each a block of lines, with its heading on top or all headings first."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from evidence.read.compose import RawCell
from evidence.read.flat.column_blocks import pieced
from evidence.read.flat.packed import cell, is_value
from evidence.read.flat.placing import BLANK
from evidence.read.flat.region import Region
from evidence.read.tables.header import heading

__all__ = ["by_columns"]

Place = tuple[str, int]
Rows = list[list[RawCell]]
Block = list[RawCell]
_FEWEST = 3  # rows that make a column


def by_columns(lines: Sequence[Place], region: Region) -> Rows:
    """The table, or nothing where its blocks are not columns of one length."""
    blocks = [[cell(lines[i], 0, len(lines[i][0])) for i in block] for block in region.blocks]
    if len(blocks) == 1:
        blocks = _runs(blocks[0])
    while blocks and len(blocks[-1]) == 1 and not is_value(blocks[-1][0].text):
        blocks.pop()
    return _headed(blocks) or _under_heads(blocks) or pieced(blocks) or _grouped(blocks)


def _runs(cells: Block) -> list[Block]:
    """Lines without gaps, cut before the heading of each run of values of one length."""
    kinds = [is_value(c.text) for c in cells]
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(cells):
        stop = at
        while stop < len(cells) and kinds[stop] == kinds[at]:
            stop += 1
        if kinds[at]:
            runs.append((at, stop))
        at = stop
    sizes = {b - a for a, b in runs}
    if len(runs) < 2 or len(sizes) != 1:
        return [cells]
    size = sizes.pop()
    if size < _FEWEST or any(c - b != 1 for (_, b), (c, _) in pairwise(runs)):
        return [cells]
    words = cells[: runs[0][0] - 1]
    if not words or len(words) % (size + 1):
        return [cells]
    blocks = [words[i : i + size + 1] for i in range(0, len(words), size + 1)]
    blocks += [cells[a - 1 : b] for a, b in runs]
    rest = cells[runs[-1][1] :]
    return [*blocks, rest] if rest else blocks


def _values(block: Block) -> int:
    return sum(is_value(c.text) for c in block)


def _headed(blocks: list[Block]) -> Rows:
    """Every block a column, its first line the heading."""
    size = Counter(len(b) for b in blocks).most_common(1)[0][0] if blocks else 0
    columns = [b for b in blocks if len(b) == size]
    numeric = [b for b in columns if _values(b) >= len(b) - 1 and not is_value(b[0].text)]
    if size <= _FEWEST or len(columns) != len(blocks) or len(columns) < 2 or not numeric:
        return []
    return _rows([[_head(b[0]) for b in columns]], columns, 1)


def _under_heads(blocks: list[Block]) -> Rows:
    """All headings first, each a block of its own, then the columns."""
    lead = 0
    while lead < len(blocks) and len(blocks[lead]) == 1 and not is_value(blocks[lead][0].text):
        lead += 1
    columns = blocks[lead:]
    if lead < 2 or not columns or len(columns[0]) < 2 or any(len(b) != len(columns[0]) for b in columns):
        return []
    if len(columns) == lead and any(_values(b) == len(b) for b in columns):
        return _rows([[_head(b[0]) for b in blocks[:lead]]], columns, 0)
    return []


def _grouped(blocks: list[Block]) -> Rows:
    """Constructs one after the other: name, codes of items, a value for each, then the figures of the whole."""
    lead: list[RawCell] = []
    while len(blocks) > len(lead) and len(blocks[len(lead)]) == 1 and heading(blocks[len(lead)][0].text).statistics:
        lead.append(blocks[len(lead)][0])
    heads = [part for c in lead for part in _parts(c)]
    groups: list[list[Block]] = []
    for block in blocks[len(lead) :]:
        worded = not any(is_value(c.text) for c in block)
        if worded and (not groups or any(_values(b) for b in groups[-1])):
            groups.append([])
        if not groups:
            return []
        groups[-1].append(block)
    if len(lead) < 3 or len(groups) < 2:
        return []
    out: Rows = [heads]
    for group in groups:
        made = _group(group, len(heads))
        if made is None:
            return []
        out += made
    return out


def _group(group: list[Block], width: int) -> Rows | None:
    """One construct's rows; its own figures stand in the first."""
    words = [b for b in group if not _values(b)]
    values = [b for b in group if _values(b)]
    if len(words) == 1 and len(words[0]) > 1:  # name and items in one block
        words = [words[0][:1], words[0][1:]]
    if len(words) < 2 or not values or any(_values(b) != len(b) for b in values):
        return None
    name, *columns = words
    size = len(values[0])
    if any(len(c) != size for c in columns):
        return None
    full = [b for b in values if len(b) == size]
    whole = [c for b in values if len(b) != size for c in b]
    if size > 1 and 1 + len(columns) + len(full) + len(whole) != width:
        full, whole = values[:1], [c for b in values[1:] for c in b]
    if 1 + len(columns) + len(full) + len(whole) != width:
        return None
    one = RawCell(" ".join(c.text for c in name), span=(name[0].span[0], name[-1].span[1]))  # type: ignore[index]
    rows = []
    for i in range(size):
        first = i == 0
        rows.append(
            [
                one if first else BLANK,
                *(c[i] for c in columns),
                *(b[i] for b in full),
                *(whole if first else [BLANK] * len(whole)),
            ]
        )
    return rows


def _parts(head: RawCell) -> list[RawCell]:
    """`Alpha / CR / AVE` heads three columns."""
    names = heading(head.text).statistics
    pieces = [p.strip() for p in head.text.split("/")]
    if len(names) > 1 and len(pieces) == len(names) and head.span:
        return [RawCell(p, header=True, span=head.span) for p in pieces]
    return [_head(head)]


def _head(found: RawCell) -> RawCell:
    return RawCell(found.text, header=True, span=found.span)


def _rows(heads: Rows, columns: list[Block], skip: int) -> Rows:
    return [*heads, *([b[i] for b in columns] for i in range(skip, len(columns[0])))]
