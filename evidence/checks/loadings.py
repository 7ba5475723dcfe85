"""AVE and composite reliability from the standardised loadings, and from each other."""

from collections.abc import Iterator
from functools import partial

from evidence.checks.interval import Interval, total
from evidence.checks.model import Check, Conflict, Level, Missing, Relation, over
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]

_LARCKER = "Fornell & Larcker 1981, doi:10.1177/002224378101800104"


def _complete(construct: Row, rows: list[Row]) -> tuple[Cell, ...] | Missing:
    """All standardised loadings of a construct, as many as the paper says it has items."""
    cells = tuple(c for r in rows if (c := r("loading")))
    stated = construct("items")
    if not cells or len(cells) < len(rows):
        return Missing(construct.at, "all loadings")
    if construct.says("loading_kind") == "exploratory":
        return Missing(construct.at, "the loadings of the measurement model: those printed are exploratory")
    if stated and stated.reading.lo != len(cells):
        return Missing(construct.at, f"the loadings of all {stated.text} items ({len(cells)} are printed)")
    if not stated and not _all_there(construct, len(cells)):
        return Missing(construct.at, "the number of items")
    return cells


def _all_there(construct: Row, k: int) -> bool:
    """AVE and CR are those of as many items as there are loadings: with one missing they would exclude each other."""
    ave, cr = construct.read("ave"), construct.read("cr")
    return k >= 2 and ave is not None and cr is not None and _bounds(ave, cr, Interval(k, k)) is None


def _supposed(found: Conflict | None) -> Conflict | None:
    """The paper does not say how many items there are: a warning, since one more may not be printed."""
    return found and found._replace(level="warn", message=f"{found.message}, if these are all its items")


def _ave(printed: Interval, *loadings: Interval, supposed: bool = False) -> Conflict | None:
    implied = total(x.squared() for x in loadings) / float(len(loadings))
    if implied.meets(printed):
        return None
    found = Conflict("error", f"AVE {printed} is not the mean squared loading {implied}", str(printed), str(implied))
    return _supposed(found) if supposed else found


def reliability(loadings: tuple[Interval, ...]) -> Interval:
    """(sum of loadings)^2 / ((sum)^2 + sum(1 - loading^2)); increasing in each loading between 0 and 1."""
    if all(x.lo >= 0 and x.hi <= 1 for x in loadings):
        low, high = ([x.lo for x in loadings], [x.hi for x in loadings])
        a, b = (sum(v) ** 2 / (sum(v) ** 2 + sum(1 - x * x for x in v)) if any(v) else 0.0 for v in (low, high))
        return Interval(a - 1e-12, b + 1e-12)
    squared = total(loadings).squared()
    errors = total(1.0 - x.squared() for x in loadings)
    return 1.0 / (1.0 + errors / squared)


def _cr(printed: Interval, *loadings: Interval, supposed: bool = False) -> Conflict | None:
    """Signed loadings, or their sizes: authors reverse an item before or after printing it."""
    implied = [reliability(loadings)]
    if any(x.lo < 0 for x in loadings):
        implied.append(reliability(tuple(abs(x) for x in loadings)))
    if any(i.meets(printed) for i in implied):
        return None
    shown = " or ".join(map(str, implied))
    found = Conflict("error", f"CR {printed} does not follow from the loadings: {shown}", str(printed), shown)
    return _supposed(found) if supposed else found


def _from_loadings(key: str, test: partial[Conflict | None]) -> "partial[Iterator[Relation | Missing]]":
    return partial(_relations, key=key, test=test)


def _relations(sheet: Sheet, key: str, test: partial[Conflict | None]) -> Iterator[Relation | Missing]:
    for construct, rows in sheet.measured():
        printed = construct(key)
        if printed is None or (not rows and key not in construct.raw):
            continue
        cells = _complete(construct, rows)
        if isinstance(cells, Missing):
            yield cells
        else:
            yield Relation(construct.at, (printed, *cells), partial(test, supposed=construct("items") is None))


def _bounds(ave: Interval, cr: Interval, *items: Interval) -> Conflict | None:
    """AVE <= CR <= k * AVE / (1 + (k - 1) * AVE), by Cauchy and Schwarz on the sum of loadings."""
    if cr.hi < ave.lo:
        return Conflict("error", f"CR {cr} is below AVE {ave}", f"CR {cr}", f">= {ave.lo:.6g}")
    if not items or ave.hi <= 0:
        return None
    k = items[0].hi
    most = k * ave.hi / (1 + (k - 1) * ave.hi)
    if cr.lo <= most * (1 + 1e-12):
        return None
    message = f"CR {cr} is above {most:.6g}, the most that AVE {ave} and {k:g} items allow"
    return Conflict("error", message, f"CR {cr}", f"<= {most:.6g}")


def _bound_relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    for construct, rows in sheet.measured():
        ave, cr, items = construct("ave"), construct("cr"), construct("items")
        if not ave and not cr:
            continue
        if not (ave and cr):
            yield Missing(construct.at, "ave" if cr else "cr")
        elif any((c := r("loading")) and c.reading.lo < 0 for r in rows):
            yield Missing(construct.at, "loadings that are all positive")
        else:
            known = (items,) if items and items.reading.lo >= 1 else ()
            yield Relation(construct.at, (ave, cr, *known), _bounds)


def _pls(sheet: Sheet) -> bool:
    words = f"{sheet.conventions.says('estimator')} {sheet.conventions.says('software')}".lower()
    return "pls" in words


