"""What a format file provides: a `READER` that knows its own bytes and turns them into records.

Document formats make a `DocumentFormat` and write only the raw reading (`to_source`); the understanding is shared.
A format that already holds records (coded evidence) makes any object with the same attributes.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, runtime_checkable

from evidence.read.decode import decode
from evidence.read.model import Source
from evidence.records import Record
from evidence.settled import settled

__all__ = ["DocumentFormat", "Reader"]


@runtime_checkable
class Reader(Protocol):
    """One file format; `sniff` is shown the beginning of the file (64 KiB at most)."""

    @property
    def name(self) -> str:
        """The word a user knows the format by: `markdown`."""

    @property
    def version(self) -> str:
        """Changes when the reader would make another record of the same bytes."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings, lower case, with the dot: `(".md", ".markdown")`."""

    def sniff(self, head: bytes) -> bool:
        """Whether the beginning of a file looks like this format."""

    def records(self, path: Path, data: bytes) -> list[Record]:
        """The records of a file; `path` is for naming it, `data` is all of its bytes."""


@settled
class DocumentFormat:
    """A format of papers: raw reading here, tables and prose understood by what all formats share."""

    name: str
    version: str
    suffixes: tuple[str, ...]
    media_type: str
    recognises: Callable[[bytes], bool]
    to_source: Callable[[bytes], Source]
    flat: Callable[[bytes], str] = decode  # the characters of the document by another parser, for a second reading

    def sniff(self, head: bytes) -> bool:
        """Whether the beginning of a file looks like this format."""
        return self.recognises(head)

    def records(self, path: Path, data: bytes) -> list[Record]:
        """The document's records: its source understood and reconciled."""
        from evidence.read.understanding import records_of

        return records_of(self, path, data)
