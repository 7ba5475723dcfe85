"""What tables say beside their names: waves and figures in headings, intervals in rows, groups, ways round."""

import pytest

from evidence.read.markdown import READER
from evidence.read.tables.header import heading, is_qualifier
from evidence.read.tables.view import named
from evidence.read.understanding import understand
from evidence.records import Record

PAPER = "# Why bakers stay: a survey\n\nAda Cole\n\n## Method\n\nWe asked 240 bakers.\n\n## Results\n\nWords.\n\n{}\n\n## Discussion\n\nThis is all.\n"


def record(table: str) -> Record:
    return understand(READER.to_source(PAPER.format(table).encode()))[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Joy (wave 1; α = .75)", "Joy (wave 1)"),
        ("Joy: mean = 3.74, s.d. = 0.97", "Joy"),
        ("Joy (M = 3.74, SD = 0.97)", "Joy"),
        ("Joy (T1)", "Joy (T1)"),
        ("Joy (within)", "Joy (within)"),
        ("Joy (bakery mean)", "Joy (bakery mean)"),
        ("Joy (mean 3.4)", "Joy"),
        ("Mean time to rise", "Mean time to rise"),
    ],
)
def test_names_without_what_is_said_of_them(text: str, name: str) -> None:
    assert named(text) == (name, None)


def test_a_scale_of_a_wave_sets_no_values_apart() -> None:
    assert is_qualifier("Joy (wave 1; α = .75)") is None
    assert is_qualifier("Wave 1 (n = 240)") == "group"


@pytest.mark.parametrize(
    "text",
    [
        "RMSEA with 90% confidence interval",
        "Root mean square error of approximation (RMSEA), 90% CI",
        "RMSEA and 90% confidence limits",
    ],
)
def test_an_index_with_its_interval(text: str) -> None:
    assert heading(text).statistics == ("rmsea", "ci")


def test_words_with_others_are_no_index_with_an_interval() -> None:
    assert heading("Joy with 90% confidence interval").statistics == ()


ITEMS = """Table 1. Items and standardized loadings

| Construct and item | M | SD | λ |
|---|---|---|---|
| Joy (Wave 1; α = .75) | | | |
| I often wake up with joy | 2.73 | 1.19 | .70 |
| My ovens are a source of joy | 2.91 | 1.21 | .77 |
| Frost (Wave 2; α = .81) | | | |
| At the end there is no flour | 2.94 | 1.23 | .82 |
| I worry about the frost | 3.07 | 1.27 | .80 |
"""


def test_items_stand_under_scales_named_with_their_wave() -> None:
    assert [(c.name, str(c.alpha), len(c.loadings)) for c in record(ITEMS).constructs] == [
        ("Joy", ".75", 2),
        ("Frost", ".81", 2),
    ]


GROUPS = """Table 2. Regression of joy in two groups of bakers

|       | Young bakers |      |      | Old bakers |      |      |
|-------|------|------|------|------|------|------|
|       | B    | SE   | p    | B    | SE   | p    |
| Salt  | 0.31 | 0.04 | .001 | 0.11 | 0.05 | .028 |
| Crust | 0.22 | 0.04 | .002 | 0.12 | 0.05 | .017 |
| Frost | 0.13 | 0.04 | .003 | 0.13 | 0.05 | .009 |
"""


def test_headings_of_several_groups_are_no_outcomes() -> None:
    assert {(p.to.lower(), p.group) for p in record(GROUPS).paths} == {("joy", "Young bakers"), ("joy", "Old bakers")}
    outcomes = GROUPS.replace("Regression of joy in two groups of bakers", "Regressions").replace("Young bakers", "Joy")
    assert {p.to for p in record(outcomes.replace("Old bakers", "Calm")).paths} == {"Joy", "Calm"}


WAYS = """Table 3. Indirect effects of salt on joy

| Mediator(s)   | Estimate | SE   | Lower | Upper |
|---------------|----------|------|-------|-------|
| Crust         | 0.13     | 0.04 | 0.06  | 0.21  |
| Calm          | 0.06     | 0.03 | 0.02  | 0.11  |
| Crust → Calm  | 0.09     | 0.02 | 0.05  | 0.13  |
"""


