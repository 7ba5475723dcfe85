"""Databases that cannot be used are refused in words, with what to do."""

import sqlite3
from threading import Timer

import pytest
from sqlalchemy import text

from evidence.errors import DatabaseError
from evidence.store.engine import connect, database_error, where


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("mysql://root@localhost/x", r"kind 'mysql' are not supported.*postgresql"),
        ("postgres ql://x", "not a database URL"),
        ("{tmp}/nowhere/x.db", r"folder does not exist.*--db"),
        ("{tmp}", "is a folder"),
    ],
)
def test_names_that_cannot_be_opened(tmp_path, name, said):
    with pytest.raises(DatabaseError, match=said):
        connect(name.format(tmp=tmp_path))


def test_reading_a_database_that_is_not_there(tmp_path):
    with pytest.raises(DatabaseError, match=r"no database here.*evidence init"):
        connect(tmp_path / "none.db", read_only=True)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_database(tmp_path):
    path = tmp_path / "letter.db"
    path.write_text("Dear reader, this is a letter and not a database at all." * 20)
    with pytest.raises(DatabaseError, match="not an SQLite database"), connect(path).connect():
        pass


def test_a_locked_database_says_so(sqlite_database, monkeypatch):
    monkeypatch.setattr("evidence.store.engine.BUSY_MS", 50)
    other = sqlite3.connect(sqlite_database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseError, match=r"busy.*try again"), connect(sqlite_database).begin():
        pass
    other.close()


def test_a_new_database_that_another_writes_is_waited_for(tmp_path):
    path = tmp_path / "new.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")  # without waiting, SQLite refuses to change the journal now
    Timer(0.2, other.close).start()
    with connect(path).connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


def test_an_unreachable_server(postgres_server):
    url = postgres_server.rpartition(":")[0] + ":1/none"
    with pytest.raises(DatabaseError, match=r"cannot be reached.*runs"), connect(url).connect():
        pass


def test_a_database_that_was_never_created(postgres_server):
    with (
        pytest.raises(DatabaseError, match=r"does not exist.*createdb"),
        connect(f"{postgres_server}/nobody").connect(),
    ):
        pass


def test_passwords_are_not_shown():
    engine = connect("postgresql://ann:secret@localhost/x")
    assert "secret" not in where(engine)
    assert "secret" not in str(database_error(Exception("connection refused"), where(engine)))


def test_a_read_only_connection_cannot_write(database):
    engine = connect(database, read_only=True)
    with pytest.raises(Exception, match=r"(?i)read-?only|authorized"), engine.connect() as connection:
        connection.execute(text("DELETE FROM document"))
    engine.dispose()


def test_foreign_keys_and_wal_are_on(sqlite_database):
    with connect(sqlite_database).connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


def test_a_read_only_folder_can_still_be_read(sqlite_database, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_, **__: False)  # root may write anywhere, so the answer is played
    with connect(sqlite_database, read_only=True).connect() as connection:
        assert connection.execute(text("SELECT COUNT(*) FROM document")).scalar() == 0
