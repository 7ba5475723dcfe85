"""What a rule for one layout must leave alone in another: each case was once read wrongly."""

import pytest

from evidence.read import understanding
from evidence.read.model import Source
from evidence.read.partial import Abbreviations
from evidence.read.prose.front.authors import authors_in
from evidence.read.symbol_fonts import as_meant
from evidence.read.tables import understand
from evidence.read.text import to_source
from evidence.records import Record
from tests.read.tables.invented import loadings, read, reliability, source

_HEAD = "# Ovens and joy: a survey\n\nAnna Roe, Bert Doe\n\n## Introduction\n\nH1: Salt raises joy.\n\n"


def _read(body: str) -> Record:
    return understanding.understand(to_source((_HEAD + body).encode()))[0]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Maria Costa a, Nadia Silva a, Paula Lima a,*", "a Department of Bread, Oslo"], ("Maria Costa", "Nadia Silva", "Paula Lima")),
        (["Elena Garcia a,*, Rosa Lima b, Eva Gould b", "a School of Bread, Oslo", "b School of Art"], ("Elena Garcia", "Rosa Lima", "Eva Gould")),
        (["Ana Pereira1, Rosa Lima1 and Eva Costa2", "1 School of Bread. We thank a University of Rye"], ("Ana Pereira", "Rosa Lima", "Eva Costa")),
        (["Ada Cole", "Otto Crumb School of Business, Oslo", "Una Rye School of Business, Bergen"], ("Ada Cole",)),
    ],
)  # fmt: skip
def test_names_keep_their_letters_and_no_school_is_an_author(lines: list[str], names: tuple[str, ...]) -> None:
    assert authors_in(lines) == names


@pytest.mark.parametrize(
    "said",
    [
        "run counter to the predicted direct effect of salt on joy (H1)",
        "ran counter to the direct effect proposed in H1",
    ],
)
def test_what_runs_counter_to_a_prediction_does_not_support_it(said: str) -> None:
    assert [h.verdict for h in _read(f"## Results\n\nThe data {said}.\n").hypotheses] == ["not supported"]


@pytest.mark.parametrize(
    "caption",
    [
        "Results of the regression for turnover intention of those with low trust",
        "Regression of recommending beyond trust",
    ],
)
def test_a_variable_at_the_end_of_a_caption_is_no_outcome(caption: str) -> None:
    matrix = "|1|2|3\n1. Trust|1||\n2. Salt|.21|1|\n3. Age|.11|.12|1\n"
    table = "Predictor|β|t|p\nAge|.31|4.0|.001\nSalt|.21|3.0|.001\n"
    found = understand(source(matrix, table, captions=["Correlations", caption]), Abbreviations({})).paths
    assert "Trust" not in {p.value.to for p in found}


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("(b ¼ 20.31, t ¼ 5.01)", "(β = 20.31, t = 5.01)"),
        ("unstandardized b ¼ 0.31", "unstandardized b = 0.31"),
        ("salt to calm (a ¼ 0.75) and calm to joy (b ¼ 0.40)", "salt to calm (a = 0.75) and calm to joy (β = 0.40)"),
        ("joy at w1 and w2 (n ¼ 3)", "joy at w1 and w2 (n = 3)"),
    ],
)
def test_signs_that_may_be_meant_stay(printed: str, shown: str) -> None:
    assert as_meant(Source(f"(n ¼ 231) and (n ¼ 240). {printed}")).text == f"(n = 231) and (n = 240). {shown}"


def test_waves_that_are_predictors_have_no_outcome_in_their_name() -> None:
    table = "Predictor|β|SE|p\nOutcome: joy|||\nT1|.31|.04|.001\nSalt|.41|.04|.001\nOutcome: fear|||\nT1|.21|.04|.001\nSalt|.11|.04|.004\n"
    assert not any("Outcome" in p.value.from_ for p in read(table, "Regression results").paths)


def test_waves_beside_paths_stay_their_groups() -> None:
    table = "Path|Wave|β|p\nSalt → Joy|T1|.31|.001\n|T2|.41|.001\nRye → Joy|T1|.21|.001\n|T2|.11|.004\n"
    assert {p.value.to for p in read(table, "Structural paths").paths} == {"Joy"}


def test_a_heading_of_waves_names_those_below_it() -> None:
    table = "Construct|Wave|M|SD|α\nJoy|Time 1|3.61|0.60|.85\n|Time 2|3.64|0.56|.82\nSalt||||\n|Time 1|3.42|0.63|.89\n|Time 2|3.37|0.64|.88\n"
    assert ("Salt Time 1", ".89", None, None) in reliability(read(table, "Descriptive statistics"))


def test_hyphens_that_belong_to_a_word_stay() -> None:
    table = "Construct|α|CR|AVE\nSelf-|.85|.88|.61\nefficacy|||\nArbeits-|.81|.84|.55\nund Lebensfreude|||\nKnead-|.82|.85|.57\ning joy|||\n"
    names = {name for name, *_ in reliability(read(table, "Reliability and validity"))}
    assert "Self-efficacy" in names
    assert "Kneading joy" in names
    assert not any("Arbeitsund" in name for name in names)


def test_coded_predictors_are_no_items() -> None:
    table = "Predictor|M1 β|M2 β\nAge group AG1|.31|.20\nAG2|.21|.10\nRegion RG1|.11|.10\nRG2|.12|.14\n"
    assert not loadings(read(table, "Regression predicting joy"))


@pytest.mark.parametrize(
    "opening", ["The response scale ran from 1 to 5.", "The four-item scale of Roe (2001) was used."]
)
def test_a_scale_without_a_name_is_that_of_the_measure(opening: str) -> None:
    record = _read(f"## Measures\n\nJoy was measured with four items.\n\n{opening} Cronbach's alpha was .82.\n")
    assert {(c.name, str(c.alpha)) for c in record.constructs if c.alpha} == {("Joy", ".82")}


@pytest.mark.parametrize(
    "third",
    [
        "H2: Calm mediates the relationship between salt and joy.\n\nH3: This relationship is moderated by age.",
        "H3: These relationships are mediated by calm.",
        "H3: Rye raises fear (time 2) and that effect is moderated by age.",
    ],
)
def test_a_link_that_is_not_the_last_one_stated_is_left_open(third: str) -> None:
    ends = {h.label: (h.from_, h.to) for h in _read(f"{third}\n\n## Method\n\nWe asked.\n").hypotheses}
    assert ends["H3"][0] in (None, "Rye")
