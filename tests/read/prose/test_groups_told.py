"""Of whom an effect is told: a group whose noun comes later, a place, who stands ahead, the next."""

import pytest

from evidence.read.prose.effects.condition import conditioned, further_group, half_named, placed
from evidence.read.prose.effects.groups import paths_by_group
from tests.read.prose.test_effects_told import told
from tests.read.prose.test_numbers import said


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Crust raised joy in public (β = .41) and in private schools (β = .22).", "public schools", "private schools"),
        (
            "Crust raised joy in public (β = .41), but not in private schools (β = .22).",
            "public schools",
            "private schools",
        ),
        ("Crust raised joy among older (β = .41) and younger workers (β = .22).", "older workers", "younger workers"),
        (
            "Crust was related more to joy for young (β = .41) than for old parents (β = .22).",
            "young parents",
            "old parents",
        ),
        ("Joy was raised by crust in rural (β = .41) or urban regions (β = .22).", "rural regions", "urban regions"),
        ("Crust raised joy in the old (β = .41) and in the new regions (β = .22).", "old regions", "new regions"),
        (
            "Crust raised joy among the old (β = .41), but not among the young workers (β = .22).",
            "old workers",
            "young workers",
        ),
    ],
)
def test_the_noun_of_a_first_group_comes_with_the_second(text: str, first: str, second: str) -> None:
    paths = told(text)
    assert f"crust > joy .41 for {first}" in paths
    assert half_named(*text.replace(" (β = .22)", "").rstrip(".").split("(β = .41)")) is not None
    assert not any(path.endswith(" .41") or "public " in path.partition(" for ")[0] for path in paths)
    assert f"crust > joy .22 for {second}" in paths or "and younger" in text or " or urban" in text


@pytest.mark.parametrize(
    ("clause", "behind"),
    [
        ("Crust raised joy in both ", " and in private schools "),
        ("Crust raised joy in the ", " and in private schools "),
        ("Crust raised joy in the morning ", " and in the evening "),
        ("Crust raised joy in public schools ", " and salt raised joy in private schools "),
        ("Crust raised interest in bread ", " and in old joy "),
        ("Crust raised joy ", " and in private schools "),
    ],
)
def test_a_clause_that_ends_otherwise_is_no_half_of_a_group(clause: str, behind: str) -> None:
    assert half_named(clause, behind) is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Crust was related to joy in Denmark (β = .41) and in Finland (β = .22).", ("Denmark", "Finland")),
        ("Crust was related to joy in Denmark (β = .41) but not in Finland (β = .22).", ("Denmark", "Finland")),
        ("Crust raised joy among the Danes (β = .41) and less so among the Finns (β = .22).", ("Danes", "Finns")),
        ("Crust raised joy in North Town (β = .41), but hardly in South Town (β = .22).", ("North Town", "South Town")),
    ],
)
def test_places_that_end_several_clauses_are_groups(text: str, places: tuple[str, str]) -> None:
    first, second = places
    assert told(text) == [f"crust > joy .22 for {second}", f"crust > joy .41 for {first}"]


def test_another_effect_in_another_place() -> None:
    text = "Crust raised joy in Denmark (β = .41), and salt raised joy in Finland (β = .22)."
    assert told(text) == ["crust > joy .41 for Denmark", "salt > joy .22 for Finland"]


