"""The list of checks, the page of one, and the page of all: the same fields that the checks are made of."""

from dataclasses import dataclass

from evidence.checks.assess import checks
from evidence.checks.model import Check
from evidence.errors import UsageError, nearest

__all__ = ["SECTIONS", "CheckInfo", "catalogue", "explain", "measured", "page"]

SECTIONS = {
    2: "Test statistics and p values",
    3: "Ranges and scales",
    4: "Measurement model",
    5: "Global fit",
    6: "Structural model",
    7: "Mediation",
    8: "Sample and descriptive statistics",
    9: "Duplicates and patterns",
    10: "Text against tables",
    11: "fsQCA",
    12: "The document itself",
}
_MEASURED = "## Measured"
_HEAD = """\
# Checks

Generated from the checks themselves; do not edit. `evidence check --list` prints the list,
`evidence check --explain ID` one entry.

A printed number stands for every value that rounds to it. A check reports only what no choice of unrounded values can
satisfy; where programs differ (N or N - 1, one tail or two), every convention the paper does not rule out is admitted.
A finding that vanishes when digits are read as cut off is a note, or a warning where other identities of the report
hold only for rounded digits.
Findings that share a cell form a group, and the cell whose change by one slip clears the group is blamed first.
Entries of the kind `sanity bound or unlikely pattern` are no proofs and say so; the others are.
"""


@dataclass(frozen=True)
class CheckInfo:
    """One line of the list."""

    id: str
    title: str
    section: str
    signal: bool


def catalogue() -> list[CheckInfo]:
    """Every check, by section and name."""
    return [CheckInfo(c.id, c.title, SECTIONS[c.section], c.sanity) for c in checks()]


def explain(id: str) -> str:
    """The page of one check: what it says, its formula, when it applies, where it is from."""
    known = {c.id: c for c in checks()}
    if id not in known:
        raise UsageError(f"there is no check '{id}'", todo=nearest(id, sorted(known)))
    return _entry(known[id])


def _entry(check: Check) -> str:
    kind = "sanity bound or unlikely pattern" if check.sanity else "identity or bound that holds for all data"
    lines = [
        f"### {check.id}",
        "",
        f"{check.title[0].upper()}{check.title[1:]}.",
        "",
        f"- formula: `{check.formula}`",
        f"- needs: {check.needs}",
        f"- kind: {kind}",
    ]
    if check.avoids:
        lines.append(f"- does not mistake for it: {check.avoids}")
    lines.append(f"- reference: {check.reference}")
    return "\n".join(lines)


def page(measured: str) -> str:
    """`schema/checks.md`: all entries by section, then what the benchmark measured."""
    every = checks()
    parts = [_HEAD, f"{len(every)} checks.\n"]
    for number, title in SECTIONS.items():
        entries = [_entry(c) for c in every if c.section == number]
        parts.append(f"## {title}\n\n" + "\n\n".join(entries) + "\n")
    return "\n".join(parts) + f"\n{_MEASURED}\n\n{measured.strip()}\n"


def measured(text: str) -> str:
    """The part of a page that the benchmark wrote."""
    return text.partition(f"\n{_MEASURED}\n\n")[2].strip()
