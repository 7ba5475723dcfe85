"""Status, use and date from what sources say: the catalogue's rules, the shared cases, a seeded set of 500 works."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from status_cases import DOI, PAPER, crossref, row, shared_json

from evidence.errors import InputError, UsageError
from evidence.status import Index, Notice, Status, Work, resolve
from evidence.status.sources.retraction_watch import read_row
from evidence.status.status import FALLEN, USES, since, words

AS_OF = "2026-01-01"
RETRACTION, CONCERN, CORRECTION, REINSTATED = "Retraction", "Expression of concern", "Correction", "Reinstatement"
FLAG, NO_FLAG = {"is_retracted": True}, {"is_retracted": False}


def ask(sources: dict[str, Any], as_of: str | None = AS_OF, **paper: Any) -> Status:
    return resolve({**PAPER, **paper}, sources, as_of)


def test_shared_editorial_cases() -> None:
    """Reads ../shared/integrity/vectors/status-editorial.json; skipped where it is absent."""
    for case in shared_json("integrity", "vectors", "status-editorial.json")["cases"]:
        status = resolve(case["paper"], case["sources"], case["as_of"])
        told = {field: getattr(status, field) for field in case["expect"]}
        assert told == case["expect"], (case["id"], case["why"])


def test_a_real_crossref_answer_read_at_three_dates() -> None:
    """Reads ../shared/corpus/retractions/crossref_work_updated-by.json: corrected in 2004, retracted in 2010."""
    answer = shared_json("corpus", "retractions", "crossref_work_updated-by.json")
    paper = {"doi": "10.1016/S0140-6736(97)11096-0", "title": "Ileal-lymphoid-nodular hyperplasia", "year": 1998}
    told = [resolve(paper, {"crossref": answer}, when) for when in ("2003-01-01", "2005-01-01", "2011-01-01")]
    assert [s.status for s in told] == ["none", "corrected", "retracted"]
    assert [s.effective_date for s in told] == [None, "2004-03-06", "2010-02-06"]
    assert not any(s.needs_confirmation for s in told)  # today's title prefix says nothing about 2005


def test_the_notice_side_of_the_same_record() -> None:
    """Reads ../shared/corpus/retractions/crossref_notice_update-to.constructed.json."""
    notice = shared_json("corpus", "retractions", "crossref_notice_update-to.constructed.json")
    assert resolve({"doi": "10.1016/s0140-6736(10)60175-4"}, {"crossref": notice}, AS_OF).status == "notice"
    paper = resolve({"doi": "10.1016/s0140-6736(97)11096-0"}, {"crossref_notices": notice}, AS_OF)
    assert (paper.status, paper.effective_date) == ("retracted", "2010-02-06")


# -- rule 3: order and seriousness -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([(RETRACTION, "1/1/2020")], ("retracted", "2020-01-01")),
        ([(CORRECTION, "1/1/2020"), (CONCERN, "1/1/2021")], ("expression-of-concern", "2021-01-01")),
        ([(RETRACTION, "1/1/2020"), (CORRECTION, "1/1/2021")], ("retracted", "2020-01-01")),
        ([(RETRACTION, "1/1/2020"), (REINSTATED, "1/1/2021")], ("reinstated", "2021-01-01")),
        ([(RETRACTION, "1/1/2020"), (REINSTATED, "1/1/2020")], ("reinstated", "2020-01-01")),
        ([(CONCERN, "1/1/2020"), (REINSTATED, "1/1/2021")], ("reinstated", "2021-01-01")),
        ([(CORRECTION, "1/1/2019"), (RETRACTION, "1/1/2020"), (REINSTATED, "1/1/2021")], ("reinstated", "2021-01-01")),
        (
            [(RETRACTION, "1/1/2020"), (REINSTATED, "1/1/2021"), (CONCERN, "1/1/2022")],
            ("expression-of-concern", "2022-01-01"),
        ),
        ([(RETRACTION, "1/1/2020"), (REINSTATED, "1/1/2021"), (RETRACTION, "1/1/2022")], ("retracted", "2022-01-01")),
        ([(RETRACTION, "3/1/2020"), (RETRACTION, "1/1/2020")], ("retracted", "2020-01-01")),
        ([(RETRACTION, "not known")], ("retracted", None)),
        ([(RETRACTION, ""), (REINSTATED, "1/1/2021")], ("reinstated", "2021-01-01")),
    ],
)
def test_notices_in_order(history: list[tuple[str, str]], expected: tuple[str, str | None]) -> None:
    status = ask({"retraction_watch": [row(kind, when) for kind, when in history]})
    assert (status.status, status.effective_date) == expected
    assert status.use == USES[status.status]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("retraction", "retracted"),
        ("removal", "removed"),
        ("withdrawal", "withdrawn"),
        ("partial_retraction", "partially-retracted"),
        ("expression_of_concern", "expression-of-concern"),
        ("retraction-and-replacement", "retracted-and-replaced"),
        ("correction", "corrected"),
        ("corrigendum", "corrected"),
        ("erratum", "corrected"),
        ("addendum", "corrected"),
        ("clarification", "corrected"),
        ("new_version", "none"),
        ("new_edition", "none"),
    ],
)
def test_crossref_types(kind: str, expected: str) -> None:
    assert ask({"crossref": crossref((kind, [2022, 3, 4]))}).status == expected


SERIOUS = ["retraction", "removal", "withdrawal", "partial_retraction", "expression_of_concern", "correction"]
STATES = ["retracted", "removed", "withdrawn", "partially-retracted", "expression-of-concern", "corrected"]


@given(st.lists(st.sampled_from(SERIOUS), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_most_serious_wins_in_any_order(kinds: list[str], shuffle: random.Random) -> None:
    entries = [(kind, [2020, 1 + i]) for i, kind in enumerate(kinds)]
    shuffle.shuffle(entries)
    status = ask({"crossref": crossref(*entries)})
    assert status.status == STATES[min(SERIOUS.index(kind) for kind in kinds)]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Retraction", "Expression of concern", "Correction", "Reinstatement"]), st.integers(2000, 2025)
    ),
    max_size=6,
    unique_by=lambda entry: entry[1],
)


@given(ROWS, st.randoms(use_true_random=False), st.integers(1999, 2026))
def test_order_of_rows_and_later_notices_do_not_matter(
    history: list[tuple[str, int]], shuffle: random.Random, year: int
) -> None:
    rows = [row(kind, f"6/1/{when} 0:00") for kind, when in history]
    past = [r for r, (_, when) in zip(rows, history, strict=True) if when < year]
    mixed = shuffle.sample(rows, len(rows))
    a, b = ask({"retraction_watch": mixed}, f"{year}-01-01"), ask({"retraction_watch": past}, f"{year}-01-01")
    assert (a.status, a.use, a.effective_date) == (b.status, b.use, b.effective_date)
    if not any(kind == "Retraction" for kind, _ in history):
        assert a.status not in FALLEN  # no correction, erratum or concern is ever shown as a retraction


# -- rules 1, 2, 6: which work a notice is about ----------------------------------------------------------------


def test_a_shared_pmid_matches_and_zero_does_not() -> None:
    by_pmid = row(doi="unavailable", OriginalPaperPubMedID="31999999")
    assert ask({"retraction_watch": [by_pmid]}, doi=None, pmid=31999999).status == "retracted"
    assert ask({"retraction_watch": [row(doi="unavailable")]}, doi=None, pmid="0", title="Other work").status == "none"


def test_a_pmid_that_contradicts_the_doi_needs_confirmation() -> None:
    status = ask({"retraction_watch": [row(doi="10.5555/other", OriginalPaperPubMedID="31999999")]}, pmid="31999999")
    assert (status.status, status.needs_confirmation) == ("retracted", True)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "retracted"),
        ({"OriginalPaperDate": "5/6/2020 0:00"}, "retracted"),
        ({"OriginalPaperDate": "5/6/2021 0:00"}, "none"),
        ({"OriginalPaperDate": ""}, "none"),
        ({"Author": "B Jones"}, "none"),
        ({"Author": ""}, "none"),
        ({"Title": "Trust and purchase intention in live commerce"}, "none"),
        ({"OriginalPaperDOI": "10.5555/other"}, "none"),  # two DOIs are two works
    ],
)
def test_title_year_and_author_match_only_together(change: dict[str, str], expected: str) -> None:
    title = {"Title": PAPER["title"].upper() + "."}
    status = ask({"retraction_watch": [row(doi="unavailable", **{**title, **change})]})
    assert status.status == expected
    assert status.needs_confirmation is (expected == "retracted")


def test_a_title_match_beside_a_sure_notice_needs_no_confirmation() -> None:
    unsure = row(doi="unavailable", date="1/1/2018", Title=PAPER["title"])
    status = ask({"retraction_watch": [row(), unsure]})
    assert (status.effective_date, status.needs_confirmation) == ("2021-09-01", False)


def test_the_notice_of_another_work_is_not_evidence() -> None:
    rows = [row(doi="10.5555/victim", RetractionDOI=DOI)]
    status = ask({"retraction_watch": rows})
    assert (status.status, status.use, status.effective_date) == ("notice", "not-evidence", None)
    assert "is the notice of a retraction of 10.5555/victim" in status.said[0].words


def test_a_paper_overwritten_by_its_own_notice_is_retracted() -> None:
    assert ask({"retraction_watch": [row(RetractionDOI=DOI)]}).status == "retracted"
    own = {"DOI": DOI, "update-to": [{"DOI": DOI, "type": "retraction", "updated": {"date-parts": [[2022]]}}]}
    assert ask({"crossref": own}).status == "retracted"


def test_a_record_coded_as_notice_or_named_so_is_a_notice() -> None:
    assert ask({}, kind="notice").status == "notice"
    assert ask({}, title="Retraction notice to: Trust and continuance").status == "notice"


# -- rules 4 and 5: marks, flags, disagreement ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "expected"),
    [("WITHDRAWN: Trust", "withdrawn"), ("REMOVED: Trust", "removed"), ("[Retracted] Trust", "retracted")],
)
def test_a_title_prefix_needs_confirmation(title: str, expected: str) -> None:
    status = ask({}, title=title)
    assert (status.status, status.use, status.needs_confirmation) == (expected, "exclude", True)
    assert ask({"crossref": {"DOI": DOI, "title": [title]}}).status == expected


def test_a_prefix_explained_by_a_later_notice_says_nothing_earlier() -> None:
    sources = {"retraction_watch": [row(date="9/1/2021")], "openalex": {"is_retracted": True}}
    assert ask(sources, "2020-01-01", title="RETRACTED: Trust").status == "none"
    assert ask(sources, "2022-01-01", title="RETRACTED: Trust").effective_date == "2021-09-01"


def test_a_prefix_after_a_reinstatement_does_not_retract_again() -> None:
    rows = [row(), row("Reinstatement", "1/1/2023")]
    assert ask({"retraction_watch": rows}, title="RETRACTED: Trust").status == "reinstated"


def test_an_undated_mark_in_pubmed_is_dated_by_the_others() -> None:
    pubmed = {"pmid": "1", "doi": DOI, "publication_types": ["Journal Article", "Retracted Publication"]}
    both = {"pubmed": pubmed, "retraction_watch": [row()]}
    assert ask(both).effective_date == "2021-09-01"
    assert ask(both, "2020-01-01").status == "none"


@pytest.mark.parametrize(
    ("sources", "status", "conflict"),
    [
        ({"openalex": {"is_retracted": True}}, "suspected-retracted", False),
        ({"openalex": {"is_retracted": False}}, "none", False),
        ({"openalex": NO_FLAG, "retraction_watch": [row()]}, "retracted", True),
        ({"openalex": FLAG, "retraction_watch": [row(CORRECTION)]}, "corrected", True),
        ({"openalex": NO_FLAG, "retraction_watch": [row(CORRECTION)]}, "corrected", False),
        ({"openalex": FLAG, "retraction_watch": [row(CONCERN)]}, "expression-of-concern", False),
        ({"openalex": FLAG, "retraction_watch": [row(), row(REINSTATED, "1/1/2023")]}, "reinstated", True),
        ({"crossref": crossref(("retraction", [2021, 9])), "retraction_watch": [row()]}, "retracted", False),
        ({"crossref": crossref(("correction", [2021, 9])), "retraction_watch": [row()]}, "retracted", True),
        (
            {"crossref": crossref(("correction", [2021, 9]), notice="10.5555/n2"), "retraction_watch": [row()]},
            "retracted",
            False,
        ),
        (
            {"crossref": crossref(("retraction", [2021, 9])), "retraction_watch": [row(CONCERN, "1/1/2021"), row()]},
            "retracted",
            False,
        ),
        ({"crossref": {"DOI": DOI}, "retraction_watch": [row()]}, "retracted", False),  # silence is no denial
    ],
)
def test_disagreement(sources: dict[str, Any], status: str, conflict: bool) -> None:
    told = ask(sources)
    assert (told.status, told.conflict) == (status, conflict)


def test_a_denial_older_than_the_retraction_is_no_conflict() -> None:
    old = {"fetched": "2020-01-01", "data": {"is_retracted": False}}
    assert not ask({"openalex": old, "retraction_watch": [row()]}).conflict
    assert ask({"openalex": {**old, "fetched": "2025-01-01"}, "retraction_watch": [row()]}).conflict


def test_a_person_can_tell_a_false_alarm_but_not_undo_a_notice() -> None:
    person = {"nature": "none", "by": "a reader", "entered": "2025-05-05"}
    assert ask({"openalex": {"is_retracted": True}, "person": person}).status == "none"
    told = ask({"retraction_watch": [row()], "person": person})
    assert (told.status, told.conflict) == ("retracted", True)


def test_a_person_can_enter_a_notice() -> None:
    entry = {"nature": "retraction", "date": "2024-02-03", "reason": "Paper Mill", "by": "a reader"}
    told = ask({"person": [entry]})
    assert (told.status, told.effective_date, told.reason_class) == ("retracted", "2024-02-03", "paper-mill")


# -- rule 7: versions -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "status", "use"),
    [
        ("is-preprint-of", "related-retracted", "hold"),
        ("is-version-of", "related-retracted", "hold"),
        ("is-translation-of", "related-retracted", "hold"),
        ("has-preprint", "none", "keep"),
        ("has-translation", "none", "keep"),
        ("is-supplemented-by", "none", "keep"),
    ],
)
def test_status_travels_to_versions_but_not_to_originals(relation: str, status: str, use: str) -> None:
    sources = {
        "crossref": {"DOI": DOI, "relation": {relation: [{"id": "10.5555/OTHER", "id-type": "doi"}]}},
        "retraction_watch": [row(doi="10.5555/other")],
    }
    told = ask(sources)
    assert (told.status, told.use, told.effective_date) == (status, use, None)
    assert (told.related, told.related_status) == ("10.5555/other", "retracted")
    assert ask(sources, "2020-01-01").status == "none"


def test_relations_may_stand_on_the_paper_and_a_clean_relative_is_not_told() -> None:
    relation = {"is-preprint-of": "10.5555/other"}
    assert ask({"retraction_watch": [row(doi="10.5555/other")]}, relation=relation).status == "related-retracted"
    assert ask({"retraction_watch": [row("Correction", doi="10.5555/other")]}, relation=relation).related is None


def test_an_own_retraction_outweighs_that_of_a_relative() -> None:
    rows = [row(), row(doi="10.5555/other")]
    told = ask({"retraction_watch": rows}, relation={"is-preprint-of": {"id": "10.5555/other"}})
    assert (told.status, told.related) == ("retracted", "10.5555/other")


def test_a_new_version_in_update_to_is_a_version_not_a_notice() -> None:
    record = {"DOI": DOI, "update-to": [{"DOI": "10.5555/old", "type": "new_version"}]}
    assert ask({"crossref": record}).status == "none"
    assert ask({"crossref": record, "retraction_watch": [row(doi="10.5555/old")]}).status == "related-retracted"


def test_retract_and_replace() -> None:
    replaced = row(Reason="+Retract and Replace;", Record_ID="7")
    told = ask({"retraction_watch": [replaced]})
    assert (told.status, told.use) == ("retracted-and-replaced", "hold")  # which version was coded is not known
    own = {"DOI": DOI, "relation": {"is-replaced-by": [{"id": "10.5555/new"}]}}
    told = ask({"retraction_watch": [replaced], "crossref": own})
    assert (told.status, told.use, told.related) == ("retracted-and-replaced", "exclude", "10.5555/new")
    both = {"retraction_watch": [replaced], "crossref": crossref(("retraction", [2021, 9, 3]))}
    assert ask(both).status == "retracted-and-replaced"  # two reports of one notice
    later = {"retraction_watch": [replaced, row(date="1/1/2024", RetractionDOI="10.5555/n2", Record_ID="8")]}
    assert ask(later).status == "retracted"  # the replacement fell too


def test_the_new_version_is_clean_and_names_the_old_one() -> None:
    rows = [row(doi="10.5555/old", RetractionDOI=DOI, Reason="+Retract and Replace;")]
    told = ask({"retraction_watch": rows})
    assert (told.status, told.related, told.needs_confirmation) == ("none", "10.5555/old", True)
    assert ask({"retraction_watch": rows}, title="Retraction notice: Trust").status == "notice"


# -- rule 8 and wording -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "broken", [{"error": "timeout"}, None, {"status": "error"}, {"status": 503}, {"status_code": 500}, "no JSON"]
)
def test_no_answer_is_unknown_never_clean(broken: Any) -> None:
    told = ask({"crossref": broken, "retraction_watch": []})
    assert (told.status, told.use) == ("unknown", "keep-recheck")
    assert not told.said[0].answered
    assert "could not be asked: Crossref" in str(told)
    assert ask({"crossref": broken, "retraction_watch": [row()]}).status == "retracted"


def test_an_unknown_source_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"no source is called 'crosref'; did you mean 'crossref'\?"):
        ask({"crosref": {}})


def test_as_of_must_be_a_date() -> None:
    with pytest.raises(InputError, match="is not a date"):
        ask({}, "yesterday")


def test_a_work_without_notice_is_said_to_have_none_known() -> None:
    sources = {"crossref": {"fetched": "2025-12-01", "data": {"DOI": DOI}}, "retraction_watch": []}
    assert str(ask(sources)) == "no notice known as of 2026-01-01 from Crossref of 2025-12-01, Retraction Watch"
    assert str(ask({})) == "no notice known as of 2026-01-01, no source was asked"
    assert str(ask({}, None)) == "no notice known, no source was asked"


def test_each_status_in_words() -> None:
    told = ask({"retraction_watch": [row()]})
    assert str(told) == "retracted since 2021-09-01 as of 2026-01-01 according to Retraction Watch"
    told = ask(
        {
            "crossref": {"DOI": DOI, "relation": {"is-preprint-of": [{"id": "10.5555/o"}]}},
            "retraction_watch": [row(doi="10.5555/o")],
        }
    )
    assert str(told).endswith("related to 10.5555/o (retracted)")
    told = ask({"openalex": NO_FLAG, "retraction_watch": [row(doi="none", Title=PAPER["title"])]})
    assert str(told).endswith("; the sources disagree; to be confirmed by a person")
    assert since("unknown", None) == "unknown"
    assert str(ask({"crossref": None})) == "unknown as of 2026-01-01; could not be asked: Crossref (no answer)"


STATUSES = st.builds(
    Status,
    st.sampled_from(sorted(USES)),
    st.just("keep"),
    st.none() | st.just("2020-01-01"),
    st.booleans(),
    st.booleans(),
    as_of=st.none() | st.just(AS_OF),
)


@given(STATUSES)
def test_no_wording_declares_a_work_free_of_notices(status: Status) -> None:
    assert "not retracted" not in words(status)
    assert "clean" not in words(status)


def test_what_each_source_said_is_kept() -> None:
    told = ask({"crossref": {"DOI": DOI}, "retraction_watch": [row()], "openalex": {"is_retracted": False}})
    assert [(s.name, s.words) for s in told.said] == [
        ("Crossref", "no notice"),
        ("Retraction Watch", "retraction of 2021-09-01 by 10.5555/notice (Concerns/Issues about Data)"),
        ("OpenAlex", "no mark of a retraction"),
    ]
    assert [n.source for n in told.decisive] == ["retraction_watch"]
    assert told.reason_classes == ("data",)
    flagged = ask(
        {
            "openalex": {"is_retracted": True},
            "retraction_watch": [row("Correction", "no date", doi="none", Title=PAPER["title"])],
        }
    )
    assert [s.words for s in flagged.said] == [
        "marked as retracted, without a notice",
        "correction, undated by 10.5555/notice (Concerns/Issues about Data) (same title, year and author)",
    ]


# -- a seeded set of 500 works ----------------------------------------------------------------------------------

SPELLINGS = ["{}", "https://doi.org/{}", "doi:{}", "{}.", "{},", "DOI: {}", "http://dx.doi.org/{}", "({})"]
HISTORIES: dict[str, list[tuple[str, str, str]]] = {
    "retracted": [("Retraction", "3/4/2021", "+Fake Peer Review;")],
    "corrected": [("Correction", "3/4/2021", "")],
    "expression-of-concern": [("Expression of concern", "3/4/2021", "")],
    "reinstated": [("Retraction", "3/4/2020", ""), ("Reinstatement", "3/4/2021", "")],
    "retracted-and-replaced": [("Retraction", "3/4/2021", "+Retract and Replace;")],
    "none": [],
}
COUNTS = {
    "retracted": 100,
    "corrected": 50,
    "expression-of-concern": 50,
    "reinstated": 20,
    "retracted-and-replaced": 10,
    "none": 270,
}


def seeded() -> tuple[list[dict[str, str]], list[tuple[str, str]]]:
    """Rows of the public file, and 500 spelled DOIs with the status that is true of each; always the same."""
    chance = random.Random(20231229)
    truth = [status for status, count in COUNTS.items() for _ in range(count)]
    chance.shuffle(truth)
    rows: list[dict[str, str]] = []
    asked: list[tuple[str, str]] = []
    for i, status in enumerate(truth):
        name = chance.choice(
            ["10.5555/J.Trust.{}", "10.5555/S0140-6736({})1-X", "10.5555/{}/ab;c", "10.5555/t<{}>z"]
        ).format(i)
        rows += [
            row(kind, when, name, Reason=why, RetractionDOI=f"10.5555/n.{i}") for kind, when, why in HISTORIES[status]
        ]
        spelled = chance.choice([str.lower, str.upper, str])(name)
        if chance.random() < 0.3:
            spelled = spelled.replace("/", "%2F").replace("<", "%3C").replace("(", "%28").replace(")", "%29")
        asked.append((chance.choice(SPELLINGS).format(spelled), status))
    rows += [row(doi=placeholder) for placeholder in ("unavailable", "", "0")]
    chance.shuffle(rows)
    return rows, asked


def test_500_dois_in_all_spellings_have_full_recall_and_no_false_match() -> None:
    rows, asked = seeded()
    notices = [notice for r in rows if (notice := read_row(r))]
    index = Index(notices)
    told = {
        text: resolve({"doi": text}, {"retraction_watch": list(index.find({"doi": text}))}, AS_OF) for text, _ in asked
    }
    assert [told[text].status for text, _ in asked] == [status for _, status in asked]
    assert not any(status.needs_confirmation or status.conflict for status in told.values())
    matched = {text for text, _ in index.match((text, text) for text, _ in asked)}
    assert matched == {text for text, status in asked if status != "none"}


def test_every_status_has_a_use_and_every_notice_can_be_stored_and_asked_again() -> None:
    assert len(USES) == 13
    first = ask({"retraction_watch": [row()]})
    again = ask({"retraction_watch": list(first.notices)})
    assert (again.status, again.effective_date, again.reason_class) == (
        first.status,
        first.effective_date,
        first.reason_class,
    )
    stamped = [Notice("retraction_watch", "retraction", Work(doi=DOI), snapshot="2025-05-01")]
    assert ask({"retraction_watch": stamped}).said[0].snapshot == "2025-05-01"
