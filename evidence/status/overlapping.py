"""Whether two reports print one study twice, or two models of one sample: each respondent may count only once.

Two cells agree when the intervals of their printed digits meet, so 0.93 and 0.931 agree. The same results need all of
at least eight cells to agree; the same sample needs n and items, and no contradiction in what does not depend on a
model (catalogue section 9).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from evidence.status.cells import Cell, cells, items, size
from evidence.status.identifiers import doi
from evidence.status.titles import families

__all__ = ["Relation", "overlap"]

_FEWEST_CELLS = 8
_FEWEST_ITEMS = 4
_NESTED = 0.8  # share of the shorter item list that must be in the longer one
_CHANCE = 1e-6  # expected chance matches from which agreement under other names is no accident
_NO_CHANCE = 1e-12  # the same where a few cells differ
_FEW = 0.1
_MANY_CELLS = 20  # so many must agree, all of them, where n differs
_FEWEST_SAMPLE_CELLS = 3

Kind = Literal["same-results", "same-sample", "none"]


@dataclass(frozen=True)
class Relation:
    """How two reports relate, and what that rests on."""

    relation: Kind
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Comparison:
    """Cells found in both reports, and those of them whose intervals do not meet."""

    pairs: tuple[tuple[Cell, Cell], ...]
    differing: tuple[tuple[Cell, Cell], ...]

    @property
    def chance(self) -> float:
        """The expected number of matches between unrelated reports: the product of width over spread of all cells."""
        return math.exp(sum(math.log(_chance(a, b)) for a, b in self.pairs if a.informative and b.informative))

    def of(self, kind: str) -> "_Comparison":
        """The comparison of the cells of one kind."""
        return _Comparison(
            tuple(p for p in self.pairs if p[0].kind == kind == p[1].kind),
            tuple(p for p in self.differing if p[0].kind == kind == p[1].kind),
        )


def overlap(report_a: Mapping[str, Any], report_b: Mapping[str, Any]) -> Relation:
    """`same-results` for one study printed twice, `same-sample` for two models of the same respondents, else `none`.

    A signal for a person: it says which cells agree, and how many such matches chance would give.
    """
    documents = [report.get("document") or {} for report in (report_a, report_b)]
    if (own := doi(documents[0].get("doi"))) and own == doi(documents[1].get("doi")):
        return Relation("same-results", (f"one document: {own}",))
    n_a, n_b = size(report_a), size(report_b)
    found_a, found_b = tuple(cells(report_a)), tuple(cells(report_b))
    by_name = _compare(found_a, found_b, "key")
    if n_a is not None and n_b is not None and n_a != n_b:
        differs = f"n differs: {n_a:g} and {n_b:g}"
        same = None if by_name.differing or len(by_name.pairs) < _MANY_CELLS else _nearly_all(by_name, differs)
        return same or Relation("none", (differs,))
    same_paths = _paths(report_a) == _paths(report_b)  # else they are two models, however many cells they share
    if same_paths and (twice := _printed_twice(by_name, found_a, found_b, n_a, n_b)):
        return twice
    if n_a is None or n_b is None:
        return Relation("none", ("n is not reported by both",))
    return _one_sample(report_a, report_b, by_name, n_a)


def _paths(report: Mapping[str, Any]) -> int:
    """How many different relations the report estimates."""
    return len({(path.get("from"), path.get("to"), path.get("via")) for path in report.get("paths") or []})


def _compare(a: Iterable[Cell], b: Iterable[Cell], by: Literal["key", "place"]) -> _Comparison:
    there: dict[tuple[str, ...], Cell] = {}
    for cell in b:
        there.setdefault(cell.key if by == "key" else cell.place, cell)
    here: dict[tuple[str, ...], Cell] = {}
    for cell in a:
        here.setdefault(cell.key if by == "key" else cell.place, cell)
    pairs = tuple((cell, there[key]) for key, cell in here.items() if key in there)
    return _Comparison(pairs, tuple((x, y) for x, y in pairs if x.low > y.high or y.low > x.high))


def _chance(a: Cell, b: Cell) -> float:
    width = (a.high - a.low) + (b.high - b.low)
    spread = a.spread if a.spread is not None else max(abs(a.low), abs(b.low), 1.0)
    return min(1.0, max(width, 1e-3) / spread)


def _printed_twice(
    by_name: _Comparison, a: Sequence[Cell], b: Sequence[Cell], n_a: float | None, n_b: float | None
) -> Relation | None:
    """The same results, found under the same names or, if both print n, in the same places under other names."""
    shorter = min(len(a), len(b))
    for comparison, how in ((by_name, ""), (_compare(a, b, "place"), ", under other names")):
        told = sum(x.informative and y.informative for x, y in comparison.pairs)
        covered = len(comparison.pairs) >= shorter / 2  # two models of one sample share some of their cells, not most
        if comparison.differing or told < _FEWEST_CELLS or not covered or comparison.chance > _CHANCE:
            continue
        if how and (n_a is None or n_b is None):
            continue
        n = f"n = {n_a:g} in both; " if n_a is not None and n_b is not None else ""
        agree = f"{n}all {len(comparison.pairs)} cells that both print agree within rounding{how}"
        return Relation("same-results", (agree, f"expected chance matches {comparison.chance:.1g}"))
    return None


def _one_sample(a: Mapping[str, Any], b: Mapping[str, Any], by_name: _Comparison, n: float) -> Relation:
    """The same respondents under another model: n and items agree, nothing that is free of models contradicts."""
    sample = by_name.of("sample")
    if by_name.differing and (nearly := _nearly_all(by_name, f"n = {n:g} in both")):
        return nearly
    if sample.differing:
        cell = " ".join(part for part in sample.differing[0][0].key if part)
        return Relation("none", (f"n = {n:g} in both, but {len(sample.differing)} sample values differ, first {cell}",))
    asked_a, asked_b = items(a), items(b)
    shared = asked_a & asked_b
    reasons = [f"n = {n:g} in both"]
    nested = len(shared) >= max(_FEWEST_ITEMS, _NESTED * min(len(asked_a), len(asked_b)))
    if nested:
        reasons.append(f"{len(shared)} items in common of {len(asked_a)} and {len(asked_b)}")
    told = [(x, y) for x, y in sample.pairs if x.informative and y.informative]
    if len(told) >= _FEWEST_SAMPLE_CELLS:
        chance = _Comparison(tuple(told), ()).chance
        reasons.append(f"{len(told)} sample values agree within rounding, expected chance matches {chance:.1g}")
    authors = _authors(a) & _authors(b)
    if authors:
        reasons.append(f"authors in common: {', '.join(sorted(authors))}")
    if nested or len(told) >= _FEWEST_CELLS or (authors and _same_field(a, b)):
        return Relation("same-sample", tuple(reasons))
    return Relation("none", (*reasons, "too little in common to tell"))


def _nearly_all(by_name: _Comparison, size: str) -> Relation | None:
    """The same respondents where all but a few cells agree: a second print with corrections, or with typing errors."""
    agreeing = _Comparison(tuple(pair for pair in by_name.pairs if pair not in by_name.differing), ())
    told = [pair for pair in agreeing.pairs if pair[0].informative and pair[1].informative]
    few = len(by_name.differing) <= _FEW * len(by_name.pairs)
    if not few or len(told) < _FEWEST_CELLS or agreeing.chance > _NO_CHANCE:
        return None
    agree = f"{len(agreeing.pairs)} of {len(by_name.pairs)} cells agree within rounding"
    return Relation("same-sample", (size, f"{agree}, expected chance matches {agreeing.chance:.1g}"))


def _authors(report: Mapping[str, Any]) -> frozenset[str]:
    return families((report.get("document") or {}).get("authors"))


def _same_field(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether country and field period, where both print them, agree."""
    samples = [report.get("sample") or {} for report in (a, b)]
    both = [(samples[0].get(name), samples[1].get(name)) for name in ("country", "field_period")]
    return all(x == y for x, y in both if x and y)
