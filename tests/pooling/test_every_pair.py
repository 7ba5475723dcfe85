"""Every pair of constructs at once is what one question after the other answers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.errors import UsageError
from evidence.pooling.answer import answers
from evidence.pooling.every_pair import COLUMNS, every_pair
from tests.pooling.effects import PATH, effects

cells = st.fixed_dictionaries({
    "source": st.sampled_from(["a", "b", "c"]), "target": st.sampled_from(["d", "e"]),
    "value": st.integers(-70, 70).map(lambda x: x / 100), "n": st.integers(20, 500).map(float),
    "estimand": st.sampled_from(["correlation, observed", "correlation, latent", "direct, standardized"]),
})  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(found=st.lists(cells, min_size=1, max_size=20), method=st.sampled_from(["REML", "DL"]))
def test_pair_by_pair_it_is_the_answer_to_each_question(found, method):
    frame = effects(*found)
    table = every_pair(frame, method=method, fewest=1).set_index(["source", "target", "estimand"])
    wanted = frame.groupby(["source", "target", "estimand"])
    assert set(table.index) == set(wanted.groups)
    for key, group in wanted:
        (estimate,) = answers(group, method=method)[0].estimates
        row = table.loc[key]
        assert (row["samples"], row["effects"]) == (estimate.samples, estimate.effects)
        for name in ("estimate", "ci_low", "ci_high", "p", "pi_low", "pi_high", "i2"):
            assert row[name] == pytest.approx(getattr(estimate, name), rel=1e-6, abs=1e-9, nan_ok=True), name
        assert row["tau2"] == pytest.approx(estimate.tau**2, rel=1e-5, abs=1e-9, nan_ok=True)


def test_effects_of_one_sample_are_averaged_first():
    frame = effects({"value": 0.2, "study_id": 7}, {"value": 0.4, "study_id": 7}, {"value": 0.5})
    (row,) = every_pair(frame).to_dict("records")
    z = np.arctanh([0.2, 0.4]).mean()
    (alone,) = every_pair(effects({"value": np.tanh(z)}, {"value": 0.5})).to_dict("records")
    assert (row["samples"], row["effects"]) == (2, 3)
    assert row["estimate"] == pytest.approx(alone["estimate"])
    assert np.isnan(row["pi_low"])


def test_correlations_have_no_direction_and_paths_do():
    turned = {"source": "Loyalty", "target": "Trust"}
    table = every_pair(effects({}, turned, PATH, PATH | turned), fewest=1)
    assert list(table["estimand"]) == ["correlation, observed", "direct, standardized", "direct, standardized"]
    assert list(table["samples"]) == [2, 1, 1]
    assert (table.loc[0, "source"], table.loc[0, "target"]) == ("Loyalty", "Trust")


def test_pairs_with_too_few_samples_and_what_cannot_be_pooled_are_left_out():
    frame = effects({}, {"target": "X"}, {"target": "X", "n": 3.0}, {"estimand": "HTMT ratio"})
    assert list(every_pair(frame).columns) == list(COLUMNS)
    assert every_pair(frame).empty
    assert every_pair(frame.head(0)).empty
    assert len(every_pair(frame, fewest=1)) == 2
    assert np.isnan(every_pair(frame, fewest=1)["tau2"]).all()
    with pytest.raises(UsageError, match="0 samples"):
        every_pair(frame, fewest=0)


@settings(max_examples=20, deadline=None)
@given(found=st.lists(cells, min_size=1, max_size=20), seed=st.integers(0, 99))
def test_the_order_of_effects_does_not_matter(found, seed):
    frame = effects(*found)
    again = every_pair(frame.sample(frac=1, random_state=seed))
    pd.testing.assert_frame_equal(every_pair(frame), again)


def test_categories_are_read_as_text():
    frame = effects({}, {"value": 0.5})
    coded = frame.astype({"source": "category", "target": "category", "estimand": "category", "sample": "category"})
    pd.testing.assert_frame_equal(every_pair(coded), every_pair(frame))
