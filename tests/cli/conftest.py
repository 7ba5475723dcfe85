"""Running the command line in this process, and comparing what it prints with golden files."""

import io
import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import SEEDS

TODAY = "2026-01-01"
GOLDEN = Path(__file__).parent / "golden"


class Ran(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """run("studies", "--db", path, stdin="") -> (code, out, err), in an empty folder, at 80 columns, on a fixed day."""
    monkeypatch.chdir(tmp_path)
    for name in ("EVIDENCE_DB", "EVIDENCE_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("evidence.verbs.clock.now", lambda: f"{TODAY}T00:00:00+00:00")

    def call(*args, stdin=""):
        from evidence.cli import main

        monkeypatch.setattr(sys, "argv", ["evidence", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        with pytest.raises(SystemExit) as stop:
            main()
        return Ran(stop.value.code, *capsys.readouterr())

    return call


@pytest.fixture
def refused(run):
    """Run what must be refused: nothing on stdout, one line on stderr, no traceback; gives code and that line."""

    def call(*args, stdin=""):
        code, out, err = run(*args, stdin=stdin)
        assert out == ""
        assert err.startswith("Error: ")
        assert err.endswith("\n")
        assert err.count("\n") == 1
        assert "a mistake of the program" not in err
        return code, err.strip()

    return call


@pytest.fixture(scope="session")
def founding_db(tmp_path_factory):
    """The founding evidence, assessed on a fixed day, on SQLite; tests copy it or only read."""
    from evidence.store.engine import connect
    from evidence.verbs import assess, ingest, initialise

    path = tmp_path_factory.mktemp("founding") / "evidence.db"
    engine = connect(path)
    initialise(engine)
    ingest(engine, [SEEDS / "studies"])
    assess(engine, as_of=TODAY)
    engine.dispose()
    return path


@pytest.fixture
def here(founding_db, tmp_path):
    """The founding evidence as the default database of the working folder."""
    return shutil.copy(founding_db, tmp_path / "evidence.db")


@pytest.fixture
def golden(request):
    """Compare a text with a golden file; with --golden, write it."""

    def compare(name, text):
        path = GOLDEN / f"{name}.txt"
        if request.config.getoption("--golden"):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden file {path.name}: run pytest --golden and read what it wrote"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def postgresql_founded(postgres_server):
    """The founding evidence on PostgreSQL, made once; nobody can write to it through the command line."""
    from sqlalchemy import create_engine, text

    from evidence.store.engine import connect
    from evidence.verbs import ingest, initialise

    name = f"founding_{os.getpid()}"
    server = create_engine(f"{postgres_server}/postgres", isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    server.dispose()
    engine = connect(f"{postgres_server}/{name}")
    initialise(engine)
    ingest(engine, [SEEDS / "studies"])
    engine.dispose()
    return f"{postgres_server}/{name}"
