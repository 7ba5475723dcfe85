"""Indirect, total, conditional and interaction effects in sentences, and for whom a coefficient holds."""

import pytest

from evidence.read import prose
from evidence.read.compose import Composer
from evidence.read.partial import Findings
from evidence.read.prose.effects.called import called
from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.effects.condition import conditioned, continues, sort_of_effect
from evidence.read.prose.ends.named import a_name
from evidence.read.prose.ends.tied import tied
from tests.read.prose.test_numbers import said as in_results


def said(text: str) -> Findings:
    composer = Composer()
    composer.block("heading", "4. Results", 1)
    composer.block("paragraph", text)
    return prose.understand(composer.source({}))


def paths(text: str) -> list[tuple[str | None, ...]]:
    """(effect, from, to, figure, group) of each path."""
    found = [p.value for p in said(text).paths]
    return [(p.effect, p.from_, p.to, p.beta or p.b, p.group) for p in found]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Humour was related to trust in the Danish sample (β = .41, p < .001) but not in the Thai sample (β = .08, p = .21).",
            ("Danish sample", "Thai sample"),
        ),
        (
            "In Study 1 (N = 210), humour predicted trust (β = .41, p < .001); in Study 2 (N = 331), it did so too (β = .08, p = .21).",
            ("Study 1", "Study 2"),
        ),
        (
            "The effect of humour on trust was stronger when frost was low (β = .41, p < .001) than when it was high (β = .08, p = .21).",
            ("frost was low", "high"),
        ),
        (
            "Simple slope analysis showed that the effect of humour on trust was significant at low levels of frost (β = .41, p < .001) but not at high levels of frost (β = .08, p = .21).",
            ("low levels of frost", "high levels of frost"),
        ),
    ],
)
def test_for_whom_a_coefficient_holds(text: str, groups: tuple[str, str]) -> None:
    found = [(a, b.lower(), *rest) for a, b, *rest in paths(text) if b]
    assert found == [("direct", "humour", "trust", ".41", groups[0]), ("direct", "humour", "trust", ".08", groups[1])]


def test_sorts_of_effects() -> None:
    assert [p[0] for p in paths("The total effect of humour on joy was significant (b = 0.34, SE = 0.04).")] == [
        "total"
    ]
    assert paths("Frost moderated the relationship between humour and trust (β = -.13, p < .05).") == [
        ("interaction", "humour × Frost", "trust", "-.13", None)
    ]
    assert sort_of_effect("the indirect effect was small, the direct effect") is None
    assert sort_of_effect("the standardized total effect of humour") == "total"


@pytest.mark.parametrize(
    "text",
    [
        "A bootstrap gave an indirect effect of humour on joy via warmth of .15, 95% CI [.10, .21].",
        "Humour had a significant indirect effect on joy through warmth (indirect effect = .15, 95% CI = .10 to .21).",
    ],
)
def test_an_indirect_effect_has_its_mediator(text: str) -> None:
    (effect,) = (e.value for e in said(text).effects)
    assert (effect.from_.lower(), effect.via, effect.to) == ("humour", "warmth", "joy")
    assert (effect.indirect, effect.ci_lo, effect.ci_hi) == (".15", ".10", ".21")


def test_conditions_are_parted_from_their_clauses() -> None:
    assert conditioned("humour helps") == ("humour helps", None)
    assert conditioned("; among women, humour was related to trust ") == ("humour was related to trust ", "women")
    assert (
        conditioned("humour was related to trust among the participants with children")[1]
        == "participants with children"
    )
    assert continues(" but not ")
    assert not continues(" but calm was ")


def test_each_measure_of_a_paragraph_has_its_own_alpha() -> None:
    found = said(
        "Bread joy was assessed with six items. Cronbach's alpha was .87. Oven fear was measured with five items; alpha was .81. "
        "The scale was assessed twice."
    )
    assert [(c.value.name, c.value.alpha) for c in found.constructs] == [("Bread joy", ".87"), ("Oven fear", ".81")]


