"""A grid as a reader sees it: header, stub, sections, rows of data; stacked and side-by-side tables taken apart.

A panel has one header. Its columns know which statistic they hold and for which group or model; its rows know the
headings they stand under. A table printed the other way round is turned, so that statistics are always columns.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from evidence.read.model import Cell, Grid
from evidence.read.tables.cells import Content, Number, content
from evidence.read.tables.glyphs import label_meant, plain
from evidence.read.tables.relations import verdict
from evidence.read.tables.header import FIT, grouped, heading, is_qualifier, sequence, statistic, words_of

__all__ = ["Column", "Panel", "Row", "panels"]

Line = tuple[Cell, ...]
_NOTE = re.compile(
    r"^\s*(?:notes?\b|n\.?b\.|source\b|legend\b|abbreviations?\b|\W{0,4}p\s*[<=≤]|\W{0,4}\*{1,4}\s*(?:p|significan|correlation|at|:|=)|significan|注|资料来源|\(?\d\)?\s+values? in|figures? (?:in|shown)|diagonal|the (?:diagonal|bold|values?|numbers?)|values? (?:in|on|below)|keterangan|nota)",
    re.IGNORECASE,
)
_NEVER_NUMBERS = frozenset({"category", "relation", "hypothesis", "from", "to"})
_CAPTION = re.compile(r"^(?:table|tab\.|表)\s*(?:[A-Z]?\d+|[IVX]+)\b[.:]?", re.IGNORECASE)
_TEXTUAL = frozenset(
    {
        "hypothesis",
        "relation",
        "from",
        "to",
        "via",
        "item",
        "construct",
        "category",
        "source",
        "verdict",
        "sign",
        "mediation",
    }
)
# Statistics that a stub may list, one to a row, when a table is printed the other way round.
_TURNABLE = frozenset(
    {"mean", "sd", "loading"}
    | {
        "alpha",
        "cr",
        "ave",
        "sqrt_ave",
        "rho_a",
        "beta",
        "b",
        "coef",
        "se",
        "t",
        "z",
        "p",
        "ci_lo",
        "ci_hi",
        "ci",
        "verdict",
    }
    | {"relation", "hypothesis", "indirect", "direct", "total", "vaf", "consistency", "raw_coverage", "unique_coverage"}
    | set(FIT)
)
_MEASURED = _TURNABLE - {"verdict", "relation", "hypothesis"}


@dataclass(frozen=True)
class Column:
    """One column: what its header announces and what its cells look like."""

    index: int
    words: tuple[str, ...] = ()
    statistics: tuple[str, ...] = ()
    name: str = ""
    qualifiers: tuple[str, ...] = ()
    kind: str = "blank"  # "number" | "text" | "blank"
    threshold: bool = False

    @property
    def statistic(self) -> str | None:
        """The first statistic announced."""
        return self.statistics[0] if self.statistics else None


@dataclass(frozen=True)
class Row:
    """One row of data and the headings it stands under."""

    cells: Line
    sections: tuple[str, ...] = ()

    def text(self, column: int) -> str:
        """The words of a cell without markup."""
        return plain(self.cells[column].text) if column < len(self.cells) else ""

    def content(self, column: int) -> Content:
        """The numbers of a cell; a cell repeated by a span counts only where it begins."""
        cell = self.cells[column]
        return content(cell.text if cell.origin else "")


@dataclass(frozen=True)
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

    @property
    def announced(self) -> Counter[str]:
        """How many columns announce each statistic."""
        return Counter(s for c in self.columns for s in c.statistics)

    def of(self, *names: str) -> list[Column]:
        """The columns of any of these statistics, limits left out."""
        return [c for c in self.columns if not c.threshold and any(s in names for s in c.statistics)]

    def texts(self) -> list[Column]:
        """The columns of words."""
        return [c for c in self.columns if c.kind == "text"]

    def numbers(self) -> list[Column]:
        """The columns of numbers."""
        return [c for c in self.columns if c.kind == "number"]

    @property
    def about(self) -> str:
        """Caption and notes, for the words in them."""
        return f"{self.caption} {self.notes}".lower()


def panels(grid: Grid) -> list[Panel]:
    """The panels of a printed table, notes in its last rows put with its notes."""
    lines, title, notes = _strip_notes(_narrow(_unfold(_pointed(_filled(grid.rows)))))
    if not lines:
        return []
    found = []
    for part in _beside(lines):
        turned = _reads_across(part)
        for header, body in _stacks(_turn(part) if turned else part):
            panel = _panel(header, body, turned)
            swallowed = next((_text(c) for line in header for c in line if _CAPTION.match(_text(c))), "")
            label = _CAPTION.match(swallowed)
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


# -- rows ------------------------------------------------------------------------------------------------------


def _text(cell: Cell) -> str:
    return plain(cell.text) or ("-" if cell.text.strip(" \\") == "" and "\\" in cell.text else "")


def _distinct(line: Sequence[Cell], raw: bool = False) -> list[str]:
    """The different texts of a row; a spanning cell counts once."""
    seen: list[str] = []
    for cell in line:
        text = " ".join(cell.text.split()) if raw else _text(cell)
        if text and (not seen or seen[-1] != text or cell.origin):
            seen.append(text)
    return seen


def _filled(rows: Sequence[Line]) -> list[Line]:
    """Rows that hold anything, all of one length."""
    kept = [r for r in rows if any(_text(c) for c in r)]
    width = max((len(r) for r in kept), default=0)
    return [r + (Cell(),) * (width - len(r)) for r in kept]


_COMMA = re.compile(r"(?<![\d,])-?0,\d|(?<![\d,.])\d+,(?:\d{1,2}|\d{4,})(?!\d)")


def _pointed(lines: list[Line]) -> list[Line]:
    """Decimal commas as points, in a table that prints its decimals with commas throughout."""
    texts = [c.text for line in lines for c in line]
    if not any(_COMMA.search(t) for t in texts) or any(re.search(r"(?<!\w)[-+−–]?\d*\.\d", t) for t in texts):
        return lines
    return [tuple(replace(c, text=re.sub(r"(?<=\d),(?=\d)", ".", c.text)) for c in line) for line in lines]


def _narrow(lines: list[Line]) -> list[Line]:
    """Columns that hold anything."""
    used = [i for i in range(len(lines[0]) if lines else 0) if any(_text(r[i]) for r in lines)]
    return [tuple(r[i] for i in used) for r in lines]


def _unfold(lines: list[Line]) -> list[Line]:
    """Two rows printed as one (a lost end of row): the overhanging cells become a row of their own."""
    if len(lines) < 4:
        return lines
    widths = [max((i + 1 for i, c in enumerate(line) if _text(c)), default=0) for line in lines]
    normal = Counter(widths).most_common(1)[0][0]
    over = [i for i, w in enumerate(widths) if w > normal]
    if not over or len(over) > max(1, len(lines) // 10) or max(widths) > 2 * normal or normal < 3:
        return lines
    out: list[Line] = []
    for i, line in enumerate(lines):
        out.append(line[:normal])
        if i in over:
            rest = line[normal:]
            out.append((rest + (Cell(),) * normal)[:normal])
    return out


def _strip_notes(lines: list[Line]) -> tuple[list[Line], str, str]:
    """Rows without the title row above and the note rows below."""
    notes: list[str] = []
    while lines:
        texts = _distinct(lines[-1], raw=True)
        lone = len(texts) <= 2 and not any(content(t).numeric for t in texts)
        if lone and (_NOTE.match(texts[0]) or (len(texts) == 1 and len(texts[0]) > 60)):
            notes.insert(0, " ".join(texts))
            lines = lines[:-1]
        else:
            break
    title = ""
    if len(lines) > 2 and len(_distinct(lines[0])) == 1 and not _is_data(lines[1]) and len(_distinct(lines[1])) > 1:
        first = _distinct(lines[0])[0]
        filled = [i for i, c in enumerate(lines[0]) if _text(c)]
        spans_all = filled == [0] or len(filled) == len(lines[0])
        if spans_all and not statistic(first):
            title, lines = first, lines[1:]
    return lines, title, " ".join(notes)


def _is_data(line: Sequence[Cell]) -> bool:
    """Whether a row holds results: a number with decimals, a percentage, or counts that are not a numbering."""
    if not any(_text(c) for c in line):
        return False
    contents = [content(c.text) for c in line]
    if all(c.header for c in line if _text(c)) and not any(
        n.decimals for c in contents for n in c.numbers if c.numeric
    ):
        return False
    numeric = [c for c in contents[1:] if c.numeric and not c.numbers[0].name] or [
        c for c in contents[:1] if c.numeric and any(n.decimals for n in c.numbers)
    ]
    if any(n.decimals >= 1 or "%" in n.text for c in numeric for n in c.numbers):
        return True
    firsts = [c.numbers[0].value for c in numeric]
    if _labelled_number(line):
        return True
    if not firsts:
        dashes = [c for c in line[1:] if _text(c) and content(c.text).blank]
        return any(c.only_stars for c in contents) or (
            bool(dashes) and len(dashes) == len([c for c in line[1:] if _text(c)])
        )
    order = sorted(firsts)
    numbering = len(firsts) > 1 and all(b - a == 1 for a, b in pairwise(order)) and order[0] <= 2
    return not numbering


def _labelled_number(line: Sequence[Cell]) -> bool:
    """A label and its number alone in one cell of a row."""
    texts = _distinct(line)
    numbers = content(texts[0]).numbers if len(texts) == 1 else ()
    return bool(numbers and numbers[-1].decimals and not (numbers[-1].bracket or numbers[-1].name)) and _at_end(texts[0], numbers[-1:])


def _is_section(line: Sequence[Cell]) -> bool:
    """One text alone in its row, spanning it or at its beginning."""
    texts = _distinct(line)
    if len(texts) != 1 or len(line) < 2 or content(texts[0]).numeric:
        return False
    if _labelled_number(line):
        return False
    filled = [i for i, c in enumerate(line) if _text(c)]
    return filled[0] <= 1 or len(filled) > 1


def _is_header(line: Sequence[Cell], numbered: frozenset[int] = frozenset()) -> bool:
    """A row of headings in the middle of a table: marked so, naming statistics, or words where numbers stand."""
    filled = [c for c in line if _text(c)]
    if len(_distinct(line)) < 2 or _is_data(line):
        return False
    if all(c.header for c in filled):
        return True
    words = {_text(c) for i, c in enumerate(line) if i in numbered and not content(c.text).blank and not content(c.text).only_stars}
    if len(words) >= 2 and all(len(w) > 2 and not verdict(w) for w in words):
        return True
    known = [s for s in (statistic(_text(c)) for c in filled) if s and s not in ("verdict", "construct", "category")]
    return len(known) >= 2 and len(known) * 2 >= len(filled)


def _stacks(lines: list[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Each header with the rows below it; a table with several headers gives several."""
    at = 0
    header: list[Line] = []
    results = [line for line in lines if _is_data(line)]
    numbered = frozenset(
        i for i in range(1, len(lines[0])) if sum(content(x[i].text).numeric for x in results) * 2 > max(len(results), 1)
    )
    if not results:  # words alone: the first row heads the others
        yield lines[:1], lines[1:]
        return
    while at < len(lines):
        fresh: list[Line] = []
        while at < len(lines) and not (fresh and _is_section(lines[at])):
            if _is_data(lines[at]) and not (fresh and _hangs(fresh[-1], lines[at])):
                break
            fresh.append(lines[at])
            at += 1
        lead: list[Line] = []
        while at < len(lines) and not _is_data(lines[at]) and _is_section(lines[at]):
            lead.append(lines[at])
            at += 1
        if at < len(lines) and not _is_data(lines[at]) and _is_header(lines[at], numbered):
            fresh += [*lead, lines[at]]
            lead = []
            at += 1
        while len(fresh) > 1 and _is_section(fresh[-1]) and any(len(_distinct(x)) > 1 for x in fresh[:-1]):
            lead.insert(0, fresh.pop())
        body = lead
        while at < len(lines) and not (_is_header(lines[at], numbered) and any(_is_data(x) for x in body)):
            body.append(lines[at])
            at += 1
        header = _inherit(header, fresh)
        if body:
            yield header, body


