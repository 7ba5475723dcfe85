"""What a reported construct name says: its words, its head noun, its polarity, the abbreviation beside it.

"Consumers' lack of trust in the vendor (TRU)" is the word trust, negated, about a vendor, said by consumers, and
abbreviated TRU. English spelling variants and word families are made one by rule, so an alias file need not list them.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from evidence.constructs.families import ACTORS, FILLERS, word, words_in

__all__ = [
    "Name", "definitions", "initials", "is_abbreviation", "is_unspaced", "opposite", "parse", "shortens", "words_of",
]  # fmt: skip

# Compounds written in several ways; applied to the text before it is split into words.
_COMPOUNDS = (
    (r"\b(e|electronic|online)[ -]?(wom|word[ -]of[ -]mouth)\b", "electronic word_of_mouth"),
    (r"\bword[ -]?of[ -]?mouth\b", "word_of_mouth"),
    (r"\bre-(purchase|visit|buy)", r"re\1"),
    (r"\b(continued|continuous|continuing|repeat|repeated) (purchase|purchasing|buying)\b", "repurchase"),
    (r"\bwell[ -]being\b", "wellbeing"),
    (r"\bco[ -]?worker", "coworker"),
    (r"\bco[ -]?creat(?:ion|e|ing|ive)\b", "cocreation"),
    (r"\bco[ -]presence\b", "copresence"),
    (r"\blife satisfaction\b|\bsatisfaction with (?:one'?s )?life\b", "life satisfaction"),
    (r"\blive[ -]?stream(?:ing)?\b|\blive[ -]?broadcast(?:ing)?\b", "livestream"),
    (r"\bself (?=efficacy|esteem|control|regulation|disclosure|congruity|identity)", "self-"),
    (r"\be-(?=[a-z])", "e-"),
    (r"\bpara-?social\b", "parasocial"),
    (r"\btele-?presence\b", "telepresence"),
    (r"\bsocial media(?: sites?| platforms?)?\b", "social_media"),
    (r"\bsocial network(?:ing)? (?:sites?|services?)\b|\bsocial networking\b|\bsnss?\b", "social_media"),
)
_COMPOUNDS_RE = tuple((re.compile(pattern), text) for pattern, text in _COMPOUNDS)

_PREPOSITIONS = words_in(
    "of to toward towards in on with for about from by regarding at over among between via through within"
)
_ARTICLES = words_in("the a an and or their its his her my our your they is are be this that these those as")
_VERBAL = words_in("intention urge motivation propensity tendency need ability want")  # a verb may follow with "to"
_NEGATIONS = re.compile(
    r"^(?:the )?(?:lack|absence|loss|deficit|shortage|low levels?) of (?:the )?"
    r"|^(?:low|no|poor|non|reduced|insufficient|inadequate)[ -]"
)
_NEGATIVE_PREFIX = re.compile(r"^(dis|un|in|im|ir|non)(?=[a-z]{4})")

_ABBREVIATION = re.compile(r"[A-Za-z]{0,2}[A-Z][A-Za-z]{0,2}[A-Z][A-Za-z]{0,4}|[A-Z]{1,6}\d?")
_IN_BRACKETS = re.compile(r"[(\[（]\s*([^()（）\[\]]{1,60}?)\s*[)\]）]")
_PLAIN_MARKS = str.maketrans("’‘–—‐‑", "''----")
_DEFINES = re.compile(r"^\s*([A-Za-z][\w-]{0,9})\s*(?:=|:|\bstands for\b|\bdenotes\b|\brepresents\b)\s*(.+?)\s*$")
_PRODUCT = re.compile(r"\s[×x*✕]\s|\s[×✕*]|[×✕*]\s", re.IGNORECASE)


# Chinese and Japanese are written without spaces; who answers and the word "perceived" are stripped as fillers are.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_UNSPACED_FILLERS = re.compile(r"^(?:居民|消费者|用户|顾客|游客|旅游者|观众|员工|教师|学生|感知)+|感知$")


@dataclass(frozen=True, slots=True)
class Name:
    """A reported name, understood."""

    printed: str
    text: str  # spelling made one, brackets and negation taken off
    words: tuple[str, ...]  # in order, one per word family, articles and prepositions left out
    head: str  # the noun the rest only qualifies
    tail: frozenset[str]  # what the construct is about: the words after "of", "in", "toward", or after a verb with "to"
    negated: bool
    abbreviation: str | None
    product: tuple[str, ...] = ()  # the parts of an interaction term


@lru_cache(maxsize=65536)
def parse(printed: str) -> Name:
    """Understand a name as a paper prints it.

    >>> name = parse("Consumers' lack of trust in the vendor (TRU)")
    >>> name.head, name.abbreviation, parse("lack of trust").negated
    ('trust', 'TRU', True)
    >>> parse("online purchasing behaviors").words == parse("Online Purchase Behaviour").words
    True
    """
    text = unicodedata.normalize("NFKC", printed).translate(_PLAIN_MARKS)
    parts = tuple(part.strip() for part in _PRODUCT.split(text) if part.strip())
    abbreviation = None
    for inner in _IN_BRACKETS.findall(text):
        if is_abbreviation(inner):
            abbreviation = abbreviation or inner
    text = " ".join(_IN_BRACKETS.sub(" ", text).replace("_", " ").split())
    if not text:
        text = printed.strip("()[]（） ")
    text = text.casefold()
    if _UNSPACED.search(text):
        text = _unspaced(text)
    for pattern, plain in _COMPOUNDS_RE:
        text = pattern.sub(plain, text)
    text = re.sub(r"'s\b|s'(?=\s|$)", "", text)
    text = re.sub(r"^(?:" + "|".join(sorted(ACTORS)) + r"|perceived|felt)s? (?=(?:lack|absence|loss) of )", "", text)
    negated = bool(_NEGATIONS.search(text))
    text = _NEGATIONS.sub("", text)
    tokens = [token for token in re.split(r"[^\w-]+", text) if token]
    tokens = [part for token in tokens for part in _split_hyphen(token)]
    plain_tokens = [word(token) for token in tokens]
    words = tuple(token for token in plain_tokens if token not in _PREPOSITIONS and token not in _ARTICLES)
    return Name(
        printed=printed,
        text=" ".join(plain_tokens),
        words=words,
        head=_head(plain_tokens),
        tail=_tail(plain_tokens),
        negated=negated,
        abbreviation=abbreviation,
        product=parts if len(parts) > 1 else (),
    )


def words_of(text: str) -> frozenset[str]:
    """The content words of a definition or an item, one per family."""
    return frozenset(each for each in parse(text).words if len(each) > 2 and each not in FILLERS)


def is_abbreviation(text: str) -> bool:
    """Whether a name is only letters that stand for something: PU, PEOU, InfoSeek, eWOM.

    >>> [is_abbreviation(t) for t in ("PEOU", "eWOM", "Trust", "InfoSeek")]
    [True, True, False, True]
    """
    text = text.strip()
    return len(text) <= 10 and (
        _ABBREVIATION.fullmatch(text) is not None or re.fullmatch(r"(?:[A-Z][a-z]{2,5}){2}", text) is not None
    )


def initials(name: str) -> frozenset[str]:
    """The abbreviations a paper could make of a name: PEOU and PEU of perceived ease of use.

    >>> sorted(initials("perceived ease of use"))
    ['peou', 'peu']
    """
    every = [part for part in re.split(r"[^\w]+", _IN_BRACKETS.sub(" ", name).casefold()) if part]
    content = [part for part in every if part not in _PREPOSITIONS and part not in _ARTICLES]
    made = {"".join(part[0] for part in every), "".join(part[0] for part in content)}
    if len(content) == 1:
        made |= {content[0][:3], content[0][:2], content[0][:4]}
    return frozenset(each for each in made if each)


def shortens(letters: str, name: str) -> bool:
    """Whether letters are cut from a name: RiskProp of risk propensity, RE of regret, EFFIC of self-efficacy.

    >>> shortens("RiskProp", "Risk propensity"), shortens("EFFIC", "Self-efficacy"), shortens("RE", "Perceived risk")
    (True, True, False)
    """
    words = [part for part in re.split(r"[^\w]+", _IN_BRACKETS.sub(" ", name).casefold()) if part]
    pieces = [piece.casefold() for piece in re.findall(r"[A-Z][a-z]+|[A-Z]+(?![a-z])", letters)]
    if len(pieces) > 1:
        return len(pieces) == len(words) and all(word.startswith(p) for p, word in zip(pieces, words, strict=True))
    short = letters.casefold()
    # Two letters begin many words; four of them tell which word inside a longer name is meant.
    return any(word.startswith(short) for word in words) and (len(words) == 1 or len(short) >= 4)


def definitions(context: Iterable[str]) -> dict[str, str]:
    """The abbreviations a paper explains, as "Perceived enjoyment (PE)" or "PE = perceived enjoyment".

    >>> definitions(["Perceived enjoyment (PE)", "SN: subjective norm", "trust"])
    {'PE': 'Perceived enjoyment', 'SN': 'subjective norm'}
    """
    found: dict[str, str] = {}
    for each in context:
        abbreviation = parse(each).abbreviation
        if abbreviation:
            found.setdefault(abbreviation, " ".join(_IN_BRACKETS.sub(" ", each).split()))
        elif (match := _DEFINES.match(each)) and is_abbreviation(match[1]):
            found.setdefault(match[1], match[2])
    return found


def opposite(known: str) -> str | None:
    """The word without its negative prefix: dissatisfaction -> satisfaction, insecurity -> security."""
    bare = _NEGATIVE_PREFIX.sub("", known)
    return word(bare) if bare != known else None


def is_unspaced(text: str) -> bool:
    """Whether a text is of a script that is written without spaces between words."""
    return _UNSPACED.search(text) is not None


def _unspaced(text: str) -> str:
    joined = "".join(text.split())
    return _UNSPACED_FILLERS.sub("", joined) or joined


def _split_hyphen(token: str) -> list[str]:
    token = token.strip("-")
    return [part for part in token.split("-") if part]


def _head(tokens: list[str]) -> str:
    """The last word before the first preposition, unless that word only measures what follows (level of trust)."""
    rest = [token for token in tokens if token not in _ARTICLES]
    while rest:
        stop = next((i for i, token in enumerate(rest) if token in _PREPOSITIONS), len(rest))
        phrase, rest = rest[:stop], rest[stop + 1 :]
        content = [token for token in phrase if token not in FILLERS]
        if len(content) > 1 and content[-1] == "behaviour":
            return content[-2]  # "sharing behaviour" is sharing
        if content:
            return content[-1]
    return tokens[-1] if tokens else ""


def _tail(tokens: list[str]) -> frozenset[str]:
    """In "intention to use public services" the verb belongs to the construct, what follows it to the occasion."""
    stop = next((i for i, token in enumerate(tokens) if i and token in _PREPOSITIONS), len(tokens))
    keep = 1 if tokens[stop : stop + 1] == ["to"] and _VERBAL & set(tokens[:stop]) else 0
    content = [token for token in tokens[stop + 1 :] if token not in _ARTICLES and token not in _PREPOSITIONS]
    return frozenset(content[keep:])
