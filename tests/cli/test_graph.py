"""evidence graph on the founding evidence: what a reviewer sees at 80 columns, and the files other programs read."""

import json
from xml.etree import ElementTree

import pytest
from sqlalchemy import text

from evidence.store.engine import connect

pytestmark = pytest.mark.usefixtures("here")


@pytest.mark.parametrize(
    "call",
    [
        "paths trust outcomes",
        "paths general_self_efficacy customer_engagement",
        "edges",
        "gaps --limit 8",
        "contested --limit 5",
        "antecedents satisfaction",
        "consequents trust",
        "mediators trust relationship_building",
        "mediators perceived_value",
        "similar trust",
        "cycles",
        "moderators",
    ],
)
def test_what_is_printed(run, golden, call):
    code, out, err = run("graph", *call.split())
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    golden("graph_" + call.replace(" --", "_").replace(" ", "_"), out)


def test_products_come_with_their_caveats(run):
    out = " ".join(run("graph", "paths", "trust", "relationship_building").out.split())
    assert "0.14" in out  # .50 times .28
    assert "Products assume independent pooled effects" in out
    assert "All edges come from one study" in out
    retracted = " ".join(run("graph", "paths", "general_self_efficacy", "customer_engagement").out.split())
    assert "rest on retracted reports" in retracted
    assert "retracted" in retracted


def test_rows_come_out_as_json_and_csv(run):
    edges = json.loads(run("graph", "edges", "--format", "json").out)
    assert len(edges) == 30
    assert sum(edge["retracted"] for edge in edges) == 9
    assert {edge["marks"] for edge in edges if edge["retracted"]} >= {"retracted"}
    assert run("graph", "edges", "--map", "reported", "--format", "csv").out.count("\n") == 31


@pytest.mark.parametrize("suffix", ["graphml", "gexf", "json", "dot", "gv", "mmd"])
def test_files_for_other_programs(run, tmp_path, suffix):
    file = tmp_path / f"claims.{suffix}"
    code, out, _ = run("graph", "export", file)
    assert (code, out) == (0, f"wrote {file}: 18 constructs, 30 claims\n")
    first = file.read_bytes()
    run("graph", "export", file)
    assert file.read_bytes() == first
    if suffix in ("graphml", "gexf"):
        assert len(list(ElementTree.fromstring(first).iter())) > 48
    if suffix == "json":
        assert len(json.loads(first)["edges"]) == 30
    if suffix == "mmd":
        assert b"retracted" in first


def test_every_test_can_be_an_edge(run, tmp_path):
    run("graph", "export", tmp_path / "a.json", "--tests")
    edges = json.loads((tmp_path / "a.json").read_bytes())["edges"]
    assert {edge["status"] for edge in edges} == {"no notice known", "retracted"}


@pytest.mark.parametrize(("suffix", "magic"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_pictures(run, tmp_path, suffix, magic):
    file = tmp_path / f"a.{suffix}"
    assert run("graph", "draw", file, "--around", "trust").code == 0
    assert file.read_bytes().startswith(magic)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("paths trst outcomes", "no construct is called 'trst'; did you mean"),
        ("paths trust trust", "a path needs two constructs"),
        ("paths trust flow", "no evidence mentions 'flow'"),
        ("mediators outcomes", "'outcomes' stands for several constructs"),
        ("export a.xml", "no format for '.xml'; end it in one of .graphml"),
        ("draw a.bmp", "no picture in '.bmp'"),
        ("export nowhere/a.dot", "the file cannot be written"),
        ("edges --map broad", "there is no map 'broad'"),
        ("edges --estimand partial", "no effect with estimand 'partial'"),
        ("pathz", "No such command 'pathz'"),
    ],
)
def test_refusals(refused, call, said):
    code, line = refused("graph", *call.split())
    assert said in line
    assert code in (1, 2)


def test_nothing_between_two_constructs_is_said(run):
    out = run("graph", "paths", "satisfaction", "trust").out
    assert "No claims lead from one to the other in 4 steps or fewer" in out
    assert "makes Satisfaction a cause" not in run("graph", "consequents", "satisfaction").out
    assert "No claim makes Trust an outcome" in run("graph", "antecedents", "trust").out


def test_the_weight_table(run, golden):
    code, out, err = run("report", "weights")
    assert (code, err) == (0, "")
    assert "Vote counting hides the size of effects" in out
    golden("report_weights_80", out)


def test_claims_that_disagree_are_listed(run, tmp_path):
    for name in ("hedonic value", "social value"):
        run("constructs", "accept", name, "perceived_value", "--coder", "ann")
    engine = connect(tmp_path / "evidence.db")
    with engine.begin() as connection:
        connection.execute(
            text(
                "UPDATE path_coefficient SET verdict = 'not supported' WHERE from_no ="
                " (SELECT no FROM construct_report WHERE name = 'social value' AND study_id = path_coefficient.study_id)"
            )
        )
    engine.dispose()
    rows = json.loads(run("graph", "contested", "--format", "json").out)[0]["rows"]
    assert {(row["source"], row["yes"], row["null"]) for row in rows} == {("Perceived value", 1, 1)}
    paths = json.loads(run("graph", "paths", "perceived_value", "repurchase_intention", "--format", "json").out)
    assert "2 of 5 edges are disputed" in paths[2]["remark"]
