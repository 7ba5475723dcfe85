"""When two titles name one work, and what a title says about itself.

A match by title always needs a person to confirm it; titles that many works carry never match (rule 6 of the
catalogue).
"""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

__all__ = ["SIMILAR", "families", "generic", "mark", "normal", "similar"]

SIMILAR = 0.95  # similarity of normalised titles from which two works may be one
_FEWEST_WORDS = 4
_FEWEST_TELLING = 2  # words beyond those that any title may have

_TAGS = re.compile(r"<[^<>]{1,40}>")
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLES = frozenset({"jr", "sr", "dr", "prof", "phd", "md"})
_ANY_TITLE = """
    a an and as at by for from in into of on or the to with what is are we how new abstract abstracts analysis
    announcement answer appendix article articles author authors book case chapter chief comment commentary
    comments conclusion conference contents correction corrigendum correspondence discussion dissertation editor
    editorial editors empirical erratum evidence foreword guest index introduction issue journal letter letters
    literature meta method methods news note notes obituary overview paper papers part perspective preface
    proceedings recent reply report research response results retraction review reviewer reviewers reviews
    special studies study summary supplement survey systematic table thanks thesis viewpoint volume work
"""
_COMMON = frozenset(_ANY_TITLE.split())
_PREFIX = re.compile(
    r"""
    \s*(?P<open>[\[(])?\s*
    (?:temporar(?:y|ily)\s+)?(?P<what>retracted|withdrawn|removed|removal)
    (?:\s+(?:article|paper|chapter|manuscript|publication|study|review))?
    \s*(?(open)[\])]\s*:?|:)\s*                            # [Retracted] ...  or  RETRACTED: ...
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOTICE_WORD = (
    r"(?:retraction|withdrawal|removal|expression\s+of\s+concern|reinstatement|correction|corrigendum|erratum|addendum)"
)
_NOTICE = re.compile(
    rf"""
    \s*\[?\s*
    (?:(?:publisher|author|editorial|editor|partial|full|statement\s+of|notice\s+of)(?:['’]?s)?\s+)*
    {_NOTICE_WORD}
    (?:
        \s+(?:notice|note|statement)s?\s*(?:\]|:|[-–—]|(?:to|of|for|on)\b|["“‘])  # Retraction note to: ...
      | \s*\]?\s*(?::|—|–|\s-\s)                                                 # Retraction: ... Retraction—...
      | \s+(?:to|of|for)\s*(?::|["“‘'])                                          # Correction to: ... Retraction of “...
      | \s*\]?\s*$                                                               # Retraction
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OWN = re.compile(
    r"\s*(?:corrigendum|erratum)\s+(?:to|for)\b|\s*notice\s+of\s+(?:retraction|withdrawal)\b", re.IGNORECASE
)
_STATES = {"retracted": "retraction", "withdrawn": "withdrawal", "removed": "removal", "removal": "removal"}


def mark(title: str | None) -> str | None:
    """What a title says of its own work: `retraction`, `withdrawal`, `removal`, or `notice` where it heads a notice.

    Only a prefix counts: a paper about retracted articles is not one.

    >>> mark("RETRACTED ARTICLE: Trust"), mark("Retraction Note: Trust"), mark("Retracted articles and their readers")
    ('retraction', 'notice', None)
    """
    if not title:
        return None
    title = _TAGS.sub(" ", title)
    if found := _PREFIX.match(title):
        return _STATES[found["what"].lower()]
    return "notice" if _NOTICE.match(title) or _OWN.match(title) else None


def _unmarked(title: str) -> str:
    while found := _PREFIX.match(title):
        title = title[found.end() :]
    return title


def normal(title: str | None) -> str:
    """A title as it is compared: without marks, tags, accents, case, punctuation.

    >>> normal("RETRACTED: Perceived <i>Usefulness</i> & Adoption.")
    'perceived usefulness and adoption'
    """
    text = _unmarked(_TAGS.sub("", title or "")).replace("&amp;", "&").replace("&", " and ")
    return " ".join(_WORD.findall(_unaccented(_unaccented(text).casefold())))


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def generic(title: str) -> bool:
    """Whether a normalised title may stand over many works: under four words, or nearly none that tell."""
    words = title.split()
    telling = sum(word not in _COMMON and not word.isdecimal() for word in words)
    dense = len(words) == 1 and not title.isascii() and len(title) >= 8  # scripts that do not part their words
    return not dense and (len(words) < _FEWEST_WORDS or telling < _FEWEST_TELLING)


def similar(a: str, b: str) -> bool:
    """Whether two normalised titles agree to SIMILAR; length and quick ratio are upper bounds of the ratio."""
    if a == b:
        return bool(a)
    if not a or not b or 2 * min(len(a), len(b)) < SIMILAR * (len(a) + len(b)) or _numbers(a) != _numbers(b):
        return False
    match = SequenceMatcher(None, a, b, autojunk=False)
    return match.quick_ratio() >= SIMILAR and match.ratio() >= SIMILAR


def _numbers(text: str) -> list[str]:
    """Part 1 and part 2 are two works, as are the surveys of 2015 and 2016."""
    return re.findall(r"\d+|\b[ivx]+$", text)


def families(authors: Iterable[object] | str | None) -> frozenset[str]:
    """The family names of an author list, however it is written: `Nguyen, T.`, `T Nguyen`, `Trang Nguyen`, `Nguyen TT`.

    >>> sorted(families("T Nguyen;de la Cruz, Ana; Lee K."))
    ['cruz', 'lee', 'nguyen']
    """
    if authors is None:
        return frozenset()
    if isinstance(authors, str):
        authors = re.split(r"\s*(?:;|\band\b|&|\|)\s*", authors)
    found = (_family(author) for author in authors)
    return frozenset(name for name in found if name)


def _family(author: object) -> str:
    if isinstance(author, dict):  # Crossref's {"given", "family"}
        return _family(f"{author.get('family') or author.get('name') or ''},")
    family, comma, _ = _unaccented(str(author)).partition(",")
    words = [word for word in _NAME.findall(family) if word.lower() not in _TITLES]
    if not comma and len(words) > 1:  # initials stand before or after the family name
        full = [w for w in words if not (w.isupper() and len(w) <= 3) and len(w) > 1]
        words = full or [max(words, key=len)]
    return "".join(_WORD.findall(words[-1])).casefold() if words else ""
