"""Persons' placements of reported names: rows that are never changed, each naming the one that supersedes it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine, select

from evidence.constructs import Proposals, Vocabulary, propose
from evidence.constructs.confusion import Confusion, Reported, confusions
from evidence.constructs.mapping import Similarity
from evidence.errors import UsageError, nearest
from evidence.store.maps import AS_REPORTED, DEFAULT_MAP
from evidence.store.query import ask
from evidence.store.study_rows import folded
from evidence.store.tables import metadata
from evidence.store.vocabulary import vocabulary

__all__ = [
    "Decision", "Name", "broaden", "confused", "current", "decide", "history", "named", "proposals", "used",
    "write_map",
]  # fmt: skip

_mapping = metadata.tables["construct_mapping"]
_HISTORY = """
SELECT st.label AS study, c.name AS reported, k.label AS construct, m.construct_id, m.polarity, m.map, m.method,
    m.score, m.coder, m.decided_at, CASE WHEN m.superseded_by IS NULL THEN 'current' ELSE 'superseded' END AS status,
    m.study_id, m.construct_no, m.id, m.superseded_by
FROM construct_mapping AS m
JOIN construct_report AS c ON c.study_id = m.study_id AND c.no = m.construct_no
JOIN construct AS k ON k.id = m.construct_id
JOIN study AS st ON st.id = m.study_id
"""
_NAMES = """
SELECT c.study_id, c.no, st.label AS study, c.name, c.abbreviation, m.construct_id
FROM construct_report AS c
JOIN study AS st ON st.id = c.study_id
LEFT JOIN construct_mapping AS m
    ON m.study_id = c.study_id AND m.construct_no = c.no AND m.map = 'default' AND m.superseded_by IS NULL
ORDER BY st.label, c.no
"""

_TIED = """
SELECT DISTINCT study_id, from_no, to_no FROM path_coefficient
UNION
SELECT DISTINCT study_id, a_no, b_no FROM correlation
"""


@dataclass(frozen=True)
class Name:
    """A construct as one study reports it, and what a matcher may go by: items, the names beside it."""

    study_id: int
    no: int
    study: str
    name: str
    abbreviation: str | None
    construct: str | None
    items: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decision:
    """A name placed by a person, or by a program above a person's threshold (`score`)."""

    name: Name
    construct: str
    polarity: int = 1
    score: float | None = None


def named(engine: Engine) -> list[Name]:
    """Every reported name with its context, by study."""
    rows = ask(engine, _NAMES, rows=10_000_000, seconds=600).records()
    beside: dict[int, dict[int, str]] = defaultdict(dict)
    for row in rows:
        short = f" ({row['abbreviation']})" if row["abbreviation"] else ""
        beside[row["study_id"]][row["no"]] = row["name"] + short
    items: dict[tuple[int, int], list[str]] = defaultdict(list)
    loadings = "SELECT study_id, construct_no, item FROM loading ORDER BY study_id, no"
    for study, no, item in ask(engine, loadings, rows=10_000_000, seconds=600).rows:
        if len(str(item).split()) > 1:  # "PU1" says nothing
            items[(study, no)].append(str(item))
    return [
        Name(
            row["study_id"], row["no"], row["study"], row["name"], row["abbreviation"], row["construct_id"],
            tuple(items[(row["study_id"], row["no"])]),
            tuple(each for no, each in beside[row["study_id"]].items() if no != row["no"]),
        )
        for row in rows
    ]  # fmt: skip


def proposals(engine: Engine, similarity: Similarity | None = None) -> list[tuple[Name, Proposals]]:
    """What each name that nobody has placed may mean, the surest first; `similarity` may bring in another measure."""
    words = vocabulary(engine)
    found = [
        (
            each,
            propose(
                each.name,
                words,
                items=each.items,
                abbreviation=each.abbreviation,
                context=each.beside,
                similarity=similarity,
            ),
        )
        for each in named(engine)
        if each.construct is None
    ]
    return sorted(found, key=lambda pair: (-_score(pair[1]), pair[0].name.casefold(), pair[0].study))


def _score(proposals: Proposals) -> float:
    return proposals.best.score if proposals.best else (proposals.ranked[0].score - 1 if proposals.ranked else -1.0)


def decide(
    engine: Engine, decisions: Iterable[Decision], *, coder: str, when: str, map: str = DEFAULT_MAP
) -> tuple[int, int]:
    """Write decisions as new rows that supersede what stood; answers with how many are new, and how many stood already.

    Deciding twice is once: a person's standing row with the same answer is left alone.
    """
    if not coder.strip():
        raise UsageError("a mapping needs a coder", todo="say who decides with --coder NAME")
    if map == AS_REPORTED:
        raise UsageError(f"'{AS_REPORTED}' is the name for no map at all", todo="give the map another name")
    new, same, m = 0, 0, _mapping.c
    with engine.begin() as connection:
        for each in decisions:
            place = (m.study_id == each.name.study_id) & (m.construct_no == each.name.no) & (m.map == map)
            standing = connection.execute(select(_mapping).where(place, m.superseded_by.is_(None))).first()
            method = "person" if each.score is None else "proposed"
            answer = (each.construct, each.polarity)
            by_person = standing is not None and standing.method in ("person", "proposed")
            if standing is not None and by_person and (standing.construct_id, standing.polarity) == answer:
                same += 1
                continue
            before = standing.id if standing is not None else ""
            content = json.dumps([each.name.study_id, each.name.name, map, method, *answer, before])
            key = hashlib.sha256(content.encode()).hexdigest()[:20]
            row = (
                each.name.study_id,
                each.name.no,
                each.construct,
                map,
                method,
                each.score,
                each.polarity,
                coder,
                when,
            )
            names = (
                "study_id", "construct_no", "construct_id", "map", "method", "score", "polarity", "coder", "decided_at",
            )  # fmt: skip
            connection.execute(_mapping.insert().values(id=key, **dict(zip(names, row, strict=True))))
            if standing is not None:
                connection.execute(_mapping.update().where(m.id == before).values(superseded_by=key))
            new += 1
    return new, same


