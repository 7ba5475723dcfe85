"""Reliabilities of a construct that is the subject of a sentence; those of other scales and samples give none."""

from pathlib import Path

import pytest

from evidence.read import read

TOLD = [
    (
        "Oven calm had an alpha of 0.86, a composite reliability of 0.91 and an AVE of 0.77.",
        {"oven calm": ("0.86", "0.91", "0.77")},
    ),
    ("The oven calm scale had an alpha of 0.86.", {"oven calm": ("0.86", None, None)}),
    ("Crust joy showed a Cronbach's alpha of 0.86 and a CR of 0.91.", {"crust joy": ("0.86", "0.91", None)}),
    ("The reliability of joy was good (α = .86).", {"joy": (".86", None, None)}),
    ("The joy scale was reliable (Cronbach's α = .86).", {"joy": (".86", None, None)}),
    ("Cronbach's alpha for joy was .86 and for calm .79.", {"joy": (".86", None, None), "calm": (".79", None, None)}),
    (
        "The reliability of joy in this sample was acceptable (α = .73), and the calm scale reached an α of .81.",
        {"joy": (".73", None, None), "calm": (".81", None, None)},
    ),
    (
        "For joy, α = 0.823, ρA = 0.831 and ρc = 0.883; for calm, α = 0.865 and ρc = 0.908.",
        {"joy": ("0.823", "0.883", None), "calm": ("0.865", "0.908", None)},
    ),
    ("For oven quality the composite reliability was 0.91 and the AVE 0.67.", {"oven quality": (None, "0.91", "0.67")}),
    ("Cronbach's alpha for hope in the present sample was .80.", {"hope": (".80", None, None)}),
    (
        "Pride (5 items, α = .79; Doe, 2002), fear of heat (4 items, α = .90; Roe, 2009) were measured.",
        {"pride": (".79", None, None), "fear of heat": (".90", None, None)},
    ),
    (
        "Joy was measured with 18 items. Cronbach's alpha of the total score was .90 in this study.",
        {"joy": (".90", None, None)},
    ),
    ("The whole questionnaire had an alpha of .90.", {}),
    ("Cronbach's alpha of the total scale was .90.", {}),
    (
        "The composite reliabilities of joy and crust pride amount to 0.93 and 0.89, respectively, and their average "
        "variances extracted amount to 0.72 and 0.68, respectively.",
        {"joy": (None, "0.93", "0.72"), "crust pride": (None, "0.89", "0.68")},
    ),
    (
        "The AVE values for joy and calm were .62 and .58, respectively.",
        {"joy": (None, None, ".62"), "calm": (None, None, ".58")},
    ),
    (
        "For joy the composite reliability was 0.91 and the AVE 0.67; for crust pride they were 0.88 and 0.71; and for calm they were 0.85 and 0.59.",
        {"joy": (None, "0.91", "0.67"), "crust pride": (None, "0.88", "0.71"), "calm": (None, "0.85", "0.59")},
    ),
    ("Split-half reliability of the exam was .82.", {}),
    (
        "Two bakery values were assessed with three items each: crust (alpha = .77), and calm (alpha = .82).",
        {"crust": (".77", None, None), "calm": (".82", None, None)},
    ),
    ("A power analysis (f2 = .05, α = .05, power = .95) asked for 262 bakers.", {}),
    ("In the German validation Cronbach's α for joy was .84.", {}),
    ("The scale had an alpha of .86.", {}),
    ("All scales had an alpha of .70 or more.", {}),
    ("The original joy scale had an alpha of .91.", {}),
    ("Doe (2014) reported that the joy scale had an alpha of .86.", {}),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_what_a_sentence_tells(tmp_path: Path, sentence: str, expected: dict[str, tuple[str | None, ...]]) -> None:
    file = tmp_path / "bread.md"
    file.write_text(f"# On bread\n\n## Measures\n\nWe asked 200 bakers. {sentence}\n")
    found = {c.name.lower(): (c.alpha, c.cr, c.ave) for c in read(file)[0].constructs}
    assert found == expected
