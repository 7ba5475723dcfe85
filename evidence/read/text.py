"""Plain text: typed, OCR'd or converted papers; the text is kept as it is, and every offset is an offset in the file.

Pages that a conversion set with spaces are put in reading order instead; offsets are then those of the record's text.
"""

import itertools
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from evidence.read.captioned import CAPTION, NOTE, attach, ends_sentence
from evidence.read.clear import clear
from evidence.read.compose import RawCell, grid_of
from evidence.read.decode import decode, is_text
from evidence.read.flat import flattened, furniture, left_over, spaced, unlaid
from evidence.read.headings import heads_references
from evidence.read.late import late
from evidence.read.model import Block, Grid, Source
from evidence.read.pages import is_typed, sheets_of
from evidence.read.pages.printed import composed
from evidence.read.reader import DocumentFormat
from evidence.read.typed.crowded import Breaks, breaks
from evidence.read.typed.cut_tables import joined
from evidence.read.typed.ruled import drawn_at, without_rules
from evidence.read.typed.scanned import figures
from evidence.settled import settled

__all__ = ["READER", "split_rows", "to_source"]

Span = tuple[int, int]

_HEADING = late(
    r"^(?:#{1,6}\s+|(?:\d{1,2}(?:\.\d{1,2}){0,3}|(?-i:[IVX]{1,5}|[A-H]))\.?\s+(?-i:(?=[A-Z\u4e00-\u9fff])))(?=\S)"
    r"|^(?:abstract|introduction|method(?:s|ology)?|results?|discussion|conclusions?|references|bibliography|acknowledge?ments?)\s*$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^\s*(?:[-*•]\s+|\(?[a-z0-9]{1,2}[.)]\s+)")
_DATUM = re.compile(r"^[(\[]?[-−–]?\d*[.,]\d+")
_DIVIDER = re.compile(r"^\s*\|?[\s:|+-]*-{3}[\s:|+-]*\|?\s*$")
_CROWDED = re.compile(r"(?:^|\s)[-−–<>]?\d*\.\d+\**\s[-−–<>]?\d*\.\d+\**(?:\s|$)")  # two values in one cell
_TRIED = 12  # rows after which lines with bars are a table or none
_GAP = re.compile(r" {2,}(?=\S)|\t+")


def _recognises(head: bytes) -> bool:
    return is_text(head)


def to_source(data: bytes) -> Source:
    """Paragraphs and tables of a text file, wherever they stand."""
    text = "\n".join(without_rules(figures(decode(data)).split("\n")))
    return composed(sheets_of(text), typed=True) if is_typed(text) else source_of(text)


@settled
class Line:
    """One line and where it starts."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends, without the line break."""
        return self.start + len(self.text)


