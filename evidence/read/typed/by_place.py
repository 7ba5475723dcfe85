"""Tables of typed pages whose columns run into one another: read by the places of their characters, or by counting."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.compose import RawCell
from evidence.read.flat import Flat, anchored, captioned, respaced, spaced, widened
from evidence.read.pages import Line, Region, captions_in
from evidence.read.pages.laid import laid_out
from evidence.read.typed.realigned import realigned

__all__ = ["completed"]

Place = tuple[str, int]
_WIDTH, _PITCH = 5.0, 14.0  # of a character, and from line to line, as pages of typed text are laid out
_FEW = 2  # rows that may hold two values in one cell
_NEAR = 9  # lines of a legend between a caption and its table
_VALUE = r"[-−–<>]?\d*\.\d+\*{0,3}"
_VALUED = re.compile(rf"[(*_]{{0,2}}{_VALUE}[)*_]{{0,2}}")
_CROWDED = re.compile(rf"(?:^|\s){_VALUE}\s(?:{_VALUE}|[-–—])(?:\s|$)")


Rows = Sequence[Sequence[RawCell]]
Laid = tuple[list[Line], list[Region]]  # a page: its lines, and its tables


def completed(pages: Sequence[Laid]) -> list[Laid]:
    """The pages with the tables under captions whose lines give rows by counting only."""
    sides = [_is_under(region) for _, regions in pages for region in regions if region.caption]
    headed = 2 * sum(sides) > len(sides)
    return [(lines, _completed(lines, regions, headed)) for lines, regions in pages]


def _is_under(region: Region) -> bool:
    """Whether a table stands under its caption."""
    return region.bottom > region.caption[0].top


def _completed(lines: Sequence[Line], regions: Sequence[Region], headed: bool) -> list[Region]:
    kept = [replace(r, rows=tuple(map(tuple, widened(r.rows)))) for r in map(_uncrowded, regions)]
    own = captions_in(lines)
    if not own:
        return kept
    places, of = _page(lines)
    for i in own:
        mine = next((r for r in kept if lines[i] in r.caption), None)
        another = mine is not None and not _is_under(mine) and (headed or _of_another(mine, lines, own))
        if mine is not None and not _is_crowded(mine) and not another:
            continue
        flat = captioned(places, of.index(i), frozenset(), lambda _: False)
        found = _region(flat, places, [lines[n] if n is not None else None for n in of]) if flat else None
        if found and not any(
            r is not mine and r.caption and r.bottom > r.caption[0].top and found.meets(r) for r in kept
        ):
            kept = [replace(r, caption=()) if r is mine else r for r in kept if not found.meets(r)] + [found]
    return sorted(kept, key=lambda r: (r.top, r.x0))


def _of_another(region: Region, lines: Sequence[Line], captions: Sequence[int]) -> bool:
    """Whether a table over its caption stands under the caption of another."""
    over = [lines[i] for i in captions if lines[i].top < region.top]
    return any(
        region.top - line.bottom < _NEAR * _PITCH and line.x0 < region.x1 and region.x0 < line.x1 for line in over
    )


def _page(lines: Sequence[Line]) -> tuple[list[Place], list[int | None]]:
    """The page as lines of text, white space between them as blank ones, and the number of the line each is."""
    left = min(line.x0 for line in lines)
    texts: list[str] = []
    of: list[int | None] = []
    for i, line in enumerate(lines):
        if i and not 0 <= line.top - lines[i - 1].top < 1.5 * _PITCH:
            texts.append("")
            of.append(None)
        texts.append(_typed(line, left))
        of.append(i)
    places, at = [], 0
    for text in texts:
        places.append((text, at))
        at += len(text) + 1
    return places, of


def _region(flat: Flat, places: Sequence[Place], lines: Sequence[Line | None]) -> Region | None:
    held = _over(places, lines, flat.span)
    caption = _over(places, lines, flat.caption) if flat.caption else []
    held = [line for line in held if line not in caption]
    if len(held) < 2 or len(flat.rows) < 2:
        return None
    bounds = held[0].top - 1, held[-1].bottom + 1, min(x.x0 for x in held), max(x.x1 for x in held)
    return Region(*bounds, _bare(flat.rows), tuple(caption), ())


def _over(places: Sequence[Place], lines: Sequence[Line | None], span: tuple[int, int]) -> list[Line]:
    shown = zip(places, lines, strict=True)
    return [line for (text, at), line in shown if line and at < span[1] and span[0] < at + len(text)]


def _uncrowded(region: Region) -> Region:
    """A table of which a cell holds the values of several columns, with rows that give each its own where they do."""
    if not region.lines:
        return region
    if not _is_crowded(region):
        return _whole(region)
    left = min(line.x0 for line in region.lines)
    caption, texts = " ".join(line.text for line in region.caption), [_typed(line, left) for line in region.lines]
    rows = _uncrowded_rows(region, caption, texts)
    if not rows and _crowded_rows(region) > _FEW:
        return replace(
            region, rows=tuple((RawCell(line.text),) for line in region.lines)
        )  # nothing tells whose they are
    return replace(region, rows=_bare(rows)) if rows else region


def _uncrowded_rows(region: Region, caption: str, texts: Sequence[str]) -> Rows:
    """The rows by the places of characters, by rounds of headings or by counting; those that set all values apart."""
    placed = respaced([caption, *texts])
    rounds = [] if _is_headed(placed) else anchored(texts)
    ways = [placed if _is_headed(placed) else [], rounds if _come_again(rounds) else [], _again(region), rounds, placed]
    return next((rows for rows in ways if rows and not _holds_crowd(rows)), next(filter(None, ways), []))


def _is_headed(rows: Rows) -> bool:
    """Whether every column but the first has a heading of its own."""
    headings = [[c.text for c in row[1:] if c.colspan == 1] for row in rows if any(c.header for c in row)]
    width = max((sum(c.colspan for c in row) for row in rows), default=0)
    return any(len(own) == width - 1 and all(own) for own in headings)


def _come_again(rows: Rows) -> bool:
    """Whether the headings of a table come again under one after another model."""
    heads = [c.text for row in rows if any(c.header for c in row) for c in row[1:] if c.text and c.colspan == 1]
    return len(set(heads)) < len(heads)


def _again(region: Region) -> Rows:
    """The rows of the table with its columns set apart again."""
    laid = laid_out(realigned(region.lines), ())
    return laid.rows if laid else ()


def _whole(region: Region) -> Region:
    """A table with its labels whole, where the places of its characters give the same values under as many columns."""
    own = [_values(row) for row in region.rows]
    first = next((i for i, values in enumerate(own) if values), 0)
    if not first or all(own[first:]):
        return region
    left = min(line.x0 for line in region.lines)
    texts = [_typed(line, left) for line in region.lines]
    rows = [row for row in spaced([(text, 1000 * i) for i, text in enumerate(texts)]) if not row[0].header]
    again = [values for row in rows if (values := _values(row))]
    if again != [values for values in own if values] or len(rows[0]) != len(region.rows[0]):
        return region
    head = list(region.rows[:first])
    while len(head) > 1 and not any(c.text for c in head[-1][1:]) and rows[0][0].text.startswith(head[-1][0].text):
        head.pop()  # the beginning of a label
    return replace(region, rows=(*head, *_bare(rows)))


def _values(row: Sequence[RawCell]) -> list[str]:
    return [cell.text for cell in row if _VALUED.fullmatch(cell.text)]


def _is_crowded(region: Region) -> bool:
    return _holds_crowd(region.rows)


def _holds_crowd(rows: Rows) -> bool:
    return any(_CROWDED.search(cell.text) for row in rows for cell in row)


def _crowded_rows(region: Region) -> int:
    return sum(any(_CROWDED.search(cell.text) for cell in row) for row in region.rows if len(row) > 1)


def _typed(line: Line, left: float) -> str:
    text = ""
    for w in line.words:
        text += " " * max(round((w.x0 - left) / _WIDTH) - len(text), bool(text)) + w.text
    return text


def _bare(rows: Rows) -> tuple[tuple[RawCell, ...], ...]:
    return tuple(tuple(replace(cell, span=None) for cell in row) for row in rows)
