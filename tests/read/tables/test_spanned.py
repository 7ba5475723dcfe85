"""Names that reach over two rows, mediation in words, and effects named before their arrow."""

import pytest

from evidence.read.tables.header import statistic
from tests.read.tables.invented import edges, read, verdicts


def test_errors_in_brackets_under_a_name_that_reaches_over_both_rows() -> None:
    found = read(
        """
{}|Joy|<|Return|<
^|Model 1|Model 2|Model 3|Model 4
Crust|0.472***|0.461***|0.451***|0.208***
^|(0.033)|(0.033)|(0.036)|(0.036)
Smell|0.014|0.013|0.012|0.011
^|(0.021)|(0.022)|(0.023)|(0.024)
R2|0.22|0.26|0.16|0.33""".format(""),
        "Regressions of joy and return",
        "Unstandardized coefficients; standard errors in parentheses.",
    )
    assert {(p.value.from_, p.value.to, p.value.b, p.value.se) for p in found.paths} == {
        ("Crust", "Joy", "0.472", "0.033"),
        ("Crust", "Joy", "0.461", "0.033"),
        ("Crust", "Return", "0.451", "0.036"),
        ("Crust", "Return", "0.208", "0.036"),
        ("Smell", "Joy", "0.014", "0.021"),
        ("Smell", "Joy", "0.013", "0.022"),
        ("Smell", "Return", "0.012", "0.023"),
        ("Smell", "Return", "0.011", "0.024"),
    }


def test_mediation_and_moderation_in_words() -> None:
    found = read(
        """
Hypothesis|Statement|Result
H1|Crust is positively related to joy|Confirmed
H2|Calm mediates the relation between crust and joy.|Confirmed
H3|Price moderates the relation between crust and joy|Not confirmed""",
        "Summary of hypotheses",
    )
    assert verdicts(found) == {"H1": "supported", "H2": "supported", "H3": "not supported"}
    ties = {h.value.label: (h.value.from_, h.value.via, h.value.to) for h in found.hypotheses}
    assert ties["H2"] == ("crust", "Calm", "joy")
    assert ties["H3"] == ("crust × Price", None, "joy")


def test_the_sort_of_an_effect_before_its_arrow() -> None:
    found = read(
        "Effect|Estimate|SE\nTotal effect Crust → Joy|0.40|0.03\nIndirect effect of Crust → Calm → Joy|0.10|0.02",
        "Mediation",
    )
    assert {e[:3] for e in edges(found)} == {("Crust", "Joy", "0.40"), ("Crust", "Joy", "0.10")}
    assert {p.value.effect for p in found.paths} == {"total", "indirect"}


def test_headings_that_only_sort_the_indices_of_fit() -> None:
    found = read(
        """
Index|Cut-off|Result|Conclusion
Absolute fit|<|<|<
χ2|small|412.30|
df||205|
RMSEA|≤ 0.08|0.051|Good fit
Incremental fit|<|<|<
CFI|≥ 0.90|0.962|Good fit
TLI|≥ 0.90|0.955|Good fit""",
        "Goodness of fit of the model",
    )
    (fit,) = found.fit
    assert (fit.value.chi2, fit.value.rmsea, fit.value.cfi, fit.value.tli) == ("412.30", "0.051", "0.962", "0.955")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("d G", "d_g"),
        ("Z Sobel", "sobel"),
        ("VE", "ave"),
        ("five", None),
        ("(Boot) SE", "se"),
        ("(bootstrap) S.E.", "se"),
        ("(Bootstrapped) SE", "se"),
        ("(Boots) SE", None),
        ("SFL", "loading"),
        ("FL", "loading"),
        ("FLO", None),
    ],
)
def test_statistics_by_further_names(said: str, meant: str | None) -> None:
    assert statistic(said) == meant


def test_a_heading_that_a_converter_wrote_into_every_cell() -> None:
    found = read(
        """
Variables|Joy Model 1|Joy Model 2
Step 1: Controls|Step 1: Controls|Step 1: Controls
Gender|-.07|-.08
Step 2: Main effect|Step 2: Main effect|Step 2: Main effect
Humour||.35***""",
        "Hierarchical regression for joy",
    )
    assert {(p[0], p[1], p[2]) for p in edges(found)} == {
        ("Gender", "joy", "-.07"),
        ("Gender", "joy", "-.08"),
        ("Humour", "joy", ".35"),
    }
