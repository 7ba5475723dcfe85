"""Tests of two groups and degrees of freedom."""

from collections.abc import Iterator
from functools import partial
from math import sqrt

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]


def _t(
    stat: Interval, n1: Interval, n2: Interval, m1: Interval, m2: Interval, s1: Interval, s2: Interval
) -> Conflict | None:
    """Pooled and Welch; the order of the two groups in the difference is not known."""
    if n1.lo < 2 or n2.lo < 2 or s1.hi <= 0 or s2.hi <= 0:
        return None
    difference = abs(m1 - m2)
    v1, v2 = s1.cut(0.0).squared(), s2.cut(0.0).squared()
    pooled = (v1 * (n1.lo - 1) + v2 * (n2.lo - 1)) / (n1.lo + n2.lo - 2) * (1 / n1.lo + 1 / n2.lo)
    welch = v1 / n1.lo + v2 / n2.lo
    implied = [difference / error.root() for error in (pooled, welch)]
    if any(i.meets(abs(stat)) for i in implied):
        return None
    shown = " or ".join(map(str, implied))
    return Conflict(
        "error", f"|t| {abs(stat)} does not follow from the means and SDs: {shown} (pooled, Welch)", str(stat), shown
    )


_SUMMARY = ("n1", "n2", "m1", "m2", "sd1", "sd2")


def _summaries(sheet: Sheet) -> Iterator[tuple[Row, Cell, list[Cell | None]]]:
    for row in sheet.rows("tests"):
        stat, summary = row("stat"), row.sub("summary")
        if stat and summary.raw and row.says("kind") == "t":
            yield row, stat, [summary(k) for k in _SUMMARY]


