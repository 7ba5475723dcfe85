"""Reliabilities told in turn with the names beside them: `alpha is .88 for trust, .85 for risk`, `alphas: trust (.88), risk (.85)`.

The names need not be known from elsewhere; people, samples and occasions are no constructs.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.aligned import KINDS, MIXED, Names
from evidence.read.prose.figures import printed
from evidence.read.prose.relations.relation import construct_phrase
from evidence.read.prose.sentences import Sentence
from evidence.records import Construct

__all__ = ["listed"]

_FIGURE = r"(?<![\d.])(?P<v>0?\.\d{2,3}|1\.00)(?![\d%])"
_NAME = r"(?P<name>[A-Za-z][\w'’/&-]*(?:\s+[\w'’/&-]+){0,5}?)"
_STOP = r"(?=\s*(?:[,;:]|\band\b|\bwhile\b|\bbut\b|\.?\s*$))"
_TURNS = (
    re.compile(rf"{_FIGURE}\s+(?:for|in\s+the\s+case\s+of)\s+(?:the\s+|our\s+)?{_NAME}{_STOP}"),
    re.compile(rf"(?:^|[:,]\s*|\band\s+|\b(?:for|of)\s+)(?:and\s+)?(?:the\s+)?{_NAME}\s*[(\[]\s*{_FIGURE}\s*[)\]]"),
    re.compile(rf"\b(?:for|of)\s+(?:the\s+|our\s+)?{_NAME}\s+(?:was\s+|is\s+|were\s+)?{_FIGURE}{_STOP}"),
    re.compile(rf"(?:[:,]\s*|\band\s+)(?:and\s+)?(?:the\s+)?{_NAME}\s*[=:]?\s*{_FIGURE}{_STOP}"),
)
_PEOPLE = late(  # the last word of what alphas of two samples are told for
    r"(?:m[ea]n|women|woman|males?|females?|boys|girls|students|teachers|nurses|workers|employees|managers|patients|parents|children|adults|customers|users|buyers|consumers|citizens"
    r"|respondents?|participants?|samples?|subsamples?|groups?|waves?|times?|stud(?:y|ies)|surveys?|countr(?:y|ies)|pre-?test|post-?test|pilot|year|\w*\d)$",
    re.IGNORECASE,
)
_GENERIC = late(
    r"\b(?:first|second|third|one|two|three|four|five|it|they|this|these|that|both|all|each|which|scales?|subscales?|items?|questionnaire|instrument|version|models?|factors?|dimensions?|constructs?|variables?"
    r"|alphas?|α|reliabilit\w+|validity|consistency|values?|cronbach\S*|coefficients?|cr|ave)\b",
    re.IGNORECASE,
)


_BARE = re.compile(
    r"\b(?:internal\s+consistenc|(?<!composite )(?<!construct )reliabilit)", re.IGNORECASE
)  # taken for alpha
_CONSTRUCT = re.compile(r"\bconstruct\s+reliabilit", re.IGNORECASE)
_ROOT = re.compile(r"\broots?\s+of\s+(?:the\s+|each\s+)?$", re.IGNORECASE)  # of the AVE, which is another figure
_END = rf"(?:\s+(?:for|in\s+the\s+case\s+of)\s+(?:the\s+)?{_NAME.replace('name', '~')}(?=\s+(?:to|and)\b|\s*[,;.(]|\s*$)|\s*[(\[]\s*(?:for\s+)?{_NAME.replace('name', '~_')}\s*[)\]])"
_RANGE = late(
    rf"\b(?:from|between)\s+(?P<a>0?\.\d{{2,3}}){_END.replace('~', 'low')}\s*(?:to|and)\s+(?P<b>0?\.\d{{2,3}})(?!\d){_END.replace('~', 'high')}"
)


def _ranged(sentence: Sentence, known: Names | None) -> Iterator[Found[Construct]]:
    """The two ends of a range with their names: `CRs ranged from .81 (trust) to .93 (risk)`."""
    for match in _RANGE.finditer(sentence.text):
        kinds = (*KINDS, ("alpha", _BARE), ("cr", _CONSTRUCT))
        told = [(m.start(), kind) for kind, words in kinds for m in words.finditer(sentence.text, 0, match.start())]
        at, kind = max(told, default=(0, ""))
        ends = [(match[x] or match[f"{x}_"], v) for x, v in (("low", "a"), ("high", "b"))]
        named = [(construct_phrase(name), v) for name, v in ends]
        if (
            not kind
            or _ROOT.search(sentence.text[:at])
            or not all(_named(name, known, beside_phrase=False) for name, _ in named)
        ):
            continue
        for name, v in named:
            value = printed(match[v])
            if value is not None:
                place = {kind: sentence.span(*match.span(v))}
                yield Found(Construct(name, **{kind: value}), place, confidence=0.85, page=sentence.page)  # type: ignore[arg-type]


_STATISTIC = r"(?:Cronbach['’]?s?\s+)?(?:α|alpha|CR|AVE|composite\s+reliability)"
_SEMICOLON = re.compile(r";(?![^()]*\))")
_OWN = late(  # `: joy, CR = .83, AVE = .45; pet attachment, CR = .87, AVE = .63; and calm, CR = ...`
    rf"(?:^|[:;]|\bwere\b|\bfollows\b)\s*(?:and\s+)?(?:for\s+)?(?:the\s+)?{_NAME}\s*[,:(]\s*(?P<told>{_STATISTIC}\s*=\s*{_FIGURE.replace('?P<v>', '?:')}(?:,?\s+(?:and\s+)?{_STATISTIC}\s*=\s*{_FIGURE.replace('?P<v>', '?:')})*)\)?(?=\s*(?:;|\.?\s*$))",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?P<what>{_STATISTIC})\s*=\s*{_FIGURE}", re.IGNORECASE)


def _each_with_its_own(sentence: Sentence) -> list[Found[Construct]]:
    """Names in a list with semicolons, each with its figures behind it."""
    told = list(_OWN.finditer(sentence.text)) if ";" in sentence.text else []
    names = [construct_phrase(m["name"]) for m in told]
    if len(told) < 2 or any(_GENERIC.search(n) or _PEOPLE.search(n) for n in names):
        return []
    found = []
    for match, name in zip(told, names, strict=True):
        values, places = {}, {}
        for one in _ONE.finditer(sentence.text, *match.span("told")):
            kind = next((k for k, words in KINDS if words.search(one["what"])), None)
            if kind and (value := printed(one["v"])) is not None:
                values[kind], places[kind] = value, sentence.span(*one.span("v"))
        found.append(Found(Construct(name, **values), places, confidence=0.9, page=sentence.page))  # type: ignore[arg-type]
    return found


def listed(sentence: Sentence, known: Names | None) -> Iterator[Found[Construct]]:
    """At least two values of one statistic in a clause, each beside its name."""
    if own := _each_with_its_own(sentence):
        yield from own
        return
    yield from _ranged(sentence, known)
    at = 0
    for clause in _SEMICOLON.split(sentence.text):
        yield from _in_clause(sentence, clause, at, known)
        at += len(clause) + 1


def _in_clause(sentence: Sentence, clause: str, start: int, known: Names | None) -> Iterator[Found[Construct]]:
    if equal := list(_equal(sentence, clause, start, known)):
        yield from equal
        return
    kinds = [(kind, first) for kind, words in KINDS if (first := words.search(clause))]
    if not kinds and (bare := _BARE.search(clause)):
        kinds = [("alpha", bare)]
    if len(kinds) != 1 or MIXED.search(clause):
        return
    (kind, word) = kinds[0]
    for turn in _TURNS:
        told = list(turn.finditer(clause, word.end()))
        figures = re.findall(_FIGURE, clause[word.end() :])
        if len(told) < 2 or len(told) != len(figures):
            continue
        names = [construct_phrase(m["name"]) for m in told]
        phrases = any(_PHRASE.match(n) for n in names)
        if not all(_named(n, known, phrases) for n in names) or len(set(map(str.lower, names))) < len(names):
            continue
        for match, name in zip(told, names, strict=True):
            value = printed(match["v"])
            if value is not None:
                place = sentence.span(start + match.start("v"), start + match.end("v"))
                yield Found(Construct(name, **{kind: value}), {kind: place}, confidence=0.88, page=sentence.page)  # type: ignore[arg-type]
        return


_BOTH = late(r"\b(?:CRs?|AVEs?|alphas?)\s+and\s+(?:the\s+)?(?:CRs?|AVEs?|alphas?|composite|average)\b")
_OTHER_FIGURES = late(r"\b(?:omega|loadings?|correlat\w+|pilot|pre-?test)\b")
_EQUAL = re.compile(rf"(?:^|[;,(]\s*|\band\s+)(?:and\s+)?{_NAME}\s*[=:]\s*{_FIGURE}(?=\s*(?:[;,)]|\band\b))")


def _equal(sentence: Sentence, clause: str, start: int, known: Names | None) -> Iterator[Found[Construct]]:
    """`All AVE values exceeded .50 (joy = .61; calm = .66)`: in one bracket behind the statistic that is named last."""
    for bracket in re.finditer(r"\(([^()]*)\)", clause) if "=" in clause else ():
        said = [(m.start(), kind) for kind, words in KINDS for m in words.finditer(clause, 0, bracket.start())]
        if not said or _BOTH.search(clause, 0, bracket.start()) or _OTHER_FIGURES.search(clause, 0, bracket.start()):
            continue
        kind = max(said)[1]
        told = list(_EQUAL.finditer(clause, bracket.start(), bracket.end()))
        names = [construct_phrase(m["name"]) for m in told]
        if len(told) < 2 or not all(_named(n, known, beside_phrase=True) for n in names):
            continue
        for match, name in zip(told, names, strict=True):
            if (value := printed(match["v"])) is not None:
                place = sentence.span(start + match.start("v"), start + match.end("v"))
                yield Found(Construct(name, **{kind: value}), {kind: place}, confidence=0.88, page=sentence.page)  # type: ignore[arg-type]


_PHRASE = re.compile(r"[A-Z][a-z]+[ -][a-z]")


def _named(name: str, known: Names | None, beside_phrase: bool) -> bool:
    """A name in small letters, one beside a phrase (`Calm, Pet attachment`), or one that is known; `Norway` is none."""
    if not name or _GENERIC.search(name) or _PEOPLE.search(name):
        return False
    return name[0].islower() or beside_phrase or (known is not None and known.pattern.fullmatch(name) is not None)
