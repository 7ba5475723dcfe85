"""What conversion does to a printed table, undone before it is read: look-alike letters, headings and cells in one."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from evidence.read.model import Cell
from evidence.read.tables.cells import content
from evidence.read.tables.glyphs import latin
from evidence.read.tables.header import heading, statistic
from evidence.read.tables.lines import Line, is_data, shown

__all__ = ["mended"]

_RUN = 3  # numbers in one cell that no table prints so
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_TOKEN = re.compile(r"[\w&.\-]+")
_CODE = re.compile(r"(?P<letters>[A-Za-z]{1,8})(?P<mark>[_.\-]?)(?P<number>[\dlIO|]{1,2})(?=$|[\s:.)])")
_DOTTED = re.compile(r"(?P<above>.*[\w)%])\s?\.\s?(?P<below>[^\s.][^.]{0,30}\.?)")
_TWO = re.compile(r"[^/|]*\d[^/|]*[/|][^/|]*\d[^/|]*")
_PAIR = re.compile(r"(?P<first>[^\d/|]{2,30}?)\s*[/|]\s*(?P<second>[^\d/|]{2,30})")


def mended(lines: list[Line]) -> list[Line]:
    """The rows of a table as they were printed."""
    return _slashed(_dotted(_codes(_one_alphabet(_unfused(lines)))))


def _unfused(lines: list[Line]) -> list[Line]:
    """Without the columns that several columns ran together in: which number is whose cannot be told."""
    if not any(len(content(c.text).numbers) >= _RUN for line in lines for c in line[1:]):
        return lines
    body = [line for line in lines if is_data(line)]
    fused = [
        at
        for at in range(1, len(lines[0]) if body else 0)
        if 2 * sum(_run_together(line[at].text) for line in body) > sum(bool(line[at].text) for line in body)
    ]
    return (
        [tuple(replace(c, text="") if i in fused else c for i, c in enumerate(line)) for line in lines]
        if fused
        else lines
    )


def _run_together(text: str) -> bool:
    found = content(text)
    if len(found.numbers) < _RUN:
        return False
    plain = [n for n in found.numbers if n.decimals and not n.bracket and not n.name]
    return found.numeric and len(plain) >= _RUN and not re.search(r"[/;,±\[(–~]", text)


def _one_alphabet(lines: list[Line]) -> list[Line]:
    """Letters that print like Latin ones as these, in a word that mixes both or that the table also has in Latin.

    Every letter keeps its place, so that the places of the cells stand.
    """
    if not any(not c.text.isascii() and _FOREIGN.search(c.text) for line in lines for c in line):
        return lines
    words = {w for line in lines for c in line for w in _TOKEN.findall(c.text) if w.isascii()}

    def one(match: re.Match[str]) -> str:
        word, plain = match[0], latin(match[0])
        mixed = re.search(r"[A-Za-z]|\d", word) is not None and len(word) > 1
        return plain if plain.isascii() and (plain in words or mixed) else word

    return [
        tuple(replace(c, text=_TOKEN.sub(one, c.text)) if _FOREIGN.search(c.text) else c for c in line)
        for line in lines
    ]


_CODELIKE = re.compile(r"[A-Za-z0-9|_.\-]{2,10}(?=$|[\s:.)])")
_ALIKE = re.compile(r"[lIO01|]")


def _codes(lines: list[Line]) -> list[Line]:
    """Codes of items with letters read for digits or for one another, told by their neighbours: `NIl`, `lNT2`."""
    for at in range(min(3, len(lines[0]) if lines else 0)):
        found = [(i, m) for i, line in enumerate(lines) if (m := _CODE.match(line[at].text))]
        counted = Counter(m["letters"] for _, m in found if m["number"].isdigit())
        if sum(counted.values()) < 3:
            continue
        series: dict[str, str] = {}  # of two spellings that look alike the one printed more often
        for letters, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0].translate(_CAPITAL) != pair[0])):
            series.setdefault(letters.translate(_CAPITAL), letters)
        last = {
            printed: max(int(m["number"]) for _, m in found if m["letters"] == printed and m["number"].isdigit())
            for printed in series.values()
        }
        taken = {m["letters"] + m["number"] for _, m in found}
        for i, line in enumerate(lines):
            whole = _CODELIKE.match(line[at].text)
            if not whole or not _ALIKE.search(whole[0]):
                continue
            meant = _meant(whole[0], last)
            if meant and meant != whole[0] and meant not in taken:
                taken.add(meant)
                cell = replace(line[at], text=meant + line[at].text[len(meant) :])
                lines = [*lines[:i], (*line[:at], cell, *line[at + 1 :]), *lines[i + 1 :]]
                line = lines[i]
    return lines


def _meant(code: str, last: dict[str, int]) -> str | None:
    """The code of a known series, or the next one of it, that a scan turned into this one."""
    for letters, most in last.items():
        head, number = code[: len(letters)], code[len(letters) :].lstrip("_.-")
        mark = code[len(letters) : len(code) - len(number)]
        alike = head.translate(_CAPITAL) == letters.translate(_CAPITAL)
        digits = number.translate(_DIGIT)
        if alike and digits.isdigit() and 1 <= int(digits) <= most + 1:
            return letters + mark + digits
    return None


_CAPITAL = str.maketrans({"l": "I", "1": "I", "|": "I", "0": "O"})
_DIGIT = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0"})


def _dotted(lines: list[Line]) -> list[Line]:
    """Two headings joined by a point (`Women (n = 90).SE`), as converters write a heading over several columns."""
    for at, line in enumerate(lines[:3]):
        found = [(_DOTTED.fullmatch(shown(c)) if "." in c.text else None) for c in line]
        if sum(m is not None for m in found) < 2:
            continue
        parts = [m for m in found if m and heading(m["below"]).statistics and not heading(m[0]).statistics]
        above = Counter(m["above"] for m in parts)
        if len(parts) < 2 or max(above.values()) < 2:
            continue
        top = tuple(
            replace(c, text=m["above"]) if m in parts and m else replace(c, text="")
            for c, m in zip(line, found, strict=True)
        )
        low = tuple(replace(c, text=m["below"]) if m in parts and m else c for c, m in zip(line, found, strict=True))
        return [*lines[:at], top, low, *lines[at + 1 :]]
    return lines


def _slashed(lines: list[Line]) -> list[Line]:
    """Two groups in one column (`AVE Boys / Girls` over `.61 / .58`), each in a column of its own."""
    head = next((i for i, line in enumerate(lines) if is_data(line)), 0)
    if not head or len(lines) - head < 2:
        return lines
    if not any("/" in c.text or "|" in c.text for line in lines[head:] for c in line):
        return lines
    cuts: dict[int, tuple[str, str, str]] = {}
    for at in range(1, len(lines[0])):
        title = " ".join(dict.fromkeys(shown(line[at]) for line in lines[:head] if shown(line[at])))
        body = [line[at].text for line in lines[head:] if line[at].text.strip()]
        pairs = sum(bool(_TWO.fullmatch(t)) and len(content(t).numbers) == 2 for t in body)
        named = _groups(title) if body and pairs == len(body) else None
        if named:
            cuts[at] = named
    if not cuts or len({(a, b) for _, a, b in cuts.values()}) != 1:
        return lines
    out: list[Line] = []
    for i, line in enumerate(lines):
        if 0 < i < head:
            continue  # all headings stand in two lines now
        if i == 0:
            first = [
                " ".join(dict.fromkeys(shown(x[at]) for x in lines[:head] if shown(x[at]))) for at in range(len(line))
            ]
            out.append(
                tuple(c for at, t in enumerate(first) for c in ([_head(cuts[at][0])] * 2 if at in cuts else [_head(t)]))
            )
            out.append(
                tuple(
                    c
                    for at in range(len(line))
                    for c in (map(_head, cuts[at][1:]) if at in cuts else [Cell(header=True)])
                )
            )
            continue
        out.append(tuple(c for at, cell in enumerate(line) for c in (_halves(cell) if at in cuts else [cell])))
    return out


def _groups(title: str) -> tuple[str, str, str] | None:
    """The statistic of a heading and the two groups named behind it, or in brackets."""
    words = title.replace("(", " ").replace(")", " ").split()
    for cut in range(len(words) - 1, 0, -1):
        what, rest = " ".join(words[:cut]), " ".join(words[cut:])
        match = _PAIR.fullmatch(rest)
        if match and statistic(what) and not statistic(match["first"]) and not statistic(match["second"]):
            return what, match["first"].strip(), match["second"].strip()
    return None


def _head(text: str) -> Cell:
    return Cell(text, header=True)


def _halves(cell: Cell) -> list[Cell]:
    cut = next((m.start() for m in re.finditer(r"[/|]", cell.text)), None)
    if cut is None:
        return [cell, replace(cell, text="", span=None)]
    halves = []
    for a, b in pairwise((0, cut, len(cell.text))):
        raw = cell.text[a:b]
        text = raw.strip(" /|")
        left = a + raw.index(text) if text else a
        exact = cell.span is not None and cell.span[1] - cell.span[0] == len(cell.text)
        span = (cell.span[0] + left, cell.span[0] + left + len(text)) if exact and cell.span else cell.span
        halves.append(replace(cell, text=text, span=span))
    return halves