def test_a_paragraph_that_begins_with_a_table_is_no_caption() -> None:
    composer = Composer()
    composer.block("caption", "Table I shows the analysis. The model fitted well: CFI = .96, RMSEA = .05.")
    composer.block("caption", "Table II. Loadings of the items")
    (fit,) = prose.understand(composer.source({})).fit
    assert fit.value.cfi == ".96"


def test_a_caption_gives_the_fit_of_the_model_it_speaks_of() -> None:
    composer = Composer()
    composer.block("caption", "Table II. Structural model: CFI = .91, RMSEA = .08.")
    (fit,) = prose.understand(composer.source({})).fit
    assert (fit.value.cfi, fit.value.rmsea) == (".91", ".08")


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("The indirect effect of humour on joy via warmth was .24 in Malta (95% CI [.18, .31]) and .25 in Crete (95% CI [.19, .32]).", "indirect"),
        ("Humour's effect on joy was .24 for Maltese bakers and .25 for Cretan bakers.", "direct"),
        ("In the group with high rent (n = 90) the effect of humour on joy was .24 (t = 3.1), in the group with low rent it was .25 (t = 4.2).", "direct"),
        ("The effect of humour on joy was .24 (p < .001) for Maltese bakers but only .25 (p = .02) for Cretan bakers.", "direct"),
        ("Humour has an indirect effect on joy by way of warmth. It amounts to .24 (z = 4.6) in the sample of the bakers and to .25 (z = 3.0) in that of the millers.", "indirect"),
        ("Humour influences joy. This effect was .24 among bakers and .25 among millers.", "direct"),
    ],
)  # fmt: skip
def test_one_effect_with_a_number_for_each_group(text: str, sort: str) -> None:
    found = {p for p in paths(text) if p[4]}
    assert {(a, (b or "").lower(), c, d) for a, b, c, d, _ in found} == {
        (sort, "humour", "joy", ".24"),
        (sort, "humour", "joy", ".25"),
    }
    assert len({p[4] for p in found}) == 2


def test_a_number_for_each_group_of_nobody_knows_what_is_left() -> None:
    assert not [p for p in paths("We like bread. It costs 1.24 in Malta and 1.25 in Crete.") if p[4]]
    assert not [
        p for p in paths("Humour affects joy.\n\nIt amounts to .24 among bakers and .25 among millers.") if p[4]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The indirect effect of humour on joy via warmth was significant, estimate = .21, SE = .03, 95% CI [.15, .27].",
        "The indirect relationship between humour and joy through warmth was significant (.21; 95% CI: .15 to .27).",
        "Warmth mediated the effect of humour on joy, ab = .21, 95% CI [.15, .27].",
        "Humour had a direct effect on joy (β = .20, p < .001) and an indirect effect through warmth (β = .21, 95% CI [.15, .27]).",
    ],
)
def test_indirect_effects_by_other_names(text: str) -> None:
    found = [p.value for p in said(text).paths if p.value.effect == "indirect"]
    assert [(p.from_.lower(), (p.via or "").lower(), p.to, p.beta, p.ci_lo) for p in found] == [
        ("humour", "warmth", "joy", ".21", ".15")
    ]


def test_both_coefficients_of_one_bracket_and_a_test_that_is_not_theirs() -> None:
    (both,) = (p.value for p in said("Humour predicted joy (B = 0.43, SE = 0.06, β = .38, p < .001).").paths)
    assert (both.b, both.se, both.beta, both.p) == ("0.43", "0.06", ".38", "<.001")
    (apart,) = (p.value for p in said("Humour predicted joy (β = .38; Δχ2(1) = 4.11, p = .043).").paths)
    assert (apart.beta, apart.p) == (".38", None)


def test_products_by_name() -> None:
    for text in (
        "The interaction term humour × frost was significant for warmth (b = -.13, p = .03).",
        "The humour × frost interaction significantly predicted warmth (β = -.13, p = .03).",
    ):
        assert [p[:4] for p in paths(text)] == [("interaction", "humour × frost", "warmth", "-.13")]


