"""`evidence export`, `snapshot` and `diff` from the command line: what they print, write, refuse, and survive."""

import csv
import gzip
import io
import json
import os
import shutil
import signal
import sys

import pytest

from evidence.errors import InputError
from evidence.verbs.writing import check_folder, write, write_folder

pytestmark = pytest.mark.usefixtures("here")
FILES = {f"part/{i}.csv": f"new {i}".encode() * 50 for i in range(5)} | {"top.json": b"new"}


def held(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


# -- export --------------------------------------------------------------------------------------------------------


def test_export_says_what_it_wrote_and_twice_gives_the_same_bytes(run, golden, tmp_path):
    code, out, err = run("export", "all")
    assert (code, err) == (0, "wrote all\n")
    golden("export_80", out)
    assert run("export", "again").code == 0
    assert held(tmp_path / "all") == held(tmp_path / "again")
    assert not list(tmp_path.glob(".*"))
    folders = {name.partition("/")[0] for name in held(tmp_path / "all")}
    assert folders == {"datapackage", "graphml", "lavaan", "metafor", "ris", "ro-crate-metadata.json"}


def test_only_some_targets_in_a_format_for_programs(run, tmp_path):
    code, out, _ = run("export", "some", "--only", "ris", "--only", "graphml", "--format", "json")
    assert code == 0
    assert [(row["export"], row["files"]) for row in json.loads(out)] == [("graphml", 2), ("ris", 1)]
    assert {name.partition("/")[0] for name in held(tmp_path / "some")} == {"graphml", "ris"}


def test_the_targets_are_listed(run, golden):
    code, out, _ = run("export", "--list")
    assert code == 0
    golden("export_list_80", out)


def test_a_folder_that_holds_something_is_refused_unless_forced(run, refused, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep")
    code, said = refused("export", "mine", "--only", "ris")
    assert code == 1
    assert "the folder is not empty" in said
    assert "--force" in said
    assert run("export", "mine", "--only", "ris", "--force").code == 0
    assert set(held(tmp_path / "mine")) == {"notes.txt", "ris/studies.ris"}
    assert (tmp_path / "mine" / "notes.txt").read_text() == "keep"


def test_an_empty_folder_that_is_there_is_filled(run, tmp_path):
    (tmp_path / "empty").mkdir()
    assert run("export", "empty", "--only", "ris").code == 0
    assert set(held(tmp_path / "empty")) == {"ris/studies.ris"}
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["out", "--only", "lavan"], 2, "did you mean 'lavaan'?"),
        (["out", "--only", "ro-crate"], 2, "only describes other files; name another target"),
        ([], 2, "give a folder DIR, or --list"),
        (["evidence.db"], 1, "this is no folder"),
        (["evidence.db/inside", "--only", "ris"], 1, "cannot be written"),
    ],
)
def test_what_cannot_be_exported_is_refused(refused, args, code, words):
    found, said = refused("export", *args)
    assert found == code
    assert words in said


# -- killed --------------------------------------------------------------------------------------------------------


def killed_at(monkeypatch, name, number, call):
    """Run a call in a process of its own that is killed at the n-th use of a way to write."""
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    owner, _, method = name.rpartition(".")
    whole, left = getattr(sys.modules["evidence.verbs.writing"], owner), [number]
    real = getattr(whole, method)

    def until(*args, **kwargs):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **kwargs)

    monkeypatch.setattr(whole, method, until)
    try:
        call()
    finally:
        os._exit(0)


@pytest.mark.parametrize("number", range(6))
def test_killed_while_writing_leaves_no_folder_and_the_next_run_completes_it(monkeypatch, tmp_path, number):
    folder = tmp_path / "out"
    assert killed_at(monkeypatch, "Path.write_bytes", number, lambda: write_folder(folder, FILES)) == -signal.SIGKILL
    assert not folder.exists()
    check_folder(folder)
    write_folder(folder, FILES)
    assert held(folder) == FILES
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["out"]


@pytest.mark.parametrize("number", range(6))
def test_killed_while_replacing_leaves_every_file_whole(monkeypatch, tmp_path, number):
    folder = tmp_path / "out"
    old = dict.fromkeys(FILES, b"old")
    write_folder(folder, old)
    assert killed_at(monkeypatch, "os.replace", number, lambda: write_folder(folder, FILES)) == -signal.SIGKILL
    left = held(folder)
    assert left.keys() == FILES.keys()
    assert all(left[name] in (old[name], FILES[name]) for name in FILES)
    assert sum(left[name] == FILES[name] for name in FILES) == number
    write_folder(folder, FILES)
    assert held(folder) == FILES
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["out"]


