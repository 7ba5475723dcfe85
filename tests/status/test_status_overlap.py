"""One study printed twice, two models of one sample, and studies that have nothing to do with each other."""

import copy
import json
import random
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from status_cases import SHARED, shared_json

from evidence.status import overlap
from evidence.status.cells import Cell, cells, items, size


def test_shared_pairs() -> None:
    """Reads the reports of ../shared/integrity/vectors and status-pairs.json; skipped where they are absent."""
    pairs = shared_json("integrity", "vectors", "status-pairs.json")
    reports = {
        p.stem: shared_json("integrity", "vectors", p.name).get("report")
        for p in SHARED.glob("integrity/vectors/*.json")
    }
    for pair in pairs.get("cases", pairs.get("pairs")):
        expected = pair["relation"] if pair["relation"] in ("same-results", "same-sample") else "none"
        a, b = reports[pair["a"]], reports[pair["b"]]
        assert overlap(a, b).relation == overlap(b, a).relation == expected, (pair, overlap(a, b).reasons)


def study(seed: int = 1, n: int = 312, decimals: int = 3, constructs: int = 4) -> dict[str, Any]:
    """A report of invented numbers: the same seed is the same study, printed to so many decimals."""
    chance = random.Random(seed)

    def number(low: float, high: float) -> str:
        value = Decimal(repr(round(chance.uniform(low, high), 9)))
        return str(value.quantize(Decimal(10) ** -decimals, ROUND_HALF_UP))

    names = [f"C{i}" for i in range(constructs)]
    women = {"label": "f", "count": str(chance.randint(90, 200))}
    groups = {"n1": "100", "m1": number(2, 5), "sd1": number(0.5, 1.5)}
    pairs = [[number(0.1, 0.7) for _ in range(i)] for i in range(constructs)]
    return {
        "sample": {"n": str(n), "groups": [{"variable": "gender", "cells": [women]}]},
        "descriptives": [{"name": name, "mean": number(2, 6), "sd": number(0.5, 1.5)} for name in names],
        "constructs": [
            {
                "name": name,
                "alpha": number(0.7, 0.95),
                "loadings": [{"item": f"{name}{i}", "loading": number(0.5, 0.95)} for i in range(3)],
            }
            for name in names
        ],
        "correlations": {"names": names, "kind": "observed", "lower": [[*row, "1"] for row in pairs]},
        "htmt": {"names": names, "lower": [[number(0.1, 0.8) for _ in row] for row in pairs]},
        "fit": [{"n": str(n), "chi2": number(100, 900), "df": str(chance.randint(40, 90)), "cfi": number(0.9, 0.99)}],
        "paths": [
            {"from": names[0], "to": names[1], "beta": number(-0.6, 0.6), "p": "<.001"},
            {"from": names[1], "to": names[2], "beta": number(0, 1)},
        ],
        "structural": [{"outcome": names[1], "r2": number(0.1, 0.6), "vif": {names[0]: number(1, 3)}}],
        "effects": [{"from": names[0], "via": names[1], "to": names[2], "indirect": number(0, 0.4)}],
        "tests": [{"kind": "t", "stat": number(0, 4), "df2": str(n - 2), "summary": groups}],
        "fsqca": {
            "outcome": "Y",
            "solution_coverage": number(0.3, 0.9),
            "configs": [{"terms": "a*b", "consistency": number(0.8, 0.99)}],
        },
    }


@given(st.integers(0, 10_000), st.integers(2, 4), st.integers(2, 4))
def test_the_same_study_in_any_rounding_is_found(seed: int, decimals_a: int, decimals_b: int) -> None:
    told = overlap(study(seed, decimals=decimals_a), study(seed, decimals=decimals_b))
    assert told.relation == "same-results", told.reasons
    assert told.reasons[1].startswith("expected chance matches ")


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_other_studies_are_not_merged_even_with_the_same_n_and_items(a: int, b: int) -> None:
    told = overlap(study(a), study(b))
    assert told.relation == ("same-results" if a == b else "none")
    assert overlap(study(a), study(b, n=313)).relation == ("same-sample" if a == b else "none")
    assert told == overlap(study(a), study(b))
    assert overlap(study(b), study(a)).relation == told.relation


def test_expected_chance_matches_are_far_below_one() -> None:
    chance = float(overlap(study(), study(decimals=2)).reasons[1].removeprefix("expected chance matches "))
    assert 0 < chance < 1e-20


def renamed(report: dict[str, Any]) -> dict[str, Any]:
    """The same numbers under other names, as in a second publication."""
    text = json.dumps(report)
    for i in range(4):
        text = text.replace(f'"C{i}', f'"Other{i}')
    changed: dict[str, Any] = json.loads(text)
    return changed


def test_the_same_numbers_under_other_names_are_found() -> None:
    told = overlap(study(decimals=3), renamed(study(decimals=2)))
    assert told.relation == "same-results"
    assert "under other names" in told.reasons[0]
    assert overlap(study(1), renamed(study(2))).relation == "none"


