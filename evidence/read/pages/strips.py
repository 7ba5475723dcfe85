"""The columns of a printed table: strips that hold type, told apart by white space that lines share."""

import re
from bisect import bisect_left, bisect_right
from statistics import median

from evidence.read.late import late
from evidence.read.pages.lines import Line, Word

__all__ = ["NUMBER", "chunks_of", "columns_of", "is_body", "is_data", "is_value"]

NUMBER = late(r"^[(\[<>≤≥]?[-−–]?\d*[.,]?\d+[%)\]*∗]*$")
_VALUE = late(
    r"^[*_]{0,3}[<>≤≥=~]?[-+−–‐‑]?(?:\d{1,3}(?:,\d{3})+|\d*[.,·]\d+|\d+)%?(?:[*∗]+|[a-d†‡§]|ns|n\.s\.)?[*∗_†]*$"
    r"|^(?:[-−–—]{1,3}|n\.?[as]\.?|n/a)$",
    re.IGNORECASE,
)
_STARS = re.compile(r"[*∗]+")  # they may reach under the value of the next column
_SIGN = re.compile(r"[<>≤≥=]+")
_DASH = re.compile(r"[-–—−]{1,2}")
_FIRST = re.compile(r"\(?1[.)]\s*[^\W\d]")
_CELL_GAP = 0.75  # of the type's height; words of one cell stand closer
_CENTRED = 0.5  # of the type's height: how far a heading of several columns may be from their middle
_NARROW = 0.13  # of the type's height: the least white space that can part two columns of numbers
_PAIRED = 0.6  # of the rows of a column: how many hold two numbers where it is two columns
_FLUSH = 1.5  # points that the values of a column begin apart at most
_LABELLED = 2  # lines of labels that stand over the heading of their column
_CROSSED = 0.06  # of the lines: how many may run over the white space between two columns


def is_value(text: str) -> bool:
    """Whether a word is a number as tables print it, or the dash that stands for one."""
    return bool(_VALUE.match(text))


def is_data(line: Line) -> bool:
    """Whether a line has cells, a number among them."""
    return any(is_value(w.text) or NUMBER.match(w.text) for w in line.words) and len(chunks_of(line)) >= 2


def is_body(line: Line) -> bool:
    """A row of numbers, as against a heading that holds one (`Model 1`)."""
    figures = is_data(line) and any(is_value(w.text) and any(c in w.text for c in ".,%") for w in line.words)
    return figures or _begins_square(line)


def _begins_square(line: Line) -> bool:
    """The first row of a triangle, which has nothing to correlate with: `1. Age - - 1`."""
    first, *rest = [chunk.text for chunk in chunks_of(line)]
    signs = sum(_DASH.fullmatch(text) is not None for text in rest)
    if not rest or not any(c.isalpha() for c in first) or signs + rest.count("1") < len(rest):
        return False
    return signs > 1 or _FIRST.match(first) is not None


def chunks_of(line: Line) -> list[Line]:
    """The cells of a line: words with no more than a word space between them; numbers side by side are two cells."""
    cells: list[list[Word]] = []
    for word in line.words:
        last = cells[-1][-1] if cells else None
        if last and word.x0 - last.x1 < _CELL_GAP * line.height and not (is_value(last.text) and is_value(word.text)):
            cells[-1].append(word)
        else:
            cells.append([word])
    return [Line(tuple(cell)) for cell in cells]


def columns_of(lines: list[Line]) -> list[tuple[float, float]]:
    """Strips of the table that hold type, told apart by white space that hardly a line of data crosses."""
    cut = [chunks_of(line) for line in lines]
    most = max((len(c) for c in cut), default=0)
    rows = [(line, c) for line, c in zip(lines, cut, strict=True) if len(c) >= max(2, 0.4 * most)]
    if not rows:
        return []
    data = [c for _, c in rows]
    body = next((i for i, (line, _) in enumerate(rows) if is_body(line)), 0)
    bridging = [
        [w for c in row if _bridges(c, data) or (i < body and _heads(c, data[i + 1 : body])) for w in c.words]
        for i, row in enumerate(data)
    ]
    words = [
        [w for c in row for i, w in enumerate(c.words) if w not in over and not (i and _STARS.fullmatch(w.text))]
        for row, over in zip(data, bridging, strict=True)
    ]
    strips = _strips(words)
    height = median(line.height for line, _ in rows)
    columns = strips[:1]
    for strip in strips[1:]:
        if _parted(columns[-1], strip, words, body, height):
            columns.append(strip)
        else:
            columns[-1] = (columns[-1][0], strip[1])
    columns = _with_heads([part for column in columns for part in _halved(column, data[body:], height)], cut)
    if body and len(columns) > most:
        return _under_centred([c for row in data[:body] for c in row], [line for line, _ in rows[body:]]) or columns
    return _with_labels(columns, data[body:], cut)


