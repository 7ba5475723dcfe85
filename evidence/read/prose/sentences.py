"""Running text in sentences, each knowing its section and where its characters stood."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from evidence.kept import kept
from evidence.read.captioned import speaks_of_table
from evidence.read.clear import Clear, clear
from evidence.read.model import Block, Grid, Source
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.decimal_commas import pointed, prints_commas
from evidence.read.prose.labels import may_name
from evidence.read.prose.line_ends import with_whole_words
from evidence.read.prose.lowered import in_lower
from evidence.read.prose.outline import introducing, outline
from evidence.settled import settled

__all__ = ["Passage", "Sentence", "beside_tables", "passages", "sentences"]

Span = tuple[int, int]

_LONG_CAPTION = 500  # a converter that lost the end of a caption runs the text into it
_LONGEST = 20_000
_LONGEST_SENTENCE = 3_000  # beyond it stand lists of data, not claims
_P_AND_NUMBER = re.compile(r"P\d")
_PROPOSED = re.compile(r"(?:^|[.:;]\s+|\n)(?:[Pp]roposition\s\d[a-z]?\s)?\(?P(?P<n>\d)[a-z]?\)?\s*[.:–—]\s+[A-Z][a-z]")
_HYPOTHESISED = re.compile(r"H1(?<![A-Za-z]..)[a-z]?\b")
_FIGURE = re.compile(r"\W*(?:fig(?:ure|\.)|图)", re.IGNORECASE)
_RUNNING = frozenset(("paragraph", "item", "abstract"))
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|et al|cf|vs|fig|figs|tab|eq|eqs|no|vol|pp?|dr|mr|ms|prof|approx|resp|hyp|sig|std|est|ed|eds|st|d\.f|s\.e|s\.d|c\.i)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)
_ENDS = frozenset(
    [
        "al",
        "cf",
        "vs",
        "ig",
        "gs",
        "ab",
        "eq",
        "qs",
        "no",
        "ol",
        "pp",
        "dr",
        "mr",
        "ms",
        "of",
        "ox",
        "sp",
        "yp",
        "td",
        "st",
        "ed",
        "ds",
    ]
)  # of those without points
_LONGEST_ABBREVIATED = 12  # characters before the point, one more than any has
_STOP = re.compile(
    r"[.!?。;\n](?:(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9\u0370-\u03ff\u4e00-\u9fff])|(?<=[。;!?])(?=\S)|(?<=\n)(?=\(?[HP][oOaA]?\s?\d|Hypothesis\s|Proposition\s))"
)


@settled
class Passage:
    """A paragraph (or what a page break made of it), cleared of markup."""

    clear: Clear
    section: str
    page: int | None
    kind: str
    heads: str = "H"  # the letters that name hypotheses in this document
    chain: tuple[str, ...] = ()  # the headings it stands under, outermost first, as far as they can be trusted
    early: bool = False  # between the introduction and the first part on the paper's own work

    @property
    def text(self) -> str:
        """The words."""
        return self.clear.text

    @kept
    def labelled(self) -> bool:
        """Whether a hypothesis may be named in it."""
        return may_name(self.text)


@settled
class Sentence:
    """A sentence inside its passage."""

    text: str
    start: int
    passage: Passage
    lower: str  # the text in lower case, character by character: quicker to search than with case ignored
    cues: int  # which families of patterns may have something to find, see `cues`

    @property
    def section(self) -> str:
        """The nearest heading above."""
        return self.passage.section

    @property
    def heads(self) -> str:
        """The letters that name hypotheses in its document."""
        return self.passage.heads

    @property
    def page(self) -> int | None:
        """The page it begins on."""
        return self.passage.page

    def span(self, start: int, end: int) -> Span:
        """The place in the document of a stretch of this sentence."""
        return self.passage.clear.span(self.start + start, self.start + end)

    @property
    def whole(self) -> Span:
        """The place of all of it."""
        return self.span(0, len(self.text))


def passages(source: Source) -> tuple[Passage, ...]:
    """The running text of a document; captions, notes, references and headings are left out."""
    found: list[Passage] = []
    section = ""
    chain: tuple[str, ...] = ()
    chains = outline(source)
    introduced = frozenset(introducing(chains))
    early = False
    commas = prints_commas(_beside_grids(source))
    open_blocks: list[Block] = []

    def close() -> None:
        if open_blocks:
            start, end = open_blocks[0].span[0], open_blocks[-1].span[1]
            cleared = clear(source.text[start:end], start, emphasis=source.marked)
            cleared = with_whole_words(cleared, source.text)
            flat = Clear(_flat(cleared.text, commas), cleared.at)
            page, kind = open_blocks[0].page, open_blocks[0].kind
            found.extend(Passage(piece, section, page, kind, chain=chain, early=early) for piece in _pieces(flat))
            open_blocks.clear()

    for i, block in enumerate(source.blocks):
        if block.kind in ("heading", "title"):
            close()
            section = source.of(block).strip()
            chain = chains.get(i, ())
            early = i in introduced
        elif block.kind in _RUNNING or _runs_on(source, block):
            if open_blocks and not _goes_on(source, open_blocks[-1], block):
                close()
            open_blocks.append(block)
        elif block.kind == "reference":
            close()
    close()
    return _with_kinds(_with_propositions(found))


def _beside_grids(source: Source) -> str:
    """The text without its tables, which a program may have made that prints its decimals in another way."""
    kept, at = [], 0
    for start, end in sorted(g.span for g in source.grids if g.span):
        kept.append(source.text[at:start])
        at = max(at, end)
    return "".join((*kept, source.text[at:]))


_FIT_GIVEN = re.compile(r"(?:χ|[Cc]hi|CFI|RMSEA|GFI|SRMR)[^.;=]{0,16}=\s*\d?\d*\.\d")


def _gives_fit(caption: str) -> bool:
    """The caption of a figure of the model, or of a table that says how the model fits."""
    return bool(_FIGURE.match(caption) or _FIT_GIVEN.search(caption))


def _runs_on(source: Source, block: Block) -> bool:
    """A caption into which the text ran, or a sentence that was taken for one."""
    long = block.span[1] - block.span[0] > _LONG_CAPTION
    return block.kind == "caption" and (long or speaks_of_table(source.of(block)))


def beside_tables(source: Source) -> tuple[Passage, ...]:
    """Notes, and captions of figures, which are no running text but give the fit of a model."""
    blocks = [
        b
        for b in source.blocks
        if b.kind == "note" or (b.kind == "caption" and _gives_fit(source.of(b)) and not _runs_on(source, b))
    ]
    captions = {g.notes_span: g.caption for g in source.grids if g.notes_span}
    places = {b.span: b.page for b in blocks} | {g.notes_span: g.page for g in source.grids if g.notes_span}
    places |= {span: g.page for g in source.grids if (span := _last_line(g))}
    found = []
    commas = bool(places) and prints_commas(_beside_grids(source))
    for (start, end), page in sorted(places.items()):
        cleared = clear(source.text[start:end], start, emphasis=source.marked)
        flat = Clear(_flat(cleared.text, commas), cleared.at)
        found.append(Passage(flat, captions.get((start, end), ""), page, "note"))
    return tuple(found)


def _last_line(grid: Grid) -> Span | None:
    """A table's last row, where it is one cell that says how the model fits."""
    filled = [cell for cell in grid.rows[-1] if cell.origin and cell.text.strip()] if grid.rows else []
    return filled[0].span if len(filled) == 1 and _FIT_GIVEN.search(filled[0].text) else None


