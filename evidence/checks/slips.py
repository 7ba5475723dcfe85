"""The slips that turn one printed number into another, and what each would have been before.

The probabilities are those of a slip of that kind giving this very text; they only rank candidates.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

__all__ = ["ARBITRARY", "COPIED", "Slip", "slips", "words"]

_NUMBER = re.compile(r"^(?P<head>\s*(?:<=|>=|[<>≤≥=])?\s*)(?P<sign>[-+−–]?)(?P<digits>\d*\.?\d+)(?P<tail>\s*%?\s*)$")
COPIED = 0.05  # a neighbour's value was copied: any original will do
ARBITRARY = 1e-4  # any other mistake
_LAST, _DIGIT, _SWAP, _DROP, _SHIFT, _PERCENT, _SIGN, _COUNT = 0.30, 0.20, 0.10, 0.08, 0.12, 0.06, 0.06, 0.30
_WORDS = (("", "*", "**", "***"), ("supported", "not supported"), ("full", "partial", "none"))


Add = Callable[[str, str, float], None]


class Slip(NamedTuple):
    """What may have been meant, how it was spoilt, and how probable that spoiling is."""

    text: str
    kind: str
    weight: float


def words(text: str) -> Iterator[Slip]:
    """The other words of the vocabulary a word belongs to."""
    for known in _WORDS:
        if text in known:
            others = [w for w in known if w != text]
            yield from (Slip(w, "another word", 1 / len(others)) for w in others)
            return


@lru_cache(maxsize=4096)
def slips(text: str, kind: str, decimals: int) -> tuple[Slip, ...]:
    """Originals that one slip turns into `text`; `decimals` is how many the cells around it have."""
    match = _NUMBER.match(text)
    if match is None:
        return ()
    head, sign, digits, tail = match["head"], match["sign"], match["digits"], match["tail"]
    found: dict[str, Slip] = {}

    def add(changed: str, how: str, weight: float, new_sign: str = sign) -> None:
        whole = f"{head}{new_sign}{changed}{tail}"
        if kind == "count" and not changed.strip("0."):
            return  # a sample or df of zero satisfies everything
        if whole != text and (whole not in found or found[whole].weight < weight):
            found[whole] = Slip(whole, how, weight)

    places = [i for i, c in enumerate(digits) if c != "."]
    for i in places:
        weight = _LAST / 9 if i == places[-1] else _DIGIT / (9 * max(len(places) - 1, 1))
        for d in "0123456789":
            add(digits[:i] + d + digits[i + 1 :], "one digit changed", weight)
    for i, j in pairwise(places):
        swapped = list(digits)
        swapped[i], swapped[j] = swapped[j], swapped[i]
        add("".join(swapped), "two digits swapped", _SWAP / max(len(places) - 1, 1))
    _dropped(digits, decimals, add)
    if kind != "count":
        _moved(digits, decimals, add)
        if head.strip() == "":
            add(digits, "sign lost or added", _SIGN, "" if sign else "-")
    elif "." not in digits:
        for step in (-3, -2, -1, 1, 2, 3):
            if int(digits) + step > 0:
                add(str(int(digits) + step), "miscounted", _COUNT / (3 * abs(step)))
    return tuple(found.values())


def _dropped(digits: str, decimals: int, add: Add) -> None:
    """One more digit, where the cells around have that many decimals."""
    whole, point, fraction = digits.partition(".")
    for i in range(len(digits) + 1):
        behind = bool(point) and i > len(whole)
        if behind and len(fraction) + 1 > decimals:
            continue
        if not behind and point and len(fraction) < decimals:
            continue
        for d in "0123456789":
            add(digits[:i] + d + digits[i:], "a digit dropped", _DROP / (len(digits) + 1))


def _moved(digits: str, decimals: int, add: Add) -> None:
    """The decimal point one place off, or a share printed in percent."""
    whole, _, fraction = digits.partition(".")
    plain = whole + fraction
    for places in (len(fraction) + 1, len(fraction) - 1):
        if places >= 0:
            padded = plain.rjust(places + 1, "0")
            moved = f"{padded[: len(padded) - places]}.{padded[len(padded) - places :]}" if places else padded
            add(moved, "decimal point moved", _SHIFT / 2)
    add(f"{float(digits) / 100:.{decimals}f}", "printed in percent", _PERCENT)
