"""Paragraphs of printed pages: where they begin, and how they go on in the next column or page, or below a table."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from evidence.read.captioned import CAPTION, ends_sentence
from evidence.read.late import late
from evidence.read.pages import Line, Region
from evidence.settled import settled

__all__ = ["HEADING", "NUMBERED", "Part", "carried_on", "is_set_heading", "joined_lines", "parts_of"]
# The parts of a paper by the names they go by, without a number.
_PART = (
    r"abstract|introduction|(?:research\s+|materials?\s+and\s+)?(?:methods?|methodology)|results|(?:results|findings)\s+and\s+\w+|discussion(?:\s+and\s+\w+)?"
    r"|(?:general\s+|practical\s+|theoretical\s+)?(?:discussion|implications|conclusions?)|(?:literature|theoretical)\s+(?:review|background|framework)"
    r"|(?:theory\s+and\s+)?hypothes[ei]s(?:\s+development)?|(?:data\s+|statistical\s+|preliminary\s+)?analys[ei]s|measur(?:es|ement\s+model)|structural\s+model"
    r"|participants(?:\s+and\s+procedures?)?|sample(?:\s+and\s+(?:procedures?|data\s+collection))?|limitations(?:\s+and\s+[\w\s]{4,20})?|appendix"
)
# A line in capitals with one of these words is a heading; one without may be an author or a running head.
_CAPITALS = (
    r"INTRODUCTION|LITERATURE|BACKGROUND|THEOR\w+|FRAMEWORK|HYPOTHES[EI]S|METHOD\w*|MEASURES?|SAMPLE|DATA|ANALYS[EI]S"
    r"|RESULTS?|FINDINGS?|DISCUSSIONS?|CONCLUSIONS?|LIMITATIONS?|IMPLICATIONS?|REFERENCES|BIBLIOGRAPHY|ACKNOWLEDGE?MENTS?|APPENDI\w+"
)
HEADING = late(
    rf"^\d{{1,2}}\s+(?:(?-i:[A-Z][A-Z ,:&’'–-]{{4,60}})|(?-i:(?=[A-Z]))(?:{_PART}))$"
    rf"|^(?:[1-9]\d?(?:\.\d{{1,2}}){{1,3}}\.?|\d{{1,2}}\.|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}\s?\||[IVX]{{1,4}}\.)\s+[A-Z][^.,;]{{2,90}}$"
    rf"|^(?-i:(?=[A-Z]))(?:{_PART})$|^(?:abstract|introduction|methods?|results|discussion|conclusions?|references)$"
    rf"|^(?-i:(?:[A-Z&]+\s){{0,5}}(?:{_CAPITALS})(?:\s[A-Z&]+){{0,5}})$",
    re.IGNORECASE,
)
NUMBERED = late(r"(?P<n>\d{1,2})\s+[A-Z\u4e00-\u9fff][^.;!?=]{2,80}")  # a heading or the first words of a paragraph
_CUT = re.compile(r"(?:^|[\s(\[=<>−–-])\.$")  # a decimal behind its point
_BEGINS = re.compile(r"^\W*(?:1\.?\s*)?(?:abstract|summary|key\s?words|introduction|摘要|关键词|引言)\b", re.IGNORECASE)
_ENTRY = re.compile(r"^(?:\[\d{1,3}\]|\d{1,3}\.\s)")
_STATED = re.compile(r"^(?:Hypothesis|H)\s?\d{1,2}[a-z]?\s*[.:()–—]")
_FIGURE = late(r"^\W*(?:fig(?:ure|\.)?|图|scheme|chart|box|source|notes?)\s?[\d:.]", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;。！？：；][\"”’')\]]*\d{0,2}$")  # a figure behind it leads to a note
_HYPHEN = re.compile(r"[a-z][-\u2010\u00ad]$")
_HAN = late(r"\W?\d?[\u4e00-\u9fff]")
_LISTED = re.compile(r"^\(?[a-z0-9]{1,3}[.)]\s|^[•·▪–o]\s")
_SAME = 0.4  # points that lines of one type differ in height at most
_WORDS = 8  # that a paragraph has at least before it is broken off
_LONG = 40  # words that names and addresses have not
_DOUBLE = 2.5  # heights of type that lines of a manuscript stand apart at most
_FAR = 14  # parts between the two pieces of a paragraph at most


@settled
class Part:
    """What is written in one piece: the lines of a paragraph or heading, or a table."""

    page: int
    lines: tuple[Line, ...] = ()
    table: Region | None = None
    title: bool = False
    apart: bool = False  # its lines stay apart
    beside: bool = False  # in the margin
    over: tuple[tuple[int, int], ...] = ()  # the pages it goes on over, each with the number of lines before it

    @property
    def last_page(self) -> int:
        """The page that its end stands on."""
        return self.over[-1][0] if self.over else self.page


def parts_of(
    lines: Sequence[Line], regions: Sequence[Region], page: int, title_height: float | None, typed: bool
) -> list[Part]:
    """Paragraphs and tables of a page, in the order they are met; `title_height` is given for the first page only."""
    made: list[Part] = []
    pending: list[Line] = []
    done: set[int] = set()
    spaced = _leading(lines)
    front = page == 1  # title, names and addresses, before the text begins
    titled = False

    def flush() -> None:
        nonlocal front, titled
        front = front and not (pending and _BEGINS.match(pending[0].text))
        front = front and not (titled and sum(len(line.words) for line in pending) > _LONG)
        if pending:
            largest = title_height is not None and pending[0].height >= title_height
            titled = titled or largest
            made.append(Part(page, tuple(pending), title=largest, apart=front and typed))
        pending.clear()

    for line in lines:
        at = next((i for i, r in enumerate(regions) if any(r.holds(w) for w in line.words)), None)
        if at is not None:
            flush()
            if at not in done:
                done.add(at)
                if not regions[at].rows:
                    continue
                made.append(Part(page, table=regions[at]))
            rest = [w for w in line.words if not regions[at].holds(w)]
            if not rest:
                continue
            line = Line(tuple(rest))
        in_title = title_height is not None and bool(pending) and pending[-1].height >= title_height
        left_title = in_title and title_height is not None and title_height > line.height
        ended = front and titled and not typed and bool(pending) and _stopped_short(pending[-1], line, lines)
        if pending and (left_title or ended or _breaks(pending, line, spaced)):
            flush()
        pending.append(line)
    flush()
    return made


def _stopped_short(last: Line, line: Line, lines: Sequence[Line]) -> bool:
    """A line that ended though the next word would have fitted: names and addresses stand in lines of their own."""
    if abs(last.x0 - line.x0) < 2:
        flush = (x.x1 for x in lines if abs(x.x0 - last.x0) < 2 and x.height < last.height + _SAME)
        room = max(flush, default=last.x1) - last.x1
    else:
        return abs(last.x0 + last.x1 - line.x0 - line.x1) < 4  # centred, line by line
    first = line.words[0]
    needed = line.height if _HAN.match(first.text) else first.x1 - first.x0 + 1.2 * line.height
    return needed < room and not _HYPHEN.search(last.text)


def carried_on(parts: Sequence[Part]) -> list[Part]:
    """The parts, with paragraphs whole that the end of a column or page, a table or a figure broke off."""
    made = list(parts)
    i = 0
    while i < len(made):
        rest = _rest_of(made, i)
        if rest is None:
            i += 1
            continue
        a, b = made[i], made[rest]
        between = made[i + 1 : rest]
        above = [p for p in between if p.page <= a.last_page < b.page]
        over = (*a.over, *([(b.page, len(a.lines))] if b.page > a.last_page else []))
        whole = replace(a, lines=(*a.lines, *b.lines), over=over)
        made[i : rest + 1] = [*above, whole, *(p for p in between if p not in above)]
        i += len(above)
    return made


def _rest_of(parts: Sequence[Part], i: int) -> int | None:
    """Which part goes on with a paragraph that was broken off."""
    a = parts[i]
    if not _is_open(a):
        return None
    for j in range(i + 1, min(i + 1 + _FAR, len(parts))):
        b = parts[j]
        if b.page > a.last_page + 1:
            return None
        if b.table is not None or b.beside or _floats(b, a):
            continue
        return j if _goes_on(a, b, moved=j > i + 1 or b.page > a.last_page) else None
    return None


def _is_open(part: Part) -> bool:
    """A paragraph without an end."""
    if part.table is not None or part.title or part.apart or part.beside or not part.lines:
        return False
    first, last = part.lines[0].text, part.lines[-1].text
    if sum(len(line.words) for line in part.lines) < _WORDS or _ENDS.search(last.rstrip()):
        return False
    return not (HEADING.match(first) or CAPTION.match(first) or _FIGURE.match(first) or _ENTRY.match(first))


def _floats(b: Part, a: Part) -> bool:
    """Captions, notes and all that is set in smaller type than a paragraph."""
    first = b.lines[0]
    return bool(
        b.lines[0].height < a.lines[-1].height - _SAME or CAPTION.match(first.text) or _FIGURE.match(first.text)
    )


def _goes_on(a: Part, b: Part, *, moved: bool) -> bool:
    last, first = a.lines[-1], b.lines[0]
    below = first.top >= last.bottom - 1 and first.x0 < last.x1 and last.x0 < first.x1
    if b.title or b.apart or abs(first.height - last.height) > _SAME or (below and not moved):
        return False
    if _LISTED.match(first.text):
        return False
    if first.text[:1].islower():
        return True
    if HEADING.match(first.text) or _BEGINS.match(first.text) or _STATED.match(first.text):
        return False
    filled = len(a.lines) > 1 and last.x1 > max(x.x1 for x in a.lines[-6:]) - 0.3 * last.height
    return filled and (len(b.lines) > 1 or _ENDS.search(first.text) is not None)


_SPACED = 0.7  # of the type's height: the widest gap between lines of one paragraph, where they are not double spaced


def _leading(lines: Sequence[Line]) -> float:
    """The widest gap within a paragraph, in heights of its type; larger on a page that is double spaced."""
    gaps = sorted(
        (b.top - a.bottom) / a.height
        for a, b in pairwise(lines)
        if abs(a.height - b.height) < _SAME and a.x0 < b.x1 and b.x0 < a.x1 and len(b.words) >= _WORDS
    )
    usual = gaps[len(gaps) // 2] if len(gaps) >= _WORDS else 0.0
    return max(_SPACED, 1.2 * usual) if usual < _DOUBLE else _SPACED


_WIDER = 0.25  # of the type's height: by how much a line stands further from a heading than from its paragraph


def _breaks(pending: list[Line], line: Line, spaced: float) -> bool:
    """A new paragraph: a gap, an indent, other type, a caption, a heading, an entry of the reference list."""
    last = pending[-1]
    gap = line.top - last.bottom
    if gap > spaced * last.height or gap < -2 * last.height or abs(line.height - last.height) > 0.25 * last.height:
        return True
    if _CUT.search(last.text) and line.text[:1].isdigit():
        return False
    if (
        (CAPTION.match(line.text) and not ends_sentence(last.text, line.text))
        or HEADING.match(line.text)
        or _ENTRY.match(line.text)
        or (len(pending) == 1 and HEADING.match(last.text))
    ):
        return True
    if _headed(pending, line):
        return True
    if len(pending) == 1 and (_titled(last, line) or (NUMBERED.fullmatch(last.text) and _ends_short(last, line))):
        return True
    inner = last.top - pending[-2].bottom if len(pending) > 1 else gap
    if gap > inner + _WIDER * last.height and NUMBERED.fullmatch(line.text) and _ENDS.search(last.text):
        return True
    left = min(x.x0 for x in pending)
    stated = _STATED.match(line.text)
    ended = last.text.rstrip().endswith((".", ":", ";")) or stated is not None
    return (
        ended and (line.x0 - left > 0.8 * line.height or re.match(r"^(?:Hypothesis\s|H)\d", line.text) is not None)
    ) or (len(pending) > 1 and left - line.x0 > 0.8 * line.height and ended)


_HEADING_LINES, _HEADING_WORDS = 3, 14
_NAMES_SOMETHING = re.compile(r"[A-Z\d][^\n]*[^\W\d_]{4}")
_NO_HEADING_END = re.compile(r"[.,;:!?)\]](?:[\"”’]|\d)?$|\b(?:and|or|of|the|in|on|to|with|for|a|an|by)$")


def is_set_heading(lines: Sequence[Line]) -> bool:
    """Whether lines are a heading by their type: short, all in bold or italics, without the end of a sentence."""
    text = " ".join(line.text for line in lines)
    return (
        len(lines) <= _HEADING_LINES
        and all(line.set_off for line in lines)
        and len(text.split()) <= _HEADING_WORDS
        and _NAMES_SOMETHING.match(text) is not None
        and not _NO_HEADING_END.search(text)
        and not (
            _STATED.match(text)
            or _LABELLED.match(text)
            or CAPTION.match(text)
            or _FIGURE.match(text)
            or _STATISTIC.search(text)
        )
    )


_LABELLED = re.compile(r"(?:Hypothes[ie]s|Proposition|Research\s+Question|H|RQ|P)\s?\d{1,2}[a-z]?\b", re.IGNORECASE)
_STATISTIC = re.compile(r"[=<>→@]|\d\.\d{2}")


def _headed(pending: list[Line], line: Line) -> bool:
    """Whether a line stands under a heading that is told by its type alone, or begins one behind a sentence's end."""
    if line.set_off:
        return not pending[-1].set_off and is_set_heading([line]) and bool(_ENDS.search(pending[-1].text.rstrip()))
    return is_set_heading(pending) and not line.text[:1].islower()


def _titled(line: Line, below: Line) -> bool:
    """A heading without a number in the type of its paragraph: Words in Capitals that end before the margin."""
    words = [w for w in line.text.split() if len(w) > 3]
    return (
        len(words) > 1
        and all(w[0].isupper() for w in words)
        and len(line.text) < 80
        and re.search(r"[\d.,;:!?()@*†=&]", line.text) is None
        and _ends_short(line, below)
    )


def _ends_short(line: Line, below: Line) -> bool:
    """Whether a line ends before the margin over a line that begins a sentence."""
    return below.text[:1].isupper() and line.x1 < below.x1 - 3 * line.height


def joined_lines(lines: Sequence[Line]) -> str:
    """Lines as running text; a word cut at the end of a line is whole again."""
    text = ""
    for line in lines:
        shown = line.text
        if _HYPHEN.search(text) and shown[:1].islower():
            text = text[:-1] + shown
        elif _CUT.search(text) and shown[:1].isdigit():
            text = text + shown
        else:
            text = f"{text} {shown}" if text else shown
    return text
