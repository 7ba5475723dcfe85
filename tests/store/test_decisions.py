"""A person's word is kept apart from what is printed, survives both new readings and new assessments, and counts."""

import pytest
from sqlalchemy import text

from evidence import verbs
from evidence.errors import UsageError
from evidence.reports.review import history, judgement, waiting
from evidence.store.engine import connect
from evidence.store.pooling import effects_between
from tests.conftest import AS_OF, SEEDS

WHO = {"reason": "looked at the page", "coder": "AB"}
BETA = "/paths/0/beta"


@pytest.fixture
def engine(assessed):
    opened = connect(assessed)
    yield opened
    opened.dispose()


def rows(engine, sql, **values):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql), values)]


def effect(engine, study="qiao-4705", no=0):
    found = rows(
        engine,
        "SELECT value, printed, exclusion, correction, n FROM effect WHERE study = :study AND kind = 'path' AND no = :no",
        study=study,
        no=no,
    )
    return found[0]


def doubtful(engine, *pointers, study="qiao-4705"):
    """Make numbers of the first path such as a reader is not sure of."""
    with engine.begin() as connection:
        key = connection.execute(text("SELECT id FROM study WHERE label = :study"), {"study": study}).scalar()
        for pointer in pointers:
            values = {"study": key, "pointer": pointer}
            connection.execute(
                text("UPDATE source_span SET confidence = 0.5 WHERE study_id = :study AND pointer = :pointer"), values
            )
        connection.execute(
            text("UPDATE path_coefficient SET confidence = 0.5 WHERE study_id = :study AND no = 0"), values
        )


def test_a_correction_stands_beside_what_is_printed_and_is_pooled(engine):
    before = effect(engine)
    (made,) = verbs.decide(engine, "qiao", BETA, "corrected", value=".13", **WHO)
    assert (made.subject, made.value, made.new) == (BETA, ".13", True)
    value, printed, exclusion, correction, _ = effect(engine)
    assert (value, printed, exclusion, correction) == (0.13, before[1], None, "corrected by AB")
    assert rows(engine, "SELECT printed FROM provenance WHERE study = 'qiao-4705' AND pointer = :p", p=BETA) == [
        (".31",)
    ]
    (source, target), *_ = rows(
        engine, "SELECT source, target FROM effect WHERE study = 'qiao-4705' AND kind = 'path' AND no = 0"
    )
    names = [
        rows(engine, "SELECT construct FROM mapped_construct WHERE reported = :r", r=r)[0] for r in (source, target)
    ]
    frame = effects_between(engine, names[0], names[1])
    pooled = frame[(frame["study"] == "qiao-4705") & (frame["no"] == 0) & (frame["kind"] == "path")]
    assert list(pooled["value"]) == [0.13]
    assert list(pooled["correction"]) == ["corrected by AB"]


def test_a_corrected_sample_size_is_used_and_named(engine):
    verbs.decide(engine, "qiao", "/sample/n", "corrected", value="368", **WHO)
    assert effect(engine)[3:] == ("n corrected by AB", 368)


def test_saying_the_same_twice_is_saying_it_once(engine):
    for new in (True, False):
        (made,) = verbs.decide(engine, "qiao", BETA, "rejected", **WHO)
        assert made.new is new
    assert rows(engine, "SELECT COUNT(*) FROM decision") == [(1,)]


def test_the_last_word_of_a_person_counts_and_the_first_stays_on_record(engine):
    for kind in ("rejected", "accepted", "rejected", "accepted"):  # more than one in the same second
        verbs.decide(engine, "qiao", BETA, kind, **WHO)
    assert effect(engine)[2] is None
    answer = history(engine, "qiao").answer
    assert [record["now"] for record in answer.records()] == 3 * ["replaced by this person"] + ["stands"]
    assert [record["decision"] for record in answer.records()] == ["rejected", "accepted"] * 2
    assert history(engine, "wang").answer.rows == ()


def test_where_two_persons_correct_differently_the_effect_is_held_out(engine):
    verbs.decide(engine, "qiao", BETA, "corrected", value=".13", **WHO)
    verbs.decide(engine, "qiao", BETA, "corrected", value=".33", reason="r", coder="CD")
    assert effect(engine)[:4] == (0.31, effect(engine)[1], "two reviewers correct it differently", None)
    verbs.decide(engine, "qiao", BETA, "corrected", value=".13", reason="agreed", coder="CD")
    assert effect(engine)[2:4] == (None, "corrected by AB and CD")


