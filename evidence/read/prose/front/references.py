"""The reference list: numbered or not, merged or split by a converter; label, year, DOI and title of each entry."""

import re

from evidence.read.clear import cleared
from evidence.read.model import Source
from evidence.records import Reference

__all__ = ["references"]

_ENTRY = re.compile(r"(?:^|\n|(?<=\s))(?:-\s+)?(?P<label>\[\d{1,3}\])\s*(?=\S)")
_NUMBERED = re.compile(r"^\s*(?:-\s+)?(?P<label>\[\d{1,3}\]|\d{1,3}\.)\s*")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>\])}]+")
_YEAR = re.compile(r"\((?P<a>(?:19|20)\d\d)[a-z]?\)|[,.\s](?P<b>(?:19|20)\d\d)[a-z]?\b(?!\s*[-–]\s*\d)")
_QUOTED = re.compile(r"[\"“«](?P<t>[^\"”»]{8,300}?)[,.]?[\"”»]")
_AFTER_YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?(?:,[^)]*)?\)[.,:]?\s*(?P<t>[^.?!]{8,300}[.?!])")
_CHINESE = re.compile(r"[.\]]\s*(?P<t>[^.\[\]]{4,200}?)\s*\[[A-Z](?:/OL)?\]")
_AUTHORS_THEN = re.compile(r"^(?:[^.]*?(?:et al\.?|(?:[A-Z]\.\s?)+|[A-Z]{1,3}[,.]))\s*(?P<t>[A-Z][^.?!]{12,250})[.?!]")


def references(source: Source) -> tuple[Reference, ...]:
    """Every entry with its place; the place is the whole entry."""
    found: list[Reference] = []
    for block in source.blocks:
        if block.kind != "reference":
            continue
        text = source.of(block)
        for start, end in _entries(text):
            reference = _reference(text[start:end], block.span[0] + start, source.marked)
            if reference:
                found.append(reference)
    return tuple(found)


_DASHED = re.compile(r"(?:^|\n)(?=\s*-\s+\S)")


def _entries(text: str) -> list[tuple[int, int]]:
    """The entries of one block: a converter may have run several together."""
    marks = [m.start("label") for m in _ENTRY.finditer(text)] if "[" in text else []
    if len(marks) < 2:
        lines = [m.start() for m in _DASHED.finditer(text)] if "- " in text or "-\n" in text else []
        marks = lines if len(lines) > 1 else []
    if not marks:
        return [(0, len(text))]
    if text[: marks[0]].strip(" -\n"):
        marks.insert(0, 0)
    return list(zip(marks, [*marks[1:], len(text)], strict=True))


def _reference(raw: str, start: int, marked: bool) -> Reference | None:
    left, right = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    text = " ".join(cleared(raw, marked).split())
    if len(text) < 15:
        return None
    label = _NUMBERED.match(text)
    body = text[label.end() :] if label else text.lstrip("- ")
    doi = _DOI.search(text) if "10." in text else None
    year = _YEAR.search(body)
    title = next(
        (m["t"].strip(" .,") for p in (_QUOTED, _AFTER_YEAR, _CHINESE, _AUTHORS_THEN) if (m := p.search(body))), None
    )
    return Reference(
        label=label["label"].rstrip(".") if label else None,
        text_at=(start + left, start + right),
        doi=doi[0].rstrip(".,;") if doi else None,
        title=title,
        year=(year["a"] or year["b"]) if year else None,
    )
