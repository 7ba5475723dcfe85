"""Reliability behind what items measure, what people rated, scales in a clause of their own, and names in a list."""

import pytest

from evidence.read.prose.reliability.reliabilities import reliabilities
from tests.read.prose.test_numbers import said

Figures = tuple[str | None, str | None, str | None]


def told(text: str) -> dict[str, Figures]:
    found = (f.value for f in reliabilities(said(text, section="Measures")))
    return {c.name: (c.alpha, c.cr, c.ave) for c in found}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Three items captured the perceived joy of buyers on a scale from 1 to 7 (α = .81).",
            "perceived joy of buyers",
        ),
        ("Three items captured the crust quality on a scale from 1 to 7 (α = .81).", "crust quality"),
        ("Five statements were used to assess joy (Roe, 2001; α = .81).", "joy"),
        (
            "We used the 10-item Perceived Joy Scale (PJS; Roe, 1983), which showed a Cronbach's alpha of .81.",
            "Perceived Joy",
        ),
        ("Nurses rated their joy with three items (α = .81).", "joy"),
        ("Bakers reported their oven fear using four items (Cronbach's α = .81).", "oven fear"),
        ("Joy was measured with the Perceived Oven Scale, which showed a Cronbach's alpha of .81.", "Joy"),
    ],
)
def test_whose_alpha_it_is(text: str, name: str) -> None:
    assert told(text) == {name: (".81", None, None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "All were reliable: joy, CR = .83, AVE = .45; oven care, CR = .87, AVE = .63; and calm, CR = .91, AVE = .70.",
            {"joy": (None, ".83", ".45"), "oven care": (None, ".87", ".63"), "calm": (None, ".91", ".70")},
        ),
        (
            "Values were as follows: joy, α = .83; for calm (α = .81, CR = .82).",
            {"joy": (".83", None, None), "calm": (".81", ".82", None)},
        ),
        ("All were reliable: bakers, CR = .83; women, CR = .81.", {}),
    ],
)
def test_names_in_a_list_each_with_their_own_figures(text: str, expected: dict[str, Figures]) -> None:
    assert told(text) == expected
