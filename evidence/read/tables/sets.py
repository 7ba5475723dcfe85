"""Columns that belong together: one coefficient with its statistics, for one group or one model."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections import Counter
from dataclasses import field

from evidence.read.tables.columns import Column, Row
from evidence.read.tables.glyphs import plain
from evidence.read.tables.header import is_qualifier, statistic
from evidence.read.tables.view import View
from evidence.read.trials import of_trial
from evidence.settled import settled

__all__ = ["OF_GROUPS", "ColumnSet", "bare_outcome", "bare_sets", "column_sets", "labelled", "section_labels"]

_GENERIC = re.compile(
    r"^(?:(?:un)?standardi[sz]ed.*|estimates?.*|coefficients?.*|parameters?|values?|results?|statistics?"
    r"|bootstrap\w*.*|\d\d ?%.*|.*confidence interval.*|bias.corrected.*|percentile.*|系数衍生值|bootstrap 检验|.*检验"
    r"|effects?|path.*|hypothes.*|(?:structural|measurement) model|absolute.*|incremental.*|value.added.*"
    r"|parsimon\w+.*|product of coefficients.*)$",
    re.IGNORECASE,
)

# Headings that say what the rows below are, not of whom.
_SORT_OF_ROWS = re.compile(
    r"^control|.*\b(?:paths?|covariances?|correlations?|effects?|relation(?:ship)?s?|regressions?|weights?|loadings?"
    r"|intercepts?|variances?|hypothes[ie]s|coefficients?|terms?|variables?|model)\s*(?:\([^()]*\))?\W*$",
    re.IGNORECASE,
)
_DEPENDENT = re.compile(
    r"(?:(?:model|equation|regression|panel|step)\s?\w{0,3}\s*[:.,(–-]\s*)?(?:(?:dependent (?:variable|construct)|outcome(?: variable)?"
    r"|d\.?v\.?|criterion(?: variable)?|endogenous(?: (?:variable|construct))?|y)"
    r"\s*(?:[:=(–-]|\bis\b)|(?:mediat(?:or|ing)|outcome|dependent|criterion)(?: variable)? (?:model|equation)\s*[:=])\s*(.+?)\)?$",
    re.IGNORECASE,
)
_DEPENDENT_BEHIND = re.compile(
    r"(.{2,60}?)\s*(?:\((?:dependent(?: variable)?|outcome|dv|criterion)\)|\bas (?:the )?(?:dependent|outcome|criterion)(?: variable)?)$",
    re.IGNORECASE,
)
_BARE_ON = re.compile(
    r"[Oo]n\s+(?!average\b|the\s+whole\b|(?:week|work)\w*s\b|balance\b)(\S.{1,60}?)\s*:?$"
)  # `On joy` over the rows of its predictors
_ON = re.compile(r"(\S.{1,60}?)(?:\s+ON|\s*~):?$")  # Mplus, lavaan: the outcome above the rows of its predictors
# What is said of the whole equation behind the name of its outcome: `(R2 = .38)`, `; F(3, 180) = 21.4`.
_EXPLAINED = re.compile(
    r"\s*[(\[,;:–-]*\s*(?:(?:adj(?:usted|\.)?|model|total|multiple)\s*)?(?:Δ?[rq]\s?[2²]|r-squared|f|n)\s*(?:\(?adj\w*\.?\)?)?\s*(?:\([\d, ]+\)\s*)?[=:≈].*$",
    re.IGNORECASE,
)
_STEP = re.compile(r"\b(?:initial|final|modified|revised|original|respecified)\s+model\b", re.IGNORECASE)


@settled
class ColumnSet:
    """The columns of one estimation."""

    columns: dict[str, Column] = field(default_factory=dict)
    labels: tuple[str, ...] = ()  # what its header says besides the statistics


def column_sets(view: View, wanted: frozenset[str], leading: frozenset[str]) -> list[ColumnSet]:
    """The sets of a panel; a new one begins at a new label or when a statistic comes again.

    Statistics behind a column of differences belong to the difference and are left out.
    """
    sets: list[tuple[tuple[str, ...], dict[str, Column]]] = []
    shared: dict[str, Column] = {}
    blocked = False
    often = Counter(s for c in view.panel.columns if not c.threshold for s in c.statistics[:1])
    for column in view.panel.columns:
        if column.threshold or any(map(of_trial, column.words)):
            continue
        if "difference" in column.statistics or _between_groups(column, sets, often, leading):
            blocked = True
            continue
        names = [s for s in column.statistics if s in wanted]
        if not names or column.kind == "blank" or (column.kind == "text" and column.index == 0):
            continue
        labels = labelled(column)
        current = sets[-1] if sets else None
        again = current is not None and names[0] in current[1]
        other = current is not None and labels != current[0] and bool(labels) and often[names[0]] > 1
        if blocked and not (names[0] in leading and (again or other)):
            continue
        blocked = False
        if current is None or again or other:
            sets.append((labels, {}))
        sets[-1][1].setdefault(names[0], column)
    full = [(labels, columns) for labels, columns in sets if set(columns) & leading]
    for labels, columns in sets:
        if not set(columns) & leading:
            home = [f for f in full if set(f[0]) & set(labels)] or (full if len(full) == 1 else [])
            for name, column in columns.items():
                for _, target in home[:1]:
                    target.setdefault(name, column)
                if not home:
                    shared.setdefault(name, column)
    return [ColumnSet(columns, labels) for labels, columns in full]


OF_GROUPS = re.compile(r"χ|\bchi|\bwald\b", re.IGNORECASE)  # a test of two groups, beside their coefficients
_SIZE = re.compile(r"\bn\s?=\s?\d", re.IGNORECASE)


def _between_groups(
    column: Column, sets: list[tuple[tuple[str, ...], dict[str, Column]]], often: Counter[str], leading: frozenset[str]
) -> bool:
    """Whether a column behind those of several groups tests what is between them: `β SE | β SE | Wald p`."""
    led = [set(columns) for _, columns in sets if set(columns) & leading]
    if len(led) < 2 or len({labels for labels, _ in sets}) < len(sets) or any(one != led[0] for one in led):
        return False
    if column.words and OF_GROUPS.search(column.words[-1]):
        return "chi2" not in led[0] and "z" not in led[0]
    tested = column.statistics[:1] in (("t",), ("z",), ("p",)) and often[column.statistics[0]] == 1
    return tested and all(any(map(_SIZE.search, labels)) for labels, _ in sets)


def bare_sets(view: View) -> list[ColumnSet]:
    """Columns headed by outcomes or models alone, where the caption says that they hold coefficients."""
    if not view.says(
        r"regression|\bols\b|standardi[sz]ed coefficient|path coefficient|coefficients are|\bβ\b|beta|回归|路径系数|层[级次]|调节(?:作用|效应)|(?:因|结果|被解释|效标)变量"
        r"|\b(?:linear|logistic|logit|probit|(?:multi|two|three)-?level|mixed)(?: \w+)? models?\b|\bpredict(?:ing|ors?|ion)\b"
        r"|\b(?:total|(?:in)?direct|standardi[sz]ed) effects?|\beffects? on\b|\bdeterminants? of\b|\b(?:standard errors|t[ -]?(?:values|statistics)) (?:are )?in (?:parenthes|brackets)|\bstructural (?:equation )?model|\bestimat(?:es|ed)\b"
    ):
        return []
    if view.captioned(r"correlat|descriptive|loading|reliab|discriminant"):
        return []
    plain_columns = [c for c in view.panel.numbers() if not c.statistics and c.words]
    lead = "beta" if view.says(r"(?<!un)(?<!non-)standardi[sz]ed|path coefficient|β|\bbeta|\bpls\b") else "coef"
    return [ColumnSet({lead: c}, c.words) for c in plain_columns]


def labelled(column: Column) -> tuple[str, ...]:
    """The headings of a column that tell groups, models or outcomes apart."""
    texts = [*column.qualifiers, *([column.name] if column.statistics and column.name else [])]
    kept = [step[0].capitalize() if (step := _STEP.search(t)) and _GENERIC.match(t) else t for t in texts]
    return tuple(t for t in kept if t and not _GENERIC.match(t) and (_LETTERED.fullmatch(t) or not statistic(t)))


_LETTERED = re.compile(r"[XYMWZ]\d?\s*\([^\W\d_][^()]{2,}\)")  # as PROCESS knows it: `M (calm)` is no mean


def bare_outcome(text: str) -> str:
    """The name of an outcome without what is said of its equation.

    >>> bare_outcome("Stress (R² = .29)"), bare_outcome("Stress, adj. R2 = .29"), bare_outcome("Stress; F(2, 180) = 21.4")
    ('Stress', 'Stress', 'Stress')
    """
    return _EXPLAINED.sub("", text).strip()


_WHOLE_EFFECT = re.compile(
    r"\s*[(\[](?P<sort>total|direct)[\s-]effects?(?:\s+model)?[)\]]|,\s+(?P<sort2>total|direct)\s+effects?(?=\s*(?:[(\[]|$))",
    re.IGNORECASE,
)
_PREDICTING = re.compile(
    r"(?:effects? on|predicting|determinants of|predictors of)\s+(.+?)(?:\s*[(,].*)?$", re.IGNORECASE
)
_PREDICTED = re.compile(
    r"(?!variance\b)(.+?)\s+(?:(?:is|was|as)\s+)?(?:predicted|explained|regressed|accounted for) (?:by|on|from)\W*$",
    re.IGNORECASE,
)
_R2 = re.compile(r"\br2?\s*=", re.IGNORECASE)  # typed pages lose the square
_SORT_OF_EFFECT = re.compile(
    r"^(?:specific |total |standardi[sz]ed )*(direct|indirect|total|mediat\w+|moderat\w+"
    r"|interaction)\b.*(?:effects?)?",
    re.IGNORECASE,
)
_SORT_IN_CHINESE = re.compile(r"(?:标准化|特定|总)?(?P<sort>总|直接|间接|中介)(?:效应|影响|作用)(?:值)?(?:\s*[(（].*)?")
_SORTS = {"总": "total", "直接": "direct", "间接": "indirect", "中介": "indirect"}


def section_labels(row: Row) -> dict[str, str]:
    """What the headings above a row mean: a model, a group, an outcome, a sort of effect."""
    out: dict[str, str] = {}
    for text in row.sections:
        plain_text = plain(text)
        whole = _WHOLE_EFFECT.search(plain_text)
        plain_text = _WHOLE_EFFECT.sub("", plain_text)
        outcome = _DEPENDENT.match(plain_text) or _DEPENDENT_BEHIND.match(plain_text) or _ON.match(plain_text)
        outcome = outcome or _BARE_ON.fullmatch(plain_text)
        if outcome is None:
            outcome = _PREDICTING.match(plain_text) or _PREDICTED.match(plain_text)
        if outcome is None and _R2.search(plain_text):
            outcome = re.match(r"(?:[Oo]n\s+)?(.+?)\s*[(,:;]", plain_text)
        if outcome is not None and is_qualifier(outcome[1]) == "model":
            outcome = None  # `Step 1: R2 = .02`
        effect = _SORT_OF_EFFECT.match(plain_text)
        chinese = _SORT_IN_CHINESE.fullmatch(plain_text)
        if outcome:
            out["outcome"] = bare_outcome(outcome[1])
            if whole:
                out["effect"] = (whole["sort"] or whole["sort2"]).lower()
        elif effect:
            out["effect"] = effect[1].lower()
        elif chinese:
            out["effect"] = _SORTS[chinese["sort"]]
        elif re.match(r"^h\s?\d", plain_text, re.IGNORECASE):
            out["hypothesis"] = plain_text
        elif is_qualifier(plain_text) == "model":
            out["model"] = plain_text
        elif not _SORT_OF_ROWS.match(plain_text):
            out["group"] = plain_text
    return out
