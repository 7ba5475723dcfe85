"""Paths of tables and of text: one coefficient reported twice is one path; a differing report stays, not primary."""

import re
from collections import defaultdict
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.effects.by_hypothesis import GUESSED
from evidence.read.prose.ends.named import is_sort_of_effect
from evidence.read.reconcile.joining import conflicts, fill, same_number
from evidence.read.reconcile.standardized import with_standardized
from evidence.read.reconcile.turned import turned
from evidence.read.reconcile.vocabulary import FACTORS, Vocabulary, key_of
from evidence.records import Hypothesis, Path, Printed

__all__ = ["join_paths"]

_PLAIN = 0.85  # the sentence calls it a path coefficient and names both ends
Ends = dict[str, tuple[str, str]]


def join_paths(
    tables: tuple[Found[Path], ...],
    text: tuple[Found[Path], ...],
    hypotheses: list[Found[Hypothesis]],
    words: Vocabulary,
) -> tuple[list[Found[Path]], dict[int, list[Found[Path]]]]:
    """Table rows in their order, completed from the text, then what only the text reports.

    Beside them, by position, what sentences say again of a table's path.
    """
    stated: Ends = {
        h.value.label: (f"{h.value.from_} × {h.value.moderator}" if h.value.moderator else h.value.from_, h.value.to)
        for h in hypotheses
        if h.value.from_ and h.value.to
    }
    mediators = {h.value.label: h.value.via for h in hypotheses if h.value.via}
    direct = {label: ends for label, ends in stated.items() if label not in mediators}
    once = with_standardized(_once(tables, words), words)
    joined = [_in_full(_labelled(found, direct, words), words) for found in once]
    count = len(joined)
    said: dict[int, list[Found[Path]]] = {}
    sentences = _distinct(
        [one for told in turned(text, joined, hypotheses, words) if (one := _named(told, stated, direct, words))]
    )
    whom: dict[tuple[str, str], set[str | None]] = defaultdict(set)
    for found in sentences:
        whom[_ends(found, words)].add(_group(found))
    for found in sentences:
        named = _mediated(found, mediators)
        of_part = _A_PART.search(_group(found) or "") is not None
        parts = of_part or len(whom[_ends(found, words)] - {None}) > 1  # `in girls .22`, and not `among bakers`
        i = _partner(joined, named, count, words, parts=parts)
        if i is not None:
            if i < count:
                said.setdefault(i, []).append(named)
            joined[i] = (
                fill(joined[i], named, skip=("printed",))
                if same_number(_figure(joined[i]), _figure(named))
                else joined[i]
            )
            if not same_number(_figure(joined[i]), _figure(named)):
                joined.append(replace(named, value=replace(named.value, primary=False)))
        else:
            joined.append(named)
    return joined, said


def _in_full(found: Found[Path], words: Vocabulary) -> Found[Path]:
    """A product of shortened names by the names of its factors: `PC × age` is `peer copying × age`."""
    start, end = (words.shortened(name) or name for name in (found.value.from_, found.value.to))
    found = replace(found, value=replace(found.value, from_=start, to=end))
    factors = FACTORS.split(found.value.from_)
    longer = [_of_short(factor, words) or words.longer(factor) for factor in factors]
    if len(factors) < 2 or not any(longer):
        return found
    if any(name is None and factor.isupper() for name, factor in zip(longer, factors, strict=True)):
        return found  # half in full and half in short would be no name that the paper has
    whole = " × ".join(name or factor for name, factor in zip(longer, factors, strict=True))
    return replace(found, value=replace(found.value, from_=whole))


def _of_short(factor: str, words: Vocabulary) -> str | None:
    """What an abbreviation stands for, if a word of that begins with its first letter."""
    long = words.short.get(factor)
    begins = long is not None and any(w[:1].lower() == factor[:1].lower() for w in re.split(r"[\s-]+", long))
    return long if begins else None


def _part_of(short: str, long: str) -> bool:
    """Whether one name is the beginning or the end of another: `peer copying`, of `perceived peer copying`."""
    a, b = key_of(short), key_of(long)
    return a != b and (b.endswith(f" {a}") or b.startswith(f"{a} "))


def _distinct(text: list[Found[Path]]) -> list[Found[Path]]:
    """One reading per printed figure, as they are told: of two ways to read it the one that says more stands."""
    best: dict[object, Found[Path]] = {}
    for i, found in enumerate(text):
        place = found.spans.get("beta") or found.spans.get("b") or i
        if place not in best or _says(found) > _says(best[place]):
            best[place] = found
    return sorted(best.values(), key=lambda found: min(found.spans.values(), default=(0, 0)))