def current(engine: Engine, name: str, study: str | None = None) -> list[Name]:
    """The reported names that are spelt so, in one study or in all; refused with the nearest where there are none."""
    everything = named(engine)
    found = [each for each in everything if folded(each.name) == folded(name)]
    if study is not None:
        of_study = [each for each in everything if each.study == study or each.study.startswith(study)]
        if not of_study:
            raise UsageError(f"there is no study '{study}'", todo=nearest(study, sorted({e.study for e in everything})))
        if len({each.study for each in of_study}) > 1:
            raise UsageError(f"'{study}' is the beginning of several studies", todo="write its whole label")
        found = [each for each in of_study if folded(each.name) == folded(name)]
        everything = of_study
    if not found:
        raise UsageError(f"no study reports '{name}'", todo=nearest(name, sorted({e.name for e in everything})[:3000]))
    return found


def history(engine: Engine, map: str | None = None) -> pd.DataFrame:
    """Every mapping row there ever was, those that stand before those they superseded."""
    found = ask(engine, _HISTORY, rows=10_000_000, seconds=600)
    frame = pd.DataFrame(found.rows, columns=list(found.columns))
    frame = frame if map is None else frame[frame["map"] == map]
    later = frame["decided_at"].fillna("").rank(method="dense")
    order = ["reported", "study", "map", "status", "later", "id"]  # databases sort words differently, Python does not
    up = [True, True, True, True, False, True]
    return frame.assign(later=later).sort_values(order, ascending=up).drop(columns="later").reset_index(drop=True)


def broaden(engine: Engine, stops: Sequence[str], *, coder: str, when: str, map: str) -> tuple[int, int]:
    """Make a broader map: each construct is lifted to the nearest of `stops` above it; others stay as they are."""
    if map == DEFAULT_MAP:
        raise UsageError("the default map is not broadened", todo="name another one with --map, for example broad")
    words = vocabulary(engine)
    ids = {words.find(stop) for stop in stops}
    lifted = []
    standing = history(engine, DEFAULT_MAP)
    names = {(each.study_id, each.no): each for each in named(engine)}
    for row in standing[standing["status"] == "current"].to_dict("records"):
        above = words.broaden(row["construct_id"], ids)
        if above != row["construct_id"]:
            lifted.append(Decision(names[(row["study_id"], row["construct_no"])], above, int(row["polarity"])))
    if not lifted:
        raise UsageError(
            "no mapped construct lies below these", why=", ".join(sorted(ids)), todo="see 'constructs list'"
        )
    return decide(engine, lifted, coder=coder, when=when, map=map)


def used(engine: Engine) -> dict[str, set[int]]:
    """The studies that report each construct (by id), under the default map."""
    rows = ask(
        engine, "SELECT construct_id, study_id FROM mapped_construct WHERE construct_id IS NOT NULL", rows=10_000_000
    ).rows
    found: dict[str, set[int]] = defaultdict(set)
    for construct, study in rows:
        found[construct].add(study)
    return found


def confused(engine: Engine) -> list[Confusion]:
    """Jingle and jangle: one name for different things, and two names for one, among all that studies report."""
    names = named(engine)
    words = vocabulary(engine)
    by_label = {folded(each.label): each.id for each in words}
    neighbours: dict[tuple[int, int], set[str]] = defaultdict(set)
    ties = ask(
        engine, "SELECT study_id, source_no, target_no, source, target FROM claim_test", rows=10_000_000, seconds=600
    ).rows
    for study, source_no, target_no, source, target in ties:
        neighbours[(study, source_no)].add(_lifted(target, words, by_label))
        neighbours[(study, target_no)].add(_lifted(source, words, by_label))
    tied: dict[tuple[int, int], set[str]] = defaultdict(set)
    spoken = {(each.study_id, each.no): each.name for each in names}
    for study, one, other in ask(engine, _TIED, rows=10_000_000, seconds=600).rows:
        tied[(study, one)].add(spoken[(study, other)])
        tied[(study, other)].add(spoken[(study, one)])
    placed = {(e.study, e.name): e.construct for e in names if e.construct is not None}
    reported = [
        Reported(
            each.study, each.name, words[each.construct].definition if each.construct else "", each.items,
            frozenset(neighbours[(each.study_id, each.no)]), frozenset(tied[(each.study_id, each.no)]),
        )
        for each in names
    ]  # fmt: skip
    return confusions(reported, placed, {c.id: words.ancestors(c.id) for c in words})


def _lifted(label: str, words: Vocabulary, by_label: Mapping[str, str]) -> str:
    """The family a construct belongs to, below the grouping nodes: purchase intention is a behavioural intention."""
    construct = by_label.get(folded(label))
    if construct is None:
        return label
    above = [construct, *words.ancestors(construct)]
    return above[-2] if len(above) > 1 else construct


def write_map(frame: pd.DataFrame) -> str:
    """Mapping rows as CSV, without the keys of this database."""
    kept = [c for c in frame.columns if c not in ("study_id", "construct_no", "id", "superseded_by")]
    return str(frame[kept].to_csv(index=False))
