"""Papers without data of their own give no effects, whatever they quote."""

from pathlib import Path

import pytest

from evidence.read import read

QUOTED = (
    "Humour raised joy among bakers (β = .41, t = 6.20, p < .001) and the models fitted, CFI = .96, RMSEA = .05. "
    "In one experiment with 288 participants, 61% laughed."
)


def paper(folder: Path, opening: str, *paragraphs: str) -> Path:
    path = folder / "paper.html"
    body = "".join(f"<p>{p}</p>" for p in (opening, *paragraphs))
    path.write_text(f"<html><body><h1>On humour in bakeries</h1>{body}</body></html>", "utf-8")
    return path


@pytest.mark.parametrize(
    ("opening", "more"),
    [
        ("We develop a conceptual model of humour at work.", "No new data were collected for this essay."),
        ("This theoretical paper asks when humour helps.", "The article does not report any empirical data."),
        ("We propose a conceptual framework.", "Proposition 1: Dry humour dries the dough."),
    ],
)
def test_a_conceptual_paper_yields_no_effects(tmp_path: Path, opening: str, more: str) -> None:
    (record,) = read(paper(tmp_path, opening, QUOTED, more, "Proposition 2: Warm humour lifts it."))
    assert record.document.kind == "conceptual"
    assert not (record.paths)
    assert not (record.fit)
    assert not (record.constructs)
    assert not (record.effects)


def test_a_survey_with_a_conceptual_model_is_empirical(tmp_path: Path) -> None:
    said = "We surveyed 288 bakers. Data were collected in spring."
    (record,) = read(paper(tmp_path, "We develop a conceptual model of humour at work.", said, QUOTED))
    assert record.document.kind == "empirical"
    assert record.fit
