"""A document read, and where the checks doubt a number, read again: our errors are repaired, the paper's stay."""

from dataclasses import replace
from os import PathLike

from evidence.records import Record

__all__ = ["read_twice"]


def read_twice(path: str | PathLike[str]) -> list[Record]:
    """The records of a document; the numbers behind a finding above note are read again by another route.

    Where that reading clears the finding and raises none, the error was ours: the record holds the second reading and
    says so in `reread`. The same bytes give the same record.
    """
    from evidence.read import read

    return [_second_look(path, record) for record in read(path)]


def _second_look(path: str | PathLike[str], record: Record) -> Record:
    from evidence.checks.second_reading import read_again as clear
    from evidence.read import read_again

    look = read_again(path, record)
    if look is None:
        return record
    again = clear(record.to_dict(), look)
    if not again.repaired:
        return record
    return replace(Record.from_dict(again.report), reread=again.repaired, text=record.text)
