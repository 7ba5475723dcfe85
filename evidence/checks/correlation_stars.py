"""Stars and p of a correlation table against what n makes of each correlation."""

from collections.abc import Iterator
from functools import partial

from evidence.checks.distributions import admitted, p_values, tails
from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Sheet, number
from evidence.checks.stars_and_verdicts import COMMON, Legend, fits, mark_of, stated_legend
from evidence.checks.tables import Table, matrices, off_diagonal

__all__ = ["CHECKS"]

# tables of correlations often mark one level only
_LEGENDS: tuple[Legend, ...] = (*COMMON, *({"*" * k: p} for k, p in ((1, 0.05), (1, 0.01), (2, 0.01), (3, 0.001))))


def _ps(r: Interval, n: Interval, tail: str) -> list[Interval]:
    """Every p of the correlation: pairwise deletion may have left half of the sample. A single tail is the smaller."""
    if abs(r).lo > 1:
        return []
    return p_values("r", r, None, Interval(max(n.lo / 2 - 2, 1.0), max(n.hi - 2, 1.0)), tail, 1.0, as_expected=True)


def _starred(stars: str, r: Interval, n: Interval, tail: str, legends: list[Legend]) -> Conflict | None:
    ps = _ps(r, n, tail)
    if not ps or any(fits(stars, ps, legend) for legend in legends):
        return None
    shown = " or ".join(map(str, ps))
    what = f"marked '{stars}'" if mark_of(stars) else "without a mark"
    message = f"the correlation {r} stands {what}, but with n up to {n} its p is {shown}"
    return Conflict("warn", message, f"'{stars}'", f"p {shown}")


def _printed(p: Interval, r: Interval, n: Interval, tail: str) -> Conflict | None:
    ps = _ps(r, n, tail)
    if not ps or admitted(p, ps):
        return None
    shown = " or ".join(map(str, ps))
    return Conflict("warn", f"p {p} of the correlation {r} is not {shown}, with n up to {n}", f"p {p}", shown)


def _beside(table: Table, name: str, i: int, j: int) -> object:
    """What stands at the place of a correlation in the triangle of p or of stars."""
    lines = table.row.raw.get(name)
    line = lines[i] if isinstance(lines, list | tuple) and i < len(lines) else None
    return line[j] if isinstance(line, list | tuple) and j < len(line) else None


def _marks(table: Table) -> list[tuple[Cell, Cell]]:
    """Correlations with the stars printed at them, where the table has any."""
    found = []
    for i, j, r in off_diagonal(table):
        text = _beside(table, "stars", i, j)
        if isinstance(text, str):
            found.append((r, Cell(f"{table.row.at}/stars/{i}/{j}", text, "word", text)))
    return found if any(mark_of(stars.text) for _, stars in found) else []


def _legends(sheet: Sheet, marks: list[tuple[Cell, Cell]], n: Interval, tail: str) -> list[Legend]:
    """The paper's legend, else those that fit most of the table; none where the table has one of its own.

    A table may know fewer marks than the paper: then its strongest stands for all below.
    """
    used = {m for _, stars in marks if (m := mark_of(stars.text))}
    own = stated_legend(sheet)
    stated = [own, {mark: p for mark, p in own.items() if mark in used}] if own else []
    known = [legend for legend in (stated or _LEGENDS) if used <= set(legend)]
    if not known:
        return []
    each = [(stars.text, ps) for r, stars in marks if (ps := _ps(r.reading, n, tail))]
    misfits = [sum(not fits(text, ps, legend) for text, ps in each) for legend in known]
    fewest = min(misfits)
    if fewest > 1 and fewest > len(each) / 4:
        return []
    return [legend for legend, bad in zip(known, misfits, strict=True) if bad == fewest]


def _relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    for table in matrices(sheet):
        if not (table.row.raw.get("stars") or table.row.raw.get("p")):
            continue
        n, tail = sheet.n(table.row), tails(table.row, sheet)
        marks = _marks(table)
        if table.kind == "latent-same-model":
            yield Missing(table.row.at, "correlations of scores: those of latent variables have another test")
            continue
        if n is None or n.reading.lo < 4:
            yield Missing(table.row.at, "n")
            continue
        legends = _legends(sheet, marks, n.reading, tail)
        if marks and not legends:
            yield Missing(table.row.at, "a legend that says what the stars of this table stand for")
        for r, stars in marks if legends else ():
            test = partial(_starred, tail=tail, legends=legends)
            yield Relation(table.row.at, (stars, r, n), test, witness=False)
        for i, j, r in off_diagonal(table):
            if p := number(f"{table.row.at}/p/{i}/{j}", _beside(table, "p", i, j), "p"):
                yield Relation(table.row.at, (p, r, n), partial(_printed, tail=tail), witness=False)


def _table(r: str, n: str = "200", **more: object) -> dict[str, object]:
    line = {"names": ["a", "b", "c"], "lower": [["1"], [r, "1"], [".45", ".50", "1"]], "kind": "observed"}
    return {"sample": {"n": n}, "correlations": {**line, **more}}


_STARS = [[""], ["**", ""], ["***", "***", ""]]
_REF = "Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2"
CHECKS = (
    Check(
        id="r-significance",
        title="the stars or the p of a correlation do not go with its size and n",
        section=2,
        formula="t = r * sqrt((n' - 2) / (1 - r^2)) for some n' from n / 2 to n; the star's range contains its p",
        reference=_REF,
        needs="a table of correlations with stars or p, and n",
        relations=_relations,
        passes=(
            _table(".20", stars=_STARS),
            _table(".05", stars=[[""], ["", ""], ["**", "**", ""]]),
            _table(".20", p=[[], [".005"], ["<.001", "<.001"]]),
        ),
        fails=(
            _table(".05", stars=_STARS),
            _table(".45", stars=[[""], ["", ""], ["***", "***", ""]]),
            _table(".20", p=[[], [".500"], ["<.001", "<.001"]]),
        ),
        silent=(
            _table(".05"),
            _table(".05", n="n.a.", stars=_STARS),
            _table(".05", kind="latent-same-model", stars=_STARS),
            _table(".50", stars=[[""], ["‡", ""], ["‡", "", ""]]),
            _table(".50", stars=[[""], ["", ""], ["", "", ""]]),
            _table("1.20", stars=[[], [None]]),
        ),
        avoids="pairwise deletion; a legend of the table's own; correlations of latent variables",
    ),
)
