"""Reliability and validity: Cronbach's alpha, composite reliability, AVE of each construct, by group and model."""

from evidence.read.model import Cell
from evidence.read.partial import Findings, Found
from evidence.read.tables.blocks import Block, blocks
from evidence.read.tables.cells import Number
from evidence.read.tables.columns import Column
from evidence.read.tables.header import is_qualifier
from evidence.read.tables.sets import column_sets, section_labels
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.read.trials import of_trial
from evidence.records import Construct

_LEAD = frozenset({"alpha", "cr", "ave", "rho_a"})
_WANTED = _LEAD | {"items", "mean_r"}


def plausible(view: View, column: Column) -> list[Number]:
    """The numbers of a column that can be a reliability; empty where the column holds something else."""
    numbers = [n for r in view.panel.rows for n in r.content(column.index).numbers]
    decimal = [n for n in numbers if n.decimals or "%" in n.text]
    if decimal:
        numbers = decimal  # a ruling line read as a digit has no decimals
    inside = [n for n in numbers if 0 < n.value <= 1 or (not decimal and 1 < n.value <= 100)]
    return inside if len(inside) >= 0.7 * len(numbers) else []


def score(view: View) -> float:
    """Columns of reliability whose numbers lie between 0 and 1."""
    lead = [c for c in view.panel.of(*_LEAD) if plausible(view, c)]
    critical = {"se", "coef", "b", "beta"} & set(view.panel.announced) and all(c.statistic == "cr" for c in lead)
    return weigh(
        (0.6, bool(lead)),
        (0.2, len({c.statistic for c in lead}) > 1),
        (0.2, view.captioned(r"reliab|valid|measurement|信度|效度|alpha|descriptive|discriminant|construct|factor")),
        (0.1, bool(view.panel.of("construct", "item", "loading"))),
        (-0.6, bool(critical)),
        (-0.8, of_trial(view.panel.caption)),
    )


def read(view: View) -> Findings:
    """The statistics of each construct."""
    sets = column_sets(view, _WANTED, _LEAD)
    trusted = {c.index: {n.text for n in plausible(view, c)} for c in view.panel.of(*_LEAD)}
    found: list[Found[Construct]] = []
    for block in blocks(view):
        for columns in sets:
            draft = Draft(view)
            for first, column in columns.columns.items():
                several = [s for s in column.statistics if s in _WANTED] if len(column.statistics) > 1 else [first]
                for name in several:
                    got = only(block, column, trusted.get(column.index), name)
                    if got:
                        draft.put(name, *got)
            if not set(draft.values) & _LEAD:
                continue
            context = section_labels(block.rows[0])
            model, group = context.get("model"), context.get("group") if not block.items else None
            for text in columns.labels:
                if is_qualifier(text) == "model":
                    model = text
                elif len(sets) > 1:
                    group = text
            name, short = named(block.name)
            found.append(draft.found(Construct, 0.97, name=name, abbreviation=short, group=group, model=model))
    return Findings(constructs=tuple(found))


def only(block: Block, column: Column, trusted: set[str] | None, name: str = "") -> tuple[Cell, Number] | None:
    """The one number of a construct in a column; None where several differ."""
    seen = [
        (row.cells[column.index], number)
        for row in block.rows
        for number in _of(row.content(column.index).numbers, column, name)
        if (trusted is None or number.text in trusted) and not number.bound and row.content(column.index).numeric
    ]
    if not seen or len({n.text for _, n in seen}) > 1:
        return None
    if block.items and len(seen) > 1 and len(seen) < len(block.rows):
        return None
    return seen[0]


def _of(numbers: tuple[Number, ...], column: Column, name: str) -> tuple[Number, ...]:
    """The number that belongs to one of the statistics a column announces: `CR / AVE` over `.87 / .55`."""
    if name in column.statistics and len(numbers) == len(column.statistics) > 1:
        return (numbers[column.statistics.index(name)],)
    return numbers


KIND = Kind("reliability and validity", "reliability", score, read)
