"""A flattened table laid out again, by the reading that gives every row the cells its header announces."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from evidence.read.captioned import CAPTION
from evidence.read.compose import RawCell
from evidence.read.flat.columns import by_columns
from evidence.read.flat.counted import by_counting
from evidence.read.flat.headings import known
from evidence.read.flat.loose import below, regions, runs
from evidence.read.flat.packed import intervals_apart, packed
from evidence.read.flat.region import Region, region_at
from evidence.read.flat.rows import by_rows
from evidence.read.flat.running import by_cells, cells_of
from evidence.read.flat.sound import sound
from evidence.read.flat.spaced import by_places
from evidence.read.flat.steps import by_steps
from evidence.read.flat.under import captions_under, region_above, repeated
from evidence.read.flat.wide_heading import widened
from evidence.read.model import Cell, Grid
from evidence.read.typed.scanned import without_specks
from evidence.settled import settled

__all__ = ["Flat", "captioned", "flattened", "respaced", "spaced", "unlaid"]

_FEWEST = 4  # values of a table
_SHOWN = 12  # cells that tell what a table is about
_MOST_LOOSE = 3  # blocks before a table that are none of it
_DECIMAL = re.compile(r"\d?[.,]\d")
_INTERVAL = re.compile(r"\bCI\b|\binterval\b", re.IGNORECASE)  # heads a column
Place = tuple[str, int]
Span = tuple[int, int]
Rows = list[list[RawCell]]


@settled
class Flat:
    """A flattened table: its rows, its caption, and the number of the line after it."""

    rows: Rows
    caption: Span | None  # where it stands above
    span: Span
    stop: int


def flattened(lines: Sequence[Place], pages: frozenset[int], aligned: Callable[[int], bool]) -> dict[int, Flat]:
    """The flattened tables of a text by the number of their first line, the caption's where it stands above."""
    if not any(CAPTION.match(text.strip()) for text, _ in lines):
        return {}
    lines = [(without_specks(text), at) for text, at in lines]
    loose = runs(lines, pages, aligned)
    found: dict[int, Flat] = {}
    taken: set[int] = set()
    heads = repeated(lines)
    under = captions_under(lines, pages, heads)
    for at in under:
        over = _under(lines, at, pages, heads)
        if over and not taken & set(range(over[0], at)):
            found[over[0]] = over[1]
            taken.update(range(over[0], at))
    for at, (text, _) in enumerate(lines if not under and not below(lines, loose) else ()):
        flat = captioned(lines, at, pages, aligned) if at not in taken and CAPTION.match(text.strip()) else None
        if flat:
            found[at] = flat
            taken.update(range(at, flat.stop))
    for run in loose:
        part = _loose(lines, run) if not taken & set(range(*run)) else None
        if part and not taken & set(range(part[0], run[1])):
            found[part[0]] = part[1]
    return found


def spaced(lines: Sequence[Place]) -> Rows:
    """The rows of a table that no caption announces, by the places of their cells; nothing where these tell none."""
    start = lines[0][1]
    rows = by_places(lines, Region((start, start), (tuple(range(len(lines))),), len(lines)))
    return rows if sound(rows) else []


def respaced(texts: Sequence[str]) -> Rows:
    """The rows of a table whose caption is the first of its lines; nothing where its lines do not give rows."""
    places, at = [], 0
    for text in texts:
        places.append((text, at))
        at += len(text) + 1
    region = Region((0, len(texts[0])), (tuple(range(1, len(texts))),), len(texts), 1)
    for rows in (by_places(places, region), _laid_out(places, region)):
        if rows and sound(rows) and any(c.header for c in rows[0]):
            return rows
    return []


def unlaid(
    lines: Sequence[Place], pages: frozenset[int], aligned: Callable[[int], bool], found: dict[int, Flat]
) -> list[Grid]:
    """The tables below captions whose cells do not fall into rows: their captions, first cells and places."""
    left: list[Grid] = []
    taken = {i for at, flat in found.items() for i in range(at, flat.stop)}
    for at, (text, _) in enumerate(lines):
        if at in taken or not CAPTION.match(text.strip()):
            continue
        region = region_at(lines, at, pages, aligned)
        numbers = [i for block in region.blocks for i in block] if region else []
        if region is None or taken.intersection(numbers) or not _holds_values(lines, numbers):
            continue
        heads = tuple(Cell(lines[i][0].strip()) for i in numbers[:_SHOWN])
        last = lines[numbers[-1]]
        caption = "".join(_between(lines, *region.caption)).strip()
        span = (region.caption[0], last[1] + len(last[0]))
        left.append(Grid((heads,), caption=" ".join(caption.split()), caption_span=region.caption, span=span))
    return left


