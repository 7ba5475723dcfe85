"""The coded founding studies against the documents and the gold codings, value by value and both ways.

Reads `../shared` beside the repository (documents, gold, score program); without it only the studies are checked.
"""

import importlib.util
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from evidence import assets
from evidence.read import read
from evidence.records import Record
from evidence.records.places import look_up, numbers, place

SHARED = Path(__file__).resolve().parents[3] / "shared"
STUDIES = sorted(assets.seeds("studies").glob("*.yaml"))
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent: no documents and gold to compare")
each_study = pytest.mark.parametrize("path", STUDIES, ids=lambda path: path.stem)
WORDS = {"three": "3", "five": "5", "six": "6"}
# kept by the gold coding for people: wordings, sources, derived figures, and words that no field of a record holds
NOT_IN_A_RECORD = {
    "academic_editor", "affiliation", "affiliations", "author_position", "concepts_mentioned", "definition", "design",
    "funding", "garbled", "index_printed", "items_per_construct", "operationalisation", "pages", "publisher", "region",
    "scale", "scale_anchors", "screening", "significance", "significance_note", "software", "source_printed", "theory",
    "volume", "wording",
}  # fmt: skip


class Gold(NamedTuple):
    """One value of the gold coding: where it is told, what was printed, where, and what it means."""

    told: str
    printed: str
    at: tuple[int, int]
    value: Any


@cache
def coded(path: Path) -> list[Record]:
    return read(path)


@cache
def document(path: Path) -> str:
    file = SHARED / "seeds" / coded(path)[0].document.file
    return file.read_bytes().decode("utf-8")


@cache
def gold(path: Path) -> dict[str, Any]:
    stem = Path(coded(path)[0].document.file).stem
    held: dict[str, Any] = yaml.safe_load((SHARED / "gold" / f"{stem}.yaml").read_text("utf-8"))
    return held


def told(node: Any, at: str = "") -> Iterator[Gold]:
    """Every value of a gold coding that a record should hold too."""
    if isinstance(node, dict):
        if "at" in node and "printed" in node:
            yield Gold(at, node["printed"], (node["at"][0], node["at"][1]), node.get("value"))
        for key, below in node.items():
            if key not in NOT_IN_A_RECORD:
                yield from told(below, f"{at}/{key}")
    elif isinstance(node, list):
        for i, below in enumerate(node):
            yield from told(below, f"{at}/{i}")


def shown(record: Record, pointer: str) -> str:
    """The digits on paper: those a rescaled coefficient was printed with, else the value without its operator."""
    holder = look_up(record, pointer.rpartition("/")[0])
    name = pointer.rpartition("/")[2]
    rescaled = getattr(holder, "printed", None) if name == "beta" else None
    if isinstance(getattr(holder, "printed", None), dict):
        rescaled = holder.printed.get(name)
    return str(rescaled or look_up(record, pointer))


@each_study
def test_every_number_of_a_study_has_its_own_span(path: Path) -> None:
    for record in coded(path):
        assert all(pointer in record.spans for pointer, _ in numbers(record))
        assert not record.document.sha256.startswith("0" * 8)
        assert len(record.document.sha256) == 64


@each_study
def test_studies_hold_no_sentences_of_the_papers(path: Path) -> None:
    for record in coded(path):
        assert not any(h.statement for h in record.hypotheses)
        assert not any(claim.quote for claim in record.claims)


@needs_shared
@each_study
def test_findings_are_in_the_words_of_the_coder(path: Path) -> None:
    flat = " ".join(document(path).lower().split())
    for record in coded(path):
        for finding in record.findings:
            words = finding.message.lower().split()
            runs = [" ".join(words[i : i + 7]) for i in range(len(words) - 6)]
            assert not [run for run in runs if run in flat]


@needs_shared
@each_study
def test_every_span_shows_what_was_coded(path: Path) -> None:
    text = document(path)
    for record in coded(path):
        for pointer, _ in numbers(record):
            found = place(record, pointer)
            assert found is not None
            assert found.span is not None
            there = text[slice(*found.span)]
            digits = shown(record, pointer).lstrip("<>=≤≥")
            assert WORDS.get(there, there).lstrip("<>") == digits, pointer
        for pointer, (start, end) in record.spans.items():
            value = look_up(record, pointer)
            if (
                pointer.endswith(("/name", "/abbreviation", "/printed", "/item", "/stars", "/title"))
                or "/aliases/" in pointer
            ):
                assert text[start:end] == value or text[start:end].casefold() == value.casefold(), pointer
        for reference in record.references:
            assert reference.text_at is not None
            entry = " ".join(text[slice(*reference.text_at)].replace("\n\n- ", " ").split())
            assert (reference.title or "") in entry
            assert (reference.year or "") in entry
            assert entry.startswith(reference.label or "")


