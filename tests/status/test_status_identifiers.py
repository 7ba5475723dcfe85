"""DOIs in the spellings that people, publishers and exports use; PubMed numbers; dates."""

import string
from datetime import date
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import InputError
from evidence.status import dates
from evidence.status.identifiers import doi, dois, pmid

LANCET = "10.1016/s0140-6736(97)11096-0"
SICI = "10.1002/(sici)1097-4636(199823)43:4<338::aid-jbm16>3.0.co;2-b"

SPELLINGS = {
    LANCET: [
        "10.1016/S0140-6736(97)11096-0",
        "https://doi.org/10.1016/S0140-6736(97)11096-0",
        "http://dx.doi.org/10.1016/s0140-6736(97)11096-0.",
        "www.doi.org/10.1016/s0140-6736(97)11096-0",
        "doi:10.1016/S0140-6736(97)11096-0,",
        "DOI: 10.1016/S0140-6736(97)11096-0;",
        "doi 10.1016/s0140-6736(97)11096-0",
        "https://doi.org/10.1016%2FS0140-6736%2897%2911096-0",
        "10.1016%252Fs0140-6736%252897%252911096-0",
        "info:doi/10.1016/S0140-6736(97)11096-0",
        "(https://doi.org/10.1016/s0140-6736(97)11096-0)",
        "10,1016/S0140-6736(97)11096-0",
        "10.1016 / S0140-6736(97)11096-0",
        "10.1016/S0140\u20136736(97)11096\u20130",
        "\u200b10.1016/s0140-6736(97)11096-0\u200b",
        "<https://doi.org/10.1016/s0140-6736(97)11096-0>",
        "“10.1016/s0140-6736(97)11096-0”",
        "https://doi.org/10.1016/s0140-6736(97)11096-0?via=ihub#abstract",
        "See https://doi.org/10.1016/S0140-6736(97)11096-0 for the notice",
    ],
    SICI: [
        "10.1002/(SICI)1097-4636(199823)43:4<338::AID-JBM16>3.0.CO;2-B",
        "10.1002/(SICI)1097-4636(199823)43:4&lt;338::AID-JBM16&gt;3.0.CO;2-B",
        "https://doi.org/10.1002/(SICI)1097-4636(199823)43:4%3C338::AID-JBM16%3E3.0.CO;2-B",
    ],
    "10.1080/10447318.2020.1": [
        "https://www.tandfonline.com/doi/full/10.1080/10447318.2020.1?src=recsys",
        "https://www.tandfonline.com/doi/pdf/10.1080/10447318.2020.1",
        "https://link.example.org/content/pdf/10.1080/10447318.2020.1.pdf",
        "https://link.example.org/10.1080/10447318.2020.1/full",
    ],
}


@pytest.mark.parametrize(("expected", "text"), [(name, text) for name, texts in SPELLINGS.items() for text in texts])
def test_every_spelling_is_one_doi(expected: str, text: str) -> None:
    assert doi(text) == expected


PLACEHOLDERS = ["unavailable", "Unavailable", "", " ", "0", "none", "None", "n/a", "10.1016", "10.1016/", "11.1016/x"]


@pytest.mark.parametrize("text", [*PLACEHOLDERS, None, 0, 3.5, ["10.1016/a"]])
def test_placeholders_are_no_identifiers(text: object) -> None:
    assert doi(text) is None


SUFFIX = st.text(string.ascii_letters + string.digits + "-._;/:", min_size=1, max_size=20).map(lambda s: "a" + s + "z")
DOIS = st.builds(lambda registrant, suffix: f"10.{registrant}/{suffix}", st.integers(1000, 999999999), SUFFIX)
SPELL = st.sampled_from(
    ["{}", "https://doi.org/{}", "http://dx.doi.org/{}", "doi:{}", "DOI: {}", "{}.", "{},", " {} ", "({})"]
)


@given(DOIS, SPELL, st.booleans(), st.booleans())
def test_spelling_does_not_change_the_doi(name: str, spelling: str, upper: bool, encoded: bool) -> None:
    text = quote(name, safe="") if encoded else name
    assert doi(spelling.format(text.upper() if upper else text)) == doi(name) == doi(doi(name))


