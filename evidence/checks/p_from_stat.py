"""p values against the statistic they come from."""

from collections.abc import Iterator
from functools import partial

from evidence.checks.distributions import admitted, alpha, as_hypothesised, fewest_df, p_values, sides, tails
from evidence.checks.interval import UNIT, Interval
from evidence.checks.model import Check, Conflict, Missing, Relation, over
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS", "statistics", "tested"]


def tested(row: Row) -> bool:
    """p follows from the statistic: not so for indirect and total effects, whose p is of bootstrap percentiles."""
    return row.says("effect") not in ("indirect", "total") or row("df") is not None


def statistics(sheet: Sheet) -> Iterator[tuple[Row, str, Cell | None, Cell | None, Cell | None, Cell | None]]:
    """Every printed test: its row, kind, statistic, first and second df, and p."""
    for row in sheet.rows("paths"):
        if (row("stat") or row("p")) and tested(row):
            yield row, row.says("stat_kind"), row("stat"), None, row("df"), row("p")
    for row in sheet.rows("tests"):
        kind = row.says("kind")
        first, second = (row("df1"), row("df2")) if kind in ("F", "chi2") else (None, row("df2") or row("df1"))
        yield row, kind, row("stat"), first, second, row("p")
    for row in sheet.rows("structural"):
        if row("f"):
            yield row, "F", row("f"), row("f_df1"), row("f_df2"), row("f_p")
    for row in sheet.loadings():
        if row("z") and row("p"):
            yield row, "z", row("z"), None, None, row("p")


def _p_from_stat(
    stat: Interval, p: Interval, *dfs: Interval, kind: str, tail: str, least: float, level: Interval, as_expected: bool
) -> Conflict | None:
    df1, df2 = (dfs[0], dfs[1] if len(dfs) > 1 else None) if kind in ("F", "chi2") else (None, dfs[0] if dfs else None)
    computed = p_values(kind, stat, df1, df2, tail, least, as_expected)
    if not computed or admitted(p, computed):
        return None
    grave = sides(p, computed, level)
    expected = " or ".join(map(str, computed))
    side = ", on the other side of alpha" if grave else ""
    return Conflict(
        "critical" if grave else "error", f"p {p} differs from {expected} of the statistic{side}", f"p {p}", expected
    )


def _relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    level = alpha(sheet)
    for row, kind, stat, df1, df2, p in statistics(sheet):
        if stat is None or p is None:
            yield Missing(row.at, "p" if p is None else "the statistic")
        elif kind not in ("t", "z", "r", "F", "chi2"):
            yield Missing(row.at, "which statistic it is (t, z, F, chi2, r)")
        elif (kind == "chi2" and df1 is None) or (kind == "r" and df2 is None) or (kind == "F" and not (df1 and df2)):
            yield Missing(row.at, "df")
        elif kind == "r" and abs(stat.reading).lo > 1:
            yield Missing(row.at, "a correlation inside [-1, 1]")
        else:
            cells = tuple(c for c in (stat, p, df1, df2) if c is not None)
            way = as_hypothesised(row)
            least, tail = fewest_df(sheet, row), tails(row, sheet)
            test = partial(_p_from_stat, kind=kind, tail=tail, least=least, level=level, as_expected=way)
            yield Relation(row.at, cells, test)


def _p_range(p: Interval) -> Conflict | None:
    if p.meets(UNIT):
        return None
    return Conflict("error", f"p {p} is impossible as printed: a probability lies in [0, 1]", f"p {p}", "[0, 1]")


def _differences_of_fit(sheet: Sheet) -> list[Row]:
    return [row.sub("delta") for row in sheet.rows("fit")]


def _p_cells(sheet: Sheet) -> Iterator[Relation | Missing]:
    for section, name in (
        ("paths", "p"),
        ("tests", "p"),
        ("structural", "f_p"),
        ("effects", "direct_p"),
        ("effects", "p"),
        ("fit", "p"),
        ("fit", "pclose"),
        (_differences_of_fit, "p"),
        ("structural", "f_change_p"),
        ("differences", "p"),
    ):
        yield from over(section, name, _p_range, witness=False)(sheet)
    yield from over(Sheet.loadings, "p", _p_range, witness=False)(sheet)


