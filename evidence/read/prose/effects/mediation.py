"""Mediated effects in sentences: indirect, direct and total, the share of the total, and how the paper reads it."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace
from typing import Any, Literal

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.effects.estimates import beside_statistics
from evidence.read.prose.ends.named import no_name
from evidence.read.prose.figures import MINUS, printed, scaled
from evidence.read.prose.others import of_others
from evidence.read.prose.relations.relation import relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Effect, Printed

__all__ = ["mediated"]

_NUMBER = rf"{MINUS}?\s?(?:\d+\.\d+|\.\d+|\d{{1,2}}(?!\d|\.\d))"
_IS = r"(?:\s+(?:effects?|impact|value|coefficient)s?)?(?:\s+(?:of|on|through|via)\s+[\w ]{3,40}?)?\s*(?:\([^)]{1,20}\)\s*)?(?:=|:|\bis\b|\bwas\b|\bof\b|\bby\b|\bequals\b|\bis\s+equal\s+to\b)\s*"
_PARTS = tuple(
    (name, re.compile(rf"\b{word}{_IS}(?P<v>{_NUMBER})(?!\s*%|\d)", re.IGNORECASE))
    for name, word in (("indirect", r"indirect(?:ly)?[^.;,]{0,60}?"), ("direct", r"(?<!in)direct(?:ly)?"), ("total", r"total"))
)  # fmt: skip
_CUES = SENTENCES.bit("indirect", "total effect")
_HINT = re.compile(r"\bindirect|\btotal\s+effect", re.IGNORECASE)
_SHARE = late(
    r"(?:indirect|mediat\w+)\s+effects?\s+account(?:s|ed)?\s+for\s+(?P<v>\d{1,3}(?:\.\d+)?)\s*%|\bVAF\b\s*(?:=|is|was|of)\s*(?P<v2>\d{1,3}(?:\.\d+)?)\s*%?",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?P<k>full(?:y)?|complete(?:ly)?|partial(?:ly)?|part\s+of\s+the|no)\b[\s-]+(?:\w+\s+){0,2}?(?:mediat\w+|intermediary)",
    re.IGNORECASE,
)


_KINDS: dict[str, Literal["full", "partial", "none"]] = {
    "full": "full",
    "comp": "full",
    "part": "partial",
    "no": "none",
}


def mediated(sentences: tuple[Sentence, ...]) -> tuple[Found[Effect], ...]:
    """Each sentence that puts a number on an indirect or total effect."""
    found: list[Found[Effect]] = []
    for i, sentence in enumerate(sentences):
        if not (sentence.cues & _CUES and _HINT.search(sentence.text)) or of_others(sentence):
            continue
        values: dict[str, Printed] = {}
        places: dict[str, tuple[int, int]] = {}
        behind = 0
        for name, pattern in _PARTS:
            if match := pattern.search(sentence.text):
                value = printed(match["v"])
                if value is not None:
                    values[name], places[name] = value, sentence.span(*match.span("v"))
                    behind = match.end("v") if name == "indirect" else behind
        if "indirect" not in values:
            continue
        tie = _tie(sentence)
        if tie is None:
            continue
        near = sentences[i : i + 2]
        for name, (value, (start, end)) in beside_statistics(sentence.text[behind:]).items():
            if name in ("se", "ci_lo", "ci_hi", "ci_level", "p", "stat"):
                values[name], places[name] = value, sentence.span(behind + start, behind + end)
        vaf = next(((s, m) for s in near if (m := _SHARE.search(s.text))), None)
        if vaf:
            group = "v" if vaf[1]["v"] else "v2"
            values["vaf"], places["vaf"] = Printed(vaf[1][group] + "%"), vaf[0].span(*vaf[1].span(group))
        kind = next((m["k"].lower() for s in near if (m := _KIND.search(s.text))), None)
        mediation = None if kind is None else _KINDS[kind[:4]]
        found.append(_effect(sentence, tie, values, places, mediation))
    return tuple(found)


_NAMED = re.compile(
    r"\b(?:\w+ly\s+|specific\s+|significant\s+)?indirect\s+(?:effects?|influence)\s+(?:of|from)\b", re.IGNORECASE
)


_OTHER_WAY = re.compile(r"\s+(?:in)?directly$|\s+by\s+.*$|,.*$|\s+and\s+an?\s.*$")


def _tie(sentence: Sentence) -> tuple[str, str, str | None] | None:
    words = re.sub(r"\s+(?:by|of)\s+[-−–]?\.?\d[\d.]*%?", "", sentence.text)
    named = _NAMED.search(words)
    tie = (relation(words[named.start() :]) if named else None) or relation(words)
    if tie and tie.from_ and tie.to and not no_name(tie.from_) and not no_name(_OTHER_WAY.sub("", tie.to)):
        return tie.from_, tie.to, tie.via
    path = next(iter(coefficients((sentence,))), None)
    return (path.value.from_, path.value.to, path.value.via) if path and path.value.from_ and path.value.to else None


def _effect(
    sentence: Sentence,
    tie: tuple[str, str, str | None],
    values: dict[str, Any],
    places: dict[str, tuple[int, int]],
    mediation: Literal["full", "partial", "none"] | None,
) -> Found[Effect]:
    """Whole numbers are on a percent scale; the printed digits are kept."""
    original: dict[str, str] = {}
    for name in ("indirect", "direct", "total"):
        if name in values and (repaired := scaled(values[name])) and "." not in values[name]:
            original[name] = str(values[name])
            values[name] = repaired
    via = re.sub(r"\s+by\s+\d.*$|\s*,\s*\d.*$|\s+and\s+an?\s.*$", "", tie[2]) if tie[2] else None
    bare = Effect(tie[0], re.sub(r"\s+(?:in)?directly$", "", tie[1]), via=via, printed=original)
    effect = replace(bare, mediation=mediation, **values)
    return Found(effect, places, confidence=0.7, page=sentence.page)
