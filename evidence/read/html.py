"""HTML pages: journal sites and converted articles; read with lxml, which mends broken markup as browsers do."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import dataclass
from typing import Any

from evidence.errors import InputError
from evidence.read.characters import untagged
from evidence.read.clear import clear
from evidence.read.compose import CAPTION, Composer, RawCell
from evidence.read.decode import decode, is_text
from evidence.read.letter_images import letter_of
from evidence.read.model import Source
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
_HEADINGS = {f"h{i}": i for i in range(1, 7)}
_REFERENCES = re.compile(
    r"^\W*(?:\d+\.?\s*)?(?:references|bibliography|literature cited|works cited|参考文献)\W*$", re.I
)
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


# Runs that are more than the one space they become.
_WHITE = re.compile(r" \s+|[^\S ]\s*")
_BLANKS = re.compile(r" [ \t\xa0]+|[\t\xa0][ \t\xa0]*")
_BREAKS = re.compile(r"[ \t\r\f\v\xa0]*\n[ \t\r\f\v\xa0\n]*")


def _recognises(head: bytes) -> bool:
    if not is_text(head):
        return False
    start = head[:8192].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
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
    from lxml import etree, html

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text, parser=parser)
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
    title = root.find(".//title")
    if "title" not in meta and title is not None and title.text:
        meta["page_title"] = " ".join(title.text_content().split())
    return meta


def _tag(element: Any) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _walk(root: Any, composer: Composer) -> None:
    """The elements in order, with a stack of our own: nesting may be deeper than Python's."""
    pending: list[str] = []
    kinds: list[tuple[str, int]] = [("paragraph", 0)]
    in_references = False

    def flush() -> None:
        nonlocal in_references
        text = _tidy("".join(pending))
        pending.clear()
        if not text:
            return
        kind, level = kinds[-1]
        if kind == "heading":
            in_references = bool(_REFERENCES.match(text))
        elif in_references and kind in ("paragraph", "item"):
            kind = "reference"
        if kind != "heading" and CAPTION.match(text) and len(text) < 300:
            kind = "caption"
        composer.block(kind, text, level)

    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pending.append(_WHITE.sub(" ", node))
        elif isinstance(node, _End):
            flush()
            if node.named:
                kinds.pop()
        else:
            tag = _tag(node)
            if node.tail and node is not root:
                stack.append(node.tail)
            if not tag or tag in _SKIPPED:
                continue
            if tag == "table" and _is_data(node):
                flush()
                _table(node, composer)
                continue
            if tag in _BLOCKS:
                flush()
                named = _kind_of(tag)
                if named:
                    kinds.append(named)
                stack.append(_End(named is not None))
            if tag == "br":
                pending.append("\n")
            elif tag == "img":
                pending.append(letter_of(node.get("alt")))
            stack.extend(reversed(list(node)))
            if node.text:
                stack.append(node.text)
    flush()


@dataclass(frozen=True)
class _End:
    """Where a block element closes."""

    named: bool


def _kind_of(tag: str) -> tuple[str, int] | None:
    if tag in _HEADINGS:
        return "heading", _HEADINGS[tag]
    if tag in ("li", "dt", "dd"):
        return "item", 0
    if tag in ("figcaption", "caption"):
        return "caption", 0
    return None


def _tidy(text: str) -> str:
    shown = _BLANKS.sub(" ", clear(text).text)
    return (_BREAKS.sub("\n", shown) if "\n" in shown else shown).strip()


def _is_data(table: Any) -> bool:
    """A table of data, not one that lays out the page."""
    if table.find(".//table") is not None or table.find(".//form") is not None or table.find(".//input") is not None:
        return False
    rows = table.findall(".//tr")
    if len(rows) < 2 or max((len(r) for r in rows), default=0) < 2:
        return False
    return not any(len(cell.text_content()) > 3000 for row in rows for cell in row)


def _table(table: Any, composer: Composer) -> None:
    caption = table.find("caption")
    rows: list[list[RawCell]] = []
    notes = ""
    for row in table.iter("tr"):
        in_head = _tag(row.getparent()) == "thead" if row.getparent() is not None else False
        in_foot = _tag(row.getparent()) == "tfoot" if row.getparent() is not None else False
        cells = [
            RawCell(
                _text_of(cell),
                _number(cell.get("rowspan")),
                _number(cell.get("colspan")),
                _tag(cell) == "th" or in_head,
            )
            for cell in row
            if _tag(cell) in ("td", "th")
        ]
        if in_foot and len(cells) == 1:
            notes = f"{notes} {cells[0].text}".strip()
        elif cells:
            rows.append(cells)
    composer.table(rows, _text_of(caption) if caption is not None else "", notes)


def _text_of(element: Any) -> str:
    """The words of a cell: line breaks and inner blocks are spaces, scripts are not words."""
    pieces: list[str] = []
    stack: list[Any] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        if node.tail and node is not element:
            stack.append(node.tail)
        tag = _tag(node)
        if tag in ("script", "style"):
            continue
        if tag in _BLOCKS or tag == "br":
            pieces.append(" ")
        elif tag == "img":
            pieces.append(letter_of(node.get("alt")))
        stack.extend(reversed(list(node)))
        if node.text:
            stack.append(node.text)
    return " ".join(clear("".join(pieces)).text.split())


def _number(text: str | None) -> int:
    digits = re.match(r"\s*(\d{1,4})", text or "")
    return max(int(digits[1]), 1) if digits else 1


READER = DocumentFormat("html", "1", (".html", ".htm", ".xhtml"), "text/html", _recognises, to_source, untagged)
