"""A path model as a whole: what its standardised paths explain, whatever the correlations that were not printed.

With uncorrelated disturbances, which is what a model without arrows between them says, every covariance of a recursive
model is a linear form in the correlations phi of its exogenous variables: cov(u, v) = sum T_ue T_vf phi_ef +
sum T_uw T_vw (1 - R2_w), T the total effects. So R2 of each outcome is a constant plus coefficients times phi, and its
least value over all phi in [-1, 1], and over the rounding of every path, is found without a search.
"""

from collections.abc import Iterator
from functools import partial
from itertools import combinations
from typing import NamedTuple

from evidence.checks.interval import Interval, exact
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Sheet
from evidence.checks.structure import among_predictors, quadratic, unknown_predictors
from evidence.checks.tables import Equation, equations, same_model

__all__ = ["CHECKS", "Form", "explained"]

_UNLIKELY = 0.10  # exogenous constructs of one survey are hardly less correlated than this on average
_FEW = 3  # with fewer exogenous variables nothing is said of how they may correlate
_MOST_VARIABLES = 40
Pair = tuple[str, str]


class Form(NamedTuple):
    """constant + sum of coefficient * phi over pairs of exogenous variables."""

    constant: Interval
    slopes: dict[Pair, Interval]

    def plus(self, other: "Form", factor: Interval) -> "Form":
        """This form with another added, scaled by a factor."""
        slopes = dict(self.slopes)
        for pair, slope in other.slopes.items():
            part = slope * factor
            slopes[pair] = slopes[pair] + part if pair in slopes else part
        return Form(self.constant + other.constant * factor, slopes)

    @property
    def least(self) -> float:
        """The least value for any phi in [-1, 1]."""
        return self.constant.lo - sum(max(abs(s.lo), abs(s.hi)) for s in self.slopes.values())


class System(NamedTuple):
    """A recursive model: its exogenous variables, and the parents of every other in causal order."""

    exogenous: tuple[str, ...]
    parents: tuple[tuple[str, tuple[str, ...]], ...]


def _ordered(eqs: dict[str, Equation], outcome: str) -> System | None:
    """The equations behind an outcome in causal order; None where they form a loop."""
    order: list[str] = []
    exogenous: dict[str, None] = {}
    open_: set[str] = set()

    def visit(name: str) -> bool:
        if name in order or name in exogenous:
            return True
        if name not in eqs:
            exogenous[name] = None
            return True
        if name in open_:
            return False
        open_.add(name)
        good = all(visit(x) for x in eqs[name].betas)
        order.append(name)
        return good

    if not visit(outcome):
        return None
    return System(tuple(exogenous), tuple((v, tuple(eqs[v].betas)) for v in order))


def explained(system: System, betas: dict[Pair, Interval]) -> dict[str, Form]:
    """R2 of every outcome as a form in the correlations of the exogenous variables."""
    effects: dict[str, dict[str, Interval]] = {e: {e: exact(1.0)} for e in system.exogenous}
    found: dict[str, Form] = {}
    for name, parents in system.parents:
        zero = exact(0.0)
        form = Form(zero, {})
        for x in parents:
            form = form.plus(Form(exact(1.0), {}), betas[x, name].squared())
        for x, z in combinations(parents, 2):
            twice = betas[x, name] * betas[z, name] * 2.0
            form = form.plus(_covariance(effects[x], effects[z], system, found), twice)
        found[name] = form
        mine: dict[str, Interval] = {f"~{name}": exact(1.0)}
        for x in parents:
            for source, effect in effects[x].items():
                part = effect * betas[x, name]
                mine[source] = mine[source] + part if source in mine else part
        effects[name] = mine
    return found


def _covariance(a: dict[str, Interval], b: dict[str, Interval], system: System, r2: dict[str, Form]) -> Form:
    form = Form(exact(0.0), {})
    for source, effect in a.items():
        if source in b:
            both = effect * b[source]
            form = form.plus(Form(exact(1.0), {}), both)
            if source.startswith("~"):  # a disturbance has the variance that is left
                form = form.plus(r2[source[1:]], -both)
    for e, f in combinations(system.exogenous, 2):
        parts = [p for p in (_cross(a, b, e, f), _cross(a, b, f, e)) if p is not None]
        for part in parts:
            form = form.plus(Form(exact(0.0), {(e, f): exact(1.0)}), part)
    return form


def _cross(a: dict[str, Interval], b: dict[str, Interval], e: str, f: str) -> Interval | None:
    return a[e] * b[f] if e in a and f in b else None


def _whole(*cells: Interval, system: System, keys: tuple[Pair, ...], outcome: str, stated: bool) -> Conflict | None:
    """`stated`: the paper lists all predictors; else a warning, since there may be more."""
    found = _explains(cells, system, keys, outcome)
    if found is None or stated:
        return found
    return found._replace(level="warn", message=f"{found.message}, if these are all its predictors")