def _with_labels(
    columns: list[tuple[float, float]], body: list[list[Line]], cut: list[list[Line]]
) -> list[tuple[float, float]]:
    """A column that only its heading stands in, as wide as the labels beside its rows: values at half their height."""
    made = list(columns)
    alone = [row[0] for row in cut if len(row) == 1]
    for i, (low, high) in enumerate(columns):
        if any(low < c.x1 and c.x0 < high for row in body for c in row):
            continue
        before = columns[i - 1][1] if i else low
        after = columns[i + 1][0] if i + 1 < len(columns) else high
        own = [c for c in alone if before < c.x0 and c.x1 < after]
        if sum(c.x0 < high and low < c.x1 for c in own) >= _LABELLED:
            made[i] = (min(low, *(c.x0 for c in own)), max(high, *(c.x1 for c in own)))
    names = [c for c in alone if c.x1 < made[0][0]]
    if len(names) >= _LABELLED and not any(c.x0 < made[0][0] for row in body for c in row):
        return [(min(c.x0 for c in names), max(c.x1 for c in names)), *made]  # no label stands on the line of its row
    return made


def _under_centred(heads: list[Line], body: list[Line]) -> list[tuple[float, float]]:
    """The columns of what stands at the left of wide columns, in the middle of which their headings are set.

    More strips hold type than any line has cells: headings and cells would be in columns of their own. Each heading
    is that of the column it stands in or behind, where there is one for each or all the cells of a column are flush.
    """
    made = columns_of(body)
    bare = len(made) - len(heads)
    if len(made) < 3 or (bare not in (0, 1) and not _flush(made, body)):
        return []
    ends = [*(low for low, _ in made[1:]), max(x.x1 for x in (*heads, *body)) + 1]
    after = [0.0, *(high for _, high in made)]
    headed: dict[int, Line] = {}
    for n, head in enumerate(sorted(heads, key=lambda h: h.x0)):
        at = n + bare if bare in (0, 1) else sum(low - 1 <= head.x0 for low, _ in made) - 1
        if at < 0 or at in headed or not after[at] < head.x0 < head.x1 < ends[at]:
            return []
        headed[at] = head
    return [
        (min(low, headed[i].x0), max(high, headed[i].x1)) if i in headed else (low, high)
        for i, (low, high) in enumerate(made)
    ]


def _flush(columns: list[tuple[float, float]], body: list[Line]) -> bool:
    """Whether the cells of every column but the first begin at one place."""
    cells = [c for line in body for c in chunks_of(line)]
    return not any(low - 1 <= c.x0 < high and c.x0 - low > _FLUSH for low, high in columns[1:] for c in cells)


def _halved(strip: tuple[float, float], body: list[list[Line]], height: float) -> list[tuple[float, float]]:
    """Two columns of numbers that only a wide value or two, set between them, run together: F under B and SE."""
    inside = [[c for c in row if strip[0] - 1 < (c.x0 + c.x1) / 2 < strip[1] + 1] for row in body]
    pairs = [own for own in inside if len(own) == 2 and all(is_value(c.text) for c in own)]
    filled = sum(bool(own) for own in inside)
    if len(pairs) < 3 or len(pairs) < _PAIRED * filled or any(len(own) > 2 for own in inside):
        return [strip]
    left, right = max(a.x1 for a, _ in pairs), min(b.x0 for _, b in pairs)
    return [(strip[0], left), (right, strip[1])] if right - left > _NARROW * height else [strip]


def _strips(words: list[list[Word]]) -> list[tuple[float, float]]:
    """Where type stands, in tenths of a point; strips that a line or two cross among very many stay apart."""
    every = [w for row in words for w in row]
    if not every:
        return []
    left, right = min(w.x0 for w in every) - 1, max(w.x1 for w in every) + 1
    cover = [0] * (int((right - left) * 4) + 2)
    for word in every:
        cover[int((word.x0 - left) * 4)] += 1
        cover[int((word.x1 - left) * 4) + 1] -= 1
    allowed = int(_CROSSED * len(words))
    strips: list[tuple[float, float]] = []
    start: int | None = None
    depth = 0
    for x, change in enumerate([*cover, -depth]):
        depth += change
        if depth > allowed and start is None:
            start = x
        elif depth <= allowed and start is not None:
            strips.append((start / 4 + left, (x - 1) / 4 + left))
            start = None
    middles = sorted((w.x0 + w.x1) / 2 for w in every)
    return [(a, b) for a, b in strips if bisect_left(middles, a) < bisect_right(middles, b)]  # more than ends of words