def test_mediators_drawn_one_after_the_other_are_the_way_round() -> None:
    effects = {(p.from_.lower(), p.to.lower(), (p.via or "").lower()) for p in record(WAYS).paths}
    assert ("salt", "joy", "crust; calm") in effects
    assert not any(start == "crust" for start, _, _ in effects)


def test_a_path_that_begins_with_the_source_is_drawn_whole() -> None:
    whole = WAYS.replace("| Crust → Calm  |", "| Salt → Crust → Joy |").replace(
        "| Crust         |", "| Salt → Calm → Joy |"
    )
    assert {(p.from_, p.via) for p in record(whole).paths} >= {("Salt", "Crust"), ("Salt", "Calm")}


LEVELS = """H1: Crust mediates the effect of salt on joy.

Table 4. Conditional indirect effects at levels of warmth

| Warmth        | Effect | Boot SE | LLCI  | ULCI  |
|---------------|--------|---------|-------|-------|
| Low (−1 SD)   | 0.223  | 0.049   | 0.127 | 0.320 |
| Mean          | 0.228  | 0.033   | 0.163 | 0.293 |
| High (+1 SD)  | 0.233  | 0.041   | 0.153 | 0.313 |
"""


def test_indirect_effects_at_levels_are_those_of_the_one_mediation_that_is_hypothesised() -> None:
    effects = [(p.from_.lower(), (p.via or "").lower(), p.to.lower(), p.group) for p in record(LEVELS).paths]
    assert effects == [("salt", "crust", "joy", level) for level in ("Low (-1 SD)", "Mean", "High (+1 SD)")]
    two = LEVELS.replace("H1: Crust", "H2: Calm mediates the effect of salt on joy.\n\nH1: Crust")
    assert not any(p.via and p.group for p in record(two).paths)


@pytest.mark.parametrize(
    "caption",
    [
        "Indirect Associations of Salt With Joy via Crust",
        "Indirect relation of salt to joy through crust",
        "Indirect effects of salt on joy through crust",
    ],
)
def test_what_indirect_associations_are_of(caption: str) -> None:
    table = f"Table 4. {caption}\n\n| Effect | Estimate | SE |\n|---|---|---|\n| Indirect effect | .21 | .04 |\n| Direct effect | .11 | .05 |\n"
    found = {(p.from_.lower(), (p.via or "").lower(), p.to.lower(), str(p.beta or p.b)) for p in record(table).paths}
    assert ("salt", "crust", "joy", ".21") in found
    with_support = table.replace(caption, "Effects of salt with care on joy")
    assert not any(p.to.lower() == "care on joy" for p in record(with_support).paths)


def test_scales_told_apart_in_a_bracket_stay_apart() -> None:
    assert named("Warmth (oven; α = .91)") == ("Warmth (oven)", None)
    assert named("Rising time (ristim)") == ("Rising time", "ristim")
    assert named("Warmth (grand-mean centered)") == ("Warmth", None)


def test_ends_in_short_are_no_mediators() -> None:
    short = WAYS.replace("| Crust         |", "| SA → CR → JO  |").replace("| Calm          |", "| SA → CA → JO  |")
    assert not any("SA" in (p.via or "") for p in record(short).paths)


def test_levels_of_another_mediation_are_not_those_of_the_hypothesised_one() -> None:
    other = LEVELS.replace("Conditional indirect effects at", "Conditional indirect effects of frost via pride at")
    assert not any((p.via or "").lower() == "crust" for p in record(other).paths)


APART = """Table 2. Reliability

| Scale         | α   | CR  | AVE |
|---------------|-----|-----|-----|
| Warmth (oven) | .91 | .92 | .70 |
| Warmth (room) | .88 | .90 | .65 |
| Joy           | .80 | .82 | .60 |
"""


def test_scales_that_differ_in_their_brackets_are_two() -> None:
    assert [(c.name, c.abbreviation, str(c.alpha)) for c in record(APART).constructs] == [
        ("Warmth (oven)", None, ".91"),
        ("Warmth (room)", None, ".88"),
        ("Joy", None, ".80"),
    ]
