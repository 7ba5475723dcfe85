"""Who wrote what, where and when: from the markup where it says so, else from the first page."""

# ruff: noqa: E501 - a pattern is read whole

import itertools
import re
import unicodedata

from evidence.read.clear import clear
from evidence.read.model import Block, Source
from evidence.read.prose.chinese.front import chinese_authors, chinese_year, spaced_doi, subtitle_in
from evidence.read.prose.front.authors import are_names, authors_in
from evidence.read.prose.front.cited import as_cited
from evidence.read.prose.front.dated import dates_in, said_first, year_behind, year_of
from evidence.read.prose.front.doi import doi_behind, doi_of
from evidence.records import Document
from evidence.settled import settled

__all__ = ["document_of", "front_matter"]

_KEYWORDS = re.compile(
    r"^\W*(?:key\s?words?(?:\s+and\s+phrases)?|index\s+terms|关键词)\W*[:：.\-–—]?\s*(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ABSTRACT = re.compile(r"^\W*(?:abstract|summary|摘要)\b\W*", re.IGNORECASE)
_BODY = re.compile(r"^\W*(?:[1I]\.?\s*)?(?:introduction|引言|绪论)\b", re.IGNORECASE)
_FIRST_PART = re.compile(r"^\W*(?:1|I)\s*[.．、)]?\s+[^\W\d]")  # however it is called
_NOT_TITLE = re.compile(
    r"^\W*(?:(?:full[ -]length\s+)?(?:original\s+|research\s+|empirical\s+|regular\s+)*(?:article|paper|report)s?|open access|review(?:\s+article)?|editorial|retract(?:ion|ed)\b.{0,20}|correction|corrigendum|erratum|"
    r"vol(?:ume)?\b.*|\d+|issn\b.*|https?:.*|doi\b.*|contents.*|home|search|.*\bno\.\s*\d.*|abstract|.*\bcopyright\b.*|published\b.*|proceedings\b.*|(?:(?:19|20)\d\d\s+)?(?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+)?(?:international|national|annual|ieee|acm|world)\b[^:?]*\b(?:conference|symposium|workshop|congress)(?=\W*(?:$|on\b|of\b|for\b|in\b|proceedings\b|\d|[,(’']))[^:?]*|(?:international\s+)?journal of\b[^.:]{0,80}|frontiers\s+in\s+[^.:?]{3,40})\W*$",
    re.IGNORECASE,
)
_JOURNAL = re.compile(r"^\W*(?:[\w&'’-]+\s+){0,5}(?:journal of\b[^.:?]{0,80}|journal|quarterly)\W*$", re.IGNORECASE)
_NO_TITLE_HAS = re.compile(
    r"(?m:^\W*\d{1,4}\s*[:(][^\n]*\((?:19|20)\d\d\)\W*$)|\bvolume\s+\d{1,4}\b|\bcontents\s+lists?\s+available|\bfull[- ]text\s+archive\b|\bjournal\s+homepage\b|\b\d{1,4}\s*\((?:19|20)\d\d\)\s*[:,]?\s*[\de]|©|\bvol\.\s*\d|\bISSN\b|https?://|\bdoi:|@|\b(?:department|faculty|universit(?:y|ies)|institute|school|college)\s+of\b.*,|\buniversity\b.*\b(?-i:[A-Z]\w+,\s+[A-Z])",
    re.IGNORECASE,
)
_ARTICLE_ID = re.compile(
    r"\barticle\s+(?:id|no\.?|number)\s*:?\s*(?P<id>[A-Z]?\d{3,})|\bpaper\s+(?P<paper>\d{2,5})\b|文章编号\s*[:：]?\s*(?P<zh>[\d()~-]+)",
    re.IGNORECASE,
)


_FURNITURE = re.compile(  # the journal's volume and pages, its home, the date of a proof
    r"^\W*(?:(?:academic|handling|guest|associate)?\s*editors?\s*:|(?:received|accepted|revised)\s*:)"
    r"|^\W*(?:contents lists available|journal homepage|article history|available online|citation:|time:)"
    r"|^[^\n]{3,80}\s\d{1,4}\s?\((?:19|20)\d\d\)\s?\S*\d\W*$|^\W*[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\W*$|^\W*\d+ of \d+\W*$"
    r"|^\W*\d+\s+[A-Z][^\n]{3,80}\bvol\.\s?\d|^[^\n]{3,60}\b(?:19|20)\d\d, \d{1,4}, \d+\W*$",
    re.IGNORECASE,
)


@settled
class Front:
    """The first page: its blocks up to the introduction, as cleared text."""

    blocks: tuple[tuple[Block, str], ...]
    text: str


def front_matter(source: Source) -> Front:
    """What stands before the introduction, at most forty blocks."""
    blocks: list[tuple[Block, str]] = []
    abstract = False
    for block in source.blocks[:60]:
        shown = clear(source.of(block), emphasis=source.marked).text.strip("# \n")
        if block.kind in ("heading", "paragraph") and _BODY.match(shown) and len(blocks) > 1:
            break
        if block.kind == "reference" or (abstract and block.kind == "heading" and _FIRST_PART.match(shown)):
            break
        abstract = abstract or _ABSTRACT.match(shown) is not None
        blocks += [(block, part) for part in _title_and_names(block, shown)]
        if len(blocks) >= 40:
            break
    return Front(tuple(blocks), "\n".join(text for _, text in blocks))


def _title_and_names(block: Block, shown: str) -> tuple[str, ...]:
    """A title and the names below it, which plain text may print without a line between them."""
    lines = shown.split("\n")
    if block.kind == "paragraph" and len(lines) >= _MANY:
        return _sorted_lines(lines)
    if block.kind not in ("paragraph", "heading", "item") or not 1 < len(lines) < 12:
        return (shown,)
    at = next((i for i, line in enumerate(lines) if i and (_are_authors(line) or _is_author(lines, i))), 0)
    above = "\n".join(lines[:at])
    if not at or not _could_be_title(above):
        return (shown,)
    marked = (
        _MARKED.search(lines[at]) is not None and _MARKED.search(above) is None
    )  # `Moral Distress and Joy` may be two
    return (above, "\n".join(lines[at:])) if marked or not are_names(lines[0]) else (shown,)


_MANY = 12  # lines of a paragraph on a title page; more are the page itself


def _sorted_lines(lines: list[str]) -> tuple[str, ...]:
    """A title page without empty lines: names, what belongs to the journal, and the lines between them."""
    parts: list[tuple[str, list[str]]] = []
    for i, line in enumerate(lines):
        if _are_authors(line) or _is_author(lines, i):
            sort = "names"
        elif _NOT_TITLE.match(line) or _NO_TITLE_HAS.search(line) or _FURNITURE.search(line) or line.endswith("|"):
            sort = "journal"
        else:
            sort = "words"
        if parts and parts[-1][0] == sort:
            parts[-1][1].append(line)
        else:
            parts.append((sort, [line]))
    return tuple("\n".join(part) for _, part in parts)


_ADDRESS = re.compile(
    r"^\W*\d?\s*(?:departa?ment\w*|facult\w+|(?:[\w&]+\s+){0,3}(?:school|institut\w*|universit\w+|college|academy|cent(?:re|er)|hochschule))\b[^.]*,",
    re.IGNORECASE,
)


def _is_author(lines: list[str], i: int) -> bool:
    """One name with its address on the line below."""
    return i + 1 < len(lines) and _ADDRESS.match(lines[i + 1]) is not None and are_names(lines[i])


_MARKED = re.compile(r"[a-z]\s?(?:\d|[*†‡])")


def _are_authors(line: str) -> bool:
    """Several names, or one with the number of its address; `Through Felt Ostracism` could be a name too."""
    return are_names(line) and (_MARKED.search(line) is not None or len(authors_in([line])) > 1)


def document_of(source: Source) -> Document:
    """Title, authors, year, DOI, venue, keywords and dates."""
    front = front_matter(source)
    meta = source.meta
    title, at = _title(front, said_first(meta, "title"), said_first(meta, "page_title"))
    cited = as_cited([text for _, text in front.blocks]) if not said_first(meta, "title") else None
    behind: list[str] = []  # the names that a title ran into
    if cited:
        title, at = cited.title, cited.at
        behind = [line for line in cited.behind.split("\n") if re.search(r"[^\W\d_]{2}", line)]
    following = front.blocks[at + 1][1] if 0 <= at < len(front.blocks) - 1 else ""
    if title and (more := subtitle_in(following)):
        title, at = title + more, at + 1
    below = behind + ([text for _, text in front.blocks[at + 1 : at + 15]] if at >= 0 else [])
    printed = chinese_authors(below) or authors_in(below)
    printed = cited.people(printed) if cited else printed
    running = said_first(meta, "running") or ""
    dates = dates_in(meta, f"{front.text}\n{running}")
    return Document(
        title=title,
        authors=_authors(meta, printed),
        year=said_first(meta, "year")
        or chinese_year(front.text)
        or year_of(dates, f"{front.text}\n{running}")
        or year_behind(source),
        venue=said_first(meta, "venue") or _venue(front, running),
        doi=doi_of(meta.get("doi"), f"{front.text}\n{running}", source.text)
        or spaced_doi(front.text)
        or doi_behind(source),
        article_id=said_first(meta, "article_id") or _article_id(front.text),
        language=_language(meta, source.text),
        keywords=_keywords(meta, front),
        dates=dates,
    )


# What stands under the name of a journal, and not under a title.
_OF_JOURNAL = re.compile(r"(?:journal\s+)?home\s?page\b|www\.|ISSN\b.{0,60}\bjournal\s+home\s?page\b", re.IGNORECASE)


_SORT = re.compile(  # of paper: over it stands the journal's name
    r"\W*(?:(?:original|research|review)\s+)?(?:article|paper|communication|brief\s+report|case\s+report|review)\W*",
    re.IGNORECASE,
)


def _title(front: Front, said: str | None, page: str | None) -> tuple[str | None, int]:
    """The title and the block it stands in (-1 when only the markup has it)."""
    shown = [(i, block, text) for i, (block, text) in enumerate(front.blocks)]
    for known in (said, page):
        if known:
            for i, _, text in shown:
                if _same(text, known):
                    return known if known == said else _one_line(text), i
    if said:
        return said, -1
    homes = {i - 1 for i, _, text in shown if _OF_JOURNAL.match(text) or (i == 1 and _SORT.fullmatch(text))}
    over_names = _over_names([(i, b, t) for i, b, t in shown[:8] if i not in homes])
    if over_names is not None and not any(
        b.kind == "title" or (b.kind == "heading" and b.level == 1 and _could_be_title(t))
        for i, b, t in shown
        if i < over_names and i not in homes
    ):
        first = over_names
        while (
            first
            and first - 1 not in homes
            and _GOES_ON.search(above := shown[first - 1][2])
            and not _PREPRINT.match(above)
        ):
            first -= 1
        lines = [line for _, _, text in shown[first : over_names + 1] for line in _below_the_sort(text)]
        return _one_line(" ".join(lines)), over_names
    for level in (1, 2):
        for i, block, text in shown:
            if i not in homes and block.kind in ("title", "heading") and block.level == level and _could_be_title(text):
                return _one_line(text), i
    for i, block, text in shown[:8]:
        lines = _below_the_sort(text)
        following = shown[i + 1][2] if i + 1 < len(shown) else ""
        named = (all(are_names(line) for line in lines) or (len(lines) == 1 and are_names(text))) and not (
            _MARKED.search(following) and are_names(following.split("\n")[0]) and not _MARKED.search(text)
        )  # `Digital Literacy, Privacy Concern, and Joy` over names with the numbers of their addresses
        kind = block.kind in ("title", "heading", "paragraph", "item")
        if i not in homes and kind and _could_be_title(text) and not named:
            return _one_line(lines[0] if len(text) > 300 else " ".join(lines)), i
    return page, -1


# A line of a title that the next one goes on, as a typed title page sets each in a paragraph of its own.
_GOES_ON = re.compile(
    r"^\w.{10,}\s(?:and|or|the|an?|of|in|on|for|to|with|from|by|at|as|between|among|versus|vs\.?|their|its|how|is|are|do|does|can)\s*$|^\w.{10,}[:,–—-]\s*$",
    re.IGNORECASE,
)


_PREPRINT = re.compile(
    r"(?:this\s+is|preprint|accepted|submitted|a\s+thesis|special\s+issue|running\s+head|article|original|research\s+article)\b",
    re.I,
)


def _over_names(shown: list[tuple[int, Block, str]]) -> int | None:
    """The paragraph that could be a title and stands right over names with the numbers of their addresses."""
    for (i, block, text), (_, _, below) in itertools.pairwise(shown):
        names = below.split("\n")[0]
        if block.kind != "paragraph" or not _could_be_title(text) or _MARKED.search(text):
            continue
        if _MARKED.search(names) and are_names(names) and len(text) < 300:
            return i
    return None


def _below_the_sort(text: str) -> list[str]:
    """The lines of a title without the sort of paper printed over it, as `Article`."""
    first, *rest = text.split("\n")
    return rest if rest and _NOT_TITLE.match(first) else [first, *rest]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _could_be_title(text: str) -> bool:
    words = text.split()
    worded = [w for w in words if sum(c.isalpha() for c in w) > 2]
    long_enough = (len(words) >= 3 and len(worded) >= 2) or len(re.findall(r"[\u4e00-\u9fff]", text)) >= 8
    return (
        long_enough
        and not _NO_TITLE_HAS.search(text)
        and len(text) <= 350
        and not _NOT_TITLE.match(text)
        and not _JOURNAL.match(text)
        and not _ABSTRACT.match(text)
        and not _FURNITURE.search(text)
        and not text.rstrip().endswith((".", ":"))
    )


def _same(a: str, b: str) -> bool:
    x, y = (re.sub(r"\W+", "", t.casefold()) for t in (a, b))
    return (
        bool(x)
        and bool(y)
        and (
            x == y
            or (
                min(len(x), len(y)) > 20
                and (x.startswith(y) or y.startswith(x))
                and len(x) < 1.5 * len(y) < 2.3 * len(x)
            )
        )
    )


_ONE_NAME = re.compile(r"[^\W\d_]{2,20}(?:[ -][^\W\d_]{2,20})?")


def _authors(meta: dict[str, str | list[str]], printed: tuple[str, ...]) -> tuple[str, ...]:
    """The markup's list, in the spelling of the page where that has the accents."""
    said = meta.get("authors")
    if not said:
        return printed
    listed = [said] if isinstance(said, str) else said
    names: list[str] = []
    for entry in listed:
        entry = _turned(entry.strip(), len(listed))
        names += authors_in([entry]) or ([entry.strip()] if _ONE_NAME.fullmatch(entry.strip()) else [])
    full = {key: name for name in printed for key in (_initialled(name), _ascii(name))}
    names = [full.get(_ascii(name), full.get(_initialled(name), name) if _short(name) else name) for name in names]
    return tuple(dict.fromkeys(names)) or printed


def _turned(entry: str, entries: int) -> str:
    """`Lindqvist, Per` as it is said; two names with a comma between them are left."""
    match = re.fullmatch(r"(?P<last>[^\W\d][^,;]{1,40}),\s*(?P<first>[^\W\d][^,;]{0,40})", entry)
    if not match or " and " in entry:
        return entry
    one = len(match["last"].split()) == 1 or len(match["first"].split()) == 1
    return f"{match['first']} {match['last']}" if one or entries > 1 else entry


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return re.sub(r"\W+", "", "".join(c for c in plain if not unicodedata.combining(c)).casefold())


def _initialled(name: str) -> str:
    """The first letter and the last name: `I. Peña` and `Ignacio Peña` are one person."""
    first, *_, last = f"{name} {name}".split()
    return f"{_ascii(first)[:1]} {_ascii(last)}"


def _short(name: str) -> bool:
    """Whether only letters stand for the first names."""
    return all(len(_ascii(word)) == 1 for word in name.split()[:-1])


def _venue(front: Front, running: str) -> str | None:
    """The journal's name where it stands on a line of its own before the title or in a running head."""
    for text in (*(text for _, text in front.blocks[:8]), re.sub(r"\W*\d[^\n]*", "", running)):
        for line in text.split("\n"):
            name = re.match(
                r"^\W*((?:[A-Z][\w&-]*\s+){0,5}(?:Journal|Review|Letters|Transactions|Annals|Research|Networks|Sciences?|Studies|Quarterly)(?:\s+(?:of|on|in|for|and|&|the|[A-Z][\w&-]*)){0,8})\s*$",
                line,
            )
            if name and 2 <= len(name[1].split()) <= 12 and not _NOT_TITLE.match(name[1]) and not are_names(name[1]):
                return name[1]
    return None


def _article_id(text: str) -> str | None:
    match = _ARTICLE_ID.search(text)
    return (match["id"] or match["paper"] or match["zh"]) if match else None


_HAN = re.compile(r"[\u4e00-\u9fff]")
_ONLY_LETTERS = bytes(c if chr(c).islower() else ord(" ") for c in range(128)) + b" " * 128
_COMMON = frozenset({b"the", b"of", b"and", b"to", b"in", b"is", b"that"})


def _language(meta: dict[str, str | list[str]], text: str) -> str | None:
    said = said_first(meta, "language")
    if said:
        return said[:2].lower()
    sample = text[:20000]
    if not sample.isascii() and len(_HAN.findall(sample)) > len(sample) // 10:
        return "zh"
    words = sample.lower().encode("ascii", "replace").translate(_ONLY_LETTERS).split()  # the runs of `[a-z]`
    common = sum(map(_COMMON.__contains__, words))
    return "en" if words and common > len(words) * 0.1 else None


_SEMICOLON = re.compile(r"[;；]")


def _keywords(meta: dict[str, str | list[str]], front: Front) -> tuple[str, ...]:
    said = meta.get("keywords")
    text = ""
    if said:
        text = said if isinstance(said, str) else ";".join(said)
    else:
        for i, (_, block) in enumerate(front.blocks):
            match = _KEYWORDS.match(block)
            if match:
                text = match["words"] or (front.blocks[i + 1][1] if i + 1 < len(front.blocks) else "")
                break
    text = re.split(r"\n\s*\n|文章编号|中图分类号|\bJEL\b|\bReceived\b", " ".join(text.split()))[0]
    parts = _SEMICOLON.split(text) if re.search(r"[;；]", text) else re.split(r"[,、，]|\s•\s|\s·\s", text)
    return tuple(w.strip(" .*_\t") for w in parts if 1 < len(w.strip(" .*_")) < 80)[:20]
