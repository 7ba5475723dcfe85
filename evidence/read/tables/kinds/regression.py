"""Regressions: predictors in rows; outcomes or models along the top, or an outcome named somewhere else."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace
from typing import Any

from evidence.read.partial import Findings, Found
from evidence.read.tables.blocks import is_code
from evidence.read.tables.causal_steps import causal_steps
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.estimates import LEADING, WANTED, attached, bracketed, drafted
from evidence.read.tables.fused_outcomes import unfused
from evidence.read.tables.glyphs import is_product, times_meant
from evidence.read.tables.header import FIT, is_qualifier, statistic, words_of
from evidence.read.tables.lettered import lettered
from evidence.read.tables.outcomes import label_of, outcome_of, product_of, sample_of
from evidence.read.tables.path_squares import beside_paths, is_square, sources_along, turned, without_zeros
from evidence.read.tables.relations import hypothesis_label, relation, verdict_beside
from evidence.read.tables.sets import ColumnSet, bare_sets, column_sets, section_labels
from evidence.read.tables.stated import is_intercept, is_level, levels
from evidence.read.tables.unsaid import beside_coefficients
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.read.tables.ways import source_over, tells_way, through_heading, through_label
from evidence.records import Path, Structural

_SKIPPED = re.compile(
    r"^(?:\(?(?:constant[ea]?|konstant[ae]|costante|intercept[oa]?|常[数量]项?|截距)\)?|控制变量|自变量|调节变量|交互项|中介变量"
    r"|f(?: ?\(.*\))?|f[ -]?(?:value|statistic|change)|n"
    r"|observations?|sample size|controls?(?: variables?)?|(?:in)?dependent variables?|main effects?"
    r"|moderat\w+|mediat\w+|interactions?(?: terms?)?|predictors?|(?:-2 ?)?(?:log.?likelihood|ll)|durbin.*|df|year (?:dumm|fixed|effect|control|\d).*"
    r"|(?:firm|country|person|student|school|bank)-?(?:years?|months|days|observations)|/?cut ?(?:point)? ?\d+|/?ln ?alpha|/?sigma.*|rho|thresholds? \d.*|[στ][²2]?\s?\w{0,4}|.*\bvariance|variance .*|deviance|residuals?|icc.*|intra-?class correlation.*|(?:number|no\.) of (?:observations|obs\.?|cases|groups|clusters|units|individuals|persons|respondents|participants|subjects|firms|countries|schools|classes|level.*)"
    r"|(?:random|fixed) (?:effects?|part)|(?:conditional |specific )?(?:total|direct|indirect|total indirect) effects?(?: (?:of|through|via|on)\b.*)?|[\u4e00-\u9fff]{0,12}(?:间接|直接|中介|总)效应值?"
    r"|.*fixed effects?|δ.*|Δ.*|vif.*|.*\bfit\b.*|overall .*|total(?: indirect)?"
    r"|.*\b(?:nagelkerke|cox ?(?:&|and) ?snell|mcfadden|tjur|hosmer|pseudo)\b.*"
    r"|(?:model|block|step) (?:chi2|f|p|sig\w*|statistics|summary|fit)\b.*|.*\b(?:correctly classified|classification)\b.*"
    r"|hit (?:rate|ratio)|(?:%|percent\w*|cases|share) (?:classified )?correct\w*.*)$",
    re.IGNORECASE,
)
_CHANGES = {
    "r2_change": re.compile(
        r"[δΔ∆] ?r ?-?(?:2|square[ds]?)(?: ?change)?|r ?-?(?:2|square[ds]?)[ -]change|change in r ?2", re.I
    ),
    "f_change": re.compile(
        r"[δΔ∆] ?f(?: ?-?change)?|f[ -]change|f of (?:the )?change|change in f|f for (?:the )?(?:change(?: in r ?-?2)?|[δΔ∆] ?r ?-?2)",
        re.I,
    ),
}
_OF_THE_MODEL = frozenset({"difference", "n", "p", "q2", "f2", "vif", "tolerance", "eigenvalue", *FIT})


# Squares with sources down the side and targets along the top, as PLS programs print them.
_SQUARE = r"path coefficients?|\b(?:total|(?:in)?direct) effects?"


def _stepped(view: View) -> View:
    """`Step 1` with what it explains, above its predictors: a heading of the rows down to the next."""
    steps = [is_qualifier(label_of(view, row)) == "model" for row in view.panel.rows]
    if sum(steps) < 2 or not view.panel.of("r2", "dr2", "r2_change") or not view.panel.of(*LEADING):
        return view
    leading = view.panel.of(*LEADING)
    rows: list[Row] = []
    step = ""
    for row, begins in zip(view.panel.rows, steps, strict=True):
        begins = begins and not any(row.content(c.index).numbers for c in leading)
        step = label_of(view, row) if begins else step
        rows.append(replace(row, sections=(*row.sections, step)) if step and not begins else row)
    return replace(view, panel=replace(view.panel, rows=tuple(rows)))


def _sets(view: View) -> list[ColumnSet]:
    return column_sets(view, WANTED, LEADING - {"indirect", "direct", "total"}) or bare_sets(view)


_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_ARROW = re.compile(r"→|->|⇒")
_CONSTANT = re.compile(r"\(?(?:constant|intercept|r2|adj)")


def score(view: View) -> float:
    """Coefficients beside names that state no relation, and an outcome for them."""
    labels = [label_of(view, r) for r in view.panel.rows]
    columns = view.panel.of(*(LEADING - {"indirect", "direct", "total"}))
    beside = view.panel.of("t", "z", "se", "p", "ci_lo", "ci")
    square = is_square(view)
    return weigh(
        (0.3, bool(columns)),
        (0.2, bool(columns) and bool(beside)),
        (0.2, lambda: any("*" in row.content(c.index).stars for row in view.panel.rows for c in view.panel.numbers())),
        (
            0.3,
            view.captioned(
                r"regress|predict|determinant|hierarchical|moderat|mediat|conditional|\bols\b|coefficient|model|effect|回归|调节|中介"
            ),
        ),
        (0.2, lambda: any(_CONSTANT.match(words_of(x)) for x in labels)),
        (0.3, lambda: any("outcome" in section_labels(r) for r in view.panel.rows)),
        (0.2, lambda: any(outcome_of(view, row, s) for row in view.panel.rows[:1] for s in _sets(view))),
        (0.4, square and view.captioned(_SQUARE)),
        (0.6, square and beside_paths(view) is not None),
        (-0.7, lambda: _no_predictors(labels)),
        (-0.7, lambda: bool(labels) and all(map(is_level, labels)) and all(map(_under_relation, view.panel.rows))),
        (-0.5, bool(view.panel.of("relation", "item", "loading", "alpha", *([] if columns and beside else ["mean"])))),
        (-0.5, bool(view.panel.of("from") and view.panel.of("to"))),
        (-0.6, sum(map(bool, map(_TWO_LETTERS.search, labels))) < 2),
        (-0.7, any(_ARROW.search(w) for c in view.panel.columns for w in c.words)),  # the rows are levels
        (-0.7, bool(lettered(view))),  # the rows are mediators
        (-0.7, bool(view.panel.of("to")) and bool(levels(view))),  # slopes on each outcome
        (-0.7, any(len(_ARROW.findall(x)) > 1 for x in labels)),  # chains
    )


_SORT_OF_EFFECT = re.compile(
    r"(?:the\s+)?(?:total|direct|(?:specific\s+)?indirect)\s+effects?(?:\s+(?:of|via|through|on)\b|(?:\s*\([^()]*\))?\W*$)",
    re.I,
)


def _no_predictors(labels: list[str]) -> bool:
    """Whether many rows are relations or sorts of effects, or most are codes of items."""
    if sum(_SORT_OF_EFFECT.match(x) is not None for x in labels) > 1:
        return True
    related = sum(relation(x) is not None or _ARROW.search(x) is not None for x in labels)
    return related > 0.3 * len(labels) or sum(map(is_code, labels)) > 0.5 * len(labels)


def _under_relation(row: Row) -> bool:
    """Whether a heading above the row draws a relation, of which the rows are levels."""
    return any(_ARROW.search(heading) for heading in row.sections)


def read(view: View) -> Findings:
    """Each predictor's coefficient on each outcome, and how much of the outcome is explained."""
    view = _stepped(unfused(view))
    sets = _sets(view)
    marks = _marks(view, sets)
    paths: list[Found[Path]] = []
    equations: list[Found[Structural]] = []
    foot = _foot(view, sets)
    for at, row in enumerate(view.panel.rows):
        label = "" if bracketed(view, row) else label_of(view, row)
        what = statistic(label)
        change = next((n for n, words in _CHANGES.items() if words.fullmatch(words_of(label))), "")
        below = view.panel.rows[at + 1] if at + 1 < len(view.panel.rows) else None
        for columns in sets:
            inside = _named_inside(row, columns)
            if what in ("r2", "r2_adj", "f") or change or inside:
                equations += _explained(view, row, columns, inside or change or str(what))
            elif label and at < foot and what not in _OF_THE_MODEL and (product_of(view, label) or _predicts(label)):
                paths += _row_paths(
                    view, row, label, columns, marks, below if below and bracketed(view, below) else None
                )
    square = is_square(view)
    if square:
        others = beside_paths(view)
        paths = without_zeros(view, paths) if others is None else others
    if _equations_down(view) or (square and sources_along(view, paths)):
        paths = [turned(p) for p in paths if _predicts(p.value.to)]  # not `F (df)` over the last column
    steps = causal_steps(paths, view.hypotheses) if view.captioned(r"mediat|中介") else []
    return Findings(
        paths=tuple(paths),
        structural=tuple(_one_each(equations)),
        effects=tuple(steps),
    )


