"""A slip is undone: among the originals proposed for a spoilt text is the one that was spoilt."""

import numpy as np
import pytest
import typos
from hypothesis import given
from hypothesis import strategies as st

from evidence.checks.slips import slips, words
from evidence.records import Printed

REVERSIBLE = ["last-digit", "digit-change", "digit-swap", "digit-drop", "decimal-shift", "percent-scale", "sign-flip"]


@given(st.sampled_from(REVERSIBLE), st.integers(0, 999), st.integers(0, 10**6))
def test_a_slip_is_among_its_inverses(kind, thousandths, seed):
    text = f"{thousandths / 1000:.3f}"
    spoilt = typos.KINDS[kind](text, np.random.default_rng(seed))
    if Printed(spoilt).value is None or spoilt == text:
        return
    values = [Printed(s.text).value for s in slips(spoilt, "value", 3)]
    assert Printed(text).value in values


@given(st.integers(5, 5000), st.integers(-3, 3))
def test_a_miscount_is_among_its_inverses(count, step):
    if step and count + step > 0:
        assert str(count) in [s.text for s in slips(str(count + step), "count", 0)]


@pytest.mark.parametrize(
    ("text", "others"), [("**", {"", "*", "***"}), ("supported", {"not supported"}), ("odd", set())]
)
def test_words_have_alternatives(text, others):
    assert {s.text for s in words(text)} == others


def test_what_is_no_plain_number_has_no_slips():
    assert slips("n.a.", "value", 2) == ()


def test_bounds_and_percent_signs_are_kept():
    assert all(s.text.startswith("<") for s in slips("<.01", "p", 3))
    assert all(s.text.endswith("%") for s in slips("93%", "percent", 0))
