"""Hypotheses as stated, with the names the tables use and the verdict the paper gives."""

from collections import defaultdict
from dataclasses import replace

from evidence.read.partial import Findings, Found
from evidence.read.reconcile.joining import fill
from evidence.read.reconcile.vocabulary import Vocabulary, key_of
from evidence.records import Hypothesis, Path

__all__ = ["join_hypotheses", "nulls_alike", "told_by_paths"]


def join_hypotheses(
    tables: tuple[Found[Hypothesis], ...],
    rows: tuple[Found[Path], ...],
    text: tuple[Found[Hypothesis], ...],
    words: Vocabulary,
) -> list[Found[Hypothesis]]:
    """One entry per label, in the order of the labels: the table's ends and verdict before the text's."""
    told: dict[str, list[Found[Hypothesis]]] = defaultdict(list)
    for found in (*tables, *(_of_path(p) for p in rows if p.value.hypothesis)):
        told[found.value.label].append(found)
    said: dict[str, list[Found[Hypothesis]]] = defaultdict(list)
    for found in text:
        said[found.value.label].append(_resolved(found, words))
    joined = []
    stated = [label for label, found in said.items() if label in told or any(f.value.statement for f in found)]
    for label in sorted({*told, *said}, key=_order):
        loose = label not in told and label not in stated
        if loose and (told or stated) and not _between(label, {*told, *stated}):
            continue  # a label of another paper, or half of a range
        joined.append(_one(told.get(label, []), said.get(label, []), words))
    return joined


def told_by_paths(
    stated: list[Found[Hypothesis]], paths: list[Found[Path]], said: tuple[Found[Hypothesis], ...]
) -> list[Found[Hypothesis]]:
    """Hypotheses that are only judged take their ends from the one path that is told with their label."""
    found = []
    for one in stated:
        told = [p for p in paths if p.value.hypothesis == one.value.label and p.value.from_ and p.value.to]
        ends = {(key_of(p.value.from_), key_of(p.value.to)) for p in told}
        silent = not any(h.value.statement or h.value.from_ for h in said if h.value.label == one.value.label)
        if len(ends) == 1 and silent and not one.value.from_ and not one.value.to:
            path = told[0].value
            source, _, moderator = path.from_.partition(" × ")
            ends_told = replace(one.value, from_=source, to=path.to, via=path.via, moderator=moderator or None)
            one = replace(one, value=ends_told)
        found.append(one)
    return found


def nulls_alike(tables: Findings, prose: Findings) -> Findings:
    """The tables with `H01` for their H1, where the text states null hypotheses and no H1."""
    stated = {found.value.label for found in prose.hypotheses}
    zeroed = {f"H{label[2:]}": label for label in stated if label.startswith("H0") and f"H{label[2:]}" not in stated}
    if not zeroed:
        return tables
    return replace(
        tables,
        hypotheses=tuple(
            replace(f, value=replace(f.value, label=zeroed.get(f.value.label, f.value.label)))
            for f in tables.hypotheses
        ),
        paths=tuple(
            replace(f, value=replace(f.value, hypothesis=zeroed.get(f.value.hypothesis or "", f.value.hypothesis)))
            for f in tables.paths
        ),
    )


def _between(label: str, known: set[str]) -> bool:
    """Whether a judged hypothesis is one of the paper's, which it stated in other words: H3 between H2 and H4."""
    numbers = {_order(one)[0] for one in known}
    own = _order(label)[0]
    return label[1:].isdigit() and own not in numbers and min(numbers) < own < max(numbers)


def _order(label: str) -> tuple[int, str]:
    digits = "".join(c for c in label[1:] if c.isdigit() or c == "-").split("-")[0]
    return int(digits or 0), label


def _of_path(found: Found[Path]) -> Found[Hypothesis]:
    path = found.value
    value = Hypothesis(
        path.hypothesis or "", from_=path.from_ or None, to=path.to or None, via=path.via, verdict=path.verdict
    )
    return Found(
        value, {k: v for k, v in found.spans.items() if k == "verdict"}, found.where, found.confidence, found.page
    )


def _one(told: list[Found[Hypothesis]], said: list[Found[Hypothesis]], words: Vocabulary) -> Found[Hypothesis]:
    """Ends that several rows give alike stand; ends or verdicts on which rows differ are left to the text."""
    first = (told or said)[0]
    if told:
        pairs = [(f.value.from_, f.value.to) for f in told if f.value.from_ and f.value.to]
        ends = {tuple(key_of(words.find(name) or name) for name in pair) for pair in pairs}
        verdicts = {f.value.verdict for f in told if f.value.verdict}
        for other in told[1:]:
            first = fill(first, other)
        if len(ends) > 1:
            first = replace(first, value=replace(first.value, from_=None, to=None, via=None))
        if len(verdicts) > 1:
            first = replace(
                first,
                value=replace(first.value, verdict=None),
                spans={k: v for k, v in first.spans.items() if k != "verdict"},
            )
    for other in said:
        if other is first:
            continue
        # where the table gives both ends, the sentence's are another way to say them, and nothing is lacking
        if not (first.value.from_ and first.value.to) and other.value.from_ and other.value.to:
            first = replace(first, value=replace(first.value, from_=None, to=None))
        first = fill(first, other)
    return first


def _resolved(found: Found[Hypothesis], words: Vocabulary) -> Found[Hypothesis]:
    value = found.value
    return replace(
        found,
        value=replace(
            value,
            from_=words.find(value.from_) or value.from_,
            to=words.find(value.to) or value.to,
            via=words.find(value.via) or value.via,
            moderator=words.find(value.moderator) or value.moderator,
        ),
    )
