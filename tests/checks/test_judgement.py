"""A paper's judgement counts causes, not firings, and signals alone are never serious."""

import consistent
import pytest
import typos

from evidence.checks import check
from evidence.checks.judgement import judge


def row(number, **cells):
    return {
        "table": "2",
        "from": f"x{number}",
        "to": "y",
        "b": ".50",
        "se": ".10",
        "se_of": "b",
        "stat": "5.00",
        **cells,
    }


def test_a_consistent_paper_raises_no_concern():
    overall, domains = judge(check(consistent.report(1)).findings)
    assert overall == "no concerns"
    assert {d.name for d in domains} == {"results", "text", "conduct and transparency"}


def test_one_cause_is_one_cause_however_often_it_fires():
    report = typos.put(consistent.report(0), "/structural/0/r2", "9.1")
    findings = check(report).findings
    _, domains = judge(findings)
    (results,) = [d for d in domains if d.name == "results"]
    assert sum(n for level, n in results.causes.items() if level != "note") == 1
    assert len([f for f in findings if f.level != "note"]) > 3


@pytest.mark.parametrize(
    ("report", "overall"),
    [
        ({"paths": [row(0, stat="5.70")]}, "some concerns"),
        ({"paths": [row(i, b=f".5{i}", stat=f"{i}.70") for i in (7, 8, 9)]}, "serious concerns"),
        ({"paths": [row(0, b=".51"), row(1, b=".51")]}, "some concerns"),
        ({"paths": [{"from": "x", "to": "y", "beta": "1.4", "complete_equation": True}]}, "serious concerns"),
        ({"document": {"dates": {"received": "2021-11-01", "accepted": "2021-11-02"}}}, "no concerns"),
    ],
)
def test_the_worst_domain_decides(report, overall):
    assert judge(check(report).findings)[0] == overall