def _hangs(above: Line, line: Line) -> bool:
    """A row into which headings of the row above reach down is a row of headings too."""
    return any(not c.origin and _text(c) and c.text == a.text and not content(c.text).numeric for a, c in zip(above, line, strict=True))


def _inherit(above: list[Line], fresh: list[Line]) -> list[Line]:
    """A header in the middle that names only groups stands under the statistics of the first header."""
    if not above:
        return fresh
    names = [
        statistic(_text(c)) for line in fresh for c in line if _text(c) and not re.search(r"\bn ?= ?\d", _text(c), re.I)
    ]
    if any(n for n in names if n and n not in ("construct", "category", "hypothesis")):
        return fresh
    texts = {_text(c) for line in fresh for c in line[1:] if _text(c)}
    if texts and all(is_qualifier(t) or len(fresh[0]) > 2 * len(texts) for t in texts):
        return [above[0], *fresh]
    if len(texts) >= 2 and sum(bool(_text(c)) for c in fresh[-1][1:]) <= len(fresh[-1]) / 2:
        return [above[0], *fresh]
    return fresh


def _spread(row: Row, columns: Sequence[Column]) -> Row:
    """Numbers of neighbouring columns that were set into one cell, each in its own column again."""
    cells = list(row.cells)
    for at in range(len(cells) - 1):
        found = content(cells[at].text) if cells[at].origin else content("")
        numbers = found.numbers
        text = columns[at].kind == "text"
        want = len(numbers) if text else len(numbers) - 1
        beside = range(at + 1, min(at + 1 + want, len(cells)))
        if any(n.bracket or n.mark or n.name for n in numbers) or (text and not all(n.decimals for n in numbers)):
            continue
        if text and want and want < len(cells) - at - 1 and all(c.text == "" for c in cells[-want:]) and cells[at + 1].text:
            if _at_end(cells[at].text, numbers) and all(columns[i].kind == "number" for i in range(at + 1, len(cells))):
                cells[at + 1 :] = [*(Cell() for _ in range(want)), *cells[at + 1 : -want]]  # the row stands too far left
        if not 1 <= want == len(beside) or len(columns[at].statistics) > 1:
            continue
        if not all(cells[i].text == "" and columns[i].kind == "number" and columns[i].statistics for i in beside):
            continue
        if text and not _at_end(cells[at].text, numbers):
            continue
        if not text and found.words:
            continue
        ends = [n.at[0] for n in numbers[-want:]] + [len(cells[at].text)]
        for i, (a, b) in zip(beside, pairwise(ends), strict=True):
            cells[i] = _part(cells[at], a, b)
        cells[at] = _part(cells[at], 0, ends[0])
    return replace(row, cells=tuple(cells))


