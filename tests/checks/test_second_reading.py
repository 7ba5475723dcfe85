"""A reading error is repaired and logged; an error of the paper stays."""

import consistent
import typos

from evidence.checks.model import LOUD
from evidence.checks.second_reading import read_again


def test_what_another_parser_reads_right_is_our_error():
    sound = consistent.report(0)
    misread = typos.put(sound, "/structural/0/r2", "9.1")
    again = read_again(misread, lambda at: sound["structural"][0]["r2"] if at == "/structural/0/r2" else None)
    assert again.report == sound
    assert not [f for f in again.assessment.findings if f.level in LOUD]
    (log,) = again.repaired
    assert (log.at, log.first, log.second) == ("/structural/0/r2", "9.1", sound["structural"][0]["r2"])
    assert "r2-range" in log.cleared
    assert misread["structural"][0]["r2"] == "9.1"  # the first reading is not touched


def test_two_reading_errors_are_both_repaired():
    sound = consistent.report(0)
    places = {"/structural/0/r2": "9.1", "/sample/n": "7"}
    misread = sound
    for at, text in places.items():
        misread = typos.put(misread, at, text)
    truth = {"/structural/0/r2": sound["structural"][0]["r2"], "/sample/n": sound["sample"]["n"]}
    assert read_again(misread, truth.get).report == sound


def test_an_error_of_the_paper_is_read_the_same_twice():
    printed = typos.put(consistent.report(0), "/structural/0/r2", "9.1")
    again = read_again(printed, lambda at: "9.1" if at == "/structural/0/r2" else None)
    assert again.report == printed
    assert again.repaired == ()
    assert any(f.check == "r2-range" for f in again.assessment.findings)


def test_a_second_reading_that_is_worse_is_not_taken():
    printed = typos.put(consistent.report(0), "/structural/0/r2", "9.1")
    assert read_again(printed, lambda _: "88").repaired == ()