def test_who_follows_the_strongest() -> None:
    ranked = "Crust had the strongest effect on joy (β = .38), followed by smell (β = .32) and colour (β = .18)."
    assert [p[1:4] for p in paths(ranked)] == [
        ("Crust", "joy", ".38"),
        ("smell", "joy", ".32"),
        ("colour", "joy", ".18"),
    ]
    assert [p[1:4] for p in paths("Crust affected joy (β = .38) and return (β = .32).")] == [
        ("Crust", "joy", ".38"),
        ("Crust", "return", ".32"),
    ]
    either = "Crust was related to joy (β = .38), followed by return (β = .32)."  # another target, or another source
    assert [p[1:4] for p in paths(either)] == [("Crust", "joy", ".38")]


def test_who_comes_second_to_the_strongest() -> None:
    lead = "Crust had the strongest effect on joy (β = .38)"
    for behind in (
        "and smell came second",
        "while smell ranked next",
        "and smell came a close second",
        "smell followed",
    ):
        assert [p[1:4] for p in paths(f"{lead}, {behind} (β = .32).")] == [
            ("Crust", "joy", ".38"),
            ("smell", "joy", ".32"),
        ], behind
    either = "Crust affected joy (β = .38), and return came second (β = .32)."  # another target, or another source
    assert [p[1:4] for p in paths(either)] == [("Crust", "joy", ".38")]


def test_the_effect_of_another_source_on_the_target_of_the_clause_before() -> None:
    text = "Crust and smell predicted joy, although the effect of price was weak (β = .12, p = .008)."
    assert [p[1:4] for p in paths(text)] == [("price", "joy", ".12")]
    assert paths("Ovens were old, although the effect of price was weak (β = .12, p = .008).") == []


@pytest.mark.parametrize(
    "text",
    [
        "The effect for crust → joy → loyalty was .12 (95% CI [.04, .20]).",
        "The path coefficient from crust to loyalty via joy is .12.",
        "The indirect path from crust to loyalty through joy was .12, p < .01.",
        "Two effects stood out: crust → joy → loyalty (β = .12, p = .01) and crust → calm → loyalty (β = .08, p = .02).",
    ],
)
def test_what_an_effect_goes_through_is_no_part_of_its_ends(text: str) -> None:
    found = [p.value for p in said(text).paths if p.value.beta == ".12"]
    assert [(p.from_, p.to, p.via, p.effect) for p in found] == [("crust", "loyalty", "joy", "indirect")]


def test_a_path_with_an_arrow_and_no_bracket() -> None:
    assert paths("The path crust → joy was .42 (p < .001).") == [("direct", "crust", "joy", ".42", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Among women the link between crust and joy was .42 (p < .01), among men .21 (p = .04).",
        "The link between crust and joy was .42 (p < .01) among women and .21 (p = .04) among men.",
    ],
)
def test_a_second_group_does_not_say_again_what_is_told(text: str) -> None:
    assert paths(text) == [("direct", "crust", "joy", ".42", "women"), ("direct", "crust", "joy", ".21", "men")]


@pytest.mark.parametrize(
    "text",
    [
        "The correlation between crust and joy was .31 for boys and .42 for girls.",
        "The loading of crust on joy was .31 for boys and .42 for girls.",
    ],
)
def test_correlations_of_groups_are_no_paths(text: str) -> None:
    assert paths(text) == []
    effects = paths("The effect of crust on joy was .31 for boys and .42 for girls.")
    assert {(beta, group) for *_, beta, group in effects} >= {(".31", "boys"), (".42", "girls")}


@pytest.mark.parametrize(
    "index",
    [
        "the index of moderated mediation for joy was positive (b = .09, 95% CI [.02, .15])",
        "the index of partial moderated mediation for joy was positive (b = .09, 95% CI [.02, .15])",
        "the index of moderated moderated mediation for joy was positive too (b = .09, 95% CI [.02, .15])",
    ],
)
def test_an_index_of_moderated_mediation_is_no_path(index: str) -> None:
    assert [p.value.to for p in said(f"The effect of salt on joy was positive (b = .2), and {index}.").paths] == ["joy"]


