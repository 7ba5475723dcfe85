"""Scales printed as lists of items with their loadings, and loadings as programs and notes print them."""

from pathlib import Path

import pytest

from evidence.read import read
from tests.read.tables.invented import loadings
from tests.read.tables.invented import read as table

HEAD = "# Lanterns and evening walks\n\nIda Holm\n\n## Results\n\nWe asked 312 people. H1: Lamp trust raises evening joy.\n\n## Appendix: items{}\n\n"
WANTED = {("Lamp trust", ".78"), ("Lamp trust", ".81"), ("Evening joy", ".83"), ("Evening joy", ".79")}
LISTS = {
    "numbered": "**Lamp trust** (α = .86)\n\n1. I trust the lamps. (λ = .78)\n2. Lamps are fine. (λ = .81)\n\n**Evening joy** (α = .79)\n\n1. Evenings are nice. (λ = .83)\n2. I like them. (λ = .79)\n",
    "under headings": "### Lamp trust\n\n- I trust the lamps (factor loading .78)\n- Lamps are fine (factor loading .81)\n\n### Evening joy\n\n- Evenings are nice (factor loading .83)\n- I like them (factor loading .79)\n",
    "behind commas": "*Lamp trust*\n\nI trust the lamps, loading = .78\n\nLamps are fine, loading = .81\n\n*Evening joy*\n\nEvenings are nice, loading = .83\n\nI like them, loading = .79\n",
}


def found(tmp_path: Path, text: str) -> set[tuple[str, str]]:
    file = tmp_path / "walks.md"
    file.write_text(text)
    (record,) = read(file)
    return {(c.name, str(x.loading)) for c in record.constructs for x in c.loadings}


@pytest.mark.parametrize("sort", LISTS)
def test_items_in_lists(tmp_path: Path, sort: str) -> None:
    assert found(tmp_path, HEAD.format("") + LISTS[sort]) == WANTED


def test_numbers_in_brackets_are_loadings_where_the_heading_says_so(tmp_path: Path) -> None:
    bare = LISTS["numbered"].replace("λ = ", "")
    assert found(tmp_path, HEAD.format(" and factor loadings") + bare) == WANTED
    assert not found(tmp_path, HEAD.format("") + bare)


AMOS = (
    "|||Estimate\nLT1|<---|Lamp trust|.78\nLT2|<---|Lamp trust|.81\nEJ1|<---|Evening joy|.83\nEJ2|<---|Evening joy|.79"
)
MPLUS = "Parameter|Estimate|S.E.\nLamp trust BY LT1|.78|.03\nLamp trust BY LT2|.81|.03\nEvening joy BY EJ1|.83|.03\nEvening joy BY EJ2|.79|.03"


@pytest.mark.parametrize("printed", [AMOS, MPLUS])
def test_loadings_as_programs_print_them(printed: str) -> None:
    told = loadings(table(printed, "Standardized regression weights of the measurement model"))
    assert {(name, value) for name, _, value in told} == WANTED


FACTORS = "Item|{0}|{1}\nI trust lamps|.78|.12\nLamps are fine|.81|.10\nEvenings are nice|.11|.83\nI like them|.09|.79"


@pytest.mark.parametrize(
    ("heads", "notes"),
    [
        (("F1", "F2"), "Note. F1 = lamp trust; F2 = evening joy."),
        (("Factor 1", "Factor 2"), "Factor 1 was named lamp trust, factor 2 was named evening joy."),
        (("Component 1", "Component 2"), "Note: lamp trust (component 1) and evening joy (component 2)."),
        (("1", "2"), "1 = lamp trust; 2 = evening joy."),
    ],
)
def test_factors_that_the_notes_name(heads: tuple[str, str], notes: str) -> None:
    told = loadings(table(FACTORS.format(*heads), "Rotated factor matrix", notes))
    assert {(name.capitalize(), value) for name, _, value in told} == WANTED
    assert not loadings(table(FACTORS.format(*heads), "Rotated factor matrix", "Extraction by principal components."))


def test_alpha_called_ca_in_a_heading() -> None:
    printed = "Construct and items|Loading\nLamp trust (CA = .86; CR = .87)|\nLT1: I trust lamps|.78\nLT2: Lamps are fine|.81\nEvening joy (CA = .79; CR = .80)|\nEJ1: Evenings are nice|.83\nEJ2: I like them|.79"
    assert {(name, value) for name, _, value in loadings(table(printed, "Measurement"))} == WANTED
