"""Which works a paper cites had fallen when it cited them.

Retracted before the paper was submitted is a warning, afterwards a note; a citation that itself says "retracted" is
no problem.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from evidence.status import dates, titles
from evidence.status.identifiers import doi
from evidence.status.index import Index
from evidence.status.notice import Notice
from evidence.status.resolution import resolve
from evidence.status.status import FALLEN, Status

__all__ = ["Contaminated", "Contamination", "contamination"]

_SAYS_SO = re.compile(r"\b(?:retract(?:ed|ion)|withdrawn)\b", re.IGNORECASE)
_NEAR = 80  # characters between a citation and the word that tells the reader
_WHEN = ("received", "submitted", "revised", "accepted", "published")


@dataclass(frozen=True)
class Contaminated:
    """One fallen work in the reference list: its place, its status, and whether it had fallen before the paper."""

    reference: int
    label: str | None
    status: Status
    level: Literal["warn", "note"]
    exempt: bool = False
    authors_compared: bool = True

    @property
    def at(self) -> str:
        """The place in the record, as a JSON pointer."""
        return f"/references/{self.reference}"


@dataclass(frozen=True)
class Contamination:
    """What a paper builds on: how many works it cites, and which of them had fallen."""

    cited: int
    fallen: tuple[Contaminated, ...] = ()
    citing_date: str | None = None

    @property
    def counted(self) -> tuple[Contaminated, ...]:
        """The fallen works that the paper cites as if they stood."""
        return tuple(found for found in self.fallen if not found.exempt)

    @property
    def share(self) -> float | None:
        """The part of the reference list that had fallen."""
        return len(self.counted) / self.cited if self.cited else None


def contamination(
    record: Mapping[str, Any], index: Index, *, as_of: str | None = None, text: str | None = None
) -> Contamination:
    """The cited works of a record that had fallen as of a date.

    `text` is the text the record's spans point into; with it authors are compared where a reference has no DOI, and
    citations that call the work retracted are found. A match by title alone needs a person to confirm it.
    """
    references = record.get("references") or []
    citing = _citing_date(record.get("document") or {})
    fallen = []
    for i, reference in enumerate(references):
        printed = _printed(reference, text)
        paper, compared = _paper(reference, printed, index)
        notices = sorted(index.find(paper), key=lambda notice: notice.source)
        if not notices:
            continue
        sources: dict[str, list[Notice]] = {
            key: list(group) for key, group in groupby(notices, key=lambda notice: notice.source)
        }
        status = resolve(paper, sources, as_of)
        if status.status in FALLEN:
            exempt = bool(_SAYS_SO.search(f"{reference.get('title') or ''} {printed}")) or _said_in_text(
                reference, text
            )
            level: Literal["warn", "note"] = "warn" if _before(status.effective_date, citing) else "note"
            fallen.append(Contaminated(i, reference.get("label"), status, level, exempt, compared))
    return Contamination(len(references), tuple(fallen), citing)


def _citing_date(document: Mapping[str, Any]) -> str | None:
    """When the paper was submitted, or the next later date that is known."""
    printed = document.get("dates") or {}
    known = (dates.parse(printed.get(name)) for name in _WHEN)
    return next((when for when in known if when), None) or dates.parse(document.get("year"))


def _before(fell: str | None, citing: str | None) -> bool:
    """Whether the work surely fell before the paper; the same year without a day proves nothing."""
    if fell is None or citing is None:
        return False
    digits = min(len(fell), len(citing))
    return fell[:digits] < citing[:digits]


def _printed(reference: Mapping[str, Any], text: str | None) -> str:
    span = reference.get("text_at")
    return text[span[0] : span[1]] if text and span else ""


def _paper(reference: Mapping[str, Any], printed: str, index: Index) -> tuple[dict[str, Any], bool]:
    """The reference as a paper; its authors are those of a work of the same title that its text names."""
    paper: dict[str, Any] = {
        "doi": doi(reference.get("doi")) or doi(printed),
        "title": reference.get("title"),
        "year": reference.get("year"),
    }
    if paper["doi"]:
        return paper, True
    candidates = index.by_title(titles.normal(reference.get("title")), dates.year_of(reference.get("year")))
    authors = {family for notice in candidates for family in notice.of.families}
    if printed:
        named = set(titles.normal(printed).split())
        authors = {family for family in authors if family in named}
    return {**paper, "authors": [f"{family}," for family in sorted(authors)]}, bool(printed)


def _said_in_text(reference: Mapping[str, Any], text: str | None) -> bool:
    """Whether a citation in the text calls the work retracted."""
    label, span = str(reference.get("label") or "").strip("[]. "), reference.get("text_at") or (0, 0)
    if not text or not label:
        return False
    cited = rf"\[[^\[\]]*\b{re.escape(label)}\b[^\[\]]*\]" if label.isdecimal() else re.escape(label)
    return any(
        _SAYS_SO.search(text[max(0, match.start() - _NEAR) : match.end() + _NEAR])
        for match in re.finditer(cited, text)
        if not span[0] <= match.start() < span[1]
    )
