"""Several coefficients in one bracket: `(βmood = .06, 95% CI [.01, .12]; βsleep = .04, ...)`, `(β = .48 and β = .67)`.

A letter may carry the name of the construct that varies; else there must be as many names in a list before the bracket.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from rapidfuzz import fuzz

from evidence.read.prose.effects.parallel import name_list
from evidence.read.prose.ends.named import a_name
from evidence.read.prose.ends.tying import JUDGED
from evidence.read.prose.figures import NUMBER
from evidence.read.prose.relations.relation import Relation
from evidence.settled import settled

__all__ = ["Piece", "groups_of", "of_some", "pieces", "shared_out"]

_EACH = re.compile(
    rf"(?P<letter>[βγß𝛽]|(?<![A-Za-z])[bB](?![a-z])|\b(?:path(?:\s+coefficient)?|coefficient|estimate)(?=\s*=))\s?_?"
    rf"(?P<name>[A-Za-z][\w -]{{1,40}}?)?\s*=\s*(?={NUMBER})"
)
_Place = Literal["via", "from_", "to"]
_PLACES: tuple[_Place, ...] = ("via", "from_", "to")
_ALIKE = 88
_SHORTEST = 3  # letters; shorter ones are numbers of models, or total and direct effects abbreviated
_MEDIATED = re.compile(r"\bindirect\s+effects\b|\bmediat\w+\s+effects\b", re.IGNORECASE)


@settled
class Piece:
    """One coefficient of a bracket with what follows it, and the name its letter carries."""

    start: int
    end: int
    name: str


def pieces(inside: str) -> list[Piece]:
    """The coefficients of a bracket, where it has several of one kind."""
    heads = list(_EACH.finditer(inside))
    if len(heads) < 2 or len({h["letter"] for h in heads}) > 1:
        return []
    ends = [*(h.start() for h in heads[1:]), len(inside)]
    return [Piece(h.start(), end, (h["name"] or "").strip()) for h, end in zip(heads, ends, strict=True)]


def shared_out(marks: Sequence[str], tie: Relation, clause: str = "") -> list[Relation]:
    """The relation of each coefficient: by the name on its letter, or in turn, in one of the lists of the relation.

    >>> [r.via for r in shared_out(["mood", "sleep"], Relation("stress", "use", "mood and sleep"))]
    ['mood', 'sleep']
    """
    for place in _PLACES:
        said = getattr(tie, place) or ""
        names = next((n for n in (name_list(said), said.split("/")) if len(n) == len(marks)), None)
        if names is None:
            continue
        if all(marks):
            named = [next((n for n in names if _same(mark, n)), None) for mark in marks]
            if None in named or len(set(named)) < len(names):
                continue
            return [_with(tie, place, name) for name in named if name]
        if not any(marks):
            return [_with(tie, place, name) for name in names]
    if all(len(mark) > _SHORTEST for mark in marks) and tie.via is None and _MEDIATED.search(clause):
        return [replace(tie, via=mark) for mark in marks]
    return []


def _with(tie: Relation, place: _Place, name: str) -> Relation:
    return (
        replace(tie, via=name)
        if place == "via"
        else replace(tie, from_=name)
        if place == "from_"
        else replace(tie, to=name)
    )


def _same(mark: str, name: str) -> bool:
    short, long = mark.lower(), name.lower()
    return short == long or long.startswith(short) or fuzz.ratio(short, long) >= _ALIKE


_BEHIND = re.compile(
    r"\s(?:in|for|among|at)\s+(?:the\s+)?(?P<who>[^\W\d_][^,;=<>()]{1,40}?)\s*[,;]?\s*(?:and|but|while)?\s*$"
)
_AHEAD = re.compile(r"(?:^|[;,])\s*(?:(?:in|for|among)\s+)?(?P<who>[^\W\d_][^,;:=<>()]{1,40}?)\s*[:,]\s*$")


def groups_of(inside: str, found: Sequence[Piece]) -> list[str]:
    """The sample each coefficient of one path is told for, where all of them say it.

    >>> text = "β = .42, p < .001 in Study 1; β = .31, p = .02 in Study 2"
    >>> groups_of(text, pieces(text))
    ['Study 1', 'Study 2']
    """
    behind = [m["who"] for p in found if (m := _BEHIND.search(inside[p.start : p.end]))]
    if len(behind) == len(found):
        return behind
    ahead = [m["who"] for p in found if (m := _AHEAD.search(inside[: p.start]))]
    return ahead if len(ahead) == len(found) and len(set(ahead)) == len(ahead) else []


_OF_SOME_ON = re.compile(  # `Neither of the controls had an effect on joy (age: b = .1; sex: b = .2)`
    r"^\W*(?:\w+ly,?\s+)?(?:neither|none|both|all|each|two|three|four|five|six|the)\b(?:\s+(?:of|the|these|our|other|two|three|four))*"
    r"\s+(?:control(?:s|\s+variables)|covariates|variables|predictors|factors|antecedents|demographics|paths|effects)"
    r"(?:\s+(?:up)?on|\s+to|\s+[^,;:()]*?(?:\b(?:effects?|influences?|impacts?|bearing)\s+(?:up)?on|\b(?:un)?(?:related|associated|linked)\s+(?:to|with)|\b(?:affect|influence|predict)(?:ed|s)?))"
    r"\s+(?P<b>[^,;:()]+?)(?:\s+(?:was|were|are|is)\s+(?:\w+\s+){0,2}significant)?\s*$",
    re.IGNORECASE,
)


def of_some(clause: str, names: Sequence[str]) -> list[Relation]:
    """A relation for each name in a bracket behind what is said of all of them; none where a name is no construct."""
    on = _OF_SOME_ON.match(clause)
    outcome = a_name(JUDGED.sub("", on["b"])) if on else ""
    plain = [a_name(name) for name in names]
    return [Relation(name, outcome) for name in plain] if outcome and all(plain) else []
