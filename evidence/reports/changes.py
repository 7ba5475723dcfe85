"""What changed between two states of the evidence, and why: studies, values, statuses, findings, names, averages."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from evidence.reports.alignment import Alignment, State, aligned
from evidence.reports.moved import moved
from evidence.reports.report import Section
from evidence.store.query import Answer

__all__ = ["changes"]

Rows = list[tuple[Any, ...]]


def changes(old: State, new: State, title: str) -> list[Section]:
    """The sections of a comparison; one that says so where nothing changed."""
    both = aligned(old, new)
    found = ("study", "change", "level", "check", "finding", "message", "why")
    parts = [
        Section("Studies", Answer(("study", "change", "why", "values", "file"), _rows(_studies(both)))),
        Section("Values", Answer(("study", "pointer", "old", "new", "why"), _rows(_values(both)))),
        Section("Editorial status", Answer(("study", "old", "new", "since", "reason", "why"), _rows(_statuses(both)))),
        Section("Findings", Answer(found, judged := _rows(_findings(both))), blocks=_told(judged)),
        Section("Names", Answer(("study", "reported", "map", "old", "new", "why"), _rows(_names(both)))),
        *moved(both),
    ]  # fmt: skip
    held = [section for section in parts if section.answer is not None and section.answer.rows]
    if not held:
        dates = [max((s["as_of"] for s in each["statuses"]), default=None) for each in (old, new)]
        later = f" Editorial status was asked as of {dates[0]}, then {dates[1]}." if dates[0] != dates[1] else ""
        return [Section(title, remark=f"Nothing changed.{later}")]
    counts = tuple((section.title.lower(), len(section.answer.rows)) for section in held if section.answer)
    program = "" if old["software"] == new["software"] else f"Pooled by {old['software']}, then by {new['software']}."
    return [Section(title, Answer(("what", "changes"), counts), program), *held]


def _rows(rows: Iterable[tuple[Any, ...]]) -> tuple[tuple[Any, ...], ...]:
    """Rows in the order of their words; an empty cell comes first."""
    return tuple(sorted(rows, key=lambda row: [str(cell or "") for cell in row]))


# -- what was read -----------------------------------------------------------------------------------------------


def _studies(both: Alignment) -> Rows:
    rows: Rows = []
    for new, (mine, theirs) in enumerate(((both.same, both.old), (both.back, both.new))):
        for study in theirs["studies"]:
            if study["id"] not in mine:
                kind = "notice" if study["kind"] == "notice" else "study"
                count = len(theirs["values"].get(study["id"], ()))
                change = f"{kind} added" if new else f"{kind} removed"
                rows.append((both.label(study["id"], new=bool(new)), change, None, count, study["file"]))
    for key, other in both.same.items():
        if why := both.reread(key):
            count = len(both.new["values"].get(other, ()))
            rows.append((both.label(other), "read again", why, count, both.studies[1][other]["file"]))
    return rows


def _values(both: Alignment) -> Rows:
    """Numbers that read differently now, and numbers about which a person has decided since."""
    rows: Rows = []
    for key, other in both.same.items():
        if why := both.reread(key):
            before = {both.pointer(key, v[0]): v for v in both.old["values"].get(key, ())}
            after = {v[0]: v for v in both.new["values"].get(other, ())}
            for pointer in before.keys() | after.keys():
                pair = [side[pointer][1] if pointer in side else None for side in (before, after)]
                if pair[0] != pair[1]:
                    rows.append((both.label(other), pointer.removeprefix("(gone) "), *pair, why))
    return rows + _decided(both)


def _decided(both: Alignment) -> Rows:
    """Decisions about numbers that are new, or that no longer stand."""
    rows: Rows = []
    known = [{d["id"]: d for d in each["decisions"] if d["stands"]} for each in (both.old, both.new)]
    # the key of a study whose file was replaced is another one; a decision stays with the key it was given
    printed = [_printed(both.old, known[0].values()), _printed(both.new, known[1].values())]
    for key in known[0].keys() ^ known[1].keys():
        new = key in known[1]
        decision = known[new][key]
        if not decision["pointer"]:
            continue
        at = (decision["study"], decision["pointer"])
        said = decision["value"] if decision["kind"] == "corrected" else decision["kind"]
        earlier = [d for d in known[0].values() if (d["study"], d["pointer"]) == at]
        if not new and any(
            (d["study"], d["pointer"], d["coder"]) == (*at, decision["coder"]) for d in known[1].values()
        ):
            continue  # the same person has said something else since, which has its own row
        was = "; ".join(sorted({str(d["value"] or d["kind"]) for d in earlier})) or printed[new].get(at)
        who = f"{decision['kind']} by {decision['coder']}: {decision['reason']}"
        pair = (was, said) if new else (said, printed[1].get(at))
        rows.append((both.label(decision["study"]), decision["pointer"], *pair, who if new else f"no longer {who}"))
    return rows


def _printed(state: State, decisions: Iterable[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """What is printed at the places that decisions are about."""
    wanted = {d["study"] for d in decisions}
    return {(study, v[0]): v[1] for study in wanted for v in state["values"].get(study, ())}


# -- what is thought of it ---------------------------------------------------------------------------------------


def _statuses(both: Alignment) -> Rows:
    rows: Rows = []
    before, after = ({s["study"]: s for s in each["statuses"]} for each in (both.old, both.new))
    told = ("status", "use", "effective_date", "reason_class")
    for key, now in after.items():
        was = before.get(both.back.get(key, ""), {})
        if (was or now["status"] != "none") and any(was.get(name) != now[name] for name in told):
            rows.append(
                (
                    both.label(key),
                    was.get("status"),
                    now["status"],
                    now["effective_date"],
                    now["reason_class"],
                    now["words"],
                )
            )
    return rows


def _findings(both: Alignment) -> Rows:
    """Findings by their ids, which are made of the document, the check, its subject and what it observed."""
    rows: Rows = []
    before, after = ({f["id"]: f for f in each["findings"]} for each in (both.old, both.new))
    versions = [{f["check"]: f["version"] for f in side.values()} for side in (before, after)]
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        found = new or old
        assert found is not None
        label = both.label(found["study"], new=new is not None)
        what = (found["level"], found["check"], key[:8], found["message"])
        if old is None or new is None:
            change = "appeared" if old is None else "gone"
            rows.append((label, change, *what, _why(both, found, new is not None, versions)))
        elif old["decision"] != new["decision"]:
            said = f"{new['decided_by']}: {new['reason']}" if new["decision"] else None
            rows.append((label, new["decision"] or "undecided", *what, said))
        elif old["level"] != new["level"]:
            rows.append((label, f"was {old['level']}", *what, f"check version {old['version']}, now {new['version']}"))
    return rows


def _told(rows: Iterable[tuple[Any, ...]]) -> tuple[str, ...]:
    """Findings as a terminal shows them; those of studies that came or went are only counted."""
    counts: Counter[tuple[str, str]] = Counter()
    lines = []
    for study, change, level, check, finding, message, why in rows:
        if why in ("study added", "study removed"):
            counts[study, why] += 1
        else:
            lines.append(f"- {study}: {change} ({why}): {message} ({check}, {level}, {finding})")
    return (*lines, *(f"- {study}: {why}, with {n} findings" for (study, why), n in sorted(counts.items())))


def _why(both: Alignment, found: dict[str, Any], new: bool, versions: list[dict[str, str]]) -> str:
    """Why a finding appeared or went."""
    shared = both.back if new else both.same
    if found["study"] not in shared:
        return "study added" if new else "study removed"
    if why := both.reread(both.back[found["study"]] if new else found["study"]):
        return why
    was, now = (side.get(found["check"]) for side in versions)
    if was and now and was != now:
        return f"check version {was}, now {now}"
    return "assessed again"


def _names(both: Alignment) -> Rows:
    """Reported names of the studies in both states that mean something else now."""
    rows: Rows = []
    before = {(both.same.get(m["study"]), m["reported"], m["map"]): m for m in both.old["mappings"]}
    after = {(m["study"], m["reported"], m["map"]): m for m in both.new["mappings"]}
    for key in (before.keys() | after.keys()) - {key for key in before if key[0] is None}:
        old, new = before.get(key), after.get(key)
        said = [m and (m["construct"] + (" (reversed)" if m["polarity"] < 0 else "")) for m in (old, new)]
        if key[0] in both.back and said[0] != said[1]:
            by = (new or old or {})["coder"]
            why = f"{(new or old or {})['method']}{f' by {by}' if by else ''}" if new else "no longer mapped"
            rows.append((both.label(str(key[0])), key[1], key[2], *said, why))
    return rows
