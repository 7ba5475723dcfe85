"""Tables whose cells kept their places on the line, one space apart where columns are narrow.

    Construct      AVE   (1)     (2)
    Trust         0.72 0.85
    Perceived     0.69 0.41*** 0.83
    ease of use

The columns are the stretches that the rows of values fill; what is left free in all of them parts columns.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from evidence.read.compose import RawCell
from evidence.read.flat.headings import cut
from evidence.read.flat.packed import is_value
from evidence.read.flat.region import Region
from evidence.read.places import columns_of
from evidence.read.tables.header import heading

__all__ = ["by_places"]

Place = tuple[str, int]
Rows = list[list[RawCell]]
Span = tuple[int, int]

_FEWEST = 3  # rows of values
_LONGEST = 1_000  # characters of a line
_HEADS = 8  # lines of headings
_DECIMAL = re.compile(r"\d?[.,]\d")
_OTHER = re.compile(r"[|\t│┃║]|-{3}|─{3}|═{3}")  # tables of another layout
_CODE = re.compile(r"[A-Za-z]{1,8}[_.\-]?\d{1,2}[a-z]?")
_WIDE = re.compile(r"\S {2,}\S")


@dataclass(frozen=True)
class _Word:
    text: str
    left: int  # in columns of print
    right: int
    start: int  # in characters of the document

    @property
    def value(self) -> bool:
        return is_value(self.text.strip("_"))


def by_places(lines: Sequence[Place], region: Region) -> Rows:
    """The table, or nothing where the places of its values do not fall into columns."""
    numbers = [i for block in region.blocks for i in block]
    if any(len(lines[i][0]) > _LONGEST or _OTHER.search(lines[i][0]) for i in numbers):
        return []
    words = {i: _words(lines[i]) for i in numbers}
    data = [i for i in numbers if _is_row(lines[i][0], words[i])]
    if len(data) < _FEWEST or numbers.index(data[0]) > _HEADS:
        return []
    wide = [i for i in numbers if _WIDE.search(lines[i][0].strip())]
    if not any(i < data[0] for i in wide) and len(wide) * 5 < len(data):
        return []  # rows that kept no places
    columns = _columns([words[i] for i in data])
    numeric = _numeric([_row(words[i], columns) for i in data], len(columns))
    if len(columns) < 2 or not numeric:
        return []
    above = [words[i] for i in numbers if i < data[0]]
    while above and _of_caption(above[0], lines, region):
        above = above[1:]
    heads = list(above)
    while len(heads) > 1 and _begins_rows(heads[-1], heads[-2], columns, numeric):
        heads.pop()
    rest = [(False, w) for w in above[len(heads) :]]
    rest += [
        (i in data, words[i]) for i in numbers if data[0] <= i <= _last(data[-1], numbers, words, columns, numeric)
    ]
    rows = _whole_labels([(is_row, _placed(is_row, w, columns, numeric)) for is_row, w in rest], numeric)
    return (
        [*(_heads(w, columns) for w in heads), *([_cell(cell) for cell in cells] for _, cells in rows)] if rows else []
    )


def _last(data: int, numbers: list[int], words: dict[int, list[_Word]], columns: list[Span], numeric: list[int]) -> int:
    """The last line: that of the last values, or the end of its label below it."""
    for i in numbers:
        cells = _row(words[i], columns) if i == data + 1 else []
        if cells and _is_label(cells, numeric[0]) and _small(cells[: numeric[0]]):
            return i
    return data


def _of_caption(words: Sequence[_Word], lines: Sequence[Place], region: Region) -> bool:
    """The end of a caption set in the middle of its lines."""
    if len(_groups(words)) > 1:
        return False
    above = [
        line for line in lines if region.caption[0] - len(line[0]) <= line[1] < region.caption[1] and line[0].strip()
    ]
    if not above:
        return False
    caption = _words(above[-1])
    middle = caption[0].left + caption[-1].right
    width = caption[-1].right - caption[0].left
    shorter = words[-1].right - words[0].left < width
    return shorter and words[0].left > 0 and abs(middle - words[0].left - words[-1].right) <= 3


def _is_section(words: Sequence[_Word], columns: Sequence[Span], numeric: Sequence[int]) -> bool:
    """Words without gaps and values that stand over several columns or in the middle of the table."""
    if len(_groups(words)) > 1 or any(w.value for w in words):
        return False
    left, right = words[0].left, words[-1].right
    over = [c for c, (a, b) in enumerate(columns) if a < right and left < b]
    return len(over) != 1 or over[0] in numeric


def _begins_rows(words: Sequence[_Word], above: Sequence[_Word], columns: Sequence[Span], numeric: list[int]) -> bool:
    """A line right over the values that heads the rows below it and no column, for all of these have a heading."""
    if _is_section(words, columns, numeric):
        return len(_groups(above)) >= max(2, len(numeric))
    first = columns[: numeric[0]]
    return (
        bool(first)
        and words[-1].right <= first[-1][1] + 1
        and any(w.left < first[-1][1] for w in above)
        and len(_groups(above)) > len(numeric)
    )


def _placed(is_row: bool, words: Sequence[_Word], columns: Sequence[Span], numeric: Sequence[int]) -> list[list[_Word]]:
    if not is_row and _is_section(words, columns, numeric):
        return [list(words), *([] for _ in columns[1:])]
    return _row(words, columns)


def _words(line: Place) -> list[_Word]:
    text, start = line
    at = [*columns_of(text), len(text) * 2 + 2]
    found = re.finditer(r"\S+", text)
    return [_Word(m[0], at[m.start()], at[m.end() - 1] + 1, start + m.start()) for m in found]


def _is_row(text: str, words: list[_Word]) -> bool:
    values = [w for w in words if w.value]
    if not values or not any(_DECIMAL.search(w.text) for w in values) or len(words) < 2:
        return False
    plain = len(words) - len(values)
    return bool(_WIDE.search(text.strip())) or (len(values) >= 3 and plain <= 4) or plain <= 1


def _columns(rows: Sequence[Sequence[_Word]]) -> list[Span]:
    """The stretches of print that the rows fill, parted by what all of them leave free."""
    last = max(w.right for row in rows for w in row)
    used = [False] * (last + 1)
    bound = [False] * (last + 1)  # a single space between two words, which belong together
    coded = Counter(w.left for row in rows for w in row if _CODE.fullmatch(w.text))
    coded = Counter({at: times for at, times in coded.items() if times >= 0.6 * len(rows)})
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


def _row(words: Sequence[_Word], columns: Sequence[Span]) -> list[list[_Word]]:
    cells: list[list[_Word]] = [[] for _ in columns]
    for w in words:
        cells[_nearest(w, columns)].append(w)
    return cells


def _nearest(word: _Word, columns: Sequence[Span]) -> int:
    def apart(c: int) -> tuple[int, int]:
        left, right = columns[c]
        shared = min(right, word.right) - max(left, word.left)
        return -shared, abs(left + right - word.left - word.right)

    return min(range(len(columns)), key=apart)


def _numeric(rows: Sequence[Sequence[list[_Word]]], count: int) -> list[int]:
    """The columns of values; none where a cell of one holds two of them, or most are no values."""
    found = []
    for c in range(count):
        cells = [row[c] for row in rows if row[c]]
        values = sum(all(w.value for w in cell) for cell in cells)
        if cells and values >= 0.6 * len(cells):
            several = [cell for cell in cells if len([w for w in cell if w.value and w.text[0] not in "([*"]) > 1]
            if several:
                return []
            found.append(c)
    return found


def _heads(words: Sequence[_Word], columns: Sequence[Span]) -> list[RawCell]:
    """A line of headings: each over its column, or over those it spans."""
    cells: list[list[_Word]] = [[] for _ in columns]
    for group in _groups(words):
        left, right = group[0].left, group[-1].right
        over = [c for c, (a, b) in enumerate(columns) if a < right and left < b]
        each = _apart(group, over, columns) if len(over) > 1 else None
        if each:
            for c, cell in zip(over, each, strict=True):
                cells[c] += cell
        else:
            whole = _Word("", left, right, group[0].start)
            cells[_nearest(whole, columns)] += group
    return [_cell(cell, header=True) for cell in cells]


def _apart(group: Sequence[_Word], over: Sequence[int], columns: Sequence[Span]) -> list[list[_Word]] | None:
    """The headings of several columns that stand one space apart, each with its words; nothing for one over all."""
    each = [[w for w in group if _nearest(w, columns) == c] for c in over]
    if all(len(cell) == 1 for cell in each):
        return each
    at = group[0].start
    text = "".join(w.text.rjust(w.start - at - before + len(w.text)) for w, before in _ends(group))
    found = cut(text, at, len(over))
    if found:
        spans = [c.span for c in found if c.span]
        return [[w for w in group if a <= w.start < b] for a, b in spans]
    return each if all(each) and all(heading(" ".join(w.text for w in cell)).statistics for cell in each) else None


def _ends(group: Sequence[_Word]) -> list[tuple[_Word, int]]:
    """Each word, and where the one before it ended, from the first word on."""
    at = group[0].start
    ends = [0, *(w.start - at + len(w.text) for w in group)]
    return list(zip(group, ends, strict=False))


def _groups(words: Sequence[_Word]) -> list[list[_Word]]:
    """Words one space apart are one heading."""
    groups: list[list[_Word]] = []
    for w in words:
        if groups and w.left - groups[-1][-1].right < 2 + groups[-1][-1].text.endswith((":", ".")):
            groups[-1].append(w)
        else:
            groups.append([w])
    return groups


def _whole_labels(
    rows: Sequence[tuple[bool, list[list[_Word]]]], numeric: list[int]
) -> list[tuple[bool, list[list[_Word]]]]:
    """Labels broken over lines in one cell; nothing where many stay apart, so that none is sure.

    What begins small goes on; values without a label between two lines of words belong to both.
    """
    first = numeric[0]
    merged: list[tuple[bool, list[list[_Word]]]] = []
    for is_row, cells in rows:
        above = merged[-1] if merged else None
        label = _is_label(cells, first)
        if label and not is_row and above and _small(cells[:first]) and any(above[1][:first]):
            merged[-1] = (above[0], [a + b for a, b in zip(above[1], cells, strict=True)])
        elif (
            is_row
            and above
            and first
            and not above[0]
            and _is_label(above[1], first)
            and (not any(cells[:first]) or _small(cells[:first]))
        ):
            merged[-1] = (True, [a + b for a, b in zip(above[1], cells, strict=True)])
        else:
            merged.append((is_row, cells))
    loose = sum(not is_row and not _tells(cells) for is_row, cells in merged)
    return merged if loose * 5 <= 2 * len(merged) or loose < 3 else []


def _is_label(cells: Sequence[list[_Word]], first: int) -> bool:
    return any(cells[:first]) and not any(cells[first:])


def _small(cells: Sequence[list[_Word]]) -> bool:
    """Whether a label begins in the middle: in small letters or with a bracket."""
    begins = next((w.text[:1] for cell in cells for w in cell), "")
    return begins.islower() or begins == "("


def _tells(cells: Sequence[list[_Word]]) -> bool:
    """A heading between rows that states a hypothesis or a relation."""
    text = " ".join(w.text for cell in cells for w in cell)
    return bool(re.search(r"→|->|\b[HН]\s?\d", text))


def _cell(words: Sequence[_Word], header: bool = False) -> RawCell:
    if not words:
        return RawCell("", header=header)
    last = words[-1]
    text = " ".join(w.text for w in words)
    return RawCell(text, header=header, span=(words[0].start, last.start + len(last.text)))
