"""evidence constructs: the vocabulary, its mapping and who decided."""

import json

import pytest

from evidence.store.engine import connect
from tests.constructs.test_embeddings import written
from tests.store.matrix_studies import stored, study

pytestmark = pytest.mark.usefixtures("here")

CSV = "id,label,parent\nvibes,Good vibes,outcomes\n"


@pytest.mark.parametrize("call", ["list --used", "list trust", "unmapped", "warnings", "map --history"])
def test_what_is_printed(run, golden, call):
    code, out, err = run("constructs", *call.split())
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    golden("constructs_" + call.replace(" --", "_").replace(" ", "_"), out)


def test_a_person_places_a_name_and_the_history_shows_it(run, tmp_path):
    said = run("constructs", "accept", "trust value", "perceived_value", "--coder", "ann").out
    assert said == "placed 'trust value' in 1 studies\n"
    again = run("constructs", "accept", "trust value", "perceived_value", "--coder", "ann").out
    assert again == "placed 'trust value' in 0 studies; 1 had it so already\n"
    run("assess")
    stood = json.loads(run("constructs", "map", "--history", "--format", "json").out)[1]["rows"]
    assert [(row["construct"], row["now"], row["method"]) for row in stood] == [("Trust", "Perceived value", "coded")]
    assert "trust value,Perceived value,perceived_value,1,default,person,,ann,2026-01-01,current" in (
        run("constructs", "export").out
    )
    file = tmp_path / "map.csv"
    assert run("constructs", "export", file).out == f"wrote {file}: 21 rows\n"


def test_a_split_and_a_broader_map(run):
    split = ("constructs", "split", "Trust", "trust_in_seller", "--study", "wang", "--coder", "ann")
    assert run(*split).out == "'Trust' is trust_in_seller in wang\n"
    assert run(*split).out == "it stood so already\n"
    assert run("constructs", "broaden", "perceived_value", "--coder", "ann").out == "map 'broad': 3 names lifted\n"
    assert "Perceived value" in run("graph", "antecedents", "satisfaction", "--map", "broad", "--format", "csv").out


def test_a_threshold_is_a_persons(run):
    out = run("constructs", "accept", "--at-least", "0.9", "--coder", "ann").out
    assert out == "placed 0 names; 0 are left to a person ('evidence constructs unmapped')\n"


def test_own_words_are_loaded(run, tmp_path):
    (tmp_path / "own.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "names.csv").write_text("alias,construct\nvibes,vibes\n", encoding="utf-8")
    out = run("constructs", "load", "own.csv", "--aliases", "names.csv").out
    assert out.startswith("loaded 1 constructs and 1 aliases from own.csv")
    assert "Good vibes" in run("constructs", "list", "outcomes").out
    (tmp_path / "own.yaml").write_text("dct:\n  id: mood\n  label: Mood\n", encoding="utf-8")
    assert "loaded 1 constructs" in run("constructs", "load", "own.yaml").out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["accept", "trust value"], "give NAME CONSTRUCT, or --at-least SCORE"),
        (["accept", "trust value", "trust", "--at-least", ".9"], "not both"),
        (["accept", "trst value", "trust"], "no study reports 'trst value'; did you mean 'trust value'"),
        (["accept", "trust value", "trst"], "no construct 'trst'; did you mean"),
        (["accept", "--at-least", "7"], "scores lie between 0 and 1"),
        (["split", "trust value", "trust", "--study", "wang"], "no study reports 'trust value'"),
        (["broaden", "flow"], "no mapped construct lies below these"),
    ],
)
def test_refusals(refused, call, said):
    code, line = refused("constructs", *call, "--coder", "ann")
    assert said in line
    assert code == 2


def test_names_without_a_place_come_with_proposals_and_why(run, tmp_path):
    engine = connect(tmp_path / "evidence.db")
    stored(engine, study(1, 200, (".4", ".3", ".5"), ("consumers' purchasing intentions", "vibes", "trust")))
    engine.dispose()
    run("assess")
    rows = json.loads(run("constructs", "unmapped", "--format", "json").out)[0]["rows"]
    first = rows[0]
    assert (first["name"], first["proposal"]) == ("consumers' purchasing intentions", "Purchase intention")
    assert first["score"] > 0.7
    assert "Purchase intention" in run("constructs", "unmapped", "--format", "csv").out
    assert [row["why"] for row in rows if row["name"] == "vibes"] == ["no construct has a word of this name"]
    placed = run("constructs", "accept", "--at-least", "0.7", "--coder", "ann").out
    assert placed == "placed 1 names; 1 are left to a person ('evidence constructs unmapped')\n"


@pytest.mark.usefixtures("here")
def test_an_embedding_is_used_only_when_asked_for_and_refused_when_it_is_not_there(run, refused, tmp_path):
    plain = run("constructs", "unmapped").out
    written(tmp_path / "words")
    code, _, err = run("constructs", "unmapped", "--similarity", "words")
    assert (code, err) == (0, "")
    assert run("constructs", "unmapped").out == plain
    code, line = refused("constructs", "unmapped", "--similarity", "embeddings")
    assert code == 2
    assert "there is no embedding 'embeddings': it is neither a folder here nor an installed package" in line
