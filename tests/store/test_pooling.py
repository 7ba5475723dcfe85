"""The effects a question is about, on both databases: comparable, turned, counted once, with every reason."""

import csv

import numpy as np
import pytest
from sqlalchemy import text

from evidence.errors import UsageError
from evidence.store.engine import connect
from evidence.store.estimates import content_id, keep, kept
from evidence.store.pooling import all_effects, effects_between, flags_on, known_with, members_of, records_of
from evidence.store.query import ask
from evidence.store.vocabulary import map_exactly
from evidence.verbs import accept_name, assess, ingest, initialise, pool, pool_all, pool_by_map

P = {"page": "7", "n_page": "3", "alpha_page": "4"}
SHEET = [
    P | {"study": "one-1", "year": "2001", "n": "203", "from": "trust", "to": "satisfaction", "r": ".40",
         "from_alpha": ".80", "to_alpha": ".90"},
    P | {"study": "one-1", "from": "trust", "to": "satisfaction", "beta": ".31", "stat_kind": "t", "stat": "4.10"},
    P | {"study": "one-1", "from": "perceived risk", "to": "satisfaction", "beta": "-.20", "p": ".010"},
    P | {"study": "two-2", "year": "2002", "n": "153", "from": "dissatisfaction", "to": "trust", "r": "-.30"},
    P | {"study": "two-2", "from": "trust", "to": "dissatisfaction", "beta": "-.25", "ci_lo": "-.41", "ci_hi": "-.09",
         "ci_level": "95%"},
    P | {"study": "three-3", "year": "2003", "n": "303", "from": "trust", "to": "satisfaction", "beta": ".45",
         "stat_kind": "F", "stat": "9.00", "p": "<.001"},
    P | {"study": "three-3", "from": "trust", "to": "satisfaction", "beta": ".44", "primary": "no"},
    P | {"study": "three-3", "from": "zeal", "to": "thrift", "r": ".20"},
    P | {"study": "three-3", "from": "trust", "to": "satisfaction", "b": ".80", "se": ".10", "effect": "total"},
]  # fmt: skip


def filled(name, folder):
    """A database with what the sheet says, mapped to the vocabulary."""
    names = list(dict.fromkeys(name for row in SHEET for name in row))
    with (folder / "sheet.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(SHEET)
    opened = connect(name)
    initialise(opened)
    assert not ingest(opened, [folder / "sheet.csv"]).failures
    with opened.begin() as connection:
        map_exactly(connection)
    return opened


@pytest.fixture
def engine(database, tmp_path):
    """A database to write to."""
    opened = filled(database, tmp_path)
    yield opened
    opened.dispose()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def reading(request, templates, tmp_path_factory):
    """One that tests only read; made once on each kind."""
    folder = tmp_path_factory.mktemp(request.param)
    for name in templates.copy(request.param, "empty", folder):
        opened = filled(name, folder)
        yield opened
        opened.dispose()


YEARS = {"one-1": 2001, "two-2": 2002, "three-3": 2003}


def fallen(engine, study, use="exclude"):
    key = ask(engine, "SELECT id FROM document WHERE year = :year", {"year": YEARS[study]}).rows[0][0]
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO editorial_status (study_id, status, use, conflict, needs_confirmation, as_of, words)"
                " VALUES (:study, 'retracted', :use, FALSE, FALSE, '2026-01-01', 'retracted')"
            ),
            {"study": key, "use": use},
        )


def trust_satisfaction(engine):
    return effects_between(engine, ["Trust"], ["Satisfaction"])


def test_correlations_come_in_either_order_and_reversed_names_are_turned(reading):
    frame = trust_satisfaction(reading)
    r = frame[frame["kind"].eq("correlation")].set_index("n")
    assert set(frame["source"]) == {"Trust"}
    assert set(frame["target"]) == {"Satisfaction"}
    assert r.loc[203, "value"] == 0.40
    assert (r.loc[153, "value"], r.loc[153, "printed"]) == (0.30, "-.30")
    assert (r.loc[153, "reversed"], r.loc[153, "reported_target"]) == (True, "dissatisfaction")
    assert r["year"].to_dict() == {203: 2001, 153: 2002}


