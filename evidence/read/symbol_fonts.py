"""Signs of fonts that number their own: conversions print `b ¼ À0.23, po0.01` where `β = −0.23, p < 0.01` stands.

Journals set such fonts for years, and their PDFs do not say what the numbers mean. Each sign is one character, as is
what it was taken for, so that no place moves. A document is mended where it shows the fault more than once.
"""

import re
from dataclasses import replace
from functools import partial

from evidence.read.model import Grid, Source

__all__ = ["as_meant"]

_FEWEST = 2  # places that show the fault
_FIGURE = r"0?\.\d"
_STATISTIC = (
    r"(?<![A-Za-z])(?:[bBtzrFpMNndaβχα]|[xχw]2|R2|SE|SD|df|d\.f\.|CFI|TLI|NNFI|NFI|IFI|GFI|AGFI|RMSEA|SRMR|AVE|CR)"
    r"(?:\s?\([^()]{1,16}\))?"
)

_Mends = tuple[tuple[re.Pattern[str], str], ...]  # what is found, its last character to be set right; as which

_MINUS: _Mends = ((re.compile(r"À(?= ?\d*\.?\d)"), "−"),)
_LONE_MINUS: _Mends = ((re.compile(r"À(?=\d?\.\d)"), "−"),)  # and not `À 18 ans`, which is French
_QUARTERS: _Mends = (
    *_MINUS,
    (re.compile(rf"(?<=\b[pP]) ?[o,](?= ?{_FIGURE})"), "<"),
    (re.compile(rf"(?<=\b[pP]) ?4(?= ?{_FIGURE})"), ">"),
    (re.compile(r"(?<=[A-Za-z]) \.(?= 0\.\d)"), ">"),
    (re.compile(r"(?<![A-Za-z])D(?=w2|R2|CFI|df)"), "Δ"),
    (re.compile(r"(?<![A-Za-z])w(?=2\s*(?:[¼=/(]|$|\||\t))", re.MULTILINE), "χ"),
    (re.compile(r"¼ ?2(?= 0?\.\d)|(?<![A-Za-z.])r ¼ ?2(?=0\.\d)"), "−"),
    (re.compile(r"(?<![A-Za-z.])a(?= ?¼ ?\.?\d)(?![^;]{0,90}\bb ?¼)|(?<![A-Za-z.])a(?= ?¼\s+Cronbach)"), "α"),
    (re.compile(r"(?<![A-Za-z.])b(?= ?¼ ?[−(]? ?\d*\.\d)"), "β"),
    (re.compile(r"(?<=[\d*Ã])Ã"), "*"),
    (re.compile(r"(?<= )Â(?= )"), "×"),
    (re.compile(r"¼"), "="),
)
_FIVES: _Mends = (
    (re.compile(rf"(?<=\b[pP]) ,(?= ?{_FIGURE})"), "<"),
    (re.compile(rf"(?<=\b[pP]) \.(?= {_FIGURE})"), ">"),
    (re.compile(r"(?<![A-Za-z.])[rβ] 5 2(?=\.\d)"), "−"),
    (re.compile(r"(?<![A-Za-z])[xw](?=2 5 )"), "χ"),
    (re.compile(_STATISTIC + r" 5(?= [−-]?\d*\.?\d)"), "="),
)
# What shows a fault, all of it more than once; and what it asks for.
_FAULTS: tuple[tuple[tuple[re.Pattern[str], ...], _Mends], ...] = (
    ((re.compile(r"[A-Za-z0-9)\]²] ?¼ ?[À(\[]?\s?\d*\.?\d"),), _QUARTERS),
    ((re.compile(rf"\b[pP] , {_FIGURE}"), re.compile(_STATISTIC + r" 5 [−-]?\d*\.?\d")), _FIVES),
    ((_LONE_MINUS[0][0],), _LONE_MINUS),
)


# A sign that stays as it is printed where the paper may mean the letter: `unstandardized b`, `joy at w1 and w2`.
_OPEN = {"β": re.compile(r"\b[Uu]n-?standardi[sz]ed\b"), "χ": re.compile(r"\bw1\b")}


def as_meant(source: Source) -> Source:
    """A document with the signs that were meant; as it is where it shows no fault."""
    mends = _mends_of(source.text)
    if not mends:
        return source
    return replace(
        source,
        text=_mended(source.text, mends),
        grids=tuple(_grid(g, mends) for g in source.grids),
        unlaid=tuple(_grid(g, mends) for g in source.unlaid),
    )


def _mends_of(text: str) -> _Mends:
    if not any(sign in text for sign in ("¼", "À", " , ")):
        return ()
    shown = (mends for signs, mends in _FAULTS if all(len(sign.findall(text)) >= _FEWEST for sign in signs))
    open_signs = {sign for sign, said in _OPEN.items() if said.search(text)}
    return tuple(mend for mend in next(shown, ()) if mend[1] not in open_signs)


def _mended(text: str, mends: _Mends) -> str:
    for pattern, sign in mends:
        text = pattern.sub(partial(_signed, sign), text)
    return text


def _signed(sign: str, match: re.Match[str]) -> str:
    return match[0][:-1] + sign


def _grid(grid: Grid, mends: _Mends) -> Grid:
    rows = tuple(tuple(replace(c, text=_mended(c.text, mends)) for c in row) for row in grid.rows)
    return replace(grid, rows=rows, caption=_mended(grid.caption, mends), notes=_mended(grid.notes, mends))
