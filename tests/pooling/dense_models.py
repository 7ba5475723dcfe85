"""Slow, plain versions of the clustered models, written from the formulas with k by k matrices."""

import numpy as np
from scipy import linalg


def membership(cluster):
    """k by m indicator matrix."""
    names = list(dict.fromkeys(cluster))
    return np.array([[float(c == name) for name in names] for c in cluster])


def covariance(v, cluster, between, within, rho=0.0):
    """V of a three-level model, sampling errors inside a cluster correlated by rho."""
    z = membership(cluster)
    same = z @ z.T
    sampling = rho * np.sqrt(np.outer(v, v)) * same
    np.fill_diagonal(sampling, v)
    return sampling + between * same + within * np.eye(len(v))


def log_likelihood(y, x, total, restricted=True):
    """Of y ~ N(Xb, V) with b profiled out; REML with the ln|X'X| term."""
    w = np.linalg.inv(total)
    xwx = x.T @ w @ x
    beta = np.linalg.solve(xwx, x.T @ w @ y)
    e = y - x @ beta
    k, p = x.shape
    value = -0.5 * (np.linalg.slogdet(total)[1] + e @ w @ e)
    if not restricted:
        return value - k / 2 * np.log(2 * np.pi)
    value += -(k - p) / 2 * np.log(2 * np.pi) + 0.5 * np.linalg.slogdet(x.T @ x)[1]
    return value - 0.5 * np.linalg.slogdet(xwx)[1]


def robust(y, x, total, cluster, kind):
    """Standard errors and degrees of freedom of every coefficient, from the k by k definitions."""
    k, p = x.shape
    w = np.linalg.inv(total)
    bread = np.linalg.inv(x.T @ w @ x)
    hat = x @ bread @ x.T @ w
    e = y - hat @ y
    names = list(dict.fromkeys(cluster))
    m = len(names)
    meat, vectors = np.zeros((p, p)), []
    for name in names:
        rows = np.array([c == name for c in cluster])
        adjust = np.eye(rows.sum())
        if kind == "CR2":
            phi = total[np.ix_(rows, rows)]
            upper = linalg.cholesky(phi)
            inner = upper @ (phi - x[rows] @ bread @ x[rows].T) @ upper.T
            adjust = upper.T @ linalg.inv(linalg.sqrtm(inner)) @ upper
        scores = (x.T @ w)[:, rows] @ adjust.real
        meat += np.outer(scores @ e[rows], scores @ e[rows])
        vectors.append((scores @ (np.eye(k) - hat)[rows]).T @ bread)
    cov = bread @ meat @ bread
    if kind != "CR2":
        return np.sqrt(np.diag(cov) * (m / (m - p) if kind == "CR1" else 1)), np.full(p, float(m - p))
    df = []
    for c in range(p):
        g = np.array([vector[:, c] for vector in vectors])
        omega = g @ total @ g.T
        df.append(np.trace(omega) ** 2 / (omega**2).sum())
    return np.sqrt(np.diag(cov)), np.array(df)


def simulate(seed, clusters=8, largest=5, between=0.1, within=0.05, mean=0.3):
    """Random effects, variances and cluster names."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, largest + 1, clusters)
    cluster = np.repeat(np.arange(clusters), sizes)
    k = len(cluster)
    v = rng.uniform(0.01, 0.2, k)
    y = mean + rng.normal(0, np.sqrt(between), clusters)[cluster] + rng.normal(0, np.sqrt(within + v))
    order = rng.permutation(k)
    return y[order], v[order], [f"s{c}" for c in cluster[order]]
