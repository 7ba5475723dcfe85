"""Bytes of every format become the same model; what cannot be read is refused in one line that says why."""

import io
import zipfile
from pathlib import Path

import docx as python_docx
import pytest

from evidence.errors import InputError
from evidence.read import docx, formats, html, jats, markdown, pdf, read, tei, text
from evidence.read.clear import clear
from evidence.read.decode import decode, is_text
from evidence.read.model import Source
from evidence.read.reader import Reader
from tests.read.pages.typesetting import Typesetter

ROWS = [["Path", "β"], ["A -> B", "0.31"]]


def captions(source: Source) -> list[tuple[str, str, str]]:
    return [(g.label, g.caption, g.notes) for g in source.grids]


def cells(source: Source, table: int = 0) -> list[list[str]]:
    return [[c.text for c in row] for row in source.grids[table].rows]


def kinds(source: Source) -> list[tuple[str, str]]:
    return [(b.kind, source.of(b)) for b in source.blocks]


def test_formats_keep_the_protocol() -> None:
    assert all(isinstance(f, Reader) for f in formats())
    assert {f.name for f in formats()} >= {"text", "markdown", "html", "jats", "tei", "pdf", "docx"}


def test_text_keeps_the_offsets_of_the_file() -> None:
    page = "1. Results\n\nTable 1. Paths\nPath\tβ\nA -> B\t0.31\n\nNote. All paths.\n\nThe end."
    source = text.to_source(page.encode())
    assert source.text == page
    assert captions(source) == [("Table 1", "Table 1. Paths", "Note. All paths.")]
    assert cells(source) == ROWS
    assert all(page[c.span[0] : c.span[1]] == c.text for row in source.grids[0].rows for c in row if c.span)
    assert kinds(source)[0] == ("heading", "1. Results")


def test_a_table_cut_by_its_caption_is_one_table() -> None:
    source = text.to_source(
        b"Item\tLoading\nA1\t0.71\nA2\t0.72\n\nTable 1. Loadings\n\nA3\t0.73\nA4\t0.74\n\nWords follow here."
    )
    assert captions(source) == [("Table 1", "Table 1. Loadings", "")]
    assert len(source.grids[0].rows) == 5


