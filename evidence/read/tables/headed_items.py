"""The name of a construct, or of an outcome, that ran into the first of the rows below it.

Salt taste ST1 Salty dishes | .81      Outcome: Joy Frost | .31
ST2 Salt in the soup        | .77      Frost              | .12

Or that ran into the headings: `Item Salt taste (α = .81) | λ`, above `Crust (α = .84)` in a row of its own.
"""

import re

from evidence.read.model import Cell
from evidence.read.tables.lines import Line, is_data, shown

__all__ = ["with_heads_apart"]

_CODED = re.compile(r"(?P<letters>[A-Z]{1,6}[a-z]{0,3})[_-]?(?P<n>\d{1,2})\b[.:]?\s+\S")
_CODE_AMID = re.compile(
    r"(?P<name>[*_]{0,3}[^\W\d].*?)\s+(?=(?P<letters>[A-Z]{1,6}[a-z]{0,3})[_-]?(?P<n>\d{1,2})\b[.:]?\s+\S)"
)
_TOLD = r"(?:outcome|criterion|dependent\s+variable|dv)(?:\s+variable)?\s*[:=]\s*"
_OUTCOME = re.compile(rf"{_TOLD}\S.*\s", re.IGNORECASE)
_OUTCOME_ALONE = re.compile(rf"{_TOLD}(?P<name>\S.*)", re.IGNORECASE)
_MEASURED = re.compile(r"[^\W\d_].*\([^()]*=\s*0?\.\d+[^()]*\)")
_HEADED = re.compile(
    r"(?:(?:construct|scale|factor|variable|dimension)s?\s*(?:and|/|&)\s*)?(?:items?|indicators?|constructs?|variables?)\s+(?=\S)",
    re.IGNORECASE,
)


def with_heads_apart(lines: list[Line]) -> list[Line]:
    """The table with each such name in a row of its own, with the values that only such rows have."""
    return _rows_apart(_headings_apart(lines))


def _headings_apart(lines: list[Line]) -> list[Line]:
    """The first construct below the headings, where others stand over their items with their measures too."""
    first = next((i for i, line in enumerate(lines) if is_data(line)), 0)
    head = lines[first - 1][0] if first else Cell()
    led = _HEADED.match(head.text) if head.origin else None
    over = [line for line in lines[first:] if _MEASURED.fullmatch(shown(line[0])) and not any(map(shown, line[1:]))]
    if led is None or not over or not _MEASURED.fullmatch(head.text[led.end() :].strip()):
        return lines
    behind = head.stretch(led.end(), len(head.text))
    below = (behind, *(Cell() for _ in lines[first][1:]))
    return [*lines[: first - 1], (head.stretch(0, led.end()), *lines[first - 1][1:]), below, *lines[first:]]


def _rows_apart(lines: list[Line]) -> list[Line]:
    stubs = {shown(line[0]) for line in lines if is_data(line)}
    stubs |= {m["name"] for text in stubs if (m := _OUTCOME_ALONE.fullmatch(_before(text, stubs)))}
    cuts = [
        _cut(line[0].text, shown(below[0]) if below else "", stubs) if is_data(line) and line[0].origin else 0
        for line, below in zip(lines, [*lines[1:], None], strict=True)
    ]
    own = _of_constructs(lines, cuts) if any(cuts) else frozenset()
    out: list[Line] = []
    for line, at in zip(lines, cuts, strict=True):
        if at:
            beside = list(enumerate(line))[1:]
            out.append((line[0].stretch(0, at), *(cell if i in own else Cell() for i, cell in beside)))
            out.append((line[0].stretch(at, len(line[0].text)), *(Cell() if i in own else cell for i, cell in beside)))
        else:
            out.append(line)
    return out


def _of_constructs(lines: list[Line], cuts: list[int]) -> frozenset[int]:
    """The columns in which rows without a code have values, and rows that begin with one have none."""
    rows = [line for line, at in zip(lines, cuts, strict=True) if is_data(line) and not at]
    coded = {i for line in rows if _CODED.match(shown(line[0])) for i in range(1, len(line)) if shown(line[i])}
    named = {i for line in rows if not _CODED.match(shown(line[0])) for i in range(1, len(line)) if shown(line[i])}
    fused = {i for line, at in zip(lines, cuts, strict=True) if at for i in range(1, len(line)) if shown(line[i])}
    return frozenset((named | fused) - coded) if coded else frozenset()


def _cut(text: str, below: str, stubs: set[str]) -> int:
    """Where the row's own name begins: at the code that the next row goes on counting, or at a name of other rows."""
    coded, follows = _CODE_AMID.match(text), _CODED.match(below)
    if coded and follows and coded["letters"] == follows["letters"] and int(follows["n"]) == int(coded["n"]) + 1:
        return coded.end()
    before = _before(text, stubs)
    return len(before) + 1 if before else 0


def _before(text: str, stubs: set[str]) -> str:
    """What stands before the name of another row: `Outcome: joy`."""
    ends = [name for name in stubs if name != text and text.endswith(f" {name}")] if _OUTCOME.match(text) else []
    before = text[: -len(max(ends, key=len)) - 1] if ends else ""
    return before if _OUTCOME_ALONE.fullmatch(before) else ""
