"""What each source's answer is read as; the Retraction Watch file with its faults."""

import csv
import doctest
import io
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from status_cases import DOI, PAPER, SHARED, crossref, row

from evidence import assets
from evidence.errors import InputError
from evidence.registry import modules
from evidence.status import Notice, Work, resolve
from evidence.status.notice import NATURES, nature
from evidence.status.sources import answers, known
from evidence.status.sources.retraction_watch import read_file, read_row

WORK = Work.of(PAPER)
LINKS = "comments_corrections"
HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,"
    "Paywalled,Notes,"
)


def notices(key: str, data: Any) -> tuple[Notice, ...]:
    (answer,) = answers({key: data}, WORK)
    assert answer.error is None, answer.error
    return answer.notices


def test_examples_in_docstrings_run() -> None:
    for module in [*modules("evidence.status"), *modules("evidence.status.sources")]:
        assert doctest.testmod(import_module(module)).failed == 0, module


def test_the_sources_are_found_by_their_files() -> None:
    names = {path.stem for path in Path(__file__).parents[2].joinpath("evidence/status/sources").glob("[a-z]*.py")}
    assert set(known()) == names
    assert all(source.name for source in known().values())


@pytest.mark.parametrize("word", NATURES)
def test_kinds_of_notice_in_any_spelling(word: str) -> None:
    assert nature(word) == nature(word.upper().replace(" ", "_")) == nature(f" {word} notice ")
    assert nature(word + "x") is None


# -- Retraction Watch -------------------------------------------------------------------------------------------


def published(*rows: dict[str, str], end: str = "\r\n", bom: bool = True) -> bytes:
    """Rows in the published layout: 20 names and a trailing comma on every line."""
    out = io.StringIO()
    names = HEADER.rstrip(",").split(",")
    writer = csv.writer(out, lineterminator=end)
    for r in rows:
        writer.writerow([r.get(name, "") for name in names] + [""])
    return (b"\xef\xbb\xbf" if bom else b"") + (HEADER + end + out.getvalue()).encode()


@pytest.mark.parametrize(("end", "bom"), [("\r\n", True), ("\n", False)])
def test_the_published_layout(end: str, bom: bool) -> None:
    first = row(Title='Trust, "risk"\nand use', Notes="See also: x; y", RetractionPubMedID="37810478")
    (found,) = read_file(io.BytesIO(published(first, end=end, bom=bom)), snapshot="2025-11-20")
    assert found == Notice(
        source="retraction_watch",
        nature="retraction",
        of=Work(DOI, None, "trust risk and use", 2019, frozenset({"nguyen", "lee"})),
        date="2021-09-01",
        notice_doi="10.5555/notice",
        notice_pmid="37810478",
        record_id="1",
        reasons=("Concerns/Issues about Data",),
        snapshot="2025-11-20",
        note="See also: x; y",
    )


def test_bytes_that_are_not_utf8_and_nul_do_not_stop_the_file() -> None:
    text = published(row(Author="T Nguyen"), row()).replace(b"T Nguyen,", b"T Nguy\xe9n\x81\0,", 1)
    found = list(read_file(io.BytesIO(text)))
    assert len(found) == 2
    assert found[0].of.families == {"nguyen"}


def test_unusable_rows_are_told_with_their_line_and_the_rest_goes_on() -> None:
    told: list[tuple[int, str]] = []
    rows = [row(RetractionNature="Blessing"), row(doi="unavailable", Title="", OriginalPaperPubMedID="0"), row()]
    broken = published(*rows) + b"5,too,short\r\n,,,\r\n"
    found = list(read_file(io.BytesIO(broken), skipped=lambda line, why: told.append((line, why))))
    assert [n.of.doi for n in found] == [DOI]
    assert told == [
        (2, "'Blessing' is no kind of notice"),
        (3, "no identifier and no title"),
        (5, "3 cells where the header has 21"),
    ]
    assert len(list(read_file(io.BytesIO(broken)))) == 1


