"""Two values for each index of fit, of two models that the sentence names once."""

import pytest

from evidence.read.prose.fit.fits import fits
from tests.read.prose.test_numbers import said

TWO = [
    "CFI was .95 and .93 and RMSEA was .04 and .06 for the measurement model and the structural model, respectively.",
    "CFI was .95 and .93 and RMSEA .04 and .06 for the measurement and the structural model, respectively.",
    "CFI = .95 and .93 and RMSEA = .04 and .06, for our measurement model and our structural model, respectively.",
    "The CFI values were .95 and .93 for the measurement model and the structural model, respectively, and the RMSEA "
    "values were .04 and .06.",
    "The CFI was .95 for the measurement model and .93 for the structural model, and the RMSEA was .04 for the "
    "measurement model and .06 for the structural model.",
]


@pytest.mark.parametrize("text", TWO)
def test_each_model_has_its_own_indices(text: str) -> None:
    found, _ = fits(said(text))
    assert [(f.value.model, f.value.cfi, f.value.rmsea) for f in found] == [
        ("measurement model", ".95", ".04"),
        ("structural model", ".93", ".06"),
    ]


def test_two_models_may_share_a_value() -> None:
    text = "CFI was .95 and .95 and RMSEA .04 and .06 for the measurement model and the structural model, respectively."
    found, _ = fits(said(text))
    assert [(f.value.cfi, f.value.rmsea) for f in found] == [(".95", ".04"), (".95", ".06")]


@pytest.mark.parametrize(
    "text",
    [
        "The CFI was .95 and .93 and the RMSEA .04 and .06.",
        "CFI was .95 and .93 and RMSEA was .04 and .06 for crust and salt, respectively.",
    ],
)
def test_two_values_that_are_of_no_models_make_none(text: str) -> None:
    found, _ = fits(said(text))
    assert not any(f.value.model for f in found)


AHEAD = [
    "The measurement model and the structural model had CFI = .95 and .93 and RMSEA = .04 and .06, respectively.",
    "For the measurement and the structural model, CFI was .95 and .93 and RMSEA .04 and .06, respectively.",
    "Our measurement model and our structural model showed CFI values of .95 and .93 and RMSEA values of .04 and .06, "
    "respectively.",
]


@pytest.mark.parametrize("text", AHEAD)
def test_two_models_that_are_named_first(text: str) -> None:
    found, _ = fits(said(text))
    assert [(f.value.model, f.value.cfi, f.value.rmsea) for f in found] == [
        ("measurement model", ".95", ".04"),
        ("structural model", ".93", ".06"),
    ]
    apart, _ = fits(said(text.replace(", respectively", "")))
    assert len(apart) < 2


def test_an_index_that_is_said_of_neither_of_two_models_is_not_the_seconds() -> None:
    both = "the CFI was .95 for the measurement model and .93 for the structural model"
    found, _ = fits(said(f"{both[0].upper()}{both[1:]}, and RMSEA was .04."))
    assert [(f.value.model, f.value.cfi, f.value.rmsea) for f in found] == [
        ("measurement model", ".95", None),
        ("structural model", ".93", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The SRMR of the saturated model was .05 and that of the estimated model .06.",
        "The SRMR of the saturated model was .05 and that of the estimated model was .06.",
        "The SRMR for the saturated model is .05, while the value for the estimated model is .06.",
        "The SRMR value in our saturated model was .05, whereas that in our estimated model was .06.",
    ],
)
def test_an_index_of_one_model_and_that_of_another(text: str) -> None:
    found, _ = fits(said(text))
    assert [(f.value.model, f.value.srmr) for f in found] == [("saturated model", ".05"), ("estimated model", ".06")]


def test_an_index_of_what_is_no_model_and_that_of_another() -> None:
    found, _ = fits(said("The SRMR of the dough of rye was .05 and that of the dough of wheat .06."))
    assert not any(f.value.model for f in found)
