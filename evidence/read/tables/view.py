"""What a kind of table is shown, and what it fills in: a panel with its words, and drafts that note each place.

`Kind` is the extension point: a module of `kinds/` that defines `KIND` is found and used; nothing else is edited.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeVar

from evidence.kept import kept
from evidence.read.model import Cell
from evidence.read.partial import Abbreviations, Findings, Found
from evidence.read.tables.cells import Content, Number
from evidence.read.tables.columns import Row
from evidence.read.tables.glyphs import plain
from evidence.read.tables.header import statistic
from evidence.read.tables.legend import Legend, legend, places_told, sentences_naming
from evidence.read.tables.panel import Panel
from evidence.read.waves import of_wave
from evidence.records import Hypothesis, Printed
from evidence.settled import settled

__all__ = ["CODE", "ENOUGH", "Draft", "Kind", "View", "named", "weigh", "without_role"]

ENOUGH = 0.6  # what must speak for a kind before it reads; below, an unlucky reading is likelier than a right one

T = TypeVar("T")
CODE = re.compile(r"[A-Za-z\u0370-\u04ff][A-Za-z\u0370-\u04ff_&\-]{0,11}[ ._\-]?\d{1,3}[a-zA-Z]?(?:\s?\(R\))?[*†]?")


_expression = lru_cache(maxsize=None)(re.compile)  # of those that the kinds of tables ask for


@settled
class View:
    """One panel, the text it stands in, and the paper's own abbreviations."""

    panel: Panel
    text: str
    names: Abbreviations
    variables: tuple[str, ...] = ()  # of the last correlation matrix before it
    hypotheses: tuple[Hypothesis, ...] = ()  # as the text states them
    before: tuple[str, frozenset[str]] | None = None  # what the last regression predicted, from what
    worked_out: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)  # by those who ask

    @kept
    def legend(self) -> Legend:
        """What its notes explain."""
        return legend(self.panel.notes, self.panel.caption)

    @kept
    def square_legend(self) -> Legend:
        """What its notes explain of a square, or else the running text."""
        own = self.legend
        if own.diagonal or own.above or own.below or self.panel.span is None:
            return own
        told: dict[str, Any] = {**places_told(self.text, self.panel.label, self.panel.span)}
        return replace(own, **told)

    def told(self, words: str) -> bool:
        """Whether a sentence of the running text that names this table holds an expression."""
        return any(_expression(words).search(said.lower()) for said in self.naming)

    @kept
    def naming(self) -> tuple[str, ...]:
        """The sentences of the running text that name this table."""
        return tuple(sentences_naming(self.text, self.panel.label, self.panel.span))

    @kept
    def labels(self) -> frozenset[str]:
        """The first words of each row, in lower case."""
        return frozenset(self.panel.stub(row).lower() for row in self.panel.rows)

    @kept
    def where(self) -> str:
        """The name other parts of the record know the table by."""
        label = self.panel.label.strip(" .:")
        return label or "table"

    def says(self, words: str) -> bool:
        """Whether caption or notes hold an expression."""
        return _expression(words).search(self.panel.about) is not None

    def captioned(self, words: str) -> bool:
        """Whether the caption holds an expression."""
        return _expression(words).search(self.panel.titled) is not None

    def meaning(self, mark: str) -> str | None:
        """What a letter behind a number stands for: its notes, the paper's abbreviations, or a note further down."""
        known = self.legend.meanings.get(mark) or self.names.long.get(mark)
        if known or self.panel.span is None:
            return known
        below = self.text[self.panel.span[1] : self.panel.span[1] + 4000]
        said = re.search(rf"(?<![\w.]){re.escape(mark)}\s*[:=]\s*([A-Za-z][A-Za-z \-]{{3,60}})[;,.]", below)
        return said[1].strip() if said else None

    def statement(self, label: str) -> str | None:
        """A hypothesis as the text announces it: what follows its label, up to the end of the sentence."""
        return statements(self.text).get(label)

    def place(self, cell: Cell, number: Number) -> tuple[int, int] | None:
        """The characters of the document that print this number."""
        if cell.span is None:
            return None
        start, end = cell.span
        if end - start == len(cell.text):
            return start + number.at[0], start + number.at[1]
        digits = cell.text[number.at[0] : number.at[1]]
        before = cell.text[: number.at[0]].count(digits)
        at = start - 1
        for _ in range(before + 1):
            at = self.text.find(digits, at + 1, end)
            if at < 0:
                return None
        return at, at + len(digits)


