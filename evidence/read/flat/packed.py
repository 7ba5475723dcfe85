"""A line of a table whose cells stand one space apart, cut into its label, its values and its verdict."""

import re
from dataclasses import replace

from evidence.read.compose import RawCell
from evidence.read.tables.relations import verdict
from evidence.settled import settled

__all__ = ["Packed", "cell", "intervals_apart", "is_value", "packed"]

Place = tuple[str, int]

_NUMBER = (
    r"[-+−–—]?\s?(?:[\dOolI]*[.,][\dOolI]+|\d{1,3}(?:,\d{3})+(?:[.,]\d+)?|\d+)(?:\s?%)?(?:[*†‡∗]+|[a-e]{1,2}|ns|NS)?"
)
_VALUE = re.compile(
    rf"\*\*{_NUMBER}\*\*|(?:p\s?)?[<>≤≥=~]?\s?{_NUMBER}|\(\s?[<>=]?\s?{_NUMBER}\s?\)[*†‡∗]*|[\[(]\s?{_NUMBER}\s?(?:[,;~]|to|–)\s?{_NUMBER}\s?[\])]"
    r"|[-–—―−]{1,2}|[*†‡∗]{1,4}|n\.?s\.?|n/?a|\d?[.,]\d+[-–—]\d?[.,]\d+"
)
_PIECE = re.compile(r"\[[^\[\]]*\][*†‡∗]*|\([^()]*\)[*†‡∗]*|[<>≤≥]\s?[^\s<>]+|\S+")
_DIGIT = re.compile(r"\d")
_MARKS = re.compile(r"[-–—―−]{1,2}|[*†‡∗]{1,4}|n\.?s\.?|n/?a")
_NAMED = re.compile(r"[=:]\s*$")
_NAMED_P = re.compile(r"=\s*[-−]?[\d.]+,?\s+p\s*$")  # `Outcome: Joy, F(3, 544) = 16.09, p < .001`
_DECIMALS = re.compile(r"\d?[.,]\d+")
_LONGEST = 400


def is_value(text: str) -> bool:
    """Whether a cell holds a result and no words: a number, a bracket, a dash, stars.

    >>> is_value("-0.3O**"), is_value("[.12, .40]"), is_value("Trust")
    (True, True, False)
    """
    if _VALUE.fullmatch(text):
        return _is_value(text)
    pieces = [m.group() for m in _PIECE.finditer(text)]
    return len(pieces) > 1 and all(map(_is_value, pieces))


def _is_value(text: str) -> bool:
    """One of them; letters read for digits are none without a digit among them."""
    told = _DIGIT.search(text) is not None or _MARKS.fullmatch(text) is not None
    return told and _VALUE.fullmatch(text) is not None


@settled
class Packed:
    """One line: its words, the values behind them, what it says of the hypothesis."""

    label: RawCell
    values: tuple[RawCell, ...] = ()
    verdict: RawCell | None = None

    @property
    def cells(self) -> int:
        """How many cells the line holds at least."""
        return bool(self.label.text) + len(self.values) + (self.verdict is not None)


def _numbering(values: list[str], words: str) -> bool:
    """Numbers that head columns: `1 2 3` or `(1) (2)`, and those behind `Model` or `Step`."""
    numbers = [re.fullmatch(r"\(?(\d{1,2})[.)]?", v) for v in values]
    if not values or not all(numbers):
        return False
    counted = [int(n[1]) for n in numbers if n]
    if len(counted) > 1 and counted == list(range(counted[0], counted[0] + len(counted))) and counted[0] <= 2:
        return True
    return len(counted) == 1 and bool(
        re.search(r"\b(?:model|step|study|time|wave|block|m|factor|component)\s*$", words, re.IGNORECASE)
    )


def cell(line: Place, start: int, end: int) -> RawCell:
    """A stretch of a line as a cell."""
    raw = line[0][start:end]
    left = start + len(raw) - len(raw.lstrip())
    text = raw.strip()
    return RawCell(" ".join(text.split()), span=(line[1] + left, line[1] + left + len(text)) if text else None)


def _interval_of_another(before: str, bracket: str) -> bool:
    """An interval behind a p (`<.001 [.10, .22]`) is that of the estimate, in a column of its own."""
    return before[0] in "<>≤≥" and len(_DECIMALS.findall(bracket)) == 2


def packed(line: Place) -> Packed:
    """Cut a line behind its words: `PU1 It saves me time 0.81`, `H1 A -> B 0.41*** (5.30) Supported`.

    >>> [c.text for c in packed(("Trust -> Use -0.3O** (2.9) Supported", 0)).values]
    ['-0.3O** (2.9)']
    """
    text = line[0][:_LONGEST]
    pieces = [m.span() for m in _PIECE.finditer(text)]
    last = len(pieces)
    told = None
    for count in (3, 2, 1):
        if count >= len(pieces) or _is_value(text[slice(*pieces[-count])]):
            continue  # the stars before a verdict are those of the p
        if verdict(text[pieces[-count][0] :].strip()):
            told = cell(line, pieces[-count][0], len(text))
            last -= count
            break
    first = last
    while first > 0 and _is_value(text[slice(*pieces[first - 1])]):
        first -= 1
    if (
        first
        and first < last
        and (_NAMED.search(text[: pieces[first][0]]) or _NAMED_P.search(text[: pieces[first][0]]))
    ):
        return Packed(cell(line, 0, len(text)))  # `CR = .88`: the number is named in words
    if told and first == last and first and not re.search(r"[>→]", text[: pieces[first - 1][1]]):
        told = told if re.match(r"\s*[HН]\s?\d", text) else None
        last = first = last if told else len(pieces)
    groups: list[list[int]] = []
    for at in range(first, last):
        behind = text[pieces[at][0]] in "([" or re.fullmatch(r"[*†‡∗]{1,4}", text[slice(*pieces[at])])
        if groups and behind and not _interval_of_another(text[slice(*groups[-1])], text[slice(*pieces[at])]):
            groups[-1][1] = pieces[at][1]
        else:
            groups.append(list(pieces[at]))
    words = text[: pieces[first - 1][1]] if first else ""
    single = [text[a:b] for a, b in pieces[first:last]]  # `(1) (2) (3)`, of which each stands for itself
    if not told and (_numbering(single, words) or _numbering([text[a:b] for a, b in groups], words)):
        return Packed(cell(line, 0, len(text)))
    end = pieces[first - 1][1] if first else 0
    return Packed(cell(line, 0, end), tuple(cell(line, a, b) for a, b in groups), told)


_WITH_INTERVAL = re.compile(r"(?P<value>\S.*\S|\S)\s+(?P<interval>\[[^\[\]]+\])")


def intervals_apart(row: Packed) -> Packed:
    """A row whose intervals are cells of their own, as under a heading `95% CI`: `0.39 0.07 .22 | [0.25, 0.53]`."""
    return replace(row, values=tuple(part for value in row.values for part in _without_interval(value)))


def _without_interval(value: RawCell) -> list[RawCell]:
    match = _WITH_INTERVAL.fullmatch(value.text)
    if match is None or value.span is None or len(_DECIMALS.findall(match["interval"])) != 2:
        return [value]
    start, end = value.span
    length = len(match["value"]), len(match["interval"])
    first = RawCell(match["value"], span=(start, start + length[0]))
    return [first, RawCell(match["interval"], span=(end - length[1], end))]