def _at_end(text: str, numbers: tuple[Number, ...]) -> bool:
    """Whether nothing but numbers and stars follows the first number, and words come before it."""
    rest = text[numbers[0].at[0] :]
    return bool(re.search(r"[^\W\d_]{2}", text[: numbers[0].at[0]])) and re.search(r"[^\W\d_]", rest) is None


def _part(cell: Cell, start: int, end: int) -> Cell:
    """A stretch of a cell as a cell."""
    text = cell.text[start:end].rstrip()
    span = None
    if cell.span and cell.span[1] - cell.span[0] == len(cell.text):
        span = (cell.span[0] + start, cell.span[0] + start + len(text))
    return replace(cell, text=text, span=span or cell.span)


def _beside(lines: list[Line]) -> list[list[Line]]:
    """Two tables printed side by side under the same headings."""
    top = [words_of(c.text) for c in lines[0]]
    width = len(top)
    if width >= 4 and width % 2 == 0 and all(top) and top[: width // 2] == top[width // 2 :] and len(set(top)) > 1:
        half = width // 2
        return [[line[:half] for line in lines], [line[half:] for line in lines]]
    return [lines]


def _reads_across(lines: list[Line]) -> bool:
    """Whether the statistics are rows: `α`, `CR`, `AVE` down the side and constructs along the top."""
    if len(lines) < 2 or len(lines[0]) < 2:
        return False
    for stub in (0, 1):
        labels = [_text(line[stub]) for line in lines[1:] if _is_data(line)]
        side = [s for label in labels for s in heading(label).statistics if s in _TURNABLE]
        measured = [s for s in side if s in _MEASURED]
        rest = [label for label in labels if label]
        if {_text(c) for c in lines[0][1:] if _text(c)} & set(labels) or _numbering(lines[0]):
            return False  # a matrix with statistics under it
        if len(set(measured)) >= 2 and len(side) >= 0.55 * max(len(rest), 1):
            top = {s for line in lines[:2] for c in line for s in heading(_text(c)).statistics if s in _MEASURED}
            return len(top) < 2 or len(set(measured)) > 2 * len(top)
        if len(lines[0]) < 4:
            break
    return False


def _numbering(line: Line) -> bool:
    return sum(bool(re.fullmatch(r"\(?\d{1,2}[.)]?", _text(c))) for c in line) >= 2


def _turn(lines: list[Line]) -> list[Line]:
    """Rows as columns."""
    return [tuple(line[i] for line in lines) for i in range(len(lines[0]))]


# -- columns ---------------------------------------------------------------------------------------------------


def _panel(header: list[Line], body: list[Line], turned: bool) -> Panel:
    named = {_text(c) for line in header for c in line[1:] if _text(c)}
    rows = tuple(_rows(body, named))
    width = max(len(line) for line in header + body)
    columns = [_column(i, header, rows) for i in range(width)]
    columns = _fused(columns, header)
    columns = _shifted(columns)
    rows = tuple(_spread(row, columns) for row in rows)
    heads = tuple(next(c for c in line if _text(c)) for line in body if _heads(line))
    return Panel(tuple(_siblings(columns)), rows, turned=turned, heads=heads)


def _rows(body: list[Line], named: set[str]) -> Iterator[Row]:
    """Data rows, each with the last headings of each sort above it; a name along the top heads no rows."""
    sections: dict[str, str] = {}
    for line in body:
        if _heads(line) and not (_text(line[0]) in named and sum(bool(_text(c)) for c in line) == 1):
            text = _distinct(line)[0]
            sort = "hypothesis" if re.match(r"^\s*h(?:ypothesis)?\s*\d", label_meant(text), re.IGNORECASE) else "other"
            if sort == "other":
                sections.pop("hypothesis", None)
            sections[sort] = text
            continue
        yield Row(line, tuple(sections.values()))


def _heads(line: Line) -> bool:
    return _is_section(line) and not (sum(bool(_text(c)) for c in line) == 1 and _alone(line))


def _alone(line: Line) -> bool:
    """A lone text far inside a row continues a cell of the row above; it heads nothing."""
    filled = [i for i, c in enumerate(line) if _text(c)]
    return filled[0] > 1


def _column(index: int, header: list[Line], rows: Sequence[Row]) -> Column:
    words: list[str] = []
    for depth, line in enumerate(header):
        text = _text(line[index]) if index < len(line) else ""
        if not text and depth + 1 < len(header) and _text(header[-1][index]):
            text = _from_left(line, index)
        if text and (not words or words[-1] != text):
            words.append(text)
    kind = _kind(index, rows)
    statistics, name, qualifiers = _announce(words, kind)
    body = [r.text(index) for r in rows]
    if statistics and (
        statistics[0] in _NEVER_NUMBERS or (statistics[0] in _TEXTUAL and any(t and not content(t).numeric for t in body))
    ):
        kind = "text"
    threshold = any(statistic(w) == "threshold" for w in words) or statistic(" ".join(words)) == "threshold"
    return Column(index, tuple(words), statistics, name, qualifiers, kind, threshold)


def _from_left(line: Line, index: int) -> str:
    """The heading that reaches over this column where the spans of a header were lost."""
    if any(not c.origin for c in line):
        return ""
    left = next((_text(line[i]) for i in range(index - 1, 0, -1) if _text(line[i])), "")
    return "" if statistic(left) in _TEXTUAL else left


def _kind(index: int, rows: Sequence[Row]) -> str:
    contents = [content(r.cells[index].text) for r in rows if index < len(r.cells)]
    filled = [c for c in contents if not c.blank]
    if not filled:
        return "blank"
    numeric = sum(c.numeric or c.only_stars or c.range for c in filled)
    return "number" if numeric * 2 >= len(filled) else "text"


_WIDE = frozenset({"coef", "item", "construct", "n", "hypothesis", "verdict", "variance", "relation"})


def _announce(words: Sequence[str], kind: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Statistics, name and qualifiers of a column from its headings, top to bottom."""
    if not words:
        return (), "", ()
    if kind == "text" and len(words) > 1 and statistic(words[0]) == "verdict" and content(words[-1]).numeric:
        return ("verdict",), words[-1], ()  # one verdict for each level of significance
    for start in range(len(words) - 1, -1, -1):
        found = heading(" ".join(words[start:])).statistics
        if kind == "text":
            one = statistic(" ".join(words[start:]))
            found = (one,) if one else found
            found = ("relation",) if found[:1] == ("beta",) else found
        if not found or _named_below(words[start:], found):
            continue
        apart = grouped(words[start]) if kind == "number" and start == len(words) - 1 else None
        if apart and (apart[0],) == tuple(found):
            return tuple(found), "", (*words[:start], apart[1])
        if found[0] in _WIDE and start > 0:
            wider = heading(" ".join(words[start - 1 :])).statistics
            above = statistic(words[start - 1])
            if wider and wider != found and wider[0] not in ("threshold",):
                return wider, "", tuple(words[: start - 1])
            if found[0] == "coef" and above in ("beta", "b"):
                return (above, *found[1:]), "", tuple(words[: start - 1])
        return found, "", tuple(words[:start])
    apart = grouped(words[-1]) if kind == "number" else None
    if apart:
        return (apart[0],), "", (*words[:-1], apart[1])
    for at, word in enumerate(words[:-1]):
        found = heading(word).statistics
        if found and found[0] not in ("construct", "hypothesis", "relation", "verdict", "category"):
            return found, words[-1], tuple(w for i, w in enumerate(words[:-1]) if i != at)
    return (), words[-1], tuple(words[:-1])


_TAIL = re.compile(
    r"^(?:values?|coeff?icients?|errors?|index|statistics?|levels?|estimates?|scores?|extracted|reliability|deviation|alpha|α|\(.*\)|ratio|weights?|effects?)$",
    re.IGNORECASE,
)


def _named_below(words: Sequence[str], found: tuple[str, ...]) -> bool:
    """Whether the first line alone announces the statistic, and the lines below it name something."""
    below = " ".join(words[1:])
    return len(words) > 1 and heading(words[0]).statistics == found and not heading(below).statistics and not _TAIL.match(below)


def _fused(columns: list[Column], header: list[Line]) -> list[Column]:
    """Headings that ran together, or into the caption: as many statistics named as there are columns of numbers."""
    numeric = [c for c in columns if c.kind == "number"]
    lost = [c for c in numeric if not c.statistics]
    if not lost or not header:
        return columns
    for line in reversed(header):
        named: list[str] = []
        for position, cell in enumerate(line):
            text = _text(cell)
            if (
                cell.origin
                and text
                and not (position < len(columns) and columns[position].kind == "text" and statistic(text) in _TEXTUAL)
            ):
                named.extend(sequence(text))
        if len(named) == len(numeric) > 1 and len(set(named)) == len(named):
            given = dict(zip((c.index for c in numeric), named, strict=True))
            return [replace(c, statistics=(given[c.index],), name="") if c.index in given else c for c in columns]
    return columns


def _shifted(columns: list[Column]) -> list[Column]:
    """A numbering `1 2 3` that begins over the stub stands one column too far left."""
    marks = [re.fullmatch(r"\(?(\d{1,2})[.)]?", c.words[-1]) if c.words else None for c in columns]
    if len(columns) < 3 or not marks[0] or marks[0][1] != "1" or columns[0].kind != "text" or marks[-1]:
        return columns
    return [
        columns[0],
        *(replace(c, words=columns[c.index - 1].words, name=columns[c.index - 1].name) for c in columns[1:]),
    ]


def _siblings(columns: list[Column]) -> list[Column]:
    """A column of numbers under a group but without a statistic holds what the group beside it holds."""
    out = list(columns)
    for at, column in enumerate(columns):
        if column.kind != "number" or column.statistics or not column.words:
            continue
        beside = [
            c for c in columns if abs(c.index - column.index) == 1 and c.statistics and c.qualifiers != column.words
        ]
        for other in beside:
            grouped = len(other.words) > 1 and is_qualifier(column.words[-1]) and is_qualifier(other.words[-1])
            if grouped and other.statistics[0] in ("coef", "beta", "b"):
                out[at] = replace(column, statistics=other.statistics, name=column.words[-1])
                out[other.index] = replace(other, name=other.words[-1])
    return out
