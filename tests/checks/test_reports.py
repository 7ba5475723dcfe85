"""The catalogue on the shared integrity vectors (skipped where they are absent) and on the coded studies."""

import copy
import json
from pathlib import Path

import pytest

from evidence import assets
from evidence.checks import check
from evidence.checks.model import LOUD

VECTORS = Path(__file__).resolve().parents[3] / "shared" / "integrity" / "vectors"
STUDIES = assets.seeds("studies")


def vectors():
    found = [json.loads(f.read_text("utf-8")) for f in sorted(VECTORS.glob("*.json"))]
    return [v for v in found if v.get("schema") == "integrity-vector/1"]


def patched(report, patch):
    changed = copy.deepcopy(report)
    for step in patch:
        node = changed
        *parents, last = [p.replace("~1", "/").replace("~0", "~") for p in step["path"].split("/")[1:]]
        for part in parents:
            node = node[int(part)] if isinstance(node, list) else node[part]
        node[int(last) if isinstance(node, list) else last] = step["value"]
    return changed


@pytest.mark.skipif(not VECTORS.is_dir(), reason="the shared integrity vectors are not beside the repository")
def test_the_integrity_vectors():
    detected = whole = tried = unprovable = 0
    for vector in vectors():
        clean = check(vector["report"])
        allowed = {"warn"} if vector["id"].startswith("ols-suppress") else set()
        assert not [f for f in clean.findings if f.level in LOUD - allowed], vector["id"]
        assert set(vector["expect"]["evaluates"]) <= set(clean.evaluated), vector["id"]
        for variant in vector["variants"]:
            found = {f.check for f in check(patched(vector["report"], variant["patch"])).findings if f.level in LOUD}
            wanted = {f["check"] for f in variant["fires"]}
            tried += variant["detectable"]
            detected += variant["detectable"] and bool(found & wanted)
            whole += variant["detectable"] and wanted <= found
            unprovable += not variant["detectable"] and bool(found)
    assert unprovable == 0
    assert detected / tried >= 0.985
    assert whole / tried >= 0.97


FIRED = {  # what arithmetic must say of the coded studies, and nothing else
    "cao": {
        "ave-from-loadings", "cr-from-loadings", "grim-percent", "incremental-fit-system", "indicator-r2",
        "text-table-mismatch", "total-effect-sum",
    },
    "qiao": {"inadmissible-solution", "percent-scale-coefficient"},
    "wang": {"inadmissible-solution", "rmsea-from-chi2", "stars-vs-stat", "std-beta-above-one", "threshold-claim"},
    "zhao": set(),
}  # fmt: skip


@pytest.mark.skipif(not STUDIES.is_dir(), reason="no coded studies in this checkout")
@pytest.mark.parametrize("author", FIRED)
def test_coded_studies(author):
    import yaml

    fired = set()
    for path in STUDIES.glob(f"{author}-*.yaml"):
        data = yaml.safe_load(path.read_text("utf-8"))
        for record in data if isinstance(data, list) else data.get("records", [data]):
            fired |= {f.check for f in check(record).findings if f.level in LOUD}
    assert fired == FIRED[author]
