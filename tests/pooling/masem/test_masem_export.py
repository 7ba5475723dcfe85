"""Scripts for R hold exactly the input we used. R itself is not run here."""

import json
import re

import numpy as np
import pytest

from evidence.errors import InputError, UsageError
from evidence.pooling.masem import lavaan_script, metasem_script, parse_model, stage1, stage2
from tests.pooling.masem.masem_cases import random_studies

MODEL = "v1 ~ a*v0 # first\nv2 ~ b*v1 + 0.2*v0; ind := a*b"


def numbers(text):
    """The matrices of a script, row by row."""
    found = re.findall(r"matrix\(c\(\n(.*?)\),\n", text, flags=re.S)
    return [[float("nan") if x.strip() == "NA" else float(x) for x in body.split(",")] for body in found]


def model_text(script):
    return json.loads(re.search(r'^model <- (".*")$', script, flags=re.M).group(1))


def test_metasem_gets_the_same_numbers():
    matrices, n = random_studies(2, studies=3, size=3, missing=0.4)
    script = metasem_script(dict(zip(['A "1"', "B", "C"], matrices, strict=True)), n, MODEL)
    for found, matrix in zip(numbers(script), matrices, strict=True):
        assert np.array(found).reshape(3, 3) == pytest.approx(matrix.to_numpy(), nan_ok=True, abs=0)
    assert f"n <- c({n[0]}, {n[1]}, {n[2]})" in script
    assert r'"A \"1\"" = matrix(' in script
    assert 'method = "REM", RE.type = "Diag", acov = "weighted"' in script
    assert 'tssem1(matrices, n, method = "FEM")' in metasem_script(matrices, n, MODEL, "FEM")


def test_what_is_understood_is_written_out():
    matrices, n = random_studies(2, size=4)
    text = model_text(metasem_script(matrices, n, "v2 ~ v0 + v1\nv3 ~ v0 + v1"))
    assert text.splitlines()[-4:] == ["v0 ~~ v1", "v2 ~~ v3", "v0 ~~ 1*v0", "v1 ~~ 1*v1"]
    first, second = (stage2(stage1(matrices, n), m) for m in ("v2 ~ v0 + v1\nv3 ~ v0 + v1", text))
    assert second.fit == first.fit


def test_the_model_survives():
    matrices, n = random_studies(2, size=3)
    parsed = parse_model(model_text(metasem_script(matrices, n, MODEL)))
    assert parsed.terms[:3] == parse_model(MODEL).terms
    assert parsed.defined == parse_model(MODEL).defined


def test_lavaan_gets_the_pool():
    matrices, n = random_studies(2, size=3)
    pooled = stage1(matrices, n)
    script = lavaan_script(pooled, MODEL, matrices, n)
    assert np.array(numbers(script)[0]).reshape(3, 3) == pytest.approx(pooled.pooled.to_numpy(), abs=1e-14)
    assert f"sample.nobs = {sum(n)}," in script
    assert "~~" not in model_text(script)


def test_refusals():
    matrices, n = random_studies(2, size=3)
    with pytest.raises(InputError, match="the model leaves out variables of the matrices: v2"):
        metasem_script(matrices, n, "v1 ~ v0")
    with pytest.raises(UsageError, match="stage 1 knows no model 'RE'"):
        metasem_script(matrices, n, MODEL, "RE")
