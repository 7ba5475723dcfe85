"""A coding sheet as rows: cells by column name, each knowing where it stands as a spreadsheet counts."""

import csv
import io
from collections.abc import Iterator

from evidence.errors import InputError, nearest
from evidence.read.coded_columns import COLUMNS
from evidence.settled import settled

__all__ = ["Row", "is_sheet", "rows"]

_NAMES = [column.name for column in COLUMNS]
_LARGEST = 50_000_000  # characters


@settled
class Row:
    """One line of the sheet: its number as a spreadsheet shows it, and what its cells hold."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def at(self, column: str) -> str:
        """Where a cell stands, for a message."""
        return f"row {self.number} column '{column}'"

    def needed(self, column: str, why: str = "it is required") -> str:
        """A cell that must not be empty."""
        if not self[column]:
            raise InputError("the cell is empty", where=self.at(column), why=why)
        return self[column]

    def whole(self, column: str) -> int:
        """A cell that counts pages, rows, columns or characters."""
        text = self[column]
        if not (text.isascii() and text.isdecimal() and len(text) < 10):
            raise InputError(f"'{text}' is not a whole number", where=self.at(column), todo="write digits only")
        return int(text)


def is_sheet(head: bytes) -> bool:
    """Whether the first line is the header of a coding sheet."""
    line = head.decode("utf-8", errors="replace").lstrip("\ufeff").partition("\n")[0]
    header = {name.strip(' "\r').lower() for name in line.split(_separator(line))}
    return len(header.intersection(_NAMES)) >= 3


def rows(text: str) -> Iterator[Row]:
    """The rows below the header that hold something."""
    if len(text) > _LARGEST:
        raise InputError(f"the sheet has {len(text) // 1_000_000} million characters", todo="split it")
    sheet = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text.partition("\n")[0]), strict=True)
    header: list[str] | None = None
    number = 0
    while True:
        number += 1
        try:
            cells = next(sheet, None)
        except csv.Error as error:
            raise InputError(f"not CSV: {error}", where=f"row {number}", todo="check the quotes of that row") from None
        if cells is None:
            return
        if header is None:
            header = _header(cells)
        elif any(cell.strip() for cell in cells):
            yield _row(number, header, cells)


def _separator(header: str) -> str:
    """Comma, or what the spreadsheets of other countries write: semicolon, tab."""
    return max(",;\t", key=header.count)


def _header(cells: list[str]) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    while header and not header[-1]:
        header.pop()
    for i, name in enumerate(header):
        where = f"row 1 column {i + 1}"
        if name not in _NAMES:
            raise InputError(f"unknown column '{name}'", where=where, todo=nearest(name, _NAMES))
        if name in header[:i]:
            raise InputError(f"the column '{name}' is given twice", where=where, todo="keep one of them")
    for column in COLUMNS:
        if column.required and column.name not in header:
            raise InputError(f"the column '{column.name}' is missing", where="row 1", todo=f"add it: {column.holds}")
    return header


def _row(number: int, header: list[str], cells: list[str]) -> Row:
    if any(cell.strip() for cell in cells[len(header) :]):
        what = f"{len(cells)} cells under {len(header)} columns"
        raise InputError(what, where=f"row {number}", todo="put a cell that holds the separator in quotes")
    return Row(number, {name: cell.strip() for name, cell in zip(header, cells, strict=False)})
