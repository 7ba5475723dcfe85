"""Pooling correlation matrices: against metaSEM and metafor (shared reference) and slow likelihoods written out."""

import numpy as np
import pandas as pd
import pytest
from scipy import optimize

from evidence.errors import InputError, UsageError
from evidence.pooling.masem import generalised_least_squares, stage1
from tests.pooling.masem.masem_cases import CASES, TSSEM, inputs, random_studies

needs_reference = pytest.mark.skipif(not CASES, reason="the shared reference results are not here")
# OpenMx stops when its own gradient is small: estimates to 1e-6, covariances to 2e-4 of a variance
FOUND, COVARIANCE = 1e-6, 3e-4


@needs_reference
@pytest.mark.parametrize(("name", "model"), TSSEM)
def test_reference(name, model):
    expected = CASES[name]["TSSEM_metaSEM"][model]["stage1"]
    found = stage1(*inputs(name), model=model)
    assert found.vector == pytest.approx(expected["pooled_vech"], abs=FOUND)
    theirs, ours = np.array(expected["acov"]), found.acov.to_numpy()
    spread = np.sqrt(np.diag(theirs))
    assert np.abs(ours - theirs).max() <= COVARIANCE * spread.max() ** 2
    assert found.n == expected["total_n"]
    if model == "REM":
        assert -2 * found.log_likelihood == pytest.approx(expected["minus2LL"], abs=1e-6)
        assert found.q == pytest.approx(expected["Q"]["Q"], rel=1e-10)
        assert found.q_df == expected["Q"]["df"]
        tau2 = [found.tau2.iloc[i, j] for i, j in found.pairs]
        assert tau2 == pytest.approx(expected["tau2"], rel=1e-6, abs=2e-10)


@needs_reference
@pytest.mark.parametrize("name", CASES)
def test_fit_of_one_matrix_to_all_studies(name):
    """metaSEM takes the saturated likelihood at S, where its own likelihood is highest at S (n - 1)/n.

    Its chi-squared is therefore too small by the sum of -p (1 + n ln(1 - 1/n)); ours is the likelihood ratio.
    """
    expected = CASES[name]["TSSEM_metaSEM"]["FEM"]["stage1"]["fit"]
    matrices, n = inputs(name)
    found = stage1(matrices, n, model="FEM").fit
    sizes = np.array(n, dtype=float)
    measured = np.array([np.isfinite(np.diag(m)).sum() for m in matrices.values()])
    short = float((-measured * (1 + sizes * np.log(1 - 1 / sizes))).sum())
    assert found.chi2 - short == pytest.approx(expected["Chi-square of target model"], rel=1e-7)
    assert found.df == expected["DF of target model"]
    assert found.chi2_independence == pytest.approx(expected["Chi-square of independence model"], rel=1e-9)
    assert found.df_independence == expected["DF of independence model"]
    assert found.srmr == pytest.approx(expected["SRMR"], rel=2e-3)
    assert found.cfi == pytest.approx(expected["CFI"], rel=2e-3)


@needs_reference
@pytest.mark.parametrize("name", [n for n in CASES if CASES[n]["multivariate_GLS_metafor"]])
@pytest.mark.parametrize("measure", ["r", "z"])
@pytest.mark.parametrize("model", ["FE", "RE"])
def test_becker_reference(name, measure, model):
    expected = CASES[name]["multivariate_GLS_metafor"][measure]["FE" if model == "FE" else "RE_DIAG"]
    matrices, n = inputs(name)
    # the reference leaves out studies with fewer than three variables
    kept = [s for s, m in matrices.items() if np.isfinite(np.diag(m)).sum() > 2]
    sizes = dict(zip(matrices, n, strict=True))
    found = generalised_least_squares({s: matrices[s] for s in kept}, [sizes[s] for s in kept], model, measure)
    pooled = np.array([found.pooled.loc[tuple(cell.split("."))] for cell in expected["cell"]])
    slope = 1 - pooled**2 if measure == "z" else np.ones_like(pooled)
    estimates = np.arctanh(pooled) if measure == "z" else pooled
    assert estimates == pytest.approx(expected["estimate"], abs=2e-8)
    where = {frozenset(label.split("~")): c for c, label in enumerate(found.acov.index)}
    se = np.sqrt(np.diag(found.acov))[[where[frozenset(cell.split("."))] for cell in expected["cell"]]] / slope
    assert se == pytest.approx(expected["se"], rel=1e-6)
    assert (found.q, found.q_df) == (pytest.approx(expected["QE"], rel=1e-10), expected["QE_df"])
    if model == "RE":
        assert found.log_likelihood == pytest.approx(expected["logLik_REML"], rel=1e-8)
        tau2 = [found.tau2.loc[tuple(cell.split("."))] for cell in expected["cell"]]
        assert tau2 == pytest.approx(expected["tau2"], abs=2e-8)


