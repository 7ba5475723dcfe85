"""Correlations or HTMT ratios listed pair by pair: `PU <-> BI | .64`."""

from evidence.read.partial import Findings
from evidence.read.tables.stated import ends
from evidence.read.tables.triangle import Pairs, triangle
from evidence.read.tables.view import Kind, View, named, weigh

_WORDS = r"correlation|htmt|heterotrait|相关"


def _pairs(view: View) -> Pairs:
    """The first number of each row that joins two names both ways."""
    columns = view.panel.of("coef", "beta") or view.panel.numbers()
    found: Pairs = {}
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
    matrix = triangle(view, _pairs(view))
    if view.captioned(r"htmt|heterotrait"):
        return Findings(htmt=(matrix,))
    return Findings(correlations=(matrix,))


KIND = Kind("pairs", "relations", score, read)
