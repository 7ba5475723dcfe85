"""Where the abstract stands, and what it says again of a table's numbers."""

from pathlib import Path

import pytest

from evidence.checks import check
from evidence.read import read
from evidence.read.model import Block, Source
from evidence.read.prose import abstract

SAID = "We surveyed 312 gardeners. Trust has a positive effect on loyalty (β = {}, p < .001)."
BODY = """
Gardeners are loyal where they trust. Trust was found to raise loyalty in earlier work of many kinds and places.

H1: Trust has a positive effect on loyalty.

H2: Risk has a negative effect on loyalty.

{heading}Results

Table 1. Results of the structural model

| Hypothesis | Path | β | t | p | Result |
| --- | --- | --- | --- | --- | --- |
| H1 | Trust → Loyalty | 0.45 | 7.10 | <.001 | supported |
| H2 | Risk → Loyalty | -0.12 | -2.40 | .017 | supported |
"""
PAPERS = {
    "heading.md": "# Loyal gardeners of the towns\n\n## Abstract\n\n{said}\n\nKeywords: trust; loyalty\n\n## Introduction\n"
    + BODY.format(heading="## "),
    "inline.md": "# Loyal gardeners of the towns\n\n**Abstract**: {said}\n\n## Introduction\n"
    + BODY.format(heading="## "),
    "structured.md": "# Loyal gardeners of the towns\n\nPurpose. We ask why gardeners stay loyal. Methods. A survey. Results. {said}"
    "\n\n## Introduction\n" + BODY.format(heading="## "),
}


def written(folder: Path, name: str, said: str) -> dict:
    path = folder / name
    path.write_text(PAPERS[name].replace("{said}", SAID.format(said)), encoding="utf-8")
    (record,) = read(path)
    return record.to_dict()


@pytest.mark.parametrize("name", PAPERS)
def test_an_abstract_that_states_another_effect_than_the_table_is_critical(name: str, tmp_path: Path) -> None:
    report = written(tmp_path, name, "0.54")
    (claim,) = (c for c in report["claims"] if c["value"] == "0.54")
    assert claim["section"] == "abstract"
    (finding,) = (f for f in check(report).findings if f.check == "text-table-mismatch")
    assert finding.level == "critical"
    assert "the abstract says" in finding.message


@pytest.mark.parametrize("name", PAPERS)
def test_an_abstract_that_agrees_or_rounds_is_no_finding(name: str, tmp_path: Path) -> None:
    for said in ("0.45", ".5"):
        findings = check(written(tmp_path, name, said)).findings
        assert not [f for f in findings if f.check == "text-table-mismatch"]


def test_another_part_of_the_text_that_differs_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "discussion.md"
    text = "# Loyal gardeners of the towns\n\n## Introduction\n" + BODY.format(heading="## ")
    path.write_text(f"{text}\n## Discussion\n\n{SAID.format('0.54')}\n", encoding="utf-8")
    (record,) = read(path)
    (finding,) = (f for f in check(record.to_dict()).findings if f.check == "text-table-mismatch")
    assert finding.level == "error"


@pytest.mark.parametrize(
    ("path", "level"),
    [
        ({}, "critical"),
        ({"group": "women"}, "error"),
        ({"model": "Model 2"}, "error"),
        ({"primary": False}, "error"),
    ],
)
def test_only_the_effect_in_the_whole_sample_is_the_abstracts(path: dict, level: str) -> None:
    claim = {"kind": "value", "value": ".54", "ref": "/paths/0/beta", "section": "abstract"}
    report = {"paths": [{"from": "A", "to": "B", "beta": ".45", **path}], "claims": [claim]}
    assert [f.level for f in check(report).findings] == [level]
    statistic = {**claim, "ref": "/paths/0/stat"}
    report = {"paths": [{"from": "A", "to": "B", "stat": ".45", **path}], "claims": [statistic]}
    assert [f.level for f in check(report).findings] == ["error"]


def blocks(*parts: tuple[str, str]) -> Source:
    made, text = [], ""
    for kind, words in parts:
        made.append(Block(kind, (len(text), len(text) + len(words))))
        text += words + "\n\n"
    return Source(text, tuple(made))


LONG = "We asked many gardeners of the towns why they stay where they are."


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("heading", "ABSTRACT"), ("paragraph", LONG), ("heading", "1. Introduction"), ("paragraph", LONG)], [1]),
        ([("paragraph", "Abstract"), ("paragraph", LONG), ("paragraph", LONG), ("heading", "Introduction")], [1, 2]),
        (
            [("heading", "Abstract"), ("heading", "Methods"), ("paragraph", LONG), ("heading", "Theory"), ("paragraph", LONG)],
            [2],
        ),
        ([("heading", "Abstract"), ("paragraph", LONG), ("paragraph", "Keywords: towns; gardens; staying"), ("paragraph", LONG)], [1]),
        ([("abstract", LONG), ("paragraph", "Abstract: not again, the markup has said it.")], [0]),
        ([("paragraph", "摘要:" + LONG), ("paragraph", LONG)], [0]),
        ([("paragraph", "Abstract thinking is what gardeners are asked for."), ("paragraph", LONG)], []),
        ([("paragraph", LONG), ("heading", "Introduction"), ("paragraph", LONG)], []),
        ([("heading", "Abstract"), ("paragraph", LONG * 200), ("paragraph", LONG)], []),
    ],
)  # fmt: skip
def test_the_abstract_is_found_however_it_is_set(parts: list[tuple[str, str]], expected: list[int]) -> None:
    source = blocks(*parts)
    assert list(abstract(source)) == [source.blocks[i].span for i in expected]
