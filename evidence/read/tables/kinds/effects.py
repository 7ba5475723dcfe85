"""Mediation: direct, indirect and total effects side by side, or one below the other, for each mediated relation."""

import re
from typing import Any

from evidence.read.partial import Findings, Found
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.estimates import drafted
from evidence.read.tables.lettered import lettered
from evidence.read.tables.relations import Relation, hypothesis_label, verdict_beside
from evidence.read.tables.sets import ColumnSet
from evidence.read.tables.stated import ends, filled
from evidence.read.tables.view import Draft, Kind, View, weigh
from evidence.records import Effect, Path

_BESIDE = ("se", "sd", "t", "z", "p", "ci", "ci_lo", "ci_hi")
_PARTS = ("indirect", "direct", "total")
_NAMED = re.compile(r"\b(?:in)?direct\b|\btotal\b", re.IGNORECASE)
_FULL = re.compile(r"\b(?:full|complete)\b|完全", re.IGNORECASE)
_PART = re.compile(r"\bpartial|complementary|competitive|部分", re.IGNORECASE)
_NONE = re.compile(r"\bno\b|\bnone\b|\bnot?\b|无", re.IGNORECASE)


def _columns(view: View) -> dict[str, Column]:
    return {part: found[0] for part in _PARTS if (found := [c for c in view.panel.of(part) if c.kind == "number"])}


def score(view: View) -> float:
    """At least two of the three effects as columns, for stated relations."""
    view = filled(view)
    if len(_columns(view)) < 2:
        return 0.0  # what the caption says would not be enough
    stated = sum(ends(view, r) is not None for r in view.panel.rows)
    return weigh(
        (0.8, stated >= 0.5 * len(view.panel.rows) > 0),
        (0.3, True),
        (0.2, view.captioned(r"mediat|indirect|effects?")),
        (-0.5, bool(lettered(view))),  # another kind reads the paths beside the effects
    )


def read(view: View) -> Findings:
    """Each relation's effects, the interval of the indirect one, and how the paper reads them."""
    view = filled(view)
    parts = _columns(view)
    found: list[Found[Effect]] = []
    paths: list[Found[Path]] = []
    for row in view.panel.rows:
        claim = ends(view, row)
        if claim is None:
            continue
        own = {part: made for part in _apart(view, parts) if (made := _own(view, row, claim, parts, part))}
        paths += own.values()
        draft = Draft(view)
        for part, column in parts.items():
            content = row.content(column.index)
            if part != "direct" and part in own:
                continue
            if content.numbers and content.numeric and not content.numbers[0].bound:
                draft.put(part, row.cells[column.index], content.numbers[0])
        if not draft.values:
            continue
        _beside(view, row, parts, draft)
        label = next(
            (x for x in (hypothesis_label(row.text(c.index))[0] for c in view.panel.texts()) if x and x != "H"), None
        )
        reading = " ".join(row.text(c.index) for c in view.panel.of("mediation", "verdict"))
        told = next((v for c in view.panel.of("verdict") if (v := verdict_beside(row.text(c.index)))), None)
        via = "; ".join(claim.via) or None
        found.append(
            draft.found(
                Effect,
                0.95,
                from_=claim.source,
                to=claim.target,
                via=via,
                hypothesis=label,
                mediation=_mediation(reading),
                verdict=told,
            )
        )
    return Findings(effects=tuple(found), paths=tuple(paths))


def _apart(view: View, parts: dict[str, Column]) -> list[str]:
    """The effects that are paths of their own; the indirect one too, where nothing but a total stands beside it."""
    told = view.panel.of("mediation", "verdict", "hypothesis", "vaf", "sobel")
    alone = "direct" not in parts and not told
    return [part for part in _PARTS if part in parts and (part != "indirect" or alone)]


def _own(view: View, row: Row, claim: Relation, parts: dict[str, Column], part: str) -> Found[Path] | None:
    """A direct or total effect printed with statistics of its own, in its cell or in the columns behind it."""
    if part not in parts:
        return None
    estimate = drafted(view, row, ColumnSet({part: parts[part], **_near(view, parts, part)}))
    if estimate is None or not (part == "direct" or {"ci_lo", "se", "stat", "p"} & set(estimate.draft.values)):
        return None
    if part == "total" and _outside(estimate.draft.values):
        return None  # the interval behind it is that of the indirect effect
    effect: Any = part
    via = "; ".join(claim.via) or None if part == "indirect" else None
    return estimate.draft.found(
        Path, 0.93, from_=claim.source, to=claim.target, via=via, effect=effect, table=view.where
    )


def _outside(values: dict[str, Any]) -> bool:
    """Whether an effect lies outside the interval that stands behind it."""
    low, high = (values[n].parsed if n in values else None for n in ("ci_lo", "ci_hi"))
    effect = next((values[n].parsed for n in ("beta", "b") if n in values), None)
    return bool(low and high and effect and not low.low <= effect.value <= high.high)


def _near(view: View, parts: dict[str, Column], part: str) -> dict[str, Column]:
    """The statistics of an effect: those right of it, up to the next, but where a heading says whose they are."""
    start = parts[part].index
    stop = min((c.index for c in parts.values() if c.index > start), default=len(view.panel.columns))
    found: dict[str, Column] = {}
    for column in view.panel.columns:
        whose = _whose(column) if column not in parts.values() else None
        if whose == part or (whose is None and start <= column.index < stop):
            found.update({s: column for s in column.statistics if s in _BESIDE})
    return found


def _whose(column: Column) -> str | None:
    """The one effect that a column's headings name: `95% CI (indirect)`, `p of total effect`."""
    named = {w.lower() for w in _NAMED.findall(" ".join(column.words))}
    return named.pop() if len(named) == 1 else None


def _beside(view: View, row: Row, parts: dict[str, Column], draft: Draft) -> None:
    """Statistics right of the indirect effect belong to it, up to the next effect."""
    if "indirect" not in parts:
        return
    near = _near(view, parts, "indirect")
    if "ci" not in near and "ci_lo" not in near:
        last = max(c.index for c in parts.values())
        behind = {s: c for c in view.panel.columns[last:] for s in c.statistics if s in ("ci", "ci_lo", "ci_hi")}
        others = [p for p in _PARTS if p in parts and parts[p].index == last]
        of_last = drafted(view, row, ColumnSet({others[0]: parts[others[0]], **behind})) if behind and others else None
        near = {**near, **behind} if of_last and _outside(of_last.draft.values) else near
    estimate = drafted(view, row, ColumnSet({"indirect": parts["indirect"], **near}))
    for name in ("se", "stat", "p", "ci_lo", "ci_hi"):
        if estimate and name in estimate.draft.values:
            draft.values.setdefault(name, estimate.draft.values[name])
            if name in estimate.draft.spans:
                draft.spans.setdefault(name, estimate.draft.spans[name])
    for name, field in (("vaf", "vaf"), ("sobel", "sobel_z")):
        for column in view.panel.of(name):
            numbers = row.content(column.index).numbers
            if len(numbers) == 1:
                draft.put(field, row.cells[column.index], numbers[0])


def _mediation(text: str) -> Any:
    if _PART.search(text):
        return "partial"
    if _FULL.search(text):
        return "full"
    return "none" if re.search(r"mediat", text, re.IGNORECASE) and _NONE.search(text) else None


KIND = Kind("mediation", "relations", score, read)
