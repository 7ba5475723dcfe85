"""Constructs of tables and text under one name each, with loadings and reliability put together."""

from collections import defaultdict
from dataclasses import replace

from evidence.read.partial import Found
from evidence.read.reconcile.coded_items import by_code
from evidence.read.reconcile.joining import agree, fill
from evidence.read.reconcile.vocabulary import Vocabulary, key_of
from evidence.records import Construct, Loading

__all__ = ["unite"]

_FIGURES = ("alpha", "cr", "ave", "rho_a", "mean_r", "items")


def unite(
    tables: tuple[Found[Construct], ...], text: tuple[Found[Construct], ...], words: Vocabulary
) -> list[Found[Construct]]:
    """One entry per construct, group and model; a report that differs stays an entry of its own."""
    united: list[Found[Construct]] = []
    apart = _told_apart(tables)
    for found in by_code(tables, words):
        if found.value.name.strip():  # what nobody named is not known to be of any construct
            _place(united, found if found.value.name in apart else _named(found, words), False, apart)
    for found in text:
        named = _named(found, words)
        if (
            not any(key_of(u.value.name) == key_of(named.value.name) for u in united)
            and words.names
            and not words.find(found.value.name)
        ):
            continue  # a scale of another study, or no construct of this model
        _place(united, named, True, apart)
    return united


def _told_apart(tables: tuple[Found[Construct], ...]) -> set[str]:
    """Names of one table that differ only in what stands in their brackets: `Warmth (oven)`, `Warmth (room)`."""
    printed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for found in tables:
        if (name := found.value.name).endswith(")"):
            printed[found.where, key_of(name)].add(name)
    return {name for names in printed.values() if len(names) > 1 for name in names}


def _named(found: Found[Construct], words: Vocabulary) -> Found[Construct]:
    name = words.find(found.value.name) or found.value.name
    short = found.value.abbreviation or next(
        (s for s, long in words.short.items() if key_of(long) == key_of(name) and s != name), None
    )
    if (name, short) == (found.value.name, found.value.abbreviation):
        return found
    return replace(found, value=replace(found.value, name=name, abbreviation=short))


def _place(united: list[Found[Construct]], found: Found[Construct], strict: bool, apart: set[str]) -> None:
    same = [i for i, u in enumerate(united) if _one(u.value.name, found.value.name, apart)]
    # what the text says of everybody is not said of one of several groups
    whole = strict and _whose(found) == (None, None) and len({united[i].value.group for i in same}) < 2
    for i in sorted(same, key=lambda i: _whose(united[i]) != _whose(found)):
        other = united[i]
        if (_whose(other) != _whose(found) and not whole) or not _compatible(other.value, found.value):
            continue
        united[i] = _with_loadings(fill(other, found, skip=("loadings",)), found)
        return
    if strict and same:
        found = replace(found, value=replace(found.value, model=found.value.model or "text"))
    united.append(found)


def _one(a: str, b: str, apart: set[str]) -> bool:
    return a == b if a in apart or b in apart else key_of(a) == key_of(b)


def _whose(found: Found[Construct]) -> tuple[str | None, str | None]:
    return found.value.group, found.value.model


def _compatible(a: Construct, b: Construct) -> bool:
    if not agree(a, b, _FIGURES):
        return False
    mine = {x.item: x.loading for x in a.loadings}
    return all(x.item not in mine or mine[x.item] == x.loading for x in b.loadings)


def _with_loadings(first: Found[Construct], second: Found[Construct]) -> Found[Construct]:
    """The loadings of both, each item once, places renumbered."""
    if not second.value.loadings:
        return first
    have = {x.item for x in first.value.loadings}
    loadings: list[Loading] = list(first.value.loadings)
    spans = dict(first.spans)
    for i, loading in enumerate(second.value.loadings):
        if loading.item in have:
            continue
        for key, span in second.spans.items():
            if key.startswith(f"loadings/{i}/"):
                spans[f"loadings/{len(loadings)}/{key.split('/', 2)[2]}"] = span
        loadings.append(loading)
    return replace(first, value=replace(first.value, loadings=tuple(loadings)), spans=spans)
