"""What is explained: R², adjusted R², Q² of each outcome."""

import re

from evidence.read.partial import Findings, Found
from evidence.read.tables.sets import column_sets
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import Structural

_FIELDS = frozenset({"r2", "r2_adj", "q2"})


def score(view: View) -> float:
    """A column of R² or Q² beside constructs, not beside items or paths."""
    announced = set(view.panel.announced)
    return weigh(
        (0.7, bool(announced & _FIELDS)),
        (0.2, view.captioned(r"r2|r-?squared?|explan|predictive|q2|structural|determination")),
        (-0.8, bool(announced & {"item", "loading", "relation", "from"})),
        (-0.3, bool(announced & {"alpha", "cr", "beta", "coef"})),
    )


def read(view: View) -> Findings:
    """One row per outcome."""
    found: list[Found[Structural]] = []
    for row in view.panel.rows:
        label = view.panel.stub(row)
        cited = re.search(r"\(\d{4}[a-z]?\)|\bet al\b", label) is not None  # another study's
        for columns in column_sets(view, _FIELDS, _FIELDS) if label and not cited else []:
            draft = Draft(view)
            for name, column in columns.columns.items():
                numbers = row.content(column.index).numbers
                if len(numbers) == 1 and numbers[0].value <= 1 and not numbers[0].bound:
                    draft.put(name, row.cells[column.index], numbers[0])
            if draft.values:
                group = columns.labels[0] if columns.labels else None
                found.append(draft.found(Structural, 0.94, outcome=named(label)[0], group=group))
    return Findings(structural=tuple(found))


KIND = Kind("explained variance", "explained", score, read)
