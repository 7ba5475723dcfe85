"""Rows whose white space was lost: as many numbers in each (or one more in each, a triangle) make the columns."""

from collections import Counter

from evidence.read.compose import RawCell
from evidence.read.pages.lines import Line, Word
from evidence.read.pages.strips import NUMBER, is_value

__all__ = ["counted_rows"]

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_SAME = 0.8  # of the rows: how many must hold the same number of numbers


def counted_rows(lines: list[Line], columns: int) -> list[list[RawCell]] | None:
    """Rows read by order, where white space shows fewer columns than the rows have numbers; None where they differ."""
    tails = [_tail(line) for line in lines]
    start = next((i for i, tail in enumerate(tails) if tail >= 1 and i > 0), 0)
    body = list(range(start, len(lines)))
    if start == 0 or len(body) < _FEWEST_ROWS:
        return None
    full = [tails[i] for i in body if tails[i]]
    count, often = Counter(full).most_common(1)[0]
    triangle = [tails[i] for i in body] == list(range(tails[start], tails[start] + len(body))) and tails[start] <= 1
    if triangle:
        count = max(tails[i] for i in body)
    elif often < _SAME * len(full) or any(tails[i] not in (0, count) for i in body):
        return None
    names = list(lines[start - 1].words)
    if count < _FEWEST_COLUMNS or columns > count or len(names) not in (count, count + 1):
        return None
    stub = names[: len(names) - count]
    rows = [[_cell(stub), *(_cell([w]) for w in names[-count:])]]
    for i in body:
        words = list(lines[i].words)
        values = words[len(words) - tails[i] :]
        blanks = [RawCell("")] * (count - len(values))
        rows.append([_cell(words[: len(words) - tails[i]]), *(_cell([w]) for w in values), *blanks])
    return rows


def _tail(line: Line) -> int:
    """How many numbers a line ends with."""
    count = 0
    for word in reversed(line.words):
        if not (is_value(word.text) or NUMBER.match(word.text)):
            break
        count += 1
    return count if count < len(line.words) else 0


def _cell(words: list[Word]) -> RawCell:
    return RawCell(" ".join(w.text for w in words))
