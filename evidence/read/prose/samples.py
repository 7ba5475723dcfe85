"""How many answered: drawn, returned, usable; and which of these numbers is the one that was analysed."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import dataclass, replace
from typing import Any

from evidence.read.partial import Found
from evidence.read.prose.mentions import mentions
from evidence.read.prose.sentences import Sentence
from evidence.records import Printed, Sample

__all__ = ["sample"]

_N = r"(?P<n>\d{1,3}(?:[,\s]\d{3})+|\d{2,7})"
_PEOPLE = (
    r"(?:respondents?|participants?|responses?|questionnaires?|students?|users?|customers?|consumers?|employees?|teachers?|firms?|companies|samples?|"
    r"surveys?|answers?|individuals?|people|persons?|cases|observations?|tourists?|visitors?|residents?|adults?|managers?|subjects?|nurses?|patients?|organi[sz]ations?|"
    r"undergraduates?|citizens?|shoppers?|buyers?|workers?|data points|copies|replies|returns|forms?|households?|members?|viewers?|adolescents?|children|women|men)"
)
_ADJ = r"(?:[\w()'’./-]+\s+){0,5}?"
_USABLE = (
    r"(?:valid|usable|qualified|complete[d]?|effective|final|useful|eligible|retained|remaining|analy[sz]able|useable)"
)
_YEARS = re.compile(r"^(?:19|20)\d\d$")


@dataclass(frozen=True)
class _Rule:
    """A way to say a size; `weight` orders the claims to be the analysed n."""

    name: str
    weight: int
    needs: tuple[str, ...]  # sorts of words, of each of which one stands in every match
    pattern: re.Pattern[str]


def _rule(name: str, weight: int, needs: str, pattern: str) -> _Rule:
    return _Rule(
        name,
        weight,
        tuple(needs.split()),
        re.compile(
            pattern.replace("~N", _N).replace("~PEOPLE", _PEOPLE).replace("~ADJ", _ADJ).replace("~USABLE", _USABLE),
            re.IGNORECASE,
        ),
    )


_RULES = (
    _rule("valid", 10, "people usable", r"~N\s+~ADJ~USABLE\s+~ADJ~PEOPLE"),
    _rule("valid", 10, "usable", r"~USABLE\s+(?:\w+\s+){0,3}(?:of|were|was|is|are|totall?ed|reached|n\s*=|=|:)\s*(?:a\s+total\s+of\s+)?~N(?!\s*%)"),
    _rule("valid", 10, "people judged", r"~N\s+~ADJ~PEOPLE\s+(?:were|was|are)\s+(?:\w+\s+){0,3}(?:~USABLE|used|analy[sz]ed|included|kept|considered\s+valid)"),
    _rule("valid", 9, "yield sized", r"(?:resulting|resulted|leaving|left|yield\w*|final|obtain\w*|retain\w*)\s+(?:in\s+|us\s+with\s+|with\s+)?(?:an?\s+|the\s+)?(?:\w+\s+){0,4}?(?:of\s+|sample\s+(?:size\s+)?(?:of|was|is|included|comprised|consisted\s+of)\s+)(?:a\s+total\s+of\s+)?~N\b(?!\s*%)"),
    _rule("valid", 9, "yield people", r"(?:resulting|resulted|leaving|left|yield\w*)\s+(?:in\s+|us\s+with\s+|with\s+)?(?:an?\s+|the\s+)?(?:total\s+of\s+)?~N\s+~ADJ~PEOPLE"),
    _rule("valid", 9, "有效", r"~N\s*份?有效(?:问卷|样本)"),
    _rule("valid", 9, "有效", r"有效(?:问卷|样本)\D{0,8}?~N\s*份?"),
    _rule("valid", 10, "leaving", r"(?:of\s+(?:which|these|them|those)|leaving),?\s+~N(?=\s+(?:\w+\s+){0,2}~USABLE|\s+(?:were|was|are)\s+(?:\w+\s+){0,2}(?:~USABLE|used|analy[sz]ed|retained|kept))"),
    _rule("valid", 9, "kept", r"~N\s+(?:were|was)\s+(?:retained|kept|usable|used\s+(?:for|in)\s+(?:the\s+)?(?:\w+\s+)?analys[ie]s)"),
    _rule("collected", 0, "returned", r"~N\s+(?:\w+\s+)?(?:came\s+back|were\s+(?:returned|received|recovered|collected))\b"),
    _rule("distributed", 0, "people out", r"(?:of\s+)?(?:the\s+)?~N\s+~PEOPLE\s+(?:that\s+were\s+|which\s+were\s+)?(?:handed|given|sent|mailed)\s+out"),
    _rule("n", 8, "final", r"\bfinal\s+(?:sample|data\s*set|dataset)\D{0,40}?~N\b(?!\s*%)"),
    _rule("n", 7, "sample", r"\b(?:sample\s+(?:size\s+)?(?:of|was|is|consist\w*\s+of|compris\w*|includ\w*|contain\w*)|(?:sample|participants|respondents|subjects)\s+(?:were|was|are|included|consisted\s+of|comprised)|survey\s+(?:of|with))\s+(?:a\s+total\s+of\s+)?~N\b(?!\s*(?:%|years|items|points))"),
    _rule("n", 7, "n=", r"(?<![A-Za-z])[Nn]\s*=\s*~N\b(?!\.\d)"),
    _rule("n", 6, "data", r"\b(?:data|responses|surveys|questionnaires|information)\s+(?:\w+\s+){0,4}?(?:collected|gathered|obtained|received|completed|delivered|administered|returned|relating|referring)\s+(?:from|by|to)\s+(?:a\s+total\s+of\s+)?~N\s+~ADJ~PEOPLE"),
    _rule("n", 6, "data", r"\b(?:data|responses|answers)\s+(?:\w+\s+){0,3}?(?:collected|gathered|obtained)\s+from\s+(?:a\s+total\s+of\s+)?~N\s+~ADJ[a-z]+s\b"),
    _rule("n", 5, "taken people", r"\b(?:total\s+of|surveyed|completed\s+by|delivered\s+to|participat\w+|on)\s+~N\s+~ADJ~PEOPLE"),
    _rule("collected", 6, "took people", r"(?:the|all)\s+~N\s+(?:returned|collected|received|completed|recovered)\s+~ADJ~PEOPLE"),
    _rule("n", 3, "people", r"~N\s+~ADJ(?:respondents|participants|responses|students|questionnaires|samples)\b"),
    _rule("distributed", 0, "people sent", r"~N\s+~ADJ~PEOPLE\s+(?:\w+\s+){0,3}(?:distributed|sent|mailed|e-?mailed|issued|administered|handed|delivered)\b"),
    _rule("distributed", 0, "people sent", r"(?:distribut\w+|sent|mailed|issued|handed)\s+(?:out\s+)?(?:a\s+total\s+of\s+)?(?:to\s+)?~N\s+~ADJ~PEOPLE"),
    _rule("collected", 0, "people returned", r"~N\s+~ADJ~PEOPLE\s+(?:\w+\s+){0,3}(?:collected|returned|received|recovered|retrieved|gathered|obtained)\b"),
    _rule("collected", 0, "people returned", r"(?:collected|received|recovered|gathered|returned|obtained)\s+(?:a\s+total\s+of\s+)?~N\s+~ADJ~PEOPLE"),
)  # fmt: skip
_NEEDED: dict[str, tuple[str, ...]] = {
    "people": (
        *("respondent", "participant", "response", "questionnaire", "student", "user", "customer", "consumer", "employee"),
        *("teacher", "firm", "companies", "sample", "survey", "answer", "individual", "people", "person", "cases"),
        *("observation", "tourist", "visitor", "resident", "adult", "manager", "subject", "nurse", "patient", "organi"),
        *("undergraduate", "citizen", "shopper", "buyer", "worker", "data points", "copies", "replies", "return", "form"),
        *("household", "member", "viewer", "adolescent", "children", "women", "men"),
    ),
    "usable": (
        *("valid", "usable", "qualified", "complete", "effective", "final", "useful", "eligible", "retained", "remaining"),
        *("analy", "useable"),
    ),
    "judged": (
        *("valid", "usable", "qualified", "complete", "effective", "final", "useful", "eligible", "retained", "remaining"),
        *("analy", "useable", "used", "included", "kept"),
    ),
    "yield": ("resulting", "resulted", "leaving", "left", "yield", "final", "obtain", "retain"),
    "sized": ("of", "sample"),
    "leaving": ("leaving", "which", "these", "them", "those"),
    "kept": ("retained", "kept", "usable", "used"),
    "returned": ("came", "return", "receiv", "recover", "collect", "retriev", "gather", "obtain"),
    "out": ("out",),
    "final": ("final",),
    "sample": ("sample", "participants", "respondents", "subjects", "survey"),
    "n=": ("=",),
    "data": ("data", "responses", "surveys", "questionnaires", "information", "answers"),
    "taken": ("total", "surveyed", "completed", "delivered", "participat", "on"),
    "took": ("return", "collected", "received", "completed", "recovered"),
    "sent": ("distribut", "sent", "mail", "issued", "administered", "handed", "delivered"),
    "有效": ("有效",),
}  # fmt: skip
_HINT = re.compile(r"(?<![\d.,(])(?!(?:19|20)\d\d\b)\d[\d,]+(?!\.\d)|[Nn]\s*=|2\d\d\d\s+[a-z]")
_DIGIT = re.compile(r"\d")
_EQUALS = next(rule for rule in _RULES if rule.pattern.pattern.startswith("(?<![A-Za-z])[Nn]"))
_RATE = re.compile(
    r"(?:valid|effective|usable|response|recovery|return)\s+(?:\w+\s+){0,2}(?:rate|ratio)\s+(?:\w+\s+){0,3}?(?P<n>\d{1,3}(?:\.\d+)?)\s*%",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:et al|pilot|pre-?test|previous|prior\s+stud|minimum|at\s+least|recommend\w*|rule\s+of\s+thumb|should\s+be|required|needed|suggested|power\s+analysis|interviews?|"
    r"experts?|census|population\s+of|million|billion)\b|\(\s*(?:19|20)\d\d\)",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"method|sample|data|participant|procedure|respondent|survey|measure|design|result|analysis|abstract|数据|样本|研究方法",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Claim:
    name: str
    value: str
    weight: float
    span: tuple[int, int]
    page: int | None


def sample(sentences: tuple[Sentence, ...], captions: tuple[tuple[str, int], ...] = ()) -> Found[Sample] | None:
    """The sample as the paper describes it; `n` is the number analysed."""
    claims = [claim for sentence in sentences for claim in _claims(sentence)]
    for text, start in captions:
        claims += [
            _Claim("n", m["n"], 6.5, (start + m.start("n"), start + m.end("n")), None)
            for m in re.finditer(r"(?<![A-Za-z])[Nn]\s*=\s*(?P<n>\d{1,3}(?:,\d{3})+|\d{2,7})\b(?!\.\d)", text)
        ]
    if not claims:
        return None
    best = _analysed(claims)
    parts: dict[str, Any] = {}
    spans: dict[str, tuple[int, int]] = {}
    for name in ("distributed", "collected", "valid"):
        chosen = max((c for c in claims if c.name == name), key=lambda c: c.weight, default=None)
        if chosen:
            parts[name], spans[name] = Printed(_digits(chosen.value)), chosen.span
    if best:
        parts["n"], spans["n"] = Printed(_digits(best.value)), best.span
        if "valid" in parts and _digits(best.value) != parts["valid"] and best.name != "valid":
            del parts["valid"], spans["valid"]
    for sentence in sentences:
        rate = _RATE.search(sentence.text) if "%" in sentence.text else None
        if rate:
            parts["valid_rate_pct"], spans["valid_rate_pct"] = Printed(rate["n"]), sentence.span(*rate.span("n"))
            break
    if not parts:
        return None
    return Found(replace(Sample(), **parts), spans, page=best.page if best else None)


def _claims(sentence: Sentence) -> list[_Claim]:
    found: list[_Claim] = []
    if not (_DIGIT.search(sentence.text) and _HINT.search(sentence.text)):
        return found
    stands: dict[str, bool] = {}
    for rule in _RULES:
        if not all(_stands(sort, sentence.lower, stands) for sort in rule.needs):
            continue
        for match in rule.pattern.finditer(sentence.text):
            digits = _digits(match["n"])
            after = sentence.text[match.end("n") : match.end("n") + 8]
            if _YEARS.match(digits) and not re.match(r"\s+\w*\s*(?:resp|part|ques)", after, re.IGNORECASE):
                continue
            before = sentence.text[: match.start("n")]
            if _YEARS.match(digits) and re.search(r"\b(?:in|since|during|until|year)\s+$", before, re.IGNORECASE):
                continue
            if (
                int(digits) < 20
                or re.match(r"\s*(?:%|\.\d|years|items?\b|points?\b|percent)", after)
                or sentence.text[match.start("n") - 1 : match.start("n")] in ".-–/$"
            ):
                continue
            elsewhere = _ELSEWHERE.search(sentence.text)
            placed = not sentence.section or _PLACES.search(sentence.section)
            weight = rule.weight - (6 if elsewhere else 0) + (1 if placed else 0)
            if rule.pattern is _EQUALS.pattern and len(_EQUALS.pattern.findall(sentence.text)) > 1:
                weight -= 5  # the sizes of groups
            found.append(_Claim(rule.name, match["n"], weight, sentence.span(*match.span("n")), sentence.page))
    return found


def _stands(sort: str, text: str, known: dict[str, bool]) -> bool:
    """Whether a word of this sort stands in the text; asked once for all rules."""
    if sort not in known:
        known[sort] = mentions(text, _NEEDED[sort])
    return known[sort]


def _analysed(claims: list[_Claim]) -> _Claim | None:
    """The claim with the most weight; numbers said more than once gain by it."""
    sizes: dict[str, float] = {}
    for claim in claims:
        if claim.weight > 0:
            digits = _digits(claim.value)
            sizes[digits] = max(sizes.get(digits, 0), claim.weight)
    for digits in sizes:
        if any(c.name == "distributed" and _digits(c.value) == digits for c in claims):
            sizes[digits] -= 6  # sent out, not answered
        said = sum(1 for c in claims if _digits(c.value) == digits and c.weight > 0)
        sizes[digits] += min(said - 1, 3) * 0.8
    if not sizes:
        return None
    chosen = max(sizes, key=lambda d: sizes[d])
    return max((c for c in claims if _digits(c.value) == chosen), key=lambda c: c.weight)


def _digits(text: str) -> str:
    return re.sub(r"[,\s]", "", text)
