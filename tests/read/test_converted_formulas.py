"""Formulas that converters set in brackets, headings they set in italics, notes they run into captions."""

import pytest

from evidence.read.markdown import READER
from evidence.read.tei import READER as TEI
from evidence.read.understanding import understand

PAPER = (
    "# Why bakers stay: a survey\n\nAda Cole\n\n## Method\n\n{}\n\n## Results\n\n{}\n\n## Discussion\n\nThis is all.\n"
)
TABULAR = r"""\begin{table}
\begin{tabular}{l c c c} \hline
Predictor & \(B\) & \(SE\) & \(p\) \\ \hline
\multicolumn{4}{l}{Outcome: Joy (\(R^{2}=.109\))} \\
Salt & \(-\)0.040 & 0.021 & .054 \\
Crust & 0.136 & 0.068 & \(<\).001 \\
Frost & \(-\)1.779 & 0.284 & \(<\).001 \\ \hline
\end{tabular}
\end{table}
Table 1: Regression coefficients"""


def test_a_sign_in_brackets_of_a_formula_belongs_to_its_number() -> None:
    (record,) = understand(READER.to_source(PAPER.format("We asked.", TABULAR).encode()))
    assert [(p.from_, p.to, str(p.b), str(p.p)) for p in record.paths] == [
        ("Salt", "Joy", "-0.040", ".054"),
        ("Crust", "Joy", "0.136", "<.001"),
        ("Frost", "Joy", "-1.779", "<.001"),
    ]


def test_brackets_of_text_stay_where_no_formula_needs_them() -> None:
    source = READER.to_source(PAPER.format(r"Bread \(rye\) and salt \(see below\) were weighed.", "Words.").encode())
    assert "Bread (rye) and salt (see below)" in source.text
    formulas = READER.to_source(
        PAPER.format(r"Here \(\alpha=.81\), \(\beta=.31\) and \(SE\) are told.", "Words.").encode()
    )
    assert "and SE are told" in formulas.text


MEASURES = """_2.1. Crust_

The scale has seven items. Cronbach's α was 0.89.

_2.2. Joy_

The scale has ten items. Cronbach's α was 0.91."""


def test_numbered_lines_in_italics_are_headings() -> None:
    (record,) = understand(READER.to_source(PAPER.format(MEASURES, "Words.").encode()))
    assert [(c.name, str(c.alpha)) for c in record.constructs] == [("Crust", "0.89"), ("Joy", "0.91")]


@pytest.mark.parametrize("line", ["_1. Bakers who sing are glad._", "**2 ovens = 4 loaves**", "_Joy_"])
def test_other_lines_in_italics_are_text(line: str) -> None:
    source = READER.to_source(PAPER.format(line, "Words.").encode())
    assert not any(b.kind == "heading" and source.of(b).strip("1. ") in line for b in source.blocks if b.level == 4)


FIGURE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div><head>Results</head><p>Words.</p></div>
<figure type="table"><head>Table 1</head><label>1</label><figDesc>Models Predicting JoyNote: N = 386 bakers.</figDesc>
<table><row><cell>Predictor</cell><cell>b</cell><cell>SE</cell></row><row><cell>Salt</cell><cell>.31</cell><cell>.04</cell></row>
<row><cell>Crust</cell><cell>.22</cell><cell>.05</cell></row></table></figure></body></text></TEI>"""


def test_a_note_right_behind_a_caption_is_a_note() -> None:
    (grid,) = TEI.to_source(FIGURE.encode()).grids
    assert grid.caption == "Table 1 Models Predicting Joy"
    assert grid.notes.endswith("N = 386 bakers.")
