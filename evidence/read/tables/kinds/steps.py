"""Mediation with a column for each path: a to the mediator, b from it, c and c′ between the ends, a × b through it."""

import re
from typing import Any

from evidence.read.late import late
from evidence.read.partial import Findings, Found
from evidence.read.tables.caption_ends import VIA, named_by
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.estimates import drafted
from evidence.read.tables.glyphs import plain
from evidence.read.tables.lettered import lettered
from evidence.read.tables.outcomes import label_of
from evidence.read.tables.relations import Relation, relation
from evidence.read.tables.sets import ColumnSet
from evidence.read.tables.stated import ends
from evidence.read.tables.view import Kind, View, named, weigh
from evidence.records import Effect, Path

_BESIDE = frozenset({"se", "sd", "t", "z", "p", "ci", "ci_lo", "ci_hi", "sobel"})
_NAME = r"[^.;:,()\[\]→=]{2,60}?"
_ENDS = r"(?=\s*(?:[.;:,(\[]|$|\b(?:through|via|by|on|as|in|among|for|with|using|based|from|after|at)\b))"
_UPON = late(rf"\bon\s+(?P<y>{_NAME}){_ENDS}", re.IGNORECASE)
_SINGLE = r"\s*(?:=|:|\bis\b)\s*(?P<name>[^.;,:=()]{2,60}?)(?=\s*(?:[.;,]|$))"
_MEANT = {
    "x": late(rf"(?:\b(?-i:X|IV)\b|\bindependent variable){_SINGLE}", re.IGNORECASE),
    "m": late(rf"(?:\b(?-i:M|MV)\b|\bmediator(?: variable)?){_SINGLE}", re.IGNORECASE),
    "y": late(rf"(?:\b(?-i:Y|DV)\b|\b(?:dependent|outcome) variable|\boutcome){_SINGLE}", re.IGNORECASE),
}


def _around(view: View) -> dict[str, str]:
    """What caption and notes name as X, M and Y of all rows."""
    if "around the steps" not in view.worked_out:
        caption, notes = plain(view.panel.caption), plain(view.panel.notes)
        found = {k: m["name"].strip() for k, p in _MEANT.items() if (m := p.search(notes) or p.search(caption))}
        if about := named_by(caption):
            found = {"x": about.source, "y": about.target, **found}
        elif upon := _UPON.search(caption):
            found = {"y": upon["y"].strip(), **found}
        if through := VIA.search(caption):
            found.setdefault("m", through["m"].partition(" on ")[0].strip())
        view.worked_out["around the steps"] = {k: v for k, v in found.items() if not re.search(r"\s(?:and|or)\s", v)}
    known: dict[str, str] = view.worked_out["around the steps"]
    return known


def _triad(view: View, row: Row) -> Relation | None:
    """X, M and Y of a row: a chain in its label, columns of its own, the heading over it, or caption and notes."""
    claim = ends(view, row)
    if claim and len(claim.via) == 1:
        return claim
    told = {"x": "from", "m": "via", "y": "to"}
    own = {k: t for k, what in told.items() for c in view.panel.of(what)[:1] if (t := row.text(c.index))}
    over = next((r for s in reversed(row.sections) if (r := relation(s)) and not r.via), None)
    known = {**_around(view), **({"x": over.source, "y": over.target} if over else {}), **own}
    missing = [k for k in told if k not in known]
    label = named(label_of(view, row))[0]
    if label and not own:
        # Rows with nothing but a name are the mediators, and else the one that nothing names.
        known["m" if "x" in known and "y" in known else missing[0] if len(missing) == 1 else ""] = label
    if not all(known.get(k) for k in told):
        return None
    x, m, y = (named(known[k])[0] for k in told)
    return Relation(x, y, (m,), "indirect") if len({x.casefold(), m.casefold(), y.casefold()}) == 3 else None


def score(view: View) -> float:
    """Columns for a, b and a third path, and rows that tell whose they are."""
    columns = lettered(view)
    told = sum(_triad(view, row) is not None for row in view.panel.rows) if columns else 0
    return weigh((1.0, told >= 0.5 * len(view.panel.rows) > 0))


def read(view: View) -> Findings:
    """The paths of each mediation, and its effect; a path that several rows repeat is told once."""
    paths: dict[Any, Found[Path]] = {}
    effects: list[Found[Effect]] = []
    columns = lettered(view)
    for row in view.panel.rows:
        claim = _triad(view, row)
        if claim is None:
            continue
        x, m, y = claim.source, claim.via[0], claim.target
        steps = {"a": (x, m), "b": (m, y), "direct": (x, y), "total": (x, y), "indirect": (x, y)}
        drafts = {
            n: e.draft for n, c in columns.items() if (e := drafted(view, row, _with_statistics(view, columns, c)))
        }
        for name, draft in drafts.items():
            tested = bool({"se", "stat", "p", "stars"} & set(draft.values))
            if name in ("indirect", "total") and not (tested and (name == "total" or set(drafts) == _PRODUCT)):
                continue
            source, target = steps[name]
            kind: Any = name if name in ("indirect", "total") else "direct"
            via = m if name == "indirect" else None
            found = draft.found(Path, 0.93, from_=source, to=target, via=via, effect=kind, table=view.where)
            value = found.value
            paths.setdefault((source, target, kind, str(value.beta or value.b)), found)
        alone = set(drafts) == _PRODUCT and any(
            p.value.effect == "indirect" and p.value.via == m for p in paths.values()
        )
        if not alone and (found_effect := _effect(view, claim, drafts)):
            effects.append(found_effect)
    return Findings(paths=tuple(paths.values()), effects=tuple(effects))


_PRODUCT = {"a", "b", "indirect"}  # nothing to set the indirect effect against: it is a path of its own


def _with_statistics(view: View, columns: dict[str, Column], column: Column) -> ColumnSet:
    """A path's column and the statistics right of it, up to the next path."""
    stop = min((c.index for c in columns.values() if c.index > column.index), default=len(view.panel.columns))
    behind = view.panel.columns[column.index + 1 : stop]
    return ColumnSet({"coef": column, **{s: c for c in behind for s in c.statistics if s in _BESIDE}})


def _effect(view: View, claim: Relation, drafts: dict[str, Any]) -> Found[Effect] | None:
    """The mediated effect with what its parts came to; its statistics are those of a × b."""
    if not {"indirect", "total"} & set(drafts):
        return None
    whole = drafts.get("indirect") or drafts["total"]
    draft = type(whole)(view, repaired=any(d.repaired for d in drafts.values()))
    for name, part in drafts.items():
        field = "beta" if "beta" in part.values else "b"
        draft.values[name] = part.values[field]
        draft.spans.update({name: part.spans[field]} if field in part.spans else {})
    for field in ("se", "stat", "p", "ci_lo", "ci_hi") if "indirect" in drafts else ():
        if field in whole.values:
            draft.values[field] = whole.values[field]
            draft.spans.update({field: whole.spans[field]} if field in whole.spans else {})
    return draft.found(Effect, 0.93, from_=claim.source, to=claim.target, via=claim.via[0])  # type: ignore[no-any-return]


KIND = Kind("steps", "relations", score, read)
