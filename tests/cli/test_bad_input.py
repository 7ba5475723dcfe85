"""Bad input: one line on stderr, the right exit code, no traceback, and nothing half-stored."""

import contextlib
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from evidence.store.engine import connect
from tests.conftest import SEEDS
from tests.store.dump import dump

GOOD = """\
document: {file: a.pdf, title: A small survey of invented buyers}
constructs: [{name: trust}, {name: loyalty}]
hypotheses: [{label: H1, from: trust, to: loyalty, verdict: supported}]
paths:
  - {from: trust, to: loyalty, hypothesis: H1, beta: ".31"}
spans: {/paths/0/beta: [10, 13]}
"""
OTHER = GOOD.replace("a.pdf", "b.pdf").replace("A small survey of invented", "A large survey of imagined")
SHEET = "study,from,to,beta,page\nfirst,trust,loyalty,.31,8\n"
# file name, content, what the one line must say after the file's name
BAD_FILES = {
    "unknown file type": ("a.xyz", b"\x00\x01\x02nothing known", "the format is not known; known are: .csv, "),
    "empty file": ("a.yaml", b"", "the file is empty; leave it out"),
    "only blanks": ("a.json", b" \n\n", "the file is empty"),
    "broken YAML": ("a.yaml", GOOD.replace("{name: trust}", "{name: trust").encode(), "line 2 column"),
    "broken JSON": ("a.json", b'{"document": {"file": "a.pdf"},\n "paths": [}', "line 2 column 12: not JSON: "),
    "broken CSV": ("a.csv", (SHEET + 'second,"trust,loyalty,.2,8\n').encode(), "row 3: not CSV: "),
    "a cell too many": ("a.csv", (SHEET + "second,trust,loyalty,.2,8,9\n").encode(), "row 3: 6 cells under 5 columns"),
    "unknown column": ("a.csv", SHEET.replace("beta", "bta").encode(), "row 1 column 4: unknown column 'bta'; did you"
                       " mean 'beta'?"),
    "no effect": ("a.csv", b"study,from,to,beta,page\n", "the sheet holds no effect"),
    "unknown word in YAML": ("a.yaml", GOOD.replace("verdict: supported", "verdict: proved").encode(),
                             "line 3 column 61: "),
    "unknown word in CSV": ("a.csv", b"study,from,to,beta,page,verdict\nfirst,trust,loyalty,.31,8,proved\n",
                            "row 2 column 'verdict': "),
    "unknown field": ("a.yaml", GOOD.replace("beta:", "betta:").encode(), "line 5 column"),
    "missing span": ("a.yaml", GOOD.replace("spans: {/paths/0/beta: [10, 13]}", "").encode(),
                     "line 5 column 54: '.31' has no place: nobody could look it up; add \"/paths/0/beta\" to spans"),
    "empty span": ("a.yaml", GOOD.replace("[10, 13]", "[13, 13]").encode(), "the span [13, 13] holds no character"),
    "missing page": ("a.csv", b"study,from,to,beta,page\nfirst,trust,loyalty,.31,\n", "row 2: the effect has no place"),
    "number that is none": ("a.yaml", GOOD.replace('".31"', "a third").encode(), "line 5 column 54: "),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_is_named_in_one_line_and_the_rest_goes_on(run, tmp_path, case):
    name, content, says = BAD_FILES[case]
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "0.yaml").write_text(GOOD.replace("a.pdf", "0.pdf").replace("small", "first"), encoding="utf-8")
    (folder / name).write_bytes(content)
    (folder / "z.yaml").write_text(OTHER, encoding="utf-8")
    code, out, err = run("ingest", "papers")
    assert (code, out) == (1, "2 stored; 1 of 3 files failed\n")
    assert err.count("\n") == 1
    assert err.startswith(f"Error: papers/{name}")
    assert says in err
    if "unknown word" in case:
        for known in ("supported", "not supported", "partially supported"):
            assert known in err.partition("'proved'")[2]
    # the failure is kept in the log of runs, and nothing of the bad file is stored
    log = run("sql", "SELECT path, message FROM ingest_failure", "--format", "csv").out
    assert log.splitlines()[1].startswith(f"papers/{name},")
    (folder / name).unlink()
    run("--db", "clean.db", "ingest", "papers")
    assert dump("evidence.db") == dump("clean.db")


