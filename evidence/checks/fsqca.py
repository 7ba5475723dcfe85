"""Consistency and coverage of fsQCA solutions."""

from collections.abc import Iterator
from functools import partial

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation, over
from evidence.checks.sheet import Row, Sheet

__all__ = ["CHECKS"]

_RAGIN = "Ragin 2008, ISBN 978-0-226-70275-9"
_SCHNEIDER = "Schneider & Wagemann 2012, ISBN 978-1-107-60113-0"


def _configs(sheet: Sheet) -> list[Row]:
    return [c for s in sheet.rows("fsqca") for c in s.rows("configs")]


def _above(low: Interval, high: Interval, names: tuple[str, str]) -> Conflict | None:
    if low.lo <= high.hi:
        return None
    return Conflict("error", f"{names[0]} {low} is above {names[1]} {high}", f"{names[0]} {low}", f"<= {high}")


def _union(coverage: Interval, *raws: Interval) -> Conflict | None:
    """The union covers at least its largest part and at most the sum of the parts."""
    least, most = max(r.lo for r in raws), sum(r.hi for r in raws)
    if coverage.hi >= least and coverage.lo <= most * (1 + 1e-12):
        return None
    expected = f"[{least:.6g}, {most:.6g}]"
    return Conflict(
        "error",
        f"solution coverage {coverage} is not in {expected}, from the largest to the sum of raw coverages",
        str(coverage),
        expected,
    )


def _uniques(coverage: Interval, *uniques: Interval) -> Conflict | None:
    least = sum(u.lo for u in uniques)
    if coverage.hi >= least * (1 - 1e-12):
        return None
    return Conflict(
        "error",
        f"solution coverage {coverage} is below {least:.6g}, the sum of unique coverages",
        str(coverage),
        f">= {least:.6g}",
    )


def _unique(unique: Interval, coverage: Interval, *others: Interval) -> Conflict | None:
    """Without configuration i the rest covers at least its largest and at most the sum of its parts."""
    low = coverage.lo - sum(o.hi for o in others)
    high = coverage.hi - max((o.lo for o in others), default=0.0)
    if unique.hi >= low - 1e-12 and unique.lo <= high + 1e-12:
        return None
    expected = f"[{max(low, 0.0):.6g}, {high:.6g}]"
    return Conflict(
        "error",
        f"unique coverage {unique} is not in {expected}, solution less the other raw coverages",
        str(unique),
        expected,
    )


def _solutions(sheet: Sheet) -> Iterator[Relation | Missing]:
    for solution in sheet.rows("fsqca"):
        configs, coverage = solution.rows("configs"), solution("solution_coverage")
        raws = [c("raw_coverage") for c in configs]
        known = tuple(r for r in raws if r)
        if not configs:
            continue
        if coverage is None or len(known) < len(raws):
            yield Missing(solution.at, "solution coverage and the raw coverage of every configuration")
            continue
        yield Relation(solution.at, (coverage, *known), _union)
        uniques = tuple(u for c in configs if (u := c("unique_coverage")))
        if len(uniques) == len(configs):
            yield Relation(solution.at, (coverage, *uniques), _uniques)
        for i, config in enumerate(configs):
            if unique := config("unique_coverage"):
                others = tuple(r for j, r in enumerate(known) if j != i)
                yield Relation(config.at, (unique, coverage, *others), _unique)


def _complement(outcome: str) -> str:
    return outcome[1:] if outcome.startswith("~") else f"~{outcome}"


def _terms(config: Row) -> frozenset[str]:
    return frozenset(t.strip() for t in config.says("terms").split("*") if t.strip())


def _both(a: Interval, b: Interval, terms: str) -> Conflict | None:
    if a.lo <= 0.8 or b.lo <= 0.8:
        return None
    message = f"{terms} is sufficient for the outcome ({a}) and for its absence ({b}): look at PRI"
    return Conflict("warn", message, f"{a}, {b}", "at most one above .8")


def _asymmetry(sheet: Sheet) -> Iterator[Relation]:
    solutions = sheet.rows("fsqca")
    for i, first in enumerate(solutions):
        for second in solutions[i + 1 :]:
            if not first.says("outcome") or second.says("outcome") != _complement(first.says("outcome")):
                continue
            for a in first.rows("configs"):
                for b in second.rows("configs"):
                    x, y = a("consistency"), b("consistency")
                    if x and y and _terms(a) and _terms(a) == _terms(b):
                        yield Relation(b.at, (x, y), partial(_both, terms=a.says("terms")), witness=False)


def _cutoff(consistency: Interval, cutoff: Interval) -> Conflict | None:
    if consistency.hi >= cutoff.lo:
        return None
    message = f"consistency {consistency} is below the cut-off {cutoff} that the solution was made with"
    return Conflict("note", message, str(consistency), f">= {cutoff}")


