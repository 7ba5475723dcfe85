"""Opening the database: SQLite by path, PostgreSQL by URL, and what goes wrong in words a user can act on."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from evidence.errors import DatabaseError, EvidenceError

__all__ = ["connect", "is_sqlite", "one_writer", "where"]

BUSY_MS = 30_000  # another ingest holds SQLite's write lock for one batch at a time, well under this
_WRITER = 0x65766964  # names our lock in PostgreSQL


def connect(database: str | os.PathLike[str], *, read_only: bool = False) -> Engine:
    """An engine over a path (SQLite) or a URL; nothing is created until something is written.

    A read-only engine cannot write by the database's own means: `mode=ro` and an authorizer on SQLite,
    read-only transactions on PostgreSQL.
    """
    text = os.fspath(database)
    try:
        url = make_url(text) if "://" in text else URL.create("sqlite", database=text)
    except ArgumentError:
        raise DatabaseError(
            "this is not a database URL", where=text, todo="give a path or postgresql+psycopg://…"
        ) from None
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, read_only=read_only)
    if url.get_backend_name() == "postgresql":
        return _postgresql(url, read_only=read_only)
    raise DatabaseError(
        f"databases of kind '{url.get_backend_name()}' are not supported",
        where=url.render_as_string(),
        todo="use a path (SQLite) or postgresql+psycopg://…",
    )


def is_sqlite(engine: Engine) -> bool:
    """Whether this is the embedded database."""
    return engine.dialect.name == "sqlite"


def where(engine: Engine) -> str:
    """The database as a user would name it, without a password."""
    return engine.url.database or "memory" if is_sqlite(engine) else engine.url.render_as_string(hide_password=True)


def one_writer(connection: Connection) -> None:
    """Wait until no other process of ours writes; SQLite's BEGIN IMMEDIATE has done so already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER})


# -- SQLite ----------------------------------------------------------------------------------------------------


def _sqlite(url: URL, *, read_only: bool) -> Engine:
    path = Path(url.database or "evidence.db")
    if path.is_dir():
        raise DatabaseError("this is a folder, not a database file", where=path, todo="give a file name with --db")
    if read_only and not path.is_file():
        raise DatabaseError("there is no database here", where=path, todo="run 'evidence init' to create one")
    if not path.parent.is_dir():
        raise DatabaseError("the folder does not exist", where=path.parent, todo="create it, or give another --db")
    engine = create_engine(
        "sqlite://",
        creator=lambda: _sqlite_connection(path, read_only=read_only),
        poolclass=_null_pool(),
    )
    engine.url = URL.create("sqlite", database=str(path))
    event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE"))
    event.listen(engine, "handle_error", lambda context: _explain(context, str(path)), retval=False)
    return engine


def _null_pool() -> Any:
    from sqlalchemy.pool import NullPool

    return NullPool


def _sqlite_connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    # a WAL database in a folder we may not write to opens only as immutable
    writable = os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    if read_only and not writable and not path.with_name(path.name + "-wal").exists():
        mode += "&immutable=1"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    # isolation_level None: SQLAlchemy's begin event writes BEGIN, so that schema changes are transactional too
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False)
    try:
        _prepare_sqlite(connection, read_only=read_only)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _prepare_sqlite(connection: sqlite3.Connection, *, read_only: bool) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MB: a bulk load's index pages stay in memory
    connection.execute("PRAGMA temp_store = MEMORY")  # sorting and grouping a million rows writes no file
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        connection.set_authorizer(_only_reads)
        return
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")  # in WAL a crash can lose the last commits, never the file


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Put a new database into WAL; SQLite refuses this at once, without its busy timeout, while another writes."""
    deadline = time.monotonic() + BUSY_MS / 1000
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


_READS = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
    sqlite3.SQLITE_TRANSACTION,
}
_HARMLESS_PRAGMAS = {
    "table_info", "table_xinfo", "index_list", "index_info", "foreign_key_list", "integrity_check", "read_uncommitted",
}  # fmt: skip


def _only_reads(action: int, first: str | None, _second: Any, _database: Any, _trigger: Any) -> int:
    if action in _READS or (action == sqlite3.SQLITE_PRAGMA and first in _HARMLESS_PRAGMAS):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


# -- PostgreSQL ------------------------------------------------------------------------------------------------


def _postgresql(url: URL, *, read_only: bool) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise DatabaseError(
            "the PostgreSQL driver is not installed", where=_shown(url), todo="pip install 'evidence[postgres]'"
        ) from None
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args={"connect_timeout": 10, "application_name": "evidence"},
        execution_options={"postgresql_readonly": True} if read_only else {},
        pool_pre_ping=True,
    )
    event.listen(engine, "handle_error", lambda context: _explain(context, _shown(url)), retval=False)
    return engine


def _shown(url: URL) -> str:
    return url.render_as_string(hide_password=True)


# -- what went wrong -------------------------------------------------------------------------------------------

# what the driver says -> (what, what to do)
_SAYINGS = (
    ("database is locked", "the database is busy", "another process is writing; try again when it has finished"),
    ("not a database", "this file is not an SQLite database", "give another file with --db"),
    ("malformed", "the database file is damaged", "restore it from a copy, or ingest the documents again"),
    ("readonly database", "the database cannot be written", "check the permissions of the file and its folder"),
    ("unable to open", "the database file cannot be opened", "check that the path exists and may be read"),
    ("database or disk is full", "the disk is full", "free some space and run the command again"),
    ("disk i/o error", "the disk does not answer", "check the disk; the database itself was not changed"),
    ("permission denied", "the database refuses this user", "ask for the rights, or use another account"),
    ("authentication failed", "the database refuses this user or password", "check the URL given with --db"),
    ("does not exist", "the database does not exist", "create it first, for example with createdb"),
    ("connection", "the database server cannot be reached", "check that it runs and that the URL is right"),
    ("could not translate host", "the database server cannot be found", "check the host name in the URL"),
    ("failed to resolve host", "the database server cannot be found", "check the host name in the URL"),
)


def _explain(context: ExceptionContext, database: str) -> None:
    """Replace the driver's own words by ours where the database as a whole cannot be used."""
    error = context.original_exception
    if isinstance(error, EvidenceError) or (context.statement and not _whole_database(str(error))):
        return
    raise database_error(error, database) from None


def _whole_database(message: str) -> bool:
    return any(saying in message.lower() for saying, _, _ in _SAYINGS[:7])


def database_error(error: BaseException, database: str) -> DatabaseError:
    """The refusal that a driver's error amounts to."""
    message = str(getattr(error, "orig", None) or error) if isinstance(error, DBAPIError) else str(error)
    for saying, what, todo in _SAYINGS:
        if saying in message.lower():
            return DatabaseError(what, where=database, why=message.strip().partition("\n")[0], todo=todo)
    return DatabaseError("the database cannot be used", where=database, why=message.partition("\n")[0])
