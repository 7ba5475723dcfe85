"""`evidence pool` from the command line: the founding example, files, kept answers, plots, refusals."""

import csv
import io
import json
import math
import re

import pytest

from evidence.pooling import pool

pytestmark = pytest.mark.usefixtures("here")
RN = "study,r,n\nLi 2001,.30,103\nXu 2004,.45,203\nOng 2010,.20,153\nLi 2012,1,90\n"
KINDS = ("forest", "funnel", "leave-one-out", "cumulative", "baujat", "drapery")


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(RN)
    return path


@pytest.fixture
def dismissed(run, here):  # noqa: ARG001  the database comes first
    """The model that cannot be is let back by a reviewer, so that two samples are left to average."""
    asked = "SELECT finding_id FROM flag WHERE check_id = 'inadmissible-solution' AND level = 'critical'"
    (found,) = json.loads(run("sql", asked, "--format", "json").out)
    run("review", "dismiss", found["finding_id"], "--reason", "for this test", "--coder", "AB")


def test_the_founding_example_is_not_averaged_and_says_why(run, golden):
    code, out, err = run("pool", "trust", "outcomes")
    assert code == 0
    golden("pool_trust_outcomes_80", out)
    assert "no average" in out
    assert "Pooled:" not in out
    assert re.fullmatch(r"kept as [0-9a-f]{16}; 'evidence pool --show [0-9a-f]{16}' prints it again\n", err)
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.usefixtures("dismissed")
def test_broad_draws_it_with_every_caveat(run, golden):
    out = run("pool", "trust", "outcomes", "--broad").out
    golden("pool_trust_outcomes_broad_80", out)
    for words in ("an illustration", "2 samples only", "degrees of freedom", "inadmissible-solution", "percent-scale"):
        assert words in out
    assert "There is no retracted evidence and none impossible as printed" in " ".join(out.split())


def test_imputed_correlations_are_labelled_everywhere(run):
    sections = json.loads(run("pool", "trust", "outcomes", "--broad", "--impute-r", "--format", "json").out)
    imputed = [s for s in sections if "imputed" in s["title"]]
    assert [s["title"].partition(":")[0] for s in imputed] == ["Effects", "Pooled", "Read with care"]
    rows = imputed[0]["rows"]
    assert {row["converted"] for row in rows if not row["not used"]} == {"r imputed from beta"}
    assert "r imputed from beta" in imputed[1]["rows"][0]["model"]
    assert any("Peterson and Brown" in row["caveat"] for row in imputed[2]["rows"])


def test_every_effect_held_out_has_its_reason(run):
    sections = json.loads(run("pool", "trust", "outcomes", "--format", "json").out)
    rows = sections[1]["rows"]
    assert [row["not used"] for row in rows].count("another report of the same coefficient counts") == 2
    assert {row["source"] for row in rows} == {"Trust"}


def test_a_kept_answer_is_printed_again_and_asking_twice_keeps_one(run, refused):
    first = run("pool", "trust", "outcomes", "--broad")
    key = re.search(r"kept as (\w+)", first.err)[1]
    assert run("pool", "TRUST", "outcomes", "--broad").err == first.err
    assert run("pool", "--show", key).out == first.out
    assert run("sql", "SELECT COUNT(*) AS kept FROM estimate", "--format", "csv").out == "kept\n1\n"
    code, said = refused("pool", "--show", "nothing")
    assert code == 2
    assert "there is no single estimate 'nothing'" in said


def test_a_database_that_is_only_read_answers_without_keeping(run, monkeypatch):
    from evidence.errors import DatabaseError

    def refuse(*_):
        raise DatabaseError("the database cannot be written", where="evidence.db")

    monkeypatch.setattr("evidence.verbs.keep_answer", refuse)
    code, out, err = run("pool", "trust", "outcomes")
    assert code == 0
    assert "no average" in out
    assert err == "not kept: evidence.db: the database cannot be written\n"


def test_what_the_driver_refuses_to_write_is_a_database_error(here):
    from evidence import verbs
    from evidence.errors import DatabaseError
    from evidence.store.engine import connect

    reading = connect(here, read_only=True)
    with pytest.raises(DatabaseError):
        verbs.keep_answer(reading, verbs.pool(reading, "trust", "outcomes"))
    reading.dispose()


