"""Words that were cut at the end of a line are whole again: `immedi-` and `acy` of the next line."""

import re

from evidence.read.clear import Clear

__all__ = ["with_whole_words"]

_CUT = re.compile(r"(?P<left>[^\W\d_]+)(?P<break>-[ \t]*\n[ \t]*)(?=(?P<right>[a-zà-öø-ÿ]+))")
_FIRST_PARTS = re.compile(
    r"(?:self|non|well|co|pre|post|cross|high|low|long|short|meta|multi|one|two|three|four|five|six|single|double|inter"
    r"|e|anti|pro|counter|socio|first|second|third)",
    re.IGNORECASE,
)


_SHORT = 3  # letters of what may be a word of its own: `oven-` and `heat` of the next line


def with_whole_words(flat: Clear, text: str) -> Clear:
    """A stretch of running text without the hyphens that its lines end with; `text` tells which words have a hyphen."""
    if "-\n" not in flat.text and "- \n" not in flat.text:
        return flat
    pieces: list[str] = []
    at: list[int] = []
    end = 0
    for match in _CUT.finditer(flat.text):
        start = match.start("break") + _has_hyphen(match["left"], match["right"], text)
        pieces.append(flat.text[end:start])
        at.extend(flat.at[end:start])
        end = match.end("break")
    pieces.append(flat.text[end:])
    at.extend(flat.at[end:])
    return Clear("".join(pieces), tuple(at))


def _has_hyphen(left: str, right: str, text: str) -> bool:
    """Whether the paper writes the word with a hyphen, or in one."""
    if f"{left}{right}" in text:
        return False
    if f"{left}-{right}" in text or _FIRST_PARTS.fullmatch(left):
        return True
    return all(len(half) > _SHORT and re.search(rf"(?<![\w-]){half}(?![\w-])", text) for half in (left, right))