@pytest.mark.parametrize(
    "clauses",
    [
        ["Crust raised trust in Ovenia "],
        ["Crust raised trust in Ovenia ", " and salt raised trust in Ovenia "],
        ["Crust raised interest in bread ", " and in rye "],
        ["In Denmark crust raised joy ", " and in Finland it raised fear "],
    ],
)
def test_one_place_alone_or_no_name_of_a_place_is_no_group(clauses: list[str]) -> None:
    assert placed(clauses) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "For men, crust (β = .41) and salt (β = .22) raised joy.",
            ["crust > joy .41 for men", "salt > joy .22 for men"],
        ),
        (
            "For men, crust raised joy (β = .41) and sales (β = .22).",
            ["crust > joy .41 for men", "crust > sales .22 for men"],
        ),
        (
            "Among men, crust raised joy (β = .41), and salt raised sales (β = .22).",
            ["crust > joy .41 for men", "salt > sales .22 for men"],
        ),
        (
            "Crust raised joy among men (β = .41), and salt raised sales (β = .22).",
            ["crust > joy .41 for men", "salt > sales .22"],
        ),
        (
            "Among men, crust raised joy (β = .41). Salt raised sales (β = .22).",
            ["crust > joy .41 for men", "salt > sales .22"],
        ),
        (
            "Among men, crust raised joy (β = .41), but not among women (β = .22).",
            ["crust > joy .22 for women", "crust > joy .41 for men"],
        ),
    ],
)
def test_a_group_at_the_head_of_a_sentence_is_that_of_all_of_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("In the Danish sample, crust raised joy (β = .41), and the same held for the Finns (β = .22).", "Finns"),
        ("In the Danish sample, crust raised joy (β = .41), and the same was found in the Finns (β = .22).", "Finns"),
        ("Crust raised joy in the Danish sample (β = .41), and the Polish sample (β = .22).", "Polish sample"),
        ("Crust raised joy in the Danish sample (β = .41), the Polish subsample (β = .22).", "Polish subsample"),
    ],
)
def test_the_next_of_several_groups_has_the_same_effect(text: str, second: str) -> None:
    assert told(text) == [f"crust > joy .22 for {second}", "crust > joy .41 for Danish sample"]


@pytest.mark.parametrize("clause", [", and the same held for salt in dark ovens ", " and joy ", ", the same dough "])
def test_what_names_no_group_is_no_further_group(clause: str) -> None:
    assert further_group(clause) is None


def test_without_a_group_before_the_same_holds_for_another_construct() -> None:
    assert told("Crust raised joy (β = .41), and the same held for salt (β = .22).") == ["crust > joy .41"]


@pytest.mark.parametrize(
    "people",
    ["mothers", "fathers", "patients", "couples", "leaders", "physicians", "residents", "pupils", "novices", "owners"],
)
def test_people_of_more_sorts_are_groups(people: str) -> None:
    assert conditioned(f"Crust raised joy among {people} ")[1] == people
    assert told(f"In {people}, crust raised joy (β = .41).") == [f"crust > joy .41 for {people}"]


@pytest.mark.parametrize(
    "when",
    ["frost and heat were both low", "frost and heat were all high", "frost was low and heat high"],
)
def test_two_conditions_at_once_are_one_group(when: str) -> None:
    assert told(f"Crust raised joy when {when} (β = .41).") == [f"crust > joy .41 for {when}"]


@pytest.mark.parametrize(
    "again",
    [
        "whereas no such effect emerged",
        "such that the effect was considerably smaller",
        "and this same effect was still significant",
        "but the negative association was markedly weaker",
        "and it still did",
        "while the coefficient was larger",
    ],
)
def test_a_clause_that_only_compares_tells_the_same_effect_of_another_group(again: str) -> None:
    text = f"Crust raised joy among men (β = .41), {again} among women (β = .22)."
    assert told(text) == ["crust > joy .22 for women", "crust > joy .41 for men"]


@pytest.mark.parametrize("lead", ["", "Controls hardly mattered: "])
@pytest.mark.parametrize("path", ["the path to joy was", "the effect on joy was"])
def test_what_a_path_is_for_acts_where_it_is_no_people(path: str, lead: str) -> None:
    text = f"{lead}{path} .06 for oven size and .10 for rye."
    assert told(text[0].upper() + text[1:]) == ["oven size > joy .06", "rye > joy .10"]


