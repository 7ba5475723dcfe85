"""Several numbers told at once: coefficients in one bracket, fit indices and models in lists, letters set as pictures."""

import pytest

from evidence.read.html import to_source
from evidence.read.letter_images import letter_of
from evidence.read.prose.chinese.effects import chinese_effects
from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.effects.parallel import parallel_paths
from evidence.read.prose.fit.fits import fits
from evidence.read.prose.samples.sample import sample
from tests.read.prose.test_numbers import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The indirect effects of night noise on screen use via mood and sleep were significant (βMood = 0.06, 95% CI = [0.01, 0.12]; βSleep = 0.04, 95% CI = [0.01, 0.09]) for nurses.",
            [("night noise", "screen use", "mood", "0.06", "0.12"), ("night noise", "screen use", "sleep", "0.04", "0.09")],
        ),
        (
            "The indirect effects of night noise on screen use were weaker here (βMood = 0.05, 95% CI = [0.01, 0.11]; βSleep = 0.03, 95% CI = [0.01, 0.08]).",
            [("night noise", "screen use", "Mood", "0.05", "0.11"), ("night noise", "screen use", "Sleep", "0.03", "0.08")],
        ),
        (
            "The indirect effects of night noise on use through mood (β = 0.05) and sleep (β = 0.03) were significant.",
            [("night noise", "use", "mood", "0.05", None), ("night noise", "use", "sleep", "0.03", None)],
        ),
        (
            "Crust and smell were related to joy (β = .42, p < .001 and β = .31, p = .02).",
            [("Crust", "joy", None, ".42", None), ("smell", "joy", None, ".31", None)],
        ),
    ],
)  # fmt: skip
def test_coefficients_that_share_a_bracket(text: str, expected: list[tuple[str | None, ...]]) -> None:
    found = coefficients(said(text))
    assert [(f.value.from_, f.value.to, f.value.via, f.value.beta, f.value.ci_hi) for f in found] == expected
    assert all(text[slice(*f.spans["beta"])] == f.value.beta for f in found)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("βJoy = 0.46, βCalm = 0.45, p < .001", ["<.001", "<.001"]),  # said once behind both
        ("βJoy = 0.46, p = .02; βCalm = 0.45, p < .001", [".02", "<.001"]),
        ("βJoy = 0.46; βCalm = 0.45, p < .001", [None, "<.001"]),  # apart: only the second has one
    ],
)
def test_a_p_behind_bare_coefficients_is_that_of_each(inside: str, expected: list[str | None]) -> None:
    found = coefficients(said(f"The relations between night noise and joy/calm were significant ({inside})."))
    assert [f.value.p for f in found] == expected


@pytest.mark.parametrize(
    "inside",
    [
        "β = 0.42, t-value 5.1, p-value 0.001",
        "β = 0.42; t-value: 5.1; p-value: 0.001",
        "β = 0.42, t value of 5.1, p value of 0.001",
    ],
)
def test_statistics_behind_the_word_value(inside: str) -> None:
    [found] = coefficients(said(f"The relation between night noise and joy was positive ({inside})."))
    assert (found.value.beta, found.value.stat, found.value.p) == ("0.42", "5.1", "0.001")


@pytest.mark.parametrize("how", ["weak", "nil", "negligible", "not significant"])
def test_what_judges_an_influence_is_no_construct(how: str) -> None:
    [found] = coefficients(
        said(f"The influence of night noise on joy is {how} (standardised path coefficient 0.01, p = 0.871).")
    )
    assert (found.value.from_, found.value.to, found.value.beta, found.value.p) == (
        "night noise",
        "joy",
        "0.01",
        "0.871",
    )


def test_the_smaller_influence_is_no_part_of_a_name() -> None:
    text = "Noise has the larger influence on joy (beta 0.43, p < 0.001), light the smaller influence on joy (beta 0.19, p = 0.002)."
    assert [(f.value.from_, f.value.to, f.value.beta) for f in coefficients(said(text))] == [
        ("Noise", "joy", "0.43"),
        ("light", "joy", "0.19"),
    ]


def test_samples_that_share_a_bracket() -> None:
    found = coefficients(said("Crust was related to joy (β = .42, p < .001 in Study 1; β = .31, p = .02 in Study 2)."))
    assert [(f.value.beta, f.value.group) for f in found] == [(".42", "Study 1"), (".31", "Study 2")]
    found = coefficients(said("Crust was related to joy (women: β = .42, p < .001; men: β = .31, p = .02)."))
    assert [(f.value.beta, f.value.group) for f in found] == [(".42", "women"), (".31", "men")]


