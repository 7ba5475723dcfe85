"""Simple slopes told behind the interaction they belong to."""

import pytest

from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.effects.slopes import slopes
from evidence.read.prose.hypotheses.announced import hypotheses
from evidence.records import Path
from tests.read.prose.test_numbers import said
from tests.read.prose.test_statements import passage

TOLD = "The interaction of humour and frost on oven joy was significant. "
BOTH = [("humour", "oven joy", "low frost", ".65"), ("humour", "oven joy", "high frost", ".31")]


def told(text: str) -> list[tuple[str, str, str | None, str | None]]:
    lines = said(text)
    found = (*coefficients(lines), *slopes(lines))
    return [(p.value.from_, p.value.to, p.value.group, p.value.beta or p.value.b) for p in found]


@pytest.mark.parametrize(
    "text",
    [
        TOLD + "As Figure 2 shows, the slope of humour was steeper at low (b = .65, p < .001) than at high frost (b = .31).",
        TOLD + "The effect was stronger at low frost (β = .65, p < .001) than at high frost (β = .31, p < .01).",
        "Frost moderated the relationship between humour and oven joy. Simple slopes showed that the relationship was "
        "significant at low levels of frost (β = .65, p < .001), but weaker at high levels of frost (β = .31, p < .05).",
        "The humour × frost interaction predicted oven joy. The slope became weaker: at low frost (β = .65), at high frost (β = .31).",
    ],
)  # fmt: skip
def test_slopes_take_their_ends_from_the_interaction(text: str) -> None:
    found = [(a, b, (c or "").replace("levels of ", ""), d) for a, b, c, d in told(text)]
    assert found == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Bakers differ. The slope was steeper at low (b = .65) than at high frost (b = .31).",  # of what on what?
        TOLD + "The slope of butter was steeper at low (b = .65) than at high frost (b = .31).",  # another variable
        TOLD + "Joy was high (M = 4.1) when frost was low (M = 2.2).",
    ],
)
def test_slopes_of_nobody_knows_what_are_left(text: str) -> None:
    assert told(text) == []


def test_a_slope_that_names_its_ends_needs_no_interaction() -> None:
    text = "The effect of humour on joy was positive at low frost (β = .65, p < .001) but not at high frost (β = .11)."
    assert told(text) == [("humour", "joy", "low frost", ".65"), ("humour", "joy", "high frost", ".11")]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (
            "Humour is strongly linked to oven joy one standard deviation below the mean of frost (β = .47, p < .001), "
            "but hardly so one standard deviation above it (β = .09, p = .24).",
            ["one standard deviation below the mean of frost", "one standard deviation above it"],
        ),
        (
            "Humour was related to oven joy one SD below the mean of frost (β = .47) and less so one SD above the mean (β = .09).",
            ["one SD below the mean of frost", "one SD above the mean"],
        ),
        (
            "Humour predicted oven joy at 1 SD above the average (β = .47), but not at 1 SD below the average (β = .09).",
            ["1 SD above the average", "1 SD below the average"],
        ),
    ],
)
def test_steps_off_the_mean_are_no_construct(text: str, at: list[str]) -> None:
    assert told(text) == [
        (told(text)[0][0], "oven joy", at[0], ".47"),
        (told(text)[0][0], "oven joy", at[1], ".09"),
    ]


def test_a_conditional_indirect_effect_takes_its_ends_from_the_mediation() -> None:
    text = (
        "Humour affected joy via warmth. The conditional indirect effect was significant at low (b = .19, 95% CI [.13, .25]) "
        "but not at high levels of frost (b = .09, 95% CI [-.05, .13])."
    )
    (low, high) = slopes(said(text))
    assert (low.value.effect, low.value.via, low.value.group, low.value.ci_lo) == (
        "indirect",
        "warmth",
        "low frost",
        ".13",
    )
    assert (high.value.effect, high.value.via, high.value.group) == ("indirect", "warmth", "high levels of frost")


def test_people_by_their_level() -> None:
    text = (
        "Frost moderated the relationship between humour and joy. The relationship was stronger for bakers low in frost "
        "(β = .42) than for those high in frost (β = .11)."
    )
    assert told(text) == [("humour", "joy", "bakers low in frost", ".42"), ("humour", "joy", "high in frost", ".11")]
    other = "For bakers with low frost, humour predicted joy (β = .42)."
    assert told(other.replace("bakers", "employees")) == [("humour", "joy", "employees with low frost", ".42")]


def test_two_that_interact_do_not_affect_each_other() -> None:
    assert told("The interaction between humour and frost was significant for joy (β = -.20, p < .01).") == [
        ("humour × frost", "joy", None, "-.20")
    ]
    assert told("The interaction between humour and frost was significant (β = -.20, p < .01).") == []


