"""Correlation, Fornell-Larcker and HTMT matrices: the same constructs down and along, whatever stands beside them."""

import re
from typing import Any, Literal

from evidence.read.model import Cell
from evidence.read.partial import Findings, Found
from evidence.read.tables.cells import Number
from evidence.read.tables.sets import section_labels
from evidence.read.tables.squares import Part, Square, below, squares_of
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import Construct, Matrix, Printed


def score(view: View) -> float:
    """The same names down and along, and numbers that are correlations."""
    squares = squares_of(view)
    if not squares:
        return 0.0
    off = [n.value for s in squares for (i, j), (_, n) in s.cells.items() if i != j]
    within = bool(off) and sum(abs(v) <= 1 for v in off) >= 0.95 * len(off)
    return weigh(
        (0.6, within and len(off) >= len(squares[0].names) - 1),
        (0.3, view.says(r"correlat|discriminant|fornell|htmt|heterotrait|相关|区别效度|ave")),
        (0.2, all(_triangular(s) for s in squares)),
        (-0.6, view.captioned(r"regress|\bols\b") and not view.captioned(r"correlat|matrix|descriptive")),
        (-0.6, view.captioned(r"path coefficient|total effect|direct effect|\bf2\b|effect size|vif|cross.?loading")),
    )


def _triangular(square: Square) -> bool:
    lower = any(i > j for i, j in square.cells)
    upper = any(i < j for i, j in square.cells)
    return lower != upper


def read(view: View) -> Findings:
    """The matrix of each group, its diagonal, and the statistics of constructs under it."""
    correlations: list[Found[Matrix]] = []
    htmt: list[Found[Matrix]] = []
    constructs: list[Found[Construct]] = []
    for square in squares_of(view):
        lower, upper = _halves(square)
        diagonal = _diagonal(view, square)
        below, above = _meaning(view, lower, upper)
        over = (*square.rows[-1].sections, *view.panel.columns[0].words)
        if any(re.search(r"htmt|heterotrait", s, re.IGNORECASE) for s in over):
            below, above = ("htmt" if lower else None), ("htmt" if upper else None)
        correlated = False
        whose = (view.legend.below_for, view.legend.above_for)
        apart = all(whose) and whose[0] != whose[1]
        for part, what, group in ((lower, below, whose[0]), (upper, above, whose[1])):
            if what == "correlation" and (apart or not correlated):
                correlations.append(_matrix(view, square, part, diagonal, group if apart else None))
                correlated = True
            elif what == "htmt":
                htmt.append(_matrix(view, square, part, "none"))
        constructs += [*_beside(view, square, diagonal), *_under(view, square)]
    meanings = dict(view.legend.meanings)
    return Findings(
        correlations=tuple(correlations), htmt=tuple(htmt), constructs=tuple(constructs), abbreviations=meanings
    )


def _halves(square: Square) -> tuple[Part, Part]:
    lower = {(i, j): v for (i, j), v in square.cells.items() if i > j}
    upper = {(j, i): v for (i, j), v in square.cells.items() if i < j}
    rules = {n.text for _, n in upper.values()}
    if rules == {"1"} or (rules <= {"1", "0"} and len(upper) > 1):
        upper = {}  # ruling lines read as digits
    if {n.text for _, n in lower.values()} <= {"1", "0"} and len(lower) > 1:
        lower = {}
    return lower, upper


def _meaning(view: View, lower: Part, upper: Part) -> tuple[str | None, str | None]:
    """What stands below and above the diagonal: as the notes say, as arithmetic shows, else correlations below."""
    legend = view.square_legend
    other_too = view.captioned(r"fornell|(?<!ratio of )(?<!ratios of )(?<!ratio of the )(?<!ratios of the )correlation")
    usual = "htmt" if view.captioned(r"htmt|heterotrait") and not other_too else "correlation"
    if usual == "correlation" and _ratios_told(view, lower, upper):
        usual = "htmt"
    if not upper:
        return (usual if legend.below in (None, "correlation", "htmt") else legend.below), None
    if not lower:
        return None, (usual if legend.above in (None, "correlation", "htmt") else legend.above)
    if legend.above or legend.below:
        other = dict.fromkeys(("squared", "htmt", "covariance", "partial", "p"), "correlation")
        below = legend.below or other.get(str(legend.above))
        above = legend.above or other.get(str(legend.below))
        if legend.below_for and legend.above_for:  # two samples, each in its half
            below, above = below or above, above or below
        return below, above
    shared = set(lower) & set(upper)
    pairs = [(lower[k][1].value, upper[k][1].value) for k in shared]
    if pairs and all(abs(a - b) < 0.0051 for a, b in pairs):
        return usual, None
    if pairs and all(abs(a * a - b) < 0.012 for a, b in pairs):
        return usual, "squared"
    if pairs and all(abs(b * b - a) < 0.012 for a, b in pairs):
        return "squared", usual
    if legend.below_for and legend.above_for:
        return usual, usual
    return (usual, None) if view.says(r"below|lower") else (None, None)


def _ratios_told(view: View, lower: Part, upper: Part) -> bool:
    """Whether a half square of discriminant validity is what the running text calls HTMT, and nothing else."""
    bare = view.captioned(r"discriminant") and not view.captioned(r"fornell|correlation|\bave\b")
    if not bare or (lower and upper) or any(n.value < 0 for _, n in (lower or upper).values()):
        return False
    return view.told(r"htmt|heterotrait") and not view.told(r"fornell|correlation|square root|\bave\b")


