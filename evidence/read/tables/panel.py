"""A grid as a reader sees it: header, stub, sections, rows of data; stacked and side-by-side tables taken apart.

A panel has one header. Its columns know which statistic they hold and for which group or model; its rows know the
headings they stand under. A table printed the other way round is turned, so that statistics are always columns.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from evidence.kept import kept
from evidence.read.late import late
from evidence.read.model import Cell, Grid
from evidence.read.tables.apart import spread
from evidence.read.tables.below import parted
from evidence.read.tables.broken_labels import whole_labels
from evidence.read.tables.codes_apart import codes_apart
from evidence.read.tables.columns import Column, Row, described, unfused
from evidence.read.tables.cut_words import with_words_whole
from evidence.read.tables.doubled import single
from evidence.read.tables.drift import rejoined, undrifted
from evidence.read.tables.first_items import first_items_apart
from evidence.read.tables.fused_captions import CAPTION, uncaptioned
from evidence.read.tables.glyphs import label_meant, plain
from evidence.read.tables.halved_intervals import whole_intervals
from evidence.read.tables.headed_items import with_heads_apart
from evidence.read.tables.heads_apart import heads_apart
from evidence.read.tables.labels_amid import with_labels_amid
from evidence.read.tables.lines import (
    Line,
    distinct,
    is_heading,
    narrowed,
    pointed,
    shown,
    squared,
    texts,
    unfolded,
    without_citations,
    without_notes,
)
from evidence.read.tables.moved import set_right
from evidence.read.tables.parts import reads_across, side_by_side, stacked, transposed
from evidence.read.tables.repairs import mended
from evidence.read.tables.shifted_heads import over_their_columns
from evidence.read.tables.siblings import (
    as_names,
    counted_beside,
    enumerated,
    unshifted,
    with_limits,
    with_originals,
    with_siblings,
    with_totals,
    with_verdicts,
)
from evidence.read.tables.stub_pieces import whole_stubs
from evidence.read.tables.stuck import loosened
from evidence.read.tables.swallowed_cells import with_cells_apart
from evidence.read.tables.torn import whole_heads
from evidence.read.tables.waves_below import named_by_wave
from evidence.read.tables.wrapped import whole_items
from evidence.settled import settled

__all__ = ["Panel", "panels"]


@settled
class Panel:
    """One header and the rows below it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    label: str = ""
    caption: str = ""
    notes: str = ""
    page: int | None = None
    turned: bool = False
    span: tuple[int, int] | None = None
    heads: tuple[Cell, ...] = ()  # the headings between its rows

    @kept
    def announced(self) -> Counter[str]:
        """How many columns announce each statistic."""
        return Counter(s for c in self.columns for s in c.statistics)

    def of(self, *names: str) -> list[Column]:
        """The columns of any of these statistics, limits left out."""
        if names not in self._asked:
            wanted = set(names)
            self._asked[names] = [c for c in self.columns if not c.threshold and not wanted.isdisjoint(c.statistics)]
        return list(self._asked[names])

    @kept
    def _asked(self) -> dict[tuple[str, ...], list[Column]]:
        return {}

    def texts(self) -> list[Column]:
        """The columns of words."""
        return list(self._of_kind["text"])

    def numbers(self) -> list[Column]:
        """The columns of numbers."""
        return list(self._of_kind["number"])

    @kept
    def _of_kind(self) -> dict[str, list[Column]]:
        return {kind: [c for c in self.columns if c.kind == kind] for kind in ("text", "number")}

    def stub(self, row: Row) -> str:
        """The first words of a row."""
        return next((text for at in self._of_words if (text := row.text(at))), "")

    @kept
    def _of_words(self) -> tuple[int, ...]:
        return tuple(c.index for c in self._of_kind["text"])

    @kept
    def about(self) -> str:
        """Caption and notes, for the words in them."""
        return f"{self.titled} {_EQUAL.sub('', self.notes.lower())}"

    @kept
    def titled(self) -> str:
        """The caption, for the words in it; loadings that are only held equal are not what it shows."""
        return _EQUAL.sub("", self.caption.lower())


_EQUAL = re.compile(
    r"\b(?:equal|invariant|constrained|unconstrained|fixed|free)\s+(?:factor\s+)?loadings\b"
    r"|\bloadings\s+(?:(?:were|are|being|held|set|constrained)\s+)*(?:equal|invariant|free)\b"
)

