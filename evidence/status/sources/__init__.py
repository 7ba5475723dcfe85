"""Where notices come from: one file per source, each turning what the source says into plain notices.

A source answers for itself and is never merged with another; an error is an answer of its own and never reads as
"clean".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from evidence.errors import EvidenceError, UsageError, nearest
from evidence.registry import members
from evidence.status import dates
from evidence.status.notice import Answer, Notice, Work

__all__ = ["Source", "answers", "known"]


@dataclass(frozen=True)
class Source:
    """A source of notices: the key under which its data arrive, the name a reader knows, and how to read one answer."""

    key: str
    name: str
    read: Callable[[Any, Work], Answer]


@cache
def known() -> dict[str, Source]:
    """The sources, by key."""
    return {source.key: source for _, source in members(__name__, "SOURCE")}


def answers(sources: Mapping[str, Any], work: Work) -> list[Answer]:
    """What each source says when asked about the work.

    Data may be what the source returned, notices read earlier (from an index or a database), or an envelope
    `{"fetched": DATE, "data": ...}`.
    """
    return [_answer(key, data, work) for key, data in sources.items()]


def _answer(key: str, data: Any, work: Work) -> Answer:
    snapshot = None
    if isinstance(data, Mapping) and data.keys() <= {"data", "fetched", "error"} and "fetched" in data:
        snapshot = dates.parse(data["fetched"])
        data = data if data.get("error") else data.get("data")
    if error := _error(data):
        return Answer(key, error=error, snapshot=snapshot)
    if isinstance(data, list | tuple) and all(isinstance(entry, Notice) for entry in data):
        asked = max((notice.snapshot for notice in data if notice.snapshot), default=snapshot)
        return Answer(key, notices=tuple(data), snapshot=asked)
    source = known().get(key)
    if source is None:
        raise UsageError(f"no source is called '{key}'", todo=nearest(key, sorted(known())))
    try:
        return source.read(data, work).dated(snapshot)
    except (EvidenceError, AttributeError, KeyError, TypeError, ValueError) as fault:
        return Answer(key, error=f"the answer could not be read: {fault}", snapshot=snapshot)


def _error(data: Any) -> str | None:
    """Why the source gave no answer, or None: nothing at all is no answer either."""
    if data is None:
        return "no answer"
    if not isinstance(data, Mapping):
        return None
    if data.get("error"):
        return str(data["error"])
    if str(data.get("status", "")).lower() in ("error", "failed", "failure", "timeout", "unreachable"):
        return str(data.get("message") or data["status"])
    codes = [str(data.get(key, "")) for key in ("status_code", "http_status", "status")]
    return next((f"HTTP {code}" for code in codes if code.isdecimal() and code != "200"), None)
