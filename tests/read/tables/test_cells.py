"""What a cell says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.read.tables.cells import content
from evidence.read.tables.glyphs import clean, label_meant, plain
from tests.read.tables.invented import read


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("0.203 (6.572)**", ["0.203", "6.572"]),
        ("−0.422, −0.212", ["-0.422", "-0.212"]),
        ("0.105 [0.076, 0.138]", ["0.105", "0.076", "0.138"]),
        ("-0.12 - 0.34", ["-0.12", "0.34"]),
        ("0.05-0.07", ["0.05", "0.07"]),
        ("O.8l3", ["0.813"]),
        ("**0.917**", ["0.917"]),
        ("$0 . 0 8 2 ^ { * }$", ["0.082"]),
        ("0,45", ["0.45"]),
        ("1,234", ["1,234"]),
        ("< .001", ["<.001"]),
        ("88%", ["88%"]),
        ("12.", ["12"]),
        (".745**", [".745"]),
        ("1.2e-05", ["1.2e-05"]),
        ("PU1", []),
        ("H2a", []),
        ("10a及以下", []),
        ("—", []),
    ],
)
def test_the_numbers_of_a_cell(cell: str, numbers: list[str]) -> None:
    assert [n.text for n in content(cell).numbers] == numbers


@pytest.mark.parametrize(
    ("cell", "stars"),
    [("8.63***", "***"), ("0.203 (6.572)**", "**"), ("0.31\\*\\*", "**"), ("0.12†", "†"), ("***", "***"), ("0.4", "")],
)
def test_the_stars_of_a_cell(cell: str, stars: str) -> None:
    assert content(cell).stars == stars


def test_names_brackets_and_marks() -> None:
    named = content("χ2 = 345.2 (df = 120), p < .001").numbers
    assert [(n.name, n.bracket, n.bound) for n in named] == [("χ2", "", False), ("df", "(", False), ("p", "", True)]
    assert [n.mark for n in content("0.37D/0.27A").numbers] == ["D", "A"]
    assert content("0.45 (n.s.)").numbers[0].stars == "ns"
    assert content("O.45").numbers[0].repaired
    assert not content("0.45").numbers[0].repaired


def test_blank_numeric_and_range() -> None:
    assert content("-").blank
    assert content("n/a").blank
    assert not content("Male").blank
    assert content("***").only_stars
    assert not content("占比 2.366").numeric
    assert not content("χ 2").numeric
    assert content("<0.08").range
    assert content("2-5").range
    assert not content("0.45").range
    assert content("0.813").numbers[0].decimals == 3


@given(
    st.sampled_from("-−–‐﹣－"),
    st.decimals(min_value=0, max_value=99, places=3),
    st.sampled_from(["", "*", "**", "∗∗", " ***", "†"]),
)
def test_every_minus_and_every_star_reads_the_same(minus: str, value: object, stars: str) -> None:
    found = content(f"{minus}{value}{stars}").numbers
    assert [n.text for n in found] == [f"-{value}"]
    start, end = found[0].at
    assert f"{minus}{value}{stars}"[start:end] == f"{minus}{value}"


@given(st.text(max_size=60))
def test_any_text_is_read_and_every_place_lies_in_it(text: str) -> None:
    for number in content(text).numbers:
        start, end = number.at
        assert 0 <= start < end <= len(text)
        assert any(c.isdigit() for c in text[start:end])
    cleaned = clean(text)
    assert len(cleaned.text) == len(cleaned.places)
    plain(text)
    label_meant(text)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("НЗЬ", "H3b"),
        ("Н3а", "H3a"),
        ("Hla", "H1a"),
        ("H1O", "H10"),
        ("H2b", "H2b"),
        ("How", "How"),
        ("Trust", "Trust"),
    ],
)
def test_labels_in_other_alphabets(printed: str, meant: str) -> None:
    assert label_meant(printed) == meant


def test_markup_goes_and_stars_stay() -> None:
    assert plain("**Trust**") == "Trust"
    assert plain("[Smith](#ref1) model") == "Smith model"
    assert plain("***") == "***"
    assert plain("") == ""
    assert plain("A $\\rightarrow$ B") == "A → B"


def test_tags_left_in_cells() -> None:
    assert [n.text for n in content("0.45<br>(6.3)").numbers] == ["0.45", "6.3"]
    assert content("0.45<sup>***</sup>").stars == "***"
    number = content("0.45<sup>a</sup>").numbers[0]
    assert (number.text, number.at) == ("0.45", (0, 4))
    assert plain("R<sup>2</sup> adj") == "R2 adj"


def _bounds(interval: str, notes: str = "") -> set[tuple[str | None, str | None]]:
    rows = [f"{path}|{beta} {interval}|.01" for path, beta in (("Crust → Joy", ".31"), ("Salt → Joy", ".21"))]
    found = read("\n".join(["#Path|β|p", *rows, f"Rye → Joy|.22 {interval}|.03"]), "Path coefficients", notes)
    return {(p.value.ci_lo, p.value.ci_hi) for p in found.paths}


@pytest.mark.parametrize("interval", ["(.10 to .52)", "[.10 to .52]"])
def test_an_interval_with_to_beside_its_coefficient(interval: str) -> None:
    assert _bounds(interval) == {(".10", ".52")}


@pytest.mark.parametrize("interval", ["(.10, .52)", "(.10–.52)"])
def test_bare_brackets_are_intervals_where_the_table_says_so(interval: str) -> None:
    assert _bounds(interval, "Confidence intervals in brackets") == {(".10", ".52")}
    assert _bounds(interval) == {(None, None)}
