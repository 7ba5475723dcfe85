"""Headings that say what stands below them, whatever the format."""

import re

__all__ = ["heads_references"]

_LONGEST = 60
_REFERENCES = re.compile(
    r"\W*(?:[IVX\d]+\.?\s*)?(?:(?:list\s+of\s+)?references(?:\s+cited)?|reference\s+list|bibliography|(?:literature|works)\s+cited"
    r"|r[ée]f[ée]rences(?:\s+bibliographiques)?|refer[êe]ncias(?:\s+bibliogr[áa]ficas)?|bibliograf[íi]a"
    r"|literatur(?:verzeichnis)?|daftar\s+pustaka|参考文献)(?:\W+references?)?\W*",
    re.IGNORECASE,
)


def heads_references(text: str) -> bool:
    """Whether a heading stands over the list of references.

    >>> [heads_references(text) for text in ("7. References", "参考文献 (References)", "References to bread")]
    [True, True, False]
    """
    return len(text) < _LONGEST and _REFERENCES.fullmatch(text) is not None
