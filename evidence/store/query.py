"""Asking the database: one SELECT at a time, read-only by the database's own means, with a time and a row limit."""

import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from evidence.errors import EvidenceError, UsageError, nearest
from evidence.store.dialect import for_dialect, names_in

__all__ = ["Answer", "ask", "refuse_writing"]

ROW_LIMIT = 10_000
SECONDS = 60.0


@dataclass(frozen=True)
class Answer:
    """Column names, rows, and whether more rows were there than the limit let through."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False

    def records(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def ask(
    engine: Engine,
    sql: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    rows: int = ROW_LIMIT,
    seconds: float = SECONDS,
    translate: bool = True,
) -> Answer:
    """Run one SELECT and give its answer. `engine` should be read-only; what writes is refused before it runs.

    Our own SQL is translated to the database's dialect; a user's (`translate=False`) is run as typed.
    """
    parameters = dict(parameters or {})
    statement = _bindable(for_dialect(sql, engine.dialect.name) if translate else sql, parameters)
    with engine.connect() as connection:
        _limit_time(connection, seconds)
        try:
            result = connection.execute(text(statement), parameters)
            fetched = result.fetchmany(rows + 1)
        except DBAPIError as error:
            raise _explained(error, sql, connection, seconds) from None
        columns = tuple(result.keys())
    return Answer(columns, tuple(tuple(row) for row in fetched[:rows]), len(fetched) > rows)


_LITERAL_OR_NAME = re.compile(r"'(?:[^']|'')*'|(?<![:\w]):([A-Za-z_]\w*)|:")


def _bindable(statement: str, parameters: Iterable[str]) -> str:
    """Keep `:name` for parameters only; a colon in a text or a cast is no parameter, and a name needs a value."""

    def keep(match: re.Match[str]) -> str:
        name = match[1]
        if name is None:
            return match[0].replace(":", r"\:")
        if name not in known:
            raise UsageError(f"the parameter '{name}' has no value", todo=f"give it with --param {name}=VALUE")
        return match[0]

    known = set(parameters)
    return _LITERAL_OR_NAME.sub(keep, statement)


def _limit_time(connection: Connection, seconds: float) -> None:
    if connection.dialect.name == "sqlite":
        until = time.monotonic() + seconds
        raw: Any = connection.connection.driver_connection
        raw.set_progress_handler(lambda: time.monotonic() > until, 10_000)
    else:
        connection.execute(text(f"SET LOCAL statement_timeout = {int(seconds * 1000)}"))


# -- refusals --------------------------------------------------------------------------------------------------

_WRITES = re.compile(
    r"^(insert|update|delete|replace|create|drop|alter|truncate|attach|detach|pragma|vacuum|reindex|copy|grant|revoke"
    r"|merge|call|do|set|begin|commit|rollback|analyze|refresh|lock|comment|import|load|listen|unlisten|notify|prepare"
    r"|execute|deallocate|discard|reset|declare|move|close|checkpoint|cluster|savepoint|release|start|end|abort"
    r"|reassign|security)$",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
_HOW = "write through the tool: ingest adds evidence, review decides, constructs accept maps"


def refuse_writing(sql: str) -> None:
    """Refuse anything but one reading statement, before it reaches the database."""
    bare = re.sub(r"'(?:[^']|'')*'|\"[^\"]*\"", "''", _COMMENTS.sub(" ", sql)).strip().rstrip(";")
    if not bare:
        raise UsageError("the query is empty", todo="for example: evidence sql 'SELECT * FROM study_summary'")
    if ";" in bare:
        raise UsageError("one statement at a time", todo="run them one after the other")
    words = re.findall(r"[A-Za-z_]+", bare)
    verb = words[0] if words else ""
    inner = next((w for w in words if _WRITES.match(w)), None) if verb.lower() == "with" else None
    if _WRITES.match(verb) or (inner and inner.lower() in ("insert", "update", "delete", "merge")):
        raise UsageError(f"{(inner or verb).upper()} is not run: sql only reads", todo=_HOW)


def _explained(error: DBAPIError, sql: str, connection: Connection, seconds: float) -> EvidenceError:
    message = str(error.orig).strip().partition("\n")[0]
    if "interrupted" in message or "statement timeout" in message:
        return UsageError(f"the query took longer than {seconds:g} s", todo="narrow it, or raise --time-limit")
    if "authorized" in message or "read-only" in message or "readonly" in message:
        return UsageError("the database is open for reading only", why=message, todo=_HOW)
    connection.rollback()
    known = _names(connection)
    try:
        unknown = sorted(names_in(sql) - set(known))
    except Exception:
        unknown = []
    if unknown:
        return UsageError(f"there is no table or view '{unknown[0]}'", todo=nearest(unknown[0], known))
    value = re.search(r"no such column: (\S+)|column \"?(\S+?)\"? does not exist", message)
    if value:
        columns = sorted({c for name in names_in(sql) & set(known) for c in _columns(connection, name)})
        name = (value[1] or value[2]).rpartition(".")[2]
        return UsageError(f"there is no column '{name}'", todo=nearest(name, columns))
    return UsageError("the query cannot be run", why=message, todo="see 'evidence sql --list' for worked questions")


def _names(connection: Connection) -> list[str]:
    inspector = inspect(connection)
    return sorted({*inspector.get_table_names(), *inspector.get_view_names()})


def _columns(connection: Connection, name: str) -> list[str]:
    return [column["name"] for column in inspect(connection).get_columns(name)]
