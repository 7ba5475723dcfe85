"""Lists that belong together in turn: `crust and smell raised joy`, with as many numbers."""

import re

from evidence.read.prose.effects.parallel import name_list
from evidence.read.prose.ends.named import a_name, prepared
from evidence.read.prose.ends.roles import roles
from evidence.read.prose.relations.relation import Relation

__all__ = ["in_turn"]

_VERB_BEHIND = re.compile(r"\s(?=\S)")
_BUT_NOT = re.compile(r",?\s+but\s+not\s+(?P<x>[^,;]+?)(?:,|$)")  # `crust, but not smell, raised joy`


def in_turn(clause: str, count: int) -> list[Relation]:
    """The relation of each of so many numbers, where either end is a list of as many names.

    >>> [(r.from_, r.to) for r in in_turn("Crust raised joy and sales", 2)]
    [('Crust', 'joy'), ('Crust', 'sales')]
    >>> [(r.from_, r.to) for r in in_turn("Neither crust nor smell raised joy", 2)]
    [('crust', 'joy'), ('smell', 'joy')]
    """
    plain = re.sub(r"^\W*(?:neither|both)\s+", "", re.sub(r"\s+nor\s+", " and ", prepared(clause)), flags=re.IGNORECASE)
    plain = _BUT_NOT.sub(r" and \g<x>", plain)
    for gap in _VERB_BEHIND.finditer(plain):
        before, behind = plain[: gap.start()], plain[gap.end() :]
        for names, first in ((name_list(behind), True), (name_list(before), False)):
            if len(names) != count or not all(map(a_name, names)):
                continue
            told = roles([f"{before} {names[0]}" if first else f"{names[-1]} {behind}"], "").get(0)
            named = a_name(names[0] if first else names[-1])
            if told is None or told[0].via or named not in (told[0].from_, told[0].to):
                continue
            tie = told[0]
            return [
                Relation(a_name(n), tie.to) if tie.from_ == named else Relation(tie.from_, a_name(n)) for n in names
            ]
    return []
