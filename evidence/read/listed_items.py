"""Scales printed as lists: each construct's name, below it its items with their loadings; laid out as a table.

`Lamp trust (α = .86)`, then `1. I trust the lamps (λ = .78)`, `2. Lamps are fine (λ = .81)`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from evidence.read.model import Cell, Grid, Source

__all__ = ["item_lists"]

_WORD = (
    r"(?:(?:std\.?|standardi[sz]ed|factor|outer|item|cfa)\s+)*(?:λ|lambda|loadings?|fl)"
    r"\s*(?:coefficient)?\s*(?:=|:|of|is)?\s*"
)
_FIGURE = r"0?\.\d{2,3}"
_FIGURED = re.compile(  # the end of a line
    rf"(?:[(\[]\s*(?P<what>{_WORD})?(?P<v>{_FIGURE})\s*[)\]]|(?<!\w)(?P<what2>{_WORD})(?P<v2>{_FIGURE}))[\s.;]*$",
    re.IGNORECASE,
)
_REACH = 60  # characters before the end of a line in which its figure and the words for it stand
_LETTER = re.compile(r"[^\W\d_]")
_ANY = re.compile(r"\.\d{2,3}\s?[)\]]?[.;]?\s*?$", re.MULTILINE)  # a line that ends in a figure; quick to look for
_ASIDE = re.compile(r"\s*[(\[:,;–—].*$|\s*\.$", re.DOTALL)
_LOADING = re.compile(r"loading|λ", re.IGNORECASE)
_FEWEST = 4  # items in all, so that a figure or two in brackets are no scale
_LONGEST_NAME = 8  # words


class _Line(NamedTuple):
    text: str
    start: int
    kind: str


class _Item(NamedTuple):
    words: Cell
    value: Cell
    called: bool  # whether the number itself is called a loading


def item_lists(source: Source) -> tuple[Grid, ...]:
    """The lists of a document as one table with a heading for each construct; none where nothing speaks of loadings."""
    if len(_ANY.findall(source.text)) < _FEWEST:
        return ()
    rows: list[tuple[Cell, ...]] = [(Cell("Item", header=True), Cell("Loading", header=True))]
    items = 0
    called: list[bool] = []
    spoken = False
    for name, before, under in _lists(source):
        rows.append((Cell(name.text, (name.start, name.start + len(name.text))), Cell()))
        rows += [(item.words, item.value) for item in under]
        items += len(under)
        called += [item.called for item in under]
        spoken = spoken or _LOADING.search(before) is not None
    if items < _FEWEST or not (all(called) or spoken):
        return ()
    start, end = rows[1][0].span, rows[-1][1].span
    span = (start[0], end[1]) if start and end else None
    return (Grid(tuple(rows), caption="Items and factor loadings", span=span),)


def _lists(source: Source) -> Iterator[tuple[_Line, str, list[_Item]]]:
    """Each name with what was said shortly before it and the items under it."""
    lines = list(_lines(source))
    at = 0
    while at < len(lines):
        under: list[_Item] = []
        stop = at + 1
        while stop < len(lines) and (item := _item(lines[stop])) and lines[stop].kind != "heading":
            under.append(item)
            stop += 1
        if len(under) > 1 and _is_name(lines[at]) and _item(lines[at]) is None:
            yield lines[at], " ".join(line.text for line in lines[max(0, at - 3) : at + 1]), under
            at = stop
        else:
            at += 1


def _lines(source: Source) -> Iterator[_Line]:
    for block in source.blocks:
        if block.kind not in ("heading", "paragraph", "item"):
            continue
        at = block.span[0]
        for text in source.of(block).split("\n"):
            shown = text.strip()
            if shown:
                yield _Line(shown, at + len(text) - len(text.lstrip()), block.kind)
            at += len(text) + 1


def _is_name(line: _Line) -> bool:
    name = _ASIDE.sub("", line.text)
    return 0 < len(name.split()) <= _LONGEST_NAME and re.search(r"[^\W\d_]{2}", name) is not None


def _item(line: _Line) -> _Item | None:
    last = line.text.rstrip(" .;")[-1:]
    if not (last.isdecimal() or last in ")]" or last.isspace()):
        return None  # as most lines; quicker to tell than to look for a figure
    match = _FIGURED.search(line.text, max(0, len(line.text) - _REACH))
    words = line.text[: match.start()].rstrip(" \t,;:–—-") if match else ""
    if match is None or not _LETTER.search(words):
        return None
    start, end = match.span("v" if match["v"] else "v2")
    return _Item(
        Cell(words, (line.start, line.start + len(words))),
        Cell(line.text[start:end], (line.start + start, line.start + end)),
        bool(match["what"] or match["what2"]),
    )
