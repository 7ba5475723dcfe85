"""Collinearity of predictors: VIF and tolerance, where the table or its notes name the outcome."""

import re
from dataclasses import dataclass, field

from evidence.read.late import late
from evidence.read.located import escape
from evidence.read.model import Cell
from evidence.read.partial import Findings
from evidence.read.tables.blocks import is_code
from evidence.read.tables.cells import Number
from evidence.read.tables.columns import Row
from evidence.read.tables.stated import ends
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import Printed, Structural

_OUTCOME = late(
    r"(?:(?<!in)dependent variables?|outcome(?: variable)?|criterion(?: variable)?|\bdv|因变量)\s*"
    r"(?:[:=：]|is\b|was\b)\s*"
    r"(?P<name>[^.;,)）\n]{2,60})",
    re.IGNORECASE,
)
_CONSTANT = re.compile(r"\(?(?:constant|intercept)\)?|[(（]?常[数量]项?[)）]?", re.IGNORECASE)
_FIELDS = ("vif", "tolerance")


@dataclass
class Equation:
    """The predictors of one outcome while rows are taken."""

    draft: Draft
    vif: dict[str, Printed] = field(default_factory=dict)
    tolerance: dict[str, Printed] = field(default_factory=dict)

    def put(self, what: str, name: str, cell: Cell, number: Number) -> None:
        """Write one value of one predictor; the first one stands."""
        held: dict[str, Printed] = getattr(self, what)
        if name not in held and number.value >= (1 if what == "vif" else 0):
            held[name] = Printed(number.text)
            self.draft.note(f"{what}/{escape(name)}", cell, number)


def _label(view: View, row: Row) -> str:
    return view.panel.stub(row)


def _ends(view: View, row: Row, outcome: str | None) -> tuple[str, str] | None:
    """Predictor and outcome of a row: as it states them, else its label and what caption or notes name."""
    claim = ends(view, row)
    if claim:
        return (claim.source, claim.target) if claim.kind == "direct" else None
    label = _label(view, row)
    if outcome is None or not re.search(r"[^\W\d_]{2}", label) or _CONSTANT.fullmatch(label) or is_code(label):
        return None
    return label, outcome


def _outcome(view: View) -> str | None:
    """The one outcome that caption or notes name."""
    told = {m["name"].strip() for text in (view.panel.caption, view.panel.notes) for m in _OUTCOME.finditer(text)}
    return told.pop() if len(told) == 1 else None


def score(view: View) -> float:
    """One column of VIF, rows that are no items, and an outcome for them."""
    columns = view.panel.of("vif")
    if len(columns) != 1:
        return 0.0
    outcome = _outcome(view)
    rows = [r for r in view.panel.rows if r.content(columns[0].index).numbers]
    return weigh(
        (0.7, True),
        (0.3, bool(rows) and sum(_ends(view, r, outcome) is not None for r in rows) >= 0.6 * len(rows)),
        (-0.7, bool(view.panel.of("item", "loading", "weight")) or len(view.panel.of("tolerance")) > 1),
        (-0.5, len({r.sections for r in view.panel.rows}) > 1),  # several equations under one heading each
    )


def read(view: View) -> Findings:
    """VIF and tolerance of each predictor, by outcome."""
    outcome = _outcome(view)
    found: dict[str, Equation] = {}
    for row in view.panel.rows:
        pair = _ends(view, row, outcome)
        if pair is None:
            continue
        source, target = (named(name)[0] for name in pair)
        equation = found.setdefault(target, Equation(Draft(view)))
        for what in _FIELDS:
            for column in view.panel.of(what):
                content = row.content(column.index)
                if content.numeric and len(content.numbers) == 1 and not content.numbers[0].bound:
                    equation.put(what, source, row.cells[column.index], content.numbers[0])
    return Findings(
        structural=tuple(
            e.draft.found(Structural, 0.92, outcome=name, vif=e.vif, tolerance=e.tolerance)
            for name, e in found.items()
            if e.vif
        )
    )


KIND = Kind("collinearity", "collinearity", score, read)