@lru_cache(maxsize=4)
def statements(text: str) -> dict[str, str]:
    """The hypotheses a document announces as `H1: ...`, by label; without those it announces in two ways."""
    found: dict[str, set[str]] = {}
    for match in re.finditer(r"(?<!\w)([HP]\d{1,2}[a-z]?)\s?[:.)]\s*([A-Z][^.;:()\n]{8,200})\.", text):
        found.setdefault(match[1], set()).add(match[2].strip())
    return {label: said.pop() for label, said in found.items() if len(said) == 1}


@dataclass
class Draft:
    """A piece of a record being filled in, with the place of every number put into it."""

    view: View
    values: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    repaired: bool = False

    def put(self, name: str, cell: Cell, number: Number | None, text: str | None = None) -> bool:
        """Write a number into a field; the first one stands."""
        if number is None or name in self.values or Printed(number.text).parsed is None:
            return False
        self.values[name] = Printed(text or number.text)
        self.note(name, cell, number)
        return True

    def note(self, pointer: str, cell: Cell, number: Number) -> None:
        """Remember where a number was printed."""
        place = self.view.place(cell, number)
        if place:
            self.spans[pointer] = place
        self.repaired = self.repaired or number.repaired

    def found(self, cls: type[T], confidence: float, **more: Any) -> Found[T]:
        """The finished piece."""
        made = cls(**{**more, **self.values})
        sure = round(min(1.0, confidence) * (0.8 if self.repaired else 1.0), 3)
        return Found(made, dict(self.spans), self.view.where, sure, self.view.panel.page)


@settled
class Kind:
    """A kind of table: how much speaks for it, and what it says.

    Of the kinds of one family only the likeliest reads a panel; kinds of different families read side by side.
    """

    name: str
    family: str
    score: Callable[[View], float]
    read: Callable[[View], Findings]


def weigh(*evidence: tuple[float, "bool | Callable[[], bool]"]) -> float:
    """The sum of what speaks for a kind (and against it, with negative weights), from 0 to 1.

    What takes long to tell is given as a question, and asked in its turn only while the rest can still make it enough;
    of what is not enough, nobody asks how much it is.
    """
    most = sum(weight for weight, holds in evidence if (weight > 0 if callable(holds) else holds))
    told: list[float] = []
    for weight, holds in evidence:
        if callable(holds):
            if most < ENOUGH - _ROUNDING:
                return 0.0
            holds = holds()
            most -= abs(weight) if holds is (weight < 0) else 0.0
        if holds:
            told.append(weight)
    return max(0.0, min(1.0, sum(told)))


_ROUNDING = 1e-9  # the weights are sums of tenths, which floats hold nearly


_CITATION = re.compile(
    r"\s*(?:[(\[](?=[^()]*[A-Z][a-z])[^()]*\b(?:19|20)\d\d[a-z]?\b[^()]*[)\]])"
)  # `Trust (Doe, 2010)`
# `Trust (TR) – Doe et al. (2010)`, `Trust – adapted from Doe (2010)`, `Trust – self-developed`
_SOURCE = re.compile(
    r"\s+[–—-]\s+(?:(?:adapted|adopted|taken|based|modified)\s+(?:from|on|by)\s.*|self-?\s?developed|[A-Z][\w'’-]+[^()\[\]\d]{0,50}[(\[](?:(?:19|20)\d\d[a-z]?[)\]].*|\d{1,3}\]))$"
)
_SHORT = re.compile(r"^(?P<long>.{3,}?)\s*[(（\[](?P<short>[^\s()（）]{1,10}|[A-Z][\w\- ]{0,9})[)）\]]$")


_FIGURES = re.compile(  # `Trust (α = .86)`, `Trust, Cronbach’s α = .86; CR = .88`, `Trust – composite reliability: .88`
    r"[\s,;:(\[–—]+(?=(?:(?:cronbach|mcdonald)(?:['’‘´`]?s)?\s*(?:coefficient\s*)?(?:alpha|omega|[αωa])?"
    r"|(?:coefficient\s+)?(?:alpha|omega|[αω])|(?:cr|ca|ave|eigen ?value|rho(?:_a)?|ρ(?:_a)?)"
    r"|(?:mean|m|s\.?d\.?)(?=\s*=)"
    r"|(?:composite|construct|scale)?\s*reliability|internal\s+consistency|average\s+variance\s+extracted)"
    r"(?:\s*\([\w.]{1,3}\))?\s*(?:coefficient|value)?(?:\s*[=:：＝]\s*[\dO.]|\s0?\.\d\d))",
    re.IGNORECASE,
)


