"""Files that are there whole or not at all: written beside their place under another name, then renamed."""

import os
from collections.abc import Mapping
from pathlib import Path

from evidence.errors import InputError

__all__ = ["write", "write_folder"]


def write(path: Path, content: bytes) -> None:
    """Put a file in its place in one step; what stood there before is whole until then."""
    beside = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise InputError("the file cannot be written", where=path, why=error.strerror) from error


def write_folder(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> None:
    """Put files into a folder: a new one appears complete; in one that is there each file is replaced in one step.

    A folder that holds something is refused, unless forced; files that are not among those written stay.
    """
    try:
        held = any(folder.iterdir()) if folder.is_dir() else folder.exists()
        if held and (not force or not folder.is_dir()):
            why = "it holds files" if folder.is_dir() else "it is a file"
            raise InputError(
                "the folder is not empty" if folder.is_dir() else "this is no folder", where=folder, why=why,
                todo="name another folder, or replace the files of an earlier export with --force",
            )  # fmt: skip
        beside = folder.resolve().with_name(f".{folder.resolve().name}.partial")
        _clear(beside)  # what a killed run has left
        for name, content in files.items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if not folder.exists():
            beside.rename(folder)
            return
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(beside / name, folder / name)
        _clear(beside)
    except OSError as error:
        raise InputError("the folder cannot be written", where=folder, why=error.strerror) from error


def _clear(folder: Path) -> None:
    import shutil

    if folder.is_dir():
        shutil.rmtree(folder)
