"""Patterns that are compiled when they are first asked for."""

import re

import pytest

from evidence.read.late import late


def test_a_late_pattern_finds_what_the_pattern_finds() -> None:
    """Every way to look, once before and once after it is compiled."""
    now = re.compile(r"(?P<what>loa[fv])e?s?", re.IGNORECASE)
    for way in ("search", "match", "fullmatch", "findall", "split"):
        later = late(now.pattern, re.IGNORECASE)
        for text in ("Loaves of rye", "no rolls", "loaf"):
            told, asked = getattr(now, way)(text), getattr(later, way)(text)
            assert str(told) == str(asked)
    assert late(r"rolls").sub("loaves", "12 rolls") == "12 loaves"
    assert late(r"(?P<what>x)").groupindex == {"what": 1}


def test_it_is_not_compiled_before() -> None:
    """A pattern that is wrong is found wrong where it is first used."""
    wrong = late(r"(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("12 rolls")
