"""How correlations of one sample vary together.

n cov(r_ij, r_kl) = r_ij r_kl (r_ik² + r_il² + r_jk² + r_jl²)/2 + r_ik r_jl + r_il r_jk
                    - r_ij r_ik r_il - r_ij r_jk r_jl - r_ik r_jk r_kl - r_il r_jl r_kl
Olkin and Siotani 1976, in Essays in Probability and Statistics; Steiger 1980, Psychological Bulletin 87:245.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["correlation_covariance"]

Array = NDArray[np.float64]


def correlation_covariance(r: Array, pairs: list[tuple[int, int]]) -> Array:
    """n times the asymptotic covariance matrix of the correlations in `pairs`."""
    first, second = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    i, j, k, m = first[:, None], second[:, None], first[None, :], second[None, :]
    squares = r[i, k] ** 2 + r[i, m] ** 2 + r[j, k] ** 2 + r[j, m] ** 2
    chains = r[i, j] * r[i, k] * r[i, m] + r[i, j] * r[j, k] * r[j, m]
    chains = chains + r[i, k] * r[j, k] * r[k, m] + r[i, m] * r[j, m] * r[k, m]
    return np.asarray(r[i, j] * r[k, m] * squares / 2 + r[i, k] * r[j, m] + r[i, m] * r[j, k] - chains)
