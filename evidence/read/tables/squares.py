"""A square table: the same constructs down and along, in names, in numbers, or in abbreviations of one another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.blocks import is_code
from evidence.read.tables.cells import Number
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.glyphs import plain
from evidence.read.tables.header import statistic
from evidence.read.tables.view import View, named
from evidence.settled import settled

__all__ = ["Part", "Square", "below", "squares_of"]

_ORDINAL = re.compile(r"^\(?(?:F|X|V)?(\d{1,2})[.)]?$")
_LEADING = re.compile(r"^\(?(\d{1,2})[.):]?\)?\s*(?=\D)")
_TRAILING = re.compile(r"[(\[](\d{1,2})[)\]]$")
_BELOW = {
    "mean",
    "sd",
    "alpha",
    "cr",
    "ave",
    "sqrt_ave",
    "skew",
    "kurt",
    "min",
    "max",
    "msv",
    "asv",
    "n",
    "vif",
    "rho_a",
    "r2",
}
Part = dict[tuple[int, int], tuple[Cell, Number]]


@settled
class Square:
    """The numbers of a square table by row and column of its constructs."""

    names: tuple[str, ...]
    cells: Part
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    places: tuple[int | None, ...]  # of each column among the names


_R_AND_P = re.compile(r"r\s?(?:\(p(?:[ -]?values?)?\))?", re.IGNORECASE)  # below each name along the top


def _candidates(view: View) -> list[Column]:
    """The columns along the top: a numbering, or names that are no statistics."""
    columns = [c for c in view.panel.columns if c.kind in ("number", "blank") and c.words and not c.threshold]
    if len(columns) > 2 and all(len(c.words) > 1 and _R_AND_P.fullmatch(c.words[-1]) for c in columns):
        columns = [replace(c, words=c.words[:-1], statistics=()) for c in columns]
    ordinal = [c for c in columns if _ORDINAL.match(c.words[-1])]
    if len(ordinal) >= 2:
        first = view.panel.columns.index(ordinal[0])
        return [c for c in view.panel.columns[first:] if c in ordinal or (not c.words and c.kind == "number")]
    side = [r for row in view.panel.rows for r in [_stub(view, row)] if r]
    last = columns[-len(side) :]
    if len(side) == len(last) > 2 and all(
        _abbreviated(s, c.words[-1]) and s != c.words[-1] for s, c in zip(side, last, strict=True)
    ):
        return last  # of constructs, be their short names those of statistics: `CI`, `SD`
    stubs = {_fold(view, r) for r in side}
    named_so = [c for c in columns if not c.statistics or _fold(view, _top(view, c, stubs)) in stubs]
    large = [c for c in named_so if not _within_one(view, c) and _fold(view, _top(view, c, stubs)) not in stubs]
    return [c for c in named_so if c not in large] if len(large) * 2 < len(named_so) else named_so


def _within_one(view: View, column: Column) -> bool:
    """Whether a column may hold correlations: `Mean (SD), girls` beside them does not."""
    numbers = [n[0].value for r in view.panel.rows if (n := r.content(column.index).numbers)]
    return sum(abs(n) > 1 for n in numbers) * 2 <= len(numbers)


_NO_WORD = re.compile(r"\W")


def _fold(view: View, name: str) -> str:
    folded: dict[str, str] = view.worked_out.setdefault("folded", {})
    if name not in folded:
        folded[name] = _NO_WORD.sub("", view.names.full(named(name)[0])).lower()
    return folded[name]


def _top(view: View, column: Column, stubs: set[str]) -> str:
    """The name along the top: its last line, or all of its lines where the rows call it so."""
    whole = " ".join(column.words)
    return whole if len(column.words) > 1 and _fold(view, whole) in stubs else column.words[-1] if column.words else ""


def _stub(view: View, row: Row) -> str:
    return view.panel.stub(row)


def squares_of(view: View) -> list[Square]:
    """One square for each group or model the rows stand under."""
    if "squares" not in view.worked_out:
        view.worked_out["squares"] = _worked_squares(view)
    found: list[Square] = view.worked_out["squares"]
    return found


def _worked_squares(view: View) -> list[Square]:
    columns = _candidates(view)
    if len(columns) < 2:
        return []
    parts: list[list[Row]] = []
    for row in _without_errors(view, [row for row in view.panel.rows if _kept(view, row)], columns):
        if parts and parts[-1][-1].sections == row.sections:
            parts[-1].append(row)
        else:
            parts.append([row])
    found = [_square(view, part, columns) for part in parts]
    if any(found):
        return [square for square in found if square]
    whole = _square(view, [row for part in parts for row in part], columns)
    return [whole] if whole else []


def _square(view: View, rows: list[Row], columns: list[Column]) -> Square | None:
    rows = _of_numbers(view, _first_row(view, rows, columns), columns)
    if len(columns) < 2 or len(rows) < 2:
        return None
    side = [_stub(view, r) for r in rows]
    top = [_top(view, c, {_fold(view, s) for s in side}) for c in columns]
    if sum(is_code(s) and not _ORDINAL.match(s) for s in side) > 0.7 * len(side) and not _agree(view, side, top):
        return None
    used = [any(r.content(c.index).numbers for r in rows) for c in columns]
    place = _positions(view, side, top, used)
    if place is None:
        return None
    row_at, column_at, names = place
    cells: Part = {}
    for i, row in zip(row_at, rows, strict=True):
        for j, column in zip(column_at, columns, strict=True):
            content = row.content(column.index)
            if j is not None and content.numbers and content.numeric and not content.numbers[0].bound:
                cells[i, j] = (row.cells[column.index], content.numbers[0])
    numbered = all(_ORDINAL.match(t) for t in top if t)
    if numbered and not _numbered(side) and not (_triangular(cells) and _filled(cells, len(rows), len(columns))):
        return None  # models (1) and (2) beside predictors without numbers; items that load on one factor each
    return Square(names, cells, tuple(columns), tuple(rows), tuple(column_at))


def _triangular(cells: Part) -> bool:
    """Whether one half is empty, or both say the same."""
    lower, upper = ({k for k in cells if (k[0] > k[1]) == below and k[0] != k[1]} for below in (True, False))
    return (
        not lower or not upper or all(cells[i, j][1].text == cells[j, i][1].text for i, j in lower if (j, i) in upper)
    )


def _filled(cells: Part, rows: int, columns: int) -> bool:
    """Whether half of the cells that a triangle has are printed, and it has as many columns as rows, or nearly."""
    return rows <= columns + 2 and 2 * len(cells) >= sum(min(i, columns) for i in range(rows))


def _without_errors(view: View, rows: list[Row], columns: list[Column]) -> list[Row]:
    """The rows of constructs, without those between them that print errors or t in brackets, as LISREL does."""
    own = [row for row in rows if _stub(view, row)]
    between = [n for row in rows if not _stub(view, row) for c in columns for n in row.content(c.index).numbers]
    return own if len(own) >= len(columns) - 1 and between and all(n.bracket for n in between) else rows


_SIGNIFICANCE = re.compile(r"^(?:sig\.?|p\b|n$|sig\. \(2|significance)", re.IGNORECASE)


def _kept(view: View, row: Row) -> bool:
    """Rows of the square: not the means under it, not the p-values and counts between its rows."""
    texts = [row.text(c.index) for c in view.panel.columns if c.kind == "text"]
    for text in texts:
        if _SIGNIFICANCE.match(text):
            return False
    return below(view, row) is None


def below(view: View, row: Row) -> str | None:
    """The statistic that a row under the square holds; a row named like a column is part of the square."""
    stub = _stub(view, row)
    found = statistic(stub) if stub else None
    if found not in _BELOW:
        return None
    top = {c.words[-1] for c in view.panel.columns if c.words}
    return found if stub not in top else None


def _first_row(view: View, rows: list[Row], columns: list[Column]) -> list[Row]:
    """The first construct of a triangle without diagonal has no numbers; its row may look like a heading."""
    if rows and columns and len(columns) - 1 <= len(rows) <= len(columns) and len(rows[0].sections) == 1:
        lone = rows[0].sections[0]
        first = columns[0].words[-1] if columns[0].words else ""
        numbered = _ORDINAL.match(first) and _numbered([lone, *(_stub(view, r) for r in rows)]) == [
            *range(len(rows) + 1)
        ]
        if first and (numbered or _fold(view, lone) == _fold(view, first)):
            cells = (Cell(lone), *(Cell() for _ in rows[0].cells[1:]))
            above = _heading_above(view, lone, rows[0])
            return [Row(cells, above), *(Row(r.cells, above) for r in rows)]
    return rows


def _heading_above(view: View, lone: str, row: Row) -> tuple[str, ...]:
    """The heading of a square whose first row was taken for one: `HTMT`, and below it the first construct alone."""
    at = max((c.span[0] for c in row.cells if c.span), default=0)
    before = [plain(c.text) for c in view.panel.heads if c.span and c.span[0] < at]
    if lone not in before:
        return ()
    last = len(before) - 1 - before[::-1].index(lone)
    return (before[last - 1],) if last > 0 else ()


def _of_numbers(view: View, rows: list[Row], columns: list[Column]) -> list[Row]:
    """The rows whose numbers head the columns, without those under them that have none: `M (SD), students`."""
    if not columns or not all(_ORDINAL.match(c.words[-1]) for c in columns if c.words):
        return rows
    own = [bool(_numbered([_stub(view, r)])) for r in rows]
    first = own.index(False) if False in own else len(own)
    return rows[:first] if first >= max(2, len(columns) - 1) and not any(own[first:]) else rows


def _agree(view: View, side: Sequence[str], top: Sequence[str]) -> bool:
    return len({_fold(view, s) for s in side} & {_fold(view, t) for t in top}) >= 0.6 * len(top)


Places = tuple[list[int], list[int | None], tuple[str, ...]]


def _positions(view: View, side: list[str], top: list[str], used: list[bool]) -> Places | None:
    """Where each row and column stands among the constructs, and the names of these."""
    if all(_ORDINAL.match(t) for t in top if t) and any(top):
        return _by_number(side, top)
    if not any(side):  # labels lost: the shape of the triangle gives the order
        return (list(range(len(top))), list(range(len(top))), tuple(top)) if len(side) == len(top) else None
    if not all(side) or not all(top):
        return None
    folded_side, folded_top = [_fold(view, s) for s in side], [_fold(view, t) for t in top]
    folded_top = _equated(side, top, folded_side, folded_top)
    shared = set(folded_side) & set(folded_top)
    shifted = len(side) == len(top) and folded_side[:-1] == folded_top[1:]
    if len(set(folded_side)) == len(side) and (len(shared) >= 2 or shifted) and len(shared) >= len(side) - 1:
        extra = [t for t, u in zip(folded_top, used, strict=True) if t not in shared and u]
        if len(extra) > 1:
            return None
        order = [*extra, *folded_side] if extra and folded_top[0] == extra[0] else [*folded_side, *extra]
        titles = dict(zip(folded_top, top, strict=True)) | dict(zip(folded_side, side, strict=True))
        columns = [order.index(t) if t in order else None for t in folded_top]
        if sum(c is None for c in columns) <= len(top) - 2:
            return [order.index(s) for s in folded_side], columns, tuple(titles[o] for o in order)
    if len(side) == len(top) and sum(_abbreviated(s, t) for s, t in zip(side, top, strict=True)) >= 0.6 * len(top):
        return list(range(len(side))), list(range(len(top))), tuple(side)
    return None


def _equated(side: list[str], top: list[str], folded_side: list[str], folded_top: list[str]) -> list[str]:
    """The names along the top, with a short one the paper does not explain as the row it abbreviates or crosses."""
    shared = set(folded_side) & set(folded_top)
    left = [i for i, name in enumerate(folded_side) if name not in shared]
    open_tops = [i for i, name in enumerate(folded_top) if name not in shared]
    if len(shared) < 2 or not left or not open_tops:
        return folded_top
    aligned = len(side) == len(top) and left == open_tops
    found = list(folded_top)
    for at in open_tops:
        own = [i for i in left if (named(side[i])[1] or "").lower() == top[at].lower()]  # `Integrity (IN)`, for `IN`
        across = [at] if aligned and (len(left) == 1 or _abbreviated(side[at], top[at])) else []
        fits = across or own or [i for i in left if _abbreviated(side[i], top[at])]
        if len(fits) == 1 and folded_side[fits[0]] not in found:
            found[at] = folded_side[fits[0]]
    return found


def _by_number(side: list[str], top: list[str]) -> Places | None:
    """Columns headed by the numbers of the rows."""
    first = next(int(m[1]) for t in top for m in [_ORDINAL.match(t)] if m)
    marks = [_ORDINAL.match(t) for t in top]
    columns: list[int | None] = [int(m[1]) - 1 if m else first - 1 + i for i, m in enumerate(marks)]
    rows = _numbered(side) or list(range(len(side)))
    last = max([*rows, *(c for c in columns if c is not None)])
    if len(set(rows)) != len(rows) or len(set(columns)) != len(columns) or last + 1 > len(rows) + 1 or not all(side):
        return None
    names = [""] * (last + 1)
    for i, text in zip(rows, side, strict=True):
        names[i] = _LEADING.sub("", text)
    columns = [c if c is not None and c < len(names) and names[c] else None for c in columns]
    return (
        (rows, columns, tuple(names))
        if all(names)
        else (rows, columns, tuple(names[: len(rows)]))
        if all(names[: len(rows)])
        else None
    )


def _abbreviated(side: str, top: str) -> bool:
    """Whether a short heading can stand for the name in the same position."""
    long, short = named(side)
    letters = re.sub(r"\W", "", top).lower()
    if short and short.lower() == letters:
        return True
    words = re.findall(r"\w+", long.lower())
    return bool(letters) and any(_spells(letters, "".join(words[i:])) for i in range(len(words)))


def _spells(letters: str, word: str) -> bool:
    """Whether letters stand in a word in this order, the first at its beginning."""
    rest = iter(word)
    return letters[0] == word[:1] and all(c in rest for c in letters)


def _numbered(side: list[str]) -> list[int] | None:
    found = [(_LEADING.match(s) or _TRAILING.search(s)) for s in side]
    if not all(found):
        return None
    return [int(m[1]) - 1 for m in found if m]
