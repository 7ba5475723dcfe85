"""The cell that most likely is wrong, and what it should have been."""

import pytest

from evidence.checks import check
from evidence.checks.model import LOUD

FIT = {
    "kind": "standard", "n": "301", "chi2": "85.02", "df": "24", "chi2_df": "3.54", "rmsea": ".092", "cfi": ".931",
    "tli": ".896", "nfi": ".907", "ifi": ".932", "rfi": ".861", "baseline_chi2": "915.80", "baseline_df": "36",
    "indicators": "9",
}  # fmt: skip
SAMPLE = {"n": "301"}
GROUP = {
    "variable": "g",
    "cells": [{"count": "140", "percent": "46.51%"}, {"count": "161", "percent": "53.49%"}],
}
ROW = {"b": ".504", "se": ".093", "se_of": "b", "stat_kind": "z", "stat": "5.42", "ci_lo": ".322", "ci_hi": ".686"}
ROW |= {"ci_of": "b", "ci_kind": "wald", "p": "<.001", "stars": "***"}


def blamed(report):
    found = [f for f in check(report).findings if f.level in LOUD]
    assert found
    return found[0]


@pytest.mark.parametrize(
    ("cell", "typed", "meant", "slip"),
    [
        ("chi2", "58.02", "85.02", "two digits swapped"),
        ("chi2", "8.502", "85.02", "decimal point moved"),
        ("rmsea", ".029", ".092", "two digits swapped"),
        ("cfi", "93.1", ".931", "printed in percent"),
        ("nfi", ".97", ".907", "a digit dropped"),
        ("baseline_df", "35", "36", "miscounted"),
    ],
)
def test_a_slip_in_the_fit_table_is_found_and_undone(cell, typed, meant, slip):
    first = blamed({"sample": SAMPLE, "fit": [{**FIT, cell: typed}]})
    assert first.blames[0] == f"/fit/0/{cell}"
    proposed = [(c.text.lstrip("0"), c.slip) for c in first.candidates if c.at == first.blames[0]]
    assert (meant, slip) in proposed


@pytest.mark.parametrize(
    ("cell", "typed"),
    [("stat", "-5.42"), ("b", ".405"), ("se", ".039"), ("ci_hi", ".868"), ("stars", "*"), ("p", ".318")],
)
def test_a_slip_in_a_row_is_blamed_on_its_cell(cell, typed):
    report = {"conventions": {"tails": "two", "abs_stat": False}, "paths": [{**ROW, cell: typed}, {**ROW, "from": "z"}]}
    assert f"/paths/0/{cell}" in blamed(report).blames[:3]


def test_a_wrong_n_clears_all_that_hang_on_it():
    report = {"sample": {"n": "310", "groups": [GROUP]}, "fit": [FIT]}
    first = blamed(report)
    assert first.blames[0] == "/sample/n"
    assert "301" in [c.text for c in first.candidates if c.at == "/sample/n"]


def test_a_copied_neighbour_is_suspected():
    tests = [
        {"kind": "t", "stat": "2.10", "df2": "60", "p": ".040"},
        {"kind": "t", "stat": "2.10", "df2": "60", "p": ".313"},
    ]
    assert blamed({"conventions": {"tails": "two"}, "tests": tests}).blames[0] == "/tests/1/stat"


def test_findings_without_a_common_cell_are_groups_of_their_own():
    rows = [{**ROW, "stat": "4.52"}, {**ROW, "from": "z", "stat": "2.45"}]
    found = [f for f in check({"paths": rows}).findings if f.level in LOUD]
    assert len({f.group for f in found}) == 2


def test_notes_are_not_repaired():
    (finding,) = check({"paths": [{"p": ".000"}]}).findings
    assert (finding.level, finding.group, finding.candidates) == ("note", 0, ())
