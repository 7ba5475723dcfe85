"""Findings as a person reads them: what is printed, what it would have to be, why, and the likeliest wrong cell."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from evidence.errors import UsageError, nearest
from evidence.reports.report import Section
from evidence.store.query import Answer

if TYPE_CHECKING:
    from evidence.checks import Assessment, Finding

__all__ = ["LEVELS", "at_or_above", "catalogue", "explained", "findings", "judgement", "reread", "wording"]

LEVELS = ("critical", "error", "warn", "note")


def at_or_above(assessment: "Assessment", level: str) -> "list[Finding]":
    """The findings of a level and the graver ones, the gravest first."""
    wanted = LEVELS[: LEVELS.index(level) + 1]
    found = [f for f in assessment.findings if f.level in wanted]
    return sorted(found, key=lambda f: (LEVELS.index(f.level), f.group, f.check, f.at))


def findings(report: dict[str, Any], assessment: "Assessment", level: str) -> list[Section]:
    """The findings of one report with their proofs, then how every check answered."""
    found = at_or_above(assessment, level)
    columns = ("level", "check", "finding", "printed", "would have to be", "likeliest wrong", "should have been", "at")
    rows = tuple(
        (
            f.level,
            f.check,
            f.message,
            f.observed,
            f.expected,
            f.blames[0] if f.blames else None,
            _meant(f),
            ", ".join(f.at),
        )
        for f in found
    )
    document = report.get("document") or {}
    title = document.get("title") or document.get("file") or "the record"
    answers = list(assessment.answers.values())
    counts = ", ".join(f"{answers.count(a)} {a}" for a in ("ok", "inconsistent", "not evaluated", "not applicable"))
    said = f"{len(found)} findings of level {level} and above. Checks: {counts}."
    sections = [Section(title, Answer(columns, rows), said, tuple(_block(f) for f in found))]
    sections.append(judgement(assessment.findings))
    if assessment.not_evaluated:
        sections.append(Section("Could not be evaluated", _gaps(assessment)))
    return sections


def judgement(
    found: "Iterable[Finding]", decided: Mapping[int, str | None] | None = None, first: Sequence[tuple[Any, ...]] = ()
) -> Section:
    """Findings in the domains of INSPECT-SR, with what stands behind each concern; never a score.

    `decided` says of a finding (by its place among them) who decided what about it; `first` is what another source
    says of a domain of its own. The overall judgement is that of the worst domain.
    """
    from evidence.checks.judgement import ORDER, judge

    listed = list(found)
    said = {id(f): (decided or {}).get(i) for i, f in enumerate(listed)}
    overall, domains = judge(listed)
    rows = list(first)
    for domain in domains:
        causes = ", ".join(f"{domain.causes[level]} {level}" for level in LEVELS if level in domain.causes)
        checks = dict.fromkeys(f.check for f in domain.findings if f.level != "note")
        who = dict.fromkeys(w for f in domain.findings if (w := said[id(f)]))
        rows.append((domain.name, domain.concern, causes or None, ", ".join(checks) or None, "; ".join(who) or None))
    worst = max([overall, *(row[1] for row in rows)], key=ORDER.index)
    columns = ["domain", "concern", "causes", "behind it", "decided by"]
    if not any(row[-1] for row in rows):
        rows, columns = [row[:-1] for row in rows], columns[:-1]
    remark = f"Overall, as the worst domain: {worst}. Distinct causes by level; never a score."
    return Section("Judgement", Answer(tuple(columns), tuple(rows)), remark)


def reread(report: dict[str, Any]) -> list[Section]:
    """Numbers of a record that were read wrongly at first; none gives no section."""
    rows = tuple(
        (r["at"], r["first"], r["second"], r["route"], ", ".join(r.get("cleared", ())))
        for r in report.get("reread") or ()
    )
    columns = ("at", "first reading", "second reading", "by", "finding it clears")
    remark = "Our reading errors, repaired: none of this is charged to the paper."
    return [Section("Read again", Answer(columns, rows), remark)] if rows else []


def wording(text: str) -> list[Section]:
    """Phrases that paraphrasing machines leave behind, with their places in the text; none gives no section."""
    from evidence.status import phrases, strength

    found = phrases(text)
    rows = tuple((p.phrase, p.stands_for, p.start, p.end) for p in found)
    remark = f"A signal for a person ({strength(found)}), never a reason to exclude a study."
    columns = ("phrase", "stands for", "char start", "char end")
    return [Section("Wording", Answer(columns, rows), remark)] if found else []


def _meant(f: "Finding") -> str | None:
    return "; ".join(f"{c.text} ({c.slip})" for c in f.candidates[:3]) or None


def _block(f: "Finding") -> str:
    """One finding in a few lines: what, the two sides, the likeliest slip, the formula and where it is from."""
    lines = [f"{f.level.upper()}  {f.check}  {f.at[0] if f.at else ''}", f"  {f.message}"]
    lines.append(f"  printed {f.observed}; would have to be {f.expected}")
    if f.blames:
        meant = _meant(f)
        lines.append(f"  likeliest wrong: {f.blames[0]}" + (f"; perhaps {meant}" if meant else ""))
    lines.append(f"  {f.formula} ({f.reference})")
    return "\n".join(lines)


def _gaps(assessment: "Assessment") -> Answer:
    """What is missing, with the places counted: twelve paths without a p value are one gap."""
    places: dict[tuple[str, str], list[str]] = {}
    for gap in assessment.not_evaluated:
        places.setdefault((gap.check, gap.missing), []).append(gap.at)
    rows = tuple((check, missing, len(at), at[0]) for (check, missing), at in places.items())
    return Answer(("check", "missing", "places", "first"), rows)


def catalogue() -> Section:
    """Every check with what it needs."""
    from evidence.checks import checks

    rows = tuple((c.id, c.section, c.title, c.needs, "sanity bound" if c.sanity else "identity") for c in checks())
    return Section("", Answer(("check", "section", "title", "needs", "kind"), rows))


def explained(check_id: str) -> Section:
    """One check: formula, source, preconditions, and the false alarms it avoids."""
    from evidence.checks import checks

    known = {c.id: c for c in checks()}
    if check_id not in known:
        raise UsageError(f"there is no check '{check_id}'", todo=nearest(check_id, sorted(known)))
    c = known[check_id]
    parts = {"title": c.title, "formula": c.formula, "needs": c.needs, "avoids": c.avoids, "from": c.reference}
    kind = "a sanity bound or an unlikely pattern" if c.sanity else "an identity: it fires only on proof"
    rows = (*((name, text) for name, text in parts.items() if text), ("kind", kind))
    return Section(c.id, Answer(("what", "says"), rows))
