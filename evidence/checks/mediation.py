"""Indirect, direct and total effects."""

from collections.abc import Iterator
from functools import partial

from evidence.checks.distributions import alpha
from evidence.checks.interval import Interval, total
from evidence.checks.model import Check, Conflict, Missing, Relation, over
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]


def _product(indirect: Interval, a: Interval, b: Interval) -> Conflict | None:
    implied = a * b
    if implied.meets(indirect):
        return None
    return Conflict("critical", f"the indirect effect {indirect} is not a * b = {implied}", str(indirect), str(implied))


def _serial(row: Row) -> bool:
    """More than one mediator in a row: a * d * b, not a * b."""
    return any(mark in row.says("via") for mark in ("->", "→", ">", ";", ","))


def _sum(whole: Interval, direct: Interval, *parts: Interval) -> Conflict | None:
    implied = total([direct, *parts])
    if implied.meets(whole):
        return None
    return Conflict(
        "critical", f"the total effect {whole} is not direct + indirect = {implied}", str(whole), str(implied)
    )


def _sums(sheet: Sheet) -> Iterator[Relation | Missing]:
    """The total of a pair is its direct effect and all its indirect ones; several rows share a direct effect.

    One row: the sum of that row, unless other rows of the pair add a mediator. A total printed beside each mediator
    may be that of the mediator alone, so with several rows only a failure of both readings counts.
    """
    pairs: dict[tuple[str, ...], list[Row]] = {}
    for row in sheet.rows("effects"):
        pairs.setdefault(tuple(row.says(k) for k in ("from", "to", "model", "group", "metric")), []).append(row)
    for rows in pairs.values():
        parts = [c for r in rows if (c := r("indirect"))]
        for row in rows:
            whole, direct, own = row("total"), row("direct"), row("indirect")
            if whole is None:
                continue
            if direct is None and own is not None and len(parts) == len(rows) and _none_direct(sheet, row):
                yield Relation(row.at, (whole, own, *(p for p in parts if p is not own)), _indirect_only)
            elif own is None and direct and len(rows) == 1 and not _serial(row) and (a := row("a")) and (b := row("b")):
                yield Relation(row.at, (whole, direct, a, b), _sum_of_product)
            elif direct is None or len(parts) < len(rows) or own is None:
                yield Missing(row.at, "the direct and every indirect effect")
            elif len(rows) == 1:
                yield Relation(row.at, (whole, direct, own), _sum)
            else:
                others = [p for p in parts if p is not own]
                yield Relation(row.at, (whole, direct, own, *others), _either)


def _sum_of_product(whole: Interval, direct: Interval, a: Interval, b: Interval) -> Conflict | None:
    """The indirect effect is not printed: a * b, if no other mediator or control comes between the models."""
    found = _sum(whole, direct, a * b)
    return found and found._replace(level="warn", message=f"{found.message}, a * b being the indirect effect")


def _none_direct(sheet: Sheet, row: Row) -> bool:
    """The model has no direct path between the two: every path to the outcome is listed and this is none of them."""
    into = [p for p in sheet.rows("paths") if p.says("to") == row.says("to")]
    complete = bool(into) and all(p.raw.get("complete_equation") is True for p in into)
    return complete and all(p.says("from") != row.says("from") for p in into)


def _indirect_only(whole: Interval, *parts: Interval) -> Conflict | None:
    """No direct path: the total is that of one mediator, or the sum over all."""
    return None if parts[0].meets(whole) else _sum(whole, *parts)


def _either(whole: Interval, direct: Interval, own: Interval, *others: Interval) -> Conflict | None:
    if _sum(whole, direct, own) is None:
        return None
    return _sum(whole, direct, own, *others)


def _vaf(vaf: Interval, indirect: Interval, whole: Interval) -> Conflict | None:
    if whole.lo <= 0 <= whole.hi:
        return None
    implied = indirect / whole
    held = implied.meets(vaf) or (implied * 100.0).meets(vaf)
    if indirect.sign * whole.sign < 0:
        message = f"VAF {vaf} of effects of opposite sign ({implied}): the share is undefined"
        return Conflict("note" if held else "warn", message, str(vaf), "no VAF")
    if held:
        return None
    return Conflict("error", f"VAF {vaf} is not indirect / total = {implied}", str(vaf), str(implied))


