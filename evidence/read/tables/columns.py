"""What each column announces and what its cells look like; headings and cells that ran together, taken apart."""

import re
from collections.abc import Sequence
from dataclasses import replace

from evidence.kept import kept
from evidence.read.late import late
from evidence.read.model import Cell
from evidence.read.tables.cells import Content, content
from evidence.read.tables.glyphs import plain
from evidence.read.tables.header import grouped, heading, is_qualifier, sequence, statistic
from evidence.read.tables.lines import Line, shown
from evidence.read.tables.relations import relation, verdict
from evidence.settled import settled

__all__ = ["Column", "Row", "described", "unfused"]

_NEVER_NUMBERS = frozenset({"category", "relation", "hypothesis", "from", "to"})


_SIZE = re.compile(r"\(?\s*[nN]\s?[1-9a-z]?\s?=\s?\d[\d, ]*\)?")
_TEXTUAL = frozenset(
    {
        "hypothesis",
        "relation",
        "from",
        "to",
        "via",
        "item",
        "construct",
        "category",
        "source",
        "verdict",
        "sign",
        "mediation",
    }
)


_WIDE = frozenset({"coef", "item", "construct", "n", "hypothesis", "verdict", "variance", "relation"})


_TAIL = late(
    r"^(?:values?|coeff?icients?|errors?|index|statistics?|levels?|estimates?|scores?|extracted|reliability"
    r"|deviation|alpha|α|\(.*\)|ratio|weights?|effects?)$",
    re.IGNORECASE,
)


@settled
class Column:
    """One column: what its header announces and what its cells look like."""

    index: int
    words: tuple[str, ...] = ()
    statistics: tuple[str, ...] = ()
    name: str = ""
    qualifiers: tuple[str, ...] = ()
    kind: str = "blank"  # "number" | "text" | "blank"
    threshold: bool = False

    @property
    def statistic(self) -> str | None:
        """The first statistic announced."""
        return self.statistics[0] if self.statistics else None


@settled
class Row:
    """One row of data and the headings it stands under."""

    cells: Line
    sections: tuple[str, ...] = ()

    def text(self, column: int) -> str:
        """The words of a cell without markup."""
        try:
            return self._texts[column]
        except IndexError:
            return ""

    @kept
    def _texts(self) -> tuple[str, ...]:
        return tuple(plain(cell.text) for cell in self.cells)

    def content(self, column: int) -> Content:
        """The numbers of a cell; a cell repeated by a span counts only where it begins."""
        return self._contents[column]

    @kept
    def _contents(self) -> tuple[Content, ...]:
        return tuple(content(cell.text if cell.origin else "") for cell in self.cells)


def described(index: int, header: list[Line], rows: Sequence[Row]) -> Column:
    """What a column is, by the words of its header and its cells."""
    words: list[str] = []
    for depth, line in enumerate(header):
        text = shown(line[index]) if index < len(line) else ""
        if not text and depth + 1 < len(header) and shown(header[-1][index]):
            text = _from_left(line, index, shown(header[-1][index]))
        if text and words and _SIZE.fullmatch(text) and not statistic(words[-1]):
            words[-1] = f"{words[-1]} ({text.strip('()')})"  # of whom, and below how many
        elif text and (not words or words[-1] != text):
            words += _parted(text) if depth + 1 == len(header) else [text]
    kind = _kind(index, rows)
    statistics, name, qualifiers = _announce(words, kind)
    body = [r.text(index) for r in rows]
    if statistics == ("n",) and sum(bool(n.decimals) for t in body for n in content(t).numbers[:1]) > len(body) / 2:
        statistics, name = (), words[-1]  # `Full sample`, over coefficients
    if not statistics and (told := _told_inside(body)):
        statistics, name, kind = told, "", "number"
    statistics = _one_coefficient(statistics, body)
    an_end = kind == "number" and statistics in (("to",), ("from",))
    if an_end and (words[-1].isupper() or (len(words) > 1 and not statistic(words[-1]))):
        statistics, name = (), words[-1]  # `DV` of a matrix; one of several outcomes under `Dependent variable`
    if statistics and (
        statistics[0] in _NEVER_NUMBERS
        or (statistics[0] in _TEXTUAL and any(t and not content(t).numeric for t in body))
    ):
        kind = "text"
    if statistics == ("verdict",) and "outcome" in " ".join(words).lower() and not any(verdict(t) for t in body):
        statistics = ("to",)
    if set(statistics) == {"from", "to"}:
        statistics = ("from",)  # the corner of a square: sources down, targets along
    if kind == "text" and (not statistics or statistics[0] in _VAGUE) and _all_verdicts(body):
        statistics, name = ("verdict",), ""
    if kind == "text" and statistics == ("coef",) and all(relation(t) for t in body if t):
        statistics = ("relation",)  # `Effects`, `Influence`, over arrows
    if not statistics and words and _MAY_BE_LIMIT.fullmatch(words[-1].strip()) and _bounds(body):
        statistics, name = ("threshold",), ""  # `Recommendation`, over `> .90`; over coefficients it is a construct
    if kind == "text" and statistics == ("threshold",) and not any(any(c.isdigit() for c in t) for t in body):
        statistics = ("to",)  # `Predictor | Criterion`: what is predicted
        return Column(index, tuple(words), statistics, name, qualifiers, kind)
    threshold = any(statistic(w) == "threshold" for w in words) or statistic(" ".join(words)) == "threshold"
    return Column(index, tuple(words), statistics, name, qualifiers, kind, threshold)


