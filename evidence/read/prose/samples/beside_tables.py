"""How many a table rests on: its caption and note say it, or a row or column of equal numbers headed `N`."""

import re
from collections.abc import Iterable
from dataclasses import replace

from evidence.read.clear import Clear
from evidence.read.model import Cell, Grid
from evidence.read.prose.samples.claims import FEWEST, Claim, claims_of
from evidence.read.prose.sentences import Passage, sentences

__all__ = ["claims_of_captions", "claims_of_grids"]

_N_IS = re.compile(r"(?<![A-Za-z])[Nn]\s*=\s*(?P<n>[1-9]\d{0,2}(?:,\d{3})+|\d{2,7})\b(?!\.\d)")
_COUNTED = re.compile(r"(?<![\d.,])\d{2,3}(?:,\d{3})*\s+[a-z]")
_SIZE = re.compile(
    r"\W*(?:n|(?:no\.?|num\.?|number)\s+of\s+(?:obs\.?|observations|cases|respondents|participants|firms|persons|individuals)"
    r"|obs\.?|observations|sample\s+size(?:\s*\(n\))?|样本量|样本数|观测值|观察值)\W*$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\s*(?P<n>[1-9]\d{0,2}(?:,\d{3})+|\d{2,7})\s*$")
_NAMED, _ONE_OF_SEVERAL, _MOST_SAID, _ROW, _COLUMN = 6.5, 1.0, 5.0, 6.0, 4.5  # weights of what a table says
_FEWEST_ROWS = 3  # of a column of equal numbers


def claims_of_captions(captions: Iterable[tuple[str, int]]) -> list[Claim]:
    """The claims of captions and notes: `N = 356`, `(356 tenants)`; each text with the place where it begins."""
    claims: list[Claim] = []
    for text, start in captions:
        told = [(int(m["n"].replace(",", "")), m) for m in _N_IS.finditer(text)]
        weight = _NAMED if len({n for n, _ in told}) == 1 else _ONE_OF_SEVERAL
        claims += [
            Claim("sample", n, weight, (start + m.start("n"), start + m.end("n"))) for n, m in told if n >= FEWEST
        ]
        if not told and _COUNTED.search(text):
            passage = Passage(Clear(text, range(start, start + len(text))), "caption", None, "caption")
            said = (claim for sentence in sentences((passage,)) for claim in claims_of(sentence, None))
            claims += [replace(c, weight=min(c.weight, _MOST_SAID), passage=-1) for c in said if c.weight > 0]
    return claims


def claims_of_grids(grids: Iterable[Grid]) -> list[Claim]:
    """The claims of rows and columns that are headed `N` and hold one number only."""
    claims: list[Claim] = []
    for grid in grids:
        claims += _of_heads(grid)
        for row in grid.rows:
            if row and _SIZE.match(row[0].text):
                claims += _of_cells(grid, row[1:], _ROW)
        for at, head in enumerate(grid.rows[0] if len(grid.rows) > _FEWEST_ROWS else ()):
            if at and _SIZE.match(head.text):
                claims += _of_cells(grid, [row[at] for row in grid.rows[1:]], _COLUMN)
    return claims


def _of_heads(grid: Grid) -> list[Claim]:
    """The size in the headings of the columns: `All (n = 412)`; of several the whole of the others."""
    told = {
        int(m["n"].replace(",", "")): (cell.span[0] + m.start("n"), cell.span[0] + m.end("n"))
        for row in grid.rows[:2]
        for cell in row
        if cell.span and cell.span[1] - cell.span[0] == len(cell.text) and (m := _N_IS.search(cell.text))
    }
    whole = max(told, default=0)
    if whole < FEWEST or (len(told) > 1 and 2 * whole != sum(told)):
        return []
    return [Claim("sample", whole, _MOST_SAID, told[whole], grid.page)]


def _of_cells(grid: Grid, cells: Iterable[Cell], weight: float) -> list[Claim]:
    filled = [cell for cell in cells if cell.text.strip()]
    numbers = [m["n"].replace(",", "") if (m := _WHOLE.match(cell.text)) else "" for cell in filled]
    if not numbers or len(set(numbers)) > 1 or not numbers[0] or int(numbers[0]) < FEWEST or not filled[0].span:
        return []
    if weight == _COLUMN and len(numbers) < _FEWEST_ROWS:
        return []
    start, end = filled[0].span
    return [Claim("sample", int(numbers[0]), weight, (start, end), grid.page)]
