"""Correlations of variables down the side with a few others along the top: `Correlations with loyalty`."""

import re

from evidence.read.partial import Findings
from evidence.read.tables.columns import Column
from evidence.read.tables.outcomes import label_of
from evidence.read.tables.squares import squares_of
from evidence.read.tables.triangle import Pairs, triangle
from evidence.read.tables.view import Kind, View, named, weigh

_WORDS = r"correlat|相关"
_NO_NAME = re.compile(r"\W")


def _criteria(view: View) -> list[Column]:
    """The columns of correlations: headed by a construct that caption, hypotheses or an earlier matrix know."""
    stated = [name for h in view.hypotheses for name in (h.from_, h.to) if name]
    known = {_folded(name) for name in (*stated, *view.variables)}
    caption = _folded(view.panel.caption)
    named_so = [c for c in view.panel.numbers() if c.words and not c.statistics]
    return [c for c in named_so if (name := _folded(c.words[-1])) and (name in known or name in caption)]


def _folded(name: str) -> str:
    return _NO_NAME.sub("", name).lower()


def _pairs(view: View) -> Pairs:
    found: Pairs = {}
    criteria = _criteria(view)
    for row in view.panel.rows if criteria else ():
        label = named(label_of(view, row))[0]
        for column in criteria:
            numbers = row.content(column.index).numbers
            if label and len(numbers) == 1 and not numbers[0].bound:
                found.setdefault((named(column.words[-1])[0], label), (row.cells[column.index], numbers[0]))
    return found


def score(view: View) -> float:
    """Under a caption of correlations, columns headed by constructs that no row has, and correlations in them."""
    if not view.captioned(_WORDS) or view.captioned(r"htmt|heterotrait|partial") or squares_of(view):
        return 0.0
    pairs = _pairs(view)
    along, down = {a for a, _ in pairs}, {b for _, b in pairs}
    within = all(abs(number.value) <= 1 for _, number in pairs.values())
    return weigh((0.8, len(pairs) > 1 and within and not along & down))


def read(view: View) -> Findings:
    """The pairs as a triangle, without what those on one side have with one another."""
    return Findings(correlations=(triangle(view, _pairs(view)),))


KIND = Kind("correlations with criteria", "square", score, read)
