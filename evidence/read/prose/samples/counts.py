"""The whole numbers of a sentence, in digits or in words, and what each of them counts: `206 young middle managers`."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from evidence.read.late import late

__all__ = ["FORMS", "PEOPLE", "SPELLED_CUES", "Count", "Kind", "counts", "kind_of", "unbracketed"]

Kind = Literal["people", "forms", "units", "others", "things", "alone"]

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: i + 1 for i, word in enumerate(_ONES)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)} | {"a": 1}
SPELLED_CUES = (*_TENS, "hundred", "thousand", "eleven", "twelve", "thirteen", "teen")

_SMALL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES[:9])}))?|{'|'.join(sorted(_ONES, key=len, reverse=True))})"
)
_HUNDREDS = rf"(?:(?:a|{_SMALL})\s+hundred(?:\s+(?:and\s+)?{_SMALL})?|{_SMALL})"
_SPELLED = re.compile(
    rf"\b(?:{_HUNDREDS}\s+thousand(?:,?\s+(?:and\s+)?{_HUNDREDS})?|a\s+thousand|{_HUNDREDS})\b(?!-|\.\d)"
)
_DIGITS = re.compile(
    r"\d(?<![a-z\d.,$€£¥#+/–—−<>≥≤±×*-].)(?:(?<!0)\d{0,2}(?:[,\u202f\u2009\xa0]\d{3})+|\d{0,2}(?: \d{3})+|\d{0,6})"
    r"(?![a-z\d%‰°]|[.,]\d|\s?%|\s*(?:percent|per\s+cent)\b|\s?[–—/:−-]\s?\d|-(?!(?:person|member|participant|student|respondent|employee)\s+sample)[a-z]|\s?[×x*]\s?\d|\s?[<>≤≥±])"
)
# Words after which a number is a name, an age, a place in a list, or a statistic.
_NAMED = re.compile(
    r"(?:\b(?:tables?|fig(?:ures?|\.)?|study|studies|experiments?|hypothes[ie]s|model|eqs?|equations?|section|appendix|chapter|pages?|pp|p|vol|volume|no|nos|"
    r"grades?|aged?|ages|between|versions?|windows|iso|items?|waves?|weeks?|days?|levels?|step|phase|round|year|type|group|class|line|rows?|columns?|question|"
    r"article|spss|amos|smartpls|warppls|adanco|lisrel|stata|mplus|eqs|sas|statistics|release|process|top|under|over\s+age|≈|~|∼)\.?\s*"
    r"|\b(?:f|t|q|r|z|df|χ\s?[2²]|x\s?[2²]|chi-?squared?)\s?\([\d.,\s]*|\[[\d,;\s–-]*)$"
)
_NO_NAME = re.compile(  # `In the main study 534 pupils took part`
    r"\bin\s+(?:(?:the|this|our)\s+)?(?:main|present|current|actual|final|own|this|our)\s+(?:study|experiment|wave|phase|round|step)\s+$"
)
_LONG = 3  # digits; fewer number a study
_EQUAL = re.compile(r"(?P<what>[^\s=(]+)(?:\s*\([^()\d]*\))?\s*=\s*$")
_SIZE_NAMES = frozenset(("n", "ns", "size", "sample", "total"))
_YEAR = re.compile(r"(?:19|20)\d\d$")
_DATED = late(
    r"(?:\b(?:in|since|during|until|till|year|from|to|and|by|before|after|early|late|mid|spring|summer|autumn|fall|winter|"
    r"jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*|quarter\s+of|(?<!total\s)(?<!sample\s)(?<!size\s)of)\s+|[(,;&]\s*)$"
)
_BRACKET = re.compile(r"\s*\([^()]{0,90}\)")
_PERCENT = re.compile(r"\s*\(\s*(?:i\.e\.,?|or|about|ca\.)?\s*(?P<n>\d{1,3}(?:\.\d+)?)\s*(?:%|percent|per\s+cent)\s*\)")
_WORD = re.compile(r"\s*(?P<comma>,\s)?(?P<w>[^\W\d_](?:[\w'’.&/–-]*\w)?['’]?)[.-]?")

PEOPLE = (
    r"(?:respondents?|participants?|students?|users?|customers?|consumers?|employees?|teachers?|individuals?|people|persons?|tourists?|visitors?|residents?|adults?|"
    r"managers?|subjects?|nurses?|patients?|undergraduates?|citizens?|readers?|developers?|owners?|farmers?|professionals?|practitioners?|engineers?|physicians?|"
    r"doctors?|clinicians?|librarians?|academics?|researchers?|scholars?|drivers?|passengers?|travell?ers?|guests?|clients?|subscribers?|followers?|players?|gamers?|"
    r"learners?|pupils?|graduates?|staff|personnel|executives?|leaders?|supervisors?|subordinates?|dyads?|couples?|parents?|mothers?|fathers?|youths?|donors?|voters?|investors?|"
    r"consultants?|accountants?|volunteers?|entrepreneurs?|freelancers?|officers?|shoppers?|buyers?|workers?|members?|viewers?|adolescents?|children|women|men|boys|girls|"
    r"males|females|panellists?|panelists?|informants?|interviewees|responden|seniors|elderly|faculty|alumni)"
)
FORMS = (
    r"(?:responses?|questionnaires?|samples?|surveys?|answers?|cases|observations?|data\s?(?:points|sets)|copies|replies|returns|forms?|interviews|completes|records|"
    r"entries|submissions|datasets|pairs|letters|invitations|cuestionarios|encuestas|respuestas|question[áa]rios|respostas|inqu[ée]ritos|kuesioner)"
)
_UNITS = re.compile(
    r"(?:firms|companies|organi[sz]ations|enterprises|businesses|households|families|teams|retailers|suppliers|schools|classes|classrooms|hospitals|"
    r"universities|colleges|departments|branches|hotels|villages|plants|wards|units|clinics|stores|shops|banks|farms|wineries|institutions|agencies|centers|centres|"
    r"towns|municipalities|communities|districts|provinces|regions|faculties|restaurants|offices|bakeries|incubators|groups|subsidiaries)$"
)
_THINGS = re.compile(
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|items?|questions?|statements?|indicators?|variables?|constructs?|factors?|scales?|subscales?|dimensions?|"
    r"hypothes[ei]s|paths?|models?|stud(?:y|ies)|articles?|papers?|publications?|references|countr(?:y|ies)|cities|sites?|points?|options?|categories|parameters?|"
    r"iterations?|resamples?|re-samples|subsamples?|sub-samples|replications?|permutations?|draws?|simulations?|bootstrap\w*|dollars?|euros?|pounds?|yuan|usd|eur|rupees|rmb|"
    r"times|pages?|words?|characters?|lines?|km|kilomet\w+|met(?:er|re)s?|miles?|degrees?|levels?|conditions?|scenarios?|trials?|stimuli|photos|pictures|images|"
    r"languages|versions|clusters|dimensions?|attempts|steps|percentiles?|sd|ms|kg|mg|attributes|competenc\w+|skills|themes|codes|criteria|measures|features|"
    r"clicks|visits|views|hits|downloads|e-?mails|values|loadings|correlations|coefficients|cells|rows|columns|million|billion|°|others|datas)$"
)
_PERSON, _FORM = re.compile(PEOPLE + "$"), re.compile(FORMS + "$")
_NO_PLURAL = frozenset(
    [
        "always",
        "whereas",
        "business",
        "previous",
        "less",
        "this",
        "its",
        "his",
        "has",
        "was",
        "perhaps",
        "besides",
        "across",
        "overseas",
        "various",
        "serious",
        "as",
        "is",
        "us",
        "numerous",
        "cross",
        "series",
        "plus",
        "thus",
        "religious",
        "sports",
        "sales",
        "news",
        "mass",
        "class",
        "process",
        "access",
        "indigenous",
        "swiss",
        "ours",
        "theirs",
        "yes",
    ]
)
_STOPS = frozenset(
    [
        "of",
        "in",
        "from",
        "at",
        "on",
        "by",
        "with",
        "for",
        "to",
        "who",
        "whom",
        "which",
        "that",
        "were",
        "was",
        "are",
        "is",
        "had",
        "have",
        "has",
        "but",
        "did",
        "do",
        "could",
        "can",
        "may",
        "might",
        "would",
        "will",
        "should",
        "than",
        "as",
        "it",
        "they",
        "we",
        "i",
        "he",
        "she",
        "after",
        "before",
        "when",
        "while",
        "if",
        "because",
        "since",
        "so",
        "then",
        "also",
        "not",
        "no",
        "never",
        "took",
        "take",
        "taking",
        "said",
        "gave",
        "responded",
        "answered",
        "replied",
        "participated",
        "agreed",
        "remained",
        "came",
        "went",
        "stayed",
        "declined",
        "refused",
        "failed",
        "withdrew",
        "numbered",
        "voluntarily",
        "where",
        "across",
        "among",
        "within",
        "per",
        "out",
        "only",
        "were",
        "been",
        "being",
        "be",
        "during",
        "through",
        "via",
        "each",
        "yang",
        "dan",
        "de",
        "que",
        "y",
        "e",
    ]
)
_MOST_WORDS = 7


class Count(NamedTuple):
    """A whole number with what it counts; places are those of the sentence."""

    value: int
    start: int  # of the digits, or of the words that spell it
    end: int
    after: int  # where what is said of the counted begins
    noun: str = ""
    kind: Kind = "alone"
    words: str = ""  # between the number and the noun
    share: str | None = None  # the percentage in brackets behind it
    equals: str = ""  # the name before a sign of equality
    boxed: bool = False  # alone in brackets, behind its noun
    lead: int = -1  # where what leads up to it ends, if not at its start


def counts(lower: str, spelled: bool) -> list[Count]:
    """Every number of a sentence in lower case that may count people or things, in order."""
    found = [c for m in _DIGITS.finditer(lower) if (c := _count(lower, m))]
    if not spelled:
        return found
    words = [c for m in _SPELLED.finditer(lower) if (c := _spelled(lower, m))]
    said: dict[int, Count] = {}
    for word in words:  # `four hundred and twelve (412) pupils`
        twin = next((d for d in found if d.value == word.value and lower[word.end : d.start].strip(" (") == ""), None)
        if twin:
            at = twin.end + len(lower[twin.end :]) - len(lower[twin.end :].lstrip(" )"))
            said[twin.start] = _read(lower, word, at)._replace(start=twin.start, end=twin.end, lead=word.start)
        else:
            said[word.start] = word
    return sorted([*said.values(), *(d for d in found if d.start not in said)], key=lambda c: c.start)


_NO_DIGIT = re.compile(r"\D")


def _count(lower: str, match: re.Match[str]) -> Count | None:
    start, end = match.span()
    before = lower[max(0, start - 30) : start]
    equal = _EQUAL.search(before) if before.rstrip().endswith("=") else None
    if equal and equal["what"] not in _SIZE_NAMES:
        return None
    if not equal and _NAMED.search(before) and not (end - start >= _LONG and _NO_NAME.search(before)):
        return None
    count = Count(int(_NO_DIGIT.sub("", match[0])), start, end, end, equals=equal["what"] if equal else "")
    if before.endswith("(") and lower[end : end + 1] == ")":
        return _behind_noun(lower, count)
    year = not equal and _YEAR.match(match[0]) is not None
    if year and _DATED.search(before):
        return None
    count = _read(lower, count, end)
    return None if year and count.kind not in ("people", "forms") else count


_SHARE_BEFORE = re.compile(r"(?:%|percent)\s*\($")
_NOUN_BEFORE = re.compile(r"(?P<noun>[a-z][\w'’-]*)\s+\($")


def _behind_noun(lower: str, count: Count) -> Count | None:
    """`Clerks (612) of 48 stores`: a number alone in brackets counts the noun before it."""
    if _SHARE_BEFORE.search(lower, max(0, count.start - 12), count.start):
        return count._replace(after=count.end + 1, lead=count.start)
    before = _NOUN_BEFORE.search(lower, max(0, count.start - 40), count.start)
    kind = kind_of(before["noun"]) if before else "alone"
    if before is None or (kind in ("alone", "things") and before["noun"] != "sample"):
        return None
    return count._replace(
        after=count.end + 1,
        noun=before["noun"],
        kind="forms" if kind == "alone" else kind,
        boxed=True,
        lead=before.start(),
    )


def _spelled(lower: str, match: re.Match[str]) -> Count | None:
    value = _value(match[0])
    return _read(lower, Count(value, *match.span(), match.end()), match.end()) if value > 1 else None


def _value(words: str) -> int:
    """The number that words spell.

    >>> _value("two thousand, three hundred and twelve")
    2312
    """
    total = part = 0
    for word in re.findall(r"[a-z]+", words):
        if word == "thousand":
            total, part = total + part * 1000, 0
        elif word == "hundred":
            part *= 100
        else:
            part += _VALUES.get(word, 0)
    return total + part


def _read(lower: str, count: Count, at: int) -> Count:
    """The count with the noun behind it."""
    share = None
    if bracket := _BRACKET.match(lower, at):
        share = _PERCENT.fullmatch(bracket[0])
        at = bracket.end()
    noun, kind, words, after = _noun(lower, at)
    if not share and (bracket := _BRACKET.match(lower, after)):
        share = _PERCENT.fullmatch(bracket[0])
    return count._replace(noun=noun, kind=kind, words=words, after=after, share=share["n"] if share else None)


def _noun(lower: str, at: int) -> tuple[str, Kind, str, int]:
    """The first noun in the plural, with what comes before it and where it ends."""
    words: list[str] = []
    place = at
    for match in _words(lower, at):
        word = match["w"]
        place = match.end()
        kind: Kind = "forms" if words[-1:] == ["data"] and word in ("points", "sets") else kind_of(word)
        if kind != "alone":
            after = _WORD.match(lower, place)
            if (
                after
                and not after["comma"]
                and len(words) < _MOST_WORDS
                and kind_of(after["w"]) in ("people", "forms", "units", "things")
            ):
                words.append(word)  # `sales managers questionnaires`
                continue
            if kind == "things" and words and words[0].endswith("ed"):
                break  # `331 returned valid scales`
            return word, kind, " ".join(words), place
        words.append(word)
    return "", "alone", " ".join(words), at


def _words(lower: str, at: int) -> Iterator[re.Match[str]]:
    first = True
    for _ in range(_MOST_WORDS):
        match = _WORD.match(lower, at)
        if match is None or match["w"] in _STOPS or (match["comma"] and first):
            return
        first = False
        yield match
        at = match.end()


@lru_cache(maxsize=4096)
def kind_of(word: str) -> Kind:
    """What a word counts; `alone` when it is no noun in the plural.

    >>> [kind_of(word) for word in ("pupils", "replies", "firms", "months", "fishmongers", "young")]
    ['people', 'forms', 'units', 'things', 'others', 'alone']
    """
    last = re.split(r"[-–/]", word)[-1]
    if last == "years" and last != word:
        return "forms"  # `firm-years`
    if _THINGS.match(last):
        return "things"
    if _UNITS.match(last):
        return "units"
    if _PERSON.match(last) and (
        last.endswith("s")
        or last
        in ("people", "staff", "personnel", "children", "women", "men", "responden", "elderly", "faculty", "alumni")
    ):
        return "people"
    if _FORM.match(last) and (last.endswith("s") or last == "kuesioner"):
        return "forms"
    plural = last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "’s", "ous")) and len(last) > 3
    return "others" if plural and last not in _NO_PLURAL else "alone"


_INSIDE = re.compile(r"\([^()]*\)")


def unbracketed(text: str) -> str:
    """The text with what stands in brackets blanked, place by place."""
    return _INSIDE.sub(lambda m: " " * len(m[0]), text) if "(" in text else text
