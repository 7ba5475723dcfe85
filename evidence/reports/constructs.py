"""The vocabulary and its mapping as sections: the tree, what is not placed, what stands and stood, what is confused."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from evidence.reports.claims import table
from evidence.reports.report import Section
from evidence.store.query import Answer

if TYPE_CHECKING:
    import pandas as pd

    from evidence.constructs import Proposal, Proposals, Vocabulary
    from evidence.constructs.confusion import Confusion
    from evidence.store.mappings import Name

__all__ = ["mapping", "tree", "unplaced", "warnings"]

WEAK = 0.4  # below this, what a name shares with a construct is seldom what it means


def tree(words: "Vocabulary", studies: Mapping[str, set[int]], below: str | None, only_used: bool) -> list[Section]:
    """The vocabulary as a tree; studies: reporting the construct itself, and it or anything below it."""
    together = {
        construct.id: set().union(*(studies.get(i, set()) for i in (construct.id, *words.descendants(construct.id))))
        for construct in words
    }
    rows = []

    def walk(construct: str, depth: int) -> None:
        if only_used and not together[construct]:
            return
        own, entry = len(studies.get(construct, ())), words[construct]
        rows.append(("· " * depth + entry.label, own or None, len(together[construct]) or None, entry.theory, entry.id))
        for child in words.children.get(construct, ()):
            walk(child, depth + 1)

    for root in (below,) if below else words.children.get("", ()):
        walk(root, 0)
    said = f"{len(words)} constructs, {len(studies)} of them reported. studies report it; below: it or what is below."
    columns = ("construct", "studies", "below", "theory", "id")
    return [Section("Vocabulary", Answer(columns, tuple(rows)), said)]


def unplaced(found: "Sequence[tuple[Name, Proposals]]", words: "Vocabulary", shown: int = 3) -> list[Section]:
    """Names nobody has placed: the ranked proposals, their score, and why."""
    rows: list[tuple[Any, ...]] = []
    for name, proposals in found:
        sure = proposals.best
        ranked = _worth_showing(proposals, shown - (sure is not None))
        for place, each in enumerate(([sure] if sure else []) + ranked):
            first = place == 0
            label = words[each.construct].label + (" (reversed)" if each.polarity < 0 else "")
            why = "; ".join(each.why) if sure is each or not first else f"ask a person: {proposals.reason}"
            rows.append((name.name if first else "", name.study if first else "", label, each.score, why))
        if not sure and not ranked:
            rows.append((name.name, name.study, None, None, proposals.reason))
    if not found:
        return [Section("Names no one has placed", remark="Every reported name has its place.")]
    said = (
        f"{len(found)} names. 'evidence constructs accept NAME CONSTRUCT --coder YOU' places one; nothing is placed"
        " because a program was sure."
    )
    return [
        Section("Names no one has placed", Answer(("name", "study", "proposal", "score", "why"), tuple(rows)), said)
    ]


def _worth_showing(proposals: "Proposals", most: int) -> "list[Proposal]":
    """The proposals beside the best one that a person may still prefer: near it, and not near nothing."""
    others = [each for each in proposals.ranked if each is not proposals.best]
    top = proposals.ranked[0].score if proposals.ranked else 0
    least = top if top == 1 else max(WEAK, top / 2)
    return [each for each in others if each.score >= least][:most]


def mapping(frame: "pd.DataFrame", with_history: bool) -> list[Section]:
    """What stands, and with history what stood before."""
    columns = [
        "reported",
        "study",
        "construct",
        "method",
        "score",
        "coder",
        "decided_at",
        "polarity",
        "map",
        "construct_id",
    ]
    stands = frame[frame["status"] == "current"]
    sections = [Section("Mapping", table(stands, columns), f"{len(stands)} names have their place.")]
    if with_history:
        before = frame[frame["status"] != "current"]
        by = dict(zip(frame["id"], frame["construct"], strict=True))
        before = before.assign(now=before["superseded_by"].map(by))
        told = ["reported", "study", "construct", "now", "method", "coder", "decided_at", "polarity", "map"]
        sections.append(
            Section("Superseded", table(before, told), "Kept as they were decided.")
            if len(before)
            else Section("Superseded", remark="Nothing was ever decided otherwise.")
        )
    return sections


def warnings(found: "Sequence[Confusion]") -> list[Section]:
    """Pairs to look at before pooling them together (jingle) or apart (jangle)."""
    rows = tuple(
        (each.kind, each.first.name, each.second.name, each.by, each.similarity, each.first.study, each.second.study)
        for each in found
    )
    said = (
        "jingle: one name, different things; jangle: two names, one thing. similarity of items, definitions, position."
    )
    if not rows:
        return [Section("Jingle and jangle", remark=f"None found. {said}")]
    columns = ("kind", "first", "second", "by", "similarity", "study", "other_study")
    return [Section("Jingle and jangle", Answer(columns, rows), said)]
