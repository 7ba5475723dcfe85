"""The audit of cells, and one half of a matrix standing for the whole."""

import numpy as np
import pandas as pd
import pytest

from evidence.pooling.masem import cells, estimable
from evidence.pooling.masem.matrices import read_studies
from tests.pooling.masem.masem_cases import random_studies


def test_cells_count_studies_and_persons():
    matrices, n = random_studies(4, studies=3, size=3)
    matrices[1].loc["v2", :] = matrices[1].loc[:, "v2"] = np.nan
    found = cells({"A": matrices[0], "B": matrices[1], "C": matrices[2]}, n).set_index(["x", "y"])
    assert list(found["k"]) == [3, 2, 2]
    assert found.loc[("v0", "v2"), "n"] == n[0] + n[2]
    assert found.loc[("v0", "v2"), "studies"] == "A, C"
    r = np.array([m.loc["v0", "v1"] for m in matrices])
    z, w = np.arctanh(r), np.array(n) - 3
    q = w @ (z - (w @ z) / w.sum()) ** 2
    assert found.loc[("v0", "v1"), "q"] == pytest.approx(q)
    assert found.loc[("v0", "v1"), "i2"] == pytest.approx(max(0, 100 * (q - 2) / q))
    assert found.loc[("v0", "v1"), "mean_r"] == pytest.approx(np.average(r, weights=n))


def test_cells_show_what_nobody_measured():
    one = pd.DataFrame([[1, 0.3], [0.3, 1]], index=["x", "y"], columns=["x", "y"])
    two = pd.DataFrame([[1, 0.2], [0.2, 1]], index=["y", "z"], columns=["y", "z"])
    found = cells([one, two], [50, 60])
    empty = found[found["k"] == 0]
    assert list(zip(empty["x"], empty["y"], strict=True)) == [("x", "z")]
    assert empty["mean_r"].isna().all()
    assert found["q"].isna().all()
    assert estimable([one, two], [50, 60]) == ("x", "y")


def test_equal_correlations_do_not_differ():
    one = pd.DataFrame([[1, 0.3], [0.3, 1]], index=["x", "y"], columns=["x", "y"])
    found = cells([one, one], [50, 60])
    assert found.loc[0, "q"] == pytest.approx(0)
    assert found.loc[0, "i2"] == 0


def test_half_a_matrix_is_enough():
    half = pd.DataFrame([[1, np.nan], [0.3, 1]], index=["x", "y"], columns=["x", "y"])
    assert read_studies([half], [50]).r[0][0, 1] == 0.3


def test_values_of_an_unmeasured_variable_are_noted_and_not_used():
    odd = pd.DataFrame([[1, 0.3], [0.3, np.nan]], index=["x", "y"], columns=["x", "y"])
    found = read_studies({"Ann": odd}, [50])
    assert np.isnan(found.r[0][0, 1])
    assert found.notes == ("Ann: 1 correlation not used, the diagonal says not measured",)
