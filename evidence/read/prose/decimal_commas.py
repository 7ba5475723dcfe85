"""Decimals printed with commas in running text: `β = 0,42; p < 0,001`.

Whether a comma is a decimal one is a habit of the whole document: it is judged by the numbers that begin with naught,
which no thousands do. A point is as wide as a comma, so every place in the document stays what it was.
"""

# ruff: noqa: E501 - a pattern is read whole

import re

__all__ = ["pointed", "prints_commas"]

# Each begins with what few numbers begin with, for they are looked for in all of every document.
_COMMAS = (
    re.compile(r"0(?<![\w,.]0),\d{2,4}(?!\d*,\d)"),
    re.compile(r",\d(?:(?<=[=<>≤≥],\d)|(?<=[=<>≤≥]\s,\d)|(?<=[=<>≤≥]\s[-−–],\d))(?!\d*,\d)"),
)
_POINT = re.compile(r"(?<![\w,.])[-−–]?0?\.\d{2,4}(?![\d.])")
_FEWEST = 2
# Thousands beside them all the same: `N = 1,204`, `1,204 valid questionnaires`.
_PEOPLE = r"respondents|participants|people|persons|questionnaires|surveys|responses|students|customers|consumers|users|employees|firms|answers|cases"
_DECIMAL = re.compile(
    rf"(?<![\w,.])(?<![nN]\s=\s)(?<![nN]=)(?!\d{{1,3}},\d{{3}}\s+(?:\w+\s+)?(?:{_PEOPLE})\b)(?P<whole>\d{{0,4}}),(?P<rest>\d{{1,6}})(?!\d|,\d)"
)


def prints_commas(text: str) -> bool:
    """Whether a document prints its decimals with commas, but for a few it may cite.

    >>> prints_commas("β = 0,42; p < 0,001"), prints_commas("β = 0.42 (N = 1,204)")
    (True, False)
    """
    commas = sum(len(pattern.findall(text)) for pattern in _COMMAS)
    return commas >= _FEWEST and commas > 4 * len(_POINT.findall(text))


def pointed(text: str) -> str:
    """The text with decimal points.

    >>> pointed("β = ,42, t = 5,12 [0,12; 0,31], in 2019, 14 of H1,2")
    'β = .42, t = 5.12 [0.12; 0.31], in 2019, 14 of H1,2'
    """
    return _DECIMAL.sub(r"\g<whole>.\g<rest>", text)
