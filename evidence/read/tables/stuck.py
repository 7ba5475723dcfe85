"""A first column that swallowed the one beside it, and headings that swallowed the group printed over them.

Table 3. Paths Boys (n = 80) β | SE  | Girls (n = 90) β | SE
Oven -> Crust 0.41             | .03 | .36              | .05
"""

import re
from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.header import heading
from evidence.read.tables.lines import Line, is_data, shown

__all__ = ["loosened"]

_FEWEST = 3  # rows that make it sure
_MOST = 0.6  # of the rows: how many end in a value, where names of constructs stand between items
_LONGEST = 6  # words of a statistic in a heading
_ENDS = re.compile(
    r"(?P<words>.*[^\W\d_]{2}\S*(?:\s.*)?)\s(?P<value>[-+−–]?(?:\d{1,3}(?:,\d{3})+|\d*)\.\d+\s?[*†]{0,4}(?:\s?[(\[][-−\d.,;\s]+[)\]][*†]{0,4})?)\s*"
)
_OF_GROUP = re.compile(r"(?P<group>.*\S)\s+(?P<what>\S+(?:\s?[(\[][^()\[\]]*[)\]])?)")
_OF_ROWS = re.compile(r"paths?|relation(?:ship)?s?|predictors?|variables?|effects?|items?", re.IGNORECASE)
_NO_GROUP = frozenset({"r2", "indicator_r2", "n", "percent", "df", "chi2"})


def loosened(lines: list[Line]) -> list[Line]:
    """The table with a column for each of its values and a line for the groups in its headings."""
    head = next((i for i, line in enumerate(lines) if is_data(line)), 0)
    if not head or len(lines) - head < 2 or any(not c.origin for c in lines[head - 1]):
        return lines
    return _grouped(_apart(lines, head), head)


def _apart(lines: list[Line], head: int) -> list[Line]:
    """Rows whose words end in a value, under a heading that ends in a statistic: each half in a column of its own."""
    body = [line for line in lines[head:] if is_data(line)]
    heads = lines[head - 1]
    ended = [_ENDS.fullmatch(line[0].text) is not None for line in body]
    if len(heads) < 2 or sum(ended) < max(_FEWEST, _MOST * len(body)) or not _headings(body, ended):
        return lines
    what = _statistic_behind(heads[0].text)
    if what is None:
        return lines
    names = _headed_between(heads, what)
    what = _with_group(heads, what)
    spare = all(not shown(line[-1]) for line in lines)  # which the conversion made up for it
    out: list[Line] = []
    for i, line in enumerate(lines):
        value = _ENDS.fullmatch(line[0].text)
        cut = what if i == head - 1 else value.start("value") if value else len(line[0].text)
        halves = (
            names if names and i == head - 1 else (line[0].stretch(0, cut), line[0].stretch(cut, len(line[0].text)))
        )
        out.append((*halves, *(line[1:-1] if spare else line[1:])))
    return out


def _headings(body: list[Line], ended: list[bool]) -> bool:
    """Whether the rows whose words end in no value are those of constructs: others have no number right beside them."""
    return not any(shown(line[1]) for line, own in zip(body, ended, strict=True) if not own)


def _headed_between(heads: Line, at: int) -> tuple[Cell, Cell] | None:
    """The heading of the names between a group and its statistic, `Boys (n = 80) Path β`, and these two together."""
    first, _, names = heads[0].text[:at].rstrip().rpartition(" ")
    if not _OF_ROWS.fullmatch(names) or not first:
        return None
    begin = _with_group((replace(heads[0], text=f"{first} {heads[0].text[at:]}"), *heads[1:]), len(first) + 1)
    if begin > len(first):
        return None
    return (
        replace(heads[0], text=f"{first[:begin]}{names}", span=None),
        replace(heads[0], text=f"{first[begin:]} {heads[0].text[at:].strip()}", span=None),
    )


def _with_group(heads: Line, at: int) -> int:
    """Where the group before a statistic begins, by the number of words that the groups of the others have."""
    text = heads[0].text
    beside = [m for c in heads[1:] if (m := _OF_GROUP.fullmatch(shown(c))) and m["what"] == text[at:].strip()]
    counts = {len(m["group"].split()) for m in beside if _names_group(m)}
    words = [m.start() for m in re.finditer(r"\S+", text[:at])]
    return words[-counts.pop()] if len(counts) == 1 and max(counts) <= len(words) else at


def _statistic_behind(text: str) -> int | None:
    """Where the statistic begins that a heading ends in, behind other words."""
    starts = [m.start() for m in re.finditer(r"(?<=\s)\S", text)][-_LONGEST:]
    return next((at for at in starts if heading(text[at:]).statistics), None)


def _grouped(lines: list[Line], head: int) -> list[Line]:
    """Headings of the same statistics again and again, of which the first of each run names a group."""
    line = lines[head - 1]
    parts = {i: m for i, c in enumerate(line) if i and (m := _OF_GROUP.fullmatch(shown(c))) and _names_group(m)}
    starts = list(parts)
    first, width = starts[0] if starts else 0, starts[1] - starts[0] if len(starts) > 1 else 0
    if width < 2 or starts != list(range(first, len(line), width)) or (len(line) - first) % width:
        return lines
    runs = [[parts[at]["what"], *(shown(c) for c in line[at + 1 : at + width])] for at in starts]
    if any(run != runs[0] for run in runs) or not all(heading(t).statistics for t in runs[0]):
        return lines
    if len({m["group"] for m in parts.values()}) < len(starts):
        return lines
    over, under = list(line), list(line)
    for at, match in parts.items():
        for i in range(at, at + width):
            over[i] = replace(line[at], text=match["group"], span=None, origin=i == at)
        under[at] = replace(line[at], text=match["what"], span=None)
    return [*lines[: head - 1], tuple(over), tuple(under), *lines[head:]]


def _names_group(match: re.Match[str]) -> bool:
    found = heading(match["what"]).statistics
    return bool(found) and not _NO_GROUP & set(found) and not heading(match[0]).statistics
