"""What statcheck finds of the same perturbed reports, printed as ideal APA text, beside what the catalogue finds.

    python tests/benchmarks/statcheck_peer.py [VECTORS]

Reads the integrity vectors in place (by default those of the shared folder beside the repository). Every test of a
report that has a statistic and a p becomes one faultless sentence; what only tables can show has no sentence. Needs R
with the package statcheck (Debian: r-cran-statcheck); says loudly that it skipped statcheck where they are missing.
"""

import argparse
import copy
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
VECTORS = ROOT.parent / "shared" / "integrity" / "vectors"
_SCRIPT = """
suppressMessages(library(statcheck))
found <- suppressMessages(statcheck(readLines('{texts}', encoding = 'UTF-8'), messages = FALSE, OneTailedTxt = TRUE))
if (is.null(found)) found <- data.frame(source = character(), raw = character(), error = logical())
write.csv(found[, c('source', 'raw', 'error')], '{answers}', row.names = FALSE)
"""

Report = dict[str, Any]


def _p(text: str) -> str:
    return f"p {text[0]} {text[1:].strip()}" if text[:1] in "<>" else f"p = {text}"


def apa(report: Report) -> list[str]:
    """The tests of a report as sentences that statcheck reads: t, Z, F, r and chi-square with their p."""
    found = []
    for row in report.get("paths", []):
        if row.get("stat") and row.get("p"):
            name = f"t({row['df']})" if row.get("df") else "Z"
            found.append(f"{name} = {row['stat']}, {_p(row['p'])}")
    for row in report.get("tests", []):
        if row.get("stat") and row.get("p"):
            dfs = ", ".join(row[k] for k in ("df1", "df2") if row.get(k))
            found.append(f"{row['kind']}({dfs}) = {row['stat']}, {_p(row['p'])}")
    found += [
        f"F({row['f_df1']}, {row['f_df2']}) = {row['f']}, {_p(row['f_p'])}"
        for row in report.get("structural", [])
        if all(row.get(k) for k in ("f", "f_df1", "f_df2", "f_p"))
    ]
    found += [
        f"chi2({row['df']}) = {row['chi2']}, {_p(row['p'])}"
        for row in report.get("fit", [])
        if all(row.get(k) for k in ("chi2", "df", "p"))
    ]
    return found


def text(report: Report) -> str:
    """A report as one line of text; a one-tailed one says so."""
    tails = report.get("conventions", {}).get("tails")
    return ". ".join(["All tests are one-tailed" if tails == "one" else "We tested this", *apa(report)]) + "."


def statcheck(reports: list[Report]) -> list[Counter[str]] | str:
    """By report the sentences that statcheck read, each with how often it is in error; or why it could not run."""
    if shutil.which("Rscript") is None:
        return "SKIPPED, R is not installed here"
    with tempfile.TemporaryDirectory() as folder:
        texts, answers = Path(folder, "texts.txt"), Path(folder, "answers.csv")
        texts.write_text("\n".join(map(text, reports)) + "\n", encoding="utf-8")
        script = _SCRIPT.format(texts=texts, answers=answers)
        run = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, check=False)
        if run.returncode:
            return f"SKIPPED, {(run.stderr.strip().splitlines() or ['R failed'])[-1]}"
        found: list[Counter[str]] = [Counter() for _ in reports]
        with answers.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found[int(row["source"]) - 1][row["raw"]] += row["error"] == "TRUE"
    return found


def flagged(before: Counter[str], after: Counter[str]) -> bool:
    """An error that the report did not have before it was perturbed."""
    return any(after[sentence] > before[sentence] for sentence in after)


def patched(report: Report, patch: list[dict[str, Any]]) -> Report:
    """The report with some values replaced (RFC 6902)."""
    changed = copy.deepcopy(report)
    for step in patch:
        *parents, last = (s.replace("~1", "/").replace("~0", "~") for s in step["path"].split("/")[1:])
        node: Any = changed
        for parent in parents:
            node = node[int(parent)] if isinstance(node, list) else node[parent]
        node[int(last) if isinstance(node, list) else last] = step["value"]
    return changed


def perturbed(folder: Path) -> Iterator[tuple[str, Report, Report]]:
    """The kind of every provable perturbation, the clean report, and the perturbed one."""
    for path in sorted(folder.glob("*.json")):
        vector = json.loads(path.read_text("utf-8"))
        if vector.get("schema") == "integrity-vector/1":
            for variant in vector["variants"]:
                if variant["detectable"]:
                    yield variant["perturbation"], vector["report"], patched(vector["report"], variant["patch"])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("vectors", nargs="?", type=Path, default=VECTORS)
    folder = parser.parse_args().vectors
    if not folder.is_dir():
        print(f"SKIPPED: there are no integrity vectors in {folder}")
        return
    from evidence.checks import check
    from evidence.checks.model import LOUD

    def loud(report: Report) -> set[tuple[str, tuple[str, ...]]]:
        return {(f.check, f.at) for f in check(report).findings if f.level in LOUD}

    cases = list(perturbed(folder))
    clean = {id(base): base for _, base, _ in cases}
    ours = {key: loud(base) for key, base in clean.items()}
    answer = statcheck([*clean.values(), *(report for *_, report in cases)])
    tried, found, theirs = Counter[str](), Counter[str](), Counter[str]()
    for i, (kind, base, report) in enumerate(cases):
        tried[kind] += 1
        found[kind] += bool(loud(report) - ours[id(base)])
        if not isinstance(answer, str):
            theirs[kind] += flagged(answer[list(clean).index(id(base))], answer[len(clean) + i])
    print("| perturbation | reports | the catalogue finds | statcheck finds |")
    print("| --- | ---: | ---: | ---: |")
    for kind in [*sorted(tried), "all"]:
        n, mine, peer = (sum(c.values()) if kind == "all" else c[kind] for c in (tried, found, theirs))
        share = "skipped" if isinstance(answer, str) else f"{peer} ({peer / n:.1%})"
        print(f"| {kind} | {n} | {mine} ({mine / n:.1%}) | {share} |")
    print(f"\nclean reports with a finding above note: {sum(map(bool, ours.values()))} of {len(clean)}")
    if isinstance(answer, str):
        print(f"statcheck: {answer}")
        return
    read = sum(bool(sentences) for sentences in answer[: len(clean)])
    alarms = sum(any(sentences.values()) for sentences in answer[: len(clean)])
    print(f"statcheck: reads tests in {read} of the {len(clean)} clean reports, and calls an error in {alarms}")


if __name__ == "__main__":
    main()