def test_a_path_brings_what_gives_its_variance_and_what_it_is_adjusted_for(reading):
    paths = trust_satisfaction(reading).query("estimand == 'direct, standardized'").set_index("printed")
    assert paths.loc[".31", "stat"] == 4.10
    assert paths.loc[".31", "adjusted_for"] == "perceived risk"
    turned = paths.loc["-.25"]
    assert (turned["value"], turned["ci_low"], turned["ci_high"]) == pytest.approx((0.25, 0.09, 0.41))
    assert turned["adjusted_for"] == "none printed"
    f = paths.loc[".45"]
    assert np.isnan([f["stat"], f["p"]]).all()  # an F is no t, and a bound is no p


def test_paths_are_not_read_backwards(reading):
    backwards = effects_between(reading, ["Satisfaction"], ["Trust"])
    assert set(backwards["kind"]) == {"correlation"}
    assert set(backwards["source"]) == {"Satisfaction"}


def test_reliabilities_are_those_of_the_study(reading):
    row = trust_satisfaction(reading).query("kind == 'correlation' and n == 203").iloc[0]
    assert (row["rxx"], row["ryy"]) == (0.80, 0.90)


def test_the_reasons_for_holding_out_are_those_of_the_view(engine):
    """Where nothing is retracted or impossible, `held` is the view's `exclusion`: one rule in two places."""
    frame = trust_satisfaction(engine)
    sound = frame[~frame["retracted"] & ~frame["impossible"]]
    assert sound["held"].tolist() == sound["exclusion"].tolist()
    again = frame.set_index("printed").loc[".44", "held"]
    assert again == "another report of the same coefficient counts"
    fallen(engine, "three-3")
    frame = trust_satisfaction(engine).set_index("printed")
    assert frame.loc[".44", "held"] == again
    assert frame.loc[".44", "exclusion"] == "editorial status: retracted"
    assert frame.loc[".45", ["held", "retracted"]].tolist() == [None, True]


def test_the_founding_reasons_agree_too(assessed):
    engine = connect(assessed)
    found = ask(engine, "SELECT DISTINCT construct FROM mapped_construct").rows
    names = [row[0] for row in found]
    frame = effects_between(engine, names, names)
    whole = ask(engine, "SELECT COUNT(*) FROM effect").rows[0][0]
    sound = frame[~frame["retracted"] & ~frame["impossible"]]
    assert len(frame) == whole
    assert sound["held"].tolist() == sound["exclusion"].tolist()
    engine.dispose()


def test_a_name_is_a_construct_with_all_below_it_or_one_as_reported(reading):
    assert members_of(reading, "satisfaction")[0] == "Satisfaction"
    assert len(members_of(reading, "outcomes")) > 5
    assert members_of(reading, "ZEAL") == ["zeal"]
    with pytest.raises(UsageError, match="did you mean 'satisfaction'"):
        members_of(reading, "satisfction")
    with pytest.raises(UsageError, match="constructs list"):
        members_of(reading, "qqqqqqqqq")


# -- a question and its answer ---------------------------------------------------------------------------------


def test_an_answer_shows_what_hangs_on_the_retracted(engine):
    fallen(engine, "two-2")
    answers = {a.family: a for a in pool(engine, "trust", "satisfaction").answers}
    observed = answers["correlation, observed"]
    assert [(e.variant, e.effects) for e in observed.estimates] == [
        ("without retracted and impossible", 1), ("with retracted", 2),
    ]  # fmt: skip
    assert answers["direct, standardized"].estimates[1].effects == 3
    assert "total, unstandardized" in answers


def test_nothing_known_is_refused(reading):
    with pytest.raises(UsageError, match="nothing is known between 'zeal' and 'trust'"):
        pool(reading, "zeal", "trust")


def test_every_pair_agrees_with_the_question(reading):
    table = pool_all(reading, fewest=1).answer.records()
    by = {(row["source"], row["target"], row["estimand"]): row for row in table}
    asked = {a.family: a.estimates[0] for a in pool(reading, "trust", "satisfaction").answers if a.estimates}
    r, beta = asked["correlation, observed"], asked["direct, standardized"]
    row = by["Satisfaction", "Trust", "correlation, observed"]
    assert (row["samples"], row["estimate"], row["ci_low"]) == pytest.approx((2, r.estimate, r.ci_low))
    row = by["Trust", "Satisfaction", "direct, standardized"]
    assert (row["samples"], row["estimate"], row["pi_low"]) == pytest.approx((3, beta.estimate, beta.pi_low))
    assert ("thrift", "zeal", "correlation, observed") in by
    assert len(pool_all(reading).answer.rows) == 2


def test_every_effect_without_and_with_the_fallen(engine):
    fallen(engine, "three-3")
    without, both = all_effects(engine), all_effects(engine, fallen=True)
    assert (len(without), len(both)) == (5, 7)  # not the second report of the same coefficient
    assert both["retracted"].sum() == 2
    assert not without["retracted"].any()