def test_a_duplicate_study_is_refused_unless_it_replaces(run, tmp_path):
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    assert run("ingest", "a.yaml").code == 0
    before = dump("evidence.db")
    (tmp_path / "again.yaml").write_text(GOOD.replace("a.pdf", "again.pdf").replace(".31", ".32"), encoding="utf-8")
    code, out, err = run("ingest", "again.yaml")
    assert code == 1
    assert out == "1 refused as duplicates; 1 of 1 files failed\n"
    assert err == (
        "Error: again.pdf: this study is already stored: a.pdf reports the same work; leave one out, or store this one"
        " instead with --replace\n"
    )
    assert dump("evidence.db") == before
    assert run("ingest", "--replace", "again.yaml") == (0, "1 replaced\n", "")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["ingest", "nothing-here"], "Invalid value for 'PATHS...': Path 'nothing-here' does not exist"),
        (["ingest"], "Missing argument 'PATHS...'"),
        (["studys"], "there is no command 'studys'; did you mean 'studies'?"),
        (["frobnicate"], "there is no command 'frobnicate'; known: assess, check, constructs, demo, "),
        (["studies", "--fromat", "csv"], "No such option '--fromat'. Did you mean '--format'?"),
        (["studies", "--format", "xls"], "'xls' is not one of 'table', 'csv', 'json', 'markdown'"),
        (["report", "sumary"], "there is no report 'sumary'; did you mean 'summary'?"),
        (["report", "study"], "report study wants a study; evidence studies lists them"),
        (["report", "study", "cao-2023"], "there is no study 'cao-2023'; did you mean 'cao-2022-"),
        (["report", "summary", "cao"], "report summary takes no argument; leave 'cao' out"),
        (["hypotheses", "--study", ""], "'' is the beginning of several studies; cao-2022-"),
        (["hypotheses", "--verdict", "proved"], "'proved' is not one of 'supported', "),
        (["flags", "--study", "nobody"], "there is no study 'nobody'; known: cao-2022-"),
        (["flags", "--check", "cr-from-loading"], "there is no check 'cr-from-loading'; did you mean 'cr-from-load"),
        (["flags", "--level", "fatal"], "'fatal' is not one of 'critical', 'error', 'warn', 'note'"),
        (["assess", "--as-of", "yesterday"], "'yesterday' is not a date; write it as 2025-01-31"),
        (["assess", "--as-of", "2025-02-31"], "'2025-02-31' is not a date; write it as 2025-01-31"),
        (["sql"], "give a query, or --named NAME, or --list"),
        (["sql", "SELECT 1", "--named", "small-samples"], "give a query, or --named NAME, or --list"),
        (["sql", "--named", "small-sample"], "there is no question 'small-sample'; did you mean 'small-samples'?"),
        (["sql", "--named", "small-samples", "--param", "belov=3"],
         "the question 'small-samples' has no parameter 'belov'; did you mean 'below'?"),
        (["sql", "--named", "no-fit-reported", "--param", "below=3"], "has no parameter 'below'; it takes none"),
        (["sql", "--named", "small-samples", "--param", "below"], "--param wants NAME=VALUE, got 'below'"),
        (["sql", "SELECT :n AS n"], "; give it with --param"),
        (["sql", "SELECT 1", "--rows", "0"], "0 is not in the range"),
        (["sql", "SELECT 1", "--time-limit", "soon"], "'soon' is not a valid float"),
        (["sql", ""], "the query is empty"),
        (["sql", "SELECT * FROM efect"], "there is no table or view 'efect'; did you mean 'effect'?"),
        (["sql", "SELECT * FROM usable_effects u JOIN study s ON s.id = u.study_id"], "did you mean 'usable_effect'?"),
        (["sql", "SELECT editorial_statos FROM study_summary"], "there is no column 'editorial_statos'; did you mean"),
        (["sql", "SELEC 1"], "the query cannot be run: near \"SELEC\": syntax error"),

        (["template", "."], ".: the file exists; give another name"),
        (["demo", "evidence.db"], "Directory 'evidence.db' is a file"),
        (["demo"], "evidence.db: there is a database here already"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_what_is_not_understood_is_refused_with_the_nearest(refused, here, args, says):
    before = dump(here)
    code, line = refused(*args)
    assert code == 2
    assert says in line
    assert dump(here) == before


def test_a_folder_without_files_is_said_and_no_database_is_made(refused, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".hidden").write_text("x")
    assert refused("ingest", "empty") == (1, "Error: empty: no files in here; hidden files are not read")
    assert not (tmp_path / "evidence.db").exists()


# -- databases that cannot be used -----------------------------------------------------------------------------

READS = (["studies"], ["hypotheses"], ["flags"], ["report", "summary"], ["sql", "SELECT 1"], ["assess"])


@pytest.mark.parametrize("args", READS, ids=" ".join)
def test_a_database_that_is_not_there(refused, tmp_path, args):
    assert refused(*args) == (3, "Error: evidence.db: there is no database here; run 'evidence init' to create one")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("args", [*READS, ["init"], ["ingest", SEEDS / "studies"]], ids=lambda a: str(a[0]))
def test_a_database_that_is_not_ours(refused, tmp_path, args):
    theirs = sqlite3.connect(tmp_path / "theirs.db")
    theirs.execute("CREATE TABLE invoice (id INTEGER)")
    theirs.commit()
    theirs.close()
    before = (tmp_path / "theirs.db").read_bytes()
    code, line = refused("--db", "theirs.db", *args)
    assert code == 3
    assert "theirs.db: this database holds something else: its tables are invoice; give another file" in line
    theirs = sqlite3.connect(tmp_path / "theirs.db")
    assert theirs.execute("SELECT name FROM sqlite_master").fetchall() == [("invoice",)]
    theirs.close()
    if args in READS[:-1]:
        assert (tmp_path / "theirs.db").read_bytes() == before


@pytest.mark.parametrize("args", [["studies"], ["init"], ["ingest", SEEDS / "studies"]], ids=lambda a: str(a[0]))
def test_a_file_that_is_no_database(refused, tmp_path, args):
    (tmp_path / "paper.db").write_text("This is the text of a paper, and no database at all. " * 40)
    before = (tmp_path / "paper.db").read_bytes()
    code, line = refused("--db", "paper.db", *args)
    assert code == 3
    assert line.startswith("Error: paper.db: this file is not an SQLite database: ")
    assert (tmp_path / "paper.db").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (".", ".: this is a folder, not a database file"),
        ("nowhere/evidence.db", "there is no database here"),
        ("mysql://root:secret@localhost/x", "databases of kind 'mysql' are not supported"),
        ("://", "this is not a database URL"),
        ("postgresql+psycopg://someone:secret@127.0.0.1:1/evidence", "the database server cannot be reached"),
        ("postgresql+psycopg://someone:secret@no-such-host.invalid/evidence", "the database server cannot be"),
    ],
)
def test_a_database_that_cannot_be_reached(refused, name, says):
    for args in (["studies"], ["init"], ["ingest", SEEDS / "studies"]):
        code, line = refused("--db", name, *args)
        assert code == 3
        assert "secret" not in line
        assert says in line or (name.startswith("nowhere") and "nowhere: the folder does not exist" in line)