@pytest.mark.parametrize("where", ["In our sample, ", "In our data ", "For the present study, "])
def test_the_papers_own_sample_is_no_group_and_no_name(where: str) -> None:
    assert told(f"{where}humour predicted joy (β = .30, p < .001).") == [("humour", "joy", None, ".30")]


def test_an_effect_on_something_else_has_ends_of_its_own() -> None:
    assert told("Humour had an effect on joy (β = .34), frost on calm (β = -.21).") == [
        ("Humour", "joy", None, ".34"),
        ("frost", "calm", None, "-.21"),
    ]
    assert told("Humour had an effect on joy (β = .34) and dependence on bread (β = -.21).")[1][:2] == (
        "Humour",
        "dependence on bread",
    )


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (
            "For bakers one SD above the mean on frost, humour predicted joy (β = .41).",
            "bakers one SD above the mean on frost",
        ),
        ("When frost was 1 SD below its mean, humour predicted joy (β = .41).", "frost was 1 SD below its mean"),
    ],
)
def test_steps_off_the_mean_told_ahead(text: str, at: str) -> None:
    assert told(text) == [("humour", "joy", at, ".41")]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Humour predicts joy (β = .30) more strongly than frost predicts calm (β = .12).", ("frost", "calm")),
        ("Humour is less related to joy (β = .10) than to calm (β = .31).", ("Humour", "calm")),
        ("Humour predicts joy (β = .30), and much more so calm (β = .50).", ("Humour", "calm")),
    ],
)
def test_words_that_compare_are_no_part_of_a_name(text: str, second: tuple[str, str]) -> None:
    assert told(text)[0][:2] == ("Humour", "joy")
    assert told(text)[1][:2] == second


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (
            "The product of humour and frost was negatively related to oven joy (β = −.13). The relationship was "
            "stronger when frost was low (β = .65, t = 8.3) than when it was high (β = .31, t = 3.6).",
            ["frost was low", "high frost"],
        ),
        (
            TOLD + "Humour was more strongly associated with oven joy in bakers with low frost (M − 1 SD, "
            "β_simple = .65, p < .001) than in those with high frost (M + 1 SD, β_simple = .31, p < .001).",
            ["bakers with low frost", "high frost"],
        ),
        (
            TOLD + "In firms facing low frost, humour was not related to oven joy (b = .65, p > .10). In firms facing "
            "high frost it was (b = .31, p < .01).",
            ["firms facing low frost", "firms facing high frost"],
        ),
        (
            "Humour raised oven joy (β = .65, p < .01) in summer. The path from humour to oven joy is significant in "
            "Brazil (β = .31, p < .01) but not in Portugal (β = .06, p = .41).",
            ["Brazil", "Portugal"],
        ),
    ],
)
def test_of_whom_a_slope_is_told_with_a_pronoun_or_a_name(text: str, at: list[str]) -> None:
    found = [one for one in told(text) if one[2]]
    assert [one[2] for one in found] == at
    assert {one[:2] for one in found} == {(found[0][0], "oven joy")}
    assert found[0][0].lower() == "humour"


def test_a_relationship_is_no_construct() -> None:
    assert told("The relationship was stronger when frost was low (β = .65, t = 8.3).") == []


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Frost moderates the relation with oven joy. The slope of humour was .65 (p < .001) at low frost and .31 "
            "(p = .02) at high frost.",
            ["low frost", "high frost"],
        ),
        (
            "Frost moderated the effect of humour on oven joy. The slope was .65 (p < .01) at one SD above the mean "
            "and .31 (p = .2) at one SD below the mean.",
            ["one SD above the mean of Frost", "one SD below the mean of Frost"],
        ),
        (
            "Frost moderated the effect of humour on oven joy. Among bakers whose frost lies one SD above the mean, "
            "the slope of humour is .65, among those one SD below it is .31.",
            ["bakers whose frost lies one SD above the mean", "those one SD below the mean of Frost"],
        ),
        (
            "Frost moderated the effect of humour on oven joy. The slope of humour was .65 for bakers who were one standard "
            "deviation above the mean of frost and .31 for bakers who were one standard deviation below the mean of frost.",
            [f"bakers who were one standard deviation {side} the mean of frost" for side in ("above", "below")],
        ),
    ],
)
def test_slopes_of_a_moderator_that_is_named_before(text: str, groups: list[str]) -> None:
    assert told(text) == [("humour", "oven joy", groups[0], ".65"), ("humour", "oven joy", groups[1], ".31")]


