"""Alphas of scales that a paragraph begins with: `The fear of frost questionnaire had ten statements; alpha was .84.`"""

import pytest

from evidence.read import markdown
from evidence.read.understanding import understand

_PAPER = (
    "# Ovens and joy: a survey\n\nAnna Roe\n\n## Introduction\n\nH1: Fear of frost lowers joy.\n\nH2: Salt taste raises joy.\n\n"
    "## Measures\n\n{}\n"
)


def alphas(text: str) -> dict[str, str]:
    (record,) = understand(markdown.to_source(_PAPER.format(text).encode()))
    return {c.name.lower(): str(c.alpha) for c in record.constructs if c.alpha}


@pytest.mark.parametrize(
    "text",
    [
        "The fear of frost questionnaire consisted of the eight statements of a short inventory by Roe (2008). Cronbach's alpha was 0.84.",
        "The fear of frost scale (six items, for example, 'I fear frost') was composed for this study and had an alpha of 0.84.",
        "The fear of frost questionnaire comprised four statements ('In ten years') and its alpha was 0.84.",
        "The fear of frost measure was new. It had ten items. Cronbach's alpha was 0.84.",
    ],
)
def test_an_alpha_is_of_the_scale_that_the_paragraph_begins_with(text: str) -> None:
    assert alphas(text) == {"fear of frost": "0.84"}


def test_a_scale_of_something_that_nothing_names_has_no_alpha_of_the_one_before() -> None:
    told = alphas(
        "The fear of frost questionnaire had ten items. Cronbach's alpha was 0.84.\n\n"
        "The appraisal questionnaire had ten items of Roe (2008). Cronbach's alpha was 0.79."
    )
    assert told == {"fear of frost": "0.84"}


def test_the_final_scale_is_that_of_the_paragraph_before() -> None:
    told = alphas(
        "Fear of frost was measured with ten items of Roe (2008).\n\nThe final scale had nine items. Cronbach's alpha was 0.84."
    )
    assert told == {"fear of frost": "0.84"}
