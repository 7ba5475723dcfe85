"""States of the evidence: kept as files, and compared. Wiring only."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from evidence import __version__

if TYPE_CHECKING:
    from evidence.reports.report import Section

__all__ = ["diff", "snapshot"]


def snapshot(engine: Engine, path: Path | None) -> "Section":
    """Write the state of a database to a file, if one is named; says its id and what it holds."""
    from evidence.reports.report import Section
    from evidence.store.query import Answer
    from evidence.store.snapshot import content_of, snapshot_id, to_bytes

    state = _state(engine)
    content = content_of(state)
    if path is not None:
        from evidence.verbs.writing import write

        write(path, to_bytes(content))
    values = sum(len(rows) for rows in state["values"].values())
    counts = [(name, values if name == "values" else len(state[name])) for name in _COUNTED]
    return Section("", Answer(("what", "count"), (("id", snapshot_id(content)), *counts)))


_COUNTED = ("studies", "values", "decisions", "statuses", "findings", "mappings", "effects", "pooled")


def diff(old: str, new: str) -> "list[Section]":
    """What changed from one state to another; each is a database or a snapshot file."""
    from evidence.reports.changes import changes

    return changes(_named(old), _named(new), f"{_told(old)} -> {_told(new)}")


def _named(name: str) -> dict[str, Any]:
    from evidence.store.engine import connect
    from evidence.store.migrate import check_current
    from evidence.store.snapshot import is_snapshot, read

    if "://" not in name and is_snapshot(Path(name)):
        return read(Path(name))
    engine = connect(name, read_only=True)
    try:
        check_current(engine)
        return _state(engine)
    finally:
        engine.dispose()


def _told(name: str) -> str:
    from sqlalchemy.engine import make_url

    return make_url(name).render_as_string(hide_password=True) if "://" in name else name


def _state(engine: Engine) -> dict[str, Any]:
    from evidence.store.state import state

    return state(engine, f"evidence {__version__}")
