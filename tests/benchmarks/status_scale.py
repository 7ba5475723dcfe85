"""Import of 65,000 notices and matching of 1,000,000 DOIs against them, as ratios and peak memory.

    PYTHONPATH=. python tests/benchmarks/status_scale.py [--notices 65000] [--studies 1000000] [--odd 0.1]

The file is synthetic, in the published layout (long cells, trailing comma, odd dates, placeholders, bytes that are
not UTF-8), about 67 MB. `--odd` is the share of DOIs spelled otherwise than they are indexed (addresses, capitals,
`doi:`, trailing marks).
"""

import argparse
import platform
import random
import resource
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from evidence.status.index import Index
from evidence.status.sources.retraction_watch import read_file

HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,"
    "Paywalled,Notes,"
)
WORDS = ["trust", "value", "service", "customer", "model", "survey", "intention", "risk"]
WORDS += ["quality", "brand", "platform", "user", "adoption", "digital", "perceived", "social"]
NATURES = ["Retraction"] * 90 + ["Expression of concern"] * 5 + ["Correction"] * 4 + ["Reinstatement"]


def doi_of(i: int) -> str:
    """The i-th DOI of the benchmark, in the case a publisher prints."""
    return f"10.{1000 + i % 9000}/J.{WORDS[i % len(WORDS)]}.{1990 + i % 35}.{i:07d}"


def write_file(path: Path, rows: int) -> None:
    """A Retraction Watch file with the faults of the real one."""
    random.seed(5)
    with path.open("wb") as file:
        file.write(b"\xef\xbb\xbf" + HEADER.encode() + b"\r\n")
        for i in range(rows):
            title = " ".join(random.choices(WORDS, k=12)).capitalize()
            place = "; ".join(f"Department of {random.choice(WORDS)}, University {i % 997}, City" for _ in range(8))
            authors = ";".join(
                f"{random.choice('ABCDEFG')} {random.choice(WORDS).capitalize()}{i % 613}" for _ in range(5)
            )
            links = ";".join(f"https://example.org/{i}/{k}/" + "x" * 60 for k in range(3))
            own = "unavailable" if i % 20 == 0 else doi_of(i)
            when = f"{1 + i % 12}/{1 + i % 28}/{2005 + i % 20} 0:00"
            journal, published = f"Journal of {WORDS[i % 16]}", f"1/{1 + i % 28}/{2004 + i % 20} 0:00"
            why = "+Concerns/Issues about Data;+Fake Peer Review;+Investigation by Journal/Publisher;"
            row = (
                f'{i},"{title}, a study",(B/T) Technology;(SOC) Business;,"{place}",{journal},Publisher,China;India,'
                f"{authors},{links},Research Article;,{when},10.9999/n.{i},0,{published},{own},{i % 3 and i},"
                f"{NATURES[i % 100]},{why},No,,"
            )
            fault = b" \xe9t\xe9" if i % 500 == 0 else b""
            file.write(row.encode()[:-1] + fault + b",\r\n")


def studies(count: int, notices: int, odd: float) -> Iterator[tuple[int, str]]:
    """Rows (number, DOI), of which `notices` carry an indexed DOI."""
    step = max(count // notices, 1)
    spellings = ("https://doi.org/{}", "{}", "doi:{}", "{}.", "http://dx.doi.org/{}")
    for i in range(count):
        doi = doi_of(i // step) if i % step == 0 else f"10.{1000 + i % 9000}/s.{i:08d}"
        yield i, spellings[i % 5].format(doi) if i % 1000 < 1000 * odd else doi.lower()


def main() -> None:
    """Run and print."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--notices", type=int, default=65_000)
    ask.add_argument("--studies", type=int, default=1_000_000)
    ask.add_argument("--odd", type=float, default=0.1)
    asked = ask.parse_args()
    print(f"{platform.platform()}, {platform.processor() or platform.machine()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "retraction_watch.csv")
        write_file(path, asked.notices)
        print(f"file: {asked.notices} rows, {path.stat().st_size / 1e6:.0f} MB")
        start = time.perf_counter()
        with path.open("rb") as file:
            lines = sum(1 for _ in file)
        plain_read = time.perf_counter() - start
        start = time.perf_counter()
        count = sum(1 for _ in read_file(path))
        took = time.perf_counter() - start
        print(f"import, streamed: {took:.2f} s for {count} notices ({lines} lines read plainly in {plain_read:.2f} s)")
        for share in (10, 1):
            part = Path(folder, "part.csv")
            write_file(part, asked.notices // share)
            tracemalloc.start()
            for _ in read_file(part):
                pass
            peak = tracemalloc.get_traced_memory()[1] / 1e6
            print(f"  peak of the stream over {asked.notices // share} rows: {peak:.2f} MB")
            tracemalloc.stop()
        start = time.perf_counter()
        index = Index(read_file(path))
        print(f"index: {time.perf_counter() - start:.2f} s for {len(index)} notices")
    rows = list(studies(asked.studies, asked.notices, asked.odd))
    table = {doi_of(i).lower(): i for i in range(asked.notices)}
    plain = min(_plain(rows, table) for _ in range(3))
    best, found = min(_match(rows, index) for _ in range(3))
    print(f"match: {best:.2f} s for {len(rows)} DOIs, {found} with notices")
    print(f"  plain dictionary look-up of the same rows: {plain:.2f} s; ratio {best / plain:.1f}")
    print(f"peak memory of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")


def _plain(rows: list[tuple[int, str]], table: dict[str, int]) -> float:
    start = time.perf_counter()
    _ = [(number, table[doi]) for number, doi in rows if doi in table]
    return time.perf_counter() - start


def _match(rows: list[tuple[int, str]], index: Index) -> tuple[float, int]:
    start = time.perf_counter()
    found = sum(1 for _ in index.match(rows))
    return time.perf_counter() - start, found


if __name__ == "__main__":
    main()