def test_columns_may_come_in_any_order_and_a_missing_one_is_named() -> None:
    names = [name for name in HEADER.split(",") if name][::-1]
    text = ",".join(names) + "\n" + ",".join(row().get(name, "") for name in names) + "\n"
    assert next(read_file(io.BytesIO(text.encode()))).of.doi == DOI
    with pytest.raises(
        InputError, match="column 'Record ID' is missing: the header is not that of the Retraction Watch file"
    ):
        list(read_file(io.BytesIO(b"doi,title\n10.5555/a,b\n")))
    with pytest.raises(InputError, match="column 'Record ID' is missing"):
        list(read_file(io.BytesIO(b"")))


def test_a_file_that_is_not_there_and_a_quote_that_never_closes(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.csv: cannot be read"):
        list(read_file(tmp_path / "absent.csv"))
    endless = HEADER.encode() + b'\n"' + b"x" * 4_100_000
    with pytest.raises(InputError, match="is not CSV"):
        list(read_file(io.BytesIO(endless)))
    assert csv.field_size_limit() < 4_000_000  # left as it was


def test_six_real_rows() -> None:
    """Reads ../shared/corpus/retractions/retraction_watch_rows.csv; skipped where it is absent."""
    path = SHARED / "corpus" / "retractions" / "retraction_watch_rows.csv"
    if not path.exists():
        pytest.skip("the shared evidence is not here")
    found = list(read_file(path))
    assert [n.record_id for n in found] == ["56626", "55651", "52068", "49852", "48830", "48419"]
    first = found[0]
    assert (first.of.doi, first.of.pmid, first.date) == ("10.1155/2022/7642511", "36051936", "2023-09-27")
    assert (first.notice_doi, len(first.reasons), first.of.year) == ("10.1155/2023/9812821", 11, 2022)
    assert found[2].of.pmid is None  # printed as 0
    assert {"chen", "yu", "li", "tian", "lin"} == first.of.families
    status = resolve(
        {"doi": "https://doi.org/10.1155/2022/7642511"}, {"retraction_watch": path.read_text("utf-8")}, "2026-01-01"
    )
    assert (status.status, status.effective_date, status.reason_class) == ("retracted", "2023-09-27", "paper-mill")


def test_rows_as_list_one_row_envelope_or_text() -> None:
    assert (
        notices("retraction_watch", [row()])
        == notices("retraction_watch", row())
        == notices("retraction_watch", {"rows": [row()]})
    )
    assert notices("retraction_watch", published(row()).decode("utf-8-sig"))[0].of.doi == DOI
    assert notices("retraction_watch", []) == ()


CELL = st.text(max_size=12)


@given(st.dictionaries(st.sampled_from([*row(), "Extra"]), CELL | st.none(), max_size=14))
def test_no_row_breaks_the_reading(cells: dict[str, str | None]) -> None:
    found = read_row(cells)
    assert found is None or found.of.doi or found.of.pmid or found.of.title


# -- Crossref, OpenAlex, PubMed, Europe PMC ---------------------------------------------------------------------


def test_crossref_older_annotations_read_the_same_way() -> None:
    on_paper = {
        "DOI": DOI,
        "update-nature": "Retraction",
        "notice-doi": "10.5555/n",
        "update-date": "2021-02-03",
        "reasons": ["+Paper Mill;"],
    }
    (found,) = notices("crossref", on_paper)
    assert (found.nature, found.of.doi, found.notice_doi, found.date, found.reasons) == (
        "retraction", DOI, "10.5555/n", "2021-02-03", ("Paper Mill",),
    )  # fmt: skip
    entry = {"update-nature": "Expression of concern", "target-doi": DOI}
    (found,) = notices("crossref", {"DOI": "10.5555/n", "cr-labs-updates": [entry]})
    assert (found.nature, found.of.doi, found.notice_doi) == ("expression of concern", DOI, "10.5555/n")
    (found,) = notices("crossref", {"DOI": DOI, "updated-by": [{"DOI": "10.5555/n", "update-nature": "Retraction"}]})
    assert found.nature == "retraction"


def test_crossref_label_stands_in_for_a_missing_type_and_nonsense_is_no_notice() -> None:
    entries = [{"DOI": "10.5555/n", "label": "Retraction"}, {"DOI": "10.5555/m", "type": "blessing"}, "text"]
    assert [n.notice_doi for n in notices("crossref", {"DOI": DOI, "updated-by": entries})] == ["10.5555/n"]
    (found,) = notices("crossref", {"updated-by": [{"DOI": "10.5555/n", "type": "retraction"}]})
    assert found.of is WORK  # an answer about the work asked for
    assert notices("crossref", {"DOI": DOI, "updated-by": None, "update-to": [{"type": "retraction"}]}) == ()


def test_crossref_record_of_another_work_does_not_lend_its_title() -> None:
    other = {"DOI": "10.5555/other", "title": ["RETRACTED: Trust"]}
    assert resolve(PAPER, {"crossref": other}, "2026-01-01").status == "none"
    listed = {"message": {"items": [other, crossref(("retraction", [2022]))]}}
    assert resolve(PAPER, {"crossref": listed}, "2026-01-01").effective_date == "2022"


def test_crossref_finds_a_work_without_doi_by_its_record() -> None:
    record = crossref(
        ("retraction", [2022]),
        title=[PAPER["title"]],
        issued={"date-parts": [[2019]]},
        author=[{"family": "Nguyen", "given": "T"}],
    )
    status = resolve({**PAPER, "doi": None}, {"crossref": record}, "2026-01-01")
    assert (status.status, status.needs_confirmation) == ("retracted", True)


def test_openalex() -> None:
    assert [n.nature for n in notices("openalex", {"is_retracted": True})] == ["flag"]
    assert [n.nature for n in notices("openalex", {"doi": f"https://doi.org/{DOI}", "is_retracted": False})] == [
        "no flag"
    ]
    assert notices("openalex", {"id": "W1", "display_name": "Trust"}) == ()
    listed = {
        "results": [{"doi": "https://doi.org/10.5555/other", "is_retracted": True}, {"doi": DOI, "is_retracted": False}]
    }
    assert resolve(PAPER, {"openalex": listed}, "2026-01-01").status == "none"
    by_pmid = {"ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/31999999"}, "is_retracted": True}
    assert (
        resolve({**PAPER, "doi": None, "pmid": "31999999"}, {"openalex": by_pmid}, "2026-01-01").status
        == "suspected-retracted"
    )
    titled = {"doi": DOI, "title": "RETRACTED: Trust", "is_retracted": True}
    assert resolve(PAPER, {"openalex": titled}, "2026-01-01").status == "retracted"


