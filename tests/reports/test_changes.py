"""What changed between two states, and why: each kind of change by itself, on real databases."""

import dataclasses
import random
import shutil

import pytest
from sqlalchemy import text

from evidence.records import Printed
from evidence.reports.alignment import aligned
from evidence.reports.changes import changes
from evidence.store.engine import connect
from evidence.store.query import ask
from evidence.store.save import save
from evidence.store.state import state
from evidence.verbs import accept_name, assess, decide, decide_finding, initialise, pool_all
from tests.conftest import AS_OF
from tests.invented import study

P = ("alpha", "beta", ".30", "4.00"), ("beta", "gamma", ".20", "3.00")
Q = ("alpha", "beta", ".40", "5.00"), ("beta", "gamma", ".10", "1.00")
R = (("alpha", "beta", ".35", "4.50"),)


@pytest.fixture(scope="module")
def three(templates, tmp_path_factory):
    """Three studies, judged; made once. What a state holds is tested on both databases in tests/store."""
    path = tmp_path_factory.mktemp("three") / "evidence.db"
    shutil.copy(templates.sqlite("empty"), path)
    opened = connect(path)
    initialise(opened)
    stored(opened, study("a", P), study("b", Q), study("c", R))
    assess(opened, as_of=AS_OF)
    opened.dispose()
    return path


@pytest.fixture
def engine(three, tmp_path):
    opened = connect(shutil.copy(three, tmp_path / "evidence.db"))
    yield opened
    opened.dispose()


def stored(engine, *records):
    assert {s.outcome for s in save(engine, ((record, 0) for record in records))} == {"stored"}


def label(engine, letter):
    return ask(
        engine, f"SELECT s.label FROM study AS s JOIN document AS d ON d.id = s.id WHERE d.file = '{letter}.yaml'"
    ).rows[0][0]


def found(old, new):
    """Sections by title, rows as dictionaries."""
    return {s.title: s.answer.records() if s.answer else s.remark for s in changes(old, new, "old -> new")}


def seen(engine, change):
    """What a change of a database is told as."""
    before = state(engine, "evidence 1")
    change()
    return found(before, state(engine, "evidence 1"))


def test_nothing_changed_says_so(engine):
    now = state(engine, "evidence 1")
    assert found(now, now) == {"old -> new": "Nothing changed."}
    later = now | {"statuses": [s | {"as_of": "2026-02-02"} for s in now["statuses"]]}
    assert found(now, later)["old -> new"].endswith(f"asked as of {AS_OF}, then 2026-02-02.")


def test_a_study_that_is_added_moves_what_it_tests(engine):
    def add():
        stored(engine, study("d", (("alpha", "beta", ".60", "9.00"),)))

    parts = seen(engine, add)
    (row,) = parts["Studies"]
    assert (row["study"], row["change"], row["values"]) == (label(engine, "d"), "study added", 2)
    (moved,) = parts["Pooled pairs"]
    assert (moved["source"], moved["target"], moved["old_k"], moved["new_k"]) == ("alpha", "beta", 3, 4)
    assert moved["why"] == f"{row['study']}: study added"
    (share,) = parts["What moved them"]
    assert share["estimate_without"] == pytest.approx(moved["old"], rel=1e-9)
    pairs = {(p["source"], p["target"]): p for p in pool_all(engine, fewest=1).answer.records()}
    assert moved["new"] == pytest.approx(pairs["alpha", "beta"]["estimate"], rel=1e-9)


def test_looked_at_backwards_the_study_was_removed(engine):
    after = state(engine, "evidence 1")
    stored(engine, study("d", (("alpha", "beta", ".60", "9.00"),)))
    parts = found(state(engine, "evidence 1"), after)
    assert [row["change"] for row in parts["Studies"]] == ["study removed"]
    assert parts["Pooled pairs"][0]["why"].endswith("study removed")


def test_a_retraction_is_named_with_the_effects_it_takes_away(engine):
    def retract():
        with engine.begin() as connection:
            connection.execute(
                text(
                    "UPDATE editorial_status SET status = 'retracted', \"use\" = 'exclude' WHERE study_id IN (SELECT id FROM document WHERE file = 'a.yaml')"
                )
            )

    parts = seen(engine, retract)
    assert [(row["old"], row["new"]) for row in parts["Editorial status"]] == [("none", "retracted")]
    assert {row["why"] for row in parts["Pooled pairs"]} == {f"{label(engine, 'a')}: retracted"}
    assert {row["change"] for row in parts["Pooled pairs"]} <= {"moved", "now significant", "no longer significant"}


