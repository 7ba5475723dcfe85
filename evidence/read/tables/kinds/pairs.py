"""Correlations or HTMT ratios listed pair by pair: `PU <-> BI | .64`."""

from evidence.read.model import Cell
from evidence.read.partial import Findings, Found
from evidence.read.tables.cells import Number
from evidence.read.tables.stated import ends
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import Matrix, Printed

_WORDS = r"correlation|htmt|heterotrait|相关"


def _pairs(view: View) -> dict[tuple[str, str], tuple[Cell, Number]]:
    """The first number of each row that joins two names both ways."""
    columns = view.panel.of("coef", "beta") or view.panel.numbers()
    found: dict[tuple[str, str], tuple[Cell, Number]] = {}
    for row in view.panel.rows:
        claim = ends(view, row)
        numbers = row.content(columns[0].index).numbers if columns else ()
        if claim and claim.kind == "covariance" and numbers and abs(numbers[0].value) <= 1:
            pair = (named(claim.source)[0], named(claim.target)[0])
            found.setdefault(pair, (row.cells[columns[0].index], numbers[0]))
    return found


def score(view: View) -> float:
    """Rows that join two names both ways, under a caption that says what joins them."""
    rows = len(view.panel.rows)
    return weigh((1.0, rows > 0 and view.captioned(_WORDS) and len(_pairs(view)) >= 0.8 * rows))


def read(view: View) -> Findings:
    """The pairs as a triangle."""
    pairs = _pairs(view)
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
    matrix: Found[Matrix] = draft.found(
        Matrix, 0.93, names=tuple(names), lower=tuple(lower), diagonal="none", table=view.where
    )
    if view.captioned(r"htmt|heterotrait"):
        return Findings(htmt=(matrix,))
    return Findings(correlations=(matrix,))


KIND = Kind("pairs", "relations", score, read)
