"""The arithmetic of printed digits: what every unrounded value behind the printed ones can give.

An interval is an outer bound: each operation rounds its lower end down and its upper end up, so a result never
leaves out a value that the operands admit (Moore 1966). Two quantities differ only if their intervals do not meet.
Two readings of printed digits (catalogue rules R1 and R5): rounded, `[v - h, v + h]`; truncated, `[v, v + 2h]` away
from zero.
"""

import math
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from evidence.records.printed import parse

__all__ = ["POSITIVE", "UNIT", "Interval", "exact", "hull", "increasing", "reading", "total", "truncated"]

_INF: Final = math.inf
_SLACK: Final = 1e-9  # relative error granted to distribution functions; their own is below 1e-12


def _down(x: float) -> float:
    return math.nextafter(x, -_INF) if x == x else -_INF


def _up(x: float) -> float:
    return math.nextafter(x, _INF) if x == x else _INF


def _times(a: float, b: float) -> float:
    return 0.0 if a == 0.0 or b == 0.0 else a * b  # 0 * inf is 0 where the ends are limits


class Interval:
    """All values from `lo` to `hi`, both included. A plain class: thousands are made for one report."""

    __slots__ = ("hi", "lo")

    def __init__(self, lo: float, hi: float) -> None:
        self.lo = lo
        self.hi = hi

    def __repr__(self) -> str:
        return f"Interval({self.lo!r}, {self.hi!r})"

    def __str__(self) -> str:
        width = self.hi - self.lo
        if not 0 < width < _INF:
            return f"{self.lo:.6g}" if width == 0 else f"[{self.lo:.4g}, {self.hi:.4g}]"
        places = min(max(1 - math.floor(math.log10(width)), 0), 12)  # as many as tell the ends apart
        low, high = f"{self.lo:.{places}f}", f"{self.hi:.{places}f}"
        return f"[{low.rstrip('0').rstrip('.')}, {high.rstrip('0').rstrip('.')}]" if places else f"[{low}, {high}]"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Interval) and self.lo == other.lo and self.hi == other.hi

    def __hash__(self) -> int:
        return hash((self.lo, self.hi))

    def __contains__(self, value: float) -> bool:
        return self.lo <= value <= self.hi

    # -- relations ------------------------------------------------------------------------------------------

    def meets(self, other: "Interval") -> bool:
        """Some value is in both."""
        return self.lo <= other.hi and other.lo <= self.hi

    def within(self, lo: float, hi: float) -> bool:
        """Some value lies between the two bounds."""
        return self.lo <= hi and lo <= self.hi

    @property
    def sign(self) -> int:
        """1 or -1 where every value has that sign, else 0."""
        return 1 if self.lo > 0 else -1 if self.hi < 0 else 0

    @property
    def mid(self) -> float:
        """The middle, for messages and never for proofs."""
        return (self.lo + self.hi) / 2

    # -- arithmetic -----------------------------------------------------------------------------------------

    def __neg__(self) -> "Interval":
        return Interval(-self.hi, -self.lo)

    def __abs__(self) -> "Interval":
        if self.lo >= 0:
            return self
        if self.hi <= 0:
            return -self
        return Interval(0.0, max(-self.lo, self.hi))

    def __add__(self, other: "Interval | float") -> "Interval":
        o = other if isinstance(other, Interval) else Interval(other, other)
        return Interval(_down(self.lo + o.lo), _up(self.hi + o.hi))

    __radd__ = __add__

    def __sub__(self, other: "Interval | float") -> "Interval":
        o = other if isinstance(other, Interval) else Interval(other, other)
        return Interval(_down(self.lo - o.hi), _up(self.hi - o.lo))

    def __rsub__(self, other: float) -> "Interval":
        return Interval(_down(other - self.hi), _up(other - self.lo))

    def __mul__(self, other: "Interval | float") -> "Interval":
        o = other if isinstance(other, Interval) else Interval(other, other)
        ends = (_times(self.lo, o.lo), _times(self.lo, o.hi), _times(self.hi, o.lo), _times(self.hi, o.hi))
        return Interval(_down(min(ends)), _up(max(ends)))

    __rmul__ = __mul__

    def __truediv__(self, other: "Interval | float") -> "Interval":
        o = other if isinstance(other, Interval) else Interval(other, other)
        if o.lo < 0 < o.hi or o.lo == o.hi == 0:
            return Interval(-_INF, _INF)
        low = -_INF if o.hi == 0 else 1 / o.hi
        high = _INF if o.lo == 0 else 1 / o.lo
        return self * Interval(_down(low), _up(high))

    def __rtruediv__(self, other: float) -> "Interval":
        return Interval(other, other) / self

    def squared(self) -> "Interval":
        """x * x, which is never below zero."""
        a = abs(self)
        return Interval(max(0.0, _down(a.lo * a.lo)), _up(a.hi * a.hi))

    def root(self) -> "Interval":
        """The square root of the part that is not negative."""
        return Interval(max(0.0, _down(math.sqrt(max(self.lo, 0.0)))), _up(math.sqrt(max(self.hi, 0.0))))

    def cut(self, lo: float = -_INF, hi: float = _INF) -> "Interval":
        """Both ends moved inside the bounds."""
        return Interval(min(max(self.lo, lo), hi), max(min(self.hi, hi), lo))

    def meet(self, other: "Interval") -> "Interval | None":
        """What is in both, or None."""
        lo, hi = max(self.lo, other.lo), min(self.hi, other.hi)
        return Interval(lo, hi) if lo <= hi else None

    def split(self, parts: int) -> "list[Interval]":
        """The same values in `parts` adjoining pieces, for functions that are not monotone."""
        if self.lo == self.hi or math.isinf(self.lo) or math.isinf(self.hi):
            return [self]
        ends = [self.lo + (self.hi - self.lo) * i / parts for i in range(parts)] + [self.hi]
        return [Interval(a, b) for a, b in pairwise(ends)]


