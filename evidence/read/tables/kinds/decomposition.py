"""Effects of each predictor in its row, with direct, indirect and total effects under every outcome along the top.

Where the columns are headed by the parts alone, the caption names the outcome: `Decomposition of the effects on trust`.
"""

import re
from dataclasses import replace
from itertools import takewhile
from typing import Any

from evidence.read.late import late
from evidence.read.partial import Findings, Found
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.estimates import drafted
from evidence.read.tables.glyphs import plain
from evidence.read.tables.header import is_qualifier, statistic
from evidence.read.tables.outcomes import label_of
from evidence.read.tables.sets import ColumnSet, bare_outcome, section_labels
from evidence.read.tables.stated import ends
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import Effect, Path
from evidence.settled import settled

_PARTS = ("direct", "indirect", "total")
_BESIDE = frozenset({"se", "sd", "t", "z", "sobel", "p", "ci", "ci_lo", "ci_hi"})
_THROUGH = re.compile(
    r"(?P<part>.*?effects?)[\s(:,–-]+(?:via|through|by\s+way\s+of|mediated\s+by)\s+(?P<m>[^()]{2,60})\)?", re.I
)
_ON = late(
    r"\beffects?\b(?:\s*\([^()]*\))?\s+(?:up)?on\s+(?P<y>[^.;:,()\[\]]{2,60}?)(?=\s*(?:[.;:,(\[]|$|\b(?:through|via|by|as|in|among|for|with|using|based|from|after)\b))",
    re.IGNORECASE,
)

_BY_WAY = (
    r"\s+(?:through|via|by\s+way\s+of|mediated\s+by)\s+(?P<m>[^.;:,()\[\]]{2,60}?)"
    r"(?=\s*(?:[.;:,(\[]|$|\b(?:as|in|among|for|with|using|based|from|after)\b))"
)
_MEDIATED = late(_BY_WAY, re.IGNORECASE)
_EFFECTS_THROUGH = late(r"\beffects?" + _BY_WAY, re.IGNORECASE)


@settled
class _Part:
    """A column of effects: which part of the effect, and through what."""

    name: str
    column: Column
    via: str | None = None


def _part(column: Column) -> _Part | None:
    """The part that a column is headed by: `Direct effect`, `Indirect effect via trust`."""
    if column.kind != "number" or column.threshold:
        return None
    said = _THROUGH.fullmatch(column.words[-1]) if column.words else None  # its heading may have run into the stub's
    name = statistic(said["part"]) if said else None
    if said and name in ("indirect", "total"):
        return _Part(name, column, named(said["m"])[0])
    return _Part(str(column.statistic), column) if column.statistic in _PARTS else None


def _outcomes(view: View, row: Row) -> dict[str, list[_Part]]:
    """The columns of each outcome by their part; empty where nothing says what a part is the effect on."""
    known = view.worked_out.get("outcomes along the top")
    if known is None:
        known = view.worked_out["outcomes along the top"] = _along(view)
    found, parts = known
    above = section_labels(row).get("outcome")
    return found if found or not above else {above: parts}


def _along(view: View) -> tuple[dict[str, list[_Part]], list[_Part]]:
    """The columns of each outcome, and the columns of parts whose outcome only a heading above the rows may name."""
    parts = [part for c in view.panel.columns if (part := _part(c))]
    over = [len(p.column.words) > 1 and not is_qualifier(p.column.words[0]) for p in parts]
    found: dict[str, list[_Part]] = {}
    if parts and all(over):
        through = _EFFECTS_THROUGH.search(plain(view.panel.caption))
        for part in parts:
            if through and part.name == "indirect" and not part.via:
                part = replace(part, via=named(through["m"].strip())[0])
            found.setdefault(bare_outcome(part.column.words[0]), []).append(part)
    elif parts and not any(over) and len({(p.name, p.via) for p in parts}) == len(parts):
        on = _ON.search(plain(view.panel.caption))
        if on and not re.search(r"\s(?:and|or)\s", on["y"]):
            through = _MEDIATED.match(plain(view.panel.caption), on.end("y"))
            one = [p for p in parts if p.name == "indirect"]
            if through and len(one) == 1 and not one[0].via:
                parts = [replace(p, via=named(through["m"])[0]) if p in one else p for p in parts]
            found[on["y"].strip()] = parts
        return found, parts
    return found, []


def score(view: View) -> float:
    """Two parts at least under every outcome, and predictors alone in the rows."""
    told = (_outcomes(view, row) for row in view.panel.rows)  # of most tables the first row has none
    whole = bool(view.panel.rows) and all(
        outcomes and all(len({p.name for p in parts}) >= 2 or _mediated(parts) for parts in outcomes.values())
        for outcomes in told
    )
    stated = whole and any(ends(view, row) is not None for row in view.panel.rows)
    others = bool(view.panel.of("to", "via"))  # the rows are no sources
    return weigh((0.9, whole and not stated and not others), (0.1, view.captioned(r"effect")))


def _mediated(parts: list[_Part]) -> bool:
    """An indirect effect alone, whose mediator is named."""
    return len(parts) == 1 and parts[0].name == "indirect" and parts[0].via is not None


def read(view: View) -> Findings:
    """What each predictor does to each outcome; parts with statistics of their own are paths."""
    found: list[Found[Effect]] = []
    paths: list[Found[Path]] = []
    for row in view.panel.rows:
        source = named(label_of(view, row))[0]
        for outcome, parts in _outcomes(view, row).items() if source else ():
            target = named(outcome)[0]
            draft = Draft(view)
            for part in parts:
                own = _own(view, row, part, source, target)
                if own:
                    paths.append(own)
                    if part.name != "direct" or own.value.se or own.value.stat or own.value.p or own.value.ci_lo:
                        continue
                content = row.content(part.column.index)
                if content.numbers and content.numeric and not content.numbers[0].bound:
                    draft.put(part.name, row.cells[part.column.index], content.numbers[0])
            via = {p.via for p in parts if p.name == "indirect"}
            if draft.values:
                through = via.pop() if len(via) == 1 else None
                found.append(draft.found(Effect, 0.93, from_=source, to=target, via=through))
    return Findings(effects=tuple(found), paths=tuple(paths))


def _own(view: View, row: Row, part: _Part, source: str, target: str) -> Found[Path] | None:
    """A part that is printed with its t, standard error or interval, or is one of several mediated ones."""
    start = part.column.index
    behind = view.panel.columns[start + 1 :]
    near = takewhile(lambda c: bool(c.statistics) and c.statistics[0] in _BESIDE, behind)
    columns = ColumnSet({part.name: part.column, **{c.statistics[0]: c for c in near}})
    estimate = drafted(view, row, columns)
    told = (
        part.via
        or part.name == "direct"
        or {"ci_lo", "se", "stat", "p"} & set(estimate.draft.values if estimate else ())
    )
    if estimate is None or not told:
        return None
    effect: Any = part.name
    return estimate.draft.found(Path, 0.93, from_=source, to=target, via=part.via, effect=effect, table=view.where)


KIND = Kind("decomposition", "relations", score, read)
