"""What an export is: a target's name, and a function from the database to files, by name."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine

from evidence.errors import UsageError, nearest
from evidence.registry import members
from evidence.reports.report import Section
from evidence.store.query import Answer

__all__ = ["Export", "catalogue", "chosen", "csv_bytes", "exports", "json_bytes", "made", "r_names", "r_text"]

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Export:
    """A target: `make` gives files by relative name; one that `describes` is made last, of the files of the others."""

    name: str
    title: str
    make: Callable[[Engine], Files] | None = None
    describes: Callable[[Engine, Files], Files] | None = None


def exports() -> dict[str, Export]:
    """Every target by name."""
    return {export.name: export for _, export in members("evidence.reports.exports", "EXPORT")}


def chosen(names: Sequence[str]) -> list[Export]:
    """The targets of these names, or all; those that describe the others come last."""
    known = exports()
    for name in names:
        if name not in known:
            raise UsageError(f"there is no export '{name}'", todo=nearest(name, sorted(known)))
    found = [known[name] for name in sorted(known) if not names or name in names]
    if all(export.make is None for export in found):
        raise UsageError(
            f"{' and '.join(e.name for e in found)} only describes other files", todo="name another target beside it"
        )
    return sorted(found, key=lambda export: export.make is None)


def made(engine: Engine, targets: Sequence[Export]) -> tuple[dict[str, bytes], dict[str, int]]:
    """The files of some targets, each target in a folder of its name, and how many files each gave.

    What describes the others is made of their files and stands beside their folders.
    """
    files: dict[str, bytes] = {}
    counts: dict[str, int] = {}
    for export in targets:
        own: Files = {}
        if export.make is not None:
            own = {f"{export.name}/{name}": content for name, content in export.make(engine).items()}
        elif export.describes is not None:
            own = export.describes(engine, files)
        counts[export.name] = len(own)
        files |= own
    return files, counts


def catalogue() -> Section:
    """The targets there are."""
    return Section("", Answer(("export", "writes"), tuple((e.name, e.title) for e in exports().values())))


# -- files ---------------------------------------------------------------------------------------------------------


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A table as CSV: nothing is an empty cell, true and false are words, a number has the digits it needs."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def json_bytes(content: Any) -> bytes:
    """A JSON file that people may look at."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def r_text(text: str) -> str:
    """A text as R reads it; R knows the escapes of JSON strings."""
    return json.dumps(text, ensure_ascii=False)


def r_names(names: Iterable[str]) -> dict[str, str]:
    """Each construct as a name of R: letters, digits and underscores, no two alike."""
    safe: dict[str, str] = {}
    for name in sorted(set(names)):
        short = re.sub(r"\W+", "_", name).strip("_") or "x"
        short = short if short[0].isalpha() else f"x{short}"
        taken, number = short, 2
        while taken in safe.values():
            taken, number = f"{short}_{number}", number + 1
        safe[name] = taken
    return safe
