"""Cells on lines of their own, row after row: a row begins at the words that follow a value."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.compose import RawCell
from evidence.read.flat.cell_heads import Head, header, leveled, numbered, squared, whole
from evidence.read.flat.headings import known
from evidence.read.flat.packed import cell, is_value, packed
from evidence.read.flat.placing import BLANK, placed
from evidence.read.flat.region import Region
from evidence.read.tables.relations import hypothesis_label, verdict
from evidence.settled import settled

__all__ = ["by_cells", "cells_of"]

Place = tuple[str, int]
Rows = list[list[RawCell]]
_OPEN = re.compile(r"(?:[-=]+>|→|<-+|,|&|\b(?:and|of|to|on|with|for|the|in))$", re.IGNORECASE)


@settled
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
        for i, alone in zip(block, single, strict=True):
            parts = packed(lines[i])
            several = len(parts.values) > 1 or (parts.values and parts.label.text and parts.values[-1].text[-1:] != ")")
            if not several or (parts.label.text and re.fullmatch(r"\d{1,2}", parts.values[-1].text)):
                out.append(alone)
                continue
            out += [c for c in (parts.label, *parts.values, parts.verdict) if c is not None and c.text]
    return out


def _one(cells: Sequence[RawCell]) -> RawCell:
    return RawCell(" ".join(c.text for c in cells), span=(cells[0].span[0], cells[-1].span[1]))  # type: ignore[index]


def by_cells(lines: Sequence[Place], region: Region) -> Rows:
    """The table, or nothing where its cells do not fall into rows of one shape."""
    cells = cells_of(lines, region)
    start = numbered(cells) or squared(cells)
    while 0 < start < len(cells) and is_value(cells[start].text):
        start += 1
    first = next((i for i, c in enumerate(cells[start:], start) if _begins(c.text, start)), None)
    if first is None:
        return []
    while first > start and is_value(cells[first - 1].text):
        first -= 1
    rows = _rows(cells[first:])
    if len(rows) < 3:
        return []
    texts = Counter(len(r.texts) for r in rows[1:]).most_common(1)[0][0]
    if texts > min(first, 4):
        return []
    # the numbers of columns end a header: `1 2 3` and not the values of a row
    rows[0] = _Row([*cells[first - texts : first]], rows[0].values, rows[0].told)
    often, times = Counter(len(r.values) for r in rows).most_common(1)[0]
    most = max(len(r.values) for r in rows)
    for count in dict.fromkeys((often, most) if times * 5 >= 3 * len(rows) else (most,)):
        found = _table(cells[: first - texts], rows, texts, count)
        if found:
            return found
    return []


def _begins(text: str, start: int) -> bool:
    """The first value: one with decimals, where nothing tells where the header ends."""
    return is_value(text) and bool(start or re.search(r"[.,]\d", text))


def _table(above: list[RawCell], rows: list[_Row], texts: int, count: int) -> Rows:
    """The rows under their header; nothing where some are lost."""
    told = any(r.told for r in rows)
    labels = [r.texts[-1].text for r in rows if r.texts]
    sections = sum(len(r.texts) == texts + 1 for r in rows[1:])
    head: Head | None = None
    if sections and above and not known(above[-1].text):
        over = above[:-1]  # the last line heads the first rows, as others do below
        if len(over) == texts + count + told or leveled(whole(over), texts, count, told):
            head = header(over, labels, texts, count, told)
        head = head and replace(head, sections=[*head.sections, above[-1]])
    head = head or header(above, labels, texts, count, told)
    if head is None:
        return []
    width = len(head.rows[-1])
    heads = [c.text for c in head.rows[-1][texts : width - told]]
    full = placed([r.values for r in rows], heads)
    out: Rows = [*head.rows, *([c, *[BLANK] * (width - 1)] for c in head.sections)]
    lost = 0
    for row, values in zip(rows, full, strict=True):
        section, names = _labels(row.texts, texts)
        if section:
            out.append([section, *[BLANK] * (width - 1)])
        if names is None or values is None:
            lost += 1
            continue
        out.append([*names, *values, *([row.told or BLANK] if told else [])])
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
        texts = _bracketed(texts)
        extra = len(texts) - want
        if not extra:
            return None, texts
        if all(hypothesis_label(t.text)[0] for t in texts):
            return None, None  # two rows of which the values stand elsewhere
        if want == 1 and (_OPEN.search(texts[0].text) or texts[1].text[:1].islower()):
            return None, [_one(texts)]
        return (texts[0], texts[1:]) if extra == 1 else (None, None)
    if len(texts) == want - 1 and not hypothesis_label(texts[0].text if texts else "")[0]:
        return None, [BLANK, *texts]
    return None, None


def _bracketed(texts: list[RawCell]) -> list[RawCell]:
    """What stands in brackets belongs to the words before it."""
    out = texts[:1]
    for t in texts[1:]:
        out = [*out[:-1], _one([out[-1], t])] if t.text.startswith("(") and t.text.endswith(")") else [*out, t]
    return out
