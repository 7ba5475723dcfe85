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


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --golden` writes what is printed now over the golden files; read the difference before you keep it."""
    parser.addoption("--golden", action="store_true", help="write the golden files instead of comparing them")


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


AS_OF = "2026-01-01"


def _made(name: str, stage: str) -> None:
    """A database at a stage: empty (tables only), founded (the coded studies), assessed (and judged)."""
    from evidence.store.engine import connect
    from evidence.store.migrate import migrate
    from evidence.verbs import assess, ingest, initialise

    engine = connect(name)
    migrate(engine)
    if stage in ("founded", "assessed"):
        initialise(engine)
        ingest(engine, [SEEDS / "studies"])
    if stage == "assessed":
        assess(engine, as_of=AS_OF)
    engine.dispose()


class Templates:
    """Databases made once per stage and kind, and copied for every test."""

    def __init__(self, folder: Path, request: pytest.FixtureRequest) -> None:
        self.folder = folder
        self.request = request
        self.made: set[str] = set()
        self.copies = 0

    @property
    def server(self) -> str:
        return str(self.request.getfixturevalue("postgres_server"))

    def sqlite(self, stage: str) -> Path:
        path = self.folder / f"{stage}.db"
        if not path.exists():
            _made(str(path), stage)
        return path

    def postgres(self, stage: str) -> str:
        name = f"template_{stage}_{os.getpid()}"
        if name not in self.made:
            administer(self.server, f"CREATE DATABASE {name}")
            _made(f"{self.server}/{name}", stage)
            self.made.add(name)
        return name

    def copy(self, kind: str, stage: str, folder: Path) -> Iterator[str]:
        """A fresh database of that kind at that stage; gone after the test."""
        if kind == "sqlite":
            path = folder / "evidence.db"
            if stage != "blank":
                shutil.copy(self.sqlite(stage), path)
            yield str(path)
            return
        self.copies += 1
        name = f"test_{os.getpid()}_{self.copies}"
        template = "" if stage == "blank" else f" TEMPLATE {self.postgres(stage)} STRATEGY FILE_COPY"
        administer(self.server, f"CREATE DATABASE {name}{template}")
        yield f"{self.server}/{name}"
        administer(self.server, f"DROP DATABASE {name} WITH (FORCE)")


def administer(server: str, statement: str) -> None:
    """Run a statement about whole databases on a server."""
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Templates:
    """The databases that tests get copies of."""
    return Templates(tmp_path_factory.mktemp("templates"), request)


@pytest.fixture(scope="session")
def sqlite_template(templates: Templates) -> Path:
    """A current, empty SQLite database that must not be written to."""
    return templates.sqlite("empty")


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn."""
    return str(request.param)


@pytest.fixture
def blank(kind: str, templates: Templates, tmp_path: Path) -> Iterator[str]:
    """The name of a database without tables, on each kind."""
    yield from templates.copy(kind, "blank", tmp_path)


@pytest.fixture
def database(kind: str, templates: Templates, tmp_path: Path) -> Iterator[str]:
    """The name of a current, empty database, on each kind."""
    yield from templates.copy(kind, "empty", tmp_path)


@pytest.fixture
def sqlite_database(templates: Templates, tmp_path: Path) -> Iterator[str]:
    """A current, empty SQLite database, for what only files can do."""
    yield from templates.copy("sqlite", "empty", tmp_path)


@pytest.fixture
def founded(kind: str, templates: Templates, tmp_path: Path) -> Iterator[str]:
    """A database that holds the founding evidence, on each kind."""
    yield from templates.copy(kind, "founded", tmp_path)


@pytest.fixture
def assessed(kind: str, templates: Templates, tmp_path: Path) -> Iterator[str]:
    """A database that holds the founding evidence, judged as of a fixed date, on each kind."""
    yield from templates.copy(kind, "assessed", tmp_path)
