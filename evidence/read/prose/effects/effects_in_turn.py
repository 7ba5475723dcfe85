"""Effects listed in turn at levels or through mediators: `At low, medium and high frost the effect was .4, .3 and .1, respectively`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.effects.condition import LEVEL
from evidence.read.prose.effects.estimates import Group, place_in, statistics_in
from evidence.read.prose.effects.path_made import level_of, path_of
from evidence.read.prose.effects.slopes import moderated_above
from evidence.read.prose.ends.named import a_name, between_ends
from evidence.read.prose.figures import NUMBER, printed
from evidence.read.prose.no_results import no_result
from evidence.read.prose.relations.relation import Relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Hypothesis, Path

__all__ = ["effects_in_turn"]

_CUES = SENTENCES.bit("effect", "slope", "relationship", "association")
_NEAR = 3  # sentences back in the same paragraph in which the relation was told
_ITEM = rf"(?:[βγbB]\s*=\s*)?{NUMBER}(?!\s*%)(?:\s*\((?:[^()\[\]]|\[[^\[\]]*\])*\))?"
_LIST = late(
    rf"\s(?:was|were|is|are|amounted\s+to|equall?ed|reached)\s+(?P<all>{_ITEM}(?:\s*(?:,\s*and|;\s*and|,|;|and)\s*{_ITEM})+)\s*,?\s*(?P<end>respectively\b|(?:at|for|under)\s|[.;]|$)",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?P<v>{NUMBER})(?P<in>\s*\((?:[^()\[\]]|\[[^\[\]]*\])*\))?")
_STEP = rf"(?:{LEVEL}|\d\d(?:th|st|nd|rd))"
_LEVELS = late(
    rf"\b(?:at|for|under)\s+(?:the\s+)?(?P<levels>{_STEP}(?:\s*\([^()]*\))?(?:\s*(?:,\s*and|,|and)\s*(?:the\s+)?{_STEP}(?:\s*\([^()]*\))?)+)\s+(?:(?:levels?|values?|percentiles?|degrees?)\s+)?(?:of\s+)?(?P<what>[^,;:()=]{{2,60}}?)(?=\s*(?:[,;.(]|$)|\s+the\s)",
    re.IGNORECASE,
    needs=late(rf"\b(?:at|for|under)\s+(?:the\s+)?{_STEP}", re.IGNORECASE),
)
_AND = re.compile(r"\s*(?:\([^()]*\))?\s*(?:,\s*and|,|\band)\s*(?:the\s+)?", re.IGNORECASE)
_EFFECT = late(
    r"\b(?:the\s+)?(?:(?:conditional|simple|indirect|direct)\s+)*(?:effects?|slopes?|relationship|association)\b[^;]*$",
    re.IGNORECASE,
)
_EACH_WHEN = late(  # `.38 (p < .001) when frost was low and .03 (p = .61) when it was high`
    rf"(?P<v>(?<![\d.=<>])(?<![=<>]\s){NUMBER})(?!\s*%)(?P<in>\s*\((?:[^()\[\]]|\[[^\[\]]*\])*\))?,?\s+(?:when|where|if)\s+(?P<who>[^,;:()=]{{2,50}}?)\s+(?:was|were|is|are)\s+(?P<level>{LEVEL})\b",
    re.IGNORECASE,
    needs=late(rf"\s(?:was|were|is|are)\s+{LEVEL}\b", re.IGNORECASE),
)
_THROUGH = late(
    r"^(?P<told>.*?\beffects?\s+.+?)\s+(?:via|through)\s+(?P<all>[^;:()=]+?(?:\s*(?:,\s*and|,|and)\s+(?:via\s+|through\s+)?[^;:()=,]+?)+)$",
    re.IGNORECASE,
    needs=("via", "through"),
)


def effects_in_turn(
    sentences: tuple[Sentence, ...], stated: tuple[Found[Hypothesis], ...], read: Iterable[Found[Path]]
) -> tuple[Found[Path], ...]:
    """A path for each level, or each mediator, of a list with as many effects; none that was read as such before."""
    found: list[Found[Path]] = []
    before = {one.spans.get("beta") for one in read if one.value.via or one.value.group}
    for i, sentence in enumerate(sentences):
        if not (sentence.cues & _CUES and sentence.cues & DIGITS) or no_result(sentence):
            continue
        above = [s for s in sentences[max(0, i - _NEAR) : i] if s.passage is sentence.passage]
        if listed := _LIST.search(sentence.text):
            found += _of_levels(sentence, listed, above, stated) or _of_mediators(sentence, listed)
        elif " when " in sentence.lower or " if " in sentence.lower or " where " in sentence.lower:
            found += _when(sentence, above, stated)
    return tuple(one for one in found if one.spans.get("beta") not in before)


def _of_levels(
    sentence: Sentence, listed: re.Match[str], above: list[Sentence], stated: tuple[Found[Hypothesis], ...]
) -> list[Found[Path]]:
    told = sentence.text[: listed.start()]
    levels = _LEVELS.search(told) or _LEVELS.search(sentence.text, listed.end("all"))
    said = _EFFECT.search(told[levels.end() :] if levels and levels.end() <= len(told) else told)
    if levels is None or said is None:
        return []
    steps = [re.sub(r"\s*\([^()]*\)", "", step).strip() for step in _AND.split(levels["levels"])]
    ends = between_ends(said[0])
    tie = Relation(*ends) if ends else moderated_above(above, stated, "indirect" in said[0].lower())
    groups = list(_items(sentence.text, listed))
    if tie is None or not tie.from_ or not tie.to or len(groups) != len(steps):
        return []
    what = levels["what"].strip()
    plain = replace(tie, moderator=None)
    made = [path_of(sentence, group, plain, level_of(step, what)) for group, step in zip(groups, steps, strict=True)]
    return [replace(one, confidence=0.85) for one in made]


def _when(sentence: Sentence, above: list[Sentence], stated: tuple[Found[Hypothesis], ...]) -> list[Found[Path]]:
    """A level behind each of two coefficients or more, as a clause of its own."""
    each = list(_EACH_WHEN.finditer(sentence.text))
    said = _EFFECT.search(_BARE_VERB.sub("", sentence.text[: each[0].start()])) if len(each) > 1 else None
    if said is None:
        return []
    through = _THROUGH_ONE.search(said[0])
    ends = between_ends(said[0][: through.start()] if through else said[0])
    middle = a_name(through["m"]) if through else None
    tie = Relation(*ends, middle) if ends else moderated_above(above, stated, "indirect" in said[0].lower())
    if tie is None or not tie.from_ or not tie.to or middle == "":
        return []
    what, made = each[0]["who"], []
    for one in each:
        group = next(_items(sentence.text, one, "v", "in"), None)
        if group is None:
            return []
        whose = what if one["who"].lower() in ("it", "this", "that") else one["who"]
        made.append(path_of(sentence, group, replace(tie, moderator=None), level_of(one["level"], whose)))
    return [replace(one, confidence=0.85) for one in made]


_THROUGH_ONE = re.compile(r"\s+(?:via|through)\s+(?P<m>[^,;:()=]+)$", re.IGNORECASE)
_BARE_VERB = re.compile(r"\s+(?:was|were|is|are|amounted\s+to|equall?ed|reached|of)\s*(?:only\s+)?(?:[βγbB]\s*=\s*)?$")


def _of_mediators(sentence: Sentence, listed: re.Match[str]) -> list[Found[Path]]:
    """`The indirect effects of salt on joy via calm and via sleep were .11 (...) and .07 (...), respectively`."""
    through = _THROUGH.match(sentence.text[: listed.start()])
    names = [a_name(re.sub(r"^(?:via|through)\s+", "", part)) for part in _AND.split(through["all"])] if through else []
    ends = between_ends(through["told"]) if through else None
    groups = list(_items(sentence.text, listed))
    if ends is None or not all(names) or len(names) != len(groups):
        return []
    made = [path_of(sentence, g, Relation(*ends, name), None) for g, name in zip(groups, names, strict=True)]
    return [replace(one, confidence=0.85) for one in made]


def _items(text: str, listed: re.Match[str], first: str = "all", last: str = "all") -> Iterator[Group]:
    """The numbers of a list, each with the statistics in its bracket."""
    for one in _ONE.finditer(text, listed.start(first), max(listed.end(first), listed.end(last))):
        value = printed(one["v"])
        if value is None or "." not in value:
            return
        values, places = {"beta": value}, {"beta": place_in(text, *one.span("v"))}
        statistics_in(one["in"] or "", one.start("in"), text, values, places)
        yield Group(*one.span(), values, places)
