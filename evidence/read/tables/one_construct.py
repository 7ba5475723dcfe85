"""Loadings of one construct whose name heads their column: `Item | Ease`, `Dimension | Loading on ease`."""

import re

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.tables.blocks import code_prefix, is_code, item_name
from evidence.read.tables.columns import Column
from evidence.read.tables.factored import loading_of
from evidence.read.tables.glyphs import plain
from evidence.read.tables.header import is_qualifier
from evidence.read.tables.outcomes import label_of
from evidence.read.tables.view import Draft, View, named
from evidence.records import Construct, Loading

__all__ = ["of_caption", "under_its_name"]

_LOADING_ON = re.compile(r"(?:\w+ )?loadings? (?:on|onto) (?:the )?(?P<name>[^\W\d].{2,60})", re.IGNORECASE)


def under_its_name(view: View) -> list[Found[Construct]]:
    """The construct and its items; none where several columns of numbers could hold the loadings."""
    chosen = _column(view)
    if chosen is not None:
        return _loaded(view, *chosen)
    told = of_caption(view)
    if told:
        return _loaded(view, *told)
    name, columns = _scale(view), view.panel.numbers()
    if name is None or not columns or any(row.sections for row in view.panel.rows):
        return []
    if len(columns) > 1 and not all(c.words and _sample(c.words[-1]) for c in columns):
        return []
    return [made for c in columns for made in _loaded(view, c, name, c.words[-1] if len(columns) > 1 else None)]


# `Table 1. Bread joy: the six items`, over wordings with one loading each.
_HEADED = late(
    r"(?:table\s+\w+\s*[.:]?\s*)?(?P<name>[A-Z][^\W\d]*(?:[\s-][^\W\d]+){0,4})\s*[:–—]\s*(?=.*\b(?:items?|statements?|questions?|wording|"
    r"(?:the\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+\w+s)\b)",
    re.IGNORECASE,
)
_NO_CONSTRUCT = re.compile(
    r"\b(?:loadings?|model|analysis|items?|results?|scales?|factors?|validity|reliability|measures?|appendix|table|questionnaires?|survey|matrix"
    r"|constructs?|statistics|estimates?|variables?|patterns?|descriptives?|[ivx]+|[a-z])\b",
    re.I,
)


def of_caption(view: View) -> tuple[Column, str] | None:
    """The one column of loadings, and the construct that the caption begins with."""
    loadings = [c for c in view.panel.of("loading") if c.kind == "number"]
    if len(loadings) != 1 or view.panel.of("construct") or len(view.panel.texts()) != 1:
        return None
    headed = _HEADED.match(plain(view.panel.caption))
    if headed is None or _NO_CONSTRUCT.search(headed["name"]) or any(row.sections for row in view.panel.rows):
        return None
    return loadings[0], headed["name"]


_SCALE = late(
    r"\b(?:of|for|from|in)\s+the\s+(?P<name>[A-Z][\w'’-]*(?:\s+(?:[A-Z][\w'’-]*|of|for|in|and|with|to|the))*?)\s+"
    r"(?:Scale|Inventory|Questionnaire|Index|Measure|Survey)\b"
)


_SHORT = late(r"\b(?:of|for|from|in)\s+the\s+(?P<name>[A-Z][A-Z\d]+(?:-[A-Z\d]+)*)\b(?!\s+(?:model|sample|data))")
_WAVE = re.compile(r"[TW]\s?\d|baseline|follow-?up(?:\s\d)?|(?:pre|post)-?test", re.IGNORECASE)


def _sample(heading: str) -> bool:
    """`Men`, `Study 2`, `T1`: of whom, or of when, a column is."""
    return is_qualifier(heading) is not None or _WAVE.fullmatch(heading) is not None


_SORT = re.compile(r"\b(?:Scale|Inventory|Questionnaire|Index|Measure|Survey)s?\b")


def _scale(view: View) -> str | None:
    """The one scale whose items a caption announces: `Items of the Crust Joy Scale and their loadings`."""
    if not view.captioned(r"loading") or len(view.panel.texts()) != 1 or view.panel.of("construct"):
        return None
    caption, sorts = plain(view.panel.caption), len(_SORT.findall(view.panel.caption))
    told = {m["name"] for m in _SCALE.finditer(caption)} if sorts == 1 else set()
    if not sorts and len({code_prefix(item_name(label_of(view, r))) for r in view.panel.rows}) == 1:
        told = {m["name"] for m in _SHORT.finditer(caption)}  # `Loadings of the CJS-9 at three waves`
    return told.pop() if len(told) == 1 else None


def _loaded(view: View, column: Column, name: str, sample: str | None = None) -> list[Found[Construct]]:
    """The construct with the loadings of a column."""
    model = sample if sample and is_qualifier(sample) == "model" else None
    draft = Draft(view)
    loadings: list[Loading] = []
    for row in view.panel.rows:
        number = loading_of(row.content(column.index).numbers)
        label = label_of(view, row)
        if number is None or not label:
            continue
        draft.note(f"loadings/{len(loadings)}/loading", row.cells[column.index], number)
        one = Draft(view)
        one.put("loading", row.cells[column.index], number)
        loadings.append(Loading(item_name(plain(label)), stars=row.content(column.index).stars or None, **one.values))
    long, short = named(name)
    return (
        [
            draft.found(
                Construct,
                0.94,
                name=long,
                abbreviation=short,
                loadings=tuple(loadings),
                model=model,
                group=None if model else sample,
            )
        ]
        if loadings
        else []
    )


def _column(view: View) -> tuple[Column, str] | None:
    numbers = view.panel.numbers()
    told = [(c, m["name"]) for c in numbers if c.words and (m := _LOADING_ON.fullmatch(plain(c.words[-1])))]
    if len(told) == 1:
        return told[0]
    coded = bool(view.panel.rows) and all(is_code(label_of(view, r)) for r in view.panel.rows)
    alone = len(numbers) == 1 and numbers[0].words and not numbers[0].statistics
    return (numbers[0], numbers[0].words[-1]) if coded and alone and view.captioned(r"loading") else None