def test_every_pair_is_listed(run):
    out = run("pool", "--all", "--min-k", "1", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) > 10
    assert {row["estimand"] for row in rows} == {"direct, standardized"}
    assert all(row["samples"] == "1" for row in rows)
    assert "(no rows)" in run("pool", "--all").out
    assert run("pool", "--all", "--min-k", "1").out.startswith("Every pair of constructs\n")


# -- files -----------------------------------------------------------------------------------------------------


def test_a_file_is_pooled_without_a_database(run, mine, golden, tmp_path):
    (tmp_path / "evidence.db").unlink()
    code, out, err = run("pool", "--data", mine)
    assert (code, err) == (0, "")
    golden("pool_data_80", out)
    assert "kept" not in out


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_the_average_is_the_same_in_every_format(run, mine, form):
    out = run("pool", "--data", mine, "--format", form).out
    z = pool([math.atanh(r) for r in (0.3, 0.45, 0.2)], [0.01, 0.005, 1 / 150])
    assert f"{math.tanh(z.estimate):.4g}" in out if form == "markdown" else repr(math.tanh(z.estimate))[:12] in out
    if form == "json":
        (pooled,) = next(s for s in json.loads(out) if s["title"].startswith("Pooled"))["rows"]
        assert (pooled["effects"], pooled["n"], pooled["level"], pooled["evidence"]) == (3, 459, 0.95, "all effects")


def test_a_bad_number_is_refused_by_row_and_column(refused, tmp_path):
    (tmp_path / "bad.csv").write_text("r,n\n.3,50\n.4,many\n")
    code, said = refused("pool", "--data", "bad.csv")
    assert code == 1
    assert "bad.csv row 3 column n: 'many' is not a number" in said


# -- plots -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_plot_is_drawn_and_twice_gives_the_same_bytes(run, mine, tmp_path, kind):
    plots = []
    for name in ("a.svg", "b.svg"):
        assert run("pool", "--data", mine, "--plot", name, "--plot-kind", kind).err == f"wrote {name}\n"
        plots.append((tmp_path / name).read_bytes())
    assert plots[0] == plots[1]
    assert b"r of observed scores" in plots[0] or kind == "baujat"


@pytest.mark.usefixtures("dismissed")
def test_a_forest_of_the_founding_example_shows_the_table_and_no_diamond(run, tmp_path):
    run("pool", "trust", "outcomes", "--plot", "a.svg")
    run("pool", "trust", "outcomes", "--broad", "--plot", "b.svg")
    plain, broad = ((tmp_path / name).read_text() for name in ("a.svg", "b.svg"))
    assert "Pooled effect" not in plain
    assert "Pooled effect" in broad
    assert "illustration, 5 unlike relations" in broad
    assert "prediction" not in broad  # of two samples
    for text in ("Satisfaction", "Left out", "another report"):
        assert text in plain


@pytest.mark.usefixtures("dismissed")
@pytest.mark.parametrize("kind", ["leave-one-out", "cumulative", "baujat"])
def test_dependent_effects_are_averaged_within_their_sample_for_repeated_analyses(run, kind, tmp_path):
    assert run("pool", "trust", "outcomes", "--broad", "--plot", "a.svg", "--plot-kind", kind).code == 0
    drawn = (tmp_path / "a.svg").read_text()
    assert "wang-6043" in drawn
    assert "means of samples" in drawn or kind == "baujat"


@pytest.mark.usefixtures("dismissed")
def test_imputed_effects_are_labelled_in_the_plot(run, tmp_path):
    run("pool", "trust", "outcomes", "--broad", "--impute-r", "--plot", "a.svg")
    drawn = (tmp_path / "a.svg").read_text()
    assert "[imputed r]" in drawn
    assert "imputed from beta" in drawn


@pytest.mark.parametrize("name", ["a.gif", "a", "missing/a.svg"])
def test_a_plot_that_cannot_be_written_is_refused_first(refused, mine, name, tmp_path):
    code, said = refused("pool", "--data", mine, "--plot", name)
    assert code == 2
    assert name in said or "missing" in said
    assert not (tmp_path / name).exists()


def test_a_plot_without_an_average_or_an_effect_is_refused(run, tmp_path):
    code, _, err = run("pool", "trust", "outcomes", "--plot", "a.svg", "--plot-kind", "drapery")
    assert code == 2
    assert "a drapery plot needs an average" in err
    (tmp_path / "none.csv").write_text("r,n\n1,50\n")
    code, _, err = run("pool", "--data", "none.csv", "--plot", "a.svg")
    assert code == 2
    assert "there is nothing to draw" in err
    (tmp_path / "one.csv").write_text("r,n\n.3,50\n")
    code, _, err = run("pool", "--data", "one.csv", "--plot", "a.svg", "--plot-kind", "baujat")
    assert code == 2
    assert "two samples or more" in err


