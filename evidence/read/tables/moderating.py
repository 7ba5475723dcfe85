"""`Moderating Effect 1`, as SmartPLS calls a product: of which two, the notes, the text or a hypothesis tell."""

import re

from evidence.read.late import late
from evidence.read.tables.view import View

__all__ = ["product_meant"]

_CALLED = re.compile(
    r"(?:moderat(?:ing|ion|or)\s+effects?|mod(?:erating)?\.?\s*eff(?:ect)?\.?|interaction(?:\s+(?:effect|term))?)\s*(?:\d{1,2}|[A-C])?",
    re.IGNORECASE,
)
_FACTOR = r"[^\W\d_][\w'’&\- ]{0,40}?"
_IS = (
    r"\s*(?:=|:|\bis\b|\bdenotes\b|\brepresents\b|\bstands\s+for\b)"
    r"\s*(?:the\s+(?:product|interaction)\s+(?:of|between)\s+)?"
)
_SPELLED = late(rf"(?P<a>{_FACTOR})\s*(?:[×*✕]|\bx\b|\band\b)\s*(?P<b>{_FACTOR})(?=\s*(?:[.;,)\n→]|->|$))")


def product_meant(view: View, name: str, outcome: str, label: str | None) -> str | None:
    """The two constructs behind a name that only says that they were multiplied."""
    if not _CALLED.fullmatch(name.strip()):
        return None
    for told in (view.panel.notes, view.panel.caption, view.text):
        for match in re.finditer(rf"(?<!\w){re.escape(name.strip())}(?!\w){_IS}", told, re.IGNORECASE):
            if spelled := _SPELLED.match(told, match.end()):
                return f"{spelled['a'].strip()} × {spelled['b'].strip()}"
    moderated = [h for h in view.hypotheses if h.moderator and h.from_ and h.to and (not label or h.label == label)]
    if not label:
        moderated = [h for h in moderated if (h.to or "").lower() == outcome.lower() or len(moderated) == 1]
    return f"{moderated[0].from_} × {moderated[0].moderator}" if len(moderated) == 1 else None
