"""Files for other programs. Wiring only."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

if TYPE_CHECKING:
    from evidence.reports.report import Section

__all__ = ["export"]


def export(engine: Engine, folder: Path, names: Sequence[str] = (), *, force: bool = False) -> "Section":
    """Write the files of some targets, or all, into a folder; says what each wrote."""
    from evidence.reports.exports.export import chosen, made
    from evidence.reports.report import Section
    from evidence.store.query import Answer
    from evidence.verbs.writing import check_folder, write_folder

    targets = chosen(names)
    check_folder(folder, force=force)  # before minutes of work, not after
    files, counts = made(engine, targets)
    write_folder(folder, files)
    rows = tuple(
        (name, counts[name], "" if counts[name] else "the database holds nothing of this kind") for name in counts
    )
    return Section("", Answer(("export", "files", "remark"), rows))
