"""Every export target: what stands in its files, against the database and against the programs they are for."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
from xml.etree import ElementTree

import numpy as np
import pytest
from sqlalchemy import text

from evidence.errors import UsageError
from evidence.reports.exports.export import catalogue, chosen, csv_bytes, exports, made, r_names, r_text
from evidence.store.engine import connect
from evidence.store.query import ask
from evidence.verbs import assess, initialise, pool, pool_all
from tests.conftest import AS_OF
from tests.store.matrix_studies import CELLS, four, stored, study

NAMES = {"datapackage", "graphml", "lavaan", "metafor", "metasem", "psychmeta", "ris", "ro-crate"}
PACKAGES = "for (p in c('metafor', 'clubSandwich')) if (!requireNamespace(p, quietly = TRUE)) quit(status = 3)"


@pytest.fixture(scope="module")
def founding(templates):
    """All files of the founding evidence, made once."""
    engine = connect(templates.sqlite("assessed"), read_only=True)
    yield engine, made(engine, chosen([]))[0]
    engine.dispose()


@pytest.fixture(scope="module")
def matrices(templates, tmp_path_factory):
    """All files of four studies that print correlations, one of them retracted, and one with groups."""
    path = tmp_path_factory.mktemp("matrices") / "evidence.db"
    shutil.copy(templates.sqlite("empty"), path)
    engine = connect(path)
    initialise(engine)
    stored(
        engine,
        *four(),
        study(9, 250, (".61", ".52", ".47"), group="men"),
        study(8, 99, (".6", ".5", ".4"), kind="pls-scores"),
    )
    assess(engine, as_of=AS_OF)
    with engine.begin() as connection:
        connection.execute(
            text(
                "UPDATE editorial_status SET status = 'retracted', use = 'exclude' WHERE study_id IN (SELECT id FROM document WHERE file = 'matrix3.json')"
            )
        )
    yield engine, made(engine, chosen([]))[0]
    engine.dispose()


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_the_targets_are_found_and_chosen():
    assert set(exports()) == NAMES
    assert {row[0] for row in catalogue().answer.rows} == NAMES
    assert [e.name for e in chosen(["ro-crate", "ris"])] == ["ris", "ro-crate"]  # what describes the others is last
    assert chosen([])[-1].name == "ro-crate"
    with pytest.raises(UsageError, match="did you mean 'metafor'"):
        chosen(["metafro"])
    with pytest.raises(UsageError, match="ro-crate only describes other files"):
        chosen(["ro-crate"])


def test_the_same_evidence_gives_the_same_bytes_on_both_databases(templates, founding):
    engine = connect(f"{templates.server}/{templates.postgres('assessed')}", read_only=True)
    again = made(engine, chosen([]))[0]
    engine.dispose()
    assert again.keys() == founding[1].keys()
    differing = [name for name in again if again[name] != founding[1][name]]
    assert [
        (n, x, y)
        for n in differing
        for x, y in zip(again[n].splitlines(), founding[1][n].splitlines(), strict=True)
        if x != y
    ][:3] == []
    assert differing == []


def test_an_empty_database_gives_tables_without_rows(database):
    engine = connect(database)
    files, counts = made(engine, chosen([]))
    engine.dispose()
    assert {name for name, count in counts.items() if count} == {"datapackage", "ro-crate"}
    assert files["datapackage/data/path_coefficient.csv"].count(b"\n") == 1


# -- metafor -------------------------------------------------------------------------------------------------------


def test_every_effect_is_there_with_what_speaks_against_it(founding):
    engine, files = founding
    table = rows(files["metafor/effects.csv"])
    assert len(table) == ask(engine, "SELECT COUNT(*) FROM effect").rows[0][0]
    held = {(r["study_key"][1:], r["kind"], r["no"]): r["exclusion"] for r in table}
    for key, kind, no, why in ask(engine, "SELECT study_id, kind, no, exclusion FROM effect").rows:
        assert held[str(key), kind, str(no)] == (why or "")
    assert all((r["use"] == "true") == (r["not_used_because"] == "") for r in table)
    assert all(r["yi"] and r["vi"] and r["variance_source"] for r in table if r["use"] == "true")
    assert any(r["retracted"] == "true" for r in table)


def test_yi_and_vi_are_those_that_are_pooled(matrices):
    engine, files = matrices
    table = {(r["study"], r["pointer"]): r for r in rows(files["metafor/effects.csv"])}
    answer = pool(engine, "trust", "satisfaction")
    members = answer.answers[0].members
    assert len(members) > 3
    sql = "SELECT c.study_id, c.no, s.pointer FROM correlation AS c JOIN source_span AS s ON s.study_id = c.study_id AND s.no = c.span_no"
    spans = {(key, no): pointer for key, no, pointer in ask(engine, sql).rows}
    for member in members.to_dict("records"):
        row = table[member["study"], spans[member["study_id"], member["no"]]]
        assert float(row["yi"]) == member["yi"]
        assert float(row["vi"] or "nan") == pytest.approx(
            member["vi"], rel=0, nan_ok=True
        )  # of the group no n is printed
        assert (row["use"] == "true") == (member["reason"] == "")
    assert {r["retracted"] for r in table.values()} == {"true", "false"}


def test_names_take_in_what_is_below_them(founding):
    pairs = {(r["name"], r["takes_in"]) for r in rows(founding[1]["metafor/terms.csv"])}
    assert ("Trust", "Trust") in pairs
    assert any(a != b for a, b in pairs)


def test_reports_of_the_same_people_are_listed(templates, tmp_path):
    """Two reports of one study: the second, without its own people, is held out by pool and by the script."""
    shutil.copy(templates.sqlite("empty"), tmp_path / "e.db")
    engine = connect(tmp_path / "e.db")
    names = ("trust", "satisfaction", "repurchase intention", "loyalty", "commitment")
    cells = [f".{n}" for n in range(21, 31)]
    stored(engine, study(1, 220, cells, names), study(2, 220, cells, names), study(3, 330, cells[::-1], names))
    files = made(engine, chosen(["metafor"]))[0]
    engine.dispose()
    shared = rows(files["metafor/shared.csv"])
    assert len(shared) == 1
    assert shared[0]["relation"] == "same-results"


@pytest.fixture(scope="module")
def r_scripts(founding, matrices, tmp_path_factory):
    """The files of both, written; skipped where there is no R."""
    if shutil.which("Rscript") is None:
        pytest.skip("Rscript is absent: the scripts were not parsed")
    folder = tmp_path_factory.mktemp("r")
    for name, files in (("founding", founding[1]), ("matrices", matrices[1])):
        for file, content in files.items():
            (folder / name / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / file).write_bytes(content)
    return folder


def test_every_script_is_r(r_scripts):
    """Skipped where Rscript is absent."""
    scripts = sorted(r_scripts.rglob("*.R"))
    assert {path.parent.name for path in scripts} >= {"metafor", "lavaan", "psychmeta", "observed"}
    listed = ", ".join(r_text(str(path)) for path in scripts)
    done = subprocess.run(["Rscript", "-e", f"for (f in c({listed})) parse(f)"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_script_pools_as_we_do(r_scripts, matrices):
    """Skipped where Rscript, metafor or clubSandwich is absent."""
    if subprocess.run(["Rscript", "-e", PACKAGES], capture_output=True).returncode:
        pytest.skip("metafor or clubSandwich is absent: metafor.R was not run")
    script = r_scripts / "matrices" / "metafor" / "metafor.R"
    done = subprocess.run(["Rscript", script, "trust", "satisfaction", "--held-out"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    ours = [e for a in pool(matrices[0], "trust", "satisfaction").answers for e in a.estimates if e.effects > 1]
    assert {e.variant for e in ours} == {"without retracted and impossible", "with retracted"}
    for e in ours:
        (line,) = [
            x
            for x in done.stdout.splitlines()
            if x.strip().startswith(f"correlation, observed {'  ' * 0}") and f" {e.variant} " in x
        ]
        shown = [float(x) if x != "NA" else float("nan") for x in line.partition(e.variant)[2].split()[:11]]
        mine = [e.effects, e.samples, e.n, e.estimate, e.ci_low, e.ci_high, e.pi_low, e.pi_high, e.p, e.tau, e.i2]
        assert shown == pytest.approx(mine, rel=2e-5, abs=2e-6, nan_ok=True)


# -- matrices ------------------------------------------------------------------------------------------------------


def test_matrices_are_those_that_are_printed(matrices):
    files = matrices[1]
    samples = rows(files["metasem/observed/samples.csv"])
    assert {float(s["n"]) for s in samples} == {
        n for n, _ in CELLS[:3]
    }  # not the retracted one, nor the group without n
    first = next(s for s in samples if float(s["n"]) == CELLS[0][0])
    matrix = rows(files[f"metasem/observed/{first['file']}"])
    names = [r[""] for r in matrix]
    whole = np.array([[float(r[name]) for name in names] for r in matrix])
    assert sorted(whole[np.tril_indices(3, -1)]) == sorted(map(float, CELLS[0][1]))
    assert (whole == whole.T).all()
    assert (np.diag(whole) == 1).all()
    assert "Repurchase_intention" in names
    assert "held out" in files["metasem/observed/notes.csv"].decode()
    assert b'variables <- c("Repurchase_intention", "Satisfaction", "Trust")' in files["metasem/observed/metasem.R"]
    assert float(rows(files["metasem/composite/samples.csv"])[0]["n"]) == 99


def test_a_matrix_that_cannot_be_pooled_stands_there_unused(templates, tmp_path):
    shutil.copy(templates.sqlite("empty"), tmp_path / "e.db")
    engine = connect(tmp_path / "e.db")
    stored(engine, *four(), study(7, 200, (".95", ".95", "-.95")))
    files = made(engine, chosen(["metasem"]))[0]
    engine.dispose()
    samples = rows(files["metasem/observed/samples.csv"])
    assert sorted(s["use"] for s in samples) == ["false", "true", "true", "true", "true"]
    assert b"not positive definite" in files["metasem/observed/notes.csv"]
    assert all(f"metasem/observed/{s['file']}" in files for s in samples)


def test_correlations_for_psychmeta_have_their_sample_and_use(matrices):
    table = rows(matrices[1]["psychmeta/correlations.csv"])
    assert len(table) == 3 * 6
    assert {r["kind"] for r in table} == {"correlation, observed", "correlation, composite"}
    assert {r["not_used_because"] for r in table if r["use"] == "false"} == {
        "editorial status: retracted",
        "no sample size is printed",
    }
    assert any(r["sample_id"].endswith("/ men") for r in table)


# -- lavaan --------------------------------------------------------------------------------------------------------


def test_printed_models_are_syntax_with_what_is_printed(founding):
    engine, files = founding
    scripts = {name: content.decode() for name, content in files.items() if name.startswith("lavaan/")}
    paths = ask(engine, "SELECT COUNT(*) FROM path_effect WHERE is_primary AND estimand LIKE 'direct%'").rows[0][0]
    lines = [line for text in scripts.values() for line in text.splitlines() if " ~ " in line and "  # " in line]
    assert len(lines) == paths
    assert all(text.count("'") == 2 for text in scripts.values())
    assert any("Held out of pooling: editorial status: retracted" in text for text in scripts.values())
    assert all("prints no correlation matrix" in text for text in scripts.values())


def test_a_printed_matrix_is_fitted_and_a_partial_one_is_not(templates, tmp_path):
    from dataclasses import replace

    from evidence.records import Path, Printed

    shutil.copy(templates.sqlite("empty"), tmp_path / "e.db")
    engine = connect(tmp_path / "e.db")
    paths = (Path("trust", "satisfaction", beta=Printed(".4")), Path("satisfaction", "don't know", beta=Printed(".2")))
    one = study(1, 220, (".42", ".35", ".51"), ("trust", "satisfaction", "don't know"))
    spans = {"/paths/0/beta": (900, 902), "/paths/1/beta": (910, 912)}
    part = study(2, 150, (".30",), ("trust", "satisfaction"))
    part = replace(part, constructs=one.constructs)
    stored(engine, *(replace(r, paths=paths, spans=r.spans | spans) for r in (one, part)))
    files = made(engine, chosen(["lavaan"]))[0]
    engine.dispose()
    whole, partial = sorted((content.decode() for content in files.values()), key=lambda t: "cannot be fitted" in t)
    assert "fitted <- sem(model, sample.cov = R, sample.nobs = n" in whole
    assert "n <- 220" in whole
    assert "not printed, so the model cannot be fitted" in partial
    assert "sem(" not in partial
    assert all(text.count("'") == 2 for text in (whole, partial))


def test_names_for_r_are_names_and_differ():
    names = r_names(["a b", "a-b", "2 x", "", "é"])
    assert names == {"": "x", "2 x": "x2_x", "a b": "a_b", "a-b": "a_b_2", "é": "é"}


# -- references, graph ---------------------------------------------------------------------------------------------


def test_references_say_what_is_retracted(founding):
    engine, files = founding
    entries = files["ris/studies.ris"].decode().split("\r\n\r\n")[:-1]
    assert len(entries) == ask(engine, "SELECT COUNT(*) FROM study").rows[0][0]
    assert sum("N1  - RETRACTED: " in entry for entry in entries) == 1
    for entry in entries:
        lines = entry.split("\r\n")
        assert lines[0].startswith("TY  - ")
        assert lines[-1] == "ER  - "
        assert all(line[2:6] == "  - " for line in lines)


def test_a_doi_is_given_where_it_is_known(matrices):
    engine, files = matrices
    assert b"DO  - " not in files["ris/studies.ris"]
    with engine.begin() as connection:
        connection.execute(text("UPDATE document SET doi = '10.5555/x' WHERE file = 'matrix1.json'"))
    again = made(engine, chosen(["ris", "ro-crate"]))[0]
    assert again["ris/studies.ris"].count(b"DO  - 10.5555/x\r\n") == 1
    assert b'"@id": "https://doi.org/10.5555/x"' in again["ro-crate-metadata.json"]


def test_graphs_hold_the_claims(founding):
    for name in ("claims", "tests"):
        tree = ElementTree.fromstring(founding[1][f"graphml/{name}.graphml"])
        assert len(tree.findall(".//{*}edge")) > 10


# -- data package, crate -------------------------------------------------------------------------------------------


def package(files):
    """Resources by name with their rows as the package types them."""
    found = {}
    described = json.loads(files["datapackage/datapackage.json"])
    for resource in described["resources"]:
        table = rows(files[f"datapackage/{resource['path']}"])
        found[resource["name"]] = resource["schema"], [typed(resource["schema"]["fields"], row) for row in table]
    return found


def typed(fields, row):
    cast = {"integer": int, "number": float, "string": str, "boolean": {"true": True, "false": False}.__getitem__}
    assert list(row) == [field["name"] for field in fields]
    return {f["name"]: cast[f["type"]](row[f["name"]]) if row[f["name"]] else None for f in fields}


@pytest.mark.parametrize("which", ["founding", "matrices"])
def test_every_table_keeps_what_its_description_promises(which, request):
    """Types, required cells, unique keys, references: as a validator of Data Packages asks."""
    engine, files = request.getfixturevalue(which)
    tables = package(files)
    assert {"path-coefficient", "document", "effect", "flag"} <= tables.keys()
    for name, (schema, held) in tables.items():
        assert len(held) == ask(engine, f"SELECT COUNT(*) FROM {name.replace('-', '_')}").rows[0][0]
        for field in schema["fields"]:
            if field.get("constraints"):
                assert all(row[field["name"]] is not None for row in held)
        if key := schema.get("primaryKey"):
            keys = [tuple(row[part] for part in key) for row in held]
            assert len(set(keys)) == len(keys)
            assert all(None not in each for each in keys)
        for reference in schema.get("foreignKeys", ()):
            there = tables[reference["reference"]["resource"] or name][1]
            known = {tuple(row[part] for part in reference["reference"]["fields"]) for row in there}
            used = {tuple(row[part] for part in reference["fields"]) for row in held}
            assert {each for each in used if None not in each} <= known
            assert all(None not in each or len(each) == 1 for each in used)


def test_types_are_those_of_the_tables(founding):
    schema, held = package(founding[1])["path-coefficient"]
    types = {field["name"]: field["type"] for field in schema["fields"]}
    assert (types["beta"], types["beta_value"], types["no"], types["is_primary"]) == (
        "string",
        "number",
        "integer",
        "boolean",
    )
    assert any(row["beta"] == ".31" and row["beta_value"] == 0.31 for row in held)  # as printed, and as a number
    described = next(f for f in schema["fields"] if f["name"] == "hypothesis_no")["description"]
    assert described.endswith("of hypothesis")


def test_the_crate_describes_every_file_and_invents_nothing(founding):
    files = founding[1]
    crate = json.loads(files["ro-crate-metadata.json"])
    assert crate["@context"][0] == "https://w3id.org/ro/crate/1.1/context"
    items = {item["@id"]: item for item in crate["@graph"]}
    assert len(items) == len(crate["@graph"])
    described = {key for key, item in items.items() if item["@type"] == "File"}
    assert described == files.keys() - {"ro-crate-metadata.json"}
    for key in described:
        assert items[key]["sha256"] == hashlib.sha256(files[key]).hexdigest()
        assert items[key]["contentSize"] == str(len(files[key]))
    root = items["./"]
    assert "datePublished" not in root
    assert items[root["license"]["@id"]]["name"] == "No licence is stated"
    for part in root["hasPart"]:
        assert {p["@id"] for p in items[part["@id"]]["hasPart"]} <= described
    named = [
        each["@id"]
        for item in items.values()
        for value in item.values()
        for each in (value if isinstance(value, list) else [value])
        if isinstance(each, dict) and "@id" in each
    ]
    assert {each for each in named if not each.startswith("https://w3id.org/")} <= items.keys()


def test_cells_are_written_once_and_read_back():
    content = csv_bytes(("a", "b"), [(None, True), (0.1, float("nan")), (3.0, 'x, "y"\nz')])
    assert content == b'a,b\n,true\n0.1,\n3,"x, ""y""\nz"\n'
    assert rows(content)[2]["b"] == 'x, "y"\nz'


def test_pool_all_agrees_with_the_effects_of_the_table(founding):
    """Whoever pools the file by hand gets the pairs of `pool --all`."""
    engine, files = founding
    table = [r for r in rows(files["metafor/effects.csv"]) if r["use"] == "true"]
    for row in pool_all(engine, fewest=1).answer.records():
        mine = [
            r
            for r in table
            if (r["source"], r["target"], r["estimand"]) == (row["source"], row["target"], row["estimand"])
        ]
        assert len(mine) == row["effects"]
