"""Hypotheses named by their rank: `the first hypothesis`, `the first two`, `the second and the third of these`, `the last one`."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.prose.labels import Label
from evidence.read.prose.lowered import at_words, for_lower, in_lower

__all__ = ["by_rank", "without_asides"]

_RANK = {
    w: n
    for n, w in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}
_SEVERAL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_RANKS = "|".join(_RANK)
_WHAT = r"(?:hypothes[ie]s|propositions?|predictions?|expectations?|ones?|of\s+(?:these|them|our|the\s+hypotheses|the\s+\w+\s+hypotheses))"
_NAMED = re.compile(
    rf"\b(?:the|our)\s+(?P<rank>{_RANKS}|last|final)(?:\s+(?P<many>{'|'.join(_SEVERAL)}))?(?:\s+(?:research|study))?"
    rf"(?=\s+{_WHAT}\b|\s*,?\s+(?:and|or|but|nor|as\s+well\s+as)\s+(?:the\s+|not\s+the\s+)?(?:{_RANKS}|last|final)\b|,\s+(?:the\s+)?(?:{_RANKS}|last|final)\b"
    r"|\s+(?:was|were|is|are|did|does|could|had|has|must|received|found|gained|held|holds|failed)\b|\W*$|\s*:)"
    rf"|(?<=\band\s)(?P<next>{_RANKS}|last)(?=\s+{_WHAT}\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    rf"(?<=\w),\s+which\s+(?:deal|concern|refer|relat|predict|state|assum|link|propos|address|speak|sp[eo]k)\w*\s[^,;.()]{{3,90}},(?=\s+(?:and|but|or|was|were|is|are|could|had|did|found|received|the\s+(?:{_RANKS}))\b)",
    re.IGNORECASE,
)
_LETTERS = "abcdefghij"
_SO_IS = re.compile(  # `So is the second: ...`, behind a sentence that judged the first
    rf"so\s+(?:is|was|are|were)\s+the\s+(?:{_RANKS}|last)(?:\s+(?:and|or)\s+(?:the\s+)?(?:{_RANKS}|last))?\s*[.:;,]",
    re.IGNORECASE,
)
_OF_HYPOTHESES = for_lower(at_words(rf"\b(?:{_RANKS}|last|final|two|three|four|five|six)\s+(?:research\s+)?{_WHAT}"))


def without_asides(text: str) -> str:
    """The text with blanks for what is said of one among several: `the first hypothesis, which is on salt, and ...`."""
    return _ASIDE.sub(lambda m: " " * len(m[0]), text) if "which" in text else text


def by_rank(text: str, known: tuple[str, ...]) -> list[Label]:
    """The labels that ranks stand for; of one that is only stated in parts, H9a and H9b, the number they share.

    >>> [x.label for x in by_rank("the first and the third of these were confirmed", ("H1", "H2", "H3"))]
    ['H1', 'H3']
    """
    if not _OF_HYPOTHESES.search(in_lower(text)) and not _SO_IS.match(text):
        return []
    plain = list(dict.fromkeys(n for label in known if (n := label.rstrip(_LETTERS))[1:].isdigit()))
    text = without_asides(text)
    found: list[Label] = []
    for match in _NAMED.finditer(text):
        rank, count = (match["rank"] or match["next"]).lower(), _SEVERAL.get((match["many"] or "").lower(), 1)
        found += [Label(label, match.start(), match.end(), match[0]) for label in _ranks(rank, count, plain)]
    return found


def _ranks(rank: str, count: int, plain: list[str]) -> list[str]:
    """`the last two` are those of the highest numbers."""
    if rank in ("last", "final"):
        return sorted(plain, key=lambda label: int(label[1:]))[-count:] if plain else []
    first = _RANK[rank]
    wanted = [f"H{n}" for n in range(first, first + count)]
    return wanted if all(label in plain for label in wanted) else []
