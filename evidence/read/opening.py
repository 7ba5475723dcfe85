"""Opens a file with the format it is in: by its beginning first, by its name where that does not decide."""

from dataclasses import replace
from functools import cache
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from evidence.errors import EvidenceError, InputError
from evidence.read.reader import DocumentFormat, Reader
from evidence.records import Record
from evidence.registry import members

if TYPE_CHECKING:
    from evidence.read.again import SecondLook

__all__ = ["bytes_of", "formats", "load", "read", "read_again"]

_LARGEST = 300_000_000


@cache
def formats() -> tuple[Reader, ...]:
    """Every format that can be read, in alphabetical order."""
    return tuple(reader for _, reader in members("evidence.read", "READER"))


def load() -> None:
    """Load every format and what understands them now; processes made afterwards need not."""
    from evidence.read import understanding  # noqa: F401  what all formats share is loaded by importing it
    from evidence.read.tables.reading import kinds

    formats()
    kinds()


def read(path: str | PathLike[str]) -> list[Record]:
    """The records of one document; a file with a notice and its article gives two.

    Raises `InputError` with the file's name, what is wrong, and what to do.
    """
    where = Path(path)
    data = bytes_of(where)
    try:
        records = _reader_of(where, data).records(where, data)
    except EvidenceError as refusal:
        if refusal.where is None:
            refusal.where = str(where)
        raise
    except RecursionError:
        raise InputError("the file cannot be read", where=where, why="it is nested too deeply") from None
    except Exception as broken:  # a file nobody foresaw costs one message, not the rest of the folder
        why = " ".join(f"{type(broken).__name__}: {broken}".split())[:160]
        raise InputError("the file cannot be understood", where=where, why=why, todo="please report it") from broken
    digest = sha256(data).hexdigest()
    return [_named(record, where, digest) for record in records]


def read_again(path: str | PathLike[str], record: Record) -> "SecondLook | None":
    """What other routes read where the numbers of a record stand; None where the file holds coded evidence.

    The answer takes a JSON pointer and gives the readings that differ from the first. The file is opened when it is
    first asked.
    """
    from evidence.read.again import SecondLook

    where = Path(path)
    if not record.text or not record.spans:
        return None

    def flat() -> str:
        data = bytes_of(where)
        reader = _reader_of(where, data)
        return reader.flat(data) if isinstance(reader, DocumentFormat) else ""

    return SecondLook(record, flat)


def bytes_of(where: Path) -> bytes:
    """What is in a file, where a paper could be in it."""
    try:
        size = where.stat().st_size
        if size > _LARGEST:
            raise InputError(
                f"the file has {size // 1_000_000} MB", where=where, why="no paper is that large", todo="split it"
            )
        data = where.read_bytes()
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise InputError("the file cannot be opened", where=where, why=why, todo="check the path") from None
    if not data.strip():
        raise InputError("the file is empty", where=where, todo="leave it out, or get it again")
    return data


def _reader_of(where: Path, data: bytes) -> Reader:
    """The reader whose suffix and look both fit; else the one that recognises the bytes."""
    suffix = where.suffix.lower()
    head = data[:65536]
    named = [f for f in formats() if suffix in f.suffixes]
    for reader in named:
        if reader.sniff(head):
            return reader
    # a wrong or missing name: the strict formats say whether it is theirs, plain text says yes to any text
    strict = [f for f in formats() if ".txt" not in f.suffixes and f not in named and f.sniff(head)]
    if strict:
        return strict[0]
    if (
        not named
        and suffix in ("", ".ocr", ".out")
        and (plain := [f for f in formats() if ".txt" in f.suffixes and f.sniff(head)])
    ):
        return plain[0]
    known = ", ".join(sorted({s for f in formats() for s in f.suffixes}))
    if named:
        raise InputError(
            f"the file does not hold {named[0].name}",
            where=where,
            why="its first bytes are of another kind, or it is damaged",
            todo=f"get it again, or convert it to one of: {known}",
        )
    raise InputError("the format is not known", where=where, todo=f"known are: {known}")


def _named(record: Record, where: Path, digest: str) -> Record:
    document = replace(
        record.document, file=record.document.file or where.name, sha256=record.document.sha256 or digest
    )
    return replace(record, document=document)
