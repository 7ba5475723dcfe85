"""Reference results of other programs, from the folder `shared` beside the repository; skipped if absent."""

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "reference" / "pooling"


def names():
    return sorted(path.stem for path in FOLDER.glob("*.json")) or [
        pytest.param(
            "absent", marks=pytest.mark.skip(reason="the folder shared/reference is not beside the repository")
        )
    ]


@cache
def load(name):
    data = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    rows = [row for row in data["data"] if row.get("yi") is not None and row.get("vi") is not None]
    return np.array([row["yi"] for row in rows]), np.array([row["vi"] for row in rows]), data["results"], rows, data


def answered(result):
    return isinstance(result, dict) and "error" not in result
