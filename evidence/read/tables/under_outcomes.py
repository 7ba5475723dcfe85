"""Effects of one thing on several outcomes: the caption names what acts, headings or rows name what it acts on."""

import re
from typing import Literal

from evidence.read.late import late
from evidence.read.tables.caption_ends import STOP, VIA, tidy
from evidence.read.tables.columns import Row
from evidence.read.tables.glyphs import plain
from evidence.read.tables.relations import Relation
from evidence.read.tables.sets import section_labels
from evidence.read.tables.stated import levels
from evidence.read.tables.view import View
from evidence.read.tables.ways import middles

__all__ = ["KINDS", "on_outcome", "onto", "slopes"]

KINDS: dict[str, Literal["direct", "indirect", "total"]] = {
    "direct": "direct", "total direct": "direct", "total": "total", "总": "total", "直接": "direct",
}  # fmt: skip


_SLOPE_OF = re.compile(
    rf"\b(?:slopes?|conditional\s+(?:(?:in)?direct\s+)?effects?)\s+of\s+(?:the\s+)?(?P<a>[^.;:,\[\]()]{{2,60}}?){STOP}",
    re.IGNORECASE,
)


def _slope_told(view: View) -> re.Match[str] | None:
    return next((m for text in (view.panel.caption, view.panel.notes) if (m := _SLOPE_OF.search(plain(text)))), None)


def slopes(view: View) -> list[Relation | None]:
    """`Simple slopes of salt` over rows that each name an outcome and a level of the moderator."""
    outcomes = view.panel.of("to")
    of = _slope_told(view) if outcomes and levels(view) else None
    if of is None:
        return []
    names: list[str] = []
    for row in view.panel.rows:
        names.append(tidy(row.text(outcomes[0].index)) or (names[-1] if names else ""))
    middle = VIA.search(plain(view.panel.caption)) if "indirect" in of[0].lower() else None
    via = (tidy(middle["m"]),) if middle else ()
    kind: Literal["direct", "indirect"] = "indirect" if via else "direct"
    return [Relation(tidy(of["a"]), name, via, kind) if name else None for name in names]


_EFFECTS_OF = late(
    rf"\b(?:effects?|influences?|impacts?)(?:\s*\([^()]*\))?\s+of\s+(?:the\s+)?(?P<a>[^.;:,\[\]()]{{2,60}}?){STOP}",
    re.IGNORECASE,
)


def on_outcome(view: View, row: Row) -> Relation | None:
    """`Indirect effects of humour (through calm)` over rows below `Outcome: joy`, or below the outcome alone."""
    of = _EFFECTS_OF.search(plain(view.panel.caption)) if row.sections else None
    outcome = (section_labels(row).get("outcome") or _alone_above(view, row)) if of else None
    if of is None or not outcome:
        return None
    through = VIA.search(plain(view.panel.caption), of.end())
    middle = (tidy(through["m"]),) if through and not _NO_ONE_WAY.search(through["m"]) else ()
    return Relation(tidy(of["a"]), tidy(outcome), middle)


_NO_ONE_WAY = re.compile(r"\s(?:and|or)\s|\b(?:each|all|both|every|mediators?)\b", re.IGNORECASE)
_TELLS_OTHERS = re.compile(r"\b(?:mediat|moderat|predict)", re.IGNORECASE)
_TELLS_OUTCOMES = re.compile(r"\b(?:outcomes?|criteri(?:on|a)|dependent\s+variables?|DVs?)\b", re.IGNORECASE)


def _alone_above(view: View, row: Row) -> str | None:
    """The outcome that stands alone over levels, where the first heading says so or a hypothesis ends in it."""
    over = plain(row.sections[-1])
    first = " ".join(view.panel.columns[0].words)
    targets = {h.to.casefold() for h in view.hypotheses if h.to}
    others = {name.casefold() for h in view.hypotheses for name in (h.from_, h.via, h.moderator) if name}
    last = over.casefold() in targets - others and not _TELLS_OTHERS.search(first)
    return over if _TELLS_OUTCOMES.search(first) or last else None


_ONTO = late(
    r"(?:the\s+)?(?:conditional\s+)?(?P<kind>(?:in)?direct\s+|total\s+)?effects?\s+(?:on|upon)\s+(?:the\s+)?(?P<b>[^()]{2,60}?)(?:\s+(?:through|via|by\s+way\s+of)\s+(?P<m>[^()]{2,80}?))?"
    r"(?:,?\s+(?:at\s+(?:low|high|mean|average|medium)|controlling\s+for|adjusted\s+for)\b[^()]*)?(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)


_NO_ONE = late(r"\b(?:models?|predictors?|mediat|moderation|experiments?|stud(?:y|ies)|and|or)\b|,", re.IGNORECASE)

_AND_MORE = late(r",[^,.;:]{2,40},?\s(?:and|or)\s")


def onto(view: View, label: str) -> Relation | None:
    """`Effect on joy`, `Indirect effect on joy through calm`, under `Conditional effects of humour`."""
    told = _ONTO.fullmatch(label)
    of = _EFFECTS_OF.search(plain(view.panel.caption)) if told else None
    if told is None or of is None or _NO_ONE.search(of["a"]) or _AND_MORE.match(of.string, of.end("a")):
        return None
    kind = KINDS.get((told["kind"] or "direct").strip().lower(), "indirect")
    return Relation(tidy(of["a"]), tidy(told["b"]), middles(told["m"]) if told["m"] else (), kind)
