"""Crossref, the other way round: records whose `update-to` names the paper (`/works?filter=updates:DOI`)."""

from typing import Any

from evidence.status.notice import Answer, Work
from evidence.status.sources import Source, crossref

__all__ = ["SOURCE"]


def _read(data: Any, _work: Work) -> Answer:
    return Answer(
        "crossref_notices", tuple(n for record in crossref.records(data) for n in crossref.notices_of(record))
    )


SOURCE = Source("crossref_notices", "Crossref notices", _read)
