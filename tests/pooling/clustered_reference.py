"""The shared reference results of clustered effects and Hunter-Schmidt, when `<repo root>/../shared` is there."""

import json
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "reference" / "pooling"


def datasets(part):
    """Name, data set and results of every data set that has this part."""
    found = []
    for file in sorted(FOLDER.glob("*.json")) if FOLDER.exists() else []:
        data = json.loads(file.read_text("utf-8"))
        if part in data["results"]:
            found.append((file.stem, data, data["results"][part]))
    return found


def columns(data):
    """y, v, cluster of a data set."""
    rows = data["data"]
    return np.array([q["yi"] for q in rows]), np.array([q["vi"] for q in rows]), [str(q["cluster"]) for q in rows]
