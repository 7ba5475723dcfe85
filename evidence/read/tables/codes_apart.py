"""Codes of items that ran into the names of their constructs: `Environmental EC1 Concern (EC)`, `Joy (JOY) JOY2`."""

import re
from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.header import heading
from evidence.read.tables.lines import Line, is_data

__all__ = ["codes_apart"]

_CODE = re.compile(r"(?!H\d)[A-Z][A-Za-z]{0,6}[_-]?\d{1,2}[a-z]?")
_OF_WORDINGS = re.compile(
    r"(?:survey|questionnaire|scale|measure\w*|question|statement|interview|test)s?$", re.IGNORECASE
)
_FEWEST = 3  # rows that make it sure
_MOST = 0.8  # of the rows: how many have a code


def codes_apart(lines: list[Line]) -> list[Line]:
    """The table with the codes in a column of their own."""
    head = next((i for i, line in enumerate(lines) if is_data(line)), 0)
    if not head or len(lines) - head < _FEWEST or any(len(line) < 3 for line in lines):
        return lines
    above = lines[head - 1][0].text.split()
    if (
        len(above) > 1
        and heading(above[-1]).statistics == ("item",)
        and not heading(" ".join(above)).statistics
        and not _OF_WORDINGS.match(above[0])
    ):
        return _with_column(lines, head)
    lines = _run_together(lines, head)
    return _moved(lines, head) if heading(lines[head - 1][1].text).statistics == ("item",) else lines


def _code_in(cell: Cell) -> re.Match[str] | None:
    """The one code among the words of a cell."""
    found = [m for m in re.finditer(r"\S+", cell.text) if _CODE.fullmatch(m[0])]
    return found[0] if len(found) == 1 else None


def _with_column(lines: list[Line], head: int) -> list[Line]:
    """One column more: `Construct Item` headed both."""
    body = [line for line in lines[head:] if is_data(line)]
    if len(body) < _FEWEST or sum(_code_in(line[0]) is not None for line in body) < _MOST * len(body):
        return lines
    out: list[Line] = []
    for i, line in enumerate(lines):
        first = line[0]
        if i == head - 1:
            at = first.text.rindex(first.text.split()[-1])
            out.append((first.stretch(0, at), first.stretch(at, len(first.text)), *line[1:]))
        elif i >= head and (code := _code_in(first)):
            out.append((*_parted(first, code), *line[1:]))
        else:
            out.append((first, replace(first, text="", span=None), *line[1:]))
    return out


def _run_together(lines: list[Line], head: int) -> list[Line]:
    """A code and a wording set as one over both columns, where other rows have the code in a column of its own."""
    if sum(_CODE.fullmatch(line[0].text) is not None and line[1].text != "" for line in lines[head:]) < _FEWEST:
        return lines
    out = list(lines[:head])
    for line in lines[head:]:
        first, second = line[:2]
        led = _LED.match(first.text) if is_data(line) and (second.text == first.text or not second.text) else None
        cut = led.end() if led else 0
        bare = (
            not _CODE.fullmatch(first.text)
            and first.text
            and second.text[:1].islower()
            and not any(c.text for c in line[2:])
        )
        if cut:
            out.append((first.stretch(0, cut), first.stretch(cut, len(first.text)), *line[2:]))
        elif bare:  # the name of a scale, cut where the codes of its items end
            out.append((*_whole(first, second), *line[2:]))
        else:
            out.append(line)
    return out


def _whole(first: Cell, second: Cell) -> tuple[Cell, Cell]:
    """A name cut at a column's edge, maybe in the middle of a word."""
    touch = first.span and second.span and first.span[1] == second.span[0]
    text = f"{first.text}{'' if touch else ' '}{second.text}"
    span = (first.span[0], second.span[1]) if first.span and second.span else None  # numbers behind it are shown in it
    return replace(first, text=text, span=span), replace(second, text="", span=None)


_LED = re.compile(r"(?!H\d)[A-Z][A-Za-z]{0,6}[_-]?\d{1,2}[a-z]?(?=\s+\S+\s+\S)")


def _moved(lines: list[Line], head: int) -> list[Line]:
    """Codes that stand at the end of the name where the column beside it is empty."""
    beside = [line[1].text for line in lines[head:] if is_data(line) and line[1].text]
    if len(beside) < _FEWEST or not all(_CODE.fullmatch(text) for text in beside):
        return lines
    out = list(lines[:head])
    for line in lines[head:]:
        code = _code_in(line[0]) if is_data(line) and not line[1].text else None
        out.append((*_parted(line[0], code), *line[2:]) if code and code.end() == len(line[0].text) else line)
    return out


def _parted(cell: Cell, code: re.Match[str]) -> tuple[Cell, Cell]:
    """The name without the code, and the code."""
    name = " ".join((cell.text[: code.start()] + cell.text[code.end() :]).split())
    whole = cell.span if name and cell.span and code.end() == len(cell.text) else None
    return replace(cell, text=name, span=whole), cell.stretch(*code.span())