def full_discrepancy(theta, studies, sizes, size):
    """-2 log-likelihood of common correlations and free scales, all parameters together."""
    cells = size * (size - 1) // 2
    common = np.eye(size)
    common[np.tril_indices(size, -1)] = theta[:cells]
    common = common + np.tril(common, -1).T
    if np.linalg.eigvalsh(common)[0] <= 0:
        return np.inf
    total, at = 0.0, cells
    for matrix, n in zip(studies, sizes, strict=True):
        own = np.flatnonzero(np.isfinite(np.diag(matrix)))
        scale = np.exp(theta[at : at + len(own)])
        at += len(own)
        implied = common[np.ix_(own, own)] * np.outer(scale, scale)
        observed = matrix.to_numpy()[np.ix_(own, own)]
        total += n * (np.linalg.slogdet(implied)[1] + np.trace(np.linalg.solve(implied, observed)))
    return total


@pytest.mark.parametrize(("seed", "missing"), [(0, 0.0), (1, 0.3)])
def test_fixed_effects_against_all_parameters_at_once(seed, missing):
    matrices, n = random_studies(seed, studies=4, size=3, missing=missing)
    found = stage1(matrices, n, model="FEM")
    rows = np.tril_indices(3, -1)
    scales = sum(int(np.isfinite(np.diag(m)).sum()) for m in matrices)
    start = np.concatenate([found.pooled.to_numpy()[rows], np.zeros(scales)])

    def slow(theta):
        return full_discrepancy(theta, matrices, n, 3)

    best = optimize.minimize(slow, start, method="BFGS", options={"gtol": 1e-3})
    assert best.x[:3] == pytest.approx(found.pooled.to_numpy()[rows], abs=1e-5)
    step = 1e-4
    moves = step * np.eye(len(start))
    hessian = np.array(
        [
            [slow(best.x + a + b) - slow(best.x + a - b) - slow(best.x - a + b) + slow(best.x - a - b) for b in moves]
            for a in moves
        ]
    ) / (4 * step**2)
    acov = 2 * np.linalg.inv(hessian)[:3, :3]
    order = [found.pairs.index((max(i, j), min(i, j))) for i, j in zip(*rows, strict=True)]
    assert found.acov.to_numpy()[np.ix_(order, order)] == pytest.approx(acov, rel=2e-3, abs=1e-7)
    saturated = sum(
        size * (np.linalg.slogdet(m.dropna(how="all").dropna(axis=1, how="all"))[1] + np.isfinite(np.diag(m)).sum())
        for m, size in zip(matrices, n, strict=True)
    )
    assert found.fit.chi2 == pytest.approx(best.fun - saturated, abs=1e-4)