def _parted(a: tuple[float, float], b: tuple[float, float], words: list[list[Word]], body: int, height: float) -> bool:
    """Whether the white space between two strips divides columns: wide, or with numbers along it."""
    space = b[0] - a[1]
    if space >= _CELL_GAP * height:
        return True
    if space < _NARROW * height:
        return False
    pairs: list[tuple[Word, Word]] = []
    heads: list[tuple[Word, Word]] = []
    for i, row in enumerate(words):
        before = [w for w in row if a[0] - 1 < (w.x0 + w.x1) / 2 < a[1] + 1]
        after = [w for w in row if b[0] - 1 < (w.x0 + w.x1) / 2 < b[1] + 1]
        if before and after:
            (pairs if i >= body else heads).append((before[-1], after[0]))
    if not pairs and not heads:
        return False
    gaps = [after.x0 - before.x1 for before, after in pairs or heads]
    values = sum(_apart(before, after) for before, after in pairs)
    if median(gaps) >= _CELL_GAP * height or (pairs and values >= 0.7 * len(pairs)):
        return True
    starts = [next(w.x0 for w in row if w.x0 >= b[0] - 1) for row in words if any(b[0] - 1 <= w.x0 < b[1] for w in row)]
    flush = max((sum(abs(x - y) < 1 for y in starts) for x in starts), default=0)
    ragged = max(gaps) - min(gaps) > 0.5 * height
    return len(pairs) >= 3 and ragged and flush >= max(5, 0.9 * len(starts))


def _apart(before: Word, after: Word) -> bool:
    """A number begins a cell, with its sign before it; what stands in brackets after a number may belong to it."""
    if _SIGN.fullmatch(before.text):
        return False
    return is_value(after.text) or (is_value(before.text) and not after.text.startswith(("(", "[", "±")))


def _with_heads(columns: list[tuple[float, float]], cut: list[list[Line]]) -> list[tuple[float, float]]:
    """A heading that stands beside the numbers of its column, over none of them, is no column of its own."""
    kept = list(columns)
    at = 0
    while at < len(kept):
        low, high = kept[at]
        own = [i for i, row in enumerate(cut) if any(low <= c.x0 and c.x1 <= high + 1 for c in row)]
        words = own == [0] or all(
            not NUMBER.match(c.text) for i in own for c in cut[i] if low <= c.x0 and c.x1 <= high + 1
        )
        if words and own and max(own) < min(4, len(cut) / 2):
            for beside in (at + 1, at - 1):
                if 0 <= beside < len(kept) and _numbers_below(kept[beside], own, cut):
                    kept[min(at, beside)] = (min(low, kept[beside][0]), max(high, kept[beside][1]))
                    kept.pop(max(at, beside))
                    break
            else:
                at += 1
        else:
            at += 1
    return kept


def _numbers_below(strip: tuple[float, float], head: list[int], cut: list[list[Line]]) -> bool:
    """Whether a strip holds numbers only, in lines below a heading."""
    inside = [(i, c) for i, row in enumerate(cut) for c in row if strip[0] <= c.x0 and c.x1 <= strip[1] + 1]
    return bool(inside) and all(i > max(head) and NUMBER.match(c.text) for i, c in inside)


def _bridges(chunk: Line, data: list[list[Line]]) -> bool:
    """A cell that stands over two or more cells of many other lines spans columns."""
    over = sum(sum(c.x0 < chunk.x1 - 1 and chunk.x0 + 1 < c.x1 for c in row) > 1 for row in data)
    return over >= max(2, 0.25 * (len(data) - 1))


def _heads(chunk: Line, under: list[list[Line]]) -> bool:
    """A heading in the middle of two or more of the headings on a line under it, or past both sides of one."""
    for row in under:
        own = [c for c in row if c.x0 < chunk.x1 - 1 and chunk.x0 + 1 < c.x1]
        if not own or abs(own[0].x0 + own[-1].x1 - chunk.x0 - chunk.x1) / 2 >= _CENTRED * chunk.height:
            continue
        if len(own) > 1 or (own[0] not in (row[0], row[-1]) and _reaches_past(chunk, own[0])):
            return True
    return False


def _reaches_past(chunk: Line, middle: Line) -> bool:
    """Whether a heading reaches into the white space on both sides of the heading under its middle."""
    return min(middle.x0 - chunk.x0, chunk.x1 - middle.x1) > _CENTRED * chunk.height