_MAY_BE_LIMIT = re.compile(r"(?:ideal|desired|acceptance|recommendations?|requirements?|guidelines?)", re.IGNORECASE)


def _bounds(texts: Sequence[str]) -> bool:
    """Whether most cells give a limit: `> .90`, `1-3`."""
    filled = [t for t in texts if t]
    return 2 * sum(bool(content(t).range or any(n.bound for n in content(t).numbers)) for t in filled) > len(filled)


_INSIDE = {
    "β": "beta",
    "beta": "beta",
    "b": "b",
    "t": "t",
    "z": "z",
    "cr": "t",
    "c.r.": "t",
    "p": "p",
    "se": "se",
    "s.e.": "se",
}


def _told_inside(texts: Sequence[str]) -> tuple[str, ...]:
    """Statistics that each cell names itself: `β = .07, t = 1.29, p = .199`."""
    first = next(filter(None, texts), "")
    if len(content(first).numbers) < 2:
        return ()
    told = [tuple(_INSIDE.get(n.name.lower().strip(" ,;"), "") for n in content(t).numbers) for t in texts if t]
    same = len(told) > 1 and len(set(told)) == 1 and len(told[0]) > 1 and all(told[0])
    return told[0] if same and told[0][0] in ("beta", "b") else ()


_NUMBERED = re.compile(r"(?P<model>(?:step|model|block|stage|equation)\s?\d{1,2}[a-z]?)[\s:,.]+(?P<what>\S.*)", re.I)


_CORRELATED = re.compile(r"(?P<name>[^\W\d]\S*(?: \S+){0,3}?)\s+(?P<what>r\s?\(p(?:[ -]?values?)?\))")


def _parted(text: str) -> list[str]:
    """`Step 1 B (SE)` is two headings in one cell: the model and what is printed of it."""
    if correlated := _CORRELATED.fullmatch(text):
        return [correlated["name"], correlated["what"]]  # `Joy r (p)`, over each column of a matrix
    match = _NUMBERED.fullmatch(text)
    return [match["model"], match["what"]] if match and len(heading(match["what"]).statistics) > 1 else [text]


def _one_coefficient(statistics: tuple[str, ...], texts: Sequence[str]) -> tuple[str, ...]:
    """A coefficient in words with its letter behind it (`Estimate (β)`), over cells that hold one number."""
    if len(statistics) != 2 or statistics[1] not in ("beta", "b"):
        return statistics
    if any(len(content(t).numbers) > 1 for t in texts):
        return statistics
    if statistics[0] == "coef":
        return statistics[1:]
    return statistics[:1] if statistics[0] in ("direct", "indirect", "total") else statistics


_VAGUE = frozenset({"difference", "t", "p", "coef", "sign", "mediation", "category", "source", "hypothesis"})
_JUDGED = re.compile(
    r"support|accept|reject|confirm|verif|approv|refut|corrobor|substant|sustain|upheld|retain|terima|tolak|acept|aceit|rechaz"
    r"|rejeit|suport|kabul|destek|bestätigt|gestützt|支持|成立|拒绝",
    re.IGNORECASE,
)


def _all_verdicts(texts: Sequence[str]) -> bool:
    """A column of verdicts, whatever it is called: `Test`, `Remark`, `Sig.`."""
    filled = [t for t in texts if t]
    return len(filled) >= 2 and all(verdict(t) and _JUDGED.search(t) for t in filled)


def _from_left(line: Line, index: int, below: str) -> str:
    """The heading that reaches over this column where the spans of a header were lost."""
    if any(not c.origin for c in line) and is_qualifier(below) != "model":
        return ""  # the spans are known; yet every model has an outcome
    left = next((shown(line[i]) for i in range(index - 1, 0, -1) if shown(line[i])), "")
    return "" if statistic(left) in _TEXTUAL else left


def _kind(index: int, rows: Sequence[Row]) -> str:
    contents = [content(r.cells[index].text) for r in rows if index < len(r.cells)]
    filled = [c for c in contents if not c.blank]
    if not filled:
        return "blank"
    if index == 0 and 2 * sum(_NAME_WITH_FIGURE.fullmatch(c.text.strip()) is not None for c in filled) > len(filled):
        return "text"
    numeric = sum(c.numeric or c.only_stars or c.range for c in filled)
    return "number" if numeric * 2 >= len(filled) else "text"


