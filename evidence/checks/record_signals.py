"""What the record says of the document itself: dates, cited retractions, the words of its software."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Sheet

__all__ = ["CHECKS"]

_FAST = 14  # days from received to accepted


def _date(text: object) -> date | None:
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})", text) if isinstance(text, str) else None
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _dates(sheet: Sheet) -> dict[str, date]:
    document = sheet.raw.get("document")
    dates = document.get("dates") if isinstance(document, dict) else None
    return {k: d for k, v in dates.items() if (d := _date(v))} if isinstance(dates, dict) else {}


def _review(sheet: Sheet) -> Iterator[Relation | Missing]:
    dates = _dates(sheet)
    if not dates:
        return
    if "received" not in dates or "accepted" not in dates:
        yield Missing("/document/dates", "the dates received and accepted")
    else:
        days = (dates["accepted"] - dates["received"]).days
        yield Relation("/document/dates", (), partial(_days, days=days), witness=False)


def _days(days: int) -> Conflict | None:
    if days >= _FAST:
        return None
    what = "before it was received" if days < 0 else f"{days} days after it was received"
    return Conflict("note", f"accepted {what}", f"{days} days", f">= {_FAST} days")


def _cited(sheet: Sheet) -> Iterator[Relation | Missing]:
    """References that a status service has marked; the mark is in the title or in a `status` added to the record."""
    rows = sheet.rows("references")
    if not rows:
        return
    bad = [
        r
        for r in rows
        if r.says("status") == "retracted" or r.says("title").upper().startswith(("RETRACTED", "WITHDRAWN"))
    ]
    known = any(r.says("status") or r.says("title") for r in rows)
    if not known:
        yield Missing("/references", "titles or editorial status of the references")
    else:
        labels = ", ".join(r.says("label") or r.says("title") for r in bad)
        yield Relation(
            "/references", (), partial(_contaminated, bad=len(bad), of=len(rows), labels=labels), witness=False
        )


def _contaminated(bad: int, of: int, labels: str) -> Conflict | None:
    if not bad:
        return None
    return Conflict("note", f"{bad} of {of} references are marked as retracted: {labels}", str(bad), "0")


_COVARIANCE = ("cfi", "gfi", "agfi", "tli", "ifi", "rfi", "rmsea")


def _software(sheet: Sheet) -> Iterator[Relation | Missing]:
    named = sheet.conventions.says("software").lower()
    fits = [c for r in sheet.rows("fit") for k in _COVARIANCE if (c := r(k))]
    q2s = [c for r in sheet.rows("structural") if (c := r("q2"))]
    if not (fits or q2s):
        return
    if not named:
        yield Missing("/conventions", "the software")
    elif "pls" in named and fits:
        yield Relation(
            "/fit", tuple(fits), partial(_foreign, software=named, what="covariance fit indices"), witness=False
        )
    elif q2s and any(w in named for w in ("amos", "lisrel", "mplus", "lavaan")):
        yield Relation("/structural", tuple(q2s), partial(_foreign, software=named, what="Q2"), witness=False)
    else:
        yield Relation("/conventions", (), lambda: None, witness=False)


def _foreign(*_: object, software: str, what: str) -> Conflict:
    return Conflict("note", f"{software} does not give {what}", what, "statistics of the named program")


def _document(**dates: str) -> dict[str, object]:
    return {"document": {"dates": dates}}


CHECKS = (
    Check(
        id="review-time",
        title="accepted within days",
        section=12,
        formula="accepted - received >= 14 days",
        reference="own rule; a signal, alone never more than a note",
        needs="the dates received and accepted",
        relations=_review,
        passes=(_document(received="2021-11-01", accepted="2021-12-07"),),
        fails=(
            _document(received="2021-11-01", accepted="2021-11-05"),
            _document(received="2021-11-09", accepted="2021-11-05"),
        ),
        silent=(_document(accepted="2021-12-07"), {"document": {"dates": {"accepted": "2021-13-45"}}}),
        sanity=True,
    ),
    Check(
        id="contamination",
        title="cites work that is marked as retracted",
        section=12,
        formula="number of references with status retracted = 0",
        reference="COPE retraction guidelines 2025",
        needs="references with titles or status",
        relations=_cited,
        passes=({"references": [{"label": "[1]", "title": "Trust"}]},),
        fails=(
            {"references": [{"label": "[1]", "title": "RETRACTED: Trust"}, {"label": "[2]", "status": "retracted"}]},
        ),
        silent=({"references": [{"label": "[1]"}]}, {"references": []}),
        avoids="citations of the retraction itself; what was known at the citing date is for the status service",
        sanity=True,
    ),
    Check(
        id="software-claim",
        title="statistics that the named program does not give",
        section=10,
        formula="PLS software has no CFI or GFI, covariance software no Q2",
        reference="Hair et al. 2019, doi:10.1108/EBR-11-2018-0203",
        needs="the software, and fit indices or Q2",
        relations=_software,
        passes=({"conventions": {"software": "Amos"}, "fit": [{"cfi": ".95"}]},),
        fails=(
            {"conventions": {"software": "SmartPLS"}, "fit": [{"cfi": ".95"}]},
            {"conventions": {"software": "Amos"}, "structural": [{"q2": ".3"}]},
        ),
        silent=({"fit": [{"cfi": ".95"}]}, {"conventions": {"software": "Amos"}}),
        sanity=True,
    ),
)
