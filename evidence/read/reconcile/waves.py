"""The waves of a panel: steps between them as columns, and each variable of a wave under one name.

Columns for steps, `T1 → T2`, stand beside rows that say what leads to what: each end is of its wave. What one table
calls `Joy T1` is `Joy, Time 1` in the next and `joy at Time 1` in the text.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from evidence.read.partial import Findings, Found
from evidence.read.reconcile.vocabulary import key_of
from evidence.read.waves import of_wave
from evidence.records import Construct, Path

__all__ = ["in_waves", "of_waves"]

T = TypeVar("T")
_WAVE = r"(?:T|W|Time |Wave |Welle )"
_STEP = re.compile(
    rf"(?P<first>{_WAVE}\d)\s*(?:→|->|–|-|⇒|\bto\b)\s*(?P<second>{_WAVE}\d)(?:\s*\(?[βbB]\)?)?", re.IGNORECASE
)


def of_waves(found: Found[Path]) -> Found[Path]:
    """Trust → Loyalty of `T1 → T2` as Trust T1 → Loyalty T2: no effect of a group, nor one of trust on itself."""
    path = found.value
    step = _STEP.fullmatch(path.group.strip()) if path.group and not path.via else None
    if step is None:
        return found
    start, end = f"{path.from_} {step['first']}", f"{path.to} {step['second']}"
    return replace(found, value=replace(path, from_=start, to=end, group=None))


def in_waves(tables: Findings, prose: Findings) -> tuple[Findings, Findings]:
    """Both with each variable of a wave called as the matrices, measures or paths of the tables first call it.

    A wave in brackets behind what was measured once, `Joy (T2)`, is no part of its name.
    """
    tables = replace(tables, paths=tuple(map(of_waves, tables.paths)))
    like: dict[str, tuple[str, str]] = {}  # what is measured -> its name at one wave, and the word and number of that
    numbers: dict[str, set[str]] = defaultdict(set)
    for name in (*_printed(tables), *_printed(prose)):
        if (wave := of_wave(name)) is not None:
            like.setdefault(key_of(wave[0]), (name, wave[1] + wave[2]))
            numbers[key_of(wave[0])].add(wave[2])
    for key in _of_two_kinds(tables):
        like.pop(key, None)
    on_itself = {
        key_of(path.value.from_)
        for path in tables.paths
        if (end := of_wave(path.value.to)) and key_of(end[0]) == key_of(path.value.from_)
    }
    if not like:
        return tables, prose

    tables = replace(tables, constructs=tuple(_at_its_wave(found, like) for found in tables.constructs))

    def called(name: str) -> str:
        wave = of_wave(name)
        known = like.get(key_of(wave[0])) if wave else None
        if wave is None or not known:
            return name
        if len(numbers[key_of(wave[0])]) == 1 and known[0].endswith(")"):
            return name if key_of(wave[0]) in on_itself else wave[0]  # `Joy → Joy (T2)`
        return known[0].replace(known[1], known[1][:-1] + wave[2])

    return _renamed(tables, called), _renamed(prose, called)


def _at_its_wave(found: Found[Construct], like: dict[str, tuple[str, str]]) -> Found[Construct]:
    """`Joy` below `Time 1` as Joy Time 1, where the paper calls it so elsewhere: a wave is no group of people."""
    one = found.value
    named = f"{one.name} {one.group}"
    wave = of_wave(named) if one.group and not of_wave(one.name) else None
    if wave is None or key_of(wave[0]) != key_of(one.name) or key_of(one.name) not in like:
        return found
    return replace(found, value=replace(one, name=named, group=None))


def _of_two_kinds(tables: Findings) -> set[str]:
    """What one table gives at waves of two kinds: the sessions of a day and the days, say."""
    words: dict[tuple[str, str], set[str]] = defaultdict(set)
    printed = [(m.where, name) for m in tables.correlations for name in m.value.names]
    for where, name in (*printed, *((c.where, c.value.name) for c in tables.constructs)):
        if (wave := of_wave(name)) is not None:
            words[where, key_of(wave[0])].add(wave[1].strip().lower())
    return {core for (_, core), kinds in words.items() if len(kinds) > 1}


def _printed(tables: Findings) -> Iterator[str]:
    for matrix in tables.correlations:
        yield from matrix.value.names
    for construct in tables.constructs:
        yield construct.value.name
    for path in tables.paths:
        yield from (path.value.from_, path.value.to)


def _renamed(found: Findings, called: Callable[[str], str]) -> Findings:
    return replace(
        found,
        correlations=tuple(
            replace(one, value=replace(one.value, names=tuple(map(called, one.value.names))))
            for one in found.correlations
        ),
        descriptives=tuple(_with(one, called, "name") for one in found.descriptives),
        constructs=tuple(_with(one, called, "name") for one in found.constructs),
        hypotheses=tuple(_with(one, called, "from_", "to", "via", "moderator") for one in found.hypotheses),
        paths=tuple(_with(one, called, "from_", "to", "via") for one in found.paths),
        structural=tuple(_with(one, called, "outcome") for one in found.structural),
        effects=tuple(_with(one, called, "from_", "to", "via") for one in found.effects),
    )


def _with(found: Found[T], called: Callable[[str], str], *ends: str) -> Found[T]:
    """A finding with the names at some of its ends as they are called."""
    names = {end: name for end in ends if (name := getattr(found.value, end))}
    again = {end: new for end, name in names.items() if (new := called(name)) != name}
    return replace(found, value=replace(found.value, **again)) if again else found  # type: ignore[type-var]
