"""Editorial notices inside a file: what kind, when, why, of which work, and where the article itself begins."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.clear import clear
from evidence.read.late import late
from evidence.read.model import Block, Source
from evidence.read.prose.mentions import mentions
from evidence.records import Retraction
from evidence.settled import settled

__all__ = ["Notice", "notice_in"]

_HEAD = re.compile(
    r"^\W*(?P<kind>retract(?:ion|ed)(?:\s+(?:note|notice|article|statement))?|(?:publisher\s+)?correction|corrigendum|erratum|expression\s+of\s+concern|withdraw(?:al|n)|removal|reinstatement)\b(?P<rest>[^\n]{0,300})$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:(?:this|the\s+(?:above|following|original|published)?)\s*(?:article|paper|publication|work|study)|the\s+article\s+(?:titled|entitled)[^.]{0,300})\s+(?:has\s+been|have\s+been|is|was|is\s+hereby|is\s+being)\s+(?P<kind>retracted|withdrawn|corrected|removed|reinstated)\b",
    re.IGNORECASE,
)
_RETRACT_WE = re.compile(
    r"\b(?:we|the\s+(?:authors?|editors?|publisher|journal))\s+(?:\w+\s+){0,4}?(?:hereby\s+)?(?P<kind>retract|withdraw)\b",
    re.IGNORECASE,
)
_DONE = ("retract", "withdraw", "corrected", "removed", "reinstated")  # one stands in whatever either matches
_NATURES = (("expression", "expression of concern"), ("retract", "retraction"), ("withdraw", "withdrawal"), ("remov", "removal"), ("reinstate", "reinstatement"), ("corr", "correction"), ("errat", "correction"))  # fmt: skip
_REASON = late(
    r"[^.]*\b(?:evidence\s+of|due\s+to|because|owing\s+to|concerns?\s+(?:about|regarding|over)|compromised|manipulat\w+|plagiari\w+|duplicat\w+|fabricat\w+|errors?\s+in|unreliable|irregularit\w+)\b[^.]*\.",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^\W*(?:research\s+article|original\s+(?:article|research|paper)|article|review\s+article|full\s+length\s+article)\W*$",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(r"\bretracted\s+by\s+(?:the\s+)?(?P<p>[A-Z][\w& ]{2,40}?)(?:,|\s+as\b|\s+following|\.)")


@settled
class Notice:
    """A notice at the head of a file; `until` is where the article begins, or the end of the text."""

    retraction: Retraction
    until: int
    with_article: bool
    banner: bool = False  # over an article printed whole: `RETRACTED ARTICLE: ...` in place of its title


def notice_in(source: Source) -> Notice | None:
    """The notice a document carries, if it carries one about itself or the article behind it."""
    head = [(b, clear(source.of(b), emphasis=source.marked).text.strip()) for b in source.blocks[:14]]
    start = next((i for i, (b, text) in enumerate(head[:10]) if _is_head(b, text)), None)
    telling = (text for _, text in head if mentions(text.lower(), _DONE))
    said = next((m for text in telling for p in (_SAYS, _RETRACT_WE) if (m := p.search(text))), None)
    if start is None and said is None:
        return _by_markup(source)
    if said is None and not _plainly(head[start or 0][1]):
        return None
    kind = said["kind"] if said else _HEAD.match(head[start or 0][1])["kind"]  # type: ignore[index]
    until, with_article = _article_start(source, head[start][0].span[0] if start is not None else 0)
    banner = not with_article and start is not None and _over_article(source, head[start])
    if banner:
        until, with_article = _behind_banner(source, head[start or 0][0]), True
    about = [t for b, t in head if b.span[0] < until]
    reason = next((m for text in about if (m := _REASON.search(" ".join(text.split())))), None)
    publisher = _PUBLISHER.search(" ".join(about))
    retraction = Retraction(
        nature=_nature(kind),  # type: ignore[arg-type]
        reason=reason[0].strip() if reason else None,
        of=_of(head, start),
        publisher=publisher["p"].strip() if publisher else None,
    )
    return Notice(retraction, until, with_article, banner)


_SECTIONS = late(
    r"^\W*(?:[\dIVX.]+\s*)?(?:abstract|introduction|methods?|materials and methods|results|discussion|references)\b",
    re.IGNORECASE,
)


def _by_markup(source: Source) -> Notice | None:
    """A notice that only the markup of the file calls one."""
    kind = source.meta.get("notice")
    if not isinstance(kind, str) or len(source.text) > 20_000:
        return None
    return Notice(Retraction(nature=kind), len(source.text), False)  # type: ignore[arg-type]


def _over_article(source: Source, head: tuple[Block, str]) -> bool:
    """Whether a whole article stands under a title that begins with `RETRACTED ARTICLE:`."""
    if not re.match(r"^\W*retracted(?:\s+article)?\s*[:：]\s*\S.{10,}$", head[1], re.IGNORECASE | re.DOTALL):
        return False
    named = {
        match[0].strip().lower()
        for b in source.blocks
        if b.kind == "heading" and b.span[0] > head[0].span[0] and (match := _SECTIONS.match(source.of(b)))
    }
    return len(named) >= 2 and len(source.text) - head[0].span[1] > 3000


def _behind_banner(source: Source, head: Block) -> int:
    """Where the first section of the article begins."""
    sections = (b.span[0] for b in source.blocks if b.kind == "heading" and b.span[0] > head.span[0])
    return next(sections, head.span[1])


def _is_head(block: Block, text: str) -> bool:
    match = _HEAD.match(text)
    return (
        match is not None
        and len(text) < 320
        and block.kind in ("title", "heading", "paragraph", "item")
        and (
            not match["rest"]
            or match["rest"].lstrip()[:1] in ":：-–—to"
            or text.lower().startswith(("retracted", "retraction"))
        )
    )


def _plainly(text: str) -> bool:
    """A heading that can only be a notice's: `Retraction: ...`, `Corrigendum to ...`."""
    return bool(
        re.match(
            r"^\W*(?:retract(?:ion|ed)\b(?:\s+(?:note|notice|article))?\s*(?:[:：to]|$)|corrigendum|erratum|expression\s+of\s+concern)",
            text,
            re.IGNORECASE,
        )
    )


