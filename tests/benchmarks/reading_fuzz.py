"""Mutated, truncated and random bytes of every format: each gives records or one clear message.

PYTHONPATH=. python tests/benchmarks/reading_fuzz.py [COUNT] [SUFFIX ...]

COUNT inputs for each of the project's samples, 10,000 by default; with suffixes only for those formats.
"""

import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from evidence.assets import seeds
from evidence.errors import EvidenceError
from evidence.read import read

_SLOW = 10.0  # seconds; longer is a hang


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The bytes cut, with stretches doubled, dropped or overwritten; or noise under the same name."""
    kind = rng.randrange(6)
    if kind == 0:
        return data[: rng.randrange(len(data) + 1)]
    if kind == 1:
        return rng.randbytes(rng.randrange(4096))
    a, b = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    if kind == 2:
        return data[:a] + data[a:b] * 2 + data[b:]
    if kind == 3:
        return data[:a] + data[b:]
    out = bytearray(data)
    for _ in range(rng.randrange(1, 40 if kind == 4 else 2000)):
        if out:
            out[rng.randrange(len(out))] = rng.choice(b"<>&|*-.0123456789\t\n\x00\xff(){}[]")
    return bytes(out)


def damaged(data: bytes, rng: random.Random) -> bytes:
    """The bytes mutated; of an archive half the time what is packed in it, so that its parts are read at all."""
    if not data.startswith(b"PK") or rng.random() < 0.5:
        return mutated(data, rng)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    hit = rng.choice([name for name in parts if name.endswith("document.xml")] * 3 + list(parts))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, mutated(part, rng) if name == hit else part)
    return out.getvalue()


def main(count: int, suffixes: tuple[str, ...] = ()) -> None:
    """One line per format: records, refusals, crashes, and the slowest input."""
    rng = random.Random(20)
    for sample in sorted(
        p for p in seeds("samples").iterdir() if p.suffix in suffixes or (not suffixes and p.suffix != ".json")
    ):
        data, tally, slowest = sample.read_bytes(), Counter[str](), 0.0
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / sample.name
            for _ in range(count):
                path.write_bytes(damaged(data, rng))
                began = time.perf_counter()
                try:
                    read(path)
                    tally["records"] += 1
                except EvidenceError:
                    tally["refused"] += 1
                except Exception as error:  # the point of the run
                    tally[f"CRASH {type(error).__name__}: {error}"[:90]] += 1
                slowest = max(slowest, time.perf_counter() - began)
        print(
            f"{sample.name:24s} {dict(tally)} slowest {slowest:.2f} s{' HANG' if slowest > _SLOW else ''}", flush=True
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, tuple(sys.argv[2:]))
