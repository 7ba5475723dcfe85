"""Questions are answered, writing is refused, limits hold, and mistakes are named."""

import pytest

from evidence.errors import UsageError
from evidence.store.engine import connect
from evidence.store.query import ask, refuse_writing
from evidence.store.questions import answer, find, questions, value_of
from tests.store.dump import dump


@pytest.fixture
def reading(assessed):
    engine = connect(assessed, read_only=True)
    yield engine
    engine.dispose()


def test_an_answer_has_columns_rows_and_records(reading):
    found = ask(reading, "SELECT study, n FROM study_summary WHERE n = :n", {"n": "465"})
    assert found.columns == ("study", "n")
    assert len(found.rows) == 1
    assert found.records()[0]["n"] == "465"
    assert not found.truncated


def test_rows_beyond_the_limit_are_cut_and_told(reading):
    found = ask(reading, "SELECT printed FROM source_span", rows=7)
    assert (len(found.rows), found.truncated) == (7, True)


def test_colons_that_are_no_parameters_are_left_alone(reading):
    found = ask(reading, "SELECT '10:30 :n ::x' AS a, CAST(:n AS TEXT) AS b", {"n": "1"}, translate=False)
    assert found.rows == (("10:30 :n ::x", "1"),)


def test_a_query_that_takes_too_long_is_stopped(reading):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
    with pytest.raises(UsageError, match=r"took longer than 0\.2 s.*--time-limit"):
        ask(reading, endless, seconds=0.2, translate=False)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT * FROM studdy_summary", "no table or view 'studdy_summary'; did you mean 'study_summary'"),
        ("SELECT titel FROM study_summary", "no column 'titel'; did you mean 'title'"),
        ("SELECT * FROM study WHERE label = :label", "parameter 'label' has no value; give it with --param label="),
        ("SELECT FROM WHERE", "cannot be run"),
    ],
)
def test_mistakes_are_named(reading, sql, said):
    with pytest.raises(UsageError, match=said.replace("(", r"\(")):
        ask(reading, sql, translate=False)


WRITING = [
    "INSERT INTO study VALUES (1)",
    "update study set label = 'x'",
    "DELETE FROM document",
    "DROP TABLE document",
    "/* quiet */ DROP VIEW effect",
    "-- a remark\nDELETE FROM study",
    "PRAGMA journal_mode = DELETE",
    "ATTACH 'x.db' AS x",
    "VACUUM",
    "WITH gone AS (DELETE FROM study RETURNING 1) SELECT * FROM gone",
    "SELECT 1; DELETE FROM study",
    "COPY study TO '/tmp/x'",
]


@pytest.mark.parametrize("sql", WRITING)
def test_writing_is_refused_before_it_runs(sql):
    with pytest.raises(UsageError, match=r"only reads|one statement"):
        refuse_writing(sql)


@pytest.mark.parametrize("sql", [s for s in WRITING if ";" not in s and "'x.db'" not in s and "COPY" not in s])
def test_the_database_itself_refuses_to_write(reading, assessed, sql):
    before = dump(assessed)
    with pytest.raises(UsageError):
        ask(reading, sql, translate=False)
    assert dump(assessed) == before


@pytest.mark.parametrize("sql", ["SELECT 'delete; from' AS x", "  select 1;", "WITH a AS (SELECT 1) SELECT * FROM a"])
def test_reading_is_not_refused(sql):
    refuse_writing(sql)


def test_an_empty_query_is_refused():
    with pytest.raises(UsageError, match="empty"):
        refuse_writing(" -- nothing\n")


# -- worked questions ------------------------------------------------------------------------------------------


def test_there_are_thirty_questions_and_each_asks_one():
    assert len(questions()) >= 30
    for question in questions():
        assert question.title.endswith("?"), question.name
        assert set(question.parameters) == set(question.meanings)
        for parameter in question.parameters:
            assert f":{parameter}" in question.select


@pytest.mark.parametrize("name", [q.name for q in questions()])
def test_every_question_has_an_answer(reading, name):
    found = answer(reading, name, {})
    assert found.columns
    assert not found.truncated


# what a reviewer knows of the founding studies by reading them
KNOWN = {
    "fit-worse-than-own-threshold": (("name", "agfi"), 1),
    "null-results-without-a-number": (("hypothesis", "H3"), 1),
    "null-results": (("hypothesis", "H2a"), 3),
    "configurations": (("consistency", "94%"), 4),
    "effects-on-one-sample": (("outcomes", 2), 2),
    "missing-statistics": (("source", "hedonic value"), None),
    "same-name-everywhere": (("reported", "trust value"), None),
    "retracted-in-my-pool": (("editorial_status", "retracted"), None),
    "text-against-table": (("another_statistic", "4.440"), 1),
    "mediation-claims": (("mediation", "partial"), 4),
    "where-printed": (("printed", "0.80"), None),
}


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_answers_are_what_the_papers_say(reading, name):
    (column, value), rows = KNOWN[name]
    found = answer(reading, name, {}).records()
    assert any(row[column] == value for row in found)
    assert rows is None or len(found) == rows


def test_parameters_change_the_answer_and_unknown_ones_are_named(reading):
    assert answer(reading, "weak-loadings-kept", {"below": 0.65}).rows
    assert not answer(reading, "weak-loadings-kept", {"below": 0.1}).rows
    with pytest.raises(UsageError, match=r"no parameter 'belwo'; did you mean 'below'"):
        answer(reading, "weak-loadings-kept", {"belwo": 1})
    with pytest.raises(UsageError, match="takes none"):
        answer(reading, "held-out", {"x": 1})
    with pytest.raises(UsageError, match=r"no question 'null-result'; did you mean"):
        find("null-result")


def test_parameters_are_numbers_or_text():
    assert [value_of(t) for t in ("3", ".5", "x", "'7'", '"a b"', "")] == [3, 0.5, "x", "7", "a b", ""]
