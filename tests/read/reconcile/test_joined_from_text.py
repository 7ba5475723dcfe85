"""What sentences add to tables: hypotheses that only they judge, effects without names, intervals of fit."""

from dataclasses import replace
from pathlib import Path as File

import pytest

from evidence.read import read
from evidence.read.partial import Findings
from evidence.records import Construct, Fit, Hypothesis, Path
from tests.read.reconcile.test_reconcile import found, n, record

STATED = ["H2", "H4a", "H4b", "H6"]


@pytest.mark.parametrize(
    ("judged", "labels"),
    [
        ("H3", ["H2", "H3", "H4a", "H4b", "H6"]),  # the paper states it in words that were not read
        ("H5", ["H2", "H4a", "H4b", "H5", "H6"]),
        ("H1", STATED),  # of another paper
        ("H7", STATED),
        ("H4", STATED),  # both halves at once
        ("H3a", STATED),
        ("H2b", STATED),
    ],
)
def test_a_judged_label_between_stated_ones_is_a_hypothesis_of_the_paper(judged: str, labels: list[str]) -> None:
    stated = [Hypothesis(label, from_="salt", to="joy", statement="Salt brings joy") for label in STATED]
    prose = Findings(hypotheses=(*map(found, stated), found(Hypothesis(judged, verdict="supported"))))
    made = {h.label: h for h in record(prose, Findings()).hypotheses}
    assert list(made) == labels
    assert judged not in made or made[judged].verdict == "supported"


def test_a_judged_label_between_those_of_a_table_counts_too() -> None:
    rows = (Hypothesis("H1", from_="Salt", to="Joy"), Hypothesis("H3", from_="Crust", to="Joy"))
    prose = Findings(hypotheses=(found(Hypothesis("H2", verdict="not supported")),))
    made = record(prose, Findings(hypotheses=tuple(map(found, rows)))).hypotheses
    assert [(h.label, h.verdict) for h in made] == [("H1", None), ("H2", "not supported"), ("H3", None)]


@pytest.mark.parametrize(("again", "source"), [("OP", "Oven pride"), ("Oven Pride", "Oven pride"), ("Salt", None)])
def test_rows_that_call_the_ends_otherwise_agree_on_them(again: str, source: str | None) -> None:
    rows = (
        Path("Oven pride", "Joy", hypothesis="H1", beta=n(".31")),
        Path(again, "Joy", hypothesis="H1", beta=n(".22"), group="Bakers"),
    )
    names = tuple(found(Construct(name)) for name in ("Oven pride", "Salt", "Joy"))
    tables = Findings(paths=tuple(map(found, rows)), constructs=names, abbreviations={"OP": "Oven pride"})
    assert record(Findings(), tables).hypotheses[0].from_ == source


@pytest.mark.parametrize(("moderator", "count"), [(None, 1), ("crust", 2)])
def test_an_interaction_without_its_factors_is_not_the_effect_of_the_hypothesis(
    moderator: str | None, count: int
) -> None:
    stated = Hypothesis("H1", from_="salt", to="joy", moderator=moderator, statement="Salt brings joy")
    said = Path("", "", hypothesis="H1", beta=n(".11"), effect="interaction")
    tables = Findings(
        paths=(found(Path("Salt", "Joy", beta=n(".31"))),), constructs=tuple(map(found, map(Construct, ("Crust",))))
    )
    prose = Findings(hypotheses=(found(stated),), paths=(found(said),))
    assert len(record(prose, tables).paths) == count


@pytest.mark.parametrize(
    ("first", "second", "where"),
    [
        (".048", None, [0]),
        (".048", ".091", [0]),
        (".071", ".048", [1]),
        (".048", ".052", []),  # either
        (".071", None, []),
    ],
)
def test_an_interval_alone_is_of_the_one_model_whose_rmsea_lies_in_it(
    first: str, second: str | None, where: list[int]
) -> None:
    rows = tuple(found(Fit(cfi=n(".95"), rmsea=n(value))) for value in (first, second) if value)
    prose = Findings(fit=(found(Fit(label="text", rmsea_lo=n(".041"), rmsea_hi=n(".060"))),))
    made = record(prose, Findings(fit=rows)).fit
    assert [i for i, fit in enumerate(made) if fit.rmsea and fit.rmsea_lo] == where
    assert len(made) == len(rows) + (not where)


def test_an_interval_beside_another_index_or_where_there_is_one_stays_by_itself() -> None:
    said = Fit(label="text", rmsea_lo=n(".041"), rmsea_hi=n(".060"))
    told = Fit(cfi=n(".95"), rmsea=n(".048"), rmsea_lo=n(".040"), rmsea_hi=n(".055"))
    assert len(record(Findings(fit=(found(said),)), Findings(fit=(found(told),))).fit) == 2
    said = Fit(label="text", cfi=n(".91"), rmsea_lo=n(".041"), rmsea_hi=n(".060"))
    told = Fit(cfi=n(".95"), rmsea=n(".048"))
    assert len(record(Findings(fit=(found(said),)), Findings(fit=(found(told),))).fit) == 2


LEADS = found(Hypothesis("H1", from_="Salt", to="Joy", statement="Salt brings joy"))


