"""The graph out of the database: every hypothesis and path an edge, retracted ones marked, on both databases."""

import pytest
from sqlalchemy import text

from evidence import verbs
from evidence.constructs.graph import build
from evidence.constructs.paths import paths
from evidence.errors import UsageError
from evidence.store.claims import claims, endless_hypotheses, names
from evidence.store.engine import connect
from evidence.store.mappings import Decision, broaden, current, decide
from evidence.store.maps import maps
from evidence.store.vocabulary import constructs_named


@pytest.fixture
def engine(assessed):
    opened = connect(assessed)
    yield opened
    opened.dispose()


def rows(engine, sql, **values):
    with engine.connect() as connection:
        return connection.execute(text(sql), values).all()


def change(engine, sql, **values):
    with engine.begin() as connection:
        connection.execute(text(sql), values)


def test_every_path_and_every_hypothesis_with_ends_is_an_edge(engine):
    graph = build(claims(engine, "reported"), names(engine, "reported"))
    edges = set(zip(graph.edges["source"], graph.edges["target"], strict=True))
    ends = (
        "SELECT LOWER(f.name), LOWER(t.name) FROM {} AS x"
        " JOIN construct_report AS f ON f.study_id = x.study_id AND f.no = x.from_no"
        " JOIN construct_report AS t ON t.study_id = x.study_id AND t.no = x.to_no"
    )
    printed = {tuple(row) for row in rows(engine, ends.format("path_coefficient") + " WHERE x.is_primary IS TRUE")}
    assert edges == printed
    announced = rows(engine, ends.format("hypothesis") + " WHERE x.via IS NULL AND x.moderator IS NULL")
    assert {tuple(row) for row in announced} <= edges
    mediated = rows(engine, ends.format("hypothesis") + " WHERE x.via IS NOT NULL")
    assert {tuple(row) for row in mediated} == set(
        zip(graph.mediation["source"].astype(str), graph.mediation["target"].astype(str), strict=True)
    )
    assert len(graph.nodes) == 20
    assert endless_hypotheses(engine) == 3


def test_retracted_claims_are_marked_and_not_pooled(engine):
    graph = verbs.graph(engine)
    retracted = graph.edges[graph.edges["retracted"] > 0]
    (count,) = rows(
        engine,
        "SELECT COUNT(*) FROM path_coefficient WHERE is_primary IS TRUE AND study_id IN"
        " (SELECT study_id FROM editorial_status WHERE status = 'retracted')",
    )
    assert len(retracted) == count[0] == 9
    assert (retracted["flagged"] == retracted["tests"]).all()
    assert retracted["estimate_usable"].isna().all()
    assert retracted["estimate"].notna().sum() == 8  # one was printed without its coefficient
    held = graph.edges[(graph.edges["retracted"] == 0) & (graph.edges["flagged"] > 0)]
    assert len(held) == 9  # the paths behind an outcome that would be explained beyond all of its variance
    assert held["estimate_usable"].isna().all()


def test_paths_carry_products_of_what_is_printed(engine):
    graph = verbs.graph(engine)
    found = paths(graph, "Trust", "Relationship building").frame.set_index("path")
    way = ("Trust", "Interpersonal interaction", "Relationship building")
    assert found.loc[[way], "product"].iloc[0] == pytest.approx(0.50 * 0.28)
    assert found.loc[[way], "product_usable"].isna().all()  # its first step is held out as impossible
    assert constructs_named(engine, "outcomes", [str(n) for n in graph.nodes])
    assert constructs_named(engine, "subjective norm", ["Subjective norm"]) == ["Subjective norm"]


def test_levels_come_from_findings_that_nobody_dismissed(engine):
    before = claims(engine)
    assert set(before["level"].astype(str)) == {"", "critical", "error", "warn"}
    change(
        engine,
        "INSERT INTO decision (id, study_id, finding_id, kind, reason, coder, decided_at)"
        " SELECT id, study_id, id, 'dismissed', 'r', 'c', '2026-01-01' FROM finding",
    )
    assert set(claims(engine)["level"].astype(str)) == {""}
    assert build(before).edges["flags"].sum() > 0


def test_a_hypothesis_that_nothing_tests_is_an_edge_all_the_same(engine):
    change(engine, "UPDATE path_coefficient SET hypothesis_no = NULL WHERE is_primary IS TRUE")
    change(engine, "UPDATE hypothesis SET moderator = 'Trust' WHERE label = 'H2a'")
    frame = claims(engine)
    assert (frame["estimand"].isna() & (frame["kind"] == "hypothesis")).sum() == 20
    graph = build(frame)
    assert graph.moderation["moderator"].tolist() == ["Trust"]
    assert len(graph.edges) == 30