def _says(found: Found[Path]) -> tuple[bool, int]:
    """How much a reading says: whether it is understood, its numbers, and for whom they hold."""
    return found.confidence > GUESSED, len(found.spans) + (found.value.group is not None)


def _figure(found: Found[Path]) -> str | None:
    return found.value.beta if found.value.beta is not None else found.value.b


def _once(tables: tuple[Found[Path], ...], words: Vocabulary) -> list[Found[Path]]:
    """A row printed in two tables alike is one path."""
    kept: list[Found[Path]] = []
    for found in tables:
        twin = next(
            (
                i
                for i, k in enumerate(kept)
                if _figure(k)
                and (_figure(found) in (_figure(k), None) or _is_its_b(k, found))
                and (k.where != found.where or not _figure(found))
                and _same_place(k, found)
                and not _differ(k, found)
                and (_ends(k) == _ends(found) or _ends(k, words) == _ends(found, words))
            ),
            None,
        )
        if twin is None:
            kept.append(found)
        else:
            # another table's standard error may be another's: that of a bootstrap, beside the t of a regression
            apart: tuple[str, ...] = (
                ("se", "se_of") if kept[twin].value.stat and kept[twin].where != found.where else ()
            )
            apart += ("beta",) if _is_its_b(kept[twin], found) else ()
            kept[twin] = fill(kept[twin], found, skip=apart)
    return kept


def _is_its_b(full: Found[Path], bare: Found[Path]) -> bool:
    """Whether a coefficient printed without anything beside it is another table's unstandardized one."""
    if full.value.b is None or not bare.value.beta:
        return False
    alone = not any(getattr(bare.value, n) for n in ("b", "se", "stat", "p", "ci_lo", "stars"))
    return alone and same_number(full.value.b, bare.value.beta)


def _differ(a: Found[Path], b: Found[Path]) -> bool:
    """Whether the statistics beside two coefficients differ, so that they are of two equations; t may lack its sign."""
    one, two = (replace(x.value, stat=Printed(x.value.stat.lstrip("-−–")) if x.value.stat else None) for x in (a, b))
    return bool(conflicts(one, two, ("stat", "se", "ci_lo", "ci_hi")))


_EVERYBODY = late(
    r"(?:the\s+)?(?:full|whole|total|entire|overall|pooled|complete|combined)\s*(?:sample|data(?:\s?set)?|model)?\s*(?:\(.*\))?",
    re.IGNORECASE,
)


_A_PART = late(  # of the sample, by its name alone
    r"\b(?:wom[ae]n|m[ae]n|females?|males?|girls?|boys?|mothers|fathers|wives|husbands|older|younger|high(?:er)?|low(?:er)?)\b",
    re.IGNORECASE,
)


def _same_place(a: Found[Path], b: Found[Path]) -> bool:
    return (_group(a), a.value.via, a.value.effect) == (_group(b), b.value.via, b.value.effect) and (
        a.value.model == b.value.model or None in (a.value.model, b.value.model)
    )


def _group(found: Found[Path]) -> str | None:
    """Of whom a path speaks; the whole sample is no group of it."""
    group = found.value.group
    return None if group and _EVERYBODY.fullmatch(group.strip()) else group


def _ends(found: Found[Path], words: Vocabulary | None = None) -> tuple[str, str]:
    start, end = found.value.from_, found.value.to
    if words is not None:
        start, end = _called(start, words), words.find(end) or end
    return key_of(start), key_of(end)


def _called(name: str, words: Vocabulary) -> str:
    """What a path begins with, by its name; of a product by the names of its factors: `PA × SE`."""
    factors = [part.strip() for part in name.split("×")]
    if len(factors) == 1:
        return words.find(name) or name
    return " × ".join(sorted(words.find(factor) or factor for factor in factors))


def _labelled(found: Found[Path], stated: Ends, words: Vocabulary) -> Found[Path]:
    """A row whose label was lost gets that of the one hypothesis with the same ends."""
    if found.value.hypothesis or found.value.effect not in ("direct", "interaction"):
        return found
    known = {_ends(found), _ends(found, words)}
    fits = [label for label, (a, b) in stated.items() if (key_of(a), key_of(b)) in known]
    return replace(found, value=replace(found.value, hypothesis=fits[0])) if len(fits) == 1 else found