def test_a_postgresql_database_that_does_not_exist(refused, postgres_server):
    code, line = refused("--db", f"{postgres_server}/never_made", "studies")
    assert code == 3
    assert 'database "never_made" does not exist; create it first, for example with createdb' in line


def test_an_empty_postgresql_database_asks_for_init(refused, blank):
    if not blank.startswith("postgresql"):
        Path(blank).touch()
    code, line = refused("--db", blank, "studies")
    assert code == 3
    assert line.endswith("there is no evidence in this database yet; run 'evidence init'")


def test_a_newer_database(refused, here):
    with contextlib.closing(sqlite3.connect(here)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    for args in (["studies"], ["init"], ["ingest", SEEDS / "studies"], ["assess"]):
        code, line = refused(*args)
        assert code == 3
        assert "newer than this program (revision 9999); install the current version" in line


def test_a_locked_database(refused, run, here, monkeypatch):
    monkeypatch.setattr("evidence.store.engine.BUSY_MS", 50)
    (Path(here).parent / "a.yaml").write_text(GOOD, encoding="utf-8")
    before = dump(here)
    with contextlib.closing(sqlite3.connect(here, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for args in (["ingest", "a.yaml"], ["assess"]):
            code, line = refused(*args)
            assert code == 3
            assert line == (
                "Error: evidence.db: the database is busy: database is locked; another process is writing; try again"
                " when it has finished"
            )
        assert run("studies").code == 0  # reading goes on while another writes
        other.execute("ROLLBACK")
    assert dump(here) == before
    assert run("ingest", "a.yaml").code == 0


def test_a_damaged_database(refused, here):
    content = bytearray(Path(here).read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    Path(here).write_bytes(content)
    code, line = refused("studies")
    assert code == 3
    assert "evidence.db: the database file is damaged: " in line


@pytest.fixture
def protected(founding_db, run):
    """A folder and a database that this user may read and not write; root gives up its rights for the test."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(founding_db, folder / "evidence.db")
        (folder / "a.yaml").write_text(GOOD, encoding="utf-8")
        (folder / "evidence.db").chmod(0o444)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            run(
                "--db", str(founding_db), "studies"
            )  # loads the modules that nobody may read where Python is root's own
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)


@pytest.mark.parametrize("args", [["ingest", "a.yaml"], ["assess"]], ids=lambda a: a[0])
def test_a_read_only_file(refused, run, protected, monkeypatch, args):
    monkeypatch.chdir(protected)
    code, line = refused(*args)
    assert code == 3
    assert line.startswith("Error: evidence.db: the database cannot be written: ")
    assert line.endswith("check the permissions of the file and its folder")
    assert run("studies").code == 0  # what may be read is read
    assert sorted(p.name for p in protected.iterdir()) == ["a.yaml", "evidence.db"]


def test_a_folder_that_may_not_be_written(refused, protected, monkeypatch):
    monkeypatch.chdir(protected)
    code, line = refused("--db", "new.db", "init")
    assert code == 3
    assert line.startswith("Error: new.db: the database file cannot be opened: ")
    code, line = refused("template", "sheet.csv")
    assert code == 1
    assert line == "Error: sheet.csv: the file cannot be written: permission denied; give another name or folder"


# -- SQL that writes -------------------------------------------------------------------------------------------

HOW = "write through the tool: ingest adds evidence, review decides, constructs accept maps"
WRITES = [
    "INSERT INTO construct (id, label) VALUES ('x', 'x')", "UPDATE study SET country = 'x'", "DELETE FROM document",
    "DROP TABLE path_coefficient", "CREATE TABLE x (a INTEGER)", "PRAGMA user_version = 7", "ATTACH 'x.db' AS x",
    "WITH a AS (SELECT 1) DELETE FROM document",
    "WITH a AS (SELECT 1 AS id) INSERT INTO construct SELECT id, id FROM a",
    "VACUUM", "ALTER TABLE study ADD x INTEGER", "REPLACE INTO construct (id, label) VALUES ('x', 'x')",
    "/* only looking */ DELETE FROM document", "-- SELECT\nDELETE FROM document", "TRUNCATE document",
    "COPY document TO '/tmp/x'", "BEGIN", "DO $$ BEGIN END $$", "WITH gone AS (DELETE FROM document RETURNING id)"
    " SELECT * FROM gone", "SET transaction_read_only = off",
]  # fmt: skip


@pytest.mark.parametrize("sql", WRITES)
def test_sql_that_writes_is_refused_before_it_runs(refused, here, monkeypatch, sql):
    monkeypatch.setattr("evidence.store.query.ask", lambda *_: pytest.fail("it ran"))
    monkeypatch.setattr("evidence.reports.lists.ask", lambda *_: pytest.fail("it ran"))
    before = Path(here).read_bytes()
    code, line = refused("sql", "-", stdin=sql)
    assert code == 2
    assert line.endswith(f" is not run: sql only reads; {HOW}")
    assert Path(here).read_bytes() == before


@pytest.mark.parametrize("sql", ["SELECT 1; DELETE FROM document", "SELECT 1;\n;SELECT 2", "DELETE FROM document; --"])
def test_two_statements_are_refused(refused, here, sql):
    before = dump(here)
    code, line = refused("sql", sql)
    assert code == 2
    assert "one statement at a time" in line or "DELETE is not run" in line
    assert dump(here) == before


@pytest.mark.usefixtures("here")
def test_words_that_only_look_like_writing_are_read(run):
    for sql in ("SELECT 'DELETE FROM document; --' AS a;", 'SELECT 1 AS "update"', "SELECT REPLACE('a', 'a', 'b') AS b",
                "WITH deleted AS (SELECT 1 AS a) SELECT a FROM deleted"):  # fmt: skip
        assert run("sql", sql).code == 0


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT load_extension('x')",
        "EXPLAIN DELETE FROM document",
        "VALUES (1) UNION SELECT * FROM pragma_user_version",
    ],
)
def test_what_gets_past_the_words_is_stopped_by_sqlite_itself(run, here, sql):
    before = dump(here)
    code, _, err = run("sql", sql)
    assert code in (0, 2)  # to explain a statement does not run it
    assert err.count("\n") == (code != 0)
    assert "mistake of the program" not in err
    assert dump(here) == before


@pytest.mark.parametrize(
    "sql",
    ["SELECT setval('counter', 7)", "SELECT nextval('counter')", "SELECT * INTO x FROM study",
     "SELECT id FROM document FOR UPDATE", "EXPLAIN ANALYZE DELETE FROM document",
     "SELECT set_config('transaction_read_only', 'off', false)", "LISTEN x",
     "SELECT query_to_xml('DELETE FROM document', true, true, '')", "REINDEX TABLE document"],
)  # fmt: skip
def test_what_gets_past_the_words_is_stopped_by_postgresql_itself(refused, postgresql_founded, sql):
    engine = connect(postgresql_founded)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE SEQUENCE IF NOT EXISTS counter")
    before = dump(postgresql_founded)
    code, _ = refused("--db", postgresql_founded, "sql", sql)
    assert code == 2
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT last_value, is_called FROM counter").one() == (1, False)
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM pg_largeobject_metadata").scalar() == 0
    engine.dispose()
    assert dump(postgresql_founded) == before


def test_what_postgresql_lets_pass_is_rolled_back(run, postgresql_founded):
    """Before version 16 a read-only transaction may make a large object; ours is never committed."""
    code, _, err = run("--db", postgresql_founded, "sql", "SELECT lo_create(0)")
    assert (code, err.count("\n")) in ((0, 0), (2, 1))
    assert run("--db", postgresql_founded, "sql", "SELECT COUNT(*) FROM pg_largeobject_metadata", "--format", "csv"
               ).out.split() == ["count", "0"]  # fmt: skip


@pytest.mark.parametrize("sql", WRITES)
def test_the_same_words_are_refused_on_postgresql(refused, postgresql_founded, sql):
    code, line = refused("--db", postgresql_founded, "sql", "-", stdin=sql)
    assert (code, line.endswith(HOW)) == (2, True), line


def test_names_are_explained_on_postgresql_too(refused, postgresql_founded):
    at = ("--db", postgresql_founded, "sql")
    assert refused(*at, "SELECT * FROM efect")[1].endswith("there is no table or view 'efect'; did you mean 'effect'?")
    assert "there is no column 'editorial_statos'; did you mean 'editorial_status'" in refused(
        *at, "SELECT editorial_statos FROM study_summary")[1]  # fmt: skip
    code, line = refused(*at, "SELECT pg_sleep(5)", "--time-limit", "0.2")
    assert (code, line) == (2, "Error: the query took longer than 0.2 s; narrow it, or raise --time-limit")


def test_a_database_that_lies_beside_the_papers_is_no_paper(tmp_path, run):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.yaml").write_text(GOOD)
    first = run("--db", str(tmp_path / "papers" / "evidence.db"), "ingest", str(tmp_path / "papers"))
    again = run("--db", str(tmp_path / "papers" / "evidence.db"), "ingest", str(tmp_path / "papers"))
    assert (first.code, first.out, first.err) == (0, "1 stored\n", "")
    assert (again.code, again.out, again.err) == (0, "1 unchanged\n", "")
    named = run("--db", str(tmp_path / "other.db"), "ingest", str(tmp_path / "papers" / "evidence.db"))
    assert named.code == 1  # who names it is told that it is no paper
