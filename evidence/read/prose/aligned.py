"""Values in the order of the constructs that a sentence names: `alpha was .81 for trust, .84 for risk`, `..., respectively`.

The constructs are those of the paper's hypotheses, so that a name is known wherever it stands.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator, Sequence

from evidence.kept import kept
from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.figures import printed
from evidence.read.prose.sentences import Sentence
from evidence.records import Construct

__all__ = ["KINDS", "MIXED", "Names", "aligned_values", "known_names", "paired"]

Span = tuple[int, int]

_VALUE = re.compile(r"(?<![\d.<>≥≤])(?<![<>≥≤]\s)0?\.\d{2,3}(?![\d%])")
# Other statistics and rules of thumb beside a reliability: which value is whose is then no longer sure.
KINDS = (
    ("alpha", re.compile(r"\balphas?\b|α|Cronbach", re.IGNORECASE)),
    ("cr", re.compile(r"\bCRs?\b|\b(?i:composite)\s+reliabilit")),
    ("ave", re.compile(r"\bAVEs?\b|\b(?i:average)\s+variances?\s+extracted")),
)
MIXED = re.compile(
    r"\b(?:omega|loadings?|correlat\w+|threshold|recommend\w*|minimum|cut-?off|at\s+least|above|between|range[sd]?|pilot|pre-?test)\b|[βω]|\bp\s*[<=]",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:previous|original(?:ly)?|et\s+al)\b", re.IGNORECASE)


class Names:
    """Names of constructs, to be found wherever they stand; few papers ask for them, so the pattern waits for one."""

    def __init__(self, names: Sequence[str | None]) -> None:
        plain = {n.strip() for n in names if n and len(n.strip()) > 2 and "×" not in n}
        self.names = sorted(plain, key=len, reverse=True)  # the longer before the shorter

    @kept
    def pattern(self) -> re.Pattern[str]:
        """Any of the names."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, self.names))})(?!\w)", re.IGNORECASE)


def known_names(names: Sequence[str | None]) -> Names | None:
    """The names that can be looked for, if any."""
    known = Names(names)
    return known if known.names else None


def aligned_values(sentence: Sentence, names: Names) -> Iterator[Found[Construct]]:
    """As many alphas (CRs, AVEs) as constructs, in turn or one list after the other, in all of it or in a clause."""
    whole = list(_aligned(sentence, sentence.text, 0, names))
    yield from whole
    if not whole and ";" in sentence.text:
        for clause in re.finditer(r"[^;]+", sentence.text):
            yield from _aligned(sentence, clause[0], clause.start(), names)


_LIMIT = re.compile(r"\b(?:exceed\w*|above|below|over|than)\s+(?:the\s+)?(?:\w+\s+){0,4}$", re.IGNORECASE)


def _aligned(sentence: Sentence, text: str, start: int, names: Names) -> Iterator[Found[Construct]]:
    kinds = [kind for kind, words in KINDS if words.search(text)]
    values = [m.span() for m in _VALUE.finditer(text) if not _LIMIT.search(text[: m.start()])]
    others = _OTHERS.search(text) and "respectively" not in text
    if len(kinds) != 1 or len(values) < 2 or MIXED.search(text) or others:
        return
    mentioned: dict[str, Span] = {}
    for match in names.pattern.finditer(text):
        mentioned.setdefault(match[0].lower(), match.span())
    places = sorted(mentioned.values())
    if len(places) != len(values) or not _in_order(text, places, values):
        return
    for (a, b), (low, high) in zip(places, values, strict=True):
        value = printed(text[low:high])
        if value is not None:
            piece = Construct(text[a:b], **{kinds[0]: value})  # type: ignore[arg-type]
            yield Found(piece, {kinds[0]: sentence.span(start + low, start + high)}, confidence=0.9, page=sentence.page)


_PAIR = re.compile(
    r"(?P<one>alphas?|α|CR|composite\s+reliabilit\w+|AVE|average\s+variances?\s+extracted)(?:\s*\([A-Zα]+\)|\s+(?:values?|coefficients?))?\s*(?:,|and|,\s*and)\s*(?:the\s+)?"
    r"(?P<two>alphas?|α|CR|composite\s+reliabilit\w+|AVE|average\s+variances?\s+extracted)(?:\s*\([A-Zα]+\)|\s+(?:values?|coefficients?))?",
    re.IGNORECASE,
)
_RULE = late(
    r"\b(?:threshold|recommend\w*|minimum|cut-?off|at\s+least|above|exceed\w*|between|range[sd]?|pilot|pre-?test)\b",
    re.IGNORECASE,
)


def paired(sentence: Sentence, names: Names) -> Iterator[Found[Construct]]:
    """Two statistics of each construct in turn: `alpha and CR were .91 and .92 for trust, .79 and .80 for risk`."""
    text = sentence.text
    both = _PAIR.search(text)
    kinds = [_kind(both[g]) for g in ("one", "two")] if both else []
    if both is None or kinds[0] == kinds[1] or _RULE.search(text):
        return
    values = [m.span() for m in _VALUE.finditer(text, both.end())]
    mentioned: dict[str, Span] = {}
    for match in names.pattern.finditer(text, both.end()):
        mentioned.setdefault(match[0].lower(), match.span())
    places = sorted(mentioned.values())
    turns = "".join(k for _, k in sorted([(p[0], "n") for p in places] + [(v[0], "v") for v in values]))
    if not places or turns not in ("nvv" * len(places), "vvn" * len(places)):
        return
    for i, (a, b) in enumerate(places):
        told = dict(zip(kinds, values[2 * i : 2 * i + 2], strict=True))
        numbers = {k: v for k, at in told.items() if (v := printed(text[slice(*at)])) is not None}
        spans = {k: sentence.span(*told[k]) for k in numbers}
        yield Found(Construct(text[a:b], **numbers), spans, confidence=0.9, page=sentence.page)  # type: ignore[arg-type]


def _kind(words: str) -> str:
    low = words.lower()
    return "ave" if low.startswith("av") else "cr" if low.startswith("c") else "alpha"


def _in_order(text: str, places: list[Span], values: list[Span]) -> bool:
    """`name value name value`, `value name value name`, or `name name value value` with `respectively` or a verb between."""
    turns = "".join(kind for _, kind in sorted([(p[0], "n") for p in places] + [(v[0], "v") for v in values]))
    count = len(places)
    if turns in ("nv" * count, "vn" * count):
        return True
    if turns != "n" * count + "v" * count:
        return False
    behind = text[places[-1][1] : values[0][0]]
    return "respectively" in text.lower() or re.search(r"\b(?:was|were|is|are|of)\b", behind) is not None