def test_tables_of_spaces_and_of_bars() -> None:
    source = text.to_source(
        b"Table 2. Fit\n  Index    Model 1    Model 2\n  CFI      0.95       0.97\n  TLI      0.94       0.96\n\nEnd.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    assert cells(source, 0) == [["Index", "Model 1", "Model 2"], ["CFI", "0.95", "0.97"], ["TLI", "0.94", "0.96"]]
    assert cells(source, 1) == [["a", "b"], ["1", "2"]]


def test_references_items_and_notes_of_text() -> None:
    source = text.to_source(
        b"Words of the text.\n\n- an item\n\nNote: small print\n\nREFERENCES\n\n[1] A. Book, 2001.\n[2] B. Book, 2002."
    )
    assert [k for k, _ in kinds(source)] == ["paragraph", "item", "note", "heading", "reference", "reference"]


def test_markdown_shows_what_a_reader_sees() -> None:
    page = "---\ntitle: A title of four words\nauthor: Ann Bo\n---\n# Head\n\nSome *soft* words, [a link](http://x.example) and $\\beta = 0 . 3 1$.\n\n- one\n\n**Table 1.** Paths\n\n| Path | β |\n|---|---|\n| A -> B | **0.31** |\n\n## References\n\nBook, A. (2001). T.\n\n```\ncode\n```\n\n<div>In a box</div>\n"
    source = markdown.to_source(page.encode())
    assert source.meta == {"title": "A title of four words", "authors": ["Ann Bo"]}
    assert ("paragraph", "Some soft words, a link and β = 0.31.") in kinds(source) or (
        "paragraph",
        "Some soft words, a link and β=0.31.",
    ) in kinds(source)
    assert captions(source)[0][:2] == ("Table 1", "Table 1. Paths")
    assert cells(source) == ROWS
    assert ("reference", "Book, A. (2001). T.") in kinds(source)
    assert ("paragraph", "In a box") in kinds(source) or ("reference", "In a box") in kinds(source)


def test_html_tables_in_markdown_resolve_spans() -> None:
    source = markdown.to_source(
        b"# T\n\n<html><body><table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>0.1</td></tr></table></body></html>\n"
    )
    assert cells(source) == [["a", "b"], ["a", "0.1"]]
    assert [[c.origin for c in row] for row in source.grids[0].rows] == [[True, True], [False, True]]


def test_html_leaves_the_page_furniture_out() -> None:
    page = """<!doctype html><html><head><meta name="dc.creator" content="Ann Bo"><meta name="keywords" content="a, b"><title>T</title></head>
    <body><nav>Menu</nav><script>x()</script><h2>Head</h2><p>One<br>two &minus;3</p><p hidden>gone</p><table><tr><td>layout only</td></tr></table>
    <table><tr><th>Path</th><th>&beta;</th></tr><tr><td>A -&gt; B</td><td>0.31<sup>**</sup></td></tr><tfoot><tr><td colspan=2>Note. n</td></tr></tfoot></table>
    <p>Table 3: Paths of the model</p><h2>References</h2><ul><li>Book, A. (2001). T.</li></ul></body></html>"""
    source = html.to_source(page.encode())
    assert source.meta["authors"] == ["Ann Bo"]
    assert source.meta["page_title"] == "T"
    assert ("paragraph", "One\ntwo −3") in kinds(source)
    assert not any("Menu" in t or "x()" in t for _, t in kinds(source))
    assert cells(source)[1] == ["A -> B", "0.31**"]
    assert captions(source) == [("Table 3", "Table 3: Paths of the model", "Note. n")]
    assert kinds(source)[-1] == ("reference", "Book, A. (2001). T.")


def test_jats_sections_tables_and_references() -> None:
    page = b"""<!DOCTYPE article><article article-type="research-article"><front><article-meta><title-group><article-title>T &beta; one</article-title></title-group>
    <contrib-group><contrib contrib-type="author"><string-name>Ann Bo</string-name></contrib></contrib-group><pub-date pub-type="ppub"><year>2001</year></pub-date></article-meta></front>
    <body><sec><title>S</title><p>Words<table-wrap><label>Table 1</label><caption><title>Paths</title></caption><table><tr><td>Path</td><td>&#946;</td></tr><tr><td>A -> B</td><td>0.31</td></tr></table></table-wrap></p>
    <list><list-item><p>an item</p></list-item></list><fig><label>Figure 1</label><caption><p>A plot</p></caption></fig><disp-formula>y = x</disp-formula>
    <table-wrap><label>Table 2</label><caption><p>Only a picture</p></caption><graphic/></table-wrap></sec></body>
    <back><ack><p>Thanks.</p></ack><ref-list><ref><label>1</label><mixed-citation>Book A. T. 2001.</mixed-citation></ref></ref-list></back></article>"""
    source = jats.to_source(page)
    assert source.meta == {"title": "T β one", "authors": ["Ann Bo"], "published": "2001"}
    assert captions(source) == [("Table 1", "Table 1. Paths", "")]
    assert cells(source) == ROWS
    assert ("reference", "[1] Book A. T. 2001.") in kinds(source)
    assert ("caption", "Table 2. Only a picture") in kinds(source)


def test_jats_without_front_matter_is_still_read() -> None:
    assert kinds(jats.to_source(b"<article article-type='x'><body><p>Hello there</p></body></article>")) == [
        ("paragraph", "Hello there")
    ]


def test_tei_divisions_tables_and_references() -> None:
    page = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><head n="1">S</head><p>Words</p><list><item>an item</item></list></div>
    <figure type="table"><head>Table 1</head><figDesc>Paths</figDesc><table><row><cell>Path</cell><cell>&#946;</cell></row><row><cell>A -> B</cell><cell>0.31</cell></row></table></figure>
    <figure><head>Figure 1</head><figDesc>A plot</figDesc></figure><table><row><cell>x</cell><cell>y</cell></row><row><cell>1</cell><cell>2</cell></row></table></body>
    <back><listBibl><bibl>Book A 2001.</bibl></listBibl></back></text></TEI>"""
    source = tei.to_source(page)
    assert captions(source)[0] == ("Table 1", "Table 1 Paths", "")
    assert cells(source) == ROWS
    assert kinds(source)[0] == ("heading", "1 S")
    assert ("reference", "Book A 2001.") in kinds(source)


def test_docx_merged_cells_and_styles() -> None:
    paper = python_docx.Document()
    paper.add_heading("A title", 0)
    paper.add_paragraph("an item", style="List Bullet")
    paper.add_paragraph("Table 1. Paths")
    grid = paper.add_table(2, 3)
    grid.cell(0, 0).text = "a"
    grid.cell(0, 0).merge(grid.cell(1, 0))
    grid.cell(0, 1).text = "wide"
    grid.cell(0, 1).merge(grid.cell(0, 2))
    grid.cell(1, 1).text = "0.1"
    paper.add_paragraph("References")
    paper.add_paragraph("Book, A. (2001). T.")
    stream = io.BytesIO()
    paper.save(stream)
    source = docx.to_source(stream.getvalue())
    assert cells(source) == [["a", "wide", "wide"], ["a", "0.1", ""]]
    assert captions(source)[0][0] == "Table 1"
    assert kinds(source)[0] == ("title", "A title")
    assert kinds(source)[-1] == ("reference", "Book, A. (2001). T.")


def test_pdf_columns_tables_and_running_heads() -> None:
    page = Typesetter()
    for number in range(3):
        if number:
            page.page()
        page.text(60, 25, "Journal of Nothing 9 (2011) 1-3", 8)
        page.column(60, 296, 80)
        for _ in range(6):
            page.paragraph(
                "The left column is read before the right column and holds words enough to be a column of its own."
            )
        page.column(316, 552, 80)
        for _ in range(6):
            page.paragraph(
                "Right words come after left words, whatever their height on the page may be when they are set."
            )
    page.column(60, 552, 560)
    page.table(
        "Table 1. Paths", [["Path", "Beta", "t"], ["A -> B", "0.31", "3.1"], ["B -> C", "0.42", "4.2"]], [0, 200, 300]
    )
    source = pdf.to_source(page.pdf())
    assert cells(source) == [["Path", "Beta", "t"], ["A -> B", "0.31", "3.1"], ["B -> C", "0.42", "4.2"]]
    assert source.grids[0].page == 3
    assert len(source.pages) == 3
    assert "Journal of Nothing" not in source.text
    assert source.meta["running"] == "Journal of Nothing 9 (2011) 1-3"
    first = source.text[: source.pages[0][1]]
    assert first.index("Right words") > first.rindex("left column is read")


def test_a_pdf_table_without_rules_ends_where_text_begins() -> None:
    page = Typesetter()
    page.paragraph("Words before the table fill a line or two of the page so that there is a margin to compare with.")
    page.text(60, 120, "Table 2. Fit")
    for i, row in enumerate([["Index", "Value"], ["CFI", "0.95"], ["TLI", "0.94"]]):
        page.text(60, 140 + 14 * i, row[0])
        page.text(200, 140 + 14 * i, row[1])
    page.y = 200
    page.paragraph(
        "Words after the table run over the whole width of the page again, as the words of a paragraph do everywhere."
    )
    source = pdf.to_source(page.pdf())
    assert cells(source) == [["Index", "Value"], ["CFI", "0.95"], ["TLI", "0.94"]]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("β".encode(), "β"),
        ("β".encode("utf-16"), "β"),
        (b"\xef\xbb\xbfx\r\ny", "x\ny"),
        (b'<meta charset="iso-8859-1">caf\xe9 \x96', '<meta charset="iso-8859-1">café –'),
        (
            "Привет, это обычный русский текст о доверии и лояльности.".encode("cp1251"),
            "Привет, это обычный русский текст о доверии и лояльности.",
        ),
    ],
)
def test_encodings_are_recognised(data: bytes, shown: str) -> None:
    assert decode(data) == shown


def test_what_is_not_text_is_not_decoded() -> None:
    assert not is_text(b"")
    with pytest.raises(InputError, match="not text"):
        decode(b"\0\1\2")
    with pytest.raises(InputError, match="MB of text"):
        decode(b"x" * 31_000_000)


def test_a_few_glyphs_without_a_character_make_no_binary() -> None:
    said = b"The crust of the bread is brown. " * 40
    assert decode(b"CFI \0 .95 " + said).startswith("CFI \ufffd .95 The crust")
    assert not is_text(b"\0" * 9 + said)


REFUSED = {
    "empty.txt": (b"", "the file is empty"),
    "binary.txt": (bytes(range(256)) * 9, "does not hold text"),
    "binary.pdf": (bytes(range(256)) * 9, "does not hold pdf"),
    "unknown.xyz": (b"\0\1", "the format is not known"),
    "broken.pdf": (b"%PDF-1.4\nhello", "the PDF cannot be read"),
    "pictures.pdf": (Typesetter().pdf(), "the PDF holds no text"),
    "broken.docx": (b"PK\x03\x04 and no more", "the DOCX is damaged"),
    "laughs.xml": (b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><article article-type="x"><p>&b;</p></article>', "defines entities"),
    "outside.xml": (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><article article-type="x">&a;</article>', "defines entities"),
    "torn.xml": (b'<article article-type="x"', "not well formed"),
    "long.txt": (b"word " * 300_000, "thousand characters"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    data, says = REFUSED[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=says) as refusal:
        read(tmp_path / name)
    assert str(refusal.value).startswith(str(tmp_path / name))
    assert "\n" not in str(refusal.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read(tmp_path / "nowhere.txt")


@pytest.mark.parametrize("content", [{"a.txt": b"x"}, {"word/document.xml": b" " * 40_000_000}])
def test_archives_that_are_no_manuscripts(content: dict[str, bytes], tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in content.items():
            package.writestr(name, data)
    (tmp_path / "a.docx").write_bytes(stream.getvalue())
    with pytest.raises(InputError, match=r"no DOCX|unpacks to"):
        read(tmp_path / "a.docx")


def test_a_wrong_name_does_not_mislead(tmp_path: Path) -> None:
    (tmp_path / "a.txt.bak").write_bytes(b"<!doctype html><html><body><p>H1: Trust affects loyalty.</p></body></html>")
    (record,) = read(tmp_path / "a.txt.bak")
    assert record.reader.name == "html"
    (tmp_path / "noname").write_bytes(b"H1: Trust affects loyalty.")
    assert read(tmp_path / "noname")[0].reader.name == "text"


def test_deep_nesting_is_survived(tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_bytes(b"<html><body><p>H1: Trust affects loyalty.</p>" + b"<div>" * 20_000 + b"deep")
    assert [h.label for h in read(tmp_path / "deep.html")[0].hypotheses] == ["H1"]


@pytest.mark.parametrize("text", ["Hello there, buy milk.\n", "a\n" * 500, "17\n"])
def test_a_file_that_is_no_paper_is_refused_and_not_called_conceptual(tmp_path: Path, text: str) -> None:
    (tmp_path / "list.txt").write_text(text)
    with pytest.raises(InputError, match="nothing of a paper was found"):
        read(tmp_path / "list.txt")


def test_a_pdf_value_centred_over_ruled_rows_belongs_to_all_of_them() -> None:
    page = Typesetter()
    page.text(60, 80, "Table 1. Measurement model", 9)
    page.rule(100)
    for x, word in ((60, "Construct"), (200, "Item"), (300, "Loading"), (420, "AVE")):
        page.text(x, 104, word, 9)
    page.rule(118)
    for i, (item, loading) in enumerate(
        [("T1", "0.71"), ("T2", "0.72"), ("T3", "0.73"), ("L1", "0.81"), ("L2", "0.82"), ("L3", "0.83")]
    ):
        top = 122 + 18 * i
        page.text(200, top, item, 9)
        page.text(300, top, loading, 9)
        page.rule(top + 14, 60 if i in (2, 5) else 190, 552 if i in (2, 5) else 350)
    for i, (name, ave) in enumerate([("Trust", "0.52"), ("Loyalty", "0.67")]):
        page.text(60, 140 + 54 * i, name, 9)
        page.text(420, 140 + 54 * i, ave, 9)
    source = pdf.to_source(page.pdf())
    assert cells(source) == [
        ["Construct", "Item", "Loading", "AVE"],
        ["Trust", "T1", "0.71", "0.52"], ["Trust", "T2", "0.72", "0.52"], ["Trust", "T3", "0.73", "0.52"],
        ["Loyalty", "L1", "0.81", "0.67"], ["Loyalty", "L2", "0.82", "0.67"], ["Loyalty", "L3", "0.83", "0.67"],
    ]  # fmt: skip


def test_a_pdf_heading_over_a_short_rule_heads_the_columns_under_it() -> None:
    page = Typesetter()
    page.text(60, 80, "Table 4. Groups", 9)
    page.rule(96)
    page.text(240, 100, "Students", 9)
    page.rule(113, 200, 320)
    for x, word in ((60, "Path"), (200, "Beta"), (300, "p")):
        page.text(x, 117, word, 9)
    page.rule(132)
    for i, row in enumerate([("A -> B", "0.31", ".01"), ("B -> C", "0.42", ".02"), ("A -> C", "0.11", ".30")]):
        for x, cell in zip((60, 200, 300), row, strict=True):
            page.text(x, 136 + 14 * i, cell, 9)
    page.rule(180)
    assert cells(pdf.to_source(page.pdf()))[:2] == [["Path", "Students", "Students"], ["Path", "Beta", "p"]]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("0.507 ($T=7.991$, $P<0.001$)", "0.507 (T=7.991, P<0.001)"),
        ("PU \\rightarrow PV, 60\\%", "PU →PV, 60%"),
        ("$G F I = 0 . 9 0 0$", "GFI=0.900"),
        ("χ^{2}/df and R²", "χ2/df and R2"),
        ("a\\,b of ﬁt", "a b of fit"),
        ("so\u00adft", "soft"),
        ("$a * b$ and 0.58***", "a*b and 0.58***"),
        ("0.31 ($\\mathrm{~SE}=0.05, \\text{~b}$)", "0.31 (SE=0.05, b)"),
        ("salt ~ crust, $\\mathrm{SE}$", "salt ~ crust, SE"),
        ("△R² and △χ²(2)", "ΔR2 and Δχ2(2)"),
    ],
)
def test_markup_clears_and_every_character_knows_its_place(raw: str, shown: str) -> None:
    cleared = clear(raw, 100)
    assert cleared.text == shown
    assert len(cleared.at) == len(shown)
    assert list(cleared.at) == sorted(cleared.at)
    assert cleared.span(0, len(shown))[0] in (100, 101)  # a formula's own mark is not shown
    assert cleared.span(len(shown), len(shown) + 1) == (cleared.at[-1] + 1,) * 2


def test_nothing_clears_to_nothing() -> None:
    assert clear("").span(0, 1) == (0, 0)


def test_notes_inside_and_captions_below_a_table_are_found() -> None:
    page = b"<!doctype html><html><body><p>Before.</p><table><tr><th>Path</th><th>b</th></tr><tr><td>A -&gt; B</td><td>0.31</td></tr><tr><td>B -&gt; C</td><td>0.2</td></tr><tr><td colspan=2>Note: small print</td></tr></table><p>Table 9. Paths below</p><p>After.</p></body></html>"
    source = html.to_source(page)
    assert captions(source) == [("Table 9", "Table 9. Paths below", "Note: small print")]
    titled = html.to_source(page.replace(b"<tr><th>Path", b"<tr><td colspan=2>Table 9. Paths</td></tr><tr><th>Path"))
    assert captions(titled)[0][:2] == ("Table 9", "Table 9. Paths")


def test_a_table_no_paper_prints_is_listed_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "wide.txt").write_bytes(b"Words first.\n\n" + b"\t1" * 5_000)
    (record,) = read(tmp_path / "wide.txt")
    assert [u.why for u in record.unread] == ["no printed table is that large"]


def test_references_are_found_under_headings_of_other_sorts() -> None:
    page = """<html><body><h1>On bread</h1><h2>About the authors</h2><p>Ann Bo bakes.</p><form><fieldset><legend>Search</legend>
    <p>Search for a paper</p></fieldset></form><fieldset><legend>References</legend><ul><li>Book, A. (2001). T.</li></ul></fieldset></body></html>"""
    assert kinds(html.to_source(page.encode()))[-2:] == [
        ("heading", "References"),
        ("reference", "Book, A. (2001). T."),
    ]
    assert ("paragraph", "Search for a paper") in kinds(html.to_source(page.encode()))
    source = markdown.to_source(
        "# 面包\n\n面包很好。\n\n# 参考文献(References)\n\n[1] 王五.面包[J].烘焙,2001.\n".encode()
    )
    assert [kind for kind, _ in kinds(source)][-2:] == ["heading", "reference"]
