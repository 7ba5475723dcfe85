"""Every table and the main views as CSV, described as a Data Package: types, keys, what refers to what."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Engine, Float, Integer, Table

from evidence import __version__
from evidence.reports.exports.export import Export, csv_bytes, json_bytes
from evidence.store.pages import _meaning
from evidence.store.query import ask
from evidence.store.tables import metadata
from evidence.store.views import View, view_files

_VIEWS = (
    "construct_edge", "construct_reliability", "contaminated_study", "effect", "evidence_gap", "fit_ledger", "flag",
    "hypothesis_ledger", "mapped_construct", "provenance", "retracted_evidence", "study_summary",
)  # fmt: skip
_LOGS = ("ingest_run", "ingest_failure")  # when somebody asked, on which machine: no evidence
_SCHEMA = "https://specs.frictionlessdata.io/schemas/data-package.json"
_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string"}


def make(engine: Engine) -> Mapping[str, bytes]:
    """datapackage.json and a CSV file per table and main view."""
    files: dict[str, bytes] = {}
    resources = []
    tables = [table for table in metadata.sorted_tables if table.name not in _LOGS]
    for table in sorted(tables, key=lambda table: table.name):
        fields: list[dict[str, Any]] = [{"name": column.name, "type": _type(column)} for column in table.columns]
        rows = _rows(engine, table.name, fields)
        for i, column in enumerate(table.columns):
            if not column.nullable and all(row[i] != "" for row in rows):  # an empty text would be taken for nothing
                fields[i]["constraints"] = {"required": True}
        files[f"data/{table.name}.csv"] = csv_bytes([field["name"] for field in fields], rows)
        resources.append(_resource(table.name, _meaning(table), fields, _keys(table, fields, rows)))
    types = _types_of_names(tables)
    for view in view_files():
        if view.name in _VIEWS:
            fields, rows = _view(engine, view, types)
            files[f"data/{view.name}.csv"] = csv_bytes([field["name"] for field in fields], rows)
            resources.append(
                _resource(view.name, f"{view.title}. {_said(view)}", fields, _view_key(view, fields, rows))
            )
    package = {
        "$schema": _SCHEMA,
        "profile": "tabular-data-package",
        "name": "evidence",
        "title": "Meta-analytic evidence database: tables and main views",
        "description": (
            "What documents say (as printed, text) and, in columns ending in _value, the parsed number; what is thought"
            f" of it stands in tables of its own. Written by evidence {__version__}."
        ),
        "resources": resources,
    }
    return {"datapackage.json": json_bytes(package), **files}


def _resource(name: str, title: str, fields: list[dict[str, Any]], keys: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name.replace("_", "-"),
        "path": f"data/{name}.csv",
        "profile": "tabular-data-resource",
        "description": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""], **keys},
    }


# -- tables --------------------------------------------------------------------------------------------------------


def _type(column: Any) -> str:
    for kind, name in ((Boolean, "boolean"), (Integer, "integer"), (Float, "number")):
        if isinstance(column.type, kind):
            return name
    return "string"


def _keys(table: Table, fields: list[dict[str, Any]], rows: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    """Primary and foreign keys; where a reference is empty in some rows its field says what it refers to.

    A Data Package knows no reference of two columns of which one may be empty.
    """
    at = {field["name"]: i for i, field in enumerate(fields)}
    references = []
    for constraint in sorted(table.foreign_key_constraints, key=lambda c: str(c.name)):
        other = constraint.referred_table.name
        own = [element.parent.name for element in constraint.elements]
        theirs = [element.column.name for element in constraint.elements]
        if len(own) > 1 and any(row[at[name]] is None for row in rows for name in own):
            told = f"where it is not empty: ({', '.join(own)}) is ({', '.join(theirs)}) of {other}"
            fields[at[own[-1]]]["description"] = told
            continue
        resource = "" if other == table.name else other.replace("_", "-")
        references.append({"fields": own, "reference": {"resource": resource, "fields": theirs}})
    keys: dict[str, Any] = {"primaryKey": [column.name for column in table.primary_key.columns]}
    return keys | ({"foreignKeys": references} if references else {})


def _types_of_names(tables: Sequence[Table]) -> dict[str, str]:
    """The type of each column name that has one and the same in all tables."""
    found: dict[str, set[str]] = {}
    for table in tables:
        for column in table.columns:
            found.setdefault(column.name, set()).add(_type(column))
    return {name: kinds.pop() for name, kinds in found.items() if len(kinds) == 1}


def _rows(engine: Engine, name: str, fields: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The rows of a table in the order of their content, the same on every database."""
    quoted = ", ".join('"' + field["name"] + '"' for field in fields)
    rows = ask(engine, f"SELECT {quoted} FROM {name}", rows=100_000_000, seconds=600).rows
    return _ordered([tuple(_value(f["type"], v) for f, v in zip(fields, row, strict=True)) for row in rows])


def _value(kind: str, value: Any) -> Any:
    if value is None:
        return None
    return bool(value) if kind == "boolean" else float(value) if kind == "number" else value


def _ordered(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=lambda row: [(v is not None, v if isinstance(v, int | float) else 0, str(v)) for v in row])


# -- views ---------------------------------------------------------------------------------------------------------


def _view(engine: Engine, view: View, types: Mapping[str, str]) -> tuple[list[dict[str, Any]], list[tuple[Any, ...]]]:
    """The fields of a view, typed as the tables' columns of the same name, else by what stands in them."""
    answer = ask(engine, f"SELECT * FROM {view.name}", rows=100_000_000, seconds=600)
    held = [tuple(map(_counted, row)) for row in answer.rows]
    columns = list(zip(*held, strict=True)) or [() for _ in answer.columns]
    kinds = [_seen(name, types.get(name), column) for name, column in zip(answer.columns, columns, strict=True)]
    fields = [{"name": name, "type": kind} for name, kind in zip(answer.columns, kinds, strict=True)]
    return fields, _ordered([tuple(map(_value, kinds, row)) for row in held])


def _counted(value: Any) -> Any:
    """A sum as a number; PostgreSQL gives sums as decimals."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _seen(name: str, known: str | None, values: Sequence[Any]) -> str:
    """What a column holds: SQLite has no truth values, so a name that begins with is_ says that it is one."""
    if name.startswith("is_"):
        return "boolean"
    here = {type(value) for value in values if value is not None}
    fits: dict[str, set[type]] = {"string": {str}, "integer": {int}, "number": {int, float}, "boolean": {bool, int}}
    if known and here <= fits[known]:
        return known
    if len(here) == 1:
        return _TYPES.get(here.pop(), "string")
    return "number" if here and here <= {int, float} else "string"


def _said(view: View) -> str:
    return f"{view.grain[:1].upper()}{view.grain[1:]}."


def _view_key(view: View, fields: Sequence[dict[str, Any]], rows: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    """The key of a view, where no part of it is ever empty: a Data Package asks that of a primary key."""
    places = [i for i, field in enumerate(fields) if field["name"] in view.key]
    whole = len(places) == len(view.key) and all(row[i] is not None for row in rows for i in places)
    return {"primaryKey": list(view.key)} if whole else {}


EXPORT = Export("datapackage", "every table and the main views as CSV with a Data Package description", make)
