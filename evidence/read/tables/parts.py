"""Where one printed table holds several, or is printed the other way round: stacked, side by side, turned."""

import re
from collections.abc import Iterator, Sequence

from evidence.read.model import Cell
from evidence.read.tables.cells import content
from evidence.read.tables.header import FIT, heading, is_qualifier, statistic, words_of
from evidence.read.tables.lines import (
    Line,
    distinct,
    hangs_from,
    is_data,
    is_header,
    is_heading,
    is_numbering,
    is_section,
    shown,
    texts,
)
from evidence.read.tables.relations import relation

__all__ = ["reads_across", "side_by_side", "stacked", "transposed"]

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


def stacked(lines: list[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Each header with the rows below it; a table with several headers gives several."""
    at = 0
    header: list[Line] = []
    data = [is_data(line) for line in lines]
    results = [line for line, holds in zip(lines, data, strict=True) if holds]
    numbered = frozenset(
        i
        for i in range(1, len(lines[0]))
        if sum(content(x[i].text).numeric for x in results) * 2 > max(len(results), 1)
    )
    if not results:  # words alone: the first row heads the others
        yield lines[:1], lines[1:]
        return
    while at < len(lines):
        fresh: list[Line] = []
        while at < len(lines) and not (fresh and is_section(lines[at])):
            if data[at] and not (fresh and hangs_from(fresh[-1], lines[at])):
                break
            fresh.append(lines[at])
            at += 1
        lead: list[Line] = []
        while at < len(lines) and not data[at] and is_section(lines[at]):
            lead.append(lines[at])
            at += 1
        if at < len(lines) and not data[at] and is_header(lines[at], numbered):
            fresh += [*lead, lines[at]]
            lead = []
            at += 1
        while len(fresh) > 1 and is_section(fresh[-1]) and any(len(distinct(x)) > 1 for x in fresh[:-1]):
            lead.insert(0, fresh.pop())
        body = lead
        holds, top = any(map(is_data, body)), _top(fresh or header)
        while at < len(lines) and not (holds and (is_header(lines[at], numbered) or _again(top, lines[at]))):
            body.append(lines[at])
            holds = holds or data[at]
            at += 1
        header = _inherit(header, fresh)
        if body:
            yield header, body


def _top(header: list[Line]) -> tuple[str, ...]:
    """The names along the top, where there are three or more."""
    top = texts(header[-1])[1:] if header else ()
    return top if len(set(filter(None, top))) > 2 else ()


def _again(top: tuple[str, ...], line: Line) -> bool:
    """The names along the top once more, over a second table in the first: `HTMT | A | B | C`."""
    return bool(top) and top == texts(line)[1:]


_SIZE = re.compile(r"\bn ?= ?\d", re.I)


def _inherit(above: list[Line], fresh: list[Line]) -> list[Line]:
    """A header in the middle that names only groups stands under the statistics of the first header."""
    if not above:
        return fresh
    names = [statistic(text) for line in fresh for text in texts(line) if text and not _SIZE.search(text)]
    if any(n for n in names if n and n not in ("construct", "category", "hypothesis")):
        return fresh
    named = {text for line in fresh for text in texts(line)[1:] if text}
    if named and all(is_qualifier(t) or len(fresh[0]) > 2 * len(named) for t in named):
        return [above[0], *fresh]
    if len(named) >= 2 and sum(map(bool, texts(fresh[-1])[1:])) <= len(fresh[-1]) / 2:
        return [above[0], *fresh]
    return fresh


def side_by_side(lines: list[Line]) -> list[list[Line]]:
    """Two tables printed side by side under the same headings, each under a title of its own or none."""
    width = len(lines[0])
    half = width // 2
    gap = width % 2  # a column left empty between the two
    titled = len(lines) > 2 and len(set(texts(lines[0])[:half])) == 1 == len(set(texts(lines[0])[half + gap :]))
    if width < 4 or (gap and any(shown(line[half]) for line in lines[titled:] if not _is_title(line))):
        return [lines]
    top = [words_of(c.text) for c in lines[titled]]
    again = top[:half] == top[half + gap :] and len(set(top)) > 1
    named = all(top[:half]) and all(top[half + gap :])
    if named and (again or (not gap and not titled and _items_twice(lines, half))):
        if titled:  # each title heads the rows of its side
            lines = [lines[1], lines[0], *lines[2:]]
        return [[line[:half] for line in lines], [line[half + gap :] for line in lines]]
    return [lines]


def _is_title(line: Line) -> bool:
    """One cell over several columns, and no other."""
    said = [t for t in texts(line) if t]
    return len(said) > 1 and len(set(said)) == 1


def _items_twice(lines: list[Line], half: int) -> bool:
    """`Item | Ease | Item | Effort`: codes of items on both sides, each side under its own construct."""
    if words_of(lines[0][0].text) != words_of(lines[0][half].text):
        return False
    sides = [[texts(line)[at] for line in lines[1:] if texts(line)[at]] for at in (0, half)]
    return all(len(side) > 1 and all(map(_ITEM.fullmatch, side)) for side in sides)


def reads_across(lines: list[Line]) -> bool:
    """Whether the statistics are rows: `α`, `CR`, `AVE` down the side and constructs along the top."""
    if len(lines) < 2 or len(lines[0]) < 2:
        return False
    if _relations_along(lines):
        return True
    if _items_along(lines[0]):
        return not _items_along([line[0] for line in lines])
    for stub in (0, 1):
        labels = [texts(line)[stub] for line in lines[1:] if is_data(line)]
        if set(filter(None, texts(lines[0])[1:])).intersection(labels) or is_numbering(lines[0]):
            return False  # a matrix with statistics under it
        side = [s for label in labels for s in heading(label).statistics if s in _TURNABLE]
        measured = [s for s in side if s in _MEASURED]
        rest = [label for label in labels if label]
        if len(set(measured)) >= 2 and len(side) >= 0.55 * max(len(rest), 1):
            top = {s for line in lines[:2] for text in texts(line) for s in heading(text).statistics if s in _MEASURED}
            return len(top) < 2 or len(set(measured)) > 2 * len(top)
        if len(lines[0]) < 4:
            break
    return False


_ITEM = re.compile(
    r"(?!model|step|time|factor|study|group|wave|stage)([A-Za-z]{2,8})[_ .\-]?\d{1,2}[a-z]?", re.IGNORECASE
)


def _relations_along(lines: list[Line]) -> bool:
    """`Humour → Trust`, `Trust → Joy` and the effects that they make up along the top, and samples down the side."""
    top = [text for text in texts(lines[0])[1:] if text]
    drawn = [text for text in top if relation(text)]
    if len(drawn) < 2 or not is_data(lines[1]) or any(relation(texts(line)[0]) for line in lines):
        return False
    rest = [
        text
        for text in top
        if text not in drawn and heading(text).statistics not in (("direct",), ("indirect",), ("total",))
    ]
    return not rest


def _items_along(line: Sequence[Cell]) -> bool:
    """The codes of several constructs' items, one after the other."""
    texts = [shown(c) for c in line[1:] if shown(c)]
    codes = [m[1].upper() for m in map(_ITEM.fullmatch, texts) if m]
    return len(codes) >= 4 and len(codes) >= 0.7 * len(texts) and 2 <= len(set(codes)) < len(codes)


def transposed(lines: list[Line]) -> list[Line]:
    """Rows as columns; headings that only sort the statistics (`Absolute fit`) are left out."""
    kept = [lines[0], *(line for line in lines[1:] if not is_heading(line))]
    names = [shown(line[0]) for line in kept if is_data(line)]
    lines = kept if len(kept) > 1 and len(set(names)) == len(names) else lines
    return [tuple(line[i] for line in lines) for i in range(len(lines[0]))]
