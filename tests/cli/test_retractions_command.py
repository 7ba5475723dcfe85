"""`evidence retractions` and `evidence status` as they are typed, and what they print."""

import json

import pytest
from click.testing import CliRunner

from evidence.cli import cli
from evidence.errors import EvidenceError, UsageError
from evidence.reports.findings import wording
from evidence.store.engine import connect
from evidence.verbs import assess, initialise
from tests.invented import line, retraction_watch, three_studies


@pytest.fixture
def run(database, monkeypatch):
    """Types a command at a terminal of 100 columns over three invented studies."""
    monkeypatch.setenv("COLUMNS", "100")
    engine = connect(database)
    initialise(engine)
    three_studies(engine)
    assess(engine, as_of="2026-01-01")
    engine.dispose()

    def typed(*words, ok=True):
        result = CliRunner().invoke(cli, ["--db", database, *map(str, words)], env={"NO_COLOR": "1"})
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert not ok or result.exit_code == 0
        return "\n".join(text.rstrip() for text in result.stdout.splitlines())

    return typed


@pytest.fixture
def file(tmp_path):
    return retraction_watch(tmp_path / "rw.csv", line("10.5555/c"), line("10.5555/q", number=2), "3,cut")


STATUS = """\
10.5555/C  (study anderson-2020-cccc)
  retracted since 2021-03-04 as of 2026-01-01 according to Retraction Watch
  use: exclude; reason: data
10.5555/other
  no notice known as of 2026-01-01 from Retraction Watch of 2025-11-01
  use: keep

What each source says
asked          source          as of       says
────────────────────────────────────────────────────────────────────────────────────────────────────
10.5555/C      the document                no notice
               itself
10.5555/C      Retraction      2025-11-01  retraction of 2021-03-04 by 10.5555/notice.1 (Unreliable
               Watch                       Data)
10.5555/other  Retraction      2025-11-01  no notice
               Watch"""


def test_import_says_what_came_in_what_was_left_out_and_what_changed(run, file):
    said = run("retractions", "import", file, "--fetched", "2025-11-01").splitlines()
    assert said[:3] == [
        "Retraction Watch of 2025-11-01: 2 notices, 0 before",
        "1 left out: line 4: 2 cells where the header has 21",
        "Changed",
    ]
    assert [line.split()[0] for line in said[5:] if line.startswith("anderson")] == ["anderson-2020-cccc"]
    assert said[-1] == "evidence retractions impact tells what this does to pooled conclusions"
    assert run("retractions", "import", file, "--as-of", "2025-11-01").splitlines()[2:] == [
        "Changed", "No study stands otherwise than before.",
    ]  # fmt: skip
    assert run("status", "10.5555/C", "10.5555/other", "--as-of", "2026-01-01") == STATUS


def test_no_output_calls_a_work_clean(run, file):
    run("retractions", "import", file, "--fetched", "2025-11-01")
    everything = "".join(
        run(*words.split())
        for words in (
            "status 10.5555/c 10.5555/z 10.5555/a",
            "retractions list",
            "retractions impact",
            "studies",
            "report summary",
            "report study anderson-2020-a",
        )
    )
    assert "no notice known" in everything
    assert "not retracted" not in everything.lower()
    assert "clean" not in everything.lower()


def test_rows_alone_come_out_for_programs(run, file):
    rows = json.loads(run("retractions", "import", file, "--fetched", "2025-11-01", "--format", "json"))
    assert [row["study"] for row in rows] == ["anderson-2020-cccc"]
    impact = json.loads(run("retractions", "impact", "--format", "json"))
    assert [s["title"] for s in impact] == [
        "Held out for their status", "Conclusions that change without them", "Studies that build on fallen work",
    ]  # fmt: skip
    sources, studies = json.loads(run("retractions", "list", "--format", "json"))
    assert [(row["source"], row["notices"]) for row in sources["rows"]] == [("document", 0), ("retraction_watch", 2)]
    assert studies["remark"] == "On 2 studies no notice is known from the sources that were asked."


def test_a_person_and_the_network(run):
    entry = ("--nature", "retraction", "--date", "2023-02-01", "--reason", "Paper Mill", "--coder", "AB")
    assert "a person: 1 notice, 0 before" in run("retractions", "add", "10.5555/a", *entry)
    server = ("--mailto", "a@example.org", "--server", "http://127.0.0.1:9", "--timeout", "0.2")
    assert "No study stands otherwise" not in run("status", "10.5555/b")
    run("retractions", "fetch", "10.5555/b", *server, ok=False)
    said = run("status", "10.5555/b", "--as-of", "2026-01-01")
    assert "unknown as of 2026-01-01" in said
    assert "Connection refused" in said


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["retractions", "import", "absent.csv"], "cannot be read"),
        (["status", "nobody-1999"], "there is no study 'nobody-1999'"),
        (["status", "10.5555/a", "--as-of", "soon"], "'soon' is not a date"),
        (["retractions", "add", "x", "--nature", "retraction", "--reason", "r", "--coder", "c"], "no DOI and no PMID"),
    ],
)
def test_refusals(run, words, message):
    with pytest.raises(EvidenceError, match=message):
        run(*words)


def test_the_network_is_asked_only_on_purpose(run):
    assert run("retractions", "fetch", "10.5555/a", ok=False) == ""  # without --mailto
    assert run("retractions", "fetch", "--mailto", "a@example.org", ok=False) == ""  # without DOIs


def test_wording_is_a_signal_for_a_person():
    assert wording("A random forest was trained.") == []
    (section,) = wording("An irregular woodland was trained.")
    assert section.answer.rows == (("irregular woodland", "random forest", 3, 21),)
    assert section.remark == "A signal for a person (single), never a reason to exclude a study."


def test_a_database_that_is_not_there_is_named(tmp_path):
    result = CliRunner().invoke(cli, ["--db", str(tmp_path / "none.db"), "status", "10.5555/a"])
    assert isinstance(result.exception, EvidenceError)
    assert not isinstance(result.exception, UsageError)
