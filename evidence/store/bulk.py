"""Many rows at once, by each database's fastest door: executemany on SQLite, COPY on PostgreSQL."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection

from evidence.errors import InputError
from evidence.store.engine import database_error, where
from evidence.store.tables import metadata

__all__ = ["insert", "insert_all", "insert_new"]


@cache
def _columns(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in metadata.tables[table].columns)


def insert(connection: Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert whole rows, in the order of the table's columns; a row the database refuses is an `InputError`."""
    if rows:
        with _refusals(connection, table):
            write = _copy if connection.dialect.name == "postgresql" else _execute_many
            write(connection, table, _columns(table), rows)


@contextmanager
def _refusals(connection: Connection, table: str) -> Iterator[None]:
    """What the driver refuses, in our words."""
    driver: Any = connection.dialect.loaded_dbapi
    try:
        yield
    except (driver.IntegrityError, driver.DataError) as error:
        why = str(error).strip().partition("\n")[0]
        raise InputError(f"the database refuses a row of {table}", why=why) from None
    except driver.Error as error:
        raise database_error(error, where(connection.engine)) from None


def _copy(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _execute_many(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]], clause: str = ""
) -> None:
    marks = ", ".join("?" * len(columns))
    cursor = connection.connection.cursor()  # SQLAlchemy's own would look at every row again
    cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}){clause}", rows)


def insert_new(connection: Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert the rows whose key is not there yet; what is there stays, so the same rows may come again."""
    names, arriving = ", ".join(_columns(table)), f"arriving_{table}"
    with _refusals(connection, table):
        if connection.dialect.name != "postgresql":
            _execute_many(connection, table, _columns(table), rows, " ON CONFLICT DO NOTHING")
            return
        # COPY knows no conflicts, so the rows go by a table of this transaction
        connection.exec_driver_sql(f"CREATE TEMP TABLE {arriving} (LIKE {table}) ON COMMIT DROP")
        _copy(connection, arriving, _columns(table), rows)
        connection.exec_driver_sql(
            f"INSERT INTO {table} ({names}) SELECT {names} FROM {arriving} ON CONFLICT DO NOTHING"
        )
        connection.exec_driver_sql(f"DROP TABLE {arriving}")


def insert_all(connection: Connection, tables: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
    """Insert the rows of many tables, each table after those it refers to."""
    for table in metadata.sorted_tables:
        insert(connection, table.name, tables.get(table.name, ()))