def _named_inside(row: Row, columns: ColumnSet) -> str:
    """What a cell of a row on the whole model says its number is: `Model | R2 = .32, F(7, 429) = 28.4`."""
    numbers = next((row.content(c.index).numbers for s, c in columns.columns.items() if s in LEADING), ())
    named_so = statistic(numbers[0].name) if numbers and numbers[0].name else None
    return str(named_so) if named_so in ("r2", "r2_adj") else ""


def _equations_down(view: View) -> bool:
    """`Dependent variable | Humour | Salt | R2`: an equation in each row, its predictors along the top."""
    first = next(iter(view.panel.texts()), None)
    return first is not None and "to" in first.statistics and bool(view.panel.of("r2", "r2_adj", "f"))


def _one_each(equations: list[Found[Structural]]) -> list[Found[Structural]]:
    """R², adjusted R² and F of one equation in one entry."""
    merged: dict[tuple[str, str | None, str | None], Found[Structural]] = {}
    for found in equations:
        key = (found.value.outcome, found.value.group, found.value.model)
        first = merged.get(key)
        if first is None:
            merged[key] = found
            continue
        added = {
            n: v
            for n in ("r2", "r2_adj", "f", *_CHANGES)
            if (v := getattr(found.value, n)) and not getattr(first.value, n)
        }
        merged[key] = replace(first, value=replace(first.value, **added), spans={**found.spans, **first.spans})
    return list(merged.values())


