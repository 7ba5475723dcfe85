"""Files that are there whole or not at all: written beside their place under another name, then renamed."""

import os
from collections.abc import Mapping
from pathlib import Path

from evidence.errors import InputError

__all__ = ["check_folder", "write", "write_folder"]


def write(path: Path, content: bytes) -> None:
    """Put a file in its place in one step; what stood there before is whole until then."""
    beside = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise InputError("the file cannot be written", where=path, why=error.strerror) from error


def check_folder(folder: Path, *, force: bool = False) -> None:
    """Refuse a place that holds something, unless its files may be replaced."""
    if folder.exists() and not folder.is_dir():
        raise InputError("this is no folder", where=folder, why="a file stands there", todo="name another place")
    try:
        held = not force and folder.is_dir() and any(folder.iterdir())
    except OSError as error:
        raise InputError("the folder cannot be read", where=folder, why=error.strerror) from error
    if held:
        raise InputError(
            "the folder is not empty", where=folder,
            todo="name another, or replace the files of an earlier export with --force",
        )  # fmt: skip


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files into a folder: a new one appears complete; in one that is there each file is replaced in one step.

    Files that are there and not among those written stay.
    """
    beside = folder.resolve().with_name(f".{folder.resolve().name}.partial")
    try:
        _clear(beside)  # what a killed run has left
        beside.mkdir(parents=True)
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
