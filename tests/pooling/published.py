"""Data of published analyses, with their source."""

import numpy as np

# 13 trials of vaccination against tuberculosis: cases, others; the same in the controls; latitude; year; allocation.
# Colditz et al. (1994), JAMA 271, 698, as printed in Berkey et al. (1995), Stat. Med. 14, 395, table 1.
BCG = [
    (4, 119, 11, 128, 44, 1948, "random"),
    (6, 300, 29, 274, 55, 1949, "random"),
    (3, 228, 11, 209, 42, 1960, "random"),
    (62, 13536, 248, 12619, 52, 1977, "random"),
    (33, 5036, 47, 5761, 13, 1973, "alternate"),
    (180, 1361, 372, 1079, 44, 1953, "alternate"),
    (8, 2537, 10, 619, 19, 1973, "random"),
    (505, 87886, 499, 87892, 13, 1980, "random"),
    (29, 7470, 45, 7232, 27, 1968, "random"),
    (17, 1699, 65, 1600, 42, 1961, "systematic"),
    (186, 50448, 141, 27197, 18, 1974, "systematic"),
    (5, 2493, 3, 2338, 33, 1969, "systematic"),
    (27, 16886, 29, 17825, 33, 1976, "systematic"),
]

# 19 experiments on teachers' expectations: standardized mean difference, its variance, weeks of contact before.
# Raudenbush (1984), J. Educ. Psychol. 76, 85, as printed in Raudenbush & Bryk (1985), J. Educ. Stat. 10, 75, table 1.
EXPECTANCY = [
    (0.03, 0.0156, 2), (0.12, 0.0216, 3), (-0.14, 0.0279, 3), (1.18, 0.1391, 0), (0.26, 0.1362, 0), (-0.06, 0.0106, 3),
    (-0.02, 0.0106, 3), (-0.32, 0.0484, 3), (0.27, 0.0269, 0), (0.80, 0.0630, 1), (0.54, 0.0912, 0), (0.18, 0.0497, 0),
    (-0.02, 0.0835, 1), (0.23, 0.0841, 2), (-0.18, 0.0253, 3), (-0.06, 0.0279, 3), (0.30, 0.0193, 1), (0.07, 0.0088, 2),
    (-0.07, 0.0303, 3),
]  # fmt: skip


def bcg():
    """Log risk ratios with their large-sample variances."""
    a, b, c, d = (np.array([row[i] for row in BCG], dtype=float) for i in range(4))
    return np.log(a / (a + b)) - np.log(c / (c + d)), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)


def expectancy():
    return tuple(np.array([row[i] for row in EXPECTANCY]) for i in range(3))
