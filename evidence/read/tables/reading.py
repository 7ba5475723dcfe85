"""All tables of a document, each given to the kinds that know it.

A table that looks relevant and that nothing could read is listed as unread.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from evidence.read.model import Grid, Source
from evidence.read.partial import Abbreviations, Findings, Found, together
from evidence.read.tables.carried import CONTINUED, joined
from evidence.read.tables.glyphs import plain
from evidence.read.tables.legend import legend
from evidence.read.tables.panel import Panel, panels
from evidence.read.tables.stated import is_level
from evidence.read.tables.view import ENOUGH, Kind, View
from evidence.records import Conventions, Hypothesis, Path, Printed, Unread
from evidence.registry import members

__all__ = ["classify", "understand"]

_RELEVANT = re.compile(
    r"path (?:coefficient|analysis)|hypothes[ie]s|structural model|reliabilit|\bave\b|cronbach|loadings?\b"
    r"|goodness|model fit|fit ind|correlation"
    r"|discriminant|regression|mediat|indirect effect|multi-?group|fsqca|configuration|moderat"
    r"|信度|路径|相关|拟合|交互|效应",
    re.IGNORECASE,
)


_STUDIES = re.compile(
    r"(?:(?:previous|prior|earlier|selected|reviewed) )?(?:stud(?:y|ies)|authors?(?:\(s\))?|papers?|articles?"
    r"|references?|sources?|citations?|literature|publications?)(?: ?[(/&,] ?(?:years?|authors?|date)\)?)?"
    r"|文献|作者|研究者",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"[A-ZÀ-Þ][^()\d]{1,70}?,?\s*[(\[]?(?:19|20)\d\d[a-z]?[)\]]?.{0,12}|.{0,60}\bet al\b.{0,20}|.{0,60}\[\d{1,3}\]"
)


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of table, one per file of `kinds/`."""
    return tuple(kind for _, kind in members("evidence.read.tables.kinds", "KIND"))


def classify(view: View) -> list[tuple[float, Kind]]:
    """The kinds a panel belongs to, likeliest first; of one family only one; empty for none."""
    scored = sorted(((kind.score(view), kind) for kind in kinds()), key=lambda pair: -pair[0])
    chosen: list[tuple[float, Kind]] = []
    for value, kind in scored:
        if value >= ENOUGH and all(kind.family != other.family for _, other in chosen):
            chosen.append((value, kind))
    return chosen


def understand(source: Source, names: Abbreviations, stated: tuple[Hypothesis, ...] = ()) -> Findings:
    """What the tables of a document say; `stated` are the hypotheses of its text."""
    return together(_read(source, names, stated))


def _read(source: Source, names: Abbreviations, stated: tuple[Hypothesis, ...] = ()) -> Iterator[Findings]:
    before: Panel | None = None
    variables: tuple[str, ...] = ()
    predicted: tuple[str, frozenset[str]] | None = None
    for grid in joined(source.grids):
        found: list[Findings] = []
        any_numbers = False
        for panel in panels(grid):
            panel = _continued(panel, before)
            before = panel
            any_numbers = any_numbers or bool(panel.numbers())
            view = View(panel, source.text, names, variables, stated, predicted)
            if of_others(view):
                any_numbers = False
                continue
            told = [kind.read(view) for _, kind in classify(view)]
            found += [*told, Findings(abbreviations=dict(view.legend.meanings))] if told else []
            variables = next((m.value.names for f in found for m in f.correlations), variables)
            predicted = _predicted(told) or predicted
        yield _of_names(_one_each(together(found)), grid)
        if any(_said(f) for f in found):
            yield _stars(grid)
        if any_numbers and not any(_said(f) for f in found) and _relevant(grid):
            yield Findings(unread=(_unread(grid),))
    for grid in source.unlaid:
        if _relevant(grid):
            yield Findings(unread=(_unread(grid, "its cells stand one after the other and do not fall into rows"),))


def _predicted(told: list[Findings]) -> tuple[str, frozenset[str]] | None:
    """The one outcome of a table, and what predicts it."""
    paths = [p.value for f in told for p in f.paths if p.value.effect in ("direct", "interaction")]
    outcomes = {path.to for path in paths}
    return (outcomes.pop(), frozenset(path.from_.lower() for path in paths)) if len(outcomes) == 1 else None


def of_others(view: View) -> bool:
    """A table of what other studies found: its rows are cited works."""
    first = next((c for c in view.panel.columns if c.kind != "blank"), None)
    if first is None or not first.words or not _STUDIES.fullmatch(plain(first.words[-1]).strip(" :")):
        return False
    stubs = [t for r in view.panel.rows if (t := r.text(first.index))]
    return len(stubs) >= 2 and sum(bool(_CITED.fullmatch(t)) for t in stubs) >= 0.6 * len(stubs)


