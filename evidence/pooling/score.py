"""The equation an iterated estimator of tau-squared solves."""

from typing import NamedTuple

from evidence.pooling.moments import Scalar

__all__ = ["Score"]


class Score(NamedTuple):
    """An estimating function that falls through zero at the solution.

    Also its slope with the sign changed: as expected, and as observed.
    """

    value: Scalar
    expected: Scalar
    observed: Scalar
