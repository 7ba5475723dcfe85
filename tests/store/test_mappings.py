"""A mapping is a row that is kept: persons decide, assess does not overrule, re-reading does not forget."""

import pytest
from sqlalchemy import text

from evidence import verbs
from evidence.constructs import Alias, Construct
from evidence.errors import InputError, UsageError
from evidence.store.engine import connect
from evidence.store.mappings import (
    Decision,
    confused,
    current,
    decide,
    history,
    proposals,
    used,
    write_map,
)
from evidence.store.pooling import members_of
from evidence.store.vocabulary import load_vocabulary, store_vocabulary, vocabulary
from tests.store.dump import dump
from tests.store.matrix_studies import stored, study

HOW = {"coder": "ann", "map": "default"}


@pytest.fixture
def engine(assessed):
    opened = connect(assessed)
    yield opened
    opened.dispose()


@pytest.fixture
def strange(database):
    """A study with names that are no labels of the vocabulary."""
    opened = connect(database)
    verbs.initialise(opened)
    stored(opened, study(1, 200, (".4", ".3", ".5"), ("consumers' purchasing intentions", "vibes", "trust")))
    verbs.assess(opened, as_of="2026-01-01")
    yield opened
    opened.dispose()


def standing(engine, name):
    frame = history(engine)
    return frame[(frame["reported"] == name) & (frame["status"] == "current")]


def test_a_person_supersedes_and_nothing_is_lost(engine):
    assert verbs.accept_name(engine, "trust value", "perceived_value", None, 1, **HOW) == (1, 0)
    assert verbs.accept_name(engine, "Trust Value", "Perceived value", "qiao", 1, **HOW) == (0, 1)
    assert verbs.accept_name(engine, "trust value", "trust", None, -1, **HOW) == (1, 0)
    rows = history(engine)
    rows = rows[rows["reported"] == "trust value"]
    assert rows["construct_id"].tolist()[0] == "trust"
    assert sorted(rows["method"]) == ["coded", "person", "person"]
    assert rows["status"].tolist() == ["current", "superseded", "superseded"]
    assert rows.iloc[0][["polarity", "coder"]].tolist() == [-1, "ann"]
    assert set(rows["superseded_by"].dropna()) < set(rows["id"])


def test_assess_does_not_overrule_a_person(engine, assessed):
    verbs.accept_name(engine, "trust value", "perceived_value", None, 1, **HOW)
    before = dump(assessed)
    verbs.assess(engine, as_of="2026-01-01")
    verbs.assess(engine, as_of="2026-01-01")
    assert dump(assessed) == before


def test_a_split_concerns_one_study(engine):
    assert verbs.accept_name(engine, "Trust", "trust_in_seller", "wang", 1, **HOW) == (1, 0)
    assert standing(engine, "Trust")["construct_id"].tolist() == ["trust_in_seller"]
    assert standing(engine, "trust value")["construct_id"].tolist() == ["trust"]


def test_a_placement_in_another_map_leaves_the_default_alone(engine):
    verbs.accept_name(engine, "trust value", "perceived_value", None, 1, coder="ann", map="broad")
    verbs.assess(engine, as_of="2026-01-01")
    found = standing(engine, "trust value")
    assert dict(zip(found["map"], found["construct_id"], strict=True)) == {
        "broad": "perceived_value",
        "default": "trust",
    }
    assert used(engine)["trust"] == {row.study_id for row in current(engine, "Trust") + current(engine, "trust value")}
    assert "perceived_value" not in write_map(history(engine, "default")[lambda f: f["reported"] == "trust value"])


def test_a_persons_chain_outlives_a_new_reading(engine):
    verbs.accept_name(engine, "trust value", "perceived_value", None, 1, **HOW)
    verbs.accept_name(engine, "trust value", "hedonic_value", None, 1, **HOW)
    before = history(engine)
    with engine.begin() as connection:  # as if the document had been read by an older reader
        connection.execute(
            text("UPDATE document SET record = '{}' WHERE id IN (SELECT id FROM study WHERE label LIKE 'qiao%')")
        )
    from tests.conftest import SEEDS

    result = verbs.ingest(engine, [SEEDS / "studies"])
    assert result.outcomes["replaced"] == 1
    verbs.assess(engine, as_of="2026-01-01")
    after = history(engine)
    kept = [column for column in before if column != "construct_no"]
    assert after[kept].equals(before[kept])


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("trst", "trust", None), "no study reports 'trst'; did you mean 'Trust'"),
        (("Trust", "trst", None), "no construct 'trst'; did you mean"),
        (("Trust", "trust", "nobody"), "there is no study 'nobody'"),
        (("trust value", "trust", "wang"), "no study reports 'trust value'"),
    ],
)
def test_unknown_names_are_refused_with_the_nearest(engine, call, said):
    with pytest.raises(UsageError, match=said):
        verbs.accept_name(engine, *call, 1, **HOW)