@pytest.mark.parametrize(
    ("record", "status", "date"),
    [
        ({"publication_types": ["Retracted Publication"]}, "retracted", None),
        ({"pubtype": ["Journal Article", "Retracted Publication"]}, "retracted", None),
        ({"publication_types": ["Retraction of Publication"]}, "notice", None),
        ({"publication_types": ["Retraction Notice"]}, "notice", None),
        ({"publication_types": ["Published Erratum"]}, "notice", None),
        ({"publication_types": ["Journal Article"]}, "none", None),
        ({LINKS: [{"ref_type": "RetractionIn", "pmid": "2", "date": "2022 Mar 4"}]}, "retracted", "2022-03-04"),
        ({LINKS: [{"ref_type": "ExpressionOfConcernIn", "pmid": "2"}]}, "expression-of-concern", None),
        ({LINKS: [{"RefType": "ErratumIn"}]}, "corrected", None),
        ({LINKS: [{"ref_type": "PartialRetractionIn"}]}, "partially-retracted", None),
        ({LINKS: [{"ref_type": "RetractionOf", "pmid": "2"}]}, "notice", None),
        ({LINKS: [{"ref_type": "CommentIn", "pmid": "2"}, "text"]}, "none", None),
        ({"publication_types": ["Retracted Publication"], LINKS: [{"ref_type": "RetractionIn", "date": "2022"}]},
         "retracted", "2022"),
        ({"title": "RETRACTED: Trust and continuance"}, "retracted", None),
    ],
)  # fmt: skip
def test_pubmed(record: dict[str, Any], status: str, date: str | None) -> None:
    told = resolve({**PAPER, "pmid": "30111222"}, {"pubmed": {"pmid": "30111222", **record}}, "2026-01-01")
    assert (told.status, told.effective_date) == (status, date)


