"""Creating, upgrading and refusing databases."""

import sqlite3

import pytest
from alembic import command
from sqlalchemy import inspect, text

from evidence.errors import DatabaseError
from evidence.store.engine import connect
from evidence.store.migrate import _config, _revisions, check_current, is_current, migrate, revision_of
from evidence.store.tables import metadata
from evidence.store.views import view_files


def test_creates_every_table_and_view(blank):
    engine = connect(blank)
    before, after = migrate(engine)
    assert before is None
    with engine.connect() as connection:
        assert after == revision_of(connection)
        assert set(metadata.tables) <= set(inspect(connection).get_table_names())
        assert set(inspect(connection).get_view_names()) == {view.name for view in view_files()}
    check_current(engine)
    engine.dispose()


def test_the_tables_of_the_code_are_the_tables_of_the_migrations(blank):
    engine = connect(blank)
    migrate(engine)
    with engine.begin() as connection:
        command.check(_config(connection))  # raises when the code has something no revision makes
    engine.dispose()


def rows(engine):
    with engine.connect() as connection:
        present = set(inspect(connection).get_table_names()) & set(metadata.tables)
        return {t: connection.execute(text(f"SELECT COUNT(*) FROM {t}")).scalar() for t in sorted(present)}


def test_up_down_up_keeps_what_both_revisions_have(founded):
    engine = connect(founded)
    full = rows(engine)
    assert full["path_coefficient"] > 20
    with engine.connect() as connection:
        revisions = _revisions(_config(connection))
    for older in reversed(revisions[:-1]):
        assert migrate(engine, older)[1] == older
        kept = rows(engine)
        assert kept == {table: n for table, n in full.items() if table in kept}
        assert kept["source_span"] == full["source_span"] > 300
    assert migrate(engine)[1] == revisions[-1]
    assert {table: n for table, n in rows(engine).items() if table in kept} == kept
    engine.dispose()


def test_an_older_database_is_named_and_init_upgrades_it(database):
    engine = connect(database)
    with engine.connect() as connection:
        older = _revisions(_config(connection))[0]
    migrate(engine, older)
    with pytest.raises(DatabaseError, match=f"older version.*{older}.*evidence init"):
        check_current(engine)
    migrate(engine)
    check_current(engine)
    engine.dispose()


def test_a_database_without_a_view_of_this_program_asks_for_init(database):
    engine = connect(database)
    with engine.begin() as connection:
        connection.execute(text("DROP VIEW evidence_gap"))
    with pytest.raises(DatabaseError, match=r"lacks the view 'evidence_gap' of this program.*evidence init"):
        check_current(engine)
    migrate(engine)
    check_current(engine)
    engine.dispose()


def test_a_newer_database_is_refused(database):
    engine = connect(database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for use in (migrate, check_current):
        with pytest.raises(DatabaseError, match=r"newer than this program.*9999.*pip install --upgrade"):
            use(engine)
    engine.dispose()


def test_somebody_elses_database_is_refused(tmp_path):
    path = tmp_path / "theirs.db"
    theirs = sqlite3.connect(path)
    theirs.execute("CREATE TABLE invoice (id INTEGER)")
    theirs.commit()
    theirs.close()
    with pytest.raises(DatabaseError, match=r"holds something else.*invoice.*--db"):
        migrate(connect(path))
    theirs = sqlite3.connect(path)
    assert [row[0] for row in theirs.execute("SELECT name FROM sqlite_master")] == ["invoice"]
    theirs.close()


def test_a_database_without_tables_asks_for_init(blank):
    engine = connect(blank)
    with pytest.raises(DatabaseError, match="evidence init"):
        check_current(engine)
    engine.dispose()


def test_a_current_database_is_left_alone(database):
    engine = connect(database)
    assert is_current(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP VIEW waiting_review"))
    assert not is_current(engine)
    migrate(engine)
    assert is_current(engine)
    engine.dispose()
