"""Stars and verdicts against the p value they stand for."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from evidence.checks.distributions import alpha, as_hypothesised, fewest_df, p_values, tails
from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.p_from_stat import tested
from evidence.checks.sheet import Cell, Row, Sheet, number

__all__ = ["CHECKS", "COMMON", "Legend", "allowed", "fits", "mark_of", "stated_legend"]

Legend = dict[str, float]
COMMON: tuple[Legend, ...] = (
    {"***": 0.001, "**": 0.01, "*": 0.05},
    {"***": 0.001, "**": 0.01, "*": 0.05, "†": 0.10},
    {"***": 0.001, "**": 0.01, "*": 0.05, "+": 0.10},
    {"***": 0.01, "**": 0.05, "*": 0.10},
    {"**": 0.01, "*": 0.05},
    {"****": 0.0001, "***": 0.001, "**": 0.01, "*": 0.05},
)
_LOOK_ALIKES = str.maketrans({"∗": "*", "⁎": "*", "＊": "*", "✱": "*"})


class Starred(NamedTuple):
    """A row with stars and what p they may stand for, printed or computed."""

    row: Row
    stars: Cell
    p: Cell | None
    stat: Cell | None
    df: Cell | None
    kind: str
    tail: str
    way: bool  # the estimate has the hypothesised sign
    least: float  # the fewest df its statistic may have


def mark_of(stars: str) -> str:
    """The stars as a legend names them."""
    return stars.translate(_LOOK_ALIKES).replace(" ", "").removesuffix("n.s.").removesuffix("ns")


def allowed(stars: str, legend: Legend) -> Interval | None:
    """The p values a mark stands for; None where the legend does not know it."""
    mark = mark_of(stars)
    if mark and mark not in legend:
        return None
    top = legend[mark] if mark else 1.0
    bottom = max((v for k, v in legend.items() if v < top or not mark), default=0.0)
    return Interval(0.0 if mark and bottom == top else bottom, top)


def fits(stars: str, ps: list[Interval], legend: Legend) -> bool:
    """Some p among these is one that the mark stands for."""
    known = allowed(stars, legend)
    return known is not None and any(p.meets(known) for p in ps)


def stated_legend(sheet: Sheet) -> Legend | None:
    """The legend the paper prints; None where it prints none."""
    stated = sheet.conventions.raw.get("star_legend")
    if not isinstance(stated, dict) or not stated:
        return None
    cells = {k: number("", v, "p") for k, v in stated.items() if isinstance(k, str)}
    return {mark_of(k): abs(c.reading).mid if "<" not in c.text else c.reading.hi for k, c in cells.items() if c}


def _computed(row: Starred, stat: Interval | None = None, df: Interval | None = None) -> list[Interval]:
    if row.stat is None:
        return []
    here = stat if stat is not None else row.stat.reading
    return p_values(
        row.kind, here, None, df if df is not None else row.df.reading if row.df else None, row.tail, row.least, row.way
    )


def _starred(sheet: Sheet) -> list[Starred]:
    found = []
    for row in sheet.rows("paths"):
        if (stars := row.word("stars")) is not None:
            kind = row.says("stat_kind")
            stat = row("stat") if kind in ("t", "z") and tested(row) else None
            found.append(
                Starred(
                    row,
                    stars,
                    row("p"),
                    stat,
                    row("df"),
                    kind,
                    tails(row, sheet),
                    as_hypothesised(row),
                    fewest_df(sheet, row),
                )
            )
    found += [
        Starred(row, stars, row("p"), row("z"), None, "z", tails(row, sheet), False, fewest_df(sheet, row))
        for row in sheet.loadings()
        if (stars := row.word("stars")) is not None
    ]
    return found


def _legends(sheet: Sheet) -> tuple[list[Legend], list[Starred]]:
    """The legends the paper may have used: its own, else those that fit most of its rows.

    Where every common legend fails many rows, none of them is the paper's. Stars all absent are fine where nothing is
    significant; else the table may simply not use them.
    """

    def find() -> tuple[list[Legend], list[Starred]]:
        rows = _starred(sheet)
        own = stated_legend(sheet)
        if own is not None:
            unknown = {m for r in rows if (m := mark_of(r.stars.text))} - set(own)
            if own and unknown:  # the legend was read in part: only what its own marks exclude is certain
                rows = [r for r in rows if mark_of(r.stars.text) in own]
                return [{mark: top, "?": 0.0} for mark, top in own.items()], rows
            return [own] if own else list(COMMON), rows
        if not any(mark_of(r.stars.text) for r in rows):
            printed = [ps for r in rows for ps in ([r.p.reading] if r.p else [], _computed(r)) if ps]
            return (list(COMMON) if all(fits("", ps, COMMON[0]) for ps in printed) else []), rows
        marks = {m for r in rows if (m := mark_of(r.stars.text))}
        known = [legend for legend in COMMON if marks <= set(legend)] or list(COMMON)
        sources = [[ps for ps in ([r.p.reading] if r.p else [], _computed(r)) if ps] for r in rows]
        misfits = [
            sum(any(not fits(r.stars.text, ps, legend) for ps in each) for r, each in zip(rows, sources, strict=True))
            for legend in known
        ]
        fewest = min(misfits)
        if fewest > 1 and fewest > len(rows) / 4:
            return [], rows  # the paper uses a legend of its own
        return [legend for legend, bad in zip(known, misfits, strict=True) if bad == fewest], rows

    found: tuple[list[Legend], list[Starred]] = sheet.remember("legends", find)
    return found


def _misfit(stars: str, ps: list[Interval], legends: list[Legend], level: Interval, source: str) -> Conflict | None:
    if not ps or any(fits(stars, ps, legend) for legend in legends):
        return None
    known = allowed(stars, legends[0])
    grave = known is not None and (
        (known.hi <= level.lo and all(p.lo > level.hi for p in ps))
        or (known.lo >= level.hi and all(p.hi < level.lo for p in ps))
    )
    shown = " or ".join(map(str, ps))
    expected = f"p in {known}" if known else "a mark of the legend"
    message = f"'{stars}' stands for {expected}, but {source} is {shown}"
    return Conflict("critical" if grave else "error", message, f"'{stars}'", shown)


def _by_printed(stars: str, p: Interval, legends: list[Legend], level: Interval) -> Conflict | None:
    return _misfit(stars, [p], legends, level, "p")


def _by_computed(
    stars: str, stat: Interval, *df: Interval, row: Starred, legends: list[Legend], level: Interval
) -> Conflict | None:
    return _misfit(stars, _computed(row, stat, df[0] if df else None), legends, level, f"p of the statistic {stat}")


_NO_LEGEND = "any star, or a legend that says what they stand for"


def _vs_p(sheet: Sheet) -> Iterator[Relation | Missing]:
    legends, rows = _legends(sheet)
    level = alpha(sheet)
    for r in rows:
        if r.p is None or not legends:
            yield Missing(r.row.at, "p" if r.p is None else _NO_LEGEND)
        else:
            yield Relation(r.row.at, (r.stars, r.p), partial(_by_printed, legends=legends, level=level))


def _vs_stat(sheet: Sheet) -> Iterator[Relation | Missing]:
    legends, rows = _legends(sheet)
    level = alpha(sheet)
    for r in rows:
        if r.stat is None or not legends:
            yield Missing(r.row.at, "a t or z statistic" if r.stat is None else _NO_LEGEND)
        else:
            test = partial(_by_computed, row=r, legends=legends, level=level)
            yield Relation(r.row.at, (r.stars, r.stat, *((r.df,) if r.df else ())), test)


# -- verdicts --------------------------------------------------------------------------------------------------

_SIGNS = {"+": 1, "-": -1}


def _verdict(
    verdict: str, ps: list[Interval], ests: tuple[Interval, ...], sign: int, level: Interval, tail: str, source: str
) -> Conflict | None:
    """`ps`: every p the row admits. A directed test may halve a two-tailed p unless two tails are stated."""
    if not ps:
        return None
    smallest = min(p.lo for p in ps) / (1.0 if tail == "two" else 2.0)
    largest = max(p.hi for p in ps)
    if verdict == "supported":
        if smallest > level.hi:
            return Conflict(
                "critical",
                f"supported, but {source} is at least {smallest:.4g}, above alpha {level}",
                verdict,
                "not supported",
            )
        for est in ests:
            if sign and est.sign == -sign:
                side = "positive" if sign > 0 else "negative"
                message = f"supported, but the estimate {est} is not {side} as hypothesised"
                return Conflict("critical", message, verdict, "not supported")
    if verdict == "not supported" and largest < level.lo and ests and sign and all(e.sign == sign for e in ests):
        message = f"not supported, but {source} is at most {largest:.4g}, below alpha {level}, with the expected sign"
        return Conflict("critical", message, verdict, "supported")
    return None


def _by_p(said: str, p: Interval, *ests: Interval, sign: int, level: Interval, tail: str) -> Conflict | None:
    return _verdict(said, [p], ests, sign, level, tail, "p")


def _by_stat(
    said: str, t: Interval, *rest: Interval, kind: str, least: float, dfs: int, sign: int, level: Interval, tail: str
) -> Conflict | None:
    """The p of the statistic; of a one-tailed test that of the tail that was hypothesised."""
    ps = p_values(kind, t, None, rest[0] if dfs else None, tail or "two", least)[:1]
    return _verdict(said, ps, rest[dfs:], sign, level, tail, f"p of {t}")


def _verdicts(sheet: Sheet) -> Iterator[Relation | Missing]:
    level = alpha(sheet)
    for row in sheet.rows("paths"):
        verdict = row.word("verdict")
        if verdict is None or verdict.text not in ("supported", "not supported"):
            continue
        p, kind, df = row("p"), row.says("stat_kind"), row("df")
        stat = row("stat") if kind in ("t", "z") and tested(row) else None
        sign, tail = _SIGNS.get(row.says("sign"), 0), tails(row, sheet)
        ests = tuple(c for k in ("beta", "b") if (c := row(k)))
        if p:
            yield Relation(row.at, (verdict, p, *ests), partial(_by_p, sign=sign, level=level, tail=tail))
        if stat:
            dfs, least = (df,) if df else (), fewest_df(sheet, row)
            test = partial(_by_stat, kind=kind, least=least, dfs=len(dfs), sign=sign, level=level, tail=tail)
            yield Relation(row.at, (verdict, stat, *dfs, *ests), test)
        if p is None and stat is None:
            yield Missing(row.at, "p, or a t or z statistic")


_OWN = {"paths": [{"stars": "*", "p": p} for p in (".2", ".3", ".4")]}  # stars that stand for something else
_P = {"stat_kind": "t", "df": "200"}
_APA = "APA Publication Manual, 7th edition, section 7.14 (probability notes)"
CHECKS = (
    Check(
        id="stars-vs-p",
        title="stars do not stand for the printed p",
        section=2,
        formula="*** p < .001, ** p < .01, * p < .05, none p >= .05, or the legend of the table",
        reference=_APA,
        needs="stars and p of one row; without a legend, no common legend may fit the table",
        relations=_vs_p,
        passes=(
            {"paths": [{"stars": "*", "p": ".042"}, {"stars": "", "p": ".20"}]},
            {"paths": [{"stars": "*", "p": ".08"}, {"stars": "**", "p": ".03"}]},  # the economists' legend
            {"conventions": {"star_legend": {"*": ".10"}}, "paths": [{"stars": "*", "p": ".08"}]},
            {
                "conventions": {"star_legend": {"*": ".05"}},
                "paths": [{"stars": "*", "p": ".001"}, {"stars": "**", "p": ".2"}],
            },
        ),
        fails=(
            {"paths": [{"stars": "*", "p": ".719"}, {"stars": "", "p": ".20"}]},
            {"paths": [{"stars": "", "p": ".003"}, {"stars": "***", "p": "<.001"}]},
            {"conventions": {"star_legend": {"*": "<.05"}}, "paths": [{"stars": "*", "p": ".08"}]},
            {
                "conventions": {"star_legend": {"*": ".05"}},
                "paths": [{"stars": "*", "p": ".2"}, {"stars": "**", "p": ".2"}],
            },
        ),
        silent=({"paths": [{"stars": "*"}]}, {"paths": [{"stars": "", "p": ".003"}]}, {"paths": [{"p": ".003"}]}, _OWN),
        avoids="legends with a dagger at .10 or one star at .10",
    ),
    Check(
        id="stars-vs-stat",
        title="stars do not stand for the p of the statistic",
        section=2,
        formula="as stars-vs-p, p = P(|T| >= |t|)",
        reference=_APA,
        needs="stars and a t or z statistic of one row",
        relations=_vs_stat,
        passes=({"paths": [{**_P, "stars": "***", "stat": "10.1"}, {**_P, "stars": "", "stat": "0.9"}]},),
        fails=(
            {"paths": [{**_P, "stars": "**", "stat": "10.1"}, {**_P, "stars": "***", "stat": "9.9"}]},
            {"paths": [{**_P, "stars": "**", "stat": "1.10"}]},
        ),
        silent=(
            {"paths": [{"stars": "**", "p": ".01"}]},
            {"conventions": {"tails": "two"}, "paths": [{**_P, "stars": "", "stat": "10.1"}]},
        ),
        avoids="one-tailed tables: tails not stated admit both",
    ),
    Check(
        id="verdict-vs-p",
        title="the verdict on a hypothesis contradicts its p value or sign",
        section=2,
        formula="supported: p <= alpha and sign as hypothesised; not supported: not so",
        reference="Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2 (decision errors)",
        needs="verdict, and p or a statistic; the hypothesised sign to contradict 'not supported'",
        relations=_verdicts,
        passes=(
            {"paths": [{"verdict": "supported", "p": "<.001", "beta": ".3", "sign": "+"}]},
            {"paths": [{"verdict": "supported", "p": ".08", "beta": ".3", "sign": "+"}]},  # one-tailed p = .04
            {"paths": [{"verdict": "not supported", "p": ".001", "beta": "-.3", "sign": "+"}]},
            {
                "conventions": {"tails": "two", "star_legend": {"*": ".1"}},
                "paths": [{"verdict": "supported", "p": ".08"}],
            },
        ),
        fails=(
            {"paths": [{"verdict": "supported", "p": ".318", "beta": ".09", "sign": "+"}]},
            {"paths": [{"verdict": "supported", "p": "<.001", "beta": "-.30", "sign": "+"}]},
            {"paths": [{"verdict": "not supported", "p": "<.001", "beta": ".30", "sign": "+"}]},
            {"paths": [{"verdict": "supported", **_P, "stat": "0.98", "beta": ".09"}]},
        ),
        silent=({"paths": [{"verdict": "supported"}]}, {"paths": [{"verdict": "partially supported", "p": ".9"}]}),
        avoids="alpha = .10, one-tailed tests, partial support, hypotheses of no effect",
    ),
)