def test_a_correction_is_named_with_its_author(engine):
    name = label(engine, "c")
    parts = seen(
        engine, lambda: decide(engine, name, "/paths/0/beta", "corrected", reason="misread", coder="Zoe", value=".53")
    )
    assert parts["Values"] == [
        {"study": name, "pointer": "/paths/0/beta", "old": ".35", "new": ".53", "why": "corrected by Zoe: misread"}
    ]
    (moved,) = parts["Pooled pairs"]
    assert moved["why"] == f"{name}: corrected by Zoe (value 0.35 -> 0.53)"


def test_a_correction_of_a_correction_and_a_rejection(engine):
    name = label(engine, "c")
    decide(engine, name, "/paths/0/beta", "corrected", reason="misread", coder="Zoe", value=".53")
    parts = seen(
        engine, lambda: decide(engine, name, "/paths/0/beta", "corrected", reason="again", coder="Zoe", value=".33")
    )
    assert [(row["old"], row["new"], row["why"]) for row in parts["Values"]] == [
        (".53", ".33", "corrected by Zoe: again")
    ]
    parts = seen(engine, lambda: decide(engine, name, "/paths/0", "rejected", reason="a pilot", coder="Ann"))
    assert {row["new"] for row in parts["Values"]} == {"rejected"}
    assert "rejected by a reviewer; rejected by Ann: a pilot" in parts["Pooled pairs"][0]["why"]
    before = state(engine, "evidence 1")
    back = found(before, before | {"decisions": []})
    assert {row["why"] for row in back["Values"]} >= {"no longer rejected by Ann: a pilot"}


def test_a_new_reading_is_told_number_by_number(engine):
    before = state(engine, "evidence 1")
    again = study("b", (*Q[:1], ("gamma", "delta", ".44", "6.00"), *Q[1:]))
    after = read_again(engine, again)
    parts = found(before, after)
    (row,) = parts["Studies"]
    assert (row["change"], row["why"]) == ("read again", "new reading")
    assert {r["pointer"] for r in parts["Values"]} == {"/paths/1/beta", "/paths/1/stat"}  # the row after it only moved
    assert {r["old"] for r in parts["Values"]} == {None}
    assert {p["change"] for p in parts["Pooled pairs"]} == {"new"}
    assert "new reading: read now" in parts["Pooled pairs"][0]["why"]
    backwards = found(after, before)
    assert {r["new"] for r in backwards["Values"]} == {None}
    assert "new reading: not read now" in backwards["Pooled pairs"][0]["why"]


def test_a_number_that_reads_differently_moves_its_pair(engine):
    before = state(engine, "evidence 1")
    changed = study("b", (("alpha", "beta", ".48", "5.00"), Q[1]))
    reader = dataclasses.replace(changed.reader, version="9")
    parts = found(before, read_again(engine, dataclasses.replace(changed, reader=reader)))
    (row,) = parts["Values"]
    assert (row["pointer"], row["old"], row["new"]) == ("/paths/0/beta", ".40", ".48")
    assert row["why"].startswith("other reader (")
    assert "(value 0.4 -> 0.48)" in parts["Pooled pairs"][0]["why"]


def test_another_file_of_the_same_study_is_no_new_study(engine):
    before = state(engine, "evidence 1")
    other = study("b", Q)
    document = dataclasses.replace(other.document, sha256="9" * 64)
    parts = found(before, read_again(engine, dataclasses.replace(other, document=document)))
    assert [(row["change"], row["why"]) for row in parts["Studies"]] == [("read again", "another file of the study")]
    assert "Pooled pairs" not in parts
    assert "Values" not in parts


def read_again(engine, record):
    """The state with one document read anew: taken out and stored again."""
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM document WHERE file = :file"), {"file": record.document.file})
    stored(engine, record)
    assess(engine, as_of=AS_OF)
    return state(engine, "evidence 1")


def test_a_name_that_means_something_else_moves_both_pairs(engine):
    name = label(engine, "c")
    parts = seen(engine, lambda: accept_name(engine, "beta", "trust", name, 1, coder="Ann", map="default"))
    assert {(row["reported"], row["old"], row["new"]) for row in parts["Names"]} == {("beta", None, "Trust")}
    assert {row["why"] for row in parts["Names"]} == {"person by Ann"}
    changes_ = {(p["source"], p["target"]): p for p in parts["Pooled pairs"]}
    assert changes_["alpha", "beta"]["why"] == f"{name}: mapped otherwise: 'beta' now means Trust"
    assert (changes_["alpha", "beta"]["old_k"], changes_["alpha", "beta"]["new_k"]) == (3, 2)
    assert changes_["alpha", "Trust"]["change"] == "new"
    assert f"{name}: mapped otherwise: 'beta' now means Trust" in changes_["alpha", "Trust"]["why"]


