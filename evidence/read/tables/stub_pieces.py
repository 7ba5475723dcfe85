"""Labels that a conversion cut into columns of their own: `Felt code | ownership`, `Low (M | − | 1 | SD)`."""

import re
from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.lines import Line, is_data, shown

__all__ = ["whole_stubs"]

_PIECE = re.compile(r"[^\W\d_]*[a-z].*|[-−–+±]|\d|\(?[A-Z]{1,6}\)|[^()]*\)|\([A-Za-z]{1,8}\)")
_PATH = re.compile(r"[abcd]\d{0,2}[′'’]?|i\s?_?[MYW]?\d?")  # by which letter the figure of PROCESS knows a path
_SHORT_BEHIND = re.compile(r"(?P<name>.*\S)\s+(?P<short>\([A-Z]{2,6}\))")


def whole_stubs(lines: list[Line]) -> list[Line]:
    """The rows with the columns that no heading stands over, and that hold pieces of words only, in their labels."""
    if len(lines) < 2 or len(lines[0]) < 4:
        return lines
    first = next((i for i, line in enumerate(lines) if is_data(line)), 0)
    width = _unheaded(lines[: max(first, 1)])
    loose = [line[at] for line in lines[max(first, 1) :] for at in range(1, width + 1) if line[at].origin]
    pieces = [c for c in loose if shown(c)]
    if not width or not pieces or not all(_is_piece(c) for c in pieces):
        return lines
    if any(_PATH.fullmatch(shown(c)) for c in pieces) or _parts_rows(lines[max(first, 1) :], width):
        return lines
    return [(_joined(line[: width + 1]), *line[width + 1 :]) for line in lines]


def _parts_rows(body: list[Line], width: int) -> bool:
    """Whether what stands behind equal labels tells their rows apart, as groups do."""
    named = [shown(line[0]) for line in body if shown(line[0]) and any(shown(c) for c in line[1 : width + 1])]
    return len(set(named)) < len(named)


def _unheaded(header: list[Line]) -> int:
    """How many columns behind that of the labels have no heading, before the first that has one."""
    headed = (at for at in range(1, len(header[0])) if any(line[at].origin and shown(line[at]) for line in header))
    return next(headed, 1) - 1


def _is_piece(cell: Cell) -> bool:
    text = shown(cell)
    return _PIECE.fullmatch(text) is not None and (not text[0].isupper() or text.endswith(")"))


def _joined(cells: Line) -> Cell:
    first, *others = cells
    text = shown(first)
    for cell in others:
        if not (cell.origin and shown(cell)):
            continue
        behind = _SHORT_BEHIND.fullmatch(text)  # `Psychological (PSY) | safety`, of two lines
        text = f"{behind['name']} {shown(cell)} {behind['short']}" if behind else f"{text} {shown(cell)}".strip()
    return first if text == shown(first) else replace(first, text=text, span=None)
