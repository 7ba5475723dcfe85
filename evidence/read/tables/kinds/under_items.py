"""Reliability in rows under the items of each construct: `Trust`, its items with loadings, `Cronbach's alpha | .88`."""

from evidence.read.partial import Findings, Found
from evidence.read.tables.columns import Column
from evidence.read.tables.header import is_qualifier
from evidence.read.tables.listed import whole_of
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import Construct


def _columns(view: View) -> list[Column]:
    """The columns that hold them: of each sample, or the one of loadings or values."""
    plain = [c for c in view.panel.numbers() if not c.threshold and not c.statistics]
    named_so = [c for c in view.panel.of("loading", "coef", "beta") if c.kind == "number"]
    return plain if not named_so else named_so if len(named_so) == 1 or all(c.qualifiers for c in named_so) else []


def score(view: View) -> float:
    """Two rows at least, of two constructs, with numbers that can be a reliability."""
    told = [(whole_of(view, r), r) for r in view.panel.rows]
    rows = [(what, r) for what, r in told if what]
    columns = _columns(view)
    numbers = [n for _, r in rows for c in columns for n in r.content(c.index).numbers]
    return weigh(
        (0.7, len({what[0] for what, _ in rows}) >= 2 and bool(numbers)),
        (-1.0, lambda: not all(0 < n.value <= 1 and not n.bound for n in numbers)),
        (-1.0, len(columns) > 1 and not all(c.words for c in columns)),
        (-1.0, bool(view.panel.of("alpha", "cr", "ave"))),
    )


def read(view: View) -> Findings:
    """The statistics of each construct, for each sample along the top."""
    columns = _columns(view)
    found: dict[tuple[str, int], Draft] = {}
    for row in view.panel.rows:
        told = whole_of(view, row)
        for column in columns if told else ():
            numbers = row.content(column.index).numbers
            if told and len(numbers) == 1:
                draft = found.setdefault((told[0], column.index), Draft(view))
                draft.put(told[1], row.cells[column.index], numbers[0])
    return Findings(constructs=tuple(_construct(columns, name, at, d) for (name, at), d in found.items()))


def _construct(columns: list[Column], name: str, at: int, draft: Draft) -> Found[Construct]:
    top = next(c for c in columns if c.index == at)
    label = next(iter(top.qualifiers or top.words), None) if len(columns) > 1 else None
    model = label if label and is_qualifier(label) == "model" else None
    long, short = named(name)
    return draft.found(Construct, 0.95, name=long, abbreviation=short, model=model, group=None if model else label)


KIND = Kind("reliability under items", "under items", score, read)
