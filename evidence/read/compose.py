"""Puts a document together: text grows block by block, tables are laid out as grids."""

from dataclasses import dataclass, field, replace
from itertools import repeat

from evidence.read.captioned import attach, label_of
from evidence.read.model import Block, Cell, Grid, Source

__all__ = ["Composer", "RawCell", "grid_of"]

Span = tuple[int, int]

_Reaching = tuple[Cell, int, int]  # a cell, and over how many rows and columns it reaches
_WIDEST = 400
_LONGEST = 4000


@dataclass(slots=True)
class RawCell:
    """A cell before the grid is laid out."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    span: Span | None = None


@dataclass
class Composer:
    """Writes a document's text, keeping the offsets of everything in it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    pages: list[Span] = field(default_factory=list)

    def write(self, text: str) -> Span:
        """Characters at the end of the text."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length

    def block(self, kind: str, text: str, level: int = 0, page: int | None = None) -> Span | None:
        """A paragraph, heading, item...; nothing for blank text."""
        text = text.strip()
        if not text:
            return None
        span = self.write(text)
        self.write("\n\n")
        self.blocks.append(Block(kind, span, level, page))
        return span

    def mark_abstract(self, since: int) -> None:
        """The paragraphs written since a block are the abstract."""
        for i, block in enumerate(self.blocks[since:], since):
            if block.kind == "paragraph":
                self.blocks[i] = replace(block, kind="abstract")

    def table(
        self, rows: list[list[RawCell]], caption: str = "", notes: str = "", page: int | None = None, label: str = ""
    ) -> None:
        """A table, written with tabs between cells and its caption above, its notes below."""
        caption_span = self.block("caption", caption, page=page)
        start = self.length
        placed: list[list[_Reaching]] = []
        for row in rows[:_LONGEST]:
            texts = [" ".join(cell.text.split()) for cell in row[:_WIDEST]]
            at, _ = self.write("\t".join(texts) + "\n")
            cells: list[_Reaching] = []
            for cell, text in zip(row, texts, strict=False):
                cells.append((Cell(text, (at, at + len(text)), cell.header), cell.rowspan, cell.colspan))
                at += len(text) + 1
            placed.append(cells)
        end = self.length
        self.write("\n")
        notes_span = self.block("note", notes, page=page)
        grid = _laid_out(placed)
        if grid:
            self.grids.append(
                Grid(
                    grid,
                    label or label_of(caption),
                    caption.strip(),
                    caption_span,
                    notes.strip(),
                    notes_span,
                    page,
                    (start, end),
                )
            )

    def source(self, meta: "dict[str, str | list[str]] | None" = None) -> Source:
        """The document, with loose captions and notes attached."""
        source = Source("".join(self.parts), tuple(self.blocks), tuple(self.grids), meta or {}, tuple(self.pages))
        return attach(source)


def grid_of(rows: list[list[RawCell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of equal length, spans resolved; a spanning cell is repeated where it reaches."""
    return _laid_out([[(Cell(c.text, c.span, c.header), c.rowspan, c.colspan) for c in row] for row in rows])


def _laid_out(rows: list[list[_Reaching]]) -> tuple[tuple[Cell, ...], ...]:
    height = len(rows)
    taken: list[dict[int, Cell]] = [{} for _ in rows]
    width = 0
    for r, row in enumerate(rows):
        here = taken[r]
        c = 0
        for cell, rowspan, colspan in row:
            while c in here:
                c += 1
            if c >= _WIDEST:
                break
            if rowspan <= 1 and colspan <= 1:
                here[c] = cell
                c += 1
                continue
            again = Cell(cell.text, cell.span, cell.header, origin=False)
            for i in range(min(max(rowspan, 1), height - r)):
                for j in range(min(max(colspan, 1), _WIDEST - c)):
                    taken[r + i].setdefault(c + j, cell if i == j == 0 else again)
            c += max(colspan, 1)
        width = max(width, max(here, default=-1) + 1) if height < 60 else max(width, c)
    width = min(width, _WIDEST)
    blank = Cell()
    grid = tuple(tuple(map(line.get, range(width), repeat(blank))) for line in taken)
    return tuple(row for row in grid if any(cell.text.strip() for cell in row))
