"""Claims that statistics meet a bound: `CFI and TLI both exceed .92`, `all AVE exceed .50`."""

import re
from typing import Literal

from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.fit.names import INDEX_NAMES
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
_JUDGED_BY = re.compile(  # `was regarded as sufficient when alpha exceeded .70, and validity when AVE exceeded .50`
    r"\b(?:regarded|considered|deemed|judged|treated|taken|defined)\b.{0,80}\b(?:when|if|where|once)\b[^,;]*\Z",
    re.IGNORECASE,
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
            after = sentence.text[match.end() : match.end() + 80]
            if (
                _SHOULD.search(before)
                or _JUDGED_BY.search(sentence.text, 0, match.start())
                or _OTHERS.search(before)
                or _NOT_ALL.search(after)
                or _DROPPED.search(before)
            ):
                continue
            if _OF_SOME.match(after) or _OF_SOME_BEFORE.search(before):
                continue  # `AVE is below .50 for two constructs`
            said = _CLAUSE.split(before)[-1]
            places = _named(said)
            names = list(places)
            if not names or _ONE_ONLY.search(said) or _OF_ONE.search(said):
                continue
            value, place = match["v"] or match["v2"], match.span("v" if match["v"] else "v2")
            bounds = [(tuple(names), value, place)]
            if second := _SECOND.match(sentence.text, match.end()):  # `CR and AVE exceed .70 and .50`
                names.sort(key=lambda name: places[name])
                bounds = [((names[0],), value, place), ((names[-1],), second["v"], second.span("v"))]
                if len(names) != len(bounds):
                    continue
            op: Literal["<", ">"] = "<" if match["word"] in _DOWN else ">"
            quote = sentence.text[match.start() : match.end()]
            for refs, bound, at in bounds:
                claim = Claim("threshold", Printed(bound), refs=refs, op=op, quote=quote)
                found.append(Found(claim, {"value": sentence.span(*at)}, confidence=0.8, page=sentence.page))
    return tuple(found)


_CLAUSE = re.compile(r"\b(?:but|since|because|while|whereas|although|though)\b", re.IGNORECASE)
_NOT_ALL = re.compile(
    r"\bexcept(?:ion)?\b|\bapart\s+from\b|\b(?:save|but)\s+for\b|\baside\s+from\b|\bother\s+than\b", re.I
)
_DROPPED = re.compile(r"\b(?:eliminat|delet|remov|exclud|discard|omit|dropp)\w*", re.IGNORECASE)
_SOME = (
    r"(?:one|two|three|four|five|six|seven|a\s+few|several|\d)\s+(?:of\s+the\s+)?(?:\w+\s+){0,2}?"
    r"(?:constructs?|variables?|scales?|factors?|dimensions?|items?)\b"
)
_OF_SOME = re.compile(rf"\s*(?:for|in|with)\s+{_SOME}", re.IGNORECASE)
_OF_SOME_BEFORE = re.compile(rf"\b(?:of|for)\s+{_SOME}", re.IGNORECASE)
_ONE_ONLY = re.compile(r"\b(?:its|whose|one|only)\b", re.IGNORECASE)
_OF_ONE = re.compile(  # `the AVE of adherence was below .50`, and not `the AVE of all constructs`
    r"\b(?:of|for)\s+(?!(?:all|each|every|both|any)\b|(?:the\s+)?(?:AVEs?|CRs?|α|alphas?|Cronbach\S*|composite|average\s+variance|reliabilit\w+|(?:\w+\s+)?loadings?)(?!\w)|(?:[\w'’-]+\s+){0,4}?(?:constructs?|variables|scales|factors|dimensions|items"
    r"|measures|indicators|components|concepts|questions)\b|(?:the|th[ie]se?|our|each|all|both)\s+(?:measurement\s+|present\s+|current\s+)?(?:stud(?:y|ies)|research|scale|instruments?|models?|samples?|groups)\s*$)(?:[\w'’-]+\s+){0,5}$",
    re.IGNORECASE,
)
_SECOND = re.compile(r"\s+and\s+(?P<v>\d*\.\d+)(?!\d)")


def _named(before: str) -> dict[str, int]:
    """The statistics that a clause names, and where."""
    places = {name: match.start() for name, pattern in _NAMES if (match := pattern.search(before))}
    if "chi2_df" in places:
        places.pop("chi2", None)
    return places
