"""Alpha, rho and the correlation of items; AVE on the diagonal of the correlation table."""

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Level, Missing, Relation, over
from evidence.checks.sheet import Cell, Row, Sheet
from evidence.checks.tables import Table, equations, matrices

__all__ = ["CHECKS"]


def _alpha(alpha: Interval, r: Interval, items: Interval) -> Conflict | None:
    k = items.lo
    if k < 2 or 1 + (k - 1) * r.lo <= 0:
        return None
    low, high = (k * v / (1 + (k - 1) * v) for v in (r.lo, r.hi))
    implied = Interval(low - 1e-12, high + 1e-12)
    if implied.meets(alpha):
        return None
    return Conflict(
        "error", f"standardised alpha {alpha} is not {implied} of the mean correlation {r}", str(alpha), str(implied)
    )


def _alphas(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("constructs"):
        alpha, r, items = row("alpha"), row("mean_r"), row("items")
        if alpha is None or r is None:
            continue
        if row.says("alpha_kind") != "standardised":
            yield Missing(row.at, "alpha_kind: raw alpha comes from covariances")
        elif items is None:
            yield Missing(row.at, "items")
        else:
            yield Relation(row.at, (alpha, r, items), _alpha)


def _above_cr(alpha: Interval, cr: Interval) -> Conflict | None:
    if alpha.lo <= cr.hi + 0.02:
        return None
    message = f"alpha {alpha} is above composite reliability {cr}: unusual for one factor with uncorrelated errors"
    return Conflict("note", message, f"alpha {alpha}", f"<= {cr.hi + 0.02:.4g}")


def _mean_r(alpha: Interval, items: Interval) -> Conflict | None:
    k = items.lo
    if k < 4 or alpha.hi >= 1:
        return None
    low, high = (a / (k - (k - 1) * a) for a in (alpha.lo, alpha.hi))
    if low > 0.9 or high < 0.05:
        word = "near-identical items" if low > 0.9 else "items that hardly correlate"
        message = f"alpha {alpha} of {k:g} items means an average correlation of {Interval(low, high)}: {word}"
        return Conflict("warn", message, f"alpha {alpha}", "average correlation in [.05, .9]")
    return None


def _same_alpha(a: Interval, b: Interval, names: str, text: str) -> Conflict | None:
    if a == b:
        return Conflict(
            "note", f"{names} have the same number of items and the same alpha {text}", text, "different values"
        )
    return None


def _item_counts(sheet: Sheet) -> Iterator[Relation | Missing]:
    yield from over("constructs", "alpha items", _mean_r, witness=False, when=lambda r: "alpha" in r.raw)(sheet)
    rows = [
        r for r in sheet.rows("constructs") if (a := r("alpha")) and len(a.text.partition(".")[2]) >= 3 and r("items")
    ]
    for one, two in combinations(rows, 2):
        if one.says("items") == two.says("items") and (x := one("alpha")) and (y := two("alpha")):
            names = f"{one.says('name')} and {two.says('name')}"
            yield Relation(two.at, (x, y), partial(_same_alpha, names=names, text=y.text), witness=False)


def _rho(alpha: Interval, rho_a: Interval, cr: Interval) -> Conflict | None:
    if alpha.lo <= rho_a.hi and rho_a.lo <= cr.hi:
        return None
    message = f"usually alpha {alpha} <= rho_A {rho_a} <= CR {cr}"
    return Conflict("note", message, str(rho_a), f"between {alpha} and {cr}")


def _construct(sheet: Sheet, table: Row, name: str) -> Row | None:
    """The construct of a table's row, of the same group and model; None where several could be meant."""
    found = [
        row
        for row in sheet.rows("constructs")
        if row("ave")
        and name in (row.says("name"), row.says("abbreviation"))
        and all(not (a := row.says(k)) or not (b := table.says(k)) or a == b for k in ("group", "model"))
    ]
    return found[0] if len(found) == 1 else None


def _diagonal(sheet: Sheet) -> list[tuple[Table, list[tuple[Row, Cell, Cell]]]]:
    """Tables with the root of AVE on the diagonal: construct, its AVE, the diagonal cell."""
    found = []
    for table in matrices(sheet):
        if table.diagonal not in ("sqrt_ave", "ave"):
            continue
        rows = []
        for i, name in enumerate(table.names):
            cell = table.lower[i][i] if i < len(table.lower) and i < len(table.lower[i]) else None
            own = _construct(sheet, table.row, name)
            if own is not None and cell is not None and (printed := own("ave")):
                rows.append((own, printed, cell))
        found.append((table, rows))
    return found


def _root(ave: Interval, diagonal: Interval) -> Conflict | None:
    implied = ave.root()
    if ave.hi >= 0 and implied.meets(diagonal):
        return None
    return Conflict("error", f"the diagonal {diagonal} is not the root of AVE, {implied}", str(diagonal), str(implied))


def _is_ave(*cells: Interval) -> Conflict | None:
    message = "diagonal-is-ave: every diagonal cell is AVE itself, not its root"
    return Conflict("note", message, f"{len(cells) // 2} cells", "the root of AVE")


def _roots(sheet: Sheet) -> Iterator[Relation | Missing]:
    for table, rows in _diagonal(sheet):
        if table.diagonal == "ave":
            continue
        if not rows:
            yield Missing(table.row.at, "the AVE of the constructs in the table")
        elif all(a.reading.meets(d.reading) and _root(a.reading, d.reading) for _, a, d in rows):
            yield Relation(table.row.at, tuple(c for _, a, d in rows for c in (a, d)), _is_ave, witness=False)
        else:
            for _, a, d in rows:
                yield Relation(table.row.at, (a, d), _root)


def _larcker(root: Interval, r: Interval, names: str, claimed: bool) -> Conflict | None:
    if root.hi >= abs(r).lo:
        return None
    level: Level = "warn" if claimed else "note"
    tail = ", though discriminant validity is claimed by this criterion" if claimed else ""
    return Conflict(
        level, f"the root of AVE {root} is below the correlation {r} of {names}{tail}", str(root), f">= {abs(r).lo:.4g}"
    )


def _fornell(sheet: Sheet) -> Iterator[Relation | Missing]:
    words = ("fornell", "larcker", "square root of")
    claimed = any(w in c.says("quote").lower() for c in sheet.rows("claims") for w in words)
    for table, _ in _diagonal(sheet):
        if table.diagonal != "sqrt_ave":
            continue
        for i, line in enumerate(table.lower):
            for j, cell in enumerate(line[:i]):
                for k in (i, j):
                    root = table.lower[k][k] if k < len(table.lower) and k < len(table.lower[k]) else None
                    if root is not None and cell is not None:
                        names = f"{table.name(i)} and {table.name(j)}"
                        yield Relation(
                            table.row.at, (root, cell), partial(_larcker, names=names, claimed=claimed), False
                        )
    yield from _only_predictors(sheet, claimed)


def _implied_larcker(ave: Interval, beta: Interval, names: str, claimed: bool) -> Conflict | None:
    return _larcker(ave.root(), beta, names, claimed)


def _only_predictors(sheet: Sheet, claimed: bool) -> Iterator[Relation]:
    """The path of an only predictor is the correlation of the two constructs."""
    ave = {
        n: c
        for r in sheet.rows("constructs")
        for n in (r.says("name"), r.says("abbreviation"))
        if n and (c := r("ave"))
    }
    for eq in equations(sheet):
        if eq.complete and len(eq.betas) == 1:
            ((x, beta),) = eq.betas.items()
            for name in (x, eq.outcome):
                if name in ave:
                    test = partial(_implied_larcker, names=f"{x} and {eq.outcome}", claimed=claimed)
                    yield Relation(eq.row.at, (ave[name], beta), test, witness=False)


def _disattenuated(htmt: Interval, r: Interval, a: Interval, b: Interval) -> Conflict | None:
    product = a * b
    if product.lo <= 0:
        return None
    implied = abs(r) / product.root()
    if htmt.lo - implied.hi > 0.15 or implied.lo - htmt.hi > 0.15:
        message = f"HTMT {htmt} is far from the disattenuated correlation {implied}"
        return Conflict("warn", message, str(htmt), str(implied))
    return None


def _htmts(sheet: Sheet) -> Iterator[Relation | Missing]:
    alphas = {row.says("name"): row("alpha") for row in sheet.rows("constructs")}
    composite = [t for t in matrices(sheet) if t.kind == "observed"]
    for row in sheet.rows("htmt"):
        names = row.names("names")
        for i, a in enumerate(names):
            for j, b in enumerate(names[:i]):
                cell = sheet.at(f"{row.at}/lower/{i}/{j}")
                if cell is None:
                    continue
                r = next((c for t in composite if (c := t.cell(a, b))), None)
                x, y = alphas.get(a), alphas.get(b)
                if r is None or x is None or y is None:
                    yield Missing(row.at, f"the correlation of the scales {a} and {b}, and their alphas")
                else:
                    yield Relation(row.at, (cell, r, x, y), _disattenuated, witness=False)


_CONSTRUCT = {"name": "a", "items": "5", "alpha_kind": "standardised", "alpha": ".685", "mean_r": ".304"}
_AVES = [{"name": "a", "ave": ".40"}, {"name": "b", "ave": ".36"}]
_TABLE = {"names": ["a", "b"], "diagonal": "sqrt_ave", "lower": [[".63"], [".45", ".60"]]}
_SCALES = [{"name": "a", "alpha": ".80"}, {"name": "b", "alpha": ".80"}]
_HT = {"names": ["a", "b"], "lower": [[], [".50"]]}
CHECKS = (
    Check(
        id="alpha-from-mean-r",
        title="standardised alpha does not follow from the mean correlation of the items",
        section=4,
        formula="alpha = k * r / (1 + (k - 1) * r)",
        reference="Cronbach 1951, doi:10.1007/BF02310555",
        needs="standardised alpha, the mean inter-item correlation, the number of items",
        relations=_alphas,
        passes=({"constructs": [_CONSTRUCT]},),
        fails=({"constructs": [{**_CONSTRUCT, "alpha": ".865"}]},),
        silent=(
            {"constructs": [{**_CONSTRUCT, "alpha_kind": "raw", "alpha": ".9"}]},
            {"constructs": [{"alpha": ".9", "mean_r": ".3", "alpha_kind": "standardised"}]},
        ),
        avoids="raw alpha",
    ),
    Check(
        id="alpha-vs-cr",
        title="alpha above composite reliability",
        section=4,
        formula="alpha <= CR + .02",
        reference="Raykov 1997, doi:10.1177/01466216970212006",
        needs="alpha and CR of one construct",
        relations=over("constructs", "alpha cr", _above_cr, witness=False, when=lambda r: "cr" in r.raw),
        passes=({"constructs": [{"alpha": ".83", "cr": ".83"}]},),
        fails=({"constructs": [{"alpha": ".93", "cr": ".83"}]},),
        silent=({"constructs": [{"cr": ".83"}]},),
        avoids="correlated errors, sampling, another set of items: common in sound reports, so a note",
        sanity=True,
    ),
    Check(
        id="alpha-item-count",
        title="alpha and the number of items imply an odd average correlation",
        section=4,
        formula="r = alpha / (k - (k - 1) * alpha)",
        reference="Cortina 1993, doi:10.1037/0021-9010.78.1.98",
        needs="alpha and the number of items",
        relations=_item_counts,
        passes=({"constructs": [{"alpha": ".83", "items": "5"}]},),
        fails=(
            {"constructs": [{"alpha": ".99", "items": "5"}]},
            {"constructs": [{"alpha": ".813", "items": "5"}, {"alpha": ".813", "items": "5"}]},  # a note
        ),
        silent=({"constructs": [{"alpha": ".83"}]},),
        sanity=True,
    ),
    Check(
        id="rho-a-order",
        title="rho_A outside alpha and composite reliability",
        section=4,
        formula="alpha <= rho_A <= CR (usually)",
        reference="Dijkstra & Henseler 2015, doi:10.25300/MISQ/2015/39.2.02",
        needs="alpha, rho_A and CR",
        relations=over("constructs", "alpha rho_a cr", _rho, witness=False, when=lambda r: "rho_a" in r.raw),
        passes=({"constructs": [{"alpha": ".79", "rho_a": ".82", "cr": ".85"}]},),
        fails=({"constructs": [{"alpha": ".79", "rho_a": ".92", "cr": ".85"}]},),
        silent=({"constructs": [{"alpha": ".79", "cr": ".85"}]},),
        avoids="not an identity: never more than a note",
        sanity=True,
    ),
    Check(
        id="sqrt-ave",
        title="the diagonal is not the root of AVE",
        section=4,
        formula="diagonal = sqrt(AVE)",
        reference="Fornell & Larcker 1981, doi:10.1177/002224378101800104",
        needs="a table with the root of AVE on its diagonal, and AVE",
        relations=_roots,
        passes=({"constructs": _AVES, "correlations": _TABLE},),
        fails=(
            {"constructs": _AVES, "correlations": {**_TABLE, "lower": [[".63"], [".45", ".70"]]}},
            {"constructs": _AVES, "correlations": {**_TABLE, "lower": [[".40"], [".25", ".36"]]}},  # a note
        ),
        silent=({"constructs": _AVES, "correlations": {**_TABLE, "diagonal": "one"}}, {"correlations": _TABLE}),
        avoids="AVE itself on the diagonal: one note",
    ),
    Check(
        id="fornell-larcker",
        title="a construct shares more with another than with its items",
        section=4,
        formula="sqrt(AVE_i) >= |r_ij|",
        reference="Fornell & Larcker 1981, doi:10.1177/002224378101800104",
        needs="a correlation table with the root of AVE on its diagonal, or AVE and the path of an only predictor",
        relations=_fornell,
        passes=({"correlations": _TABLE},),
        fails=(
            {"correlations": {**_TABLE, "lower": [[".63"], [".75", ".60"]]}},
            {"constructs": _AVES, "paths": [{"from": "a", "to": "b", "beta": ".85", "complete_equation": True}]},
            {
                "claims": [{"quote": "Fornell-Larcker holds"}],
                "correlations": {**_TABLE, "lower": [[".63"], [".75", ".60"]]},
            },
        ),
        silent=({"correlations": {**_TABLE, "diagonal": "one"}},),
        avoids="a threshold that is not claimed is a note",
        sanity=True,
    ),
    Check(
        id="htmt-vs-r",
        title="HTMT far from the disattenuated correlation",
        section=4,
        formula="HTMT ~ |r| / sqrt(alpha_i * alpha_j), difference above .15",
        reference="Henseler, Ringle & Sarstedt 2015, doi:10.1007/s11747-014-0403-8",
        needs="HTMT, the correlation of the scales, both alphas",
        relations=_htmts,
        passes=(
            {
                "constructs": _SCALES,
                "htmt": _HT,
                "correlations": {"kind": "observed", "names": ["a", "b"], "lower": [[], [".40"]]},
            },
        ),
        fails=(
            {
                "constructs": _SCALES,
                "htmt": _HT,
                "correlations": {"kind": "observed", "names": ["a", "b"], "lower": [[], [".80"]]},
            },
        ),
        silent=({"htmt": _HT},),
        avoids="negative item correlations, unequal loadings",
        sanity=True,
    ),
)
