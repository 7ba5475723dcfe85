"""The document model: what every format is turned into before anything is understood.

A format file only fills this in (raw reading); `tables/` and `prose/` understand it; `reconcile` makes the record.
Offsets are characters of `Source.text`; a table cell's span points at its own characters there.
"""

from dataclasses import field, replace

from evidence.settled import settled

__all__ = ["Block", "Cell", "Grid", "Source"]

Span = tuple[int, int]


@settled
class Cell:
    """One cell of a table; a cell that spans several rows or columns stands in the grid at each of them."""

    text: str = ""
    span: Span | None = None
    header: bool = False
    origin: bool = True  # False where a spanning cell is repeated

    def __hash__(self) -> int:
        """By the text, whose hash is kept, and its place: whole rows of cells are looked up, and many read alike."""
        return hash(self.text) + (self.span[0] if self.span else 0)

    def stretch(self, start: int, end: int) -> "Cell":
        """A stretch of its words as a cell; at its own place where the cell's text is that of the document."""
        raw = self.text[start:end]
        text = raw.strip()
        span = self.span
        if span and span[1] - span[0] == len(self.text):
            left = span[0] + start + len(raw) - len(raw.lstrip())
            span = (left, left + len(text))
        return replace(self, text=text, span=span)


@settled
class Grid:
    """A table as printed: rows of equal length, with the caption and notes that belong to it."""

    rows: tuple[tuple[Cell, ...], ...]
    label: str = ""
    caption: str = ""
    caption_span: Span | None = None
    notes: str = ""
    notes_span: Span | None = None
    page: int | None = None
    span: Span | None = None


@settled
class Block:
    """A run of text: a heading, a paragraph, a list item, a reference."""

    kind: str  # "title" | "heading" | "paragraph" | "item" | "reference" | "caption" | "note" | "abstract"
    span: Span
    level: int = 0
    page: int | None = None


@settled
class Source:
    """A document as read: text with stable offsets, its blocks in order, its tables, and what its markup says of it."""

    text: str
    blocks: tuple[Block, ...] = ()
    grids: tuple[Grid, ...] = ()
    meta: dict[str, str | list[str]] = field(default_factory=dict)  # title, authors, doi, year, venue, keywords, dates
    pages: tuple[Span, ...] = ()
    unlaid: tuple[Grid, ...] = ()  # tables whose cells could not be laid out: captions, first cells, places
    marked: bool = False  # the text still carries typed emphasis (`*so*`), because its offsets are those of the file

    def of(self, block: Block) -> str:
        """The characters of a block."""
        return self.text[block.span[0] : block.span[1]]
