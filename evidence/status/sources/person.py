"""What a person entered: a notice seen elsewhere, or a false alarm told to be one."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from evidence.errors import InputError
from evidence.status import dates, reasons
from evidence.status.identifiers import doi, pmid
from evidence.status.notice import NATURES, Answer, Notice, Work, nature
from evidence.status.sources import Source

__all__ = ["SOURCE"]

_KEY = "person"


def _notice(entry: Mapping[str, Any], work: Work) -> Notice:
    said = str(entry.get("nature") or entry.get("status") or "")
    kind = "no flag" if said.lower() in ("none", "clean", "dismissed", "no notice") else nature(said)
    if kind is None:
        raise InputError(
            f"'{said}' is no kind of notice", where="a person's entry", todo="known: none, " + ", ".join(NATURES)
        )
    own = Work.of(entry)
    why = reasons.split(entry.get("reason") or entry.get("reasons"))
    return Notice(
        _KEY,
        kind,
        own if own.doi or own.pmid or own.title else replace(work),
        dates.parse(entry.get("date")),
        notice_doi=doi(entry.get("notice_doi")),
        notice_pmid=pmid(entry.get("notice_pmid")),
        reasons=why,
        replaced=reasons.replaced(why),
        snapshot=dates.parse(entry.get("entered")),
        note=entry.get("note") or entry.get("by"),
    )


def _read(data: Any, work: Work) -> Answer:
    entries = [data] if isinstance(data, Mapping) else data
    return Answer(_KEY, tuple(_notice(entry, work) for entry in entries))


SOURCE = Source(_KEY, "a person", _read)
