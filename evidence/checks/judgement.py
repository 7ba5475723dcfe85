"""From findings to a judgement on a paper, in the domains of INSPECT-SR. Never a score: counts of causes by level."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from evidence.checks.assess import checks
from evidence.checks.model import LOUD, Finding

__all__ = ["ORDER", "Concern", "Domain", "judge"]

Concern = Literal["no concerns", "some concerns", "serious concerns"]
ORDER: tuple[Concern, ...] = ("no concerns", "some concerns", "serious concerns")
_DOMAINS = {10: "text", 12: "conduct and transparency"}  # the other sections judge results
_LEVELS = ("note", "warn", "error", "critical")
_SERIOUS_ERRORS = 3  # so many distinct causes are no slip of the pen


@dataclass(frozen=True)
class Domain:
    """One domain: the concern, how many distinct causes at each level, and the findings behind them."""

    name: str
    concern: Concern
    causes: dict[str, int]
    findings: tuple[Finding, ...]


def judge(findings: Iterable[Finding]) -> tuple[Concern, tuple[Domain, ...]]:
    """The overall concern, which is that of the worst domain, and each domain.

    Identities count by distinct cause (findings of one group are one cause). Signals and sanity bounds never make a
    serious concern alone. Notices after publication are a domain of their own that the status service fills.
    """
    known = {c.id: c for c in checks()}
    by_domain: dict[str, list[Finding]] = {"results": [], "text": [], "conduct and transparency": []}
    for finding in findings:
        section = known[finding.check].section if finding.check in known else 8
        by_domain[_DOMAINS.get(section, "results")].append(finding)
    signals = {c.id for c in known.values() if c.sanity}
    domains = tuple(_domain(name, found, signals) for name, found in by_domain.items())
    return max((d.concern for d in domains), key=ORDER.index), domains


def _domain(name: str, findings: list[Finding], signals: set[str]) -> Domain:
    causes: dict[str, list[Finding]] = {}
    for number, finding in enumerate(findings):
        causes.setdefault(f"group {finding.group}" if finding.group else f"alone {number}", []).append(finding)
    worst = {cause: max((f.level for f in found), key=_LEVELS.index) for cause, found in causes.items()}
    proved = Counter(worst[c] for c, found in causes.items() if any(f.check not in signals for f in found))
    concern: Concern = "no concerns"
    if proved["critical"] or proved["error"] >= _SERIOUS_ERRORS:
        concern = "serious concerns"
    elif any(level in LOUD for level in worst.values()):
        concern = "some concerns"
    return Domain(name, concern, dict(Counter(worst.values())), tuple(findings))
