"""evidence masem: cells, pooled matrix, paths, indirect effects, and the input for other programs."""

import pytest

from evidence import verbs
from evidence.store.engine import connect
from tests.store.matrix_studies import four, stored, study

MODEL = "satisfaction ~ trust; repurchase_intention ~ satisfaction + trust"


@pytest.fixture
def matrices(tmp_path):
    engine = connect(tmp_path / "evidence.db")
    verbs.initialise(engine)
    stored(engine, *four())
    verbs.assess(engine, as_of="2026-01-01")
    yield engine
    engine.dispose()


@pytest.mark.parametrize("kind", ["REM", "FEM"])
@pytest.mark.usefixtures("matrices")
def test_what_is_printed(run, golden, kind):
    code, out, err = run("masem", MODEL, "--stage1", kind)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    golden(f"masem_{kind.lower()}_80", out)


@pytest.mark.usefixtures("matrices")
def test_a_model_file_gives_the_same_and_its_input_is_written(run, tmp_path):
    (tmp_path / "model.txt").write_text(MODEL.replace("; ", "\n"), encoding="utf-8")
    code, out, err = run("masem", "model.txt", "--export", "r")
    assert (code, out) == (0, run("masem", MODEL).out)
    assert err == "wrote cells.csv, lavaan.R, metasem.R, model.txt to r\n"
    assert "tssem1" in (tmp_path / "r" / "metasem.R").read_text()
    assert "trust_satisfaction_repurchase_intention := p1*p2" in (tmp_path / "r" / "model.txt").read_text()


def test_empty_cells_are_shown_and_the_exit_says_so(run, matrices):
    stored(matrices, study(8, 200, (".4",), ("trust", "loyalty")))
    verbs.assess(matrices, as_of="2026-01-01")
    code, out, _ = run("masem", "loyalty ~ satisfaction + trust")
    assert code == 1
    assert "1 of 3 correlations were measured by no study" in " ".join(out.split())


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("nofile.txt", "there is no such model file"),
        ("satisfaction ~ 1", "intercepts are not supported"),
        ("satisfactoin ~ trust", "names 'satisfactoin', which no construct is called; did you mean"),
        ("flow ~ hedonic_value", "no correlation between the variables of the model can be used"),
    ],
)
@pytest.mark.usefixtures("matrices")
def test_refusals(refused, model, said):
    assert said in refused("masem", model)[1]


def test_a_matrix_that_cannot_be_is_refused_by_study(refused, matrices):
    stored(matrices, study(9, 250, (".95", "-.90", ".90")))
    code, line = refused("masem", MODEL)
    assert (code, "author9" in line, "not positive definite" in line) == (1, True, True)
