"""What happens when a paper falls: to its study, to every average, to those that cite it. On both databases."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from sqlalchemy import text

from evidence.errors import UsageError
from evidence.reports.retractions import changes, updated
from evidence.store.engine import connect
from evidence.store.save import save
from evidence.verbs import assess, assess_status, initialise
from evidence.verbs.notices import add, fetch, impact, import_file, listed, status
from tests.invented import line, retraction_watch, study, three_studies
from tests.store.dump import dump

TODAY = "2026-01-01"


@pytest.fixture
def engine(database):
    opened = connect(database)
    initialise(opened)
    three_studies(opened)
    assess(opened, as_of=TODAY)
    yield opened
    opened.dispose()


@pytest.fixture
def fallen(engine, tmp_path):
    """The third study retracted, by a file that once did not have it."""
    import_file(engine, retraction_watch(tmp_path / "rw.csv", line("10.5555/q")), fetched="2025-10-01", as_of=TODAY)
    newer = retraction_watch(tmp_path / "rw.csv", line("10.5555/q"), line("https://doi.org/10.5555/C.", number=2))
    return import_file(engine, newer, fetched="2025-11-01", as_of=TODAY)


def table(sections, title):
    """The rows of a section, as dictionaries."""
    (found,) = [s for s in sections if s.title.startswith(title)]
    return found.answer.records() if found.answer else []


def ask(engine, sql):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


# -- what changed ----------------------------------------------------------------------------------------------


def test_a_newer_file_says_which_studies_stand_otherwise(engine, fallen):
    (changed,) = changes(fallen).answer.records()
    assert changed == {
        "study": "anderson-2020-cccc",
        "before": "no notice known",
        "now": "retracted since 2021-03-04",
        "use": "exclude",
        "what is known": "retracted since 2021-03-04 as of 2026-01-01 according to Retraction Watch",
    }
    assert updated(fallen) == ["Retraction Watch of 2025-11-01: 2 notices, 1 before"]
    words = ask(engine, "SELECT DISTINCT words FROM editorial_status WHERE status = 'none'")
    assert words == [("no notice known as of 2026-01-01 from the document itself, Retraction Watch of 2025-11-01",)]


@pytest.mark.usefixtures("fallen")
def test_a_reinstatement_gives_it_back(engine, tmp_path):
    later = retraction_watch(
        tmp_path / "rw.csv", line("10.5555/c", number=2), line("10.5555/c", "Reinstatement", "5/6/2022 0:00", number=3)
    )
    update = import_file(engine, later, fetched="2025-12-01", as_of=TODAY)
    (changed,) = changes(update).answer.records()
    assert (changed["before"], changed["now"]) == ("retracted since 2021-03-04", "reinstated since 2022-05-06")
    assert ask(engine, "SELECT COUNT(*) FROM excluded_effect") == [(0,)]
    assert ask(engine, "SELECT COUNT(*) FROM contaminated_study") == [(0,)]
    gone = retraction_watch(tmp_path / "rw.csv", line("10.5555/q"))
    (changed,) = changes(import_file(engine, gone, fetched="2025-12-02", as_of=TODAY)).answer.records()
    assert (changed["now"], changed["use"], changed["what is known"]) == ("no notice known", "keep", None)


@pytest.mark.usefixtures("fallen")
def test_the_status_alone_is_what_assess_makes_of_it(engine, database):
    assess_status(engine, as_of="2022-02-02")
    alone = dump(database)
    assess(engine, as_of="2022-02-02")
    assert dump(database) == alone
    assess_status(engine, as_of="2020-02-02")
    assert ask(engine, "SELECT COUNT(*) FROM editorial_status WHERE status <> 'none'") == [(0,)]


# -- use -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nature", "use", "usable"),
    [
        ("Retraction", "exclude", 0),
        ("Expression of concern", "sensitivity", 3),
        ("Correction", "keep-check-correction", 3),
        ("Reinstatement", "keep-check-history", 3),
    ],
)
def test_the_views_respect_the_use(engine, tmp_path, nature, use, usable):
    import_file(engine, retraction_watch(tmp_path / "rw.csv", line("10.5555/c", nature)), as_of=TODAY)
    found = ask(engine, "SELECT DISTINCT editorial_use FROM retracted_evidence")
    assert found == [(use,)]
    assert ask(engine, "SELECT COUNT(*) FROM usable_effect WHERE study = 'anderson-2020-cccc'") == [(usable,)]
    # a correction, a concern or a reinstatement is never called a retraction
    stated = ask(engine, "SELECT words FROM editorial_status WHERE status <> 'none'")[0][0]
    assert stated.startswith("retracted since") == (nature == "Retraction")


# -- impact ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("fallen")
def test_a_retraction_turns_conclusions_over(engine):
    sections = impact(engine, as_of=TODAY)
    (held,) = table(sections, "Held out")
    assert (held["study"], held["status"], held["use"]) == ("anderson-2020-cccc", "retracted", "exclude")
    rows = table(sections, "Conclusions that change")
    told = {(row["target"], row["evidence"]): row for row in rows}
    assert [(row["source"], row["target"], row["changes"]) for row in rows[::2]] == [
        ("Trust", "Loyalty", "direction, heterogeneity"),
        ("Trust", "Satisfaction", "significance, heterogeneity"),
        ("Perceived risk", "Trust", "no pool left"),
    ]
    loyalty, without = told["Loyalty", "with retracted"], told["Loyalty", "without"]
    assert loyalty["estimate"] > 0.1 > 0 > without["estimate"]
    assert (loyalty["samples"], without["samples"]) == (3, 2)
    satisfaction = [told["Satisfaction", e] for e in ("with retracted", "without")]
    assert satisfaction[0]["p"] < 0.05 < satisfaction[1]["p"]
    assert told["Trust", "without"]["estimate"] is None
    assert told["Trust", "without"]["samples"] == 1


@pytest.mark.usefixtures("fallen")
def test_who_builds_on_it_is_named_with_the_place(engine):
    (row,) = table(impact(engine, as_of=TODAY), "Studies that build")
    assert (row["study"], row["place"], row["doi"], row["level"]) == ("anderson-2020-bbbb", 2, "10.5555/C", "note")
    assert ask(engine, "SELECT study, citation_no, nature, notice_source, fell FROM contaminated_study") == [
        ("anderson-2020-bbbb", 1, "retraction", "retraction_watch", "after this study")
    ]


def test_where_nothing_fell_nothing_is_listed(engine):
    sections = impact(engine, as_of=TODAY)
    assert [table(sections, t) for t in ("Held", "Conclusions that change", "Studies that build")] == [[], [], []]


def test_a_conclusion_that_stays_is_shown_with_both_numbers(engine, tmp_path):
    like = [study(x, [("Trust", "Usage", beta, "9.0")]) for x, beta in (("d", ".41"), ("e", ".43"), ("f", ".42"))]
    list(save(engine, [(record, 0) for record in like]))
    import_file(engine, retraction_watch(tmp_path / "rw.csv", line("10.5555/f")), as_of=TODAY)
    sections = impact(engine, as_of=TODAY)
    assert [row["samples"] for row in table(sections, "Conclusions that stay")] == [3, 2]


# -- status ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("fallen")
def test_status_of_any_spelling_and_of_works_not_in_the_database(engine):
    asked = ["HTTPS://DOI.ORG/10.5555/C", "10.5555/q", "10.5555/other", "pmid: 123", "anderson-2020-a"]
    answers = status(engine, asked, as_of=TODAY)[0].answer.records()
    assert [(a["study"], a["status"]) for a in answers] == [
        ("anderson-2020-cccc", "retracted"),
        (None, "retracted"),
        (None, "no notice known"),
        (None, "no notice known"),
        ("anderson-2020-aaaa", "no notice known"),
    ]
    assert answers[2]["what is known"] == "no notice known as of 2026-01-01 from Retraction Watch of 2025-11-01"
    assert "the document itself" in answers[4]["what is known"]
    (earlier,) = status(engine, ["10.5555/q"], as_of="2020-01-01")[0].answer.records()
    assert earlier["status"] == "no notice known"
    with pytest.raises(UsageError, match="no study 'nonsense'"):
        status(engine, ["nonsense"])


def test_without_a_source_the_status_is_unknown(database):
    engine = connect(database)
    sections = status(engine, ["10.5555/a"], as_of=TODAY)
    assert [s.title for s in sections] == [""]
    assert sections[0].answer.records()[0]["status"] == "unknown"
    assert sections[0].blocks == ("10.5555/a\n  unknown as of 2026-01-01; no source was asked\n  use: keep-recheck",)
    engine.dispose()


def test_a_person_may_enter_what_they_saw(engine, database):
    entry = {"nature": "retraction", "date": "2023-02-01", "reason": "Fake Peer Review", "coder": "AB"}
    update = add(engine, "doi:10.5555/A", **entry, as_of=TODAY)
    assert changes(update).answer.records()[0]["now"] == "retracted since 2023-02-01"
    once = dump(database)
    assert changes(add(engine, "10.5555/a", **entry, as_of=TODAY)).remark == "No study stands otherwise than before."
    assert dump(database) == once
    sections = listed(engine)
    (entered,) = table(sections, "Entered")
    assert (entered["work_doi"], entered["reasons"], entered["coder"]) == ("10.5555/a", "Fake Peer Review", "AB")
    (found,) = table(sections, "Studies with a notice")
    assert (found["study"], found["reason"]) == ("anderson-2020-aaaa", "peer-review-manipulation")
    with pytest.raises(UsageError, match="no DOI and no PMID"):
        add(engine, "a paper", **entry)


@pytest.mark.usefixtures("fallen")
def test_a_notice_of_its_own_file_finds_the_article_by_its_title(engine):
    from dataclasses import replace

    from evidence.records import Retraction

    first = study("d", [])
    title = "A survey of shoppers who trust their sellers, report " + 20 * "a"
    notice = replace(
        first,
        document=replace(first.document, kind="notice", title=f"Retraction: {title}", doi=None),
        retraction=Retraction("retraction", date="2024-05-06", of=title),
    )
    list(save(engine, [(notice, 0)]))
    assess_status(engine, as_of=TODAY)
    stands = ask(engine, "SELECT status, effective_date, needs_confirmation FROM editorial_status AS e"
                         " JOIN study AS s ON s.id = e.study_id WHERE s.label = 'anderson-2020-aaaa'")  # fmt: skip
    assert [(s, d, bool(c)) for s, d, c in stands] == [("retracted", "2024-05-06", True)]


# -- fetch -----------------------------------------------------------------------------------------------------


class _Crossref(BaseHTTPRequestHandler):
    """Plays Crossref: one work is retracted, one is not, the third makes it stumble while `broken`."""

    broken = False

    def do_GET(self):
        address = urlsplit(self.path)
        day = {"date-parts": [[2024, 1, 2]]}
        if address.path == "/works":
            about = parse_qs(address.query)["filter"][0].removeprefix("updates:")
            update = {"DOI": about, "type": "retraction", "updated": day}
            items = [{"DOI": "10.5555/n", "update-to": [update]}, {"title": ["no DOI"]}] if about == "10.5555/a" else []
            message = {"items": items}
        else:
            doi = unquote(address.path.removeprefix("/works/"))
            message = {"DOI": doi}
            if doi == "10.5555/a":
                message["updated-by"] = [{"DOI": "10.5555/n", "type": "retraction", "updated": day}]
        body = json.dumps({"message": message}).encode()
        code = 500 if self.broken and "/works/10.5555%2Fc" in self.path else 200
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Crossref) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_what_crossref_answers_is_stored_with_its_date(engine, server, monkeypatch):
    monkeypatch.setattr(_Crossref, "broken", True)
    update = fetch(engine, [], studies=True, mailto="a@example.org", server=server, as_of="2030-01-01")
    assert update.failed == ("10.5555/c",)
    assert "10.5555/c: crossref HTTP 500, crossref_notices answered" in update.log
    stands = "SELECT s.label, e.status, e.words FROM editorial_status AS e JOIN study AS s ON s.id = e.study_id"
    a, b, c = sorted(ask(engine, stands))
    assert (a[1], b[1], c[1]) == ("retracted", "none", "unknown")
    assert a[2] == "retracted since 2024-01-02 as of 2030-01-01 according to Crossref, Crossref notices"
    assert b[2].startswith("no notice known as of 2030-01-01 from Crossref of 20")
    assert "could not be asked: Crossref (HTTP 500)" in c[2]
    monkeypatch.setattr(_Crossref, "broken", False)
    again = fetch(engine, ["10.5555/C"], mailto="a@example.org", server=server, as_of="2030-01-01")
    assert again.failed == ()
    assert sorted(ask(engine, stands))[2][1] == "none"
    assert sorted(ask(engine, stands))[:2] == [a, b]


def test_a_later_failure_takes_no_answer_away(engine, server, monkeypatch):
    for broken in (False, True):
        monkeypatch.setattr(_Crossref, "broken", broken)
        fetch(engine, ["10.5555/c"], mailto="a@example.org", server=server, as_of="2030-01-01")
    assert ask(engine, "SELECT source, error FROM notice_asked ORDER BY source") == [
        ("crossref", None), ("crossref_notices", None),
    ]  # fmt: skip
