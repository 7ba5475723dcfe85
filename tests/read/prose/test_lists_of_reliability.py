"""Reliabilities in lists, below run-in headings and behind items counted in words; outcomes set over their predictors."""

from pathlib import Path

import pytest

from evidence.read import read
from evidence.read.prose.reliability.reliabilities import reliabilities
from evidence.records import Record
from tests.read.prose.test_numbers import said


def record_of(tmp_path: Path, body: str) -> Record:
    file = tmp_path / "bread.md"
    file.write_text(f"# On bread\n\n## Measures\n\n{body}\n")
    (record,) = read(file)
    return record


LISTS = [
    "Cronbach's alphas were .81, .84 and .79 for crust, smell and price, respectively; composite reliabilities were, in the same order, .86, .88 and .83.",
    "Alpha values were .81, .84, and .79 for crust, smell, and price, respectively; CRs were .86, .88, and .83 for crust, smell, and price, respectively.",
]


@pytest.mark.parametrize("said", LISTS)
def test_values_before_their_constructs(tmp_path: Path, said: str) -> None:
    found = {c.name.lower(): (c.alpha, c.cr) for c in record_of(tmp_path, said).constructs}
    assert found == {"crust": (".81", ".86"), "smell": (".84", ".88"), "price": (".79", ".83")}


ENDS = {"salt": ".71", "crust": ".83"}


@pytest.mark.parametrize(
    ("said", "statistic"),
    [
        ("The CRs ranged from .71 (salt) to .83 (crust).", "cr"),
        ("Cronbach's alphas ranged from .71 for salt to .83 for crust.", "alpha"),
        ("Reliabilities were between .71 (salt) and .83 (crust).", "alpha"),
        ("Construct reliabilities ranged from .71 (for salt) to .83 (for crust).", "cr"),
        ("AVEs ranged from .71 (salt) to .83 (crust).", "ave"),
    ],
)
def test_the_ends_of_a_range_are_of_the_constructs_beside_them(tmp_path: Path, said: str, statistic: str) -> None:
    found = record_of(tmp_path, said).constructs
    assert {c.name: getattr(c, statistic) for c in found} == ENDS
    assert not any(getattr(c, other) for c in found for other in {"alpha", "cr", "ave"} - {statistic})


@pytest.mark.parametrize(
    "said",
    [
        "The square roots of the AVE ranged from .71 (salt) to .83 (crust).",
        "Correlations ranged from .71 (salt) to .83 (crust).",
        "Composite reliabilities ranged from .71 to .83.",
    ],
)
def test_the_ends_of_another_range_are_no_reliability(tmp_path: Path, said: str) -> None:
    assert not record_of(tmp_path, said).constructs


@pytest.mark.parametrize(
    "said",
    [
        "Reliability was satisfactory for crust (.86), salt (.88) and joy (.79).",
        "The scale reliabilities were satisfactory: crust (.86), salt (.88), joy (.79).",
    ],
)
def test_bare_reliability_is_taken_for_alpha(tmp_path: Path, said: str) -> None:
    found = {c.name: (c.alpha, c.cr) for c in record_of(tmp_path, said).constructs}
    assert found == {"crust": (".86", None), "salt": (".88", None), "joy": (".79", None)}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Four items captured crust (α = .87).", {"crust": ".87"}),
        ("Five items that covered crust joy (α = .87) were used.", {"crust joy": ".87"}),
        ("Four items captured crust (e.g., 'It is brown'; α = .87).", {"crust": ".87"}),
        ("We used four items that measured crust (Roe, 2001; α = .87).", {"crust": ".87"}),
        ("Four items captured joy (α = .87), and two statements gauged salt (α = .71).", {"joy": ".87", "salt": ".71"}),
    ],
)
def test_what_items_capture_is_the_construct(tmp_path: Path, said: str, expected: dict[str, str]) -> None:
    assert {c.name: c.alpha for c in record_of(tmp_path, said).constructs} == expected


def test_values_without_constructs_are_nobodys(tmp_path: Path) -> None:
    assert not record_of(tmp_path, "Composite reliabilities were .86, .88 and .83, respectively.").constructs


def test_an_alpha_below_a_run_in_heading(tmp_path: Path) -> None:
    body = (
        "*Crust.* Four items asked how often buyers look at the crust (α = .83).\n\n"
        "*Smell.* Three items of the bread scale were used. The internal consistency was good (α = .78)."
    )
    found = {c.name: c.alpha for c in record_of(tmp_path, body).constructs}
    assert found == {"Crust": ".83", "Smell": ".78"}


