"""Words that look like notes, hidden text, samples or thresholds and are none; sizes told in two places."""

import pytest

from evidence.read import html, markdown
from evidence.read.captioned import NOTE
from evidence.read.clear import clear
from evidence.read.prose.samples.sample import sample
from tests.read.prose.test_numbers import said


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("*p < .05", True),
        ("** p<.01", True),
        ("*P values are given", True),
        ("*(p < .05)", True),
        ("*** p-values below .001", True),
        ("**Ps are two-tailed", True),
        ("**Peer pressure.** Bakers press each other.", False),
        ("*Perceived joy* is high.", False),
        ("*Prices of bread rose.", False),
    ],
)
def test_a_bold_beginning_with_p_is_no_note(text: str, note: bool) -> None:
    assert bool(NOTE.match(text)) is note


@pytest.mark.parametrize(
    ("tex", "shown"), [(r"H$_{1 \mathrm{~b}}$", "H_1b"), (r"$\mathrm{~b}=.31$", "b=.31"), (r"$\text{~joy}$", "joy")]
)
def test_the_tie_that_opens_a_word_in_a_formula_is_no_text(tex: str, shown: str) -> None:
    assert clear(tex).text == shown


@pytest.mark.parametrize("tag", ["p", "a", "div", "span"])
@pytest.mark.parametrize("name", ["icon sr-only", "visually-hidden", "a screen-reader-text b", "screen", "reader only"])
def test_one_of_several_classes_hides_an_element(tag: str, name: str) -> None:
    page = f'<html><body><p>Oven 2019.</p><{tag} class="{name}">Opens a page</{tag}><p>Warm.</p></body></html>'
    source = html.to_source(page.encode())
    shown = ["Opens a page"] if name in ("screen", "reader only") else []
    assert [source.of(b) for b in source.blocks] == ["Oven 2019.", *shown, "Warm."]


def sizes(*texts: str) -> dict[str, str]:
    found = sample(said(*texts, section="Method"))
    return {k: str(v) for k in ("n", "distributed") if found and (v := getattr(found.value, k))}


@pytest.mark.parametrize(
    "texts",
    [
        (
            "We received 450 questionnaires from bakers.",
            "In the second step, 30 were dropped from the file, so that 450 bakers answered.",
        ),
        (
            "The 450 bakers who answered were old.",
            "30 forms were excluded because they were empty. The 450 bakers who answered were paid.",
        ),
    ],
)
def test_who_is_dropped_before_a_number_is_told_is_not_dropped_from_it(texts: tuple[str, ...]) -> None:
    assert sizes(*texts) == {"n": "450"}


def test_those_that_are_dropped_behind_a_number_are_of_it() -> None:
    assert sizes("450 bakers answered. 30 bakers were excluded because their forms were empty.").get("n") != "450"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Diaries kept by 412 bakers were read. The sample consisted of 302 bakers.", {"n": "302"}),
        ("Of 412 forms, we kept 302 bakers.", {"n": "302"}),
        ("Of the bakers, 512 began the survey and 412 completed it.", {"n": "412", "distributed": "512"}),
        ("Bakers needed less than 20 minutes: 302 bakers took part.", {"n": "302"}),
        ("The forms were completed by bakers who needed only under 20 minutes: 302 bakers.", {"n": "302"}),
        ("A sample of 302 bakers was needed.", {}),
    ],
)
def test_what_was_kept_begun_and_needed(text: str, expected: dict[str, str]) -> None:
    assert sizes(text) == expected


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Source: authors", True),
        ("*Source: own survey of bakers.*", True),
        ("Sources: Oven Office and own survey", True),
        ("Source – bakers asked in spring", True),
        ("Source authors' own work", True),
        ("Source: Cole (2011)", True),
        ("Source compiled by the authors", True),
        ("Source SmartPLS output", True),
        ("Source field survey, 2019", True),
        ("Source(s): authors", True),
        ("Sources, authors", True),
        ("Source (2011)", True),
        ("Source - bakers", True),
        ("Source survey data", True),
        ("Source data: bakers", True),
        ("Source data quality was high.", False),
        ("Source-based bread is warm.", False),
        ("Source credibility makes bakers trust a recipe.", False),
        ("Source of the salt matters to them.", False),
        ("Source processing of bakers was deep.", False),
        ("Sources of joy are many.", False),
    ],
)
def test_a_paragraph_that_begins_with_a_source_is_a_note_where_it_names_one(text: str, note: bool) -> None:
    assert bool(NOTE.match(text)) is note


@pytest.mark.parametrize(
    ("said", "note"),
    [("Source: authors", True), ("Source compiled by Cole", True), ("Source credibility is high.", False)],
)
def test_a_paragraph_on_a_source_below_a_table_is_no_note_of_it(said: str, note: bool) -> None:
    table = "**Table 1.** Reliability\n\n| Scale | CR | AVE |\n|---|---|---|\n| Joy | .91 | .72 |\n| Salt | .88 | .65 |"
    (grid,) = markdown.to_source(f"# Bread\n\n{table}\n\n{said}\n\nMore words.\n".encode()).grids
    assert grid.notes == (said if note else "")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("PC, peer copying; JOY, joy", True),
        ("*PC, peer copying; JOY, joy of bakers; S, salt.*", True),
        ("β, coefficient; SE, standard error.", True),
        ("PC, peer copying", False),
        ("PC, Peer copying; JOY, Joy", False),
        ("In winter, bakers sleep; in spring, they bake.", False),
        ("Salt, crust and rye; all of them.", False),
        ("Breadmaking, an old craft; Joy, a young one.", False),
        ("b, slope; SE, standard error.", True),
        ("M1, calm; M2, sleep.", True),
        ("In, spring; A, an oven.", False),
        ("In, spring; SE, an oven.", False),
        ("SE, standard error; In, spring.", False),
        ("Joy, bread rises; Salt, it falls.", False),
        ("We, bakers; I, bread.", False),
    ],
)
def test_abbreviations_with_commas_are_a_note(text: str, note: bool) -> None:
    assert bool(NOTE.match(text)) is note


def test_abbreviations_with_commas_below_a_table_are_its_notes() -> None:
    table = "**Table 1.** Reliability\n\n| Scale | CR | AVE |\n|---|---|---|\n| PC | .91 | .72 |\n| JOY | .88 | .65 |"
    text = "PC, peer copying; JOY, joy of bakers."
    (grid,) = markdown.to_source(f"# Bread\n\n{table}\n\n{text}\n\nMore words.\n".encode()).grids
    assert grid.notes == text


def test_a_note_that_names_factors_by_roman_numbers() -> None:
    assert NOTE.match("Factor I = commitment to the bakery; Factor II = joy.")
    assert not NOTE.match("Oven I was old; oven II = new.")