@pytest.mark.parametrize(
    "told_so",
    [
        "Simple slopes show that humour mattered",
        "Humour helped",
        "Simple slopes showed that humour made a great difference",
    ],
)
def test_a_slope_in_plain_words(told_so: str) -> None:
    text = f"Frost moderated the effect of humour on oven joy. {told_so} at low frost (β = .65) but not at high frost (β = .31)."
    assert told(text) == [(a, b, at, beta) for a, b, at, beta in BOTH]
    assert told(text.replace("umour helped", "utter helped").replace("that humour", "that butter")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The product was significant, as H2 has it. The slope of humour was steeper at low frost (β = .65, p < .001) than "
        "at high frost (β = .31).",
        "The product was significant (H2). The slope of humour was .65 (p < .001) at low frost and .31 (p = .02) at high frost.",
    ],
)
def test_slopes_of_the_moderation_that_a_hypothesis_states(text: str) -> None:
    stated = hypotheses(
        (
            passage("H2: Frost moderates the effect of humour on oven joy."),
            passage("H3: Heat moderates the effect of rye on calm."),
            passage("H4: Humour raises oven joy."),
        )
    )

    def ends(words: str) -> list[tuple[str, str, str | None, str | None]]:
        return [(p.value.from_, p.value.to, p.value.group, p.value.beta) for p in slopes(said(words), stated)]

    assert ends(text) == BOTH
    for other in (text.replace("humour", "butter"), text.replace("H2", "H4")):
        assert ends(other) == []
    assert ends(text.replace("H2", "H2 and H3").replace(" of humour", "")) == []


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "For bakers with low frost (one SD below the mean) humour predicted joy (β = .41).",
            ["bakers with low frost"],
        ),
        (
            "Humour predicted joy at low frost (i.e., 1 SD below the mean) (β = .41) but not at high frost (β = .11).",
            ["low frost", "high frost"],
        ),
    ],
)
def test_a_level_that_is_said_twice(text: str, groups: list[str]) -> None:
    assert [(a.lower(), b, at) for a, b, at, _ in told(text)] == [("humour", "joy", at) for at in groups]


def slopes_of(text: str) -> list[Path]:
    return [f.value for f in slopes(said(text))]


INDIRECT = "The conditional indirect effect of humour on oven joy through calm was examined. "


@pytest.mark.parametrize(
    "said",
    [
        "The effect was significant at low frost (β = .65), but not at high frost (β = .31).",
        "The effect was .65 at low frost and .31 at high frost.",
    ],
)
def test_the_effect_behind_a_conditional_indirect_one_is_that(said: str) -> None:
    found = slopes_of(INDIRECT + said)
    assert [(p.from_, p.via, p.to, p.group, p.beta or p.b) for p in found] == [
        ("humour", "calm", "oven joy", "low frost", ".65"),
        ("humour", "calm", "oven joy", "high frost", ".31"),
    ]
    assert slopes_of(INDIRECT + said.replace("effect was", "slope was")) == []
    assert slopes_of(INDIRECT.replace("conditional ", "") + said) == []


@pytest.mark.parametrize(
    "product",
    [
        "Humour × frost was a significant predictor",
        "The humour × frost interaction was a strong negative predictor",
        "The humour * frost term was a predictor",
    ],
)
def test_a_product_that_is_a_predictor_is_an_interaction(product: str) -> None:
    levels = "The slope was steeper at low (b = .65, p < .001) than at high frost (b = .31)."
    found = told(f"{product} of oven joy. {levels}")
    assert [(str(x[0]).lower(), *x[1:]) for x in found] == BOTH
    assert told(f"Humour was a significant predictor of oven joy. {levels}") == []


def test_what_is_told_of_people_at_a_level_behind_a_colon_is_no_product() -> None:
    text = (
        "As predicted, frost moderated the association between humour and oven joy: The association was stronger for "
        "bakers low in frost (1 SD below the mean), b = .65, SE = .02, than for bakers high in frost (1 SD above the "
        "mean), b = .31, SE = .02."
    )
    assert {(a, b, value) for a, b, _, value in told(text)} == {
        ("humour", "oven joy", ".65"),
        ("humour", "oven joy", ".31"),
    }


@pytest.mark.parametrize("whom", ["bakers with average tenure", "bakers with low frost needs"])
def test_a_factor_that_only_stands_within_other_words_makes_no_slope(whom: str) -> None:
    text = f"The interaction of humour and {'age' if 'average' in whom else 'frost'} predicted oven joy among {whom} (β = -.28, p < .01)."
    assert not any(" × " not in a for a, *_ in told(text))
