"""A state of the evidence as a file: canonical, the same on both databases, named by its content."""

import gzip
import json

import pytest

from evidence.errors import InputError
from evidence.store.engine import connect
from evidence.store.every_effect import every_effect
from evidence.store.pooling import all_effects
from evidence.store.query import ask
from evidence.store.snapshot import content_of, is_snapshot, read, snapshot_id, to_bytes
from evidence.store.state import LAYOUT, state
from evidence.verbs import pool_all


@pytest.fixture
def engine(assessed):
    opened = connect(assessed)
    yield opened
    opened.dispose()


def test_the_same_evidence_is_the_same_bytes_on_both_databases(templates):
    """Each kind ingested and assessed on its own; the founding evidence and what was thought of it."""
    made = []
    for name in (templates.sqlite("assessed"), f"{templates.server}/{templates.postgres('assessed')}"):
        opened = connect(name, read_only=True)
        made.append(content_of(state(opened, "evidence 1")))
        opened.dispose()
    assert made[0] == made[1]
    assert to_bytes(made[0]) == to_bytes(made[1])
    assert gzip.decompress(to_bytes(made[0])) == made[0]


def test_a_state_reads_as_it_was_written(engine, tmp_path):
    found = state(engine, "evidence 1")
    content = content_of(found)
    (tmp_path / "s").write_bytes(to_bytes(content))
    assert is_snapshot(tmp_path / "s")
    assert read(tmp_path / "s") == found
    assert content_of(read(tmp_path / "s")) == content
    assert len(snapshot_id(content)) == 16
    assert snapshot_id(content_of(found | {"software": "evidence 2"})) != snapshot_id(content)


def test_it_holds_every_row(engine):
    found = state(engine, "evidence 1")

    def count(sql):
        return ask(engine, f"SELECT COUNT(*) FROM {sql}").rows[0][0]

    assert sum(map(len, found["values"].values())) == count("source_span")
    assert len(found["studies"]) == count("document")
    assert len(found["findings"]) == count("finding")
    assert len(found["effects"]) == count("effect")
    assert len(found["statuses"]) == count("editorial_status")
    assert len(found["mappings"]) == count("construct_mapping WHERE superseded_by IS NULL")
    pointers = {(study, value[0]) for study, values in found["values"].items() for value in values}
    assert {
        (row[0], row[1])
        for row in ((str(a), b) for a, b in ask(engine, "SELECT study_id, pointer FROM source_span").rows)
    } == pointers


def test_pairs_are_those_of_pool_all(engine):
    shown = pool_all(engine, fewest=1).answer
    kept = state(engine, "evidence 1")["pooled"]
    assert len(kept) == len(shown.rows) > 5
    by_pair = {(p["source"], p["target"], p["estimand"]): p for p in kept}
    for row in shown.records():
        pair = by_pair[row["source"], row["target"], row["estimand"]]
        assert pair["estimate"] == pytest.approx(row["estimate"], rel=1e-11)
        assert (pair["samples"], pair["effects"]) == (row["samples"], row["effects"])


def test_every_effect_has_those_that_pooling_uses(engine):
    whole, used = every_effect(engine), all_effects(engine)
    kept = whole[whole["exclusion"].isna() & whole["estimand"].eq("direct, standardized")]
    assert sorted(kept["value"]) == sorted(used["value"])
    assert len(whole) == ask(engine, "SELECT COUNT(*) FROM effect").rows[0][0]
    assert whole["pointer"].notna().all()


def test_an_empty_database_has_a_state(database):
    opened = connect(database)
    found = state(opened, "evidence 1")
    opened.dispose()
    assert not any(found[name] for name in ("studies", "values", "effects", "pooled", "findings"))
    assert json.loads(content_of(found)) == found


@pytest.mark.parametrize(
    "content",
    [b"", b"\x1f\x8b", gzip.compress(b"nothing"), gzip.compress(b"[]"), gzip.compress(b"{}"), to_bytes(b"{}")[:-9]],
    ids=["nothing", "a head alone", "no JSON", "a list", "no layout", "cut off"],  # bytes of gzip tell the time
)
def test_what_is_no_snapshot_is_refused(content, tmp_path):
    (tmp_path / "s").write_bytes(content)
    with pytest.raises(InputError, match=r"this is no snapshot.*give a database, or a file"):
        read(tmp_path / "s")


def test_another_layout_is_refused_with_the_way_out(tmp_path):
    (tmp_path / "s").write_bytes(to_bytes(content_of({"schema": "evidence-snapshot/9"})))
    with pytest.raises(InputError, match=rf"layout 'evidence-snapshot/9'.*this program reads {LAYOUT}"):
        read(tmp_path / "s")


def test_a_file_that_is_not_there_is_no_snapshot(tmp_path):
    assert not is_snapshot(tmp_path / "nothing")
