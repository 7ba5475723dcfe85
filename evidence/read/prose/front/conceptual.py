"""Papers without data of their own: what they quote is the evidence of others."""

import re

from evidence.read.late import late
from evidence.read.model import Source
from evidence.read.prose.lowered import for_lower, in_lower
from evidence.read.prose.mentions import mentions

__all__ = ["is_conceptual"]

_HINTS = ("onceptual", "heoretical", "Proposition", "ssay", "iewpoint")
_NONE = re.compile(r"no(?<!\wno)\s+\w*\s?data\b")
_NO_DATA = late(
    r"\bno\s+(?:new\s+|primary\s+|original\s+|empirical\s+)?data(?:\s?sets?)?\s+(?:were|was|are|have\s+been)\s+(?:\w+\s+or\s+)?(?:collected|gathered|generated|used|created|analy[sz]ed)"
    r"|\b(?:does|do)\s+not\s+(?:report|contain|include|present)\s+(?:any\s+)?(?:new\s+|original\s+)?(?:empirical\s+)?data\b|\bpurely\s+(?:conceptual|theoretical)\b",
    re.IGNORECASE,
    needs=("data", "purely"),
)
_KIND = for_lower(
    r"\b(?:conceptual|theoretical|theory|position|viewpoint|perspective)\s+(?:papers?|articles?|essays?|reviews?|commentar\w+|contributions?)\b"
    r"|\b(?:we|paper|article|study|authors?)\s+(?:\w+\s+){0,3}?(?:propose|develop|present|offer|outline|advance)\w*\s+(?:\w+\s+){0,3}?(?:conceptual|theoretical)\s+(?:model|framework)"
    r"|\b(?:conceptual|theoretical)\s+(?:model|framework|analysis)\b"
)
_PROPOSITION = re.compile(r"(?:^|\n|[.!?]\s+)\W{0,3}(?:Research\s+)?(?:Proposition|P)\s?\d{1,2}[a-z]?\b", re.MULTILINE)
_OWN = late(
    r"\b(?:we|authors?)\s+(?:\w+\s+){0,2}?(?:surveyed|sampled|recruited|interviewed|collected|distributed|administered|invited)\b"
    r"|\b(?:our|the|valid|usable|final)\s+(?:\w+\s+){0,2}?(?:sample|respondents|participants|questionnaires?|survey)\s+(?:\w+\s+){0,2}?(?:was|were|consisted|comprised|included|answered|completed)\b"
    r"|\bdata\s+(?:were|was)\s+(?:\w+\s+){0,2}?(?:collected|gathered|obtained)\b",
    re.IGNORECASE,
)


def is_conceptual(source: Source) -> bool:
    """Whether a paper says that it has no data, or proposes a model and tells of no survey of its own.

    Two of three must hold: it says so, title or abstract call it conceptual, it numbers propositions.
    """
    if not (mentions(source.text, _HINTS) or _NONE.search(source.text)):
        return False
    running = [b for b in source.blocks if b.kind != "reference"]
    opening = " ".join([str(source.meta.get("title", "")), *(source.of(b) for b in running[:12])])[:6000]
    called = _KIND.search(in_lower(opening)) is not None
    propositions = sum(bool(_PROPOSITION.match(source.of(b))) for b in running) >= 2
    if not (called or propositions):
        return False
    said = any(_NO_DATA.search(source.of(b)) for b in running)
    if said + called + propositions < 2:
        return False
    return said or not any(_OWN.search(source.of(b)) for b in running)
