"""Explained variance of several outcomes in one sentence."""

import pytest

from evidence.read.prose.fit.explained import explained
from tests.read.prose.test_numbers import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The model explained 42% of the variance in joy, 31% in calm, and 12% of the variance in praise.",
            {"joy": "42%", "calm": "31%", "praise": "12%"},
        ),
        (
            "The model explained 42% of the variance in joy and 31% of the variance in calm.",
            {"joy": "42%", "calm": "31%"},
        ),
        ("The model explained 42% of the variance in joy, 31% of that in calm.", {"joy": "42%", "calm": "31%"}),
    ],
)
def test_each_outcome_has_its_share(text: str, expected: dict[str, str]) -> None:
    assert {f.value.outcome: f.value.r2 for f in explained(said(text))} == expected