@needs_shared
@each_study
def test_every_value_of_the_gold_is_in_the_study(path: Path) -> None:
    spans: dict[tuple[int, int], list[Any]] = {}
    values: dict[tuple[int, int], set[float]] = {}
    for record in coded(path):
        for pointer, span in record.spans.items():
            spans.setdefault(span, []).append(pointer)
        for pointer, printed in numbers(record):
            values.setdefault(record.spans[pointer], set()).add(round(printed.value or 0.0, 9))
    missing = []
    for item in told(gold(path)):
        if item.printed in ("\\", "") or item.printed is None:
            continue  # a cell that withholds its value
        inside = [span for span in spans if item.at[0] <= span[0] and span[1] <= item.at[1]]
        if not inside:
            missing.append(item)
            continue
        number = item.value if isinstance(item.value, int | float) and not isinstance(item.value, bool) else None
        if number is None or item.told.startswith("/document/"):
            continue  # years are text
        told_as = {round(number, 9), round(number / 100, 9)}  # a percentage may be told as 62 or as .62
        assert any(told_as & values.get(span, set()) for span in inside), item
    assert missing == []


@needs_shared
@each_study
def test_every_number_of_the_study_is_in_the_gold(path: Path) -> None:
    places = [item.at for item in told(gold(path))] + [
        (node["start"], node["end"]) for node in nodes(gold(path)) if "start" in node and "end" in node
    ]
    for record in coded(path):
        for pointer, printed in numbers(record):
            start, end = record.spans[pointer]
            known = any(a <= start and end <= b for a, b in places)
            # limits that the paper quotes from the literature, and the size of its scale, are coded beyond the gold
            assert known or pointer.startswith("/claims/"), (pointer, printed)


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for below in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(below)


@needs_shared
@each_study
def test_counts_verdicts_and_ends_equal_the_gold(path: Path) -> None:
    whole, record = gold(path), coded(path)[0]
    names = {c["id"]: c for c in whole["constructs"]}
    assert len(record.constructs) == len(names)
    by_name = {c.name: c for c in record.constructs}

    def same(name: str | None, identity: str | None) -> bool:
        if identity is None or name is None:
            return identity is None and name is None
        known = {a["value"] for a in names[identity]["as_reported"]} | {
            a["value"] for a in names[identity]["abbreviations"]
        }
        own = by_name[name]
        return known == {own.name, *own.aliases, own.abbreviation} and own.canonical == names[identity]["canonical"]

    assert [(h.label, h.verdict) for h in record.hypotheses] == [
        (h["label"], h["verdict"]) for h in whole["hypotheses"]
    ]
    for mine, theirs in zip(record.hypotheses, whole["hypotheses"], strict=True):
        assert same(mine.from_, theirs["source"])
        assert same(mine.to, theirs["target"])
        assert same(mine.via, theirs.get("mediator"))
        assert (mine.sign == "+") == theirs["direction"].startswith("positive") or theirs["source"] is None
    regressions = [p for m in whole["mediation"]["regressions"] for p in m["predictors"]]
    assert len(record.paths) == whole["counts"]["path_reports"] + len(regressions)
    for theirs in whole["paths"]:
        mine = [p for p in record.paths if same(p.from_, theirs["source"]) and same(p.to, theirs["target"])]
        reports = [p for p in mine if not (p.model or "").startswith("Model")]
        assert len(reports) == len(theirs["reports"])
        assert {p.verdict for p in reports} == {theirs["verdict"]}
        assert [p.primary for p in reports].count(True) == 1
        if theirs["coefficient"] is not None:
            assert {p.beta.value for p in reports if p.beta} == {theirs["coefficient"]}
    assert len(record.effects) == whole["counts"]["mediation_tests"]
    assert sum(len(solution.configs) for solution in record.fsqca) == whole["counts"]["fsqca_configurations"]
    assert len(record.references) == whole["counts"]["references"]
    assert sum(len(c.loadings) for c in record.constructs) == whole["counts"]["items"]


@needs_shared
def test_a_retraction_notice_is_a_record_of_its_own() -> None:
    notices = [record for path in STUDIES for record in coded(path) if record.retraction]
    retracted = [gold(path)["retraction"] for path in STUDIES if gold(path).get("retraction")]
    assert len(notices) == len(retracted)
    for notice, theirs in zip(notices, retracted, strict=True):
        assert notice.retraction is not None
        assert (notice.document.kind, notice.retraction.date) == ("notice", str(theirs["notice_published"]["value"]))
        assert notice.retraction.publisher == theirs["publisher"]["value"]


@needs_shared
@each_study
def test_the_extraction_score_of_a_study_is_full(path: Path) -> None:
    spec = importlib.util.spec_from_file_location("extraction_score", SHARED / "score" / "extraction.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    plain = [record.to_dict() for record in coded(path)]
    stem = Path(coded(path)[0].document.file).stem
    scored = score.score_one(json.loads((SHARED / "gold" / "scoring" / f"{stem}.json").read_text("utf-8")), plain)
    assert {kind: (s["missed"], s["extra"]) for kind, s in scored.items() if s["fp"] or s["fn"]} == {}
    assert all(held == all_ for held, all_ in (score.spans_held(record, document(path)) for record in plain))
