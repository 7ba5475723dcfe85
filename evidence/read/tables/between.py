"""A relation stated as the business of a third: `M plays a mediating role between A and B`, `M moderates the effect of A on B`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from typing import NamedTuple

__all__ = ["Third", "third_between"]

_TIE = r"(?:relation\w*|effects?|influences?|impacts?|links?|associations?|paths?)"
_PAIR = rf"(?:(?:in|on|of|for)\s+)?(?:the\s+)?(?:\w+\s+)?(?:{_TIE}\s+)?(?:between\s+(?P<a>.+?)\s+and\s+(?P<b>.+)|of\s+(?P<c>.+?)\s+(?:on|upon)\s+(?P<d>.+))"
_WORK = r"(?P<work>mediat|moderat)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:there\s+(?:is|exists)\s+)?(?:an?\s+|the\s+)?(?:\w+\s+)?{_WORK}\w+\s+(?:roles?|effects?|influences?|impacts?)\s+of\s+(?P<m>[^,;]+?)\s+(?=in\s|on\s|between\s){_PAIR}",
        rf"(?P<m>[^,;]+?)\s+(?:plays?|has|have|acts?\s+as|serves?\s+as|exerts?|is|are)\s+(?:an?\s+|the\s+)?(?:\w+\s+){{0,2}}?{_WORK}(?:ing|ors?|ion|ional)(?:\s+(?:roles?|effects?|variables?|functions?|influences?|impacts?))?\s+{_PAIR}",
        rf"(?P<m>[^,;]+?)\s+(?:(?:will|would|does|\w+ly|and)\s+)*{_WORK}(?:es?|ed)\s+(?=the\s|{_TIE}|between\s){_PAIR}",
        rf"(?:the\s+)?(?:\w+\s+)?{_TIE}\s+(?:between\s+(?P<a>.+?)\s+and\s+(?P<b>.+?)|of\s+(?P<c>.+?)\s+(?:on|upon)\s+(?P<d>.+?))\s+(?:is|are|was|were|will\s+be)\s+(?:\w+ly\s+)?{_WORK}ed\s+by\s+(?P<m>.+)",
    )
)


class Third(NamedTuple):
    """Who stands between whom, and whether it mediates or moderates."""

    source: str
    target: str
    between: str
    mediates: bool


def third_between(text: str) -> Third | None:
    """The three names of a statement.

    >>> third_between("Joy plays a mediating role between crust and return")
    Third(source='crust', target='return', between='Joy', mediates=True)
    >>> third_between("The moderating effect of rent on the relationship between crust and return").mediates
    False
    """
    for form in _FORMS:
        match = form.fullmatch(text.strip(" ."))
        if match:
            a, b = match["a"] or match["c"], match["b"] or match["d"]
            return Third(a.strip(), b.strip(), match["m"].strip(), match["work"].lower() == "mediat")
    return None
