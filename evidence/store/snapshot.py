"""A state of the evidence as a file: gzip over canonical JSON, named by the hash of what it holds."""

import gzip
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

from evidence.errors import InputError
from evidence.store.state import LAYOUT

__all__ = ["content_of", "is_snapshot", "read", "snapshot_id", "to_bytes"]

_MAGIC = b"\x1f\x8b"


def content_of(state: dict[str, Any]) -> bytes:
    """The state as the one JSON text there is of it: keys in order, no blanks, one line per row of evidence."""
    lines = []
    for name in sorted(state):
        part = state[name]
        rows = [_json(row) for row in part] if isinstance(part, list) else None
        if isinstance(part, dict):
            rows = [f"{_json(key)}:{_json(part[key])}" for key in sorted(part)]
        ends = "{}" if isinstance(part, dict) else "[]"
        body = _json(part) if rows is None else ends[0] + "\n" + ",\n".join(rows) + "\n" + ends[1]
        lines.append(f"{_json(name)}:{body}")
    return ("{" + ",\n".join(lines) + "}\n").encode()


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def snapshot_id(content: bytes) -> str:
    """The name of a state: the same evidence has the same name anywhere."""
    return hashlib.sha256(content).hexdigest()[:16]


def to_bytes(content: bytes) -> bytes:
    """The file: no date and no name in its head, so that the same content gives the same bytes."""
    return gzip.compress(content, compresslevel=6, mtime=0)


def is_snapshot(path: Path) -> bool:
    """Whether a file is compressed as our snapshots are; a database is not."""
    try:
        with path.open("rb") as file:
            return file.read(2) == _MAGIC
    except OSError:
        return False


def read(path: Path) -> dict[str, Any]:
    """The state a snapshot file holds."""
    try:
        state = json.loads(gzip.decompress(path.read_bytes()))
        layout = state["schema"]
    except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error) as error:
        raise InputError(
            "this is no snapshot", where=path, why=f"{type(error).__name__}: {error}",
            todo="give a database, or a file that 'evidence snapshot FILE' wrote",
        ) from None  # fmt: skip
    if layout != LAYOUT:
        raise InputError(
            f"the snapshot has the layout '{layout}'", where=path, why=f"this program reads {LAYOUT}",
            todo="read it with the version of evidence that wrote it",
        )  # fmt: skip
    found: dict[str, Any] = state
    return found
