"""Small papers in which one reading looks right at first and another is: each is read whole, and checked."""

import re

import pytest

from evidence.checks import check
from evidence.read import understanding
from evidence.read.text import to_source
from evidence.records import Record

_HEAD = "# Ovens and bakers: a survey\n\nAnna Roe, Bert Doe\n\n"
_TWO = "Table 1. Structural model\n\n| Path | β | p |\n|---|---|---|\n| Salt → Joy | .24 | .002 |\n| Rye → Joy | .21 | .002 |\n\n"


def _read(body: str, head: str = _HEAD) -> Record:
    return understanding.understand(to_source((head + body).encode()))[0]


def _results(body: str) -> Record:
    return _read(f"## Results\n\n{body}\n")


def _table(caption: str, head: str, *rows: str) -> str:
    lines = [head, "|".join("---" for _ in head.split("|")), *rows]
    return f"{caption}\n\n" + "\n".join(f"| {line} |" for line in lines) + "\n"


def _flagged(record: Record) -> set[str]:
    return {flag.check for flag in check(record.to_dict()).findings}


def test_a_wald_of_a_p_of_nought_is_judged_by_its_estimate() -> None:
    rows = ("Salt | 0.532 | 0.121 | 19.33 | 1 | .000", "Rye | 0.311 | 0.104 | 8.94 | 1 | .003")
    table = _table("Table 3. Logistic regression of absence", "Variable | B | S.E. | Wald | df | Sig.", *rows)
    record = _results(table)
    assert [path.stat_kind for path in record.paths] == ["chi2", "chi2"]
    assert not _flagged(record) & {"t-from-b-se"}


_BOX = "Citation: {} (2022) Light and the\nmood of small offices. PLoS ONE\n17(7): e0271.\n\n"
_BELOW = "RESEARCH ARTICLE\n\nLight and the\nmood of small offices{}\n\n{}\n\nDepartment of Lamps, Lake College\n\nAbstract\n\nWe asked bakers. Salt increased joy (β = .34, p < .001).\n"


@pytest.mark.parametrize(
    ("cited", "more", "printed"),
    [
        ("Roe A, Doe B, Moe C, et al.", "", "Anna Roe, Bea Doe, Carla Moe, Dora Lund, Ed Poe"),
        ("Li W, Li X, Zhang Y", "", "Wei Li, Xiao Li, Yan Zhang"),
        ("Roe A, Doe B", "", "ANNA ROE1, BERT DOE2"),
        ("Li W, Doe B", ": A replication in bakeries", "Carl Poe, Dora Moe"),
        ("Roe A, Doe B", ": A replication in bakeries", "Carl Poe, Dora Moe"),
    ],
)
def test_a_box_on_how_to_cite_takes_no_author_away(cited: str, more: str, printed: str) -> None:
    record = _read(_BOX.format(cited) + _BELOW.format(more, printed), "")
    assert ", ".join(record.document.authors).casefold() == re.sub(r"\d", "", printed).casefold()
    assert (record.document.title or "").endswith("small offices" + more)


@pytest.mark.parametrize("said", ["Lund and Poe found a Cronbach's alpha of .91 for joy.", "Roe and Doe obtained an alpha of .93 for salt."])  # fmt: skip
def test_what_other_authors_found_is_not_this_studys(said: str) -> None:
    record = _read(f"## Method\n\nJoy was measured with five items. {said}\n\n## Results\n\nSalt increased joy (β = .34, p < .001).\n")  # fmt: skip
    assert [c.name for c in record.constructs if c.alpha] == []


def test_a_path_of_one_sex_alone_is_its_own() -> None:
    told = "For men, salt increased joy (β = .44, p < .001), whereas no such effect was found among women."
    record = _results(_TWO + told)
    assert record.claims == ()
    assert [(p.beta, p.group, p.primary) for p in record.paths][2:] == [(".44", "men", True)]


