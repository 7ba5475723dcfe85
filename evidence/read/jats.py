"""JATS (NLM, NXML): the format of PubMed Central and of most publishers' archives."""

# ruff: noqa: E501 - a pattern is read whole

import re
from typing import Any

from evidence.read.characters import untagged
from evidence.read.compose import Composer
from evidence.read.model import Source
from evidence.read.reader import DocumentFormat
from evidence.read.xml import attribute, children, local, parse, table_rows, text_of

__all__ = ["READER", "to_source"]

Meta = dict[str, str | list[str]]

_HEAD = re.compile(
    rb"<!DOCTYPE\s+article\b|<(?:\w+:)?(?:article|pmc-articleset)\b[^>]*(?:article-type|dtd-version|xmlns:(?:xlink|mml))|<article-meta\b|<journal-meta\b"
)
_BESIDE = frozenset(
    {"table-wrap", "fig", "disp-formula-group", "boxed-text", "supplementary-material", "fn", "table-wrap-group"}
)
_KINDS = {"retraction": "retraction", "correction": "correction", "expression-of-concern": "expression of concern"}


def _recognises(head: bytes) -> bool:
    return (
        head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and bool(_HEAD.search(head)) and b"<TEI" not in head[:4000]
    )


def to_source(data: bytes) -> Source:
    """Front matter as meta, body as blocks, `table-wrap` as tables with caption and foot."""
    root = parse(data)
    article = root if local(root) == "article" else next((e for e in root.iter() if local(e) == "article"), root)
    composer = Composer()
    meta = _front(article, composer)
    for body in children(article, "body", "floats-group"):
        _section(body, composer, 1)
    for back in children(article, "back"):
        _back(back, composer)
    return composer.source(meta)


def _first(element: Any, *path: str) -> Any | None:
    """The first descendant along local names."""
    for name in path:
        element = (
            next((e for e in element.iter() if local(e) == name and e is not element), None)
            if element is not None
            else None
        )
    return element


def _front(article: Any, composer: Composer) -> Meta:
    front = next(iter(children(article, "front")), None)
    if front is None:
        return {}
    meta: Meta = {}
    title = _first(front, "title-group", "article-title")
    if title is not None:
        beside = title.getparent()
        under = [text_of(e) for e in children(beside, "subtitle")] if beside is not None else []
        meta["title"] = ": ".join(filter(None, (text_of(title, frozenset({"xref", "fn"})).rstrip(" :"), *under)))
        composer.block("title", str(meta["title"]), 1)
    if names := _authors(front):
        meta["authors"] = names
        composer.block("paragraph", ", ".join(names))
    for one in front.iter():
        if local(one) == "article-id" and attribute(one, "pub-id-type") in ("doi", "pmid", "publisher-id"):
            key = {"publisher-id": "article_id"}.get(attribute(one, "pub-id-type"), attribute(one, "pub-id-type"))
            meta.setdefault(key, text_of(one))
    venue = _first(front, "journal-title")
    if venue is not None:
        meta["venue"] = text_of(venue)
    if published := _published(front):
        meta["published"] = published
    keywords = [text_of(e) for e in front.iter() if local(e) == "kwd"]
    if keywords:
        meta["keywords"] = keywords
    if language := attribute(article, "lang"):
        meta["language"] = language
    if kind := _KINDS.get(attribute(article, "article-type")):
        meta["notice"] = kind
    dates = _history(front)
    if dates:
        composer.block("paragraph", dates)
    for abstract in front.iter():
        if local(abstract) in ("abstract", "trans-abstract"):
            before = len(composer.blocks)
            _section(abstract, composer, 2)
            composer.mark_abstract(before)
    return meta


def _authors(front: Any) -> list[str]:
    names = []
    for contributor in front.iter():
        if local(contributor) != "contrib" or attribute(contributor, "contrib-type") not in ("author", ""):
            continue
        if any(local(a) == "collab" for a in contributor.iterancestors()):
            continue  # a member of a group that is an author itself
        together = next(iter(children(contributor, "collab")), None)
        if together is not None:
            names.append(text_of(together, frozenset({"contrib-group", "xref"})))
            continue
        surname, given = _first(contributor, "surname"), _first(contributor, "given-names")
        if surname is not None:
            names.append(" ".join(filter(None, (text_of(given) if given is not None else "", text_of(surname)))))
        elif (whole := _first(contributor, "string-name")) is not None:
            names.append(text_of(whole))
    return names


def _date(element: Any) -> str:
    parts = [text_of(e).zfill(2) for name in ("year", "month", "day") for e in children(element, name)]
    return "-".join(parts) if parts and parts[0].isdigit() else ""


def _published(front: Any) -> str:
    """The electronic date, else the earliest printed one."""
    dates = [
        (attribute(e, "pub-type") or attribute(e, "date-type"), _date(e) or attribute(e, "iso-8601-date")[:10])
        for e in front.iter()
        if local(e) == "pub-date"
    ]
    for wanted in ("collection", "epub", "pub", "ppub", "epub-ppub", ""):
        for kind, date in dates:
            if date and (kind == wanted or not wanted):
                return date
    return ""


