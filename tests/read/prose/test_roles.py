"""Who affects whom through a whole sentence, by the roles of its words."""

import pytest

from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.effects.correlated import correlated
from evidence.read.prose.effects.groups import paths_by_group
from evidence.read.prose.effects.plainly import plainly_told
from evidence.read.prose.effects.slopes import slopes
from evidence.read.prose.ends.roles import roles
from tests.read.prose.test_numbers import said


def told(*texts: str, section: str = "Results") -> str:
    """The ends of each path, in lower case."""
    found = coefficients(said(" ".join(texts), section=section))
    return " ".join(f"{f.value.from_.lower()}>{f.value.to.lower()}" for f in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crust (β = .3), smell (β = .2) and price fairness (β = .1) all significantly affect joy.", "crust>joy smell>joy price fairness>joy"),
        ("Intention to be fed was predicted by crust (β = .3), but not by salt (β = .02).", "crust>intention to be fed salt>intention to be fed"),
        ("Crust shows a link to joy (β = .3), smell does not (β = .02), and salt again does (β = .2).", "crust>joy smell>joy salt>joy"),
        ("Crust (β = .39) is the main antecedent of joy, ahead of smell (β = .26) and salt (β = .13).", "crust>joy smell>joy salt>joy"),
        ("Joy itself goes back to crust (β = .61).", "crust>joy"),
        ("Crust was tied to fear (β = −.30), which in turn was negatively related to joy (β = −.42).", "crust>fear fear>joy"),
        ("Crust kept a significant direct relation to joy (β = .18).", "crust>joy"),
        ("Support was found for H1, the effect of crust on joy (β = .3); and for H2, the effect of smell on joy (β = .2).", "crust>joy smell>joy"),
        ("The paths from crust to joy (β = .3) and from smell to joy (β = .2) were significant, but the path from salt to joy was not (β = .01).", "crust>joy smell>joy salt>joy"),
        ("The effects of crust (β = .3) and smell (β = .2) on joy were significant.", "crust>joy smell>joy"),
        ("Significant predictors of joy were crust (β = .3) and smell (β = .2).", "crust>joy smell>joy"),
        ("In the equation for joy, crust (β = .3) and smell (β = .2) were significant.", "crust>joy smell>joy"),
        ("Three of the four factors affect joy: crust (β = .3), smell (β = .2) and colour (β = .1).", "crust>joy smell>joy colour>joy"),
        ("Significant effects on joy were found for crust (β = .3), but not for salt (β = .01).", "crust>joy salt>joy"),
        ("We had predicted that crust would raise joy; this was borne out, too (b = .15).", "crust>joy"),
        ("There was no evidence that crust affects joy (β = .03).", "crust>joy"),
        ("Crust had a strong (β = .45), smell a moderate (β = .25), and salt a weak (β = .11) effect on joy.", "crust>joy smell>joy salt>joy"),
        ("Crust was the only predictor of joy (β = .34); smell (β = .02) and salt (β = .03) failed to reach significance.", "crust>joy smell>joy salt>joy"),
        ("Joy is driven mainly by crust (β = .34) and to a smaller degree by smell (β = .21).", "crust>joy smell>joy"),
        ("Three paths were significant: crust to joy (β = .42) and joy to sales (β = .33).", "crust>joy joy>sales"),
        ("We obtained β = .42 (p < .001) for the path from crust to joy, and β = .21 (p = .01) for that from smell to joy.", "crust>joy smell>joy"),
        ("Both attributes raised joy (crust: β = .42, p < .001; smell: β = .21, p = .01).", "crust>joy smell>joy"),
        ("Crust raised trust in the team (β = .42).", "crust>trust in the team"),
        ("Crust raised joy (γ₁₁ = .34) and joy raised sales (β21 = .21).", "crust>joy joy>sales"),
        ("Crust positively affects joy. This effect is significant (β = .45).", "crust>joy"),
        ("The figures point to the role of crust. It raised joy (0.53***).", "crust>joy"),
        ("Joy was regressed on crust and smell. Crust (β = .42) and smell (β = .21) were significant predictors.", "crust>joy smell>joy"),
    ],
)  # fmt: skip
def test_each_coefficient_has_both_its_ends(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Women reported more joy (0.49).",
        "Crust was related to joy (0.49) and smell (0.27).",
        "The following factors mattered (β = .3).",
        "Crust and smell raised joy and calm (β = .3).",
        "The more often it was seen, the better (β = .3).",
    ],
)
def test_what_the_words_do_not_tell_is_left(text: str) -> None:
    assert not roles([text[: text.index("(")]], "") or not told(text)


def test_the_outcome_may_stand_in_the_heading() -> None:
    text = "Crust was a strong predictor (β = .3), as was smell (β = .2)."
    assert told(text, section="Predictors of joy") == "crust>joy smell>joy"
    assert told(text) == ""
    (found,) = coefficients(
        said("The indirect effect of crust via smell was small (b = .05).", section="Effects on joy")
    )
    assert (found.value.from_, found.value.via, found.value.to) == ("crust", "smell", "joy")


