"""Rows with their cells one space apart, under a header of the same kind or one that ran into the caption."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from evidence.read.compose import RawCell
from evidence.read.flat.bands import Line, banded
from evidence.read.flat.headings import cut, known, tail
from evidence.read.flat.packed import Packed
from evidence.read.flat.placing import BLANK, placed
from evidence.read.flat.region import Region
from evidence.read.flat.stepped import stepped, steps_of
from evidence.read.late import late
from evidence.read.tables.header import statistic
from evidence.settled import settled

__all__ = ["by_rows"]

Place = tuple[str, int]
Rows = list[list[RawCell]]

_POINT = re.compile(r"\d\.\d")
_SMALL_WORD = re.compile(r"\b(?:the|to|is|are|was|were|that|with|we|by|has|have|as)\b")
_FEW = 3  # decimals of a line of prose
_PROSE = 45  # characters of a line that is no cell
_MOST_OF_NAME = 9
_OPEN = re.compile(r"(?:[-=]+>|→|<-+|,|&|\b(?:and|of|to|on|with|for|the|in|via|through)|[×*+])$", re.IGNORECASE)
# A word that ends a sentence; not `S.D.`, not `Std. error`, not the number of a column.
_SENTENCE = re.compile(
    r"(?<!std)(?<!est)(?<!coeff)(?<!coef)(?<!dev)(?<!err)(?<!no)(?<!stat)(?<!sig)(?<=[^\W\d_]{2})[.;]\s", re.IGNORECASE
)
_ARROW = re.compile(r"->|→|<-|⇒")
_LABEL = late(r"^(?:Н|H)\s?[\dlIOoBSЗ]{1,2}[a-z]?\b[.:)]?", re.IGNORECASE)
_END_CODE = re.compile(r"\s([A-Z][A-Za-z]{0,5}[_.\-]?\d{1,2})$")
_INNER = re.compile(r"^(?P<name>[^\W\d].*?\s)?(?P<code>[A-Z][A-Za-z]{0,6}[_.\-]?\d{1,2})(?=\s|$)(?P<rest>.*)$")
_CODE = late(r"^(?:[A-Z\u0400-\u042f]{1,8}[_.\-]?[\dlIO]{1,2}|[A-Za-z\u0400-\u04ff]{1,8}[_.\-]?\d{1,2})[a-z]?(?=\s)")


def by_rows(lines: Sequence[Place], region: Region, said: Mapping[int, Packed]) -> Rows:
    """The table, or nothing where the rows do not fit one header."""
    rows = _joined(*_banded(lines, *_in_step(region, said)))
    while rows and not rows[-1].values and not rows[-1].verdict:
        rows.pop()
    first = next((i for i, r in enumerate(rows) if r.values), None)
    if first is None:
        return []
    body = rows[first:]
    body = _starred(_coded(_apart(_counted(body))))
    count = _width([len(r.values) for r in body if r.values])
    body = [_returned(r, count) for r in body]
    told = any(r.verdict for r in body)
    labels, valued = [r.label.text for r in body if r.values], [r.values for r in body if r.values]
    steps = steps_of(labels, valued)
    head = _header(lines, region, rows[:first], body, len(steps), told) if steps else None
    apart = stepped(labels, valued, [c.text for c in head.rows[-1][head.texts :]], steps) if head else None
    if apart is None:
        head = _header(lines, region, rows[:first], body, count, told)
    texts = head.texts if head else 1
    count = len(head.rows[-1]) - texts - told if head else count
    out: Rows = list(head.rows) if head else []
    titles = [c.text for c in head.rows[-1][texts : texts + count]] if head else [""] * count
    full = iter(apart or placed(valued, titles))
    width = texts + count + told
    inside = texts > 1 and _splits(body)[0] != 1 and not any(_LABEL.match(r.label.text) for r in body)
    kept = 0
    for row in [*(rows[head.take : first] if head else rows[:first]), *body]:
        if not row.values:
            out.append([row.label, *[BLANK] * (width - 1)])
            continue
        values = next(full)
        if values is not None:
            kept += 1
            out.append([*_labels(row.label, texts, inside), *values, *([row.verdict or BLANK] if told else [])])
    return out if kept >= 2 and kept * 10 >= 7 * sum(bool(r.values) for r in body) else []


def _counted(body: list[Packed]) -> list[Packed]:
    """Rows that are numbered behind their names (`Trust (1) 3.8 .71`, `Joy (2) 3.9 .69`): the numbers are no values."""
    rows = [r for r in body if r.values]
    if len(rows) < 3 or any(r.values[0].text != f"({n})" or not r.label.text for n, r in enumerate(rows, 1)):
        return body
    return [replace(r, label=_together(r.label, r.values[0]), values=r.values[1:]) if r.values else r for r in body]


def _coded(body: list[Packed]) -> list[Packed]:
    """Statements with their codes behind them (`I would buy again BI2`): the code names the row."""
    rows = [r for r in body if r.values]
    if any(_ARROW.search(r.label.text) for r in rows):
        return body  # `Stress T1 → Sleep T2`: waves
    ends = [_END_CODE.search(r.label.text) for r in rows]
    if sum(m is not None and m.start() > 0 for m in ends) * 5 < 4 * len(rows) or len(rows) < 3:
        return body
    return [_by_code(r) if r.values else r for r in body]


def _by_code(row: Packed) -> Packed:
    match, span = _END_CODE.search(row.label.text), row.label.span
    if not match or not span:
        return row
    return replace(row, label=RawCell(match[1], span=(span[1] - len(match[1]), span[1])))


def _apart(body: list[Packed]) -> list[Packed]:
    """A diagonal in brackets is a cell of its own, and does not belong to the number before it."""
    apart = [replace(r, values=tuple(v for c in r.values for v in _split(c))) for r in body]
    counts = [len(r.values) for r in apart if r.values]
    rising = sum(b - a == 1 for a, b in pairwise(counts))
    together = [len(r.values) for r in body if r.values]
    return apart if rising >= 2 and rising > sum(b - a == 1 for a, b in pairwise(together)) else body


_STARRED = re.compile(r"(?P<value>\S+)\s+(?P<stars>[*†‡∗]{1,3})")


def _starred(body: list[Packed]) -> list[Packed]:
    """Stars set apart behind the last value are a p where other rows print one more value: `6.12 ***`, `1.31 0.190`."""
    rows = [r for r in body if r.values]
    most = max(len(r.values) for r in rows)
    short = [r for r in rows if len(r.values) == most - 1 and _STARRED.fullmatch(r.values[-1].text)]
    full = [r for r in rows if len(r.values) == most]
    if not short or len(short) + len(full) < len(rows) or any("*" in r.values[-1].text for r in full):
        return body
    return [replace(r, values=(*r.values[:-1], *_unstarred(r.values[-1]))) if r in short else r for r in body]


def _unstarred(found: RawCell) -> list[RawCell]:
    match, span = _STARRED.fullmatch(found.text), found.span
    if not match or not span:
        return [found]
    return [
        RawCell(match["value"], span=(span[0], span[0] + len(match["value"]))),
        RawCell(match["stars"], span=(span[1] - len(match["stars"]), span[1])),
    ]


def _split(found: RawCell) -> list[RawCell]:
    cut = found.text.find(" (")
    if cut < 0 or not found.span or found.span[1] - found.span[0] != len(found.text):
        return [found]
    start = found.span[0]
    return [
        RawCell(found.text[:cut], span=(start, start + cut)),
        RawCell(found.text[cut + 1 :], span=(start + cut + 1, found.span[1])),
    ]


def _width(counts: Sequence[int]) -> int:
    """How many values a full row has: the most that several rows have, or the end of a triangle."""
    often = Counter(counts)
    rising = sum(b - a == 1 for a, b in pairwise(counts))
    if rising >= 2 and rising * 2 >= len(counts) - 1:
        return max(counts)
    several = [n for n, k in often.items() if k * 5 >= len(counts) or k > 2]
    return max(several or counts)


def _returned(row: Packed, count: int) -> Packed:
    """A row with too many values began with a name that ends in a number: `Model 1`, `Step 2`."""
    extra = len(row.values) - count
    if extra < 1 or not all(re.fullmatch(r"\d{1,2}", v.text) for v in row.values[:extra]) or not row.label.span:
        return row
    last = row.values[extra - 1]
    text = " ".join([row.label.text, *(v.text for v in row.values[:extra])])
    return replace(row, label=RawCell(text, span=(row.label.span[0], last.span[1])), values=row.values[extra:])  # type: ignore[index]


def _in_step(region: Region, said: Mapping[int, Packed]) -> tuple[Region, Mapping[int, Packed]]:
    """The lines of a table; where its rows begin with values that a heading stands over, names are a line too late.

    Then nothing tells whose the values are that stand alone, and only the rows with a name are kept.
    """
    numbers = [i for block in region.blocks for i in block]
    first = next((k for k, i in enumerate(numbers) if said[i].values), 0)
    head = said[numbers[first - 1]].label.text.split() if first else []
    late = first and not said[numbers[first]].label.text and len(head) == len(said[numbers[first]].values) > 2
    named = sum(bool(said[i].values) and bool(said[i].label.text) for i in numbers)
    if not late or 2 * named < sum(bool(said[i].values) for i in numbers):
        return region, said
    kept = frozenset([*numbers[:first], *(i for i in numbers if said[i].values and said[i].label.text)])
    blocks = tuple(own for block in region.blocks if (own := tuple(i for i in block if i in kept)))
    return replace(region, blocks=blocks), said


def _banded(lines: Sequence[Place], region: Region, said: Mapping[int, Packed]) -> tuple[Region, Mapping[int, Packed]]:
    """Rows whose labels stand on several lines as one line each; all as it is where that can be read in two ways."""
    numbers = [i for block in region.blocks for i in block]
    named = [i for i in numbers if not said[i].verdict or said[i].values]
    first = next((k for k, i in enumerate(named) if said[i].values), len(named))
    shown = [Line("row" if said[i].values else "part", (said[i].label.text,)) for i in named[max(0, first - 2) :]]
    inside = any(not said[i].values for i in named[first:])
    if named != numbers or not (inside or (first and said[named[min(first, len(named) - 1)]].label.text[:1].islower())):
        return region, said
    groups = banded(shown, min(first, 2), Spoken(lines))
    if not groups or all(len(group) == 1 for group in groups):
        return region, said
    at = named[max(0, first - 2) :]
    made = dict(said)
    gone: set[int] = set()
    for group in groups:
        own = [at[k] for k in group]
        row = next((i for i in own if said[i].values), own[0])
        label = reduce(_together, (said[i].label for i in own))
        made[row] = replace(said[row], label=label)
        gone.update(i for i in own if i != row)
    blocks = tuple(kept for block in region.blocks if (kept := tuple(i for i in block if i not in gone)))
    return replace(region, blocks=blocks), made


class Spoken:
    """Whether a document says some words in that order, its tables apart where they stand on lines of their own."""

    def __init__(self, lines: Sequence[Place]) -> None:
        self._lines = lines
        self._text = ""

    def __call__(self, words: str) -> bool:
        if not self._text:
            long = (text for text, _ in self._lines if len(text) > _PROSE and _SMALL_WORD.search(text))
            prose = (text for text in long if len(_POINT.findall(text)) < _FEW)
            self._text = " ".join(" ".join(prose).lower().split())
        return len(words.split()) < _MOST_OF_NAME and words.lower() in self._text


def _joined(region: Region, said: Mapping[int, Packed]) -> list[Packed]:
    """Each row once: a label broken over lines is put together, a line that only goes on is not a heading."""
    rows: list[Packed] = []
    pending: RawCell | None = None
    labelled = sum(bool(_LABEL.match(p.label.text)) for p in said.values()) >= 3
    named = [bool(p.label.text) for p in said.values() if p.values]
    nameless = 2 * sum(named) < len(named)  # rows that lost their labels are rows
    for block in region.blocks:
        for i in block:
            row = said[i]
            if pending is not None:
                row = replace(row, label=_together(pending, row.label))
                pending = None
            begins = labelled and bool(_LABEL.match(row.label.text)) and not _ARROW.search(row.label.text)
            goes_on = bool(_OPEN.search(row.label.text)) or begins
            if not row.values and not row.verdict and goes_on and i != region.blocks[-1][-1] and i != block[-1]:
                pending = row.label
                continue
            above = rows[-1] if rows else None
            if above and row.values and not row.label.text and not nameless and len(above.label.text.split()) < 9:
                # values set on a line below their label, or below the first of them
                rows[-1] = replace(above, values=(*above.values, *row.values), verdict=row.verdict or above.verdict)
                continue
            rows.append(row)
    return rows


def _together(a: RawCell, b: RawCell) -> RawCell:
    if not b.span or not a.span:
        return a if a.text else b
    return RawCell(f"{a.text} {b.text}", span=(a.span[0], b.span[1]))


@settled
class _Head:
    rows: Rows
    texts: int  # columns of words
    take: int  # how many of the lines above the rows it is


def _header(
    lines: Sequence[Place], region: Region, above: list[Packed], body: list[Packed], count: int, told: bool
) -> _Head | None:
    """The line or lines that head as many columns as the rows have, by those that are known; else the caption's end."""
    names = frozenset(name for r in body if r.values for name in _called(r.label.text))
    shapes = [(texts, texts + count + told) for texts in _splits(body)] + [(0, count + told)] + [(0, count)] * told
    counts = [len(r.values) for r in body if r.values]
    if len(counts) > 2 and all(b - a == 1 for a, b in pairwise(counts)):  # without its diagonal a triangle is one short
        shapes = [s for texts, want in shapes for s in ((texts, want), (texts, want + 1))]
    spans = [r.label.span for r in above if r.label.span]
    best: tuple[float, _Head] | None = None
    for a in range(len(spans)):
        for b in range(a, len(spans)):
            text = _between(lines, spans[a][0], spans[b][1])
            if _SENTENCE.search(text) or len(text.split()) > 5 * (count + 2):
                continue  # running text
            for texts, want in shapes:
                found = cut(text, spans[a][0], want, names)
                worth = sum(1 if known(c.text, names) else -0.5 for c in found or ()) - 0.1 * (b - a)
                if found and _fits(found, texts, want - texts - told, names) and (best is None or worth > best[0]):
                    row = [*([] if texts else [BLANK]), *found, *[BLANK] * max(0, texts + count + told - want)]
                    heads = [c.text for c in row[max(texts, 1) : max(texts, 1) + count]]
                    groups = next(
                        (g for s in reversed(spans[:a]) if (g := _groups(lines, s, max(texts, 1), heads, told))), []
                    )
                    best = (worth, _Head([*groups, row], max(texts, 1), b + 1))
    if best:
        return best[1]
    caption = _between(lines, *region.caption)
    for texts, want in [s for s in shapes if s[0]]:
        found = tail(caption, region.caption[0], want, names)
        if found and _fits(found, texts, count):
            return _Head([found], texts, 0)
    return None