UNIT: Final = Interval(0.0, 1.0)
POSITIVE: Final = Interval(0.0, _INF)


def exact(value: float) -> Interval:
    """A number that was not rounded."""
    return Interval(value, value)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum, outer bounds."""
    low = high = 0.0
    for part in parts:
        low, high = _down(low + part.lo), _up(high + part.hi)
    return Interval(low, high)


def hull(parts: Iterable[Interval]) -> Interval:
    """The smallest interval around all of them."""
    known = list(parts)
    return Interval(min(p.lo for p in known), max(p.hi for p in known))


def increasing(function: Callable[[float], float], x: Interval, falling: bool = False) -> Interval:
    """The values of a monotone function over an interval, with room for the function's own error.

    >>> increasing(lambda v: v**3, Interval(1.0, 2.0)).meets(exact(8.0))
    True
    """
    a, b = function(x.lo), function(x.hi)
    low, high = (b, a) if falling else (a, b)
    if low != low or high != high:
        return Interval(-_INF, _INF)
    return Interval(low - abs(low) * _SLACK - 1e-300, high + abs(high) * _SLACK + 1e-300)


# -- readings of printed text ----------------------------------------------------------------------------------


@lru_cache(maxsize=65536)
def reading(text: str, kind: str = "value", cut_off: bool = False) -> Interval | None:
    """The interval that printed digits stand for; None where the text is not one number.

    `kind`: `count` is exact when printed without decimals; `p` lies in [0, 1] and a printed zero means less than
    one unit of the last decimal; `percent` is a share whether or not the sign % is printed; `value` is any other.
    """
    parsed = parse(text)
    if parsed is None:
        return None
    value, low, high = parsed.value, parsed.low, parsed.high
    if kind == "count" and parsed.operator == "=" and parsed.decimals == 0:
        return Interval(value, value)
    if parsed.operator == "=":
        if cut_off:
            width = high - low
            low, high = (value, value + width) if value > 0 else (value - width, value)
            if value == 0:
                high = width
        low, high = _down(low), _up(high)
    if kind == "p":
        low = max(low, 0.0) if value >= 0 else low
        high = min(high, 1.0) if value <= 1 else high
        if value == 0 and parsed.operator == "=":
            low, high = 0.0, 10.0**-parsed.decimals
    elif kind == "percent" and "%" not in text:
        low, high = _down(low / 100), _up(high / 100)
    return Interval(low, high)


def truncated(text: str, kind: str = "value") -> Interval | None:
    """The interval if the author cut the digits off instead of rounding them (rule R5)."""
    return reading(text, kind, cut_off=True)
