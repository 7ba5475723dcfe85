"""A file of effects: what is read, and what is refused by row and column."""

import numpy as np
import pytest

from evidence.errors import InputError
from evidence.pooling import pool
from evidence.pooling.answer import answers
from evidence.pooling.sheet import effects_of


@pytest.fixture
def sheet(tmp_path):
    def write(text):
        path = tmp_path / "mine.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_r_and_n_are_read_whatever_the_case_and_order(sheet):
    frame = effects_of(sheet("\ufeffN, R ,Study\n103,.30,Li 2001\n203, -0.1,Xu\n"))
    assert frame["value"].tolist() == [0.3, -0.1]
    assert frame["n"].tolist() == [103, 203]
    assert frame["printed"].tolist() == [".30", "-0.1"]
    assert frame["study"].tolist() == ["Li 2001", "Xu"]


def test_yi_and_vi_are_pooled_as_they_are(sheet):
    (answer,) = answers(effects_of(sheet("yi,vi\n.1,.01\n.5,.02\n.4,.015\n")))
    wanted = pool(np.array([0.1, 0.5, 0.4]), np.array([0.01, 0.02, 0.015]))
    (estimate,) = answer.estimates
    assert (estimate.estimate, estimate.ci_low) == pytest.approx((wanted.estimate, wanted.ci_low))
    assert answer.members["study"].tolist() == ["row 2", "row 3", "row 4"]
    assert np.isnan(estimate.n)


def test_study_and_sample_say_what_belongs_together(sheet):
    (answer,) = answers(effects_of(sheet("study,sample,r,n\na,1,.3,50\na,2,.4,60\na,2,.1,60\nb,,.2,90\n,,.2,90\n")))
    assert (answer.estimates[0].effects, answer.estimates[0].samples) == (5, 4)
    assert answer.members["study"].tolist()[-1] == "row 6"


def test_what_is_of_no_use_is_held_out_by_name(sheet):
    (answer,) = answers(effects_of(sheet("r,n\n1,90\n.3,3\n.4,90\n")))
    assert [words in reason for words, reason in zip(
        ("between -1 and 1", "three or fewer", ""), answer.members["reason"], strict=True)] == [True] * 3  # fmt: skip
    assert answer.estimates[0].effects == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("r,N2\n.3,4\n", "the columns are not there: found r, N2; give r and n, or yi and vi"),
        ("r,n\n.3,50\nx,60\n", "row 3 column r: 'x' is not a number"),
        ("r,n\n.3,\n", "row 2 column n: an empty cell is not a number"),
        ("r,n\n1.2,50\n", "row 2 column r: '1.2' is not a correlation"),
        ("r,n\n.2,0\n", "row 2 column n: '0' is no sample size"),
        ("yi,vi\n.2,0\n", "row 2 column vi: '0' is not a sampling variance"),
        ("yi,vi\ninf,1\n", "row 2 column yi: 'inf' is not a number"),
        ("r,n\n", "a heading and no effects"),
        ("", "cannot be read as CSV"),
        ('r,n\n".3,5\n', "cannot be read as CSV"),
    ],
)
def test_what_cannot_be_read_is_refused_by_row_and_column(sheet, text, words):
    with pytest.raises(InputError) as refused:
        effects_of(sheet(text))
    assert words in str(refused.value)
