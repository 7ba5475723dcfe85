"""A person's word on a value or a finding: added, never written over, and kept apart from what a document says."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, select

from evidence.errors import UsageError, nearest
from evidence.records import Printed
from evidence.store.bulk import insert
from evidence.store.engine import one_writer
from evidence.store.tables import metadata

__all__ = ["ABOUT_FINDINGS", "ABOUT_VALUES", "Decided", "decide_finding", "decide_value"]

ABOUT_VALUES = ("accepted", "corrected", "rejected")
ABOUT_FINDINGS = ("confirmed", "dismissed", "explained")
_SHORTEST = 4  # of the beginning of a finding's id
_SHOWN = 40  # names that a refusal may list

_decision = metadata.tables["decision"]
_finding = metadata.tables["finding"]
_span = metadata.tables["source_span"]
_unread = metadata.tables["unread"]
# what pooling takes as a number: `<.001` is printed, but it is no coefficient
_POOLED = re.compile(
    r"^/(paths/\d+/(b|beta|se|stat|p|ci_lo|ci_hi)|effects/\d+/(indirect|se|p)"
    r"|(correlations/\d+|htmt)/lower/\d+/\d+|sample/.*n)$"
)
_BOUNDED = re.compile(r"/p$")  # a p may be a bound: then it gives no variance
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")


@dataclass(frozen=True)
class Decided:
    """One decision as it stands: about what, what was printed there, and whether it was there before."""

    subject: str
    printed: str
    kind: str
    value: str | None
    new: bool


def decide_value(
    engine: Engine, study: int, pointer: str, kind: str, *, reason: str, coder: str, now: str, value: str | None = None
) -> list[Decided]:
    """Accept, correct or reject the number at a JSON pointer, or all numbers of a row; answers one per number.

    What the document says stays as it is. Saying the same twice is saying it once.
    """
    _said(reason, coder)
    with engine.begin() as connection:
        one_writer(connection)
        places = _places(connection, study, pointer)
        if kind == "corrected":
            value = _number_for(pointer, places, value)
        return [
            Decided(at, printed, kind, value, _add(connection, study, "pointer", at, kind, value, reason, coder, now))
            for at, printed in places
        ]


def decide_finding(engine: Engine, finding: str, kind: str, *, reason: str, coder: str, now: str) -> Decided:
    """Confirm, dismiss or explain a finding, named by its id or the beginning of it."""
    _said(reason, coder)
    with engine.begin() as connection:
        one_writer(connection)
        key, study, message = _the_finding(connection, finding)
        new = _add(connection, study, "finding_id", key, kind, None, reason, coder, now)
        return Decided(key, message, kind, None, new)


def _said(reason: str, coder: str) -> None:
    for name, text in (("reason", reason), ("coder", coder)):
        if not text.strip():
            raise UsageError(f"the {name} is empty", todo=f"a decision needs its {name}: --{name} TEXT")


# -- what is decided about ---------------------------------------------------------------------------------------


def _places(connection: Connection, study: int, pointer: str) -> list[tuple[str, str]]:
    """The number at a pointer, or every number of the row it names, with what is printed."""
    s, u = _span.c, _unread.c
    found = connection.execute(select(s.pointer, s.printed).where(s.study_id == study).order_by(s.no)).all()
    exact = [(row.pointer, row.printed) for row in found if row.pointer == pointer]
    inside = [(row.pointer, row.printed) for row in found if row.pointer.startswith(f"{pointer}/")]
    if exact or inside:
        return [*exact, *inside]
    unread = connection.execute(select(u.no, u.what).where(u.study_id == study)).all()
    items = {f"/unread/{row.no}": row.what for row in unread}
    if pointer in items:
        return [(pointer, items[pointer])]
    raise UsageError(
        f"no number is stored under '{pointer}'", todo=_near(pointer, [*(r.pointer for r in found), *items])
    )


def _number_for(pointer: str, places: Sequence[tuple[str, str]], value: str | None) -> str:
    """The corrected number as it will stand; refused where it is none, or the pointer names a whole row."""
    if len(places) != 1 or places[0][0].startswith("/unread/"):
        todo = "one of " + ", ".join(at for at, _ in places[:5])
        raise UsageError("a correction is for one number", where=pointer, todo=todo)
    at, text = places[0][0], (value or "").strip()
    plain = bool(_NUMBER.fullmatch(text))
    bound = _BOUNDED.search(at) is not None and text[:1] in ("<", ">")
    if not plain and ((_POOLED.match(at) and not bound) or Printed(text).value is None):
        raise UsageError(f"'{text}' is not a number", where=at, todo="write it as the document prints it, such as .42")
    return text


def _the_finding(connection: Connection, beginning: str) -> tuple[str, int, str]:
    f = _finding.c
    if len(beginning) < _SHORTEST:
        raise UsageError(
            f"'{beginning}' is too short for a finding",
            todo=f"give {_SHORTEST} signs or more, as 'evidence flags' shows",
        )
    found = connection.execute(
        select(f.id, f.study_id, f.message).where(f.id.startswith(beginning, autoescape=True)).order_by(f.id).limit(6)
    ).all()
    if len(found) == 1:
        return found[0].id, found[0].study_id, found[0].message
    if found:
        listed = ", ".join(row.id[: len(beginning) + 4] for row in found[:5])
        raise UsageError(f"'{beginning}' is the beginning of several findings", todo=listed)
    known = [row.id[:8] for row in connection.execute(select(f.id).order_by(f.id))]
    raise UsageError(f"there is no finding '{beginning}'", todo=_near(beginning[:8], known))


def _near(name: str, known: Sequence[str]) -> str:
    """The nearest known name; a long list is not printed."""
    said = nearest(name, list(known))
    return said if said.startswith("did") or len(known) < _SHOWN else "see 'evidence review list' and 'evidence flags'"


# -- the decision itself -----------------------------------------------------------------------------------------


def _add(
    connection: Connection,
    study: int,
    about: str,
    subject: str,
    kind: str,
    value: str | None,
    reason: str,
    coder: str,
    now: str,
) -> bool:
    """Add a decision unless it is what this person said last about the subject.

    The id is a hash of what is said and of the decision before, so the same history has the same ids anywhere.
    """
    d = _decision.c
    mine = select(_decision).where(d.study_id == study, d[about] == subject, d.coder == coder)
    last = connection.execute(mine.order_by(d.decided_at.desc()).limit(1)).first()
    if last is not None and (last.kind, last.value, last.reason) == (kind, value, reason):
        return False
    when = datetime.fromisoformat(now)
    if last is not None:  # the order of two decisions must show, however fast they follow or whatever the clock says
        when = max(when, datetime.fromisoformat(last.decided_at) + timedelta(microseconds=1))
    said = [study, about, subject, kind, value, reason, coder, last.id if last is not None else None]
    key = hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:20]
    pointer, finding = (subject, None) if about == "pointer" else (None, subject)
    row = (key, study, pointer, finding, kind, value, reason, coder, when.isoformat(timespec="microseconds"))
    insert(connection, "decision", [row])
    return True
