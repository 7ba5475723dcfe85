"""Pooled pairs that moved between two states: by how much, and which change of which study moved them.

An effect that is in an average now and was not (or the other way round, or with another number) is a reason, and its
own row says why. The share of a study is the new average as it would be had this study stayed as it was.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from evidence.pooling.contract import FAMILIES
from evidence.reports.alignment import Alignment
from evidence.reports.report import Section
from evidence.store.query import Answer

__all__ = ["moved"]

Pair = tuple[str, str, str]
Effect = dict[str, Any]
_NUMBERS = ("estimate", "ci_low", "ci_high", "p", "samples", "effects")
_SAME = 1e-9  # beyond it numbers of the same evidence differ by arithmetic alone
_ALPHA = 0.05
_ORDER = ("now significant", "no longer significant", "sign changed", "gone", "new", "moved")


@dataclass
class _Cause:
    """One change of one study, and how many effects it touches."""

    study: str
    text: str
    effects: int = 0
    keys: set[str] = field(default_factory=set)


def moved(both: Alignment) -> list[Section]:
    """The pairs whose averages differ, changes of significance first, and what moved each."""
    before, after = ({_pair(p): p for p in state["pooled"]} for state in (both.old, both.new))
    differing = [pair for pair in before.keys() | after.keys() if _differs(before.get(pair), after.get(pair))]
    if not differing:
        return []
    causes = _causes(both, set(differing))
    undone = _undone(both, causes)
    made = [_Move(pair, before.get(pair), after.get(pair), causes[pair], undone) for pair in differing]
    made.sort(key=lambda move: move.order)
    columns = (
        "source", "target", "change", "old", "new", "old_k", "new_k", "old_ci_low", "old_ci_high", "new_ci_low",
        "new_ci_high", "old_p", "new_p", "why", "estimand",
    )  # fmt: skip
    what = "A sample counts once; p below .05 is called significant."
    groups = groupby(made, key=lambda move: move.together)
    lines = tuple(line for _, group in groups for line in _lines(list(group)))
    sections = [Section("Pooled pairs", Answer(columns, tuple(move.row() for move in made)), what, lines)]
    each = [row for move in made if move.old and move.new for row in move.shares()]
    shares = ("source", "target", "estimand", "study", "cause", "effects", "estimate_without")
    told = "estimate_without: the new average, had this study stayed as it was."
    return [*sections, Section("What moved them", Answer(shares, tuple(each)), told)] if each else sections


def _pair(row: dict[str, Any]) -> Pair:
    return row["source"], row["target"], row["estimand"]


def _differs(old: dict[str, Any] | None, new: dict[str, Any] | None) -> bool:
    if old is None or new is None:
        return True
    return any(not _close(old[name], new[name]) for name in _NUMBERS)


def _close(a: float | None, b: float | None) -> bool:
    return a is b or (a is not None and b is not None and math.isclose(a, b, rel_tol=_SAME, abs_tol=_SAME))


# -- why ---------------------------------------------------------------------------------------------------------


def _used(state: Any, wanted: set[Pair]) -> dict[Pair, dict[tuple[str, str], Effect]]:
    """The effects that make the averages of some pairs, by study and place."""
    found: dict[Pair, dict[tuple[str, str], Effect]] = defaultdict(dict)
    for effect in state["effects"]:
        pair = _pair_of(effect)
        if pair in wanted and effect["exclusion"] is None and effect["vi"] is not None:
            found[pair][effect["study"], effect["pointer"]] = effect
    return found


def _pair_of(effect: Effect) -> Pair:
    """The pair an effect counts for; a correlation knows no direction."""
    ends = effect["source"], effect["target"]
    if effect["estimand"] in FAMILIES and FAMILIES[effect["estimand"]].measure == "z":
        ends = min(ends), max(ends)
    return *ends, effect["estimand"]


def _causes(both: Alignment, wanted: set[Pair]) -> dict[Pair, list[_Cause]]:
    """For each pair the changes of studies that changed what is averaged, by study."""
    here = _used(both.new, wanted)
    there: dict[Pair, dict[tuple[str, str], Effect]] = {
        pair: {_now(both, effect): effect for effect in effects.values()}
        for pair, effects in _used(both.old, wanted).items()
    }
    all_new = {(e["study"], e["pointer"]): e for e in both.new["effects"]}
    all_old = {_now(both, e): e for e in both.old["effects"]}
    found: dict[Pair, list[_Cause]] = {}
    for pair in wanted:
        causes: dict[tuple[str, str], _Cause] = {}
        old, new = there.get(pair, {}), here.get(pair, {})
        for key in sorted(old.keys() | new.keys()):
            text = _reason(both, key, old.get(key), new.get(key), all_old.get(key), all_new.get(key))
            if text:
                label = both.label(key[0])
                cause = causes.setdefault((key[0], text), _Cause(label, text))
                cause.effects += 1
                cause.keys.add(key[0])
        found[pair] = sorted(causes.values(), key=lambda cause: (cause.study, cause.text))
    return found


def _now(both: Alignment, effect: Effect) -> tuple[str, str]:
    """The place of an older effect, as the newer state names it."""
    key = effect["study"]
    return (both.same[key], both.pointer(key, effect["pointer"])) if key in both.same else (key, effect["pointer"])


def _reason(
    both: Alignment,
    key: tuple[str, str],
    old: Effect | None,
    new: Effect | None,
    was: Effect | None,
    now: Effect | None,
) -> str:
    """Why an effect counts for a pair now and did not, or the other way round, or counts differently."""
    if old is not None and new is not None:
        return _otherwise(both, key, old, new)
    if new is not None:
        if key[0] not in both.back:
            return "study added"
        return _in_or_out(both, key, was, new, into=True)
    assert old is not None
    if key[0] not in both.back:
        return "study removed"
    return _in_or_out(both, key, now, old, into=False)


def _in_or_out(both: Alignment, key: tuple[str, str], other: Effect | None, used: Effect, *, into: bool) -> str:
    """Why an effect that is used in one state is not in the other."""
    reading = both.reread(both.back[key[0]]) or "new reading"
    if other is None:
        return f"{reading}: {'read' if into else 'not read'} now"
    if _pair_of(other) != _pair_of(used):
        if other["estimand"] != used["estimand"]:
            return f"{reading}: another kind of effect"
        old, new = (other, used) if into else (used, other)
        names = [
            f"'{new[f'reported_{end}']}' now means {new[end]}" for end in ("source", "target") if old[end] != new[end]
        ]
        return f"mapped otherwise: {', '.join(names)}"
    if other["exclusion"]:
        why = str(other["exclusion"]).removeprefix("editorial status: ")
        said = _said(both, key, into=into)
        return f"no longer held out ({why}){said}" if into else f"{why}{said}"
    return f"{reading}: a sampling variance {'is' if into else 'no longer is'} printed"


def _said(both: Alignment, key: tuple[str, str], *, into: bool) -> str:
    """The decisions and findings since the older state that speak of an effect, in a few words."""
    row = "/".join(key[1].split("/")[:3])
    known = {d["id"] for d in both.old["decisions"]}
    words = [
        f"{d['kind']} by {d['coder']}: {d['reason']}"
        for d in both.new["decisions"]
        if d["id"] not in known and d["study"] == key[0] and d["pointer"] and _about(d["pointer"], key[1], row)
    ]
    before = {f["id"]: f["decision"] for f in both.old["findings"]}
    for f in both.new["findings"]:
        about = (
            f["study"] == key[0]
            and f["level"] == "critical"
            and any(f'"{row}{end}' in (f["subject"] or "") for end in ('"', "/"))
        )
        if about and f["id"] not in before and not into:
            words.append(f"finding {f['check']}")
        elif about and f["decision"] and f["decision"] != before.get(f["id"]):
            words.append(f"finding {f['check']}, {f['decided_by']}: {f['reason']}")
    return f"; {', '.join(dict.fromkeys(words))}" if words else ""


def _about(pointer: str, place: str, row: str) -> bool:
    """Whether a decision is about the number at a place, or about its row where that is a row of paths or effects."""
    return pointer == place or (row.startswith(("/paths/", "/effects/")) and f"{pointer}/".startswith(f"{row}/"))


def _otherwise(both: Alignment, key: tuple[str, str], old: Effect, new: Effect) -> str:
    """Why an effect that counts in both states counts with another number."""
    if _close(old["yi"], new["yi"]) and _close(old["vi"], new["vi"]) and old["sample"] == new["sample"]:
        return ""
    change = ", ".join(
        f"{name} {_told(old[name])} -> {_told(new[name])}"
        for name in ("value", "n")
        if not _close(old[name], new[name])
    )
    change = change or f"sampling variance {_told(old['vi'])} -> {_told(new['vi'])}"
    if new["correction"] and new["correction"] != old["correction"]:
        return f"{new['correction']} ({change})"
    reading = both.reread(both.back[key[0]])
    if reading:
        return f"{reading} ({change})"
    if old["correction"] and not new["correction"]:
        return f"no longer {old['correction']} ({change})"
    return f"{new['correction'] or 'computed otherwise'} ({change})"


def _told(value: float | None) -> str:
    return "none" if value is None else f"{value:.4g}"


# -- how much ----------------------------------------------------------------------------------------------------


def _undone(both: Alignment, causes: dict[Pair, list[_Cause]]) -> dict[tuple[Pair, str], float]:
    """The new average of a pair with one study as it was, for every study that changed; all at once."""
    import pandas as pd

    from evidence.pooling.every_pair import every_pair

    wanted = set(causes)
    olds, news = _used(both.old, wanted), _used(both.new, wanted)
    parts: list[dict[str, Any]] = []
    asked: list[tuple[Pair, str]] = []
    for pair, each in causes.items():
        for study in sorted({key for cause in each for key in cause.keys}):
            number = len(asked)
            asked.append((pair, study))
            before = [e for e in olds.get(pair, {}).values() if both.same.get(e["study"], e["study"]) == study]
            after = [e for e in news.get(pair, {}).values() if e["study"] != study]
            parts += [_as_given(e, number) for e in (*before, *after)]
    if not parts:
        return {}
    frame = every_pair(pd.DataFrame(parts), fewest=1)
    return {asked[int(n)]: value for n, value in zip(frame["source"], frame["estimate"].tolist(), strict=True)}


def _as_given(effect: Effect, number: int) -> dict[str, Any]:
    """An effect of a snapshot as pooling takes it: from its yi and vi, whatever they were made of."""
    z = FAMILIES[effect["estimand"]].measure == "z"
    return {
        "study_id": effect["study"], "sample": effect["sample"], "source": f"{number:09}", "target": "~",
        "estimand": effect["estimand"], "value": math.tanh(effect["yi"]) if z else effect["yi"],
        "n": 1 / effect["vi"] + 3 if z else math.nan, "se": math.sqrt(effect["vi"]),
    }  # fmt: skip


# -- telling -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Move:
    """A pair with its two averages and what lies between them."""

    pair: Pair
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    causes: Sequence[_Cause]
    undone: dict[tuple[Pair, str], float]

    @property
    def change(self) -> str:
        """What a reader would call it."""
        if self.old is None or self.new is None:
            return "new" if self.old is None else "gone"
        was, is_now = (p is not None and p < _ALPHA for p in (self.old["p"], self.new["p"]))
        if was != is_now:
            return "now significant" if is_now else "no longer significant"
        return "sign changed" if self.old["estimate"] * self.new["estimate"] < 0 else "moved"

    @property
    def order(self) -> tuple[Any, ...]:
        """Changes of significance first, then the largest."""
        far = abs(self.old["estimate"] - self.new["estimate"]) if self.old and self.new else 0
        many = max(side["samples"] for side in (self.old, self.new) if side)
        why = self.why if self.change in ("new", "gone") else ""
        return (_ORDER.index(self.change), why, -round(far, 9), -many, self.pair)

    @property
    def why(self) -> str:
        """Every cause in a line."""
        if not self.causes:
            return "the program: the same effects, pooled otherwise"
        return "; ".join(
            f"{cause.study}: {cause.text}" + (f", {cause.effects} effects" if cause.effects > 1 else "")
            for cause in self.causes
        )

    def row(self) -> tuple[Any, ...]:
        """The columns of the table."""
        old, new = self.old or {}, self.new or {}
        numbers = [side.get(name) for name in ("estimate", "samples") for side in (old, new)]
        ends = [side.get(name) for side in (old, new) for name in ("ci_low", "ci_high")]
        return (*self.pair[:2], self.change, *numbers, *ends, old.get("p"), new.get("p"), self.why, self.pair[2])

    @property
    def together(self) -> tuple[Any, ...]:
        """Pairs that came or went for one reason are told together."""
        return (self.change, self.why) if self.change in ("new", "gone") else self.pair

    @property
    def name(self) -> str:
        """The pair as a terminal shows it; a correlation knows no direction."""
        source, target, estimand = self.pair
        arrow = "--" if estimand in FAMILIES and FAMILIES[estimand].measure == "z" else "->"
        return f"{source} {arrow} {target} ({estimand})"

    def shares(self) -> Iterator[tuple[Any, ...]]:
        """A row per cause, with the average that would stand without it."""
        for cause in self.causes:
            (key,) = cause.keys
            yield (*self.pair, cause.study, cause.text, cause.effects, self.undone.get((self.pair, key)))


def _lines(moves: Sequence[_Move]) -> Iterator[str]:
    """As a terminal shows a pair that moved, or all pairs that came or went for one reason."""
    first = moves[0]
    if first.change in ("new", "gone"):
        yield f"{first.change}, because of {first.why}"
        for move in moves:
            yield f"  {move.name}: {_average(move.new or move.old)}"
        return
    yield f"{first.name}: {first.change}"
    yield f"  {_average(first.old)}  now  {_average(first.new)}"
    yield f"  because of {first.why}"


def _average(row: dict[str, Any] | None) -> str:
    if row is None:
        return "none"
    interval = f" [{row['ci_low']:.3f}, {row['ci_high']:.3f}]" if row["ci_low"] is not None else ""
    return f"{row['estimate']:.3f}{interval}, k = {row['samples']}"