def _holds_values(lines: Sequence[Place], numbers: Sequence[int]) -> bool:
    """Whether lines look like the cells of a table: values with decimals, as many as words at least."""
    values = sum(
        bool(row.values) and _DECIMAL.search(lines[i][0]) is not None for i in numbers if (row := packed(lines[i]))
    )
    return values >= _FEWEST and 3 * values >= len(numbers)


def _between(lines: Sequence[Place], start: int, end: int) -> list[str]:
    return [text[max(0, start - at) : end - at] + " " for text, at in lines if at < end and at + len(text) > start]


def captioned(lines: Sequence[Place], start: int, pages: frozenset[int], aligned: Callable[[int], bool]) -> Flat | None:
    """The table whose caption begins at a line."""
    region = region_at(lines, start, pages, lambda _: False)
    rows = (by_counting(lines, region.start) or by_places(lines, region)) if region else []
    if not rows or not sound(rows):
        region = region_at(lines, start, pages, aligned)
        rows = _laid_out(lines, region) if region else []
    if region is None:
        return None
    places = [c.span for row in rows for c in row if c.span and c.span[0] >= region.caption[1]]
    if not places:
        return None
    end = max(b for _, b in places)
    stop = next((i for i in range(start, len(lines)) if lines[i][1] >= end), len(lines))
    title = min((c.span[0] for row in rows for c in row if c.span), default=region.caption[1])
    caption = (region.caption[0], min(region.caption[1], title) if title > region.caption[0] else region.caption[1])
    return Flat(widened(rows), caption, (min(a for a, _ in places), end), stop)


def _under(
    lines: Sequence[Place], caption: int, pages: frozenset[int], heads: dict[str, list[int]]
) -> tuple[int, Flat] | None:
    """The table above a caption, and its first line."""
    region = region_above(lines, caption, pages, heads)
    first_blocks = range(min(_MOST_LOOSE, len(region.blocks))) if region else ()  # lines of the page may stand first
    ways = [_laid_out(lines, replace(region, blocks=region.blocks[n:])) for n in first_blocks] if region else []
    rows = max(ways, key=lambda way: (_announced(way), -_words(way[0]) if way else 0), default=[])
    places = [c.span for row in rows for c in row if c.span]
    if not places:
        return None
    span = min(a for a, _ in places), max(b for _, b in places)
    first = next(i for i, (text, at) in enumerate(lines) if at + len(text) > span[0])
    stop = next((i for i in range(first, len(lines)) if lines[i][1] >= span[1]), len(lines))
    return first, Flat(rows, None, span, stop)


def _words(row: Sequence[RawCell]) -> int:
    """Of the longest cell."""
    return max(len(c.text.split()) for c in row)


def _loose(lines: Sequence[Place], run: tuple[int, int]) -> tuple[int, Flat] | None:
    """The table of a run of rows under as many lines of headings as head all its columns, and its first line."""
    best: tuple[int, Flat] | None = None
    most = 0
    for region in regions(lines, run):
        numbers = region.blocks[0]
        rows = by_rows(lines, region, {i: packed(lines[i]) for i in numbers})
        worth = _announced(rows) if sound(rows) else 0
        if worth > most:
            most = worth
            places = [c.span for row in rows for c in row if c.span]
            span = (min(a for a, _ in places), max(b for _, b in places))
            first = next(i for i in numbers if lines[i][1] + len(lines[i][0]) > span[0])
            best = (first, Flat(rows, None, span, run[1]))
    return best


def _announced(rows: Rows) -> int:
    """How many columns are headed by what is known; none where most are not."""
    heads = [row for row in rows if any(c.header for c in row)]
    if not heads:
        return 0
    names = frozenset(row[0].text.lower() for row in rows[len(heads) :] if row)
    cells = [c.text for c in heads[-1][1:] if c.text]
    told = sum(known(t, names) for t in cells)
    return told if 2 * told > len(cells) else 0


def _laid_out(lines: Sequence[Place], region: Region) -> Rows:
    numbers = [i for block in region.blocks for i in block]
    cut = {i: packed(lines[i]) for i in numbers}
    full = sum(bool(p.values) and p.cells > 1 for p in cut.values())
    alone = sum(bool(p.values) and p.cells == 1 for p in cut.values())
    rows: Rows = []
    if full >= 2 and full >= alone:
        headed = any(_INTERVAL.search(lines[i][0]) for i in numbers if not cut[i].values)
        apart = by_rows(lines, region, {i: intervals_apart(row) for i, row in cut.items()}) if headed else []
        rows = apart if apart and sound(apart) else by_rows(lines, region, cut)
    if rows or alone < 3:
        return rows if sound(rows) else []
    rows = by_steps(cells_of(lines, region)) or by_columns(lines, region)
    rows = rows if rows and sound(rows) else by_cells(lines, region)
    return rows if sound(rows) else []