def test_one_value_that_differs_makes_it_another_print() -> None:
    other = copy.deepcopy(study())
    other["fit"][0]["cfi"] = "0.500"  # a value of the model: perhaps another estimator
    assert overlap(study(), other).relation == "same-sample"
    other["descriptives"][0]["mean"] = "6.9"
    told = overlap(study(), other)
    assert told.relation == "same-sample"  # a correction or a typing error among so many that agree
    assert told.reasons[1].startswith("50 of 52 cells agree within rounding")


def test_a_contradiction_among_few_values_is_another_sample() -> None:
    other = {key: value for key, value in study().items() if key in ("sample", "descriptives", "constructs")}
    for row in other["descriptives"]:
        row["mean"] = "6.9"
    told = overlap(study(), other)
    assert told.relation == "none"
    assert told.reasons == ("n = 312 in both, but 4 sample values differ, first descriptives c0 mean",)


def test_the_same_numbers_under_another_n_are_told() -> None:
    told = overlap(study(), study() | {"sample": {"n": "321"}})
    assert told.relation == "same-sample"
    assert told.reasons[0] == "n differs: 312 and 321"
    few = {key: value for key, value in study().items() if key in ("sample", "descriptives")}
    assert overlap(study(n=300), few).relation == "none"


def test_other_paths_are_another_model_of_the_sample() -> None:
    other = study()
    del other["paths"]
    told = overlap(study(), other)
    assert told.relation == "same-sample"
    assert told.reasons[:2] == ("n = 312 in both", "12 items in common of 12 and 12")
    assert told.reasons[2].startswith("22 sample values agree")


def bare(
    n: str | None = "312", asked: int = 0, document: dict[str, Any] | None = None, **sample: str
) -> dict[str, Any]:
    loadings = [{"item": f"PU{i}"} for i in range(asked)]
    return {
        "document": document or {},
        "sample": {"n": n, **sample},
        "constructs": [{"name": "PU", "loadings": loadings}],
    }


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (bare(asked=4), bare(asked=4), "same-sample"),
        (bare(asked=5), bare(asked=9), "same-sample"),
        (bare(asked=3), bare(asked=3), "none"),  # three item names are no evidence
        (bare(), bare(), "none"),
        (bare(asked=4), bare("313", asked=4), "none"),
        (bare(None, asked=4), bare(asked=4), "none"),
        (bare(document={"authors": ["Lee, K."]}), bare(document={"authors": ["K Lee"]}), "same-sample"),
        (
            bare(document={"authors": ["Lee, K."]}, country="Chile"),
            bare(document={"authors": ["K Lee"]}, country="Peru"),
            "none",
        ),
        (bare(document={"authors": ["Lee, K."]}), bare(document={"authors": ["A Smith"]}), "none"),
        (bare(document={"doi": "10.5555/a"}), bare("5", document={"doi": "https://doi.org/10.5555/A"}), "same-results"),
        ({}, {}, "none"),
    ],
)
def test_what_little_evidence_says(a: dict[str, Any], b: dict[str, Any], expected: str) -> None:
    assert overlap(a, b).relation == overlap(b, a).relation == expected


def test_reports_without_n_may_still_print_the_same_numbers() -> None:
    a, b = study(), study(decimals=2)
    for report in (a, b):
        del report["sample"]["n"]
        del report["fit"][0]["n"]
    assert overlap(a, b).relation == "same-results"
    assert overlap(a, renamed(b)).reasons == ("n is not reported by both",)  # names and n both missing is too little


def test_raw_and_standardised_alpha_differ_by_right() -> None:
    a, b = bare(asked=4), bare(asked=4)
    a["constructs"][0] |= {"alpha": ".80", "alpha_kind": "raw"}
    b["constructs"][0] |= {"alpha": ".83", "alpha_kind": "standardised"}
    assert overlap(a, b).relation == "same-sample"
    b["constructs"][0]["alpha_kind"] = "raw"
    assert overlap(a, b).relation == "none"


def test_cells_keep_the_interval_of_their_digits() -> None:
    (cell,) = cells({"descriptives": [{"name": "Trust", "mean": "3.50"}]})
    assert (cell.key, cell.low, cell.high, cell.kind) == (("descriptives", "trust", "", "mean"), 3.495, 3.505, "sample")
    assert cell.informative
    assert list(cells({"paths": [{"from": "a", "to": "b", "p": "<.001", "beta": "n.s."}]})) == []
    assert not Cell((), (), -0.005, 0.005, "model", 0.8).informative  # 0.00 is printed by many
    (percent,) = cells({"sample": {"groups": [{"variable": "g", "cells": [{"label": "f", "percent": "70.45%"}]}]}})
    assert (percent.low, percent.high) == (70.445, 70.455)


def test_items_and_size_from_what_is_printed() -> None:
    assert items({"paths": [{"from": "Age", "to": "Use"}], "descriptives": [{"name": "Trust"}]}) == {
        "age",
        "use",
        "trust",
    }
    assert size({"sample": {"valid": "1,200"}}) == 1200
    assert size({"fit": [{"n": "75"}]}) == 75
    assert size({}) is None
