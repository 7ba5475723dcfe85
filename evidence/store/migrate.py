"""Creating and upgrading the database: Alembic, run by the program, views taken down before and put up after."""

from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from evidence import assets
from evidence.errors import DatabaseError
from evidence.store.engine import one_writer, where
from evidence.store.views import create_views, drop_views, view_files

__all__ = ["check_current", "is_current", "migrate", "revision_of"]


def migrate(engine: Engine, revision: str = "head") -> tuple[str | None, str | None]:
    """Bring the database to a revision in one transaction; gives the revision before and after."""
    with engine.begin() as connection:
        one_writer(connection)
        before = _recognise(connection, engine)
        config = _config(connection)
        known = _revisions(config)
        target = known[-1] if revision == "head" else revision
        drop_views(connection)
        if before is not None and (target == "base" or known.index(target) < known.index(before)):
            command.downgrade(config, target)
        else:
            command.upgrade(config, target)
        after = revision_of(connection)
        if after == known[-1]:
            create_views(connection)
    return before, after


def _revisions(config: Config) -> list[str]:
    """Every revision of this program, oldest first."""
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def check_current(engine: Engine) -> None:
    """Refuse a database that this version of the program cannot work with."""
    with engine.connect() as connection:
        revision = _recognise(connection, engine)
        head = _revisions(_config(connection))[-1]
        views = set(inspect(connection).get_view_names())
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
    if missing := sorted({view.name for view in view_files()} - views):
        raise DatabaseError(
            f"the database lacks the view '{missing[0]}' of this program",
            where=where(engine),
            todo="run 'evidence init' to put it up; nothing is lost",
        )


def is_current(engine: Engine) -> bool:
    """Whether nothing is left to create or upgrade, so that a running report need not wait for its views."""
    with engine.connect() as connection:
        revision = _recognise(connection, engine)
        views = set(inspect(connection).get_view_names())
        return revision == _revisions(_config(connection))[-1] and views == {view.name for view in view_files()}


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
    if revision is not None and revision not in _revisions(_config(connection)):
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
