"""The shared vocabulary in the database, and the reported names that are mapped onto it without a guess."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, delete, select

from evidence.constructs import Vocabulary, shipped
from evidence.errors import UsageError, nearest
from evidence.store.bulk import insert
from evidence.store.study_rows import folded
from evidence.store.tables import metadata

__all__ = ["constructs_named", "load_vocabulary", "map_exactly", "vocabulary"]

_construct = metadata.tables["construct"]
_mapping = metadata.tables["construct_mapping"]
_reported = metadata.tables["construct_report"]


def load_vocabulary(engine: Engine) -> int:
    """Bring the table of constructs to what the seeds say; what a person added stays."""
    rows = {
        c.id: {
            "id": c.id,
            "label": c.label,
            "definition": c.definition or None,
            "parent_id": c.parent or None,
            "theory": c.theory or None,
            "reference": c.reference or None,
        }
        for c in shipped()
    }
    with engine.begin() as connection:
        known = {row.id: dict(row._mapping) for row in connection.execute(select(_construct))}
        missing = [tuple(row.values()) for key, row in rows.items() if key not in known]
        insert(connection, "construct", missing)
        for key, row in rows.items():
            if key in known and known[key] != row:
                connection.execute(_construct.update().where(_construct.c.id == key).values(**row))
    return len(rows)


def vocabulary(engine: Engine) -> Vocabulary:
    """The vocabulary this database uses."""
    return shipped()


def map_exactly(connection: Connection) -> int:
    """Map what needs no judgement: a coder's own placement, and names that are a label or alias to the letter.

    Replaces what earlier runs mapped this way; a person's mapping stays and is never overruled.
    """
    connection.execute(delete(_mapping).where(_mapping.c.method.in_(["coded", "alias"])))
    taken = {(row.study_id, row.construct_no) for row in connection.execute(select(_mapping))}
    meanings = _meanings(shipped())
    rows = list(_exact(connection.execute(select(_reported)), meanings, taken))
    insert(connection, "construct_mapping", rows)
    return len(rows)


def _meanings(vocabulary: Vocabulary) -> dict[str, tuple[str, int]]:
    """Folded label or alias to (construct, polarity), where it means one thing only; abbreviations never do."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for construct in vocabulary:
        found[folded(construct.label)].add((construct.id, 1))
    for alias in vocabulary.aliases:
        if alias.kind != "abbreviation":
            found[folded(alias.alias)].add((alias.construct, alias.polarity))
    return {name: next(iter(meant)) for name, meant in found.items() if len(meant) == 1}


def _exact(
    reported: Iterable[Any], meanings: dict[str, tuple[str, int]], taken: set[tuple[int, int]]
) -> Iterator[tuple[Any, ...]]:
    for row in reported:
        if (row.study_id, row.no) in taken:
            continue
        for method, name in (("coded", row.canonical), ("alias", row.name)):
            meant = meanings.get(folded(name)) if name else None
            if meant is not None:
                key = hashlib.sha256(f"{row.study_id}/{row.name}/default/{method}/{meant}".encode()).hexdigest()[:20]
                yield (key, row.study_id, row.no, meant[0], "default", method, 1.0, meant[1], None, None, None)
                break


def constructs_named(engine: Engine, name: str, known: Sequence[str]) -> list[str]:
    """Of the constructs that are known somewhere, those a name stands for: itself, then everything below it.

    A name is an id, label or unambiguous alias of the vocabulary, or a name as reported.
    """
    folded_names = {folded(each): each for each in known}
    words = vocabulary(engine)
    found = [folded_names[folded(name)]] if folded(name) in folded_names else []
    try:
        construct = words.find(name)
    except UsageError:
        if not found:
            raise UsageError(
                f"no construct is called '{name}'", todo=nearest(name, [*known, *(c.label for c in words)][:3000])
            ) from None
    else:
        labels = [folded(words[i].label) for i in (construct, *words.descendants(construct))]
        found += [folded_names[each] for each in labels if each in folded_names]
    if not found:
        raise UsageError(f"no evidence mentions '{name}' or anything below it", todo=nearest(name, list(known)[:3000]))
    return list(dict.fromkeys(found))
