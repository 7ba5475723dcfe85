"""What one table calls shorter than the rest of the paper: `Helping` over a column, for helping behaviour.

A variable that is measured or hypothesised under its own short name is none of these, nor is one beside its longer
namesake in the same table.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from evidence.read.partial import Findings, Found
from evidence.read.reconcile.vocabulary import key_of
from evidence.records import Hypothesis, Path

__all__ = ["OF_EVERYBODY", "in_full"]

# What is asked of everybody and begins or ends many a name: `age` is not `age discrimination`.
OF_EVERYBODY = (
    "age|gender|sex|education|income|tenure|experience|size|time|work|job|type|status|level|total|quality|control"
)
_OF_EVERYBODY = re.compile(rf"(?:{OF_EVERYBODY})s?")
_FEWEST_LETTERS = 4


def in_full(tables: Findings, prose: Findings) -> Findings:
    """The paths and equations of tables between the names that the paper gives its constructs."""
    known = _known(tables, prose)
    roles = _roles(tables, prose)
    beside: dict[str, set[str]] = defaultdict(set)
    for found in tables.paths:
        beside[found.where] |= {key_of(found.value.from_), key_of(found.value.to)}

    def called(name: str, role: str, where: str) -> str:
        full = _full(name, known)
        if full is None and (known_as := _at_any_time(name, known)):
            at_times = {key for key in beside[where] if key_of(_WHEN.sub("", key, count=1)) == key_of(known_as)}
            return known_as if len(at_times) == 1 and key_of(known_as) not in at_times else name
        if full is None or key_of(full) in beside[where]:
            return name
        meant = key_of(full) in roles[role] or (not any(roles.values()) and " " in name)
        return (full[0].upper() + full[1:] if name[0].isupper() else full) if meant else name

    return replace(
        tables,
        paths=tuple(_renamed(found, called) for found in tables.paths),
        structural=tuple(
            replace(f, value=replace(f.value, outcome=called(f.value.outcome, "to", f.where)))
            for f in tables.structural
        ),
    )


def _renamed(found: Found[Path], called: Callable[[str, str, str], str]) -> Found[Path]:
    path = found.value
    start, end = called(path.from_, "from", found.where), called(path.to, "to", found.where)
    via = called(path.via, "via", found.where) if path.via else path.via
    if (start, end, via) == (path.from_, path.to, path.via):
        return found
    return replace(found, value=replace(path, from_=start, to=end, via=via))


def _known(tables: Findings, prose: Findings) -> dict[str, str]:
    """The names that measures, matrices and hypotheses give, by their key."""
    told = (
        *(f.value.name for f in (*tables.constructs, *prose.constructs)),
        *(name for m in (*tables.correlations, *tables.htmt) for name in m.value.names),
        *(f.value.name for f in tables.descriptives),
        *(end for h in (*tables.hypotheses, *prose.hypotheses) for end in _ends(h.value)),
    )
    named: dict[str, str] = {}
    for name in told:
        named.setdefault(key_of(name), name)
    return named


def _ends(one: Hypothesis) -> Iterable[str]:
    return filter(None, (one.from_, one.to, one.via, one.moderator))


def _roles(tables: Findings, prose: Findings) -> dict[str, set[str]]:
    """Which constructs the hypotheses make sources, outcomes and mediators; a mediator is each of them."""
    roles: dict[str, set[str]] = {"from": set(), "to": set(), "via": set()}
    for found in (*tables.hypotheses, *prose.hypotheses):
        one = found.value
        roles["from"] |= {key_of(x) for x in (one.from_, one.moderator, one.via) if x}
        roles["to"] |= {key_of(x) for x in (one.to, one.via) if x}
        roles["via"] |= {key_of(x) for x in (one.via, one.from_, one.to) if x}
    return roles


_WHEN = re.compile(r"(?:momentary|daily|weekly|monthly|current|concurrent|later|subsequent)\s+(?=\S)")


def _at_any_time(name: str, known: dict[str, str]) -> str | None:
    """The variable of which a name says when it was asked: `Momentary joy`, where the paper measures joy."""
    key = key_of(name)
    when = _WHEN.match(key) if key not in known else None
    return known.get(key[when.end() :]) if when else None


def _full(name: str, known: dict[str, str]) -> str | None:
    """The one longer name that begins or ends with all the words of this one."""
    key = key_of(name)
    if len(key) < _FEWEST_LETTERS or key in known or "×" in key or _OF_EVERYBODY.fullmatch(key) or name.isupper():
        return None
    longer = [full for k, full in known.items() if "×" not in k and (k.startswith(f"{key} ") or k.endswith(f" {key}"))]
    return longer[0] if len(longer) == 1 else None
