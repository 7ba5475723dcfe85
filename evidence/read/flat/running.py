"""Cells on lines of their own, row after row: a row begins at the words that follow a value."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evidence.read.compose import RawCell
from evidence.read.flat.headings import cut
from evidence.read.flat.packed import cell, is_value, packed
from evidence.read.flat.placing import BLANK, placed
from evidence.read.flat.region import Region
from evidence.read.tables.header import heading
from evidence.read.tables.relations import hypothesis_label, verdict

__all__ = ["by_cells", "cells_of"]

Place = tuple[str, int]
Rows = list[list[RawCell]]
_FEWEST_NAMES = 3
_OPEN = re.compile(r"(?:[-=]+>|→|<-+|,|&|\b(?:and|of|to|on|with|for|the|in))$", re.IGNORECASE)


@dataclass(frozen=True)
class _Row:
    texts: list[RawCell]
    values: list[RawCell]
    told: RawCell | None = None


def cells_of(lines: Sequence[Place], region: Region) -> list[RawCell]:
    """Every cell in order; a block of words broken over lines is one cell, a line of several values several."""
    apart = sum(len(b) == 1 for b in region.blocks) * 2 > len(region.blocks)
    out: list[RawCell] = []
    for block in region.blocks:
        single = [cell(lines[i], 0, len(lines[i][0])) for i in block]
        if apart and len(single) > 1 and not any(is_value(c.text) for c in single):
            out.append(_one(single))
            continue
        for i, whole in zip(block, single, strict=True):
            parts = packed(lines[i])
            several = len(parts.values) > 1 or (parts.values and parts.label.text and parts.values[-1].text[-1:] != ")")
            if not several or (parts.label.text and re.fullmatch(r"\d{1,2}", parts.values[-1].text)):
                out.append(whole)
                continue
            out += [c for c in (parts.label, *parts.values, parts.verdict) if c is not None and c.text]
    return out


def _one(cells: Sequence[RawCell]) -> RawCell:
    return RawCell(" ".join(c.text for c in cells), span=(cells[0].span[0], cells[-1].span[1]))  # type: ignore[index]


def by_cells(lines: Sequence[Place], region: Region) -> Rows:
    """The table, or nothing where its cells do not fall into rows of one shape."""
    cells = cells_of(lines, region)
    first = next((i for i, c in enumerate(cells) if is_value(c.text) and re.search(r"[.,]\d", c.text)), None)
    if first is None:
        return []
    while first and is_value(cells[first - 1].text):
        first -= 1
    rows = _rows(cells[first:])
    if len(rows) < 3:
        return []
    texts = Counter(len(r.texts) for r in rows[1:]).most_common(1)[0][0]
    if texts > min(first, 4):
        return []
    start = first - texts
    # the numbers of columns end a header: `1 2 3` and not the values of a row
    rows[0] = _Row([*cells[start:first]], rows[0].values, rows[0].told)
    often, times = Counter(len(r.values) for r in rows).most_common(1)[0]
    count = often if times * 5 >= 3 * len(rows) else max(len(r.values) for r in rows)
    told = any(r.told for r in rows)
    named = _named(cells[:start], [r.texts[-1].text for r in rows if r.texts], texts, count, told)
    head = named[0] if named else _header(cells[:start], texts, count, told)
    if head is None:
        return []
    width = len(head)
    heads = [c.text for c in head[texts : width - told]]
    full = placed([r.values for r in rows], heads)
    out: Rows = [head, *([c, *[BLANK] * (width - 1)] for c in (named[1] if named else ()))]
    lost = 0
    for row, values in zip(rows, full, strict=True):
        section, labels = _labels(row.texts, texts)
        if section:
            out.append([section, *[BLANK] * (width - 1)])
        if labels is None or values is None:
            lost += 1
            continue
        out.append([*labels, *values, *([row.told or BLANK] if told else [])])
    return out if lost * 5 <= len(rows) else []


def _rows(cells: Sequence[RawCell]) -> list[_Row]:
    """From the first value on: values, a verdict behind them, then the words before the next values."""
    rows: list[_Row] = []
    texts: list[RawCell] = []
    values: list[RawCell] = []
    told: RawCell | None = None
    ahead: list[RawCell] = []
    for item in cells:
        if not is_value(item.text):
            if values and not ahead and told is None and verdict(item.text):
                told = item
            else:
                ahead.append(item)
            continue
        if ahead or told:
            rows.append(_Row(texts, values, told))
            texts, values, told, ahead = ahead, [], None, []
        values.append(item)
    return [*rows, _Row(texts, values, told)]


def _labels(texts: list[RawCell], want: int) -> tuple[RawCell | None, list[RawCell] | None]:
    """A heading above the row, if there is one, and the words of the row in their columns."""
    if len(texts) == want:
        return None, texts
    if len(texts) > want:
        extra = len(texts) - want
        if want == 1 and (_OPEN.search(texts[0].text) or texts[1].text[:1].islower()):
            return None, [_one(texts)]
        return (texts[0], texts[1:]) if extra == 1 else (None, None)
    if len(texts) == want - 1 and not hypothesis_label(texts[0].text if texts else "")[0]:
        return None, [BLANK, *texts]
    return None, None


def _header(cells: list[RawCell], texts: int, count: int, told: bool) -> list[RawCell] | None:
    """One heading for each column; the first may be missing over the words, and one may span two limits."""
    want = texts + count + told
    cells = [RawCell(c.text, header=True, span=c.span) for c in cells]
    kept = [c for c, after in zip(cells, [*cells[1:], BLANK], strict=False) if not _spans(c, after)]
    for found in (cells, kept):
        if len(found) in (want, want + 1) and len(found) - want <= _square(found):
            return found
        if texts and len(found) == want - texts:
            return [*[BLANK] * texts, *found]
        if texts > 1 and len(found) == want - texts + 1:
            return [*[BLANK] * (texts - 1), *found]
    if not cells:
        return None
    joined = " ".join(c.text for c in cells)
    for size in (want, want - texts):
        if cut(joined, 0, size):
            named = [c.text for c in cut(joined, 0, size) or ()]
            return [*[BLANK] * (want - size), *(RawCell(t, header=True) for t in named)]
    return None


def _named(
    cells: list[RawCell], labels: list[str], texts: int, count: int, told: bool
) -> tuple[list[RawCell], list[RawCell]] | None:
    """The headings of a square table, named as its rows are, in their order; and what stands below them."""
    order = [*dict.fromkeys(_fold(t) for t in labels)]
    names = [_fold(c.text) for c in cells]
    if told or count < _FEWEST_NAMES:
        return None
    for size in (count, count + 1):
        for first in range(max(0, len(cells) - size - 1), len(cells) - size + 1):
            if len(order) >= size and names[first : first + size] == order[:size]:
                heads = [RawCell(c.text, header=True, span=c.span) for c in cells[first : first + size]]
                return [*[BLANK] * texts, *heads], cells[first + size :]
    return None


def _fold(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def _spans(above: RawCell, below: RawCell) -> bool:
    """`95% CI` before `Lower`: a heading over the two that follow."""
    wide = heading(above.text).statistics
    return wide == ("ci",) and heading(below.text).statistics[:1] == ("ci_lo",)


def _square(cells: list[RawCell]) -> bool:
    """A triangle without its diagonal leaves the last column empty."""
    names = sum(not heading(c.text).statistics for c in cells)
    return names > 3
