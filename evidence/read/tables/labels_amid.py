"""Names of rows set over two lines, with the row's label and values at half their height.

Salt → Baking |    |             Salt → Baking Joy  H1 | .31
H1            | .31|     is
Joy           |    |
"""

import re
from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.lines import Line, shown

__all__ = ["with_labels_amid"]

_LABEL = re.compile(r"\(?H\s?\d{1,2}\s?[a-z]?\)?")
_NOT = re.compile(r"\s+Not$")
_VERDICT = re.compile(r"\s+(?:supported|accepted|confirmed|significant)$")
_FEWEST = 3  # rows that make it sure


def with_labels_amid(lines: list[Line]) -> list[Line]:
    """The rows with the pieces above and below their values put together; as they were where these do not tell."""
    rows = [i for i, line in enumerate(lines) if _LABEL.fullmatch(shown(line[0])) and _values(line)]
    if len(rows) < _FEWEST:
        return lines
    parts: dict[int, list[int]] = {r: [] for r in rows}  # the lines of a row's name
    for above, below in zip([None, *rows], [*rows, None], strict=True):
        start, stop = (-1 if above is None else above), (len(lines) if below is None else below)
        between = [i for i in range(start + 1, stop) if shown(lines[i][0]) and not _values(lines[i])]
        if above is None:
            between = between[-1:] if between and between[-1] == stop - 1 else []
        elif below is None:
            between = between[:1] if between and between[0] == start + 1 else []
        elif len(between) not in (0, 2) or len(between) != stop - start - 1:
            return lines
        if above is not None and between:
            parts[above].append(between[0])
        if below is not None and between:
            parts[below].append(between[-1])
    if sum(len(own) == 2 for own in parts.values()) < _FEWEST:
        return lines
    named = {r: _named(lines, r, own) for r, own in parts.items() if own}
    used = {i for own in parts.values() for i in own}
    return [named.get(i, line) for i, line in enumerate(lines) if i not in used]


def _values(line: Line) -> list[Cell]:
    return [c for c in line[1:] if shown(c)]


def _named(lines: list[Line], row: int, own: list[int]) -> Line:
    """A row behind its name, and the verdict that ran into both of its lines: `Salt → Not`, `Joy supported`."""
    first, *cells = lines[row]
    texts = [shown(lines[i][0]) for i in own]
    ends = [_NOT.search(texts[0]), _VERDICT.search(texts[-1])]
    if cells and not shown(cells[-1]) and ends[0] and ends[1]:
        cells[-1] = replace(cells[-1], text=f"Not{ends[1][0]}", span=None)
        texts = [_NOT.sub("", texts[0]), *texts[1:-1], _VERDICT.sub("", texts[-1])]
    name = "".join(text if text.endswith("-") else f"{text} " for text in texts).strip()
    return (replace(first, text=f"{shown(first)} {name}", span=None), *cells)