def test_pubmed_records_of_other_works_and_without_number() -> None:
    other = [{"pmid": "5", "publication_types": ["Retracted Publication"]}, {"pmid": "6"}]
    assert resolve({**PAPER, "pmid": "30111222"}, {"pubmed": other}, "2026-01-01").status == "none"
    assert (
        resolve(PAPER, {"pubmed": {"publication_types": ["Retracted Publication"]}}, "2026-01-01").status == "retracted"
    )


def test_europe_pmc() -> None:
    record = {
        "pmid": "30111222",
        "doi": DOI,
        "pubTypeList": {"pubType": ["research-article", "Retracted Publication"]},
        "commentCorrectionList": {"commentCorrection": [{"type": "Retraction in", "id": "35000000", "source": "MED"}]},
    }
    (found,) = notices("europepmc", {"resultList": {"result": [record]}})
    assert (found.source, found.nature, found.of.doi, found.notice_pmid) == ("europepmc", "retraction", DOI, "35000000")


# -- JATS -------------------------------------------------------------------------------------------------------

JATS = """<?xml version="1.0"?>
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="{type}"><front><article-meta>
<article-id pub-id-type="doi">{doi}</article-id><title-group><article-title>{title}</article-title></title-group>
<contrib-group><contrib><name><surname>Nguyen</surname><given-names>T</given-names></name></contrib></contrib-group>
<pub-date pub-type="epub"><day>4</day><month>3</month><year>2022</year></pub-date>{links}</article-meta></front>
<back><ref-list><ref><mixed-citation><article-title>RETRACTED: Other</article-title></mixed-citation></ref></ref-list>
</back></article>"""


def jats(kind: str, doi: str, target: str, *, link: str = "doi", title: str = "Trust") -> str:
    related = f'<related-article related-article-type="{kind}" ext-link-type="{link}" xlink:href="{target}"/>'
    return JATS.format(type="research-article", doi=doi, title=title, links=related)


def test_jats_on_the_notice_and_on_the_paper() -> None:
    (found,) = notices("jats", jats("retracted-article", "10.5555/notice", DOI))
    assert (found.nature, found.of.doi, found.notice_doi, found.date) == (
        "retraction",
        DOI,
        "10.5555/notice",
        "2022-03-04",
    )
    (found,) = notices("jats", jats("retraction-forward", DOI, "10.5555/notice").encode())
    assert (found.nature, found.of.doi, found.notice_doi, found.date) == ("retraction", DOI, "10.5555/notice", None)
    (found,) = notices("jats", jats("object-of-concern", "10.5555/notice", "31999999", link="pubmed"))
    assert (found.nature, found.of.pmid) == ("expression of concern", "31999999")
    assert notices("jats", jats("companion", DOI, "10.5555/other")) == ()


def test_jats_title_counts_only_for_its_own_article_and_bad_xml_is_unknown() -> None:
    text = jats("companion", DOI, "10.5555/other", title="RETRACTED: Trust")
    assert resolve(PAPER, {"jats": text}, "2026-01-01").status == "retracted"
    assert resolve({**PAPER, "doi": "10.5555/other"}, {"jats": text}, "2026-01-01").status == "none"
    assert resolve(PAPER, {"jats": "<article>"}, "2026-01-01").status == "unknown"


# -- a document, a person ----------------------------------------------------------------------------------------

ARTICLE = {"document": {"title": PAPER["title"], "authors": PAPER["authors"], "year": "2019", "sha256": "ab"}}
RETRACTION = {"nature": "retraction", "date": "2023-12-29", "reason": "compromised peer review", "publisher": "A House"}


