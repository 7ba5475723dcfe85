"""Evidence that a person coded in a spreadsheet: CSV with one row per effect.

Rows with the same `study` make one record; what describes the study need stand in one of its rows only. Every row
says where its effect is printed: a page, a table with a row, or characters of the document's text.
"""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evidence.errors import InputError
from evidence.read.coded_columns import COLUMNS, EXAMPLES
from evidence.read.coded_rows import Row, is_sheet, rows
from evidence.read.decode import decode
from evidence.records import Record, from_dict

__all__ = ["READER", "columns", "records", "template"]

_TRUTH = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_OF_STUDY = [
    (column.name, *column.goes.split(".")) for column in COLUMNS if column.goes.startswith(("doc", "sample", "reader"))
]
_OF_PATH = [
    (column.name, column.goes.partition(".")[2]) for column in COLUMNS if column.goes.startswith(("eff", "path"))
]


class _CodedSheet:
    """The reader of coding sheets."""

    name = "coded effects"
    version = "1"
    suffixes = (".csv", ".tsv")

    def sniff(self, head: bytes) -> bool:
        """Whether the first line is the header of a coding sheet."""
        return is_sheet(head)

    def records(self, path: Path, data: bytes) -> list[Record]:
        """One record per study of the sheet."""
        return records(path, data)


READER = _CodedSheet()


def template() -> str:
    """A coding sheet to fill in: the header and example rows of an invented study."""
    out = io.StringIO()
    sheet = csv.DictWriter(out, [column.name for column in COLUMNS], restval="", lineterminator="\n")
    sheet.writeheader()
    sheet.writerows(EXAMPLES)
    return out.getvalue()


def columns() -> list[tuple[str, str, bool, str]]:
    """The guide to the columns: name, what it holds, whether it is required, an example."""
    return [
        (column.name, column.holds, column.required, next((e[column.name] for e in EXAMPLES if column.name in e), ""))
        for column in COLUMNS
    ]


def records(path: Path, data: bytes) -> list[Record]:
    """The records of a sheet; refuses it with row and column when a cell is not as it should be."""
    studies: dict[str, _Study] = {}
    try:
        for row in rows(decode(data)):
            name = row.needed("study")
            studies.setdefault(name, _Study(name)).add(row)
        if not studies:
            raise InputError("the sheet holds no effect", todo="`evidence template` writes one to fill in")
        return [study.record() for study in studies.values()]
    except InputError as refusal:
        where = f"{path} {refusal.where or ''}".rstrip()
        raise InputError(refusal.what, where=where, why=refusal.why, todo=refusal.todo) from None