def _stars(grid: Grid) -> Findings:
    """The meaning of stars, as the notes of a table that was read give it."""
    meant = legend(grid.notes, grid.caption).stars
    if not meant:
        return Findings()
    levels = {stars: Printed(level) for stars, level in meant.items()}
    at = grid.notes_span if legend(grid.notes).stars else grid.caption_span if legend(grid.caption).stars else None
    spans = {"star_legend": place} if (place := at or grid.span) else {}
    where = plain(grid.label) or "table"
    return Findings(conventions=(Found(Conventions(star_legend=levels), spans, where, 0.95, grid.page),))


def _one_each(findings: Findings) -> Findings:
    """Each hypothesis once for a table; where its models disagree about it, without a verdict."""
    merged: dict[tuple[str, ...], Found[Hypothesis]] = {}
    for item in findings.hypotheses:
        value = item.value
        key = (value.label, (value.from_ or "").lower(), (value.to or "").lower(), value.via or "")
        first = merged.setdefault(key, item)
        if first.value.verdict != value.verdict:
            verdict = None if first.value.verdict and value.verdict else first.value.verdict or value.verdict
            merged[key] = replace(first, value=replace(first.value, verdict=verdict))
    return replace(findings, hypotheses=tuple(merged.values()))


_FIGURES = re.compile(r"(?<![\w.])[-−]?\d?\.\d{2,}|\*\*")


_LABEL = re.compile(r"H\s?\d{1,2}[a-z]?", re.IGNORECASE)


def _of_names(findings: Findings, grid: Grid) -> Findings:
    """The paths whose ends are names; where cells ran together, numbers stand in them, and the table is unread."""
    paths = _without_headings(findings.paths)
    ends = {end.lower() for f in paths for end in (f.value.from_, f.value.to)}
    kept = tuple(f for f in paths if not any(_no_name(end, ends) for end in (f.value.from_, f.value.to)))
    if len(kept) == len(findings.paths):
        return replace(findings, paths=kept)
    return replace(findings, paths=kept, unread=(*findings.unread, _unread(grid, "names and numbers ran together")))


def _no_name(end: str, ends: set[str]) -> bool:
    """A figure, the label of a hypothesis, or the level of a moderator, where a variable should stand."""
    if _FIGURES.search(end) or _LABEL.fullmatch(end.strip()):
        return True
    variable = _BEGINS_LIKE_A_LEVEL.match(end)  # `High-rise flat`, where no `Low-rise flat` stands beside it
    alone = variable is not None and sum(other.endswith(variable["of"].lower()) for other in ends) == 1
    return is_level(end) and not alone


_BEGINS_LIKE_A_LEVEL = re.compile(r"(?:high|low|middle|medium)(?P<of>-[a-z]{3,}.*|\s+schools?\b.*)", re.IGNORECASE)


_HEADS_PATHS = re.compile(r"\b(?:paths?|effects?|relations?|relationships?|regressions?|associations?)$", re.IGNORECASE)


def _without_headings(paths: tuple[Found[Path], ...]) -> tuple[Found[Path], ...]:
    """A heading that ran into the first row below it (`Direct effects Trust → Joy`) is none of the name."""
    names = {end for f in paths for end in (f.value.from_, f.value.to)}
    kept = []
    for f in paths:
        ends = (name for name in names if f.value.from_.endswith(f" {name}"))
        own = max(
            (n for n in ends if _HEADS_PATHS.search(f.value.from_.removesuffix(n).rstrip(" :–—-"))), key=len, default=""
        )
        kept.append(replace(f, value=replace(f.value, from_=own)) if own else f)
    return tuple(kept)


def _continued(panel: Panel, before: Panel | None) -> Panel:
    """A table that goes on after a page break without its header has the header before it."""
    if before is None or any(c.words for c in panel.columns):
        return panel
    nameless = not panel.label and not panel.caption
    if not (nameless or panel.label == before.label or CONTINUED.search(panel.caption)):
        return panel
    used = [c for c in before.columns if c.index < len(panel.columns)]
    if not used or abs(len(before.columns) - len(panel.columns)) > 2:
        return panel
    if any(c.kind != "blank" for c in panel.columns[len(before.columns) :]):
        return panel  # a column that the header knows nothing of: any of these may be it
    alike = all(a.kind == b.kind or "blank" in (a.kind, b.kind) for a, b in zip(used, panel.columns, strict=False))
    if not alike:
        return panel
    columns = tuple(replace(a, kind=b.kind) for a, b in zip(used, panel.columns, strict=False))
    return replace(panel, columns=columns, label=before.label, caption=before.caption or panel.caption)


def _said(findings: Findings) -> bool:
    return any(
        getattr(findings, name) for name in findings.__dataclass_fields__ if name not in ("unread", "abbreviations")
    )


def _relevant(grid: Grid) -> bool:
    head = " ".join(c.text for row in grid.rows[:2] for c in row)
    return bool(_RELEVANT.search(f"{grid.caption} {head}"))


def _unread(grid: Grid, why: str = "no reading of its header and rows was likely enough") -> Unread:
    what = " ".join(filter(None, (grid.label, grid.caption)))[:160] or "a table"
    return Unread(what, why, grid.span, grid.page)
