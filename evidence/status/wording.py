"""Wording that paraphrasing machines leave behind: "counterfeit consciousness" for artificial intelligence.

A signal for a person, never a reason to exclude. Hits count in running text only: quotations, reference lists, and
papers about such phrases are exempt, and so are literal readings that the dictionary names. Cabanac, Labbé &
Magazinov 2021, arXiv:2107.06751.
"""

import csv
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from evidence import assets

__all__ = ["Phrase", "Strength", "dictionary", "level", "phrases", "strength"]

Strength = Literal["none", "single", "strong"]
_STRONG = 3  # different phrases

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
_GAP = re.compile(r"[\s\u00ad-]{1,4}|[‐‑–]")
_QUOTED = re.compile(
    r'“[^“”]{1,1000}”|"[^"\n]{1,600}"|«[^«»]{1,1000}»|(?<!\w)‘[^‘’]{1,300}’(?!\w)|^[ \t]*>.*$', re.MULTILINE
)
_HEADING = r"^[ \t]*(?:#+\s*|\*\*|\d+\.?\s+)?"
_REFERENCES = re.compile(
    _HEADING + r"(?:bibliography|(?:references|literature|works)(?:\s+cited)?|参考文献)[ \t]*(?:\*\*|:)?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_AFTER_REFERENCES = re.compile(
    _HEADING
    + r"(?:abstract|introduction|appendi\w+|supplement\w*|research\s+article|author\s+biograph\w*)\b[^\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_ABOUT_THEM = re.compile(r"\btortured\s+phrases?\b", re.IGNORECASE)
_EXPLAINED = re.compile(r"^\W{0,3}(?:\[?sic\b|\(?\s*(?:instead\s+of|rather\s+than|meaning|i\.e\.,?)\s)", re.IGNORECASE)


@dataclass(frozen=True)
class Phrase:
    """A phrase as the text has it, what it stands for, and where it is."""

    phrase: str
    stands_for: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    stands_for: str
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()


def _plain(word: str) -> str:
    """A word without case and without the differences of British and American spelling."""
    word = word.lower().replace("’", "'").replace("`", "'").replace("our", "or").replace("ll", "l")
    return re.sub(r"is(?=e|ing|ation)", "iz", word)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in _WORD.findall(text))


def _compositions(pattern: str, least: int) -> Iterator[str]:
    """All readings of a pattern `word>substitute|substitute word` in which at least so many words are replaced."""
    slots: list[list[tuple[str, int]]] = []
    for slot in pattern.split():
        own, _, others = slot.partition(">")
        slots.append([(word, 0) for word in own.split("|")] + [(word, 1) for word in others.split("|") if word])
    for choice in itertools.product(*slots):
        if sum(replaced for _, replaced in choice) >= least:
            yield " ".join(word for word, _ in choice)


@cache
def dictionary() -> dict[str, tuple[_Entry, ...]]:
    """The phrases by their first word, longest first: `seeds/phrases.csv` and the terms of `seeds/phrase_terms.csv`."""
    entries: dict[tuple[str, ...], _Entry] = {}
    for row in _rows("phrase_terms.csv"):
        for text in _compositions(row["pattern"], int(row["least"])):
            entries[_words(text)] = _Entry(_words(text), row["term"])
    for row in _rows("phrases.csv"):
        words = _words(row["phrase"])
        entries[words] = _Entry(
            words, row["stands_for"], frozenset(_words(row["not_before"])), frozenset(_words(row["not_after"]))
        )
    by_first: dict[str, list[_Entry]] = {}
    for entry in sorted(entries.values(), key=lambda entry: -len(entry.words)):
        by_first.setdefault(entry.words[0], []).append(entry)
    return {word: tuple(found) for word, found in by_first.items()}


def _rows(name: str) -> Iterable[dict[str, str]]:
    return csv.DictReader(assets.read_text(assets.seeds(name)).splitlines())


def _exempt(text: str) -> list[tuple[int, int]]:
    """The spans of quotations and reference lists."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    for heading in _REFERENCES.finditer(text):
        following = _AFTER_REFERENCES.search(text, heading.end())
        spans.append((heading.start(), following.start() if following else len(text)))
    return spans


def phrases(text: str) -> list[Phrase]:
    """Every tortured phrase in the running text, as printed, with what it stands for.

    >>> [(p.phrase, p.stands_for) for p in phrases("An irregular woodland was trained.")]
    [('irregular woodland', 'random forest')]
    """
    if _ABOUT_THEM.search(text):
        return []
    spans = list(_WORD.finditer(text))
    words = [_plain(match[0]) for match in spans]
    known = dictionary()
    exempt = _exempt(text)
    found: list[Phrase] = []
    i = 0
    while i < len(words):
        entry = next((e for e in known.get(words[i], ()) if _stands(text, words, spans, i, e)), None)
        if entry is None:
            i += 1
            continue
        start, end = spans[i].start(), spans[i + len(entry.words) - 1].end()
        if not any(low < end and start < high for low, high in exempt) and not _EXPLAINED.match(text[end : end + 40]):
            found.append(Phrase(" ".join(text[start:end].split()), entry.stands_for, start, end))
        i += len(entry.words)
    return found


def _stands(text: str, words: Sequence[str], spans: Sequence[re.Match[str]], i: int, entry: _Entry) -> bool:
    """Whether the phrase stands at word i, unbroken by punctuation, and not in a reading that is literal."""
    last = i + len(entry.words) - 1
    if last >= len(words) or tuple(words[i:last]) != entry.words[:-1]:
        return False
    if words[last] != entry.words[-1] and words[last] != entry.words[-1] + "s":
        return False
    if any(not _GAP.fullmatch(text[spans[k].end() : spans[k + 1].start()]) for k in range(i, last)):
        return False
    follows = words[last + 1] if last + 1 < len(words) and _close(text, spans[last], spans[last + 1]) else ""
    precedes = words[i - 1] if i and _close(text, spans[i - 1], spans[i]) else ""
    return follows not in entry.not_before and precedes not in entry.not_after


def _close(text: str, a: re.Match[str], b: re.Match[str]) -> bool:
    return bool(_GAP.fullmatch(text[a.end() : b.start()]))


def _different(found: Iterable[Phrase]) -> int:
    return len({_words(phrase.phrase) for phrase in found})


def strength(found: Sequence[Phrase]) -> Strength:
    """`none`, `single`, or `strong` for three or more different phrases."""
    count = _different(found)
    return "none" if not count else "strong" if count >= _STRONG else "single"


def level(found: Sequence[Phrase]) -> Literal["note", "warn", "error"] | None:
    """One phrase is a note, two a warning, three different ones an error-level signal that still excludes nothing."""
    count = _different(found)
    return None if not count else "note" if count == 1 else "warn" if count < _STRONG else "error"
