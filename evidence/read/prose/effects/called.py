"""What a sentence calls a coefficient of two constructs: `the path coefficient of crust and joy is 0.507 (T = 7.99)`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace

from evidence.read.partial import Found
from evidence.read.prose.effects.coefficient_cues import may_be_between
from evidence.read.prose.effects.estimates import COEFFICIENT, HEAD, OTHER, Group, place_in, statistics_in
from evidence.read.prose.effects.parallel import THROUGH
from evidence.read.prose.effects.path_made import made_path
from evidence.read.prose.ends.named import no_name
from evidence.read.prose.figures import NUMBER, printed
from evidence.read.prose.labels import labels
from evidence.read.prose.lowered import for_lower
from evidence.read.prose.no_results import of_another_statistic
from evidence.read.prose.relations.relation import Relation, construct_phrase
from evidence.read.prose.sentences import Sentence
from evidence.records import Path

__all__ = ["BETWEEN", "called"]

BETWEEN = for_lower(
    rf"{COEFFICIENT}\s+(?:of|between|from|for|linking|relating)\s+(?P<a>.+?)\s+(?:and|to|on|with|→)\s+(?P<b>.+?)\s+(?:is|was|were|are|=|equals|equal\s+to|reached)\s+(?:\w+\s+){{0,2}}?(?P<v>{NUMBER})(?!\s*%|\d)"
)
_ANOTHER = re.compile(rf"\s*(?:,\s*and|,|and)\s*{NUMBER}")


def called(sentence: Sentence) -> list[Found[Path]]:
    """`the path coefficient of X and Y is 0.507 (T = 7.99, P < .001)`."""
    found = []
    text = sentence.text
    for match in BETWEEN.finditer(sentence.lower) if may_be_between(sentence) else ():
        if OTHER.search(sentence.lower, max(0, match.start() - 30), match.start("a")):
            continue
        if of_another_statistic(text[: match.start()]):
            continue
        a, b, v = (text[slice(*match.span(name))] for name in "abv")
        start, end = construct_phrase(a), construct_phrase(b)
        value = printed(v)
        if (
            _ANOTHER.match(text, match.end("v"))  # one of a list, which is read in turn
            or not start
            or not end
            or value is None
            or "." not in value
            or "(" in a + b
            or "," in b
            or HEAD.search(a + b)
            or THROUGH.search(b)  # of a mediated effect; `plainly_told` reads it
            or no_name(start)
            or no_name(end)
        ):
            continue
        values, places = {"beta": value}, {"beta": place_in(text, match.start("v"), match.end("v"))}
        behind = re.match(r"\s*\(([^()]*)\)", text[match.end("v") :])
        if behind:
            statistics_in(behind[1], match.end("v") + behind.start(1), text, values, places)
        named = labels(text[match.end("v") : match.end("v") + 120])
        tail = text[match.end("v") + (behind.end() if behind else 0) :]
        label = (
            named[0].label
            if named
            and not re.search(
                rf"\(\s*\d\s*\)|{COEFFICIENT}", tail[: max(0, named[0].start - (behind.end() if behind else 0))]
            )
            else None
        )
        made = made_path(sentence, Group(match.start(), match.end(), values, places), Relation(start, end), label)
        found.append(replace(made, confidence=0.85))  # called a coefficient, both ends named
    return found
