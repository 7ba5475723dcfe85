"""An estimate, its standard error and its test statistic."""

from collections.abc import Iterator
from functools import partial

from evidence.checks.interval import POSITIVE, Interval
from evidence.checks.model import Check, Conflict, Level, Missing, Relation, over
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS", "absolute", "estimates"]


def absolute(sheet: Sheet, rows: str) -> bool:
    """The statistics of these rows may be printed without their sign.

    Ruled out where the paper says so, or where the table prints a negative one; bootstrap programs print |t|.
    """
    said = sheet.conventions.raw.get("abs_stat")
    if isinstance(said, bool):
        return said

    def find() -> bool:
        if any(s.reading.hi < 0 for r in sheet.rows(rows) if (s := r("stat"))):
            return False
        return not sheet.conventions.says("estimator").upper().startswith(("ML", "OLS"))

    return bool(sheet.remember(f"absolute {rows}", find))


def estimates(sheet: Sheet) -> Iterator[tuple[Row, Cell, Cell, Cell | None]]:
    """Rows whose standard error is known to belong to a printed estimate: row, estimate, SE, statistic."""
    for row in sheet.rows("paths"):
        owner = row.says("se_of")
        est, se = row(owner) if owner in ("b", "beta") else None, row("se")
        if est and se and row.says("stat_kind") not in ("F", "chi2"):
            yield row, est, se, row("stat")
    for row in sheet.loadings():
        if (b := row("b")) and (se := row("se")):
            yield row, b, se, row("z")


def _ratio(est: Interval, se: Interval, stat: Interval, unsigned: bool) -> Conflict | None:
    if se.hi <= 0:
        return None  # se-not-positive speaks
    implied = est / se.cut(0.0)
    if unsigned:
        implied, stat = abs(implied), abs(stat)
    if implied.meets(stat):
        return None
    sizes = abs(implied), abs(stat)
    crossed = min(s.hi for s in sizes) < 1.6 and max(s.lo for s in sizes) > 2.6  # p = .05 is between for any df above 5
    level: Level = "critical" if crossed else "error"
    return Conflict(level, f"statistic {stat} is not estimate / SE = {implied}", str(stat), str(implied))


def _ratios(sheet: Sheet) -> Iterator[Relation | Missing]:
    unsigned = absolute(sheet, "paths")
    for row, est, se, stat in estimates(sheet):
        if stat is None:
            yield Missing(row.at, "the statistic")
        else:
            yield Relation(row.at, (est, se, stat), partial(_ratio, unsigned=unsigned and "z" not in row.raw))
    yield from _unknown_owner(sheet)


def _unknown_owner(sheet: Sheet) -> Iterator[Relation | Missing]:
    """Rows where nothing says whether the SE is that of b or of beta: one note if nearly all of a table fail."""
    tables: dict[str, list[tuple[Row, Cell, Cell, Cell]]] = {}
    for row in sheet.rows("paths"):
        if row.says("se_of") not in ("b", "beta") and (se := row("se")) and (stat := row("stat")):
            if est := row("beta") or row("b"):
                tables.setdefault(row.says("table"), []).append((row, est, se, stat))
            yield Missing(row.at, "se_of: which estimate the standard error belongs to")
    for rows in tables.values():
        failing = [r for r in rows if _ratio(r[1].reading, r[2].reading, r[3].reading, True)]
        if len(rows) >= 3 and len(failing) >= 0.8 * len(rows):
            cells = tuple(c for r in failing for c in r[1:])
            yield Relation(rows[0][0].at, cells, partial(_metric, failing=len(failing), rows=len(rows)), witness=False)


def _metric(*_: Interval, failing: int, rows: int) -> Conflict:
    message = f"se-metric-mismatch: {failing} of {rows} statistics are not estimate / SE; is the SE of another metric?"
    return Conflict("note", message, f"{failing} of {rows}", "estimate / SE")


def _positive(se: Interval) -> Conflict | None:
    if se.hi < 0:
        return Conflict("error", f"standard error {se} is below zero", str(se), "> 0")
    return None


def _se_cells(sheet: Sheet) -> Iterator[Relation | Missing]:
    for section, names in (("paths", ("se",)), ("effects", ("se", "se_a", "se_b"))):
        for name in names:
            yield from over(section, name, _positive, witness=False)(sheet)
    yield from over(Sheet.loadings, "se", _positive, witness=False)(sheet)


def _same_sign(a: Interval, b: Interval, names: str, unsigned: bool = False) -> Conflict | None:
    """`unsigned`: b may be printed without its sign, so only a negative b says something."""
    if a.sign * b.sign >= 0 or (unsigned and b.sign > 0):
        return None
    return Conflict("critical", f"{names} have opposite signs: {a} and {b}", str(a), f"the sign of {b}")


def _signs(sheet: Sheet) -> Iterator[Relation]:
    unsigned = absolute(sheet, "paths")
    for row in sheet.rows("paths"):
        b, beta, stat = row("b"), row("beta"), row("stat")
        if row.says("stat_kind") in ("F", "chi2"):
            stat = None
        if b and beta:
            yield Relation(row.at, (b, beta), partial(_same_sign, names="b and beta"))
        for est, name in ((b, "b"), (beta, "beta")):
            if est and stat:
                yield Relation(
                    row.at, (est, stat), partial(_same_sign, names=f"{name} and its statistic", unsigned=unsigned)
                )
    for row in sheet.loadings():
        if (b := row("b")) and (z := row("z")):
            yield Relation(row.at, (b, z), partial(_same_sign, names="b and its statistic"))


