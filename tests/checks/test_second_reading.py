"""A reading error is repaired and logged; an error of the paper stays."""

import consistent
import typos

from evidence.checks.model import LOUD
from evidence.checks.second_reading import read_again


def other(at, truth):
    """What another parser reads at a place: the truth where it differs."""
    return {"a parser": truth[at]} if at in truth else {}


def test_what_another_parser_reads_right_is_our_error():
    sound = consistent.report(0)
    misread = typos.put(sound, "/structural/0/r2", "9.1")
    again = read_again(misread, lambda at: other(at, {"/structural/0/r2": sound["structural"][0]["r2"]}))
    assert again.report == sound
    assert not [f for f in again.assessment.findings if f.level in LOUD]
    (log,) = again.repaired
    assert (log.at, log.first, log.second) == ("/structural/0/r2", "9.1", sound["structural"][0]["r2"])
    assert log.route == "a parser"
    assert "r2-range" in log.cleared
    assert misread["structural"][0]["r2"] == "9.1"  # the first reading is not touched


def test_two_reading_errors_are_both_repaired():
    sound = consistent.report(0)
    places = {"/structural/0/r2": "9.1", "/sample/n": "7"}
    misread = sound
    for at, text in places.items():
        misread = typos.put(misread, at, text)
    truth = {"/structural/0/r2": sound["structural"][0]["r2"], "/sample/n": sound["sample"]["n"]}
    assert read_again(misread, lambda at: other(at, truth)).report == sound


def test_an_error_of_the_paper_is_read_the_same_twice():
    printed = typos.put(consistent.report(0), "/structural/0/r2", "9.1")
    again = read_again(printed, lambda at: other(at, {"/structural/0/r2": "9.1"}))
    assert again.report == printed
    assert again.repaired == ()
    assert any(f.check == "r2-range" for f in again.assessment.findings)


def test_a_second_reading_that_is_worse_is_not_taken():
    printed = typos.put(consistent.report(0), "/structural/0/r2", "9.1")
    assert read_again(printed, lambda _: {"a parser": "88"}).repaired == ()


def test_pointers_that_share_a_printed_place_are_repaired_together():
    paths = [{"from": "A", "to": "M", "beta": ".50"}, {"from": "M", "to": "Y", "beta": ".40"}]
    effect = {"from": "A", "via": "M", "to": "Y", "a": ".50", "b": ".40", "indirect": ".20", "metric": "beta"}
    spans = {"/paths/0/beta": [0, 3], "/effects/0/a": [0, 3], "/effects/0/b": [9, 12], "/paths/1/beta": [9, 12]}
    sound = {"paths": paths, "effects": [effect], "spans": spans}
    misread = typos.put(typos.put(sound, "/paths/0/beta", ".90"), "/effects/0/a", ".90")
    again = read_again(misread, lambda at: other(at, {"/paths/0/beta": ".50", "/effects/0/a": ".50"}))
    assert again.report == sound
    assert len(again.repaired) == 1
    kept = typos.put(misread, "/paths/0/beta", ".09")  # another value at the same place is its own
    assert read_again(kept, lambda at: other(at, {"/effects/0/a": ".50"})).report["paths"][0]["beta"] == ".09"


def test_the_first_route_that_clears_is_taken():
    sound = consistent.report(0)
    misread = typos.put(sound, "/structural/0/r2", "9.1")
    routes = {"one": "9.2", "two": sound["structural"][0]["r2"]}
    again = read_again(misread, lambda at: routes if at == "/structural/0/r2" else {})
    assert [(r.route, r.second) for r in again.repaired] == [("two", routes["two"])]
