"""Short names as the paper defines them: `perceived usefulness (PU)`, `PU = perceived usefulness`, `UV represents ...`."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.model import Source
from evidence.read.prose.mentions import mentions
from evidence.read.prose.relations.relation import construct_phrase
from evidence.read.prose.sentences import Passage

__all__ = ["abbreviations"]

_SHORT = r"[A-Z][A-Za-z0-9&-]{0,9}"
_BRACKETED = re.compile(rf"\((?:hereafter\s+)?[\"'“]?(?P<short>{_SHORT})[\"'”]?\)")
_BEFORE = re.compile(r"(?:[ ]+[\w'’/-]+){1,7}")  # read from the bracket back
_DEFINED = re.compile(
    rf"(?<![\w.])(?P<short>{_SHORT})\s*(?:=|[:：]|为|\b(?:represents|denotes|stands\s+for|refers\s+to|means)\b)\s*(?P<long>[A-Za-z][\w '’/-]{{2,60}}?|[\u4e00-\u9fff]{{2,15}})(?=\s*(?:[,;.。；]|$|\band\b))"
)
_WORDS = re.compile(r"[A-Za-z]+(?:['’]s)?")
_NOT_SHORT = frozenset(
    (
        "H",
        "Table",
        "Figure",
        "Fig",
        "Note",
        "Notes",
        "Model",
        "Source",
        "Study",
        "Time",
        "Group",
        "Mean",
        "The",
        "This",
        "Step",
    )
)
_VERBS = ("represents", "denotes", "stands for")
_STATES = re.compile(rf"\b(?:{'|'.join(_VERBS)})\b")
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "an", "with"])


def abbreviations(source: Source, passages: tuple[Passage, ...]) -> dict[str, str]:
    """Every short name with the words it stands for; the first definition stands."""
    found: dict[str, str] = {}
    for passage in passages:
        _bracketed(passage.text, found)
        if mentions(passage.text, _VERBS) and _STATES.search(passage.text):
            _definitions(passage.text, found)
    for grid in source.grids:
        _definitions(grid.notes, found)
        for row in grid.rows:
            for cell in row:
                if "(" in cell.text:
                    _bracketed(cell.text, found)
    return found


def _bracketed(text: str, found: dict[str, str]) -> None:
    """`perceived usefulness (PU)`: the words right before a bracket."""
    for match in _BRACKETED.finditer(text):
        words = _BEFORE.match(text[max(0, match.start() - 120) : match.start()][::-1])
        if words and (long := _expansion(match["short"], words[0][::-1])):
            found.setdefault(match["short"], long)


def _definitions(text: str, found: dict[str, str]) -> None:
    for match in _DEFINED.finditer(" ".join(text.split())):
        short, long = match["short"], match["long"].strip()
        if short in _NOT_SHORT or len(short) < 2 or (long.upper() == long and long.isascii()):
            continue
        if not long.isascii() or _spells(short, _WORDS.findall(long)):
            found.setdefault(short, construct_phrase(long) or long)


def _expansion(short: str, words: str) -> str | None:
    """The words before the bracket that the letters spell.

    >>> _expansion("PU", "we argue that the perceived usefulness ")
    'perceived usefulness'
    """
    if sum(c.isupper() for c in short) < 2 or short in _NOT_SHORT:
        return None
    parts = words.split()
    for count in range(1, len(parts) + 1):
        tail = parts[-count:]
        if tail[0].lower() in _SMALL:
            continue
        if _spells(short, tail):
            return " ".join(tail)
    return None


_HYPHEN = re.compile(r"[-/]")


def _spells(short: str, words: list[str]) -> bool:
    """Whether the letters come from the words in order, the first letter of the first word among them."""
    letters = [c for c in short.lower() if c.isalpha()]
    pieces = [p for w in words for p in _HYPHEN.split(w.lower()) if p]
    if not letters or not pieces or pieces[0][0] != letters[0]:
        return False
    initials = [p[0] for p in pieces]
    strong = [p[0] for p in pieces if p not in _SMALL]
    if letters in (initials, strong) or "".join(letters).rstrip("s") == "".join(strong):
        return True
    # each letter somewhere in its word, words in order: SUB from substitution, KGap from knowledge gap
    joined = "".join(pieces)
    position = -1
    for letter in letters:
        position = joined.find(letter, position + 1)
        if position < 0:
            return False
    return len(letters) >= 3 and len(pieces) <= len(letters)
