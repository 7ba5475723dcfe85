"""What each row of a printed grid is: results, headings, a heading between rows, a note; and its text made plain."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from itertools import pairwise
from typing import TypeVar

from evidence.read.model import Cell
from evidence.read.tables.cells import Number, content
from evidence.read.tables.glyphs import plain
from evidence.read.tables.header import statistic
from evidence.read.tables.relations import verdict

__all__ = [
    "Line",
    "distinct",
    "ends_in_numbers",
    "filled",
    "hangs_from",
    "is_data",
    "is_header",
    "is_heading",
    "is_numbering",
    "is_section",
    "narrowed",
    "pointed",
    "shown",
    "squared",
    "texts",
    "unfolded",
    "without_citations",
    "without_notes",
]

Line = tuple[Cell, ...]
Answer = TypeVar("Answer")
_MOST_KEPT = 4096  # rows


def _of_row(asked: Callable[[Line], Answer]) -> Callable[[Line], Answer]:
    """What every step asks of each row, answered once for the row that is passed on from step to step.

    The row is kept with its answer, so that its id stays its own. To find it by its cells would take longer.
    """
    answers: dict[int, tuple[Line, Answer]] = {}

    @wraps(asked)
    def answered(line: Line) -> Answer:
        known = answers.get(id(line))
        if known is None or known[0] is not line:
            if len(answers) >= _MOST_KEPT:
                answers.clear()
            known = answers[id(line)] = line, asked(line)
        return known[1]

    return answered


_NOTE = re.compile(
    r"^\s*(?:notes?\b|n\.?b\.|source\b|legend\b|abbreviations?\b|\W{0,4}p\s*[<=≤]|\W{0,4}\*{1,4}\s*(?:p"
    r"|significan|correlation|at|:|=)|significan|注|资料来源|\(?\d\)?\s+values? in|figures? (?:in|shown)|diagonal"
    r"|the (?:diagonal|bold|values?|numbers?)|values? (?:in|on|below)|keterangan|nota)",
    re.IGNORECASE,
)


def shown(cell: Cell) -> str:
    """The text of a cell as a reader sees it; a dash where only a backslash is printed."""
    text = cell.text
    return plain(text) or ("-" if "\\" in text and text.strip(" \\") == "" else "")


@_of_row
def texts(line: Line) -> tuple[str, ...]:
    """The texts of a row's cells as a reader sees them."""
    return tuple(map(shown, line))


def distinct(line: Line, raw: bool = False) -> list[str]:
    """The different texts of a row; a spanning cell counts once."""
    seen: list[str] = []
    for cell, text in zip(line, (" ".join(c.text.split()) for c in line) if raw else texts(line), strict=True):
        if text and (not seen or seen[-1] != text or cell.origin):
            seen.append(text)
    return seen


def squared(rows: Sequence[Line]) -> list[Line]:
    """Rows that hold anything, all of one length."""
    kept = [r for r in rows if any(texts(r))]
    width = max((len(r) for r in kept), default=0)
    return [_spanned(r if len(r) == width else r + (Cell(),) * (width - len(r))) for r in kept]


def _spanned(line: Line) -> Line:
    """A row with one text in every cell, as converters write a heading over all columns, is one spanning cell."""
    first = line[0].text
    if len(line) < 3 or not first or any(c.text != first for c in line[1:]) or content(first).numeric:
        return line
    return (line[0], *(replace(c, origin=False) for c in line[1:]))


_POINT = re.compile(r"(?<!\w)[-+−–]?\d*\.\d")
_BETWEEN_DIGITS = re.compile(r"(?<=\d),(?=\d)")
_RAISED_POINT = re.compile(r"(?<=\d)·(?=\d)|(?<![\w.])·(?=\d)")
_COMMA = re.compile(r"(?<![\d,])-?0,\d|(?<![\d,.])\d+,(?:\d{1,2}|\d{4,})(?!\d)")


def pointed(lines: list[Line]) -> list[Line]:
    """Decimal commas as points, in a table that prints its decimals with commas throughout."""
    raw = [c.text for line in lines for c in line]
    if any("·" in t and _RAISED_POINT.search(t) for t in raw):  # `0·21`, as British journals print it
        return [tuple(replace(c, text=_RAISED_POINT.sub(".", c.text)) for c in line) for line in lines]
    if not any("," in t and _COMMA.search(t) for t in raw) or any(_POINT.search(t) for t in raw):
        return lines
    return [tuple(replace(c, text=_BETWEEN_DIGITS.sub(".", c.text)) for c in line) for line in lines]


