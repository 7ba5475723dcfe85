"""Every check proves itself on the invented reports that stand in its own file."""

import pytest

from evidence.checks import check, checks

CHECKS = {c.id: c for c in checks()}
CASES = [
    (c.id, kind, i) for c in checks() for kind in ("passes", "fails", "silent") for i in range(len(getattr(c, kind)))
]


@pytest.mark.parametrize(("check_id", "kind", "number"), CASES)
def test_vector(check_id, kind, number):
    answer = check(getattr(CHECKS[check_id], kind)[number])
    mine = [f for f in answer.findings if f.check == check_id]
    if kind == "passes":
        assert not mine
        assert answer.answers[check_id] == "ok"
    elif kind == "fails":
        assert mine
        assert check_id in answer.evaluated
        for finding in mine:
            assert finding.message
            assert finding.formula
            assert finding.at
            assert set(finding.blames) <= set(finding.at[1:]) | {c for f in answer.findings for c in f.at}
    else:
        assert not mine
        assert answer.answers[check_id] in ("not applicable", "not evaluated")


@pytest.mark.parametrize("check_id", CHECKS)
def test_every_check_says_what_it_is(check_id):
    one = CHECKS[check_id]
    assert one.passes
    assert one.fails
    assert one.silent
    assert one.title
    assert one.formula
    assert one.reference
    assert one.needs
    assert 2 <= one.section <= 12
