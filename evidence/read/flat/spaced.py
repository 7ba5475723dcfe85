"""Tables whose cells kept their places on the line, one space apart where columns are narrow.

    Construct      AVE   (1)     (2)
    Trust         0.72 0.85
    Perceived     0.69 0.41*** 0.83
    ease of use

The columns are the stretches that the rows of values fill; what is left free in all of them parts columns.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from evidence.read.compose import RawCell
from evidence.read.flat.bands import Line, banded
from evidence.read.flat.over_strips import headings_over, loosened, repeated_sections, whole_heads, whole_sections
from evidence.read.flat.region import Region
from evidence.read.flat.strips import (
    DECIMAL,
    Placed,
    Span,
    Word,
    begins_small,
    each_one,
    groups_of,
    in_columns,
    of_values,
    strips_of,
    words_of,
)
from evidence.read.typed.places import columns_of

__all__ = ["by_places"]

Place = tuple[str, int]
Rows = list[list[RawCell]]

_FEWEST = 3  # rows of values
_MOST = 600  # lines
_LONGEST = 1_000  # characters of a line
_HEADS = 10  # lines of headings
_BEHIND = 4  # columns of print between a label and its words: `H1:  A → B`
_OTHER = re.compile(r"[|\t│┃║]|-{3}|─{3}|═{3}")  # tables of another layout
_NAMED = re.compile(r"\W*tab(?:le|\.)\s*\d", re.IGNORECASE)
_UNEQUAL = re.compile(r"(?<=[(\w])\s?=\s?(?=\d)")  # `(N=` over `120)`
_NONE = re.compile(r"[-–—−]|1(?:\.0+)?")
_WIDE = re.compile(r"\S {2,}\S")


def by_places(lines: Sequence[Place], region: Region) -> Rows:
    """The table, or nothing where the places of its values do not fall into columns."""
    numbers = [i for block in region.blocks for i in block]
    if len(numbers) > _MOST or any(len(lines[i][0]) > _LONGEST or _OTHER.search(lines[i][0]) for i in numbers):
        return []
    wide = _laid_out(lines, region, columns_of)
    if all(lines[i][0].isascii() for i in numbers):
        return wide
    narrow = _laid_out(lines, region, each_one)  # a conversion that took East Asian characters for narrow ones
    return max(wide, narrow, key=lambda rows: len(rows[0]) if rows else 0)


def _laid_out(lines: Sequence[Place], region: Region, places: Callable[[str], list[int]]) -> Rows:
    numbers = [i for block in region.blocks for i in block]
    words = {i: words_of(lines[i], places) for i in numbers}
    data = [i for i in numbers if _is_row(lines[i][0], words[i])]
    if len(data) < _FEWEST or numbers.index(data[0]) > _HEADS:
        return []
    wide = [i for i in numbers if _WIDE.search(lines[i][0].strip())]
    if not any(i < data[0] for i in wide) and len(wide) * 5 < len(data):
        return []  # rows that kept no places
    columns = strips_of([words[i] for i in data])
    numeric = of_values([in_columns(words[i], columns) for i in data], len(columns))
    if len(columns) < 2 or not numeric:
        return []
    data = sorted(
        {*data, *_first_rows(numbers, words, data[0], columns, numeric), *_alone(numbers, words, columns, numeric)}
    )
    above = [words[i] for i in numbers if i < data[0]]
    while above and _of_caption(above[0], lines, region):
        above = above[1:]
    above = _without_legend(above)
    heads = list(above)
    while len(heads) > 1 and _begins_rows(heads[-1], heads[-2], columns, numeric):
        heads.pop()
    rest = [(False, w) for w in above[len(heads) :]]
    valued = frozenset(data)
    rest += [
        (i in valued, words[i]) for i in numbers if data[0] <= i <= _last(data[-1], numbers, words, columns, numeric)
    ]
    heads, rows = _whole(heads, [(row, _placed(row, w, columns, numeric)) for row, w in rest], columns, numeric)
    if not rows:
        return []
    titles = [headings_over(w, columns, numeric) for w in heads]
    lead, rows = repeated_sections(titles, whole_sections(loosened(rows), numeric))
    titles = whole_heads(titles[: len(titles) - lead])
    return [
        *([_cell(cell, header=True) for cell in cells] for cells in titles),
        *([_cell(cell) for cell in cells] for _, cells in rows),
    ]


def _first_rows(
    numbers: Sequence[int], words: Mapping[int, list[Word]], data: int, columns: Sequence[Span], numeric: Sequence[int]
) -> list[int]:
    """The rows above the first decimals: a name and signs for none, as a triangle begins."""
    found: list[int] = []
    for i in reversed([i for i in numbers if i < data]):
        cells = in_columns(words[i], columns)
        signs = [w.text for c in numeric for w in cells[c]]
        if not signs or not any(cells[: numeric[0]]) or not all(_NONE.fullmatch(text) for text in signs):
            break
        found.insert(0, i)
    return found


def _alone(
    numbers: Sequence[int], words: Mapping[int, list[Word]], columns: Sequence[Span], numeric: Sequence[int]
) -> list[int]:
    """Lines with one value in its column, whose name stands above and below it."""
    single = [(i, words[i][0]) for i in numbers if len(words[i]) == 1 and DECIMAL.search(words[i][0].text)]
    inside = [(i, w) for i, w in single if w.value and any(a < w.right and w.left < b for a, b in columns)]
    return [i for i, w in inside if in_columns([w], columns).index([w]) in numeric]


def _without_legend(above: list[list[Word]]) -> list[list[Word]]:
    """The lines over the rows from the first heading on: what a narrow caption explains above them is none."""
    told = [" ".join(w.text for w in line) for line in above]
    stop = next((n for n, line in enumerate(above) if len(groups_of(line)) > 1 or len(line) < _FEWEST), len(above))
    return above[stop:] if stop < len(above) and sum("=" in text for text in told[:stop]) > 1 else above


def _whole(
    heads: list[list[Word]], placed: list[Placed], columns: Sequence[Span], numeric: list[int]
) -> tuple[list[list[Word]], list[Placed]]:
    """The lines of headings, and the rows with their words whole; no rows where it is not sure whose the words are."""
    rows = _whole_labels(placed, numeric)
    if all(is_row or not _is_label(cells, numeric[0]) for is_row, cells in rows or placed):
        return heads, rows
    upper = [cells for w in heads if (cells := in_columns(w, columns))]
    lead = next((n for n, cells in enumerate(reversed(upper)) if any(cells[c] for c in numeric)), len(upper))
    whole = _bands([*((False, cells) for cells in upper[len(upper) - lead :]), *placed], lead, numeric, columns)
    if not whole:
        return heads, rows
    left = sum(not is_row for is_row, _ in whole[:lead])  # lines that are no beginning of the first row
    return heads[: len(heads) - lead + left], whole[left:]


def _bands(rows: Sequence[Placed], lead: int, numeric: Sequence[int], columns: Sequence[Span]) -> list[Placed]:
    """Rows whose words go on above and below their values, each whole; nothing where that can be read in two ways."""
    lines = [_as_line(is_row, cells, numeric, columns[numeric[0]][0]) for is_row, cells in rows]
    found = banded(lines, lead)
    if not found:
        return []
    return [
        (any(rows[i][0] for i in group), [[w for i in group for w in rows[i][1][c]] for c in range(len(rows[0][1]))])
        for group in found
    ]


def _as_line(is_row: bool, cells: Sequence[list[Word]], numeric: Sequence[int], values: int) -> Line:
    texts = tuple(" ".join(w.text for w in cell) for c, cell in enumerate(cells) if c not in numeric)
    reaching = bool(cells[0]) and cells[0][-1].right > values  # words that reach into the columns of values
    over = not is_row and (reaching or any(cells[c] for c in numeric))
    return Line("row" if is_row else "over" if over else "part", texts)


def _last(data: int, numbers: list[int], words: dict[int, list[Word]], columns: list[Span], numeric: list[int]) -> int:
    """The last line: that of the last values, or the end of its label below it."""
    for i in numbers:
        cells = in_columns(words[i], columns) if i == data + 1 else []
        if cells and _is_label(cells, numeric[0]) and begins_small(cells[: numeric[0]]):
            return i
    return data


def _of_caption(words: Sequence[Word], lines: Sequence[Place], region: Region) -> bool:
    """The end of a caption set in the middle of its lines."""
    if _NAMED.match(" ".join(w.text for w in words)):
        return True  # its translation
    if len(groups_of(words)) > 1:
        return False
    above = [
        line for line in lines if region.caption[0] - len(line[0]) <= line[1] < region.caption[1] and line[0].strip()
    ]
    if not above:
        return False
    caption = words_of(above[-1])
    middle = caption[0].left + caption[-1].right
    width = caption[-1].right - caption[0].left
    shorter = words[-1].right - words[0].left < width
    return shorter and words[0].left > 0 and abs(middle - words[0].left - words[-1].right) <= 3


def _is_section(words: Sequence[Word], columns: Sequence[Span], numeric: Sequence[int]) -> bool:
    """Words without gaps and values that stand over several columns or in the middle of the table."""
    groups = groups_of(words)
    led = (
        len(groups) == 2
        and groups[0][-1].text.endswith((":", "."))
        and groups[1][0].left - groups[0][-1].right < _BEHIND
    )
    if (len(groups) > 1 and not led) or any(w.value for w in words):
        return False
    left, right = words[0].left, words[-1].right
    over = [c for c, (a, b) in enumerate(columns) if a < right and left < b]
    return len(over) != 1 or over[0] in numeric


def _begins_rows(words: Sequence[Word], above: Sequence[Word], columns: Sequence[Span], numeric: list[int]) -> bool:
    """A line right over the values that heads the rows below it and no column, for all of these have a heading."""
    if _is_section(words, columns, numeric):
        under = any(w.left < words[-1].right and words[0].left < w.right for w in above)
        ends = under and words[0].left > columns[numeric[0]][0] and begins_small([list(words)])  # of a heading
        return len(groups_of(above)) >= max(2, len(numeric)) and not ends
    first = columns[: numeric[0]]
    return (
        bool(first)
        and words[-1].right <= first[-1][1] + 1
        and any(w.left < first[-1][1] for w in above)
        and len(groups_of(above)) > len(numeric)
    )


def _placed(is_row: bool, words: Sequence[Word], columns: Sequence[Span], numeric: Sequence[int]) -> list[list[Word]]:
    if not is_row and _is_section(words, columns, numeric):
        return [list(words), *([] for _ in columns[1:])]
    cells = in_columns(words, columns)
    return cells if is_row or not any(cells[c] for c in numeric) else headings_over(words, columns, numeric)


def _is_row(text: str, words: list[Word]) -> bool:
    values = [w for w in words if w.value]
    if not values or not any(DECIMAL.search(w.text) for w in values) or len(words) < 2:
        return False
    plain = len(words) - len(values)
    return bool(_WIDE.search(text.strip())) or (len(values) >= 3 and plain <= 4) or plain <= 1


def _whole_labels(rows: Sequence[Placed], numeric: list[int]) -> list[Placed]:
    """Labels broken over lines in one cell; nothing where many stay apart, so that none is sure.

    What begins small goes on; values without a label between two lines of words belong to both.
    """
    first = numeric[0]
    merged: list[Placed] = []
    for is_row, cells in rows:
        above = merged[-1] if merged else None
        label = _is_label(cells, first)
        if label and not is_row and above and begins_small(cells[:first]) and any(above[1][:first]):
            merged[-1] = (above[0], [a + b for a, b in zip(above[1], cells, strict=True)])
        elif (
            is_row
            and above
            and first
            and not above[0]
            and _is_label(above[1], first)
            and (not any(cells[:first]) or begins_small(cells[:first]))
        ):
            merged[-1] = (True, [a + b for a, b in zip(above[1], cells, strict=True)])
        else:
            merged.append((is_row, cells))
    loose = sum(not is_row and not _tells(cells) for is_row, cells in merged)
    return merged if loose * 5 <= 2 * len(merged) or loose < 3 else []


def _is_label(cells: Sequence[list[Word]], first: int) -> bool:
    return any(cells[:first]) and not any(cells[first:])


def _tells(cells: Sequence[list[Word]]) -> bool:
    """A heading between rows that states a hypothesis or a relation."""
    text = " ".join(w.text for cell in cells for w in cell)
    return bool(re.search(r"→|->|\b[HН]\s?\d", text))


def _cell(words: Sequence[Word], header: bool = False) -> RawCell:
    if not words:
        return RawCell("", header=header)
    last = words[-1]
    text = " ".join(w.text for w in words)
    text = _UNEQUAL.sub("=", text)
    return RawCell(text, header=header, span=(words[0].start, last.start + len(last.text)))