def test_findings_appear_are_decided_and_go(engine):
    odd = study("e", (("alpha", "beta", "1.90", "3.00"),))
    before = state(engine, "evidence 1")
    stored(engine, odd)
    assess(engine, as_of=AS_OF)
    with_it = state(engine, "evidence 1")
    rows = [r for r in found(before, with_it)["Findings"] if r["study"] == label(engine, "e")]
    assert {(r["change"], r["why"]) for r in rows} == {("appeared", "study added")}
    assert {r["change"] for r in found(with_it, before)["Findings"]} >= {"gone"}
    key = next(f["id"] for f in with_it["findings"] if f["check"] == rows[0]["check"])
    decide_finding(engine, key, "dismissed", reason="as meant", coder="Ann")
    decided = found(with_it, state(engine, "evidence 1"))["Findings"]
    assert [(r["change"], r["why"]) for r in decided] == [("dismissed", "Ann: dismissed: as meant")]


def test_a_new_version_of_a_check_is_said(engine):
    stored(engine, study("e", (("alpha", "beta", "1.90", "3.00"),)))
    assess(engine, as_of=AS_OF)
    now = state(engine, "evidence 1")
    first, *rest = now["findings"]
    other = first | {"id": "f" * 20, "version": "2"}
    rows = found(now, now | {"findings": [other, *rest]})["Findings"]
    assert {r["change"] for r in rows} == {"appeared", "gone"}
    level = found(now, now | {"findings": [first | {"level": "note", "version": "2"}, *rest]})["Findings"]
    assert level[0]["change"] == f"was {first['level']}"
    assert "now 2" in level[0]["why"]


def test_changes_of_significance_come_first(engine):
    with engine.begin() as connection:
        connection.execute(text("UPDATE path_coefficient SET stat_value = 1.5 WHERE beta = '.10'"))
    before = state(engine, "evidence 1")
    stored(engine, study("d", (("beta", "gamma", ".90", "30.00"), ("alpha", "beta", ".80", "20.00"))))
    rows = found(before, state(engine, "evidence 1"))["Pooled pairs"]
    order = [r["change"] for r in rows]
    ranks = ["now significant", "no longer significant", "sign changed", "gone", "new", "moved"]
    assert order == sorted(order, key=ranks.index)
    for r in rows:
        if r["change"] in ranks[:2]:
            assert (r["old_p"] < 0.05) != (r["new_p"] < 0.05)


def test_another_program_that_pools_otherwise_is_named(engine):
    now = state(engine, "evidence 1")
    first, *rest = now["pooled"]
    other = now | {"software": "evidence 2", "pooled": [first | {"estimate": -first["estimate"]}, *rest]}
    sections = changes(now, other, "t")
    assert sections[0].remark == "Pooled by evidence 1, then by evidence 2."
    (row,) = sections[-1].answer.records()
    assert (row["change"], row["why"]) == ("sign changed", "the program: the same effects, pooled otherwise")


def test_what_is_undone_gives_the_old_average(engine):
    """Law: undo the only change, and the average is the old one, whatever the change was."""
    random_ = random.Random(5)
    for letter in "de":
        numbers = f".{random_.randrange(10, 90)}", f"{random_.uniform(2, 9):.2f}"
        parts = seen(
            engine, lambda made=(letter, numbers): stored(engine, study(made[0], (("alpha", "beta", *made[1]),)))
        )
        for share in parts["What moved them"]:
            moved = next(p for p in parts["Pooled pairs"] if p["source"] == share["source"])
            assert share["estimate_without"] == pytest.approx(moved["old"], rel=1e-9)


def test_rows_are_aligned_by_what_they_print():
    def values(*prints):
        return [[f"/paths/{i}/beta", p, {}, None] for i, p in enumerate(prints)]

    def one(numbers, record):
        held = {"id": "1", "label": "x", "file": "x", "sha256": "s", "doi": None, "kind": "empirical", "record": record}
        held |= {"reader": "r", "reader_version": "1"}
        return {"studies": [held], "values": {"1": values(*numbers)}}

    both = aligned(one([".1", ".2", ".3"], "a"), one([".2", ".25", ".3", ".4"], "b"))
    told = [both.pointer("1", f"/paths/{i}/beta") for i in range(3)]
    assert told == ["(gone) /paths/0/beta", "/paths/0/beta", "/paths/2/beta"]
    assert both.pointer("1", "/sample/n") == "/sample/n"
    assert Printed(".1").value == 0.1
