"""HTML pages: journal sites and converted articles; read with lxml, which mends broken markup as browsers do."""

# ruff: noqa: E501 - a pattern is read whole

import re
from typing import Any

from evidence.errors import InputError
from evidence.read.captioned import CAPTION
from evidence.read.characters import untagged
from evidence.read.clear import cleared
from evidence.read.compose import Composer, RawCell
from evidence.read.decode import decode, is_text
from evidence.read.headings import heads_references
from evidence.read.letter_images import letter_of
from evidence.read.model import Source
from evidence.read.raised import is_mark
from evidence.read.reader import DocumentFormat

__all__ = ["READER", "compose_fragment", "to_source"]

Meta = dict[str, str | list[str]]

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "nav",
        "footer",
        "svg",
        "button",
        "select",
        "iframe",
        "object",
        "template",
        "textarea",
        "head",
        "audio",
        "video",
        "map",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "aside",
        "header",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "dl",
        "li",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "figure",
        "figcaption",
        "caption",
        "fieldset",
        "legend",
        "address",
        "center",
        "hr",
        "body",
        "html",
        "details",
        "summary",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
    ]
)
_KINDS = {
    **{f"h{i}": ("heading", i) for i in range(1, 7)},
    **dict.fromkeys(("li", "dt", "dd"), ("item", 0)),
    **dict.fromkeys(("figcaption", "caption"), ("caption", 0)),
    "legend": ("legend", 0),
}
_LONGEST_CELL = 3000  # characters; a longer cell is a column of the page
_META = {
    "title": ("citation_title", "dcterms.title", "dc.title", "og:title"),
    "authors": ("citation_author", "citation_authors", "dc.creator", "dcterms.creator", "author"),
    "doi": ("citation_doi", "prism.doi", "dc.identifier.doi", "dc.identifier", "dcterms.identifier"),
    "published": ("citation_publication_date", "citation_date", "prism.publicationdate", "dcterms.issued", "dc.date.issued",
                  "dc.date.available", "dcterms.date", "dc.date", "article:published_time", "citation_year"),
    "venue": ("citation_journal_title", "prism.publicationname", "dc.source"),
    "keywords": ("citation_keywords", "dc.subject.keywords", "keywords"),
    "language": ("citation_language", "dc.language", "dcterms.language"),
    "abstract": ("citation_abstract", "dcterms.abstract"),
    "article_id": ("citation_id", "citation_firstpage"),
    "retracted": ("citation_retracted",),
}  # fmt: skip


_BREAK = "\0"  # a line break, until white space is put in order; no parser lets this character through
_BEGINS = re.compile(  # a page, or a part of one: `<html>`, `<head>` and `<body>` may be left out
    rb"(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|title|meta|div|section|main|h[1-6]|p|table|center|font)\b",
    re.DOTALL,
)
_BLANKS = re.compile(r"[ \t\xa0]{2,}|[\t\xa0]")
_BREAKS = re.compile(r"[ \t\r\f\v\xa0]*\n[ \t\r\f\v\xa0\n]*")
_DIGITS = re.compile(r"\s*(\d{1,4})")
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


def _recognises(head: bytes) -> bool:
    if not is_text(head):
        return False
    start = head[:8192].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if _BEGINS.match(start):
        return True
    return b"<html" in start[:4096] and b"<tei" not in start and b"<article" not in start[:400]


def to_source(data: bytes) -> Source:
    """Blocks and tables of a page, without its navigation, forms and scripts."""
    root = _parse(decode(data))
    composer = Composer()
    _walk(root, composer)
    return composer.source(_metadata(root))


def compose_fragment(text: str, composer: Composer) -> None:
    """HTML inside another format, such as a table in Markdown."""
    _walk(_parse(text), composer)


def _parse(text: str) -> Any:
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(_DECLARED.sub("", text), parser)
        if root is None:
            raise ValueError("Document is empty")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as broken:
        raise InputError(
            "the HTML cannot be read", why=str(broken), todo="open it in a browser and save it again"
        ) from None
    return root


def _metadata(root: Any) -> Meta:
    """What the page's own `<meta>` elements say."""
    said: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").lower().strip()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            said.setdefault(name, []).append(content)
    meta: Meta = {}
    for key, names in _META.items():
        values = next((said[name] for name in names if name in said), None)
        if key == "doi":
            values = [v for name in names for v in said.get(name, ()) if re.search(r"10\.\d{4,9}/", v)]
        if not values:
            continue
        if key in ("authors", "keywords"):
            meta[key] = values
        else:
            meta[key] = values[0]
    if "authors" not in meta and (people := _named_in_parts(root)):
        meta["authors"] = people
    title = root.find(".//title")
    if "title" not in meta and title is not None and title.text:
        meta["page_title"] = " ".join("".join(title.itertext()).split())
    return meta


def _named_in_parts(root: Any) -> list[str]:
    """Authors whose first and last names a publisher marks up each, in a button that opens their address."""
    found: list[str] = []
    for given in root.xpath("//*[@class='given-name' or contains(@class, 'given-name ')]"):
        parts = [given, *(e for e in given.itersiblings() if "surname" in (e.get("class") or ""))]
        if len(parts) > 1:
            found.append(" ".join(" ".join("".join(part.itertext()).split()) for part in parts[:2]))
    return list(dict.fromkeys(found))


