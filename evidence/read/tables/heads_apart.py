"""Headings of two columns that a conversion ran together, `SD 1` or `CR AVE`, and columns run together with them.

The headings behind them moved left, so that the last columns have none; or the two columns are one, and each of its
cells holds two numbers.
"""

import re
from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.header import heading
from evidence.read.tables.lines import Line, is_data, shown

__all__ = ["heads_apart"]

_FEWEST = 3  # rows that make it sure
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]?")
_TWO = re.compile(r"[-−–+]?\d*\.\d+\*{0,3}(?P<gap>\s+)[-−–+]?(?:\d*\.)?\d+\*{0,3}")
_PAIR = re.compile(r"\(?(\d{1,2})[.)]?\s+\(?(\d{1,2})[.)]?")
_CODE = re.compile(r"\(?(?:[A-Z]{1,2}\s?)?\d{1,3}[a-z]?[.)]?|[-–—]?")  # `H1`, `2.`
_WORDS = re.compile(r"\D*[^\W\d_]{3}\D*")
_COEFFICIENTS = re.compile(r"[-−–]?0?\.\d+[*†]{0,4}\s+(?:[-−–]?0?\.\d+[*†]{0,4}|1(?:\.0+)?|\(0?\.\d+\)|[-−–—]{1,2})")
_OF_WORDS = {"relation", "item", "construct", "hypothesis", "verdict", "n", "threshold"}  # what stands over words
_LIMITS = {"ci", "ci_low", "ci_high"}  # two limits in a cell are one interval


def heads_apart(lines: list[Line]) -> list[Line]:
    """The table with a heading over each of its columns, and each column by itself."""
    data = [is_data(line) for line in lines]
    first = next((i for i, holds in enumerate(data) if holds), 0)
    head = next((i + 1 for i in reversed(range(first)) if sum(bool(shown(c)) for c in lines[i] if c.origin) > 1), 0)
    if not head or sum(data) < _FEWEST or not any(" " in c.text or not c.text for c in lines[head - 1][1:]):
        return lines
    body = [line for line, holds in zip(lines[head:], data[head:], strict=True) if holds]
    apart = _numbers_apart(lines, head, body)
    if apart is not lines:
        lines, body = apart, [line for line, holds in zip(apart[head:], data[head:], strict=True) if holds]
    heads = _over_second(lines[head - 1], body)
    parts = {i: p for i, c in enumerate(heads) if i and c.origin and (p := _parted(heads, i)) is not None}
    if not parts:
        return [*lines[: head - 1], heads, *lines[head:]]
    bare = next((n for n, c in enumerate(reversed(heads)) if shown(c)), 0)
    filled = any(shown(line[-1]) for line in body)
    single = {i: p for i, p in parts.items() if not any(_TWO.fullmatch(shown(line[i])) for line in body)}
    if bare and filled and len(single) == bare:
        return [*lines[: head - 1], _spread(heads, single, bare), *lines[head:]]
    double = [i for i in parts if all(_TWO.fullmatch(t) for line in body if (t := shown(line[i])))]
    double = [i for i in double if i not in single and not _LIMITS & set(heading(shown(heads[i])).statistics)]
    for i in reversed(double):
        lines = [_in_two(line, i, parts[i] if n == head - 1 else None) for n, line in enumerate(lines)]
    return lines


def _numbers_apart(lines: list[Line], head: int, body: list[Line]) -> list[Line]:
    """Columns `1 2` of a triangle in one: below its first rows, each cell holds two coefficients, or one and a dash."""
    for at in reversed(range(1, len(lines[head - 1]))):
        pair = _PAIR.fullmatch(shown(lines[head - 1][at]))
        if pair is None or int(pair[2]) != int(pair[1]) + 1:
            continue
        held = [t for line in body if (t := shown(line[at]))]
        both = sum(_COEFFICIENTS.fullmatch(t) is not None for t in held)
        if both < _FEWEST or both < len(held) - 1:
            continue
        lines = [_halved(line, at, head_of=n == head - 1) for n, line in enumerate(lines)]
    return lines


def _halved(line: Line, at: int, *, head_of: bool) -> Line:
    """A line with what stands before the first space of a cell in one column, the rest in the next."""
    cell = line[at]
    gap = re.search(r"\s", cell.text.strip())
    cut = gap.end() if gap and (head_of or _COEFFICIENTS.fullmatch(cell.text.strip())) else len(cell.text)
    return (*line[:at], cell.stretch(0, cut), cell.stretch(cut, len(cell.text)), *line[at + 1 :])


def _over_second(heads: Line, body: list[Line]) -> Line:
    """The headings a column further right, where the first statistic stands over words and the last column has none."""
    coded = [line for line in body if len(line) > 1 and _CODE.fullmatch(shown(line[0]))]
    words = sum(_WORDS.fullmatch(shown(line[1])) is not None for line in coded)
    said = set(heading(shown(heads[1])).statistics) if len(heads) > 2 and not shown(heads[-1]) else set()
    if not said or said & _OF_WORDS or 2 * words <= len(body):
        return heads
    return (replace(heads[0], text="", span=None), *heads[:-1])


def _parted(heads: Line, at: int) -> int | None:
    """Where the second of two headings begins: both statistics, or a number before that of the next column."""
    text = heads[at].text
    if heading(text).statistics:
        return None
    after = _NUMBER.fullmatch(shown(heads[at + 1])) if at + 1 < len(heads) else None
    for gap in re.finditer(r"\s+", text.strip()):
        first, second = text[: gap.start()].strip(), text[gap.end() :].strip()
        number = _NUMBER.fullmatch(second)
        counts = number is not None and after is not None and int(number[1]) + 1 == int(after[1])
        if heading(first).statistics and (counts or heading(second).statistics):
            return gap.end()
    return None


def _spread(heads: Line, parts: dict[int, int], bare: int) -> Line:
    """The headings with those that ran together apart, those behind them each a column further right."""
    out: list[Cell] = []
    for i, cell in enumerate(heads[: len(heads) - bare]):
        cut = parts.get(i)
        out += [cell] if cut is None else [cell.stretch(0, cut), cell.stretch(cut, len(cell.text))]
    return tuple(out)


def _in_two(line: Line, at: int, cut: int | None) -> Line:
    """A line with the two halves of one of its cells apart."""
    cell = line[at]
    two = _TWO.fullmatch(cell.text.strip())
    gap = cut if cut is not None else two.end("gap") if two else len(cell.text)
    return (*line[:at], cell.stretch(0, gap), cell.stretch(gap, len(cell.text)), *line[at + 1 :])
