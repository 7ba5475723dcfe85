"""Hypotheses and paths: one relation to a row, a coefficient and its statistics beside it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from evidence.read.partial import Findings, Found
from evidence.read.tables.blocks import is_code
from evidence.read.tables.estimates import LEADING, WANTED, Estimate, drafted
from evidence.read.tables.panel import Column, Row
from evidence.read.tables.relations import Relation, hypothesis_label, relation, verdict
from evidence.read.tables.sets import ColumnSet, column_sets, section_labels
from evidence.read.tables.view import Kind, View, weigh
from evidence.read.tables.header import is_qualifier
from evidence.records import Hypothesis, Path

_ARROW_ONLY = re.compile(r"^\s*(?:<?[-–—=]{1,4}>?|→|←|↔|⇒|\W{1,4})\s*$")


def _ends(view: View, row: Row) -> Relation | None:
    """The relation a row states: in one cell, over three (Amos: target, arrow, source), or in columns of its own."""
    panel = view.panel
    source, target, via = panel.of("from"), panel.of("to"), panel.of("via")
    texts = [c for c in panel.columns if c.kind == "text" and c.statistic not in ("verdict", "source", "sign", "mediation")]
    for column in texts:
        said = row.text(column.index)
        found = relation(said) if said else None
        if found:
            return found
    for at in range(1, len(panel.columns) - 1):
        if _ARROW_ONLY.match(row.text(at)) and row.text(at - 1) and row.text(at + 1):
            joined = relation(" ".join(row.text(i) for i in (at - 1, at, at + 1)))
            if joined:
                return joined
    if source and target:
        a, b = row.text(source[0].index), row.text(target[0].index)
        m = row.text(via[0].index) if via else ""
        if a and b:
            return Relation(a, b, (m,) if m else (), "indirect" if m else _product(a))
    for column in texts:
        announced = column.statistic in ("relation", "hypothesis", "construct") or not column.words
        found = relation(row.text(column.index), announced=True) if announced else None
        if found:
            return found
    return None


def _product(name: str) -> Any:
    return "interaction" if re.search(r"\s[×*xX]\s|[×✕]|(?<=\w)\*(?=\w)", name) else "direct"


def _filled(view: View) -> View:
    """Sources and targets printed once for several rows, written out."""
    columns = [c.index for c in (*view.panel.of("from"), *view.panel.of("to")) if c.kind == "text"]
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


def _of_item(found: Relation) -> bool:
    """A loading printed as a relation: one end is the code of an item."""
    return is_code(found.source) != is_code(found.target) and bool(
        re.search(r"\d[a-z]?$", found.target if is_code(found.target) else found.source)
    )


def _relations(view: View) -> list[Relation | None]:
    found = [_ends(view, row) for row in view.panel.rows]
    items = [r for r in found if r and _of_item(r)]
    return [None] * len(found) if len(items) * 2 > len([r for r in found if r]) else found


def score(view: View) -> float:
    """Rows that state relations, a column of coefficients, words of hypotheses."""
    view = _filled(view)
    stated = _relations(view)
    share = sum(r is not None for r in stated) / len(stated) if stated else 0.0
    numbers = [c for c in view.panel.columns if set(c.statistics) & LEADING and c.kind == "number"]
    labels = any(hypothesis_label(r.text(c.index))[0] for r in view.panel.rows for c in view.panel.texts()[:2])
    return weigh(
        (0.5, share >= 0.5),
        (0.2, 0 < share < 0.5),
        (0.3, bool(numbers)),
        (0.1, labels),
        (0.1, view.captioned(r"path|hypothes|structural|regression|effect|relationship|路径|假设")),
        (0.1, bool(view.panel.of("t", "z", "cr", "p", "verdict"))),
        (-0.4, not numbers and not view.panel.of("verdict")),
    )


def read(view: View) -> Findings:
    """Every stated relation with its coefficient, for each group and model, and the verdicts."""
    view = _filled(view)
    stated = _relations(view)
    sets = column_sets(view, WANTED, LEADING)
    labels = _labels(view)
    paths: list[Found[Path]] = []
    hypotheses: list[Found[Hypothesis]] = []
    for row, ends, label in zip(view.panel.rows, stated, labels, strict=True):
        if ends is None:
            continue
        told = _verdict(view, row, len(sets))
        for columns in sets:
            estimate = drafted(view, row, columns)
            if estimate:
                paths.append(_path(view, row, ends, label, columns, estimate, told, len(sets)))
        if label and (told or sets):
            made = _hypothesis(view, row, ends, label, told)
            if made not in hypotheses:
                hypotheses.append(made)
    return Findings(paths=tuple(paths), hypotheses=tuple(hypotheses), abbreviations=dict(view.legend.meanings))


def _path(view: View, row: Row, ends: Relation, label: str | None, columns: ColumnSet, estimate: Estimate, told: Any, sets: int) -> Found[Path]:
    context = section_labels(row)
    model, group = context.get("model"), context.get("group")
    for text in columns.labels:
        if is_qualifier(text) == "model":
            model = text
        elif sets > 1:
            group = text
    effect: Any = ends.kind
    if effect == "direct" and {"indirect", "total"} & set(columns.columns):
        effect = "indirect" if "indirect" in columns.columns else "total"
    elif effect == "direct" and context.get("effect", "direct")[:8] in ("indirect", "total"):
        effect = context["effect"][:8]
    sure = 0.98 if ends.sure else 0.93
    sure -= 0.1 if estimate.agreed is False else 0.0
    return estimate.draft.found(
        Path, sure, from_=ends.source, to=ends.target, via="; ".join(ends.via) or None, effect=effect, hypothesis=label,
        table=view.where, verdict=told, group=group, model=model,
    )  # fmt: skip


def _hypothesis(view: View, row: Row, ends: Relation, label: str, told: Any) -> Found[Hypothesis]:
    """The hypothesis as the row, or the heading above it, states it."""
    said = next((r for r in (row.text(c.index) for c in view.panel.texts()) if hypothesis_label(r)[0]), "")
    above = section_labels(row).get("hypothesis", "")
    if not said and above:
        said, ends = above, relation(above, announced=True) or ends
    via = "; ".join(ends.via) or None
    printed = said.split(":")[0].split()[0] if said else None
    value = Hypothesis(label, printed=printed, from_=ends.source, to=ends.target, via=via, verdict=told)
    return Found(value, {}, view.where, 0.95 if ends.sure else 0.9, view.panel.page)


def _verdict(view: View, row: Row, sets: int) -> Any:
    """Supported or not, from the column that says so; behind a column of differences it speaks of the difference."""
    differences = [c.index for c in view.panel.of("difference")]
    for column in view.panel.of("verdict"):
        if sets > 1 and differences and column.index > differences[0]:
            continue
        found = verdict(row.text(column.index))
        if found:
            return found
    return None


def _labels(view: View) -> list[str | None]:
    """The hypothesis of each row; a number lost between its neighbours is theirs."""
    out: list[str | None] = []
    for row in view.panel.rows:
        label: str | None = None
        for column in _label_columns(view):
            label, _ = hypothesis_label(row.text(column.index))
            if label:
                break
        if label is None and "hypothesis" in section_labels(row):
            label, _ = hypothesis_label(section_labels(row)["hypothesis"])
        out.append(label)
    return list(_mended(out))


def _label_columns(view: View) -> list[Column]:
    announced = view.panel.of("hypothesis")
    return announced + [c for c in view.panel.texts() if c not in announced and c.statistic != "verdict"]


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
