"""Effects told in prose in the ways in which authors say one thing: each sentence with the paths it tells, and some that tell none."""

import pytest

from evidence.read import markdown
from evidence.read.prose import understand


def told(text: str, head: str = "Results") -> list[str]:
    source = markdown.to_source(f"# Bread\n\n## {head}\n\n{text}\n".encode())
    return sorted({_line(found.value) for found in understand(source).paths})


def _line(path: object) -> str:
    value = getattr(path, "beta", None) or getattr(path, "b", None)
    via, group = getattr(path, "via", None), getattr(path, "group", None)
    ends = f"{getattr(path, 'from_', '')} > {getattr(path, 'to', '')}".lower()
    return f"{ends} {value}" + (f" via {via}".lower() if via else "") + (f" for {group}" if group else "")


TOLD = [
    # steps
    ("Each additional unit of crust raised joy by .21 (SE = .04, p < .001).", ["crust > joy .21"]),
    ("For every one-point increase in salt, joy fell by 0.34 points (SE = 0.09).", ["salt > joy -0.34"]),
    ("A one-standard-deviation increase in crust went with a .30 SD increase in joy.", ["crust > joy .30"]),
    ("A one SD rise in salt was associated with a 0.27 SD decrease in joy.", ["salt > joy -0.27"]),
    ("A one SD increase in crust led to a 1.2 point increase in joy.", []),
    ("Each unit of crust raised the odds of joy by 0.21.", []),
    # how the number is named
    ("Crust also influences joy through salt (indirect effect 0.19, z = 3.51).", ["crust > joy 0.19 via salt"]),
    ("Crust raises joy (total effect .42, p < .01).", ["crust > joy .42"]),
    ("Crust raises joy, as with an indirect effect 19 bakers told us of.", []),
    ("Crust had a significant effect on joy (O = 0.32, T = 4.1, P = 0.000).", ["crust > joy 0.32"]),
    ("Crust influences joy (original sample = 0.281, t-statistic = 3.62).", ["crust > joy 0.281"]),
    ("Crust was linked to joy, B(SE) = 0.18 (0.05), p < .001, but not to sales, B(SE) = 0.04 (0.05), p = .42.", ["crust > joy 0.18", "crust > sales 0.04"]),
    ("Crust give positive impact to joy with the coefficient value 0.247 and t-count 3.109.", ["crust > joy 0.247"]),
    ("Crust and smell predicted joy, with standardized coefficients of .28 and .19, respectively.", ["crust > joy .28", "smell > joy .19"]),
    ("Joy was predicted by crust, smell and salt (β = .33, .21 and .11, respectively).", ["crust > joy .33", "salt > joy .11", "smell > joy .21"]),
    # what was said before
    ("We turned to the antecedents of joy. Among the antecedents, crust (β = .38) was the strongest, followed by smell (β = .22).", ["crust > joy .38", "smell > joy .22"]),
    ("Joy was regressed on crust and distance to town. The coefficient of crust was .44 (p < .001), and the one of distance to town was -.18.", ["crust > joy .44", "distance to town > joy -.18"]),
    ("We first examined whether crust shapes joy. The relationship was positive (β = .31, t = 4.8).", ["crust > joy .31"]),
    ("Crust predicted joy (β = .33). Salt, however, did not (β = .02).", ["crust > joy .33", "salt > joy .02"]),
    ("Crust predicted joy (β = .33). The effect of salt was weaker (β = .12).", ["crust > joy .33", "salt > joy .12"]),
    ("Crust predicted joy (β = .33). A similar effect was found for smell (β = .22).", ["crust > joy .33", "smell > joy .22"]),
    ("Joy was affected by crust (β = .33). Sales were not (β = .02).", ["crust > joy .33", "crust > sales .02"]),
    # in other orders
    ("The path to joy from crust was significant (β = .47).", ["crust > joy .47"]),
    ("The paths to joy from crust (.39, p < .001) and from smell (.12, p = .04) were both significant.", ["crust > joy .39", "smell > joy .12"]),
    ("The beta weights for predicting joy were .37 for crust and −.21 for salt.", ["crust > joy .37", "salt > joy -.21"]),
    ("The effects of crust were .4 on joy and .2 on sales.", ["crust > joy .4", "crust > sales .2"]),
    ("The effects on joy were .4 for men and .2 for women.", []),
    ("For joy, crust (β = .33) and smell (β = .21) were significant predictors.", ["crust > joy .33", "smell > joy .21"]),
    ("Joy had two significant predictors: crust (β = .33) and smell (β = .21).", ["crust > joy .33", "smell > joy .21"]),
    # what goes on behind it
    ("The path from crust to joy (.33) was stronger than that from salt to joy (.21).", ["crust > joy .33", "salt > joy .21"]),
    ("Crust explained joy well (β = .33), better than salt (β = .21).", ["crust > joy .33", "salt > joy .21"]),
    ("Crust T1 predicted joy T2 (β = .13), whereas the reverse path was not significant (β = .05).", ["crust t1 > joy t2 .13", "joy t1 > crust t2 .05"]),
    ("Crust positively predicts joy, whereas salt (β = −.21) negatively predicts it.", ["salt > joy -.21"]),
    ("Crust (β = .33) positively predicts joy, while salt (β = −.21) negatively predicts it.", ["crust > joy .33", "salt > joy -.21"]),
    ("We found a link between crust and joy (β = .33), and a negative one between salt and joy (β = −.21).", ["crust > joy .33", "salt > joy -.21"]),
    ("Crust had a total effect of .37 on joy, of which .15 was indirect through calm.", ["crust > joy .15 via calm", "crust > joy .37"]),
    ("The interaction between crust and age was significant (β = −.14) in predicting joy.", ["crust × age > joy -.14"]),
    ("The squared term of crust was negatively related to joy (β = −.21).", ["crust squared > joy -.21"]),
    ("Crust raised joy in both parts of the town (East: β = .37; West: β = .52).", ["crust > joy .37 for East", "crust > joy .52 for West"]),
    # what it goes through, depends on, or is compared by
    ("The effect of crust on joy is transmitted by calm (β = .12).", ["crust > joy .12 via calm"]),
    ("The sequence crust → calm → sleep → joy was supported (B = .03).", ["crust > joy .03 via calm and sleep"]),
    ("The effect of crust on joy varied with age (β = .13).", ["crust × age > joy .13"]),
    ("As crust increased, joy increased (β = .33).", ["crust > joy .33"]),
    ("Buyers with higher hope showed more joy (β = .33).", ["hope > joy .33"]),
    ("The effect of crust on joy differed between men (β = .33) and women (β = .12).", []),
    ("Among men, crust raised joy (β = .33). Among women, the effect was weaker (β = .15).", ["crust > joy .15 for women", "crust > joy .33 for men"]),
    ("As indicated by the path coefficient (β = .21), crust improves joy.", ["crust > joy .21"]),
    ("Crust was a stronger predictor of joy (β = .43) than salt was (β = −.18).", ["crust > joy .43", "salt > joy -.18"]),
    ("Significant associations with joy were found for crust (β = 0.21) and salt (β = 0.16).", ["crust > joy 0.21", "salt > joy 0.16"]),
    # regressions, and numbers that belong to names in turn
    ("Joy was regressed on crust (β = .28) and age (β = −.11).", ["age > joy -.11", "crust > joy .28"]),
    ("A regression with joy as the dependent variable showed that crust (β = .28) and age (β = −.11) were significant predictors.", ["age > joy -.11", "crust > joy .28"]),
    ("Crust and salt were entered as predictors of joy. Only crust was significant (β = .28).", ["crust > joy .28"]),
    ("Crust influenced joy and sales with coefficients of .28 (p < .001) and .17 (p < .01).", ["crust > joy .28", "crust > sales .17"]),
    ("Crust was positively, and salt negatively, associated with joy (β = .28 and −.11, respectively).", []),
    ("There exists a direct positive and significant influence of crust on joy of 0.28 (p = 0.001).", ["crust > joy 0.28"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_sentence_tells_its_paths_and_no_others(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Crust influenced joy (β = .48, p < .01).", "Pilot study"),
        ("In the pretest, crust influenced joy (β = .48, p < .01).", "Results"),
        ("The population path from crust to joy was set to .30.", "Method"),
        ("The Cronbach's alpha coefficients of crust, smell and readiness to pay were .89, .92 and .83.", "Results"),
        ("The p value for the path from crust to joy was .032.", "Results"),
        ("The standard error of the path from crust to joy was .05.", "Results"),
        ("The difference between crust and smell was significant (Δβ = .21, p = .03).", "Results"),
        ("Doe (2014) showed that crust raises joy (β = .42, p < .001).", "Results"),
        ("We did not replicate the effect of crust on joy (β = .31) reported by Doe (2015).", "Results"),
        ("Adding paths from crust to joy brought nothing, Δχ2(1) = 0.62, p = .431.", "Results"),
    ],
)
def test_what_is_no_result_of_the_study_is_no_path(text: str, head: str) -> None:
    assert told(text, head) == []


def test_a_hypothesis_that_is_judged_keeps_its_own_ends() -> None:
    text = "H1: Crust raises joy. H2: Salt lowers joy. H1 was supported (β = .30, t = 4.1)."
    assert told(text) == [" >  .30"]  # by its label, which leads to the hypothesis when all is put together


def test_a_direct_effect_behind_a_total_one_is_direct() -> None:
    text = "# Bread\n\n## Results\n\nThe total effect of crust on joy was .48; the direct effect was .29.\n"
    paths = [found.value for found in understand(markdown.to_source(text.encode())).paths]
    assert {(str(path.beta), path.effect) for path in paths} == {(".48", "total"), (".29", "direct")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crust had no effect (β = .03, p = .61) on joy.", ["crust > joy .03"]),
        (
            "Crust had no effect (β = .03) on joy, but salt had an effect (β = .31) on calm.",
            ["crust > joy .03", "salt > calm .31"],
        ),
        (
            "Crust had a strong effect (β = .43) on joy and a weaker effect (β = .13) on fear.",
            ["crust > fear .13", "crust > joy .43"],
        ),
        ("There was a link (β = .21) between crust and joy.", ["crust > joy .21"]),
        ("Crust had an influence (β = .43) on joy while salt had none.", ["crust > joy .43"]),
        ("Crust had an effect (β = .43) on joy, as did salt (β = .21).", ["crust > joy .43", "salt > joy .21"]),
        (
            "Crust had a link (β = .43) with joy, and there was a link (β = .21) between salt and calm.",
            ["crust > joy .43", "salt > calm .21"],
        ),
        (
            "Crust had no effect (β = .03) on joy (H1), but salt had an effect (β = .31) on calm (H2).",
            ["crust > joy .03", "salt > calm .31"],
        ),
        ("The effect (β = .43) was large, and on Mondays bakers met.", []),
    ],
)
def test_a_bracket_between_an_effect_and_its_target(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_second_effect_of_the_same_construct_needs_no_verb() -> None:
    text = "Crust had a strong effect on joy (β = .43) and a weaker effect on fear (β = .13)."
    assert told(text) == ["crust > fear .13", "crust > joy .43"]


@pytest.mark.parametrize("se", ["s.e. = 0.05", "s.e. 0.05", "s. e. = 0.05"])
def test_a_standard_error_in_small_letters(se: str) -> None:
    source = markdown.to_source(f"# Bread\n\n## Results\n\nSalt affected joy (b = 0.31, {se}).\n".encode())
    assert [found.value.se for found in understand(source).paths] == ["0.05"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The effect of this kind was positive (β = .21, p < .01). Thus, H2 was supported.", "H2"),
        ("The mediation was significant (β = .21, p < .01). H2 is supported.", "H2"),
        ("The mean was high (β = .21). H2 was supported.", None),
        ("The effect was positive (β = .21). Thus, H2 and H3 were supported.", None),
        ("The effect was positive (β = .21). Bakers were glad.", None),
    ],
)
def test_an_effect_without_a_name_is_of_the_hypothesis_judged_next(text: str, label: str | None) -> None:
    source = markdown.to_source(f"# Bread\n\n## Results\n\n{text}\n".encode())
    found = [(path.value.hypothesis, path.value.beta) for path in understand(source).paths]
    assert found == ([(label, ".21")] if label else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Salt had an effect (b = .40) on joy, rye (b = .20) and crust (b = .10) on calm.",
            ["crust > calm .10", "rye > calm .20", "salt > joy .40"],
        ),
        ("Salt had an effect (b = .40) on joy, and rye (b = .20) did so too.", ["rye > joy .20", "salt > joy .40"]),
        ("Salt had an effect (β = .40) on joy, and rye (β = .20) as well.", ["rye > joy .20", "salt > joy .40"]),
        ("Salt had an effect (β = .40) on joy, and of rye (β = .20) on calm.", ["rye > calm .20", "salt > joy .40"]),
    ],
)
def test_further_sources_before_brackets_of_their_own(text: str, expected: list[str]) -> None:
    assert told(text) == expected