def _nature(kind: str) -> str:
    return next((nature for start, nature in _NATURES if kind.lower().startswith(start)), "retraction")


def _of(head: list[tuple[Block, str]], start: int | None) -> str | None:
    """The title of the work, behind `Retracted:` or `Retraction of`."""
    for _, text in head[start or 0 : (start or 0) + 3]:
        named = re.match(
            r"^\W*(?:retract(?:ion|ed)|corrigendum|erratum|correction)(?:\s+(?:note|notice|article))?\s*(?:[:：]|to\b|of\b|for\b)\s*(?P<t>\S.{10,})$",
            text,
            re.IGNORECASE | re.DOTALL,
        )
        if named:
            return " ".join(named["t"].split()).strip("\"“”'‘’")
    return None


def _article_start(source: Source, after: int) -> tuple[int, bool]:
    """Where the article itself begins behind the notice: its own title, then far more text than a notice has."""
    title = None
    for block in source.blocks[:60]:
        text = clear(source.of(block), emphasis=source.marked).text.strip()
        rest = len(source.text) - block.span[0]
        if block.span[0] > after and _ARTICLE.match(text) and rest > 2000:
            return _with_masthead(source, block), True
        named = re.match(r"^\W*retract(?:ion|ed)\s*[:：]\s*(?P<t>\S.{10,})$", text, re.IGNORECASE | re.DOTALL)
        plain = re.sub(r"\W+", "", text).casefold()
        if named:
            title = re.sub(r"\W+", "", named["t"]).casefold()
        elif title and plain == title and rest > 3000:
            return _with_masthead(source, block), True
    return len(source.text), False


_MASTHEAD = re.compile(
    r"^(?:Hindawi|Volume\s+\d{1,4}\b|Vol\.?\s*\d|ISSN\b|(?:https?://)?(?:dx\.)?doi\.org/10\.|doi:)", re.I | re.M
)


def _with_masthead(source: Source, first: Block) -> int:
    """The article's beginning, with the journal's name, volume and DOI that stand over it."""
    start = first.span[0]
    for block in reversed([b for b in source.blocks if b.span[0] < start]):
        text = source.of(block)
        if block.kind == "heading" or _ENTRY.match(text) or len(text) > 300 or not _MASTHEAD.search(text):
            break
        start = block.span[0]
    return start


_ENTRY = re.compile(r"\W*\[?\d{1,3}[\].]\s")  # of the notice's references