# -- refusals --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "give SOURCE TARGET, or --all"),
        (("trust",), "give SOURCE TARGET, or --all"),
        (("trust", "outcomes", "--all"), "give SOURCE TARGET, or --all"),
        (("--all", "--plot", "a.svg"), "a plot is drawn of SOURCE TARGET"),
        (("trust", "satisfacton"), "did you mean 'satisfaction'"),
        (("trust", "outcomes", "--level", "1"), "--level"),
        (("trust", "self-efficacy"), "nothing is known between 'trust' and 'self-efficacy'"),
    ],
)
def test_a_mistaken_question_is_refused(refused, arguments, words):
    code, said = refused("pool", *arguments)
    assert code == 2
    assert words in said


def test_a_plot_of_an_unknown_kind_is_refused_by_name():
    from evidence.errors import UsageError
    from evidence.reports.pooled_plots import draw

    with pytest.raises(UsageError, match="did you mean 'forest'"):
        draw(None, "forrest")


def test_all_has_fifty_rows_on_a_terminal_and_everything_in_a_file():
    import pandas as pd

    from evidence.reports.pooled import all_pairs

    frame = pd.DataFrame({"source": [f"c{i:03d}" for i in range(60)], "estimate": [float("nan")] + [0.5] * 59})
    assert len(all_pairs({"default": frame}).answer.rows) == 60
    short = all_pairs({"default": frame}, everything=False)
    assert len(short.answer.rows) == 50
    assert "of 60; --format csv gives all" in short.remark
    assert short.answer.rows[0] == ("c000", None)


def test_several_maps_are_answered_side_by_side(run, golden, refused):
    run("constructs", "broaden", "behavioural intention", "perceived value", "--coder", "AB", "--map", "broad")
    code, out, err = run("pool", "social value", "repurchase intention", "--map", "default", "--map", "reported")
    assert (code, err.count("kept as")) == (0, 1)  # under no map the paper says it otherwise
    assert "nothing is known under this map" in " ".join(out.split())
    code, out, err = run("pool", "perceived value", "behavioural intention", "--map", "default", "--map", "broad")
    assert (code, err.count("kept as")) == (0, 2)
    golden("pool_by_map_80", out)
    assert max(map(len, out.splitlines())) <= 80
    key = re.findall(r"kept as (\w+)", err)[1]
    assert run("pool", "--show", key).out == run("pool", *PAIR, "--map", "broad").out
    rows = run("sql", "SELECT map FROM estimate ORDER BY map", "--format", "csv").out.split()
    assert rows == ["map", "broad", "default", "default"]
    assert "there is no map 'brod'; did you mean 'broad'?" in refused("pool", *PAIR, "--map", "brod")[1]


def test_every_pair_under_several_maps_names_the_map(run):
    run("constructs", "broaden", "behavioural intention", "perceived value", "--coder", "AB", "--map", "broad")
    both = csv.DictReader(
        io.StringIO(run("pool", "--all", "--min-k", "1", "--map", "default", "--map", "broad", "--format", "csv").out)
    )
    pairs = {(row["map"], row["source"], row["target"]) for row in both}
    assert ("default", "Social value", "Repurchase intention") in pairs
    assert ("broad", "Perceived value", "Behavioural intention") in pairs
    assert ("broad", "Social value", "Repurchase intention") not in pairs


PAIR = ("perceived value", "behavioural intention")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((*PAIR, "--map", "default", "--map", "reported", "--plot", "f.svg"), "a plot is drawn under one map"),
        (("--data", "mine.csv", "--map", "broad"), "--map goes with SOURCE TARGET or --all"),
        ((*PAIR[:1], "zeal", "--map", "reported"), "no construct is called 'zeal'"),
    ],
)
@pytest.mark.usefixtures("mine")
def test_maps_that_cannot_be_asked(refused, args, said):
    assert said in refused("pool", *args)[1]


def test_where_nothing_is_known_the_neighbours_are_named(refused):
    code, said = refused("pool", "social value", "trust")
    assert code == 2
    assert "'social value' has effects with Repurchase intention, Satisfaction" in said
