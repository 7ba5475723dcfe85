"""Names of people in the lines under a title, without their numbers, degrees and addresses."""

# ruff: noqa: E501 - a pattern is read whole

import re
import unicodedata

from evidence.read.prose.front.before_addresses import before_addresses
from evidence.read.prose.front.lettered import without_letters
from evidence.read.prose.front.titled import is_degree, spoken, untitled

__all__ = ["are_names", "authors_in"]

_MARKS = re.compile(
    r"[(\[][^()\[\]]*(?:@|orcid)[^()\[\]]*[)\]]|\(?[✉🖂📧]\)?|[(\[]?\bORCID\b[^,;\])]*[)\]]?|\^[a-z0-9,*]{1,5}\^|(?<=\w)[a-z]\^(?=\W|$)|\^\s?[a-z0-9,*]{1,3}(?=[\s,*]|$)|(?<=\w)\s+[a-f](?=\s*(?:[,*]|$|and\b))|\^\{[^}]*\}|[\u00b9\u00b2\u00b3\u2070-\u2079*†‡§¶#¤∗⁎‖◊♦]|(?<=[^\W\d_])\d+(?:\s*,\s*\d+)*|(?<![^\W\d_])\d+(?![^\W\d_])|(?<=[\s*])\d(?=[A-Z][a-z])|\(\d+\)|\s*\[\s*(?:\d+|[a-h]|[,*])\s*\]|['’](?=\s*[,，]|$)"
)
_DEGREES = re.compile(
    r"(?:,\s*|(?<!\s)\s*)\b(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?Sc\.?|B\.?Sc\.?|MBA|Prof(?:essor)?\.?(?!\s*[A-Z])|Jr\.?|Sr\.?)(?=\W|$)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:professor|(?:assistant|associate|adjunct|senior|emeritus)|lecturer|researcher|research\s+(?:fellow|associate|assistant)|doctoral|ph\.?\s?d\.?|student|candidate|fellow|director|librarian|m\.?a\.?|m\.?sc\.?)(?=\W|$)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"\s*\([^()]*\b(?:univ|colleg|institut|school|depart|facult|academy|hospital|cent)\w*\b[^()]*\)", re.IGNORECASE
)
_LAST_FIRST = re.compile(r"(?P<last>[^\W\d][\w'’ -]{1,30}),\s*(?P<first>[^\W\d][\w.'’ -]{0,30})")
_PLACE = re.compile(
    r"\b(?:univ\w*|depart\w*|facult\w*|escuela|dipartimento|calle|gran|rue|stra(?:ss|ß)e|plaza|pl\.|via|faculty|school|college|institut\w*|laborator\w*|hospital|cent(?:er|re)|academy|campus|road|street|avenue|china|usa|spain|"
    r"korea|germany|india|united|kingdom|japan|taiwan|malaysia|indonesia|turkey|brazil|abstract|keywords?|introduction|correspond\w*|email|e-mail|received|accepted|"
    r"published|editor|copyright|journal|research|studies|model|analysis|impact|effects?|study|influence|the|using|based|evidence|towards?|between|business|management|economics|sciences?|access|articles?|reports?|updates|highlights|contents|papers?|authors?['’]?s?['’]?\s+(?:notes?|contributions?|details|affiliations?|info\w*|bio\w*|statements?))\b|@|https?:|大学|学院|研究",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"^\W*(?:universi\w+|departa?ment\w*|school|faculty|facult\w+|college|institut\w*|cent(?:er|re)|laboratory|academy)\s+"
    r"(?:of|for|de|do|da|di|in|and)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"^\W*(?:citation|(?:academic|guest|handling|associate)?\s*editors?\b|edited by|reviewed by|received|accepted(?!\s+(?:author\s+)?(?:manuscript|version))|published|to cite|how to cite|cite this|copyright|correspond|(?:table|figure)\s+\d)",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"^\W*(?:(?:received|revised|accepted)\b[^,;|/]{0,30}|\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d|\d{1,5})$", re.IGNORECASE
)
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bint[ie]?|bin|binte|ibn|ten|ter|af|y|zu)"
_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.\-À-ž]*|[A-Z]\.?(?:-?[A-Z]\.?)*)"
_NAME = re.compile(
    rf"^{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,4}}$|^(?:{_WORD}\s+)*{_PARTICLE}(?:\s+{_PARTICLE})*\s+{_WORD}$"
)
_CHINESE = re.compile(  # `古丽·买买提`: names of other peoples in Chinese writing have a point between their parts
    r"^[\u4e00-\u9fff](?:[\u4e00-\u9fff·]){1,4}$|^[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,6}$"
)
_CHINESE_LINE = re.compile(r"[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4}){1,9}")
_TITLE_PAGE = 6_000  # characters of names and addresses at most
_LETTERS = re.compile(r"(?<=[a-zà-ž])\s+[a-h](?:\s*,\s*[a-hn*∗])*(?=\s*(?:,|;|&|and\b|$))")  # `Ada Roe a,n, Bob Doe b`
_ADDRESSED = re.compile(r"(?<=\w)(?:\s+[a-h](?:\s*,\s*[a-h*])*)?\s+a\s+(?=[A-ZÀ-Þ])")  # `Roe c a School of Art, Oslo`
_SPLIT = re.compile(
    r"\s*(?:,|;|，|、|；|\band\b|&|\n|\bwith\b|\bund\b|\bet\b|\bdan\b|\boch\b|\s·\s|•|∙|\|)\s*", re.IGNORECASE
)


