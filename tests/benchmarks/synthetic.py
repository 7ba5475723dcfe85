"""Records by the thousand: studies with constructs, hypotheses, paths and correlations, for the benchmarks."""

import hashlib
import random
from collections.abc import Iterator

from evidence.records import (
    Construct,
    Document,
    Fit,
    Hypothesis,
    Loading,
    Matrix,
    Path,
    Printed,
    Reader,
    Record,
    Sample,
)  # fmt: skip

PATHS_PER_STUDY = 25


def records(paths: int, vocabulary: int = 400, seed: int = 1) -> Iterator[tuple[Record, int]]:
    """Records that hold `paths` path coefficients between them, each with t and p, every number with its place."""
    random_ = random.Random(seed)
    for i in range(paths // PATHS_PER_STUDY):
        yield record(i, random_, vocabulary), 0


def record(i: int, random_: random.Random, vocabulary: int) -> Record:
    names = [f"construct {n:03d}" for n in random_.sample(range(vocabulary), 8)]
    ends = [(random_.randrange(8), random_.randrange(7)) for _ in range(PATHS_PER_STUDY)]
    paths, spans, at = [], {"/sample/n": (40, 43)}, 100
    for j, (a, b) in enumerate(ends):
        pair = names[a], names[b if b != a else 7]
        numbers = {"beta": f".{random_.randrange(1, 900):03d}", "stat": f"{random_.uniform(0, 9):.2f}", "p": ".003"}
        for name, digits in numbers.items():
            spans[f"/paths/{j}/{name}"] = (at, at + len(digits))
            at += 8
        values = {name: Printed(digits) for name, digits in numbers.items()}
        paths.append(Path(pair[0], pair[1], hypothesis=f"H{j + 1}", verdict="supported", **values))
    lower = tuple(tuple(Printed(f".{random_.randrange(100, 700)}") for _ in range(k)) for k in range(4))
    for row, line in enumerate(lower):
        for column in range(len(line)):
            spans[f"/correlations/0/lower/{row}/{column}"] = (at, at + 4)
            at += 8
    loadings = tuple(Loading(f"item {k}", Printed(f".{random_.randrange(45, 95)}")) for k in range(3))
    for c in range(8):
        spans[f"/constructs/{c}"] = (at, at + 40)  # the row of the table stands for the cells in it
        at += 48
    spans |= {"/fit/0/cfi": (at, at + 4), "/fit/0/rmsea": (at + 8, at + 12)}
    return Record(
        document=Document(
            file=f"study{i}.json",
            sha256=hashlib.sha256(str(i).encode()).hexdigest(),
            title=f"A synthetic survey of buyers and sellers, number {i}",
            authors=(f"Author{i % 5000}",),
            year=str(1990 + i % 35),
            doi=f"10.5555/synthetic.{i}",
        ),
        reader=Reader(),
        sample=Sample(n=Printed(str(random_.randrange(80, 900)))),
        constructs=tuple(
            Construct(name, items=Printed("3"), alpha=Printed(f".{random_.randrange(60, 95)}"), loadings=loadings)
            for name in names
        ),
        hypotheses=tuple(
            Hypothesis(f"H{j + 1}", from_=p.from_, to=p.to, sign="+", verdict="supported") for j, p in enumerate(paths)
        ),
        paths=tuple(paths),
        correlations=(Matrix(names=tuple(names[:4]), lower=lower, diagonal="none"),),
        fit=(Fit(cfi=Printed(".95"), rmsea=Printed(".06"), thresholds={"cfi": Printed(">.90")}),),
        spans=spans,
    )
