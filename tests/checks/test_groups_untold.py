"""What is claimed or fitted for all respondents is not held against a part of them."""

from typing import Any

import pytest

from evidence.checks import check

Row = dict[str, Any]


def _directions(*rows: Row) -> int:
    """How often a supported positive hypothesis is held against these paths of it."""
    path = {"table": "2", "hypothesis": "H1", "from": "crust", "to": "joy"}
    report: Row = {
        "hypotheses": [{"label": "H1", "from": "crust", "to": "joy", "sign": "+", "verdict": "supported"}],
        "paths": [{**path, **row} for row in rows],
    }
    return sum(finding.check == "direction-claim" for finding in check(report).findings)


def test_a_direction_is_claimed_of_all_respondents() -> None:
    assert _directions({"beta": "-.31"}) == 1
    assert _directions({"beta": ".31"}) == 0
    assert _directions({"beta": ".31"}, {"beta": "-.12", "group": "bakers"}, {"beta": ".41", "group": "buyers"}) == 0
    assert _directions({"beta": "-.31"}, {"beta": ".12", "group": "bakers"}, {"beta": ".41", "group": "buyers"}) == 1


def test_of_several_groups_none_is_all_that_a_direction_is_claimed_of() -> None:
    assert _directions({"beta": "-.12", "group": "bakers"}, {"beta": ".41", "group": "buyers"}) == 0
    assert _directions({"b": "-.12", "group": "bakers"}) == 1
    assert _directions({"beta": "-.12", "group": "bakers"}, {"beta": "-.41", "group": "buyers"}) == 2
    assert _directions({"b": ".12", "group": "bakers"}) == 0


OFF = {"chi2": "1392.44", "df": "872", "rmsea": ".044"}  # at 612 respondents it is .031


def _rmsea(row: Row, *groups: str) -> bool:
    """Whether the RMSEA of the model is held against the whole sample."""
    path = {"table": "2", "from": "crust", "to": "joy", "beta": ".31"}
    report: Row = {
        "sample": {"n": "612"},
        "fit": [{"table": "3", **OFF, **row}],
        "paths": [{**path, "group": group} for group in groups],
    }
    return "rmsea-from-chi2" in {finding.check for finding in check(report).findings}


@pytest.mark.parametrize(
    "label",
    [
        "Unconstrained",
        "Model of two groups",
        "Two-group model",
        "Both samples",
        "Three groups, equal loadings",
        "Equal paths",
        "Free paths",
        "Structural model, paths equal",
        "Loadings held equal",
    ],
)
def test_rmsea_of_models_of_several_groups_whose_number_is_not_told(label: str) -> None:
    assert not _rmsea({"model": label})


@pytest.mark.parametrize("label", ["Structural model", "Two-factor model", "Sugar-free bread", "Groupwork model"])
def test_rmsea_of_models_of_all_respondents(label: str) -> None:
    assert _rmsea({"label": label})


def test_rmsea_of_a_model_of_one_group_is_not_held_against_all_respondents() -> None:
    assert not _rmsea({"label": "Model of bakers"}, "Bakers (n = 301)", "Buyers (n = 311)")
    assert not _rmsea({"model": "Bakers"}, "Bakers", "Buyers")
    assert _rmsea({"label": "Structural model"}, "Bakers", "Buyers")
    assert _rmsea({"label": "Model of bakers"})
    assert _rmsea({"label": "Model of bakers", "n": "301"}, "Bakers", "Buyers")
    assert _rmsea({"label": "Model of the old oven"}, "old", "new")  # too short to be known in a name


def test_the_whole_sample_is_no_group_whose_size_is_untold() -> None:
    assert _rmsea({"label": "Total model"}, "Total", "Bakers")
    assert not _rmsea({"label": "Model of bakers"}, "Total", "Bakers")
