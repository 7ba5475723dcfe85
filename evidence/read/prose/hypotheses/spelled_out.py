"""Lists inside a hypothesis: `H1: X affects (a) Y and (b) Z` is H1a and H1b."""

import re
from dataclasses import replace

from evidence.read.prose.hypotheses.bracketed import behind_constructs
from evidence.read.prose.hypotheses.of_one_moderator import moderated_effects
from evidence.read.prose.relations.relation import Relation, construct_phrase, relation

__all__ = ["spelled_out"]

_JOINING = re.compile(r"(?:^|[\s,;])(?:and|or)$", re.IGNORECASE)
_MARKER = re.compile(r"(?<!\w)\(?(?P<letter>[a-h])\)\s*", re.IGNORECASE)


def spelled_out(text: str, label: str, series: tuple[str, ...] = ()) -> list[tuple[str, str, Relation | None]]:
    """The labels of a statement, each with its words and relation; `series` are the letters of `H1a-c`.

    >>> [(label, tie.to) for label, _, tie in spelled_out("Salt lowers (a) joy and (b) calm", "H1") if tie]
    [('H1a', 'joy'), ('H1b', 'calm')]
    """
    label = label[:-1] if series else label
    doubly = f"({label}a)" in text.replace(" ", "")  # `(a) joy (H1a) and (b) calm (H1b)`
    inner = (moderated_effects(text) or behind_constructs(_MARKER.sub("", text))) if doubly else {}
    if len(inner) > 1 and all(other.startswith(label) for other in inner):
        return [(other, text, tie) for other, tie in inner.items()]
    marks = list(_MARKER.finditer(text))
    letters = [m["letter"].lower() for m in marks]
    if len(marks) < 2 or letters != [chr(ord("a") + i) for i in range(len(marks))] or not label[1:].isdigit():
        if series:  # which of its constructs is whose is not told
            return [(f"{label}{letter}", text, None) for letter in series]
        return [(label, text, relation(text))]
    head = text[: marks[0].start()]
    bounds = [*(m.start() for m in marks[1:]), len(text)]
    items = [_JOINING.sub("", text[m.end() : end].strip()).strip(" ,;") for m, end in zip(marks, bounds, strict=True)]
    whole: list[Relation | None] = [_on_its_own(item) or relation(f"{head} {item}") for item in items]
    whole = _with_the_end_of_the_next(head, items, whole)
    alone = not any(tie and tie.moderator for tie in whole[:-1])
    if alone and whole[-1] and (behind := _shared_end(items[-1], whole[-1])):
        whole = [relation(f"{head} {item} {behind}") or tie for item, tie in zip(items[:-1], whole, strict=False)] + [
            whole[-1]
        ]
    last = whole[-1] or relation(items[-1])
    if last and not any(whole[:-1]):  # `(a) trust and (b) habit affect loyalty`: the verb stands behind the last
        whole = [*(replace(last, from_=construct_phrase(item)) for item in items[:-1]), last]
    said = [item if _on_its_own(item) else f"{head}{item}" for item in items]
    return [(f"{label}{letter}", words, tie) for letter, words, tie in zip(letters, said, whole, strict=True)]


_MEDIATES = re.compile(r"\S\s+(?:\w+ly\s+)?(?:mediates?|moderates?)\s", re.IGNORECASE)


def _on_its_own(item: str) -> Relation | None:
    """`..., and (d) pride mediates the relationship of salt with joy`: an item that is a statement of its own."""
    tie = relation(item) if _MEDIATES.search(item) else None
    return tie if tie and tie.from_ and tie.to else None


def _with_the_end_of_the_next(head: str, items: list[str], whole: list[Relation | None]) -> list[Relation | None]:
    """`mediates the effects of (a) crust, (b) salt and (c) rye on joy`: what stands behind the last is said of all."""
    found = list(whole)
    for i in range(len(items) - 2, -1, -1):
        following = found[i + 1]
        if found[i] is not None or following is None or _on_its_own(items[i + 1]):
            continue
        name = following.from_ or ""
        at = items[i + 1].lower().find(name.lower()) if name else -1
        behind = items[i + 1][at + len(name) :].strip() if at == 0 else ""
        if _BINDS.match(behind):
            found[i] = relation(f"{head} {items[i]} {behind}")
            items[i] = f"{items[i]} {behind}" if found[i] else items[i]
    return found


def _shared_end(item: str, tie: Relation) -> str:
    """`... of (a) joy, (b) calm, and (c) salt with sales`: what stands behind the last holds for all."""
    name = tie.from_ or ""
    at = item.lower().find(name.lower()) if name and tie.moderator else -1
    behind = item[at + len(name) :].strip() if at >= 0 else ""
    return behind if _BINDS.match(behind) else ""


_BINDS = re.compile(r"(?:with|on|upon|and|to)\s", re.IGNORECASE)