def _with_propositions(found: list[Passage]) -> tuple[Passage, ...]:
    """A paper that announces `P1. ...` and `P2. ...`, and no H1, names its hypotheses with a P."""
    announced = {m["n"] for p in found if _P_AND_NUMBER.search(p.text) for m in _PROPOSED.finditer(p.text)}
    if not {"1", "2"} <= announced or any(_HYPOTHESISED.search(p.text) for p in found):
        return tuple(found)
    return tuple(replace(p, heads="HP") for p in found)


_NULLS = re.compile(r"H(?<![A-Za-z].)(?P<sign>[oO0₀])[\s_:.-]?[1-9][a-z]?(?!\w)")
_OF_TWO_KINDS = re.compile(r"H[oO0₀aA]")  # in each of the two
_ALTERNATIVES = re.compile(r"H(?<![A-Za-z].)[aA][1-9][a-z]?\s*[:.–—]")


def _with_kinds(found: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """A paper that states null hypotheses (`H01`, `Ho1`), or alternatives (`Ha1`), sets them apart by their heads."""
    texts = [p.text for p in found if _OF_TWO_KINDS.search(p.text)]
    nulls = {m[0]: m["sign"] for text in texts for m in _NULLS.finditer(text)}
    lettered = len([sign for sign in nulls.values() if sign != "0"]) > 1
    if nulls and (lettered or any("null hypothes" in p.text.lower() for p in found)):
        found = tuple(replace(p, heads=f"{p.heads}0") for p in found)
    if sum(len(_ALTERNATIVES.findall(text)) for text in texts) > 1:
        found = tuple(replace(p, heads=f"{p.heads}a") for p in found)
    return found


def _pieces(flat: Clear) -> Iterator[Clear]:
    """A paragraph of bearable length; what a converter ran together without end is cut."""
    for start in range(0, len(flat.text), _LONGEST):
        yield (
            flat
            if len(flat.text) <= _LONGEST
            else Clear(flat.text[start : start + _LONGEST], flat.at[start : start + _LONGEST])
        )


_LINE_BREAK = re.compile(
    r"\n(?!\s*\(?(?:[HP][oOaA]?\s?\d|(?:Hypothesis|Proposition)\s+(?:\d|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[IVX]+)\b)))"
    r"|(?<![.:;?!])\n(?=\s*\((?:[HP]\s?|Hypothesis\s)\d{1,2}[a-z]?\)\s*[.,;])"  # it ends what the line above says
)


def _flat(text: str, commas: bool) -> str:
    """Line breaks as spaces, except before a listed hypothesis, and decimal commas as points; nothing changes its length."""
    text = _LINE_BREAK.sub(" ", text).replace("\t", " ").replace("\u3000", " ")
    return pointed(text) if commas else text


def _goes_on(source: Source, above: Block, below: Block) -> bool:
    """A paragraph cut by a page break: the first part does not end, the second starts in the middle."""
    if above.kind != below.kind or source.text[above.span[1] : below.span[0]].strip():
        return False
    end, start = source.of(above).rstrip()[-1:], source.of(below).lstrip()[:1]
    return end not in ".?!:;。!?;:" and (start.islower() or start in "(,=<" or (start.isdigit() and end in "=,<"))


def sentences(passages_: tuple[Passage, ...]) -> tuple[Sentence, ...]:
    """Every sentence, in order."""
    return tuple(chain.from_iterable(map(_split, passages_)))


def _split(passage: Passage) -> Iterator[Sentence]:
    text = passage.text
    start = 0
    for stop in (*_STOP.finditer(text), None):
        at, end = stop.span() if stop else (len(text), len(text))
        if stop and text[at] == "." and _abbreviated(text, start, at):
            continue
        raw = text[start:end]
        shown = raw.strip()
        if shown and len(shown) <= _LONGEST_SENTENCE:
            lower = in_lower(shown)
            spaced = " ".join(lower.split()) if "  " in lower or "\n" in lower else lower
            begin = start + (len(raw) - len(raw.lstrip()) if raw[0] != shown[0] else 0)
            yield Sentence(shown, begin, passage, lower, SENTENCES.within(spaced))
        start = end


def _abbreviated(text: str, start: int, at: int) -> bool:
    """Whether the point at a place ends an abbreviation."""
    last = text[at - 2 : at].lower() if at > 1 else ""
    if last and last[0].isalnum() and last not in _ENDS:
        return False  # as most words
    return _ABBREVIATED.search(text[max(start, at - _LONGEST_ABBREVIATED) : at + 1]) is not None
