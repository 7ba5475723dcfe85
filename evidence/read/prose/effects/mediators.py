"""Indirect effects listed by mediator: `the effects of joy and calm were .05 (.37 × .14) and .03 (.27 × .12)`.

What the mediators stand between is told shortly before, in a sentence that names the same mediators.
"""

import re

from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.effects.parallel import name_list, number_list
from evidence.read.prose.figures import NUMBER
from evidence.read.prose.others import of_others
from evidence.read.prose.relations.relation import Relation, relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Path

__all__ = ["paths_by_mediator"]

_CUES = SENTENCES.bit("mediat", "indirect")
_NEAR = 3  # sentences back in the same section in which the mediation was told
_VALUE = rf"{NUMBER}(?:\s*\([^()]*\))?"
_LISTED = re.compile(
    rf"\b(?:mediati(?:ng|on|onal)|mediated|indirect)\s+effects?\s+(?P<said>[^.;:()=\d]{{3,160}}?)\s+(?:was|were|is|are|amounted\s+to)\s+"
    rf"(?P<all>{_VALUE}(?:\s*(?:,\s*and|,|and)\s+{_VALUE})+)(?!\s*%|\d)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\([^()]*\)")
_MEDIATORS = re.compile(r"(?:of|through|via|by)\s+(?P<names>.+)", re.IGNORECASE)


def paths_by_mediator(sentences: tuple[Sentence, ...]) -> tuple[Found[Path], ...]:
    """A path for each mediator of a list with as many effects as mediators."""
    found: list[Found[Path]] = []
    for i, sentence in enumerate(sentences):
        if not (sentence.cues & _CUES and sentence.cues & DIGITS):
            continue
        listed = _LISTED.search(sentence.text)
        if listed is None or of_others(sentence):
            continue
        above = [s.text for s in sentences[max(0, i - _NEAR) : i] if s.section == sentence.section]
        found += _paths(sentence, listed, above)
    return tuple(found)


def _paths(sentence: Sentence, listed: re.Match[str], above: list[str]) -> list[Found[Path]]:
    values = number_list(_BRACKET.sub(lambda bracket: " " * len(bracket[0]), listed["all"]))
    tie = _told_above(listed["said"], above)
    if tie is None or len(name_list(tie.via or "")) != len(values):
        return []
    made = []
    for mediator, (value, (start, end)) in zip(name_list(tie.via or ""), values, strict=True):
        path = Path(tie.from_ or "", tie.to or "", table="text", beta=value, via=mediator, effect="indirect")
        place = sentence.span(listed.start("all") + start, listed.start("all") + end)
        made.append(Found(path, {"beta": place}, confidence=0.8, page=sentence.page))
    return made


def _mediation(text: str, count: int) -> Relation | None:
    """The relation a sentence states through as many mediators."""
    said = relation(text)
    told = said is not None and said.from_ and said.to and len(name_list(said.via or "")) == count
    return said if told else None


def _told_above(said: str, above: list[str]) -> Relation | None:
    """The relation told before of just the mediators that are named, in the order in which they are named now."""
    named = _MEDIATORS.fullmatch(said)
    names = name_list(named["names"]) if named else []
    for text in reversed(above):
        tie = _mediation(text, len(names))
        if tie and {n.lower() for n in names} == {n.lower() for n in name_list(tie.via or "")}:
            return Relation(tie.from_, tie.to, via=" and ".join(names))
    return None