def test_a_decision_needs_a_person_and_a_map(engine):
    (one,) = current(engine, "Trust")
    with pytest.raises(UsageError, match="a mapping needs a coder"):
        decide(engine, [Decision(one, "trust")], coder=" ", when="2026")
    with pytest.raises(UsageError, match="no map at all"):
        decide(engine, [Decision(one, "trust")], coder="ann", when="2026", map="reported")


def test_proposals_are_made_and_only_a_threshold_accepts_them(strange):
    found = {name.name: each for name, each in proposals(strange)}
    assert set(found) == {"consumers' purchasing intentions", "vibes"}
    assert found["consumers' purchasing intentions"].best.construct == "purchase_intention"
    assert found["vibes"].best is None
    with pytest.raises(UsageError, match="scores lie between 0 and 1"):
        verbs.accept_proposals(strange, 1.5, **HOW)
    assert verbs.accept_proposals(strange, 0.999, **HOW) == (0, 0, 2)
    assert verbs.accept_proposals(strange, 0.7, **HOW) == (1, 0, 1)
    assert verbs.accept_proposals(strange, 0.7, **HOW) == (0, 0, 1)
    row = standing(strange, "consumers' purchasing intentions").iloc[0]
    assert (row["method"], row["coder"]) == ("proposed", "ann")
    assert row["score"] >= 0.7


def test_one_name_with_other_neighbours_is_a_jingle(engine):
    assert confused(engine) == []


# -- a vocabulary of one's own ---------------------------------------------------------------------------------

OWN = (Construct("vibes", "Good vibes", parent="outcomes"), Construct("trust", "Trust", "As our lab defines it"))
ALIAS = (Alias("vibes", "vibes"),)


def test_an_own_vocabulary_stands_beside_the_other(strange):
    assert store_vocabulary(strange, OWN, ALIAS, "own.csv", instead=False) == 2
    words = vocabulary(strange)
    assert words["vibes"].parent == "outcomes"
    assert words["trust"].definition == "As our lab defines it"
    assert words.find("vibes") == "vibes"
    assert standing(strange, "vibes")["construct_id"].tolist() == ["vibes"]
    assert "Good vibes" in members_of(strange, "outcomes")
    load_vocabulary(strange)  # as init does
    assert vocabulary(strange)["trust"].definition == "As our lab defines it"
    assert store_vocabulary(strange, OWN, ALIAS, "own.csv", instead=False) == 2


def test_an_own_vocabulary_can_stand_instead(strange):
    store_vocabulary(strange, (Construct("vibes", "Vibes"),), (), "own.csv", instead=True)
    assert [c.id for c in vocabulary(strange)] == ["vibes"]
    verbs.initialise(strange)
    assert [c.id for c in vocabulary(strange)] == ["vibes"]
    assert history(strange)["construct_id"].tolist() == ["vibes"]


def test_what_persons_decided_is_not_taken_away(strange):
    verbs.accept_name(strange, "vibes", "flow", None, 1, **HOW)
    with pytest.raises(UsageError, match="mapped names to 1 constructs that the file does not define: flow"):
        store_vocabulary(strange, (Construct("vibes", "Vibes"),), (), "own.csv", instead=True)
    assert len(vocabulary(strange)) > 250


def test_a_vocabulary_that_cannot_stand_is_refused_before_anything_is_written(strange):
    with pytest.raises(InputError, match="unknown parent 'nobody'"):
        store_vocabulary(strange, (Construct("x", "X", parent="nobody"),), (), "own.csv", instead=False)
    assert "x" not in vocabulary(strange)


def test_longer_names_of_the_same_paper_are_seen(database):
    opened = connect(database)
    verbs.initialise(opened)
    names = ("Public administration", "Public administration information", "trust")
    stored(opened, study(1, 200, (".4", ".3", ".5"), names))
    verbs.assess(opened, as_of="2026-01-01")
    (name, found), *_ = proposals(opened)
    assert (name.name, found.best.construct) == ("Public administration", "official_information_sources")
    opened.dispose()


def test_definitions_of_the_vocabulary_stand_for_those_of_the_papers(database):
    opened = connect(database)
    verbs.initialise(opened)
    said = "belief that the merchant keeps promises and cares for buyers"
    own = [Construct("faith", "Faith", said), Construct("reliance", "Reliance", said)]
    store_vocabulary(opened, own, (), "own.csv", instead=False)
    for number, name in ((1, "faith"), (2, "reliance")):
        stored(opened, study(number, 200, (".4", ".3", ".5"), (name, "trust", "loyalty")))
    verbs.assess(opened, as_of="2026-01-01")
    assert [(w.kind, w.by, w.first.name, w.second.name) for w in confused(opened)] == [
        ("jangle", "definition", "faith", "reliance")
    ]
    opened.dispose()
