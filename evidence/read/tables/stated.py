"""Which relation a row states, however its ends are laid out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from evidence.read.late import late
from evidence.read.tables.blocks import is_code
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.glyphs import is_product, plain
from evidence.read.tables.header import is_qualifier, statistic
from evidence.read.tables.moderating import product_meant
from evidence.read.tables.relations import Relation, hypothesis_label, relation
from evidence.read.tables.sets import bare_outcome, section_labels
from evidence.read.tables.view import View, without_role

__all__ = [
    "ends", "filled", "groups", "is_difference", "is_intercept", "is_level", "label_in", "level_of", "levels", "models",
    "of_item", "of_propositions",
]  # fmt: skip

_INTERCEPT = re.compile(
    r"\(?(?:constant[ea]?|konstant[ae]|costante|intercept[oa]?|_?cons|常[数量]项?|截距)\)?|(?:adj\w*\.?\s*)?(?:R|Q)\s?-?(?:2|²|squared?)(?:\W.*|\s.*)?"
    r"|(?:(?:max(?:imum)?|mean|average|highest|largest)\.?\s+)?VIFs?(?:\s*\(.*\))?",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:sub-?)?(?:groups?|samples?)|gender|sex|country|countries|nation(?:ality)?|generation|cohort|segment|cluster"
    r"|studies|study|wave|分组|组别|样本",
    re.IGNORECASE,
)
_MODEL = re.compile(r"(?:(?:structural|rival|competing|tested)\s+)?(?:models?|steps?|equations?)|模型", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?:(?:very\s+)?(?:low|high|medium|moderate|average|mean|middle)(?:er)?\b.*|(?:m|mean|μ)?\s*[-+−–±]\s*1?\s*sd\b.*|m(?:ean)?|[-+−–]?\s*[13]\s*s\.?d\.?.*|\d\d(?:th|%).*"
    r"|[-−+]?\d?\.\d+|.*\([-+−–]\s*1\s*s\.?d\.?\).*|.*\(m(?:ean)?(?:\s*[-+−–]\s*1?\s*s\.?d\.?)?\)|.*\b(?:below|above)\s+(?:the\s+)?mean\b.*|[低中高].*)",
    re.IGNORECASE,
)
# `Low (M - 1 SD)`: the dash is no arrow.
_DEVIATIONS = late(r"[^\W\d]+\s*\(?\s*(?:m|mean)?\s*[-+−–±]\s*[1-3]\s*(?:sds?|s\.d\.)\s*\)?", re.IGNORECASE)
_ARROW_ONLY = re.compile(r"^\s*(?:<?[-–—=]{1,4}>?|→|←|↔|⇒|\W{1,4})\s*$")

_LONGEST_ARROW = 6  # as `<---->`


def ends(view: View, row: Row) -> Relation | None:
    """The relation a row states: in one cell, over three (Amos: target, arrow, source), or in columns of its own."""
    known = view.worked_out.get(("ends", id(row)))
    if (
        known is None or known[0] is not row
    ):  # several kinds ask it of each row; the row is kept, so its id stays its own
        known = view.worked_out["ends", id(row)] = row, _called_by_factors(view, row, _ends(view, row))
    found: Relation | None = known[1]
    return found


def _called_by_factors(view: View, row: Row, found: Relation | None) -> Relation | None:
    if found is None:
        return None
    found = replace(found, source=without_role(found.source), target=without_role(found.target))
    label = next((x for c in view.panel.texts() if (x := label_in(c, row.text(c.index))) and x != "H"), None)
    product = product_meant(view, found.source, found.target, label)
    return replace(found, source=product, kind="interaction") if product else found


_SHARE = re.compile(
    r"(?:ratio|proportion|share|percentage)\s+(?:of\s+(?:the\s+)?)?(?:\w+\s+)?(?:in)?direct\b|proportion\s+mediated\b",
    re.I,
)
_EFFECT_ON = re.compile(r"\beffects? of\b.+\bon\b", re.IGNORECASE)


_EFFECTS = frozenset({"coef", "beta", "direct", "indirect", "total"})  # over words: `Effect | Estimate` in two columns

_NO_SOURCE = re.compile(r"(?:(?:conditional|(?:in)?direct|total|simple)\s+)*effects?", re.I)  # `Effect on joy`
_DRAWN = re.compile(r"→|⇒|->|=>")  # `Mediation` over `Salt → Crust → Joy`, not over `full`


def _ends(view: View, row: Row) -> Relation | None:
    panel = view.panel
    source, target, via = panel.of("from"), panel.of("to"), panel.of("via")
    texts = [c for c in panel.columns if c.kind == "text" and c.statistic not in ("verdict", "source", "sign")]
    texts = [c for c in texts if c.statistic != "mediation" or _DRAWN.search(row.text(c.index))]
    for column in texts:
        said = row.text(column.index)
        if _SHARE.match(said):
            return None
        found = relation(said) if said and not _DEVIATIONS.fullmatch(said) else None
        if found:
            return _on_to(column, found)
    if regressed := _in_model_syntax(panel.columns, row):
        return regressed
    if typed := next((x for c in texts if (x := _TYPED.fullmatch(row.text(c.index)))), None):  # the same in one cell
        return _of_syntax(typed["left"], typed["sign"], typed["right"])
    for at in range(1, len(panel.columns) - 1):
        between = row.text(at)
        if len(between) <= _LONGEST_ARROW and _ARROW_ONLY.match(between) and row.text(at - 1) and row.text(at + 1):
            joined = relation(" ".join(row.text(i) for i in (at - 1, at, at + 1)))
            if joined:
                return joined
    if source and target:
        a, b = row.text(source[0].index), bare_outcome(row.text(target[0].index))
        a = hypothesis_label(a)[1] or a  # `H3 Salt`
        m = row.text(via[0].index) if via else ""
        if is_intercept(a):
            return None
        if statistic(b) in ("r2", "r2_adj"):
            return None  # a row on how much of each outcome is explained
        if a and b:
            return Relation(a, b, (m,) if m else (), "indirect" if m else _product(a))
    for column in texts:
        said = row.text(column.index)
        announced = column.statistic in ("relation", "hypothesis", "construct", "item") or not column.words
        announced = announced or column.statistic in _EFFECTS or bool(_EFFECT_ON.search(said))
        announced = announced and not _DEVIATIONS.fullmatch(said)
        found = relation(said, announced=True) if announced else None
        if found and not _NO_SOURCE.fullmatch(found.source):
            return found
    return _under_outcome(view, row) or _product_told(view, texts, row) or _by_label(view, texts, row)


# A heading over chains that end before it: `Indirect path to dropout | Support → Strain`.
_ALL_TO = re.compile(
    r"(?:.*\s)?(?:(?:indirect|mediat\w+)\s+(?:effects?|paths?|pathways?|routes?)|mediation)\s+(?:to|on|upon|towards?)\s+(?P<name>[^()]+?)(?:\s+(?:through|via|by)\s.*)?\s*",
    re.IGNORECASE,
)


def _on_to(column: Column, found: Relation) -> Relation:
    """What a row states, led on to the outcome that the heading of its column gives all of its chains."""
    heading = next((m for w in column.words if (m := _ALL_TO.fullmatch(w))), None)
    if heading is None or found.kind not in ("direct", "indirect") or not found.sure:
        return found
    if heading["name"].casefold() in map(str.casefold, (found.source, found.target, *found.via)):
        return found
    return replace(found, target=heading["name"], via=(*found.via, found.target), kind="indirect")


def _under_outcome(view: View, row: Row) -> Relation | None:
    """A predictor beside its hypothesis, under the heading `Dependent variable: ...` of several rows."""
    source = view.panel.of("from")
    outcome = section_labels(row).get("outcome") if view.panel.of("hypothesis") and source else None
    name = row.text(source[0].index) if outcome else ""
    if not outcome or not name or is_intercept(name) or hypothesis_label(name)[0]:
        return None
    return Relation(name, outcome, (), _product(name))


_OUTCOME_TOLD = late(
    r"\b(?:dependent\s+(?:variable|construct)|outcome(?:\s+variable)?|criterion)\s*(?:[:=]|is\b)\s*(?P<name>[^.;,()]{2,60})",
    re.I,
)


def _product_told(view: View, texts: list[Column], row: Row) -> Relation | None:
    """A predictor beside its hypothesis among products, where the caption names the one outcome: `(outcome: joy)`."""
    outcome = _OUTCOME_TOLD.search(plain(view.panel.caption)) if view.panel.of("hypothesis") else None
    names = [c for c in texts if c.statistic not in ("hypothesis", "verdict")] if outcome else []
    if not outcome or not names or any(c.isdigit() for c in outcome["name"]):
        return None
    at = next((c.index for c in names if any(is_product(r.text(c.index)) for r in view.panel.rows)), None)
    name = row.text(at) if at is not None else ""
    bare = not name or is_intercept(name) or hypothesis_label(name)[0]
    return None if bare else Relation(name, outcome["name"].strip(), (), _product(name))


_SYNTAX = frozenset(("~", "ON", "=~", "BY", "~~", "WITH"))


def _in_model_syntax(columns: Sequence[Column], row: Row) -> Relation | None:
    """lavaan's `Y | ~ | X` and Mplus's `Y | ON | X`: the first is regressed on the second; `=~` and `BY` load."""
    for at in range(1, len(columns) - 1):
        sign = row.text(at)
        if sign not in _SYNTAX:
            continue
        left, right = row.text(at - 1), row.text(at + 1)
        if left and right:
            return _of_syntax(left, sign, right)
    return None


# In one cell; words in capitals alone may be a sentence, and names of one word are none.
_NAME = r"(?:\S+|(?=.*[a-z])\S.*?)"
_TYPED = re.compile(rf"(?P<left>{_NAME})\s+(?P<sign>BY|ON|WITH|=~|~~|~)\s+(?P<right>{_NAME})")


def _of_syntax(left: str, sign: str, right: str) -> Relation:
    if sign in ("~", "ON"):
        return Relation(right, left, (), _product(right))
    return Relation(left, right, (), "covariance" if sign in ("~~", "WITH") else "direct")


_COUNTED = re.compile(r"^\d\s+(?=\()")  # `1 (Constant)`: the number of the model before it


def is_intercept(name: str) -> bool:
    """The constant of an equation, or what is explained of an outcome: no construct."""
    return _INTERCEPT.fullmatch(_COUNTED.sub("", name.strip())) is not None


def _by_label(view: View, texts: list[Column], row: Row) -> Relation | None:
    """The relation of a hypothesis that the table knows by its label, as the text states it."""
    for column in texts:
        label, rest = hypothesis_label(row.text(column.index), of_propositions(column))
        if label and label != "H" and not rest:
            statement = view.statement(label)
            found = relation(statement, announced=True) if statement else _as_stated(view, label)
            return replace(found, sure=False) if found and found.kind == "direct" else None
    return None


def _as_stated(view: View, label: str) -> Relation | None:
    """What the running text was understood to state under a label."""
    one = next((h for h in view.hypotheses if h.label == label and not (h.via or h.moderator)), None)
    return Relation(one.from_, one.to) if one and one.from_ and one.to else None


def _product(name: str) -> Literal["direct", "interaction"]:
    return "interaction" if is_product(name) else "direct"


def of_propositions(column: Column) -> bool:
    """Whether a column is announced as one of propositions, whose labels are `P1` or a bare number."""
    return any("proposition" in w.lower() for w in column.words)


_BARE_NUMBER = re.compile(r"\(?\d{1,2}[a-z]?[.)]?")


def label_in(column: Column, text: str) -> str | None:
    """The hypothesis a cell names; a bare number where its column is headed `Hypothesis`."""
    label = hypothesis_label(text, of_propositions(column))[0]
    if label is None and column.statistic == "hypothesis" and _BARE_NUMBER.fullmatch(text.strip()):
        return "H" + text.strip(" ().")
    return label


def filled(view: View) -> View:
    """Sources and targets printed once for several rows, written out."""
    if "filled" not in view.worked_out:
        view.worked_out["filled"] = _filled(view)
    found: View = view.worked_out["filled"]
    return found


def _filled(view: View) -> View:
    named = (*view.panel.of("from"), *view.panel.of("to"), *groups(view), *models(view))
    if apart := [*groups(view), *levels(view)]:  # one relation for several groups, printed in the first row
        named = (
            *named,
            *(c for c in view.panel.texts() if c not in apart and c.statistic in ("relation", "hypothesis", "via")),
        )
    columns = [c.index for c in named if c.kind == "text"]
    if not columns:
        return view
    rows: list[Row] = []
    for row in view.panel.rows:
        cells = list(row.cells)
        for i in columns:
            if rows and not row.text(i) and rows[-1].sections == row.sections:
                cells[i] = rows[-1].cells[i]
        rows.append(replace(row, cells=tuple(cells)))
    return replace(view, panel=replace(view.panel, rows=tuple(rows)))


def groups(view: View) -> list[Column]:
    """A column that says for whom each row holds: `Group`, `Sample`, `Gender`."""
    texts = view.panel.texts()
    return [c for c in texts[:2] if len(texts) > 1 and c.words and _GROUP.fullmatch(c.words[-1])]


def models(view: View) -> list[Column]:
    """A column that says to which model each row belongs: `Model 1`."""
    texts = view.panel.texts()
    return [
        c
        for c in texts[:2]
        if len(texts) > 1
        and c.words
        and _MODEL.fullmatch(c.words[-1])
        and all(is_qualifier(t) == "model" for r in view.panel.rows if (t := r.text(c.index)))
    ]


def is_level(text: str) -> bool:
    """A level of a moderator: `Low (-1 SD)`, `Mean`, `84th percentile`."""
    return _LEVEL.fullmatch(text) is not None


_AT_NONE = re.compile(r"[-–—−/]+|n\.?/?a\.?|none|无", re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"(?:(?:high|low)(?:er)?\s*(?:[-–—−]|vs\.?|versus|minus)\s*(?:high|low)(?:er)?.*|[高低]组?\s*[-–—−]\s*[高低]组?.*"
    r"|(?:[Δδ∆]|diff(?:erence)?s?\b|contrasts?\b|pairwise|index\b).*|.*(?:差异|差值|对比|判定指标).*)",
    re.IGNORECASE,
)


def is_difference(text: str) -> bool:
    """What is between two levels of a moderator, and no effect at one: `Difference`, `High – low`."""
    return _DIFFERENCE.fullmatch(text) is not None


def levels(view: View) -> list[Column]:
    """A column that says at which level of a moderator each row holds; `–` where it holds at none in particular."""
    found = []
    for column in view.panel.texts()[1:]:
        said = [t for r in view.panel.rows if (t := r.text(column.index)) and not _AT_NONE.fullmatch(t)]
        said = [t for t in said if not is_difference(t)]
        if len(set(said)) >= 2 and all(map(is_level, said)):
            found.append(column)
    return found


def level_of(row: Row, column: Column) -> str:
    """The level a row holds at; nothing where it holds at none in particular."""
    text = row.text(column.index)
    return "" if _AT_NONE.fullmatch(text) else text


def of_item(found: Relation) -> bool:
    """A loading printed as a relation: one end is the code of an item."""
    return is_code(found.source) != is_code(found.target) and bool(
        re.search(r"\d[a-z]?$", found.target if is_code(found.target) else found.source)
    )