def test_statistics_behind_the_words_and_letters_of_a_mediation() -> None:
    (found,) = coefficients(
        said("The indirect effect of crust on joy via smell (β = .13) was significant, z = 4.07, p < .001.")
    )
    assert (found.value.stat, found.value.p, found.value.via) == ("4.07", "<.001", "smell")
    a, b = coefficients(said("Crust predicted joy, a = 0.29, SE = 0.06, and joy predicted sales, b = 0.47, SE = 0.05."))
    assert [(f.value.beta, f.value.se, f.value.to) for f in (a, b)] == [
        ("0.29", "0.06", "joy"),
        ("0.47", "0.05", "sales"),
    ]
    assert not coefficients(said("Crust was tested, a = 0.05."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The path coefficient from crust to joy was .35 (p < .001), and that from smell to joy was .20 (p < .01).", [("crust", "joy", ".35", "<.001"), ("smell", "joy", ".20", "<.01")]),
        ("The original sample value of crust on joy is 0.341 with T-statistics of 4.207 > 1.96 and P-values of 0.000 < 0.05.", [("crust", "joy", "0.341", "0.000")]),
        ("Crust has an effect of .34 (p < .01) on joy.", [("Crust", "joy", ".34", "<.01")]),
        ("Standardized coefficients were .35 for crust → joy and .21 for smell → joy.", [("crust", "joy", ".35", None), ("smell", "joy", ".21", None)]),
        ("The path coefficients are 0.42 (crust to joy) and 0.21 (smell to joy).", [("crust", "joy", "0.42", None), ("smell", "joy", "0.21", None)]),
        ("The effect size of crust on joy was 0.12.", []),
        ("The correlation between crust and joy was .42.", []),
        ("The effect held (model 2: path coefficient of bakers = .30).", []),
    ],
)  # fmt: skip
def test_coefficients_told_without_letter(text: str, expected: list[tuple[str | None, ...]]) -> None:
    found = plainly_told(said(text))
    assert [(f.value.from_, f.value.to, f.value.beta, f.value.p) for f in found] == expected
    assert all(text[slice(*f.spans["beta"])] == f.value.beta for f in found)


def test_indirect_effects_told_without_letter_keep_mediator_and_interval() -> None:
    text = "The indirect effects of crust on joy through smell and salt were .08 (95% CI [.02, .14]) and .05 (95% CI [.01, .10]), respectively."
    found = [f.value for f in plainly_told(said(text))]
    assert [(p.via, p.effect, p.beta, p.ci_hi) for p in found] == [
        ("smell", "indirect", ".08", ".14"),
        ("salt", "indirect", ".05", ".10"),
    ]


def test_slopes_told_without_brackets() -> None:
    found = paths_by_group(
        said("The slope of crust on joy was .30 (p < .001) at low salt and .14 (p = .01) at high salt.")
    )
    assert [(f.value.from_, f.value.to, f.value.beta, f.value.group) for f in found] == [
        ("crust", "joy", ".30", "low salt"),
        ("crust", "joy", ".14", "high salt"),
    ]
    text = "The interaction of crust and salt on joy was significant (b = .12). The simple slope was .45 at low salt and .10 at high salt."
    found = slopes(said(text))
    assert [(f.value.from_, f.value.beta, f.value.group) for f in found] == [
        ("crust", ".45", "low salt"),
        ("crust", ".10", "high salt"),
    ]


def test_a_level_whose_moderator_is_named_once() -> None:
    text = "The effect of crust on joy was significant at high (b = .12) but not at low levels of salt (b = .03)."
    assert [f.value.group for f in coefficients(said(text))] == ["high salt", "low levels of salt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crust correlated with joy (r = .52) and with calm (r = .31), and joy correlated with calm (r = .37).", {("crust", "joy", ".52"), ("crust", "calm", ".31"), ("joy", "calm", ".37")}),
        ("The correlation between crust and joy was .52 (p < .001).", {("crust", "joy", ".52")}),
        ("Crust and joy were positively correlated, r(120) = .45, p < .001.", {("crust", "joy", ".45")}),
        ("Crust was correlated with joy, calm and grief (r = .5, .3 and .2, respectively).", {("crust", "joy", ".5"), ("crust", "calm", ".3"), ("crust", "grief", ".2")}),
        ("Crust correlated .52 with joy.", {("crust", "joy", ".52")}),
        ("Test-retest reliability was r = .82.", set()),
        ("Correlations ranged from .10 to .52.", set()),
        ("The effect of crust on joy was large (r = .52).", set()),
    ],
)  # fmt: skip
def test_correlations_in_sentences(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = {
        (m.names[j].lower(), m.names[i].lower(), str(value))
        for m in (f.value for f in correlated(said(text)))
        for i, row in enumerate(m.lower)
        for j, value in enumerate(row)
        if value is not None
    }
    assert {(*sorted(x[:2]), x[2]) for x in found} == {(*sorted(x[:2]), x[2]) for x in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Adjusting for sex and age, crust was associated with higher joy (b = 0.21, 95% CI 0.12 to 0.30, p < 0.001).",
            ("crust", "joy", "0.21"),
        ),
        (
            "Controlling for rent, crust was associated with lower grief (β = -.16, p = .001).",
            ("crust", "grief", "-.16"),
        ),
        ("The path from crust to joy itself was 0.296 (t = 4.625, p < 0.001).", ("crust", "joy", "0.296")),
        ("The effect of crust on joy differed among the towns: it was .31 in the end.", None),
    ],
)
def test_ends_without_what_leads_up_to_them_or_trails_behind(text: str, expected: tuple[str, str, str] | None) -> None:
    found = [(f.value.from_, f.value.to, str(f.value.beta or f.value.b)) for f in coefficients(said(text))]
    assert found == [expected] if expected else not any("differed" in to for _, to, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Crust predicted joy (B = 0.58, SE = 0.08, β = .44, t = 7.2, p < .001).",
        "Crust predicted joy (β = .44, B = 0.58, SE = 0.08, t = 7.2, p < .001).",
        "Crust was a significant predictor of joy, B = 0.58, SE = 0.08, β = .44, t = 7.2, p < .001.",
    ],
)
def test_both_coefficients_of_one_effect(text: str) -> None:
    (path,) = [f.value for f in coefficients(said(text))]
    assert (path.b, path.beta, path.se, path.stat, path.p) == ("0.58", ".44", "0.08", "7.2", "<.001")
