"""Rows whose words a hyphen cuts at the end of a cell: `Warm bake-` over `house climate`, beside one row of values."""

import re
from dataclasses import replace

from evidence.read.model import Cell
from evidence.read.tables.cells import content
from evidence.read.tables.lines import Line, shown

__all__ = ["with_words_whole"]

_CUT = re.compile(r"[^\W\d_]{2}[-\u2010\u00ad]")
_GOES_ON = re.compile(
    r"(?!(?:and|or|to|und|oder|bzw|y|e|o|et|ou|en|of|i)\b)[a-zà-ÿ]{2}"
)  # `short- and long-term` is not cut
_OF_TWO = re.compile(  # `Self-efficacy` has its hyphen wherever it stands
    r"\b(?:self|work|well|non|co|pre|post|multi|inter|intra|cross|peer|user|job|health|life|face|socio|long|short|high|low|first"
    r"|second|third|decision|problem|goal|task|family|role|team|risk|cost|time|need|price|data|trust|know)[-\u2010\u00ad]$",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"\([A-Z][\w-]{1,9}\)|[a-zà-ÿ].*")


def with_words_whole(lines: list[Line]) -> list[Line]:
    """The table with what goes on below such a hyphen in the row above, and the short name that ends it."""
    out: list[Line] = []
    going_on = False
    for line in lines:
        cut = bool(out) and _bare(line) and any(_is_cut(a, b) for a, b in zip(out[-1], line, strict=False))
        ended = going_on and _bare(line) and _alone(line) and _SHORT_NAME.fullmatch(shown(line[0])) is not None
        if cut or ended:
            out[-1] = tuple(_together(a, b) for a, b in zip(out[-1], line, strict=False))
        else:
            out.append(line)
        going_on = cut or ended
    return out


def _is_cut(above: Cell, below: Cell) -> bool:
    return _CUT.search(shown(above)[-3:]) is not None and _GOES_ON.match(shown(below)) is not None


def _bare(line: Line) -> bool:
    """Whether a row has words and no values."""
    return all(c.origin for c in line) and not any(content(shown(c)).numeric for c in line if shown(c))


def _alone(line: Line) -> bool:
    return bool(shown(line[0])) and not any(shown(c) for c in line[1:])


def _together(above: Cell, below: Cell) -> Cell:
    if not shown(below):
        return above
    kept = _OF_TWO.search(shown(above)) is not None
    text = (
        f"{shown(above)[: None if kept else -1]}{shown(below)}"
        if _is_cut(above, below)
        else f"{shown(above)} {shown(below)}".strip()
    )
    return replace(above, text=text, span=above.span or below.span)
