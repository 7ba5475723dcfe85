"""The index finds what a plain search of all notices finds, and matches many rows as it finds one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from status_cases import DOI, PAPER, row

from evidence.status import Index, Notice, Work, contamination, resolve
from evidence.status.sources.retraction_watch import read_row

TITLES = ["trust and continuance intention", "perceived value and use of apps", "introduction", ""]
WORKS = st.builds(
    Work,
    st.none() | st.sampled_from(["10.5555/a", "10.5555/b", "10.5555/c"]),
    st.none() | st.sampled_from(["1", "2"]),
    st.sampled_from(TITLES),
    st.none() | st.integers(2018, 2021),
    st.frozensets(st.sampled_from(["lee", "nguyen"]), max_size=2),
)
NOTICES = st.lists(
    st.builds(
        Notice,
        st.just("x"),
        st.just("retraction"),
        WORKS,
        notice_doi=st.none() | st.sampled_from(["10.5555/a", "10.5555/n"]),
    ),
    max_size=8,
)


@given(NOTICES, WORKS)
def test_the_index_finds_what_a_plain_search_finds(notices: list[Notice], work: Work) -> None:
    def concerns(notice: Notice) -> bool:
        return bool(work.same(notice.of)) or (work.doi is not None and notice.notice_doi == work.doi)

    found = Index(notices).find(work)
    assert sorted(map(repr, found)) == sorted(repr(n) for n in notices if concerns(n))


@given(
    NOTICES,
    st.lists(
        st.sampled_from(["10.5555/A", "https://doi.org/10.5555/b", "10.5555/c.", "unavailable", None]), max_size=600
    ),
)
def test_many_rows_are_matched_as_each_is(notices: list[Notice], texts: list[str | None]) -> None:
    index = Index(notices)
    assert len(index) == len(notices)
    plain = [
        (i, n)
        for i, t in enumerate(texts)
        if (n := tuple(n for n in notices if n.of.doi and n.of.doi == Work.of({"doi": t}).doi))
    ]
    assert list(index.match(enumerate(texts))) == plain


def test_work_is_one_by_identifier_or_by_title() -> None:
    a = Work.of(PAPER)
    assert a.same(Work(doi=DOI)) == "identifier"
    assert a.same(Work.of({**PAPER, "doi": None, "title": "RETRACTED: " + PAPER["title"]})) == "title"
    assert a.same(Work.of({**PAPER, "doi": "10.5555/other"})) is None


# -- contamination ----------------------------------------------------------------------------------------------

NOTICED = read_row(row(Title=PAPER["title"]))
assert NOTICED is not None
INDEX = Index([NOTICED])
TEXT = f"Trust matters [1].\n\nReferences\n[1] Nguyen, T. and Lee, K. (2019). {PAPER['title']}. Journal."
SPAN = [TEXT.index("[1] Nguyen"), len(TEXT)]


def citing(received: str | None = "2022-02-02", **reference: object) -> dict[str, object]:
    base = {"label": "1", "title": PAPER["title"], "year": "2019"}
    return {
        "document": {"year": "2022", "dates": {"received": received} if received else {}},
        "references": [{**base, **reference}, {}],
    }


def test_a_work_that_had_fallen_before_the_paper_is_a_warning() -> None:
    told = contamination(citing(doi=f"doi:{DOI}"), INDEX, as_of="2026-01-01")
    (found,) = told.counted
    assert (found.level, found.status.status, found.label, found.at) == ("warn", "retracted", "1", "/references/0")
    assert (told.cited, told.share, told.citing_date) == (2, 0.5, "2022-02-02")


@pytest.mark.parametrize(
    ("received", "level"),
    [
        ("2021-09-02", "warn"),
        ("2021-09-01", "note"),
        ("2021-08-01", "note"),
        ("2021-10", "warn"),
        ("2021", "note"),
        (None, "warn"),
    ],
)
def test_before_must_be_sure(received: str | None, level: str) -> None:
    (found,) = contamination(citing(received, doi=DOI), INDEX).fallen
    assert found.level == level


def test_no_date_at_all_is_a_note() -> None:
    (found,) = contamination({"references": [{"doi": DOI}]}, INDEX).fallen
    assert found.level == "note"


def test_a_reference_without_doi_matches_by_title_and_named_authors() -> None:
    (found,) = contamination(citing(text_at=SPAN), INDEX, text=TEXT).fallen
    assert found.status.needs_confirmation
    assert found.authors_compared
    (found,) = contamination(citing(), INDEX).fallen
    assert found.status.needs_confirmation
    assert not found.authors_compared
    other = TEXT.replace("Nguyen, T. and Lee, K.", "Smith, A.")
    assert not contamination(citing(text_at=[SPAN[0], len(other)]), INDEX, text=other).fallen
    assert not contamination(citing(year="2010"), INDEX).fallen
    assert not contamination(citing(title="Introduction"), INDEX).fallen


def test_a_doi_printed_in_the_reference_is_found() -> None:
    text = f"[1] Someone (2019). https://doi.org/{DOI}."
    (found,) = contamination(citing(title=None, text_at=[0, len(text)]), INDEX, text=text).fallen
    assert not found.status.needs_confirmation


@pytest.mark.parametrize(
    ("text", "exempt"),
    [
        (TEXT, False),
        (TEXT.replace("Journal.", "Journal. (Retracted article)"), True),
        (TEXT.replace("matters [1]", "matters, see the since retracted study [1]"), True),
        (TEXT.replace("matters [1]", "matters [12, 1] (retracted)"), True),
        (TEXT.replace("matters [1]", "matters [1]" + " and so on" * 20 + " retracted"), False),
    ],
)
def test_a_citation_that_says_retracted_is_exempt(text: str, exempt: bool) -> None:
    span = [text.index("[1] Nguyen"), len(text)]
    told = contamination(citing(doi=DOI, text_at=span), INDEX, text=text)
    assert [f.exempt for f in told.fallen] == [exempt]
    assert told.share == (0.0 if exempt else 0.5)


def test_a_title_that_says_retracted_is_exempt_and_an_author_year_label_is_looked_for() -> None:
    assert not contamination(citing(doi=DOI, title=f"RETRACTED: {PAPER['title']}"), INDEX).counted
    text = "As Nguyen and Lee (2019), now retracted, held."
    told = contamination(citing(doi=DOI, label="Nguyen and Lee (2019)"), INDEX, text=text)
    assert [f.exempt for f in told.fallen] == [True]


def test_standing_works_and_empty_lists_are_no_problem() -> None:
    corrected = read_row(row("Correction"))
    assert corrected is not None
    assert not contamination(citing(doi=DOI), Index([corrected])).fallen
    assert not contamination(citing(doi=DOI), INDEX, as_of="2020-01-01").fallen
    assert contamination({}, INDEX).share is None
    assert resolve(PAPER, {"retraction_watch": list(INDEX.find(PAPER))}).status == "retracted"
