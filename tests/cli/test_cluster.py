"""Reading on a Dask cluster stores what reading here does, and says in one line what is wrong with a cluster."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

import evidence
from evidence.assets import seeds
from evidence.errors import EvidenceError
from evidence.store.engine import connect
from evidence.verbs import cluster, ingest, initialise
from evidence.verbs.many import read_all, read_one
from tests.store.dump import dump

SAMPLES = seeds() / "samples"
STARTED = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers={workers}, threads_per_worker=1, dashboard_address=None, scheduler_port=0) as cluster:
        print(cluster.scheduler_address, *(w.pid for w in cluster.workers.values()), flush=True)
        sys.stdin.read()
"""


@contextmanager
def running(workers, folder, **env):
    """A scheduler with workers in processes of their own: its address, and the numbers of the processes."""
    program = folder / "cluster.py"
    program.write_text(STARTED.format(workers=workers))
    env = os.environ | {"PYTHONPATH": str(Path(evidence.__file__).parents[1])} | env
    process = subprocess.Popen([sys.executable, str(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True, env=env, cwd=folder)  # fmt: skip
    try:
        address, *workers = process.stdout.readline().split()
        yield address, [int(pid) for pid in workers]
    finally:
        process.communicate(timeout=30)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with running(2, tmp_path_factory.mktemp("cluster")) as (where, _):
        yield where


@pytest.fixture
def papers(tmp_path):
    """Three papers, one damaged and one empty file."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("ferry-crews.html", "familiar-bread.pdf", "quiet-offices.xml"):
        (folder / name).symlink_to(SAMPLES / name)
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (folder / "empty.txt").touch()
    return folder


def ingested(database, folder, scheduler=None):
    engine = connect(database)
    initialise(engine)
    result = ingest(engine, [folder], scheduler=scheduler)
    engine.dispose()
    return result


def test_a_cluster_stores_what_one_process_stores(address, papers, blank, tmp_path):
    here = str(tmp_path / "here.db")
    far, near = ingested(blank, papers, address), ingested(here, papers)
    assert far == near
    assert far.outcomes == {"stored": 3}
    assert sorted(map(os.path.basename, far.failures)) == ["damaged.pdf", "empty.txt"]
    assert dump(blank) == dump(here)


def test_more_documents_than_are_under_way_come_in_their_order(address, tmp_path):
    paths = [tmp_path / f"{i}.md" for i in range(12)]
    for i, path in enumerate(paths):
        path.write_text(f"# Paper {i} of trust\n\nWe surveyed 200 nurses.\n\nH1: Trust increases joy.\n")
    assert list(read_all(paths, scheduler=address)) == [(path, read_one(path)) for path in paths]


def test_a_worker_that_dies_costs_no_document(papers, tmp_path):
    files = sorted(papers.iterdir()) * 4
    with running(2, tmp_path) as (address, workers):
        readings = read_all(files, scheduler=address)
        found = [next(readings)]
        os.kill(workers[0], signal.SIGKILL)
        found += readings
    assert found == [(path, read_one(path)) for path in files]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nonsense", "nonsense: this is no address of a scheduler; give one such as tcp://host:8786"),
        ("tcp://127.0.0.1:9", r"tcp://127.0.0.1:9: the scheduler cannot be reached: .*; check the address"),
    ],
)
def test_a_scheduler_that_is_not_there(address, said, monkeypatch):
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with pytest.raises(EvidenceError, match=said):
        list(read_all([SAMPLES / "ferry-crews.html"], scheduler=address))


def test_a_cluster_without_workers(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with (
        running(0, tmp_path) as (address, _),
        pytest.raises(EvidenceError, match=r"no workers; start some: dask worker"),
    ):
        list(read_all([SAMPLES / "ferry-crews.html"], scheduler=address))


def test_workers_of_another_version(address, monkeypatch):
    monkeypatch.setattr(evidence, "__version__", "99.0", raising=False)
    with pytest.raises(EvidenceError, match=r"another version of this program: .*; install evidence 99\.0"):
        list(read_all([SAMPLES / "ferry-crews.html"], scheduler=address))


def test_workers_without_the_program(tmp_path):
    (tmp_path / "evidence.py").write_text("raise ImportError('not here')")
    said = r"cannot load this program: .*; install evidence"
    with running(1, tmp_path, PYTHONPATH=str(tmp_path)) as (address, _), pytest.raises(EvidenceError, match=said):
        list(read_all([SAMPLES / "ferry-crews.html"], scheduler=address))


def test_a_cluster_and_processes_exclude_each_other(run, tmp_path):
    code, out, err = run("--db", tmp_path / "x.db", "ingest", SAMPLES, "--jobs", "2", "--scheduler", "tcp://h:1")
    assert (code, out) == (2, "")
    assert err == "Error: --jobs and --scheduler exclude each other; the cluster has workers of its own\n"
