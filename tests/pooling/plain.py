"""Slow, plain forms of the formulas, written from the papers with full matrices: what the fast code is held against."""

import numpy as np
from scipy import optimize, stats


def projection(w, X=None):
    """P = W - W X (X'WX)^-1 X'W."""
    W = np.diag(w)
    X = np.ones((len(w), 1)) if X is None else X
    return W - W @ X @ np.linalg.inv(X.T @ W @ X) @ X.T @ W


def log_likelihood(y, v, tau2, X=None, restricted=True):
    X = np.ones((len(y), 1)) if X is None else X
    k, p = X.shape
    M = np.diag(v + tau2)
    inverse = np.linalg.inv(M)
    b = np.linalg.solve(X.T @ inverse @ X, X.T @ inverse @ y)
    e = y - X @ b
    ll = -0.5 * (k - p * restricted) * np.log(2 * np.pi) - 0.5 * np.linalg.slogdet(M)[1] - 0.5 * e @ inverse @ e
    if restricted:
        ll += 0.5 * np.linalg.slogdet(X.T @ X)[1] - 0.5 * np.linalg.slogdet(X.T @ inverse @ X)[1]
    return ll


def generalised_q(y, v, tau2, X=None):
    return y @ projection(1 / (v + tau2), X) @ y


def tau2_of(method, y, v, X=None):
    """Tau-squared and its standard error as in Viechtbauer (2005) and DerSimonian & Kacker (2007)."""
    k, p = len(y), 1 if X is None else X.shape[1]
    V = np.diag(v)
    if method == "FE":
        return 0.0, np.nan
    if method in ("DL", "HS"):
        P = projection(1 / v, X)
        q = y @ P @ y
        below = np.trace(P) if method == "DL" else (1 / v).sum()
        t = max(0.0, (q - (k - p if method == "DL" else k)) / below)
        return t, np.sqrt(2 * (k - p) + 4 * t * np.trace(P) + 2 * t**2 * np.trace(P @ P)) / below
    if method == "HE":
        P = projection(np.ones(k), X)
        t = max(0.0, (y @ P @ y - np.trace(P @ V)) / (k - p))
        PV = P @ V
        return t, np.sqrt(2 * np.trace(PV @ PV) + 4 * t * np.trace(PV) + 2 * t**2 * (k - p)) / (k - p)
    if method == "SJ":
        first = np.mean((y - y.mean()) ** 2)
        P = projection(1 / (v + first), X)
        t = first * (y @ P @ y) / (k - p)
        PV = P @ V
        variance = 2 * np.trace(PV @ PV) + 4 * t * np.trace(PV @ P) + 2 * t**2 * np.trace(P @ P)
        return t, first * np.sqrt(variance) / (k - p)
    if method in ("PM", "EB"):
        t = root(lambda t: generalised_q(y, v, t, X) - (k - p), 100 * (np.ptp(y) ** 2 + v.max()))
        return t, np.sqrt(2 * k**2 / (k - p)) / (1 / (v + t)).sum()
    restricted = method == "REML"
    grid = np.concatenate([[0], np.geomspace(1e-8, 100, 400) * (np.ptp(y) ** 2 + v.max())])
    heights = [log_likelihood(y, v, t, X, restricted) for t in grid]
    best = int(np.argmax(heights))

    def slope(t):
        P = projection(1 / (v + t), X)
        return y @ P @ P @ y - (np.trace(P) if restricted else (1 / (v + t)).sum())

    if best == 0 and slope(0.0) <= 0:
        t = 0.0
    else:
        t = optimize.brentq(slope, grid[max(best - 1, 0)], grid[best + 1], xtol=1e-300, rtol=1e-14)
    P = projection(1 / (v + t), X)
    return t, np.sqrt(2 / (np.trace(P @ P) if restricted else (1 / (v + t) ** 2).sum()))


def root(f, most):
    return 0.0 if f(0.0) <= 0 else optimize.brentq(f, 0.0, most, xtol=1e-300, rtol=1e-14)


def pooled(y, v, method, test, level=0.95):
    """All numbers of a pooled result."""
    k = len(y)
    t, se_t = tau2_of(method, y, v)
    w = 1 / (v + t)
    mean = (w * y).sum() / w.sum()
    variance = 1 / w.sum()
    if test != "z":
        factor = (w * (y - mean) ** 2).sum() / (k - 1)
        variance *= max(1.0, factor) if test == "adhoc" else factor
    law = stats.norm() if test == "z" else stats.t(k - 1)
    limit, se = law.ppf(0.5 + level / 2), np.sqrt(variance)
    q = generalised_q(y, v, 0.0)
    s2 = (k - 1) / np.trace(projection(1 / v))
    i2 = max(0.0, 100 * (q - (k - 1)) / q) if method == "FE" else 100 * t / (t + s2)
    out = {"estimate": mean, "se": se, "stat": mean / se, "p": 2 * law.sf(abs(mean / se)), "tau2": t, "se_tau2": se_t}
    out |= {"ci_low": mean - limit * se, "ci_high": mean + limit * se, "q": q, "q_p": stats.chi2.sf(q, k - 1), "i2": i2}
    out["h2"] = q / (k - 1) if method == "FE" else t / s2 + 1
    if method != "FE":
        out |= {"pi_low": mean - limit * np.sqrt(t + variance), "pi_high": mean + limit * np.sqrt(t + variance)}
    return out
