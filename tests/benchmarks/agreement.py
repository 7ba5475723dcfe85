"""How many of the reference numbers the engine gives, family by family.

    python tests/benchmarks/agreement.py [--write] [--shared FOLDER]

FOLDER holds score/pooling.py and reference/pooling, beside the project unless said otherwise. `--write` puts the table
into schema/validation.md, between the marks of this section.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import fill

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "schema" / "validation.md"
BEGIN, END = "<!-- begin: tests/benchmarks/agreement.py -->", "<!-- end: agreement.py -->"
# what a number may differ by; the score program has each
TOLERANCES = (
    "Tolerances, relative: 1e-9 for closed forms, 1e-7 for iterated estimates, 1e-6 for profiles, 1e-5 for three-level "
    "models, 3e-3 for selection models, which the reference itself only optimises."
)


def scored(shared: Path) -> tuple[int, dict[str, tuple[int, int]]]:
    """The number of data sets, and per family how many numbers agree of how many."""
    folder = shared / "reference" / "pooling"
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary) / "score.json"
        command = [sys.executable, str(shared / "score" / "pooling.py"), str(folder), "--json", str(out)]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": "."})
        families = json.loads(out.read_text("utf-8"))
    sets = sum("data" in json.loads(path.read_text("utf-8")) for path in folder.glob("*.json"))
    return sets, {name: (int(passed), int(whole)) for name, (passed, whole) in families.items()}


def section(shared: Path) -> str:
    sets, families = scored(shared)
    made = f"""
        Made by `tests/benchmarks/agreement.py --write` from {sets} data sets with results of metafor, metadat,
        clubSandwich, robumeta and psychmeta. {TOLERANCES}"""
    rows = [*families.items(), ("all", tuple(map(sum, zip(*families.values(), strict=True))))]
    lines = [f"| {name} | {whole:,} | {100 * passed / whole:.1f} |" for name, (passed, whole) in rows]
    table = "\n".join(["| family | numbers | percent that agree |", "| --- | ---: | ---: |", *lines])
    return "\n\n".join([BEGIN + "\n## Agreement with reference results", fill(" ".join(made.split()), 116), table, END])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--write", action="store_true", help="put the table into schema/validation.md")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    text = section(options.shared)
    if not options.write:
        print(text)
        return
    page = PAGE.read_text("utf-8") if PAGE.exists() else "# Validation\n"
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2] if rest else "\n"
    PAGE.write_text(before.rstrip() + "\n\n" + text + after, "utf-8")
    print(f"written: {PAGE.name}")


if __name__ == "__main__":
    main()