def test_a_doubtful_row_comes_back_when_all_its_doubtful_numbers_are_accepted(engine):
    study, stat = "cao-2022", "/paths/1/stat"
    doubtful(engine, "/paths/0/beta", "/paths/0/stat", study="wang-6043")
    verbs.decide_finding(engine, impossible(engine), "dismissed", **WHO)  # it holds the same rows
    held = "read with low confidence; waits for review"
    assert effect(engine, "wang-6043")[2] == held
    section = waiting(engine, "wang")[0]
    assert [row["subject"] for row in section.answer.records()] == ["/paths/0/beta", "/paths/0/stat"]
    verbs.decide(engine, "wang", "/paths/0/beta", "accepted", **WHO)
    assert effect(engine, "wang-6043")[2] == held
    made = verbs.decide(engine, "wang", "/paths/0", "accepted", **WHO)  # the row: what is left of it
    assert {d.subject for d in made} >= {"/paths/0/stat"}
    assert [d.new for d in made if d.subject == "/paths/0/beta"] == [False]
    assert effect(engine, "wang-6043")[2] is None
    assert waiting(engine, "wang")[0].answer.rows == ()
    assert verbs.decide(engine, study, stat, "accepted", **WHO)[0].printed == "4.400"


def test_an_unread_item_somebody_looked_at_waits_no_more(engine):
    with engine.begin() as connection:
        key = connection.execute(text("SELECT id FROM study WHERE label = 'wang-6043'")).scalar()
        connection.execute(text("DELETE FROM unread WHERE study_id = :key"), {"key": key})
        values = "(:key, 0, 'Table IX', 'a picture')"
        connection.execute(text(f"INSERT INTO unread (study_id, no, what, why) VALUES {values}"), {"key": key})
    assert len(waiting(engine, "wang")[0].answer.rows) == 1
    verbs.decide(engine, "wang", "/unread/0", "accepted", **WHO)
    assert waiting(engine, "wang")[0].answer.rows == ()


# -- findings ----------------------------------------------------------------------------------------------------


def impossible(engine):
    ((key,),) = rows(
        engine, "SELECT finding_id FROM flag WHERE check_id = 'inadmissible-solution' AND level = 'critical'"
    )
    return key


def held(engine):
    return rows(engine, "SELECT COUNT(*) FROM excluded_effect WHERE exclusion LIKE 'impossible%'")[0][0]


def test_impossible_evidence_is_held_out_until_its_finding_is_dismissed(engine):
    assert held(engine) == 9
    key = impossible(engine)
    made = verbs.decide_finding(engine, key[:8], "explained", **WHO)
    assert (made.subject, made.new, held(engine)) == (key, True, 9)  # an explanation takes nothing back
    verbs.decide_finding(engine, key, "dismissed", **WHO)
    assert held(engine) == 0
    assert rows(engine, "SELECT decision, decided_by, reason FROM flag WHERE finding_id = :k", k=key) == [
        ("dismissed", "AB: dismissed", "looked at the page")
    ]
    verbs.decide_finding(engine, key, "confirmed", reason="no", coder="CD")
    assert held(engine) == 9  # where two readers differ, the caution stays
    assert rows(engine, "SELECT decision, decided_by FROM flag WHERE finding_id = :k", k=key) == [
        ("disputed", "AB: dismissed; CD: confirmed")
    ]
    listed = [record["finding"] for record in waiting(engine, "wang")[1].answer.records()]
    assert key[:8] in listed


def test_the_judgement_names_its_findings_and_its_readers_and_leaves_out_what_is_dismissed(engine):
    ((study,),) = rows(engine, "SELECT id FROM study WHERE label = 'wang-6043'")
    first = judgement(engine, study)
    assert "serious concerns" in first.remark
    assert [row["domain"] for row in first.answer.records()] == [
        "post-publication notices", "results", "text", "conduct and transparency",
    ]  # fmt: skip
    verbs.decide_finding(engine, impossible(engine), "dismissed", **WHO)
    verbs.decide_finding(
        engine,
        rows(engine, "SELECT finding_id FROM flag WHERE check_id = 'std-beta-above-one'")[0][0],
        "confirmed",
        **WHO,
    )
    second = judgement(engine, study)
    results = second.answer.records()[1]
    assert "inadmissible-solution" not in results["behind it"]
    assert results["decided by"] == "AB: confirmed"
    assert "1 findings, dismissed by their readers, are left out" in second.remark


def test_retraction_is_the_first_domain(engine):
    ((study,),) = rows(engine, "SELECT id FROM study WHERE label LIKE 'cao%'")
    assert judgement(engine, study).answer.rows[0][:2] == ("post-publication notices", "serious concerns")