def _history(front: Any) -> str:
    said = []
    for date in front.iter():
        if (
            local(date) == "date"
            and attribute(date, "date-type") in ("received", "accepted", "rev-recd")
            and _date(date)
        ):
            word = {"rev-recd": "Revised"}.get(attribute(date, "date-type"), attribute(date, "date-type").capitalize())
            said.append(f"{word} {_date(date)}")
    return "; ".join(said)


def _section(section: Any, composer: Composer, level: int) -> None:
    """Titles, paragraphs, lists and tables in order, by a stack of our own."""
    stack: list[tuple[Any, int]] = [(e, level) for e in reversed(list(section))]
    while stack:
        element, depth = stack.pop()
        name = local(element)
        if name in (
            "sec",
            "app",
            "boxed-text",
            "list",
            "list-item",
            "def-list",
            "disp-quote",
            "statement",
            "table-wrap-group",
            "fig-group",
            "ack",
            "floats-group",
            "app-group",
            "speech",
        ):
            stack.extend((e, depth + (name in ("sec", "app"))) for e in reversed(list(element)))
        elif name == "title":
            composer.block("heading", text_of(element, frozenset({"xref"})), depth)
        elif name == "p":
            _paragraph(element, composer, stack, depth)
        elif name in ("table-wrap", "array"):
            _table(element, composer)
        elif name == "fig":
            caption = next(iter(children(element, "caption")), None)
            if caption is not None:
                label = " ".join(text_of(e) for e in children(element, "label"))
                composer.block("caption", f"{label} {text_of(caption)}")
        elif name in ("disp-formula", "def-item", "verse-group", "preformat"):
            composer.block("paragraph", text_of(element))


def _paragraph(element: Any, composer: Composer, stack: list[tuple[Any, int]], depth: int) -> None:
    """The words of a paragraph, behind the label of its list entry or statement; tables and lists inside it follow."""
    composer.block("paragraph", _labelled(element) + text_of(element, _BESIDE | {"list"}))
    inner: list[Any] = []
    below = list(reversed(element))
    while below:
        one = below.pop()
        if local(one) in ("table-wrap", "fig", "list"):
            inner.append(one)
        else:
            below.extend(reversed(one))
    stack.extend((e, depth) for e in reversed(inner))


def _labelled(paragraph: Any) -> str:
    """`H1: ` where markup keeps the name of a hypothesis beside its words."""
    holder = paragraph.getparent()
    if holder is None or local(holder) not in ("list-item", "statement") or children(holder, "p")[:1] != [paragraph]:
        return ""
    label = " ".join(text_of(e) for e in children(holder, "label", "title")).strip(" .:")
    return f"{label}: " if re.fullmatch(r"[^\W\d_][\w ]*\d+\s?[a-z]?", label) else ""


def _table(wrap: Any, composer: Composer) -> None:
    group = wrap.getparent()
    outer = [group] if group is not None and local(group) == "table-wrap-group" else []
    said = {name: [text_of(e) for w in (*outer, wrap) for e in children(w, name)] for name in ("label", "caption")}
    label = " ".join(said["label"][-1:]).strip(" .")
    captions = " ".join(said["caption"])
    caption = f"{label}. {captions}".strip(". ") if label else captions
    foot = " ".join(text_of(e) for e in children(wrap, "table-wrap-foot"))
    tables = [e for e in wrap.iter() if local(e) in ("table", "array")] if local(wrap) != "array" else [wrap]
    for i, table in enumerate(tables):
        rows = table_rows(table, "tr", ("td", "th"), ("thead",), ("rowspan", "colspan"))
        composer.table(rows, caption if i == 0 else "", foot if i == len(tables) - 1 else "", label=label)
    if not tables and captions:
        composer.block("caption", caption)  # printed as an image: the caption is all there is


def _back(back: Any, composer: Composer) -> None:
    for part in back:
        name = local(part)
        if name == "ref-list":
            composer.block("heading", " ".join(text_of(e) for e in children(part, "title")) or "References", 1)
            for reference in part.iter():
                if local(reference) == "ref":
                    composer.block("reference", _reference(reference))
        elif name in ("app-group", "app", "sec", "ack", "notes"):
            _section(part, composer, 1)


def _reference(reference: Any) -> str:
    """A citation as running text; element citations are put into the usual order."""
    label = " ".join(text_of(e) for e in children(reference, "label"))
    label = f"[{label.strip('[].')}]" if label.strip("[].").isdigit() else ""
    mixed = next((e for e in reference.iter() if local(e) == "mixed-citation"), None)
    if mixed is not None:
        return f"{label} {text_of(mixed)}".strip()
    names = [f"{text_of(s)}" for s in reference.iter() if local(s) in ("surname", "collab")]
    parts = {
        local(e): text_of(e)
        for e in reference.iter()
        if local(e) in ("year", "article-title", "chapter-title", "source", "volume", "fpage", "lpage")
    }
    doi = next(
        (text_of(e) for e in reference.iter() if local(e) == "pub-id" and attribute(e, "pub-id-type") == "doi"), ""
    )
    title = parts.get("article-title") or parts.get("chapter-title") or ""
    return f"{label} {', '.join(names)} ({parts.get('year', '')}). {title}. {parts.get('source', '')}, {parts.get('volume', '')}, {parts.get('fpage', '')}. {doi}".strip()


READER = DocumentFormat(
    "jats", "1", (".xml", ".nxml", ".jats"), "application/jats+xml", _recognises, to_source, untagged
)
