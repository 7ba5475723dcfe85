"""Small letters raised behind a word: they lead to a note or an address and are no part of the word."""

import re
from typing import Any

__all__ = ["is_mark"]

_MARK = re.compile(r"\s*[a-z](?:\s*[,;]\s*[a-z*∗†‡§¶#]|[*∗†‡§¶#])*\s*")
_WORD = re.compile(r"(?:[^\W\d_]{2}|[^\W\d_]{2}\.|[)\]])$")  # no symbol: the n of `2ⁿ` is no mark


def is_mark(raised: Any) -> bool:
    """Whether an element of raised text is such a mark: the `a` behind `Gender`, the `a,*` behind a name."""
    said = "".join(raised.itertext())
    return len(said) < 12 and _MARK.fullmatch(said) is not None and _WORD.search(_before(raised)) is not None


def _before(element: Any) -> str:
    """The text just before an element, in the same parent."""
    above = element.getprevious()
    if above is None:
        parent = element.getparent()
        return (parent.text or "") if parent is not None else ""
    return above.tail or "".join(above.itertext())
