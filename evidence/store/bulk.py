"""Many rows at once, by each database's fastest door: executemany on SQLite, COPY on PostgreSQL."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection

from evidence.errors import InputError
from evidence.store.engine import database_error, where
from evidence.store.tables import metadata

__all__ = ["insert", "insert_all"]


@cache
def _columns(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in metadata.tables[table].columns)


def insert(connection: Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert whole rows, in the order of the table's columns; a row the database refuses is an `InputError`."""
    if not rows:
        return
    driver: Any = connection.dialect.loaded_dbapi
    write = _copy if connection.dialect.name == "postgresql" else _execute_many
    try:
        write(connection, table, rows)
    except (driver.IntegrityError, driver.DataError) as error:
        why = str(error).strip().partition("\n")[0]
        raise InputError(f"the database refuses a row of {table}", why=why) from None
    except driver.Error as error:
        raise database_error(error, where(connection.engine)) from None


def _copy(connection: Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f"COPY {table} ({', '.join(_columns(table))}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _execute_many(connection: Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * len(_columns(table)))
    cursor = connection.connection.cursor()  # SQLAlchemy's own would look at every row again
    cursor.executemany(f"INSERT INTO {table} ({', '.join(_columns(table))}) VALUES ({marks})", rows)


def insert_all(connection: Connection, tables: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
    """Insert the rows of many tables, each table after those it refers to."""
    for table in metadata.sorted_tables:
        insert(connection, table.name, tables.get(table.name, ()))
