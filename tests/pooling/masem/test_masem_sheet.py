"""Matrices from a file of correlations: what it says, and what is refused with its row."""

import pandas as pd
import pytest

from evidence.errors import InputError
from evidence.pooling.masem import matrices_of

SHEET = """study,n,year,note,x,y,r
Ames,220,2011,first,trust,use,.35
Ames,220,2011,,perceived value,trust,.42
Boer,310,2014,,use,trust,-.29
Cole,150,,,risk,use,.10
"""


@pytest.fixture
def sheet(tmp_path):
    def written(text):
        path = tmp_path / "matrices.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_each_study_gives_the_variables_it_measured_in_the_order_of_the_model(sheet):
    matrices, n, described = matrices_of(sheet(SHEET), ["use", "perceived_value", "trust"])
    assert (list(matrices), n) == (["Ames", "Boer"], [220.0, 310.0])
    ames = matrices["Ames"]
    assert list(ames) == ["use", "perceived_value", "trust"]
    assert (ames.loc["use", "trust"], ames.loc["trust", "perceived_value"]) == (0.35, 0.42)
    assert pd.isna(ames.loc["use", "perceived_value"])
    assert matrices["Boer"].to_numpy().tolist() == [[1, -0.29], [-0.29, 1]]
    assert described["year"].tolist() == [2011, 2014]
    assert list(described) == ["year"]  # a note is no number


def test_a_coding_sheet_that_says_from_and_to_is_understood(sheet):
    text = SHEET.replace("x,y,r", "from,to,r")
    assert list(matrices_of(sheet(text), ["trust", "use"])[0]) == ["Ames", "Boer"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("x,y,r", "x,y,rho"), "no column 'r'.*found study, n, year, note, x, y, rho"),
        ((",-.29", ",much"), "row 4 column r: 'much' is not a number"),
        ((",-.29", ","), "row 4 column r: an empty cell is not a number"),
        ((",-.29", ",1.29"), "row 4 column r: 1.29 is not a correlation"),
        (("use,trust,-.29", "use,,-.29"), "row 4 column y: an empty cell"),
        (("use,trust,-.29", "use,use,-.29"), "row 4: 'use' is correlated with itself"),
        (("Boer,310,2014", "Ames,220,2011"), "row 4: 'Ames' correlates use with trust twice"),
        (("Boer,310", "Boer,3"), "'Boer' has no sample size above 3"),
        (("Boer,310", "Boer,"), "'Boer' has no sample size above 3"),
        (("2011,,perceived", "2012,,perceived"), "'Ames' has several values of year"),
        (("x,y,r", 'x,"y,r'), "cannot be read as CSV"),
    ],
)
def test_what_cannot_stand_is_refused_with_its_row(sheet, change, said):
    with pytest.raises(InputError, match=said):
        matrices_of(sheet(SHEET.replace(*change, 1)), ["trust", "use"])


def test_a_variable_the_file_has_not_is_refused_with_those_it_has(sheet):
    with pytest.raises(InputError, match=r"names 'flow', which the file does not.*perceived_value, risk, trust, use"):
        matrices_of(sheet(SHEET), ["trust", "flow"])
