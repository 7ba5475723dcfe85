"""Verdicts in brackets of their own, on ranks with asides, and on hypotheses that are only stated in parts."""

import pytest

from evidence.read import markdown
from evidence.read.understanding import understand

_PAPER = (
    "# Ovens and joy: a survey\n\nAnna Roe\n\n## Introduction\n\nH1. Salt raises joy.\n\nH2. Frost lowers joy.\n\n"
    "H9a. Fear moderates the effect of salt on joy.\n\nH9b. Fear moderates the effect of rye on joy.\n\n## Discussion\n\n{}\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Salt raises joy in young bakers, but has no significant effect in old ones (Hypothesis 1 supported).", {"H1": "supported"}),
        ("Frost was significant in some towns (H2 not supported).", {"H2": "not supported"}),
        ("Salt raised joy, which is not what others found (H1: confirmed).", {"H1": "supported"}),
        ("The first hypothesis, which dealt with salt, and the second, which dealt with frost, were confirmed.", {"H1": "supported", "H2": "supported"}),
        ("The first hypothesis, which was on salt, could not be confirmed.", {"H1": "not supported"}),
        ("The ninth hypothesis was confirmed in both its parts.", {"H9a": "supported", "H9b": "supported"}),
    ],
)  # fmt: skip
def test_each_is_judged_as_it_is_said(text: str, told: dict[str, str]) -> None:
    (record,) = understand(markdown.to_source(_PAPER.format(text).encode()))
    assert {h.label: h.verdict for h in record.hypotheses if h.verdict} == told


def test_a_bracket_that_judges_leaves_the_others_of_its_sentence_as_they_are() -> None:
    (record,) = understand(
        markdown.to_source(
            _PAPER.format("Salt raises joy (H1), whereas frost does not lower it (H2 rejected).").encode()
        )
    )
    assert {h.label: h.verdict for h in record.hypotheses if h.verdict}.get("H1") != "not supported"
