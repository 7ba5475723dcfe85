"""Constructs that the tables of results only call in short: `Humming W1`, of what is stated as oven humming.

A name is short for a construct where all results are printed under it and none under the longer name, which has a
word or two more in front and which the measures, the items or several hypotheses give.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from evidence.read.partial import Findings, Found
from evidence.read.reconcile.full_names import OF_EVERYBODY
from evidence.read.reconcile.vocabulary import key_of
from evidence.read.waves import of_wave
from evidence.records import Construct

__all__ = ["called_in_short", "with_short_names"]

_OF_EVERYBODY = re.compile(rf"(?:{OF_EVERYBODY}|intention|behaviou?r)s?")
_FRONT = re.compile(  # a word that the short name lacks
    r"(?!(?:poor|bad|good|low|high|weak|strong|positive|negative|lack|anti|non|and|or|of|with|from|once|to|the|an?|our|we|on|in|for|if|when|while|more|less|users?|both|that|this|such|only|also)$|\S+['’]s?$)[^\W\d_][\w'’-]{2,}",
    re.IGNORECASE,
)
_FEWEST_LETTERS = 4
_MOST_IN_FRONT = 2  # words


def called_in_short(tables: Findings, prose: Findings) -> dict[str, str]:
    """Each name of the tables that is short for another, as printed, with the construct's name in full."""
    printed = {name: _core(name) for name in _of_results(tables)}
    results = {key_of(core) for core in printed.values()}
    stated = {
        key: name
        for name in _stated(tables, prose)
        if (key := key_of(_core(name))) not in results and "".join(w[0] for w in key.split()) not in results
    }  # of none do tables print results, nor under its first letters
    found: dict[str, str] = {}
    for name, core in printed.items():
        full = _full(key_of(core), stated)
        if full:
            found[name] = name.replace(core, full[0].upper() + full[1:] if core[0].isupper() else full)
    return found


def with_short_names(constructs: list[Found[Construct]], short: dict[str, str]) -> list[Found[Construct]]:
    """The constructs by their names in full, with what the tables call them beside it."""
    made = list(constructs)
    for printed, full in short.items():
        own = [i for i, c in enumerate(made) if key_of(c.value.name) in (key_of(full), key_of(printed))]
        for i in own:
            value = made[i].value
            made[i] = replace(made[i], value=replace(value, name=full, abbreviation=value.abbreviation or printed))
        if not own:
            made.append(Found(Construct(full, printed)))
    return made


def _core(name: str) -> str:
    """A name without its wave."""
    wave = of_wave(name)
    return wave[0] if wave else name


def _of_results(tables: Findings) -> Iterator[str]:
    """The names under which tables print results."""
    for matrix in (*tables.correlations, *tables.htmt):
        yield from matrix.value.names
    for one in tables.descriptives:
        yield one.value.name
    listed = {key_of(_core(c.value.name)) for c in tables.constructs if c.value.loadings}
    for construct in tables.constructs:
        if not construct.value.loadings and key_of(_core(construct.value.name)) not in listed:
            yield construct.value.name
    for path in tables.paths:
        for name in (path.value.from_, path.value.to, path.value.via or ""):
            yield from filter(None, re.split(r"\s*[×;]\s*", name))


def _stated(tables: Findings, prose: Findings) -> Iterator[str]:
    """The names that measures, lists of items and more than one hypothesis give."""
    ends = [
        end
        for h in (*prose.hypotheses, *tables.hypotheses)
        for end in (h.value.from_, h.value.to, h.value.via, h.value.moderator)
        if end
    ]
    often = Counter(map(key_of, ends))
    yield from (end for end in ends if often[key_of(end)] > 1)
    yield from (c.value.name for c in prose.constructs)
    yield from (c.value.name for c in tables.constructs if c.value.loadings)


def _full(core: str, stated: dict[str, str]) -> str | None:
    if len(core) < _FEWEST_LETTERS or core in stated or "×" in core or _OF_EVERYBODY.fullmatch(core):
        return None
    longer = [name for key, name in stated.items() if key.endswith(f" {core}")]
    if len(longer) != 1:
        return None
    words = longer[0].split()
    fronts = (words[:n] for n in range(1, _MOST_IN_FRONT + 1) if key_of(" ".join(words[n:])) == core)
    return longer[0] if all(map(_FRONT.fullmatch, next(fronts, [""]))) else None
