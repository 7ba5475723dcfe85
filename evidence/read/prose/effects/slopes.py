"""Simple slopes of an interaction that the sentences before spoke of: `the slope was steeper at low (b = .6) than at high salt (b = .3)`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.effects.condition import BARE_LEVEL, LEVEL, LEVEL_OF, conditioned
from evidence.read.prose.effects.estimates import groups_in
from evidence.read.prose.effects.groups import each_of, path_for
from evidence.read.prose.effects.path_made import level_of, path_of
from evidence.read.prose.figures import NUMBER
from evidence.read.prose.labels import labels
from evidence.read.prose.others import of_others
from evidence.read.prose.relations.relation import Relation, construct_phrase, relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Hypothesis, Path

__all__ = ["moderated_above", "slopes"]

_CUES = SENTENCES.bit("low", "high", "sd", "standard deviation")
_NEAR = 3  # sentences back in the same paragraph in which the interaction was told
_END = r"(?=\s+(?:was|were|is|are|reached|proved|turned|had|has|showed|which|that)\b|\s*[.,;:(\[]|$)"
_INTERACTION = (
    late(
        rf"\b(?:interactions?|products?)(?:\s+(?:effects?|terms?))?\s+(?:of|between)\s+(?P<a>[^,;()]{{2,60}}?)\s+(?:and|with)\s+(?P<m>[^,;()]{{2,60}}?)\s+(?:(?:was|were|is)\s+(?:\w+ly\s+)?(?:significant|positive|negative|related|associated)\s+)?(?:\w+ly\s+)?(?:(?:up)?on|in\s+predicting|predict(?:ing|ed)|affected|for|to|with)\s+(?P<b>[^,;()]{{2,60}}?){_END}",
        re.IGNORECASE,
    ),
    late(
        rf"\b(?P<a>[\w\s'’-]{{2,50}}?)\s*[×*]\s*(?P<m>[\w\s'’-]{{2,50}}?)\s+(?:interaction\s+|term\s+|product\s+)*(?:significantly\s+)?(?:predicted|affected|influenced|(?:was|were)\s+an?\s+(?:\w+\s+){{0,2}}predictor\s+of|had\s+(?:an?\s+)?(?:\w+\s+){{0,3}}effect\s+on)\s+(?P<b>[^,;()]{{2,60}}?){_END}",
        re.IGNORECASE,
    ),
)
# `Frost moderates the relation with joy`: of what is told by the slope
_OF_WHATEVER = late(
    rf"^\s*(?P<m>[^,;()]{{2,60}}?)\s+moderate[sd]\s+the\s+(?:relation(?:ship)?|link|association|effect)\s+(?:with|on)\s+(?P<b>[^,;()]{{2,60}}?){_END}",
    re.IGNORECASE,
)
# `Among bakers whose frost lies one SD above the mean, the slope of humour is .15, among those one SD below it is .02`
_SLOPE_OF = r"it|the\s+(?:(?:simple|conditional)\s+)*(?:slope|effect)(?:\s+(?:of|for)\s+[^,;()]{2,60}?)?"
_AHEAD = late(
    rf"\b(?:among|for|in|at|when|with)\s+(?P<who>[^,;()]{{0,60}}?\b(?:(?:one|1|two|2)\s*(?:SDs?|standard\s+deviations?)|{LEVEL})\b[^,;()]{{0,60}}?),?\s+"
    rf"(?P<what>{_SLOPE_OF})\s+(?:is|was|equal(?:s|led))\s+(?:only\s+)?(?P<v>{NUMBER})(?!\s*%|\d)\s*(?P<in>\((?:[^()]|\([^()]*\))*\))?(?P<after>)",
    re.IGNORECASE,
    needs=late(rf"\b(?:{_SLOPE_OF})\s+(?:is|was|equal(?:s|led))\s+(?:only\s+)?{NUMBER}", re.IGNORECASE),
)
# What has a slope, without that it is said of what: `the effect of humour was stronger`, `the relationship became weaker`.
_OPEN = re.compile(
    r"\bthe\s+(?:(?:simple|regression|positive|negative|conditional|indirect)\s+)*(?:slopes?|effects?|relation(?:ship)?s?|associations?|influence|impact|link)"
    r"(?:\s+(?:of|for)\s+(?:the\s+)?(?P<a>[^,;()]{2,60}?))?(?:\s+(?:was|were|is|are|became|becomes|remained|turned|proved)\b[^()]*)?$",
    re.IGNORECASE,
)
_MATTERED = late(  # `Simple slopes show that humour mattered much`
    r"(?:^|\b(?:that|where)\s+|:\s+)(?:the\s+)?(?P<a>[^,;()]{2,60}?)\s+(?:mattered|counted|helped|made\s+(?:a|no|some)\s+(?:\w+\s+)?difference)\b[^()]*$",
    re.IGNORECASE,
)
_TWO_ENDS = re.compile(r"\s(?:on|upon|between|and|to|with)\s", re.IGNORECASE)
_LEVELLED = re.compile(
    rf"\bSD\b|standard\s+deviation|\b{LEVEL}\s+(?:in|on)\s|\b(?:was|were|is|are)\s+{LEVEL}$", re.IGNORECASE
)


Ties = dict[str, Relation]


def slopes(sentences: tuple[Sentence, ...], stated: tuple[Found[Hypothesis], ...] = ()) -> tuple[Found[Path], ...]:
    """A path for each level of the moderator at which a sentence gives the slope.

    What is moderated is told by the sentences before, or by the hypothesis that they name.
    """
    ties = _moderations(stated)
    found: list[Found[Path]] = []
    for i, sentence in enumerate(sentences):
        if sentence.cues & _CUES and sentence.cues & DIGITS:
            above = [s for s in sentences[max(0, i - _NEAR) : i] if s.passage is sentence.passage]
            found += _slopes(sentence, above, ties) or _plainly(sentence, above, ties)
    return tuple(found)


def _moderations(stated: tuple[Found[Hypothesis], ...]) -> Ties:
    return {
        h.value.label: Relation(h.value.from_, h.value.to, h.value.via, h.value.moderator)
        for h in stated
        if h.value.from_ and h.value.to and h.value.moderator
    }


def moderated_above(above: list[Sentence], stated: tuple[Found[Hypothesis], ...], indirect: bool) -> Relation | None:
    """What the sentences above say to be moderated (or mediated), or else the hypothesis that they name."""
    find = _mediation if indirect else _interaction
    return next((t for s in reversed(above) if (t := find(s.text))), None) or _hypothesised(above, _moderations(stated))


def _slopes(sentence: Sentence, above: list[Sentence], ties: Ties) -> list[Found[Path]]:
    groups = [g for g in groups_in(sentence.text) if "beta" in g.values and not g.parts and not g.lone]
    if len(groups) < 2:
        return []
    starts = [0, *(g.end for g in groups[:-1])]
    told = [conditioned(sentence.text[a : g.start]) for a, g in zip(starts, groups, strict=True)]
    if not all(_is_level(whom) for _, whom in told) or of_others(sentence):
        return []
    opened = _OPEN.search(told[0][0]) or _MATTERED.search(told[0][0])
    if opened is None and (own := _told_first(told)):
        return [path_of(sentence, g, own, whom) for g, (_, whom) in zip(groups, told, strict=True)]
    find = _mediation if opened and _is_indirect(opened[0], above) else _interaction
    tie = next((t for s in reversed(above) if (t := find(s.text))), None) or _hypothesised(above, ties)
    if opened is None or tie is None or (opened["a"] and not _same(opened["a"], tie.from_ or "")):
        return []
    whose = next((m["what"] for _, whom in told if whom and (m := LEVEL_OF.fullmatch(whom))), tie.moderator)
    paths = []
    for group, (_, whom) in zip(groups, told, strict=True):
        level = level_of(whom, whose or "") if whom and BARE_LEVEL.fullmatch(whom) else whom
        paths.append(path_of(sentence, group, Relation(tie.from_, tie.to, tie.via), level))
    return paths


def _told_first(told: list[tuple[str, str | None]]) -> Relation | None:
    """What the first clause relates, where each further one speaks of `the relationship`."""
    further = [_OPEN.search(clause) for clause, _ in told[1:]]
    own = relation(told[0][0]) if all(m is not None and not m["a"] for m in further) else None
    return own if own and own.from_ and own.to else None


def _hypothesised(above: list[Sentence], ties: Ties) -> Relation | None:
    """The moderation of the last hypothesis that the sentences above name."""
    for sentence in reversed(above):
        named = [x.label for x in labels(sentence.text) if x.label in ties]
        if named:
            return ties[named[-1]] if len(set(named)) == 1 else None
    return None


def _plainly(sentence: Sentence, above: list[Sentence], ties: Ties) -> list[Found[Path]]:
    """`The slope was .45 (p < .001) at low salt and .10 at high salt`."""
    run = each_of(sentence.text)
    before = sentence.text[: run[0].start()] if run else ""
    ahead = list(_AHEAD.finditer(sentence.text)) if len(run) < 2 else []
    if len(ahead) > 1 and ahead[0]["what"].lower() != "it":
        run, before = ahead, ahead[0]["what"]
    opened = _OPEN.search(_WAS.sub("", before)) if len(run) > 1 else None
    if opened is None or not all(_is_level(match["who"]) for match in run) or of_others(sentence):
        return []
    indirect = _is_indirect(opened[0], above)
    find = _mediation if indirect else _interaction
    own, dash, _ = before.rpartition("—")
    told = [*(s.text for s in above), *([own] if dash else [])]
    tie = next((t for text in reversed(told) if (t := find(text))), None) or _hypothesised(above, ties)
    source = (tie and tie.from_) or construct_phrase(opened["a"] or "")
    if tie is None or not source or (opened["a"] and not _same(opened["a"], source)):
        return []
    ends = (source, tie.to or "", tie.via)
    made = [path_for(sentence, match, ends, "indirect" if indirect else None) for match in run]
    return [replace(p, value=replace(p.value, group=_of_what(p.value.group, tie.moderator))) for p in made if p]


def _of_what(level: str | None, moderator: str | None) -> str | None:
    """`low` of what is the moderator, and so is the mean that others are above."""
    if level and moderator and moderator.lower() in level.lower():
        return level
    if level and moderator and BARE_LEVEL.fullmatch(level):
        return level_of(level, moderator)
    if not level or not moderator or not (steps := _OFF_THE_MEAN.search(level)):
        return level
    return f"{level} of {moderator}" if steps["mean"] else f"{level} the mean of {moderator}"


def _is_indirect(opened: str, above: list[Sentence]) -> bool:
    """Whether an effect is an indirect one, by its name or, where it has none, by what the sentence before examined."""
    before = above[-1].lower if above else ""
    return "indirect" in opened.lower() or ("effect" in opened.lower() and "conditional indirect effect" in before)


_OFF_THE_MEAN = re.compile(
    r"\b(?:SDs?|deviations?)\s+(?:above|below)(?P<mean>\s+(?:the\s+)?(?:mean|average))?$", re.IGNORECASE
)


_WAS = re.compile(r"\s+(?:was|were|is|are|equal(?:l?ed|s)|amount(?:s|ed)\s+to)\s*$", re.IGNORECASE)


def _is_level(whom: str | None) -> bool:
    return whom is not None and bool(BARE_LEVEL.match(whom) or _LEVELLED.search(whom))


def _mediation(text: str) -> Relation | None:
    """The mediated relation that a sentence states."""
    said = relation(text)
    return said if said and said.via else None


def _interaction(text: str) -> Relation | None:
    """What a sentence says to interact, on what."""
    for pattern in _INTERACTION:
        if match := pattern.search(text):
            ends = [construct_phrase(match[name]) for name in ("a", "b", "m")]
            return Relation(ends[0], ends[1], moderator=ends[2]) if all(ends) else None
    said = relation(text) if "moderat" in text else None
    if said is None and (match := _OF_WHATEVER.search(text)):
        ends = [construct_phrase(match[name]) for name in ("m", "b")]
        return Relation(None, ends[1], moderator=ends[0]) if all(ends) else None
    return said if said and said.moderator else None


def _same(said: str, name: str) -> bool:
    """The name, or the end of it: `humour` for `bread humour`."""
    short, long = construct_phrase(said).lower(), name.lower()
    return bool(short) and not _TWO_ENDS.search(said) and (short == long or long.endswith(f" {short}"))
