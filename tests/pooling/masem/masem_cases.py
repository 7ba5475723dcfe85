"""Correlation matrices to pool: the shared reference cases, when `<repo root>/../shared` is there, and random ones."""

import json
import math
from pathlib import Path

import numpy as np
import pandas as pd

FILE = Path(__file__).resolve().parents[4] / "shared" / "reference" / "masem.json"
CASES = json.loads(FILE.read_text("utf-8"))["cases"] if FILE.exists() else {}
TSSEM = [(name, model) for name in CASES for model in ("FEM", "REM")]


def inputs(name):
    """Matrices by study name, and sample sizes."""
    case = CASES[name]["inputs"]
    variables = case["variables"]
    matrices = {
        study: pd.DataFrame(
            [[math.nan if x is None else float(x) for x in row] for row in rows], index=variables, columns=variables
        )
        for study, rows in case["matrices"].items()
    }
    return matrices, case["n"]


def random_studies(seed, studies=8, size=4, spread=0.15, missing=0.0, reported=True):
    """Correlation matrices around a common one; `missing` is the share of variables a study did not measure."""
    rng = np.random.default_rng(seed)
    loading = rng.uniform(0.4, 0.8, size)
    common = np.outer(loading, loading)
    np.fill_diagonal(common, 1)
    names = [f"v{i}" for i in range(size)]
    matrices, sizes = [], []
    for g in range(studies):
        n = int(rng.integers(40, 400))
        shaken = common + np.triu(rng.normal(0, spread, (size, size)), 1)
        shaken = np.triu(shaken, 1) + np.triu(shaken, 1).T + np.eye(size)
        values, vectors = np.linalg.eigh(shaken)
        shaken = vectors @ np.diag(np.maximum(values, 0.1)) @ vectors.T
        sample = np.corrcoef(rng.multivariate_normal(np.zeros(size), shaken, n).T)
        frame = pd.DataFrame((sample + sample.T) / 2, index=names, columns=names)
        if reported:
            frame = frame.round(3)
        absent = rng.random(size) < missing if g else np.zeros(size, bool)
        if absent.sum() < size - 1:
            frame.loc[absent, :] = np.nan
            frame.loc[:, absent] = np.nan
        matrices.append(frame)
        sizes.append(n)
    return matrices, sizes
