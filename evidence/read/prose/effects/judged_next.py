"""An effect that is named only by the hypothesis judged after it: `The effect was positive (β = .2). Thus, H2 was supported.`"""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.partial import Found
from evidence.read.prose.effects.condition import sort_of_effect
from evidence.read.prose.effects.estimates import groups_in
from evidence.read.prose.effects.path_made import made_path, qualified
from evidence.read.prose.labels import labels
from evidence.read.prose.others import of_others
from evidence.read.prose.relations.relation import Relation
from evidence.read.prose.sentences import Sentence
from evidence.read.prose.verdicts.judgements import judges
from evidence.records import Path

__all__ = ["judged_next"]

_EFFECT = re.compile(
    r"\b(?:effect|influence|path|relation(?:ship)?|association|coefficient|link|mediation|moderation)\b", re.IGNORECASE
)
_SO = re.compile(
    r"\s*(?:(?:thus|therefore|hence|so|accordingly|consequently|as\s+a\s+result|in\s+(?:sum|consequence)),?\s+)?(?:hypothesis\s+)?\(?[HP]?\s?\d{1,2}[a-z]?\)?,?\s+(?:(?:is|was|has|had)\s+|could\s+|can\s+|cannot\s+)[^,;()]{0,50}",
    re.IGNORECASE,
)


def judged_next(sentence: Sentence, behind: Sentence | None) -> list[Found[Path]]:
    """The one coefficient of a sentence, as that of the one hypothesis that the next sentence does nothing but judge."""
    if behind is None or behind.passage is not sentence.passage or not _SO.fullmatch(behind.text.rstrip(" .")):
        return []
    named = labels(behind.text)
    groups = [g for g in groups_in(sentence.text) if "beta" in g.values]
    if len(named) != 1 or len(groups) != 1 or not judges(behind.lower) or of_others(sentence):
        return []
    group, before = groups[0], sentence.text[: groups[0].start]
    if group.lone or group.parts or labels(sentence.text) or not _EFFECT.search(before):
        return []
    made = made_path(sentence, group, Relation(), named[0].label)
    return [qualified(made, None, sort_of_effect(f"{before} {group.inside}"))]