def _ts(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row, stat, cells in _summaries(sheet):
        known = tuple(c for c in cells if c)
        if len(known) < len(cells):
            yield Missing(row.at, "n, mean and SD of both groups")
        else:
            yield Relation(row.at, (stat, *known), _t)


def _at_most(df: Interval, most: Interval, text: str) -> Conflict | None:
    if df.lo <= most.hi:
        return None
    return Conflict("error", f"df {df} is above {text} = {most.hi:g}", str(df), f"<= {most.hi:g}")


def _below(df: Interval, n: Interval, less: float, text: str) -> Conflict | None:
    return _at_most(df, n - less, text)


def _pair(df: Interval, n1: Interval, n2: Interval) -> Conflict | None:
    return _at_most(df, n1 + n2 - 2.0, "n1 + n2 - 2")


def _two(df1: Interval, df2: Interval, n: Interval) -> Conflict | None:
    return _at_most(df1 + df2, n - 1.0, "n - 1")


def _count(df1: Interval, k: int) -> Conflict | None:
    if df1.hi >= k:
        return None
    return Conflict("error", f"df1 {df1} is below the {k} predictors of the equation", str(df1), f">= {k}")


def _residual(df1: Interval, df2: Interval, n: Interval, k: int) -> Conflict | None:
    """At most n - k - 1; dummy variables inside k and missing answers make it smaller."""
    return _at_most(df2, n - (k + 1.0), "n - k - 1") or _two(df1, df2, n)


def _dfs(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("paths"):
        n = sheet.n(row)
        if (df := row("df")) and row.says("stat_kind") in ("t", ""):
            if n:
                yield Relation(row.at, (df, n), partial(_below, less=1.0, text="n - 1"), witness=False)
            else:
                yield Missing(row.at, "n")
    n = sheet.n()
    for row in sheet.rows("tests"):
        kind, df1, df2 = row.says("kind"), row("df1"), row("df2")
        df = df2 or df1
        if kind not in ("t", "r", "F") or df is None:
            continue
        summary = row.sub("summary")
        n1, n2 = summary("n1"), summary("n2")
        if kind == "t" and n1 and n2:
            yield Relation(row.at, (df, n1, n2), _pair)
        if n is None:
            yield Missing(row.at, "n")
        elif kind == "F" and df1 and df2:
            yield Relation(row.at, (df1, df2, n), _two, witness=False)
        elif kind != "F":
            less, text = (2.0, "n - 2") if kind == "r" else (1.0, "n - 1")
            yield Relation(row.at, (df, n), partial(_below, less=less, text=text), witness=False)
    for row in sheet.rows("structural"):
        df1, df2, k, n = row("f_df1"), row("f_df2"), len(row.names("predictors")), sheet.n(row)
        if df1 is None or df2 is None:
            continue
        if n is None or not k:
            yield Missing(row.at, "n and the predictors")
        else:
            yield Relation(row.at, (df1, df2, n), partial(_residual, k=k))
            yield Relation(row.at, (df1,), partial(_count, k=k))


def _recomputed(values: list[float]) -> float | None:
    """t as a reader would compute it from the printed means and SDs."""
    n1, n2, m1, m2, s1, s2 = values
    if n1 < 2 or n2 < 2 or s1 <= 0 or s2 <= 0:
        return None
    pooled = ((n1 - 1) * s1 * s1 + (n2 - 1) * s2 * s2) / (n1 + n2 - 2)
    return (m1 - m2) / sqrt(pooled * (1 / n1 + 1 / n2))


def _rivets(*cells: Interval) -> Conflict | None:
    """Every t equals, to all its digits, the one computed from the rounded summary."""
    rows = [cells[i : i + 7] for i in range(0, len(cells), 7)]
    for stat, *summary in rows:
        t = _recomputed([c.mid for c in summary])
        if t is None or abs(t) not in abs(stat):
            return None
    message = (
        f"all {len(rows)} t values are those of the rounded means and SDs: computed from the table, not from data?"
    )
    return Conflict("note", message, f"{len(rows)} of {len(rows)}", "some difference in the last digit")


def _tables(sheet: Sheet) -> Iterator[Relation | Missing]:
    rows = [(row, [stat, *(c for c in cells if c)]) for row, stat, cells in _summaries(sheet)]
    full = [(row, cells) for row, cells in rows if len(cells) == 7]
    if not rows:
        return
    if len(full) < 5:
        yield Missing(rows[0][0].at, "at least five t tests with their means and SDs")
    else:
        yield Relation(full[0][0].at, tuple(c for _, cells in full for c in cells), _rivets, witness=False)


_S = {"n1": "6", "n2": "18", "m1": "2.83", "m2": "3.48", "sd1": "1.32", "sd2": "1.35"}
_TEST = {"kind": "t", "stat": "-1.02", "df2": "22", "summary": _S}
_OLS = {"outcome": "y", "predictors": ["a", "b", "c"], "f": "9", "f_df1": "3", "f_df2": "683"}
_STUDENT = "Student 1908; Welch 1947, doi:10.1093/biomet/34.1-2.28"
CHECKS = (
    Check(
        id="t-from-summary",
        title="t does not follow from the means and standard deviations of two groups",
        section=2,
        formula="t = (m1 - m2) / (s_p sqrt(1/n1 + 1/n2)), or Welch",
        reference=_STUDENT,
        needs="t and n, mean, SD of both groups",
        relations=_ts,
        passes=({"tests": [_TEST]},),
        fails=({"tests": [{**_TEST, "stat": "-2.01"}]}, {"tests": [{**_TEST, "summary": {**_S, "m1": "3.82"}}]}),
        silent=({"tests": [{**_TEST, "summary": {"n1": "6"}}]}, {"tests": [{"kind": "t", "stat": "2"}]}),
    ),
    Check(
        id="df-plausible",
        title="more degrees of freedom than the sample gives",
        section=2,
        formula="t: df <= n - 1; r: n - 2; two groups: n1 + n2 - 2; F: df1 >= k, df2 <= n - k - 1, df1 + df2 <= n - 1",
        reference="Cohen et al. 2003, ISBN 978-0-8058-2223-6, chapter 3",
        needs="df, n, and the predictors of a regression",
        relations=_dfs,
        passes=({"sample": {"n": "24"}, "tests": [_TEST]}, {"sample": {"n": "687"}, "structural": [_OLS]}),
        fails=(
            {"sample": {"n": "687"}, "structural": [{**_OLS, "f_df2": "684"}]},
            {"sample": {"n": "687"}, "structural": [{**_OLS, "f_df1": "2"}]},
            {"tests": [{**_TEST, "df2": "23"}]},
            {"sample": {"n": "24"}, "paths": [{"df": "42"}]},
            {"sample": {"n": "24"}, "tests": [{"kind": "F", "df1": "3", "df2": "23"}]},
        ),
        silent=({"tests": [{"kind": "t", "df2": "23"}]}, {"structural": [_OLS]}, {"paths": [{"df": "3"}]}),
        avoids="missing answers and Satterthwaite df are smaller, never larger; dummy variables",
    ),
    Check(
        id="rivets-consistency",
        title="every t is that of the rounded table",
        section=8,
        formula="t equals the value computed from rounded means and SDs in 5 of 5 tests",
        reference="Brown & Heathers 2019, RIVETS",
        needs="at least five t tests with their means and SDs",
        relations=_tables,
        passes=({"tests": [_TEST] * 4 + [{**_TEST, "stat": "-1.04"}]},),
        fails=({"tests": [{**_TEST, "stat": "-1.03"}] * 5},),
        silent=({"tests": [_TEST]}, {"tests": [{"kind": "F", "stat": "1"}]}),
        sanity=True,
    ),
)