_WORDS = frozenset(
    {"hypothesis", "relation", "from", "to", "via", "item", "construct", "category", "source", "verdict"}
)


def _fits(heads: list[RawCell], texts: int, count: int, names: frozenset[str] = frozenset()) -> bool:
    """Whether words are headed by words and numbers by numbers, or by the names of the rows, as squares are."""
    values = heads[texts : texts + count]
    if texts and len(values) > 2 and all(c.text.lower() in names for c in values):
        return True
    said = [None if c.text.lower() == "items" else statistic(c.text) for c in heads]
    if texts and heads[0].text.lower() in ("effect", "effects"):
        said[0] = None  # over the names of effects
    return not any(s in _WORDS for s in said[texts : texts + count]) and not any(
        s and s not in _WORDS and s != "beta" for s in said[:texts]
    )


def _called(label: str) -> list[str]:
    """A row's name, its abbreviation in brackets, and its initials, in lower case."""
    plain = re.sub(r"^\W*\d+[.)]?\s*", "", label).lower()
    short = re.findall(r"\(([^()]{1,10})\)", plain)
    words = re.findall(r"[^\W\d_]+", re.sub(r"\([^()]*\)", "", plain))
    return [label.lower(), plain, *short, *(["".join(w[0] for w in words)] if len(words) > 1 else [])]


