"""DOCX: manuscripts and accepted versions; the package is opened with limits, its XML read as safely as any other."""

import re
import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from evidence.errors import InputError
from evidence.read.captioned import CAPTION, NOTE
from evidence.read.characters import unpacked
from evidence.read.clear import cleared
from evidence.read.compose import Composer, RawCell
from evidence.read.headings import heads_references
from evidence.read.model import Source
from evidence.read.raised import leads_to_note
from evidence.read.reader import DocumentFormat
from evidence.read.xml import attribute, children, local, parse, words

__all__ = ["READER", "to_source"]

_LARGEST = 100_000_000  # unpacked; a paper's text and tables are a hundredth of it
_RATIO = 300  # packed text shrinks tenfold, a bomb a thousandfold
_HIDDEN = frozenset(
    {"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr", "fldChar", "drawing", "pict", "object"}
)


def _recognises(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04")


def to_source(data: bytes) -> Source:
    """Paragraphs by their style, tables with merged cells, in the order of the body."""
    try:
        with ZipFile(BytesIO(data)) as package:
            body = _part(package, "word/document.xml")
            styles = _styles(package)
            core = _part(package, "docProps/core.xml", needed=False)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as broken:
        raise InputError(
            "the DOCX is damaged", why=str(broken)[:120], todo="open it in a word processor and save it again"
        ) from None
    composer = Composer()
    _body(parse(body), styles, composer)
    meta: dict[str, str | list[str]] = {}
    if core:
        title = next((e.text or "" for e in parse(core).iter() if local(e) == "title"), "")
        if len(title.split()) >= 4:
            meta["page_title"] = title.strip()
    return composer.source(meta)


def _part(package: ZipFile, name: str, needed: bool = True) -> bytes:
    """One file of the package, refused when it unpacks to more than any paper."""
    entries = {entry.filename: entry for entry in package.infolist()}
    entry = entries.get(name)
    if entry is None:
        if needed:
            raise InputError("the file is a ZIP archive, but no DOCX", why=f"it has no {name}", todo="save it as .docx")
        return b""
    if entry.file_size > _LARGEST or entry.file_size > _RATIO * max(entry.compress_size, 1_000):
        raise InputError(
            f"the DOCX unpacks to {entry.file_size // 1_000_000} MB",
            why="no paper is that large",
            todo="check where it comes from",
        )
    with package.open(entry) as stream:
        data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise InputError("the DOCX unpacks to more than it says", todo="check where it comes from")
    return data


def _styles(package: ZipFile) -> dict[str, str]:
    """Style id to style name."""
    data = _part(package, "word/styles.xml", needed=False)
    if not data:
        return {}
    found = {}
    for style in parse(data).iter():
        if local(style) == "style":
            name = next((attribute(e, "val") for e in children(style, "name")), "")
            found[attribute(style, "styleId")] = name.lower()
    return found


def _body(root: Any, styles: dict[str, str], composer: Composer) -> None:
    body = next((e for e in root.iter() if local(e) == "body"), None)
    if body is None:
        return
    references = False
    stack = list(reversed(list(body)))
    while stack:
        element = stack.pop()
        name = local(element)
        if name == "p":
            references = _paragraph(element, styles, composer, references)
        elif name == "tbl":
            composer.table(_rows(element))
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            stack.extend(reversed(list(element)))


def _paragraph(element: Any, styles: dict[str, str], composer: Composer, references: bool) -> bool:
    text = _text(element)
    style_id = next((attribute(e, "val") for p in children(element, "pPr") for e in children(p, "pStyle")), "")
    style = styles.get(style_id, style_id.lower())
    heading = re.match(r"heading\s*(\d)", style)
    if not text:
        return references
    if heading or style == "title":
        composer.block("heading" if heading else "title", text, int(heading[1]) if heading else 1)
        return heads_references(text)
    if heads_references(text):
        composer.block("heading", text, 1)
        return True
    listed = any(children(p, "numPr") for p in children(element, "pPr"))
    if CAPTION.match(text) and len(text) < 300:
        kind = "caption"
    elif NOTE.match(text) and len(text) < 600:
        kind = "note"
    else:
        kind = "reference" if references or style == "bibliography" else "item" if listed else "paragraph"
    composer.block(kind, text)
    return references


def _text(element: Any) -> str:
    """The words of a paragraph: tabs and breaks as spaces, deleted text, drawings and raised marks left out."""
    _without_marks(element)
    pieces = "".join(words(element, _HIDDEN, frozenset({"tab", "br", "cr"})))
    return " ".join(cleared(pieces).split())


def _without_marks(element: Any) -> None:
    """Empty the runs that are raised letters behind a word: they lead to a note or an address."""
    before = ""
    for run in (e for e in element.iter() if local(e) == "r"):
        said = [e for e in run if local(e) == "t"]
        text = "".join(e.text or "" for e in said)
        aligned = (attribute(a, "val") for p in children(run, "rPr") for a in children(p, "vertAlign"))
        if "superscript" in aligned and leads_to_note(before, text):
            for e in said:
                e.text = ""
        before = text or before


def _rows(table: Any) -> list[list[RawCell]]:
    """Rows with `gridSpan` and `vMerge` resolved to column and row spans."""
    grid: list[list[RawCell | None]] = []
    for line in (e for e in table if local(e) == "tr"):
        row: list[RawCell | None] = []
        for cell in _cells(line):
            text = " ".join(t for p in cell.iter() if local(p) == "p" and (t := _text(p)))
            properties = [e for p in children(cell, "tcPr") for e in p]
            wide = next((attribute(e, "val") for e in properties if local(e) == "gridSpan"), "1")
            merge = next((attribute(e, "val") or "continue" for e in properties if local(e) == "vMerge"), "")
            span = min(int(wide), 100) if wide.isdigit() else 1
            row.append(None if merge == "continue" else RawCell(text, colspan=span))
            row.extend([_COVERED] * (span - 1))
        grid.append(row)
    return [_spanned(grid, r) for r in range(len(grid))]


_COVERED = RawCell("", colspan=0)


def _cells(line: Any) -> list[Any]:
    cells: list[Any] = []
    for child in line:
        if local(child) == "tc":
            cells.append(child)
        elif local(child) in ("sdt", "customXml"):
            cells += [e for e in child.iter() if local(e) == "tc"]
    return cells


def _spanned(grid: list[list[RawCell | None]], r: int) -> list[RawCell]:
    """The cells that begin in a row, with the rows below that they are merged with."""
    made = []
    for c, cell in enumerate(grid[r]):
        if cell is None or cell is _COVERED:
            continue
        tall = 1
        while r + tall < len(grid) and c < len(grid[r + tall]) and grid[r + tall][c] is None:
            tall += 1
        made.append(RawCell(cell.text, tall, cell.colspan))
    return made


READER = DocumentFormat(
    "docx",
    "1",
    (".docx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    _recognises,
    to_source,
    unpacked,
)
