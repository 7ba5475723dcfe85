"""When a paper was received, accepted and published, and in which year it appeared."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.model import Source

__all__ = ["dates_in", "said_first", "year_behind", "year_of"]

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DATE = re.compile(
    r"(?P<d>\d{1,2})\s+(?P<m>[A-Z][a-z]{2,8})\.?,?\s+(?P<y>(?:19|20)\d\d)|(?P<m2>[A-Z][a-z]{2,8})\.?\s+(?P<d2>\d{1,2}),?\s+(?P<y2>(?:19|20)\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})|(?P<m4>[A-Z][a-z]{2,8})\.?,?\s+(?P<y4>(?:19|20)\d\d)"
)
_EVENT = re.compile(
    r"\b(?P<what>received|revised|revision received|accepted|published(?:\s+online)?|available online|first published|(?:(?:this\s+)?version\s+)?posted(?:\s+online)?|(?:this|current)\s+version|online publication|publication date|收稿日期|修回日期|接受日期|出版日期)\b(?:\s+in\s+revised\s+form)?\s*[:：]?\s*",
    re.IGNORECASE,
)
_EVENTS = {"revision received": "revised", "published online": "published", "available online": "published", "first published": "published",
           "online publication": "published", "publication date": "published", "收稿日期": "received", "修回日期": "revised", "接受日期": "accepted", "出版日期": "published"}  # fmt: skip

_VOLUME = re.compile(
    r"\b(?:vol(?:ume)?\.?\s*\d+|no\.\s*\d+|issue\s*\d+)\b[^\n]{0,60}?\b(?P<y>(?:19|20)\d\d)\b|\b(?P<y2>(?:19|20)\d\d)\s*,\s*(?:vol\.?\s*)?\d{1,4}\s*(?:\(\d+\))?\s*,\s*[a-z]?\d+",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"\b(?P<y2>(?:19|20)\d\d)\s*,\s*[Vv]ol\.?\s*\d|\b\d{1,4}\s*\((?P<y>(?:19|20)\d\d)\)\s*[:,]?\s*[A-Za-z]?\d+"
)
_BEHIND_ISSUE = re.compile(
    r"\b\d{1,4}\s*\(\d{1,3}\)\s*[,;:]?\s*(?P<y>(?:19|20)\d\d)\b|\((?P<y2>(?:19|20)\d\d)\)\s*\d{1,4}\s*[:(]"
)
_PUBLISHED = re.compile(  # `Publicado: 3 de mayo de 2019`, `Diterbitkan Mei 2020`
    r"\b(?:publicad[oa]|publié|ver[öo]ffentlicht|diterbitkan|aceptad[oa]|aceit[oa]|angenommen)\b[^\n.]{0,30}?\b(?P<y>(?:19|20)\d\d)\b"
    r"|\baccepted\s+manuscript\s+of\s+an?\s+\w+\s+published\b[^\n]{0,200}?\son\s+\d{1,2}\s+[A-Z][a-z]+\s+(?P<y2>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_CITE_AS = re.compile(
    r"\b(?:cite\s+(?:this\s+\w+\s+)?as|to\s+cite\s+this\s+\w+|how\s+to\s+cite|(?:suggested|recommended)\s+citation)\b[^()]{0,300}\((?P<y>(?:19|20)\d\d)\)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?m)^\W*(?P<y>(?:19|20)\d\d)\W*$")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright(?:\s*:)?(?:\s*©)?)\s*(?:the\s+author(?:\(s\)|s)?,?\s*)?(?P<y>(?:19|20)\d\d)", re.IGNORECASE
)
_ARTICLE_NUMBER = re.compile(
    r"\b\d{1,4},\s*[A-Z]?\d{3,7}\s*\((?P<y2>(?:19|20)\d\d)\)|\b\d{4}-\d{3}[\dX]\s*\((?P<y>(?:19|20)\d\d)\)\s*\d{1,2}-"
)


def dates_in(meta: dict[str, str | list[str]], text: str) -> dict[str, str]:
    """received, revised, accepted, published, as ISO dates."""
    found: dict[str, str] = {}
    flat = " ".join(text.split())
    for event in _EVENT.finditer(flat):
        date = _DATE.match(flat, event.end())
        if date and (iso := _iso(date)):
            what = " ".join(event["what"].lower().split())
            found.setdefault(
                "published" if "posted" in what or "version" in what.split()[-1:] else _EVENTS.get(what, what), iso
            )
    said = said_first(meta, "published")
    if said and re.match(r"(?:19|20)\d\d", said):
        found["published"] = said[:10].replace("/", "-")
    return found


def _iso(match: re.Match[str]) -> str | None:
    year = match["y"] or match["y2"] or match["y3"] or match["y4"]
    if match["m3"]:
        return f"{year}-{int(match['m3']):02}-{int(match['d3']):02}"
    name = (match["m"] or match["m2"] or match["m4"]).lower()
    month = next((i for i, m in enumerate(_MONTHS, 1) if m.startswith(name[:3])), None)
    day = match["d"] or match["d2"]
    if not month:
        return None
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"


def year_of(dates: dict[str, str], text: str) -> str | None:
    """The year of publication: of its date, or as the volume, the issue or the copyright line gives it."""
    if "published" in dates:
        return dates["published"][:4]
    for pattern in (_VOLUME, _ARTICLE_NUMBER, _ISSUE, _BEHIND_ISSUE, _COPYRIGHT, _PUBLISHED, _CITE_AS):
        if match := pattern.search(text):
            groups = match.groupdict()
            return groups.get("y") or groups.get("y2")
    if "accepted" in dates:
        return dates["accepted"][:4]
    alone = _ALONE.search(text) or _CONFERENCE.search(text)
    return alone["y"] if alone else None


_REFERENCE_FORMAT = re.compile(r"reference\s+format\s*:?\s+[^\n]{3,300}?\.\s(?P<y>(?:19|20)\d\d)\.\s", re.IGNORECASE)
_CONFERENCE = re.compile(
    r"(?m)^\W*(?P<y>(?:19|20)\d\d)\s[^\n]{0,80}\b(?:conference|symposium|workshop|congress)\b", re.IGNORECASE
)
_OWN_LINE = re.compile(r"^\W*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_SHORT = 600  # characters of what stands at the foot of a page


def year_behind(source: Source) -> str | None:
    """The year where no title page gives it: of the one copyright line at the foot of a page, or of a reference format."""
    years: set[str] = set()
    for block in source.blocks:
        text = source.of(block) if block.span[1] - block.span[0] < _SHORT else source.of(block)[:_SHORT]
        if block.kind == "reference" and not _CITE_AS.match(text.lstrip("*_ ")):
            continue  # the works cited
        told = (
            _COPYRIGHT.search(text)
            if _OWN_LINE.match(text)
            else _REFERENCE_FORMAT.search(text) or _CITE_AS.search(text)
        )
        years |= {told["y"]} if told else set()
    return years.pop() if len(years) == 1 else None


def said_first(meta: dict[str, str | list[str]], key: str) -> str | None:
    """The first thing that the markup says under a key."""
    value = meta.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if value else None
