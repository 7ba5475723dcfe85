"""Killed at any moment, or two at once: the database opens, holds whole studies, and the same command completes it.

The ingests are real processes. Those that are killed are forked from this one, so that they start at once and the
kills fall into the work and not into imports; those that run together are started as a user starts them.
"""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

import evidence
from evidence.errors import DatabaseError
from evidence.store.engine import connect, is_sqlite
from evidence.store.migrate import check_current
from evidence.store.query import ask
from evidence.store.tables import metadata
from evidence.verbs import initialise
from tests.benchmarks.synthetic import record
from tests.store.dump import dump

RECORDS, FILES = 1000, 25  # studies with 3000 coefficients
BATCH_ROWS = 1000  # some thirty studies in a transaction, so that there are many moments to be killed in
EARLY = (0.005, 0.03, 0.08, 0.15)  # seconds: while the tables are made
KILLS = 9  # while studies are stored
PROGRAM = [sys.executable, "-c", "from evidence.cli import main; main()"]


def small(i, chance):
    """A study of three paths; thousands of them are read in a second or two."""
    whole = record(i, chance, 400)
    places = {p: at for p, at in whole.spans.items() if not p.startswith(("/fit/", "/correlations/", "/paths/"))}
    places |= {p: at for p, at in whole.spans.items() if p.startswith(("/paths/0/", "/paths/1/", "/paths/2/"))}
    return replace(whole, paths=whole.paths[:3], hypotheses=whole.hypotheses[:3], correlations=(), fit=(), spans=places)


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """A folder of coded files, some fifty studies each."""
    folder = tmp_path_factory.mktemp("papers")
    chance = random.Random(7)
    studies = [small(i, chance).to_dict() for i in range(RECORDS)]
    for n in range(FILES):
        (folder / f"{n:03}.json").write_text(json.dumps({"records": studies[n::FILES]}), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def uninterrupted(papers, tmp_path_factory):
    """What an ingest that nobody disturbs leaves: its bytes, and the rows of each study by table."""
    path = tmp_path_factory.mktemp("whole") / "evidence.db"
    assert finished(begin(str(path), papers)) == 0
    return dump(path), sizes(str(path))


def begin(database, folder):
    """Fork a process that runs `evidence --db DATABASE ingest FOLDER`; answers with its id."""
    import evidence.cli
    import evidence.store.save

    process = os.fork()
    if process:
        return process
    code = 70
    try:
        sys.argv = ["evidence", "--db", database, "ingest", str(folder)]
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        evidence.store.save.BATCH_ROWS = BATCH_ROWS
        evidence.cli.main()
    except SystemExit as stop:
        code = stop.code
    finally:
        os._exit(code)


def finished(process):
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def sizes(database):
    """How many rows each stored study has in each table: {study: {table: rows}}."""
    engine = connect(database)
    found = {}
    with engine.connect() as connection:
        if "document" in inspect(connection).get_table_names():
            found = {key: {} for (key,) in connection.execute(text("SELECT id FROM document"))}
            for table in metadata.sorted_tables:
                if "study_id" in table.columns:
                    query = text(f"SELECT study_id, COUNT(*) FROM {table.name} GROUP BY study_id")
                    for key, rows in connection.execute(query):
                        found[key][table.name] = rows
    engine.dispose()
    return found


def check_opens(database):
    engine = connect(database)
    with engine.connect() as connection:
        if is_sqlite(engine):
            assert connection.exec_driver_sql("PRAGMA integrity_check").all() == [("ok",)]
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        else:
            assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    engine.dispose()


def wait_for_more(database, process, stored):
    """Wait until there are more studies than `stored`; False when the process ended before."""
    engine = connect(database, read_only=True)
    try:
        while ask(engine, "SELECT COUNT(*) FROM study").rows[0][0] <= stored:
            if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                return False
            time.sleep(0.005)
    finally:
        engine.dispose()
    return True


def test_killed_at_any_moment_and_continued(blank, papers, uninterrupted):
    """Every run is killed, and the next continues what it left: some while tables are made, most while storing."""
    expected, whole = uninterrupted
    chance = random.Random(11)
    for delay in EARLY:
        process = begin(blank, papers)
        time.sleep(delay)
        os.kill(process, signal.SIGKILL)
        assert finished(process) == -signal.SIGKILL
        if blank.startswith("postgresql") or Path(blank).exists():
            check_opens(blank)
            assert sizes(blank) == {}
    initialise(engine := connect(blank))
    engine.dispose()
    stored = [0]
    for _ in range(KILLS):
        process = begin(blank, papers)
        assert wait_for_more(blank, process, stored[-1])
        time.sleep(chance.uniform(0, 0.03))
        os.kill(process, signal.SIGKILL)
        assert finished(process) == -signal.SIGKILL
        check_opens(blank)
        held = sizes(blank)
        assert {study: whole[study] for study in held} == held
        stored.append(len(held))
    assert stored == sorted(set(stored))  # each run stored something, and no kill took away what was stored
    assert stored[-1] < RECORDS
    assert finished(begin(blank, papers)) == 0
    assert dump(blank) == expected
    engine = connect(blank)
    runs = ask(engine, "SELECT status FROM ingest_run ORDER BY started_at").rows
    assert ("done",) in runs
    assert ("failed",) not in runs
    assert set(runs) == {("done",), ("running",)}  # a run that stays `running` was killed
    engine.dispose()
    assert finished(begin(blank, papers)) == 0
    assert dump(blank) == expected


def test_two_ingests_at_once_and_a_reader(blank, papers, uninterrupted, tmp_path):
    """Two processes make the database and fill it from overlapping folders while a third reads what there is."""
    files = sorted(papers.iterdir())
    folders = tmp_path / "first", tmp_path / "second"
    for folder, part in zip(folders, (files[: FILES * 2 // 3], files[FILES // 3 :]), strict=True):
        folder.mkdir()
        for file in part:
            (folder / file.name).symlink_to(file)
    env = os.environ | {"PYTHONPATH": str(Path(evidence.__file__).parents[1])}
    pair = [
        subprocess.Popen([*PROGRAM, "--db", blank, "ingest", folder], env=env, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for folder in folders
    ]  # fmt: skip
    seen = read_until_done(blank, pair)
    said = [process.communicate() for process in pair]
    assert [process.returncode for process in pair] == [0, 0], said
    assert [err for _, err in said] == ["", ""]
    assert seen == sorted(seen)
    assert dump(blank) == uninterrupted[0]
    counts = [dict(reversed(part.split()) for part in out.strip().split(", ")) for out, _ in said]
    assert sum(int(c.get("stored", 0)) for c in counts) == RECORDS  # each study was stored by one of the two


def read_until_done(database, processes):
    """The number of studies a reader sees, again and again; it may be told that there is nothing yet, no more."""
    seen = []
    while any(process.poll() is None for process in processes):
        engine = None
        try:
            engine = connect(database, read_only=True)
            check_current(engine)
        except DatabaseError as refusal:
            if seen or not re.search("no database here|no evidence in this database yet", str(refusal)):
                raise
        else:
            ((studies, paths),) = ask(
                engine, "SELECT (SELECT COUNT(*) FROM study) AS studies, (SELECT COUNT(*) FROM path_effect) AS paths"
            ).rows
            assert paths == 3 * studies  # never half a study
            seen.append(studies)
        finally:
            if engine is not None:
                engine.dispose()
        time.sleep(0.1)
    return seen
