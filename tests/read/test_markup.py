"""What archives put into JATS and TEI around the words: formulas said twice, labels apart, groups of tables, group authors."""

from pathlib import Path

import pytest

from evidence.read import html, jats, read, tei
from evidence.read.xml import mathematics

NAMESPACES = 'xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:xlink="http://www.w3.org/1999/xlink"'


def article(body: str, front: str = "") -> bytes:
    return f"""<article {NAMESPACES} article-type="research-article"><front><article-meta><title-group>
<article-title>On bread</article-title><subtitle>A survey</subtitle></title-group>{front}</article-meta></front>
<body><sec><title>Results</title>{body}</sec></body></article>""".encode()


def test_a_formula_said_twice_is_read_once() -> None:
    math = "<mml:math><mml:mi>β</mml:mi><mml:mo>=</mml:mo><mml:mn>.41</mml:mn></mml:math>"
    tex = r"<tex-math>\documentclass[12pt]{minimal}\begin{document}$$\beta = .41$$\end{document}</tex-math>"
    both = jats.to_source(
        article(f"<p>Joy (<inline-formula><alternatives>{tex}{math}</alternatives></inline-formula>)</p>")
    )
    assert "Joy (β=.41)" in both.text
    alone = jats.to_source(article(f"<p>Joy (<inline-formula>{tex}</inline-formula>)</p>"))
    assert "Joy (β = .41)" in alone.text
    ratio = "<mml:math><mml:mfrac><mml:mrow><mml:mi>χ</mml:mi><mml:mn>2</mml:mn></mml:mrow><mml:mi>df</mml:mi></mml:mfrac></mml:math>"
    assert "χ2/df = 2.1" in jats.to_source(article(f"<p>{ratio} = 2.1</p>")).text


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"$\frac{\chi^2}{df} = 2.1$", "χ2/df = 2.1"),
        (r"\mathrm{RMSEA} \leq 0.08", "RMSEA ≤ 0.08"),
        (r"$$\text{A} \rightarrow \text{B}$$", "A → B"),
    ],
)
def test_tex_as_a_reader_sees_it(tex: str, shown: str) -> None:
    assert mathematics(tex) == shown


def test_labels_kept_apart_stand_before_their_words(tmp_path: Path) -> None:
    path = tmp_path / "paper.xml"
    path.write_bytes(
        article(
            "<list><list-item><label>H1</label><p>Humour increases joy.</p></list-item>"
            "<list-item><label>•</label><p>An aside.</p></list-item></list>"
            "<statement><label>Hypothesis 2.</label><p>Calm decreases joy.</p><p>More.</p></statement>"
        )
    )
    (record,) = read(path)
    assert [(h.label, h.from_, h.to) for h in record.hypotheses] == [("H1", "Humour", "joy"), ("H2", "Calm", "joy")]
    assert "• An aside" not in record.text


def test_front_matter_of_groups_and_dates_of_one_attribute() -> None:
    source = jats.to_source(
        article(
            "<p>.</p>",
            "<contrib-group><contrib><collab>Bread Group<contrib-group><contrib><name><surname>Ek</surname></name>"
            "</contrib></contrib-group></collab></contrib><contrib><name><surname>Ost</surname><given-names>A</given-names>"
            '</name></contrib></contrib-group><pub-date date-type="pub" iso-8601-date="2022-05-06"/>',
        )
    )
    assert source.meta["authors"] == ["Bread Group", "A Ost"]
    assert source.meta["published"] == "2022-05-06"
    assert source.meta["title"] == "On bread: A survey"


def test_tables_in_a_group_and_in_a_paragraph() -> None:
    table = "<table><tr><td>A</td><td>B</td></tr><tr><td>x</td><td>.4</td></tr></table>"
    source = jats.to_source(
        article(
            "<table-wrap-group><label>Table 2</label><caption><title>Fit</title></caption>"
            f"<table-wrap>{table}</table-wrap></table-wrap-group>"
            f"<p>Before <bold><table-wrap><label>Table 3</label>{table}</table-wrap></bold> after.</p>"
        )
    )
    assert [(g.label, g.caption) for g in source.grids] == [("Table 2", "Table 2. Fit"), ("Table 3", "Table 3")]
    assert "Before after." in " ".join(source.text.split())