def test_items_counted_in_words(tmp_path: Path) -> None:
    body = "Buyers then reported crust joy (four items, α = .86) and price anger (five items, α = .84)."
    found = {c.name: c.alpha for c in record_of(tmp_path, body).constructs}
    assert found == {"crust joy": ".86", "price anger": ".84"}


@pytest.mark.parametrize(
    "head",
    ["Joy (R² = .31)<br>Predictor", "Joy (dependent variable)<br>Variables", "Joy; F(3, 180) = 9.1<br>Predictors"],
)
def test_the_outcome_over_its_predictors(tmp_path: Path, head: str) -> None:
    table = (
        f"Table 2. Final regression model\n\n| {head} | *b* | *SE* | *t* | *p* |\n|---|---|---|---|---|\n"
        "| Crust | 0.41 | 0.10 | 4.10 | <.001 |\n| Smell | 0.22 | 0.11 | 2.00 | .046 |\n| Price | -0.05 | 0.10 | -0.50 | .617 |"
    )
    paths = record_of(tmp_path, table).paths
    assert [(p.from_, p.to) for p in paths] == [("Crust", "Joy"), ("Smell", "Joy"), ("Price", "Joy")]


def test_a_construct_called_se_in_a_square_of_effects(tmp_path: Path) -> None:
    table = (
        "Table 5. Standardised total effects\n\n| | FC | SE | JOY | BI |\n|---|---|---|---|---|\n"
        "| JOY | .21 | .33 | .00 | .00 |\n| BI | .14 | .26 | .52 | .00 |\n| ACT | .10 | .12 | .24 | .41 |"
    )
    paths = {(p.from_, p.to, p.beta) for p in record_of(tmp_path, table).paths}
    assert {("SE", "JOY", ".33"), ("SE", "BI", ".26"), ("SE", "ACT", ".12"), ("FC", "BI", ".14")} <= paths


NAMED = "H1. Calm affects loyalty.\n\nH2. Price affects loyalty.\n\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The AVE values for calm (0.61), price (0.58) and loyalty (0.66) exceed 0.50.", {"calm": (None, None, "0.61"), "price": (None, None, "0.58"), "loyalty": (None, None, "0.66")}),
        ("Composite reliability was .91 for calm and .84 for loyalty; all were good.", {"calm": (None, ".91", None), "loyalty": (None, ".84", None)}),
        ("We assessed calm with the CS-9. The scale has nine items. Internal consistency was good (α = .93).", {"calm": (".93", None, None)}),
        ("To measure calm, nine items were used. The scale showed good reliability (α = .93).", {"calm": (".93", None, None)}),
        ("Calm was measured with nine items. A shorter version has been shown to be reliable (α = .90; Wu et al., 2011).", {}),
        ("Nothing is said of whom. The scale showed good reliability (α = .92).", {}),
    ],
)  # fmt: skip
def test_statistics_of_the_measure_that_is_described(
    tmp_path: Path, said: str, expected: dict[str, tuple[str | None, ...]]
) -> None:
    record = record_of(tmp_path, NAMED + said)
    found = {c.name.lower(): (c.alpha, c.cr, c.ave) for c in record.constructs if c.alpha or c.cr or c.ave}
    assert found == expected


def test_names_in_capitals_are_constructs_beside_a_phrase(tmp_path: Path) -> None:
    told = record_of(tmp_path, "Cronbach's alpha was .89 for Loneliness, .86 for Dough attachment and .90 for Calm.")
    assert {c.name: c.alpha for c in told.constructs} == {"Loneliness": ".89", "Dough attachment": ".86", "Calm": ".90"}
    assert not record_of(
        tmp_path, "We asked 200 bakers. Cronbach's alpha was .89 for Norway and .86 for Spain."
    ).constructs


def test_values_in_the_order_of_those_before_them(tmp_path: Path) -> None:
    text = (
        "Composite reliability was .94 for humour, .92 for oven joy, and .90 for crust; the average variance "
        "extracted amounted to .61, .58, and .52, respectively."
    )
    assert [(c.name, c.cr, c.ave) for c in record_of(tmp_path, text).constructs] == [
        ("humour", ".94", ".61"),
        ("oven joy", ".92", ".58"),
        ("crust", ".90", ".52"),
    ]


