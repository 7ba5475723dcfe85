"""Numbers in sentences: fit, coefficients, sample sizes, reliability, effects; each with the place it was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.read.clear import Clear
from evidence.read.prose.chinese.effects import chinese_effects
from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.effects.configurations import configurations
from evidence.read.prose.effects.mediation import mediated
from evidence.read.prose.effects.parallel import name_list, parallel_paths
from evidence.read.prose.figures import printed, scaled
from evidence.read.prose.fit.common_method import common_method
from evidence.read.prose.fit.explained import explained
from evidence.read.prose.fit.fits import fits
from evidence.read.prose.fit.model_differences import model_differences
from evidence.read.prose.methods import conventions
from evidence.read.prose.reliability.reliabilities import reliabilities
from evidence.read.prose.samples.sample import sample
from evidence.read.prose.sentences import Passage, Sentence, sentences


def said(*texts: str, section: str = "Results") -> tuple[Sentence, ...]:
    found: list[Passage] = []
    start = 0
    for text in texts:
        found.append(Passage(Clear(text, range(start, start + len(text))), section, None, "paragraph"))
        start += len(text) + 2
    return sentences(tuple(found))


def values(piece: object, *names: str) -> tuple[object, ...]:
    return tuple(getattr(piece, name) for name in names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "χ2(51) = 59.15, p = .20, CFI = 0.99, RMSEA = .03",
            {"chi2": "59.15", "df": "51", "p": ".20", "cfi": "0.99", "rmsea": ".03"},
        ),
        (
            "The chi-square to degrees of freedom ratio is 2.0, and the RMSEA is 0.05.",
            {"chi2_df": "2.0", "rmsea": "0.05"},
        ),
        ("The CFI was .95, the TLI .94 and the SRMR .052.", {"cfi": ".95", "tli": ".94", "srmr": ".052"}),
        ("The SRMR of the estimated model was 0.061 and the NFI 0.89.", {"srmr": "0.061", "nfi": "0.89"}),
        ("CFI is .96, with NFI .90 or higher being good.", {"cfi": ".96"}),
        ("chi-squared = 1023, 308 d.f., NNFI = 0.92", {"chi2": "1023", "df": "308", "tli": "0.92"}),
        ("RMSEA = .042, 90% CI = [.019, .063]", {"rmsea": ".042", "rmsea_lo": ".019", "rmsea_hi": ".063"}),
        ("RMSEA 90% C.I. = [0.071, 0.081], CFI = .95", {"rmsea_lo": "0.071", "rmsea_hi": "0.081", "cfi": ".95"}),
        ("The value of SRMR is 5%.", {"srmr": ".05"}),
        (
            "The normed fit index stood at .91, CFI came to .96 and RMSEA amounted to .05.",
            {"nfi": ".91", "cfi": ".96", "rmsea": ".05"},
        ),
        ("RMSEA turned out to be .06 and SRMR to be .04.", {"rmsea": ".06", "srmr": ".04"}),
        (
            "We looked at these criteria: the chi-square/df ratio was 1.9; the CFI equalled .96.",
            {"chi2_df": "1.9", "cfi": ".96"},
        ),
        (
            "More telling are the RMSEA (0.046), the CFI (0.962) and the standardised RMR (0.039).",
            {"rmsea": "0.046", "cfi": "0.962", "srmr": "0.039"},
        ),
        (
            "RMSEA = 0.043 with a 90% confidence interval from 0.030 to 0.056",
            {"rmsea": "0.043", "rmsea_lo": "0.030", "rmsea_hi": "0.056"},
        ),
        (
            "CFI = .96, RMSEA = .048 (LO90 = .038; HI90 = .057)",
            {"cfi": ".96", "rmsea": ".048", "rmsea_lo": ".038", "rmsea_hi": ".057"},
        ),
        (
            "Chisq/df = 2.58, the root mean square residual (RMR) was .038 and CFI = .95",
            {"chi2_df": "2.58", "rmr": ".038", "cfi": ".95"},
        ),
        ("SRMR was .05, d_ULS was 1.116 and d_G was 0.512.", {"srmr": ".05", "d_uls": "1.116", "d_g": "0.512"}),
    ],
)
def test_fit_is_read_index_by_index(text: str, expected: dict[str, str]) -> None:
    (found,), _ = fits(said(text))
    assert {k: v for k, v in vars(found.value).items() if k in expected or k in found.spans} == expected
    assert all(printed(text[a:b].rstrip("%")) is not None for a, b in found.spans.values())


@pytest.mark.parametrize(
    "text",
    [
        "Δχ2(1) = 22.8, p < .001 shows a difference.",
        "Men and women differed, χ2(1, N = 785) = 0.72.",
        "GFI should be above 0.90.",
        "One would like a CFI of .95 or more.",
        "A GFI of .90 at least is asked for.",
        "The CFI recommended is 0.90.",
        "chi-square/df between 2-5 is acceptable",
    ],
)
def test_what_is_not_a_models_fit_is_no_fit(text: str) -> None:
    found, _ = fits(said(text))
    assert not any(f.value.cfi or f.value.gfi or f.value.chi2 or f.value.chi2_df for f in found)


def test_two_models_in_one_paragraph_are_two_rows() -> None:
    found, _ = fits(said("Measurement model: χ2(3) = 30.1, CFI = .98. Structural model: χ2(2) = 0.13, CFI = 1.00."))
    assert [(f.value.chi2, f.value.cfi) for f in found] == [("30.1", ".98"), ("0.13", "1.00")]


def test_the_fit_of_an_earlier_study_is_not_this_papers() -> None:
    text = "Doe and Roe (2011) propose five constructs; their fit had a GFI of .88 and an RMSEA of .09."
    assert fits(said(text, section="2. Ovens and earlier research")) == ((), ())
    assert len(fits(said(text, section="4. Results"))[0]) == 1


def test_a_bound_is_a_claim() -> None:
    _, claims = fits(said("The RMSEA < .08 and CFI = .95 are good."))
    assert [(c.value.ref, c.value.op, c.value.value) for c in claims] == [("rmsea", "<", ".08")]


def test_coefficients_follow_their_sentence() -> None:
    text = (
        "In support of H1 and H2, trust positively influences loyalty (b = 0.133, t = 2.9, p <0.01) and habit (b = 0.591, SE = 0.10), "
        "while churn is reduced by comfort (β = −.21, 95% CI [−.30, −.12])."
    )
    found = [f.value for f in coefficients(said(text))]
    assert [values(p, "from_", "to", "hypothesis", "beta") for p in found[:2]] == [
        ("trust", "loyalty", None, "0.133"),
        ("trust", "habit", None, "0.591"),
    ]
    assert values(found[0], "stat", "p") == ("2.9", "<0.01")
    assert values(found[1], "se") == ("0.10",)


def test_labels_in_order_go_to_coefficients_in_order() -> None:
    found = coefficients(said("In support of H1 and H2, trust affects loyalty (β = .3) and habit (β = .2)."))
    assert [f.value.hypothesis for f in found] == ["H1", "H2"]


def test_a_coefficient_named_before_its_value() -> None:
    (found,) = coefficients(
        said("The path coefficient of trust and loyalty is 0.507 (T=7.991, P<0.001), and H1 passes.")
    )
    assert values(found.value, "from_", "to", "beta", "stat", "p", "hypothesis") == (
        "trust",
        "loyalty",
        "0.507",
        "7.991",
        "<0.001",
        "H1",
    )


def test_a_list_inside_a_bracket() -> None:
    found = coefficients(
        said("Depression and anxiety were positively related to use (β = 0.14, 0.12, respectively, p < .05).")
    )
    assert [values(f.value, "from_", "to", "beta", "p") for f in found] == [
        ("Depression", "use", "0.14", "<.05"),
        ("anxiety", "use", "0.12", "<.05"),
    ]


def test_interactions_and_unstandardized_coefficients() -> None:
    found = [
        f.value
        for f in coefficients(said("The interaction of age and trust was related to loyalty (B = 0.20, p = .03)."))
    ]
    assert [values(p, "from_", "b", "beta", "effect") for p in found] == [("age × trust", "0.20", None, "interaction")]


def test_parallel_lists_and_percent_scales() -> None:
    text = "The path coefficients of trust, habit and comfort on loyalty are 31, 27 and 24 respectively, and the path coefficients of them on churn are 35, 30, 28."
    found = [f.value for f in parallel_paths(said(text))]
    assert [values(p, "from_", "to", "beta", "printed") for p in found] == [
        ("trust", "loyalty", ".31", "31"), ("habit", "loyalty", ".27", "27"), ("comfort", "loyalty", ".24", "24"),
        ("trust", "churn", ".35", "35"), ("habit", "churn", ".30", "30"), ("comfort", "churn", ".28", "28"),
    ]  # fmt: skip


def test_lists_of_unequal_length_are_left_alone() -> None:
    assert parallel_paths(said("The path coefficients of trust and habit on loyalty are .31, .27 and .24.")) == ()
    assert name_list("trust, perceived risk, and loyalty") == ["trust", "perceived risk", "loyalty"]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("In all, 520 questionnaires were handed out, and 471 valid questionnaires came back.", "471"),
        ("Of 1,200 invited, 352 responses were received; 340 usable responses remained.", "340"),
        ("The final sample consisted of 287 respondents.", "287"),
        ("Participants were 641 college students.", "641"),
        ("Data were collected from 1,024 riders in two cities (City A: n = 540; City B: n = 484).", "1024"),
        ("At least 200 respondents are recommended (Kline, 2011). We surveyed 318 nurses.", "318"),
        ("共回收有效问卷377份。", "377"),
        ("In 2015 respondents were invited; 211 valid answers were kept.", "211"),
    ],
)
def test_the_analysed_number_is_n(text: str, n: str) -> None:
    found = sample(said(text, section="Method"))
    assert found is not None
    assert found.value.n == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("After cleaning, 412 cases remained.", "412"),
        ("690 came back; 52 were unusable, which left 638 for analysis: 341 from men and 297 from women.", "638"),
        ("We collected data from 412 employees of 38 bakeries.", "412"),
        ("The sample size of this study is 426.", "426"),
        ("From 1,066 bakers 283 replies came in. The analysis is based on 267 bakers, 149 of them old.", "267"),
        (
            "There were 801 completed questionnaires. We set aside 58. Of the remaining 743 readers 44% were women.",
            "743",
        ),
        ("We received 214 questionnaires; 176 responses (9.1%) were retained.", "176"),
        ("A total of 356 guests completed the survey, of whom 12 were excluded, giving a final n of 344.", "344"),
        ("Screening brought the sample down to 274.", "274"),
        ("Of 300 forms 190 came back. The analysis thus covers 183 riders: 90 women and 93 men.", "183"),
        ("The analyses are confined to the 183 readers who paid.", "183"),
        ("Usable questionnaires numbered 274.", "274"),
        ("Answers from 274 clients form the basis of the analysis.", "274"),
        ("Questionnaires were sent to 1,500 firms, and 312 firms responded (20.8%).", "312"),
        ("312 employees of a bank participated in the study.", "312"),
        ("A pilot with 40 students preceded the main study, in which 350 employees took part.", "350"),
        ("Complete data were available for 528 persons.", "528"),
        ("420 agreed to take part and 398 stayed; analyses were run on these 398 patients.", "398"),
        ("Se obtuvieron 318 cuestionarios válidos.", "318"),
    ],
)
def test_the_words_for_what_was_analysed(text: str, n: str) -> None:
    found = sample(said(text, section="Method"))
    assert found is not None
    assert found.value.n == n


def test_the_sample_of_an_earlier_study_is_not_this_one() -> None:
    assert sample(said("Roe and Doe (2012) found a weak effect among women (n = 315).", section="Introduction")) is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Cronbach's alpha and composite reliability were .91 and .92 for warm light, and .79 and .80 for mood.",
            ("alpha", "cr"),
        ),
        ("Warm light had a CR and an AVE of .91 and .92, mood of .79 and .80.", ()),
        ("The CR and the AVE were .91 and .92 (warm light) and .79 and .80 (mood).", ("cr", "ave")),
        ("Alpha and CR exceeded .70: .91 and .92 for warm light, .79 and .80 for mood.", ()),
    ],
)
def test_two_reliabilities_of_each_construct_in_turn(text: str, figures: tuple[str, ...]) -> None:
    found = reliabilities(said(text, section="Measures"), ("Warm light", "Mood", None))
    told = {(f.value.name.lower(), *values(f.value, *figures)) for f in found if figures}
    assert told == ({("warm light", ".91", ".92"), ("mood", ".79", ".80")} if figures else set())
    for one in found:
        assert all(text[a:b] == getattr(one.value, name) for name, (a, b) in one.spans.items())


@pytest.mark.parametrize(
    "text",
    [
        "For warm light we used six items, and for mood eight; Cronbach's alpha was 0.92 and 0.88 respectively.",
        "Cronbach's alphas were 0.92 (warm light) and 0.88 (mood).",
        "All scales were reliable (warm light: α = 0.92; mood: α = 0.88).",
        "Alpha coefficients of 0.92 for warm light and 0.88 for mood were found.",
        "Alpha for mood and warm light was 0.88 and 0.92.",
    ],
)
def test_alphas_fall_to_the_constructs_in_their_order(text: str) -> None:
    found = reliabilities(said(text, section="Measures"), ("Warm light", "Mood", None))
    assert {(f.value.name.lower(), f.value.alpha) for f in found} == {("warm light", "0.92"), ("mood", "0.88")}


def test_alphas_without_an_order_are_left() -> None:
    for text in (
        "Cronbach's alpha was 0.92, 0.88 and 0.71 for the scales of mood.",
        "Mood and warm light have an alpha above 0.70 and 0.80.",
    ):
        assert reliabilities(said(text, section="Measures"), ("Warm light", "Mood")) == ()


def test_one_alpha_belongs_to_the_measure_that_the_sentence_describes() -> None:
    text = "Job pride was measured by means of five statements on such matters as wages and praise, as agreed with the manager (α = 0.83)."
    found = reliabilities(said(text, section="Measures"))
    assert [(f.value.name, f.value.alpha) for f in found] == [("Job pride", "0.83")]


def test_no_number_is_no_sample() -> None:
    assert sample(said("Nobody was asked.")) is None


def test_the_rate_and_the_captions_count() -> None:
    found = sample(said("The valid response rate was 93%."), (("Table 1. Means (N = 465)", 100),))
    assert found is not None
    assert (found.value.n, found.value.valid_rate_pct, found.spans["n"]) == ("465", "93", (120, 123))


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("In all, 420 bakers returned the form. Twenty were excluded; 400 were analysed. The response rate was 35.0%.", None),
        ("In all, 420 bakers returned the form. Twenty were excluded; 400 were analysed. The valid rate was 95.2%.", "95.2"),
        ("We sent 800 forms and 420 bakers returned theirs; 400 were analysed, a response rate of 50.0%.", "50.0"),
        ("We sent 1,000 forms. Two hundred were returned undelivered. We received 420 forms, a response rate of 52.5% of those delivered. The final sample was 400.", None),
        ("The response rate is usually under 20%. We asked 420 bakers, and 400 answers were valid.", None),
    ],
)  # fmt: skip
def test_a_rate_of_those_asked_is_no_rate_of_the_answers_that_came(text: str, rate: str | None) -> None:
    found = sample(said(*(f"{part}." for part in text.rstrip(".").split(". "))))
    assert found is not None
    assert found.value.valid_rate_pct == rate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cronbach's alpha for the trust scale was .85.", [("trust", ".85")]),
        ("Trust (α = .88) and habit (α = .79) were averaged.", [("Trust", ".88"), ("habit", ".79")]),
        (
            "Trust was measured with five items (α = .87), and habit with three items (α = .83).",
            [("Trust", ".87"), ("habit", ".83")],
        ),
        (
            "Cronbach's alpha values for trust, habit and comfort were .81, .86 and .90, respectively.",
            [("trust", ".81"), ("habit", ".86"), ("comfort", ".90")],
        ),
        (
            "Trust was measured with five items. In this study, the Cronbach's α for the construct was .73.",
            [("Trust", ".73")],
        ),
        ("Cronbach's alpha should exceed .70.", []),
        ("The reliability of the entire scale (α = .919) was good.", []),
    ],
)
def test_reliability_goes_to_the_measure_spoken_of(text: str, expected: list[tuple[str, str]]) -> None:
    found = reliabilities(said(text, section="Measures"))
    assert [(f.value.name, f.value.alpha) for f in found] == expected


def test_mediated_effects_in_words() -> None:
    (found,) = mediated(
        said(
            "Trust influences loyalty indirectly through habit by 21, directly by 34, and has a total effect of 55. The indirect effect accounts for 38% of the total effect, a partial mediation."
        )
    )
    assert values(found.value, "from_", "to", "via", "indirect", "total", "vaf", "mediation") == (
        "Trust",
        "loyalty",
        "habit",
        ".21",
        ".55",
        "38%",
        "partial",
    )
    assert found.value.printed == {"indirect": "21", "direct": "34", "total": "55"}
    assert mediated(said("The indirect effect was 0.2.")) == ()


def test_configurations_in_words() -> None:
    text = "The overall solution consistency of 0.88 and solution coverage of 0.71 are good. Path 1, high trust × low risk, had a consistency of 0.91 and a coverage of 0.44."
    passage = Passage(Clear(text, range(len(text))), "", None, "paragraph")
    (found,) = configurations((passage,))
    assert (found.value.solution_consistency, found.value.configs[0].terms, found.value.configs[0].raw_coverage) == (
        "0.88",
        "trust*~risk",
        "0.44",
    )


def test_explained_variance_in_words() -> None:
    found = explained(
        said(
            "The model explained 44% of the variance in loyalty. R2 of churn is .31, and average variance extracted was fine."
        )
    )
    assert [(f.value.outcome, f.value.r2) for f in found] == [("loyalty", "44%")]
    found = explained(said("The R2 of churn is .31.", "R2 values were .52 for trust, and .20 for habit."))
    assert [(f.value.outcome, f.value.r2) for f in found] == [("churn", ".31"), ("trust", ".52"), ("habit", ".20")]


@pytest.mark.parametrize(
    ("text", "share", "limit"),
    [
        ("In Harman's test the first factor explained only 32.4% of the variance, below the threshold of 50%.", "32.4%", "<50%"),
        ("Common method bias: 41% of the total variance was explained by a single factor.", "41%", None),
        ("For method bias, the variance explained by the first factor was 28.61%, less than 40%.", "28.61%", "<40%"),
        ("采用Harman单因素检验法,因子1的解释方差为44.94%,小于50%的标准.", "44.94%", "<50%"),
    ],
)  # fmt: skip
def test_the_first_factor_of_a_test_for_common_method_bias(text: str, share: str, limit: str | None) -> None:
    (found,) = common_method(said("Nothing of the kind, 12%.", text))
    assert (found.value.harman_pct, found.value.thresholds.get("harman_pct")) == (share, limit)
    assert found.spans["harman_pct"][1] > found.spans["harman_pct"][0] > 20


@pytest.mark.parametrize(
    "text",
    [
        "The first factor explained 29.93% of the variance.",  # of an exploratory analysis
        "Harman's test showed no single factor; 73% of the variance was explained by nine factors.",
        "Common method bias is unlikely, as the first factor was small.",
    ],
)
def test_other_factors_are_not_taken_for_it(text: str) -> None:
    assert common_method(said(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bound model fitted worse, Δχ2 (1) = 22.83, p < .001.", ("22.83", "1", "<.001")),
        ("Invariance held (Δχ2 = 11.70, Δdf = 8, p = .165).", ("11.70", "8", ".165")),
        ("A chi-square difference test: χ2(4) = 3.9, p = .42.", ("3.9", "4", ".42")),
        ("∆χ2(df = 2, N = 412) = 6.50, p = .039", ("6.50", "2", ".039")),
    ],
)
def test_one_model_against_another(text: str, expected: tuple[str, str, str]) -> None:
    (found,) = model_differences(said(text))
    assert (found.value.stat, found.value.df1, found.value.p) == expected
    assert found.value.kind == "chi2"


def test_a_difference_without_its_df_or_p_is_left() -> None:
    assert model_differences(said("ΔCFI = .004; Δχ2 = 11.7, p = .04.", "χ2(3) = 4.1, p = .25.")) == ()


def test_methods() -> None:
    found = conventions(
        said(
            "We used SPSS 25 and AMOS 24.0 with maximum likelihood estimation, 5,000 bootstrap samples, two-tailed tests, 95% confidence intervals and a seven-point Likert scale."
        )
    )
    assert found is not None
    assert values(found.value, "software", "estimator", "bootstrap", "tails", "ci_level", "scale_points") == (
        "AMOS 24.0",
        "ML",
        "5000",
        "two",
        "95",
        "7",
    )
    assert conventions(said("Nothing was said.")) is None


@pytest.mark.parametrize(
    ("sentence", "estimator"),
    [
        ("Models were fitted by maximum likelihood estimation.", "ML"),
        ("Models were fitted by full information maximum likelihood with robust standard errors.", "MLR"),
        ("Fit was good (RMSEA = .03; Yuan-Bentler scaling factor = 1.1).", "MLR"),
        ("We used maximum likelihood. Robust standard errors came with the regressions.", "ML"),
    ],
)
def test_maximum_likelihood_with_robust_errors_is_said_to_be_robust(sentence: str, estimator: str) -> None:
    found = conventions(said(sentence))
    assert found is not None
    assert found.value.estimator == estimator


def test_the_method_of_others_is_not_the_papers_own() -> None:
    others = "Oven and Salt (2010) reported what pays for bakers in multiple regressions. "
    found = conventions(said(others + "We used LISREL 8.7 to test the model.", section="Background"))
    assert found is not None
    assert (found.value.software, found.value.estimator) == ("LISREL 8.7", None)


@given(st.decimals(min_value=-99, max_value=99, places=3))
def test_a_number_is_printed_with_a_plain_minus(number: object) -> None:
    assert printed(str(number).replace("-", "− ")) == str(number)


@given(st.integers(min_value=-99, max_value=99))
def test_whole_percents_are_hundredths(number: int) -> None:
    repaired = scaled(str(number))
    assert repaired is not None
    assert repaired.value == pytest.approx(number / 100)
    assert scaled("0.5") is None


def test_coefficients_set_off_by_commas() -> None:
    text = "Trust predicted loyalty, β = .35, SE = .07, p < .001, and habit predicted churn, b = -0.20, t(310) = -2.9, p = .004."
    found = [f.value for f in coefficients(said(text))]
    assert [values(p, "from_", "to", "beta", "se", "stat", "p") for p in found] == [
        ("Trust", "loyalty", ".35", ".07", None, "<.001"),
        ("habit", "churn", "-0.20", None, "-2.9", ".004"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Cronbach's alpha coefficients of trust, habit and loyalty were 0.84, 0.88 and 0.91.",
        "The correlation coefficient between trust and loyalty was 0.45.",
    ],
)
def test_other_coefficients_are_no_paths(text: str) -> None:
    assert coefficients(said(text)) == ()


def test_coefficients_in_chinese() -> None:
    (found,) = chinese_effects(said("结果显示,感知价值对购买意愿的路径系数为0.42。"), ())
    assert values(found.value, "from_", "to", "beta") == ("感知价值", "购买意愿", "0.42")


def test_a_path_named_with_its_critical_ratio() -> None:
    (found,) = coefficients(
        said(
            "The path from autonomy to engagement was significant (standardized estimate = .41, C.R. = 6.2, p < .001)."
        )
    )
    assert values(found.value, "from_", "to", "beta", "stat") == ("autonomy", "engagement", ".41", "6.2")


@pytest.mark.parametrize(
    "text",
    [
        "Trained helpers approached 700 bakers; 561 agreed and 480 interviews were complete and consistent.",
        "In the end we interviewed 480 village bakers.",
        "This panel study of 480 members was run in Malta.",
        "Of 900 invited bakers, 480 took part. Our study followed 480 bakers over a year.",
    ],
)
def test_sizes_of_those_who_were_asked_and_took_part(text: str) -> None:
    found = sample(said(text, section="Method"))
    assert found is not None
    assert found.value.n == "480"


def test_a_table_note_tells_the_size() -> None:
    noted = sample(said("Of 900 eligible bakers, many took part.", section="Method"), (("Note. N = 480.", 500),))
    assert noted is not None
    assert noted.value.n == "480"


def test_a_test_of_the_model_alone_is_its_fit() -> None:
    from evidence.read.text import to_source
    from evidence.read.understanding import understand

    said = "Results\n\nThe structural model had a good fit: χ2 = 120.40 (df = 60, p < 0.001).\n"
    [fit] = understand(to_source(said.encode()))[0].fit
    assert (fit.chi2, fit.df) == ("120.40", "60")
    other = "Results\n\nMen and women did not differ in age, χ2 = 3.40 (df = 2, p = 0.18).\n"
    assert understand(to_source(other.encode()))[0].fit == ()


def figures(text: str) -> list[tuple[object, ...]]:
    return [values(f.value, "name", "alpha", "cr", "ave") for f in reliabilities(said(text, section="Measures"))]


def test_cr_and_ave_behind_an_alpha_in_its_bracket() -> None:
    told = "Oven trust was measured with four items of Doe et al. (2012) (α = .87, CR = .88, AVE = .66)."
    assert figures(told) == [("Oven trust", ".87", ".88", ".66")]
    assert figures(told.replace("CR = .88, ", "")) == [("Oven trust", ".87", None, ".66")]


def test_the_alpha_of_this_sample_beside_that_of_another() -> None:
    text = "Oven trust was measured with six items (Doe, 2010). In the validation by Doe (2010), alpha was 0.81; in the present sample it was .87 (CR = .88, AVE = .56)."
    assert figures(text) == [("Oven trust", ".87", ".88", ".56")]


def test_the_rate_tells_how_many_of_the_first_wave_came_back() -> None:
    text = "At Time 1 we invited 400 bakers, of whom 330 answered (response rate 82.5%). At Time 2, 280 of the 330 forms were returned. After ten were removed, 270 bakers were analysed."
    found = sample(said(text))
    assert found is not None
    assert (found.value.n, found.value.distributed, found.value.collected) == ("270", "400", "330")
