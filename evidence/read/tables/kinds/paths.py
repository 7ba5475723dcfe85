"""Hypotheses and paths: one relation to a row, a coefficient and its statistics beside it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from evidence.read.late import late
from evidence.read.partial import Findings, Found
from evidence.read.tables.blocks import code_prefix, is_code
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.estimates import (
    LEADING,
    WANTED,
    Estimate,
    attached,
    bracketed,
    by_arithmetic,
    drafted,
    of_unprinted,
)
from evidence.read.tables.header import is_qualifier, statistic
from evidence.read.tables.relations import Relation, hypothesis_label, relation, verdict, verdict_beside
from evidence.read.tables.sets import OF_GROUPS, ColumnSet, column_sets, section_labels
from evidence.read.tables.stated import ends, filled, groups, label_in, models, of_item
from evidence.read.tables.unnamed import completed
from evidence.read.tables.view import Kind, View, weigh
from evidence.records import Hypothesis, Path


def _relations(view: View) -> list[Relation | None]:
    found = completed(view, [ends(view, row) for row in view.panel.rows])
    items = [r for r in found if r and of_item(r)]
    if len(items) * 2 > len([r for r in found if r]):
        return [None] * len(found)
    loaded = Counter((code_prefix(r.target), r.source) for r in items if is_code(r.target))
    return [None if r and r in items and loaded[(code_prefix(r.target), r.source)] > 1 else r for r in found]


def score(view: View) -> float:
    """Rows that state relations, a column of coefficients, words of hypotheses."""
    view = filled(view)
    numbers = [c for s in _sets(view) for c in s.columns.values() if c.kind == "number"]
    if not numbers and not view.panel.of("verdict"):
        return 0.0  # relations alone are no results
    stated = [r for r, row in zip(_relations(view), view.panel.rows, strict=True) if not bracketed(view, row)]
    share = sum(r is not None for r in stated) / len(stated) if stated else 0.0
    labels = any(hypothesis_label(r.text(c.index))[0] for r in view.panel.rows for c in view.panel.texts()[:2])
    return weigh(
        (0.5, share >= 0.5),
        (0.2, 0 < share < 0.5),
        (0.3, bool(numbers)),
        (0.1, labels),
        (0.1, view.captioned(r"path|hypothes|structural|regression|effect|relationship|mediat|路径|假设|效应|中介")),
        (0.1, bool(view.panel.of("t", "z", "cr", "p", "verdict"))),
        (-0.5, sum(r is not None and r.kind == "covariance" for r in stated) > 0.5 * len(stated)),
        (-0.5, share < 0.5 and bool(view.panel.of("loading", "alpha", "ave", "item"))),
    )


def read(view: View) -> Findings:
    """Every stated relation with its coefficient, for each group and model, and the verdicts."""
    view = filled(view)
    stated = _relations(view)
    sets = _sets(view)
    labels = _labels(view)
    paths: list[Found[Path]] = []
    hypotheses: list[Found[Hypothesis]] = []
    below = [*view.panel.rows[1:], None]
    for row, claim, label, under in zip(view.panel.rows, stated, labels, below, strict=True):
        told = _verdict(view, row, len(sets))
        if claim is None and label and label != "H" and told:  # `H4: mediation by trust`: what runs where is not said
            hypotheses.append(Found(Hypothesis(label, verdict=told), {}, view.where, 0.9, view.panel.page))
        if claim is None or bracketed(view, row):
            continue
        for columns in sets:
            estimate = drafted(view, row, columns)
            if estimate and under and bracketed(view, under):
                _attach(view, estimate, under, columns)
            if estimate and len(sets) == 1:
                _judged_at(view, row, estimate)
            if estimate:
                paths.append(_path(view, row, claim, label, columns, estimate, told, len(sets)))
        if label and (told or sets):
            made = _hypothesis(view, row, claim, label, told)
            if made not in hypotheses:
                hypotheses.append(made)
    return Findings(paths=tuple(of_unprinted(paths)), hypotheses=tuple(hypotheses))


def _sets(view: View) -> list[ColumnSet]:
    """The columns of coefficients; those headed by groups alone where caption, notes or stars say what they hold."""
    announced = column_sets(view, WANTED, LEADING)
    if not announced and view.panel.of("loading") and not _of_items(view):  # some papers call coefficients loadings
        found = column_sets(view, WANTED | {"loading"}, frozenset({"loading"}))
        renamed = [{"beta" if s == "loading" else s: c for s, c in x.columns.items()} for x in found]
        return [ColumnSet(columns, x.labels) for columns, x in zip(renamed, found, strict=True)]
    if not announced and (middles := _posterior(view)):
        return middles
    if not announced and not any(c.words for c in view.panel.columns):
        return by_arithmetic(view) or _only(view)
    if announced or view.says(r"loading|reliab|correlat|descriptive|vif\b|\bf2\b|effect size|difference test"):
        return announced
    rows = [row for row in view.panel.rows if not bracketed(view, row)]
    starred = any(row.content(c.index).stars for row in rows for c in view.panel.numbers())
    plain_columns = [
        c for c in view.panel.numbers() if not c.statistics and c.words and not OF_GROUPS.search(c.words[-1])
    ]
    within = all(abs(n.value) <= 1.5 for r in rows for c in plain_columns for n in r.content(c.index).numbers[:1])
    compared = bool(view.panel.of("relation") and view.panel.of("difference")) and len(plain_columns) > 1
    if within and (starred or compared or view.says(_COEFFICIENTS)):
        return [ColumnSet({"beta": c}, c.words) for c in plain_columns]
    return []


_COEFFICIENTS = (
    r"path|coefficient|standardi[sz]ed|estimate|β|beta|路径|\bsem\b|structural (?:equation )?model"
    r"|t ?-? ?values? (?:are )?in (?:paren|brack)"
)


def _of_items(view: View) -> bool:
    """Whether a table of loadings has the wordings of items, which may read like relations, and draws no path."""
    drawn = any("→" in text or "->" in text for row in view.panel.rows for text in (view.panel.stub(row),))
    return view.captioned(r"loading|measurement|reliab|items?\b|factor") and not drawn


def _posterior(view: View) -> list[ColumnSet]:
    """The medians or means of what a Bayesian analysis found, where an interval stands beside each."""
    middle = "median" if view.panel.of("median") else "mean"
    if middle == "mean" and not view.says(r"bayes|posterior|credib"):
        return []
    found = column_sets(view, WANTED | {middle}, frozenset({middle}))
    return [
        ColumnSet({"coef" if s == middle else "se" if s == "sd" else s: c for s, c in x.columns.items()}, x.labels)
        for x in found
        if {"ci", "ci_lo"} & set(x.columns)
    ]


def _only(view: View) -> list[ColumnSet]:
    """The one column of numbers of a table without headings, where the caption says what it holds."""
    numbers = view.panel.numbers()
    told = _HELD.search(view.panel.caption)
    if len(numbers) != 1 or told is None:
        return []
    sort = told["sort"] or ""
    return [ColumnSet({sort.lower() if sort.lower() in LEADING else "beta": numbers[0]})]


_HELD = late(
    r"\b(?:path|standardi[sz]ed|regression)\s+coefficients?\b|\b(?P<sort>direct|indirect|total)\s+effects?\b", re.I
)


def _attach(view: View, estimate: Estimate, under: Row, columns: ColumnSet) -> None:
    """What stands in brackets under the coefficient, as the notes or its size say."""
    lead = next(c for s, c in columns.columns.items() if s in LEADING)
    numbers = under.content(lead.index).numbers
    what = view.legend.in_brackets or ("t" if numbers and abs(numbers[0].value) > 2 else None)
    if what in ("se", "t", "p"):
        attached(estimate.draft, under, lead.index, what)


def _judged_at(view: View, row: Row, estimate: Estimate) -> None:
    """The p that stands with the verdict: `Supported (p < .001)`."""
    for column in view.panel.of("verdict"):
        for number in row.content(column.index).numbers:
            if re.search(r"(?:^|\s)p$", number.name.strip(), re.IGNORECASE) and 0 <= number.value <= 1:
                estimate.draft.put("p", row.cells[column.index], number)


def _path(
    view: View,
    row: Row,
    claim: Relation,
    label: str | None,
    columns: ColumnSet,
    estimate: Estimate,
    told: Any,
    sets: int,
) -> Found[Path]:
    context = section_labels(row)
    model, group = context.get("model"), context.get("group")
    for text in columns.labels:
        if is_qualifier(text) == "model":
            model = text
        elif sets > 1:
            group = text
    if group and group.casefold() == claim.target.casefold():
        group = None  # the outcome that stands over its rows
    group = claim.condition or group or next((t for c in groups(view) if (t := row.text(c.index))), None)
    model = model or next((t for c in models(view) if (t := row.text(c.index))), None)
    effect: Any = claim.kind
    via = claim.via
    if effect == "indirect" and (other := _of_another_sort(columns)):  # `总效应` over a column beside `A → M → B`
        effect, via = other, ()
    if effect == "direct" and (sort := _sort(columns)):
        effect = sort
    elif effect == "direct" and _told_total(row):
        effect = "total"
    elif effect == "direct" and context.get("effect", "direct")[:8] in ("indirect", "total"):
        effect = context["effect"][:8]
    sure = 0.98 if claim.sure else 0.93
    sure -= 0.1 if estimate.agreed is False else 0.0
    return estimate.draft.found(
        Path, sure, from_=claim.source, to=claim.target, via="; ".join(via) or None, effect=effect,
        hypothesis=label, table=view.where, verdict=told, group=group, model=model, sign=_sign(view, row),
    )  # fmt: skip


def _sign(view: View, row: Row) -> Any:
    """The direction that was hypothesised, where a column gives it."""
    for column in view.panel.of("sign"):
        said = row.text(column.index).strip("() ").lower()
        if said in ("+", "positive", "pos.", "正"):
            return "+"
        if said in ("-", "–", "negative", "neg.", "负"):
            return "-"
    return None


def _sort(columns: ColumnSet) -> str | None:
    """Indirect or total, where the columns or the heading over them say so."""
    said = {statistic(word) for s, c in columns.columns.items() if s in LEADING for word in c.words} | set(
        columns.columns
    )
    return next((sort for sort in ("indirect", "total") if sort in said), None)


def _of_another_sort(columns: ColumnSet) -> str | None:
    """Total or direct, where the heading over the columns says so and speaks of no indirect effect."""
    said = {statistic(word) for c in columns.columns.values() for word in c.words} & {"direct", "total", "indirect"}
    return said.pop() if len(said) == 1 and said != {"indirect"} else None


_TOTAL_EFFECT = re.compile(r"(?:the )?total (?:effect|influence)|total$|总(?:的)?(?:效应|影响)", re.IGNORECASE)


def _told_total(row: Row) -> bool:
    """`Total effect of X on Y`, or `Total` beside the relation."""
    first = [row.text(i) for i in range(min(2, len(row.cells)))]
    return any(_TOTAL_EFFECT.match(text) for text in first)


def _hypothesis(view: View, row: Row, claim: Relation, label: str, told: Any) -> Found[Hypothesis]:
    """The hypothesis as the row, or the heading above it, states it."""
    said = next((r for r in (row.text(c.index) for c in view.panel.texts()) if hypothesis_label(r)[0]), "")
    above = section_labels(row).get("hypothesis", "")
    if not said and above:
        said, claim = above, relation(above, announced=True) or claim
    via = "; ".join(claim.via) or None
    first = said.split(":")[0].split()[0] if said else ""
    printed = first if hypothesis_label(first)[0] else None
    value = Hypothesis(label, printed=printed, from_=claim.source, to=claim.target, via=via, verdict=told)
    return Found(value, {}, view.where, 0.95 if claim.sure else 0.9, view.panel.page)


_USUAL = re.compile(r"\b0?\.05\b|5 ?%")


def _verdict(view: View, row: Row, sets: int) -> Any:
    """Supported or not, from the column that says so; behind a column of differences it speaks of the difference."""
    differences = [c.index for c in view.panel.of("difference")]
    columns = view.panel.of("verdict") or _mediates(view)
    usual = [c for c in columns if any(_USUAL.search(w) for w in c.words)]
    own = [c for c in usual or columns if not (sets > 1 and differences and c.index > differences[0])]
    if not columns:  # `H1: supported`
        labels = [c for c in view.panel.of("hypothesis") if not (sets > 1 and differences and c.index > differences[0])]
        told = {verdict(hypothesis_label(row.text(c.index))[1]) for c in labels} - {None}
        return told.pop() if len(told) == 1 else None
    found = {v for c in own if (v := verdict_beside(row.text(c.index)))}
    return found.pop() if len(found) == 1 else None  # samples that disagree judge it in no one way


def _mediates(view: View) -> list[Column]:
    """A column `Mediation` that says `Yes` or `No` of each hypothesis."""
    columns = [c for c in view.panel.of("mediation") if view.panel.of("hypothesis")]
    return [c for c in columns if all(_YES_OR_NO.fullmatch(row.text(c.index)) for row in view.panel.rows)]


_YES_OR_NO = re.compile(r"yes|no", re.IGNORECASE)


def _labels(view: View) -> list[str | None]:
    """The hypothesis of each row; a number lost between its neighbours is theirs."""
    out: list[str | None] = []
    for row in view.panel.rows:
        label: str | None = None
        for column in _label_columns(view):
            label = label_in(column, row.text(column.index))
            if label:
                break
        if label is None:  # `H1 accepted`
            judged = (hypothesis_label(row.text(c.index)) for c in view.panel.of("verdict"))
            label = next((found for found, rest in judged if found and found != "H" and verdict(rest)), None)
        if label is None and "hypothesis" in section_labels(row):
            label, _ = hypothesis_label(section_labels(row)["hypothesis"])
        if label is None and any(_SCANNED.fullmatch(row.text(c.index)) for c in view.panel.of("hypothesis")):
            label = "H"  # a digit read as a letter: `HB`
        out.append(label)
    return list(_mended(out))


def _label_columns(view: View) -> list[Column]:
    announced = view.panel.of("hypothesis")
    return announced + [c for c in view.panel.texts() if c not in announced and c.statistic != "verdict"]


_SCANNED = re.compile(r"[HН][A-ZА-Яa-z|!?§$&]{1,2}")


def _mended(labels: list[str | None]) -> Iterator[str | None]:
    for i, label in enumerate(labels):
        if label != "H":
            yield label
            continue
        before = re.fullmatch(r"H(\d+)", labels[i - 1] or "") if i else None
        after = re.fullmatch(r"H(\d+)", labels[i + 1] or "") if i + 1 < len(labels) else None
        if after and int(after[1]) > 1 and (before is None or int(after[1]) - int(before[1]) == 2):
            yield f"H{int(after[1]) - 1}"
        else:
            yield None


KIND = Kind("paths", "relations", score, read)