def narrowed(lines: list[Line]) -> list[Line]:
    """Columns that hold anything."""
    used = [i for i, column in enumerate(zip(*map(texts, lines), strict=False)) if any(column)]
    return lines if not lines or len(used) == len(lines[0]) else [tuple(r[i] for i in used) for r in lines]


def filled(line: Line) -> int:
    """How many cells a row has, to the last one filled."""
    said = texts(line)
    return next((i for i in range(len(said), 0, -1) if said[i - 1]), 0)


_SOURCES = re.compile(r"(?:sources?|references?|citations?|authors?|suggested by|literature)", re.IGNORECASE)
_CITES = re.compile(r"[^\d]{3,60},?\s*[(\[]?(?:19|20)\d\d[a-z]?[)\]]?\W*")


def without_citations(lines: list[Line]) -> list[Line]:
    """The columns but one of cited works beside limits (`Hair et al. (1998)`), whose years are no values."""
    if len(lines) < 3 or len(lines[0]) < 3:
        return lines
    cited = [
        i
        for i, head in enumerate(lines[0])
        if i
        and _SOURCES.fullmatch(shown(head))
        and all(_CITES.fullmatch(shown(r[i])) for r in lines[1:] if shown(r[i]))
    ]
    return [tuple(c for i, c in enumerate(line) if i not in cited) for line in lines] if cited else lines