@pytest.mark.parametrize("whom", ["men and .10 for women", "Danes and .10 for Finns", "rye and .10 for parents"])
def test_people_and_places_that_a_path_is_for_do_not_act(whom: str) -> None:
    assert told(f"The path to joy was .06 for {whom}.") == []


@pytest.mark.parametrize("lead", ["Cole et al. (2011) found", "In the pretest"])
def test_a_path_for_two_that_was_found_elsewhere_is_not_theirs(lead: str) -> None:
    assert told(f"{lead}: the path to joy was .06 for size and .10 for rye.") == []


@pytest.mark.parametrize(
    ("clause", "behind"),
    [
        ("Joy was low in men", " and young women"),
        ("Salt raised joy in women", " and young men"),
        ("Salt raised joy among owners", " and old leaders"),
        ("Salt raised trust in public", " and private hospitals"),
        ("Bakers had interest in public", " and private hospitals"),
        ("Salt raised confidence in young", " than old bakers"),
        ("Salt raised joy in public", " and of hospitals"),
        ("Salt raised joy in young", " and the bakers"),
    ],
)
def test_people_and_what_one_leans_on_are_no_half_of_a_group(clause: str, behind: str) -> None:
    assert half_named(clause, behind) is None


@pytest.mark.parametrize(
    "clauses",
    [
        ["Joy rose with trust in Google", " and trust in Amazon"],
        ["Joy rose with confidence in Denmark", " and confidence in Finland"],
        ["Joy depends on interest in Denmark", " but not on interest in Finland"],
    ],
)
def test_places_that_one_leans_on_are_no_groups(clauses: list[str]) -> None:
    assert placed(clauses) == {}


@pytest.mark.parametrize(
    "places",
    ["track", "towns", "provinces", "districts", "faculties", "villages", "municipalities", "counties", "grade"],
)
def test_places_and_forms_of_school_are_groups(places: str) -> None:
    text = f"Crust raised joy in the old {places} (β = .41), but not in the new {places} (β = .22)."
    assert told(text) == [f"crust > joy .22 for new {places}", f"crust > joy .41 for old {places}"]


@pytest.mark.parametrize("none", ["but none among", "and none in", "none for"])
def test_a_group_in_which_there_is_none_of_it(none: str) -> None:
    text = f"Crust raised joy among men (β = .41), {none} women (β = .02)."
    assert told(text) == ["crust > joy .02 for women", "crust > joy .41 for men"]


@pytest.mark.parametrize(
    ("people", "group"),
    [
        ("respondents with {} frost", "{} frost"),
        ("those with {} frost", "{} frost"),
        ("members with {} pride", "{} pride"),
        ("participants with a {} income", "{} income"),
        ("persons of {} rank", "{} rank"),
        ("nurses with {} pride", "nurses with {} pride"),
        ("nurses of {} rank", "nurses of {} rank"),
    ],
)
def test_where_anybody_is_meant_the_level_names_the_group(people: str, group: str) -> None:
    low, high = (people.format(level) for level in ("low", "high"))
    text = f"Crust raised joy among {low} (β = .41), but not among {high} (β = .22)."
    assert told(text) == [f"crust > joy .22 for {group.format('high')}", f"crust > joy .41 for {group.format('low')}"]
    text = f"The effect of crust on joy was .41 (p < .01) among {low} and .22 (p = .04) among {high}."
    assert [found.value.group for found in paths_by_group(said(text))] == [group.format("low"), group.format("high")]


def test_people_without_a_level_keep_what_they_are_called() -> None:
    assert conditioned("Crust raised joy among respondents with children ")[1] == "respondents with children"


def test_grades_are_marks_and_no_group() -> None:
    text = "Crust raised joy in the old {} (β = .41), but not in the new {} (β = .22)."
    assert told(text.format("grade", "grade")) == ["crust > joy .22 for new grade", "crust > joy .41 for old grade"]
    assert not [line for line in told(text.format("grades", "grades")) if " for " in line]
