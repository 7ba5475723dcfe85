"""How fast the numbers of a record are walked and placed, against writing the record as plain JSON values.

python tests/benchmarks/places_of_numbers.py [PATHS]
"""

import sys
from time import perf_counter

from evidence.records import Path, Printed, Record, to_dict
from evidence.records.places import numbers, place


def main(count: int) -> None:
    paths = tuple(Path("a", "b", beta=Printed(".31"), stat=Printed("2.2"), p=Printed(".03")) for _ in range(count))
    spans = {f"/paths/{i}/{name}": (i, i + 4) for i in range(count) for name in ("beta", "stat", "p")}
    record = Record(paths=paths, spans=spans)
    start = perf_counter()
    found = sum(1 for _ in numbers(record))
    walked = perf_counter()
    placed = sum(place(record, pointer) is not None for pointer, _ in numbers(record))
    both = perf_counter()
    to_dict(record)
    plain = perf_counter()
    print(f"{found} numbers of {count} paths, {placed} with a place")
    print(f"walked {found / (walked - start):,.0f} per second, walked and placed {found / (both - walked):,.0f}")
    print(f"walking and placing takes {(both - walked) / (plain - both):.2f} times as long as to_dict")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
