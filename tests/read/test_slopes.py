"""Simple slopes told behind the interaction they belong to."""

import pytest

from evidence.read.prose.coefficients import coefficients
from evidence.read.prose.slopes import slopes
from tests.read.test_prose_numbers import said

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
            "Humour is clearly related to oven joy one standard deviation below the mean of frost (β = .55, p < .001), "
            "but hardly so one standard deviation above it (β = .12, p = .10).",
            ["one standard deviation below the mean of frost", "one standard deviation above it"],
        ),
        (
            "Humour was related to oven joy one SD below the mean of frost (β = .55) and less so one SD above the mean (β = .12).",
            ["one SD below the mean of frost", "one SD above the mean"],
        ),
        (
            "Humour predicted oven joy at 1 SD above the average (β = .55), but not at 1 SD below the average (β = .12).",
            ["1 SD above the average", "1 SD below the average"],
        ),
    ],
)
def test_steps_off_the_mean_are_no_construct(text: str, at: list[str]) -> None:
    assert told(text) == [
        (told(text)[0][0], "oven joy", at[0], ".55"),
        (told(text)[0][0], "oven joy", at[1], ".12"),
    ]
