"""Intervals by the letters that programs print, intervals behind a bracket, letters with what they are of, and who is meant."""

import pytest

from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.effects.estimates import groups_in
from evidence.read.prose.effects.plainly import plainly_told
from tests.read.prose.test_effects_told import told
from tests.read.prose.test_numbers import said


@pytest.mark.parametrize(
    "behind",
    [
        "LLCI = .10, ULCI = .50",
        "BootLLCI = .10; BootULCI = .50",
        "SE = .04, Boot LLCI = .10, Boot ULCI = .50",
        "LL CI: .10 and UL CI: .50",
        "bootstrap LLCI = .10, bootstrap ULCI = .50",
    ],
)
def test_an_interval_by_its_lower_and_upper_limit(behind: str) -> None:
    text = f"Crust raised joy (β = .42, {behind})."
    (path,) = coefficients(said(text))
    assert (path.value.beta, path.value.ci_lo, path.value.ci_hi) == (".42", ".10", ".50")
    assert [text[slice(*path.spans[end])] for end in ("ci_lo", "ci_hi")] == [".10", ".50"]


def test_a_lower_limit_alone_is_no_interval() -> None:
    (path,) = coefficients(said("Crust raised joy (β = .42, LLCI = .10)."))
    assert (path.value.beta, path.value.ci_lo, path.value.ci_hi) == (".42", None, None)


@pytest.mark.parametrize(
    ("behind", "se", "p"),
    [
        ("(SE = .05), 95% CI [.10, .50]", ".05", None),
        ("(p = .01); 95% CI .10, .50", None, ".01"),
        ("(SE = .05), p = .01, 95% CI [.10, .50]", ".05", ".01"),
    ],
)
def test_an_interval_behind_the_bracket_is_of_the_same_coefficient(behind: str, se: str | None, p: str | None) -> None:
    (path,) = plainly_told(said(f"The effect of crust on joy was .42 {behind}."))
    assert (path.value.beta, path.value.se, path.value.p) == (".42", se, p)
    assert (path.value.ci_lo, path.value.ci_hi, path.value.ci_level) == (".10", ".50", "95")


def test_a_statistic_of_something_else_behind_the_bracket_is_left() -> None:
    (path,) = plainly_told(said("The effect of crust on joy was .42 (SE = .05), the ovens having p = .01."))
    assert (path.value.se, path.value.p) == (".05", None)


@pytest.mark.parametrize("letter", ["B_simple", "b_simple", "b_std", "b_high", "B_low", "b_mean"])
def test_a_letter_with_what_it_is_of(letter: str) -> None:
    text = f"Crust raised joy ({letter} = .42, p = .01)."
    (group,) = groups_in(text)
    assert (group.values["beta"], group.values["p"]) == (".42", ".01")
    assert [(f.value.from_, f.value.to, f.value.p) for f in coefficients(said(text))] == [("Crust", "joy", ".01")]


def test_a_letter_with_any_other_word_is_no_coefficient() -> None:
    assert groups_in("Crust raised joy (B_oven = .42, p = .01).") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "When salt was one SD above the mean the effect of crust on joy was strong (β = .42).",
            ["crust > joy .42 for salt was one SD above the mean"],
        ),
        (
            "At one SD above the mean of frost the effect of crust on joy was strong (β = .42).",
            ["crust > joy .42 for one SD above the mean of frost"],
        ),
    ],
)
def test_a_level_before_its_effect_without_a_comma(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("mean", ["both directly and indirectly", "both strongly and lastingly"])
def test_how_something_is_affected_is_no_part_of_its_name(mean: str) -> None:
    assert told(f"Crust affects joy {mean} (β = .42).") == ["crust > joy .42"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crust, but not salt, raised joy (β = .42 and β = .02).", [("Crust", "joy", ".42"), ("salt", "joy", ".02")]),
        (
            "Crust raised joy, but not sales (β = .42 and β = .02).",
            [("Crust", "joy", ".42"), ("Crust", "sales", ".02")],
        ),
        ("Crust and salt raised joy (β = .42 and β = .21).", [("Crust", "joy", ".42"), ("salt", "joy", ".21")]),
        ("Crust, but not salt, raised joy (β = .42, β = .02 and β = .01).", []),
    ],
)
def test_coefficients_of_one_bracket_in_turn(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = coefficients(said(text))
    assert [(f.value.from_, f.value.to, f.value.beta) for f in found] == expected
    assert all(f.confidence == 0.85 for f in found)  # both ends are told


@pytest.mark.parametrize(
    ("behind", "lo", "hi"),
    [
        ("SE = .03, .35 to .47", ".35", ".47"),
        ("SE = .03; .35 to .47", ".35", ".47"),
        ("p = .01, -.05 to .47", "-.05", ".47"),
        (".35 to .47, p = .01", ".35", ".47"),
        (".35 to .47", ".35", ".47"),
    ],
)
def test_limits_that_stand_bare_between_the_figures_of_an_effect(behind: str, lo: str, hi: str) -> None:
    text = f"Crust raised joy (β = .42, {behind})."
    (path,) = coefficients(said(text))
    assert (path.value.beta, path.value.ci_lo, path.value.ci_hi) == (".42", lo, hi)
    assert [text[slice(*path.spans[end])] for end in ("ci_lo", "ci_hi")] == [lo, hi]


@pytest.mark.parametrize(
    "behind",
    [
        "(β = .42, loadings of .35 to .47)",
        "(β = .42; range: .35 to .47)",
        "(β = .42, p = .01 to .05)",
        "(β = .42, 3 to 5)",
        "(β = .42, .35 to .47 in both)",
        "(β = .42), loadings were .35 to .47",
        "(β = .42) and loadings were sound (.35 to .47)",
    ],
)
def test_from_one_figure_to_another_of_something_else(behind: str) -> None:
    (path,) = coefficients(said(f"Crust raised joy {behind}."))
    assert (path.value.beta, path.value.ci_lo, path.value.ci_hi) == (".42", None, None)
