"""Rows and values that repeat or look alike: patterns that ask for an explanation, not proofs."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from scipy.special import bdtrc, chdtrc

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]

_ROW = ("b", "beta", "se", "stat", "p", "ci_lo", "ci_hi")
_TELLING = 3  # cells that must all be equal
_DIGITS = 5  # that these print together, without leading zeros
_ENDS = ("from", "to")
_WAVE = re.compile(r"\b(?:t|time|w|wave)\s?(?P<n>\d)(?:\s?[-–—→]\s?(?:t|time|w|wave)?\s?\d)?\b", re.IGNORECASE)


def _same(*cells: Interval, rows: tuple[str, str]) -> Conflict | None:
    half = len(cells) // 2
    if cells[:half] != cells[half:]:
        return None
    message = f"{rows[0]} and {rows[1]} have the same {half} values: a copied row?"
    return Conflict("error", message, f"{half} equal cells", "different rows for different relations")


def _printed(row: Row) -> dict[str, Cell]:
    return {k: c for k in _ROW if (c := row(k))}


def _name(row: Row) -> str:
    return f"{row.says('from')} -> {row.says('to')}"


def _telling(cell: Cell) -> bool:
    """A value that rows share by chance only rarely: not zero, and not a bound such as < .001."""
    return cell.reading.lo * cell.reading.hi > 0 and cell.text.strip()[:1] not in "<>≤≥"


def _alike(cells: dict[str, Cell], theirs: dict[str, Cell]) -> list[str]:
    """What both rows print, if it is printed the same; most rows differ in the first cell already."""
    keys = []
    for key, cell in cells.items():
        if other := theirs.get(key):
            if other.text != cell.text:
                return []
            keys.append(key)
    return keys


def _by_chance_rarely(cells: dict[str, Cell], keys: list[str]) -> bool:
    """Whether the equal cells print enough digits: `.01 (.01)` of two controls is the same soon."""
    return sum(len(re.sub(r"\D", "", cells[key].text).lstrip("0")) for key in keys) >= _DIGITS


def _held_equal(row: Row, other: Row) -> bool:
    """Whether two rows are one relation, or one that is held equal over time: the same ends, later or earlier."""
    if _name(row) == _name(other):
        return True
    ends = [[(_WAVE.sub("", name), _WAVE.search(name)) for name in _ends(r)] for r in (row, other)]
    if [name for name, _ in ends[0]] != [name for name, _ in ends[1]]:
        return False
    waves = [[int(wave["n"]) if wave else None for _, wave in told] for told in ends]
    pairs = list(zip(*waves, strict=True))
    if any((a is None) != (b is None) for a, b in pairs) or pairs[1][0] is None:
        return False
    later = [b - a for a, b in pairs if a is not None and b is not None]
    return bool(later) and (all(n > 0 for n in later) or all(n < 0 for n in later))


def _ends(row: Row) -> list[str]:
    return [str(row.says(end)) for end in _ENDS]


def _pairs(sheet: Sheet) -> Iterator[Relation | Missing]:
    """Only rows that look alike become relations; the others are told apart by one glance at their digits."""
    tables: dict[tuple[str, ...], list[tuple[Row, dict[str, Cell]]]] = {}
    for row in sheet.rows("paths"):
        if row.says("effect") not in ("", "direct"):
            continue
        cells = _printed(row)
        if len(cells) >= _TELLING:
            key = tuple(row.says(k) for k in ("table", "model", "group"))
            tables.setdefault(key, []).append((row, cells))
    for rows in tables.values():
        for i, (row, cells) in enumerate(rows):
            for other, theirs in rows[:i]:
                keys = _alike(cells, theirs)
                if not keys or _held_equal(row, other) or not _by_chance_rarely(cells, keys):
                    continue
                if sum(map(_telling, cells.values())) >= _TELLING - 1 and len(keys) >= _TELLING:
                    both = (*(theirs[k] for k in keys), *(cells[k] for k in keys))
                    yield Relation(row.at, both, partial(_same, rows=(_name(other), _name(row))), witness=False)
        for row, cells in rows[:1]:
            yield Relation(row.at, tuple(cells.values()), lambda *_: None, witness=False)


# -- digits ----------------------------------------------------------------------------------------------------

_ENOUGH = 100


def _digits(sheet: Sheet) -> Iterator[Relation | Missing]:
    """Last digits of independent three-decimal cells, away from the ends of their range."""
    cells = [
        c
        for row in [*sheet.rows("paths"), *sheet.loadings()]
        for k in ("b", "beta", "se", "loading")
        if (c := row(k)) and len(c.text.partition(".")[2]) == 3 and abs(c.reading).hi < 0.95
    ]
    if cells:
        if len(cells) < _ENOUGH:
            yield Missing("", f"at least {_ENOUGH} cells with three decimals")
        else:
            texts = tuple(c.text for c in cells)
            yield Relation("", tuple(cells), partial(_uniform, texts=texts), witness=False)


def _uniform(*_: Interval, texts: tuple[str, ...]) -> Conflict | None:
    counts = Counter(t[-1] for t in texts)
    expected = len(texts) / 10
    x = sum((counts.get(d, 0) - expected) ** 2 / expected for d in "0123456789")
    p = float(chdtrc(9, x))
    if p >= 1e-4:
        return None
    shown = ", ".join(f"{d}: {counts.get(d, 0)}" for d in "0123456789")
    return Conflict(
        "warn",
        f"last digits are far from uniform (chi2 {x:.1f}, p {p:.1g}): {shown}",
        shown,
        f"about {expected:.0f} each",
    )


def _similar(sheet: Sheet) -> Iterator[Relation | Missing]:
    """Loadings within .02 of each other in four constructs or more, or every alpha equal to its CR."""
    tight = []
    measured = [(c, [x for r in rows if (x := r("loading"))]) for c, rows in sheet.measured()]
    wide = [(c, cells) for c, cells in measured if len(cells) >= 3]
    if len(wide) < 4:
        if measured:
            yield Missing("/constructs", "four constructs with at least three loadings")
        return
    for _, cells in wide:
        values = [x.reading.mid for x in cells]
        if max(values) - min(values) <= 0.04 + 1e-9:
            tight.append(cells)
    every = tuple(x for cells in tight for x in cells) or tuple(wide[0][1])
    yield Relation("/constructs", every, partial(_tight, constructs=len(tight), of=len(wide)), witness=False)


def _tight(*_: Interval, constructs: int, of: int) -> Conflict | None:
    if constructs < 4 or constructs < of:
        return None
    message = f"in all {constructs} constructs the loadings lie within .02 of their middle: unusually alike"
    return Conflict("warn", message, f"{constructs} of {of}", "loadings that differ")


def _just(sheet: Sheet) -> Iterator[Relation | Missing]:
    stats = [c for r in sheet.rows("paths") if r.says("stat_kind") in ("t", "z") and (c := r("stat"))]
    near = [c for c in stats if 1.72 <= abs(c.reading).mid <= 2.2]
    if stats:
        if len(near) < 8:
            yield Missing("/paths", "eight statistics near 1.96")
        else:
            yield Relation("/paths", tuple(near), _caliper, witness=False)


def _caliper(*stats: Interval) -> Conflict | None:
    above = sum(1 for s in stats if abs(s).mid >= 1.96)
    p = float(bdtrc(above - 1, len(stats), 0.5))
    if p >= 0.001:
        return None
    message = f"{above} of {len(stats)} statistics between 1.72 and 2.20 are just significant (binomial p {p:.1g})"
    return Conflict("warn", message, f"{above} of {len(stats)}", "about half")


def _all_supported(sheet: Sheet) -> Iterator[Relation | Missing]:
    verdicts = [r.says("verdict") for r in sheet.rows("paths") if r.says("verdict")]
    r2s = [c for r in sheet.rows("structural") if (c := r("r2"))]
    if len(verdicts) < 15 or not r2s:
        if verdicts:
            yield Missing("/paths", "fifteen hypotheses, and R2")
        return
    yield Relation("/paths", tuple(r2s), partial(_monotone, verdicts=tuple(verdicts)), witness=False)


def _monotone(*r2s: Interval, verdicts: tuple[str, ...]) -> Conflict | None:
    if any(v != "supported" for v in verdicts) or any(r.hi < 0.6 for r in r2s):
        return None
    message = f"all {len(verdicts)} hypotheses are supported and every R2 is above .6"
    return Conflict("note", message, f"{len(verdicts)} of {len(verdicts)}", "some hypothesis that fails")


def _paths(*rows: tuple[str, str, str]) -> dict[str, object]:
    return {
        "paths": [
            {"table": "2", "from": f"x{i}", "to": "y", "beta": b, "se": s, "stat": t}
            for i, (b, s, t) in enumerate(rows)
        ]
    }


def _t(*values: str) -> dict[str, object]:
    return {"paths": [{"stat_kind": "t", "stat": v} for v in values]}


def _loads(*values: str) -> list[dict[str, str]]:
    return [{"loading": v} for v in values]


def _verdicts(n: int, r2: str) -> dict[str, object]:
    return {"paths": [{"verdict": "supported"}] * n, "structural": [{"r2": r2}]}


_A, _B = (".31", ".05", "6.20"), (".42", ".06", "7.00")
CHECKS = (
    Check(
        id="duplicate-rows",
        title="two rows of one table are equal",
        section=9,
        formula="three or more cells equal in rows of different relations",
        reference="Heathers 2025, An introduction to forensic metascience, doi:10.5281/zenodo.14871843",
        needs="two rows of one table with at least three numbers each",
        relations=_pairs,
        passes=(_paths(_A, _B),),
        fails=(_paths(_A, _B, _A),),
        silent=({"paths": [{"beta": ".3"}]},),
        avoids="summary rows, coefficients of 0.000, the same relation shown twice",
        sanity=True,
    ),
    Check(
        id="terminal-digit",
        title="last digits are not uniform",
        section=9,
        formula="chi-square of last digits against uniform, p < .0001",
        reference="Mosimann et al. 1995, doi:10.1080/08989629508573866",
        needs="at least 100 cells with three decimals",
        relations=_digits,
        passes=({"paths": [{"beta": f".{i:03d}"} for i in range(100, 250)]},),
        fails=({"paths": [{"beta": f".{i}5"} for i in range(10, 90)] * 2},),
        silent=({"paths": [{"beta": ".315"}]}, {"paths": [{"p": ".3"}]}),
        avoids="two decimals, p values, values near 1, fewer than 100 cells",
        sanity=True,
    ),
    Check(
        id="too-similar",
        title="loadings that are nearly all alike",
        section=9,
        formula="all loadings within .02 of their middle in every one of four or more constructs",
        reference="Simonsohn 2013, doi:10.1177/0956797613480366",
        needs="four constructs with at least three loadings",
        relations=_similar,
        passes=({"constructs": [{"loadings": _loads(".61", ".72", ".83")}] * 4},),
        fails=({"constructs": [{"loadings": _loads(".81", ".82", ".83")}] * 4},),
        silent=({"constructs": [{"loadings": _loads(".81", ".82", ".83")}] * 2}, {"constructs": []}),
        sanity=True,
    ),
    Check(
        id="too-many-just-significant",
        title="too many statistics just above the line",
        section=9,
        formula="binomial p of |t| in [1.96, 2.20] among those in [1.72, 2.20] below .001",
        reference="Gerber & Malhotra 2008, doi:10.1561/100.00008024 (caliper test)",
        needs="eight statistics near 1.96",
        relations=_just,
        passes=(_t(*["1.80", "2.10"] * 5),),
        fails=(_t(*["2.05"] * 12),),
        silent=(_t("2.05", "2.06"), {"paths": [{"stat": "2.0"}]}),
        sanity=True,
    ),
    Check(
        id="monotone-fabrication",
        title="everything is supported and everything is explained",
        section=9,
        formula="15 or more hypotheses, all supported, every R2 above .6",
        reference="own rule; a pattern, not an identity",
        needs="fifteen verdicts and R2",
        relations=_all_supported,
        passes=(_verdicts(15, ".35"),),
        fails=(_verdicts(15, ".75"),),
        silent=(_verdicts(3, ".75"), {"structural": [{"r2": ".75"}]}),
        sanity=True,
    ),
)
