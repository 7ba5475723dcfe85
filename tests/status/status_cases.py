"""Where the shared evidence is, and notices as sources write them, for the tests of status."""

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2].parent / "shared"

DOI = "10.5555/paper"
PAPER: dict[str, Any] = {
    "doi": DOI,
    "title": "Trust and continuance intention in live commerce",
    "year": 2019,
    "authors": ["Nguyen, T.", "Lee, K."],
}


def shared_json(*parts: str) -> Any:
    """A JSON file of the shared evidence; the test that needs it is skipped where it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the shared evidence is not here: {path}")
    return json.loads(path.read_text("utf-8"))


def row(nature: str = "Retraction", date: str = "9/1/2021 0:00", doi: str = DOI, **more: str) -> dict[str, str]:
    """A Retraction Watch row on a paper."""
    base = {
        "Record ID": "1",
        "Title": "A study",
        "Author": "T Nguyen;K Lee",
        "RetractionDate": date,
        "RetractionDOI": "10.5555/notice",
        "RetractionPubMedID": "0",
        "OriginalPaperDate": "5/6/2019 0:00",
        "OriginalPaperDOI": doi,
        "OriginalPaperPubMedID": "0",
        "RetractionNature": nature,
        "Reason": "+Concerns/Issues about Data;",
        "Notes": "",
    }
    return {**base, **{key.replace("_", " "): value for key, value in more.items()}}


def crossref(
    *updates: tuple[str, list[int]], doi: str = DOI, notice: str = "10.5555/notice", **more: Any
) -> dict[str, Any]:
    """A Crossref work with `updated-by` entries (type, date parts)."""
    entries = [{"DOI": notice, "type": kind, "updated": {"date-parts": [parts]}} for kind, parts in updates]
    return {"DOI": doi, "updated-by": entries, **more}