def _p_zero(p: Interval, text: str) -> Conflict | None:
    if p.lo == 0 and p.hi > 0 and not text.strip("0. "):
        return Conflict("note", f"p is printed as {text}: write that it is below {p.hi:g}", text, f"< {p.hi:g}")
    return None


def _p_zeros(sheet: Sheet) -> Iterator[Relation]:
    for row, _, _, _, _, p in statistics(sheet):
        if p is not None:
            yield Relation(row.at, (p,), partial(_p_zero, text=p.text), witness=False)


_T = {"stat_kind": "t", "df": "40", "stat": "2.50"}
_REF = "Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2"
CHECKS = (
    Check(
        id="p-from-stat",
        title="p does not follow from the test statistic",
        section=2,
        formula="p = P(|T| >= |t|); t, z, F, chi-square, r with t = r * sqrt(df / (1 - r^2)); monotone in |t|",
        reference=_REF,
        needs="a statistic of known kind, its df (t and z: n will do), and p",
        relations=_relations,
        passes=(
            {"conventions": {"tails": "two"}, "paths": [{**_T, "p": ".017"}]},
            {"paths": [{**_T, "p": ".008"}]},  # tails not stated: one-tailed is admitted
            {"tests": [{"kind": "F", "stat": "4.02", "df1": "2", "df2": "117", "p": ".02"}]},
            {"tests": [{"kind": "chi2", "stat": "3.84", "df1": "1", "p": ".05"}]},
            {"tests": [{"kind": "r", "stat": ".30", "df2": "98", "p": ".002"}]},
            {"paths": [{"stat_kind": "t", "stat": "12.1", "p": ".000"}]},
        ),
        fails=(
            {"conventions": {"tails": "two"}, "paths": [{**_T, "p": ".071"}]},
            {"tests": [{"kind": "F", "stat": "4.02", "df1": "2", "df2": "117", "p": ".20"}]},
            {"tests": [{"kind": "chi2", "stat": "3.84", "df1": "1", "p": ".50"}]},
            {"tests": [{"kind": "r", "stat": ".30", "df2": "98", "p": ".020"}]},
            {"structural": [{"outcome": "y", "f": "9.9", "f_df1": "3", "f_df2": "96", "f_p": ".04"}]},
        ),
        silent=(
            {"paths": [{"stat": "2.5", "p": ".9"}]},
            {"paths": [{"stat_kind": "F", "stat": "2.5", "p": ".9"}]},
            {"tests": [{"kind": "r", "stat": "4.59", "df2": "22", "p": ".01"}]},
            {"tests": [{"kind": "chi2", "stat": "4.59", "p": ".01"}]},
            {"paths": [{"p": ".01"}]},
            {"paths": [{"effect": "indirect", "stat_kind": "z", "stat": "1.14", "p": ".039"}]},
        ),
        avoids="one-tailed tables; corrected p values; bootstrap p that is not a function of t",
    ),
    Check(
        id="p-out-of-range",
        title="p below 0 or above 1",
        section=2,
        formula="0 <= p <= 1",
        reference=_REF,
        needs="a printed p",
        relations=_p_cells,
        passes=({"paths": [{"p": "<.001"}]}, {"tests": [{"p": "1.00"}]}),
        fails=({"paths": [{"p": "1.26"}]}, {"effects": [{"direct_p": "-.04"}]}),
        silent=({"paths": [{"stat": "2.5"}]},),
    ),
    Check(
        id="p-zero",
        title="p printed as zero",
        section=2,
        formula="p > 0",
        reference="APA Publication Manual, 7th edition, section 6.36",
        needs="a printed p",
        relations=_p_zeros,
        passes=({"paths": [{"p": "<.001"}]},),
        fails=({"paths": [{"p": "0.000"}]},),
        silent=({"paths": [{"beta": ".3"}]},),
        avoids="a matter of style: never more than a note",
        sanity=True,
    ),
)
