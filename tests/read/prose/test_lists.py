"""Coefficients in lists and in sentences that go on from the one before."""

import pytest

from evidence.read.clear import clear
from evidence.read.prose.chinese.effects import chinese_effects
from evidence.read.prose.effects.coefficients import coefficients
from evidence.read.prose.relations.relation import relation
from tests.read.prose.test_numbers import said, values


def test_an_effect_of_what_the_sentence_before_spoke_of() -> None:
    found = coefficients(
        said(
            "The total effect of humour on sleep was clear, b = 0.40, SE = 0.05, p < .001. The indirect effect through calm "
            "was significant as well, b = 0.15, SE = 0.03, 95% CI [0.09, 0.21]."
        )
    )
    assert [(f.value.from_, f.value.to, f.value.via, f.value.beta or f.value.b, f.value.effect) for f in found] == [
        ("humour", "sleep", None, "0.40", "total"),
        ("humour", "sleep", "calm", "0.15", "indirect"),
    ]
    apart = said(
        "The total effect of humour on sleep was clear, b = 0.40, p < .001.",
        "The indirect effect through calm was large, b = 0.15, p < .001.",
    )
    assert len(coefficients(apart)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Humour had positive effects on calm, deep sleep and joy (β = 0.52, 0.47 and 0.21; t = 9.8, 8.6 and 3.1, respectively; all p < .001).",
            {
                ("Humour", "calm", "0.52", "9.8"),
                ("Humour", "deep sleep", "0.47", "8.6"),
                ("Humour", "joy", "0.21", "3.1"),
            },
        ),
        (
            "Calm and joy predicted sleep (β = .31 and .24; t = 5.2 and 4.1, p < .01).",
            {("Calm", "sleep", ".31", "5.2"), ("joy", "sleep", ".24", "4.1")},
        ),
    ],
)
def test_lists_of_coefficients_with_lists_of_their_statistics(text: str, expected: set[tuple[str, ...]]) -> None:
    found = coefficients(said(text))
    assert {(f.value.from_, f.value.to, f.value.beta, f.value.stat) for f in found} == expected
    for one in found:
        for name, (start, end) in one.spans.items():
            if name in ("beta", "stat"):
                assert text[start:end] == getattr(one.value, name)


def test_an_association_of_one_thing_with_another() -> None:
    tie = relation("The association of humour with deep sleep was stronger")
    assert values(tie, "from_", "to") == ("humour", "deep sleep")


@pytest.mark.parametrize(
    "cited",
    [
        "张某等以南城为例的研究表明，幽默对心情的影响系数为0.38[6]。",
        "In a bakery, humour predicted mood (β = .38, p < .01) [4, 7].",
    ],
)
def test_what_others_found_is_cited_by_number_too(cited: str) -> None:
    def read(text: str, section: str) -> int:
        sentences = said(clear(text).text, section=section)
        return len(coefficients(sentences)) + len(chinese_effects(sentences, ()))

    assert read(cited, "Literature review") == 0
    assert read(cited.replace("张某等以南城为例的", "本"), "Results") == 1
