"""Studies that print correlation matrices, for the tests of meta-analytic models from the database."""

import hashlib

from evidence.records import Construct, Document, Matrix, Printed, Reader, Record, Sample
from evidence.store.save import save

TRUE = {"trust": 0, "satisfaction": 1, "repurchase intention": 2}
CELLS = [
    (220, (".42", ".35", ".51")),
    (310, (".38", ".29", ".47")),
    (180, (".50", ".41", ".55")),
    (405, (".33", ".31", ".44")),
]


def study(i, n, cells, names=tuple(TRUE), kind="observed", group=None):
    """A study with one matrix: cells of the lower triangle, row by row."""
    values = iter(cells)
    lower = tuple(tuple(Printed(next(values)) for _ in range(row)) for row in range(len(names)))
    spans = {"/sample/n": (40, 43)} if n else {}
    at = 100
    for row, line in enumerate(lower):
        for column in range(len(line)):
            spans[f"/correlations/0/lower/{row}/{column}"] = (at, at + 4)
            at += 8
    return Record(
        document=Document(
            file=f"matrix{i}.json",
            sha256=hashlib.sha256(f"matrix {i}".encode()).hexdigest(),
            title=f"An invented survey of buyers that prints its correlations, number {i}",
            authors=(f"Ann Author{i}",),
            year="2020",
        ),
        reader=Reader(),
        sample=Sample(n=Printed(str(n)) if n else None),
        constructs=tuple(Construct(name) for name in names),
        correlations=(Matrix(names=tuple(names), lower=lower, diagonal="none", kind=kind, group=group),),
        spans=spans,
    )


def stored(engine, *records):
    """Save records; every one is new."""
    assert {saved.outcome for saved in save(engine, ((record, 0) for record in records))} == {"stored"}


def four():
    """Four studies that all measure trust, satisfaction and repurchase intention."""
    return [study(i, n, cells) for i, (n, cells) in enumerate(CELLS)]
