"""Regression in steps: what a step adds to R2, and its F."""

from collections.abc import Iterator
from functools import partial
from math import inf

from scipy.special import fdtrc

from evidence.checks.distributions import admitted
from evidence.checks.interval import Interval, hull
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]


def _change(printed: Interval, *cells: Interval) -> Conflict | None:
    """`cells`: pairs of R2 of the step and of one before it, plain or adjusted."""
    implied = [a - b for a, b in zip(cells[::2], cells[1::2], strict=True)]
    if any(i.meets(printed) for i in implied):
        return None
    message = f"the change in R2 {printed} is not that from {cells[1]} to {cells[0]}, {implied[0]}"
    return Conflict("error", message, str(printed), str(implied[0]))


def _ratio(change: Interval, r2: Interval, df1: Interval, df2: Interval) -> Interval | None:
    if df1.lo <= 0 or df2.lo <= 0:
        return None
    rest = (1.0 - r2).cut(0.0)
    return Interval(0.0, inf) if rest.lo <= 0 else (change.cut(0.0) / df1) / (rest / df2)


def _f(f: Interval, r2: Interval, df1: Interval, df2: Interval, *more: Interval, printed: bool) -> Conflict | None:
    """`more`: the printed change where there is one, then R2 of each step that may be the one before."""
    changes = [*more[:printed], *(r2 - before for before in more[printed:])]
    implied = [i for c in changes if (i := _ratio(c, r2, df1, df2))]
    if not implied or any(i.meets(f) for i in implied):
        return None
    shown = " or ".join(map(str, implied))
    message = f"the F of the change {f} does not follow from a change of {changes[0]} to R2 {r2}: {shown}"
    return Conflict("error", message, f"F {f}", shown)


def _p(p: Interval, f: Interval, df1: Interval, df2: Interval) -> Conflict | None:
    if df1.lo <= 0 or df2.lo <= 0:
        return None
    ends = [float(fdtrc(df1.lo, df2.lo, max(v, 0.0))) for v in (f.lo, f.hi)]
    computed = hull([Interval(e * (1 - 1e-9), e * (1 + 1e-9)) for e in ends]).cut(0.0, 1.0)
    if admitted(p, [computed]):
        return None
    return Conflict("error", f"p {p} of the change differs from {computed} of F {f}", f"p {p}", str(computed))


def _before(rows: list[Row], row: Row) -> list[Row]:
    """The step that this one adds to: the one it names, else the last whose predictors it has, else any before it."""
    same = [r for r in rows if all(r.says(k) == row.says(k) for k in ("outcome", "group")) and r is not row]
    if name := row.says("compared_to"):
        named = [r for r in same if r.says("model") == name]
        return named if len(named) == 1 else []
    earlier = [r for r in same if r.index < row.index]
    own = set(row.names("predictors"))
    if own and all(r.names("predictors") for r in earlier):
        return [r for r in earlier if set(r.names("predictors")) < own][-1:]
    return earlier


def _relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    rows = sheet.rows("structural")
    for row in rows:
        change, f, p = row("r2_change"), row("f_change"), row("f_change_p")
        if not (change or f or p):
            continue
        before = _before(rows, row)
        if change:
            yield from _sizes(row, before, change)
        df1, df2 = row("f_change_df1"), row("f_change_df2")
        if f is None or df1 is None or df2 is None:
            if f or p:
                yield Missing(row.at, "the F of the change and its df")
            continue
        if p:
            yield Relation(row.at, (p, f, df1, df2), _p)
        r2, earlier = row("r2"), tuple(c for b in before if (c := b("r2")))
        if r2 is None or not (change or earlier):
            yield Missing(row.at, "R2 and its change")
        else:
            test = partial(_f, printed=change is not None)
            yield Relation(row.at, (f, r2, df1, df2, *([change] if change else []), *earlier), test)


def _sizes(row: Row, before: list[Row], change: Cell) -> Iterator[Relation | Missing]:
    pairs = [(a, b) for step in before for k in ("r2", "r2_adj") if (a := row(k)) and (b := step(k))]
    if pairs:
        yield Relation(row.at, (change, *(c for pair in pairs for c in pair)), _change)
    else:
        yield Missing(row.at, "R2 of this step and of the one before")


_ONE = {"outcome": "y", "model": "1", "predictors": ["age"], "r2": ".120"}
_TWO = {
    "outcome": "y",
    "model": "2",
    "predictors": ["age", "trust"],
    "r2": ".210",
    "r2_change": ".090",
    "f_change": "22.44",
    "f_change_df1": "1",
    "f_change_df2": "197",
    "f_change_p": "<.001",
}


def _steps(**changes: object) -> dict[str, object]:
    return {"structural": [_ONE, {**_TWO, **changes}]}


CHECKS = (
    Check(
        id="r2-change",
        title="the change in R2, its F or its p do not follow from the steps",
        section=6,
        formula="dR2 = R2_2 - R2_1; F = (dR2 / df1) / ((1 - R2_2) / df2)",
        reference="Cohen et al. 2003, ISBN 978-0-8058-2223-6, section 5.5",
        needs="the change in R2 or its F, R2 of the step and of the one before, df of the change",
        relations=_relations,
        passes=(
            _steps(),
            _steps(r2_change=None),
            _steps(compared_to="1", predictors=[]),
            _steps(predictors=[]),
            {
                "structural": [
                    {**_ONE, "r2_adj": ".110"},
                    {**_TWO, "r2_adj": ".195", "r2_change": ".085", "f_change": None},
                ]
            },
        ),
        fails=(
            _steps(r2_change=".190"),
            _steps(f_change="12.44"),
            _steps(r2_change=None, f_change="12.44"),
            _steps(f_change_p=".04"),
        ),
        silent=(
            {"structural": [{**_TWO, "f_change": None, "f_change_p": None}]},
            {"structural": [{"outcome": "y", "f_change": "9.9"}]},
            {"structural": [{"outcome": "y", "f_change_p": ".04"}]},
            {"structural": [_ONE]},
        ),
        avoids="the change in adjusted R2; steps that are not printed",
    ),
)
