"""One vocabulary: constructs in a hierarchy, the names they go by, and the polarity of each name.

A vocabulary is a value: it is checked when it is made and not changed afterwards. Where its files are and what
they look like is `loading`'s business.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from evidence.errors import InputError, UsageError, nearest

__all__ = ["Alias", "Construct", "Vocabulary", "combine"]

AliasKind = Literal["name", "abbreviation", "translation"]


@dataclass(frozen=True, slots=True)
class Construct:
    """A construct: what it is, what it is a kind of, and where it was defined.

    `polarity` says whether more of it is commonly wanted (1), unwanted (-1) or neither (0). It describes; nothing is
    ever reversed because of it: perceived risk is not reversed trust.
    """

    id: str
    label: str
    definition: str = ""
    parent: str = ""
    theory: str = ""
    reference: str = ""
    polarity: int = 0
    note: str = ""
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a construct; polarity -1 when the name is the opposite pole of the same scale.

    An abbreviation is only a usual meaning: the same letters may stand for several constructs, and the paper decides.
    """

    alias: str
    construct: str
    polarity: int = 1
    kind: AliasKind = "name"
    note: str = ""
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, eq=False)  # identity: an index of a vocabulary is kept as long as the vocabulary
class Vocabulary:
    """Constructs by id and the aliases that lead to them.

    >>> words = Vocabulary({"trust": Construct("trust", "Trust"), "a": Construct("a", "Ability", parent="trust")})
    >>> words.ancestors("a")
    ('trust',)
    """

    constructs: Mapping[str, Construct]
    aliases: tuple[Alias, ...] = ()
    source: str = "vocabulary"

    def __post_init__(self) -> None:
        for construct in self.constructs.values():
            if construct.parent and construct.parent not in self.constructs:
                raise InputError(
                    f"construct {construct.id!r} has an unknown parent {construct.parent!r}",
                    where=_place(self.source, construct.line),
                    why="a parent must be a construct of the same vocabulary",
                    todo=nearest(construct.parent, list(self.constructs)[:2000]),
                )
        for construct in self.constructs.values():
            self._refuse_cycle(construct)
        for alias in self.aliases:
            if alias.construct not in self.constructs:
                raise InputError(
                    f"alias {alias.alias!r} leads to an unknown construct {alias.construct!r}",
                    where=_place(self.source, alias.line),
                    todo=nearest(alias.construct, list(self.constructs)[:2000]),
                )

    def _refuse_cycle(self, construct: Construct) -> None:
        seen = [construct.id]
        parent = construct.parent
        while parent:
            if parent in seen:
                raise InputError(
                    f"construct {construct.id!r} is its own ancestor",
                    where=_place(self.source, construct.line),
                    why=" -> ".join([*seen, parent]),
                    todo="give one of them another parent or none",
                )
            seen.append(parent)
            parent = self.constructs[parent].parent

    def __len__(self) -> int:
        return len(self.constructs)

    def __iter__(self) -> Iterator[Construct]:
        return iter(self.constructs.values())

    def __contains__(self, construct: object) -> bool:
        return construct in self.constructs

    def __getitem__(self, construct: str) -> Construct:
        if construct not in self.constructs:
            raise UsageError(
                f"no construct {construct!r}", where=self.source, todo=nearest(construct, list(self.constructs))
            )
        return self.constructs[construct]

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The ids directly below each construct, in the order of the file; roots stand under the empty id."""
        below: dict[str, list[str]] = defaultdict(list)
        for construct in self:
            below[construct.parent].append(construct.id)
        return {parent: tuple(ids) for parent, ids in below.items()}

    def ancestors(self, construct: str) -> tuple[str, ...]:
        """The ids above a construct, nearest first."""
        above: list[str] = []
        parent = self[construct].parent
        while parent:
            above.append(parent)
            parent = self.constructs[parent].parent
        return tuple(above)

    def descendants(self, construct: str) -> tuple[str, ...]:
        """The ids below a construct, level by level."""
        level = self.children.get(self[construct].id, ())
        found: list[str] = []
        while level:
            found.extend(level)
            level = tuple(child for parent in level for child in self.children.get(parent, ()))
        return tuple(found)

    def broaden(self, construct: str, stops: Iterable[str]) -> str:
        """The construct, or the nearest ancestor among `stops`: how a narrow map becomes a broad one.

        >>> words = Vocabulary({"trust": Construct("trust", "Trust"), "a": Construct("a", "Ability", parent="trust")})
        >>> words.broaden("a", {"trust"})
        'trust'
        """
        wanted = set(stops)
        return next((each for each in (construct, *self.ancestors(construct)) if each in wanted), construct)

    def find(self, name: str) -> str:
        """The id of a construct given by id, label or unambiguous alias, in any case; refuses what it does not know."""
        key = name.strip().casefold()
        if name in self.constructs:
            return name
        hits = self._by_name.get(key, ())
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise UsageError(
                f"{name!r} can mean several constructs",
                where=self.source,
                why=", ".join(hits),
                todo="name one by its id",
            )
        raise UsageError(f"no construct {name!r}", where=self.source, todo=nearest(key, list(self._by_name)))

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[str, ...]]:
        names: dict[str, list[str]] = defaultdict(list)
        for construct in self:
            names[construct.label.casefold()].append(construct.id)
            names[construct.id.casefold()].append(construct.id)
        for alias in self.aliases:
            if alias.polarity > 0:
                names[alias.alias.casefold()].append(alias.construct)
        return {name: tuple(dict.fromkeys(ids)) for name, ids in names.items()}


def combine(first: Vocabulary, second: Vocabulary) -> Vocabulary:
    """Two vocabularies beside each other; where both define an id, the second one's construct stands."""
    return Vocabulary(
        {**first.constructs, **second.constructs},
        tuple(dict.fromkeys((*first.aliases, *second.aliases))),
        source=f"{first.source} + {second.source}",
    )


def _place(source: str, line: int | None) -> str:
    return source if line is None else f"{source}:{line}"
