"""Which conclusions change when evidence falls, against pooling by hand."""

import numpy as np
import pandas as pd
import pytest

from evidence.pooling import pool
from evidence.pooling.impact import impact


def effects(*rows):
    """(source, target, r, n, fallen) as a frame of correlations, one sample each."""
    frame = pd.DataFrame(rows, columns=["source", "target", "value", "n", "fallen"])
    return frame.assign(estimand="correlation, observed", study_id=range(len(frame)), sample="", se=np.nan, stat=np.nan)


def changed(frame, **how):
    return impact(frame, frame["fallen"], **how)


def test_both_averages_are_those_of_pool():
    frame = effects(("A", "B", 0.3, 100, False), ("B", "A", 0.5, 200, False), ("A", "B", -0.2, 150, True))
    (row,) = changed(frame, method="DL", test="z").to_dict("records")
    y, v = np.arctanh(frame["value"]), 1 / (frame["n"] - 3)
    for end, k in (("", 3), ("_without", 2)):
        by_hand = pool(y[:k], v[:k], method="DL", test="z")
        assert row[f"estimate{end}"] == pytest.approx(np.tanh(by_hand.estimate), rel=1e-12)
        assert (row[f"samples{end}"], row[f"p{end}"], row[f"i2{end}"]) == (k, by_hand.p, by_hand.i2)


@pytest.mark.parametrize(
    ("others", "fallen", "said"),
    [
        ([(-0.2, 500), (-0.2, 500)], (0.9, 500), "direction, significance, interval, heterogeneity"),
        ([(0.2, 500), (0.2, 500)], (0.2, 500), ""),
        ([(0.20, 30), (0.21, 30)], (0.205, 800), "significance"),
        ([(0.2, 500), (0.2, 500)], (0.4, 100), "heterogeneity"),
        ([(0.2, 500)], (0.5, 100), "no pool left"),
    ],
)
def test_what_is_said_to_change(others, fallen, said):
    frame = effects(*(("A", "B", r, n, False) for r, n in others), ("A", "B", *fallen, True))
    (row,) = changed(frame, method="DL", test="z").to_dict("records")
    assert row["changes"] == said


def test_pairs_without_fallen_effects_are_not_listed_and_changes_come_first():
    frame = effects(
        *(("A", "B", 0.3, 100, False),) * 2,
        *(("A", "C", 0.3, 100, False),) * 3, ("A", "C", 0.3, 100, True),
        *(("A", "D", -0.3, 100, False),) * 2, ("A", "D", 0.99, 9000, True),
    )  # fmt: skip
    found = changed(frame, test="z")
    assert list(found["target"]) == ["D", "C"]
    assert list(found["changes"].ne("")) == [True, False]


def test_nothing_fallen_is_an_empty_table():
    frame = effects(("A", "B", 0.3, 100, False), ("A", "B", 0.4, 100, False))
    assert changed(frame).empty
    assert "estimate_without" in changed(frame).columns
    assert changed(frame.iloc[:0].astype({"fallen": bool})).empty


def test_a_pool_that_was_all_fallen_is_gone():
    (row,) = changed(effects(("A", "B", 0.3, 100, True), ("A", "B", 0.4, 100, True))).to_dict("records")
    assert (row["changes"], row["samples"], row["samples_without"], row["effects_without"]) == ("no pool left", 2, 0, 0)
    assert np.isnan(row["estimate_without"])
