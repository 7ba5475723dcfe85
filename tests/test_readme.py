"""The README is run: its sessions print what it says they print."""

import os
import re
import shlex
import subprocess
import sys

import pytest

from tests.conftest import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"^```console\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def run(command, folder):
    """A command as the README writes it, run as the installed one is."""
    program, *arguments = shlex.split(command)
    assert program == "evidence"
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    call = [sys.executable, "-m", "evidence", *arguments]
    return subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readme")
    done = run("evidence demo", folder)
    assert done.returncode == 0, done.stderr
    return folder


def commands(session):
    """(command, what it prints) of a console block."""
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in re.split(r"^\$ ", session, flags=re.M)[1:]]


@pytest.mark.parametrize("session", SESSIONS, ids=lambda s: s.partition("\n")[0][2:40])
def test_the_session_prints_what_the_readme_says(demo, session):
    for command, printed in commands(session):
        done = run(command, demo)
        assert (done.returncode, "Error" in done.stderr) == (0, False), done.stderr
        said = "\n".join(line.rstrip() for line in done.stdout.splitlines())
        assert said == printed.rstrip("\n"), command


def test_every_dependency_has_its_line():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)[1]
    table = TEXT.partition("| library | why |")[2].partition("\n\n")[0]
    for name in re.findall(r'"([A-Za-z0-9-]+)', needed):
        assert re.search(rf"\b{name}\b", table), name


def test_the_two_commands_are_there():
    for marker in ("demo", "tests"):
        assert re.search(rf"^<!-- {marker} -->\n```sh\n[^\n]+\n```$", TEXT, re.MULTILINE)
