"""A notice that a document itself carries, as the readers put it into its record (`retraction`)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from evidence.status import dates, reasons
from evidence.status.identifiers import doi
from evidence.status.notice import Answer, Notice, Work, nature
from evidence.status.sources import Source
from evidence.status.titles import normal

__all__ = ["SOURCE"]

_KEY = "document"


def _notice(record: Mapping[str, Any]) -> Notice | None:
    given = record.get("retraction")
    document = record.get("document") or {}
    kind = nature(given.get("nature")) if given else None
    if kind is None:
        return None
    own = Work.of(document)
    is_notice = document.get("kind") == "notice"
    of, target = own, str(given.get("of") or "")
    if is_notice:  # the notice knows its paper by what it prints of it
        of = replace(
            own, doi=doi(target), pmid=None, title=own.title if doi(target) or not target else normal(target), year=None
        )
    elif doi(target) and own.doi is None:
        of = replace(own, doi=doi(target))
    why = tuple(str(reason) for reason in [given.get("reason")] if reason)
    return Notice(
        _KEY,
        kind,
        of,
        dates.parse(given.get("date")),
        notice_doi=doi(given.get("notice_doi")) or (own.doi if is_notice else None),
        notice_pmid=own.pmid if is_notice else None,
        reasons=why,
        replaced=reasons.replaced(why),
        note=given.get("publisher"),
    )


def _read(data: Any, work: Work) -> Answer:
    """One record or several, of which those with a `retraction` speak."""
    records = [data] if isinstance(data, Mapping) else list(data)
    notices = [notice for record in records if (notice := _notice(record))]
    if len(records) == 1 and notices and not (notices[0].of.doi or notices[0].of.title):
        notices = [replace(notices[0], of=work)]
    return Answer(_KEY, tuple(notices))


SOURCE = Source(_KEY, "the document itself", _read)