def test_an_empty_database_has_no_pairs(database):
    engine = connect(database)
    assert len(all_effects(engine)) == 0
    assert pool_all(engine).answer.rows == ()
    assert records_of(engine, []) == {}
    engine.dispose()


def test_flags_are_in_the_words_of_the_checks(engine):
    assess(engine, as_of="2026-01-01")
    frame = trust_satisfaction(engine)
    flags = flags_on(engine, frame)
    assert {flag[0] for flag in flags} == {name for row in frame["flags"].dropna() for name in row.split(", ")}
    assert flags_on(engine, frame.head(0)) == []


# -- kept answers ----------------------------------------------------------------------------------------------


def rows_of(engine):
    return ask(engine, "SELECT * FROM estimate ORDER BY id").rows


def test_the_same_question_of_the_same_data_is_the_same_row(engine):
    frame, query = trust_satisfaction(engine), {"source": "Trust", "model": "auto"}
    key = keep(engine, query, frame, [{"a": 1}], "evidence 1")
    once = rows_of(engine)
    assert keep(engine, query, trust_satisfaction(engine), [{"a": 1}], "evidence 1") == key
    assert rows_of(engine) == once
    assert kept(engine, key[:6])["result"] == [{"a": 1}]
    assert kept(engine, key)["query"] == query


@pytest.mark.parametrize("change", ["query", "data", "software"])
def test_another_question_data_or_program_is_another_id(engine, change):
    frame, query, software = trust_satisfaction(engine), {"model": "auto"}, "evidence 1"
    before = content_id(query, frame, software)
    if change == "query":
        query = {"model": "che"}
    elif change == "data":
        fallen(engine, "one-1")
        frame = trust_satisfaction(engine)
    else:
        software = "evidence 2"
    after = content_id(query, frame, software)
    assert after[0] != before[0]
    assert (after[1] != before[1]) == (change == "data")


def test_an_unknown_id_and_one_of_several_are_refused(engine):
    frame = trust_satisfaction(engine)
    for model in ("auto", "che"):
        keep(engine, {"model": model}, frame, [], "evidence 1")
    with pytest.raises(UsageError, match="none has this id"):
        kept(engine, "%")
    with pytest.raises(UsageError, match="several begin so"):
        kept(engine, "")


def test_another_map_is_laid_over_the_default_one(engine):
    usual = trust_satisfaction(engine)
    accept_name(engine, "perceived risk", "trust", None, -1, coder="ann", map="broad")
    broad = effects_between(engine, ["Trust"], ["Satisfaction"], "broad")
    more = broad[broad["reported_source"].eq("perceived risk")]
    assert (more["value"].tolist(), more["printed"].tolist()) == ([0.20], ["-.20"])  # the opposite pole, turned
    rest = broad[~broad["reported_source"].eq("perceived risk")].reset_index(drop=True)
    assert rest.equals(usual)
    assert trust_satisfaction(engine).equals(usual)
    kept = all_effects(engine, map="broad")
    assert len(kept) == len(all_effects(engine))
    assert "Perceived risk" not in set(kept["source"].astype(str))
    answers = pool_by_map(engine, "trust", "satisfaction", ["default", "broad"], model="independent")
    used = [int(each.effects["held"].isna().sum()) for each in answers.values()]
    assert used[1] == used[0] + 1
    assert answers["broad"].query["map"] == "broad"
    assert "map" not in answers["default"].query


def test_without_a_map_each_name_stands_for_itself(reading):
    assert members_of(reading, "Dissatisfaction", "reported") == ["dissatisfaction"]
    found = effects_between(reading, ["trust"], ["dissatisfaction"], "reported")
    assert sorted(found["value"]) == [-0.30, -0.25]  # nothing is turned
    assert not found["reversed"].any()


def test_a_map_nobody_made_is_refused(reading):
    for ask_for in (lambda: members_of(reading, "trust", "brod"), lambda: all_effects(reading, map="brod")):
        with pytest.raises(UsageError, match="there is no map 'brod'"):
            ask_for()


def test_neighbours_of_a_construct_are_named_for_a_question_without_answer(reading):
    assert known_with(reading, ["Trust"]) == ["Satisfaction"]
    assert known_with(reading, ["Satisfaction"], most=1) == ["Perceived risk"]
    with pytest.raises(UsageError, match="'zeal' has effects with thrift"):
        pool(reading, "zeal", "trust")