def test_a_file_is_replaced_in_one_step(monkeypatch, tmp_path):
    path = tmp_path / "deep" / "file"
    write(path, b"old")
    assert killed_at(monkeypatch, "Path.replace", 0, lambda: write(path, b"new" * 99)) == -signal.SIGKILL
    assert path.read_bytes() == b"old"
    write(path, b"new")
    assert [p.name for p in path.parent.iterdir()] == ["file"]


def test_what_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="the file cannot be written"):
        write(tmp_path / "file" / "inside", b"")
    with pytest.raises(InputError, match="this is no folder"):
        check_folder(tmp_path / "file")


# -- snapshot and diff ---------------------------------------------------------------------------------------------


def counts(out):
    return {row["what"]: row["count"] for row in json.loads(out)}


def test_a_snapshot_has_an_id_and_the_same_bytes_again(run, tmp_path):
    code, out, err = run("snapshot", "one", "--format", "json")
    assert (code, err) == (0, "wrote one\n")
    assert run("snapshot", "two", "--format", "json").out == out
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    found = json.loads(gzip.decompress((tmp_path / "one").read_bytes()))
    assert counts(out)["studies"] == len(found["studies"]) == 5
    assert len(counts(out)["id"]) == 16
    assert run("snapshot", "--format", "json").out == out  # without a file: the id and the counts
    assert not list(tmp_path.glob(".*"))


@pytest.fixture
def judged(run, here, tmp_path):  # noqa: ARG001  the database comes first
    """A snapshot of before, and a database in which a person has decided since."""
    assert run("snapshot", "before").code == 0
    shutil.copy(tmp_path / "evidence.db", tmp_path / "first.db")
    asked = "SELECT finding_id FROM flag WHERE check_id = 'inadmissible-solution' AND level = 'critical'"
    (found,) = json.loads(run("sql", asked, "--format", "json").out)
    run("review", "dismiss", found["finding_id"], "--reason", "for this test", "--coder", "AB")
    asked = "SELECT s.label FROM study AS s JOIN path_coefficient AS p ON p.study_id = s.id WHERE p.no = 0 AND p.beta = '.31'"
    (study,) = json.loads(run("sql", asked, "--format", "json").out)
    for pointer, value in (("/paths/0/beta", ".02"), ("/paths/1/beta", ".44")):
        done = run("review", "correct", study["label"], pointer, value, "--reason", "misread", "--coder", "AB")
        assert done.code == 0


@pytest.mark.usefixtures("judged")
def test_diff_says_what_changed_and_what_moved(run, golden):
    code, out, err = run("diff", "before", "evidence.db")
    assert (code, err) == (0, "")
    golden("diff_80", out)
    assert max(map(len, out.splitlines())) <= 80
    first = run("diff", "first.db", "evidence.db").out
    assert first.partition("\n")[2] == out.partition("\n")[2]  # a database and its snapshot are the same state


@pytest.mark.usefixtures("judged")
def test_diff_in_every_format(run):
    parts = {s["title"]: s["rows"] for s in json.loads(run("diff", "before", "evidence.db", "--format", "json").out)}
    pairs = parts["Pooled pairs"]
    assert pairs[0]["change"] == "no longer significant"
    assert "corrected by AB" in pairs[0]["why"]
    assert (
        "inadmissible-solution, AB: dismissed: for this test" in next(p for p in pairs if p["change"] == "new")["why"]
    )
    text = run("diff", "before", "evidence.db", "--format", "csv").out
    assert "# Pooled pairs" in text
    assert any("corrected by AB" in cell for row in csv.reader(io.StringIO(text)) for cell in row)
    assert "## Pooled pairs" in run("diff", "before", "evidence.db", "--format", "markdown").out


def test_nothing_changed_is_said_and_is_no_failure(run):
    run("snapshot", "before")
    assert run("diff", "before", "evidence.db") == (0, "before -> evidence.db\nNothing changed.\n", "")


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["nothing", "evidence.db"], 3, "there is no database here"),
        (["evidence.db", "other"], 1, "this is no snapshot"),
    ],
)
def test_what_cannot_be_compared_is_refused(refused, tmp_path, args, code, words):
    (tmp_path / "other").write_bytes(gzip.compress(b"other"))
    found, said = refused("diff", *args)
    assert found == code
    assert words in said


def test_a_password_in_a_url_is_not_printed():
    from evidence.verbs.comparing import _told

    assert "secret" not in _told("postgresql+psycopg://me:secret@here/x")
