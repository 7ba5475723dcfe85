"""Where the words of typed rows stand, and the columns that rows of values fill."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from evidence.kept import kept
from evidence.read.flat.packed import is_value
from evidence.read.typed.places import columns_of
from evidence.settled import settled

__all__ = [
    "DECIMAL",
    "Placed",
    "Span",
    "Word",
    "begins_small",
    "each_one",
    "groups_of",
    "in_columns",
    "nearest",
    "of_values",
    "strips_of",
    "words_of",
]

Place = tuple[str, int]
Span = tuple[int, int]

DECIMAL = re.compile(r"\d?[.,]\d")
_CODE = re.compile(r"[A-Za-z]{1,8}[_.\-]?\d{1,2}[a-z]?")


@settled
class Word:
    """A word of a line of print, with the columns of print it fills."""

    text: str
    left: int  # in columns of print
    right: int
    start: int  # in characters of the document

    @kept
    def value(self) -> bool:
        """Whether it is a result."""
        return is_value(self.text.strip("_"))


Placed = tuple[bool, list[list[Word]]]  # whether values stand in a row, and the words of each column


def words_of(line: Place, places: Callable[[str], list[int]] = columns_of) -> list[Word]:
    """The words of a line; `places` tells in which column of print each character stands."""
    text, start = line
    at = [*places(text), len(text) * 2 + 2]
    found = re.finditer(r"\S+", text)
    return [Word(m[0], at[m.start()], at[m.end() - 1] + 1, start + m.start()) for m in found]


def strips_of(rows: Sequence[Sequence[Word]]) -> list[Span]:
    """The stretches of print that the rows fill, parted by what all of them leave free."""
    last = max(w.right for row in rows for w in row)
    used = [False] * (last + 1)
    bound = [False] * (last + 1)  # a single space between two words, which belong together
    coded = Counter(w.left for row in rows for w in row if _CODE.fullmatch(w.text))
    coded = Counter({at: times for at, times in coded.items() if times >= 0.6 * len(rows)})
    begun = Counter(w.left for row in rows for w in row)
    firsts = Counter(row[0].left for row in rows)  # rows without the name of a group, which others begin with
    coded.update({at: n for at, n in firsts.items() if n * 4 >= len(rows) and begun[at] >= 0.9 * len(rows)})
    for row in rows:
        for w in row:
            used[w.left : w.right] = [True] * (w.right - w.left)
        for a, b in pairwise(row):
            if b.left - a.right == 1 and not a.value and not b.value and not coded[b.left]:
                bound[a.right] = True
    columns: list[Span] = []
    start = None
    for at in range(last + 1):
        free = not used[at] and not bound[at]
        if free and start is not None:
            columns.append((start, at))
            start = None
        elif not free and start is None:
            start = at
    return columns


def in_columns(words: Sequence[Word], columns: Sequence[Span]) -> list[list[Word]]:
    """The words of a row by the column that each is nearest to."""
    cells: list[list[Word]] = [[] for _ in columns]
    for w in words:
        cells[nearest(w, columns)].append(w)
    return cells


def nearest(word: Word, columns: Sequence[Span]) -> int:
    """The column that a word shares most print with, else the one whose middle is nearest."""

    def apart(c: int) -> tuple[int, int]:
        left, right = columns[c]
        shared = min(right, word.right) - max(left, word.left)
        return -shared, abs(left + right - word.left - word.right)

    return min(range(len(columns)), key=apart)


def of_values(rows: Sequence[Sequence[list[Word]]], count: int) -> list[int]:
    """The columns of values; none where a cell of one holds two of them, or most are no values."""
    found = []
    for c in range(count):
        cells = [row[c] for row in rows if row[c]]
        values = sum(all(w.value for w in cell) for cell in cells)
        if cells and values >= 0.6 * len(cells):
            several = [cell for cell in cells if len([w for w in cell if w.value and w.text[0] not in "([*"]) > 1]
            if len(several) * 10 > len(cells) or any(DECIMAL.search(w.text) for cell in several for w in cell):
                return []
            found.append(c)
        elif 5 * sum(sum(DECIMAL.search(w.text) is not None for w in cell if w.value) > 1 for cell in cells) > len(
            cells
        ):
            return []
    return found


def groups_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words one space apart are one heading."""
    groups: list[list[Word]] = []
    for w in words:
        if groups and w.left - groups[-1][-1].right < 2 + groups[-1][-1].text.endswith((":", ".")):
            groups[-1].append(w)
        else:
            groups.append([w])
    return groups


def begins_small(cells: Sequence[list[Word]]) -> bool:
    """Whether a label begins in the middle: in small letters or with a bracket."""
    begins = next((w.text[:1] for cell in cells for w in cell), "")
    return begins.islower() or begins == "("


def each_one(text: str) -> list[int]:
    """Every character fills one column of print, as in a text without wide letters."""
    return list(range(len(text)))