def source_of(text: str) -> Source:
    """The document model of a text that keeps its own offsets."""
    lines = _lines(text)
    placed = [(line.text, line.start) for line in lines]
    blocks: list[Block] = []
    grids: list[Grid] = []

    def aligned(at: int) -> bool:
        return _table_end(lines, at) > at or drawn_at(placed, at) is not None

    in_references = False
    heads = furniture(placed)
    flat_tables = flattened(placed, heads, aligned)
    pages = _behind_the_front(heads, lines)
    parts = breaks(["" if i in pages else line.text for i, line in enumerate(lines)])
    i = 0
    while i < len(lines):
        if not lines[i].text.strip() or i in pages:
            i += 1
            continue
        flat = flat_tables.get(i)
        if flat:
            caption = text[slice(*flat.caption)] if flat.caption else ""
            if flat.caption:
                blocks.append(Block("caption", flat.caption))
            title = " ".join(caption.split())
            grids.append(Grid(grid_of(flat.rows), _label(caption), title, flat.caption, span=flat.span))
            i = flat.stop
            continue
        drawn = drawn_at(placed, i)
        if drawn and drawn.rows:
            cells = grid_of(drawn.rows)
            grids.append(Grid(cells, span=(lines[i].start, lines[drawn.stop - 1].end)))
            i = drawn.stop
            continue
        stop = _table_end(lines, i)
        if stop > i:
            grids.append(_grid(lines[i:stop]))
            i = stop
            continue
        stop = min([_paragraph_end(lines, i, parts), *(at for at in (*flat_tables, *pages) if at > i)])
        span = (lines[i].start + _indent(lines[i].text), lines[stop - 1].start + len(lines[stop - 1].text.rstrip()))
        kind, level = _kind(text[span[0] : span[1]], in_references)
        if i in parts.headings:
            kind, level = "heading", level or 1
        if kind == "heading":
            in_references = heads_references(text[span[0] : span[1]])
        blocks.append(Block(kind, span, level))
        i = stop
    source = attach(Source(text, tuple(blocks), tuple(joined(grids, blocks, text)), marked=True))
    left = [g for g in unlaid(placed, heads, aligned, flat_tables) if not _laid_elsewhere(g, source)]
    read = [g.span for g in (*source.grids, *left) if g.span]
    captions = [g.caption_span for g in source.grids if g.caption_span]
    return replace(source, unlaid=(*left, *left_over(placed, [*read, *captions], pages)))


def _laid_elsewhere(grid: Grid, source: Source) -> bool:
    """Whether the caption is that of a table that was laid out, or such a table stands in the same lines."""
    start, end = grid.span or (0, 0)
    spans = [s for other in source.grids for s in (other.span, other.caption_span) if s]
    return any(a < end and start < b for a, b in spans)


_FRONT = 40  # lines of a title page, whose running head names the journal and the year


