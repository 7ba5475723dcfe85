"""PDF: words by position; tables by rules and white space; running heads and text inside figures left out."""

import logging
import re
from collections import Counter
from io import BytesIO
from typing import Any

from evidence.errors import InputError
from evidence.read.characters import by_pdfium
from evidence.read.clear import clear
from evidence.read.compose import CAPTION, Composer
from evidence.read.model import Source
from evidence.read.pages import Line, Region, Word, body_words, ends_in_table, lines_of, reading_order, regions_of
from evidence.read.pages.regions import Rule
from evidence.read.reader import DocumentFormat

__all__ = ["READER", "to_source"]

_MOST_PAGES = 400
_MOST_OBJECTS = 400_000
_REFERENCES = re.compile(
    r"^\W*(?:[IVX\d]+\.?\s*)?(?:references|bibliography|literature cited|参考文献)\W*$", re.IGNORECASE
)
_HEADING = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}\.|[IVX]{1,4}\.)\s+[A-Z][^.,;]{2,90}$|^(?:abstract|introduction|methods?|results|discussion|conclusions?)$",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^(?:\[\d{1,3}\]|\d{1,3}\.\s)")


def _recognises(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


def to_source(data: bytes) -> Source:
    """The pages as text in reading order with tables."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # a broken font is not the user's concern
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise InputError(
                    f"the PDF has {len(pdf.pages)} pages", why="no paper is that long", todo="split it into papers"
                )
            return _compose([_page(page) for page in pdf.pages], pdf.metadata or {})
    except InputError:
        raise
    except PDFPasswordIncorrect:
        raise InputError("the PDF is locked with a password", todo="save it without the password") from None
    except RecursionError:
        raise InputError(
            "the PDF cannot be read", why="its objects are nested too deeply", todo="print it to a new PDF"
        ) from None
    except Exception as broken:  # pdfminer raises whatever a broken file makes it raise
        why = " ".join(str(broken).split())[:120] or type(broken).__name__
        raise InputError("the PDF cannot be read", why=why, todo="get it again, or print it to a new PDF") from None


class _Page:
    """What is kept of a page; pdfplumber's own objects are let go at once to save memory."""

    def __init__(self, words: list[Word], rules: list[Rule], width: float, height: float) -> None:
        self.words, self.rules, self.width, self.height = words, rules, width, height


def _page(page: Any) -> _Page:
    if sum(len(v) for v in page.objects.values()) > _MOST_OBJECTS:
        page.close()
        return _Page([], [], float(page.width), float(page.height))
    outside = page
    if page.images or any(kind == "figure" for kind in page.objects):
        outside = page
    drawn = _in_figures(page)
    if drawn and len(page.chars) - len(drawn) > 300:
        outside = page.filter(
            lambda o: o["object_type"] != "char" or (round(o["x0"], 1), round(o["top"], 1), o["text"]) not in drawn
        )
    words = [
        Word(w["text"], float(w["x0"]), float(w["x1"]), float(w["top"]), float(w["bottom"]))
        for w in outside.extract_words(
            x_tolerance_ratio=0.15, y_tolerance=2, use_text_flow=False, keep_blank_chars=False
        )
    ]
    made = _Page(body_words(words, float(page.height)), _rules(page), float(page.width), float(page.height))
    page.close()
    return made


def _in_figures(page: Any) -> set[tuple[float, float, str]]:
    """Characters drawn inside figures: labels of diagrams, and pages pasted in and cut to a picture."""
    from pdfminer.layout import LTChar, LTFigure

    found: set[tuple[float, float, str]] = set()
    stack: list[tuple[Any, bool]] = [(o, False) for o in page.layout]
    height = float(page.height)
    while stack and len(found) < 100_000:
        item, inside = stack.pop()
        if isinstance(item, LTFigure):
            stack.extend((o, True) for o in item)
        elif inside and isinstance(item, LTChar):
            found.add((round(item.x0, 1), round(height - item.y1, 1), item.get_text()))
    return found


def _rules(page: Any) -> list[Rule]:
    """Horizontal lines, pieces on one height joined."""
    pieces = sorted(
        (round(float(e["top"]), 0), float(e["x0"]), float(e["x1"]))
        for e in page.edges
        if e["orientation"] == "h" and e["x1"] - e["x0"] > 3
    )
    rules: list[Rule] = []
    for y, x0, x1 in pieces:
        if rules and abs(rules[-1].y - y) <= 1 and x0 <= rules[-1].x1 + 4:
            rules[-1] = Rule(rules[-1].x0, max(rules[-1].x1, x1), rules[-1].y)
        else:
            rules.append(Rule(x0, x1, y))
    return [r for r in rules if r.x1 - r.x0 > 20]


def _compose(pages: list[_Page], info: dict[str, Any]) -> Source:
    running = _running_heads(pages)
    composer = Composer()
    if not any(p.words for p in pages):
        raise InputError(
            "the PDF holds no text", why="its pages are pictures", todo="run it through OCR first (ocrmypdf)"
        )
    references = goes_on = False
    title_height = _title_height(pages)
    for number, page in enumerate(pages, 1):
        start = composer.length
        words = [w for w in page.words if not _is_running(w, page, running)]
        lines = reading_order(words, page.width)
        regions = regions_of(lines, words, page.rules, goes_on)
        goes_on = ends_in_table(lines, regions)
        references = _write(composer, lines, regions, number, references, title_height if number == 1 else None)
        composer.pages.append((start, composer.length))
    meta: dict[str, str | list[str]] = {"running": _first_head(pages, running)}
    title = str(info.get("Title") or "").strip()
    if len(title.split()) >= 4 and not re.search(r"\.(?:docx?|pdf|tex|indd)\b|^Microsoft", title):
        meta["page_title"] = title
    return composer.source(meta)


def _title_height(pages: list[_Page]) -> float | None:
    """The largest type of the first page, where a few words are set in it."""
    words = [w for w in pages[0].words if w.top < 0.6 * pages[0].height and len(w.text) > 1]
    if not words:
        return None
    usual = sorted(w.height for w in words)[len(words) // 2]
    for height in sorted({round(w.height, 1) for w in words}, reverse=True):
        if height < 1.15 * usual:
            return None
        if sum(w.height >= height - 0.3 for w in words) >= 4:
            return height - 0.3
    return None


def _first_head(pages: list[_Page], running: set[str]) -> str:
    """The running head and foot of the first page: journal, volume and year often stand only there."""
    page = pages[0]
    edge = [w for w in page.words if w.bottom < page.height * 0.1 or w.top > page.height * 0.92]
    return "\n".join(line.text for line in lines_of(edge) if _plain(line.text) in running)


def _running_heads(pages: list[_Page]) -> set[str]:
    """Lines at the top or foot that come back on page after page, whatever their page number."""
    counts: Counter[str] = Counter()
    for page in pages:
        edge = [w for w in page.words if w.bottom < page.height * 0.1 or w.top > page.height * 0.92]
        counts.update({_plain(line.text) for line in lines_of(edge)})
    enough = max(3, len(pages) // 3)
    return {text for text, n in counts.items() if n >= enough or (n >= 2 and len(pages) <= 4 and len(text) > 3)}


def _plain(text: str) -> str:
    return re.sub(r"\d+|\s+", "#", text)


def _is_running(word: Word, page: _Page, running: set[str]) -> bool:
    if not (word.bottom < page.height * 0.1 or word.top > page.height * 0.92):
        return False
    edge = [w for w in page.words if abs(w.middle - word.middle) < 0.6 * word.height]
    text = " ".join(w.text for w in sorted(edge, key=lambda w: w.x0))
    return _plain(text) in running or text.strip().isdigit()


def _write(
    composer: Composer,
    lines: list[Line],
    regions: list[Region],
    number: int,
    references: bool,
    title_height: float | None,
) -> bool:
    """Paragraphs and tables of a page, in the order they are met."""
    pending: list[Line] = []
    done: set[int] = set()

    def flush() -> None:
        nonlocal references
        text = clear(_joined(pending)).text.strip()
        largest = bool(pending) and title_height is not None and pending[0].height >= title_height
        pending.clear()
        if not text:
            return
        kind, level = ("title", 1) if largest and len(text.split()) >= 3 else _kind(text, references)
        if kind == "heading":
            references = bool(_REFERENCES.match(text))
        composer.block(kind, text, level, page=number)

    for line in lines:
        at = next((i for i, r in enumerate(regions) if any(r.holds(w) for w in line.words)), None)
        if at is not None:
            flush()
            if at not in done:
                done.add(at)
                region = regions[at]
                caption, notes = (clear(_joined(list(part))).text for part in (region.caption, region.notes))
                rows = [[_cleared(cell) for cell in row] for row in region.rows]
                composer.table(rows, caption, notes, page=number)
            rest = [w for w in line.words if not regions[at].holds(w)]
            if not rest:
                continue
            line = Line(tuple(rest))
        if pending and _breaks(pending, line):
            flush()
        pending.append(line)
    flush()
    return references


def _cleared(cell: Any) -> Any:
    from dataclasses import replace

    return replace(cell, text=" ".join(clear(cell.text).text.split()))


def _breaks(pending: list[Line], line: Line) -> bool:
    """A new paragraph: a gap, an indent, other type, a caption, a heading, an entry of the reference list."""
    last = pending[-1]
    gap = line.top - last.bottom
    if gap > 0.7 * last.height or gap < -2 * last.height or abs(line.height - last.height) > 0.25 * last.height:
        return True
    if (
        CAPTION.match(line.text)
        or _HEADING.match(line.text)
        or _ENTRY.match(line.text)
        or (len(pending) == 1 and _HEADING.match(last.text))
    ):
        return True
    left = min(x.x0 for x in pending)
    ended = last.text.rstrip().endswith((".", ":", ";")) or bool(re.match(r"^(?:Hypothesis|H)\s?\d", line.text))
    return (
        ended and (line.x0 - left > 0.8 * line.height or re.match(r"^(?:Hypothesis\s|H)\d", line.text) is not None)
    ) or (len(pending) > 1 and left - line.x0 > 0.8 * line.height and ended)


def _joined(lines: list[Line]) -> str:
    """Lines as running text; a word cut at the end of a line is whole again."""
    text = ""
    for line in lines:
        shown = line.text
        if re.search(r"[a-z]-$", text) and shown[:1].islower():
            text = text[:-1] + shown
        else:
            text = f"{text} {shown}" if text else shown
    return text


def _kind(text: str, references: bool) -> tuple[str, int]:
    if CAPTION.match(text) and len(text) < 300:
        return "caption", 0
    if (_HEADING.match(text) or _REFERENCES.match(text)) and len(text) < 100:
        return "heading", 1
    return ("reference", 0) if references else ("paragraph", 0)


READER = DocumentFormat("pdf", "1", (".pdf",), "application/pdf", _recognises, to_source, by_pdfium)
