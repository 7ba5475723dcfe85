"""Matrices come from the database as printed, one per sample, and what cannot be used is said by name."""

import math

import pytest
from sqlalchemy import text

from evidence import verbs
from evidence.errors import InputError, UsageError
from evidence.pooling.masem import stage1
from evidence.store.engine import connect
from evidence.store.mappings import Decision, current, decide
from evidence.store.matrices import gather
from tests.store.matrix_studies import CELLS, four, stored, study

MODEL = "satisfaction ~ trust; repurchase_intention ~ satisfaction + trust".replace(";", "\n")
VARIABLES = ["trust", "satisfaction", "repurchase_intention"]


@pytest.fixture
def engine(database):
    opened = connect(database)
    verbs.initialise(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def filled(engine):
    stored(engine, *four())
    verbs.assess(engine, as_of="2026-01-01")
    return engine


def test_matrices_are_those_that_are_printed(filled):
    found = gather(filled, VARIABLES)
    assert sorted(found.n) == sorted(float(n) for n, _ in CELLS)
    assert (found.kind, found.notes) == ("observed", ())
    by_n = dict(zip(found.n, found.matrices.values(), strict=True))
    for n, (a, b, c) in CELLS:
        matrix = by_n[n]
        assert matrix.loc["satisfaction", "trust"] == float(a)
        assert matrix.loc["trust", "repurchase_intention"] == float(b)
        assert matrix.loc["repurchase_intention", "satisfaction"] == float(c)


def test_the_fit_is_that_of_the_same_matrices_by_hand(filled):
    found = gather(filled, VARIABLES)
    expected = stage1(found.matrices, found.n, "REM")
    sections, scripts, done = verbs.masem(filled, MODEL)
    assert done
    by_title = {section.title: section for section in sections}
    pooled = by_title["Pooled matrix, random effects"].answer
    assert pooled.rows[0][1] == pytest.approx(expected.pooled.loc["satisfaction", "trust"])
    assert by_title["Cells"].answer.records()[0]["k"] == 4
    (indirect,) = by_title["Indirect and defined effects"].answer.records()
    paths = {row["path"]: row["est"] for row in by_title["Paths"].answer.records()}
    product = paths["satisfaction ~ trust"] * paths["repurchase_intention ~ satisfaction"]
    assert indirect["effect"] == "trust -> satisfaction -> repurchase_intention"
    assert indirect["est"] == pytest.approx(product)
    assert indirect["likelihood_low"] < product < indirect["likelihood_high"]
    assert set(scripts) == {"metasem.R", "lavaan.R", "model.txt", "cells.csv"}
    assert "tssem1" in scripts["metasem.R"]


def test_a_matrix_that_cannot_be_is_refused_by_study(filled):
    stored(filled, study(9, 250, (".95", "-.90", ".90")))
    verbs.assess(filled, as_of="2026-01-01")
    with filled.connect() as connection:
        label = connection.execute(text("SELECT label FROM study WHERE label LIKE 'author9%'")).scalar()
    with pytest.raises(InputError, match=f"{label}: the correlation matrix is not positive definite"):
        verbs.masem(filled, MODEL, held_out=True)


def test_cells_that_nobody_measured_are_shown_and_what_remains(engine):
    stored(engine, study(1, 200, (".4",), ("trust", "satisfaction")), study(2, 300, (".5",), ("trust", "loyalty")))
    verbs.assess(engine, as_of="2026-01-01")
    sections, scripts, done = verbs.masem(engine, "loyalty ~ satisfaction + trust")
    assert not done
    cells = next(s for s in sections if s.title == "Cells").answer.records()
    assert [row["k"] for row in cells] == [0, 1, 1]
    assert {cells[0]["x"], cells[0]["y"]} == {"satisfaction", "loyalty"}
    why = sections[-1].remark
    assert "1 of 3 correlations were measured by no study" in why
    assert "Every pair was measured by some study for: " in why
    assert "metasem.R" not in scripts


def test_unlike_correlations_are_not_mixed(filled):
    stored(filled, study(7, 150, (".6", ".5", ".7"), kind="latent-same-model"))
    verbs.assess(filled, as_of="2026-01-01")
    assert len(gather(filled, VARIABLES).matrices) == 4
    assert "1 studies print latent correlations" in gather(filled, VARIABLES).notes[0]
    latent = gather(filled, VARIABLES, kind="latent")
    assert (latent.kind, latent.n) == ("latent", [150.0])


def test_a_reversed_name_turns_its_correlations(filled):
    (one, *_) = current(filled, "trust")
    decide(filled, [Decision(one, "trust", -1)], coder="ann", when="2026-01-01")
    found = gather(filled, VARIABLES)
    signs = {name: math.copysign(1, matrix.loc["trust", "satisfaction"]) for name, matrix in found.matrices.items()}
    assert [name for name, sign in signs.items() if sign < 0] == [one.study]


def test_two_names_of_one_construct_are_averaged_and_a_sample_without_size_is_left_out(engine):
    names = ("trust", "credibility trust", "satisfaction")
    stored(engine, study(1, 200, (".8", ".4", ".6"), names), study(2, None, (".4", ".3", ".5")))
    verbs.assess(engine, as_of="2026-01-01")
    decide(engine, [Decision(current(engine, "credibility trust")[0], "trust")], coder="ann", when="2026-01-01")
    found = gather(engine, VARIABLES)
    (matrix,) = found.matrices.values()
    assert matrix.loc["trust", "satisfaction"] == pytest.approx(0.5)
    assert any("2 correlations of satisfaction with trust averaged" in note for note in found.notes)
    assert any("left out, its sample size is not known" in note for note in found.notes)


def test_retracted_evidence_is_held_out_unless_asked_for(filled):
    with filled.begin() as connection:
        key = connection.execute(text("SELECT id FROM study WHERE label LIKE 'author0%'")).scalar()
        connection.execute(
            text("UPDATE editorial_status SET status = 'retracted', use = 'exclude' WHERE study_id = :key"),
            {"key": key},
        )
    found = gather(filled, VARIABLES)
    assert len(found.matrices) == 3
    assert "3 correlations held out (editorial status: retracted)" in found.notes[0]
    assert len(gather(filled, VARIABLES, held_out=True).matrices) == 4


def test_a_name_nobody_knows_is_refused_with_the_nearest(filled):
    with pytest.raises(UsageError, match=r"names 'satisfacton'.*did you mean"):
        gather(filled, ["trust", "satisfacton"])
    with pytest.raises(UsageError, match="no correlation between the variables"):
        verbs.masem(filled, "flow ~ hedonic_value")
    with pytest.raises(UsageError, match="there is no map 'brod'"):
        gather(filled, VARIABLES, map="brod")


def test_model_implied_matrices_come_only_when_asked_for(assessed):
    founded = connect(assessed)
    with pytest.raises(UsageError, match="no correlation between the variables"):
        verbs.masem(founded, "customer_engagement ~ perceived_value")
    with pytest.raises(UsageError, match="a path is printed without its coefficient"):
        verbs.masem(founded, "customer_engagement ~ perceived_value", implied=True, held_out=True)
    with founded.begin() as connection:
        connection.execute(
            text(
                "UPDATE path_coefficient SET beta = '.05', beta_value = .05 WHERE beta IS NULL AND is_primary IS TRUE"
                " AND study_id IN (SELECT id FROM study WHERE label LIKE 'cao%')"
            )
        )
    sections, _, _ = verbs.masem(
        founded, "customer_engagement ~ perceived_value", implied=True, held_out=True, pooling="FEM"
    )
    notes = next(s for s in sections if s.title == "What was left out or joined").answer.rows
    told = " ".join(note for (note,) in notes)
    assert "correlations implied by its printed model" in told or "explain more than all of it" in told
    founded.dispose()
