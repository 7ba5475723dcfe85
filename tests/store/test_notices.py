"""What sources say is stored per source, and replaced only by the same source's newer word."""

import json

import pytest
from sqlalchemy import text

from evidence.errors import InputError, UsageError
from evidence.reports.retractions import updated
from evidence.status.notice import Notice, Work
from evidence.store.bulk import insert_new
from evidence.store.engine import connect
from evidence.store.notices import add_notices, knowledge, knowledge_of
from evidence.verbs.notices import add, import_file
from tests.invented import HEADER, line, retraction_watch
from tests.store.dump import dump


@pytest.fixture
def engine(database):
    opened = connect(database)
    yield opened
    opened.dispose()


def rows(engine, sql):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


NOTICES = (
    "SELECT source, nature, work_doi, notice_date, snapshot FROM editorial_notice ORDER BY source, work_doi, nature"
)


def test_the_published_file_with_its_faults(engine, database, tmp_path):
    path = retraction_watch(
        tmp_path / "rw.csv",
        line("10.5555/A", number=1),
        line(
            "unavailable", number=2, title="Caf\N{LATIN SMALL LETTER E WITH ACUTE} owners and their trust in platforms"
        ),
        line("10.5555/b", "Reinstatement", "0/0/0000", number=3),
        line("10.5555/c", "Update", number=4),
        *(f"{i},cut" for i in range(5, 11)),
        line("10.5555/A", number=1),
    )
    update = import_file(engine, path, fetched="2025-11-01", as_of="2026-01-01")
    assert set(rows(engine, NOTICES)) == {
        ("retraction_watch", "retraction", "10.5555/a", "2021-03-04", "2025-11-01"),
        ("retraction_watch", "reinstatement", "10.5555/b", None, "2025-11-01"),
        ("retraction_watch", "retraction", None, "2021-03-04", "2025-11-01"),
    }
    (one,) = update.imported
    assert (one.name, one.before, one.after, one.snapshot) == ("Retraction Watch", 0, 3, "2025-11-01")
    assert update.skipped == 7
    assert update.first_skipped[:2] == [
        "line 5: 'Update' is no kind of notice", "line 6: 2 cells where the header has 21",
    ]  # fmt: skip
    assert len(update.first_skipped) == 5
    assert updated(update)[1].endswith("; and 2 more")
    first = dump(database)
    again = import_file(engine, path, fetched="2025-11-01", as_of="2026-01-01")
    assert dump(database) == first
    assert again.imported[0].before == 3


def test_the_date_of_the_file_is_the_date_it_was_fetched(engine, tmp_path):
    import os

    path = retraction_watch(tmp_path / "rw.csv", line("10.5555/a"))
    os.utime(path, (1_762_000_000, 1_762_000_000))
    assert import_file(engine, path).imported[0].snapshot == "2025-11-01"


def test_a_newer_file_replaces_the_older_as_a_whole_and_nothing_else(engine, tmp_path):
    add(engine, "10.5555/kept", nature="retraction", date="2022-01-01", reason="r", coder="AB", as_of="2026-01-01")
    for doi in ("10.5555/a", "10.5555/b"):
        import_file(engine, retraction_watch(tmp_path / "rw.csv", line(doi)), fetched="2025-11-01")
    assert [row[:3] for row in rows(engine, NOTICES)] == [
        ("person", "retraction", "10.5555/kept"),
        ("retraction_watch", "retraction", "10.5555/b"),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "column 'Record ID' is missing"),
        (HEADER.encode(), "holds no notice.*it has no rows"),
        (HEADER.encode() + b"\n1,cut", "holds no notice.*2 cells"),
        (b"{", "not Crossref's JSON"),
        (b'{"message": {"title": ["x"]}}', "no work with a DOI"),
        (b"[1]", "not Crossref's JSON"),
    ],
)
def test_a_broken_file_takes_nothing_away(engine, database, tmp_path, content, message):
    import_file(engine, retraction_watch(tmp_path / "rw.csv", line("10.5555/a")), fetched="2025-11-01")
    before = dump(database)
    (tmp_path / "broken").write_bytes(content)
    with pytest.raises(InputError, match=message):
        import_file(engine, tmp_path / "broken")
    assert dump(database) == before
    with pytest.raises(InputError, match="cannot be read"):
        import_file(engine, tmp_path / "absent")
    with pytest.raises(InputError, match="cannot be read"):
        import_file(engine, tmp_path / "absent", coder="AB")


