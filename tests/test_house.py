"""The house rules, as tests: size, names, docstrings, imports, commands, and no paper that is special."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import evidence
from tests.conftest import ROOT

PACKAGE = Path(evidence.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)
COMMANDS = [p for p in sorted((PACKAGE / "cli").glob("*.py")) if p.stem not in ("__init__", "plumbing")]
LONGEST = 400
NO_SUBJECT = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared", "stuff"}


def name(path):
    return path.relative_to(PACKAGE).as_posix()


def test_there_is_a_house():
    assert len(MODULES) > 60
    assert len(COMMANDS) >= 10


def test_no_file_is_long():
    lines = {name(path): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {path: n for path, n in lines.items() if n > LONGEST} == {}


def test_a_module_is_named_for_what_it_knows():
    assert [name(path) for path in MODULES if path.stem in NO_SUBJECT or path.parent.name in NO_SUBJECT] == []


def undocumented(path):
    """Public modules, classes and functions without a docstring.

    Public is what `__all__` names, or has no underscore where there is none. A method needs none when a method of
    that name in the same file has one (the protocol it fulfils), nor when it is one line; the only function of an
    extension point's file is described by the file.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if tree.body and ast.get_docstring(tree) is None:
        yield name(path)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    explained = {node.name for node in functions if ast.get_docstring(node)}
    exported = next((ast.literal_eval(node.value) for node in tree.body if is_all(node)), None)
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if node.name.startswith("_") or (exported is not None and node.name not in exported):
            continue
        if ast.get_docstring(node) is None and not is_extension(tree):
            yield f"{name(path)} {node.name}"
        for method in getattr(node, "body", ()) if isinstance(node, ast.ClassDef) else ():
            if isinstance(method, ast.FunctionDef) and not method.name.startswith("_"):
                says_itself = len(method.body) == 1 and isinstance(method.body[0], ast.Return | ast.Expr)
                if not says_itself and method.name not in explained:
                    yield f"{name(path)} {node.name}.{method.name}"


def is_extension(tree):
    """Whether a file only adds one member to an extension point, as an estimator does with its METHOD."""
    names = [getattr(node.targets[0], "id", "") for node in tree.body if isinstance(node, ast.Assign)]
    public = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")]
    return len(public) == 1 and any(n in ("METHOD", "READER", "REPORT", "CHECK") for n in names)


def is_all(node):
    return isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"


def test_everything_public_says_what_it_is():
    assert [found for path in MODULES for found in undocumented(path)] == []


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.stem)
def test_every_command_file_defines_a_command(path):
    from importlib import import_module

    import click

    assert isinstance(import_module(f"evidence.cli.{path.stem}").command, click.Command)


def test_imports_point_one_way():
    if not (ROOT / "pyproject.toml").is_file():
        pytest.skip("the contracts are in pyproject.toml, which is not here")
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


# -- no paper is special ---------------------------------------------------------------------------------------


def marks_of(folder):
    """What would betray a known document: its file name, the hash in it, its DOI, four words of its title in a row."""
    for path in sorted(folder.rglob("*")):
        stem = path.name.partition(".")[0]
        if path.is_file() and re.search(r"[0-9a-f]{8,}", stem):
            yield stem
            yield re.search(r"[0-9a-f]{8,}", stem)[0][:8]
        if path.suffix in (".json", ".yaml"):
            yield from marks_in(yaml.safe_load(path.read_text(encoding="utf-8")))  # JSON is YAML


def marks_in(content):
    for item in content if isinstance(content, list) else [content]:
        document = item.get("document", item) if isinstance(item, dict) else {}
        document = document if isinstance(document, dict) else {}
        document = {key: said.get("value") if isinstance(said, dict) else said for key, said in document.items()}
        if isinstance(document.get("title"), str):
            words = re.findall(r"\w+", document["title"].lower())
            yield from (" ".join(words[i : i + 4]) for i in range(len(words) - 3))
        for key in ("doi", "sha256"):
            if isinstance(document.get(key), str) and len(document[key]) >= 12:
                yield document[key].lower()[:24]


def test_no_known_document_stands_in_the_code(shared):
    """Reads the names, hashes, DOIs and titles of the documents in ../shared; skipped where it is absent."""
    marks = {mark for folder in ("gold", "corpus") if (shared / folder).is_dir() for mark in marks_of(shared / folder)}
    assert len(marks) > 10
    for path in MODULES:
        code = path.read_text(encoding="utf-8").lower()
        words = " ".join(re.findall(r"\w+", code))
        assert [mark for mark in marks if mark in code or (" " in mark and mark in words)] == [], name(path)


def test_no_machine_stands_in_the_code():
    path = re.compile(r"(?<![\w.])/(?:home|work|root|Users|tmp)/\w")
    assert [name(p) for p in MODULES if path.search(p.read_text(encoding="utf-8"))] == []