@pytest.mark.parametrize("where", ["hypothesis", "table"])
def test_a_slope_of_the_outcome_on_its_source_leads_as_all_else_does(where: str) -> None:
    told = replace(found(Path("Joy", "Salt", b=n(".31"))), either_way=True)
    row = found(Path("Salt", "Joy", beta=n(".22")))
    prose = Findings(paths=(told,), hypotheses=(LEADS,) if where == "hypothesis" else ())
    names = tuple(found(Construct(name)) for name in ("Salt", "Joy"))
    made = record(prose, Findings(paths=(row,) if where == "table" else (), constructs=names)).paths
    assert ("Salt", "Joy", ".31") in {(p.from_, p.to, str(p.b)) for p in made}
    assert not [p for p in made if p.from_ == "Joy"]


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        (Path("Joy", "Salt", b=n(".31")), (Path("Salt", "Joy", beta=n(".22")), Path("Joy", "Salt", beta=n(".12")))),
        (Path("Joy", "Salt", b=n(".31")), (Path("Joy", "Salt", beta=n(".12")),)),  # the hypothesis and the table differ
        (Path("Joy", "Salt", via="Crust", b=n(".31"), effect="indirect"), ()),
        (Path("Joy", "Salt", hypothesis="H2", b=n(".31")), ()),
        (Path("Joy", "Crust", b=n(".31")), ()),  # nothing tells of the two
    ],
)
def test_an_effect_that_something_else_also_tells_is_not_turned(told: Path, rows: tuple[Path, ...]) -> None:
    prose = Findings(paths=(replace(found(told), either_way=True),), hypotheses=(LEADS,))
    names = tuple(found(Construct(name)) for name in ("Salt", "Joy", "Crust"))
    made = record(prose, Findings(paths=tuple(map(found, rows)), constructs=names)).paths
    assert (told.from_, told.to) in {(p.from_, p.to) for p in made if str(p.b) == ".31"}


def test_an_effect_told_in_words_that_lead_one_way_is_not_turned() -> None:
    prose = Findings(paths=(found(Path("Joy", "Salt", b=n(".31"))),), hypotheses=(LEADS,))
    names = tuple(found(Construct(name)) for name in ("Salt", "Joy"))
    assert [(p.from_, p.to) for p in record(prose, Findings(constructs=names)).paths] == [("Joy", "Salt")]


def test_of_effects_told_both_ways_neither_is_turned() -> None:
    told = (found(Path("Salt", "Joy", b=n(".31"))), replace(found(Path("Joy", "Salt", b=n(".22"))), either_way=True))
    names = tuple(found(Construct(name)) for name in ("Salt", "Joy"))
    made = record(Findings(paths=told, hypotheses=(LEADS,)), Findings(constructs=names)).paths
    assert {(p.from_, p.to, str(p.b)) for p in made} == {("Salt", "Joy", ".31"), ("Joy", "Salt", ".22")}


DRAWN = "Table 1. Path coefficients\n\n| Path | β | t |\n|---|---|---|\n| Salt → Joy | .22 | 3.1 |\n| Rye → Joy | .12 | 2.1 |"


def led(folder: File, lead: str, sentence: str) -> set[tuple[str, str]]:
    """The ends of what a sentence tells with .31, in a paper that leads from salt to joy."""
    file = folder / "bread.md"
    file.write_text(f"# On bread\n\n## Hypotheses\n\n{lead}\n\n## Results\n\n{sentence}\n")
    (made,) = read(file)
    return {(p.from_.lower(), p.to.lower()) for p in made.paths if (p.beta or p.b) == ".31"}


@pytest.mark.parametrize("lead", [DRAWN, "H1: Salt raises joy through calm."])
@pytest.mark.parametrize(
    "sentence",
    [
        "Joy was related to salt (β = .31).",
        "Joy was positively associated with salt (β = .31).",
        "The relationship between joy and salt was strong (β = .31).",
        "Joy was linked to salt (β = .31).",
        "Joy was tied to salt (β = .31).",
        "Joy went along with salt (β = .31).",
        "Joy was related to salt among men (β = .31), but not among women (β = .02).",
    ],
)
def test_words_that_leave_the_direction_open_lead_as_all_else_does(tmp_path: File, lead: str, sentence: str) -> None:
    assert led(tmp_path, lead, sentence) == {("salt", "joy")}


@pytest.mark.parametrize("lead", [DRAWN, "H1: Salt raises joy through calm."])
@pytest.mark.parametrize(
    "sentence",
    [
        "Joy predicted salt (β = .31).",
        "Joy raised salt (β = .31).",
        "The reverse effect of joy on salt was weak (β = .31).",
        "Joy at time 1 was related to salt at time 2 (β = .31).",
        "In the alternative model, joy was related to salt (β = .31).",
        "Joy was, in turn, related to salt (β = .31).",
        "In a feedback loop, joy was related to salt (β = .31).",
        "Joy raised salt among men (β = .31), but not among women (β = .02).",
    ],
)
def test_words_that_tell_the_direction_lead_where_they_say(tmp_path: File, lead: str, sentence: str) -> None:
    ((start, end),) = led(tmp_path, lead, sentence)
    assert (start.split()[0], end.split()[0]) == ("joy", "salt")


def test_words_that_leave_the_direction_open_lead_as_they_stand_where_nothing_else_does(tmp_path: File) -> None:
    assert led(tmp_path, "Bread is old.", "Joy was related to salt (β = .31).") == {("joy", "salt")}


def test_two_readings_of_the_same_figure_do_not_tell_an_effect_both_ways() -> None:
    told = (Path("Salt", "Joy", beta=n(".31")), Path("Joy", "Salt", beta=n(".31")))
    first, second = (replace(found(p), spans={"beta": (200, 203)}) for p in told)
    names = tuple(found(Construct(name)) for name in ("Salt", "Joy"))
    prose = Findings(paths=(first, replace(second, either_way=True)), hypotheses=(LEADS,))
    assert {(p.from_, p.to) for p in record(prose, Findings(constructs=names)).paths} == {("Salt", "Joy")}
