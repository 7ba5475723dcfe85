"""Blocks of lines that are pieces of columns: several bands of rows, triangles, a stub with its heading on top.

`pdftotext` prints a table so that white space between its rows or columns becomes a blank line between blocks.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from evidence.read.compose import RawCell
from evidence.read.flat.packed import is_value
from evidence.read.flat.placing import BLANK

__all__ = ["pieced"]

Rows = list[list[RawCell]]
Block = list[RawCell]
_FEWEST = 3  # columns of a triangle


def pieced(blocks: list[Block]) -> Rows:
    """The table, or nothing where the blocks do not fit together."""
    return _banded(blocks) or _triangle(blocks) or _stub_first(blocks)


def _lead(blocks: list[Block]) -> int:
    """How many blocks at the beginning are one heading each; the first of them is no number."""
    lead = 0
    while lead < len(blocks) and len(blocks[lead]) == 1:
        lead += 1
    return lead if lead and not is_value(blocks[0][0].text) else 0


def _valued(block: Block) -> bool:
    return all(is_value(c.text) for c in block)


def _goes_on(behind: Sequence[Block]) -> bool:
    """Whether what follows the table holds more values, so that it is none of such a kind."""
    return bool(behind) and any(is_value(c.text) for c in behind[0])


def _heads(blocks: Sequence[Block]) -> list[RawCell]:
    return [RawCell(b[0].text, header=True, span=b[0].span) for b in blocks]


def _banded(blocks: list[Block]) -> Rows:
    """All headings, then rows in bands: of each band one block for every column."""
    width = _lead(blocks)
    body = blocks[width:]
    if width < 2 or len(body) < 2 * width:
        return []
    every = [body[i : i + width] for i in range(0, len(body) - width + 1, width)]
    kinds = [_valued(b) for b in every[0]]
    alike = (len({len(b) for b in band}) == 1 and [_valued(b) for b in band] == kinds for band in every)
    bands = [band for band, _ in takewhile(lambda pair: pair[1], zip(every, alike, strict=True))]
    if len(bands) < 2 or not any(kinds) or all(kinds) or _goes_on(body[len(bands) * width :]):
        return []
    return [_heads(blocks[:width]), *([b[i] for b in band] for band in bands for i in range(len(band[0])))]


def _triangle(blocks: list[Block]) -> Rows:
    """All headings, whole columns, and then columns that are one row shorter each."""
    width = _lead(blocks)
    body, behind = blocks[width : 2 * width], blocks[2 * width :]
    if width < _FEWEST or len(body) != width or _valued(body[0]) or _goes_on(behind):
        return []
    size = len(body[0])
    whole = next((i for i, b in enumerate(body) if len(b) != size), len(body))
    start = next((i for i in (whole - 1, whole) if 0 < i < len(body) and _falls(body[i:])), 0)
    triangle = body[start:] if start else []
    if len(triangle) < _FEWEST or not all(map(_valued, triangle)) or len(triangle[0]) < size - 1:
        return []
    columns = [*body[:start], *([*[BLANK] * (size - len(b)), *b] for b in triangle)]
    return [_heads(blocks[:width]), *([c[i] for c in columns] for i in range(size))]


def _falls(blocks: Sequence[Block]) -> bool:
    return all(len(b) == len(a) - 1 for a, b in pairwise(blocks))


def _stub_first(blocks: list[Block]) -> Rows:
    """The names of the rows under their heading, then the other headings, then a block of values for each."""
    size = len(blocks[0]) - 1 if blocks else 0
    width = _lead(blocks[1:])
    body, behind = blocks[1 + width : 1 + 2 * width], blocks[1 + 2 * width :]
    if size < 2 or width < 2 or len(body) != width or _goes_on(behind) or any(map(_valued, (blocks[0], blocks[0][:1]))):
        return []
    if any(len(b) != size for b in body) or not all(map(_valued, body[:1])):
        return []
    stub, *rest = blocks[0], *body
    return [_heads([stub, *blocks[1 : 1 + width]]), *([stub[i + 1], *(b[i] for b in rest)] for i in range(size))]
