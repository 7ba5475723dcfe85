"""The sentences of the program: initialise, ingest, assess, pool, report. Wiring only; each part knows its own work."""

from evidence.verbs.answering import (
    PoolAnswer,
    graph,
    keep_answer,
    kept_sections,
    masem,
    masem_file,
    plot,
    pool,
    pool_all,
    pool_by_map,
    pool_file,
)
from evidence.verbs.deciding import decide, decide_finding
from evidence.verbs.ingesting import Ingested, documents, ingest, initialise, make_ready
from evidence.verbs.judging import assess, assess_status
from evidence.verbs.naming import accept_name, accept_proposals, broaden_map
from evidence.verbs.reading import read_twice

__all__ = [
    "Ingested",
    "PoolAnswer",
    "accept_name",
    "accept_proposals",
    "assess",
    "assess_status",
    "broaden_map",
    "decide",
    "decide_finding",
    "documents",
    "graph",
    "ingest",
    "initialise",
    "keep_answer",
    "kept_sections",
    "make_ready",
    "masem",
    "masem_file",
    "plot",
    "pool",
    "pool_all",
    "pool_by_map",
    "pool_file",
    "read_twice",
]
