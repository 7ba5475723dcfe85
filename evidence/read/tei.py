"""TEI: what GROBID makes of a PDF, and scholarly editions."""

import re
from typing import Any

from evidence.read.captioned import CAPTION
from evidence.read.characters import untagged
from evidence.read.compose import Composer
from evidence.read.flat.inline import inline, uncrowded
from evidence.read.model import Source
from evidence.read.reader import DocumentFormat
from evidence.read.spread import spread
from evidence.read.xml import attribute, children, local, parse, table_rows, text_of

__all__ = ["READER", "to_source"]

Meta = dict[str, str | list[str]]


def _recognises(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and bool(
        re.search(rb"<(?:\w+:)?TEI(?:\.2)?\b", head[:8192])
    )


def to_source(data: bytes) -> Source:
    """Header as meta, `div` and `p` as blocks, `figure type="table"` as tables."""
    root = parse(data)
    composer = Composer()
    header = next((e for e in root.iter() if local(e) == "teiHeader"), None)
    meta = _header(header, composer) if header is not None else {}
    text = next((e for e in root.iter() if local(e) == "text"), None)
    for part in list(text) if text is not None else []:
        if local(part) in ("front", "body", "back", "group"):
            _walk(part, composer)
    return composer.source(meta)


def _header(header: Any, composer: Composer) -> Meta:
    meta: Meta = {}
    title = next(
        (e for e in header.iter() if local(e) == "title" and attribute(e, "level") in ("a", "") and text_of(e)), None
    )
    if title is not None:
        meta["title"] = text_of(title)
        composer.block("title", text_of(title), 1)
    source = next((e for e in header.iter() if local(e) == "sourceDesc"), header)
    names = [n for e in source.iter() if local(e) == "author" and (n := _person(e))]
    if names:
        meta["authors"] = list(dict.fromkeys(names))
        composer.block("paragraph", ", ".join(dict.fromkeys(names)))
    for one in source.iter():
        name = local(one)
        if name == "idno" and attribute(one, "type").upper() in ("DOI", "PMID"):
            meta.setdefault(attribute(one, "type").lower(), text_of(one))
        elif name == "title" and attribute(one, "level") == "j" and attribute(one, "type") != "abbrev":
            meta.setdefault("venue", text_of(one))
    for date in header.iter():
        if (
            local(date) == "date"
            and attribute(date, "type") == "published"
            and re.match(r"(?:19|20)\d\d", attribute(date, "when"))
        ):
            meta.setdefault("published", attribute(date, "when"))
    keywords = [text_of(e) for e in header.iter() if local(e) == "term"]
    if keywords:
        meta["keywords"] = keywords
    if language := attribute(header, "lang"):
        meta["language"] = language
    for abstract in header.iter():
        if local(abstract) == "abstract":
            before = len(composer.blocks)
            _walk(abstract, composer)
            composer.mark_abstract(before)
    return meta


def _person(author: Any) -> str:
    person = next((e for e in author.iter() if local(e) == "persName"), None)
    if person is None:
        return ""
    given = " ".join(text_of(e) for e in children(person, "forename"))
    family = " ".join(text_of(e) for e in children(person, "surname"))
    return f"{given} {family}".strip() if family else text_of(person)


def _walk(part: Any, composer: Composer) -> None:
    """Blocks in order, by a stack of our own."""
    stack: list[tuple[Any, int]] = [(e, 1) for e in reversed(list(part))]
    while stack:
        element, level = stack.pop()
        name = local(element)
        if name == "head":
            number = attribute(element, "n")
            composer.block("heading", f"{number} {text_of(element)}".strip(), level)
        elif name in ("p", "ab", "note", "formula"):
            _paragraph(element, composer, stack, level)
        elif name == "figure":
            _figure(element, composer)
        elif name == "table":
            caption = " ".join(text_of(e) for e in children(element, "head"))
            composer.table(spread(table_rows(element, "row", ("cell",), (), ("rows", "cols"))), caption)
        elif name in ("listBibl",):
            composer.block("heading", "References", 1)
            for entry in element.iter():
                if local(entry) in ("biblStruct", "bibl") and local(entry.getparent()) == "listBibl":
                    composer.block("reference", _entry(entry))
        elif name in ("div", "list", "item", "quote", "floatingText", "body", "front", "back", "group", "text", "s"):
            stack.extend((e, level + (name == "div")) for e in reversed(list(element)))
            if name in ("item", "s") and element.text and element.text.strip():
                composer.block("item", text_of(element))


def _paragraph(element: Any, composer: Composer, stack: list[tuple[Any, int]], level: int) -> None:
    text = text_of(element, frozenset({"figure", "table"}))
    while found := inline(text):  # a table that was not told from the text around it
        composer.block("paragraph", text[: found.start])
        composer.table(found.rows, found.caption)
        text = text[found.end :]
    composer.block("paragraph", text)
    stack.extend((e, level) for e in reversed([e for e in element if local(e) in ("figure", "table")]))


_NOTE = re.compile(r"(?<=[\w)\].])\s?(?=Notes?\s?[:.—]\s?\S)")


def _parted(described: str) -> tuple[str, str]:
    """What is said of a table, and the note that was set right behind it: `Models of JoyNote: N = 386.`"""
    note = _NOTE.search(described)
    return (described[: note.start()], described[note.end() :]) if note else (described, "")


def _figure(figure: Any, composer: Composer) -> None:
    head = " ".join(text_of(e) for e in children(figure, "head"))
    label = " ".join(text_of(e) for e in children(figure, "label"))
    described = " ".join(text_of(e) for e in children(figure, "figDesc"))
    described, noted = _parted(described)
    is_table = attribute(figure, "type") == "table" or any(local(e) == "table" for e in figure)
    name = head if CAPTION.match(head) else f"Table {label}" if label and is_table else head or label
    tables = [e for e in figure.iter() if local(e) == "table"]
    heads = " ".join(text_of(e) for t in tables[:1] for e in children(t, "head"))
    caption = " ".join(filter(None, (name, *(said for said in (heads, described) if said not in name)))).strip()
    notes = " ".join(filter(None, (noted, *(text_of(e) for e in children(figure, "note")))))
    found = inline(described, name) if described and not any(text_of(e) for e in tables) else None
    if found:
        composer.table(found.rows, f"{name} {found.caption}".strip(), notes)
        return
    for i, table in enumerate(tables):
        rows = spread(table_rows(table, "row", ("cell",), (), ("rows", "cols")))
        composer.table(
            uncrowded(rows, caption) or rows, caption if i == 0 else "", notes if i == len(tables) - 1 else ""
        )
    if not tables:
        composer.block("caption", caption)


def _entry(entry: Any) -> str:
    """A reference as running text: authors (year). title. journal. doi"""
    if local(entry) == "bibl" and not children(entry, "author"):
        return text_of(entry)
    names = [text_of(e) for e in entry.iter() if local(e) == "surname"]
    title = next((text_of(e) for e in entry.iter() if local(e) == "title" and attribute(e, "level") == "a"), "")
    journal = next(
        (text_of(e) for e in entry.iter() if local(e) == "title" and attribute(e, "level") in ("j", "m")), ""
    )
    when = next((attribute(e, "when") or text_of(e) for e in entry.iter() if local(e) == "date"), "")
    doi = next((text_of(e) for e in entry.iter() if local(e) == "idno" and attribute(e, "type").upper() == "DOI"), "")
    return f"{', '.join(names)} ({when[:4]}). {title or journal}. {journal if title else ''} {doi}".strip()


READER = DocumentFormat("tei", "1", (".xml", ".tei"), "application/tei+xml", _recognises, to_source, untagged)
