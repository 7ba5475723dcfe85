"""A refusal is one line: where, what, why, what to do."""

import pytest

from evidence.errors import DatabaseError, EvidenceError, InputError, UsageError, nearest


def test_the_line_has_its_parts_in_order():
    refusal = InputError("it is empty", where="a.pdf", why="no bytes", todo="get it again")
    assert str(refusal) == "a.pdf: it is empty: no bytes; get it again"
    assert str(UsageError("no such thing")) == "no such thing"
    assert str(InputError("two\nlines", where="x\ty")) == "x y: two lines"


@pytest.mark.parametrize(("kind", "code"), [(InputError, 1), (UsageError, 2), (DatabaseError, 3)])
def test_the_exit_code_follows_the_kind(kind, code):
    assert issubclass(kind, EvidenceError)
    assert kind("x").exit_code == code


def test_the_nearest_name_or_the_known_ones():
    assert nearest("efect", ["effect", "flag"]) == "did you mean 'effect'?"
    assert nearest("zzz", ["b", "a"]) == "known: a, b"
    assert nearest("zzz", [f"name{i:03d}" for i in range(500)]).endswith("name019, … (500 in all)")
