"""The shared vocabulary in the database, and the reported names that are mapped onto it without a guess."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, delete, select

from evidence.constructs import Alias, Construct, Vocabulary, shipped
from evidence.errors import UsageError, nearest
from evidence.store.bulk import insert
from evidence.store.study_rows import folded
from evidence.store.tables import metadata

__all__ = ["constructs_named", "load_vocabulary", "map_exactly", "store_vocabulary", "vocabulary"]

_construct = metadata.tables["construct"]
_alias = metadata.tables["construct_alias"]
_mapping = metadata.tables["construct_mapping"]
_reported = metadata.tables["construct_report"]


def load_vocabulary(engine: Engine) -> int:
    """Bring the table of constructs to what the seeds say; what a person loaded stays, beside them or instead."""
    rows = {c.id: _row(c, None) for c in shipped()}
    with engine.begin() as connection:
        known = {row.id: dict(row._mapping) for row in connection.execute(select(_construct))}
        if known and all(row["source"] is not None for row in known.values()):
            return 0  # a user's vocabulary was loaded instead of this one
        insert(connection, "construct", [tuple(row.values()) for key, row in rows.items() if key not in known])
        for key, row in rows.items():
            if key in known and known[key]["source"] is None and known[key] != row:
                connection.execute(_construct.update().where(_construct.c.id == key).values(**row))
    return len(rows)


def _row(construct: Construct, source: str | None) -> dict[str, Any]:
    return {
        "id": construct.id,
        "label": construct.label,
        "definition": construct.definition or None,
        "parent_id": construct.parent or None,
        "theory": construct.theory or None,
        "reference": construct.reference or None,
        "source": source,
    }


def store_vocabulary(
    engine: Engine, own: Sequence[Construct], aliases: Sequence[Alias], source: str, *, instead: bool
) -> int:
    """Store a user's constructs and aliases beside the vocabulary there is, or instead of it.

    A construct with an id that is known is redefined. `instead` refuses to take away what persons have mapped to.
    """
    ids = {construct.id for construct in own}
    before = vocabulary(engine)
    kept = {} if instead else dict(before.constructs)
    Vocabulary({**kept, **{c.id: c for c in own}}, tuple(aliases), source=source)  # refuses what cannot stand
    with engine.begin() as connection:
        if instead:
            _take_away_others(connection, ids)
        known = set(connection.execute(select(_construct.c.id)).scalars())
        insert(connection, "construct", [tuple(_row(c, source).values()) for c in own if c.id not in known])
        for construct in own:
            if construct.id in known:
                row = _row(construct, source)
                connection.execute(_construct.update().where(_construct.c.id == construct.id).values(**row))
        connection.execute(delete(_alias).where(_alias.c.source == source))
        given = {(a.alias, a.construct) for a in aliases}
        given -= {(r.alias, r.construct_id) for r in connection.execute(select(_alias.c.alias, _alias.c.construct_id))}
        rows = [(a.alias, a.construct, a.polarity, a.kind, source) for a in aliases if (a.alias, a.construct) in given]
        insert(connection, "construct_alias", rows)
        map_exactly(connection)
    return len(own)


def _take_away_others(connection: Connection, ids: set[str]) -> None:
    decided = connection.execute(
        select(_mapping.c.construct_id).where(_mapping.c.method.in_(["person", "proposed"])).distinct()
    ).scalars()
    lost = sorted(set(decided) - ids)
    if lost:
        raise UsageError(
            f"persons have mapped names to {len(lost)} constructs that the file does not define",
            why=", ".join(lost[:5]),
            todo="load it beside the vocabulary there is, or define these constructs too",
        )
    connection.execute(_construct.update().values(parent_id=None))
    gone = [i for i in connection.execute(select(_construct.c.id)).scalars() if i not in ids]
    for start in range(0, len(gone), 500):
        connection.execute(delete(_construct).where(_construct.c.id.in_(gone[start : start + 500])))


def vocabulary(engine: Engine | Connection) -> Vocabulary:
    """The vocabulary this database uses: the program's, with what a user loaded beside it or instead of it."""
    if isinstance(engine, Engine):
        with engine.connect() as connection:
            return vocabulary(connection)
    rows = engine.execute(select(_construct).order_by(_construct.c.id)).all()
    if not rows or all(row.source is None for row in rows):
        return shipped()
    ours = shipped()
    known = {row.id for row in rows}
    constructs = {
        row.id: ours[row.id]
        if row.source is None and row.id in ours
        else Construct(
            row.id, row.label, row.definition or "", row.parent_id or "", row.theory or "", row.reference or ""
        )
        for row in rows
    }
    order = {c.id: i for i, c in enumerate(ours)}
    ranked = sorted(constructs, key=lambda each: (order.get(each, len(order)), each))
    stored = engine.execute(select(_alias).order_by("alias")).all()
    own = [Alias(row.alias, row.construct_id, row.polarity, row.kind) for row in stored]
    taken = {folded(alias.alias) for alias in own}
    usual = [a for a in ours.aliases if a.construct in known and folded(a.alias) not in taken]
    return Vocabulary({each: constructs[each] for each in ranked}, (*usual, *own), source="the vocabulary")


def map_exactly(connection: Connection) -> int:
    """Map what needs no judgement: a coder's own placement, and names that are a label or alias to the letter.

    Replaces what earlier runs mapped this way; a person's mapping stays and is never overruled, nor is the row that it
    superseded lost.
    """
    m = _mapping.c
    replaced = m.method.in_(["coded", "alias"]) & m.superseded_by.is_(None) & (m.map == "default")
    connection.execute(delete(_mapping).where(replaced))
    standing = select(m.study_id, m.construct_no).where(m.superseded_by.is_(None), m.map == "default")
    taken = {(row.study_id, row.construct_no) for row in connection.execute(standing)}
    meanings = _meanings(vocabulary(connection))
    rows = list(_exact(connection.execute(select(_reported)), meanings, taken))
    insert(connection, "construct_mapping", rows)
    return len(rows)


def _meanings(words: Vocabulary) -> dict[str, tuple[str, int]]:
    """Folded label or alias to (construct, polarity), where it means one thing only; abbreviations never do."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for construct in words:
        found[folded(construct.label)].add((construct.id, 1))
    for alias in words.aliases:
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
