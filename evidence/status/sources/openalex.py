"""OpenAlex: one boolean, `is_retracted`, without notice, date or reason; it never decides alone.

In 2023-24 it was set for some 2,300 works that had only been corrected.
"""

from collections.abc import Mapping
from typing import Any

from evidence.status import dates, titles
from evidence.status.identifiers import doi, pmid
from evidence.status.notice import Answer, Notice, Work
from evidence.status.sources import Source

__all__ = ["SOURCE"]

_KEY = "openalex"


def _read(data: Any, work: Work) -> Answer:
    entries = data.get("results", [data]) if isinstance(data, Mapping) else data
    notices, names = [], []
    for entry in entries:
        given = entry.get("ids") or {}
        own = Work(
            doi(entry.get("doi") or given.get("doi")),
            pmid(entry.get("pmid") or given.get("pmid")),
            titles.normal(entry.get("title") or entry.get("display_name")),
            dates.year_of(entry.get("publication_year")),
            titles.families((a.get("author") or {}).get("display_name") or "" for a in entry.get("authorships") or []),
        )
        if len(entries) == 1:
            own = own.answers_for(work)
        if isinstance(entry.get("is_retracted"), bool):
            notices.append(Notice(_KEY, "flag" if entry["is_retracted"] else "no flag", own))
        if own is work or own.same(work):
            names += [name for name in (entry.get("title"), entry.get("display_name")) if name]
    return Answer(_KEY, tuple(notices), titles=tuple(names))


SOURCE = Source(_KEY, "OpenAlex", _read)
