"""Figures a scan printed with letters for digits or with specks of dust: `7.l2`, `,8O`, `4l8`, `. 85`, `.93 .`.

Every repair keeps the length of the text, so that a place in it is a place in the file.
"""

import re

from evidence.read.late import late
from evidence.read.tables.glyphs import digits_meant

__all__ = ["figures", "without_specks"]

# A decimal with a digit behind its mark, or whole digits around a letter; `I.2` numbers a section, `O2` is a gas.
_FIGURE = late(
    r"(?<![\w.,])(?:(?:[Ool]|[Ool]?\d[\dOolI]*)?[.,](?=[OolI]*\d)[\dOolI]+|\d[\dOlI]*[.,][OolI]+"
    r"|\d+[lO]+\d[\dlO]*|l\d{2,}|\d{2,}O+)(?![\w]|[.,]\d)"
)
# `0.2S5`, `.8B`, and a decimal whose point was lost behind an operator: `p < 0 01`.
_SHARE = late(r"(?<![\w.,])0?[.,](?=[\dSB]*\d)(?=[\dSB]*[SB])[\dSB]{2,4}(?![\w]|[.,]\d)")
_LOST = re.compile(r"(?<=[<>=≤≥])(\s?0) (?=\d{2,3}(?![\w]|[.,]\d))")
# A comma for the point, among numbers with points: `p < 0,001`.
_COMMA = re.compile(r"(?<=[<>=≤≥])(\s?0),(?=\d{2,3}(?![\w]|[.,]\d))")
_POINT = re.compile(r"[<>=≤≥]\s?0?\.\d")
_LETTER = re.compile(r"[OolI]")
_DIGITS = str.maketrans("SB", "58")
_LEADERS = re.compile(r"\.(?<=[ \t].)(?:\.{2,}|(?: \.){2,})(?=[ \t])")
_APART = re.compile(r"([.,])(?<=[ \t].)[ ](?=\d{2,3}(?![\d%]|[.,]\d))")
_SPECK = late(r"[.,'’`·](?<=[\d)*][ \t].)(?=[ \t]*$|[ \t]+[-−–]?[\d.,(\[])")


def figures(text: str) -> str:
    """Letters that can only be digits as these; a word, a code or a label stays.

    >>> figures("H1 .38 7.l2 (N = 4l8, df l37) Hl lO O2")
    'H1 .38 7.12 (N = 418, df 137) Hl lO O2'
    """
    if " " in text:
        text = _LOST.sub(r"\1.", text)
    commas = len(_COMMA.findall(text))
    if commas and 5 * commas < len(_POINT.findall(text)):
        text = _COMMA.sub(r"\1.", text)
    if "S" in text or "B" in text:
        text = _SHARE.sub(lambda m: m[0].translate(_DIGITS), text)
    if not _LETTER.search(text):
        return text
    return _FIGURE.sub(lambda m: digits_meant(m[0]) if _LETTER.search(m[0]) else m[0], text)


def without_specks(line: str) -> str:
    """A row of figures without its dotted leaders, stray points, and the space behind a decimal point.

    >>> without_specks("Crust is brown ......... . 85 17.43 .")
    'Crust is brown            .85 17.43  '
    """
    if not re.search(r"\d", line):
        return line
    line = _LEADERS.sub(lambda m: " " * len(m[0]), line)
    line = _APART.sub(r" \1", line)
    return _SPECK.sub(" ", line)
