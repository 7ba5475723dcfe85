"""`The indirect effect was .17`, of which no end is named: that of the two paths told one after the other before it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS
from evidence.read.prose.effects.by_hypothesis import GUESSED, plainly_indirect
from evidence.read.prose.effects.estimates import Group, groups_in
from evidence.read.prose.effects.path_made import made_path, qualified
from evidence.read.prose.no_results import no_result
from evidence.read.prose.relations.relation import Relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Path

__all__ = ["with_chains"]

_BARE = late(
    r"\b(?:the|an?|this|its)\s+(?:(?!conditional\b|total\b|serial\b|specific\b)[\w-]+\s+){0,3}?indirect\s+effect(?!s?\s+(?:of|on|upon|from|through|via|between|at|for|by)\b)",
    re.IGNORECASE,
)
_OF_ONE = re.compile(r"\b(?:through|via|between|at\s+(?:low|high|mean)|among|for\s+those)\b|→", re.IGNORECASE)
_FARTHEST = 90  # characters between the words and the number


def with_chains(sentences: tuple[Sentence, ...], read: tuple[Found[Path], ...]) -> tuple[Found[Path], ...]:
    """The paths with an indirect effect for each such sentence where those before it in its paragraph are one chain."""
    told = [s for s in sentences if "ndirect effect" in s.text and s.cues & DIGITS and not no_result(s)]
    found = {_place(one): one for sentence in told for one in _in_sentence(sentence, read)}
    return (*(one for one in read if _place(one) not in found), *found.values()) if found else read


def _place(found: Found[Path]) -> tuple[int, int]:
    return found.spans.get("beta") or found.spans.get("b") or (0, 0)


def _in_sentence(sentence: Sentence, read: tuple[Found[Path], ...]) -> Iterator[Found[Path]]:
    bare = _BARE.search(sentence.text)
    group = _behind(sentence.text, bare.end()) if bare else None
    if bare is None or group is None or _OF_ONE.search(sentence.text, bare.end(), group.start):
        return
    place = sentence.span(*group.places["beta"])
    start, (first, _) = sentence.span(0, 1)[0], sentence.passage.clear.span(0, 1)
    spans = [_place(one) for one in read]
    if any(at == place and one.value.via for one, at in zip(read, spans, strict=True)):
        return
    before = [one.value for one, (at, _) in zip(read, spans, strict=True) if first <= at < start + group.start]
    chains = _chains([one for one in before if one.effect == "direct" and not one.via and not one.group])
    if len(chains) == 1:
        yield replace(qualified(made_path(sentence, group, chains[0], None), None, "indirect"), confidence=GUESSED)


def _behind(text: str, at: int) -> Group | None:
    """The first coefficient behind a place, if it is near."""
    groups = [g for g in groups_in(text) if "beta" in g.values and not g.parts and g.start >= at]
    groups = groups or [g for g in plainly_indirect(text) if g.start >= at]
    return groups[0] if groups and groups[0].start - at < _FARTHEST else None


def _chains(direct: list[Path]) -> list[Relation]:
    """Source, target and what stands between, of two paths of which one goes on where the other ends."""
    ends = {((p.from_ or "").lower(), (p.to or "").lower()): p for p in direct}
    made = {
        (a, m, b): Relation(first.from_, second.to, first.to)
        for (a, m), first in ends.items()
        for (m2, b), second in ends.items()
        if m == m2 and len({a, m, b}) == 3
    }
    whole = [relation for (a, _, b), relation in made.items() if (a, b) in ends]
    return whole or list(made.values())
