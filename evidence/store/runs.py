"""The log of ingests: what was asked, how it ended, which inputs failed and why."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Engine

from evidence.store.tables import metadata

__all__ = ["begin_run", "end_run"]

_run = metadata.tables["ingest_run"]
_failure = metadata.tables["ingest_failure"]


def begin_run(engine: Engine, run: str, now: str, software: str, inputs: Sequence[str]) -> str:
    """Note that an ingest has begun; a run that stays `running` was killed."""
    with engine.begin() as connection:
        connection.execute(
            _run.insert().values(id=run, started_at=now, software=software, inputs=json.dumps(inputs), status="running")
        )
    return run


def end_run(engine: Engine, run: str, status: str, now: str, documents: int, failures: Mapping[str, str]) -> None:
    """Note how an ingest ended, with the message of every input that failed."""
    with engine.begin() as connection:
        done = _run.update().where(_run.c.id == run)
        connection.execute(done.values(status=status, finished_at=now, documents=documents, failures=len(failures)))
        for path, message in failures.items():
            connection.execute(_failure.insert().values(run_id=run, path=path, message=message))
