"""What the command line says of a number that was read wrongly at first."""

import json

from tests.conftest import SEEDS
from tests.misreading import misread

PAPER = SEEDS / "samples" / "repair-cafes.txt"


def test_check_and_extract_say_what_was_read_again(run, monkeypatch):
    spoilt = misread(monkeypatch)
    shown = run("check", PAPER, "--format", "json")
    ((at, right, wrong),) = spoilt.values()
    assert "Our reading errors, repaired" in run("check", PAPER).out
    assert [at, wrong, right] == [v for v in (at, wrong, right) if v in shown.out]
    extracted = run("extract", PAPER).out
    assert json.loads(extracted)[0]["reread"][0] | {"cleared": []} == {
        "at": at, "first": wrong, "second": right, "route": "the whole printed number", "cleared": [],
    }  # fmt: skip
    assert at in run("check", "-", stdin=extracted).out


def test_a_sound_document_is_read_once(run):
    assert "Read again" not in run("check", PAPER).out
    assert "reread" not in json.loads(run("extract", PAPER).out)[0]