_NAME_WITH_FIGURE = re.compile(  # `3. Oven joy α = .84`, a name that brings its reliability along
    r"(?:\(?\d{1,2}[.)]?\s+)?[^\W\d_][^\d=]{2,60}?[\s,;(]+(?:Cronbach\S*\s+)?(?:α|[Aa]lpha|CR|AVE)\s*=\s*0?\.\d+\W*"
)


def _announce(words: Sequence[str], kind: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Statistics, name and qualifiers of a column from its headings, top to bottom."""
    if not words:
        return (), "", ()
    if kind == "text" and len(words) > 1 and statistic(words[0]) == "verdict" and content(words[-1]).numeric:
        return ("verdict",), words[-1], ()  # one verdict for each level of significance
    if kind == "number" and (told := _OF_AN_OUTCOME.fullmatch(words[-1])):  # `Joy, B (95% CI)`
        found = heading(told["what"]).statistics
        if len(found) > 1 and not statistic(told["of"]):
            return tuple(found), "", (*words[:-1], told["of"])
    for start in range(len(words) - 1, -1, -1):
        found = heading(" ".join(words[start:])).statistics
        if kind == "text":
            one = statistic(" ".join(words[start:]))
            found = (one,) if one and "verdict" not in found else found  # `p (decision)` keeps both
            found = ("relation",) if found[:1] == ("beta",) else found
        if not found or _named_below(words[start:], found):
            continue
        apart = grouped(words[start]) if kind == "number" and start == len(words) - 1 else None
        if apart and (apart[0],) == tuple(found):
            return tuple(found), "", (*words[:start], apart[1])
        if found[0] in _WIDE and start > 0:
            wider = heading(" ".join(words[start - 1 :])).statistics
            above = statistic(words[start - 1])
            if len(wider) >= len(found) and wider != found and wider[0] not in ("threshold",):
                return wider, "", tuple(words[: start - 1])
            if found[0] == "coef" and above in ("beta", "b"):
                return (above, *found[1:]), "", tuple(words[: start - 1])
        return found, "", tuple(words[:start])
    apart = grouped(words[-1]) if kind == "number" else None
    if apart:
        return (apart[0],), "", (*words[:-1], apart[1])
    for at, word in enumerate(words[:-1]):
        found = heading(word).statistics
        if found and found[0] not in ("construct", "hypothesis", "relation", "verdict", "category"):
            return found, words[-1], tuple(w for i, w in enumerate(words[:-1]) if i != at)
    return (), words[-1], tuple(words[:-1])


_OF_AN_OUTCOME = re.compile(  # `Joy, B (95% CI)`, `Joy B [95% CI]`
    r"(?P<of>[^\W\d_][^,;:()]{2,60}?)(?:[,;:]\s*|\s+(?=(?:B|b|β|Beta|beta|Coeff?\.?|Est\.?)\s*[(\[]))(?P<what>[^,;:]{1,10}\s*[(\[][^()\[\]]+[)\]])"
)


def _named_below(words: Sequence[str], found: tuple[str, ...]) -> bool:
    """Whether the first line alone announces the statistic, and the lines below it name something."""
    below = " ".join(words[1:])
    return (
        len(words) > 1
        and heading(words[0]).statistics == found
        and not heading(below).statistics
        and not _TAIL.match(below)
    )


def unfused(columns: list[Column], header: list[Line]) -> list[Column]:
    """Headings that ran together, or into the caption: as many statistics named as there are columns of numbers."""
    numeric = [c for c in columns if c.kind == "number" or (c.kind == "blank" and c.index > 1)]
    lost = [c for c in numeric if not c.statistics]
    if not lost or not header:
        return columns
    for line in reversed(header):
        runs = [sequence(shown(c)) for at, c in enumerate(line) if c.origin and not _names_words(c, at, columns)]
        named = [name for run in runs for name in run]
        numbered = any(name.isdigit() for name in named) and max(map(len, runs)) < 2  # `Model 1`, not `M SD 1 2 3`
        if len(named) == len(numeric) > 1 and len(set(named)) == len(named) and not numbered:
            given = dict(zip((c.index for c in numeric), named, strict=True))
            return [_given(c, given[c.index]) if c.index in given else c for c in columns]
    return columns


def _names_words(cell: Cell, at: int, columns: Sequence[Column]) -> bool:
    """A heading of a column of words, which announces no number."""
    said = heading(shown(cell)).statistics  # also of two: `Construct and items`
    if at >= len(columns) or columns[at].kind != "text" or not said:
        return False
    own = columns[at].statistics if len(said) == 1 else ()
    over_words = _OVER_WORDS.fullmatch(shown(cell)) is not None or (bool(own) and _TEXTUAL.issuperset(own))
    return _TEXTUAL.issuperset(said) or over_words


_OVER_WORDS = re.compile(r"(?:\w+\s+)?(?:paths?|effects?|influences?|links?|contrasts?)", re.IGNORECASE)


def _given(column: Column, name: str) -> Column:
    """A column with the heading that was found for it: a statistic, or a number."""
    if name.isdigit():
        return replace(column, words=(name,), statistics=(), name=name)
    return replace(column, statistics=(name,), name="")
