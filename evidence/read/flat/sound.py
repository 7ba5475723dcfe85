"""Whether a table that was laid out again can be what was printed: every column holds what its heading announces."""

import re
from collections.abc import Sequence
from itertools import pairwise

from evidence.read.compose import RawCell
from evidence.read.flat.packed import is_value
from evidence.read.tables.header import sequence, statistic

__all__ = ["sound"]

_NUMBERS = frozenset(
    {"beta", "b", "se", "t", "z", "p", "loading", "mean", "sd", "alpha", "cr", "ave", "r2", "ci_lo", "ci_hi"}
)
_PATH = re.compile(r"\W*paths?\W*", re.IGNORECASE)  # names the coefficient or the relation
_SHARES = frozenset({"p", "alpha", "cr", "ave", "rho_a", "omega", "r2"})  # never between one and ten
_DISTANCES = frozenset({"se", "sd", "ave", "r2", "p"})  # never below zero
_ESTIMATED = frozenset({"se", "b", "beta", "coef"})
_NUMBER = re.compile(r"[-−–]?\d*[.,]?\d+")


def sound(rows: Sequence[Sequence[RawCell]]) -> bool:
    """No words under a statistic, no share above one, no standard error below zero, no limits in the wrong order.

    Nor a group over the first of two equal headings alone: the other group's name got lost.
    """
    head = next((i for i in range(len(rows) - 1, -1, -1) if any(c.header for c in rows[i])), None)
    if head is None:
        return True
    body = rows[head + 1 :]
    beside = {statistic(c.text) for c in rows[head] if c.text}
    ratio = bool(beside & _ESTIMATED)  # `C.R.` beside an estimate is its critical ratio
    return (
        not _half_named([c.text for c in rows[head]])
        and _in_order(rows[head], body)
        and all(
            _holds(c.text, _column(body, at))
            for at, c in enumerate(rows[head])
            if c.text and not (ratio and statistic(c.text) == "cr")
        )
    )


_QUALIFIED = re.compile(
    r"(?:un)?st(?:an)?d(?:ardi[sz]ed|\.)?|boot\w*|adj\w*\.?|robust|raw|path|original|sample|standard|model|step|mean",
    re.IGNORECASE,
)


def _half_named(heads: Sequence[str]) -> bool:
    """`Girls β | t | β | t`: whose the second statistics are is not told any more."""
    parted = [text.rpartition(" ") for text in heads]
    named = [(who, last) for who, _, last in parted if who and statistic(last) in _ESTIMATED and not statistic(who)]
    named = [(who, last) for who, last in named if not _QUALIFIED.fullmatch(who.split()[-1])]
    return len(named) == 1 and named[0][1] in heads


def _in_order(heads: Sequence[RawCell], body: Sequence[Sequence[RawCell]]) -> bool:
    """A lower limit is not above the upper one beside it."""
    for at, (low, high) in enumerate(pairwise(heads)):
        if (statistic(low.text), statistic(high.text)) == ("ci_lo", "ci_hi"):
            pairs = [(_value(row[at].text), _value(row[at + 1].text)) for row in body if at + 1 < len(row)]
            told = [(a, b) for a, b in pairs if a is not None and b is not None]
            if 4 * sum(a > b for a, b in told) > len(told):
                return False
    return True


def _value(text: str) -> float | None:
    found = _NUMBER.search(text)
    return float(found[0].replace("−", "-").replace("–", "-").replace(",", ".")) if found else None


def _column(rows: Sequence[Sequence[RawCell]], at: int) -> list[str]:
    return [row[at].text for row in rows if at < len(row) and row[at].text and any(c.text for c in row[1:])]


def _holds(title: str, texts: Sequence[str]) -> bool:
    if statistic(title) == "ci" or len(sequence(title)) > 1:  # two headings over one column
        return any(len(_NUMBER.findall(t)) > 1 for t in texts)
    named = statistic(title)
    if named not in _NUMBERS or _PATH.fullmatch(title):
        return True
    worded = sum(not is_value(t.strip("_")) for t in texts)
    if 2 * worded > len(texts):
        return False
    numbers = [n for t in texts if (n := _value(t)) is not None]
    if named in _SHARES and sum(1 < abs(n) < 10 for n in numbers) * 4 > len(numbers):
        return False
    return not (named in _DISTANCES and sum(n < 0 for n in numbers) * 4 > len(numbers))
