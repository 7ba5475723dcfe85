"""Where the abstract stands: as the markup says, under its heading, or in the paragraph that begins with the word."""

import re

from evidence.read.model import Source

__all__ = ["abstract"]

Span = tuple[int, int]

_HEADING = re.compile(r"^\W*(?:abstract|summary|extended abstract|摘\s*要)\W*$", re.IGNORECASE)
_BEGINS = re.compile(r"^\W*(?:(?i:abstract)|摘\s*要)\s*(?:[:：.—–\-*_\]】]|\s(?=[A-Z])|\n)")
_PART = re.compile(  # the headings of a structured abstract
    r"^\W*(?:background|context|purpose|aims?|objectives?|design.*|methods?|methodology|sample|results?|findings?"
    r"|conclusions?|originality.*|.*implications?|limitations?|value)\W*$",
    re.IGNORECASE,
)
_STRUCTURED = re.compile(
    r"^\W*(?i:introduction|background|context|purpose|aims?|objectives?)\s*[.:–—]\s*[A-Z]"
    r".*\b(?i:methods?|results?|findings|analysis|conclusions?)\s*[.:–—]\s*[A-Z]",
    re.DOTALL,
)
_KEYWORDS = re.compile(r"^\W*(?:key\s?words?|index terms|关键词)\b", re.IGNORECASE)
_LONGEST = 6_000  # characters; what goes on beyond is no abstract


def abstract(source: Source) -> tuple[Span, ...]:
    """The stretches of text that are the abstract; none where the document does not tell it apart."""
    marked = tuple(b.span for b in source.blocks if b.kind == "abstract")
    if marked:
        return marked
    found: list[Span] = []
    inside = False
    for block in source.blocks:
        text = source.of(block).strip()
        if block.kind in ("heading", "title") or len(text) < 25:
            inside = bool(_HEADING.match(text)) or (inside and bool(_PART.match(text)))
        elif _KEYWORDS.match(text):
            inside = False
        elif block.kind == "paragraph" and (inside or (not found and (_BEGINS.match(text) or _STRUCTURED.match(text)))):
            found.append(block.span)
        if found and block.span[1] - found[0][0] > _LONGEST:
            break
    return tuple(span for span in found if span[1] - found[0][0] <= _LONGEST)
