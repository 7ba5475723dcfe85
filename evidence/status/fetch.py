"""Asks Crossref what it knows of DOIs. Opt-in, and the only place of the package that touches the network.

A failure is kept as a failure beside the DOI that was asked; it never reads as "no notice". https://api.crossref.org
"""

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from evidence.errors import UsageError
from evidence.status.identifiers import doi

__all__ = ["CROSSREF", "Fetched", "fetch"]

CROSSREF = "https://api.crossref.org"
_LARGEST = 30_000_000  # bytes; no work or page of notices is larger
_GIVE_UP = 3  # failures to connect in a row, after which the rest is not asked


@dataclass(frozen=True)
class Fetched:
    """What came back: for each DOI the sources as `resolve` takes them, and one line on what was done for each."""

    answers: dict[str, dict[str, Any]]
    log: tuple[str, ...]

    @property
    def failed(self) -> tuple[str, ...]:
        """The DOIs of which at least one question has no answer."""
        return tuple(
            name for name, sources in self.answers.items() if any("error" in answer for answer in sources.values())
        )


class _UnreachableError(Exception):
    """The server itself did not answer."""


def fetch(
    texts: Iterable[str],
    *,
    base: str = CROSSREF,
    timeout: float = 20.0,
    pause: float = 0.05,
    mailto: str | None = None,
    today: str | None = None,
) -> Fetched:
    """Ask for each DOI: its own record, and the notices whose `update-to` names it.

    `mailto` is sent along as Crossref asks of polite clients. After three failures to connect the rest is not asked.
    """
    if not base.startswith(("http://", "https://")):
        raise UsageError(f"'{base}' is no web address", todo="give one that begins with https://")
    asked = today or date.today().isoformat()
    answers: dict[str, dict[str, Any]] = {}
    log: list[str] = []
    unreachable = 0
    for text in texts:
        name = doi(text)
        if name is None:
            log.append(f"{text}: not asked, this is no DOI")
            continue
        if name in answers:
            continue
        if unreachable >= _GIVE_UP:
            answers[name] = {"crossref": {"error": "not asked: the server did not answer before", "fetched": asked}}
            log.append(f"{name}: not asked, the server did not answer {_GIVE_UP} times")
            continue
        sources: dict[str, Any] = {}
        for key, address in _addresses(name, base, mailto):
            try:
                sources[key] = {"data": _asked(address, key, name, timeout), "fetched": asked}
                unreachable = 0
            except _UnreachableError as fault:
                unreachable += 1
                sources[key] = {"error": str(fault), "fetched": asked}
                break
            except (ValueError, LookupError, TypeError, AttributeError) as fault:
                sources[key] = {"error": str(fault) or type(fault).__name__, "fetched": asked}
            time.sleep(pause)
        answers[name] = sources
        log.append(
            f"{name}: " + ", ".join(f"{key} {answer.get('error', 'answered')}" for key, answer in sources.items())
        )
    return Fetched(answers, tuple(log))


def _addresses(name: str, base: str, mailto: str | None) -> list[tuple[str, str]]:
    base = base.rstrip("/")
    polite = {"mailto": mailto} if mailto else {}
    own = f"{base}/works/{quote(name, safe='')}" + (f"?{urlencode(polite)}" if polite else "")
    notices = f"{base}/works?" + urlencode({"filter": f"updates:{name}", "rows": "100", **polite})
    return [("crossref", own), ("crossref_notices", notices)]


def _asked(address: str, key: str, name: str, timeout: float) -> Mapping[str, Any]:
    """The answer's message, or the reason why there is none."""
    request = Request(
        address, headers={"User-Agent": "evidence (meta-analytic evidence database)", "Accept": "application/json"}
    )
    try:
        with urlopen(request, timeout=timeout) as response:
            body = response.read(_LARGEST + 1)
    except HTTPError as fault:
        fault.close()
        known = {404: "HTTP 404, Crossref does not know this DOI", 429: "HTTP 429, too many questions; ask again later"}
        raise ValueError(known.get(fault.code, f"HTTP {fault.code}")) from None
    except (OSError, HTTPException) as fault:
        raise _UnreachableError(str(getattr(fault, "reason", None) or fault) or "no answer") from None
    if len(body) > _LARGEST:
        raise ValueError("the answer is too large to be one")
    try:
        message = json.loads(body)["message"]
    except (ValueError, LookupError, TypeError):
        raise ValueError("the answer is not Crossref's JSON") from None
    if key == "crossref" and doi(message.get("DOI")) != name:
        raise ValueError(f"the answer is about {message.get('DOI')}")
    if key == "crossref_notices" and not isinstance(message.get("items"), list):
        raise ValueError("the answer lists no works")
    return dict(message)
