"""evidence review, flags and check as typed: what is decided, counted, refused, and how they exit."""

import json

import pytest

WHO = ("--reason", "looked at the page", "--coder", "AB")


def records(run, *args):
    code, out, err = run(*args, "--format", "json")
    assert (code, err) == (0, "")
    return json.loads(out)


@pytest.mark.usefixtures("here")
def test_a_review_from_list_to_history(run, golden):
    golden("review_list_80", run("review", "list", "--study", "wang").out)
    golden("review_correct_80", run("review", "correct", "qiao", "/paths/0/beta", "-.13", *WHO).out)
    assert "said before" in run("review", "correct", "qiao", "/paths/0/beta", "-.13", *WHO).out
    run("review", "reject", "qiao", "/paths/1", *WHO)
    run("review", "accept", "qiao", "/paths/2/beta", *WHO)
    finding = records(run, "flags", "--level", "critical", "--study", "wang")[0]["finding"]
    for kind in ("confirm", "explain", "dismiss"):
        assert run("review", kind, finding, *WHO)[::2] == (0, "")
    golden("review_history_80", run("review", "history").out)
    study = run("report", "study", "qiao", "--format", "csv").out
    assert "corrected by AB" in study
    assert "rejected by a reviewer" in study
    decided = next(f for f in records(run, "flags", "--study", "wang") if f["finding"] == finding)
    assert (decided["decision"], decided["decided_by"]) == ("dismissed", "AB: dismissed")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("by", ["study", "effect", "severity"])
def test_flags_are_counted(run, golden, by):
    code, out, err = run("flags", "--by", by, "--study", "wang")
    assert (code, err) == (0, "")
    golden(f"flags_by_{by}_80", out)


@pytest.mark.usefixtures("here")
def test_findings_that_differ_in_the_item_read_differently(run):
    messages = [f["message"] for f in records(run, "flags", "--check", "indicator-r2")]
    assert len(set(messages)) == len(messages) > 20


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("accept", "qiao-4706", "/paths/0/beta", *WHO), "did you mean 'qiao-4705'?"),
        (("accept", "qiao", "/path/0/beta", *WHO), "did you mean '/paths/0/beta'?"),
        (("correct", "qiao", "/paths/0/beta", "much", *WHO), "'much' is not a number"),
        (("confirm", "abc", *WHO), "too short for a finding"),
        (("confirm", "00000000", "--coder", "AB"), "Missing option '--reason'"),
        (("accept", "qiao", "/paths/0/beta", "--reason", "r"), "Missing option '--coder'"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_what_cannot_be_decided_is_refused(refused, args, said):
    code, line = refused("review", *args)
    assert code == 2
    assert said in line


@pytest.mark.parametrize("name", ["list", "history", "accept", "reject", "correct", "confirm", "dismiss", "explain"])
def test_help_of_each_step(run, golden, name):
    code, out, _ = run("review", name, "--help")
    assert code == 0
    assert f"Example: evidence review {name}" in out
    golden(f"help_review_{name}", out)


GOOD = {"schema": "evidence-record/1", "document": {"title": "T"}, "paths": [{"from": "x", "to": "y", "beta": ".31"}]}
BAD = {"constructs": [{"name": "c", "loadings": [{"item": "a", "loading": ".62", "r2": ".83"}]}]}


@pytest.mark.parametrize(
    ("report", "args", "code"),
    [
        (GOOD, (), 0),
        (BAD, (), 0),
        (GOOD, ("--fail-on", "note"), 0),
        (BAD, ("--fail-on", "critical"), 0),
        (BAD, ("--fail-on", "error"), 1),
        (BAD, ("--fail-on", "warn"), 1),
        (BAD, ("--fail-on", "error", "--level", "critical"), 1),
        ([GOOD, BAD], ("--fail-on", "error"), 1),
        ([BAD, GOOD], ("--fail-on", "error"), 1),
    ],
)
def test_check_exits_as_a_journal_asked(run, report, args, code):
    ran = run("check", "-", *args, stdin=json.dumps(report))
    assert (ran.code, ran.err) == (code, "")


def test_check_judges_and_names_the_item(run):
    out = run("check", "-", stdin=json.dumps(BAD)).out
    assert "a: R2" in out
    assert "Judgement" in out
    assert "some concerns" in out
    assert "indicator-r2" in out


@pytest.mark.parametrize(
    ("args", "stdin", "code"),
    [(("-",), "not json", 1), (("missing.pdf",), "", 1), ((), "", 2), (("--explain", "no-such"), "", 2)],
)
def test_check_refuses_with_its_own_code(refused, args, stdin, code):
    assert refused("check", *args, "--fail-on", "error", stdin=stdin)[0] == code