def _vafs(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("effects"):
        vaf, indirect, whole, direct = row("vaf"), row("indirect"), row("total"), row("direct")
        if vaf is None:
            continue
        if indirect and whole:
            yield Relation(row.at, (vaf, indirect, whole), _vaf)
        elif indirect and direct:
            yield Relation(row.at, (vaf, indirect, direct), _vaf_of_sum)
        else:
            yield Missing(row.at, "the indirect and the total effect")


def _vaf_of_sum(vaf: Interval, indirect: Interval, direct: Interval) -> Conflict | None:
    return _vaf(vaf, indirect, indirect + direct)


def _sobel(z: Interval, a: Interval, b: Interval, sa: Interval, sb: Interval) -> Conflict | None:
    """z = a b / sqrt(b^2 sa^2 + a^2 sb^2 + c sa^2 sb^2), c = 0 Sobel, 1 Aroian, -1 Goodman.

    With ta = a / sa, tb = b / sb: z = 1 / sqrt(1/ta^2 + 1/tb^2 + c/(ta^2 tb^2)), increasing in |ta| and |tb|.
    """
    if sa.lo <= 0 or sb.lo <= 0:
        return None
    ta, tb = abs(a / sa), abs(b / sb)
    implied = []
    for c in (0.0, 1.0, -1.0):
        ends = []
        for x, y in ((ta.lo, tb.lo), (ta.hi, tb.hi)):
            below = y * y + x * x + c
            ends.append(x * y / below**0.5 if below > 0 else 0.0 if x * y == 0 else float("inf"))
        implied.append(Interval(ends[0] * (1 - 1e-9), ends[1] * (1 + 1e-9)))
    size = abs(z)
    opposite = a.sign * b.sign * z.sign < 0
    if any(i.meets(size) for i in implied) and not opposite:
        return None
    shown = "the sign of a * b" if opposite else " or ".join(map(str, implied))
    return Conflict("error", f"Sobel's z {z} does not follow from a, b and their SE: {shown}", str(z), shown)


def _verdict(said: str, lo: Interval, hi: Interval, *p: Interval, level: Interval) -> Conflict | None:
    if hi.hi < lo.lo:
        return None  # ci-order speaks
    shown = f"{lo} to {hi}"
    if said in ("full", "partial") and lo.hi < 0 < hi.lo:
        return Conflict(
            "critical", f"{said} mediation, but the interval {shown} of the indirect effect holds 0", said, "none"
        )
    if said == "none" and (lo.lo > 0 or hi.hi < 0):
        return Conflict(
            "critical",
            f"no mediation, but the interval {shown} of the indirect effect excludes 0",
            said,
            "full or partial",
        )
    return _direct(said, *p, level=level)


def _direct(said: str, *p: Interval, level: Interval) -> Conflict | None:
    if p and said == "full" and p[0].hi < level.lo:
        return Conflict("critical", f"full mediation, but the direct effect has p {p[0]}", said, "partial")
    if p and said == "partial" and p[0].lo > level.hi:
        return Conflict("critical", f"partial mediation, but the direct effect has p {p[0]}", said, "full")
    return None


def _verdicts(sheet: Sheet) -> Iterator[Relation | Missing]:
    level = alpha(sheet)
    for row in sheet.rows("effects"):
        said = row.word("mediation")
        if said is None:
            continue
        lo, hi, p = row("ci_lo"), row("ci_hi"), row("direct_p")
        known: tuple[Cell, ...] = (p,) if p else ()
        if lo and hi:
            yield Relation(row.at, (said, lo, hi, *known), partial(_verdict, level=level))
        elif p and said.text != "none":
            yield Relation(row.at, (said, p), partial(_direct, level=level))
        else:
            yield Missing(row.at, "the interval of the indirect effect, or p of the direct one")


_E = {"from": "x", "via": "m", "to": "y", "metric": "b", "a": ".504", "b": ".053", "se_a": ".093", "se_b": ".053"}
_E = {**_E, "indirect": ".027", "direct": ".297", "total": ".324", "vaf": "8.3%", "sobel_z": "0.983"}
_CI = {"ci_lo": "-.025", "ci_hi": ".078", "direct_p": "<.001", "mediation": "none"}
_BARON = "Baron & Kenny 1986, doi:10.1037/0022-3514.51.6.1173"


def _with(**changes: object) -> dict[str, object]:
    return {"effects": [{**_E, **changes}]}


CHECKS = (
    Check(
        id="indirect-product",
        title="the indirect effect is not the product of its paths",
        section=7,
        formula="indirect = a * b",
        reference=_BARON,
        needs="a, b and the indirect effect in one metric, one mediator",
        relations=over("effects", "indirect a b", _product, when=lambda r: "indirect" in r.raw and not _serial(r)),
        passes=({"effects": [_E]},),
        fails=(_with(indirect=".072"), _with(a=".04")),
        silent=(_with(a=None), _with(via="m -> k", indirect=".9")),
        avoids="serial mediation; the mean of bootstrap samples in the place of the product",
    ),
    Check(
        id="total-effect-sum",
        title="the total effect is not direct plus indirect",
        section=7,
        formula="total = direct + sum of indirect",
        reference=_BARON,
        needs="total, direct and every indirect effect of one pair",
        relations=_sums,
        passes=({"effects": [_E]}, {"effects": [_E, {**_E, "via": "k", "indirect": ".100", "total": ".397"}]}),
        fails=(
            _with(total=".342"),
            _with(indirect=None, total=".342"),
            {"paths": [{"from": "m", "to": "y", "complete_equation": True}], **_with(direct=None)},
            {"effects": [{**_E, "total": ".9"}, {**_E, "via": "k", "indirect": ".100", "total": ".397"}]},
        ),
        silent=(_with(direct=None),),
        avoids="several mediators: the sum over all, or that of one, will do",
    ),
    Check(
        id="vaf",
        title="VAF is not indirect divided by total",
        section=7,
        formula="VAF = indirect / total",
        reference="Hair et al. 2014, ISBN 978-1-4522-1744-4, chapter 7",
        needs="VAF, indirect, and total or direct",
        relations=_vafs,
        passes=({"effects": [_E]}, _with(total=None)),
        fails=(
            _with(vaf="3.8%"),
            _with(total=None, vaf=".38"),
            _with(total="-.243", vaf="11%"),
            _with(total="-.243", vaf="-11%"),
        ),
        silent=(_with(total=None, direct=None),),
        avoids="effects of opposite sign: a note",
    ),
    Check(
        id="sobel-z",
        title="Sobel's z does not follow from the paths and their standard errors",
        section=7,
        formula="z = ab / sqrt(b^2 sa^2 + a^2 sb^2 (+ or - sa^2 sb^2))",
        reference="Sobel 1982, doi:10.2307/270723; Goodman 1960, doi:10.1080/01621459.1960.10483369",
        needs="z, a, b and both standard errors",
        relations=over("effects", "sobel_z a b se_a se_b", _sobel, when=lambda r: "sobel_z" in r.raw),
        passes=({"effects": [_E]},),
        fails=(_with(sobel_z="0.893"), _with(sobel_z="-0.983")),
        silent=(_with(se_a=None), _with(sobel_z=None)),
    ),
    Check(
        id="mediation-verdict",
        title="the kind of mediation contradicts the interval or the direct effect",
        section=7,
        formula="full, partial: the interval of the indirect effect excludes 0; full: direct effect p >= alpha",
        reference="Zhao, Lynch & Chen 2010, doi:10.1086/651257",
        needs="the verdict, and the interval of the indirect effect or p of the direct one",
        relations=_verdicts,
        passes=(
            _with(**_CI),
            _with(**{**_CI, "ci_lo": ".025", "mediation": "partial"}),
            _with(mediation="full", direct_p=".4"),
        ),
        fails=(
            _with(**{**_CI, "mediation": "full"}),
            _with(**{**_CI, "ci_lo": ".025"}),
            _with(**{**_CI, "ci_lo": ".025", "mediation": "full"}),
            _with(mediation="partial", direct_p=".4"),
        ),
        silent=(_with(mediation="partial"), _with()),
        avoids="authors who define the kinds by VAF",
    ),
)
