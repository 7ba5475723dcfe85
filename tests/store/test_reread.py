"""The second reading, from the document to the database: our errors are repaired and logged, the paper's stay."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import text

from evidence import verbs
from evidence.read import read as read_truly
from evidence.reports import findings
from evidence.reports.review import waiting
from evidence.store.engine import connect
from tests.conftest import AS_OF, SEEDS
from tests.misreading import loud, misread, spoil

SAMPLES = {suffix: next((SEEDS / "samples").glob(f"*{suffix}")) for suffix in (".pdf", ".docx", ".tei.xml", ".html")}
SAMPLES["typed"] = SEEDS / "samples" / "repair-cafes.txt"


@pytest.fixture
def misreading(monkeypatch):
    return misread(monkeypatch)


@pytest.mark.parametrize("path", SAMPLES.values(), ids=SAMPLES)
def test_our_reading_error_is_repaired_and_said(path, misreading):
    (found, *_) = verbs.read_twice(path)
    ((at, right, wrong),) = misreading.values()
    (log,) = found.reread
    assert (log.at, log.first, log.second) == (at, wrong, right)
    assert log.cleared
    truth = read_truly(path)[0]
    assert replace(found, reread=()) == truth
    assert found.text == truth.text
    assert type(found).from_dict(json.loads(json.dumps(found.to_dict()))) == found
    (section,) = findings.reread(found.to_dict())
    assert section.answer.rows[0][:3] == (at, wrong, right)
    assert findings.reread(truth.to_dict()) == []


@pytest.mark.parametrize("name", ["repair-cafes.txt", "night-trains.md", "ferry-crews.html"])
def test_an_error_of_the_paper_stays_the_papers(name, tmp_path):
    (sound,) = read_truly(SEEDS / "samples" / name)
    at, right, wrong, _ = spoil(sound)
    start, end = sound.spans[at]
    around = sound.text[start - 8 : end]
    source = (SEEDS / "samples" / name).read_text(encoding="utf-8")
    path = tmp_path / name
    if source.count(around) != 1:  # markup between the cells: the digits themselves must be telling
        around = right
    changed = source.replace(around, around[: len(around) - len(right)] + wrong, 1)
    path.write_text(changed, encoding="utf-8")
    (printed,) = verbs.read_twice(path)
    assert printed.reread == ()
    assert printed == read_truly(path)[0]
    assert loud(printed.to_dict())


@pytest.fixture
def engine(database):
    opened = connect(database)
    yield opened
    opened.dispose()


def test_a_repair_is_stored_once_and_shown_until_somebody_has_looked(engine, misreading):
    verbs.initialise(engine)
    path = SAMPLES["typed"]
    for outcome in ("stored", "unchanged"):
        assert verbs.ingest(engine, [path]).outcomes == {outcome: 1}
        verbs.assess(engine, as_of=AS_OF)
        with engine.connect() as connection:
            rows = connection.execute(text("SELECT pointer, first_reading, second_reading FROM reread")).all()
            charged = connection.execute(text("SELECT COUNT(*) FROM finding WHERE level <> 'note'")).scalar()
        ((at, right, wrong),) = misreading.values()
        assert [tuple(row) for row in rows] == [(at, wrong, right)]
        assert charged == len(loud(read_truly(path)[0].to_dict()))
    again = [s for s in waiting(engine) if s.title.startswith("Read again")]
    assert [s.answer.rows[0][1] for s in again] == [at]
    with engine.connect() as connection:
        label = connection.execute(text("SELECT label FROM study")).scalar()
    verbs.decide(engine, label, at, "accepted", reason="looked at the page", coder="AB")
    assert not [s for s in waiting(engine) if s.title.startswith("Read again")]
