"""What a sentence takes over from the one before it: `Salt, however, did not`, `The effect of salt was weaker`, `The same held for salt`."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.read.prose.ends.named import a_name
from evidence.read.prose.relations.relation import Relation

__all__ = ["followed"]

_LEADING = late(
    r"^\W*(?:(?:and|but|however|in\s+contrast|by\s+contrast|on\s+the\s+(?:other\s+hand|contrary)|conversely|similarly|likewise|also|again|finally|lastly|furthermore|moreover|in\s+addition|additionally|next|surprisingly|unexpectedly|interestingly|as\s+expected|contrary\s+to\s+\w+(?:\s+\w+)?)\b[\s,]*)*",
    re.IGNORECASE,
)
_ASIDE = late(
    r"\s*,\s*(?:however|in\s+contrast|by\s+contrast|on\s+the\s+(?:other\s+hand|contrary)|though|in\s+turn|again|too|surprisingly|unexpectedly|as\s+expected|finally)\s*,\s*",
    re.IGNORECASE,
)
_NOUN = r"(?:effects?|influences?|impacts?|relation(?:ship)?s?|associations?|links?|paths?|patterns?|results?|coefficients?|contributions?|roles?|pictures?)"
_NAME = r"(?P<x>(?!(?:it|this|that|these|they|both|neither|none)\b)[^,;:()=<>\d]{2,60}?)"
# Of whom the same verb is said, with or without `not`.
_SUBJECT = tuple(
    late(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_NAME}\s+(?:did|does|do|was|were|is|are|had|has)(?:\s+not|n[’']t)?(?:\s+(?:so|too|as\s+well|either|also))*$",
        rf"^(?:an?\s+|the\s+|no\s+)(?:\w+\s+)?(?:similar|same|comparable|weaker|stronger|smaller|larger|opposite|reverse|such|positive|negative|significant)\s+(?:but\s+\w+\s+)?{_NOUN}\s+(?:was|were|is|could\s+be|emerged|appeared)(?:\s+(?:also|not|found|observed|obtained|seen|evident|detected|present))*\s+for\s+{_NAME}$",
        rf"^the\s+same\s+(?:held|holds|was\s+true|is\s+true|applied|applies|was\s+found|was\s+the\s+case|goes|went)\s+(?:true\s+)?for\s+{_NAME}$",
        rf"^(?:so|nor|neither)\s+(?:did|does|do|was|were|is|are|had|has)\s+{_NAME}$",
    )
)
# Who else affects the same.
_SOURCE = tuple(
    late(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_NAME}\s+(?:came|comes|ranked|ranks|was|is|followed)\s+(?:in\s+|clos\w+\s+|only\s+)*(?:the\s+)?(?:second|third|fourth|next|last|behind)(?:\s+(?:place|strongest|most\s+important))?$",
        rf"^(?:the|its|an?)\s+(?:(?!moderat|mediat|interact|indirect|total)\w+\s+){{0,2}}?(?:effects?|influence|impact|contribution|role|coefficient)\s+of\s+(?!.*\s(?:on|upon|to)\s){_NAME}\s+(?:was|were|is|are|proved|remained|turned\s+out)\b[^,;]*$",
        rf"^{_NAME}\s+(?:was|were|is|are|proved|remained|became|turned\s+out|emerged)\s+(?:to\s+be\s+|as\s+)?(?:(?:not|only|also|even|marginally|statistically|an?|the|no)\s+)*(?:(?:non-?|in)?significant|(?:\w+\s+){{0,3}}?(?:predictors?|determinants?|antecedents?|drivers?|factors?))$",
        rf"^{_NAME}\s+(?:had|has|showed|exerted)\s+(?:an?|no|the)\s+(?:\w+\s+){{0,3}}?(?:effect|influence|impact)$",
        rf"^(?:it\s+was\s+|this\s+was\s+)?followed\s+by\s+{_NAME}$",
        rf"^(?:next|second|then)\s+(?:came|was)\s+{_NAME}$",
    )
)


_MODERATED = late(  # `The moderating effect of salt was not significant`
    rf"^the\s+moderating\s+(?:effects?|role|influence|impact)\s+of\s+(?!.*\s(?:on|upon|to|between)\s){_NAME}\s+(?:was|were|is|are|proved|remained|turned\s+out)\b[^,;]*$",
    re.IGNORECASE,
)
_SAME = late(  # `Among men, the effect was weaker`
    rf"^(?:it|this|(?:the|this)\s+(?:same\s+)?{_NOUN})\s+(?:was|were|is|are|did|does|had|has|became|remained|proved|failed)\b[^,;]*$",
    re.IGNORECASE,
)


def followed(clause: str, above: Relation, before: str, of_some: bool = False) -> Relation | None:
    """The relation of a clause that names one end only, the other being that of the sentence before.

    Of some people only (`Among men, the effect was weaker`) it may be the same relation.

    >>> followed("Salt, however, did not ", Relation("crust", "joy"), "Crust raised joy (b = .3).")
    Relation(from_='Salt', to='joy', via=None, moderator=None, sign=None)
    >>> followed("Sales were not ", Relation("crust", "joy"), "Joy was raised by crust (b = .3).")
    Relation(from_='crust', to='Sales', via=None, moderator=None, sign=None)
    """
    plain = _ASIDE.sub(" ", _LEADING.sub("", clause)).strip(" ,")
    if above.via or not above.from_ or not above.to:
        return None
    if of_some and _SAME.match(plain):
        return above
    lower = before.lower()
    source, target = (lower.find(end.lower()) for end in (above.from_, above.to))
    if (match := _MODERATED.match(plain)) and (name := a_name(match["x"])):
        return Relation(above.from_, above.to, moderator=name)
    first = (source >= 0 and not 0 <= target < source, target >= 0 and not 0 <= source < target)
    for patterns, source_first in ((_SUBJECT, first[0]), (_SOURCE, True)):
        for pattern in patterns if source_first or first[1] else ():
            match = pattern.match(plain)
            name = a_name(match["x"]) if match else ""
            if name and name.lower() == above.from_.lower() and "direct effect" in plain.lower():
                return above
            if name and name.lower() not in (above.from_.lower(), above.to.lower()):
                return Relation(name, above.to) if source_first else Relation(above.from_, name)
    return None
