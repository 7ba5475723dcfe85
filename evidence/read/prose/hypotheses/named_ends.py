"""The ends of a statement whose verb is unknown, by the constructs that the paper's other hypotheses name."""

import re

from evidence.read.late import late
from evidence.read.prose.aligned import Names
from evidence.read.prose.relations.relation import Relation, sign_of

__all__ = ["named_ends"]

_BY = re.compile(r"\b(?:is|are|was|were|be|been)\b.*\b\w+(?:ed|en|wn|ught|ut|t)\s+(?:\w+ly\s+)*by\b", re.IGNORECASE)
# Behind a verb that is not known these do not tell which of the two acts.
_OPEN = late(
    r"\b(?:with|from|as|when|if|than|because|by|on|upon|and|or|nor|whereas|while|of|against|but|"
    r"moderat\w*|mediat\w*|through|via|interact\w*|stronger|weaker)\b|[,;×→]",
    re.IGNORECASE,
)
_PAIRED = re.compile(r"\b(?:between|link\w*|pair\w*)\s+(?:the\s+)?$", re.IGNORECASE)


def named_ends(statement: str, names: Names) -> Relation | None:
    """From and to where just two known constructs stand in a statement and the words between leave no doubt.

    >>> named_ends("Salt makes for joy, all told", Names(["salt", "joy"]))
    Relation(from_='Salt', to='joy', via=None, moderator=None, sign=None)
    >>> named_ends("Salt zigs with joy", Names(["salt", "joy"]))
    """
    found = list(names.pattern.finditer(statement))
    if len(found) != 2 or found[0][0].lower() == found[1][0].lower():
        return None
    first, second = found
    between = statement[first.end() : second.start()]
    if between.strip().lower() == "and" and _PAIRED.search(statement[: first.start()]):
        return Relation(first[0], second[0], sign=sign_of(statement))
    if _BY.search(between):
        return Relation(second[0], first[0], sign=sign_of(statement))
    if _OPEN.search(between) or _OPEN.search(statement[: first.start()]) or not between.strip():
        return None
    return Relation(first[0], second[0], sign=sign_of(statement))
