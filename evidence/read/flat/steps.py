"""Regressions in steps whose cells stand one a line: outcomes over numbered models, statistics in brackets below.

A predictor that some models lack has fewer values than there are models, and nothing tells whose they are: it is left
out. How many models each outcome has is believed where the explained variance falls from one outcome to the next only.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from evidence.read.compose import RawCell
from evidence.read.flat.packed import is_value
from evidence.read.flat.placing import BLANK
from evidence.read.tables.header import statistic

__all__ = ["by_steps"]

_MODEL = re.compile(r"(?:m|model|step|eq(?:uation|\.)?)?\s?\(?(?P<n>\d{1,2})\)?", re.IGNORECASE)
_NUMBER = re.compile(r"[-−–]?\d*[.,]\d+")
_FEWEST = 3  # models
_FEWEST_ROWS = 2  # with a value in every model
_STUB = re.compile(r"(?:variables?|predictors?|constructs?)(?:\s+\w+)?", re.IGNORECASE)


def by_steps(cells: Sequence[RawCell]) -> list[list[RawCell]]:
    """The rows that have a value in every model, under the outcomes and the models; nothing for other tables."""
    start, count = _models(cells)
    if count < _FEWEST:
        return []
    over = [c for c in cells[:start] if not _STUB.fullmatch(c.text)]
    rows = _rows(cells[start + count :])
    full = [(label, values, under) for label, values, under in rows if len(values) == count]
    if len(over) > 1 and not _parted(full, count, len(over)):
        return []
    if len([under for _, _, under in full if under]) < _FEWEST_ROWS or count % max(len(over), 1):
        return []
    size = count // max(len(over), 1)
    heads = [RawCell("", header=True), *(RawCell(c.text, colspan=size, header=True, span=c.span) for c in over)]
    models = [
        RawCell("", header=True),
        *(RawCell(c.text, header=True, span=c.span) for c in cells[start : start + count]),
    ]
    out = [heads, models] if over else [models]
    for label, values, under in full:
        out.append([label, *values])
        if under:
            out.append([BLANK, *under])
    return out


def _models(cells: Sequence[RawCell]) -> tuple[int, int]:
    """Where the models are named one after the other, and how many they are."""
    for start, found in enumerate(cells[:8]):
        first = _MODEL.fullmatch(found.text)
        if not first or first["n"] not in ("0", "1") or first[0].isdigit():
            continue
        count = 1
        while start + count < len(cells):
            match = _MODEL.fullmatch(cells[start + count].text)
            if not match or int(match["n"]) != int(first["n"]) + count:
                break
            count += 1
        return start, count
    return 0, 0


def _rows(cells: Sequence[RawCell]) -> list[tuple[RawCell, list[RawCell], list[RawCell]]]:
    """Each label with the values behind it and those in brackets, where these are as many."""
    made: list[tuple[RawCell, list[RawCell], list[RawCell]]] = []
    label: RawCell | None = None
    values: list[RawCell] = []
    for found in [*cells, RawCell("end")]:
        if is_value(found.text):
            values.append(found)
            continue
        if label and values:
            plain = [v for v in values if v.text[0] not in "(["]
            under = values[len(plain) :]
            ordered = values[: len(plain)] == plain and len(under) in (0, len(plain))
            made += [(label, plain, under)] if ordered else []
        label, values = found, []
    return made


def _parted(rows: Sequence[tuple[RawCell, list[RawCell], list[RawCell]]], count: int, groups: int) -> bool:
    """Whether the explained variance rises within equal groups of models and falls between them."""
    shares = next((values for label, values, _ in rows if statistic(label.text) in ("r2", "r2_adj")), [])
    numbers = [float(m[0].replace(",", ".")) for v in shares if (m := _NUMBER.search(v.text))]
    if len(numbers) != count or count % groups:
        return False
    falls = [i + 1 for i, (a, b) in enumerate(pairwise(numbers)) if b < a]
    return falls == list(range(count // groups, count, count // groups))
