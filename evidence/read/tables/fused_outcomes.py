"""Headings of equations that ran into the label below them: `Mediator variable model Gender`, `Outcome: Joy Salt`."""

import re
from collections.abc import Collection
from dataclasses import replace

from evidence.read.tables.columns import Row
from evidence.read.tables.outcomes import label_of
from evidence.read.tables.view import View

__all__ = ["unfused"]

_MODEL = re.compile(
    r"^(?P<heading>.{4,60}?\b(?:model|equation|variables?|outcome)(?: \d)?)\s+(?P<name>[A-Z][\w ×*&\-]{1,50})$"
)
_OUTCOME = re.compile(
    r"(?P<heading>(?:outcome|dependent variable|criterion|DV)(?: variable)?\s*[:=])\s*(?P<rest>.+)", re.IGNORECASE
)


def unfused(view: View) -> View:
    """The view with such headings above their rows again."""
    known = view.labels | {v.lower() for v in view.variables}
    rows: list[Row] = []
    heading: str | None = None
    for row in view.panel.rows:
        if parts := _parts(label_of(view, row), known):
            heading, name = parts
            at = next(c.index for c in view.panel.columns if c.kind == "text" and row.text(c.index))
            cells = list(row.cells)
            cells[at] = replace(cells[at], text=name)
            row = replace(row, cells=tuple(cells))
        rows.append(replace(row, sections=(*row.sections, heading)) if heading else row)
    return replace(view, panel=replace(view.panel, rows=tuple(rows)))


def _parts(label: str, known: Collection[str]) -> tuple[str, str] | None:
    """A heading and the name behind it; of an outcome one that the paper names elsewhere."""
    if told := _OUTCOME.fullmatch(label):
        words = told["rest"].split(" ")
        for cut in range(len(words) - 1, 0, -1):
            outcome, name = " ".join(words[:cut]), " ".join(words[cut:])
            if outcome.lower() in known and name[:1].isupper():
                return f"{told['heading']} {outcome}", name
        return None
    match = _MODEL.match(label)
    return (match["heading"], match["name"]) if match else None