@dataclass
class _Study:
    """One study while its rows are taken: the record as plain values, and the cell behind each pointer of it."""

    name: str
    raw: dict[str, Any] = field(default_factory=dict)
    origin: dict[str, str] = field(default_factory=dict)
    index: dict[tuple[str, ...], int] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Take one effect, and what its row says of the study."""
        ends = row.needed("from"), row.needed("to")
        if not (row["beta"] or row["b"] or row["r"]):
            raise InputError("the row holds no effect", where=f"row {row.number}", todo="give beta, b or r")
        self._describe(row)
        for end, name in zip(("from", "to"), ends, strict=True):
            construct, pointer = self._entry("constructs", {"name": name})
            self._placed(row, f"{end}_alpha", construct, pointer, "alpha", "alpha_page")
        if row["beta"] or row["b"]:
            self._path(row)
        if row["r"]:
            self._correlation(row)
        if row["hypothesis"]:
            hypothesis, pointer = self._entry("hypotheses", {"label": row["hypothesis"]})
            for column in ("from", "to", "via", "sign", "verdict"):
                if column not in hypothesis:  # a second path of the hypothesis does not change it
                    self._fill(row, column, hypothesis, f"{pointer}/{column}", column)

    def record(self) -> Record:
        """The record of the rows taken."""
        document = self.raw.setdefault("document", {})
        document.setdefault("title", self.name)
        self.raw.setdefault("reader", {}).update(name="coded", version=READER.version)
        try:
            return from_dict(self.raw)
        except InputError as refusal:
            refusal.where = self.origin.get(refusal.where or "", f"study '{self.name}'")
            raise

    def _describe(self, row: Row) -> None:
        for column, part, name in _OF_STUDY:
            self._fill(row, column, self.raw.setdefault(part, {}), f"/{part}/{name}", name)
        sample, pointer = self.raw.setdefault("sample", {}), "/sample"
        if row["group"] and row["n"]:
            held = sample.setdefault("subsamples", [])
            sample, pointer = self._entry("sample/subsamples", {"label": row["group"]}, held)
        self._placed(row, "n", sample, pointer, "n", "n_page")

    def _path(self, row: Row) -> None:
        path: dict[str, Any] = {}
        paths = self.raw.setdefault("paths", [])
        pointer = f"/paths/{len(paths)}"
        paths.append(path)
        for column, name in (*_OF_PATH, ("table", "table")):
            self._fill(row, column, path, f"{pointer}/{name}", name)
        if "primary" in path:
            path["primary"] = _TRUTH.get(path["primary"].lower(), path["primary"])
        self._put(row, pointer)

    def _correlation(self, row: Row) -> None:
        """Enter r into the matrix of its group, model and table; what was not coded stays empty."""
        key = {name: row[name] for name in ("table", "group", "model") if row[name]}
        matrix, pointer = self._entry("correlations", key)
        names, lower = matrix.setdefault("names", []), matrix.setdefault("lower", [])
        for end in (row["from"], row["to"]):
            if end not in names:
                names.append(end)
                lower.append([None] * len(names))
        j, i = sorted((names.index(row["from"]), names.index(row["to"])))
        if lower[i][j] is not None:
            raise InputError("the correlation is given twice", where=row.at("r"), todo="keep one of the rows")
        lower[i][j] = row["r"]
        self.origin[f"{pointer}/lower/{i}/{j}"] = row.at("r")
        self._put(row, f"{pointer}/lower/{i}/{j}")
        if not (row["beta"] or row["b"]):  # else they are the path's
            self._beside(row, matrix, pointer, (i, j))

    def _beside(self, row: Row, matrix: dict[str, Any], pointer: str, cell: tuple[int, int]) -> None:
        """Enter p and stars of a correlation into triangles of their own."""
        i, j = cell
        for column in ("p", "stars"):
            if row[column]:
                lines = matrix.setdefault(column, [])
                lines += [[None] * (k + 1) for k in range(len(lines), i + 1)]
                lines[i][j] = row[column]
                self.origin[f"{pointer}/{column}/{i}/{j}"] = row.at(column)
        if row["p"]:
            self._put(row, f"{pointer}/p/{i}/{j}")

    def _entry(self, kind: str, key: dict[str, str], held: list[Any] | None = None) -> tuple[dict[str, Any], str]:
        """The entry of a list that begins with this key, made when it is new, and its pointer."""
        held = self.raw.setdefault(kind, []) if held is None else held
        i = self.index.setdefault((kind, *key.values()), len(held))
        if i == len(held):
            held.append(dict(key))
        return held[i], f"/{kind}/{i}"

    def _fill(self, row: Row, column: str, holder: dict[str, Any], pointer: str, name: str) -> None:
        """Write a cell into the record; rows may repeat what another row says but not contradict it."""
        if not row[column]:
            return
        value: Any = row[column]
        if column == "authors":
            value = [author.strip() for author in value.split(";") if author.strip()]
        if holder.setdefault(name, value) != value:
            why = f"{self.origin.get(pointer, 'another row')} says '{holder[name]}'"
            raise InputError(f"'{row[column]}' contradicts another row", where=row.at(column), why=why)
        self.origin.setdefault(pointer, row.at(column))

    def _placed(self, row: Row, column: str, holder: dict[str, Any], pointer: str, name: str, page: str) -> None:
        """Write a number that has a page of its own."""
        if row[column]:
            row.needed(page, why=f"'{row[column]}' needs the page that prints it")
            self._fill(row, column, holder, f"{pointer}/{name}", name)
            self.raw.setdefault("pages", {}).setdefault(f"{pointer}/{name}", row.whole(page))

    def _put(self, row: Row, pointer: str) -> None:
        """Note the place of the row's effect."""
        places: dict[str, Any] = {}
        if row["page"]:
            places["pages"] = row.whole("page")
        if row["row"]:
            column = row.whole("column") if row["column"] else 0
            table = row.needed("table", why="a row needs its table")
            places["cells"] = {"table": table, "row": row.whole("row"), "column": column}
        if row["start"] or row["end"]:
            places["spans"] = [row.whole("start"), row.whole("end")]
            if row.whole("start") >= row.whole("end"):
                raise InputError("the span holds no character", where=row.at("end"), todo="end comes after the last")
        if not places:
            todo = "give page, table with row, or start with end"
            raise InputError(
                "the effect has no place", where=f"row {row.number}", why="nobody could find it", todo=todo
            )
        for kind, place in places.items():
            self.raw.setdefault(kind, {})[pointer] = place