def test_a_name_that_ends_in_a_number_keeps_it() -> None:
    rows = ("Firm age | .10 | .11", "Slack | .20** | .19**", "Firm size | .12 | .13", "Training | .21** | .20**")
    table = _table("Table 1. Hierarchical regression on firm performance", "Predictor | Model 1 | Model 2", *rows, "Industry 4.0 | | .24**")  # fmt: skip
    assert [(p.from_, p.beta) for p in _results(table).paths if "Industry" in p.from_] == [("Industry 4.0", ".24")]


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("The worse the conflict, the higher the stress.", "+"),
        ("The poorer the sleep, the worse the depression.", "-"),
        ("The worse the anxiety, the less the trust.", "-"),
        ("The worse the sleep, the lower the joy.", "+"),
    ],
)
def test_a_worse_pain_is_more_of_it(said: str, sign: str) -> None:
    assert [h.sign for h in _read(f"## Introduction\n\nH1: {said}\n\n## Results\n\nx\n").hypotheses] == [sign]


def test_a_column_of_sorts_of_effects_names_no_predictor() -> None:
    rows = ("H1 | Main effect | Salt | .10 | .04", "H2 | Main effect | Rye | .20 | .01", "H3 | Interaction | Salt × Rye | .22 | .01")  # fmt: skip
    table = _table("Table 1. Moderation results (outcome variable: loyalty)", "Hypothesis | Effect | Predictor | β | p", *rows)  # fmt: skip
    assert [p.from_ for p in _results(table).paths] == ["Salt", "Rye", "Salt × Rye"]


@pytest.mark.parametrize("caption", ["Logistic regressions for women and men", "Ordinal regression for Study 2"])
def test_a_regression_for_a_group_names_no_outcome(caption: str) -> None:
    table = _table(f"Table 2. {caption}", "Predictor | B | SE | p", "Salt | 0.40 | 0.20 | .045", "Rye | 0.50 | 0.20 | .012")  # fmt: skip
    assert {p.to for p in _results(table).paths} & {"women and men", "Study 2", "women", "men"} == set()


_MEASURES = _table("Table 1. Reliability", "Construct | α | CR | AVE", "Salt | .81 | .82 | .55", "Joy | .83 | .84 | .61", "Mood | .63 | .64 | .31")  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Composite reliability of joy in this study exceeded .80.",
        "Cronbach's alpha for the joy scale exceeded .80.",
        "The AVE of joy in both studies was above .60.",
    ],
)
def test_what_is_claimed_of_one_construct_is_not_claimed_of_all(said: str) -> None:
    assert _results(f"{_MEASURES}\n{said}").claims == ()


@pytest.mark.parametrize(
    "said",
    [
        "Since items were deemed poor where they loaded below .40, we replaced them; afterwards all AVE values were above .50.",
        "The AVE values of all constructs in this study were above .50.",
    ],
)
def test_what_is_claimed_of_all_is_held_against_all(said: str) -> None:
    assert "threshold-claim" in _flagged(_results(f"{_MEASURES}\n{said}"))


def test_a_swapped_digit_in_the_structural_model_is_told() -> None:
    told = "In the structural model, salt increased joy (β = .42, p = .002). In the model, rye had a positive effect on joy (β = .12)."
    assert [claim.value for claim in _results(_TWO + told).claims] == [".42", ".12"]


@pytest.mark.parametrize(
    "told",
    [
        "We also ran simpler models without covariates. Salt increased joy (β = .30, p = .001).",
        "The findings proved robust when outliers were dropped: rye increased joy (β = .27, p = .001).",
        "Bivariate regressions told a similar tale: salt increased joy (β = .30).",
    ],
)
def test_a_model_computed_again_mistypes_nothing(told: str) -> None:
    assert _results(_TWO + told).claims == ()


def test_a_control_is_not_short_for_a_construct_with_letters_of_its_own() -> None:
    body = "## Introduction\n\nH1: Brand trust increases job joy.\n\nH2: Brand trust increases calm.\n\n## Method\n\nBrand trust (BT) was measured with five items (α = .84). Trust was a control variable.\n\n## Results\n\n"
    table = _table("Table 1. Descriptive statistics", "Variable | M | SD | AVE", "BT | 3.1 | 0.8 | .61", "Trust | 3.4 | 0.7 | .55", "Calm | 3.3 | 0.6 | .58")  # fmt: skip
    ave = {c.name: c.ave for c in _read(body + table).constructs if c.ave}
    assert (ave.get("Trust"), ave.get("Brand trust")) == (".55", ".61")


