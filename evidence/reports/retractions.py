"""Editorial status as a person reads it: what is known from whom as of when, what changed, what it does to averages."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from evidence.reports.report import Section
from evidence.status.status import Status, since
from evidence.store.query import Answer, ask

if TYPE_CHECKING:
    import pandas as pd

    from evidence.store.notices import Imported

__all__ = ["Update", "changes", "impact_sections", "listing", "statuses", "updated"]

_COMPARED = ("status", "effective_date", "reason_class", "conflict", "needs_confirmation")
_SEARCHED = "SELECT COUNT(*) FROM editorial_status WHERE status = 'none'"


# -- what is known of a work -----------------------------------------------------------------------------------


def statuses(found: Sequence[tuple[str, str | None, Status]]) -> list[Section]:
    """What is known of each work asked about, then what each source says of it."""
    answers = tuple(
        (name, label, _named(s.status), s.use, s.effective_date, s.reason_class, str(s)) for name, label, s in found
    )
    said = tuple((name, one.name, one.snapshot, one.words) for name, _, s in found for one in s.said)
    blocks = tuple(_block(name, label, s) for name, label, s in found)
    columns = ("asked", "study", "status", "use", "since", "reason", "what is known")
    sections = [Section("", Answer(columns, answers), blocks=blocks)]
    if said:
        sections.append(Section("What each source says", Answer(("asked", "source", "as of", "says"), said)))
    return sections


def _named(status: str) -> str:
    return "no notice known" if status == "none" else status


def _block(name: str, label: str | None, s: Status) -> str:
    lines = [name + (f"  (study {label})" if label else ""), f"  {s}"]
    lines.append(f"  use: {s.use}" + (f"; reason: {s.reason_class}" if s.reason_class else ""))
    return "\n".join(lines)


# -- what came in and what changed -----------------------------------------------------------------------------

_NAMED = 5  # skipped rows that are named; the rest is counted


@dataclass
class Update:
    """What came in, what was left out and why, and which studies stand otherwise than before."""

    imported: "list[Imported]" = field(default_factory=list)
    skipped: int = 0
    first_skipped: list[str] = field(default_factory=list)
    log: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    before: dict[str, dict[str, Any]] = field(default_factory=dict)
    after: dict[str, dict[str, Any]] = field(default_factory=dict)

    def skip(self, where: str, why: str) -> None:
        """Count a row that is left out; the first few are named."""
        self.skipped += 1
        if len(self.first_skipped) < _NAMED:
            self.first_skipped.append(f"{where}: {why}")


def updated(update: Update) -> list[str]:
    """What came in and what was left out, in lines."""
    lines = []
    for one in update.imported:
        when = f" of {one.snapshot}" if one.snapshot else ""
        before = f", {one.before} before" if one.before != one.after else ""
        lines.append(f"{one.name}{when}: {one.after} notice{'' if one.after == 1 else 's'}{before}")
    if update.skipped:
        lines.append(f"{update.skipped} left out: " + "; ".join(update.first_skipped))
        if update.skipped > len(update.first_skipped):
            lines[-1] += f"; and {update.skipped - len(update.first_skipped)} more"
    return lines


def changes(update: Update) -> Section:
    """The studies that stand otherwise than before."""
    rows = []
    for study in sorted(update.before.keys() | update.after.keys()):
        old, new = update.before.get(study), update.after.get(study)
        if [old and old[c] for c in _COMPARED] != [new and new[c] for c in _COMPARED]:
            rows.append((study, _state(old), _state(new), new["use"] if new else "keep", new["words"] if new else None))
    remark = "" if rows else "No study stands otherwise than before."
    columns = ("study", "before", "now", "use", "what is known")
    return Section("Changed", Answer(columns, tuple(rows)) if rows else None, remark)


def _state(row: dict[str, Any] | None) -> str:
    return since(row["status"], row["effective_date"]) if row else "no notice known"


def listing(engine: Engine) -> list[Section]:
    """The sources with their dates, the studies with a notice, what persons entered."""
    sources = ask(engine, "SELECT source, name, snapshot AS as_of, notices, origin FROM notice_source ORDER BY source")
    found = ask(
        engine,
        "SELECT st.label AS study, es.status, es.use, es.effective_date AS since, es.reason_class AS reason, es.words"
        " FROM editorial_status AS es JOIN study AS st ON st.id = es.study_id"
        " WHERE es.status <> 'none' AND es.status <> 'unknown' ORDER BY st.label",
    )
    entered = ask(
        engine,
        "SELECT work_doi, work_pmid, nature, notice_date, reasons, note AS coder FROM editorial_notice"
        " WHERE source = 'person' ORDER BY work_doi, work_pmid, notice_date, nature, note",
    )
    silent = ask(engine, _SEARCHED).rows[0][0]
    remark = f"On {silent} studies no notice is known from the sources that were asked." if silent else ""
    told = Answer(entered.columns, tuple((*row[:4], "; ".join(json.loads(row[4])), row[5]) for row in entered.rows))
    sections = [Section("Sources", sources), Section("Studies with a notice", found, remark)]
    return [*sections, Section("Entered by persons", told)] if entered.rows else sections


# -- what falls with it ----------------------------------------------------------------------------------------


def impact_sections(
    fallen: Sequence[tuple[Any, ...]], moved: "pd.DataFrame", building: Sequence[tuple[Any, ...]]
) -> list[Section]:
    """The fallen studies, every pooled answer that rests on them with and without, and who cites fallen work."""
    columns = ("study", "status", "since", "reason", "use", "what is known")
    sections = [Section("Held out for their status", Answer(columns, tuple(fallen)))]
    changed = [row for row in moved.to_dict("records") if row["changes"]]
    calm = [row for row in moved.to_dict("records") if not row["changes"]]
    sections.append(
        Section(
            "Conclusions that change without them",
            Answer(_POOLED, tuple(line for row in changed for line in _lines(row, row["changes"]))),
            "direction: the other side of zero; significance: p crosses .05; interval: an average lies outside the"
            " other's interval; heterogeneity: tau2 becomes or ceases to be zero, or I2 moves by 25 points.",
        )
    )
    if calm:
        rows = tuple(line for row in calm for line in _lines(row, "the numbers only"))
        sections.append(Section("Conclusions that stay", Answer(_POOLED, rows)))
    cited = tuple(
        (study, at, label, title, doi, since(s.status, s.effective_date), "yes" if s.needs_confirmation else None,
         level, "says so itself" if exempt else None)
        for study, at, label, title, doi, s, level, exempt in building
    )  # fmt: skip
    names = ("study", "place", "label", "cited work", "doi", "status", "to be confirmed", "level", "remark")
    remark = "place: in the reference list. warn: fallen before the study; note: since then, or dates do not tell."
    sections.append(Section("Studies that build on fallen work", Answer(names, cited), remark))
    return sections


_POOLED = (
    "source", "target", "estimand", "changes", "evidence", "samples", "estimate", "ci_low", "ci_high", "p", "tau2",
    "i2",
)  # fmt: skip
_NUMBERS = _POOLED[6:]


def _lines(row: dict[Any, Any], changes: str) -> list[tuple[Any, ...]]:
    """A pooled pair in two lines: with the fallen work, and without."""
    pair = (row["source"], row["target"], row["estimand"], changes)
    return [
        (*pair, evidence, int(row[f"samples{end}"]), *(_number(row[name + end]) for name in _NUMBERS))
        for evidence, end in (("with retracted", ""), ("without", "_without"))
    ]


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
