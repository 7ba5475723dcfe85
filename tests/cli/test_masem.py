"""evidence masem: cells, pooled matrix, paths, indirect effects, and the input for other programs."""

import json

import pytest
from sqlalchemy import text

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


# Invented: the longer ago, the less trust moves use.
SHEET = """study,n,year,x,y,r
Ames 2011,220,2011,trust,use,.35
Ames 2011,220,2011,value,trust,.42
Ames 2011,220,2011,value,use,.30
Boer 2014,310,2014,trust,use,.29
Boer 2014,310,2014,value,trust,.38
Boer 2014,310,2014,value,use,.22
Cruz 2017,180,2017,trust,use,.41
Cruz 2017,180,2017,value,trust,.50
Cruz 2017,180,2017,value,use,.31
Diaz 2020,405,2020,trust,use,.52
Diaz 2020,405,2020,value,trust,.47
Eno 2022,260,2022,trust,use,.49
Eno 2022,260,2022,trust,flow,.20
"""
FILE = ("use ~ trust; trust ~ value", "--data", "matrices.csv")


@pytest.fixture
def sheet(tmp_path):
    (tmp_path / "matrices.csv").write_text(SHEET, encoding="utf-8")


@pytest.mark.usefixtures("sheet")
def test_a_file_needs_no_database_and_a_moderator_shows_what_it_moves(run, golden, tmp_path):
    code, out, err = run("masem", *FILE, "--moderator", "year", "--export", "r")
    assert (code, err) == (0, "wrote cells.csv, lavaan.R, metasem.R, model.txt to r\n")
    golden("masem_file_80", out)
    assert max(map(len, out.splitlines())) <= 80
    script = (tmp_path / "r" / "metasem.R").read_text()
    assert all(name in script for name in ("Ames 2011", "tssem1(matrices, n", "lavaan2RAM"))
    assert not (tmp_path / "evidence.db").exists()


@pytest.mark.usefixtures("sheet")
def test_a_cell_of_one_study_has_no_spread_between_studies(run):
    found = json.loads(run("masem", "flow ~ trust; trust ~ value", *FILE[1:], "--format", "json").out)
    assert next(s for s in found if s["title"] == "Not fitted")["remark"].startswith(
        "1 of 3 correlations were measured"
    )
    found = json.loads(run("masem", "trust ~ flow", *FILE[1:], "--format", "json").out)
    (between,) = [s for s in found if s["title"] == "Between studies"]
    assert between["rows"] == [{"x": "trust", "y": "flow", "tau": None, "i2": None}]
    assert "1 of 1 were measured by one study" in between["remark"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((*FILE, "--moderator", "yeer"), "no number 'yeer' describes the studies; did you mean 'year'"),
        ((*FILE, "--kind", "latent"), "--kind, --implied, --held-out and --map choose from the database"),
        (("flow ~ value", *FILE[1:]), "no correlation between the variables of the model"),
        (("flow ~ zeal", *FILE[1:]), "names 'zeal', which the file does not"),
    ],
)
@pytest.mark.usefixtures("sheet")
def test_what_a_file_cannot_answer_is_said(run, args, said):
    code, out, err = run("masem", *args)
    assert code in (1, 2)
    assert said in " ".join((out + err).split())


def test_the_year_of_studies_in_the_database_can_moderate(run, matrices):
    code, out, _ = run("masem", MODEL, "--moderator", "year")
    assert code == 1
    assert "moderator year is the same in every study" in " ".join(out.split())
    with matrices.begin() as connection:
        connection.execute(text("UPDATE document SET year = 2010 + id % 7"))
    code, out, _ = run("masem", MODEL, "--moderator", "year")
    assert code == 0
    assert "Moderated by year" in out
    with matrices.begin() as connection:
        connection.execute(text("UPDATE document SET year = NULL WHERE id = (SELECT MIN(id) FROM document)"))
    assert "the year of 1 samples is not known" in " ".join(run("masem", MODEL, "--moderator", "year").out.split())
