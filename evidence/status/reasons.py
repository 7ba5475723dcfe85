"""Why a work was retracted, in nine classes, so that a pooled result can be shown with and without each.

Reads the reason codes of Retraction Watch and the sentences of a notice alike. A stated cause outweighs a mere
concern; among causes the gravest for the numbers is named first.
"""

import re
from collections.abc import Iterable

__all__ = ["CLASSES", "classes", "reason_class", "replaced", "split"]

_ABOUT = (
    r"(?:concerns?/issues|concerns?|issues?|questions?|errors?|complaints?)\s+(?:\w+\s+)?"
    r"(?:about|with|in|regarding|on|by)\s+(?:the\s+)?(?:\w+\s+)?"
)

# One class per entry; a reason belongs to the first class that reads it, the publisher's own errors before all.
_SIGNS: dict[str, tuple[str, ...]] = {
    "publisher-error": (
        r"errors?\s+by\s+(?:the\s+)?(?:journal|publisher|editor|third)",
        r"(?:journal|publisher|production|administrative|editorial|clerical)(?:['’]s)?\s+error",
        r"published\s+(?:twice\s+)?(?:in\s+error|inadvertently|by\s+mistake)|inadvertent(?:ly)?\s+publi",
    ),
    "paper-mill": (
        r"paper[\s-]*mill|randomly\s+generated|scigen|tortured\s+phrase",
        r"sale\s+of\s+authorship|authorship\s+.{0,30}\bsale\b",
    ),
    "peer-review-manipulation": (
        r"(?:fake|rigged|manipulat\w*|compromis\w*|fraudulent|false|subver\w*)\s+.{0,80}?peer[\s-]*review",
        r"peer[\s-]*review\b.{0,60}(?:manipulat|compromis|subver|fake|irregular|inappropriate)",
        _ABOUT + r"peer[\s-]*review",
        r"rogue\s+editor|citation\s+manipulation|manipulation\s+of\s+citation",
    ),
    "plagiarism-or-duplicate": (
        r"plagiari[sz]|duplicat\w*\s+(?:of\s+)?(?:content|text|article|publication|submission|section)|\bduplication$",
        r"(?:redundant|dual|double|duplicate)\s+(?:publication|submission)|salami|taken\s+(?:from|via)",
        r"copyright\s+claims|(?:overlap|similarit)\w*\s+.{0,40}(?:publi|article|text|work)|published\s+(?:twice|elsewhere|previously)",
    ),
    "data": (
        r"(?:falsif|fabricat|manipulat|duplicat|unreliab|missing|unavailab|original|forged)\w*\s*(?:/\s*\w+\s*)?(?:\w+\s+)?(?:the\s+)?(?:data|image|result)",
        _ABOUT + r"(?:data|images?)\b",
        r"(?:data|images?)\s+(?:\w+\s+){0,4}(?:fabricat|falsif|manipulat|duplicat|not\s+available|not\s+provided|unreliab|not\s+be\s+verified)",
        r"not\s+reproducib|sabotage|contamination\s+of|hoax",
    ),
    "analysis-error": (
        _ABOUT + r"(?:anal|method|result|conclusion|calculat|text|cell|material|model|cod)",
        r"(?:analy\w+|statistical|coding|calculation|computational|programming|methodolog\w+|honest|scientific)\s+(?:\w+\s+)?(?:error|mistake)",
        r"miscalculat|(?:error|mistake)s?\s+.{0,40}(?:analys|calculat|coding|model)",
    ),
    "authorship": (
        r"(?:false|forged|gift|guest|ghost|disputed)[\s/]*(?:\w+\s+)?(?:author|affiliation)",
        r"author(?:ship)?\b.{0,40}(?:dispute|forg|false|unaware|disagree|without|did\s+not\s+(?:approve|consent))",
        _ABOUT + r"(?:author|affiliation|third\s+party)",
        r"(?:objections?|approval|complaints?)\s+(?:by|from|about)\s+author",
    ),
    "ethics": (
        r"\bIRB\b|IACUC|ethic|informed[/\s]|consent|human\s+subject|conflict\s+of\s+interest|privacy",
        r"lack\s+of\s+approval|legal\s+reasons|(?:civil|criminal)\s+proceedings|breach\s+of\s+polic",
    ),
}  # fmt: skip
_PATTERNS = {name: re.compile("|".join(signs), re.IGNORECASE) for name, signs in _SIGNS.items()}
CLASSES = (*_PATTERNS, "unknown")
_GRAVEST = ("paper-mill", "peer-review-manipulation", "data", "plagiarism-or-duplicate", "analysis-error", "ethics")
_CONCERN = re.compile(r"\W*(?:concerns?|issues?|questions?|complaints?|objections?|unreliable)\b", re.IGNORECASE)
_REPLACED = re.compile(
    r"\bretract\w*\s+(?:.{0,80}\s)?(?:and|&)\s+(?:(?:was|is|has|been)\s+)*(?:replac|republi)", re.IGNORECASE
)


def split(text: object) -> tuple[str, ...]:
    """The reasons in a list of them: `+One;+Two;`; a comma is part of a reason.

    >>> split("+Fake Peer Review;+Paper Mill;")
    ('Fake Peer Review', 'Paper Mill')
    """
    if isinstance(text, list | tuple):
        return tuple(dict.fromkeys(reason for part in text for reason in split(part)))
    parts = re.split(r"\s*;\s*|\s*\+(?=[A-Z])", str(text or ""))
    return tuple(dict.fromkeys(part.strip(" +") for part in parts if part.strip(" +")))


def replaced(reasons: Iterable[str]) -> bool:
    """Whether the reasons say that a new version took the work's place."""
    return any(_REPLACED.search(reason) for reason in reasons)


def classes(reasons: Iterable[str]) -> tuple[str, ...]:
    """The classes of the reasons, the one that names the retraction first; empty where none is recognised."""
    stated: set[str] = set()
    concerns: set[str] = set()
    for reason in reasons:
        found = next((name for name, pattern in _PATTERNS.items() if pattern.search(reason)), None)
        if found:
            (concerns if _CONCERN.match(reason) else stated).add(found)
    return (*sorted(stated, key=_weight), *sorted(concerns - stated, key=_weight))


def _weight(name: str) -> tuple[int, str]:
    return (_GRAVEST.index(name) if name in _GRAVEST else len(_GRAVEST) + (name == "publisher-error"), name)


def reason_class(reasons: Iterable[str]) -> str:
    """The class of a retraction's reasons; `unknown` where no reason is given or recognised.

    >>> reason_class(["Concerns/Issues about Data", "Plagiarism of Article"]), reason_class([])
    ('plagiarism-or-duplicate', 'unknown')
    """
    found = classes(reasons)
    return found[0] if found else "unknown"