def test_an_interaction_that_only_its_label_names_is_one() -> None:
    (found,) = said("H3: The interaction was significant (b = .20, p < .01).").paths
    assert (found.value.hypothesis, found.value.effect) == ("H3", "interaction")
    (other,) = said("H3: Salt raised joy (b = .20, p < .01).").paths
    assert (other.value.hypothesis, other.value.effect) == ("H3", "direct")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the direct links", ""),
        ("direct and indirect relations", ""),
        ("its own relationship", ""),
        ("conventional levels", ""),
        ("just joy", ""),
        ("total quality", "total quality"),
        ("conventional ovens", "conventional ovens"),
        ("justice", "justice"),
    ],
)
def test_sorts_of_ties_and_levels_are_no_names(words: str, name: str) -> None:
    assert a_name(words) == name


@pytest.mark.parametrize("head", ["b_std", "b_simple", "b_low", "B_high", "b_mean"])
def test_a_coefficient_whose_letter_says_which_it_is(head: str) -> None:
    assert [x[:4] for x in paths(f"Crust raised joy ({head} = .42).")] == [("direct", "Crust", "joy", ".42")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The path coefficient of crust and joy is 0.507 (T = 7.99, P < .001).", ("0.507", "7.99", None)),
        ("The path coefficient between crust and joy was 0.507, supporting H2.", ("0.507", None, "H2")),
        ("The coefficient from crust to joy equals 0.507 (H2).", ("0.507", None, "H2")),
        ("The path coefficient of crust and joy is 0.507 (T = 7.99); so H2 was supported.", ("0.507", "7.99", "H2")),
    ],
)
def test_what_a_sentence_calls_a_coefficient_of_two(text: str, expected: tuple[str | None, ...]) -> None:
    (found,) = called(in_results(text)[0])
    path = found.value
    assert (path.from_, path.to, found.confidence) == ("crust", "joy", 0.85)
    assert (str(path.beta), str(path.stat) if path.stat else None, path.hypothesis) == expected
    assert set(paths(text)) == {("direct", "crust", "joy", "0.507", None)}


@pytest.mark.parametrize(
    "text",
    [
        "The correlation coefficient of crust and joy is 0.507.",
        "The path coefficient of crust and joy is 507.",
        "The path coefficient of crust and joy is 0.5%.",
        "The path coefficients of crust and joy were 0.507 and 0.300.",
        "The path coefficient of crust and joy, salt is 0.507.",
        "The path coefficient of crust (bread) and joy is 0.507.",
        "The path coefficient of crust and joy through calm is 0.507.",
        "The path coefficient of it and joy is 0.507.",
    ],
)
def test_what_is_called_otherwise_or_names_no_two_is_not_read_so(text: str) -> None:
    assert called(in_results(text)[0]) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("In line with H1 and H2, crust raised joy (β = .12) and sales (β = .22).", ["H1", "H2"]),
        (
            "H3 and H4 held: crust raised joy (β = .12), and the direct path from salt to joy was weak (β = .22).",
            ["H3", None],
        ),
        (
            "H3 and H4 held: crust raised joy (β = .12), and the direct effect of salt on joy was weak (β = .22).",
            ["H3", None],
        ),
        ("H1: the direct effect of salt on joy was found (β = .31).", ["H1"]),
        ("Hypothesis 1: the direct path from salt to joy was found (β = .31).", ["H1"]),
        (
            "H1: The direct effect of salt on joy (β = .12) and H2: the direct effect of rye on joy (β = .22).",
            ["H1", "H2"],
        ),
    ],
)
def test_labels_in_order_are_not_of_direct_effects(text: str, labels: list[str | None]) -> None:
    assert [f.value.hypothesis for f in coefficients(in_results(text))] == labels


@pytest.mark.parametrize("product", ["Crust × frost", "Crust * frost"])
@pytest.mark.parametrize("did", ["was a predictor of", "was a significant predictor of", "was significant for"])
def test_a_product_may_be_a_predictor(product: str, did: str) -> None:
    tie, _ = tied(f"{product} {did} joy ", None, "to", frozenset())
    assert tie is not None
    assert ((tie.from_ or "").replace("*", "×"), tie.to) == ("Crust × frost", "joy")