# What conversions and typists do to a table, undone one after the other; each leaves alone what it does not know.
_AS_PRINTED: tuple[Callable[[list[Line]], list[Line]], ...] = (
    with_words_whole,
    whole_stubs,
    whole_intervals,
    pointed,
    unfolded,
    over_their_columns,
    with_cells_apart,
    loosened,
    first_items_apart,
    codes_apart,
    set_right,
    single,
    narrowed,
    whole_heads,
    mended,
)
_WITHOUT_CAPTION: tuple[Callable[[list[Line]], list[Line]], ...] = (
    heads_apart,
    with_heads_apart,
    with_labels_amid,
    rejoined,
    whole_labels,
    undrifted,
    without_citations,
    named_by_wave,
)


def panels(grid: Grid) -> list[Panel]:
    """The panels of a printed table, notes in its last rows put with its notes."""
    lines = squared(grid.rows)
    for repair in _AS_PRINTED:
        lines = repair(lines)
    lines, title, notes = without_notes(lines)
    if not lines:
        return []
    lines, fused = uncaptioned(whole_items(_unlettered(lines, f"{grid.notes} {notes}")))
    for repair in _WITHOUT_CAPTION:
        lines = repair(lines)
    found = []
    for part in (piece for beside in side_by_side(lines) for piece in parted(beside)):
        turned = reads_across(part)
        for header, body in stacked(transposed(part) if turned else part):
            panel = _panel(header, body, turned)
            swallowed = fused or next((shown(c) for line in header for c in line if CAPTION.match(shown(c))), "")
            label = CAPTION.match(swallowed)
            found.append(
                replace(
                    panel,
                    label=plain(grid.label) or (label[0].strip(" .:") if label else ""),
                    caption=" ".join(filter(None, (plain(grid.caption), title, swallowed))),
                    notes=" ".join(filter(None, (grid.notes, notes))),
                    page=grid.page,
                    span=grid.span,
                )
            )
    return found


_MARKS = frozenset("abcde")
_LETTERED = re.compile(r"(?P<name>[^\W\d]\S.*?)\s+(?P<mark>[a-e])")


def _unlettered(lines: list[Line], notes: str) -> list[Line]:
    """The first column without letters set behind its names that the notes explain: `Gender a`, `a 0 = male`."""
    marked = [_LETTERED.fullmatch(text) if (text := texts(line)[0])[-1:] in _MARKS else None for line in lines]
    explained = {m["mark"] for m in marked if m and re.search(rf"(?<![\w.]){m['mark']}\s+(?=[A-Z\d(])", notes)}
    return [
        (replace(line[0], text=m["name"]), *line[1:]) if m and m["mark"] in explained else line
        for line, m in zip(lines, marked, strict=True)
    ]


def _panel(header: list[Line], body: list[Line], turned: bool) -> Panel:
    named = {shown(c) for line in header for c in line[1:] if shown(c)}
    rows = tuple(_rows(body, named))
    width = max(len(line) for line in header + body)
    columns = with_totals(enumerated(with_originals([described(i, header, rows) for i in range(width)])))
    columns = with_limits(with_verdicts(as_names(unfused(columns, header), rows), rows), rows)
    columns = counted_beside(unshifted(columns), rows)
    rows = tuple(spread(row, columns) for row in rows)
    heads = tuple(next(c for c in line if shown(c)) for line in body if is_heading(line))
    return Panel(tuple(with_siblings(columns)), rows, turned=turned, heads=heads)


_OUTCOME = late(r"(?:outcome|criterion|dependent variable|dv)(?: variable)?\s*[:=]\s*\S", re.IGNORECASE)


_OF_LEVELS = late(r"(?:conditional\s+on|given|at\s+(?:\w+\s+)?(?:levels?|values)\s+of)\b", re.IGNORECASE)
_ARROW = re.compile(r"→|⇒|->")


def _rows(body: list[Line], named: set[str]) -> Iterator[Row]:
    """Data rows, each with the last headings of each sort above it; a name along the top heads no rows."""
    sections: dict[str, str] = {}
    levelled = False  # whether the last row was one of levels
    for line in body:
        if is_heading(line) and not (shown(line[0]) in named and sum(bool(shown(c)) for c in line) == 1):
            text = distinct(line)[0]
            sort = "hypothesis" if re.match(r"^\s*h(?:ypothesis)?\s*\d", label_meant(text), re.IGNORECASE) else "other"
            if _OUTCOME.match(text):  # it holds for all headings below it
                sections, sort = {}, "outcome"
            if sort == "other":
                sections.pop("hypothesis", None)
            sections[sort] = text
            levelled = False
            continue
        drawn = _ARROW.search(shown(line[0])) is not None
        if drawn and levelled and _OF_LEVELS.match(sections.get("other", "")):
            sections.pop("other")  # the next whole effect, behind the levels of the one above
        levelled = not drawn
        yield Row(line, tuple(sections.values()))