def _frequencies(sheet: Sheet) -> Iterator[Relation | Missing]:
    n = sheet.sample("n")
    for solution in sheet.rows("fsqca"):
        cut, configs = solution("frequency_cutoff", "count"), solution.rows("configs")
        if cut is None:
            continue
        if n is None or not configs:
            yield Missing(solution.at, "n and the configurations")
        else:
            yield Relation(solution.at, (cut, n), partial(_cases, configs=1), witness=False)


def _cases(cut: Interval, n: Interval, configs: int) -> Conflict | None:
    """Rows of the truth table are disjoint, configurations may share one: a single row must fit into n."""
    if cut.lo * configs <= n.hi:
        return None
    return Conflict("error", f"a frequency cut-off of {cut} cases does not fit into n = {n}", str(cut), f"<= {n}")


def _consistent(sheet: Sheet) -> Iterator[Relation]:
    for solution in sheet.rows("fsqca"):
        if cut := solution("consistency_cutoff"):
            for config in solution.rows("configs"):
                if c := config("consistency"):
                    yield Relation(config.at, (c, cut), _cutoff, witness=False)


def _cut_relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    yield from _frequencies(sheet)
    yield from _consistent(sheet)


_S1 = {"terms": "a*b", "consistency": ".92", "pri": ".87", "raw_coverage": ".67", "unique_coverage": ".07"}
_S2 = {"terms": "c", "consistency": ".91", "pri": ".87", "raw_coverage": ".70", "unique_coverage": ".10"}
_SOLUTION = {"outcome": "Y", "configs": [_S1, _S2], "solution_coverage": ".77"}


def _fsqca(**changes: object) -> dict[str, object]:
    return {"sample": {"n": "75"}, "fsqca": [{**_SOLUTION, **changes}]}


CHECKS = (
    Check(
        id="fsqca-unique-raw",
        title="unique coverage above raw coverage",
        section=11,
        formula="unique coverage <= raw coverage",
        reference=_RAGIN,
        needs="both coverages of a configuration",
        relations=over(
            _configs, "unique_coverage raw_coverage", partial(_above, names=("unique coverage", "raw coverage"))
        ),
        passes=(_fsqca(),),
        fails=(_fsqca(configs=[{**_S1, "unique_coverage": ".77"}]),),
        silent=(_fsqca(configs=[{"raw_coverage": ".7"}]),),
    ),
    Check(
        id="fsqca-pri",
        title="PRI above consistency",
        section=11,
        formula="PRI <= consistency: (a - c)/(b - c) <= a/b for c <= a <= b",
        reference=_SCHNEIDER,
        needs="PRI and consistency of a configuration",
        relations=over(_configs, "pri consistency", partial(_above, names=("PRI", "consistency"))),
        passes=(_fsqca(),),
        fails=(_fsqca(configs=[{**_S1, "consistency": ".29"}]),),
        silent=(_fsqca(configs=[{"consistency": ".29"}]),),
    ),
    Check(
        id="fsqca-union",
        title="solution coverage and the coverages of its configurations contradict each other",
        section=11,
        formula="max raw <= sol <= sum raw; sol >= sum unique; sol - sum other raw <= unique_i <= sol - max other raw",
        reference=_RAGIN + "; " + _SCHNEIDER,
        needs="solution coverage and the raw coverage of every configuration",
        relations=_solutions,
        passes=(_fsqca(), _fsqca(configs=[{**_S1, "unique_coverage": ".67"}], solution_coverage=".67")),
        fails=(
            _fsqca(solution_coverage=".66"),
            _fsqca(solution_coverage=".99"),
            _fsqca(configs=[_S1, {**_S2, "unique_coverage": ".30"}]),
        ),
        silent=(_fsqca(solution_coverage=None), _fsqca(configs=[])),
        avoids="intermediate and parsimonious solution mixed in one table",
    ),
    Check(
        id="fsqca-asymmetry",
        title="one configuration is sufficient for the outcome and its absence",
        section=11,
        formula="consistency for Y and for ~Y not both above .8",
        reference=_SCHNEIDER,
        needs="solutions of an outcome and of its absence with the same configuration",
        relations=_asymmetry,
        passes=({"fsqca": [_SOLUTION, {**_SOLUTION, "outcome": "~Y", "configs": [{**_S1, "consistency": ".4"}]}]},),
        fails=({"fsqca": [_SOLUTION, {**_SOLUTION, "outcome": "~Y"}]},),
        silent=(_fsqca(),),
        sanity=True,
    ),
    Check(
        id="fsqca-frequency",
        title="cut-offs that the solution contradicts",
        section=11,
        formula="frequency cut-off <= n; consistency >= its cut-off",
        reference=_SCHNEIDER,
        needs="a cut-off, and n or consistencies",
        relations=_cut_relations,
        passes=(_fsqca(frequency_cutoff="3", consistency_cutoff=".80"),),
        fails=(_fsqca(frequency_cutoff="90"), _fsqca(consistency_cutoff=".95")),
        silent=(_fsqca(),),
    ),
)
