"""Signs of fonts that number their own, as conversions print them: `b ¼ À0.23, po0.01`."""

from pathlib import Path

import pytest

from evidence.read import read
from evidence.read.model import Cell, Grid, Source
from evidence.read.symbol_fonts import as_meant


def meant(text: str) -> str:
    return as_meant(Source(text)).text


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("b ¼ À0.23, po0.01", "β = −0.23, p<0.01"),
        ("(b ¼ 0.34, p , 0.01)", "(β = 0.34, p < 0.01)"),
        ("w2 ¼ 12.3 (df ¼ 3, p40.10)", "χ2 = 12.3 (df = 3, p>0.10)"),
        ("Dw2 ¼ 5.8 and DCFI ¼ 0.01", "Δχ2 = 5.8 and ΔCFI = 0.01"),
        ("a ¼ 0.87; CR . 0.70", "α = 0.87; CR > 0.70"),
        ("b ¼ 2 0.21 or r ¼ 20.31", "β = − 0.21 or r = −0.31"),
        ("0.23ÃÃ for Salt Â Frost", "0.23** for Salt × Frost"),
    ],
)
def test_signs_of_the_font_with_quarters(printed: str, shown: str) -> None:
    read_ = meant(f"(n ¼ 231) and (n ¼ 240). {printed}.")
    assert read_ == f"(n = 231) and (n = 240). {shown}."
    assert len(read_) == len(f"(n ¼ 231) and (n ¼ 240). {printed}.")


def test_signs_of_the_font_with_fives() -> None:
    printed = "Salt (b 5 .34, p , .01), rye (r 5 2.21, p , .05), F(1, 34) 5 4.56, x2 5 12.3, p . .05."
    assert meant(printed) == "Salt (b = .34, p < .01), rye (r = −.21, p < .05), F(1, 34) = 4.56, χ2 = 12.3, p > .05."


@pytest.mark.parametrize(
    "text",
    [
        "Add ¼ cup of salt and 2¼ of rye.",
        "Item 5 0.83 of salt, p , q; Model 5 .21 and t 5 7 loaves",
        "À la carte, 3 loaves; À 0.5 each",
        "À 18 ans et À 20 ans. À 3.5 km.",
        "The scale had 5 points (b 5 .31) once.",
    ],
)
def test_a_quarter_a_five_and_a_letter_that_are_meant_stay(text: str) -> None:
    assert meant(text) == text


def test_cells_captions_and_notes_are_mended_too() -> None:
    grid = Grid(((Cell("À0.23"),),), caption="Salt (n ¼ 31)", notes="a ¼ Cronbach's alpha, po0.01")
    made = as_meant(Source("(n ¼ 31), t ¼ À2.1", grids=(grid,))).grids[0]
    assert (made.rows[0][0].text, made.caption, made.notes) == (
        "−0.23", "Salt (n = 31)", "α = Cronbach's alpha, p<0.01"
    )  # fmt: skip


def test_the_text_that_is_kept_is_the_printed_one(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(
        "# Ovens and joy: a survey\n\nAnna Roe, Bert Doe\n\nWe asked bakers (n ¼ 231).\n\n## Results\n\n"
        "Salt lowers joy (b ¼ À0.23, t ¼ À5.01, po0.01).\n",
        encoding="utf-8",
    )
    record = read(paper)[0]
    (path,) = record.paths
    assert (str(path.beta), str(path.stat), record.sample.n and str(record.sample.n)) == ("-0.23", "-5.01", "231")
    assert "À0.23" in record.text