def test_a_bracket_that_does_not_say_whose_its_coefficients_are_is_left() -> None:
    text = "As the paths of crust and smell show, each of these is of moderate to high magnitude (β = 0.48, β = 0.67 and β = 0.11)."
    assert not coefficients(said(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The values of CFI, TLI and RMSEA were .95, .94 and .05, respectively.", [{"cfi": ".95", "tli": ".94", "rmsea": ".05"}]),
        ("Fit was good (CFI/TLI = .95/.94; RMSEA [90% CI] = .05 [.04, .06]).", [{"cfi": ".95", "tli": ".94", "rmsea": ".05"}]),
        ("The CFI values of the measurement and structural models were .95 and .94, respectively.", [{"cfi": ".95", "model": "measurement model"}, {"cfi": ".94", "model": "structural model"}]),
        ("The goodness-of-fit values of model 1 (basic) and model 2 (extended) were 0.31 and 0.36, respectively.", [{"gof": "0.31", "model": "model 1"}, {"gof": "0.36", "model": "model 2"}]),
        ("GoF = √(0.61 × 0.42) = 0.506", [{"gof": "0.506"}]),
        ("The fit of the measurement model was good (χ2 = 285.5, df = 155). The structural model was then estimated (χ2 = 302.8, df = 158).", [{"chi2": "285.5", "df": "155", "model": "measurement model"}, {"chi2": "302.8", "df": "158", "model": "structural model"}]),
        ("The one-factor model fit poorly (CFI = .61, RMSEA = .15), the other well (χ2 = 312.5, df = 142, CFI = .95).", [{"cfi": ".61", "chi2": None}, {"cfi": ".95", "chi2": "312.5"}]),
    ],
)  # fmt: skip
def test_fit_told_in_lists(text: str, expected: list[dict[str, str | None]]) -> None:
    found, _ = fits(said(text))
    assert [{k: getattr(f.value, k) for k in row} for f, row in zip(found, expected, strict=True)] == expected
    for one in found:
        for name, (start, end) in one.spans.items():
            assert text[start:end] == getattr(one.value, name)


def test_names_and_numbers_that_are_not_equally_many_are_left() -> None:
    found, _ = fits(said("CFI, TLI and RMSEA were .95 and .05."))
    assert found == ()


@pytest.mark.parametrize(
    "analysed",
    [
        "The analysis draws on responses of 143 firms.",
        "We analysed the data of 143 firms.",
        "Data from 143 firms were analysed.",
    ],
)
def test_the_size_that_is_the_rate_of_return_of_another_is_the_sample(analysed: str) -> None:
    asked, rate = "We ran a survey of 1,210 firms in spring.", "This is a response rate of 11.8%."
    found = sample(said(analysed, asked, rate, section="Method"))
    assert found is not None
    assert (found.value.n, found.value.distributed, found.value.valid_rate_pct) == ("143", "1210", "11.8")


@pytest.mark.parametrize(
    ("alternative", "letter"),
    [("beta-est", "β"), ("Chi squared", "χ²"), ("λ", "λ"), ("Figure 1", ""), ("alphabet", ""), (None, "")],
)
def test_letters_set_as_pictures(alternative: str | None, letter: str) -> None:
    assert letter_of(alternative) == letter


def test_a_letter_set_as_a_picture_stands_in_the_text_and_in_cells() -> None:
    page = b"<html><body><p>It was strong (<img src='b.gif' alt='beta'>=.53).</p><table><tr><th>Path</th><th><img alt='beta' src='b.gif'></th></tr><tr><td>A to B</td><td>.53</td></tr></table></body></html>"
    source = to_source(page)
    assert "(β=.53)" in source.text
    assert source.grids[0].rows[0][1].text == "β"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crust → Joy: β = 0.34, t = 5.21, p < 0.001.", [("Crust", "Joy", "0.34", "5.21")]),
        ("Crust was related to joy (β = .34), whereas price was negatively related to it (β = −.18).", [("Crust", "joy", ".34", None), ("price", "joy", "-.18", None)]),
        ("The effect of crust on joy was stronger (β = .34) than that of smell (β = .21).", [("crust", "joy", ".34", None), ("smell", "joy", ".21", None)]),
        ("Crust (β = 0.34; t = 5.2), but not smell (β = 0.04; t = 0.7), predicted joy.", [("Crust", "joy", "0.34", "5.2"), ("smell", "joy", "0.04", "0.7")]),
        ("Joy is significantly affected by crust with a path coefficient of 0.34 and a t-value of 5.21.", [("crust", "Joy", "0.34", "5.21")]),
        ("脆度对满意度(β=0.52,p<0.001)和忠诚(β=0.34,p<0.001)均有显著正向影响。", [("脆度", "满意度", "0.52", None), ("脆度", "忠诚", "0.34", None)]),
        ("The results were as follows: β = 0.34, t = 5.21.", []),
    ],
)  # fmt: skip
def test_more_ways_to_tell_a_coefficient(text: str, expected: list[tuple[str | None, ...]]) -> None:
    found = (*coefficients(said(text)), *chinese_effects(said(text), ()))
    assert [(f.value.from_, f.value.to, f.value.beta, f.value.stat) for f in found] == expected


def test_a_total_effect_in_words_is_one() -> None:
    (found,) = parallel_paths(said("The total effect of crust on joy was 0.46, of which 0.34 was direct."))
    assert (found.value.beta, found.value.effect) == ("0.46", "total")


def test_slopes_behind_whom_they_hold_for() -> None:
    text = "Slopes analysis (Figure 2) showed that crust was associated with deep sleep in bakers and nurses with low salt (B = 0.39, SE = 0.06) but not in nurses with high salt (B = 0.08, SE = 0.07)."
    found = coefficients(said(text.replace("bakers and ", "")))
    assert [(f.value.from_, f.value.to, f.value.b, f.value.group) for f in found] == [
        ("crust", "deep sleep", "0.39", "nurses with low salt"),
        ("crust", "deep sleep", "0.08", "nurses with high salt"),
    ]
