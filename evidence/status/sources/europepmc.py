"""Europe PMC: publication types and links as PubMed has them, in its own JSON."""

from typing import Any

from evidence.status.notice import Answer, Work
from evidence.status.sources import Source, pubmed

__all__ = ["SOURCE"]


def _read(data: Any, work: Work) -> Answer:
    return pubmed.read(data, work, "europepmc")


SOURCE = Source("europepmc", "Europe PMC", _read)
