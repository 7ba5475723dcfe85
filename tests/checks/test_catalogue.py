"""The list, the page of one check, and the generated page of all."""

import pytest

from evidence import assets
from evidence.checks import catalogue, checks, explain
from evidence.checks.catalogue import SECTIONS, measured, page
from evidence.errors import UsageError


def test_every_check_is_listed_once():
    ids = [info.id for info in catalogue()]
    assert len(ids) == len(set(ids)) == len(checks())
    assert {info.section for info in catalogue()} <= set(SECTIONS.values())


def test_a_check_is_explained_from_its_fields():
    text = explain("rmsea-from-chi2")
    (one,) = [c for c in checks() if c.id == "rmsea-from-chi2"]
    assert one.formula in text
    assert one.reference in text
    assert one.needs in text


def test_an_unknown_check_is_refused_with_the_nearest():
    with pytest.raises(UsageError, match="did you mean 'rmsea-ci'"):
        explain("rmsea-cy")


def test_the_page_is_current():
    """`python tests/benchmarks/checks_detection.py --write` makes it anew."""
    text = assets.read_text(assets.schema("checks.md"))
    assert measured(text)
    assert text == page(measured(text))
