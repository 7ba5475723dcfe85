"""Alphas in running text: whose they are, in how many words they are told, and which are of nobody here."""

from pathlib import Path

import pytest

from evidence.read.prose.reliability.reliabilities import reliabilities
from tests.read.prose.test_lists_of_reliability import record_of
from tests.read.prose.test_numbers import said


def alphas(tmp_path: Path, body: str) -> dict[str, str | None]:
    return {c.name: c.alpha for c in record_of(tmp_path, body).constructs}


SAID = [
    "Alpha reached .85.",
    "Alpha came to .85.",
    "Here the alpha stood at .85.",
    "Internal consistency was .85 (alpha).",
    "The reliability (Cronbach's alpha) amounted to .85.",
    "Ratings were summed, higher scores standing for more crust (alpha in our data: .85).",
]


@pytest.mark.parametrize("said", SAID)
def test_ways_to_tell_an_alpha(tmp_path: Path, said: str) -> None:
    assert alphas(tmp_path, f"### Crust\n\nBuyers answered ten items on crusts. {said}") == {"Crust": ".85"}


OWNERS = [
    ("Love of bread consisted of three items (α = .77).", {"Love of bread": ".77"}),
    (
        "We assessed trait rain with the Rain Scale (Doe, 1996) (α = .91) as well as wind (α = .83) and haze (α = .87).",
        {"trait rain": ".91", "wind": ".83", "haze": ".87"},
    ),
    (
        "Crust was measured with the Crust Scale [4] (α = .81), smell with five items (α = .84).",
        {"Crust": ".81", "smell": ".84"},
    ),
    ("All of the items were answered by everybody who came (α = .81).", {}),
    ("Crust was measured with the four items of the Crust Scale [11], for which α = .79 was reported.", {}),
]


@pytest.mark.parametrize(("said", "expected"), OWNERS)
def test_whose_an_alpha_in_brackets_is(tmp_path: Path, said: str, expected: dict[str, str]) -> None:
    assert alphas(tmp_path, said) == expected


LISTS = [
    "Scales are good: alpha is .88 for crust joy, .85 for mild smell and .90 for buyer intent; together all items reach .91.",
    "Alphas were as follows: crust joy (.88), mild smell (.85) and buyer intent (.90).",
    "Cronbach's alpha: crust joy .88, mild smell .85, buyer intent .90.",
]


@pytest.mark.parametrize("said", LISTS)
def test_names_that_nothing_else_knows_in_a_list(tmp_path: Path, said: str) -> None:
    assert alphas(tmp_path, said) == {"crust joy": ".88", "mild smell": ".85", "buyer intent": ".90"}


@pytest.mark.parametrize("who", [("men", "women"), ("Norway", "Peru"), ("the first wave", "the second wave")])
def test_alphas_of_people_are_of_no_construct(tmp_path: Path, who: tuple[str, str]) -> None:
    assert not reliabilities(said(f"Alpha was .81 for {who[0]} and .85 for {who[1]}."))
    below = f"### Crust\n\nBuyers answered ten items. Alpha was .81 for {who[0]} and .85 for {who[1]}.\n\n## Results\n\nHumour raises joy (β = .31, p < .01)."
    assert ".81" not in alphas(tmp_path, below).values()


@pytest.mark.parametrize("verb", ["amounts to", "comes to", "is", "stands at"])
def test_an_index_of_two_numbered_models(tmp_path: Path, verb: str) -> None:
    said = f"This index (GoF) {verb} 0.24 in model 1, which has main effects only, and to 0.28 in model 2."
    assert {(f.model, f.gof) for f in record_of(tmp_path, said).fit} == {("model 1", "0.24"), ("model 2", "0.28")}


@pytest.mark.parametrize(
    "told",
    [
        "Cronbach's alpha was .89 in the first study, .93 in the Welsh version, and .92 in this study.",
        "Its alpha was .89 in the first study but .92 in the current study.",
        "The developers reported an alpha of .89; in the current sample it was α = .92.",
        "Alpha was .89 in the bakers of Doe (2010) and an alpha of .92 in our sample.",
    ],
)
def test_the_alpha_of_this_study_behind_those_of_others(told: str) -> None:
    text = f"Oven joy was measured with four items. {told}"
    found = reliabilities(said(text, section="Measures"))
    assert [(f.value.name, f.value.alpha) for f in found] == [("Oven joy", ".92")]


def test_the_alphas_of_others_alone_are_none_of_this_study() -> None:
    text = "Oven joy was measured with four items. Cronbach's alpha was .89 in the original study and .93 in the Welsh version."
    assert not reliabilities(said(text, section="Measures"))


def test_the_alpha_of_this_study_for_something_else_is_not_that_of_the_construct_before() -> None:
    text = "Oven joy was measured with four items. Alpha was .81 for joy and .92 in this study for calm."
    assert not reliabilities(said(text, section="Measures"))


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("Two scales of ten items each were administered", []),
        ("It proved reliable, too", []),
        ("We obtained a similar value", []),
        ("The Oven Scale served to measure oven joy", ["oven joy"]),
    ],
)
def test_words_before_an_alpha_that_name_nothing(before: str, names: list[str]) -> None:
    assert [f.value.name for f in reliabilities(said(f"{before} (α = .88).", section="Method"))] == names


