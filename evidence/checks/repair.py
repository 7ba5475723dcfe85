"""One cause, one finding: which printed cell, changed by one slip, would clear all findings that share it (rule R6).

For each cell of a group of findings: which originals satisfy every relation the cell takes part in, those that hold
now included? A cell is the likelier culprit the larger the share of such originals that one slip turns into what is
printed: the sum over feasible originals x of P(slip turns x into the printed text), divided by the number of feasible
values. A cell pinned down by the others (few feasible values, one of them a slip away) comes before a loose one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from math import floor
from typing import Any, NamedTuple

from evidence.checks.interval import Interval, hull
from evidence.checks.model import LOUD, Candidate, Conflict, Relation
from evidence.checks.sheet import Cell
from evidence.checks.slips import ARBITRARY, COPIED, Slip, slips, words

__all__ = ["Blame", "blame"]

_MOST_CELLS = 40  # larger groups are ranked by how many findings a cell is in
_SHOWN = 5  # candidate values per cell, and cells with candidates
_FAR = 512  # feasible values are counted up to this many on each side


class Blame(NamedTuple):
    """The cells of a group of findings, likeliest wrong one first."""

    cells: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    group: int


class Suspect(NamedTuple):
    """A cell of a group: how many of the findings its change cannot clear, and how likely a slip in it is."""

    cell: Cell
    left: int
    score: float
    candidates: tuple[Slip, ...]


def blame(broken: list[tuple[Relation, Conflict]], tried: list[Relation]) -> list[Blame]:
    """For each broken relation the cells of its group, likeliest wrong one first, with what they may have said."""
    loud = [i for i, (_, c) in enumerate(broken) if c.level in LOUD]
    found = [Blame(tuple(dict.fromkeys(c.at for c in r.cells)), (), 0) for r, _ in broken]
    if not loud:
        return found
    index: dict[str, list[Relation]] = {}
    for relation in tried:
        for at in {c.at for c in relation.cells}:
            index.setdefault(at, []).append(relation)
    around = Neighbours(tried)
    failing = {id(broken[i][0]) for i in loud}
    for number, group in enumerate(_groups([broken[i][0] for i in loud]), 1):
        members = [broken[loud[i]][0] for i in group]
        ranked = _rank(members, index, around, failing)
        cells = tuple(s.cell.at for s in ranked)
        candidates = tuple(
            Candidate(s.cell.at, s.cell.text, slip.text, slip.kind)
            for s in ranked[:_SHOWN]
            for slip in s.candidates[:_SHOWN]
        )
        for i in group:
            found[loud[i]] = Blame(cells, candidates, number)
    return found


def _groups(relations: list[Relation]) -> list[list[int]]:
    """Indices of relations that share cells, directly or through others."""
    owner: dict[str, int] = {}
    parent = list(range(len(relations)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i] = parent[parent[i]]
        return i

    for i, relation in enumerate(relations):
        for cell in relation.cells:
            parent[root(i)] = root(owner.setdefault(cell.at, i))
    groups: dict[int, list[int]] = {}
    for i in range(len(relations)):
        groups.setdefault(root(i), []).append(i)
    return list(groups.values())


class Neighbours:
    """The cells of a report by place: which stand beside a cell, and how many decimals they have."""

    def __init__(self, tried: Iterable[Relation]) -> None:
        self.cells = {c.at: c for r in tried for c in r.cells}
        self.rows: dict[str, list[Cell]] = {}
        for at, cell in self.cells.items():
            self.rows.setdefault(at.rpartition("/")[0], []).append(cell)

    def beside(self, at: str) -> list[Cell]:
        """The same entry of the rows above and below, and the cells left and right in a triangle."""
        found = []
        for match in re.finditer(r"/(\d+)(?=/|$)", at):
            for step in (-1, 1):
                place = f"{at[: match.start(1)]}{int(match[1]) + step}{at[match.end(1) :]}"
                if place in self.cells:
                    found.append(self.cells[place])
        return found

    def decimals(self, cell: Cell) -> int:
        """As many as the cells beside it have, else those of its row."""
        peers = self.beside(cell.at) or self.rows.get(cell.at.rpartition("/")[0], [])
        return max(_decimals(c.text) for c in [cell, *(p for p in peers if p.kind == cell.kind)])

    def copied(self, cell: Cell) -> bool:
        return any(c.text == cell.text for c in self.beside(cell.at))


def _decimals(text: str) -> int:
    return len(re.sub(r"\D", "", text.partition(".")[2]))


def _rank(
    members: list[Relation], index: dict[str, list[Relation]], around: Neighbours, failing: set[int]
) -> list[Suspect]:
    counts = Counter(at for r in members for at in {c.at for c in r.cells})
    cells = {c.at: c for r in members for c in r.cells}
    most = max(counts.values())
    suspects = []
    ordered = sorted(cells.values(), key=lambda c: (-counts[c.at], c.at))
    for place, cell in enumerate(ordered):
        left = len(members) - counts[cell.at]
        if place >= _MOST_CELLS or counts[cell.at] < most:
            suspects.append(Suspect(cell, left, 0.0, ()))
        else:
            suspects.append(_suspect(cell, left, index[cell.at], around, failing))
    return sorted(suspects, key=lambda s: (s.left, -s.score, -counts[s.cell.at]))


def _suspect(cell: Cell, left: int, relations: list[Relation], around: Neighbours, failing: set[int]) -> Suspect:
    ordered = sorted(relations, key=lambda r: id(r) not in failing)  # those that fail now decide soonest

    def feasible(value: Any) -> bool:
        return all(_holds(r, cell, value) for r in ordered)

    if cell.kind == "word":
        options = [s for s in words(cell.text) if feasible(s.text)]
        score = sum(s.weight for s in options) / max(len(options), 1)
        return Suspect(cell, left, score, tuple(options))
    options = _feasible_slips(cell, around.decimals(cell), feasible)
    copied = COPIED if around.copied(cell) else 0.0
    if not options:
        anything = feasible(_anything(cell))
        return Suspect(cell, left, (copied or ARBITRARY / 100) if anything else 0.0, ())
    best = max(options, key=lambda s: s.weight)
    values = _count_feasible(cell, best.text, around.decimals(cell), feasible)
    total = sum(s.weight for s in options) / max(values, len(options))
    return Suspect(cell, left, total + copied + ARBITRARY / values, tuple(sorted(options, key=lambda s: -s.weight)))


def _anything(cell: Cell) -> Interval:
    """All that could stand in the place of a cell: if even this fails, the mistake is elsewhere."""
    if cell.kind in ("p", "percent"):
        return Interval(0.0, 1.0)
    size = 100 * max(abs(cell.reading.lo), abs(cell.reading.hi), 1.0)
    return Interval(1.0 if cell.kind == "count" else -size, size)


def _feasible_slips(cell: Cell, decimals: int, feasible: Callable[[Any], bool]) -> list[Slip]:
    """Slips whose original satisfies every relation; kinds whose hull fails are passed over as a whole."""
    kinds: dict[str, list[tuple[Slip, Interval]]] = {}
    for slip in slips(cell.text, cell.kind, decimals):
        value = cell.reread(slip.text)
        if value is not None:
            kinds.setdefault(slip.kind, []).append((slip, value))
    found = []
    for options in kinds.values():
        found += _search(sorted(options, key=lambda o: o[1].lo), cell.kind == "count", feasible)
    return found


def _search(options: list[tuple[Slip, Interval]], exact: bool, feasible: Callable[[Any], bool]) -> list[Slip]:
    """Halving: a test that fails for the hull of some values fails for each of them."""
    if len(options) <= 2 or exact:
        return [slip for slip, value in options if feasible(value)]
    if not feasible(hull(v for _, v in options)):
        return []
    half = len(options) // 2
    return _search(options[:half], exact, feasible) + _search(options[half:], exact, feasible)


def _holds(relation: Relation, cell: Cell, value: Any) -> bool:
    try:
        conflict = relation.test(*[value if c.at == cell.at else c.reading for c in relation.cells])
    except (ArithmeticError, ValueError):
        return False
    return conflict is None or conflict.level not in LOUD


def _count_feasible(cell: Cell, text: str, decimals: int, feasible: Callable[[Any], bool]) -> int:
    """How many printable values around a feasible one are feasible: galloping, then halving."""
    start = cell.reread(text)
    if start is None:
        return 1
    unit = (
        1.0
        if cell.kind == "count"
        else 10.0 ** -max(decimals, _decimals(text)) / (100 if "%" in text or cell.kind == "percent" else 1)
    )
    half = 0.0 if cell.kind == "count" else unit / 2
    middle = floor(start.mid / unit + 0.5)

    def good(steps: int) -> bool:
        value = (middle + steps) * unit
        return feasible(Interval(value - half, value + half))

    count = 1
    for way in (-1, 1):
        reach = 1
        while reach < _FAR and good(way * reach):
            reach *= 2
        low, high = reach // 2, reach
        while high - low > max(1, high // 8):
            step = (low + high) // 2
            low, high = (step, high) if good(way * step) else (low, step)
        count += low
    return count
