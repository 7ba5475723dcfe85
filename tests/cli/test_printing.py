"""What a user sees: reports and lists in every format, at two widths, on a terminal and in a pipe."""

import csv
import io
import json
import os
import pty
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import evidence

PROGRAM = [sys.executable, "-c", "from evidence.cli import main; main()"]
ESCAPE = "\x1b"
WHERE = str(Path(evidence.__file__).parents[1])  # processes run the package that this process runs


@pytest.mark.parametrize("width", ["80", "140"])
def test_the_demo_prints_its_report(run, golden, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    code, out, err = run("demo")
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= int(width)
    golden(f"demo_{width}", out)
    again, _, refusal = run("demo")
    assert again == 2
    assert "evidence.db: there is a database here already" in refusal


def test_the_demo_makes_the_folder_it_is_given(run):
    out = run("demo", "new/demo").out
    assert out.endswith(
        "The database is new/demo/evidence.db.\n"
        "Next: cd new/demo, then evidence flags, evidence hypotheses, evidence sql --list\n"
    )
    assert run("--db", "new/demo/evidence.db", "studies").code == 0


@pytest.mark.parametrize("width", ["80", "140"])
@pytest.mark.parametrize(
    "args",
    [("studies",), ("hypotheses",), ("flags", "--level", "critical"), ("report", "--list"), ("sql", "--list"),
     ("report", "study", "cao"), ("report", "study", "qiao"), ("report", "study", "wang"), ("report", "study", "zhao"),
     ("template", "--columns")],
    ids="_".join,
)  # fmt: skip
@pytest.mark.usefixtures("here")
def test_tables_fit_the_terminal(run, golden, monkeypatch, args, width):
    monkeypatch.setenv("COLUMNS", width)
    code, out, err = run(*args)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= int(width)
    assert not any(line.endswith(" ") for line in out.splitlines())
    if width == "80" or args in (("studies",), ("hypotheses",)):
        golden(f"{'_'.join(args).replace('--', '')}_{width}", out)


@pytest.mark.parametrize("form", ["csv", "json", "markdown"])
@pytest.mark.parametrize("args", [("studies",), ("hypotheses",), ("report", "--list"), ("sql", "--list")], ids="_".join)
@pytest.mark.usefixtures("here")
def test_formats_hold_the_same_rows(run, golden, args, form):
    code, out, err = run(*args, "--format", form)
    assert (code, err) == (0, "")
    golden(f"{'_'.join(args).replace('--', '')}_{form}", out)
    if len(args) == 1:
        rows = json.loads(run(*args, "--format", "json").out)
        read = {
            "json": lambda: json.loads(out),
            "csv": lambda: list(csv.DictReader(io.StringIO(out))),
            "markdown": lambda: out.splitlines()[2:],
        }[form]()
        assert len(read) == len(rows) > 3
        if form == "csv":
            assert list(read[0]) == list(rows[0])
            assert [r["study"] for r in read] == [r["study"] for r in rows]


def test_a_study_is_found_by_label_beginning_or_doi(run, here):
    doi = "10.5555/an.invented_one"
    label = run("sql", "SELECT study FROM study_summary WHERE study LIKE 'cao%'", "--format", "csv").out.split()[1]
    connection = sqlite3.connect(here)
    connection.execute("UPDATE document SET doi = ? WHERE id = (SELECT id FROM study WHERE label = ?)", (doi, label))
    connection.commit()
    connection.close()
    whole = run("report", "study", label).out
    assert label in whole
    for name in (label[:4], label.upper(), doi, doi.upper()):
        assert run("report", "study", name).out == whole


@pytest.mark.parametrize("form", ["csv", "json", "markdown"])
@pytest.mark.usefixtures("here")
def test_whole_reports_come_in_every_format(run, form):
    for args in (("report", "study", "cao"), ("report", "summary"), ("flags",)):
        code, out, err = run(*args, "--format", form)
        assert (code, err) == (0, "")
        assert "retracted" in out or args == ("flags",)
        if form == "json":
            assert json.loads(out)


@pytest.mark.usefixtures("here")
def test_filters_show_a_part(run):
    def rows(*args):
        return json.loads(run(*args, "--format", "json").out)

    whole = rows("hypotheses")
    of_cao = rows("hypotheses", "--study", "cao")
    assert of_cao == [row for row in whole if row["study"].startswith("cao")]
    about = rows("hypotheses", "--construct", "TRUST")
    assert about == [r for r in whole if "trust" in f"{r['source']} {r['target']}".lower()]
    assert about
    assert rows("hypotheses", "--construct", "_") == rows("hypotheses", "--construct", "%") == []
    null = rows("hypotheses", "--verdict", "not supported")
    assert null == [r for r in whole if r["verdict"] == "not supported"]
    flags = rows("flags")
    grave = rows("flags", "--level", "error")
    assert grave == [f for f in flags if f["level"] in ("critical", "error")]
    assert {f["level"] for f in flags} > {"critical", "error"}
    check = grave[0]["check_id"]
    assert rows("flags", "--check", check) == [f for f in flags if f["check_id"] == check]
    assert rows("flags", "--study", "qiao") == [f for f in flags if f["study"].startswith("qiao")]


# -- a column without room, a column without content, a long word ---------------------------------------------


@pytest.mark.usefixtures("here")
def test_columns_give_way_from_the_right_and_are_named(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    out = run("studies").out
    assert out.splitlines()[0].split() == ["study", "year", "n"]
    assert " ".join(out.split("(")[-1].split()).startswith("no room for: editorial status, paths, supported")


@pytest.mark.usefixtures("here")
def test_empty_columns_are_named_and_not_shown(run):
    out = run("sql", "SELECT 1 AS one, NULL AS no_value, '' AS blank").out
    assert out.splitlines()[0] == "one"
    assert "(nothing in: no value, blank)" in out
    assert run("sql", "SELECT NULL AS no_value").out.splitlines()[0] == "no value"
    assert run("sql", "SELECT 1 AS one WHERE 1 = 2").out == "(no rows)\n"


@pytest.mark.usefixtures("here")
def test_long_names_are_broken_after_a_hyphen_and_labels_never(run, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    out = run("sql", "SELECT 'cao-2022-fed1' AS study, 'a-check-with-a-long-name-of-many-words' AS check_id,"
                     " 'nothing else to be said' AS words").out  # fmt: skip
    assert "cao-2022-fed1" in out
    assert "a-check-with-a-long-name-of-many-words" in "".join(
        line[15:].split("  ")[0].strip() for line in out.splitlines()[2:]
    )


@pytest.mark.usefixtures("here")
def test_text_that_looks_like_markup_is_text(run):
    out = run("sql", "SELECT '[red]x[/red] :smile:' AS a, 'b|c' AS b").out
    assert "[red]x[/red] :smile:" in out
    assert "b\\|c" in run("sql", "SELECT 'b|c' AS b", "--format", "markdown").out


# -- sql -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("here")
def test_sql_reads_standard_input_and_parameters(run):
    assert run("sql", "-", "--format", "csv", stdin="SELECT 6 * 7 AS answer;\n").out == "answer\n42\n"
    out = run("sql", "SELECT :a AS a, :b AS b, ':' AS c", "--param", "a=1", "--param", "b='1'", "--format", "json").out
    assert json.loads(out) == [{"a": 1, "b": "1", "c": ":"}]
    named = json.loads(run("sql", "--named", "small-samples", "--param", "below=400", "--format", "json").out)
    assert [row["study"][:4] for row in named] == ["qiao"]


@pytest.mark.parametrize("form", ["table", "csv", "json", "markdown"])
@pytest.mark.usefixtures("here")
def test_a_row_limit_is_said(run, form):
    code, out, err = run("sql", "SELECT no FROM source_span", "--rows", "3", "--format", form)
    assert code == 0
    notice = {"table": "(only the first 3 rows; raise --rows for more)", "markdown": "Only the first 3 rows are shown."}
    assert notice.get(form, "only the first 3 rows; raise --rows for more") in (err if form in ("csv", "json") else out)
    assert "only the first" not in "".join(run("sql", "SELECT 1 AS a", "--rows", "1", "--format", form)[1:])


@pytest.mark.usefixtures("here")
def test_a_time_limit_is_kept(refused):
    endless = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT COUNT(*) FROM t"
    code, line = refused("sql", endless, "--time-limit", "0.2")
    assert code == 2
    assert line == "Error: the query took longer than 0.2 s; narrow it, or raise --time-limit"


# -- which database --------------------------------------------------------------------------------------------


def test_the_database_is_named_before_or_after_the_command_or_in_the_environment(run, founding_db, monkeypatch):
    expected = run("--db", founding_db, "studies")
    assert expected.code == 0
    assert run("studies", "--db", founding_db) == expected
    assert run("studies", "--db", f"sqlite:///{founding_db}") == expected
    assert run("--db", "elsewhere.db", "studies", "--db", founding_db) == expected
    monkeypatch.setenv("EVIDENCE_DB", str(founding_db))
    assert run("studies") == expected
    assert run("--db", "elsewhere.db", "studies").code == 3


def test_init_says_what_it_did(run):
    assert run("init", "--db", "team.db").out.startswith("created team.db (schema ")
    assert "team.db is current (schema " in run("init", "--db", "team.db").out


def test_a_template_is_written_once_and_can_be_ingested(run, refused, tmp_path):
    assert run("template", "coding.csv").out.startswith("wrote coding.csv; ")
    assert (tmp_path / "coding.csv").read_text(encoding="utf-8") == run("template").out
    code, line = refused("template", "coding.csv")
    assert (code, line) == (
        2, "Error: coding.csv: the file exists; give another name; nothing was overwritten")  # fmt: skip
    assert run("ingest", "coding.csv") == (0, "1 stored\n", "")
    assert run("ingest", "coding.csv") == (0, "1 unchanged\n", "")
    assert run("assess", "--as-of", "2025-01-01").out.startswith("assessed 1 documents")
    assert run("report", "study", "example").code == 0


def test_several_readers_at_once_store_the_same(run):
    from tests.conftest import SEEDS
    from tests.store.dump import dump

    run("--db", "one.db", "ingest", SEEDS / "studies")
    assert run("--db", "two.db", "ingest", "--jobs", "2", SEEDS / "studies") == (0, "5 stored\n", "")
    assert dump("one.db") == dump("two.db")


# -- terminals and pipes (real processes) ----------------------------------------------------------------------


def process(args, folder, **environment):
    env = os.environ | {"TERM": "xterm-256color", "COLUMNS": "80", "PYTHONPATH": WHERE} | environment
    return {"args": [*PROGRAM, *args], "cwd": folder, "env": env}


def on_a_terminal(args, folder, **environment):
    """What a process prints when its output is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(**process(args, folder, **environment), stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        printed = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux's way of saying that the other end was closed
                break
            if not piece:
                break
            printed += piece
    os.close(ours)
    assert running.returncode == 0
    return printed.decode()


@pytest.fixture
def folder(founding_db, tmp_path):
    shutil.copy(founding_db, tmp_path / "evidence.db")
    return tmp_path


def test_styles_only_on_a_terminal_and_not_with_no_color(folder):
    piped = subprocess.run(**process(["report", "summary"], folder), capture_output=True, text=True, check=True)
    assert ESCAPE not in piped.stdout
    assert piped.stderr == ""
    shown = on_a_terminal(["report", "summary"], folder)
    assert ESCAPE in shown
    plain = on_a_terminal(["report", "summary"], folder, NO_COLOR="1")
    assert ESCAPE not in plain
    assert plain.replace("\r\n", "\n") == piped.stdout


def test_ingest_shows_progress_on_a_terminal_only(folder):
    from tests.conftest import SEEDS

    args = ["ingest", str(SEEDS / "studies")]
    shown = on_a_terminal(args, folder)
    assert "reading" in shown or ".yaml" in shown
    assert shown.endswith("5 unchanged\r\n")
    piped = subprocess.run(**process(args, folder), capture_output=True, text=True, check=True)
    assert (piped.stdout, piped.stderr) == ("5 unchanged\n", "")


@pytest.mark.parametrize(
    "args",
    [["studies"], ["sql", "--list"], ["--help"], ["template"],
     ["sql", "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 300000) SELECT n FROM t",
      "--rows", "300000", "--format", "csv"]],
    ids=["studies", "list", "help", "template", "long"],
)  # fmt: skip
def test_a_closed_pipe_is_silent(folder, args):
    """As in `evidence sql … | head -1`, whether the reader leaves after a line or before the first."""
    for lines in (0, 1) if args[0] in ("--help", "template") else (1,):
        running = subprocess.Popen(**process(args, folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(lines):
            running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
        running.stderr.close()
        assert (running.wait(), said) == (0, b"")