def _walk(root: Any, composer: Composer) -> None:
    """The elements in order; lxml keeps the stack, since nesting may be deeper than Python's."""
    from lxml import etree

    pending: list[str] = []
    kinds: list[tuple[str, int]] = [("paragraph", 0)]
    in_references = False

    def flush() -> None:
        nonlocal in_references
        if not pending:
            return
        text = _tidy("".join(pending))
        pending.clear()
        if not text:
            return
        kind, level = kinds[-1]
        if kind == "legend":  # over a list of references in a frame; other frames hold forms
            kind, level = ("heading", 2) if heads_references(text) else ("paragraph", 0)
        if kind == "heading":
            in_references = heads_references(text)
        elif in_references and kind in ("paragraph", "item"):
            kind = "reference"
        if kind != "heading" and len(text) < 300 and CAPTION.match(text):
            kind = "caption"
        composer.block(kind, text, level)

    walker = etree.iterwalk(root, events=("start", "end"))
    left_out = None  # the element whose inside is not walked
    for event, node in walker:
        tag = node.tag
        if event == "start":
            if tag in _SKIPPED or (tag == "sup" and is_mark(node)) or (tag in _MAY_HIDE and _unseen(node)):
                left_out = node
            elif tag == "table" and _is_data(node):
                flush()
                _table(node, composer)
                left_out = node
            if left_out is not None:
                walker.skip_subtree()
                continue
            if tag in _BLOCKS:
                flush()
                if named := _KINDS.get(tag):
                    kinds.append(named)
            elif tag == "br":
                pending.append(_BREAK)
            elif tag == "img":
                pending.append(letter_of(node.get("alt")))
            if text := node.text:
                pending.append(text)
            continue
        if left_out is not None:
            left_out = None
        elif tag in _BLOCKS:
            flush()
            if tag in _KINDS:
                kinds.pop()
        if (tail := node.tail) and node is not root:
            pending.append(tail)
    flush()


_UNSEEN = frozenset(("off-screen", "offscreen", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"))


_MAY_HIDE = frozenset(("span", "p", "a", "div"))


def _unseen(node: Any) -> bool:
    """What only a reading machine is told: `<span class="off-screen">Citation</span>2019`."""
    said = node.get("class")
    return said is not None and not _UNSEEN.isdisjoint(said.split())


def _tidy(text: str) -> str:
    """The words with one space between them, a line break only where the page breaks the line."""
    if text.isspace() or not text:
        return ""
    if _BREAK not in text:
        text = " ".join(text.split())
        shown = cleared(text)
        blanks = "\xa0" in shown or "\t" in shown or "  " in shown
        return _BLANKS.sub(" ", shown).strip() if blanks else shown.strip()
    lines = [" ".join(line.split()) for line in text.split(_BREAK)]
    return _BREAKS.sub("\n", _BLANKS.sub(" ", cleared("\n".join(lines)))).strip()


def _is_data(table: Any) -> bool:
    """A table of data, not one that lays out the page."""
    if next(table.iterdescendants("table", "form", "input"), None) is not None:
        return False
    rows = list(table.iterdescendants("tr"))
    if len(rows) < 2 or max(map(len, rows), default=0) < 2:
        return False
    if len("".join(table.itertext())) <= _LONGEST_CELL:
        return True
    return not any(len("".join(cell.itertext())) > _LONGEST_CELL for row in rows for cell in row)


def _table(table: Any, composer: Composer) -> None:
    caption = table.find("caption")
    rows: list[list[RawCell]] = []
    notes = ""
    for row in table.iter("tr"):
        parent = row.getparent()
        section = parent.tag if parent is not None else ""
        cells = [
            RawCell(
                _text_of(cell),
                _number(reach) if (reach := cell.get("rowspan")) else 1,
                _number(reach) if (reach := cell.get("colspan")) else 1,
                tag == "th" or section == "thead",
            )
            for cell in row
            if (tag := cell.tag) in ("td", "th")
        ]
        if section == "tfoot" and len(cells) == 1:
            notes = f"{notes} {cells[0].text}".strip()
        elif cells:
            rows.append(cells)
    composer.table(rows, _text_of(caption) if caption is not None else "", notes)


def _text_of(element: Any) -> str:
    """The words of a cell: line breaks and inner blocks are spaces, scripts are not words."""
    if not len(element):
        return " ".join(cleared(element.text or "").split())
    from lxml import etree

    pieces: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        if event == "start":
            if node.tag in ("script", "style") or (node.tag == "sup" and is_mark(node)) or _unseen(node):
                walker.skip_subtree()
                continue
            if node.tag in _BLOCKS or node.tag == "br":
                pieces.append(" ")
            elif node.tag == "img":
                pieces.append(letter_of(node.get("alt")))
            pieces.append(node.text or "")
        elif node is not element:
            pieces.append(node.tail or "")
    return " ".join(cleared("".join(pieces)).split())


def _number(text: str) -> int:
    digits = _DIGITS.match(text)
    return max(int(digits[1]), 1) if digits else 1


READER = DocumentFormat("html", "1", (".html", ".htm", ".xhtml"), "text/html", _recognises, to_source, untagged)