def _row_paths(
    view: View, row: Row, label: str, columns: ColumnSet, marks: dict[str, str], below: Row | None
) -> list[Found[Path]]:
    printed = {n.mark for c in columns.columns.values() for n in row.content(c.index).numbers if n.mark in marks}
    out = []
    beside, bare = hypothesis_label(label)  # `Trust (H1)`
    label = bare if beside and bare else label
    for mark in sorted(printed, key=lambda m: list(marks).index(m)) or [""]:
        through, way = through_heading(view, row), through_label(view, row, label)
        if way is None and tells_way(row, label):
            continue  # of what on what is not told
        source_above = source_over(row)
        slope = _slope_of(row, label)
        through = (way[1], way[2]) if way else through
        outcome = marks.get(mark) or (through[1] if through else outcome_of(view, row, columns))
        if slope:
            outcome = slope["b"] or outcome or _outcome_before(view, row)
        estimate = drafted(view, row, columns, mark, standard=view.says(r"(?<!un)(?<!non-)(?<!non)standardi[sz]ed"))
        if outcome is None or estimate is None:
            continue
        lead = next(c for s, c in columns.columns.items() if s in LEADING)
        what = beside_coefficients(view)
        if below and what in ("se", "t", "p"):
            attached(estimate.draft, below, lead.index, what)
        bare_label = _HEADED.sub("", label)
        source = times_meant(_of_letters(view, label) or product_of(view, label) or named(_unlettered(bare_label))[0])
        if source_above:  # `Salt via`, over its mediators
            through, source = (source, outcome), named(source_above)[0]
        if way:
            source = way[0]
        if slope:
            source = named(slope["a"])[0]
        context = section_labels(row)
        whole = "total" if context.get("effect") == "total" and "outcome" in context else None
        effect: Any = "interaction" if is_product(source) else whole or _sort(view)
        model = next((t for t in columns.labels if is_qualifier(t) == "model"), None) or context.get("model")
        apart = sample_of(view, columns) or next((t for t in columns.labels if is_qualifier(t) == "group"), "")
        if _ANSWER.fullmatch(apart) and len(columns.labels) > 1:
            apart = _answered(columns.labels[0], apart)
        group = label if slope else _NUMBERING.sub("", apart) or None
        sure = 0.94 - (0.1 if estimate.agreed is False else 0.0)
        out.append(
            estimate.draft.found(
                Path,
                sure,
                from_=source,
                to=named(_unlettered(outcome))[0],
                effect="indirect" if through else effect,
                via=through[0] if through else None,
                table=view.where,
                model=model,
                group=group,
                hypothesis=_hypothesis(view, row) or (beside if bare else None),
                verdict=_verdict(view, row),
            )
        )
    return out


