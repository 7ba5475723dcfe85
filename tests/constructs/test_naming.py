"""What a name says: words, head, polarity, abbreviation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.constructs import shipped
from evidence.constructs.naming import definitions, initials, is_abbreviation, opposite, parse


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Behavioral intention", "behavioural intentions"),
        ("personalization", "Personalisation"),
        ("organizational commitment", "Organisational  Commitment"),
        ("e-WOM", "electronic word-of-mouth"),
        ("continued purchase intention", "re-purchase intention"),
        ("satisfaction with life", "Life satisfaction"),
        ("users' skepticism", "users’ scepticism"),
        ("fulfillment", "fulfilment"),
        ("live-streaming trust", "livestream trust"),
        ("Perceived usefulness (PU)", "perceived usefulness"),
    ],
)
def test_variants_are_one(one, other):
    assert parse(one).words == parse(other).words


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("perceived ease of use", "easy"),
        ("sense of belonging", "belonging"),
        ("attitude toward the use of public services", "attitude"),
        ("level of service product innovation", "innovation"),
        ("knowledge sharing behavior", "sharing"),
        ("behaviour", "behaviour"),
        ("of the", "the"),
    ],
)
def test_head_noun(name, head):
    assert parse(name).head == head


def test_negation_abbreviation_and_products():
    assert parse("Consumers' lack of trust").negated
    assert parse("perceived lack of control").negated
    assert not parse("trust").negated
    assert parse("Effort expectancy [EE]").abbreviation == "EE"
    assert parse("Trust (in the vendor)").abbreviation is None
    assert parse("Knowledge gap × perceived risk").product == ("Knowledge gap", "perceived risk")
    assert parse("(PU)").text == "pu"
    assert opposite("dissatisfaction") == "satisfaction"
    assert opposite("trust") is None


def test_what_comes_after_a_preposition_is_the_occasion():
    assert parse("intention to use public services").tail == {"public", "service"}
    assert parse("trust in the vendor").tail == {"seller"}
    assert parse("trust").tail == frozenset()


def test_abbreviations():
    assert [is_abbreviation(text) for text in ("PU", "eWOM", "InfoSeek", "Trust", "perceived")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert initials("Trust") >= {"t", "tr", "tru", "trus"}
    assert definitions(["SN stands for subjective norm", "Perceived risk (PerRisk)", "loyalty", "x: y"]) == {
        "SN": "subjective norm",
        "PerRisk": "Perceived risk",
    }


@given(st.text(min_size=1, max_size=60))
def test_any_text_is_parsed(text):
    name = parse(text)
    assert name.printed == text
    assert set(name.tail) <= set(name.text.split())


@given(st.sampled_from([construct.label for construct in shipped()]))
def test_case_and_space_do_not_matter(label):
    plain = parse(label)
    assert parse(f"  {label.upper()} ").words == plain.words
    assert parse(label.lower()).head == plain.head
