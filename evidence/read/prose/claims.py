"""Claims that statistics meet a bound: `CFI and TLI both exceed .92`, `all AVE exceed .50`."""

import re
from typing import Literal

from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.fit_names import INDEX_NAMES
from evidence.read.prose.lowered import for_lower
from evidence.read.prose.sentences import Sentence
from evidence.records import Claim, Printed

__all__ = ["threshold_claims"]

_EXPRESSIONS = (
    *INDEX_NAMES,
    ("alpha", r"Cronbach['’]?s?\s*(?:alphas?|α)|(?<![A-Za-z])α(?![A-Za-z])"),
    ("cr", r"composite\s+reliabilit\w+|(?<![A-Za-z])CR(?![A-Za-z])"),
    ("ave", r"average\s+(?:extracted\s+)?variance(?:\s+extract\w+)?|(?<![A-Za-z])AVE(?![A-Za-z])"),
    ("loading", r"(?:factor|item|outer|standardi[sz]ed)\s+loadings?"),
)
_NAMES = tuple(  # an index of a few letters is known by its capitals
    (name, re.compile(expression, re.IGNORECASE if len(expression) > 12 else 0)) for name, expression in _EXPRESSIONS
)
_BOUND = for_lower(
    r"\b(?:are|is|was|were)\s+(?:all\s+)?(?:well\s+)?(?P<word>greater|larger|higher|more|above|over|less|lower|smaller|below|under)(?:\s+than)?\s+(?:the\s+(?:\w+\s+){0,3}?(?:value|level|threshold|limit)\s+of\s+)?(?P<v>\d*\.\d+|\d+)(?!\d)"
    r"|\b(?:all\s+)?(?P<verb>exceed(?:s|ed)?|surpass(?:es|ed)?)\s+(?:the\s+(?:\w+\s+){0,3}?(?:value|level|threshold|limit)\s+of\s+)?(?P<v2>\d*\.\d+)(?!\d)",
)
_CUES = SENTENCES.bit(
    *("greater", "larger", "higher", "more", "above", "over", "less", "lower", "smaller", "below", "under"),
    *("exceed", "surpass"),
)
_SHOULD = re.compile(
    r"\b(?:should|must|recommend\w*|if|when|considered|acceptable|suggest\w*|according|ideal)\b|et\s+al", re.IGNORECASE
)
_OTHERS = re.compile(  # bounds on something else, or not on all
    r"\bHTMT|heterotrait|\bVIF|\bsquare\s+roots?\b|correlations?\b|p-?values?|\bexcept|\ball\s+but\b|\bmost\b|\bsome\b"
    r"|[Δ∆]|\bdelta\b|\b(?:chang|decreas|increas|differ|reduc|declin|dropp?|worsen|loss)\w*\b",
    re.I,
)
_DOWN = frozenset(("less", "lower", "smaller", "below", "under"))


def threshold_claims(sentences: tuple[Sentence, ...]) -> tuple[Found[Claim], ...]:
    """The statistics named right before a bound; `refs` hold their names until the record's pointers are known."""
    found = []
    for sentence in sentences:
        if not (sentence.cues & _CUES and sentence.cues & DIGITS):
            continue
        behind = 0
        for match in _BOUND.finditer(sentence.lower):
            start = max(behind, *(sentence.text.rfind(c, 0, match.start()) for c in ";:("))
            behind = match.end()
            before = sentence.text[max(start, match.start() - 120, 0) : match.start()]
            if _SHOULD.search(before) or _OTHERS.search(before):
                continue
            names = [name for name, pattern in _NAMES if pattern.search(before)]
            if "chi2_df" in names:
                names.remove("chi2") if "chi2" in names else None
            if not names:
                continue
            value = match["v"] or match["v2"]
            op: Literal["<", ">"] = "<" if match["word"] in _DOWN else ">"
            claim = Claim(
                "threshold", Printed(value), refs=tuple(names), op=op, quote=sentence.text[match.start() : match.end()]
            )
            place = sentence.span(*match.span("v" if match["v"] else "v2"))
            found.append(Found(claim, {"value": place}, confidence=0.8, page=sentence.page))
    return tuple(found)
