"""The words before coefficients in a plainer order: `effects of salt on joy`, where they are found for salt on joy.

Asides on how strong an effect is go: `and, less strongly, with joy`.
"""

import re

from evidence.read.late import late

__all__ = ["reworded"]

_FOUND_FOR = late(
    r"(?P<what>\b(?:effects?|associations?|relation(?:ship)?s?|links?|paths?))\s+(?:was|were|is|are|could\s+be)\s+(?:also\s+|only\s+|\w+ly\s+)*"
    r"(?:significant|found|observed|evident|present|detected|obtained|seen|shown)\s+(?:for|from)\s+(?=(?:the\s+)?[^,;()]{2,60}\s(?:on|to)\s)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"^(?P<and>\W*(?:and\s+)?)for\s+(?=(?:the\s+)?[^,;()]{2,60}\s(?:on|to)\s)")


_HOW_STRONG = late(
    r"\b(?P<and>and|but),\s+(?:(?:much|somewhat|even)\s+)?(?:(?:more|less)\s+\w+ly|to\s+an?\s+\w+\s+(?:degree|extent)),\s+",
    re.IGNORECASE,
)


def reworded(spoken: list[str]) -> list[str]:
    """The words before each coefficient of a sentence, put so."""
    spoken = [_HOW_STRONG.sub(r"\g<and> ", words) if ", " in words else words for words in spoken]
    first = _FOUND_FOR.sub(r"\g<what> of ", spoken[0]) if spoken and " for " in spoken[0] else ""
    if not first or first == spoken[0]:
        return spoken
    return [first, *(_NEXT.sub(r"\g<and>of ", words) for words in spoken[1:])]