@pytest.mark.parametrize("behind", [" Smith J, Black A (2019) Bread and butter. Letters 3(2):1-12.", " 2. Smith J, Black A. Bread and butter."])  # fmt: skip
def test_the_doi_of_a_reference_before_another_is_its_own(behind: str) -> None:
    body = "## Results\n\nSalt increased joy (β = .34, p < .001).\n\n## References\n\nDoe A, Roe B (2018) The long life of sourdough in the ovens of the north. Letters 4(1):3-9.\n\ndoi: 10.1234/other.5678"
    assert _read(body + behind + "\n").document.doi is None


def test_ends_in_columns_of_their_own_go_before_the_reason_beside_them() -> None:
    rows = ("H1 | Salt | Joy | Taste increases pleasure", "H2 | Rye | Calm | Bread lowers the restlessness")
    table = _table("Table 1. Hypotheses", "Hypothesis | Independent variable | Dependent variable | Rationale", *rows)
    record = _read(f"## Introduction\n\n{table}\n## Results\n\nx\n")
    assert [(h.from_, h.to) for h in record.hypotheses] == [("Salt", "Joy"), ("Rye", "Calm")]


def test_an_effect_told_beside_the_power_of_the_study_is_a_result() -> None:
    said = "The study had a power of .80 to detect that effect, and salt increased joy (β = .34, p < .001)."
    assert [p.beta for p in _results(said).paths] == [".34"]


def test_what_another_test_would_have_made_of_it_is_no_convention() -> None:
    body = "## Method\n\nAll significance tests are two-tailed.\n\n## Discussion\n\nA one-tailed test would have made the effect of rye significant.\n"
    record = _read(body)
    assert record.conventions
    assert record.conventions.tails == "two"


@pytest.mark.parametrize(
    "rows",
    [
        ("Salt T1 → Joy T2", "Salt T2 → Joy T4"),
        ("Age → Joy T1", "Age → Joy T2"),
    ],
)
def test_a_relation_held_equal_over_time_is_no_copied_row(rows: tuple[str, str]) -> None:
    table = _table("Table 1. Cross-lagged model", "Path | b | SE | p", *(f"{row} | 0.231 | 0.043 | .002" for row in rows))  # fmt: skip
    assert "duplicate-rows" not in _flagged(_results(table))


def test_the_same_row_for_another_relation_is_still_told() -> None:
    rows = (f"{row} | 0.231 | 0.043 | .002" for row in ("Salt T1 → Joy T2", "Rye T1 → Joy T2"))
    table = _table("Table 1. Cross-lagged model", "Path | b | SE | p", *rows)
    assert "duplicate-rows" in _flagged(_results(table))


def test_what_did_so_too_acts_through_what_is_named_behind_it() -> None:
    said = (
        "Salt had an indirect effect on joy through calm (0.201, 95% CI [0.153, 0.255]), and so did rye, both through"
        " calm (0.142, 95% CI [0.103, 0.185]) and through haste (0.079, 95% CI [0.046, 0.116])."
    )
    told = [(p.from_.lower(), p.to, (p.via or "").lower(), p.beta) for p in _results(said).paths]
    assert told == [("salt", "joy", "calm", "0.201"), ("rye", "joy", "calm", "0.142"), ("rye", "joy", "haste", "0.079")]


_COEFFICIENTS = _table(
    "Table 8: Coefficientsa",
    "Model |  | B | Std. Error | Beta | t | Sig.",
    "1 | (Constant) | 1.794 | .143 |  | 12.515 | .000",
    " | {0} | .483 | .047 | .523 | 10.300 | .000",
)


@pytest.mark.parametrize(
    "foot",
    [
        "a. Dependent Variable: Joy",
        "a Dependent Variable: Joy",
        "a. Dependent Variable: Joy b. Predictors: (Constant), Salt",
    ],
)
def test_the_foot_of_a_printout_names_the_outcome_of_its_one_predictor(foot: str) -> None:
    record = _results(_COEFFICIENTS.format("Salt") + f"\n{foot}\n\nThe coefficient is positive.\n")
    assert [(p.from_, p.to, str(p.beta)) for p in record.paths] == [("Salt", "Joy", ".523")]


def test_a_sentence_on_predictors_is_no_foot() -> None:
    record = _results(_COEFFICIENTS.format("Salt") + "\nA predictor was left out of the model of Table 8: joy.\n")
    assert not record.paths
