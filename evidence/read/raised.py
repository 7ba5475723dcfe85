"""Small letters raised behind a word: they lead to a note or an address and are no part of the word."""

import re
from typing import Any

__all__ = ["is_mark", "leads_to_note", "without_raised"]

_MARK = re.compile(r"\s*[a-z](?:\s*[,;]\s*[a-z*∗†‡§¶#]|[*∗†‡§¶#])*\s*")
_WORD = re.compile(r"(?:[^\W\d_]{2}|[^\W\d_]{2}\.|[)\]])$")  # no symbol: the n of `2ⁿ` is no mark


def is_mark(raised: Any) -> bool:
    """Whether an element of raised text is such a mark: the `a` behind `Gender`, the `a,*` behind a name."""
    return leads_to_note(_before(raised), "".join(raised.itertext()))


def leads_to_note(before: str, said: str) -> bool:
    """Whether raised characters behind some words are such a mark.

    >>> leads_to_note("Ida Holm", "a,*"), leads_to_note("R", "2")
    (True, False)
    """
    return len(said) < 12 and _MARK.fullmatch(said) is not None and _WORD.search(before) is not None


# `**Ida Holm**<sup>a,\\*</sup>` in Markdown, where the letters would grow on to the word; `R<sup>2</sup>` has none.
_SIGNS = re.compile(r"[*∗†‡§¶#]*")
_TYPED = re.compile(
    r"(?P<word>(?:[^\W\d_]{2}\.?|[)\]])[*_]{0,3})<sup>(?:\s|[*_])*(?P<said>[^<>]{1,16})</sup>", re.IGNORECASE
)


def without_raised(text: str) -> str:
    """Typed text without such marks.

    >>> without_raised("Ida Holm<sup>a,b</sup> and R<sup>2</sup>"), without_raised("**Holm**<sup>*a*</sup>")
    ('Ida Holm and R<sup>2</sup>', '**Holm**')
    """

    def bare(match: re.Match[str]) -> str:
        said = match["said"].replace("\\", "").strip()
        marks = (said, said.strip("*_ "))  # its own emphasis
        return match["word"] if any(_MARK.fullmatch(m) or _SIGNS.fullmatch(m) for m in marks) else match[0]

    return _TYPED.sub(bare, text) if "<sup>" in text or "<SUP>" in text else text


def _before(element: Any) -> str:
    """The text just before an element, in the same parent or before the link that it stands in alone."""
    above = element.getprevious()
    if above is None:
        parent = element.getparent()
        if parent is None or parent.text:
            return (parent.text or "") if parent is not None else ""
        return _before(parent) if str(parent.tag).rpartition("}")[2] in _LINKS else ""
    return above.tail or "".join(above.itertext())


_LINKS = frozenset({"xref", "a", "bold", "italic", "b", "i", "em", "strong", "span"})
