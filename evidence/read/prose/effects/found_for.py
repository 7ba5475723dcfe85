"""Effects that are found for what leads to what: `Indirect effects were significant for salt on joy through crust`."""

import re

from evidence.read.late import late

__all__ = ["of_its_ends"]

_FOUND_FOR = late(
    r"(?P<what>\b(?:effects?|associations?|relation(?:ship)?s?|links?|paths?))\s+(?:was|were|is|are|could\s+be)\s+(?:also\s+|only\s+|\w+ly\s+)*"
    r"(?:significant|found|observed|evident|present|detected|obtained|seen|shown)\s+(?:for|from)\s+(?=(?:the\s+)?[^,;()]{2,60}\s(?:on|to)\s)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"^(?P<and>\W*(?:and\s+)?)for\s+(?=(?:the\s+)?[^,;()]{2,60}\s(?:on|to)\s)")


def of_its_ends(spoken: list[str]) -> list[str]:
    """The words before each coefficient with `effects of salt on joy` where effects were found for them."""
    first = _FOUND_FOR.sub(r"\g<what> of ", spoken[0]) if spoken and " for " in spoken[0] else ""
    if not first or first == spoken[0]:
        return spoken
    return [first, *(_NEXT.sub(r"\g<and>of ", words) for words in spoken[1:])]