_OF_SIZE = re.compile(r"[^()\s][^()]*\(\s*[nN]\s*=\s*[\d,. ]+\)")


def _groups(lines: Sequence[Place], span: tuple[int, int], texts: int, heads: Sequence[str], told: bool) -> Rows:
    """A line over the header that names groups, each over as many columns: `Boys Girls` over `M SD M SD`.

    Columns that no group has may follow: `β SE β SE Wald p`.
    """
    text = _between(lines, *span)
    sized = list(_OF_SIZE.finditer(text))  # `Boys (n = 431) Girls (n = 517)`
    for groups in range(2, len(heads)):
        size = _repeated(heads, groups)
        if size and len(sized) == groups:
            found = [RawCell(m[0], header=True, span=(span[0] + m.start(), span[0] + m.end())) for m in sized]
        else:
            found = cut(text, span[0], groups) or [] if size else []
        if found:
            wide = [replace(c, colspan=size) for c in found]
            rest = len(heads) - groups * size
            return [[*[BLANK] * texts, *wide, *[BLANK] * (rest + told)]]
    return []


def _repeated(heads: Sequence[str], groups: int) -> int:
    """Over how many columns each of some groups reaches; 0 where they do not repeat."""
    said = [h.lower() for h in heads]
    sizes = (n for n in range(len(heads) // groups, 1, -1) if said[:n] * groups == said[: n * groups])
    return next(sizes, 0 if len(heads) % groups else len(heads) // groups)


def _between(lines: Sequence[Place], start: int, end: int) -> str:
    """The characters of the document from one place to another, as many as there are."""
    parts = []
    for text, at in lines:
        if at >= end:
            break
        if at + len(text) >= start:
            parts.append(text[max(0, start - at) : end - at])
    return "\n".join(parts)


def _splits(body: list[Packed]) -> list[int]:
    """How many columns of words the rows may have, likeliest first: labels of hypotheses and codes may stand apart."""
    rows = [r for r in body if r.values]
    if rows and all(_ARROW.search(r.label.text) and not _LABEL.match(r.label.text) for r in rows):
        return [1]
    inner = [_INNER.match(r.label.text) for r in rows]
    named = sum(bool(m and m["name"]) for m in inner)
    if all(inner) and 2 <= named < len(rows):  # the construct before the first of its items
        return [3, 2] if any(m and m["rest"].strip() for m in inner) else [2]
    for shape, likely in ((_LABEL, [2, 1]), (_CODE, [1, 2])):
        hits = [m for r in rows if (m := shape.match(r.label.text)) and m.end() < len(r.label.text)]
        if len(hits) >= 0.6 * len(rows):
            return likely
    return [1]


def _labels(label: RawCell, texts: int, inside: bool) -> list[RawCell]:
    """The words of a row in one column, or its code and the rest."""
    if texts < 2:
        return [label]
    match = _LABEL.match(label.text) or (None if inside else _CODE.match(label.text))
    inner = _INNER.match(label.text) if inside else None
    if inner and label.span:
        name, code = (inner["name"] or "").strip(), inner["code"]
        parts = [name, code, inner["rest"].strip()] if texts > 2 else [name, code + inner["rest"]]
        return [RawCell(p, span=label.span) if p else BLANK for p in parts]
    if not match or not label.span:
        return [label, *[BLANK] * (texts - 1)]
    code, rest = label.text[: match.end()], label.text[match.end() :].strip()
    return [RawCell(code, span=(label.span[0], label.span[0] + len(code))), RawCell(rest, span=label.span)]
