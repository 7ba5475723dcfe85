"""Help: every command explains itself, ends with an example that works, and starts without heavy imports."""

import shlex
import subprocess
import sys

import pytest

from evidence.cli import cli

COMMANDS = cli.list_commands(None)
HEAVY = {"pandas", "numpy", "scipy", "sqlmodel", "sqlalchemy", "statsmodels", "networkx", "rich", "yaml", "lxml"}
IMPORTED = """
import sys
from evidence.cli import main
try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def test_help_of_the_whole(run, golden):
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    golden("help", out)
    assert run("-h").out == out
    assert run() == (2, out, "")  # as click answers a bare word, so that a script notices


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command(run, golden, name):
    code, out, err = run(name, "--help")
    assert (code, err) == (0, "")
    golden(f"help_{name}", out)
    example = out.strip().splitlines()[-1]
    assert example.startswith(f"  Example: evidence {name}")
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_cuts_no_sentence(run, name):
    line = next(line for line in run("--help").out.splitlines() if line.startswith(f"  {name} "))
    assert line.endswith(".")
    assert not line.endswith("...")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name):
    command = cli.get_command(None, name)
    for option in command.params:
        if option.param_type_name == "option":
            assert option.help, f"{name} {option.opts}"


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.usefixtures("here")
def test_the_example_is_understood(run, name, tmp_path):
    """Each example is run as it stands, after making the files it speaks of."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "coding").mkdir()
    (tmp_path / "papers" / "sheet.csv").write_text(run("template").out, encoding="utf-8")
    (tmp_path / "coding" / "sheet.csv").write_text(run("template").out.replace("invented", "second"), encoding="utf-8")
    (tmp_path / "paper.pdf").write_text(run("template").out, encoding="utf-8")  # known by its content, not its name
    (tmp_path / "matrices.csv").write_text("study,n,x,y,r\na,90,use,trust,.4\na,90,trust,value,.3\na,90,use,value,.2\n")
    assert run("snapshot", "before.snapshot").code == 0
    out = ""
    for example in cli.get_command(None, name).epilog.removeprefix("Example: ").split(" | "):
        code, out, err = run(*shlex.split(example.removeprefix("evidence ")), stdin=out)
    if name == "ingest":  # the template's study is one work, so the second sheet is a duplicate of it
        assert (code, "this study is already stored" in err) == (1, True)
    else:
        assert (code, "Error" in err) == (0, False)
        assert out


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["sql", "--help"], ["ingest", "--help"]], ids=" ".join)
def test_help_imports_nothing_heavy(args):
    done = subprocess.run([sys.executable, "-c", IMPORTED, *args], capture_output=True, text=True, check=True)
    assert not HEAVY.intersection(done.stderr.split())


def test_version(run):
    from evidence import __version__

    assert run("--version") == (0, f"evidence {__version__}\n", "")