def _not_negative(stat: Interval) -> Conflict | None:
    if stat.meets(POSITIVE):
        return None
    return Conflict("error", f"a sum of squares cannot be negative: {stat}", str(stat), ">= 0")


def _squares(sheet: Sheet) -> Iterator[Relation | Missing]:
    for section in ("paths", "tests"):
        for row in sheet.rows(section):
            if (row.says("stat_kind") or row.says("kind")) in ("F", "chi2") and (stat := row("stat")):
                yield Relation(row.at, (stat,), _not_negative, witness=False)
    for section, name in (("structural", "f"), ("fit", "chi2"), ("fit", "baseline_chi2"), ("fit", "chi2_df")):
        yield from over(section, name, _not_negative, witness=False)(sheet)


_WALD = "Wald 1943, doi:10.1090/S0002-9947-1943-0012401-3"
CHECKS = (
    Check(
        id="t-from-b-se",
        title="the statistic is not the estimate divided by its standard error",
        section=2,
        formula="stat = estimate / SE",
        reference=_WALD,
        needs="estimate, SE and statistic of one row, and which estimate the SE belongs to",
        relations=_ratios,
        passes=(
            {"paths": [{"b": ".504", "se": ".093", "se_of": "b", "stat": "5.42"}]},
            {
                "conventions": {"abs_stat": True},
                "paths": [{"beta": "-.30", "se": ".10", "se_of": "beta", "stat": "3.0"}],
            },
            {"constructs": [{"loadings": [{"b": "1.169", "se": "0.113", "z": "10.38"}]}]},
        ),
        fails=(
            {"paths": [{"b": ".504", "se": ".093", "se_of": "b", "stat": "4.52"}]},
            {"paths": [{"b": "-.50", "se": ".10", "se_of": "b", "stat": "-1.00"}]},
            {"constructs": [{"loadings": [{"b": "1.169", "se": "0.131", "z": "10.38"}]}]},
            {"paths": [{"table": "2", "beta": b, "se": ".9", "stat": "5.0"} for b in (".31", ".42", ".53")]},  # a note
        ),
        silent=(
            {"paths": [{"b": ".504", "se": ".093", "stat": "4.52"}]},
            {"paths": [{"b": ".504", "se": ".093", "se_of": "b"}]},
            {"paths": [{"b": ".504", "se": "-.093", "se_of": "unknown", "stat": "4.52"}]},
        ),
        avoids="standardised beta beside the SE of b: never on a single row unless se_of is known",
    ),
    Check(
        id="se-not-positive",
        title="standard error below zero",
        section=2,
        formula="SE > 0",
        reference=_WALD,
        needs="a printed standard error",
        relations=_se_cells,
        passes=({"paths": [{"se": ".05"}]}, {"paths": [{"se": ".000"}]}),
        fails=({"paths": [{"se": "-.05"}]}, {"constructs": [{"loadings": [{"se": "-0.11"}]}]}),
        silent=({"paths": [{"beta": ".05"}]},),
        avoids="an SE printed .000 may be small: only its ratio to the estimate can prove it wrong",
    ),
    Check(
        id="sign-mismatch",
        title="b, beta and their statistic differ in sign",
        section=2,
        formula="sign(b) = sign(beta) = sign(stat)",
        reference=_WALD,
        needs="two of b, beta and a signed statistic",
        relations=_signs,
        passes=(
            {"paths": [{"b": "-.33", "beta": "-.26", "stat": "-4.13"}]},
            {"paths": [{"b": ".00", "beta": "-.01"}]},
            {"conventions": {"abs_stat": True}, "paths": [{"b": "-.33", "beta": "-.26", "stat": "4.13"}]},
            {"paths": [{"beta": "-.26", "stat": "4.13"}]},
        ),
        fails=(
            {"paths": [{"b": ".33", "beta": "-.26"}]},
            {"conventions": {"abs_stat": False}, "paths": [{"beta": "-.26", "stat": "4.13"}]},
            {"constructs": [{"loadings": [{"b": "1.1", "z": "-9.1"}]}]},
        ),
        silent=(
            {"paths": [{"beta": "-.26", "se": ".1"}]},
            {"paths": [{"beta": "-.26", "stat_kind": "F", "stat": "4.1"}]},
        ),
        avoids="statistics printed without sign; suppression (a correlation may differ in sign)",
    ),
    Check(
        id="negative-statistic",
        title="F or chi-square below zero",
        section=2,
        formula="F >= 0, chi2 >= 0",
        reference="Satorra & Bentler 2001, doi:10.1007/BF02296192 (only a scaled difference may be negative)",
        needs="a printed F or chi-square",
        relations=_squares,
        passes=({"fit": [{"chi2": "85.02"}]}, {"tests": [{"kind": "F", "stat": "0.27"}]}),
        fails=({"fit": [{"chi2": "-85.02"}]}, {"tests": [{"kind": "F", "stat": "-0.27"}]}),
        silent=({"tests": [{"kind": "t", "stat": "-0.27"}]},),
        avoids="scaled difference chi-square",
    ),
)
