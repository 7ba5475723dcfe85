"""Names of rows that go on in the next line of a table, put together again.

3. Prior care |      |      |        Crust ×  | 0.14*  | 0.07
experience    | 0.34 | 0.47 | .12    Salt     | [0.05] | [0.06]
"""

import re
from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.cells import content
from evidence.read.tables.lines import Line, shown

__all__ = ["whole_labels"]

_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s*\S")
_OPEN_PRODUCT = re.compile(r"[\w)]\s*(?:[×✕∗*]|\s[xX])$")
_FEWEST = 2  # rows of the usual kind, which show what the others lack


def whole_labels(lines: list[Line]) -> list[Line]:
    """The rows with their labels in one piece."""
    return _numbered(_over_errors(_products(lines)))


def _products(lines: list[Line]) -> list[Line]:
    """`Crust ×` alone in its line, the other factor beside the values in the next."""
    out: list[Line] = []
    for line in lines:
        if (
            out
            and _OPEN_PRODUCT.search(shown(out[-1][0]))
            and not _values(out[-1])
            and shown(line[0])
            and _values(line)
        ):
            out[-1] = (_joined(out[-1][0], line[0]), *line[1:])
        else:
            out.append(line)
    return out


def _values(line: Line) -> list[Cell]:
    return [c for c in line[1:] if shown(c)]


def _in_brackets(line: Line) -> bool:
    """Whether all values of a row stand in brackets, as the errors of the row above do."""
    numbers = [n for c in _values(line) for n in content(shown(c)).numbers]
    return bool(numbers) and all(n.bracket for n in numbers)


def _over_errors(lines: list[Line]) -> list[Line]:
    """A name whose end stands beside the errors, where those of other rows stand alone."""
    errors = [i for i, line in enumerate(lines) if i and _in_brackets(line) and not _in_brackets(lines[i - 1])]
    if sum(not shown(lines[i][0]) for i in errors) < _FEWEST:
        return lines
    out = list(lines)
    for i in errors:
        if shown(lines[i][0]) and shown(lines[i - 1][0]) and lines[i][0].origin and _values(lines[i - 1]):
            out[i - 1] = (_joined(lines[i - 1][0], lines[i][0]), *lines[i - 1][1:])
            out[i] = (Cell(), *lines[i][1:])
    return out


def _numbered(lines: list[Line]) -> list[Line]:
    """A numbered name alone in its line, the rest of it beside the values, where other rows are numbered too."""
    own = [_NUMBERED.match(shown(line[0])) is not None for line in lines]
    if sum(n and bool(_values(line)) for n, line in zip(own, lines, strict=True)) < _FEWEST:
        return lines
    out: list[Line] = []
    for line, numbered in zip(lines, own, strict=True):
        alone = bool(out) and _NUMBERED.match(shown(out[-1][0])) is not None and not _values(out[-1])
        if alone and not numbered and shown(line[0]) and _values(line):
            out[-1] = (_joined(out[-1][0], line[0]), *line[1:])
        else:
            out.append(line)
    return out


def _joined(above: Cell, below: Cell) -> Cell:
    return replace(above, text=f"{shown(above)} {shown(below)}", span=None)