@pytest.mark.parametrize(
    "told",
    [
        "Alpha was .89 in the study of Doe, and .92 in ours.",
        "Alpha was .89 in the study of Doe, and was .92 in ours.",
        "It had an alpha of .89 in the first study and of .92 in this study.",
        "The reliability was .89 in the study of Doe, but of .92 in this study.",
    ],
)
def test_the_alpha_in_ours_behind_those_of_others(told: str) -> None:
    test_the_alpha_of_this_study_behind_those_of_others(told)


def test_correlations_in_ours_are_no_alphas() -> None:
    text = "Oven joy was measured with four items. Correlations were .89 in the study of Doe, and .92 in ours."
    assert not reliabilities(said(text, section="Measures"))


@pytest.mark.parametrize(
    "told",
    [
        "Oven joy had five items.",
        "Oven joy consisted of four short statements.",
        "Oven joy comprises 4 questions.",
        "Oven joy contained six reverse-coded items.",
        "Oven joy included four indicators.",
        "Oven joy, that is, how glad a baker is, of which we know much, was measured with four items.",
        "Oven joy, that is, how glad a baker is, had four items.",
    ],
)
def test_a_measure_that_had_so_many_items_owns_the_alpha_behind(told: str) -> None:
    found = reliabilities(said(f"{told} Cronbach's alpha was .82.", section="Measures"))
    assert [(f.value.name, f.value.alpha) for f in found] == [("Oven joy", ".82")]


@pytest.mark.parametrize("who", ["The scale", "The questionnaire", "Each dimension", "Participants"])
def test_what_had_so_many_items_below_a_measure_is_that_measure(who: str) -> None:
    text = f"Oven joy was measured with the scale of Doe. {who} had five questions. Cronbach's alpha was .82."
    found = reliabilities(said(text, section="Measures"))
    assert [(f.value.name, f.value.alpha) for f in found] == [("Oven joy", ".82")]


@pytest.mark.parametrize("what", ["two ovens", "ten bakers of bread", "loaves, four items"])
def test_what_had_no_items_is_no_measure(what: str) -> None:
    assert not reliabilities(said(f"Oven joy had {what}. Cronbach's alpha was .82.", section="Measures"))


def test_a_measure_that_opens_a_paragraph_with_its_alpha_follows_the_one_above() -> None:
    above = "Pride was measured with three items (α = .71)."
    calm = "Calm (four items, α = .82) was written for this study. Its composite reliability was .90."
    found = reliabilities(said(above, calm, section="Measures"))
    assert [(f.value.name, f.value.alpha, f.value.cr) for f in found] == [
        ("Pride", ".71", None),
        ("Calm", ".82", None),
        ("Calm", None, ".90"),
    ]


def test_scales_that_open_a_paragraph_with_their_alpha_are_not_the_measure_above() -> None:
    scales = "Scales (all with α = .82) were sound. Alpha was .90."
    assert not reliabilities(said("Pride was measured with three items.", scales, section="Measures"))


@pytest.mark.parametrize("sign", ["ρv", "ρvc", "ρ_v", "ρ_vc"])
def test_the_variance_extracted_by_its_greek_letter(sign: str) -> None:
    text = f"Oven joy was measured with four items (α = .82, ρc = .88, {sign} = .61)."
    found = reliabilities(said(text, section="Measures"))
    assert [(f.value.name, f.value.alpha, f.value.cr, f.value.ave) for f in found] == [
        ("Oven joy", ".82", ".88", ".61")
    ]


@pytest.mark.parametrize("sign", ["ρ", "ρA", "v"])
def test_other_letters_are_no_variance_extracted(sign: str) -> None:
    text = f"Oven joy was measured with four items (α = .82, ρc = .88, {sign} = .61)."
    found = reliabilities(said(text, section="Measures"))
    assert [(f.value.alpha, f.value.ave) for f in found] == [(".82", None)]


NO_NAMES = ["The short form", "The pilot study", "This measure", "Each oven", "The first part", "Participants", "Both ovens", "The index of joy", "Appendix B", "The survey", "Table 2", "The questionnaire"]  # fmt: skip


@pytest.mark.parametrize("what", NO_NAMES)
@pytest.mark.parametrize("behind", [". Cronbach's alpha was .82.", ", rated by all, α = .82."])
def test_instruments_and_their_parts_that_had_items_own_no_alpha(what: str, behind: str) -> None:
    found = reliabilities(said(f"{what} had five items{behind}", section="Measures"))
    assert not [f.value.name for f in found]


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        (", rated by all, α = .82.", {"Oven joy"}),
        (" (α = .82).", {"Oven joy"}),
        (". Cronbach's alpha was .82.", {"Pride"}),
    ],
)
def test_a_construct_that_had_items_in_the_midst_of_a_paragraph_needs_its_alpha(behind: str, names: set[str]) -> None:
    text = f"Pride was measured with three items. Oven joy had five items{behind}"
    assert {f.value.name for f in reliabilities(said(text, section="Measures"))} == names


@pytest.mark.parametrize(
    ("opened", "owner"),
    [
        ("Calm (four items, α = .82) was written", "Calm"),
        ("Calm (with 4 statements; α = .82) was written", "Calm"),
        ("Calm (α = .82) was written", "Pride"),
        ("Doe (2010, α = .82) wrote", "Pride"),
    ],
)
def test_a_bracket_that_tells_of_items_opens_a_measure(opened: str, owner: str) -> None:
    texts = ("Pride was measured with three items.", f"{opened} for this study. Alpha was .90.")
    found = reliabilities(said(*texts, section="Measures"))
    assert [f.value.name for f in found if f.value.alpha == ".90"] == [owner]
