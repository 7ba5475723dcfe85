"""Reliabilities told of a construct that is the subject: `the joy scale had an alpha of .86 and an AVE of .61`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.aligned import KINDS, Names
from evidence.read.prose.effects.parallel import number_list
from evidence.read.prose.figures import printed
from evidence.read.prose.relations.relation import construct_phrase
from evidence.read.prose.reliability.owners import nobody
from evidence.read.prose.sentences import Sentence
from evidence.records import Construct

__all__ = ["told_of_it"]

_FIGURE = r"(?<![\d.])(?P<v>0?\.\d{2,3}|1\.00)(?![\d%])"
_STATISTIC = (
    r"(?P<what>(?:Cronbach\s*['’′`]?s?['’]?\s*)?(?:[Aa]lphas?|α)(?:\s*\(α\))?|(?:[Cc]omposite|[Cc]onstruct)\s+reliability(?:\s*\(CR\))?|CR|ρ_?\s?[cC]|rho_?[cC]|ρ_?\s?[aA]|rho_?[aA]|[Aa]verage\s+variance\s+extracted(?:\s*\(AVE\))?|AVE"
    r"|(?:reliability|internal\s+consistency)(?:\s+\((?:Cronbach[^()]*|α)\))?)(?:\s+(?:coefficient|value))?"
)
_ONE = rf"(?:an?\s+|the\s+|also\s+)?(?:(?!alpha|reliab)[a-z]+\s+){{0,2}}?{_STATISTIC}\s*(?:of|=|:|was|is)?\s*{_FIGURE}"
_SUBJECT = r"(?P<name>[A-Za-z][\w'’/&-]*(?:\s+[\w'’/&-]+){0,5}?)"
_HAS = r"(?:ha[sd]|have|show(?:s|ed)|reach(?:es|ed)|obtain(?:s|ed)|achiev(?:es|ed)|attain(?:s|ed)|yield(?:s|ed)|demonstrat(?:es|ed)|exhibit(?:s|ed)|display(?:s|ed))"
_GOOD = r"(?:(?:[a-z]+ly\s+)?(?:good|high|excellent|acceptable|adequate|satisfactory|sufficient|fair|reliable|consistent|strong))"
_SAMPLE = r"(?:\s+in\s+(?:this|our|the\s+(?:present|current))\s+(?:sample|study))?"
# What is quick to look for of each of the ways below.
_BEGINS = r"(?:Cronbach|[Aa]lpha|α|[Cc]omposite|[Cc]onstruct|CR|ρ|rho|[Aa]verage|AVE|reliability|internal)"
_HAS_ONE = late(rf"\s{_HAS}\s+(?:[a-z]+\s+){{0,3}}?{_BEGINS}")
_OF_IT = late(r"(?:reliability|consistency|alpha)\s+of(?:\s+\S+){1,12}?\s+(?:was|is)\s", re.IGNORECASE)
_FOR_IT = late(rf"(?:^|[;,]\s*(?:and\s+)?)[Ff]or(?:\s+\S+){{1,8}}?\s+{_BEGINS}")
_PRAISED = late(rf"\s(?:was|is|proved(?:\s+to\s+be)?)\s+{_GOOD}{_SAMPLE}\s*[(\[]")
_WAYS = (
    late(rf"(?:^|[,;]\s*(?:and\s+|while\s+|whereas\s+)?|\band\s+)(?:[Tt]he\s+)?{_SUBJECT}\s+{_HAS}\s+(?={_ONE})", needs=_HAS_ONE),
    late(rf"\b(?<!half\s)(?<!retest\s)(?<!rater\s)(?<!judge\s)(?<!coder\s)(?:reliability|internal\s+consistency|alpha)\s+of\s+(?:the\s+)?{_SUBJECT}{_SAMPLE}\s+(?:was|is)\s+(?:{_GOOD}\s*)?(?=[(\[]?\s*(?:{_STATISTIC}\s*[=:]\s*)?{_FIGURE})", re.IGNORECASE, needs=_OF_IT),
    late(rf"(?:^|[;,]\s*(?:and\s+)?)[Ff]or\s+(?:the\s+)?{_SUBJECT},?\s+(?=(?:the\s+|its\s+)?{_STATISTIC}\s*(?:=|was|is|of)\s*{_FIGURE})", needs=_FOR_IT),
    late(rf"(?:^|[,;]\s*(?:and\s+)?)(?:[Tt]he\s+)?{_SUBJECT}\s+(?:was|is|proved(?:\s+to\s+be)?)\s+{_GOOD}{_SAMPLE}\s*(?=[(\[]\s*{_STATISTIC}\s*[=:]\s*{_FIGURE})", needs=_PRAISED),
)  # fmt: skip
_GIVEN = late(rf"\s*(?:,\s*and\s+|,\s*|\band\s+|[(\[]\s*)?(?:{_ONE})")
_BARE = late(rf"\s*[(\[]?\s*(?:{_STATISTIC}\s*[=:]\s*)?{_FIGURE}")
_SCALE = re.compile(
    r"\s+(?:(?:sub)?scales?|measures?|questionnaires?|inventor(?:y|ies)|index|constructs?|factors?|dimensions?|variables?)$",
    re.IGNORECASE,
)


_RHOS = {"a": "rho_a", "c": "cr"}


def _kind(what: str | None) -> str:
    """Which statistic a word names; a bare reliability is taken for alpha."""
    if what and (rho := re.fullmatch(r"(?:ρ|rho)_?\s?([acAC])", what)):
        return _RHOS[rho[1].lower()]
    return next((kind for kind, words in KINDS if what and words.search(what)), "alpha")


_EARLIER = re.compile(r"(?:original|previous|earlier|initial|pilot|short(?:ened)?|full|first|second)\b", re.IGNORECASE)


def told_of_it(sentence: Sentence, known: Names | None) -> Iterator[Found[Construct]]:
    """The statistics of each construct that the sentence says to have them."""
    told: set[str] = set()
    for way in _WAYS:
        for match in way.finditer(sentence.text):
            name = construct_phrase(_SCALE.sub("", match["name"])) or ""
            if not name or name.lower() in told or nobody(name, known) or _EARLIER.match(name):
                continue
            values, spans = _values(sentence, match.end())
            if values:
                told.add(name.lower())
                yield Found(Construct(name, **values), spans, confidence=0.85, page=sentence.page)  # type: ignore[arg-type]
                yield from _in_same_order(sentence, tuple(values), told, known)


_THEY = late(
    rf"[;,]\s*(?:and\s+)?for\s+(?:the\s+)?{_SUBJECT},?\s+(?:they|these|the\s+values)\s+(?:were|are)\s+(?P<values>0?\.\d{{2,3}}(?:\s*(?:,\s*and|,|and)\s*0?\.\d{{2,3}})+)(?!\d)"
)


def _in_same_order(
    sentence: Sentence, kinds: tuple[str, ...], told: set[str], known: Names | None
) -> Iterator[Found[Construct]]:
    """`For joy the CR was .91 and the AVE .67; for calm they were .88 and .71`: the same statistics of the others."""
    for match in _THEY.finditer(sentence.text) if len(kinds) > 1 else ():
        name = construct_phrase(_SCALE.sub("", match["name"])) or ""
        given = number_list(match["values"])
        if not name or name.lower() in told or nobody(name, known) or len(given) != len(kinds):
            continue
        told.add(name.lower())
        start = match.start("values")
        values = {kind: value for kind, (value, _) in zip(kinds, given, strict=True)}
        spans = {kind: sentence.span(start + a, start + b) for kind, (_, (a, b)) in zip(kinds, given, strict=True)}
        yield Found(Construct(name, **values), spans, confidence=0.85, page=sentence.page)  # type: ignore[arg-type]


def _values(sentence: Sentence, at: int) -> tuple[dict[str, object], dict[str, tuple[int, int]]]:
    """The statistics that follow one another from a place on."""
    values: dict[str, object] = {}
    spans: dict[str, tuple[int, int]] = {}
    while match := _GIVEN.match(sentence.text, at) or (None if values else _BARE.match(sentence.text, at)):
        kind = _kind(match["what"])
        value = printed(match["v"])
        if value is None or kind in values:
            break
        values[kind], spans[kind] = value, sentence.span(*match.span("v"))
        at = match.end()
    return values, spans