def slow_random_effects(matrices, n, tau2, restricted, own=False):
    """Log-likelihood, means and expected covariance with explicit loops over cells."""
    size = len(matrices[0])
    pairs = [(i, j) for j in range(size) for i in range(j + 1, size)]
    values = np.array([m.to_numpy() for m in matrices])
    weights = np.array(n)[:, None, None] * ~np.isnan(values)
    mean = (np.nan_to_num(values) * weights).sum(axis=0) / weights.sum(axis=0)

    def cov(r, a, b):
        (i, j), (k, m) = a, b
        return (
            r[i, j] * r[k, m] * (r[i, k] ** 2 + r[i, m] ** 2 + r[j, k] ** 2 + r[j, m] ** 2) / 2
            + r[i, k] * r[j, m]
            + r[i, m] * r[j, k]
            - r[i, j] * (r[i, k] * r[i, m] + r[j, k] * r[j, m])
            - r[k, m] * (r[i, k] * r[j, k] + r[i, m] * r[j, m])
        )

    y, x, blocks = [], [], []
    for g, matrix in enumerate(values):
        seen = [c for c, (i, j) in enumerate(pairs) if not np.isnan(matrix[i, j])]
        y += [matrix[pairs[c]] for c in seen]
        x += [np.eye(len(pairs))[c] for c in seen]
        source, scale = (matrix, n[g] - 1) if own else (mean, n[g])
        block = np.array([[cov(source, pairs[a], pairs[b]) / scale for b in seen] for a in seen])
        blocks.append(block + np.diag(np.asarray(tau2)[seen]))
    y, x = np.array(y), np.array(x)
    total = np.zeros((len(y), len(y)))
    at = 0
    for block in blocks:
        total[at : at + len(block), at : at + len(block)] = block
        at += len(block)
    w = np.linalg.inv(total)
    xwx = x.T @ w @ x
    mu = np.linalg.solve(xwx, x.T @ w @ y)
    e = y - x @ mu
    value = -0.5 * (np.linalg.slogdet(total)[1] + e @ w @ e)
    if not restricted:
        return value - len(y) / 2 * np.log(2 * np.pi), mu, np.linalg.inv(xwx)
    value -= (len(y) - len(pairs)) / 2 * np.log(2 * np.pi)
    value += 0.5 * (np.linalg.slogdet(x.T @ x)[1] - np.linalg.slogdet(xwx)[1])
    return value, mu, np.linalg.inv(xwx)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("restricted", [False, True])
def test_random_effects_against_written_out_likelihood(seed, restricted):
    matrices, n = random_studies(seed, studies=7, size=3, missing=0.2 if seed else 0.0)
    found = generalised_least_squares(matrices, n, "RE", "r") if restricted else stage1(matrices, n, model="REM")
    tau2 = np.array([found.tau2.iloc[i, j] for i, j in found.pairs])
    value, mean, vcov = slow_random_effects(matrices, n, tau2, restricted, own=restricted)
    assert found.log_likelihood == pytest.approx(value, rel=1e-10)
    assert found.vector == pytest.approx(mean, abs=1e-10)
    if restricted:
        assert found.acov.to_numpy() == pytest.approx(vcov, rel=1e-8)
    for nudge in np.vstack([np.eye(3), -np.eye(3)]) * 1e-4:
        there = slow_random_effects(matrices, n, np.maximum(tau2 + nudge, 0), restricted, own=restricted)[0]
        assert there <= value + 1e-12


def test_order_of_studies_and_variables_does_not_matter():
    matrices, n = random_studies(3, missing=0.2)
    for model in ("FEM", "REM"):
        first = stage1(matrices, n, model=model)
        turned = [m.iloc[::-1, ::-1] for m in matrices[::-1]]
        second = stage1(turned, n[::-1], model=model)
        assert second.pooled.loc[first.pooled.index, first.pooled.columns].to_numpy() == pytest.approx(
            first.pooled.to_numpy(), abs=1e-9
        )


def test_missing_correlations_beside_known_ones():
    matrices, n = random_studies(5, studies=5, size=4)
    matrices[1].loc["v0", "v1"] = matrices[1].loc["v1", "v0"] = np.nan
    fixed, random = stage1(matrices, n, model="FEM"), stage1(matrices, n, model="REM")
    assert fixed.notes == ("study 2: v1 left out, some correlations are missing",)
    assert random.notes == ()
    assert random.q_df == 5 * 6 - 1 - 6
    assert fixed.q_df == 5 * 6 - 3 - 6
    assert generalised_least_squares(matrices, n).notes == fixed.notes


def test_a_study_without_usable_correlations_is_passed_over():
    matrices, n = random_studies(5, studies=4, size=3)
    matrices[2].loc[["v0", "v1"], :] = np.nan
    matrices[2].loc[:, ["v0", "v1"]] = np.nan
    for found in (stage1(matrices, n, "FEM"), stage1(matrices, n, "REM"), generalised_least_squares(matrices, n, "FE")):
        assert found.q_df == 3 * 3 - 3


def test_one_study_is_its_own_pool():
    matrices, n = random_studies(1, studies=1)
    found = stage1(matrices, n, model="FEM")
    assert found.pooled.to_numpy() == pytest.approx(matrices[0].to_numpy(), abs=1e-9)
    assert found.q == pytest.approx(0, abs=1e-9)
    assert np.isnan(found.q_p)
    random = stage1(matrices, n, model="REM")
    assert random.pooled.to_numpy() == pytest.approx(matrices[0].to_numpy(), abs=1e-12)
    assert random.tau2.to_numpy()[0, 1] == 0


