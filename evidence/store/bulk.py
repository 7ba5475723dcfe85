"""Many rows at once, by each database's fastest door: executemany on SQLite, COPY on PostgreSQL."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection

from evidence.store.tables import metadata

__all__ = ["insert", "insert_all"]


@cache
def _columns(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in metadata.tables[table].columns)


def insert(connection: Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert whole rows, in the order of the table's columns."""
    if not rows:
        return
    names = ", ".join(_columns(table))
    if connection.dialect.name == "postgresql":
        cursor = connection.connection.cursor()
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join("?" * len(_columns(table)))
    cursor = connection.connection.cursor()  # SQLAlchemy would look at every row again
    cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


def insert_all(connection: Connection, tables: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
    """Insert the rows of many tables, each table after those it refers to."""
    for table in metadata.sorted_tables:
        insert(connection, table.name, tables.get(table.name, ()))