def test_a_tei_table_carries_its_own_head() -> None:
    rows = "<row role='label'><cell>A</cell><cell>B</cell></row><row><cell>x</cell><cell>.4</cell></row>"
    made = tei.to_source(
        f"<TEI><text><body><p>Words.</p><table><head>Table 1. Fit</head>{rows}</table>"
        f"<figure type='table'><table><head>Table 2. Paths</head>{rows}</table></figure></body></text></TEI>".encode()
    )
    assert [g.caption for g in made.grids] == ["Table 1. Fit", "Table 2. Paths"]


def test_small_letters_raised_behind_a_word_lead_to_a_note_and_are_no_part_of_it() -> None:
    line = "Ada Oven<sup>a,*</sup>, Bo Crust<sup>b</sup> (R<sup>2</sup> = .41, the 5<sup>th</sup> of 2<sup>n</sup>)"
    rows = "<tr><th>Variable</th><th>1</th></tr><tr><td>Sex<sup>a</sup></td><td>.12<sup>b</sup></td></tr>"
    note = "<p><sup>a</sup> 0 = man</p>"
    page = html.to_source(f"<html><body><p>{line}</p><table>{rows}</table>{note}</body></html>".encode())
    assert "Ada Oven, Bo Crust (R2 = .41, the 5th of 2n)" in page.text
    assert [c.text for c in page.grids[0].rows[1]] == ["Sex", ".12b"]
    assert "a 0 = man" in page.text
    archived = jats.to_source(article(f"<p>{line}</p><table-wrap><table>{rows}</table></table-wrap>"))
    assert "Ada Oven, Bo Crust (R2 = .41, the 5th of 2n)" in archived.text
    assert archived.grids[0].rows[1][0].text == "Sex"


def test_authors_whose_first_and_last_names_are_marked_up_apart() -> None:
    button = '<button><span class="{}">Ada</span> <span class="text surname">Cole</span></button>'
    other = '<span class="given-name">Bob B.</span><span class="text surname">Lind</span><sup>a</sup>'
    again = button.format("given-name x")
    page = f"<html><body><h1>On bread</h1><p>{button.format('given-name')}{other}</p>{again}</body></html>"
    assert html.to_source(page.encode()).meta["authors"] == ["Ada Cole", "Bob B. Lind"]
    said = page.replace("<body>", '<head><meta name="citation_author" content="Cy Moe"></head><body>')
    assert html.to_source(said.encode()).meta["authors"] in ("Cy Moe", ["Cy Moe"])
    alone = page.replace("surname", "name")
    assert "authors" not in html.to_source(alone.encode()).meta


@pytest.mark.parametrize(
    "name", ["off-screen", "offscreen", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"]
)
def test_what_only_a_screen_reader_says_is_no_text(name: str) -> None:
    said = f'<span class="{name}">Opens <i>a page</i> of ovens</span>'
    rows = f"<tr><th>Path{said}</th><th>B</th></tr><tr><td>Salt</td><td>0.31{said}**</td></tr>"
    page = f"<html><body><h2>{said}Results</h2><p>Oven Letters {said}2019{said}.</p><table>{rows}</table></body></html>"
    source = html.to_source(page.encode())
    assert [source.of(b) for b in source.blocks] == ["Results", "Oven Letters 2019."]
    assert [[c.text for c in row] for row in source.grids[0].rows] == [["Path", "B"], ["Salt", "0.31**"]]


@pytest.mark.parametrize("name", ["", "bold", "text surname", "screen"])
def test_what_is_shown_in_type_of_its_own_is_text(name: str) -> None:
    said = f'<span class="{name}">warm</span>'
    row = "<tr><td>Salt</td><td>0.31</td></tr>"
    page = f"<html><body><p>The {said} ovens</p><table><tr><td>A {said}</td><td>B</td></tr>{row}</table></body></html>"
    source = html.to_source(page.encode())
    assert "The warm ovens" in source.text
    assert source.grids[0].rows[0][0].text == "A warm"
