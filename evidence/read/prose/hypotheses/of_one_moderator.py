"""One moderator of several effects: `Salt moderates the effects on joy: that of crust (H4a) is stronger, that of rye (H4b) weaker`."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.read.prose.relations.relation import Relation, construct_phrase

__all__ = ["moderated_effects"]

_EFFECTS = r"(?:effects?|relation(?:ship)?s?|influences?|associations?|links?|paths?)"
_MODERATES = late(
    rf"\s*(?P<m>[^,;:()]{{2,60}}?)\s+(?:\w+ly\s+)?moderates?\s+(?:the\s+)?{_EFFECTS}\s+(?:on|with|upon|to)\s+(?:the\s+)?(?P<y>[^,;:()]{{2,60}}?)\s*[,:;]\s*(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_EACH = late(
    r"\bof\s+(?:the\s+)?(?P<x>[^(),;]{2,60}?)(?:\s+(?:is|are|will\s+be|would\s+be|becomes?)\s+[^();]{2,80}?)?\s*\((?P<label>H\s?\d+[a-h])\)"
)
_OWN_END = re.compile(r"\s(?:on|with|upon|to)\s")


def moderated_effects(text: str) -> dict[str, Relation]:
    """The effect that stands before each label, on the outcome and with the moderator named once before all.

    >>> moderated_effects("Salt moderates the effects on joy: that of crust (H4a) is larger, that of rye (H4b) smaller")["H4b"]
    Relation(from_='rye', to='joy', via=None, moderator='Salt', sign=None)
    """
    match = _MODERATES.fullmatch(text)
    each = list(_EACH.finditer(match["rest"])) if match else []
    if match is None or len(each) < 2 or any(_OWN_END.search(m["x"]) for m in each):
        return {}
    moderator, outcome = construct_phrase(match["m"]), construct_phrase(match["y"])
    return {m["label"].replace(" ", ""): Relation(construct_phrase(m["x"]), outcome, None, moderator) for m in each}
