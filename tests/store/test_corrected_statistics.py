"""A corrected standard error, t, p or interval is what pooling weighs an effect by; what is printed stays beside it."""

import math

import pytest
from sqlalchemy import text

from evidence import verbs
from evidence.errors import UsageError
from evidence.records import Construct, Document, Effect, Path, Printed, Record, Sample
from evidence.store.engine import connect
from evidence.store.pooling import all_effects, effects_between
from evidence.store.save import save
from tests.conftest import AS_OF

WHO = {"reason": "looked at the page", "coder": "AB"}
NUMBERS = {"beta": ".30", "se": ".05", "stat": "6.00", "p": ".020", "ci_lo": ".20", "ci_hi": ".40"}
CORRECTED = {"se": ".06", "stat": "5.00", "p": ".030", "ci_lo": ".18", "ci_hi": ".42"}


@pytest.fixture
def engine(database):
    opened = connect(database)
    verbs.initialise(opened)
    values = {name: Printed(digits) for name, digits in NUMBERS.items()}
    path = Path("Trust", "Loyalty", se_of="beta", ci_of="beta", stat_kind="t", **values)
    indirect = Effect("Trust", "Loyalty", via="Satisfaction", metric="beta", indirect=Printed(".12"), se=Printed(".03"))
    places = [*(f"/paths/0/{name}" for name in NUMBERS), "/effects/0/indirect", "/effects/0/se", "/sample/n"]
    record = Record(
        document=Document(
            file="a.yaml", sha256="a" * 64, title="Gardeners who trust their sellers", authors=("A. Ash",)
        ),
        sample=Sample(n=Printed("300")),
        constructs=tuple(Construct(name) for name in ("Trust", "Loyalty", "Satisfaction")),
        paths=(path, Path("Satisfaction", "Loyalty", beta=Printed(".25"), stat=Printed("4.00"))),
        effects=(indirect,),
        spans={at: (10 * i, 10 * i + 4) for i, at in enumerate([*places, "/paths/1/beta", "/paths/1/stat"])},
    )
    assert [s.outcome for s in save(opened, [(record, 0)])] == ["stored"]
    verbs.assess(opened, as_of=AS_OF)
    yield opened
    opened.dispose()


def pooled(engine, source="Trust"):
    frame = effects_between(engine, [source], ["Loyalty"])
    return frame[frame["kind"] == "path"].iloc[0]


def study(engine):
    with engine.connect() as connection:
        return connection.execute(text("SELECT label FROM study")).scalar()


def correct(engine, pointer, value, coder="AB"):
    return verbs.decide(engine, study(engine), pointer, "corrected", value=value, reason="misread", coder=coder)


@pytest.mark.parametrize(
    ("name", "column"), [("se", "se"), ("stat", "stat"), ("p", "p"), ("ci_lo", "ci_low"), ("ci_hi", "ci_high")]
)
def test_a_corrected_statistic_enters_pooling_by_itself(engine, name, column):
    before, neighbour = pooled(engine), pooled(engine, "Satisfaction")
    assert before[column] == float(NUMBERS[name])
    correct(engine, f"/paths/0/{name}", CORRECTED[name])
    after = pooled(engine)
    assert after[column] == float(CORRECTED[name])
    assert after["correction"] == "statistics corrected by AB"
    assert after["exclusion"] is None
    for other in {"value", "se", "stat", "p", "ci_low", "ci_high"} - {column}:
        assert after[other] == before[other]
    every = all_effects(engine)
    assert float(CORRECTED[name]) in set(every[column])
    assert pooled(engine, "Satisfaction").drop("correction").equals(neighbour.drop("correction"))
    with engine.connect() as connection:
        printed = connection.execute(
            text("SELECT printed FROM source_span WHERE pointer = :at"), {"at": f"/paths/0/{name}"}
        )
        assert printed.scalar() == NUMBERS[name]


def test_a_p_corrected_to_a_bound_gives_no_variance(engine):
    correct(engine, "/paths/0/p", "<.001")
    assert math.isnan(pooled(engine)["p"])
    with engine.connect() as connection:
        assert connection.execute(text("SELECT p FROM effect WHERE kind = 'path' AND no = 0")).scalar() == "<.001"
    for pointer, value in {"/paths/0/p": "0,04", "/paths/0/se": "<.05", "/effects/0/se": "small"}.items():
        with pytest.raises(UsageError, match="is not a number"):
            correct(engine, pointer, value)


def test_two_persons_who_correct_a_statistic_differently_hold_the_effect_out(engine):
    correct(engine, "/paths/0/se", ".06")
    correct(engine, "/paths/0/se", ".07", coder="CD")
    after = pooled(engine)
    assert (after["se"], after["exclusion"]) == (0.05, "two reviewers correct it differently")
    correct(engine, "/paths/0/se", ".06", coder="CD")
    assert (pooled(engine)["se"], pooled(engine)["correction"]) == (0.06, "statistics corrected by AB and CD")


def test_the_standard_error_of_a_mediated_effect_too(engine):
    correct(engine, "/effects/0/se", ".04")
    with engine.connect() as connection:
        row = connection.execute(text("SELECT value, se, correction FROM effect WHERE kind = 'indirect'")).one()
    assert tuple(row) == (0.12, 0.04, "statistics corrected by AB")


def test_a_corrected_coefficient_and_its_statistics_stand_together(engine):
    correct(engine, "/paths/0/beta", ".36")
    correct(engine, "/paths/0/stat", "7.20")
    after = pooled(engine)
    assert (after["value"], after["stat"], after["correction"]) == (0.36, 7.2, "corrected by AB")
