"""Markdown: converted and typed papers, with pipe tables, HTML tables and formulas."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from evidence.read.captioned import CAPTION, NOTE
from evidence.read.characters import untagged
from evidence.read.clear import cleared
from evidence.read.compose import Composer, RawCell
from evidence.read.decode import decode, is_text
from evidence.read.dialects import bordered, drawn_tables, without_marks
from evidence.read.flat import Flat, flattened, furniture
from evidence.read.headings import heads_references
from evidence.read.html import compose_fragment
from evidence.read.inline import parser, words_of
from evidence.read.lines_in_cells import row_for_each_line
from evidence.read.model import Source
from evidence.read.raised import without_raised
from evidence.read.reader import DocumentFormat
from evidence.read.typed.cut_words import with_whole_words
from evidence.read.typed.tabular import as_html

__all__ = ["READER", "to_source"]

_HTML_TABLE = re.compile(
    r"<(?:html>\s*<body>\s*<)?table\b.*?</table>(?:\s*</body>\s*</html>)?", re.DOTALL | re.IGNORECASE
)
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_ANCHOR = re.compile(r"<(?P<tag>span|a)\b[^<>|]*>\s*</(?P=tag)>", re.IGNORECASE)  # where a converter's links lead
# A line that ends in a value, or in a verdict or the diagonal behind values.
_BARE_ROW = re.compile(
    r"^[^|\n]{2,120}\s\S{0,3}\d?[.,]\d+\S{0,4}(?:\s+\*{1,3})?"
    r"(?:\s+(?:(?:not )?supported|rejected|accepted|yes|no|不?支持|不?成立|不?接受|拒绝|是|否|[✓√×✗]|1))?\s*$",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"[.,]\d")  # of which each has one
_FEWEST = 3  # rows that make a table
_LONGEST_ROW = 300  # characters
# A formula as some converters set it, `\\( {}^{1} \\)`; typed text hides its brackets so without a formula.
_IN_PARENTHESES = re.compile(
    r"\\\(\s*(?P<formula>(?=(?:(?!\\[()])[^\n$]){0,300}?(?:\\[A-Za-z]|(?<!\\)[\^_{]))(?:(?!\\[()])[^\n$]){1,300}?)\s*\\\)"
)
_ANY_IN_PARENTHESES = re.compile(r"\\\(\s*(?P<formula>(?:(?!\\[()])[^\n$]){1,300}?)\s*\\\)")
_WORD = re.compile(r"(?<!\\)\b[A-Za-z]{3,}\b")
_FEW_WORDS = 2  # of a formula: `\\(SE\\)`, `\\(M diff\\)`
_FORMULA = re.compile(r"\$\$?[^$\n]{1,400}\$\$?")


def _recognises(head: bytes) -> bool:
    if not is_text(head):
        return False
    return bool(re.search(rb"(?m)^#{1,4} \S|^\|.*\|\s*$|^\*\*\S", head))


def to_source(data: bytes) -> Source:
    """Blocks and tables of a Markdown file; the text is what a reader would see."""
    text = decode(data)
    meta: dict[str, str | list[str]] = {}
    front = _FRONT.match(text)
    if front:
        meta = _front_matter(front[1])
        text = text[front.end() :]
    text = without_raised(_ANCHOR.sub("", text)) if "</" in text else text
    text = _BAR_IN_CAPTION.sub(r"\g<label>\\|", text) if "|" in text else text
    text = _LONE_SIGN.sub(r"\g<sign>", text) if "\\(" in text or "$" in text else text
    text = as_html(text)
    text = _with_formulas(text) if "\\(" in text else text
    composer = Composer()
    state = {"references": False}
    position = 0
    for table in _HTML_TABLE.finditer(text) if "<table" in text.lower() else ():
        _stretch(text[position : table.start()], composer, state)
        compose_fragment(table[0], composer)
        position = table.end()
    _stretch(text[position:], composer, state)
    return with_whole_words(composer.source(meta))


_LONE_SIGN = re.compile(  # `\\(-\\)0.02`, `$<$ .001`
    r"(?<!\d)(?<!\d\s)(?:\\\(\s*|\$\s?)(?P<sign>[-−<>=≤≥])(?:\s*\\\)|\s?\$)(?:(?<=[-−]\$)\s?|(?<=[-−]\\\))\s?)?(?=\s?\.?\d)"
)


def _with_formulas(text: str) -> str:
    """Formulas between dollars; where the brackets of some cannot be typed ones, those of all are of formulas."""
    all_of_them = list(_ANY_IN_PARENTHESES.finditer(text))
    sure = len(_IN_PARENTHESES.findall(text))
    worded = any(len(_WORD.findall(m["formula"])) > _FEW_WORDS for m in all_of_them)
    pattern = _ANY_IN_PARENTHESES if sure > 1 and not worded else _IN_PARENTHESES
    return pattern.sub(r"$\g<formula>$", text)


# `| TABLE 2 | Reliability. Item | Loading |`: the bar of a caption in a heading parts no cells.
_BAR_IN_CAPTION = re.compile(
    r"^(?P<label>\|\s*(?:table|tab\.)\s*(?:[A-Z]?\d+|[IVX]+)\s*)\|(?=\s*[^|\s][^|\n]*\|[^\n]*\n\|\s*:?-{2,})",
    re.I | re.M,
)


def _stretch(text: str, composer: Composer, state: dict[str, bool]) -> None:
    """A stretch without HTML tables: tables drawn with dashes or left as bare lines, and what is around them."""
    lines: list[tuple[str, int]] = []
    start = 0
    for line in text.split("\n"):
        lines.append((line, start))
        start += len(line) + 1
    bare = sum(_is_bare_row(line) for line, _ in lines)
    drawn = drawn_tables(lines)
    inside = frozenset(i for at, table in drawn.items() for i in range(at, table.stop))
    found = _flattened(lines, lambda at: at in inside or lines[at][0].count("|") > 1) if bare >= _FEWEST else {}
    found = {at: flat for at, flat in found.items() if lines[at][0].count("|") < 2}  # no caption in a table's heading
    for at, ruled in drawn.items():
        last = lines[ruled.stop - 1]
        found[at] = Flat(ruled.rows, None, (lines[at][1], last[1] + len(last[0])), ruled.stop)
    position = 0
    for at, table in sorted(found.items()):
        start = min(lines[at][1], table.caption[0]) if table.caption else table.span[0]
        if start < position:
            continue
        _compose(text[position:start], composer, state)
        caption = cleared(text[slice(*table.caption)]).strip() if table.caption else ""
        rows = [[replace(c, text=_shown(c.text)) for c in row] for row in table.rows]
        composer.table(rows, " ".join(caption.split()).strip("*_ "))
        position = table.span[1]
    _compose(text[position:], composer, state)


# Marks that a converter escapes, lest they be read as Markdown: `.12\\*\\*`, `p \\< .05`, `\\[.02, .11\\]`.
_ESCAPED = re.compile(r"\\(?=[*_\[\]<>~#+.!\-])")


def _is_bare_row(line: str) -> bool:
    return len(line) < _LONGEST_ROW and _DECIMAL.search(line) is not None and bool(_BARE_ROW.search(_unescaped(line)))


def _unescaped(line: str) -> str:
    return _ESCAPED.sub("", line) if "\\" in line else line


def _flattened(lines: list[tuple[str, int]], aligned: Callable[[int], bool]) -> dict[int, Flat]:
    """The tables left as bare lines, read as they are shown and placed where they are written."""
    if not any("\\" in line for line, _ in lines):
        return flattened(lines, furniture(lines), aligned)
    shown: list[tuple[str, int]] = []
    dropped: list[int] = []  # of each escape, where the mark behind it is shown
    for line, start in lines:
        begin = start - len(dropped)
        dropped += [start + m.start() - len(dropped) - k for k, m in enumerate(_ESCAPED.finditer(line))]
        shown.append((_unescaped(line), begin))

    def written(span: tuple[int, int]) -> tuple[int, int]:
        return span[0] + bisect_left(dropped, span[0]), span[1] + bisect_left(dropped, span[1])

    return {
        at: replace(flat, caption=flat.caption and written(flat.caption), span=written(flat.span))
        for at, flat in flattened(shown, furniture(shown), aligned).items()
    }


_BOLD = re.compile(r"(?<![\w\\*])\*\*(?=[^\s*])(.+?)(?<=[^\s\\*])\*\*(?![\w*])")
_RAISED = re.compile(r"\^((?:\\?[*†‡+]|[a-z]){1,4})\^")  # `0.19^\*\*^`
_ESCAPED_STAR = re.compile(r"\\(?=\*)")


def _shown(cell: str) -> str:
    """A cell without what sets it in bold or raises it; its own stars stay.

    >>> _shown("**Trust**"), _shown("0.27\\\\*\\\\*\\\\* (0.07)"), _shown("0.19^\\\\*\\\\*^ / 0.06")
    ('Trust', '0.27*** (0.07)', '0.19** / 0.06')
    """
    return cleared(_ESCAPED_STAR.sub("", _RAISED.sub(r"\1", _BOLD.sub(r"\1", without_marks(cell)))))


def _front_matter(block: str) -> dict[str, str | list[str]]:
    meta: dict[str, str | list[str]] = {}
    people: list[str] = []
    listing = False  # the people of `author:`, each in a line of their own
    for line in block.splitlines():
        one = _PERSON.match(line) if listing else None
        listing = one is not None or (listing and line.startswith(" ")) or _PEOPLE.fullmatch(line) is not None
        if one:
            people.append(one["name"].strip(" \"'"))
        key, colon, value = line.partition(":")
        value = value.strip().strip("\"'[]")
        if (
            colon
            and value
            and key.strip().lower() in ("title", "doi", "date", "journal", "author", "authors", "keywords")
        ):
            name = {"date": "published", "journal": "venue", "author": "authors"}.get(
                key.strip().lower(), key.strip().lower()
            )
            meta[name] = [v.strip(" \"'") for v in value.split(",")] if name in ("authors", "keywords") else value
    return {**meta, "authors": people} if people else meta


_PEOPLE = re.compile(r"authors?:\s*", re.IGNORECASE)
_PERSON = re.compile(r"\s*-\s+(?:name:\s*)?(?P<name>[^:]+)")


# `_2.2.3. Resilience_`, `**2.2 Measures**`: the headings of a conversion that has no other marks for them.
_NUMBERED = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3})(?!.*(?:\bH\d|[Hh]ypothesis \d))"
    r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[^\W\d_][^\n=<>|]{1,78}(?<![.:;,])(?P=mark)"
)


def _compose(text: str, composer: Composer, state: dict[str, bool]) -> None:
    """One stretch of Markdown without HTML tables, block by block."""
    text = bordered(without_marks(text))
    # formulas first: their underscores and backslashes mean nothing to Markdown
    if "$" in text:
        text = _FORMULA.sub(lambda m: cleared(m[0]).replace("*", "\\*").replace("_", "\\_").replace("<", "\\<"), text)
    text = _one_headed(text)
    tokens = parser().parse(text)
    i = 0
    in_item = 0
    while i < len(tokens):
        token = tokens[i]
        if token.type in ("list_item_open", "list_item_close"):
            in_item += 1 if token.type.endswith("open") else -1
        if token.type == "table_open":
            stop = next(j for j in range(i, len(tokens)) if tokens[j].type == "table_close")
            _table(tokens[i:stop], composer)
            i = stop
        elif token.type == "inline":
            numbered = tokens[i - 1].type == "paragraph_open" and _NUMBERED.fullmatch(token.content.strip())
            heading = tokens[i - 1].type == "heading_open" or bool(numbered)
            level = (4 if numbered else int(tokens[i - 1].tag[1])) if heading else 0
            _block(
                words_of(token), "heading" if heading else "item" if in_item else "paragraph", level, composer, state
            )
        elif token.type in ("code_block", "fence"):
            _block(token.content, "paragraph", 0, composer, state)
        elif token.type == "html_block":
            compose_fragment(token.content, composer) if re.search(
                r"\w", re.sub(r"<[^>]*>", "", token.content)
            ) else None
        i += 1


_BAR = re.compile(r"(?<!\\)\|")
_RULED = r"\s*(?::-+:?|-+:|-{2,})\s*"
_DIVIDER = re.compile(rf"\s*\|?{_RULED}(?:\|{_RULED})+\|?\s*")
_DIVIDER_OF_ONE = re.compile(rf"\s*\|{_RULED}\|\s*")


def _one_headed(text: str) -> str:
    """Tables with several lines of headings over their divider, or none: the divider comes under the first line.

    Markdown allows one line of headings and no row longer than it; converters print as many as the paper has, and
    tables without a divider.
    """
    if "\n|" not in text and not text.startswith("|"):
        return text
    out: list[str] = []
    run: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.lstrip().startswith("|") and line.count("|") > 1:
            run.append(line)
            continue
        out += _under_first(run)
        run = []
        out.append(line)
    return "\n".join(out[:-1])


def _under_first(run: list[str]) -> list[str]:
    if all(line.count("|") == 2 for line in run) and any(map(_DIVIDER_OF_ONE.fullmatch, run)):
        return run  # a table of one column
    at = next((i for i, line in enumerate(run) if _DIVIDER.fullmatch(line)), None)
    if len(run) < 2 or at == 0 or (at is None and len(run) < 3):
        return run
    body = [line for line in run if not _DIVIDER.fullmatch(line)]
    width = max(len(_BAR.findall(line)) for line in body) - 1
    if at == 1 and len(_BAR.findall(run[0])) > width:
        return run
    first = body[0].rstrip()
    return [first + " |" * (width + 1 - first.count("|")), "|" + "---|" * width, *body[1:]]


def _block(text: str, kind: str, level: int, composer: Composer, state: dict[str, bool]) -> None:
    shown = cleared(text).strip()
    if not shown:
        return
    if kind == "heading":
        state["references"] = heads_references(shown)
    if len(shown) < 300 and CAPTION.match(shown):
        kind = "caption"
    elif kind == "paragraph" and len(shown) < 600 and NOTE.match(shown):
        kind = "note"
    elif state["references"] and kind in ("paragraph", "item"):
        kind = "reference"
    composer.block(kind, shown, level)


def _table(tokens: list[Any], composer: Composer) -> None:
    rows: list[list[RawCell]] = []
    for i, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            header = tokens[i - 1].type == "th_open"
            rows[-1].append(RawCell(cleared(words_of(token)), header=header))
    composer.table([one for row in rows for one in row_for_each_line(row)])


READER = DocumentFormat(
    "markdown", "1", (".md", ".markdown", ".mdown"), "text/markdown", _recognises, to_source, untagged
)
