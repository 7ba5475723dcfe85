"""False alarms on consistent reports, detection by kind of typing error, and speed.

    python tests/benchmarks/checks_detection.py [REPORTS] [--write]

Prints a table; --write puts it into schema/checks.md, where the catalogue page stands too. statcheck runs on the same
reports as ideal APA text where R and its package are installed.
"""

import argparse
import statistics
import sys
import time
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "checks")]

import consistent  # noqa: E402
import statcheck_peer  # noqa: E402
import typos  # noqa: E402

from evidence import assets  # noqa: E402
from evidence.checks import check, checks  # noqa: E402
from evidence.checks.catalogue import measured, page  # noqa: E402
from evidence.checks.model import LOUD  # noqa: E402


def _loud(report: dict) -> list:
    return [f for f in check(report).findings if f.level in LOUD]


def clean(reports: int) -> tuple[int, Counter, Counter, list[float]]:
    """Consistent reports with a finding above note, which checks made them or were evaluated, seconds per report."""
    alarms, names, evaluated, seconds = 0, Counter(), Counter(), []
    for seed in range(reports):
        report = consistent.report(seed)
        start = time.perf_counter()
        answer = check(report)
        seconds.append(time.perf_counter() - start)
        evaluated.update(answer.evaluated)
        found = [f for f in answer.findings if f.level in LOUD]
        alarms += bool(found)
        names.update({f.check for f in found})
    return alarms, names, evaluated, seconds


def spoilt(reports: int) -> tuple[Counter, Counter, Counter, Counter, Counter, list[dict]]:
    """By kind of slip: tried, detected, changed cell blamed first, among the first three; by check; the reports."""
    tried, detected, first, three, fired = Counter(), Counter(), Counter(), Counter(), Counter()
    texts = []
    kinds = list(typos.KINDS)
    for seed in range(reports):
        rng = np.random.default_rng(10_000_019 + seed)
        kind = kinds[seed % len(kinds)]
        made = typos.typo(consistent.report(int(rng.integers(1_000_000))), kind, rng)
        if made is None:
            continue
        at, _, _, report = made
        texts.append(report)
        found = _loud(report)
        blamed = list(dict.fromkeys(b for f in found for b in f.blames))
        tried[kind] += 1
        fired.update({f.check for f in found})
        detected[kind] += bool(found)
        first[kind] += at in blamed[:1]
        three[kind] += at in blamed[:3]
    return tried, detected, first, three, fired, texts


def peer(reports: list[dict]) -> str:
    """The share of the same spoilt reports that statcheck flags, or why it could not run."""
    answer = statcheck_peer.statcheck(reports)
    if isinstance(answer, str):
        return f"statcheck: {answer}"
    flagged = sum(any(sentences.values()) for sentences in answer)
    return f"statcheck flags {flagged} of {len(reports)} of the same reports ({flagged / len(reports):.1%})"


def _count(report: dict) -> int:
    return len(_loud(report))


def stream(reports: int) -> None:
    """N reports (of 500 different ones) through the catalogue in one pass on 2 cores."""
    different = [consistent.report(seed) for seed in range(min(reports, 500))]
    start = time.perf_counter()
    with Pool(2) as pool:
        findings = sum(pool.imap(_count, (different[i % len(different)] for i in range(reports)), chunksize=200))
    seconds = time.perf_counter() - start
    print(f"{reports} reports in {seconds:.1f} s on 2 cores, {reports / seconds:.0f} a second, {findings} findings")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="?", type=int, default=5000)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--page", action="store_true", help="only write the entries anew, keep what was measured")
    parser.add_argument("--stream", type=int, metavar="N", help="only assess N reports in one pass on 2 cores")
    options = parser.parse_args()
    if options.page:
        old = assets.read_text(assets.schema("checks.md"))
        assets.schema("checks.md").write_text(page(measured(old)), encoding="utf-8")
        return
    if options.stream:
        stream(options.stream)
        return
    alarms, names, evaluated, seconds = clean(options.reports)
    tried, detected, first, three, fired, texts = spoilt(options.reports)
    lines = [
        "Reports of studies that never were (regressions, covariance and PLS models, surveys, fsQCA), every statistic",
        "computed and rounded to 2 to 4 decimals; then the same with one typing error in a random cell, many of which",
        "no arithmetic can see. Blame is of the detected ones. Written by `tests/benchmarks/checks_detection.py`.",
        "",
        f"- {len(checks())} checks; consistent reports with a finding above `note`: {alarms} of {options.reports}",
        f"- reports with one typing error: {sum(detected.values())} of {sum(tried.values())} detected",
        "",
        "| slip | reports | detected | cell blamed first | among the first three |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for kind in typos.KINDS:
        found = detected[kind]
        shares = f"{_share(found, tried[kind])} | {_share(first[kind], found)} | {_share(three[kind], found)}"
        lines.append(f"| {kind} | {tried[kind]} | {shares} |")
    lines += ["", "| check | consistent reports it was evaluated on | false alarms | spoilt reports it found |"]
    lines.append("| --- | ---: | ---: | ---: |")
    lines += [f"| {c.id} | {evaluated[c.id]} | {names[c.id]} | {fired[c.id]} |" for c in checks() if evaluated[c.id]]
    text = "\n".join(lines)
    print(text)
    print(f"false alarms by check: {dict(names)}" if names else "no false alarm")
    print(f"median {1000 * statistics.median(seconds):.2f} ms a report, mean {1000 * statistics.mean(seconds):.2f} ms")
    print(peer(texts))
    if options.write:
        assets.schema("checks.md").write_text(page(text), encoding="utf-8")


if __name__ == "__main__":
    main()
