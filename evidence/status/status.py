"""What is known of a work as of a date, what follows for its use, and how that is said."""

from dataclasses import dataclass
from typing import Literal

from evidence.status.notice import Notice

__all__ = ["FALLEN", "USES", "Said", "State", "Status", "Use", "since", "words"]

State = Literal[
    "none",
    "corrected",
    "expression-of-concern",
    "partially-retracted",
    "retracted",
    "retracted-and-replaced",
    "withdrawn",
    "removed",
    "reinstated",
    "notice",
    "related-retracted",
    "suspected-retracted",
    "unknown",
]
Use = Literal[
    "exclude",
    "hold",
    "sensitivity",
    "keep-check-correction",
    "keep-check-history",
    "keep",
    "keep-recheck",
    "not-evidence",
]
USES: dict[State, Use] = {
    "retracted": "exclude",
    "withdrawn": "exclude",
    "removed": "exclude",
    "retracted-and-replaced": "hold",
    "suspected-retracted": "hold",
    "related-retracted": "hold",
    "expression-of-concern": "sensitivity",
    "partially-retracted": "sensitivity",
    "corrected": "keep-check-correction",
    "reinstated": "keep-check-history",
    "none": "keep",
    "unknown": "keep-recheck",
    "notice": "not-evidence",
}
FALLEN: tuple[State, ...] = ("retracted", "removed", "withdrawn", "retracted-and-replaced")
_PHRASES: dict[State, str] = {
    "retracted": "retracted",
    "withdrawn": "withdrawn",
    "removed": "removed",
    "retracted-and-replaced": "retracted and replaced",
    "suspected-retracted": "marked as retracted without a notice",
    "related-retracted": "a version of a retracted work",
    "expression-of-concern": "under an expression of concern",
    "partially-retracted": "partially retracted",
    "corrected": "corrected",
    "reinstated": "reinstated",
    "notice": "itself an editorial notice, not evidence",
}


@dataclass(frozen=True)
class Said:
    """What one source said when asked, and as of when."""

    source: str
    name: str
    words: str
    snapshot: str | None = None
    answered: bool = True


@dataclass(frozen=True)
class Status:
    """The editorial status of one work as of a date.

    `notices` are the notices matched to the work and dated up to then, in order; `decisive` those the status rests on.
    """

    status: State
    use: Use
    effective_date: str | None = None
    conflict: bool = False
    needs_confirmation: bool = False
    reason_class: str | None = None
    related: str | None = None
    related_status: State | None = None
    reason_classes: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    decisive: tuple[Notice, ...] = ()
    said: tuple[Said, ...] = ()
    as_of: str | None = None

    def __str__(self) -> str:
        return words(self)


def since(status: State, date: str | None) -> str:
    """The status with its date, for a table cell."""
    text = _PHRASES.get(status, "no notice known" if status == "none" else "unknown")
    return f"{text} since {date}" if date else text


def words(status: Status) -> str:
    """The status as a sentence; a work without a notice is never called free of them.

    >>> words(Status("none", "keep", as_of="2026-01-01", said=(Said("crossref", "Crossref", "no notice"),)))
    'no notice known as of 2026-01-01 from Crossref'
    """
    when = f" as of {status.as_of}" if status.as_of else ""
    asked = [_asked(said) for said in status.said if said.answered]
    failed = [f"{said.name} ({said.words})" for said in status.said if not said.answered]
    clean = f"no notice known{when} from {', '.join(asked)}" if asked else f"no notice known{when}, no source was asked"
    if status.status == "none":
        parts = [clean]
    elif status.status == "unknown":
        parts = [f"unknown{when}", *([clean] if asked else [] if failed else ["no source was asked"])]
    else:
        parts = [since(status.status, status.effective_date) + when]
        if status.decisive:
            names = {said.source: said.name for said in status.said}
            sources = dict.fromkeys(names.get(notice.source, notice.source) for notice in status.decisive)
            parts[0] += f" according to {', '.join(sources)}"
    if status.related:
        parts.append(f"related to {status.related} ({since(status.related_status or 'unknown', None)})")
    if status.conflict:
        parts.append("the sources disagree")
    if status.needs_confirmation:
        parts.append("to be confirmed by a person")
    if failed:
        parts.append("could not be asked: " + ", ".join(failed))
    return "; ".join(parts)


def _asked(said: Said) -> str:
    return f"{said.name} of {said.snapshot}" if said.snapshot else said.name
