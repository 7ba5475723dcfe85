"""Names of constructs with a word in them that elsewhere ties two constructs: `social influence`, `price impact`."""

import re

__all__ = ["joined", "parted"]

_NOUNS = re.compile(
    r"\b(?:social|peers?|normative|interpersonal|informational|family|parental|media|external|cultural|group|perceived|"
    r"environmental|subjective|celebrity|influencers?'?s?|superiors?'?s?|others'|price|information|charismatic|idealized)"
    r"\s+(?:influence|impact)s?\b",
    re.IGNORECASE,
)
_JOINT = "\u02cd"  # a letter to a pattern, and in no name


def joined(text: str) -> str:
    """The text with such names as one word each.

    >>> parted(joined("Social influence influences use")), len(joined("Social influence influences use").split())
    ('Social influence influences use', 3)
    """
    if "nfluence" not in text and "mpact" not in text:
        return text
    return _NOUNS.sub(lambda m: re.sub(r"\s+", _JOINT, m[0]), text)


def parted(text: str) -> str:
    """The words of such names apart again."""
    return text.replace(_JOINT, " ")
