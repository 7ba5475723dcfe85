"""Each view is what its header says: one row per grain, under its key, on both databases."""

import pytest
import sqlglot
from sqlalchemy import text

from evidence import assets
from evidence.store.dialect import for_dialect, names_in
from evidence.store.engine import connect as connect_to
from evidence.store.tables import metadata
from evidence.store.views import view_files

VIEWS = {view.name: view for view in view_files()}


@pytest.fixture
def engine(assessed):
    opened = connect_to(assessed)
    yield opened
    opened.dispose()


def test_every_view_has_its_header():
    for path in assets.schema("views").glob("*.sql"):
        head = path.read_text().splitlines()[:4]
        labels = [line.partition(":")[0] for line in head]
        assert labels == ["-- title", "-- grain", "-- key", "-- excludes"], path.name
    for view in VIEWS.values():
        assert view.grain.startswith("one row per "), view.name
        assert len(sqlglot.parse(view.select, read="postgres")) == 1, view.name


def test_views_come_after_the_views_they_read():
    order = [view.name for view in view_files()]
    for view in VIEWS.values():
        for name in names_in(view.select) & VIEWS.keys():
            assert order.index(name) < order.index(view.name)
        assert names_in(view.select) <= VIEWS.keys() | metadata.tables.keys()


def test_the_key_of_each_view_is_a_key(engine):
    with engine.connect() as connection:
        for view in VIEWS.values():
            key = ", ".join(view.key)
            rows = connection.execute(text(f"SELECT COUNT(*) FROM {view.name}")).scalar()
            keys = connection.execute(
                text(f"SELECT COUNT(*) FROM (SELECT DISTINCT {key} FROM {view.name}) AS k")
            ).scalar()
            assert rows == keys, view.name


DECIDED = {
    "current_decision",
    "finding_decision",
    "corrected_row",
    "corrected_span",
    "rejected_span",
    "settled_row",
}  # nobody has yet
FILLED = set(VIEWS) - {"waiting_review", "contaminated_study", "correlation_effect"} - DECIDED


def test_views_hold_the_founding_evidence(engine):
    with engine.connect() as connection:
        for name in sorted(FILLED):
            assert connection.execute(text(f"SELECT COUNT(*) FROM {name}")).scalar() > 0, name


def test_the_summary_counts_what_the_tables_hold(engine):
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM study_summary ORDER BY study")).mappings().all()
        totals = {
            table: connection.execute(text(f"SELECT COUNT(*) FROM {table}")).scalar()
            for table in ("hypothesis", "construct_report", "correlation")
        }
    assert sum(row["hypotheses"] for row in rows) == totals["hypothesis"] == 28
    assert sum(row["constructs"] for row in rows) == totals["construct_report"] == 20
    assert sum(row["correlations"] for row in rows) == totals["correlation"]
    assert [row["kind"] for row in rows].count("conceptual") == 1


def test_retracted_effects_are_out_and_say_why(engine):
    with engine.connect() as connection:
        retracted = connection.execute(text("SELECT DISTINCT exclusion, effective_date FROM retracted_evidence")).all()
        usable = connection.execute(text("SELECT DISTINCT editorial_status FROM usable_effect")).scalars().all()
    assert [tuple(row) for row in retracted] == [("editorial status: retracted", "2023-12-29")]
    assert usable == ["no notice known"]


@pytest.mark.parametrize(("kind", "excluded"), [("dismissed", 0), ("confirmed", 1)])
def test_a_dismissed_finding_lets_its_effect_back(engine, kind, excluded):
    with engine.begin() as connection:
        (study, no), *_ = connection.execute(text("SELECT study_id, no FROM usable_effect WHERE kind = 'path'")).all()
        values = {"study": study, "no": no}
        connection.execute(
            text(
                "INSERT INTO finding (id, study_id, check_id, check_version, origin, level, message)"
                " VALUES ('f', :study, 'std-beta-above-one', '1', 'computed', 'critical', 'm')"
            ),
            values,
        )
        connection.execute(text("INSERT INTO finding_row VALUES ('f', :study, 'path', :no)"), values)
        effect = "SELECT exclusion FROM effect WHERE kind = 'path' AND study_id = :study AND no = :no"
        assert connection.execute(text(effect), values).scalar() == "impossible or inconsistent as printed"
        connection.execute(
            text(
                "INSERT INTO decision (id, study_id, finding_id, kind, reason, coder, decided_at)"
                f" VALUES ('d', 0, 'f', '{kind}', 'r', 'c', '2026-01-01')"
            )
        )
        out = "SELECT COUNT(*) FROM excluded_effect WHERE kind = 'path' AND study_id = :study AND no = :no"
        assert connection.execute(text(out), values).scalar() == excluded


def test_a_rejected_value_is_out(engine):
    with engine.begin() as connection:
        row = (
            connection.execute(
                text(
                    "SELECT e.study_id, e.no, s.pointer FROM usable_effect AS e"
                    ""
                    " JOIN source_span AS s ON s.study_id = e.study_id AND s.no = e.span_no WHERE e.kind = 'path'"
                )
            )
            .mappings()
            .first()
        )
        connection.execute(
            text(
                "INSERT INTO decision (id, study_id, pointer, kind, reason, coder, decided_at)"
                " VALUES ('d', :study_id, :pointer, 'rejected', 'r', 'c', '2026-01-01')"
            ),
            row,
        )
        found = connection.execute(
            text("SELECT exclusion FROM excluded_effect WHERE kind = 'path' AND study_id = :study_id AND no = :no"), row
        ).scalar()
    assert found == "rejected by a reviewer"


def test_sql_is_written_once_and_translated():
    assert for_dialect("SELECT STRING_AGG(a, '; ') FROM t", "postgresql") == "SELECT STRING_AGG(a, '; ') FROM t"
    assert "GROUP_CONCAT(a, '; ')" in for_dialect("SELECT STRING_AGG(a, '; ') FROM t", "sqlite")
    assert names_in("WITH x AS (SELECT * FROM a) SELECT * FROM x JOIN b ON true") == {"a", "b"}
