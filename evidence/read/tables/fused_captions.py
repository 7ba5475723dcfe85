"""A caption that ran into the heading of the stub, beside headings of its own for each other column."""

import re
from dataclasses import replace

from evidence.read.late import late
from evidence.read.model import Cell
from evidence.read.tables.header import statistic
from evidence.read.tables.lines import Line, shown

__all__ = ["CAPTION", "uncaptioned"]

CAPTION = re.compile(r"^(?:table|tab\.|表)\s*(?:[A-Z]?\d+|[IVX]+)\b[.:]?", re.IGNORECASE)
# What the stub of a table is called, behind a caption that ran into it.
_STUB = late(
    r"(?<=[\w.)] )(?:(?:latent |dependent |independent |observed )?(?:variables?|constructs?|factors?|dimensions?"
    r"|scales?)|paths?|hypothes[ie]s|items?|indicators?|models?|relation(?:ship)?s?|predictors?|measures?|effects?)$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r".*[.。]\s+(?P<stub>\S+(?:\s\S+){0,3})$")
_OF_ONE = re.compile(r"study|sample|time|wave|group|model|experiment|survey|part|phase|table|factor", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]?")


def uncaptioned(lines: list[Line]) -> tuple[list[Line], str]:
    """The lines of a table without the caption in its first heading, and the caption."""
    first, *others = lines[0]
    named = [c for c in others if shown(c) and c.text != first.text]
    if not CAPTION.match(shown(first)) or len(named) * 3 < len(others) * 2 or not first.origin:
        return lines, ""
    lost = next((n for n, c in enumerate(reversed(others)) if shown(c)), 0)  # columns at the end without a heading
    words = shown(first).split()
    numbered = len(words) > lost and _OF_ONE.fullmatch(words[-lost - 1])  # `Correlations in Study 1`
    if (
        0 < lost < len(words) and not numbered and _head_columns(words[-lost:], others)
    ):  # theirs ran into the caption too
        own = tuple(replace(first, text=w, span=None) for w in words[-lost:])
        return [(_stub_cell(first, " ".join(words[:-lost])), *own, *others[:-lost]), *lines[1:]], shown(first)
    return [(_stub_cell(first, shown(first)), *others), *lines[1:]], shown(first)


def _head_columns(words: list[str], others: list[Cell]) -> bool:
    """Whether the last words of a caption are statistics, or number the column before the second."""
    after = _NUMBER.fullmatch(shown(others[0]))
    number = _NUMBER.fullmatch(words[-1])
    counts = number and len(words) == 1 and after and int(number[1]) + 1 == int(after[1])
    return bool(counts) or all(statistic(w) not in (None, "item", "construct") for w in words)


def _stub_cell(first: Cell, text: str) -> Cell:
    label = CAPTION.match(text)
    sentence = _SENTENCE.match(text, label.end() if label else 0)
    stub = _STUB.search(text)
    return replace(first, text=sentence["stub"] if sentence else stub[0] if stub else "", span=None)