def crossref(doi, *, by=(), to=()):
    """A Crossref work, with (notice, type) that update it and (work, type) that it updates."""
    made = {"DOI": doi, "title": [f"Work {doi}"]}
    day = {"date-parts": [[2022, 5, 6]]}
    if by:
        made["updated-by"] = [{"DOI": d, "type": t, "updated": day} for d, t in by]
    if to:
        made["update-to"] = [{"DOI": d, "type": t, "updated": day} for d, t in to]
    return made


def written(path, content):
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_crossrefs_answers_replace_answers_about_the_same_works_only(engine, database, tmp_path):
    first = written(
        tmp_path / "list.json",
        {"message": {"items": [
            crossref("10.5555/a", by=[("10.5555/n", "retraction")]),
            crossref("10.5555/b"),
            crossref("10.5555/n", to=[("10.5555/a", "retraction"), ("10.5555/z", "retraction")]),
            {"title": ["without a DOI"]},
        ]}},
    )  # fmt: skip
    update = import_file(engine, first, fetched="2025-01-01", as_of="2026-01-01")
    assert update.first_skipped == ["record 4: it has no DOI"]
    expected = [
        ("crossref", "retraction", "10.5555/a", "2022-05-06", "2025-01-01"),
        ("crossref_notices", "retraction", "10.5555/a", "2022-05-06", "2025-01-01"),
        ("crossref_notices", "retraction", "10.5555/z", "2022-05-06", "2025-01-01"),
    ]
    assert rows(engine, NOTICES) == expected
    before = dump(database)
    import_file(engine, first, fetched="2025-01-01", as_of="2026-01-01")
    assert dump(database) == before
    # a newer record of the work without its notice takes back what that record said, and no more
    import_file(engine, written(tmp_path / "one.json", crossref("10.5555/a")), fetched="2025-02-02")
    assert rows(engine, NOTICES) == expected[1:]
    # the notice itself was corrected: it names one work only
    notice = crossref("10.5555/n", to=[("10.5555/z", "retraction")])
    import_file(engine, written(tmp_path / "one.json", {"message": notice}), fetched="2025-03-03")
    assert [row[2:] for row in rows(engine, NOTICES)] == [("10.5555/z", "2022-05-06", "2025-03-03")]
    asked = "SELECT work_doi, asked FROM notice_asked WHERE source = 'crossref' ORDER BY work_doi"
    assert rows(engine, asked) == [
        ("10.5555/a", "2025-02-02"), ("10.5555/b", "2025-01-01"), ("10.5555/n", "2025-03-03"),
    ]  # fmt: skip


def test_a_persons_list_is_added_and_is_not_the_published_file(engine, database, tmp_path):
    path = retraction_watch(tmp_path / "own.csv", line("10.5555/a"))
    for _ in range(2):
        update = import_file(engine, path, coder="AB", as_of="2026-01-01")
        stored = dump(database)
    assert (update.imported[0].name, update.imported[0].before, update.imported[0].after) == ("a person", 1, 1)
    assert stored == dump(database)
    assert rows(engine, "SELECT source, note FROM editorial_notice") == [("person", "AB")]
    assert knowledge(engine).status({"doi": "10.5555/other"}, "2026-01-01", document=False).status == "unknown"
    with pytest.raises(UsageError, match="--coder"):
        import_file(engine, written(tmp_path / "c.json", crossref("10.5555/a")), coder="AB")


def test_one_work_is_known_as_all_are(engine, tmp_path):
    lines = [line(f"10.5555/{i}", ("Retraction", "Correction")[i % 2], number=i) for i in range(20)]
    import_file(engine, retraction_watch(tmp_path / "rw.csv", *lines), fetched="2025-11-01")
    everything = knowledge(engine)
    assert len(everything.index) == 20
    papers = [{"doi": f"10.5555/{i}"} for i in range(22)] + [
        {"doi": "10.5555/notice.4"}, {"pmid": "7"}, {},
        {"title": "A work", "year": 2020, "authors": ["Anderson, Ann"]},
    ]  # fmt: skip
    for paper in papers:
        one = knowledge_of(engine, Work.of(paper)).status(paper, "2026-01-01", document=False)
        assert one == everything.status(paper, "2026-01-01", document=False)
    assert everything.status({"doi": "10.5555/notice.4"}, None).status == "notice"


def test_the_same_row_twice_is_one_row_and_a_bad_one_is_refused(engine):
    notice = Notice("person", "retraction", Work("10.5555/a"), note="AB")
    for _ in range(2):
        add_notices(engine, "person", [notice, notice])
    assert rows(engine, "SELECT COUNT(*) FROM editorial_notice") == [(1,)]
    with pytest.raises(InputError, match="refuses a row of notice_asked"), engine.begin() as connection:
        insert_new(connection, "notice_asked", [("crossref", None, None, None)])