@pytest.mark.parametrize(
    ("said", "statistic"),
    [
        ("Consistency was good, with composite reliabilities of .71 for salt and .83 for crust.", "cr"),
        ("The AVE values were .71 for the salt and .83 for the crust, thus above .50.", "ave"),
    ],
)
def test_a_value_before_each_name(tmp_path: Path, said: str, statistic: str) -> None:
    found = record_of(tmp_path, said).constructs
    assert {c.name: getattr(c, statistic) for c in found} == ENDS


@pytest.mark.parametrize("head", ["Measures", "Instruments", "2 Participants", "Procedures"])
def test_parts_of_the_method_are_own_work_without_a_heading_over_them(tmp_path: Path, head: str) -> None:
    file = tmp_path / "bread.md"
    body = "Cronbach's alpha was .71 for salt and .83 for crust, as in Doe (2010)."
    file.write_text(
        f"# On bread\n\n## Introduction\n\nH1: Salt raises joy.\n\n## {head}\n\n{body}\n\n## Results\n\nNone.\n"
    )
    (record,) = read(file)
    assert {c.name: c.alpha for c in record.constructs} == ENDS


def figures(text: str) -> list[tuple[object, ...]]:
    found = [f.value for f in reliabilities(said(text, section="Measures"))]
    return [(c.name, c.alpha, c.cr, c.ave) for c in found]


@pytest.mark.parametrize("named", ["joy = .61; calm = .66", "joy = .61; and calm = .66", "joy = .61 and calm = .66"])
def test_values_behind_their_names_in_the_bracket_of_one_statistic(named: str) -> None:
    assert figures(f"All AVE values exceeded .50 ({named}).") == [
        ("joy", None, None, ".61"),
        ("calm", None, None, ".66"),
    ]


@pytest.mark.parametrize(
    "both",
    [
        "The CR and AVE values were high",
        "All CRs and AVEs were high",
        "The AVE and the composite reliability were high",
        "Alphas or correlations were high",
    ],
)
def test_values_in_the_bracket_of_two_statistics_are_of_neither(both: str) -> None:
    assert figures(f"{both} (joy = .61; calm = .66).") == []


@pytest.mark.parametrize("head", ["Note", "Notes", "Scales", "Measures", "Procedure", "Participants", "Examples"])
def test_a_word_before_a_colon_that_only_leads_up_is_no_construct(head: str) -> None:
    assert head not in [name for name, *_ in figures(f"{head}: The scale had seven items (α = .71).")]
    assert figures("Calm: The scale had seven items (α = .71).") == [("Calm", ".71", None, None)]


@pytest.mark.parametrize("whom", ["this", "example", "instance", "all", "each", "most"])
def test_for_this_or_for_example_names_no_construct(whom: str) -> None:
    assert figures(f"For {whom}, we used six items (α = .81).") == []
    assert figures("For joy, we used six items (α = .81).") == [("joy", ".81", None, None)]


@pytest.mark.parametrize("people", ["Bakers", "Women", "Old women", "Young customers", "Patients"])
def test_people_have_no_reliability(people: str) -> None:
    assert figures(f"{people} (CR = .88, AVE = .66), joy (CR = .81, AVE = .61).") == [("joy", None, ".81", ".61")]


@pytest.mark.parametrize(
    ("entry", "alphas"),
    [
        ("Oven joy, four items: α = .84.", {(".84", None)}),
        ("Oven joy, four items (such as 'I like ovens'): α = .84.", {(".84", None)}),
        ("Oven joy – 4 items on warmth, Cronbach's α = .84.", {(".84", None)}),
        ("Oven joy, four items: α = .84 in Bari and .81 in Linz.", {(".84", "Bari"), (".81", "Linz")}),
        ("Oven joy, six items; α = .84 among bakers, .81 among millers.", {(".84", "bakers"), (".81", "millers")}),
    ],
)
def test_an_entry_of_a_list_of_measures_with_the_alpha_of_each_sample(
    tmp_path: Path, entry: str, alphas: set[tuple[str, str | None]]
) -> None:
    found = record_of(tmp_path, f"- {entry}").constructs
    assert {(c.name.lower(), str(c.alpha), c.group) for c in found} == {("oven joy", *x) for x in alphas}


@pytest.mark.parametrize(
    "entry", ["Oven joy, four items; α = .79 and .82.", "In Linz, four items were asked: α = .84."]
)
def test_an_entry_that_does_not_say_whose_alpha_it_gives_is_left(tmp_path: Path, entry: str) -> None:
    assert not [c for c in record_of(tmp_path, f"- {entry}").constructs if c.alpha]
