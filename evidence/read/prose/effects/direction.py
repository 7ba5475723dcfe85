"""Whether the words of a sentence tell what leads to what, or leave it to the rest of the paper."""

import re

__all__ = ["leads_either_way"]

_BOTH_WAYS = re.compile(
    r"\b(?:slopes?|regress\w*|associat\w+|relat(?:ed|es?|ions?(?:hips?)?)|link(?:ed|s)?|tied|went\s+(?:along\s+|together\s+)?with)\b",
    re.IGNORECASE,
)
_ONE_WAY = re.compile(
    r"\brevers|\balternative|\bfeedback\s+(?:effect|path|loop)|\bin\s+turn\b|\bpredict|\bcaus|\b(?:T|(?:time|wave)\s?)\d\b|→",
    re.IGNORECASE,
)


def leads_either_way(text: str) -> bool:
    """Whether a sentence tells of effects in words that leave open what leads to what.

    >>> leads_either_way("Joy was related to salt (β = .31)."), leads_either_way("Joy predicted salt (β = .31).")
    (True, False)
    """
    return bool(_BOTH_WAYS.search(text)) and not _ONE_WAY.search(text)