def _explains(cells: tuple[Interval, ...], system: System, keys: tuple[Pair, ...], outcome: str) -> Conflict | None:
    form = explained(system, dict(zip(keys, cells, strict=True)))[outcome]
    if form.least > 1:
        message = (
            f"the paths imply an R2 of {outcome} of at least {form.least:.4g}, above 1, "
            "whatever its exogenous variables correlate (disturbances uncorrelated)"
        )
        return Conflict("critical", message, f"R2 >= {form.least:.4g}", "<= 1")
    slopes = list(form.slopes.values())
    if len(system.exogenous) < _FEW or not slopes or any(s.lo <= 0 for s in slopes) or form.constant.lo <= 0:
        return None
    most = (1 - form.constant.lo) / sum(s.lo for s in slopes)  # of the mean phi, weighted by the slopes
    if most >= _UNLIKELY:
        return None
    names = ", ".join(system.exogenous)
    middle = (1 - form.constant.mid) / sum(s.mid for s in slopes)
    message = (
        f"the paths imply an R2 of {outcome} above 1: possible only if {names} correlate below {most:.3f} "
        f"on (weighted) average, {middle:.3f} at the printed values (disturbances uncorrelated)"
    )
    return Conflict(
        "warn", message, f"R2 = {form.constant} + {sum(s.lo for s in slopes):.4g} * mean correlation", "<= 1"
    )


def _systems(sheet: Sheet) -> Iterator[Relation | Missing]:
    """Models whose correlations are not printed."""
    models: dict[tuple[str, str, str], dict[str, Equation]] = {}
    for eq in equations(sheet):
        if (eq.complete or eq.open) and len(models) < _MOST_VARIABLES:
            key = (eq.row.says("model"), eq.row.says("group"), "" if eq.complete else eq.table)
            models.setdefault(key, {})[eq.outcome] = eq
    for eqs in models.values():
        for outcome, eq in eqs.items():
            if len(eq.betas) < 2 or among_predictors(same_model(sheet, eq.row), eq) is not None:
                continue
            system = _ordered(eqs, outcome)
            if system is None or len(system.exogenous) + len(system.parents) > _MOST_VARIABLES:
                yield Missing(eq.row.at, "a model without loops")
                continue
            keys = tuple((x, v) for v, parents in system.parents for x in parents)
            cells: tuple[Cell, ...] = tuple(eqs[v].betas[x] for x, v in keys)
            stated = all(eqs[v].complete for v, _ in system.parents)
            test = partial(_whole, system=system, keys=keys, outcome=outcome, stated=stated)
            yield Relation(eq.row.at, cells, test, witness=False)


def _admissible(*cells: Interval, k: int) -> Conflict | None:
    implied = quadratic(list(cells[:k]), list(cells[k:]))
    if implied.lo <= 1:
        return None
    return Conflict("critical", f"the paths imply an R2 of {implied}, above 1", str(implied), "<= 1")


def _solutions(sheet: Sheet) -> Iterator[Relation | Missing]:
    for eq in equations(sheet):
        if lacking := unknown_predictors(eq):
            yield lacking
            continue
        among = among_predictors(same_model(sheet, eq.row), eq)
        if among is not None:
            betas = tuple(eq.betas.values())
            yield Relation(eq.row.at, (*betas, *among), partial(_admissible, k=len(betas)))
    yield from _systems(sheet)


def _paths(*rows: tuple[str, str, str]) -> list[dict[str, object]]:
    return [{"from": x, "to": y, "beta": b, "complete_equation": True} for x, y, b in rows]


_R = {"kind": "latent-same-model", "names": ["x", "z", "y"], "lower": [["1"], [".46", "1"], [".28", ".47", "1"]]}
_CHAIN = (("x", "m", ".80"), ("z", "m", ".14"), ("x", "k", ".50"), ("z", "k", ".29"))
_FOUR = [(x, "m", b) for x, b in zip("abcd", (".35", ".30", ".28", ".45"), strict=True)]
_FOUR += [(x, "y", b) for x, b in zip("abcd", (".31", ".27", ".24", ".42"), strict=True)]
CHECKS = (
    Check(
        id="inadmissible-solution",
        title="the paths explain more than everything",
        section=6,
        formula="sum(b_i^2) + 2 * sum(b_i b_j r_ij) <= 1; r_ij printed, or traced through the whole model",
        reference="Wright 1934, doi:10.1214/aoms/1177732676",
        needs="all standardised paths to the outcome, and to the variables behind it where no correlations are printed",
        relations=_solutions,
        passes=(
            {"paths": _paths(("x", "y", ".09"), ("z", "y", ".43")), "correlations": _R},
            {"paths": _paths(("x", "y", ".46"))},
            {"paths": _paths(*_CHAIN, ("m", "y", ".40"), ("k", "y", ".30"))},
        ),
        fails=(
            {"paths": _paths(("x", "y", ".9"), ("z", "y", ".43")), "correlations": _R},
            {"paths": _paths(("x", "y", "-1.46"))},
            {"paths": _paths(*_CHAIN, ("m", "y", ".40"), ("k", "y", "1.06"))},  # whatever x and z correlate
            {"paths": _paths(*_FOUR, ("m", "y", ".38"))},  # unless a, b, c, d hardly correlate
            {"paths": [{"from": x, "to": y, "beta": b} for x, y, b in (*_FOUR, ("m", "y", ".38"))]},
        ),
        silent=({"paths": [{"from": "x", "to": "y", "beta": "1.4"}]}, {"paths": [{"from": "x", "to": "y"}]}),
        avoids="equations not known to be complete; correlated disturbances (said in the message)",
    ),
)