def test_equal_studies_do_not_differ():
    matrix = random_studies(2, studies=1)[0][0]
    found = stage1([matrix] * 4, [100] * 4, model="REM")
    assert found.pooled.to_numpy() == pytest.approx(matrix.to_numpy(), abs=1e-12)
    assert np.nanmax(found.i2.to_numpy()) == 0
    assert stage1([matrix] * 4, [100] * 4, model="FEM").fit.chi2 == pytest.approx(0, abs=1e-8)


def frame(rows, names="xyz"):
    return pd.DataFrame(rows, index=list(names), columns=list(names), dtype=float)


GOOD = [[1, 0.3, 0.2], [0.3, 1, 0.4], [0.2, 0.4, 1]]
BAD = [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]


@pytest.mark.parametrize(
    ("matrices", "n", "message"),
    [
        (
            {"Ann 2001": frame(GOOD), "Bob 2002": frame(BAD)},
            [50, 60],
            "Bob 2002: the correlation matrix is not positive",
        ),
        ([frame(GOOD)], [50, 60], "matrices and sample sizes differ in number: 1 and 2"),
        ([], [], "no correlation matrices were given"),
        ([frame(GOOD)], [2], "study 1: the sample size is 2"),
        (
            [frame([[1, 0.3, 0.2], [0.5, 1, 0.4], [0.2, 0.4, 1]])],
            [50],
            "study 1: the two halves of the matrix differ at",
        ),
        ([frame([[2, 0.3, 0.2], [0.3, 1, 0.4], [0.2, 0.4, 1]])], [50], "study 1: the diagonal is not 1"),
        ([frame([[1, 1.3, 0.2], [1.3, 1, 0.4], [0.2, 0.4, 1]])], [50], "study 1: a correlation is above 1 in size"),
        ([frame(GOOD, "xxz")], [50], "study 1: a variable appears twice"),
        ([frame(GOOD).loc[["y", "x", "z"]]], [50], "study 1: rows and columns name different variables"),
        ([frame([[1]], "x")], [50], "one variable has no correlations"),
        (
            [frame([[1, 0.3], [0.3, 1]], "xy"), frame([[1, 0.3], [0.3, 1]], "yz")],
            [50, 60],
            "1 of 3 correlations were measured by no study: x with z; leave out z",
        ),
    ],
)
def test_refusals(matrices, n, message):
    with pytest.raises(InputError) as caught:
        stage1(matrices, n)
    assert message in str(caught.value)


def test_cells_known_only_beside_missing_ones():
    gap = [[1, 0.3, 0.2], [0.3, 1, np.nan], [0.2, np.nan, 1]]
    whole = [[1, np.nan, np.nan], [np.nan, 1, 0.4], [np.nan, 0.4, 1]]
    with pytest.raises(InputError, match="are only reported beside missing ones"):
        stage1([frame(gap), frame(whole)], [50, 50], model="FEM")
    with pytest.raises(InputError, match="use stage1, which takes single correlations"):
        generalised_least_squares([frame(gap), frame(whole)], [50, 50])
    assert stage1([frame(gap), frame(whole)], [50, 50], model="REM").vector == pytest.approx([0.3, 0.2, 0.4])


def test_mean_correlations_that_contradict_one_another():
    pair = {}
    for name, r, pair_names in (("A", 0.9, "xy"), ("B", 0.9, "yz"), ("C", -0.9, "xz")):
        pair[name] = frame([[1, r], [r, 1]], pair_names)
    loose = frame(GOOD)
    with pytest.raises(InputError, match="sampling covariances of its correlations are not positive definite"):
        stage1({**pair, "D": loose}, [5000, 5000, 5000, 10])
    assert stage1({**pair, "D": loose}, [5000, 5000, 5000, 10], model="FEM").q > 1000


def test_unknown_models():
    with pytest.raises(UsageError, match="stage 1 knows no model 'RE'"):
        stage1([frame(GOOD)], [50], model="RE")
    with pytest.raises(UsageError, match="no such model 'REM'"):
        generalised_least_squares([frame(GOOD)], [50], model="REM")
    with pytest.raises(UsageError, match="no such measure 'd'"):
        generalised_least_squares([frame(GOOD)], [50], measure="d")
    with pytest.raises(InputError, match="Fisher z needs more than three persons"):
        generalised_least_squares([frame(GOOD)], [3])
