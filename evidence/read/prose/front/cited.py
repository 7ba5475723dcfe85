"""Title and names as a box beside them tells how to cite: `Citation: Roe A, Doe B (2022) Light. Letters 4(1)`."""

import re
from collections.abc import Sequence

from evidence.settled import settled

__all__ = ["Cited", "as_cited"]

_CITATION = re.compile(
    r"\bCitation:\s*(?P<names>(?:[^\W\d_][\w'’.-]*(?:\s[^\W\d_][\w'’.-]*){0,3}\s[A-Z]{1,4}(?:,\s*|\s+)(?:et\s+al\.?\s+)?)+)\((?:19|20)\d\d\)\s+"
    r"(?P<title>.{15,300}?)[.?!]\s+[A-Z][\w ]{2,60}?\s+\d+\s?\(\d+\)"
)
_NAME = re.compile(r"(?P<last>[^\W\d_][^,]*?)\s+(?P<first>[A-Z]{1,4})(?=\s*,|\s+et\s+al|\s*$)")
_BROKEN = re.compile(r"(?<=\w)-\s+(?=\w)")
_MOST = 5  # blocks that lines of a title were taken for


@settled
class Cited:
    """The title as it is printed, the block it ends in, what stands behind it there, and who is cited."""

    title: str
    at: int
    behind: str
    names: tuple[tuple[str, str], ...]  # last names with the letters of the first ones
    more: bool  # `et al.`: only the first ones are told

    def people(self, printed: Sequence[str]) -> tuple[str, ...]:
        """Those who are cited, by the names that are printed below the title."""
        if self.more and len(printed) > len(self.names):
            return tuple(printed)
        full = {(_letters(name.split()[-1]), name[0]): name for name in printed}
        whom = [(full.get((_letters(last.split()[-1]), first[0])), last, first) for last, first in self.names]
        return tuple(name or f"{' '.join(first)} {last}" for name, last, first in whom)


def as_cited(texts: Sequence[str]) -> Cited | None:
    """What the box says, where the title stands beside it."""
    front = _BROKEN.sub("-", " ".join(" ".join(texts).split())) if any("Citation:" in t for t in texts) else ""
    told = _CITATION.search(front)
    names = tuple((m["last"], m["first"]) for m in _NAME.finditer(told["names"])) if told else ()
    if told is None or not any(_times(last, front) > 1 for last, _ in names):
        return None  # none of them is printed below the title: another paper's
    title = _letters(told["title"])
    for first in range(len(texts)):
        printed = ""
        for last in range(first, min(first + _MOST, len(texts))):
            printed += f"{texts[last]}\n"
            letters = _letters(printed)
            if letters.startswith(title):
                end = _reaching(printed, len(title))
                return Cited(" ".join(printed[:end].split()), last, printed[end:], names, "et al" in told["names"])
            if not title.startswith(letters):
                break
    return None


def _times(name: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}(?![^\W\d_])", text, re.IGNORECASE))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _reaching(text: str, count: int) -> int:
    """Behind how many characters of a text so many of its letters stand."""
    for at in range(len(text) + 1):
        if len(_letters(text[:at])) >= count:
            return at
    return len(text)