def test_an_article_that_carries_its_own_notice() -> None:
    record = {**ARTICLE, "retraction": RETRACTION}
    status = resolve(ARTICLE["document"], {"document": record}, "2026-01-01")
    assert (status.status, status.effective_date, status.reason_class) == (
        "retracted",
        "2023-12-29",
        "peer-review-manipulation",
    )
    assert not status.needs_confirmation  # it is the same document
    assert (
        resolve(
            {"doi": DOI}, {"document": {**record, "document": {**record["document"], "doi": DOI}}}, "2026-01-01"
        ).status
        == "retracted"
    )
    assert resolve(ARTICLE["document"], {"document": ARTICLE}, "2026-01-01").status == "none"


def notice_record(of: str, sha256: str = "ab") -> dict[str, Any]:
    return {
        "document": {"kind": "notice", "title": f"Retracted: {PAPER['title']}", "year": "2023", "sha256": sha256},
        "retraction": {**RETRACTION, "of": of},
    }


def test_a_notice_and_its_article_in_one_file() -> None:
    records = [notice_record(PAPER["title"]), ARTICLE]
    article = resolve(ARTICLE["document"], {"document": records}, "2026-01-01")
    assert (article.status, article.effective_date, article.needs_confirmation) == ("retracted", "2023-12-29", False)
    assert resolve(records[0]["document"], {"document": records}, "2026-01-01").status == "notice"


def test_a_notice_that_prints_a_reference_or_only_its_own_title() -> None:
    reference = f'T. Nguyen and K. Lee, "{PAPER["title"]}," Journal of Trust, vol. 9, 2019.'
    for of in (reference, ""):
        article = resolve(ARTICLE["document"], {"document": [notice_record(of), ARTICLE]}, "2026-01-01")
        assert (article.status, article.needs_confirmation) == ("retracted", False)


def test_a_notice_in_another_file_matches_by_doi_or_needs_confirmation() -> None:
    by_title = [notice_record(PAPER["title"], sha256="cd"), ARTICLE]
    assert resolve(ARTICLE["document"], {"document": by_title}, "2026-01-01").needs_confirmation
    status = resolve(PAPER, {"document": notice_record(f"https://doi.org/{DOI}", "cd")}, "2026-01-01")
    assert (status.status, status.needs_confirmation) == ("retracted", False)
    other = [notice_record("Another work on perceived value and use", "cd"), ARTICLE]
    assert resolve(ARTICLE["document"], {"document": other}, "2026-01-01").status == "none"


def test_an_article_whose_notice_names_its_doi() -> None:
    record = {**ARTICLE, "retraction": {**RETRACTION, "of": DOI}}
    assert resolve({"doi": DOI}, {"document": record}, "2026-01-01").status == "retracted"


def test_a_persons_entry_with_an_unknown_word_is_no_answer() -> None:
    (answer,) = answers({"person": {"nature": "cursed"}}, WORK)
    assert "'cursed' is no kind of notice" in (answer.error or "")


# -- the founding retraction --------------------------------------------------------------------------------------


def test_the_founding_retraction_in_the_public_layout() -> None:
    """Seeds: the row that was coded from the notice; figures from the notice itself (received, published, reason)."""
    path = assets.seeds("retractions.csv")
    assert path.read_text("utf-8").splitlines()[0] == HEADER
    (found,) = read_file(path)
    assert (found.nature, found.date, found.of.doi, found.of.year) == (
        "retraction",
        "2023-12-29",
        "10.1155/2022/2904447",
        2022,
    )
    assert found.notice_doi is None  # not printed
    status = resolve({"doi": "10.1155/2022/2904447."}, {"retraction_watch": [found]}, "2026-01-01")
    assert (status.status, status.use, status.reason_class) == ("retracted", "exclude", "peer-review-manipulation")
    assert resolve({"doi": "10.1155/2022/2904447"}, {"retraction_watch": [found]}, "2023-12-28").status == "none"
    without = {"title": found.of.title, "year": "2022", "authors": ["Jihua Cao", "Jie Li"]}
    assert resolve(without, {"retraction_watch": [found]}, "2026-01-01").needs_confirmation
