"""Parallel lists: `the path coefficients of A, B and C on Y are .31, .27 and .24, respectively`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.effects.condition import sort_of_effect
from evidence.read.prose.figures import MINUS, printed, scaled
from evidence.read.prose.no_results import no_result, of_another_statistic
from evidence.read.prose.relations.relation import Relation, construct_phrase
from evidence.read.prose.sentences import Sentence
from evidence.records import Path, Printed

__all__ = ["THROUGH", "name_list", "number_list", "parallel_paths"]

Span = tuple[int, int]

_NUMBER = rf"{MINUS}?(?:\d+\.\d+|\.\d+|\d{{1,2}}%?)"
_NUMBERS = late(rf"(?P<all>{_NUMBER}(?:\s*(?:,\s*and|,|and|、|;)\s*{_NUMBER})*)")
_COEFFICIENTS = re.compile(
    rf"(?:(?:standardi[sz]ed\s+)?(?:path\s+|regression\s+)?coefficients?|path\s+coefficients?|betas?|effects?|impacts?|influences?)\s+(?:of|for|from)\s+(?P<from>[^;:]+?)\s+(?:on|to|upon|toward)\s+(?P<to>[^,;:]+?)\s+(?:are|is|were|was)\s+(?:respectively\s+)?(?P<all>{_NUMBER}(?:\s*(?:,\s*and|,|and|、)\s*{_NUMBER})*)",
    re.IGNORECASE,
)
_SEVERAL = rf"{_NUMBER}(?:\s*(?:,\s*and|,|and)\s*{_NUMBER})+"
# `the coefficients from crust to joy, salt to joy and joy to loyalty were .45, .22 and .61`
_WAYS = late(
    rf"\b(?:coefficients?|effects?|paths?|estimates?)\s+(?:of|for|from|between)\s+(?:the\s+(?:paths?|links?|relations?)\s+)?(?:from\s+)?(?P<ways>[^;:=]+?)\s+(?:are|were)\s+(?:respectively\s+)?(?P<all>{_SEVERAL})",
    re.IGNORECASE,
    needs=late(rf"\s(?:are|were)\s+(?:respectively\s+)?{_SEVERAL}", re.IGNORECASE),
)
_WAY = late(r"(?:from\s+)?(?P<a>.+?)\s*(?:\bto\b|→|[-–]+>)\s*(?P<b>.+)", re.IGNORECASE)
_GIVEN = re.compile(rf"(?:are|is|were|was)\s+(?:respectively\s+)?{MINUS}?[.\d]")  # what each ends in
_CUES = SENTENCES.bit("coefficient", "beta", "effect", "impact", "influence")
_JUST_BEFORE = 40  # characters in which it is said of what kind the coefficients are
_OTHER = re.compile(
    r"correlation|Cronbach|alpha\b|reliabilit|loading|Pearson|determination|variation|kappa", re.IGNORECASE
)
_THEM = re.compile(r"^(?:them|these|they|the\s+(?:four|three|two|five|six)\s+\w+|the\s+above\s*\w*)$", re.IGNORECASE)


THROUGH = re.compile(r"\s(?:through|via)\s", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*、\s*")


def name_list(text: str) -> list[str]:
    """`a, b and c` as its names.

    >>> name_list("trust, perceived risk, and loyalty")
    ['trust', 'perceived risk', 'loyalty']
    """
    parts = _AND.split(text.strip())
    return [p for part in parts if (p := construct_phrase(part))]


def number_list(text: str) -> list[tuple[Printed, Span]]:
    """The numbers of a list, with their places."""
    found = []
    for match in re.finditer(_NUMBER, text):
        value = printed(match[0].rstrip("%"))
        if value is not None:
            found.append((value, match.span()))
    return found


def parallel_paths(sentences: tuple[Sentence, ...]) -> tuple[Found[Path], ...]:
    """Paths from lists of equal length; whole numbers are coefficients on a percent scale."""
    return tuple(
        path for sentence in sentences if sentence.cues & _CUES and sentence.cues & DIGITS for path in _paths(sentence)
    )


def _paths(sentence: Sentence) -> Iterator[Found[Path]]:
    before: list[str] = []
    if not _GIVEN.search(sentence.lower) or no_result(sentence):
        return
    yield from _by_ways(sentence)
    for match in _COEFFICIENTS.finditer(sentence.text):
        ahead = sentence.text[: match.start()]
        if _OTHER.search(ahead[-_JUST_BEFORE:] + match["from"]) or of_another_statistic(ahead):
            continue  # `the alpha coefficients of`
        names = name_list(match["from"])
        if len(names) == 1 and _THEM.match(match["from"].strip()) and before:
            names = before
        values = [(v, (match.start("all") + a, match.start("all") + b)) for v, (a, b) in number_list(match["all"])]
        target = construct_phrase(match["to"])
        if len(values) == 1 and THROUGH.search(match["to"]):
            continue  # of a mediated effect; `plainly_told` reads it
        if len(names) > 1:
            before = names
        if not target or len(names) != len(values):
            continue
        sure = len(values) > 1 or "coefficient" in match[0].lower()
        sort = sort_of_effect(sentence.text[max(0, match.start() - 20) : match.end()])
        for name, (value, place) in zip(names, values, strict=True):
            found = _path(sentence, Relation(name, target), value, place, sure)
            yield replace(found, value=replace(found.value, effect=sort)) if sort else found


def _by_ways(sentence: Sentence) -> Iterator[Found[Path]]:
    """The paths of a list that names both ends of each."""
    for match in _WAYS.finditer(sentence.text):
        ways = [_WAY.fullmatch(part) for part in _AND.split(match["ways"])]
        values = number_list(match["all"])
        ends = [(construct_phrase(w["a"]), construct_phrase(w["b"])) for w in ways if w]
        if len(values) != len(ways) or len(ends) != len(ways) or not all(a and b for a, b in ends):
            continue
        if _OTHER.search(sentence.text[max(0, match.start() - _JUST_BEFORE) : match.end()]):
            continue
        at = match.start("all")
        for (a, b), (value, (start, end)) in zip(ends, values, strict=True):
            yield _path(sentence, Relation(a, b), value, (at + start, at + end), sure=True)


def _path(sentence: Sentence, tie: Relation, value: Printed, place: Span, sure: bool) -> Found[Path]:
    repaired = scaled(value) if value.isdigit() or value.lstrip("-").isdigit() else None
    path = Path(
        tie.from_ or "", tie.to or "", table="text", beta=repaired or value, printed=str(value) if repaired else None
    )
    return Found(path, {"beta": sentence.span(*place)}, confidence=0.85 if sure else 0.6, page=sentence.page)
