"""Versioned mappings: nothing is overwritten, and maps stand side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.constructs import accept, propose, shipped
from evidence.constructs.versions import Mapping, broad, current, from_proposals, record, unmapped
from evidence.errors import UsageError

rows = st.builds(
    Mapping,
    st.sampled_from(["s1", "s2"]),
    st.sampled_from(["PU", "PE"]),
    st.sampled_from(["a", "b"]),
    st.sampled_from([1, -1]),
)


@given(st.lists(rows, max_size=12))
def test_history_is_kept_and_one_row_stands(new):
    history = []
    for each in new:
        before = list(history)
        history = record(history, each)
        assert [(r.construct, r.version) for r in history[: len(before)]] == [(r.construct, r.version) for r in before]
        assert record(history, each) == history
        standing = current(history)[(each.study, each.reported)]
        assert (standing.construct, standing.polarity) == (each.construct, each.polarity)
    assert len({(r.study, r.reported, r.version) for r in history}) == len(history)


def test_broad_map_lifts_the_narrow_one():
    narrow = record(record([], Mapping("s1", "PE", "performance_expectancy")), Mapping("s1", "T", "trust"))
    lifted = broad(narrow, shipped(), ["perceived_usefulness"])
    assert [(r.construct, r.map, r.method) for r in lifted] == [
        ("perceived_usefulness", "broad", "lifted from narrow"),
        ("trust", "broad", "lifted from narrow"),
    ]
    assert len(current([*narrow, *lifted], "broad")) == 2
    with pytest.raises(UsageError, match=r"no map 'wide'; maps: broad, narrow"):
        current([*narrow, *lifted], "wide")


def test_unmapped_names_are_listed_once():
    rows = [Mapping("s1", "PU", "perceived_usefulness")]
    assert unmapped([("s1", "PU"), ("s1", "PE"), ("s1", "PE")], rows) == [("s1", "PE")]
    assert unmapped([("s1", "PU")], rows, map="broad") == [("s1", "PU")]


def test_accepted_proposals_become_rows_with_score_and_method():
    through, _ = accept([propose("Trust", shipped()), propose("zzgl", shipped())], at_least=0.9)
    (row,) = from_proposals("s1", through, coder="me", date="2025-01-01")
    assert (row.construct, row.method, row.score, row.coder) == ("trust", "rules", 1.0, "me")