@given(
    st.lists(st.none() | st.text(max_size=12) | st.builds(str.format, SPELL, DOIS) | DOIS.map(str.lower), max_size=12)
)
def test_many_are_read_as_each_one_is(texts: list[str | None]) -> None:
    assert list(dois(texts)) == [doi(text) for text in texts]


@pytest.mark.parametrize(
    "texts",
    [
        ["10.5555/a", "10.5555/b"],
        ["https://doi.org/10.5555/A", "doi:10.5555/b.", "10.5555/c"],
        ["https://doi.org/10.5555/a%2Fb", "10.5555/b"],
        ["10.5555/a\n10.5555/b", "10.5555/c"],
        ["10.5555/a", None, "unavailable", ""],
        ["10.55/short", "10.5555/b"],
        ["10.5555", "10.5555/b/c"],
        ["10.5555/ä", "10.5555/b"],
    ],
)
def test_batches_of_each_kind(texts: list[str | None]) -> None:
    assert list(dois(texts)) == [doi(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31999999", "31999999"),
        (31999999, "31999999"),
        (31999999.0, "31999999"),
        ("PMID: 31999999", "31999999"),
        ("pmid:031999999", "31999999"),
        ("https://pubmed.ncbi.nlm.nih.gov/31999999/", "31999999"),
        ("0", None),
        (0, None),
        ("", None),
        ("unavailable", None),
        (None, None),
        (True, None),
        ("PMC31999999", None),
    ],
)
def test_pubmed_numbers(text: object, expected: str | None) -> None:
    assert pmid(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("9/27/2023 0:00", "2023-09-27"),
        ("12/29/2023 12:00:00 AM", "2023-12-29"),
        ("27/9/2023", "2023-09-27"),  # cannot be month 27
        ("9/27/23", "2023-09-27"),
        ("9/27/98", "1998-09-27"),
        ("2023-09-27", "2023-09-27"),
        ("2023-09-27T00:00:00Z", "2023-09-27"),
        ("2023-09", "2023-09"),
        ("2023", "2023"),
        (2023, "2023"),
        (date(2023, 9, 27), "2023-09-27"),
        ("29 December 2023", "2023-12-29"),
        ("December 29, 2023", "2023-12-29"),
        ("Dec 2023", "2023-12"),
        ("2023 Dec 29", "2023-12-29"),
        ("2023 Spring", "2023"),
        ("2023 Jan-Feb", "2023-01"),
        ("29 Smarch 2023", None),
        ({"date-parts": [[2022, 3, 4]]}, "2022-03-04"),
        ({"date-parts": [["2022", "3"]]}, "2022-03"),
        ({"date-parts": [[2022]]}, "2022"),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": [[None]], "date-time": "2022-03-04T00:00:00Z"}, "2022-03-04"),
        ({"date-parts": []}, None),
        ({"date-parts": 2022}, None),
        ({}, None),
        ("0/0/0000 0:00", None),
        ("1/0/2023", None),
        ("2023-13-40", None),
        ("unavailable", None),
        ("", None),
        (None, None),
        (True, None),
        (12, None),
    ],
)
def test_dates_as_sources_write_them(value: object, expected: str | None) -> None:
    assert dates.parse(value) == expected


@given(st.dates(date(1665, 1, 1), date(2099, 12, 31)))
def test_month_first_dates_come_back(when: date) -> None:
    assert dates.parse(f"{when.month}/{when.day}/{when.year} 0:00") == when.isoformat()
    assert dates.year_of(when.isoformat()) == when.year


def test_years() -> None:
    assert dates.year_of("published 2019 online") == 2019
    assert dates.year_of(2019) == 2019
    assert dates.year_of("in press") is None


def test_as_of_must_be_a_date() -> None:
    assert dates.day(None) is None
    with pytest.raises(InputError, match="'soon' is not a date; write it as 2025-12-31"):
        dates.day("soon")
