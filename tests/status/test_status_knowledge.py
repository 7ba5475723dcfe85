"""Who was asked about what: silence means something only from a source that was asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.status import Index, Notice, Work, resolve
from evidence.status.knowledge import Asked, Knowledge, sources_of

PAPER = {"doi": "10.5555/a", "title": "Trust and continuance intention in live commerce", "year": 2020, "authors": []}
RETRACTED = Notice("retraction_watch", "retraction", Work(doi="10.5555/a"), "2021-03-04", snapshot="2025-11-01")


def known(*notices, whole=None, asked=(), carried=None):
    return Knowledge(Index(notices), whole or {}, {"10.5555/a": tuple(asked)}, carried or {})


@pytest.mark.parametrize(
    ("knowledge", "status", "words"),
    [
        (known(), "unknown", "unknown as of 2026-01-01; no source was asked"),
        (
            known(whole={"retraction_watch": "2025-11-01"}),
            "none",
            "no notice known as of 2026-01-01 from Retraction Watch of 2025-11-01",
        ),
        (
            known(asked=[Asked("crossref", "2025-12-01")]),
            "none",
            "no notice known as of 2026-01-01 from Crossref of 2025-12-01",
        ),
        (
            known(asked=[Asked("crossref", "2025-12-01", "timeout")]),
            "unknown",
            "unknown as of 2026-01-01; could not be asked: Crossref (timeout)",
        ),
        (
            known(RETRACTED, whole={"retraction_watch": "2025-11-01"}, asked=[Asked("crossref", None, "timeout")]),
            "retracted",
            "retracted since 2021-03-04 as of 2026-01-01 according to Retraction Watch;"
            " could not be asked: Crossref (timeout)",
        ),
    ],
)
def test_what_is_said_is_what_was_asked(knowledge, status, words):
    found = knowledge.status(PAPER, "2026-01-01", document=False)
    assert (found.status, str(found)) == (status, words)


def test_a_source_asked_about_one_work_is_not_silent_about_another():
    knowledge = known(asked=[Asked("crossref", "2025-12-01")])
    other = knowledge.status({"doi": "10.5555/b"}, "2026-01-01")
    assert (other.status, other.use, other.said) == ("unknown", "keep-recheck", ())


def test_the_document_speaks_only_where_it_was_read():
    knowledge = known(whole={"document": None})
    assert str(knowledge.status(PAPER, "2026-01-01")) == "no notice known as of 2026-01-01 from the document itself"
    assert knowledge.status(PAPER, "2026-01-01", document=False).status == "unknown"


def test_a_notice_in_the_file_of_its_article_needs_no_identifier():
    paper = {"title": PAPER["title"], "sha256": "f" * 64}
    notice = Notice("document", "retraction", Work.of(paper), "2021-03-04", record_id="f" * 64)
    assert known(notice).status(paper, None).status == "unknown"  # no year, no author: the title alone is nothing
    found = known(notice, carried={"f" * 64: (notice,)}).status(paper, None)
    assert (found.status, found.needs_confirmation) == ("retracted", False)


WORKS = st.sampled_from(["10.5555/a", "10.5555/b", "10.5555/c"])
NOTICES = st.builds(
    Notice,
    st.sampled_from(["retraction_watch", "crossref", "person"]),
    st.sampled_from(["retraction", "correction", "expression of concern", "reinstatement"]),
    st.builds(Work, WORKS),
    st.sampled_from(["2020-01-01", "2021-01-01", None]),
    notice_doi=st.sampled_from(["10.5555/b", "10.5555/n", None]),
)


@given(st.lists(NOTICES, max_size=5), st.sampled_from(["Trust", "RETRACTED: Trust", None]))
def test_many_at_once_are_as_one_by_one(notices, title):
    knowledge = Knowledge(
        Index(notices), {"retraction_watch": "2025-11-01"}, {"10.5555/c": (Asked("crossref", "2025-12-01"),)}
    )
    papers = [(i, {"doi": doi, "title": title}) for i, doi in enumerate(["10.5555/a", "10.5555/b", "10.5555/c", None])]
    together = dict(knowledge.statuses(papers, "2026-01-01"))
    assert together == {i: knowledge.status(paper, "2026-01-01") for i, paper in papers}
    sources = sources_of(knowledge.index.find(Work("10.5555/a")), knowledge.whole, ())
    assert together[0] == resolve(papers[0][1], sources, "2026-01-01")
