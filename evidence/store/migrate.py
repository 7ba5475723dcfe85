"""Creating and upgrading the database: Alembic, run by the program, views taken down before and put up after."""

from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from evidence import assets
from evidence.errors import DatabaseError
from evidence.store.engine import where
from evidence.store.views import create_views, drop_views

__all__ = ["check_current", "migrate", "revision_of"]


def migrate(engine: Engine, revision: str = "head") -> tuple[str | None, str | None]:
    """Bring the database to a revision in one transaction; gives the revision before and after."""
    with engine.begin() as connection:
        before = _recognise(connection, engine)
        drop_views(connection)
        config = _config(connection)
        target = ScriptDirectory.from_config(config).get_current_head() if revision == "head" else revision
        if before is not None and target is not None and target < before:
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)
        after = revision_of(connection)
        if after == ScriptDirectory.from_config(config).get_current_head():
            create_views(connection)
    return before, after


def check_current(engine: Engine) -> None:
    """Refuse a database that this version of the program cannot work with."""
    with engine.connect() as connection:
        revision = _recognise(connection, engine)
        head = ScriptDirectory.from_config(_config(connection)).get_current_head()
    if revision is None:
        raise DatabaseError(
            "there is no evidence in this database yet", where=where(engine), todo="run 'evidence init'"
        )
    if revision != head:
        raise DatabaseError(
            f"the database is of an older version ({revision}, this program has {head})",
            where=where(engine),
            todo="run 'evidence init' to upgrade it; nothing is lost",
        )


def revision_of(connection: Connection) -> str | None:
    """The revision the database says it has; None where nothing has been created."""
    return MigrationContext.configure(connection).get_current_revision()


def _recognise(connection: Connection, engine: Engine) -> str | None:
    """The revision, after making sure that the database is ours and not newer than the program."""
    tables = set(inspect(connection).get_table_names())
    revision = revision_of(connection) if "alembic_version" in tables else None
    if tables and (revision is None or not {"document", "source_span"} <= tables) and tables != {"alembic_version"}:
        raise DatabaseError(
            "this database holds something else",
            where=where(engine),
            why="its tables are " + ", ".join(sorted(tables)[:5]),
            todo="give another file or database with --db",
        )
    known = {script.revision for script in ScriptDirectory.from_config(_config(connection)).walk_revisions()}
    if revision is not None and revision not in known:
        raise DatabaseError(
            f"the database is newer than this program (revision {revision})",
            where=where(engine),
            todo="install the current version: pip install --upgrade evidence",
        )
    return revision


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(assets.migrations()))
    attributes: dict[str, Any] = config.attributes
    attributes["connection"] = connection
    return config