_REMARK = re.compile(
    r"\s*[(（\[](?:mean\b[^()]*|[^()]*\bmean[ -]cent(?:er|re)[^()]*"
    r"|[^()]*(?:=|items?\b|\bdeleted|\bmean\s+\d)[^()]*)[)）\]]",
    re.IGNORECASE,
)
_NUMBERING = re.compile(  # `3. Trust`, `3 Trust`, `3信任`, but no count: `3年`
    r"^\(?\d{1,2}(?:[.):、．]\)?\s*(?=\D)|\s+(?=[^\W\d])|(?=[\u4e00-\u9fff])(?!\s*(?:[点级项题个月岁人次天周维]|年(?!级|龄)|小时|分钟)))"
)
_NUMBERED = re.compile(
    r"^(?:[XYMWZ]\d?\s*:\s*(?=[^\W\d])|(?:F|Factor|Construct|Dimension|Variable)\s?\d{1,2}\s*[:.\-]\s*|(?:Factor|Construct|Dimension)\s?[:：]\s+)"
)
_UNIT = re.compile(  # `Age (years)`, `Use (hours a day)`
    r"\s*[(\[](?:in\s+)?"
    r"(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|miles?|percent|per cent|%|岁|年|小时)"
    r"(?:\s*(?:/|per|a|an|each)\s*(?:day|week|month|year))?[)\]]$",
    re.IGNORECASE,
)
_COVARIATE = re.compile(  # `Age (control)`, `Third year (ref. second year)`, `Night work (vs. day work)`
    r"\s*\((?:(?:covariate|control)(?:\s+variable)?|ref(?:erence|\.)?(?:\s+(?:group|category))?\s*:?\s+[^()]*|vs\.?\s+[^()]*|dummy[^()]*)\)$",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(r"\s*[(\[]\d{1,2}[)\]]$")
_BRACKETS = frozenset("([（")
_STARRED = re.compile(r"(?<=[a-z)])[*†‡]+$")


@lru_cache(maxsize=8192)
def without_role(name: str) -> str:
    """A name without what the variable is there for.

    >>> without_role("Age (control)"), without_role("Trust (T)")
    ('Age', 'Trust (T)')
    """
    return _COVARIATE.sub("", name) if "(" in name else name


def closed(name: str) -> str:
    """A name whose bracket was cut with the figures in it.

    >>> closed("Trust (wave 1; "), closed("Trust ("), closed("Trust (T)")
    ('Trust (wave 1)', 'Trust', 'Trust (T)')
    """
    if name.count("(") <= name.count(")"):
        return name
    name = name.strip(" ,;:–—-")
    return name[:-1].strip() if name.endswith("(") else f"{name})"


def named(text: str) -> tuple[str, str | None]:
    """A construct's name and the abbreviation printed behind it; numbering and remarks go.

    >>> named("Bread gap (BGap)"), named("3. Trust"), named("Chores (Mean = 2.5)")
    (('Bread gap', 'BGap'), ('Trust', None), ('Chores', None))
    >>> named("Bread gap (BGap) – Crumb and Salt (2010)")
    ('Bread gap', 'BGap')
    """
    text = plain(text).strip(" :：")
    whole, text = text, _FIGURES.split(text)[0]
    text = closed(text) if text != whole else text
    text = _SOURCE.sub("", text) if " – " in text or " - " in text or " — " in text else text
    bracketed = not _BRACKETS.isdisjoint(text)
    text = _REMARK.sub("", text) if bracketed else text
    text = _NUMBERING.sub("", text)
    text = _NUMBERED.sub("", text)
    text = _UNIT.sub("", _NUMBER_BEHIND.sub("", without_role(text))) if bracketed else text
    text = _STARRED.sub("", text).strip(" :：")
    text = _CITATION.sub("", text).strip() if bracketed else text
    match = _SHORT.match(text) if bracketed else None
    if (
        match
        and statistic(match["long"]) in (None, "verdict")  # `Verification (VER)` may be what is measured
        and re.search(r"[A-Z]|[a-z]{2}", match["short"])
        and not _SCALE.fullmatch(match["short"])
        and of_wave(text) is None  # `Joy (T1)`
        and _abbreviates(match["short"], match["long"])
    ):
        return match["long"].strip(), match["short"].strip()
    return text, None


_SCALE = re.compile(r"log|ln|sqrt|std|lg|log10|z", re.IGNORECASE)  # how a variable was measured, and no short name


def _abbreviates(short: str, long: str) -> bool:
    letters = [c for c in short.lower() if c.isalpha()]
    if not letters or len(short) >= len(long):
        return False
    at = 0
    lower = long.lower()
    hits = 0
    for c in letters:
        found = lower.find(c, at)
        if found >= 0:
            at = found + 1
            hits += 1
    if short.islower() and len(short) > 4 and short not in lower:
        return hits == len(letters)  # `Job satisfaction (jobsat)`, not `Joy (within)`
    return hits >= 0.6 * len(letters) or short.isupper()


def contents(row: Row, columns: "list[Any]") -> list[Content]:
    """The contents of some columns of a row."""
    return [row.content(c.index) for c in columns]
