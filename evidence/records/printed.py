"""A number as it is printed: the text, the value it names, and the interval its digits stand for."""

import math
import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from evidence.kept import kept

__all__ = ["Parsed", "Printed", "parse"]

_MINUS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-")
_OPERATORS = {"<": "<", ">": ">", "≤": "<=", "≥": ">=", "<=": "<=", ">=": ">=", "=": "=", "≈": "=", "~": "="}
_NUMBER = re.compile(
    r"""
    ^\s*(?P<operator><=|>=|[<>≤≥=≈~])?\s*        # a bound: <.001, ≥ 0.90
    (?P<sign>[-+])?\s*
    (?P<digits>\d[\d,\s]*(?:\.\d*)?|\.\d+)       # 1,234.5  .93  12.
    (?:[eE](?P<exponent>[-+]?\d+))?
    \s*(?P<percent>%)?\s*$
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(r"-?[0-9]{0,9}\.([0-9]{1,9})|-?[0-9]{1,9}")  # what most are, told at a glance
_DECIMAL_COMMA = re.compile(r"^(\d+),(\d{1,2}|\d{4,})$|^0,(\d+)$")


class Parsed(NamedTuple):
    """What the printed digits say. `low` and `high` bound every unrounded value that prints as this text."""

    value: float
    low: float
    high: float
    operator: str
    decimals: int


@lru_cache(maxsize=65536)
def parse(text: str) -> Parsed | None:
    """Read printed digits; None when the text is not one number.

    `v` with d decimals stands for [v - h, v + h], h = 0.5 * 10**-d, closed at both ends so that half-up and
    half-even rounding are both admitted (integrity rule R1). `<v` stands for everything up to v, `>v` for
    everything from v. A percent sign divides by 100.

    >>> parse(".93")
    Parsed(value=0.93, low=0.925, high=0.935, operator='=', decimals=2)
    >>> parse("<.001").high
    0.001
    """
    if plain := _PLAIN.fullmatch(text):
        decimals, scale = len(plain[1] or ""), 10 ** len(plain[1] or "")
        tenths = 10 * int(text.replace(".", ""))  # whole numbers, whose quotients are rounded as decimals are
        return Parsed(float(text), (tenths - 5) / (10 * scale), (tenths + 5) / (10 * scale), "=", decimals)
    match = _NUMBER.match(unicodedata.normalize("NFKC", text).translate(_MINUS))
    if match is None:
        return None
    digits = "".join(match["digits"].split())
    digits = digits.replace(",", ".") if _DECIMAL_COMMA.match(digits) else digits.replace(",", "")
    exponent = int(match["exponent"] or 0) - (2 if match["percent"] else 0)
    if abs(exponent) > 300 or len(digits) > 300:
        return None  # no statistic looks like this, and its powers of ten would not fit a float
    value = Decimal((match["sign"] or "") + digits).scaleb(exponent)
    decimals = len(digits.partition(".")[2])
    half = Decimal(5).scaleb(exponent - decimals - 1)
    operator = _OPERATORS[match["operator"] or "="]
    low, high = float(value - half), float(value + half)
    if operator in ("<", "<="):
        low, high = -math.inf, float(value)
    elif operator in (">", ">="):
        low, high = float(value), math.inf
    return Parsed(float(value), low, high, operator, max(decimals - exponent, 0))


class Printed(str):
    """A number kept as its printed text; a `str` that also knows its value and interval.

    >>> Printed("0.90") == Printed("0.9"), Printed("0.90").value == Printed("0.9").value
    (False, True)
    """

    @kept
    def parsed(self) -> Parsed | None:
        """Everything the digits say, or None when the text is not one number."""
        return parse(str(self))

    @property
    def value(self) -> float | None:
        """The value the digits name."""
        return self.parsed.value if self.parsed else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Every unrounded value the digits can stand for."""
        return (self.parsed.low, self.parsed.high) if self.parsed else None

    @property
    def operator(self) -> str:
        """`=`, or the bound that was printed (`<`, `<=`, `>`, `>=`)."""
        return self.parsed.operator if self.parsed else "="
