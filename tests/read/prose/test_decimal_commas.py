"""Papers that print their decimals with commas, in running text as in tables."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from evidence.read import read
from evidence.read.prose.decimal_commas import pointed, prints_commas

PAGE = """# Bread and joy

## Method

Of 1,204 people asked, 312 answered. The Cronbach's alpha of crust was 0,87.

## Results

The path from crust to joy was significant (β = 0,42; t = 5,12; p < 0,001). The path coefficient of smell on joy is 0,215.
The model fits well (CFI = 0,96; RMSEA = 0,045; SRMR = 0,05).
"""


def test_numbers_in_sentences_have_points_and_stand_where_they_were_printed(tmp_path: Path) -> None:
    (tmp_path / "bread.md").write_text(PAGE, encoding="utf-8")
    [record] = read(tmp_path / "bread.md")
    paths = {(p.from_.lower(), p.to): (p.beta, p.stat, p.p) for p in record.paths}
    assert paths == {("crust", "joy"): ("0.42", "5.12", "<0.001"), ("smell", "joy"): ("0.215", None, None)}
    [fit] = record.fit
    assert (fit.cfi, fit.rmsea, fit.srmr) == ("0.96", "0.045", "0.05")
    assert record.constructs[0].alpha == "0.87"
    assert record.sample is not None
    assert record.sample.n == "312"


def test_thousands_and_citations_make_no_decimal_commas() -> None:
    assert not prints_commas("Of 1,204 people [1,2] in 2019, 14 joined (β = 0.42, p < .001).")
    assert not prints_commas("β = 0,42; p < 0,001. " + "β = 0.42; p < .001. " * 3)  # one citation of another habit
    kept = "N = 1,204, n=2,310, and 1,204 valid questionnaires"
    assert pointed(kept) == kept
    assert prints_commas("crust ,42: β = ,42; t = 5,12; p < ,001")


@given(st.text(alphabet="0123456789,. =<β[]H"))
def test_nothing_moves(text: str) -> None:
    told = pointed(text)
    assert len(told) == len(text)
    assert all(a == b or (a, b) == (",", ".") for a, b in zip(text, told, strict=True))
    assert pointed(told) == told


def test_a_table_with_points_does_not_change_the_habit_of_the_sentences(tmp_path: Path) -> None:
    rows = "".join(f"| Crust {n} | 0.7{n} | 0.8{n} | 0.9{n} |\n" for n in range(9))
    table = f"\nTable 1. Loadings\n\n| Item | Joy | Mood | Calm |\n|---|---|---|---|\n{rows}\n"
    (tmp_path / "bread.md").write_text(PAGE + table + "The item with 0,653 was kept.\n", encoding="utf-8")
    [record] = read(tmp_path / "bread.md")
    assert (record.fit[0].cfi, record.fit[0].rmsea) == ("0.96", "0.045")
    assert record.sample is not None
    assert record.sample.n == "312"
