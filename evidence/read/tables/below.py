"""Fit indices printed under the paths they belong to: the last rows of a table of paths are a table of their own."""

import re

from evidence.read.model import Cell
from evidence.read.tables.cells import content
from evidence.read.tables.header import FIT, heading, statistic
from evidence.read.tables.lines import Line, is_data, is_section, shown

__all__ = ["parted"]

_STRONG = frozenset(FIT) - {"df", "gof", "baseline_df"}
_FIT_HEADING = re.compile(
    r"(?:model )?(?:goodness.of.)?fit\b.*|.*\bfit (?:indices|indexes|statistics|measures)", re.IGNORECASE
)


def parted(lines: list[Line]) -> list[list[Line]]:
    """The table without the fit under it, and the fit with the names of its columns; or the table as it is."""
    first = next((i for i, line in enumerate(lines) if is_data(line)), len(lines))
    last = next((i for i in range(len(lines) - 1, first, -1) if is_data(lines[i])), first)
    if first < len(lines) and not _is_statistic(lines[last]) and not any(map(_index, lines[last + 1 :])):
        return [lines]  # under the last statistic stands a path
    named = [i for i in range(first, len(lines)) if _index(lines[i])]
    if len({_index(lines[i]) for i in named} & _STRONG) < 2:
        return [lines]
    start = named[0]
    above = [i for i in range(first, start) if is_data(lines[i]) and not _is_statistic(lines[i])]
    if len(above) < 2 or any(not _is_statistic(lines[i]) for i in range(start, len(lines)) if is_data(lines[i])):
        return [lines]
    cut = start - 1 if is_section(lines[start - 1]) and _FIT_HEADING.fullmatch(_label(lines[start - 1])) else start
    rest = [lines[i] for i in range(start, len(lines)) if i not in named and not is_section(lines[i])]
    return [[*lines[:cut], *rest], _fit([lines[i] for i in named], lines[:first])]


def _label(line: Line) -> str:
    return next((shown(c) for c in line if c.origin and shown(c)), "")


def _index(line: Line) -> str | None:
    """The fit index that a row of results names."""
    said = heading(_label(line)).statistics if is_data(line) or any(content(c.text).numeric for c in line) else ()
    return said[0] if said and said[0] in FIT else None


def _is_statistic(line: Line) -> bool:
    """Rows under the paths that are no paths: indices, explained variance, sizes."""
    label = _label(line)
    return (
        bool(_index(line))
        or statistic(label) in ("r2", "r2_adj", "q2", "f", "n", "difference", "p")
        or bool(re.match(r"(?:adj\w*\.? )?r\s?(?:2|²)|δ|Δ|∆|[AB]IC|log|number of|observations", label, re.IGNORECASE))
    )


def _fit(rows: list[Line], header: list[Line]) -> list[Line]:
    """One row to a model and one column to an index; columns without values are left out."""
    stub = next(i for i, c in enumerate(rows[0]) if c.origin and shown(c))
    used = [
        i for i in range(stub + 1, len(rows[0])) if any(content(row[i].text).numeric for row in rows if row[i].origin)
    ]
    top = (Cell(), *(row[stub] for row in rows))
    return [top, *((_name(header, i), *(row[i] if row[i].origin else Cell() for row in rows)) for i in used)]


def _name(header: list[Line], at: int) -> Cell:
    """What the header calls a model, without the statistics under its name."""
    cells = [line[at] for line in header if shown(line[at]) and not heading(shown(line[at])).statistics]
    return cells[-1] if cells else Cell()
