"""Numbers that are of something or somebody else, and those of two models side by side."""

import pytest

from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.fit.fits import fits
from evidence.read.prose.methods import conventions
from evidence.read.prose.reliability.reliabilities import reliabilities
from evidence.read.prose.samples.sample import sample
from tests.read.prose.test_numbers import said


@pytest.mark.parametrize(
    "text",
    [
        "The matrix could be factored (KMO = .84; Bartlett's test: χ2(91) = 1948.6, p < .001), and the model fits, χ2(50) = 81.20, CFI = .97.",
        "Values were missing at random (Little's MCAR test: χ2(88) = 95.1, p = .28). The model fits well, χ2(50) = 81.20, CFI = .97.",
        "The chi-square was 1948.6 for Bartlett's test. The model fits well: χ2(50) = 81.20, CFI = .97.",
        "样本适合因子分析（KMO=0.84，Bartlett球形检验χ2=1948.6，p<0.001）。模型拟合良好，χ2=81.20，CFI=.97。",
    ],
)
def test_the_chi_squared_of_another_test_is_no_models(text: str) -> None:
    found, _ = fits(said(text))
    assert [(f.value.chi2, f.value.cfi) for f in found] == [("81.20", ".97")]


@pytest.mark.parametrize(
    ("text", "models"),
    [
        (
            "A free model (χ2 = 51.32, df = 38) was compared with one in which the loadings were constrained to be equal (χ2 = 58.13, df = 42).",
            [(None, "51.32", "38"), ("constrained model", "58.13", "42")],
        ),
        (
            "The fit of the unconstrained model, χ2(38) = 51.32, and of the constrained model, χ2(42) = 58.13, did not differ.",
            [("unconstrained model", "51.32", "38"), ("constrained model", "58.13", "42")],
        ),
    ],
)
def test_models_that_are_held_together_by_their_chi_squares(
    text: str, models: list[tuple[str | None, str, str]]
) -> None:
    found, _ = fits(said(text))
    assert [(f.value.chi2, f.value.df) for f in found] == [(chi2, df) for _, chi2, df in models]
    assert [f.value.model for f in found][1] == models[1][0]


@pytest.mark.parametrize(
    ("text", "models"),
    [
        (
            "The difference between the constrained (χ2 = 190.5, df = 108) and the unconstrained model (χ2 = 180.2, df = 100) is small.",
            ["constrained model", "unconstrained model"],
        ),
        (
            "A one-factor model fits poorly (χ2(152) = 1876.4, CFI = .61), a five-factor model well (χ2(142) = 297.1, CFI = .95).",
            ["one-factor model", "five-factor model"],
        ),
        (
            "A single factor did not fit the data, χ2(152) = 1876.4, CFI = .61, whereas a model of five factors did, χ2(142) = 297.1, CFI = .95.",
            ["single-factor model", "five-factor model"],
        ),
    ],
)
def test_each_fit_has_the_model_it_was_told_of(text: str, models: list[str]) -> None:
    assert [f.value.model for f in fits(said(text))[0]] == models


def test_chi_squares_of_groups_that_are_no_models_stay_out() -> None:
    assert not fits(said("Towns differed in crust, χ2(3) = 51.32, and in smell, χ2(4) = 58.13."))[0]


@pytest.mark.parametrize(
    "text",
    [
        "The SRMR was 0.043 for the saturated and 0.061 for the estimated model, below the limit of 0.08.",
        "The standardized root mean square residual (SRMR) was 0.043 (saturated model) and 0.061 (estimated model).",
        "SRMR = 0.043 in the saturated model and 0.061 in the estimated model.",
        "SRMR was 0.043 (saturated) and 0.061 (estimated).",
    ],
)
def test_one_index_of_two_models(text: str) -> None:
    found, _ = fits(said(text))
    assert [(f.value.model, f.value.srmr) for f in found] == [
        ("saturated model", "0.043"),
        ("estimated model", "0.061"),
    ]


def alphas(*texts: str) -> list[tuple[str, str | None]]:
    return [
        (c.value.name, str(c.value.alpha)) for c in reliabilities(said(*texts, section="Measures"), ("oven trust",))
    ]


def test_the_alpha_of_a_pretest_is_not_that_of_the_study() -> None:
    assert (
        alphas("Ahead of the main survey we had 27 bakers fill it in; in this pretest alpha of oven trust was .74.")
        == []
    )
    assert alphas("In a pilot study, Cronbach's alpha for oven trust was .71.") == []
    assert alphas(
        "Oven trust was measured with four items. Alpha was .71 in the pilot; in the main study it was .84."
    ) == [("Oven trust", ".84")]


def test_an_alpha_that_the_authors_of_a_scale_reported_is_theirs() -> None:
    text = "Oven trust was measured on the scale of Hearth (2003), for which the authors found an alpha of .93."
    assert alphas(text) == []


def test_a_name_that_opens_the_sentence_takes_the_alpha_behind_it() -> None:
    found = alphas(
        "Crust joy was measured with four items (α = .84).",
        "Oven fear (four items, e.g., 'I do not look into ovens', α = .78) was built for this purpose.",
    )
    assert found == [("Crust joy", ".84"), ("Oven fear", ".78")]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("We used 10,000 bootstrap samples.", None),
        (
            "Intervals rest on 5000 resamples; 587 responses could be used: 290 from the hills and 297 from the coast.",
            "587",
        ),
        ("A total of 4000 samples were drawn in the bootstrap; the survey was answered by 240 nurses.", "240"),
        ("The survey was answered by 311 bakers of four towns.", "311"),
        ("5000 iterations were used with 311 respondents.", "311"),
        ("After cleaning, 431 questionnaires could be evaluated.", "431"),
    ],
)
def test_draws_are_no_people_and_what_could_be_used_is_the_sample(text: str, n: str | None) -> None:
    found = sample(said(text, section="Method"))
    assert (found.value.n if found else None) == n


@pytest.mark.parametrize(
    ("text", "tails"),
    [
        ("All tests were two-tailed.", "two"),
        ("Hypotheses were tested one-sided (p < .05).", "one"),
        ("The stock of breads is one-sided.", None),
        ("Hypotheses were tested one-tailed, controls two-tailed tests.", None),
    ],
)
def test_which_tails_a_paper_tests(text: str, tails: str | None) -> None:
    found = conventions(said(text, section="Method"))
    assert (found.value.tails if found else None) == tails


def test_what_a_sample_was_to_detect_is_no_effect() -> None:
    told = "A power analysis indicated that 220 bakers would give a power of .90 to detect an effect of salt on joy of b = 0.05."
    assert coefficients(said(told)) == ()
    assert len(coefficients(said("Salt had an effect on joy of b = 0.05."))) == 1
