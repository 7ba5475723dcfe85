"""Running heads and feet of pages, which a conversion leaves between the lines of text and of tables."""

import re
from collections import Counter
from collections.abc import Sequence

from evidence.read.late import late
from evidence.read.tables.header import sequence

__all__ = ["furniture"]

Place = tuple[str, int]  # a line and where it starts in the document

_NUMBER = re.compile(r"[\divxlc]{1,5}")
_SIGN = late(
    r"\b(?:19|20)\d\d\b.*\d|\bet al\.|\bwww\.|https?:|\bvol(?:ume|\.)\s?\d|\d+\s+of\s+\d+|\bpage\s+\d+|\S+\s*\|\s*\S+"
    r"|第\s?\d+\s?[卷期]",
    re.IGNORECASE,
)
_PAGED = re.compile(r"^\d{1,4}\s+\D|\D\s+\d{1,4}$")
_SURE = re.compile(r"\d+\s+of\s+\d+|page\s+\d+(?:\s+of\s+\d+)?|.*\|\s*volume\s+\d+.*|.*\|\s*www\..*", re.IGNORECASE)
_LONGEST = 120
_NEAR = 3  # lines of one running head


def furniture(lines: Sequence[Place]) -> frozenset[int]:
    """The numbers of the lines that belong to pages and not to the text.

    A running head repeats but for its numbers, and shows a year, a volume, a page or `et al.`; what always stands
    beside one (the title, the authors, the number of the page) belongs to it.
    """
    filled = [i for i, (text, _) in enumerate(lines) if text.strip()]
    masks = {i: _mask(lines[i][0]) for i in filled if len(lines[i][0].strip()) <= _LONGEST}
    often = Counter(m for m in masks.values() if m)
    forms: dict[str, set[str]] = {}
    for i, mask in masks.items():
        forms.setdefault(mask, set()).add(lines[i][0].strip())
    anchors = {i for i, mask in masks.items() if _anchor(lines[i][0], often[mask], len(forms[mask]))}
    if not anchors:
        return frozenset()
    near: set[int] = set()
    for at, i in enumerate(filled):
        if i in anchors:
            near.update(filled[max(0, at - _NEAR) : at + _NEAR + 1])
    beside = Counter(masks[i] for i in near if i in masks)
    found = set(anchors)
    for i in near - anchors:
        mask = masks.get(i, "")
        worded = len(re.findall(r"[^\W\d_]{2,}", mask)) > 1
        signed = re.search(r"[^\W\d_]{4}", mask) is not None and _SIGN.search(lines[i][0]) is not None
        named = (worded or signed) and not _heads_columns(lines[i][0])
        repeats = named and often[mask] > 1 and beside[mask] == often[mask]
        if repeats or _page_number(lines, filled, i, anchors):
            found.add(i)
    return frozenset(found)


def _heads_columns(text: str) -> bool:
    """The header of a table, which comes again after a page break."""
    return len(sequence(text)) > 1 or len(re.findall(r"\b(?:model|step|study)\s?\d", text, re.IGNORECASE)) > 1


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))


def _anchor(text: str, often: int, forms: int) -> bool:
    """A line that repeats with a sign of the page; a number of the page differs from page to page."""
    shown = text.strip()
    if _SURE.fullmatch(shown):
        return True
    words = len(re.findall(r"[^\W\d_]{2,}", shown))
    return (
        often > 1
        and words >= 2
        and not shown.endswith((".", ";"))
        and bool(_SIGN.search(shown) or (forms == often and _PAGED.search(shown)))
    )


def _page_number(lines: Sequence[Place], filled: list[int], i: int, anchors: set[int]) -> bool:
    """A bare number right beside a running head."""
    if not _NUMBER.fullmatch(lines[i][0].strip().lower()):
        return False
    at = filled.index(i)
    return any(j in anchors for j in filled[max(0, at - 1) : at + 2])
