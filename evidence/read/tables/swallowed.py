"""Outcomes that a broken table put elsewhere: into its caption, or into the heading of its first column."""

import re

from evidence.read.tables.glyphs import plain
from evidence.read.tables.sets import ColumnSet
from evidence.read.tables.view import View

__all__ = ["ends_caption", "over_models"]


def ends_caption(view: View) -> str | None:
    """A variable whose name ran from the first heading into the caption, where the others stand in theirs: `Calm B`."""
    others = {q.lower() for c in view.panel.columns for q in c.qualifiers}
    if view.panel.columns[0].words or not others & {v.lower() for v in view.variables}:
        return None
    caption = plain(view.panel.caption).lower()
    return next((v for v in view.variables if v.lower() not in others and _behind(v.lower(), caption)), None)


_LEADS_ON = re.compile(r"\b(?:of|the|an?|on|for|in|and|with|like|by|to|about|from|between|their)\s$")


def _behind(name: str, caption: str) -> bool:
    """Whether a caption ends in a name that no word of its own leads up to: not `the role of joy`."""
    return caption.endswith(f" {name}") and not _LEADS_ON.search(caption.removesuffix(name))


_PREDICTORS = re.compile(r"(?:variables?|predictors?|independent variables?)\W*\s", re.IGNORECASE)
_MODEL = re.compile(r"(?:model|step|equation)\s?\d{1,2}|M\d{1,2}|[(\[]\d{1,2}[)\]]", re.IGNORECASE)


def over_models(view: View, columns: ColumnSet) -> str | None:
    """What a model predicts, where all outcomes ran into the first heading: `Variable Joy Calm | Model 1 | Model 2`.

    Each outcome has as many models as the others, in their order.
    """
    first, *models = view.panel.columns
    lead = _PREDICTORS.match(text := plain(" ".join(first.words)))
    if lead is None or not all(m.words and _MODEL.fullmatch(m.words[-1]) for m in models):
        return None
    outcomes = _names_in(text[lead.end() :], view.variables)
    at = min((c.index for c in columns.columns.values()), default=0)
    if len(outcomes) < 2 or len(models) % len(outcomes) or not 1 <= at <= len(models):
        return None
    return outcomes[(at - 1) // (len(models) // len(outcomes))]


def _names_in(text: str, variables: tuple[str, ...]) -> list[str]:
    """The known names that a text is made of; none where something is left."""
    found: list[str] = []
    while text := text.strip():
        name = next(
            (v for v in sorted(variables, key=len, reverse=True) if re.match(rf"{re.escape(v)}\b", text, re.I)), None
        )
        if name is None:
            return []
        found.append(name)
        text = text[len(name) :]
    return found