_SLOPES = re.compile(
    r"(?:(?:conditional|simple)\s+(?:direct\s+)?(?:effects?|slopes?)|effects?\s+at\s+levels)\s+(?:of|for)\s+(?P<a>[^():]+?)"
    r"(?:\s+on\s+(?P<b>[^():]+?))?(?:\s+at\s+.*|\s*[(:].*)?",
    re.IGNORECASE,
)
_AT_LEVEL = re.compile(r"\S.*\s\(?(?:low|lower|mean|average|medium|moderate|high|higher)\)?", re.IGNORECASE)


def _slope_of(row: Row, label: str) -> "re.Match[str] | None":
    """`Conditional effects of salt`, over rows that are levels of something: `Frost low`, `Mean`."""
    level = is_level(label) or _AT_LEVEL.fullmatch(label)
    return _SLOPES.fullmatch(row.sections[-1].strip()) if row.sections and level else None


def _outcome_before(view: View, row: Row) -> str | None:
    """The outcome of the last equation above a row."""
    above = view.panel.rows[: view.panel.rows.index(row)]
    return next((told for r in reversed(above) if (told := section_labels(r).get("outcome"))), None)


_ANSWER = re.compile(r"yes|no|low|high|lower|higher|below|above", re.IGNORECASE)  # to what stands over it


def _answered(head: str, answer: str) -> str:
    """`University degree` over `Yes` and `No`: those with a degree, and `No university degree`."""
    if answer.lower() == "yes":
        return head
    return f"No {head[:1].lower()}{head[1:]}" if answer.lower() == "no" else f"{head}: {answer}"


_LETTERED = re.compile(r"(?P<letter>[XYMWZ]\d?)\s*\((?P<name>[^\W\d_][^()]{2,})\)")
_LETTER_BEHIND = re.compile(r"(?P<name>[^\W\d_][^()]{2,}?)\s*\((?P<letter>[XYMWZ]\d?)\)")


def _lettered(name: str) -> re.Match[str] | None:
    return _LETTERED.fullmatch(name.strip()) or _LETTER_BEHIND.fullmatch(name.strip())


