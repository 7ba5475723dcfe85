"""Asking Crossref, played by a server on this machine: answers, refusals, silence; an error is never clean."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from status_cases import DOI, crossref

from evidence.errors import UsageError
from evidence.status import resolve
from evidence.status.fetch import fetch

NOTICE = {
    "DOI": "10.5555/notice",
    "update-to": [{"DOI": DOI, "type": "retraction", "updated": {"date-parts": [[2022, 3, 4]]}}],
}
WORKS: dict[str, tuple[int, bytes]] = {
    DOI: (200, json.dumps({"message": crossref()}).encode()),
    "10.5555/other": (200, json.dumps({"message": {"DOI": "10.5555/elsewhere"}}).encode()),
    "10.5555/html": (200, b"<html>maintenance</html>"),
    "10.5555/list": (200, b"[]"),
    "10.5555/busy": (429, b""),
    "10.5555/broken": (500, b""),
}


class Crossref(BaseHTTPRequestHandler):
    """Answers as the registry's server does."""

    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        self.asked.append(self.path)
        if address.path == "/works":
            about = parse_qs(address.query)["filter"][0].removeprefix("updates:")
            items = "none" if about == "10.5555/html" else [NOTICE] if about == DOI else []
            code, body = 200, json.dumps({"message": {"items": items}}).encode()
        else:
            code, body = WORKS.get(unquote(address.path.removeprefix("/works/")), (404, b"Resource not found."))
        if "slow" in self.path:
            time.sleep(0.3)
        self.send_response(code)
        self.send_header("Content-Length", str(len(body) + (10 if "short" in self.path else 0)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Crossref) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_both_questions_are_asked_and_answered(server: str) -> None:
    Crossref.asked.clear()
    got = fetch(
        [f"https://doi.org/{DOI.upper()}", DOI], base=server + "/", pause=0, mailto="a@b.org", today="2025-11-20"
    )
    assert Crossref.asked == [
        "/works/10.5555%2Fpaper?mailto=a%40b.org",
        "/works?filter=updates%3A10.5555%2Fpaper&rows=100&mailto=a%40b.org",
    ]
    assert got.failed == ()
    assert got.log == (f"{DOI}: crossref answered, crossref_notices answered",)
    status = resolve({"doi": DOI}, got.answers[DOI], "2026-01-01")
    assert (status.status, status.effective_date) == ("retracted", "2022-03-04")
    assert [(s.name, s.snapshot) for s in status.said] == [
        ("Crossref", "2025-11-20"),
        ("Crossref notices", "2025-11-20"),
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("10.5555/absent", "HTTP 404, Crossref does not know this DOI"),
        ("10.5555/busy", "HTTP 429, too many questions; ask again later"),
        ("10.5555/broken", "HTTP 500"),
        ("10.5555/html", "the answer is not Crossref's JSON"),
        ("10.5555/list", "the answer is not Crossref's JSON"),
        ("10.5555/other", "the answer is about 10.5555/elsewhere"),
    ],
)
def test_an_error_is_unknown_never_clean(server: str, name: str, why: str) -> None:
    got = fetch([name], base=server, pause=0)
    assert got.answers[name]["crossref"]["error"] == why
    assert why in got.log[0]
    assert got.failed == (name,)
    assert resolve({"doi": name}, got.answers[name]).status == "unknown"


def test_a_list_of_notices_that_is_none(server: str) -> None:
    assert (
        fetch(["10.5555/html"], base=server, pause=0).answers["10.5555/html"]["crossref_notices"]["error"]
        == "the answer lists no works"
    )


@pytest.mark.parametrize("name", ["10.5555/slow", "10.5555/short"])
def test_silence_times_out(server: str, name: str) -> None:
    got = fetch([name], base=server, pause=0, timeout=0.1)
    assert got.failed == (name,)
    assert resolve({"doi": name}, got.answers[name]).use == "keep-recheck"


def test_a_server_that_is_not_there_is_not_asked_for_ever() -> None:
    names = [f"10.5555/{i}" for i in range(6)]
    got = fetch([*names, "no doi"], base="http://127.0.0.1:9", pause=0, timeout=0.5)
    assert got.failed == tuple(names)
    assert [line.endswith("not asked, the server did not answer 3 times") for line in got.log[:6]] == [False] * 3 + [
        True
    ] * 3
    assert got.log[6] == "no doi: not asked, this is no DOI"
    assert all(resolve({"doi": name}, got.answers[name]).status == "unknown" for name in names)


def test_too_large_and_no_address(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence.status.fetch._LARGEST", 10)
    assert fetch([DOI], base=server, pause=0).answers[DOI]["crossref"]["error"] == "the answer is too large to be one"
    with pytest.raises(UsageError, match="is no web address"):
        fetch([DOI], base="file:///etc")
