"""Rows that name an effect but not its ends: `Total effect`, `Trust` under `Mediator`, `Low (-1 SD)`; the caption names them.

PROCESS and most tables of mediation print so. Where caption, heading and rows leave the ends open, nothing is read.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace
from typing import Literal

from evidence.read.late import late
from evidence.read.tables.caption_ends import STOP, VIA, named_by, tidy
from evidence.read.tables.chinese_ends import chinese_about, chinese_through, speaks_chinese
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.glyphs import plain
from evidence.read.tables.relations import Relation, hypothesis_label, relation
from evidence.read.tables.stated import is_difference, is_level, level_of, levels
from evidence.read.tables.under_outcomes import KINDS, on_outcome, onto, slopes
from evidence.read.tables.view import View, named
from evidence.read.tables.ways import ends_over, one_mediation, round_mediators

__all__ = ["completed", "drawn"]

_WHOLE = late(
    r"(?:the\s+)?(?:(?:unconditional|conditional|simple|average|overall)\s+)?(?:(?:un)?standardi[sz]ed\s+)?(?P<kind>total\s+indirect|total\s+direct|total|(?:specific\s+)?indirect|direct|mediat(?:ion|ing|ed))(?:\s+effects?)?(?:\s*\([^()]*\))?"
    r"(?:\s+of\s+(?P<a>[XM]\w?|[^()]{2,40}?)\s+on\s+(?P<b>Y|[^()]{2,40}?)|\s+of\s+(?P<of>[^()]{2,40}?))?(?:\s*\([^()]*\))?(?:\s*[,:–-]?\s*(?:via|through|by)\s+(?P<m>.{2,60}))?",
    re.IGNORECASE,
)
_WHOLE_CHINESE = late(
    r"(?:有?条件的?)?(?:(?P<m>(?!有?条件)[\u4e00-\u9fff]{2,12}?)的?)?(?P<kind>总(?=效)|直接|总间接|(?:特定)?间接|(?:部分)?中介)(?:效应|作用|影响)(?:值|量)?(?:\s*[（(:：].*)?"
)
# A level behind or before the name of its moderator: `Salt −1 SD`, `Salt: low`, `Salt = 3.2`, `at high salt`.
_LEVEL_OF = late(
    r"(?:at\s+)?[^\W\d_][\w\s'’-]{1,50}?\s*(?:[:=,(–-]\s*|\s)(?:[-−–+]\s?[123]\s*s\.?d\.?.*|m(?:ean)?(?:\s*[-−–+±].*)?|average|low|high|medium|moderate|[-−–]?\d+\.\d+)\W*"
    r"|at\s+(?:very\s+)?(?:low|high|mean|average|medium|moderate)(?:er)?\s.{2,50}",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[XYMWZ]\d?")


def completed(view: View, stated: list[Relation | None]) -> list[Relation | None]:
    """The relations of the rows, with the ends that only the caption, a heading or the other rows name."""
    whole = _with_ends(view, stated)
    at = levels(view)
    if not at:
        return whole
    told = [level_of(row, at[0]) for row in view.panel.rows]
    return [
        None if is_difference(text) else replace(r, condition=text or r.condition) if r else r
        for r, text in zip(whole, told, strict=True)
    ]


def _with_ends(view: View, stated: list[Relation | None]) -> list[Relation | None]:
    if not any(r is None or _LETTER.fullmatch(r.source) or _LETTER.fullmatch(r.target) for r in stated):
        return stated
    about = chinese_about(view) if speaks_chinese(view) else named_by(view.panel.caption)
    about = about or _over_stub(view) or _of_one_on_one(view) or one_mediation(view)
    if about is None and (sloped := slopes(view)):
        return [found or of for found, of in zip(stated, sloped, strict=True)]
    stated = _under_drawn(view, stated) if about is None else stated
    stated = round_mediators(view, stated, about) if _indirect_alone(view) else stated
    ends = {
        (r.source, r.target)
        for r, row in zip(stated, view.panel.rows, strict=True)
        if r and (r.kind in ("indirect", "total") or _SORTED.match(_label(view, row)))
    }
    if about is None and len(ends) == 1:
        about = Relation(*ends.pop())
    rows = list(zip(view.panel.rows, stated, strict=True))
    stated = [found or (_through_the_others(view, row, rows) if about is None else None) for row, found in rows]
    rows = list(zip(view.panel.rows, stated, strict=True))
    through = VIA.search(plain(view.panel.caption)) if about is None and _indirect_alone(view) else None
    if through:  # `Conditional indirect effects through trust`, which the paper draws elsewhere
        about = _chained(view, through["m"])
    by_mediator = about is None or (bool(about.via) and speaks_chinese(view))
    if by_mediator and view.panel.of("via") and _effect_told(_above(view)) == "indirect":
        middles = [row.text(view.panel.of("via")[0].index) for row in view.panel.rows]
        return [
            found or chinese_through(view, middle) or _chained(view, middle)
            for (_, found), middle in zip(rows, middles, strict=True)
        ]
    return _conditional(
        [_row(view, row, found, about, label) for (row, found), label in zip(rows, _labels(view), strict=True)]
    )


def _labels(view: View) -> list[str]:
    """What each row is called; a sort of effect that is said once holds for the levels beside the empty cells below it."""
    told: list[str] = []
    above = ""
    stub = _stub(view)[0].index if levels(view) and _stub(view) else None
    for row in view.panel.rows:
        own = row.text(stub) if stub is not None else ""
        above = (own if _WHOLE.fullmatch(own) else "") if own or stub is None else above
        told.append(_label(view, row) if own or not above else above)
    return told


def _under_drawn(view: View, stated: list[Relation | None]) -> list[Relation | None]:
    """Levels of a moderator that follow a row with a relation of its own: `Salt → Crust → Joy`, `Low`, `High`."""
    whole: list[Relation | None] = []
    last: Relation | None = None
    for row, found in zip(view.panel.rows, stated, strict=True):
        label = _label(view, row)
        own = next((r for s in row.sections if (r := named_by(s) or drawn(s))), None)
        if found is not None:
            last = found if drawn(label) else None
        elif own is None and last and is_level(label) and _IN_WORDS.search(label):
            found = replace(last, condition=label)
        elif not _INDEX.match(label):
            last = None
        whole.append(found)
    return whole


_INDEX = re.compile(r"(?:the\s+)?index\s+of|difference|contrast", re.IGNORECASE)


def _over_stub(view: View) -> Relation | None:
    """The relation that the heading of the first column draws: `Path: salt → joy` over `Direct effect`."""
    heading = next((c.words[-1] for c in _stub(view)[:1] if c.words), "")
    return named_by(heading) or drawn(heading)


_EFFECTS_ON = re.compile(
    rf"\b(?:effects?|influences?|impacts?)(?:\s*\([^()]*\))?\s+(?:on|upon)\s+(?:the\s+)?(?P<b>[^.;:,\[\]()]{{2,60}}?){STOP}",
    re.IGNORECASE,
)


def _of_one_on_one(view: View) -> Relation | None:
    """`Direct and indirect effects on joy` over `Direct effect of salt`, where all rows that name one name the same."""
    on = _EFFECTS_ON.search(plain(view.panel.caption))
    told = [m["of"] for row in view.panel.rows if (m := _WHOLE.fullmatch(_label(view, row))) and m["of"]]
    return Relation(tidy(told[0]), tidy(on["b"])) if on and len({t.lower() for t in told}) == 1 else None


def _indirect_alone(view: View) -> bool:
    return _effect_told(view.panel.caption.lower()) == "indirect"


_INDIRECT = re.compile(
    r"(?:the\s+)?(?:total\s+|standardi[sz]ed\s+)*(?:indirect|mediat(?:ed|ion|ing))\s+effects?(?:\s*\([^()]*\))?(?:\s+(?:via|through)\s+(?P<m>.+))?",
    re.I,
)


def _through_the_others(view: View, row: Row, rows: list[tuple[Row, Relation | None]]) -> Relation | None:
    """`Indirect effect` below humour → trust, trust → joy and humour → joy: the one way round that these rows draw."""
    told = _INDIRECT.fullmatch(_label(view, row))
    if told is None:
        return None
    direct = {(r.source, r.target) for other, r in rows if r and r.kind == "direct" and other.sections == row.sections}
    ways = [(a, m, b) for a, m in direct for n, b in direct if n == m and (a, b) in direct]
    ways = [way for way in ways if not told["m"] or way[1].lower() == told["m"].strip().lower()]
    return Relation(ways[0][0], ways[0][2], (ways[0][1],), "indirect") if len(ways) == 1 else None


def _above(view: View) -> str:
    """Caption and headings of a table."""
    return " ".join((view.panel.caption, *(w for c in view.panel.columns for w in c.words))).lower()


_ARROW = r"\s*(?:→|⇒|-{1,2}>|—>|–>)\s*"
_END = r"[^\n→⇒>|,，;；。.:：()（）]{2,60}?"


def _chained(view: View, middle: str) -> Relation | None:
    """The relation that a mediator stands in, where the paper draws it with arrows and always between the same two."""
    middle = named(middle)[0]
    if len(middle) < 2:
        return None
    key = ("chain", middle)
    if key not in view.worked_out:
        stop = r"(?=\s*(?:\n|\t|$|[|,，;；。.:：(（]))"
        shown = re.findall(rf"({_END}){_ARROW}{re.escape(middle)}{_ARROW}({_END}){stop}", view.text)
        ends = {(tidy(a), tidy(b)) for a, b in shown}
        view.worked_out[key] = Relation(*ends.pop(), (middle,), "indirect") if len(ends) == 1 else None
    found: Relation | None = view.worked_out[key]
    return found


_SORTED = re.compile(r"(?:the\s+)?(?:total|direct|indirect)\s+effects?\s+of\b", re.IGNORECASE)


def _conditional(found: list[Relation | None]) -> list[Relation | None]:
    """Indirect effects at levels of a moderator go through what the one indirect effect of the table goes through."""
    ways = {r.via for r in found if r and r.kind == "indirect" and not r.condition}
    if len(ways) != 1 or not (via := ways.pop()):
        return found
    return [replace(r, via=via) if r and r.kind == "indirect" and r.condition and not r.via else r for r in found]


_BEFORE_ENDS = re.compile(
    r"^(?:(?:conditional\s+)?(?:(?:in)?direct\s+)?effects?\s*(?:of\s+|[:,–—-]\s*)|(?:path|relation(?:ship)?)s?\s*[:–—-]\s*)",
    re.IGNORECASE,
)


_AT_LEVELS = re.compile(r"(?<=\w)\s+(?:at|when|given|conditional\s+on|depending\s+on)(?:\s[^→⇒>]{0,60})?[:,]?$")


def drawn(heading: str) -> Relation | None:
    """The relation that a heading draws with arrows, above rows that are its levels: `Salt → Crust → Joy`."""
    text = _AT_LEVELS.sub("", _BEFORE_ENDS.sub("", plain(heading)))
    found = relation(text) if re.search(_ARROW, text) else None
    if found is None:
        return None
    return Relation(tidy(found.source), tidy(found.target), tuple(tidy(middle) for middle in found.via))


_IN_WORDS = re.compile(r"low|high|mean|medium|average|sd\b|[低中高]", re.IGNORECASE)
_CONDITIONAL = late(
    r"conditional|simple slope|moderat|at (?:different )?(?:levels|values)|调节|简单斜率|不同.{1,14}(?:水平|条件|情境)|条件(?:间接|中介)"
)


def _row(view: View, row: Row, found: Relation | None, about: Relation | None, label: str) -> Relation | None:
    about = next((r for s in reversed(row.sections) if (r := named_by(s) or drawn(s))), about)
    about = about or on_outcome(view, row)
    if found is not None:
        return _lettered(view, found, about)
    if towards := onto(view, label):
        return towards
    if not _WHOLE.fullmatch(label) and (ends := ends_over(row, label)):
        return Relation(tidy(ends[0]), tidy(ends[1]), ends[2], "indirect")
    if about is None or is_difference(label):
        return None
    whole = _WHOLE.fullmatch(label) or _WHOLE_CHINESE.fullmatch(label)
    if whole:
        kind = KINDS.get(" ".join(whole["kind"].lower().split()), "indirect")
        if label.lower() == "total" and _effect_told(view.panel.caption.lower()) == "indirect":
            return replace(about, via=(), kind="indirect")
        via = whole.groupdict().get("m")
        every = "total" in whole["kind"].lower() or whole["kind"].startswith("总")
        through = (tidy(via),) if via and kind == "indirect" else () if kind != "indirect" or every else about.via
        return replace(about, via=through, kind=kind)
    above = " ".join((view.panel.caption, *row.sections)).lower()
    told = _effect_told(row.sections[-1].lower() if row.sections else "") or _effect_told(above)
    conditional = _CONDITIONAL.search(above) or _levels_alone(
        [t for r in view.panel.rows for c in _stub(view) if (t := r.text(c.index))]
    )
    conditional = conditional or any(VIA.match(plain(s)) for s in row.sections)  # `Via calm`, over levels
    if conditional and (is_level(label) or _LEVEL_OF.fullmatch(label)):
        middle = next((m for s in reversed(row.sections) if (m := VIA.search(plain(s)))), None)
        kind = told or ("indirect" if middle or about.via or _indirect_as_a_whole(view) else "direct")
        via = (tidy(middle["m"]),) if middle else about.via
        return replace(about, via=via if kind == "indirect" else (), kind=kind, condition=label)
    if told == "indirect" and view.panel.of("via") and not about.via:
        return replace(
            about, via=() if re.match(r"(?:total|sum)\b", label, re.IGNORECASE) else (tidy(label),), kind=told
        )
    return None


def _indirect_as_a_whole(view: View) -> bool:
    """Whether the one effect named beside its levels is an indirect one."""
    wholes = {m["kind"].lower() for row in view.panel.rows if (m := _WHOLE.fullmatch(_label(view, row)))}
    return len(wholes) == 1 and "indirect" in next(iter(wholes))


def _levels_alone(labels: list[str]) -> bool:
    """Whether rows are labelled by levels of something, in words, and by nothing else but the effect as a whole."""
    told = [t for t in labels if not is_difference(t) and not _WHOLE.fullmatch(t)]
    return len(set(told)) >= 2 and all(is_level(t) and _IN_WORDS.search(t) for t in told)


def _label(view: View, row: Row) -> str:
    """The words a row begins with, behind the label of a hypothesis."""
    label = next((t for c in _stub(view) if (t := row.text(c.index))), "")
    return hypothesis_label(label)[1] or label


def _stub(view: View) -> list[Column]:
    return [c for c in view.panel.columns[:2] if c.kind == "text"] or [
        c for c in view.panel.columns[:1] if not c.statistics
    ]


def _effect_told(text: str) -> Literal["direct", "indirect"] | None:
    indirect, direct = (re.search(p, text) for p in (r"\bindirect\b|\bmediat|间接|中介", r"\bdirect\b|直接"))
    return "indirect" if indirect and not direct else "direct" if direct and not indirect else None


def _lettered(view: View, found: Relation, about: Relation | None) -> Relation | None:
    """`X on Y` with the names that the caption or the notes give these letters."""
    meant = dict(view.legend.meanings)
    if about:
        meant = {"X": about.source, "Y": about.target, **({"M": about.via[0]} if about.via else {}), **meant}
    ends = [found.source, found.target]
    if not any(_LETTER.fullmatch(e) for e in (*ends, *found.via)):
        return found
    long = [meant.get(e, e) if _LETTER.fullmatch(e) else e for e in (*ends, *found.via)]
    via = tuple(long[2:]) or (about.via if about and found.kind == "indirect" else ())
    return replace(found, source=long[0], target=long[1], via=via)