def _unlettered(name: str) -> str:
    """`X (salt)` as PROCESS has it is salt."""
    match = _lettered(name)
    return match["name"] if match else name


def _of_letters(view: View, product: str) -> str | None:
    """`X × W` by the names that other rows give these letters."""
    factors = re.split(r"\s*[×*]\s*", product)
    meant = {m["letter"]: m["name"] for r in view.panel.rows if (m := _lettered(label_of(view, r)))}
    return " × ".join(meant[f] for f in factors) if len(factors) > 1 and all(f in meant for f in factors) else None


def _hypothesis(view: View, row: Row) -> str | None:
    """The label that stands before the predictor, where a column holds labels."""
    labels = (hypothesis_label(row.text(c.index))[0] for c in view.panel.of("hypothesis"))
    return next((label for label in labels if label and label != "H"), None)


def _verdict(view: View, row: Row) -> Any:
    """What became of its hypothesis, where all columns of verdicts say the same."""
    told = {v for c in view.panel.of("verdict") if (v := verdict_beside(row.text(c.index)))}
    return told.pop() if len(told) == 1 else None


_HEADED = re.compile(
    r"^(?i:controls?(?: variables?)?|main effects?|predictors?)[:\s]+(?=[A-Z])"
)  # a heading that ran in
_NUMBERING = re.compile(r"^\(?\d{1,2}[.)]\s*")


def _foot(view: View, sets: list[ColumnSet]) -> int:
    """The first of the rows at the end that speak of the model: one number, where each predictor has its error or t."""
    rows = view.panel.rows

    def holding(leading: bool) -> list[int]:
        columns = [c for s in sets for name, c in s.columns.items() if (name in LEADING) == leading]
        return [at for at, row in enumerate(rows) if any(row.content(c.index).numbers for c in columns)]

    below = [at for at, row in enumerate(rows) if at and bracketed(view, row)]
    if len(below) >= 3:
        return below[-1] + 1  # each has its error in the row below it
    full = holding(leading=False)
    inside = [at for at in holding(leading=True) if full and at <= full[-1]]
    return full[-1] + 1 if len(full) >= 3 and len(full) >= 0.8 * len(inside) else len(rows)


def _predicts(label: str) -> bool:
    """A row of a predictor, not of the model."""
    return not _SKIPPED.match(words_of(label)) and not is_intercept(label)


def _sort(view: View) -> str:
    """Total or indirect effects, where the caption of a square speaks of one sort alone."""
    said = set(re.findall(r"\b(total|direct|indirect) effects?", view.panel.caption.lower()))
    return said.pop() if len(said) == 1 and is_square(view) else "direct"


def _explained(view: View, row: Row, columns: ColumnSet, what: str) -> list[Found[Structural]]:
    lead: Column = next(c for s, c in columns.columns.items() if s in LEADING)
    numbers = row.content(lead.index).numbers
    outcome = outcome_of(view, row, columns)
    if not numbers or outcome is None or (not what.startswith("f") and not 0 <= numbers[0].value <= 1):
        return []
    draft = Draft(view)
    draft.put(what, row.cells[lead.index], numbers[0])
    model = next((t for t in columns.labels if is_qualifier(t) == "model"), None)
    return [draft.found(Structural, 0.93, outcome=named(outcome)[0], model=model)] if draft.values else []


def _marks(view: View, sets: list[ColumnSet]) -> dict[str, str]:
    """Letters behind numbers that name outcomes: `0.37D/0.27A` with `D: depression; A: anxiety`."""
    seen: list[str] = []
    for row in view.panel.rows:
        for columns in sets:
            for column in columns.columns.values():
                numbers = row.content(column.index).numbers
                if len(numbers) > 1 and all(n.mark for n in numbers):
                    seen += [n.mark for n in numbers if n.mark not in seen]
    meant = {mark: view.meaning(mark) for mark in seen}
    return {mark: name for mark, name in meant.items() if name} if all(meant.values()) else {}


KIND = Kind("regression", "relations", score, read)