_LAST_OF_ALL = re.compile(  # `School of Bread, Oslo, Norway, and Mira Oak`, with her school in the next line
    rf",\s+and\s+(?P<name>{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,3}})$"
)


def authors_in(lines: list[str]) -> tuple[str, ...]:
    """The people named in the first lines that hold names; stops at the first line of something else after them.

    >>> authors_in(["Ada Cole1,2, Bob Lind 1, and Mira Oak2"])
    ('Ada Cole', 'Bob Lind', 'Mira Oak')
    """
    return without_letters(_authors(lines), lines)


def _authors(lines: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    missed = 0
    bare = False  # whether the line before was nothing but names, so that a place may follow
    for block in lines:
        for line in block.split("\n"):
            if not line.strip():
                continue
            if found and _HISTORY.match(line):  # in the margin, between the names of one and of the next
                continue
            if _STOP.match(line):
                return tuple(dict.fromkeys(found))
            names = _marked(line) or _names(line)
            placed = _PLACE.search(line) is not None
            if names and placed and bare and len(names) == 1:  # `Anna Roe`, below it `Lake Shore Institute of Arts`
                names = []
            if found and placed and not names and (last := _LAST_OF_ALL.search(line)):
                names = [_cased(last["name"])]
            bare = bool(names) and not placed
            if names:
                if not _are_translated(found, names):
                    found += names
                missed = 0
            elif found and len(lines) > 1:
                missed += 1
                if missed > 6:
                    return tuple(dict.fromkeys(found))
        if _ABSTRACT.match(block):
            break
    placed_before = before_addresses(_until_abstract(lines), _NAME.match) if len(found) < 2 else []
    if placed_before and set(found) <= {_cased(name) for name in placed_before}:
        return tuple(_cased(name) for name in dict.fromkeys(placed_before))
    addressed = _addressed(lines)
    return addressed if set(found) <= set(addressed) else tuple(dict.fromkeys(found))


_ABSTRACT = re.compile(r"^\W*(?:abstract|摘要|introduction|keywords?)\b", re.IGNORECASE)


def _until_abstract(lines: list[str]) -> str:
    every = "\n".join(lines).split("\n")
    stop = next((i for i, line in enumerate(every) if _ABSTRACT.match(line)), len(every))
    return "\n".join(every[:stop])[:_TITLE_PAGE]


def _addressed(lines: list[str]) -> tuple[str, ...]:
    """People each in a line of their own before their address: `Anna Roe, University of Bread, Norway`."""
    found: list[str] = []
    for line in "\n".join(lines).split("\n"):
        if _STOP.match(line) or _ABSTRACT.match(line):
            break
        name, comma, place = _MARKS.sub(" ", line).partition(",")
        name = _DEGREES.sub("", name).strip()
        if comma and _NAME.match(name) and not _PLACE.search(name) and _UNIVERSITY.search(place):
            found.append(name)
    return tuple(_cased(name) for name in dict.fromkeys(found))


_UNIVERSITY = re.compile(
    r"\b(?:univ\w*|college|institut\w*|school\s+of|(?:department|faculty)\s+of|academy|hospital)\b", re.IGNORECASE
)


def _are_translated(found: list[str], names: list[str]) -> bool:
    """As many names in Latin letters as there are above in Chinese ones: the same people once more."""
    return len(found) == len(names) and any(map(_CHINESE.match, found)) and not any(map(_CHINESE.match, names))


def are_names(text: str) -> bool:
    """Whether a line is nothing but names."""
    return bool(_names(text))


_MARK = r"\s*(?:\d{1,2}|[*†‡§])(?:(?:\s*,\s*|(?=[*†‡§]))(?:\d{1,2}|[*†‡§]))*"
_MARKED = re.compile(
    rf"(?P<name>{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,4}}){_MARK}\s*(?P<more>,\s*(?:and\s+)?|\band\s+|&\s*|)"
)


def _marked(line: str) -> list[str]:
    """Names that all carry the numbers of their addresses, though these follow in the same line.

    >>> _marked("Ada Cole 1, *, Bob Lind 2 and Mira Oak 2 1 School of Bread, Oslo, Norway")
    ['Ada Cole', 'Bob Lind', 'Mira Oak']
    >>> _marked("ADA COLE-LIND1*, BOB LIND1 and MIRA OAK2,3 1 School of Bread, Oslo, Norway")
    ['Ada Cole-Lind', 'Bob Lind', 'Mira Oak']
    """
    found: list[str] = []
    at, more = 0, True
    while more and (match := _MARKED.match(line, at)) and not _PLACE.search(match["name"]):
        found.append(_cased(match["name"].rstrip("0123456789")))
        at, more = match.end(), bool(match["more"])
    ended = not more and bool(re.match(r"\d{1,2}\s+[A-Z]", line[at:]))
    return found if len(found) > 1 and ended else []


_PLAIN = str.maketrans({"`": "", "$": " ", "\u2010": "-", "\u2011": "-", "\u00ad": ""})  # hyphens that may not break
_INITIAL = re.compile(r"\b[A-Z]\.$")


_PARTING_MARK = re.compile(r"(?<=[^\W\d_])[*∗†‡§¶]+\s+(?=[A-Z])")  # `Ada Cole† Bob Lind‡`, side by side
_BEFORE = re.compile(r"\b(?:Dr|Prof|Professor|Mr|Mrs|Ms)\b\.?\s+(?=[A-Z][\w.'’-]+\s+\S)")


def _names(line: str) -> list[str]:
    line = untitled(spoken(_BEFORE.sub("", line.replace("\t", ", "))))  # side by side
    titled = bool(_ROLE.search(line))
    if "," not in line:
        line = _PARTING_MARK.sub(", ", line)
    if len(_LETTERS.findall(line)) > 1:
        line = _LETTERS.sub("", line)
    line = _ADDRESSED.sub(", ", line)
    line = unicodedata.normalize("NFKC", _MARKS.sub(" ", _IN_BRACKETS.sub("", line))).translate(_PLAIN)
    turned = [_LAST_FIRST.fullmatch(p.strip()) for p in line.split(";")]
    if len(turned) > 1 and all(turned):  # `Roe, Anna; Doe, Bea`
        line = "; ".join(f"{m['first'].strip()} {m['last'].strip()}" for m in turned if m)
    line = re.sub(r"^\s*(?:by|authors?\s*:)\s+", "", _DEGREES.sub("", line), flags=re.IGNORECASE)
    line = re.sub(r"\s+,", ",", " ".join(line.split())).strip(" ,;.*")
    if not line or len(line) > 600:
        return []
    if _CHINESE_LINE.fullmatch(line) and not _PLACE.search(line):  # 2 to 4 characters each, with spaces between
        return line.split()
    parts = [p.strip(" .,;*") if not _INITIAL.search(p.strip()) else p.strip(" ,;*") for p in _SPLIT.split(line)]
    parts = [half for p in parts if p for half in _of_two(p)]
    parts = [*parts[:1], *(p for p in parts[1:] if not is_degree(p))]
    names: list[str] = []
    posted = False  # whether a post stood behind a name
    for part in parts:
        # a long line may turn into an address after the names: `... and ADA-MAY COLE Center for ...`
        if _PLACE.search(part):
            head = _PLACE.split(part)[0].strip()
            lead = _leading_name(head)
            if lead and names:
                names.append(lead)
            elif names and _OPENER.search(part[len(head) :]) and _NAME.match(head):
                names.append(head)
                return [_cased(n) for n in names]
            break
        if titled and names and _ROLE.search(part):
            posted = True
            continue
        if posted and not _NAME.match(part):
            break
        if not (_NAME.match(part) or _CHINESE.match(part)):
            return names if len(names) >= 2 and len(parts) > len(names) + 1 else []
        names.append(part)
    else:
        return [_cased(n) for n in names]
    return [_cased(n) for n in names] if len(names) >= 2 or (names and titled) else []


_AND = re.compile(r"\s+[ye]\s+")


def _of_two(part: str) -> list[str]:
    """`Ana García y Juan Núñez` is two people; `José Ortega y Gasset` is one."""
    halves = _AND.split(part)
    return halves if len(halves) == 2 and all(len(h.split()) >= 2 for h in halves) else [part]


def _leading_name(text: str) -> str | None:
    words = text.split()
    capitals = [w for w in words[:4] if w.isupper() or len(w) <= 2]
    if len(capitals) >= 2:
        return " ".join(capitals)
    return None


def _cased(name: str) -> str:
    """CAPITALS as they are written in a sentence."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) > 6 and all(c.isupper() for c in letters):
        return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize() if len(m[0]) > 1 else m[0], name)
    return name