def test_a_reversed_name_turns_number_and_sign(engine):
    (trust,) = current(engine, "Trust")
    straight = claims(engine)
    decide(engine, [Decision(trust, "trust", -1)], coder="ann", when="2026-01-01")
    turned = claims(engine)
    was = straight[(straight["source"] == "Trust") & (straight["study"] == trust.study)]
    now = turned[(turned["source"] == "Trust") & (turned["study"] == trust.study)]
    assert sorted(now["value"]) == sorted(-was["value"])
    assert set(now["sign"]) == {"-"}


def test_several_maps_stand_side_by_side(engine):
    assert maps(engine) == ["default", "reported"]
    broaden(engine, ["perceived_value"], coder="ann", when="2026-01-01", map="broad")
    assert maps(engine) == ["broad", "default", "reported"]
    narrow, broad = set(claims(engine)["source"]), set(claims(engine, "broad")["source"])
    assert narrow - broad == {"Hedonic value", "Social value", "Utilitarian value"}
    assert "Perceived value" in broad
    assert verbs.graph(engine, map="broad").edges["samples"].sum() > 0
    with pytest.raises(UsageError, match="there is no map 'brod'; did you mean 'broad'"):
        claims(engine, "brod")
    with pytest.raises(UsageError, match="no mapped construct lies below"):
        broaden(engine, ["flow"], coder="ann", when="2026-01-01", map="other")
    with pytest.raises(UsageError, match="default map is not broadened"):
        broaden(engine, ["trust"], coder="ann", when="2026-01-01", map="default")


def test_p_below_a_bound_is_significant(engine):
    change(engine, "UPDATE path_coefficient SET p = '<.05', p_value = .05, verdict = NULL, hypothesis_no = NULL")
    frame = claims(engine)
    direct = frame[frame["kind"] == "direct"]
    assert (direct["p"] < 0.05).all()
    assert (direct["p"] > 0.0499).all()


def test_several_effects_of_a_sample_count_once(engine):
    """Two names of one study mapped to one construct: their mean, from one sample."""
    for name in ("hedonic value", "social value"):
        decide(engine, [Decision(each, "perceived_value") for each in current(engine, name)], coder="a", when="2026")
    edges = verbs.graph(engine).edges.set_index(["source", "target"])
    edge = edges.loc[("Perceived value", "Satisfaction")]
    assert (edge["tests"], edge["samples"], edge["k_usable"]) == (2, 1, 1)
    assert edge["estimate_usable"] == pytest.approx((0.30 + 0.28) / 2)


def test_a_group_of_respondents_is_no_other_sample_where_all_of_them_are_tested(engine):
    for name in ("hedonic value", "social value"):
        decide(engine, [Decision(each, "perceived_value") for each in current(engine, name)], coder="a", when="2026")
    named = "(SELECT no FROM construct_report AS c WHERE c.study_id = p.study_id AND c.name = '{}')"
    (study,) = rows(engine, "SELECT study_id FROM construct_report WHERE name = 'social value'")
    change(engine, "INSERT INTO sample (study_id, no, label) VALUES (:study, 9, 'men')", study=study[0])
    for name in ("social value", "utilitarian value"):
        change(
            engine,
            "UPDATE path_coefficient AS p SET sample_no = 9 WHERE study_id = :study AND from_no = "
            + named.format(name),
            study=study[0],
        )
    tests = claims(engine)
    groups = tests.groupby(["source", "target"], observed=True)["sample"].agg(lambda each: sorted(set(each)))
    assert groups[("Perceived value", "Satisfaction")] == ["all"]  # one of its two tests was of men
    assert groups[("Utilitarian value", "Satisfaction")] == ["men"]  # nobody else was tested
    edge = build(tests).edges.set_index(["source", "target"]).loc[("Perceived value", "Satisfaction")]
    assert (edge["tests"], edge["samples"]) == (2, 1)


def test_an_empty_database_has_an_empty_graph(database):
    engine = connect(database)
    graph = verbs.graph(engine)
    assert (len(graph.nodes), len(graph.edges)) == (0, 0)
    engine.dispose()


def test_an_estimand_can_be_named(engine):
    with pytest.raises(UsageError, match="no effect with estimand 'partial'"):
        verbs.graph(engine, estimand="partial")
    with pytest.raises(UsageError, match="no evidence mentions 'flow'"):
        constructs_named(engine, "flow", ["Trust"])
    with pytest.raises(UsageError, match="no construct is called 'trst'"):
        constructs_named(engine, "trst", ["Trust"])