def test_decisions_survive_a_new_reading_and_a_new_assessment(engine):
    key = impossible(engine)
    verbs.decide_finding(engine, key, "dismissed", **WHO)
    verbs.decide(engine, "qiao", BETA, "corrected", value=".13", **WHO)
    before = rows(engine, "SELECT * FROM decision ORDER BY id")
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM document"))  # as a new reading does: the rows go and come again
    assert rows(engine, "SELECT COUNT(*) FROM effect") == [(0,)]
    assert {r["now"] for r in history(engine).answer.records()} == {"its subject is not in the database now"}
    verbs.ingest(engine, [SEEDS / "studies"])
    verbs.assess(engine, as_of=AS_OF)
    assert rows(engine, "SELECT * FROM decision ORDER BY id") == before
    assert effect(engine)[3] == "corrected by AB"
    assert held(engine) == 0
    verbs.assess(engine, as_of=AS_OF)
    assert impossible(engine) == key
    assert {r["now"] for r in history(engine).answer.records()} == {"stands"}


def test_the_checks_say_the_same_however_many_processes_run_them(engine):
    everything = "SELECT * FROM finding ORDER BY id", "SELECT * FROM finding_row ORDER BY finding_id, kind, no"
    before = [rows(engine, sql) for sql in everything]
    seen = []
    assert verbs.assess(engine, as_of=AS_OF, jobs=2, progress=seen.append) == 5 == len(seen)
    assert [rows(engine, sql) for sql in everything] == before


def test_findings_of_coders_hold_rows_too(engine):
    found = rows(
        engine,
        "SELECT fr.kind, fr.no FROM finding_row AS fr JOIN finding AS f ON f.id = fr.finding_id"
        " WHERE f.check_id = 'abstract-claims-outside-model' ORDER BY fr.no",
    )
    assert found == [("path", 2), ("path", 7)]


# -- refusals ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pointer", "kind", "value", "said"),
    [
        ("/paths/0/betta", "accepted", None, "did you mean '/paths/0/beta'?"),
        ("elsewhere", "accepted", None, "see 'evidence review list'"),
        ("/paths/0", "corrected", ".3", None),
        (BETA, "corrected", "<.3", "'<.3' is not a number"),
        (BETA, "corrected", "large", "'large' is not a number"),
        ("/sample/n", "corrected", None, "'' is not a number"),
        ("/paths", "corrected", ".3", "a correction is for one number"),
    ],
)
def test_what_is_no_place_and_no_number_is_refused(engine, pointer, kind, value, said):
    if said is None:  # a row of one number is that number
        assert verbs.decide(engine, "qiao", pointer, kind, value=value, **WHO)[0].subject == BETA
        return
    with pytest.raises(UsageError) as refusal:
        verbs.decide(engine, "qiao", pointer, kind, value=value, **WHO)
    assert said in str(refusal.value)
    assert rows(engine, "SELECT COUNT(*) FROM decision") == [(0,)]


def test_a_number_that_is_not_pooled_may_be_a_bound(engine):
    (made,) = verbs.decide(engine, "cao", "/paths/10/p", "corrected", value="<.01", **WHO)
    assert (made.printed, made.value) == ("<0.001", "<.01")


def test_findings_and_persons_that_are_not_named_are_refused(engine):
    key = impossible(engine)
    nearly = key[:7] + ("0" if key[7] != "0" else "1")
    for name, said in (
        (nearly, f"did you mean '{key[:8]}'?"),
        ("zzzzzzzz", "see 'evidence review list'"),
        (key[:3], "too short for a finding"),
        ("%%%%", "there is no finding '%%%%'"),
    ):
        with pytest.raises(UsageError, match="finding") as refusal:
            verbs.decide_finding(engine, name, "confirmed", **WHO)
        assert said in str(refusal.value)
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO finding (id, study_id, check_id, check_version, origin, level, message)"
                " SELECT SUBSTR(id, 1, 8) || 'x', study_id, check_id, '1', 'coded', 'note', 'm' FROM finding WHERE id = :k"
            ),
            {"k": key},
        )
    with pytest.raises(UsageError, match="the beginning of several findings"):
        verbs.decide_finding(engine, key[:8], "confirmed", **WHO)
    for empty in ({"reason": " ", "coder": "AB"}, {"reason": "r", "coder": ""}):
        with pytest.raises(UsageError, match="is empty"):
            verbs.decide_finding(engine, key, "confirmed", **empty)
