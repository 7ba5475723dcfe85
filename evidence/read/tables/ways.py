"""What indirect effects go through, in a table of equations: told by the heading above the rows, or by each row."""

import re
from dataclasses import replace

from evidence.read.tables.columns import Row
from evidence.read.tables.glyphs import plain
from evidence.read.tables.outcomes import label_of
from evidence.read.tables.relations import Relation
from evidence.read.tables.sets import section_labels
from evidence.read.tables.stated import is_level
from evidence.read.tables.view import View

__all__ = [
    "ends_over",
    "middles",
    "one_mediation",
    "round_mediators",
    "source_over",
    "tells_way",
    "through_heading",
    "through_label",
]

_INDIRECT_VIA = re.compile(
    r"(?:specific |total )?indirect effects?\b.{0,20}?\b(?:via|through)\s+(?:the\s+)?(?P<m>[^()]+)$", re.IGNORECASE
)
_INDIRECT = re.compile(r"(?:specific |conditional )?indirect effects?", re.IGNORECASE)
_VIA = re.compile(r"(?:via|through|by way of)\s+(?:the\s+)?(?P<m>[^()→]{2,60})", re.IGNORECASE)
_VIA_OPEN = re.compile(r"(?P<a>[^\W\d_].{1,60}?)\s+(?:via|through|by way of)\W*", re.IGNORECASE)


def through_heading(view: View, row: Row) -> tuple[str, str] | None:
    """The mediator in `Indirect effects via calm` above a row, and the last outcome above that calm predicts."""
    heading = _INDIRECT_VIA.match(row.sections[-1]) if row.sections else None
    mediator = heading["m"].strip() if heading else ""
    outcome = _last_outcome(view, row, mediator) if heading else None
    return (mediator, outcome) if outcome else None


def through_label(view: View, row: Row, label: str) -> tuple[str, str, str] | None:
    """Source, mediator and outcome of a row `Via calm` under `Indirect effects`: calm has one predictor above it."""
    told = _VIA.fullmatch(label.strip()) if tells_way(row, label) else None
    if told is None:
        return None
    mediator = told["m"].strip()
    above = view.panel.rows[: view.panel.rows.index(row)]
    sources = {label_of(view, r) for r in above if section_labels(r).get("outcome", "").lower() == mediator.lower()}
    outcome = _last_outcome(view, row, mediator)
    return (sources.pop(), mediator, outcome) if len(sources) == 1 and outcome else None


def tells_way(row: Row, label: str) -> bool:
    """Whether a row is `Via calm` under `Indirect effects`: no predictor."""
    under = row.sections and _INDIRECT.fullmatch(row.sections[-1].strip())
    return bool(under) and _VIA.fullmatch(label.strip()) is not None


def source_over(row: Row) -> str | None:
    """The source in a heading `Salt via` over its mediators."""
    match = _VIA_OPEN.fullmatch(row.sections[-1]) if row.sections else None
    return match["a"] if match else None


_BOTH_OPEN = re.compile(
    r"(?:(?:(?:indirect |mediated )?(?:effects?|paths?|influences?) )?(?:of|from) )?"
    r"(?P<a>[^\W\d_].{1,60}?)\s*(?:\bon\b|\bto\b|→|->)\s*"
    r"(?P<b>[^\W\d_].{1,60}?),?\s+(?:through|via|by way of|mediated by)\W*",
    re.IGNORECASE,
)
_ONE_AFTER_ANOTHER = re.compile(r",?\s+(?:and\s+)?then\s+|\s*(?:→|->)\s*|,?\s+and\s+", re.IGNORECASE)


_NO_MEDIATOR = re.compile(
    r"contrast|difference|\bminus\b|\bvs\b|\bversus\b|^(?:sum|total|all|both|any|index|ratio|percentage|sobel|effects?)\b"
    r"|^[RN][²2]?$|^(?:very\s+)?(?:low|high|medium|average)(?:er)?\b|\bSD\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+")


def ends_over(row: Row, label: str) -> tuple[str, str, tuple[str, ...]] | None:
    """Both ends in a heading `Salt on joy, through` over its mediators, and the mediators of a row below."""
    match = _BOTH_OPEN.fullmatch(row.sections[-1].strip()) if row.sections else None
    label = _NUMBERED.sub("", label)
    return (match["a"], match["b"], middles(label)) if match and label and not _NO_MEDIATOR.search(label) else None


def middles(label: str) -> tuple[str, ...]:
    """The mediators of a row: `crust`, or `crust, then calm`."""
    return tuple(_ONE_AFTER_ANOTHER.split(label.strip()))


_INDIRECT_ALONE = re.compile(r"\bindirect\s+effects?\b|间接效应|中介效应", re.IGNORECASE)
_LEVEL_FIRST = re.compile(r"[低中高][\u4e00-\u9fff]{2,12}\s*[(（].*[)）]")  # `低冷度(M-1SD)`
_OF_ANOTHER = re.compile(r"\b(?:via|through|mediated by|alternative|revers\w*|competing)\b|\beffect is that of\b")
_OF_EFFECT = re.compile(r"效应|调节|\beffect|\bmoderat", re.IGNORECASE)


def one_mediation(view: View) -> Relation | None:
    """What indirect effects at levels of a moderator are of, where the paper hypothesises one mediation alone."""
    labels = [row.text(view.panel.texts()[0].index) for row in view.panel.rows] if view.panel.texts() else []
    levels = [t for t in labels if is_level(t) or _LEVEL_FIRST.fullmatch(t)]
    if len(levels) < 2 or not _INDIRECT_ALONE.search(plain(view.panel.caption)):
        return None
    told = {
        (h.from_, h.via, h.to)
        for h in view.hypotheses
        if h.from_ and h.via and h.to and not any(map(_OF_EFFECT.search, (h.from_, h.via, h.to)))
    }
    start, middle, end = told.pop() if len(told) == 1 else ("", "", "")
    about = plain(f"{view.panel.caption} {view.panel.notes}").lower()
    if _OF_ANOTHER.search(about) and not (start.lower() in about and middle.lower() in about):
        return None
    return Relation(start, end, (middle,), "indirect") if start else None


def round_mediators(view: View, stated: list[Relation | None], about: Relation | None) -> list[Relation | None]:
    """Under `Indirect effects of salt on joy`, a row `crust → calm` is the way round through both of them.

    Both have rows of their own; where none has, `crust → calm` may be a step of a way, or its ends in short.
    """
    if about is None or not about.source or not about.target:
        return stated
    ends = {about.source.lower(), about.target.lower()}
    made: list[Relation | None] = []
    for found in stated:
        chain = (found.source, *found.via, found.target) if found and found.target else ()
        names = {name.lower() for name in chain}
        between = bool(chain) and not ends & names and names <= view.labels
        if found and between:
            found = replace(found, source=about.source, target=about.target, via=chain, kind="indirect")
        made.append(found)
    return made


def _last_outcome(view: View, row: Row, mediator: str) -> str | None:
    above = view.panel.rows[: view.panel.rows.index(row)]
    told = [
        o for r in above if (o := section_labels(r).get("outcome")) and label_of(view, r).lower() == mediator.lower()
    ]
    return told[-1] if told else None