def _named(found: Found[Path], stated: Ends, direct: Ends, words: Vocabulary) -> Found[Path] | None:
    """A sentence's path between known constructs; by its hypothesis where the words do not tell."""
    if is_sort_of_effect(found.value.from_) or is_sort_of_effect(found.value.to):
        return None
    start, end = words.find(found.value.from_), words.find(found.value.to)
    label = found.value.hypothesis
    if label in stated:
        a, b = stated[label]
        if not (start and end) or (key_of(start), key_of(end)) == (key_of(a), key_of(b)):
            start, end = a, b
    if not words.names or (found.confidence >= _PLAIN and (start or end or not words.printed)):
        start, end = start or found.value.from_ or None, end or found.value.to or None
    if not start or not end or key_of(start) == key_of(end):
        return None
    if found.value.effect == "interaction" and "×" not in start:
        return None  # `The interaction was not significant (b = .1)`, for a hypothesis on an effect alone
    if label in stated and (key_of(start), key_of(end)) != tuple(map(key_of, stated[label])):
        label = None
    if label is None:
        fits = [x for x, (a, b) in direct.items() if (key_of(a), key_of(b)) == (key_of(start), key_of(end))]
        label = fits[0] if len(fits) == 1 and found.value.effect == "direct" else None
    via = words.find(found.value.via) or found.value.via
    effect = "interaction" if "×" in start else found.value.effect
    return replace(found, value=replace(found.value, from_=start, to=end, via=via, hypothesis=label, effect=effect))


def _mediated(found: Found[Path], mediators: dict[str, str]) -> Found[Path]:
    """A coefficient reported for a hypothesis of mediation is that of the indirect effect."""
    via = mediators.get(found.value.hypothesis or "")
    if not via or found.value.effect != "direct":
        return found
    return replace(found, value=replace(found.value, effect="indirect", via=via))


def _partner(
    joined: list[Found[Path]], named: Found[Path], tables: int, words: Vocabulary, *, parts: bool
) -> int | None:
    """The path a sentence repeats: same ends (or label), or ends told otherwise, and the same figure; else its ends."""
    own = _ends(named, words)
    ends = [i for i, j in enumerate(joined) if _ends(j, words) == own]
    exact = [
        i
        for i in ends
        if (same_number(_figure(joined[i]), _figure(named)) or _swapped(joined[i], named))
        and not _elsewhere(joined[i], named, words)
    ]
    if exact:
        return exact[0]
    labelled = [
        i
        for i, j in enumerate(joined)
        if named.value.hypothesis
        and j.value.hypothesis == named.value.hypothesis
        and same_number(_figure(j), _figure(named))
    ]
    if labelled:
        return labelled[0]
    told = [i for i, j in enumerate(joined[:tables]) if _otherwise(j, named, words)]
    if len(told) == 1 and all(i >= tables or _elsewhere(joined[i], named, words) for i in ends):
        return told[0]
    whom = _group(named) if parts else None  # what is said of girls alone is no other report of the whole sample
    from_tables = [i for i in ends if i < tables and whom in (None, _group(joined[i]))]
    return (
        from_tables[0] if len(from_tables) == 1 and named.value.effect == joined[from_tables[0]].value.effect else None
    )


def _otherwise(table: Found[Path], said: Found[Path], words: Vocabulary) -> bool:
    """Whether a sentence gives a table's figure with its ends turned or without their times, or for another source.

    `Price was related to trust (.31)` says no more than that the two are related; the table says which comes first.
    """
    if not same_number(_figure(table), _figure(said)) or table.value.effect != said.value.effect:
        return False
    (a, b), (c, d) = _ends(table, words), _ends(said, words)
    timeless = [_AT_TIME.sub("", end) for end in (a, b, c, d)]
    shorter = (a == c and _part_of(d, b)) or (b == d and _part_of(c, a))  # `copying`, which ends several names
    turned = (a, b) == (d, c) or (said.value.effect == "indirect" and b == d)
    return turned or shorter or timeless[:2] == timeless[2:]


_AT_TIME = re.compile(r"\W*\b(?:t|time|wave)\s?\d\W*$", re.IGNORECASE)  # `Joy T2`, which the sentence calls joy


def _elsewhere(a: Found[Path], b: Found[Path], words: Vocabulary) -> bool:
    """Whether both name what their effect goes through, and not the same."""
    first, second = a.value.via, b.value.via
    if not first or not second:
        return False
    return key_of(words.find(first) or first) != key_of(words.find(second) or second)


def _swapped(a: Found[Path], b: Found[Path]) -> bool:
    """A sentence's coefficient may be the table's unstandardized one."""
    return a.value.b is not None and b.value.beta is not None and same_number(a.value.b, b.value.beta)
