"""The triangle that pairs of names and numbers make, wherever a table printed them."""

from evidence.read.model import Cell
from evidence.read.partial import Found
from evidence.read.tables.cells import Number
from evidence.read.tables.view import Draft, View
from evidence.records import Matrix, Printed

__all__ = ["Pairs", "triangle"]

Pairs = dict[tuple[str, str], tuple[Cell, Number]]


def triangle(view: View, pairs: Pairs) -> Found[Matrix]:
    """The pairs as a lower triangle; what no pair tells stays empty."""
    names: list[str] = []
    for pair in pairs:
        names += [name for name in pair if name not in names]
    draft = Draft(view)
    lower: list[tuple[Printed | None, ...]] = []
    for i, a in enumerate(names):
        line: list[Printed | None] = []
        for j, b in enumerate(names[:i]):
            place = pairs.get((a, b)) or pairs.get((b, a))
            if place:
                draft.note(f"lower/{i}/{j}", *place)
            line.append(Printed(place[1].text) if place else None)
        lower.append(tuple(line))
    return draft.found(Matrix, 0.93, names=tuple(names), lower=tuple(lower), diagonal="none", table=view.where)