def _diagonal(view: View, square: Square) -> Literal["one", "sqrt_ave", "ave", "none"]:
    values = [square.cells[i, i][1] for i in range(len(square.names)) if (i, i) in square.cells]
    if len(values) < len(square.names) - 1:
        return "none"
    if all(n.value == 1 for n in values):
        return "one"
    if view.square_legend.diagonal in ("sqrt_ave", "ave"):
        return "sqrt_ave" if view.square_legend.diagonal == "sqrt_ave" else "ave"
    averages = view.panel.of("ave")
    if averages and len(values) == len(square.names):
        printed = [r.content(averages[0].index).numbers for r in square.rows]
        pairs = [(a[0].value, d.value) for a, d in zip(printed, values, strict=False) if a]
        roots = sum(abs(a**0.5 - d) < 0.011 for a, d in pairs)
        if pairs and roots >= 0.8 * len(pairs):
            return "sqrt_ave"
        if pairs and sum(abs(a - d) < 0.006 for a, d in pairs) >= 0.8 * len(pairs):
            return "ave"
    return "sqrt_ave" if view.says(r"fornell|square root|discriminant|sqrt|区别效度") else "none"


def _matrix(view: View, square: Square, part: Part, diagonal: Any, group: str | None = None) -> Found[Matrix]:
    draft = Draft(view)
    size = len(square.names)
    lower: list[tuple[Printed | None, ...]] = []
    for i in range(size):
        line: list[Printed | None] = []
        for j in range(i + 1 if diagonal != "none" else i):
            found = square.cells.get((i, i)) if i == j else part.get((i, j))
            if found is None or Printed(found[1].text).parsed is None or abs(found[1].value) > 1.0001:
                line.append(None)
                continue
            draft.note(f"lower/{i}/{j}", *found)
            line.append(Printed(found[1].text))
        lower.append(tuple(line))
    context = section_labels(square.rows[-1])
    names = tuple(named(n)[0] for n in square.names)
    return draft.found(
        Matrix, 0.96, names=names, lower=tuple(lower), diagonal=diagonal, table=view.where, stars=_stars(lower, part),
        group=group or _group(context.get("group")), model=context.get("model"),
    )  # fmt: skip


def _stars(lower: list[tuple[Printed | None, ...]], part: Part) -> tuple[tuple[str | None, ...], ...]:
    """The stars behind each correlation, where the table has any."""
    marks = tuple(
        tuple(part[i, j][1].stars if r and (i, j) in part else None for j, r in enumerate(line))
        for i, line in enumerate(lower)
    )
    return marks if any("*" in (s or "") for line in marks for s in line) else ()


_SORT_OF_TABLE = re.compile(r"fornell|larcker|htmt|heterotrait|correlation|criterion", re.IGNORECASE)


def _group(text: str | None) -> str | None:
    """The heading above a square, unless it names the sort of table."""
    return None if text and _SORT_OF_TABLE.search(text) else text


def _reliability_on(view: View, square: Square) -> str:
    """Alpha or CR on the diagonal: by the notes, or where they speak of it and only the diagonal is in brackets."""
    said = view.square_legend.diagonal
    if said is not None:
        return said if said in ("alpha", "cr") else ""
    inside = [_bracketed(*v) for (i, j), v in square.cells.items() if i == j and v[1].text not in _ONES]
    beside = [_bracketed(*v) for (i, j), v in square.cells.items() if i != j]
    if len(inside) < max(2, len(square.names) // 2) or not all(inside) or any(beside):
        return ""  # age and gender have none
    if view.legend.in_brackets:
        return view.legend.in_brackets if view.legend.in_brackets in ("alpha", "cr") else ""
    if view.says(r"composite reliabilit|construct reliabilit"):
        return "cr"
    return "alpha" if view.says(r"cronbach|\balphas?\b|α|reliabilit|internal consistenc|信度") else ""


_ONES = ("1", "1.0", "1.00", "1.000")  # what age and gender correlate with themselves
_IN_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]*)(?=[)）\]])")


def _bracketed(cell: Cell, number: Number) -> bool:
    return any(inside.strip() == number.text for inside in _IN_BRACKETS.findall(cell.text))


def _beside(view: View, square: Square, diagonal: str) -> list[Found[Construct]]:
    """AVE or alpha on the diagonal; statistics beside the square are read by the kinds that know them."""
    what = "ave" if diagonal == "ave" else _reliability_on(view, square)
    if not what or view.panel.of(what):
        return []
    out = []
    for i, name in enumerate(square.names):
        if (i, i) in square.cells:
            draft = Draft(view)
            if not 0 < square.cells[i, i][1].value < 1:
                continue
            draft.put(what, *square.cells[i, i])
            long, short = named(name)
            out.append(draft.found(Construct, 0.93, name=long, abbreviation=short))
    return out


def _under(view: View, square: Square) -> list[Found[Construct]]:
    """Reliability printed as rows under the columns of the matrix."""
    wanted = {"alpha", "cr", "ave", "rho_a"}
    rows = [(below(view, r), r) for r in view.panel.rows]
    rows = [(s, r) for s, r in rows if s in wanted]
    out = []
    for place, column in zip(square.places, square.columns, strict=True):
        if place is None or not rows:
            continue
        name = square.names[place]
        draft = Draft(view)
        for what, row in rows:
            numbers = row.content(column.index).numbers
            if len(numbers) == 1 and 0 < numbers[0].value <= 1:
                draft.put(str(what), row.cells[column.index], numbers[0])
        if draft.values:
            long, short = named(name)
            out.append(draft.found(Construct, 0.93, name=long, abbreviation=short))
    return out


KIND = Kind("correlations", "square", score, read)
