"""Cells that GROBID merged: one over several columns that holds as many values or headings is as many cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.compose import RawCell
from evidence.read.flat.headings import cut, known
from evidence.read.flat.packed import is_value

__all__ = ["spread"]

Rows = list[list[RawCell]]
_WORD = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|\S+")
_LABELLED = re.compile(r"(?P<label>H\s?\d{1,2}[a-z]?)[.:]?\s+(?P<rest>\S.*)", re.DOTALL)
_MOST_HEADERS = 3  # rows


def spread(rows: Rows) -> Rows:
    """The rows with every such cell taken apart.

    >>> [[c.text for c in row] for row in spread([[RawCell("Salt"), RawCell("0.31 0.05", colspan=2)]])]
    [['Salt', '0.31', '0.05']]
    """
    return [
        [part for cell in row for part in _parts(cell, head=i < _MOST_HEADERS and not _valued(row))]
        for i, row in enumerate(rows)
    ]


def _valued(row: Sequence[RawCell]) -> bool:
    return any(is_value(word) and "." in word for cell in row for word in _WORD.findall(cell.text))


def _parts(cell: RawCell, head: bool) -> list[RawCell]:
    texts = _apart(cell.text, cell.colspan, head) if cell.colspan > 1 else None
    return [replace(cell, text=text, colspan=1) for text in texts] if texts else [cell]


def _apart(text: str, count: int, head: bool) -> list[str] | None:
    """As many texts as columns, where they can be told apart."""
    words = _WORD.findall(text)
    values = 0
    while values < len(words) and is_value(words[-1 - values]):
        values += 1
    if values == len(words) == count:
        return words
    if values and values == count - 1 and values < len(words):
        return [" ".join(words[: len(words) - values]), *words[len(words) - values :]]
    if count == 2 and not values and (named := _LABELLED.fullmatch(text.strip())):
        return [named["label"], named["rest"]]
    heads = cut(text, 0, count) if head and len(words) >= count else None
    return [c.text for c in heads] if heads and len(heads) == count and all(known(c.text) for c in heads) else None
