"""What is stored is what was read: whole, once, in its place, and never written over."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from evidence.records import (
    CodedFinding,
    Construct,
    Document,
    Fit,
    Hypothesis,
    Path,
    Printed,
    Reader,
    Record,
    Structural,
)
from evidence.records.places import numbers
from evidence.store.engine import connect
from evidence.store.rows import document_id, rows_of, title_key
from evidence.store.save import save
from evidence.verbs import assess, ingest, initialise
from tests.conftest import SEEDS
from tests.records.strategies import placed_records
from tests.store.dump import dump


def record(letter="a", **changes):
    """A small study; `letter` makes another document of it."""
    document = Document(
        file=f"{letter}.yaml", sha256=letter * 64, title=f"A survey of shoppers who trust, part {letter}", year="2020"
    )
    base = Record(
        document=document,
        constructs=(Construct("Trust", abbreviation="TR", aliases=("trust in seller",)), Construct("Loyalty")),
        hypotheses=(Hypothesis("H1", from_="Trust", to="Loyalty", sign="+", verdict="supported"),),
        paths=(Path("TR", "loyalty", hypothesis="H1", beta=Printed(".40"), stat=Printed("5.1")),),
        spans={"/paths/0/beta": (10, 13), "/paths/0/stat": (14, 17)},
    )
    return replace(base, **changes)


def saved(engine, *records, **options):
    return [s.outcome for s in save(engine, [(r, 0) for r in records], **options)]


def one(engine, sql, **values):
    with engine.connect() as connection:
        return connection.execute(text(sql), values).one()


def test_names_of_one_construct_are_one_row(database):
    engine = connect(database)
    assert saved(engine, record()) == ["stored"]
    path = one(engine, "SELECT source, target, hypothesis, value, printed, exclusion FROM path_effect")
    assert tuple(path) == ("Trust", "Loyalty", "H1", 0.4, ".40", None)
    assert one(engine, "SELECT COUNT(*) FROM construct_report")[0] == 2
    engine.dispose()


def test_a_name_nobody_announced_becomes_a_construct(database):
    engine = connect(database)
    saved(engine, record(paths=(Path("Mood", "Loyalty", beta=Printed(".1")),), spans={"/paths/0": (1, 3)}))
    assert one(engine, "SELECT source FROM path_effect")[0] == "Mood"
    engine.dispose()


def test_the_same_again_is_unchanged_and_a_new_reading_replaces(database):
    engine = connect(database)
    assert saved(engine, record()) == ["stored"]
    before = dump(database)
    assert saved(engine, record()) == ["unchanged"]
    assert dump(database) == before
    better = record(paths=(Path("Trust", "Loyalty", beta=Printed(".41")),))
    assert saved(engine, better) == ["replaced"]
    assert one(engine, "SELECT printed FROM path_effect")[0] == ".41"
    engine.dispose()


def test_a_persons_coding_stands_against_a_machines_reading(database):
    engine = connect(database)
    saved(engine, record())
    machine = record(reader=Reader("html", "1"), paths=())
    assert saved(engine, machine) == ["kept"]
    assert one(engine, "SELECT COUNT(*) FROM path_coefficient")[0] == 1
    assert saved(engine, record("b", reader=Reader("html", "1"), document=replace(machine.document, sha256="b" * 64,
                                                                                  title="Another work altogether")),
                 ) == ["stored"]  # fmt: skip
    engine.dispose()


@pytest.mark.parametrize("apart", ["doi", "title"])
def test_the_same_work_from_another_file_is_a_duplicate(database, apart):
    engine = connect(database)
    first, second = record("a"), record("b")
    same = {"doi": "10.5555/ABC"} if apart == "doi" else {"title": "A Survey of shoppers who trust: part A!"}
    saved(engine, replace(first, document=replace(first.document, doi="10.5555/abc")))
    again = replace(second, document=replace(second.document, **same))
    (outcome,) = save(engine, [(again, 0)])
    assert (outcome.outcome, outcome.of) == ("duplicate", "a.yaml")
    assert saved(engine, again, replace=True) == ["replaced"]
    assert one(engine, "SELECT COUNT(*), MIN(file) FROM document") == (1, "b.yaml")
    engine.dispose()


def test_duplicates_within_one_batch_are_seen(database):
    engine = connect(database)
    twin = replace(record("b"), document=replace(record("b").document, title=record("a").document.title))
    assert saved(engine, record("a"), twin) == ["stored", "duplicate"]
    engine.dispose()


def test_a_notice_may_share_the_title_of_its_article(database):
    engine = connect(database)
    article = record()
    notice = Record(document=replace(article.document, kind="notice"))
    assert [s.outcome for s in save(engine, [(article, 0), (notice, 1)])] == ["stored", "stored"]
    assert one(engine, "SELECT COUNT(*) FROM study")[0] == 1
    engine.dispose()


def test_a_persons_mapping_outlives_a_new_reading(database):
    engine = connect(database)
    initialise(engine)
    saved(engine, record())
    key = document_id("a" * 64, 0)
    with engine.begin() as connection:
        connection.execute(text(
            "INSERT INTO construct_mapping (id, study_id, construct_no, construct_id, map, method, polarity)"
            " VALUES ('m', :key, 1, 'trust', 'default', 'person', 1)"), {"key": key})  # fmt: skip
    reordered = record(constructs=(Construct("Loyalty"), Construct("Trust", abbreviation="TR")))
    assert saved(engine, reordered) == ["replaced"]
    found = one(engine, "SELECT reported, construct_id FROM mapped_construct WHERE construct_id IS NOT NULL")
    assert tuple(found) == ("Loyalty", "trust")
    engine.dispose()


# -- laws ------------------------------------------------------------------------------------------------------


def test_ingesting_twice_or_in_another_order_gives_the_same_bytes(database, tmp_path):
    engine = connect(database)
    initialise(engine)
    files = sorted((SEEDS / "studies").iterdir())
    ingest(engine, files[::-1])
    assess(engine, as_of="2026-01-01")
    once = dump(database)
    assert ingest(engine, files).outcomes == {"unchanged": 5}
    assess(engine, as_of="2026-01-01")
    assert dump(database) == once
    other = connect(tmp_path / "other.db")
    initialise(other)
    for file in files:
        ingest(other, [file])
    assess(other, as_of="2026-01-01")
    assert dump(str(tmp_path / "other.db")) == once
    engine.dispose()


def test_every_number_of_the_founding_records_has_its_place(founded):
    from evidence.read import read

    engine = connect(founded)
    with engine.connect() as connection:
        stored = {
            (row.sha256, row.part, row.pointer): row.printed
            for row in connection.execute(text(
                "SELECT d.sha256, d.part, s.pointer, s.printed FROM source_span s JOIN document d ON d.id = s.study_id"
            ))
        }  # fmt: skip
    tabled = ("/paths/", "/effects/", "/fit/", "/correlations/", "/constructs/", "/structural/")
    for file in sorted((SEEDS / "studies").iterdir()):
        for part, found in enumerate(read(file)):
            for pointer, printed in numbers(found):
                if pointer.startswith(tabled) and not pointer.endswith(("/items", "/df", "/ci_level")):
                    if "/thresholds/" in pointer or pointer.endswith(("/n", "/groups", "/indicators")):
                        continue
                    assert stored[found.document.sha256, part, pointer] == printed
    engine.dispose()


def test_an_equation_with_figures_of_its_predictors_alone_is_stored(database):
    engine = connect(database)
    vif = Structural("Loyalty", vif={"Trust": Printed("1.24"), "Joy": Printed("1.31")})
    spans = {"/structural/0/vif/Trust": (20, 24), "/structural/0/vif/Joy": (30, 34)}
    assert saved(engine, record(structural=(vif,), paths=(), spans=spans)) == ["stored"]
    shown = "SELECT s.pointer FROM equation e JOIN source_span s ON s.study_id = e.study_id AND s.no = e.span_no"
    assert one(engine, shown)[0] == "/structural/0/vif/Trust"
    engine.dispose()


def test_usable_and_excluded_together_are_effect(founded):
    engine = connect(founded)
    assess(engine)
    with engine.connect() as connection:

        def keys(view):
            return connection.execute(text(f"SELECT kind, study_id, no FROM {view} ORDER BY 1, 2, 3")).all()

        usable, excluded, every = keys("usable_effect"), keys("excluded_effect"), keys("effect")
    assert usable
    assert excluded
    assert sorted(usable + excluded) == every
    assert len(set(every)) == len(every)
    engine.dispose()


# numbers that checks need and no table has a column for: their place is the row
_UNTABLED = re.compile(
    r"^/(?:measurement|tests|moderation|differences|ipma|cvpat|sample/required)/"
    r"|^/fsqca/\d+/(?:calibration|necessity)/|^/correlations/\d+/p/|/(?:tolerance|vif|f2|cross)/"
    r"|/(?:skew|kurtosis|r2_change|f_change|f_change_p|d_uls|d_g|rms_theta)$|/delta/\w+$|^/descriptives/\d+/se$"
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=placed_records())
def test_any_record_can_be_stored_and_comes_back(sqlite_template, tmp_path_factory, found):
    """Law 1: the stored record is the record; law 2: each row of evidence names a place."""
    path = tmp_path_factory.mktemp("any") / "any.db"
    path.write_bytes(sqlite_template.read_bytes())
    engine = connect(path)
    whole = {**found.spans, "": (0, 9)}  # the document as a place for what has no number
    found = replace(found, document=replace(found.document, sha256="c" * 64), spans=whole)
    assert [s.outcome for s in save(engine, [(found, 0)])] == ["stored"]
    import json

    with engine.connect() as connection:
        content = connection.execute(text("SELECT record FROM document")).scalar()
        assert Record.from_dict(json.loads(content)) == found
        if found.document.kind != "notice":
            assert connection.execute(text("SELECT COUNT(*) FROM path_coefficient")).scalar() == len(found.paths)
            stored = dict(connection.execute(text("SELECT pointer, printed FROM source_span")).all())
            untabled = {at: printed for at, printed in numbers(found) if _UNTABLED.search(at)}
            assert untabled.items() <= stored.items()
    assert [s.outcome for s in save(engine, [(found, 0)])] == ["unchanged"]


def test_a_finding_coded_twice_is_one(database):
    engine = connect(database)
    twice = CodedFinding(check="r-range", level="error", message="r is 1.2")
    found = replace(record(), findings=(twice, twice, replace(twice, message="r is 1.3")))
    assert [s.outcome for s in save(engine, [(found, 0)])] == ["stored"]
    assert one(engine, "SELECT COUNT(*) FROM finding")[0] == 2
    engine.dispose()


def test_one_record_that_cannot_be_stored_does_not_stop_the_rest(database):
    engine = connect(database)
    other = record(
        "b", document=replace(record("b").document, title="Nobody noted where this was printed", sha256="b" * 64)
    )
    nowhere = replace(other, spans={})
    third = record("c", document=replace(record("c").document, title="Something else entirely, and whole"))
    outcomes = list(save(engine, [(record(), 0), (nowhere, 0), (third, 0)]))
    assert [s.outcome for s in outcomes] == ["stored", "refused", "stored"]
    assert "/paths/0/beta" in outcomes[1].why
    assert one(engine, "SELECT COUNT(*) FROM document")[0] == 2
    twice = replace(other, hypotheses=(), paths=(), sample=replace(other.sample, subsamples=()), constructs=(),
                    fit=(Fit(cfi=Printed("much")),), spans={"/fit/0": (1, 2)})  # fmt: skip
    (refused,) = save(engine, [(twice, 0)])
    assert refused.outcome == "refused"
    assert "fit_index" in refused.why
    engine.dispose()


# -- what the database itself refuses --------------------------------------------------------------------------

_COLUMNS = "study_id, no, span_no, from_no, to_no, sample_no, model_no, effect, is_primary"


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        (f"INSERT INTO path_coefficient ({_COLUMNS}) VALUES (:s, 9, NULL, 0, 1, 0, 0, 'direct', TRUE)", "no span"),
        (f"INSERT INTO path_coefficient ({_COLUMNS}) VALUES (:s, 9, 77, 0, 1, 0, 0, 'direct', TRUE)", "unknown span"),
        (f"INSERT INTO path_coefficient ({_COLUMNS}) VALUES (:s, 9, 0, 0, 1, 0, 0, 'sideways', TRUE)", "unknown word"),
        (f"INSERT INTO path_coefficient ({_COLUMNS}) VALUES (:s, 9, 0, 0, 7, 0, 0, 'direct', TRUE)", "unknown end"),
        ("INSERT INTO sample (study_id, no, label) VALUES (12345, 0, 'all')", "a sample without a study"),
        ("INSERT INTO sample (study_id, no, label, n) VALUES (:s, 5, 'men', '40')", "a number without a place"),
        ("INSERT INTO hypothesis (study_id, no, label, from_no) VALUES (:other, 9, 'H9', 1)", "an end elsewhere"),
        ("INSERT INTO hypothesis (study_id, no, label, verdict) VALUES (:s, 9, 'H9', 'proved')", "unknown verdict"),
        ("INSERT INTO source_span (study_id, no, pointer, printed) VALUES (:s, 99, '/x', '1')", "a place without one"),
        ("INSERT INTO source_span (study_id, no, pointer, printed, char_start, char_end)"
         " VALUES (:s, 99, '/x', '1', 5, 5)", "an empty span"),
        ("UPDATE document SET kind = 'poem' WHERE id = :s", "unknown kind"),
        ("UPDATE document SET sha256 = 'short' WHERE id = :s", "not a hash"),
    ],
    ids=lambda value: value if " " in value and len(value) < 40 else "",
)  # fmt: skip
def test_the_database_itself_refuses(database, statement, why):  # noqa: ARG001  the test's name
    engine = connect(database)
    lonely = record("b", constructs=(Construct("Trust"),), hypotheses=(), paths=())
    saved(engine, record(), replace(lonely, document=replace(lonely.document, title=None)))
    values = {"s": document_id("a" * 64, 0), "other": document_id("b" * 64, 0)}
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text(statement), {k: v for k, v in values.items() if f":{k}" in statement})
    engine.dispose()


def test_ids_are_computed_not_counted():
    assert document_id("a" * 64, 0) == document_id("a" * 64, 0) != document_id("a" * 64, 1)
    assert 0 <= document_id("f" * 64, 3) < 2**62


def test_titles_that_any_work_may_carry_identify_nothing():
    assert title_key("Editorial") is None
    assert title_key("The Trust of Buyers: a Survey!") == title_key("the trust of buyers — a survey")


def test_rows_are_addressed_by_study_and_number():
    tables = rows_of(record(), 0, "{}")
    for name in ("source_span", "construct_report", "path_coefficient", "hypothesis"):
        assert [row[:2] for row in tables[name]] == [(document_id("a" * 64, 0), i) for i in range(len(tables[name]))]