def _heywood(loading: Interval, level: Level) -> Conflict | None:
    if abs(loading).lo <= 1:
        return None
    what = "a loading is a correlation in PLS" if level == "error" else "a Heywood case, or not standardised"
    return Conflict(level, f"standardised loading {loading} is beyond 1: {what}", str(loading), "[-1, 1]")


def _loading_range(sheet: Sheet) -> Iterator[Relation | Missing]:
    level: Level = "error" if _pls(sheet) else "warn"
    yield from over(Sheet.loadings, "loading", partial(_heywood, level=level), witness=False)(sheet)


def _indicator(loading: Interval, r2: Interval) -> Conflict | None:
    implied = loading.squared()
    if implied.meets(r2):
        return None
    return Conflict("error", f"R2 {r2} of the indicator is not the squared loading {implied}", str(r2), str(implied))


_C = {"name": "visual", "items": "3", "ave": ".37", "cr": ".63"}
_L = [{"loading": ".77"}, {"loading": ".42"}, {"loading": ".58"}]
CHECKS = (
    Check(
        id="ave-from-loadings",
        title="AVE is not the mean squared loading",
        section=4,
        formula="AVE = sum(loading^2) / k",
        reference=_LARCKER,
        needs="AVE and the standardised loadings of all k items, one factor per item",
        relations=_from_loadings("ave", partial(_ave)),
        passes=({"constructs": [{**_C, "loadings": _L}]},),
        fails=(
            {"constructs": [{**_C, "ave": ".47", "loadings": _L}]},
            {
                "constructs": [{"ave": ".43", "cr": ".63", "loadings": _L}]
            },  # a warning: the number of items is not stated
            {"constructs": [{**_C, "loadings": [*_L[:2], {"loading": "5.8"}]}]},
        ),
        silent=(
            {"constructs": [{**_C, "items": "4", "loadings": _L}]},
            {"constructs": [_C]},
            {"constructs": [{"ave": ".5", "loadings": _L[:1]}]},
            {"constructs": [{**_C, "ave": ".47", "loadings": _L, "loading_kind": "exploratory"}]},
            {"constructs": [{"ave": ".66", "cr": ".886", "loadings": _L}]},  # AVE and CR of more than three items
        ),
        avoids="dropped items still printed; second-order and formative blocks",
    ),
    Check(
        id="cr-from-loadings",
        title="composite reliability does not follow from the loadings",
        section=4,
        formula="CR = (sum loading)^2 / ((sum loading)^2 + sum(1 - loading^2))",
        reference=_LARCKER,
        needs="CR and the standardised loadings of all k items",
        relations=_from_loadings("cr", partial(_cr)),
        passes=(
            {"constructs": [{**_C, "loadings": _L}]},
            {"constructs": [{**_C, "loadings": [*_L[:2], {"loading": "-.58"}]}]},
        ),
        fails=(
            {"constructs": [{**_C, "cr": ".73", "loadings": _L}]},
            {"constructs": [{**_C, "loadings": [*_L[:2], {"loading": "5.8"}]}]},
        ),
        silent=({"constructs": [{**_C, "items": "4", "loadings": _L}]}, {"constructs": [_C]}),
        avoids="correlated errors; omega from unstandardised loadings; negative loadings that the author reversed",
    ),
    Check(
        id="cr-ave-bounds",
        title="AVE and composite reliability exclude each other",
        section=4,
        formula="AVE <= CR <= k * AVE / (1 + (k - 1) * AVE)",
        reference=_LARCKER + "; Cauchy-Schwarz on the sum of loadings",
        needs="AVE and CR (and the number of items for the upper bound), positive loadings",
        relations=_bound_relations,
        passes=({"constructs": [_C]}, {"constructs": [{"ave": ".50", "cr": ".99"}]}),
        fails=({"constructs": [{**_C, "cr": ".35"}]}, {"constructs": [{**_C, "cr": ".83"}]}),
        silent=(
            {"constructs": [{"ave": ".37"}]},
            {"constructs": [{**_C, "cr": ".83", "loadings": [{"loading": "-.7"}]}]},
        ),
    ),
    Check(
        id="loading-out-of-range",
        title="standardised loading beyond 1",
        section=3,
        formula="|loading| <= 1",
        reference="Joreskog 1999, How large can a standardized coefficient be?",
        needs="a standardised loading",
        relations=_loading_range,
        passes=({"constructs": [{"loadings": _L}]},),
        fails=(
            {"constructs": [{"loadings": [{"loading": "1.06"}]}]},
            {"conventions": {"estimator": "PLS"}, "constructs": [{"loadings": [{"loading": "5.7"}]}]},
        ),
        silent=({"constructs": [_C]},),
        avoids="Heywood cases of covariance models are warned of, not called impossible",
    ),
    Check(
        id="indicator-r2",
        title="R2 of an indicator is not its squared loading",
        section=4,
        formula="R2 = loading^2",
        reference="Bollen 1989, ISBN 978-0-471-01171-2, chapter 7",
        needs="loading and R2 of one item that loads on one factor",
        relations=over(Sheet.loadings, "loading r2", _indicator, when=lambda row: "r2" in row.raw),
        passes=({"constructs": [{"loadings": [{"loading": "0.62", "r2": "0.38"}]}]},),
        fails=({"constructs": [{"loadings": [{"loading": "0.62", "r2": "0.83"}]}]},),
        silent=(
            {"constructs": [{"loadings": [{"loading": "0.62"}]}]},
            {"constructs": [{"loadings": [{"r2": "0.62"}]}]},
        ),
        avoids="items that load on two factors",
    ),
)
