"""Jingle and jangle: one name for different things, different names for one thing.

Jingle: two studies use the same name, but their items, definitions or places in the model differ, or persons placed
them as two constructs. Jangle: two names whose items or definitions are nearly the same, or which differ only in who
answers and where. Thorndike (1904); Kelley (1927).
Similarity of texts is the cosine of their rarity-weighted words; of positions the share of common neighbours (Jaccard).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Literal

from evidence.constructs.families import ACTORS, FILLERS, SETTINGS
from evidence.constructs.naming import parse, words_of
from evidence.constructs.within_paper import joined_parts

__all__ = ["Confusion", "Reported", "confusions"]

JANGLE = 0.60  # this alike in words, two scales with different names measure the same in all but name
JINGLE = 0.15  # this unlike, two scales of the same name share little but function words
FEWEST_WORDS = 4  # texts shorter than this prove neither
# Models are small: two honest tests of one construct seldom share one of three neighbours, mostly one of five.
FEWEST_NEIGHBOURS = 5


@dataclass(frozen=True, slots=True)
class Reported:
    """A construct as one study reports it.

    `neighbours`: the constructs it predicts or is predicted by; `tied`: the names its paper gives any effect with.
    """

    study: str
    name: str
    definition: str = ""
    items: tuple[str, ...] = ()
    neighbours: frozenset[str] = frozenset()
    tied: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Confusion:
    """A pair a person should look at before the two are pooled (jingle) or kept apart (jangle)."""

    kind: Literal["jingle", "jangle"]
    first: Reported
    second: Reported
    by: Literal["items", "definition", "position", "name", "paper"]
    similarity: float
    message: str


def confusions(
    reported: Sequence[Reported],
    same: Mapping[tuple[str, str], str] | None = None,
    above: Mapping[str, Collection[str]] | None = None,
) -> list[Confusion]:
    """The jingle and jangle pairs among constructs as reported, the clearest first.

    `same` maps (study, name) to a construct: two names mapped to one construct are not a jangle any more, but two
    scales mapped to one construct under different items still are a jingle. `above` names the constructs above each:
    that trust in a seller is like trust confuses no one.
    """
    same, above = same or {}, above or {}
    found: list[Confusion] = []
    for by in ("items", "definition"):
        texts = [words_of(" ".join(each.items) if by == "items" else each.definition) for each in reported]
        vectors = _weighted(texts)
        for i, j in _pairs_alike(vectors, reported, same):
            found += _judge(reported[i], reported[j], _cosine(vectors[i], vectors[j]), by, same)
        told = [text if len(text) >= FEWEST_WORDS else None for text in texts]
        for i, j in _pairs_of_a_name(reported, same, told):
            found += _judge(reported[i], reported[j], _cosine(vectors[i], vectors[j]), by, same)
    placed = [each.neighbours if len(each.neighbours) >= FEWEST_NEIGHBOURS else None for each in reported]
    for i, j in _pairs_of_a_name(reported, same, placed):
        found += _positions(reported[i], reported[j])
    found += _by_name(reported, same)
    found += _said_twice(reported, same)
    unique = {(w.kind, w.by, w.first, w.second): w for w in found if not _kin(w, same, above)}
    return sorted(unique.values(), key=_clearest_first)


def _kin(pair: Confusion, same: Mapping[tuple[str, str], str], above: Mapping[str, Collection[str]]) -> bool:
    """Whether one of a pair is placed above the other, so that their likeness is meant."""
    first, second = (same.get((each.study, each.name), "") for each in (pair.first, pair.second))
    return (
        pair.kind == "jangle"
        and pair.by != "paper"
        and (first in above.get(second, ()) or second in above.get(first, ()))
    )


def _by_name(reported: Sequence[Reported], same: Mapping[tuple[str, str], str]) -> Iterable[Confusion]:
    """One name placed as two constructs; and names apart though they differ only in who answers and where.

    Each pair of placements is told once, by the first studies that have it.
    """
    first: dict[tuple[object, ...], dict[object, Reported]] = defaultdict(dict)
    for each in reported:
        placed = same.get((each.study, each.name))
        first[_bare(each)].setdefault(placed or _key(each), each)
    for meanings in first.values():
        for one, other in combinations(meanings.values(), 2):
            if one.study == other.study:
                continue
            names = f"{one.name!r} ({one.study}) and {other.name!r} ({other.study})"
            if _key(one) == _key(other):
                yield Confusion("jingle", one, other, "name", 0.0, f"{names} are one name placed as two constructs")
            elif not all((each.study, each.name) in same for each in (one, other)):  # else they were told apart
                yield Confusion("jangle", one, other, "name", 1.0, f"{names} differ only in who answers or where")


def _said_twice(reported: Sequence[Reported], same: Mapping[tuple[str, str], str]) -> Iterable[Confusion]:
    """Within a paper, a name and a longer one that ends or begins with it, placed apart and never tied to each other.

    Such a name often is the other, cut short in a table: the correlations would be of one, the paths of the other.
    """
    papers: dict[str, list[Reported]] = defaultdict(list)
    for each in reported:
        papers[each.study].append(each)
    for study, names in papers.items():
        for one, other in permutations(names, 2):
            if other.name in one.tied or len(one.name) >= len(other.name):
                continue
            if parse(other.name).product or len(joined_parts(other.name)) > 1:
                continue  # it says more than one thing, and says so
            placed = [same.get((study, each.name)) for each in (one, other)]
            short, whole = parse(one.name).text.split(), parse(other.name).text.split()
            begins, ends = whole[: len(short)] == short, whole[-len(short) :] == short
            if short and len(whole) > len(short) and (begins or ends) and (None in placed or placed[0] != placed[1]):
                said = f"{study} says both {one.name!r} and {other.name!r}: one thing or two?"
                yield Confusion("jangle", one, other, "paper", 1.0, said)


def _bare(reported: Reported) -> tuple[object, ...]:
    name = parse(reported.name)
    bare = set(name.words) - ACTORS - SETTINGS - FILLERS
    return (*sorted(bare), name.negated) if bare else _key(reported)


def _judge(
    first: Reported,
    second: Reported,
    alike: float,
    by: Literal["items", "definition"],
    same: Mapping[tuple[str, str], str],
) -> list[Confusion]:
    thing = "items" if by == "items" else "definitions"
    if _one_name(first, second, same):
        if alike > JINGLE:
            return []
        said = (
            f"{first.name!r} ({first.study}) and {second.name!r} ({second.study}) share a name but hardly their {thing}"
        )
        return [Confusion("jingle", first, second, by, round(alike, 3), said)]
    if alike < JANGLE:
        return []
    names = f"{first.name!r} ({first.study}) and {second.name!r} ({second.study})"
    said = f"{names} have other names but nearly the same {thing}"
    return [Confusion("jangle", first, second, by, round(alike, 3), said)]


def _positions(first: Reported, second: Reported) -> list[Confusion]:
    """Two constructs of a name that stand among wholly different ones, each among enough of them."""
    shared = len(first.neighbours & second.neighbours) / len(first.neighbours | second.neighbours)
    if shared > 0:
        return []
    said = f"{first.name!r} stands among other constructs in {first.study} than in {second.study}"
    return [Confusion("jingle", first, second, "position", 0.0, said)]


def _clearest_first(pair: Confusion) -> tuple[float, str, str, str, str]:
    clear = 1 - pair.similarity if pair.kind == "jingle" else pair.similarity
    return (-round(clear, 3), pair.kind, pair.first.name, pair.second.name, pair.by)


def _one_name(first: Reported, second: Reported, same: Mapping[tuple[str, str], str]) -> bool:
    placed = same.get((first.study, first.name)), same.get((second.study, second.name))
    if None not in placed:
        return placed[0] == placed[1]
    return _key(first) == _key(second)


def _key(reported: Reported) -> tuple[str, ...]:
    name = parse(reported.name)
    return (*sorted(set(name.words) - {"perceived", "overall"}), "not" if name.negated else "")


def _pairs_of_a_name(
    reported: Sequence[Reported], same: Mapping[tuple[str, str], str], what: Sequence[frozenset[str] | None]
) -> Iterable[tuple[int, int]]:
    """The pairs of a name in two studies that say something, and not the same thing."""
    groups: dict[object, dict[frozenset[str], int]] = defaultdict(dict)
    for i, (each, said) in enumerate(zip(reported, what, strict=True)):
        if said is not None:
            groups[same.get((each.study, each.name)) or _key(each)].setdefault(said, i)
    for members in groups.values():
        for i, j in combinations(members.values(), 2):
            if reported[i].study != reported[j].study:
                yield i, j


def _pairs_alike(
    vectors: Sequence[dict[str, float]], reported: Sequence[Reported], same: Mapping[tuple[str, str], str]
) -> Iterable[tuple[int, int]]:
    """The pairs with another name that share their rarest words: two texts alike by .6 share at least one of these."""
    with_word: dict[str, list[int]] = defaultdict(list)
    for i, vector in enumerate(vectors):
        if len(vector) >= FEWEST_WORDS:
            # A cosine of .6 needs common words that carry .36 of the squared length: enough words from the rarest down.
            carried = 0.0
            for word in sorted(vector, key=lambda each: (-vector[each], each)):
                if carried > 1 - JANGLE**2:
                    break
                with_word[word].append(i)
                carried += vector[word] ** 2
    pairs = {(i, j) for members in with_word.values() for at, i in enumerate(members) for j in members[at + 1 :]}
    return sorted(pair for pair in pairs if not _one_name(reported[pair[0]], reported[pair[1]], same))


def _weighted(texts: Sequence[frozenset[str]]) -> list[dict[str, float]]:
    """Each text as a vector of unit length over its words."""
    count = Counter(word for text in texts for word in text)
    vectors = []
    for text in texts:
        vector = {word: math.log(1 + len(texts) / count[word]) for word in text}
        length = math.sqrt(sum(weight**2 for weight in vector.values()))
        vectors.append({word: weight / length for word, weight in vector.items()})
    return vectors


def _cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    return sum(weight * second.get(word, 0.0) for word, weight in first.items())
