"""Databases for the tests: every store test runs on SQLite and on PostgreSQL.

PostgreSQL is taken from EVIDENCE_TEST_POSTGRES (a server's URL without a database), else a private server is started
from the installed programs and stopped at the end. Where there is neither, its tests are skipped and the last line of
the run says so.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEEDS = ROOT / "seeds"
_MISSING = "no PostgreSQL: install it (Debian: apt-get install postgresql) or set EVIDENCE_TEST_POSTGRES"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Skipped tests are said in capital letters; a quiet skip is a test that nobody runs."""
    skipped = terminalreporter.stats.get("skipped", [])
    if any(_MISSING in str(report.longrepr) for report in skipped):
        terminalreporter.write_line(f"POSTGRESQL WAS NOT TESTED: {_MISSING}", red=True)
    if not SHARED.is_dir():
        terminalreporter.write_line("THE SHARED REFERENCES WERE NOT TESTED: ../shared is absent", red=True)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents, gold codings and references beside the project."""
    if not SHARED.is_dir():
        pytest.skip("../shared is absent")
    return SHARED


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server, ours or a private one."""
    given = os.environ.get("EVIDENCE_TEST_POSTGRES")
    if given:
        yield given
        return
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda p: int(p.parts[-3]))
    control = str(programs[-1]) if programs else shutil.which("pg_ctl")
    if control is None:
        pytest.skip(_MISSING)
    with tempfile.TemporaryDirectory(prefix="evidence-pg-") as folder:
        yield from _private_server(Path(control), Path(folder))


def _private_server(control: Path, folder: Path) -> Iterator[str]:
    run = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if run:
        shutil.chown(folder, "postgres")
    user = "postgres" if run else os.environ.get("USER", "postgres")
    data, port = folder / "data", 20_000 + os.getpid() % 30_000
    options = f"-p {port} -k {folder} -c listen_addresses=localhost -c fsync=off -c max_connections=40"

    def call(*command: str) -> None:
        subprocess.run([*run, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/")

    call(str(control.with_name("initdb")), "-A", "trust", "-U", user, "-E", "UTF8", "-D", str(data))
    call(str(control), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql+psycopg://{user}@localhost:{port}"
    finally:
        call(str(control), "-D", str(data), "-m", "immediate", "-w", "stop")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A current, empty SQLite database, made once and copied for every test."""
    from evidence.store.engine import connect
    from evidence.store.migrate import migrate

    path = tmp_path_factory.mktemp("template") / "empty.db"
    migrate(connect(path))
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """A current, empty PostgreSQL database, made once and copied for every test."""
    from evidence.store.engine import connect
    from evidence.store.migrate import migrate

    name = f"evidence_template_{os.getpid()}"
    _administer(postgres_server, f"CREATE DATABASE {name}")
    engine = connect(f"{postgres_server}/{name}")
    migrate(engine)
    engine.dispose()
    return name


def _administer(server: str, statement: str) -> None:
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def blank(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The name of a database without tables, on each kind."""
    if request.param == "sqlite":
        yield str(tmp_path / "blank.db")
        return
    server = request.getfixturevalue("postgres_server")
    name = f"blank_{os.getpid()}"
    _administer(server, f"CREATE DATABASE {name}")
    yield f"{server}/{name}"
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The name of a current, empty database, on each kind."""
    if request.param == "sqlite":
        path = tmp_path / "evidence.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield str(path)
        return
    server, template = request.getfixturevalue("postgres_server"), request.getfixturevalue("postgres_template")
    name = f"test_{os.getpid()}"
    _administer(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    yield f"{server}/{name}"
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def founded(database: str) -> str:
    """A database that holds the founding evidence, on each kind."""
    from evidence.store.engine import connect
    from evidence.verbs import ingest, initialise

    engine = connect(database)
    initialise(engine)
    ingest(engine, [SEEDS / "studies"])
    engine.dispose()
    return database