def unfolded(lines: list[Line]) -> list[Line]:
    """Two rows printed as one (a lost end of row): the overhanging cells become a row of their own."""
    if len(lines) < 4:
        return lines
    widths = [filled(line) for line in lines]
    normal = Counter(widths).most_common(1)[0][0]
    over = [i for i, w in enumerate(widths) if w > normal]
    if any((said := content(lines[i][normal].text)).numeric or said.blank for i in over):
        return lines  # these are the whole rows, and the others lack cells
    if not over or len(over) > max(1, len(lines) // 10) or max(widths) > 2 * normal or normal < 3:
        return lines
    out: list[Line] = []
    for i, line in enumerate(lines):
        out.append(line[:normal])
        if i in over:
            rest = line[normal:]
            out.append((rest + (Cell(),) * normal)[:normal])
    return out


def without_notes(lines: list[Line]) -> tuple[list[Line], str, str]:
    """Rows without the title row above and the note rows below."""
    notes: list[str] = []
    torn = next((i for i, line in enumerate(lines) if i > 2 and _TORN_NOTE.fullmatch(_first(line))), len(lines))
    if torn < len(lines) and not any(is_data(line) for line in lines[torn + 1 :]):
        notes = [" ".join(distinct(line, raw=True)) for line in lines[torn:]]  # a note whose words became cells
        lines = lines[:torn]
    while lines:
        said = distinct(lines[-1], raw=True)
        lone = len(said) <= 2 and not any(content(t).numeric for t in said)
        if lone and (_NOTE.match(said[0]) or (len(said) == 1 and len(said[0]) > 60)):
            notes.insert(0, " ".join(said))
            lines = lines[:-1]
        else:
            break
    title = ""
    if len(lines) > 2 and len(distinct(lines[0])) == 1 and not is_data(lines[1]) and len(distinct(lines[1])) > 1:
        first = distinct(lines[0])[0]
        filled = [i for i, text in enumerate(texts(lines[0])) if text]
        spans_all = filled == [0] or len(filled) == len(lines[0])
        if spans_all and not statistic(first):
            title, lines = first, lines[1:]
    return lines, title, " ".join(notes)


_TORN_NOTE = re.compile(r"notes?\s?[.:]", re.IGNORECASE)


def _first(line: Line) -> str:
    return next(filter(None, texts(line)), "")


@_of_row
def is_data(line: Line) -> bool:
    """Whether a row holds results: a number with decimals, a percentage, or counts that are not a numbering."""
    if not any(texts(line)):
        return False
    contents = [content(c.text) for c in line]
    if _all_headers(line) and not any(n.decimals for c in contents for n in c.numbers if c.numeric):
        return False
    if _names_columns(line):
        return False
    numeric = [c for c in contents[1:] if c.numeric and not c.numbers[0].name] or [
        c for c in contents[:1] if c.numeric and any(n.decimals for n in c.numbers)
    ]
    if any(n.decimals >= 1 or "%" in n.text for c in numeric for n in c.numbers):
        return True
    firsts = [c.numbers[0].value for c in numeric]
    if _labelled_number(line) or _is_condition(line):
        return True
    if not firsts:
        named = next((i for i, text in enumerate(texts(line)) if _LETTER.search(text)), 0)
        tail = [c for c in line[named + 1 :] if shown(c)]
        dashes = bool(tail) and all(content(c.text).blank for c in tail)
        return any(c.only_stars for c in contents) or dashes
    order = sorted(firsts)
    numbering = len(firsts) > 1 and all(b - a == 1 for a, b in pairwise(order)) and order[0] <= 2
    return not numbering


def _all_headers(line: Line) -> bool:
    """Whether each filled cell is marked as a heading."""
    return all(c.header for c, text in zip(line, texts(line), strict=True) if text)


def _names_columns(line: Line) -> bool:
    """Headings with numbers among them: `2.5%` and `97.5%` beside `T`, the square of an R set below its letter."""
    filled = [(text, content(c.text)) for c, text in zip(line, texts(line), strict=True) if text]
    words = [text for text, said in filled if not said.numeric]
    if len(words) < 2:
        return False
    numbers = [(text, said) for text, said in filled if said.numeric]
    limits = bool(numbers) and all(statistic(text) in ("ci_lo", "ci_hi") for text, _ in numbers)
    if not limits and any(n.decimals for _, said in numbers for n in said.numbers):
        return False
    fewest = 2 if limits else 3
    return len(words) >= fewest and sum(statistic(text) is not None for text in words) >= fewest


def _labelled_number(line: Line) -> bool:
    """A label and its number alone in one cell of a row."""
    said = distinct(line)
    numbers = content(said[0]).numbers if len(said) == 1 else ()
    if not numbers or not numbers[-1].decimals or numbers[-1].bracket or numbers[-1].name:
        return False
    told = re.search(r"[=<>≈]\s*$", said[0][: numbers[-1].at[0]])  # `F(2, 80) = 21.4` is part of a heading
    return told is None and ends_in_numbers(said[0], numbers[-1:])


_LETTER = re.compile(r"[^\W\d_]")
_CIRCLES = re.compile(r"[●•⬤◉⚫⊗⨂⊖○◯ⓧ]+")


def _is_condition(line: Line) -> bool:
    """A condition with its signs in each configuration: full, crossed and empty circles."""
    signs = [text for text in texts(line)[1:] if text]
    return bool(signs) and all(map(_CIRCLES.fullmatch, signs))


@_of_row
def is_section(line: Line) -> bool:
    """One text alone in its row, spanning it or at its beginning."""
    said = distinct(line)
    if len(said) != 1 or len(line) < 2 or content(said[0]).numeric:
        return False
    if _labelled_number(line):
        return False
    filled = [i for i, text in enumerate(texts(line)) if text]
    return filled[0] <= 1 or len(filled) > 1


def is_header(line: Line, numbered: frozenset[int] = frozenset()) -> bool:
    """A row of headings in the middle of a table: marked so, naming statistics, or words where numbers stand."""
    if is_data(line) or len(distinct(line)) < 2:
        return False
    if _all_headers(line):
        return True
    filled = [text for text in texts(line) if text]
    words = {
        shown(c)
        for i, c in enumerate(line)
        if i in numbered and not content(c.text).blank and not content(c.text).only_stars
    }
    if len(words) >= 2 and all(len(w) > 2 and not verdict(w) for w in words):
        return True
    known = [s for s in map(statistic, filled) if s and s not in ("verdict", "construct", "category")]
    return len(known) >= 2 and len(known) * 2 >= len(filled)


def hangs_from(above: Line, line: Line) -> bool:
    """A row into which headings of the row above reach down is a row of headings too."""
    return any(
        not c.origin and shown(c) and c.text == a.text and not content(c.text).numeric
        for a, c in zip(above, line, strict=True)
    )


def is_heading(line: Line) -> bool:
    """Whether a row heads the rows below it."""
    return is_section(line) and not (sum(map(bool, texts(line))) == 1 and _alone(line))


def _alone(line: Line) -> bool:
    """A lone text far inside a row continues a cell of the row above; it heads nothing."""
    return next(i for i, text in enumerate(texts(line)) if text) > 1


def ends_in_numbers(text: str, numbers: tuple[Number, ...]) -> bool:
    """Whether nothing but numbers and stars follows the first number, and words come before it."""
    rest = text[numbers[0].at[0] :]
    return bool(re.search(r"[^\W\d_]{2}", text[: numbers[0].at[0]])) and re.search(r"[^\W\d_]", rest) is None


_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}[.)]?")


def is_numbering(line: Line) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)."""
    return sum(map(bool, map(_COLUMN_NUMBER.fullmatch, texts(line)))) >= 2
