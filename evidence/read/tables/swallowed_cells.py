"""Single cells that swallowed the one beside them: `5. Joy W2 .85 |` among rows `4. Joy W1 | .83`.

A column holds as many values to a cell as it does in most rows; a cell with more, before as many empty cells that are
filled in most rows, is parted.
"""

import re
from collections import Counter

from evidence.read.tables.header import heading
from evidence.read.tables.lines import Line, is_data, shown

__all__ = ["with_cells_apart"]

_NUMBER = r"[<>=]?\s?[-−–+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+)\s?(?:[*†‡]{1,4})?"
_TOKEN = re.compile(rf"[(\[]\s*{_NUMBER}(?:\s*[,;–]\s*{_NUMBER})?\s*[)\]][*†‡]{{0,4}}|{_NUMBER}")
_VALUES = re.compile(rf"(?:{_TOKEN.pattern})(?:\s+(?:{_TOKEN.pattern}))+")
_ENDS = re.compile(r"(?P<words>.*[^\W\d_]\S*(?:\s.*)?)\s(?P<value>[-−–]?\d*\.\d+[*†]{0,4})")
_DECIMAL = re.compile(r"\.\d|=")
_FEWEST = 4  # rows that show what is usual
_MOST = 0.6  # of the rows: how many are as usual


def with_cells_apart(lines: list[Line]) -> list[Line]:
    """The table with what such cells swallowed in the cells behind them."""
    data = [i for i, line in enumerate(lines) if is_data(line)]
    if len(data) < _FEWEST:
        return lines
    width = len(lines[data[0]])
    counts = [Counter(_held(shown(lines[i][at]), at) for i in data if shown(lines[i][at])) for at in range(width)]
    usual = [c.most_common(1)[0] if c else (0, 0) for c in counts]
    common = [n if n and held >= _MOST * len(data) else 0 for n, held in usual]
    stubs = common[0] == 0 and counts[0][0] >= _MOST * len(data)  # words without a value
    forms = [{_form(t[0]) for i in data for t in _TOKEN.finditer(shown(lines[i][at]))} for at in range(width)]
    return [_parted(line, common, stubs, forms) if i in data else line for i, line in enumerate(lines)]


def _form(value: str) -> tuple[bool, bool, int]:
    """How a value is printed: in brackets, with a digit before the point, with so many behind it."""
    whole, _, decimals = value.strip("()[] *†‡").partition(".")
    return value[:1] in "([", any(c.isdigit() for c in whole), sum(c.isdigit() for c in decimals)


def _held(text: str, at: int) -> int:
    """How many values a cell holds; a stub has one where it ends in it."""
    if at == 0:
        return 1 if _ended(text) else 0
    return len(_TOKEN.findall(text)) if _VALUES.fullmatch(text) or _TOKEN.fullmatch(text) else 0


def _ended(text: str) -> re.Match[str] | None:
    """A name with one value behind it, which no word before it names: not `Joy: alpha .81`."""
    match = _ENDS.fullmatch(text)
    if match is None or _DECIMAL.search(match["words"]):
        return None
    return None if heading(match["words"].split()[-1].strip("(:=")).statistics else match


def _parted(line: Line, common: list[int], stubs: bool, forms: list[set[tuple[bool, bool, int]]]) -> Line:
    out = list(line)
    for at in range(len(out) - 1):
        beside = out[at + 1]
        runs_on = not beside.origin and beside.text == out[at].text  # one cell over both columns
        if not out[at].origin or not (runs_on or (beside.origin and not shown(beside))) or not common[at + 1]:
            continue
        text = out[at].text
        if at == 0:
            ended = _ended(text) if stubs else None
            cut = ended.start("value") if ended else 0
        else:
            places = [m.start() for m in _TOKEN.finditer(text)] if common[at] and _VALUES.fullmatch(text) else []
            more = len(places) - common[at]
            cut = places[common[at]] if more > 0 and more == common[at + 1] else 0
        if cut and all(_form(value[0]) in forms[at + 1] for value in _TOKEN.finditer(text, cut)):
            out[at], out[at + 1] = out[at].stretch(0, cut), out[at].stretch(cut, len(text))
    return tuple(out)
