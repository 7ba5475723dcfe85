"""Phrases of paraphrasing machines, their look-alikes, and where they do not count."""

import csv
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from status_cases import SHARED, shared_json

from evidence import assets
from evidence.status import level, phrases, strength
from evidence.status.wording import dictionary


def found(text: str) -> list[tuple[str, str]]:
    return [(p.phrase, p.stands_for) for p in phrases(text)]


def test_shared_texts() -> None:
    """Reads ../shared/integrity/vectors/status-text.json; skipped where it is absent."""
    for case in shared_json("integrity", "vectors", "status-text.json")["cases"]:
        hits = phrases(case["text"])
        assert [(p.phrase, p.stands_for) for p in hits] == [(h["phrase"], h["for"]) for h in case["expect"]["hits"]], (
            case["id"]
        )
        assert strength(hits) == case["expect"]["strength"]


def test_papers_written_by_people_have_none() -> None:
    """Reads the text documents of ../shared/corpus/documents; skipped where they are absent."""
    papers = [p for p in SHARED.glob("corpus/documents/*") if p.suffix in (".md", ".html", ".xml", ".txt")]
    if not papers:
        pytest.skip("the shared evidence is not here")
    for paper in papers:
        assert found(paper.read_text("utf-8", errors="replace")) == [], paper.name


ROWS = list(csv.DictReader(assets.read_text(assets.seeds("phrases.csv")).splitlines()))


def test_the_dictionary_is_broad_and_every_phrase_is_found() -> None:
    assert len(ROWS) >= 300
    assert len({row["phrase"].lower() for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert found(f"Here {row['phrase']}, as it is.") == [(row["phrase"], row["stands_for"])], row
    assert sum(len(entries) for entries in dictionary().values()) > len(ROWS)


def test_no_true_term_is_a_phrase() -> None:
    for row in ROWS:
        assert found(f"We used {row['stands_for']} here.") == [], row


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("An Irregular  Woodland was grown", ["Irregular Woodland"]),
        ("two irregular woodlands were grown", ["irregular woodlands"]),
        ("the irregular\nwoodland classifier", ["irregular\nwoodland".replace("\n", " ")]),
        ("a flag-to-clamour ratio", ["flag-to-clamour"]),
        (
            "Cronbach’s alpha dependability coefficient worth was .9",
            ["Cronbach’s alpha dependability coefficient worth"],
        ),
        ("underlying condition modelling of trust", ["underlying condition modelling"]),  # composed, British
        ("usual fluctuation extricated was .5", ["usual fluctuation extricated"]),
        ("irregular, woodland", []),
        ("irregular (woodland)", []),
        ("irregular. Woodland", []),
        ("irregularwoodland", []),
        ("preirregular woodlandish", []),
        ("irregular", []),
    ],
)
def test_how_a_phrase_may_stand(text: str, hits: list[str]) -> None:
    assert [phrase for phrase, _ in found(text)] == hits


@pytest.mark.parametrize(
    "text",
    [
        "Students had a profound learning experience.",
        "Pupils with severe and profound learning difficulties took part.",
        "Information mining companies in Chile answered.",
        "We walked through dense irregular woodland.",
        "Along the irregular woodland edge, plots were set.",
        "There is enormous information overload on the platform.",
        "Managers took a basic leadership training.",
        "The first clinical preliminary results were promising.",
        "A part-time arrangement data sheet was kept.",
        "The path coefficients were huge.",
        "The newly joined states adopted the rule.",
        "Partial least squares and a random forest agree on discriminant validity.",
    ],
)
def test_literal_readings_are_no_hits(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The authors wrote “counterfeit consciousness” throughout.",
        'The authors wrote "counterfeit consciousness" throughout.',
        "The authors wrote «counterfeit consciousness» throughout.",
        "The authors wrote ‘counterfeit consciousness’ throughout.",
        "> counterfeit consciousness was quoted here",
        "They print counterfeit consciousness instead of artificial intelligence.",
        "They print counterfeit consciousness [sic].",
        "Text.\n\nReferences\n\n[1] A survey of counterfeit consciousness. 2020.",
        "Text.\n\n## References cited\n- counterfeit consciousness, 2020",
        "We screened for tortured phrases such as counterfeit consciousness.",
    ],
)
def test_quotations_references_and_papers_about_them_are_exempt(text: str) -> None:
    assert found(text) == []


def test_text_after_a_reference_list_counts_again() -> None:
    text = "References\n[1] counterfeit consciousness\n\nAppendix A\nAn irregular woodland."
    assert [phrase for phrase, _ in found(text)] == ["irregular woodland"]
    assert (
        found("It is the authors' irregular woodland and the readers' own.") != []
    )  # an apostrophe opens no quotation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", ("none", None)),
        ("irregular woodland", ("single", "note")),
        ("irregular woodland and irregular woodland", ("single", "note")),
        ("irregular woodland, profound learning", ("single", "warn")),
        ("irregular woodland, profound learning, bosom peril", ("strong", "error")),
    ],
)
def test_strength_counts_different_phrases(text: str, expected: tuple[str, str | None]) -> None:
    hits = phrases(text)
    assert (strength(hits), level(hits)) == expected


@given(
    st.lists(
        st.sampled_from(
            ["trust", "irregular", "woodland", "profound learning", "flag to", "clamor", ",", '"', "\n", "."]
        ),
        max_size=20,
    )
)
def test_every_hit_knows_its_place(parts: list[str]) -> None:
    text = " ".join(parts)
    hits = phrases(text)
    for hit in hits:
        assert " ".join(text[hit.start : hit.end].split()) == hit.phrase
    assert all(a.end <= b.start for a, b in itertools.pairwise(hits))
