"""Pooled answers as sections: what stands in them, and that a kept one comes back as it was."""

import pytest

from evidence.pooling.answer import answers
from evidence.reports.pooled import flag_section, from_plain, pooled_sections, to_plain
from tests.pooling.effects import PATH, effects

TEN = [{"value": 0.1 + 0.05 * (i % 5), "n": 50.0 + 37 * i, "rxx": 0.8, "ryy": 0.9} for i in range(10)]


@pytest.fixture(scope="module")
def sections():
    return pooled_sections("Trust -> Loyalty", answers(effects(*TEN, PATH, {"estimand": "HTMT ratio"})))


def test_the_first_section_counts_what_was_found(sections):
    assert sections[0].remark == "12 effects found of 3 kinds, which are never averaged together; 11 can be used."


def test_what_is_shown_beside_the_average(sections):
    titles = [s.title for s in sections]
    assert titles[1:5] == [
        "Effects: r of observed scores", "Pooled: r of observed scores",
        "Corrected for unreliability (Hunter and Schmidt)", "Small-study signals",
    ]  # fmt: skip
    corrected, signals = sections[3], sections[4]
    assert corrected.answer.rows[0] == ("effects with both reliabilities", 10)
    assert any(line.startswith("  fail-safe N (Rosenthal): ") for line in signals.blocks)


def test_a_refused_family_shows_its_effects_and_the_route(sections):
    htmt = sections[-1]
    assert htmt.title == "Effects: HTMT ratio"
    assert "correlation matrix" in htmt.remark


def test_the_table_leaves_out_columns_that_say_nothing(sections):
    columns = sections[1].answer.columns
    assert "flags" not in columns
    assert columns.index("source") > columns.index("vi")  # one relation: aside


def test_a_kept_answer_comes_back_as_it_was(sections):
    assert from_plain(to_plain(sections)) == sections


def test_flags_are_a_section_only_where_there_are_some():
    assert flag_section([]) == []
    (section,) = flag_section([("ranges", "error", "a-1", "r is 1.2")])
    assert section.blocks == ("- a-1: r is 1.2 (ranges, error)",)