def _behind_the_front(pages: frozenset[int], lines: list[Line]) -> frozenset[int]:
    """The running heads after the title page, which are no text of the paper."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    return frozenset(i for i in pages if len(filled) > _FRONT and i > filled[_FRONT])


def _label(caption: str) -> str:
    match = CAPTION.match(caption)
    return " ".join(match["label"].split()) if match else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _lines(text: str) -> list[Line]:
    lines, start = [], 0
    for piece in text.split("\n"):
        lines.append(Line(piece, start))
        start += len(piece) + 1
    return lines


def _kind(text: str, in_references: bool) -> tuple[str, int]:
    first = text.lstrip("#* ")
    if CAPTION.match(first) and len(text) < 300:
        return "caption", 0
    one = len(text) < 160 and "\n" not in text and not (text.rstrip().endswith((",", ";")) or _is_sentence(text))
    if one and _HEADING.match(text):
        marks = len(text) - len(text.lstrip("#"))
        dots = re.match(r"\d+(?:\.\d+)*", first)
        return "heading", marks or (1 + dots[0].count(".") if dots else 1)
    if NOTE.match(text) and len(text) < 600:
        return "note", 0
    if in_references:
        return "reference", 0
    return ("item", 0) if _ITEM.match(text) else ("paragraph", 0)


_SENTENCE = 8  # words of a line with a full stop that is more than a heading


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and len(text.split()) > _SENTENCE and not text.startswith("#")


def _paragraph_end(lines: list[Line], start: int, parts: Breaks) -> int:
    """A paragraph ends at a blank line, a heading mark, a caption, a listed hypothesis, or a table."""
    stop = start + 1
    if lines[start].text.lstrip().startswith("#") or start in parts.headings:
        return stop
    while stop < len(lines) and lines[stop].text.strip():
        text = lines[stop].text.strip()
        if (
            stop in parts.paragraphs
            or text.startswith(("#", "---", "+--", "┌", "╔", "╒"))
            or (CAPTION.match(text) and not ends_sentence(lines[stop - 1].text, text))
            or _starts_item(text)
            or _table_end(lines, stop) > stop
        ):
            break
        stop += 1
    return stop


def _starts_item(text: str) -> bool:
    return bool(
        re.match(r"(?:[-•]\s|\[\d{1,3}\]|(?:Hypothesis|H)\s?\d{1,2}[a-z]?\s?[:.(]|Keywords?\b|Abstract\b)", text)
    )


def _table_end(lines: list[Line], start: int) -> int:
    """Where the table that starts here ends; `start` when none does."""
    for cells in (_tabbed, _piped, _spaced):
        stop = start
        while stop < len(lines) and cells(lines[stop].text):
            stop += 1
        if cells is _spaced:
            with_numbers = sum(_has_number(line.text) for line in lines[start:stop])
            if stop - start >= 3 and 2 * with_numbers >= stop - start:
                return stop
        elif stop - start >= 2 or (stop - start == 1 and cells is _tabbed and lines[start].text.count("\t") > 1):
            return stop
    return _barred_end(lines, start)


def _barred_end(lines: list[Line], start: int) -> int:
    """The end of rows whose cells stand between bars, without bars at their ends; a line between two rows is one."""
    stop, divided, counts = start, False, Counter[int]()
    while stop < len(lines):
        text = lines[stop].text
        if "|" in text:
            divided = divided or _DIVIDER.match(text) is not None
            counts[text.count("|")] += 1
        elif not (text.strip() and counts and stop + 1 < len(lines) and "|" in lines[stop + 1].text):
            break
        stop += 1
        if stop - start == _TRIED and not divided and max((n for bars, n in counts.items() if bars > 1), default=0) < 3:
            return start
    alike = max((times for bars, times in counts.items() if bars > 1), default=0)
    return stop if (divided and counts.total() > 2) or alike > 2 else start


def _tabbed(line: str) -> bool:
    return "\t" in line.strip("\n ") and line.strip() != ""


def _piped(line: str) -> bool:
    return line.count("|") >= 2 and line.strip().startswith("|") and line.strip().endswith("|")


def _spaced(line: str) -> bool:
    """Columns made with spaces: three cells at least, or a label and a number."""
    body = line.strip()
    cells = re.split(r" {2,}", body)
    return 0 < len(body) <= 300 and (len(cells) >= 3 or (len(cells) == 2 and bool(_DATUM.match(cells[1]))))


def _has_number(line: str) -> bool:
    return any(re.match(r"^[-−–<>(]?\d*[.,]?\d+[%*)]*$", cell) for cell in re.split(r" {2,}", line.strip()))


def split_rows(line: Line) -> list[RawCell]:
    """The cells of one line, each with the place of its characters."""
    if "\t" in line.text:
        pieces = [(m.start(), m.end()) for m in re.finditer(r"[^\t]*(?=\t|$)", line.text)]
        pieces = _without_doubles(pieces)
    elif _piped(line.text):
        bars = [m.start() for m in re.finditer(r"(?<!\\)\|", line.text)]
        pieces = [(a + 1, b) for a, b in itertools.pairwise(bars)]
    elif "|" in line.text:
        bars = [-1, *(m.start() for m in re.finditer(r"(?<!\\)\|", line.text)), len(line.text)]
        pieces = [(a + 1, b) for a, b in itertools.pairwise(bars)]
    else:
        pieces = [m.span() for m in re.finditer(r"\S+(?: \S+)*", line.text)]
    return [_cell(line, a, b) for a, b in pieces]


def _without_doubles(pieces: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in pieces:
        if kept and start == end == kept[-1][1]:
            continue
        kept.append((start, end))
    return kept


def _cell(line: Line, start: int, end: int) -> RawCell:
    raw = line.text[start:end]
    shown = clear(raw, emphasis=True).text.strip()
    left = start + _indent(raw)
    right = start + len(raw.rstrip())
    span = (line.start + left, line.start + max(left, right)) if shown else None
    return RawCell(" ".join(shown.split()), span=span)


def _grid(lines: list[Line]) -> Grid:
    rows = [split_rows(line) for line in lines if not _DIVIDER.match(line.text)]
    if not any("\t" in line.text or "|" in line.text for line in lines):
        rows = spaced([(line.text, line.start) for line in lines]) or _aligned(lines)
    return Grid(grid_of(rows), span=(lines[0].start, lines[-1].end))


def _aligned(lines: list[Line]) -> list[list[RawCell]]:
    """Cells of space-made columns, put in the column whose characters they share."""
    cells = [[m.span() for m in re.finditer(r"\S+(?: \S+)*", line.text)] for line in lines]
    if ordered := _ordered(lines, cells):
        return ordered
    columns: list[list[int]] = []
    for start, end in sorted(span for row in cells for span in row):
        if columns and start < columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], end) if end - start < 40 else columns[-1][1]
        else:
            columns.append([start, end])
    rows = []
    for line, row in zip(lines, cells, strict=True):
        placed = {}
        for start, end in row:
            overlap = [min(end, c[1]) - max(start, c[0]) for c in columns]
            best = max(range(len(columns)), key=lambda i: overlap[i]) if columns else 0
            while best in placed:
                best += 1
            placed[best] = _cell(line, start, end)
        width = max(len(columns), max(placed, default=0) + 1)
        rows.append([placed.get(i, RawCell("")) for i in range(width)])
    if any(_CROWDED.search(c.text) for row in rows for c in row):
        return [[_cell(line, 0, len(line.text))] for line in lines]  # nothing tells whose the values are
    return _under_heads(rows)


def _ordered(lines: list[Line], cells: list[list[Span]]) -> list[list[RawCell]] | None:
    """Rows that nearly all have as many cells are read in order, wherever a page break moved them to.

    A header without its first cell begins over the second; a row with fewer cells stands under the nearest full one.
    """
    data = [i for i, line in enumerate(lines) if _has_number(line.text)]
    if not data:
        return None
    count, often = Counter(len(cells[i]) for i in data).most_common(1)[0]
    full = [i for i in data if len(cells[i]) == count]
    if count < 3 or often < 0.6 * len(data) or any(len(row) > count for row in cells):
        return None
    rows = []
    for i, row in enumerate(cells):
        at_or_below = bisect_left(full, i)
        near = cells[min(full[max(0, at_or_below - 1) : at_or_below + 1], key=lambda j: abs(j - i))]
        if len(row) == count:
            at = list(range(count))
        elif i < data[0] and len(row) == count - 1 and row[0][0] > near[0][1]:
            at = list(range(1, count))
        else:
            at = [min(range(count), key=lambda c: abs(sum(near[c]) - sum(span))) for span in row]
            at = at if len(set(at)) == len(at) else []
        if not at:
            return None
        placed = {c: _cell(lines[i], *span) for c, span in zip(at, row, strict=True)}
        rows.append([placed.get(c, RawCell("")) for c in range(count)])
    return rows


def _under_heads(rows: list[list[RawCell]]) -> list[list[RawCell]]:
    """A heading set beside its column instead of over it comes over it."""
    width = max(map(len, rows), default=0)
    rows = [row + [RawCell("")] * (width - len(row)) for row in rows]
    at = 0
    while at + 1 < width:
        left, right = ([i for i, row in enumerate(rows) if row[c].text] for c in (at, at + 1))
        head, body = (left, right) if left and right and left[0] < right[0] else (right, left)
        if (
            head
            and body
            and max(head) < min(body)
            and len(head) <= 2
            and not any(_DATUM.match(rows[i][c].text) for i in head for c in (at, at + 1))
        ):
            for row in rows:
                row[at : at + 2] = [row[at] if row[at].text else row[at + 1]]
            width -= 1
        else:
            at += 1
    return rows


READER = DocumentFormat("text", "1", (".txt", ".text"), "text/plain", _recognises, to_source)
